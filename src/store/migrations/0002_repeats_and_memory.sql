-- To version 2.
--
-- A report that goes back to the bytes of an earlier version is a version again, so snapshots may repeat their bytes: the pain was that
-- a publisher's revert could not be stored. Tracking goes on from what is stored instead of following a story from its beginning:
-- the pain was that every new version cost as much as all versions before it.
--
-- Snapshots are copied as they are, ids and seals too. Threads and changes are dropped, and with them the note of what derived them:
-- the next import follows its story from the beginning, and `rebuild` does it for all.

PRAGMA defer_foreign_keys = ON;

DROP TABLE changes;
DROP TABLE thread_members;
DROP TABLE threads;
DELETE FROM derivation;

DROP VIEW named_snapshots;
CREATE TEMP TABLE kept_snapshots AS SELECT * FROM snapshots;
DROP TABLE snapshots;

CREATE TABLE snapshots (
  id INTEGER PRIMARY KEY,            -- number in this store; smaller means stored earlier
  report_id INTEGER NOT NULL         -- the report of which it is a version
    REFERENCES reports (id),
  sha256 TEXT NOT NULL               -- SHA-256 of the raw bytes, lower-case hex
    CHECK (length(sha256) = 64),
  raw BLOB NOT NULL,                 -- the bytes as they came, compressed (zlib)
  raw_bytes INTEGER NOT NULL         -- how many bytes they were
    CHECK (raw_bytes >= 0),
  media_type TEXT NOT NULL,          -- of the raw bytes, e.g. text/plain
  origin TEXT NOT NULL,              -- file or address it came from, as the user named it
  url TEXT,                          -- address of the report; NULL = not known
  published_at INTEGER,              -- UTC seconds, as the publisher says; NULL = not known
  captured_at INTEGER,               -- UTC seconds; NULL = not known
  imported_at INTEGER NOT NULL,      -- UTC seconds of the import that stored it
  title TEXT NOT NULL,               -- '' = none
  byline TEXT,                       -- NULL = none
  note TEXT,                         -- publisher's change note that came beside the text; NULL = none
  text TEXT NOT NULL,                -- decoded body, line ends made \n; all spans point into it
  text_chars INTEGER NOT NULL,       -- how many scalar values the text has
  reading_notes TEXT NOT NULL        -- JSON array of texts: what had to be mended in reading
    CHECK (json_valid(reading_notes)),
  seal TEXT NOT NULL                 -- SHA-256 over every other value of the row and its names; what verify compares
) STRICT;

INSERT INTO snapshots (id, report_id, sha256, raw, raw_bytes, media_type, origin, url, published_at, captured_at, imported_at, title,
  byline, note, text, text_chars, reading_notes, seal)
SELECT id, report_id, sha256, raw, raw_bytes, media_type, origin, url, published_at, captured_at, imported_at, title,
  byline, note, text, text_chars, reading_notes, seal
FROM kept_snapshots ORDER BY id;
DROP TABLE kept_snapshots;

CREATE INDEX snapshots_by_hash ON snapshots (sha256);
-- Serves: whether a report has these bytes already, and from which file.
CREATE INDEX snapshots_by_report ON snapshots (report_id, sha256, origin);
-- Serves: what a file held when it was last imported.
CREATE INDEX snapshots_by_origin ON snapshots (report_id, origin, sha256);

CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER snapshots_no_replace BEFORE INSERT ON snapshots
WHEN EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

