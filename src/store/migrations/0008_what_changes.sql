-- What a figure or state that changed is of was read out of the words that give the reason. A change now says it by itself.
--
-- Changes that are stored do not say it yet; step 7 has them made again by the next import or `rebuild`.

CREATE TEMP TABLE kept_changes AS SELECT * FROM changes;
DROP TABLE changes;

-- One row is what happened between two snapshots. Written by import.
CREATE TABLE changes (
  story_id INTEGER NOT NULL          -- the story
    REFERENCES stories (id),
  position INTEGER NOT NULL,         -- 0 … in the order in which they are listed
  id TEXT NOT NULL,                  -- unique in its story
  from_snapshot INTEGER NOT NULL     -- the earlier snapshot
    REFERENCES snapshots (id),
  to_snapshot INTEGER NOT NULL       -- the later snapshot
    REFERENCES snapshots (id),
  kind TEXT NOT NULL,                -- added, dropped, restored, reworded, strengthened, softened, source_changed, …
  thread_id TEXT,                    -- threads.id; NULL = no thread (a passage, a figure)
  act TEXT,                          -- as claims; NULL = no claim changed
  source_name TEXT NOT NULL,         -- canonical actor; 'narrator' = the outlet's own voice; '' = nobody
  from_start INTEGER,                -- first scalar value in the earlier text; NULL = not there
  from_end INTEGER,                  -- one past the last; NULL with from_start
  to_start INTEGER,                  -- first scalar value in the later text; NULL = not there
  to_end INTEGER,                    -- one past the last; NULL with to_start
  before TEXT NOT NULL,              -- words, value or state before; '' = none
  after TEXT NOT NULL,               -- the same after; '' = none
  of TEXT,                           -- what the figure counts or the state is of; NULL = neither changed
  notice TEXT NOT NULL,              -- declared, partial, silent, not_applicable
  weight REAL NOT NULL,              -- 0 to 1: how material it is
  why TEXT NOT NULL,                 -- why it is listed and weighs what it does
  owned_in INTEGER                   -- a later snapshot, a notice of which owns up to it; NULL = none does
    REFERENCES snapshots (id),
  PRIMARY KEY (story_id, position)
) STRICT, WITHOUT ROWID;

-- Serves: what a snapshot brought, and the changes of a report that no notice spoke of.
CREATE INDEX changes_by_snapshot ON changes (to_snapshot, position);
-- Serves: noting that a notice owns up to a change.
CREATE INDEX changes_by_id ON changes (story_id, id);

INSERT INTO changes (
  story_id, position, id, from_snapshot, to_snapshot, kind, thread_id, act, source_name, from_start, from_end, to_start,
  to_end, before, after, notice, weight, why, owned_in
)
SELECT
  story_id, position, id, from_snapshot, to_snapshot, kind, thread_id, act, source_name, from_start, from_end, to_start,
  to_end, before, after, notice, weight, why, owned_in
FROM kept_changes;
DROP TABLE kept_changes;
