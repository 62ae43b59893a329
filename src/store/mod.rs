//! The SQLite file: evidence, decisions and derivations (`schema.sql`). The only user of `rusqlite`.
//!
//! Evidence and decisions are only ever appended; triggers refuse anything else. Derivations are written by the pipeline and
//! can be dropped and remade. One [`Writer`] is one transaction: all of it is stored, or nothing. Times come from the caller;
//! the store has no clock. It knows no language and no file formats.
//!
//! Reading order: [`records`](Place) → `open` → `writer` → `sealed` → `evidence` → `derived` → `findings` → `tracking` → `memory` →
//! `decisions` → `references` → `texts` → `search` → `parses` → `verify`. `migrations` brings old files up to date.

mod columns;
mod decisions;
mod derived;
mod error;
mod evidence;
mod findings;
mod memory;
mod migrations;
mod open;
mod packing;
mod parses;
mod records;
mod references;
mod sealed;
mod search;
mod slug;
#[cfg(test)]
mod tests;
mod texts;
mod tracking;
mod verify;
mod writer;

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use crate::model::{Capture, Findings, SubjectKind};
use crate::text::CharSpan;

pub(crate) use error::FirstError;
pub use error::{StoreError, StoreErrorKind};
pub(crate) use evidence::Appended;
pub(crate) use memory::StoryMemory;
pub use migrations::VERSION as SCHEMA_VERSION;
pub use records::*;
pub use slug::slug;
pub(crate) use texts::Texts;
pub use writer::Writer;

/// How long [`Store::open`] waits for another writer.
pub const BUSY: Duration = Duration::from_secs(5);

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Reading; the file is not touched.
    Read,
    /// Reading and writing; an older store is brought up to date.
    Write,
    /// The same, and a missing or empty file becomes a store.
    Create,
}

/// An open store.
///
/// # Errors
/// Every method that asks the file gives what SQLite says where it cannot be read or written ([`StoreErrorKind`]); one that is given a name
/// also where the store holds nothing of that name.
pub struct Store {
    db: Connection,
    path: PathBuf,
}

#[allow(clippy::missing_errors_doc, reason = "said of all methods at the type")]
impl Store {
    /// Opens the store at `path`, waiting up to [`BUSY`] for another writer.
    pub fn open(path: &Path, access: Access) -> Result<Store, StoreError> {
        Store::open_with(path, access, BUSY)
    }

    /// Opens the store at `path`; it and its writers wait up to `busy` for another writer.
    pub fn open_with(path: &Path, access: Access, busy: Duration) -> Result<Store, StoreError> {
        let db = open::open(path, access, busy).map_err(|error| error.at(path))?;
        Ok(Store { db, path: path.to_owned() })
    }

    /// A store that lives only as long as the process.
    pub fn in_memory() -> Result<Store, StoreError> {
        Ok(Store { db: open::in_memory()?, path: PathBuf::from(":memory:") })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Begins a transaction that writes.
    pub fn writer(&mut self) -> Result<Writer<'_>, StoreError> {
        Writer::begin(self)
    }

