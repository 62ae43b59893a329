-- sayso store: snapshots of a news story, what people decided about them, and what the program derives from them.
--
-- application_id  1396791635 ("SAYS")     user_version  11
-- Times are UTC seconds since 1970-01-01. Spans are half-open and count Unicode scalar values of snapshots.text, so that
-- substr(text, span_start + 1, span_end - span_start) gives the words. A span in several pieces is a JSON array [[start,end],…].
-- Kinds (act, ruling, …) are stored as the names that JSON and the command line use.
-- This file makes a fresh store; src/store/migrations/ brings an older one to the same schema.

PRAGMA application_id = 1396791635;
PRAGMA user_version = 11;

-- ============================================================================================================================
-- PART 1  EVIDENCE: only ever appended; triggers refuse UPDATE, DELETE and REPLACE; `rebuild` reads it and never writes it
-- ============================================================================================================================

-- One row is a story: a line of coverage. Written by import.
CREATE TABLE stories (
  id INTEGER PRIMARY KEY,            -- number in this store
  name TEXT NOT NULL UNIQUE,         -- as given at its first import
  slug TEXT NOT NULL UNIQUE          -- name in lower case, letters and digits joined by "-"; "-2" … where two names share it
) STRICT;

-- One row is an outlet: who publishes. Written by import.
CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,            -- number in this store
  name TEXT NOT NULL UNIQUE,         -- as given at its first import
  slug TEXT NOT NULL UNIQUE          -- as for stories
) STRICT;

-- One row is a report: one article of one outlet, a series of snapshots. Written by import.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,            -- number in this store
  story_id INTEGER NOT NULL          -- the story in which it was first imported
    REFERENCES stories (id),
  outlet_id INTEGER NOT NULL         -- who publishes it
    REFERENCES outlets (id),
  name TEXT NOT NULL,                -- as given at its first import; joins its versions
  slug TEXT NOT NULL,                -- as for stories; unique in its outlet, and what a reference names before "@"
  UNIQUE (outlet_id, name),
  UNIQUE (outlet_id, slug)
) STRICT;

-- Serves: the reports of a story.
CREATE INDEX reports_by_story ON reports (story_id);
-- Serves: a reference `slug@N`, and whether two outlets share a slug.
CREATE INDEX reports_by_slug ON reports (slug);

-- One row is a snapshot: one captured version of a report. Written by import.
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

-- Serves: a reference by hash prefix, and decisions, which name a snapshot by its hash.
CREATE INDEX snapshots_by_hash ON snapshots (sha256);
-- Serves: whether a report has these bytes already, and from which file.
CREATE INDEX snapshots_by_report ON snapshots (report_id, sha256, origin);
-- Serves: what a file held when it was last imported.
CREATE INDEX snapshots_by_origin ON snapshots (report_id, origin, sha256);
-- Serves: the versions beside a time, and a report's newest, without a look behind the bytes and the text of each.
CREATE INDEX snapshots_by_time ON snapshots (report_id, coalesce(captured_at, published_at), id, sha256);

CREATE TRIGGER stories_no_update BEFORE UPDATE ON stories
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER stories_no_delete BEFORE DELETE ON stories
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER stories_no_replace BEFORE INSERT ON stories
WHEN EXISTS (SELECT 1 FROM stories WHERE id = NEW.id OR name = NEW.name OR slug = NEW.slug)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

CREATE TRIGGER outlets_no_update BEFORE UPDATE ON outlets
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER outlets_no_delete BEFORE DELETE ON outlets
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER outlets_no_replace BEFORE INSERT ON outlets
WHEN EXISTS (SELECT 1 FROM outlets WHERE id = NEW.id OR name = NEW.name OR slug = NEW.slug)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

CREATE TRIGGER reports_no_update BEFORE UPDATE ON reports
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER reports_no_delete BEFORE DELETE ON reports
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER reports_no_replace BEFORE INSERT ON reports
WHEN EXISTS (SELECT 1 FROM reports WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM reports WHERE outlet_id = NEW.outlet_id AND (name = NEW.name OR slug = NEW.slug))
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

CREATE TRIGGER snapshots_no_update BEFORE UPDATE ON snapshots
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;
CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;
CREATE TRIGGER snapshots_no_replace BEFORE INSERT ON snapshots
WHEN EXISTS (SELECT 1 FROM snapshots WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'evidence is never replaced'); END;

