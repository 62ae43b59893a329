-- Decisions on figures and statuses were allowed, though nothing makes them and none could be read. The table is made anew with the rows
-- that it has, since SQLite changes no check of one that is there.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE kept_decisions AS SELECT * FROM decisions;
DROP TABLE decisions;

-- One row is what a person ruled on a derived row, told by evidence so that it outlives the row. Written by review and decide.
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,            -- number in this store, in the order in which they were made
  ruling TEXT NOT NULL               -- accept, reject, relabel, merge, split, undo
    CHECK (ruling IN ('accept', 'reject', 'relabel', 'merge', 'split', 'undo')),
  subject_kind TEXT NOT NULL         -- kind of the derived row: claim, thread, change
    CHECK (subject_kind IN ('claim', 'thread', 'change')),
  subject_row TEXT NOT NULL,         -- its id when the decision was made
  sha256 TEXT NOT NULL               -- snapshots.sha256 of the snapshot in which it stands
    CHECK (length(sha256) = 64),
  span_start INTEGER NOT NULL,       -- first scalar value of its evidence
  span_end INTEGER NOT NULL          -- one past the last
    CHECK (span_end >= span_start AND span_start >= 0),
  detail TEXT,                       -- relabel: the new act; merge: the other thread; NULL = the ruling needs none
  undoes INTEGER                     -- undo: the decision it takes back; NULL = no undo
    REFERENCES decisions (id),
  who TEXT NOT NULL,                 -- who ruled
  why TEXT,                          -- in the ruler's words; NULL = not given
  decided_at INTEGER NOT NULL,       -- UTC seconds
  seal TEXT NOT NULL,                -- SHA-256 over every other value of the row and the seal before it; what verify compares
  CHECK ((ruling = 'undo') = (undoes IS NOT NULL))
) STRICT;

INSERT INTO decisions SELECT * FROM temp.kept_decisions ORDER BY id;
DROP TABLE temp.kept_decisions;

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed; append an undo'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted; append an undo'); END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'decisions are never replaced; append an undo'); END;
