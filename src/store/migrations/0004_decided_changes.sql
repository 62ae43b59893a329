-- A ruling on one change held for every change that is told by the same sentence: a decision now says which change it is on.

-- One row says which change a decision is on: one sentence may tell of several. Written by review and decide.
CREATE TABLE decision_changes (
  decision_id INTEGER PRIMARY KEY    -- the decision
    REFERENCES decisions (id),
  kind TEXT NOT NULL,                -- changes.kind when the decision was made
  thread_id TEXT,                    -- changes.thread_id then; NULL = no thread
  from_sha256 TEXT NOT NULL          -- snapshots.sha256 of the earlier snapshot
    CHECK (length(from_sha256) = 64),
  from_start INTEGER,                -- first scalar value in the earlier text; NULL = not there
  from_end INTEGER,                  -- one past the last; NULL with from_start
  to_sha256 TEXT NOT NULL            -- snapshots.sha256 of the later snapshot
    CHECK (length(to_sha256) = 64),
  to_start INTEGER,                  -- first scalar value in the later text; NULL = not there
  to_end INTEGER                     -- one past the last; NULL with to_start
) STRICT;

CREATE TRIGGER decision_changes_no_update BEFORE UPDATE ON decision_changes
BEGIN SELECT RAISE(ABORT, 'decisions are never changed; append an undo'); END;
CREATE TRIGGER decision_changes_no_delete BEFORE DELETE ON decision_changes
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted; append an undo'); END;
CREATE TRIGGER decision_changes_no_replace BEFORE INSERT ON decision_changes
WHEN EXISTS (SELECT 1 FROM decision_changes WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'decisions are never replaced; append an undo'); END;