    /// As long as this lives, all that is read is of one moment, whatever other programs write meanwhile.
    pub(crate) fn at_once(&self) -> Result<AtOnce<'_>, StoreError> {
        let begins = self.db.is_autocommit();
        if begins {
            self.run(|db| Ok(db.execute_batch("BEGIN")?))?;
        }
        Ok(AtOnce { store: self, begins })
    }

    /// All stories, by slug.
    pub fn stories(&self) -> Result<Vec<StoryInfo>, StoreError> {
        self.run(evidence::stories)
    }

    /// The full name of the story that is called `name` or has the slug of `name`.
    pub fn story(&self, name: &str) -> Result<String, StoreError> {
        self.run(|db| references::story(db, name))
    }

    /// The reports of a story, or all; by story, outlet and report.
    pub fn reports(&self, story: Option<&str>) -> Result<Vec<ReportInfo>, StoreError> {
        self.run(|db| evidence::reports(db, story))
    }

    /// The snapshots of a story, or all; by story, outlet, report and ordinal.
    pub fn snapshots(&self, story: Option<&str>) -> Result<Vec<SnapshotInfo>, StoreError> {
        self.run(|db| evidence::snapshots(db, story))
    }

    /// One snapshot.
    pub fn snapshot(&self, id: SnapshotId) -> Result<SnapshotInfo, StoreError> {
        self.run(|db| evidence::snapshot(db, id))
    }

    /// The snapshot that `reference` names: `report@N`, `outlet@N`, `outlet/report@N`, `…@latest` or a unique hash prefix.
    pub fn resolve(&self, reference: &str) -> Result<SnapshotInfo, StoreError> {
        self.run(|db| references::resolve(db, reference))
    }

    /// A snapshot's text.
    pub fn text(&self, id: SnapshotId) -> Result<String, StoreError> {
        self.run(|db| evidence::text(db, id))
    }

    /// A snapshot's raw bytes, as they came.
    pub fn raw(&self, id: SnapshotId) -> Result<Vec<u8>, StoreError> {
        self.run(|db| evidence::raw(db, id))
    }

    /// All that was found in a snapshot.
    pub fn findings(&self, id: SnapshotId) -> Result<Findings, StoreError> {
        self.run(|db| findings::of(db, id))
    }

    /// What a reader should know of a snapshot ("not English").
    pub fn notes(&self, id: SnapshotId) -> Result<Vec<String>, StoreError> {
        self.run(|db| findings::notes(db, id))
    }

    /// The claims that `filter` lets through, in the order of [`Store::snapshots`], then of their evidence.
    pub fn claims(&self, filter: &ClaimFilter) -> Result<Vec<StoredClaim>, StoreError> {
        self.run(|db| findings::claims(db, filter))
    }

    /// The claims of a snapshot whose evidence is this span: at what a decision may point.
    pub(crate) fn claims_at(&self, snapshot: SnapshotId, span: CharSpan) -> Result<Vec<StoredClaim>, StoreError> {
        self.run(|db| findings::claims_at(db, snapshot, span))
    }

    /// Ids of the claims of a story, ordered as claims.
    pub(crate) fn claim_ids(&self, story: &str) -> Result<Vec<(SnapshotId, String)>, StoreError> {
        self.run(|db| findings::claim_ids(db, story))
    }

    /// The figures of a story, or all; ordered as claims.
    pub fn figures(&self, story: Option<&str>) -> Result<Vec<StoredFigure>, StoreError> {
        self.run(|db| findings::figures(db, story))
    }

    /// The statuses of a story, or all; ordered as claims.
    pub fn statuses(&self, story: Option<&str>) -> Result<Vec<StoredStatus>, StoreError> {
        self.run(|db| findings::statuses(db, story))
    }

    /// The topics of which a status was found, by name.
    pub fn topics(&self) -> Result<Vec<String>, StoreError> {
        self.run(findings::topics)
    }

    /// The notices of a story, or all; ordered as claims.
    pub fn notices(&self, story: Option<&str>) -> Result<Vec<StoredNotice>, StoreError> {
        self.run(|db| findings::notices(db, story))
    }

    /// The threads of a story, or all, in the order in which tracking gave them.
    pub fn threads(&self, story: Option<&str>) -> Result<Vec<Thread>, StoreError> {
        self.run(|db| tracking::threads(db, story))
    }

    /// The members of the threads of a story, or of all, in the order in which tracking gave them.
    pub fn members(&self, story: Option<&str>) -> Result<Vec<ThreadMember>, StoreError> {
        self.run(|db| tracking::members(db, story))
    }

    /// What is kept of a story so that a new version of it can be followed by itself.
    pub(crate) fn memory(&self, story: &str) -> Result<StoryMemory<'_>, StoreError> {
        StoryMemory::of(self, story)
    }

    /// Stories that have to be followed from their beginning.
    pub fn unfollowed(&self) -> Result<Vec<String>, StoreError> {
        self.run(memory::unfollowed)
    }

    /// The snapshots with this hash; by story, outlet, report and ordinal.
    pub(crate) fn with_hash(&self, sha256: &str) -> Result<Vec<SnapshotInfo>, StoreError> {
        self.run(|db| evidence::with_hash(db, sha256))
    }

    /// The version of a report with this ordinal.
    pub fn version(&self, report: ReportId, ordinal: u32) -> Result<Option<SnapshotInfo>, StoreError> {
        self.run(|db| evidence::version(db, report, ordinal))
    }

    /// The changes of a story, or all, in the order in which tracking gave them.
    pub fn changes(&self, story: Option<&str>) -> Result<Vec<StoredChange>, StoreError> {
        self.run(|db| tracking::changes(db, story))
    }

    /// The changes that a snapshot brought, in the order in which tracking gave them.
    pub fn changes_of(&self, snapshot: SnapshotId) -> Result<Vec<StoredChange>, StoreError> {
        self.run(|db| tracking::changes_of(db, snapshot))
    }

    /// The changes of a story, or all, in which one of the two claims has a "not" or another act than the other.
    pub(crate) fn turned_acts(&self, story: Option<&str>) -> Result<Vec<TurnedAct>, StoreError> {
        self.run(|db| tracking::turned_acts(db, story))
    }

    /// Who said before what another says now, for the changes of a story, or all, that tell of it.
    pub(crate) fn turned_sources(&self, story: Option<&str>) -> Result<Vec<TurnedSource>, StoreError> {
        self.run(|db| tracking::turned_sources(db, story))
    }

    /// The thread answers another that has a claim in `snapshot`.
    pub(crate) fn stands_unanswered(&self, story: &str, thread: &str, snapshot: SnapshotId) -> Result<bool, StoreError> {
        self.run(|db| tracking::stands_unanswered(db, story, thread, snapshot))
    }

    /// All decisions in the order in which they were made, those that were taken back included.
    pub fn decisions(&self) -> Result<Vec<Decision>, StoreError> {
        self.run(decisions::list)
    }

    /// What was ruled with this number.
    pub(crate) fn ruling(&self, id: DecisionId) -> Result<NewDecision, StoreError> {
        self.run(|db| decisions::made(db, id))
    }

    /// Something but an acceptance was ruled on rows of this kind once; it may have been taken back.
    pub(crate) fn is_other_than_accepted(&self, kind: SubjectKind) -> Result<bool, StoreError> {
        self.run(|db| decisions::is_other_than_accepted(db, kind))
    }

    /// The threads of a story, or of all, that a decision rejects, each with a claim of it; [`Store::members`] leaves them out.
    pub(crate) fn rejected_members(&self, story: Option<&str>) -> Result<Vec<(String, String)>, StoreError> {
        self.run(|db| decisions::rejected_members(db, story))
    }

    /// Where all of `words` occur in a story, or in all; a part in double quotes must stand as it is. At most `limit` snapshots and as many
    /// claims.
    pub fn search(&self, words: &str, story: Option<&str>, limit: u32) -> Result<Vec<Hit>, StoreError> {
        self.run(|db| search::search(db, words, story, limit))
    }

    /// Answers one SELECT of the user's own; what could write is refused.
    pub fn query(&self, sql: &str) -> Result<Table, StoreError> {
        self.run(|db| search::query(db, sql))
    }

    /// Which program and lexicons made the derivations; `None` where there are none.
    pub fn derived_by(&self) -> Result<Option<String>, StoreError> {
        self.run(|db| Ok(db.query_row("SELECT value FROM derivation WHERE key = 'derived_by'", [], |row| row.get(0)).optional()?))
    }

    /// The parse that was kept under `key`.
    pub(crate) fn parse(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.run(|db| parses::get(db, key))
    }

    /// Everything that is wrong with the file, its schema, its evidence and its decisions; empty where all is well.
    ///
    /// `reread` reads a stored file's bytes again as ingest did. Whether the derivations are what a rebuild would give is told
    /// by [`Store::derivations_digest`] of this store and of a rebuilt one with the same evidence.
    pub fn verify(&self, reread: &dyn Fn(&SnapshotInfo, &[u8]) -> Option<Capture>) -> Result<Vec<Damage>, StoreError> {
        self.run(|db| verify::verify(db, reread))
    }

    /// A snapshot is as it was stored: its raw bytes fit their hash, its text, title, times and names fit its seal.
    pub fn is_intact(&self, id: SnapshotId) -> Result<bool, StoreError> {
        match self.run(|db| verify::is_intact(db, id)) {
            Err(StoreError { kind: StoreErrorKind::Damaged(_), .. }) => Ok(false),
            other => other,
        }
    }

    /// Every derived table in short, equal where the rows are equal.
    pub fn derivations_digest(&self) -> Result<Vec<TableDigest>, StoreError> {
        self.run(verify::digest)
    }

    /// Where a derived table first differs from that of `remade`, in words; `None` for a full-text index, which has no rows of its own.
    pub(crate) fn first_apart(&self, remade: &Store, table: &str) -> Result<Option<String>, StoreError> {
        self.run(|db| verify::first_apart(db, &remade.db, table))
    }

    /// A copy of the evidence and the decisions, nothing derived yet: one that can be rebuilt without touching this store.
    pub(crate) fn copy_to_memory(&self) -> Result<Store, StoreError> {
        let copy = Store::in_memory()?;
        self.run(|db| verify::copy(db, &copy.db))?;
        Ok(copy)
    }

    /// Runs `work`; what fails is said of this store.
    fn run<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&self.db).map_err(|error| error.at(&self.path))
    }
}

/// Reads a store as it is at one moment.
#[derive(Debug)]
#[must_use = "the moment ends when this is dropped"]
pub struct AtOnce<'s> {
    store: &'s Store,
    /// It is not inside another.
    begins: bool,
}

impl Drop for AtOnce<'_> {
    fn drop(&mut self) {
        if self.begins {
            // Nothing was written, so that nothing can be lost; there is nobody to tell in a drop.
            let _ = self.store.run(|db| Ok(db.execute_batch("COMMIT")?));
        }
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("path", &self.path).finish_non_exhaustive()
    }
}