-- ============================================================================================================================
-- PART 2  DECISIONS: only ever appended; triggers refuse UPDATE, DELETE and REPLACE; `rebuild` keeps it
-- ============================================================================================================================

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

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never changed; append an undo'); END;
CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions
BEGIN SELECT RAISE(ABORT, 'decisions are never deleted; append an undo'); END;
CREATE TRIGGER decisions_no_replace BEFORE INSERT ON decisions
WHEN EXISTS (SELECT 1 FROM decisions WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'decisions are never replaced; append an undo'); END;

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

-- ============================================================================================================================
-- PART 3  DERIVATIONS: all of it is dropped and remade from parts 1 and 2 by `rebuild`
-- ============================================================================================================================

-- One row is a fact about the derivations as a whole. Written by import and rebuild.
CREATE TABLE derivation (
  key TEXT PRIMARY KEY,              -- derived_by
  value TEXT NOT NULL                -- derived_by: program version and hash of its lexicons
) STRICT, WITHOUT ROWID;

-- One row is a snapshot's place among the versions of its report. Written by import; the order is that of captured_at (else
-- published_at), those without either last, then of id; a version captured earlier but imported later moves the ones after it.
CREATE TABLE versions (
  snapshot_id INTEGER PRIMARY KEY    -- the snapshot
    REFERENCES snapshots (id),
  report_id INTEGER NOT NULL         -- its report
    REFERENCES reports (id),
  ordinal INTEGER NOT NULL           -- 1 … n without gaps; the N of a reference
    CHECK (ordinal > 0),
  UNIQUE (report_id, ordinal)
) STRICT, WITHOUT ROWID;

-- One row is one assertion at one place of one snapshot. Written by import.
CREATE TABLE claims (
  row_id INTEGER PRIMARY KEY,        -- for full text only; not the same after a rebuild
  snapshot_id INTEGER NOT NULL       -- where it stands
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 … in the order of the evidence
  id TEXT NOT NULL,                  -- the same for the same snapshot and place
  act TEXT NOT NULL,                 -- state, accuse, deny, confirm, warn, demand, promise, propose, agree, reject, condemn, …
  source_name TEXT,                  -- canonical actor; 'unspecified' = nobody is mentioned; NULL = the outlet's own voice
  source_kind TEXT,                  -- person, office, state, …, unnamed; NULL with source_name
  source_text TEXT,                  -- the words; '' = none; NULL with source_name
  source_span TEXT,                  -- JSON pieces; NULL with source_name
  target_name TEXT,                  -- canonical actor at whom it is aimed; NULL = nobody
  target_kind TEXT,                  -- as source_kind
  target_text TEXT,                  -- as source_text
  target_span TEXT,                  -- as source_span
  cue_text TEXT,                     -- words that carry the act; opening mark of a quotation carried over; label of a correction; NULL = none
  cue_span TEXT,                     -- JSON pieces; NULL with cue_text
  content TEXT NOT NULL,             -- what is asserted, pieces joined with " … "
  content_span TEXT NOT NULL,        -- JSON pieces
  evidence_start INTEGER NOT NULL,   -- first scalar value of the clause or sentence that shows it
  evidence_end INTEGER NOT NULL,     -- one past the last
  quote TEXT NOT NULL,               -- direct, mixed, indirect, none
  certainty TEXT NOT NULL,           -- asserted, hedged
  distance TEXT NOT NULL,            -- neutral, endorsed, distanced: how the writer stands to it
  negated INTEGER NOT NULL           -- 1 = the source says that something is not so; 0 = else
    CHECK (negated IN (0, 1)),
  topics TEXT NOT NULL               -- JSON array of topic names
    CHECK (json_valid(topics)),
  answers TEXT,                      -- id of the claim of the same snapshot that it answers; NULL = none
  via_name TEXT,                     -- canonical actor through whom the source is known; NULL = at first hand
  via_kind TEXT,                     -- as source_kind
  via_text TEXT,                     -- as source_text
  via_span TEXT,                     -- as source_span
  confidence REAL NOT NULL,          -- 0 to 1: how sure the extraction is
  rule TEXT NOT NULL,                -- name of what found it
  UNIQUE (snapshot_id, id)
) STRICT;

