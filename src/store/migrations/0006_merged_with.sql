-- A merge named what its claim or thread is one with by a derived id alone, so that it was lost without a word when another reading gave
-- other ids. That is now told by evidence, too. Merges made before keep the id and are found by it as far as it is still given.

-- One row says with what a merge joins what it is on. Written by review and decide.
CREATE TABLE decision_partners (
  decision_id INTEGER PRIMARY KEY    -- the merge
    REFERENCES decisions (id),
  kind TEXT NOT NULL                 -- claim, thread
    CHECK (kind IN ('claim', 'thread')),
  sha256 TEXT NOT NULL               -- snapshots.sha256 of the snapshot in which it stands; decisions.detail has its id
    CHECK (length(sha256) = 64),
  span_start INTEGER NOT NULL,       -- first scalar value of its evidence
  span_end INTEGER NOT NULL          -- one past the last
    CHECK (span_end >= span_start AND span_start >= 0)
) STRICT;

CREATE TRIGGER decision_partners_no_update BEFORE UPDATE ON decision_partners
BEGIN SELECT RAISE(ABORT, 'decisions are never changed; append an undo'); END;
CREATE TRIGGER decision_partners_no_delete BEFORE DELETE ON decision_partners
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted; append an undo'); END;
CREATE TRIGGER decision_partners_no_replace BEFORE INSERT ON decision_partners
WHEN EXISTS (SELECT 1 FROM decision_partners WHERE decision_id = NEW.decision_id)
BEGIN SELECT RAISE(ABORT, 'decisions are never replaced; append an undo'); END;