CREATE TRIGGER snapshots_index AFTER INSERT ON snapshots
BEGIN
  INSERT INTO snapshots_fts (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;

CREATE VIEW named_snapshots AS
SELECT
  snapshots.id AS snapshot_id,       -- snapshots.id
  stories.name AS story,             -- stories.name
  outlets.name AS outlet,            -- outlets.name
  reports.name AS report,            -- reports.name
  versions.ordinal AS ordinal,       -- versions.ordinal
  CASE WHEN (SELECT count(*) FROM reports AS other WHERE other.slug = reports.slug) > 1
    THEN outlets.slug || '/' || reports.slug ELSE reports.slug
  END || '@' || versions.ordinal AS reference,  -- how the command line names it
  snapshots.origin AS origin,        -- snapshots.origin
  snapshots.published_at AS published_at,  -- snapshots.published_at
  snapshots.captured_at AS captured_at,  -- snapshots.captured_at
  snapshots.title AS title           -- snapshots.title
FROM snapshots
JOIN versions ON versions.snapshot_id = snapshots.id
JOIN reports ON reports.id = snapshots.report_id
JOIN outlets ON outlets.id = reports.outlet_id
JOIN stories ON stories.id = reports.story_id;

CREATE TABLE threads (
  story_id INTEGER NOT NULL          -- the story in which it is followed
    REFERENCES stories (id),
  id TEXT NOT NULL,                  -- unique in its story
  position INTEGER NOT NULL,         -- 0 … in the order in which the story's threads began
  family TEXT NOT NULL,              -- assert, accuse, condemn, welcome, refuse, ask, commit
  act TEXT NOT NULL,                 -- as claims; of the latest wording
  source_name TEXT NOT NULL,         -- canonical actor; 'narrator' = the outlet's own voice
  target_name TEXT,                  -- canonical actor at whom it is aimed; NULL = nobody
  wording TEXT NOT NULL,             -- latest wording of the content
  answers TEXT,                      -- id of the thread of the same story that it answers; NULL = none
  status TEXT,                       -- "topic/state" that it began as, in the outlet's own voice; NULL = none
  ever_accused INTEGER NOT NULL      -- 1 = some claim of it accuses; 0 = none does
    CHECK (ever_accused IN (0, 1)),
  rejected INTEGER NOT NULL          -- 1 = a decision rejects it, so that no listing shows it; 0 = it is followed and shown
    CHECK (rejected IN (0, 1)),
  wordings TEXT NOT NULL             -- JSON array of the wordings to which a new claim is compared, as stems
    CHECK (json_valid(wordings)),
  PRIMARY KEY (story_id, id)
) STRICT, WITHOUT ROWID;

-- Serves: a thread by its number.
CREATE UNIQUE INDEX threads_by_position ON threads (story_id, position);
-- Serves: the threads that answer one.
CREATE INDEX threads_by_answers ON threads (story_id, answers);
-- Serves: the newest thread of a topic's state.
CREATE INDEX threads_by_status ON threads (story_id, status, position);

-- One row is a heading under which threads are looked up: whose they are, in which voice, and a word they hold. Written by import.
CREATE TABLE thread_headings (
  story_id INTEGER NOT NULL          -- the threads' story
    REFERENCES stories (id),
  source TEXT NOT NULL,              -- the source's name as it is compared
  voice TEXT NOT NULL,               -- says, refuses, asks, commits
  stem TEXT NOT NULL,                -- the word's stem
  listed TEXT NOT NULL               -- JSON array of threads.position, the newest 24, oldest first
    CHECK (json_valid(listed)),
  PRIMARY KEY (story_id, source, voice, stem)
) STRICT, WITHOUT ROWID;

-- One row is a word of a story's threads: the more of them hold it, the less it tells. Written by import.
CREATE TABLE thread_stems (
  story_id INTEGER NOT NULL          -- the threads' story
    REFERENCES stories (id),
  stem TEXT NOT NULL,                -- the word's stem
  held_by INTEGER NOT NULL           -- how often a thread was listed under it
    CHECK (held_by > 0),
  PRIMARY KEY (story_id, stem)
) STRICT, WITHOUT ROWID;

-- One row says how far a story was followed; a story without one is followed from its beginning. Written by import.
CREATE TABLE followed (
  story_id INTEGER PRIMARY KEY       -- the story
    REFERENCES stories (id),
  snapshot_id INTEGER NOT NULL       -- the last snapshot that was followed, in the order of their times
    REFERENCES snapshots (id)
) STRICT, WITHOUT ROWID;

-- One row is a claim's place in a thread. Written by import.
CREATE TABLE thread_members (
  story_id INTEGER NOT NULL,         -- the thread's story
  thread_id TEXT NOT NULL,           -- threads.id
  position INTEGER NOT NULL,         -- 0 … within the story, in the order in which they are listed
  snapshot_id INTEGER NOT NULL,      -- where the claim stands
  claim_id TEXT NOT NULL,            -- claims.id
  score REAL NOT NULL                -- how alike the claim is to what the thread held, 0 to 1; 1 = it began the thread
    CHECK (score BETWEEN 0 AND 1),
  reason TEXT NOT NULL,              -- why it belongs there
  PRIMARY KEY (story_id, position),
  FOREIGN KEY (story_id, thread_id) REFERENCES threads (story_id, id) ON DELETE CASCADE,
  FOREIGN KEY (snapshot_id, claim_id) REFERENCES claims (snapshot_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Serves: the cascade from a claim that is remade, and which thread a claim is in.
CREATE INDEX thread_members_by_claim ON thread_members (snapshot_id, claim_id);
-- Serves: the life of one thread, and the cascade from it.
CREATE INDEX thread_members_by_thread ON thread_members (story_id, thread_id, snapshot_id);

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