-- Serves: the claim at a change's place.
CREATE INDEX claims_by_place ON claims (snapshot_id, evidence_start);

-- One row is a number with what it counts. Written by import.
CREATE TABLE figures (
  snapshot_id INTEGER NOT NULL       -- where it stands
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 … in text order
  id TEXT NOT NULL,                  -- the same for the same snapshot and place
  what TEXT NOT NULL,                -- killed, injured, missing, abducted, displaced, detained, or the counted noun
  low REAL,                          -- the value or lower end; NULL = a vague word ("dozens")
  high REAL,                         -- upper end of a range; NULL = no range
  qualifier TEXT,                    -- "at least", "about"; a vague number's own word; NULL = none
  unit TEXT NOT NULL,                -- people, families, km, USD, …
  source_name TEXT,                  -- as claims
  source_kind TEXT,                  -- as claims
  source_text TEXT,                  -- as claims
  source_span TEXT,                  -- as claims
  cumulative INTEGER NOT NULL        -- 1 = a running total; 0 = one event's count, or the words do not tell
    CHECK (cumulative IN (0, 1)),
  evidence_start INTEGER NOT NULL,   -- as claims
  evidence_end INTEGER NOT NULL,     -- as claims
  PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;

-- One row is the state that a text gives a tracked topic. Written by import.
CREATE TABLE statuses (
  snapshot_id INTEGER NOT NULL       -- where it stands
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 … in text order
  id TEXT NOT NULL,                  -- the same for the same snapshot and place
  topic TEXT NOT NULL,               -- one of those built in (ceasefire, talks, inquiry, ...), or a user's own
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

-- One row is a publisher's own words on a change. Written by import.
CREATE TABLE notices (
  snapshot_id INTEGER NOT NULL       -- the snapshot with which it came
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 … in text order
  text TEXT NOT NULL,                -- what it says
  span_start INTEGER,                -- first scalar value; NULL = it came beside the text
  span_end INTEGER,                  -- one past the last; NULL with span_start
  PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;

-- One row is what a reader should know about the reading of a text. Written by import.
CREATE TABLE extraction_notes (
  snapshot_id INTEGER NOT NULL       -- the snapshot
    REFERENCES snapshots (id),
  position INTEGER NOT NULL,         -- 0 …
  note TEXT NOT NULL,                -- one sentence
  PRIMARY KEY (snapshot_id, position)
) STRICT, WITHOUT ROWID;

-- One row is a claim followed through versions and outlets. Written by import.
CREATE TABLE threads (
  story_id INTEGER NOT NULL          -- the story in which it is followed
    REFERENCES stories (id),
  id TEXT NOT NULL,                  -- unique in its story
  position INTEGER NOT NULL,         -- 0 … in the order in which the story's threads began
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
  voice TEXT NOT NULL,               -- says, refuses, asks, commits, withholds; worded, called, counts
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

-- One row is a sentence's parse, kept so that a new version costs its new sentences; an answer is the same without it. Written by import
-- and rebuild where sentences are parsed.
CREATE TABLE parses (
  key BLOB PRIMARY KEY               -- first 16 bytes of SHA-256 over program version, model and sentence
    CHECK (length(key) = 16),
  words BLOB NOT NULL                -- five numbers for each word: gap, length, head, relation, tag (src/syntax/parse_bytes.rs)
) STRICT, WITHOUT ROWID;

-- One row is a snapshot with its names, for readers of this file. Nothing is stored in it.
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

-- Full text over snapshots; kept by trigger, since evidence is only appended.
CREATE VIRTUAL TABLE snapshots_fts USING fts5 (
  title,                             -- snapshots.title
  text,                              -- snapshots.text
  content = 'snapshots',
  content_rowid = 'id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER snapshots_index AFTER INSERT ON snapshots
BEGIN
  INSERT INTO snapshots_fts (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;

-- Full text over claims. What writes a snapshot's claims indexes them, all in one statement; a trigger takes them out again.
CREATE VIRTUAL TABLE claims_fts USING fts5 (
  content,                           -- claims.content
  source_name,                       -- claims.source_name
  source_text,                       -- claims.source_text
  content = 'claims',
  content_rowid = 'row_id',
  tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER claims_unindex AFTER DELETE ON claims
BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, content, source_name, source_text)
  VALUES ('delete', OLD.row_id, OLD.content, OLD.source_name, OLD.source_text);
END;
