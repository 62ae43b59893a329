//! One import, rebuild or decision: one transaction.

use std::ops::Deref;

use super::derived::DERIVED;
use super::error::{StoreError, StoreErrorKind};
use super::evidence::{Appended, Unordered};
use super::records::{Added, DecisionId, NewDecision, Place, SnapshotId, Tracking};
use super::{Store, decisions, evidence, findings, parses, tracking, verify};
use crate::model::{Capture, Findings};

/// A transaction that writes. Dropped without [`Writer::commit`], it leaves the store as it was.
///
/// All that [`Store`] reads can be read through it, its own writes included.
///
/// # Errors
/// Every method gives what SQLite says where it cannot write. The transaction is to be dropped then.
#[derive(Debug)]
#[must_use = "nothing is stored before `commit`"]
pub struct Writer<'s> {
    store: &'s mut Store,
    added: Vec<SnapshotId>,
    is_committed: bool,
}

#[allow(clippy::missing_errors_doc, reason = "said of all methods at the type")]
impl<'s> Writer<'s> {
    /// Waits for other writers as long as the store was told to when it was opened.
    pub(super) fn begin(store: &'s mut Store) -> Result<Self, StoreError> {
        store.run(|db| Ok(db.execute_batch("BEGIN IMMEDIATE")?))?;
        Ok(Writer { store, added: Vec::new(), is_committed: false })
    }

    /// Appends a snapshot, unless the report has it already. Its ordinal is known at once.
    pub fn add(&mut self, capture: &Capture, place: Place<'_>, imported_at: i64) -> Result<Added, StoreError> {
        Ok(self.add_all([(capture, place)], imported_at)?.remove(0).added)
    }

    /// The same for many, in this order; the versions of a report are numbered once.
    pub(crate) fn add_all<'c>(
        &mut self,
        captures: impl IntoIterator<Item = (&'c Capture, Place<'c>)>,
        imported_at: i64,
    ) -> Result<Vec<Appended>, StoreError> {
        let mut unordered = Unordered::new();
        let mut all = Vec::new();
        for (capture, place) in captures {
            let appended = self.store.run(|db| evidence::append(db, capture, place, imported_at, &mut unordered))?;
            if let Added::New(id) = appended.added {
                self.added.push(id);
            }
            all.push(appended);
        }
        self.store.run(|db| unordered.into_iter().try_for_each(|report| evidence::renumber(db, report)))?;
        Ok(all)
    }

    /// Replaces what was found in `snapshot`. Its claims leave their threads.
    pub(crate) fn put_findings(&mut self, snapshot: SnapshotId, found: &Findings) -> Result<(), StoreError> {
        self.store.run(|db| findings::put(db, snapshot, found))
    }

    /// Replaces the threads and changes of `story`. Every member must be a stored claim.
    pub(crate) fn put_tracking(&mut self, story: &str, tracking: &Tracking) -> Result<(), StoreError> {
        self.store.run(|db| tracking::clear(db, story).and_then(|()| tracking::add(db, story, tracking)))
    }

    /// Adds what following more versions of `story` gave to what is stored. Every member must be a stored claim.
    pub(crate) fn add_tracking(&mut self, story: &str, tracking: &Tracking) -> Result<(), StoreError> {
        self.store.run(|db| tracking::add(db, story, tracking))
    }

    /// Keeps a sentence's parse under `key`, so that it need not be made again.
    pub(crate) fn keep_parse(&self, key: &[u8], parse: &[u8]) -> Result<(), StoreError> {
        self.store.run(|db| parses::put(db, key, parse))
    }

    /// The snapshots that this writer added, in the order in which it did.
    pub(crate) fn added(&self) -> &[SnapshotId] {
        &self.added
    }

    /// Drops all derivations, then numbers the versions and indexes the texts again, which need nothing but evidence.
    pub(crate) fn clear_derivations(&mut self) -> Result<(), StoreError> {
        self.store.run(|db| {
            // First, since rows cannot be taken out of an index that does not hold them.
            db.execute_batch(
                "INSERT INTO claims_fts (claims_fts) VALUES ('rebuild'); INSERT INTO snapshots_fts (snapshots_fts) VALUES ('rebuild');",
            )?;
            for derived in DERIVED.iter().rev() {
                db.execute_batch(&format!("DELETE FROM {}", derived.table))?;
            }
            evidence::report_ids(db)?.into_iter().try_for_each(|report| evidence::renumber(db, report))
        })
    }

    /// Notes which program and lexicons made the derivations.
    pub(crate) fn set_derived_by(&mut self, program: &str) -> Result<(), StoreError> {
        self.store.run(|db| {
            db.execute("INSERT OR REPLACE INTO derivation (key, value) VALUES ('derived_by', ?1)", [program])?;
            Ok(())
        })
    }

    /// Appends a decision.
    pub fn decide(&mut self, decision: &NewDecision) -> Result<DecisionId, StoreError> {
        self.store.run(|db| decisions::append(db, decision, None))
    }

    /// Appends a decision that takes another back; to take back an undo is to make the first stand again.
    pub fn undo(&mut self, decision: DecisionId, who: &str, why: Option<&str>, decided_at: i64) -> Result<DecisionId, StoreError> {
        self.store.run(|db| decisions::undo(db, decision, who, why, decided_at))
    }

    /// Reads back and hashes again every snapshot that was added, then makes all of it last.
    pub fn commit(mut self) -> Result<(), StoreError> {
        let added = std::mem::take(&mut self.added);
        self.store.run(|db| {
            for id in added {
                if !verify::is_intact(db, id)? {
                    return Err(StoreErrorKind::Damaged(format!("snapshot {} was not stored as it was given", id.0)).into());
                }
            }
            Ok(db.execute_batch("COMMIT")?)
        })?;
        self.is_committed = true;
        Ok(())
    }
}

impl Deref for Writer<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store
    }
}

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        if !self.is_committed {
            // SQLite has rolled back by itself after a full disk; there is nobody to tell in a drop.
            let _ = self.store.run(|db| Ok(db.execute_batch("ROLLBACK")?));
        }
    }
}
