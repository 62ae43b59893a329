-- Whether two outlets' states contradict each other was looked up in the topics that come with the program, so that states of a user's own
-- topic never did. A status now says which state contradicts it, as its topic told when it was found.
--
-- Statuses that are stored have none yet. What derived them is renamed, so that the next import, or `rebuild`, reads all texts again.

CREATE TEMP TABLE kept_statuses AS SELECT * FROM statuses;
DROP TABLE statuses;

-- One row is the state that a text gives a tracked topic. Written by import.
CREATE TABLE statuses (
  snapshot_id INTEGER NOT NULL       -- where it stands
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 … in text order
  id TEXT NOT NULL,                  -- the same for the same snapshot and place
  topic TEXT NOT NULL,               -- ceasefire, talks, border, or a user's own
  state TEXT NOT NULL,               -- one of the topic's states
  contrary TEXT,                     -- the topic's state that contradicts it; NULL = none
  source_name TEXT,                  -- as claims
  source_kind TEXT,                  -- as claims
  source_text TEXT,                  -- as claims
  source_span TEXT,                  -- as claims
  evidence_start INTEGER NOT NULL,   -- as claims
  evidence_end INTEGER NOT NULL,     -- as claims
  PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO statuses (snapshot_id, position, id, topic, state, source_name, source_kind, source_text, source_span, evidence_start, evidence_end)
SELECT snapshot_id, position, id, topic, state, source_name, source_kind, source_text, source_span, evidence_start, evidence_end
FROM kept_statuses;
DROP TABLE kept_statuses;

UPDATE derivation SET value = replace(value, ' data ', ' schema 6 data ') WHERE key = 'derived_by';
