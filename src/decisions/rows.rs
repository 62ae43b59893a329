//! The rows of a story as decisions on them ask for them.
//!
//! A change is found by the id that it had when it was ruled on; where another version of the program gave it another id, by what does not
//! change: both snapshots, both places, its kind and its thread. Where it cannot be told which change is meant, none is.

use std::cell::RefCell;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use crate::model::SubjectKind;
use crate::store::{ChangeSubject, ClaimFilter, Decision, SnapshotId, Store, StoreError, StoredChange, StoredClaim, Subject, Texts};
use crate::track::ClaimWords;

/// The rows of one story, as far as some decisions ask for them.
pub(super) struct Rows<'s> {
    /// Hashes of its snapshots.
    hashes: FxHashMap<SnapshotId, String>,
    claims: Vec<StoredClaim>,
    changes: Vec<StoredChange>,
    /// The words of the claims that were looked at, by place: telling them takes the text, and one ruling after another asks.
    words: RefCell<FxHashMap<usize, ClaimWords>>,
    texts: RefCell<Texts<'s>>,
    /// Thread → its claims.
    members: FxHashMap<String, Vec<String>>,
}

impl<'s> Rows<'s> {
    pub(super) fn read(store: &'s Store, story: &str, decisions: &[Decision]) -> Result<Self, StoreError> {
        let is_asked = |kind: SubjectKind| decisions.iter().any(|decision| decision.made.subject.kind == kind);
        let mut members: FxHashMap<String, Vec<String>> = FxHashMap::default();
        if is_asked(SubjectKind::Thread) {
            let kept = store.members(Some(story))?.into_iter().map(|member| (member.thread, member.claim));
            for (thread, claim) in kept.chain(store.rejected_members(Some(story))?) {
                members.entry(thread).or_default().push(claim);
            }
        }
        Ok(Rows {
            hashes: store.snapshots(Some(story))?.into_iter().map(|info| (info.id, info.sha256)).collect(),
            claims: if is_asked(SubjectKind::Claim) { store.claims(&ClaimFilter::of_story(Some(story)))? } else { Vec::new() },
            changes: if is_asked(SubjectKind::Change) { store.changes(Some(story))? } else { Vec::new() },
            words: RefCell::default(),
            texts: RefCell::new(Texts::of(store)),
            members,
        })
    }

    fn has_hash(&self, id: SnapshotId, sha256: &str) -> bool {
        self.hashes.get(&id).is_some_and(|hash| hash == sha256)
    }

    /// Ids of the claims of a thread.
    pub(super) fn members(&self, thread: &str) -> &[String] {
        self.members.get(thread).map_or(&[], Vec::as_slice)
    }

    /// Ids of the claims for which a ruling on these words holds.
    pub(super) fn of_words(&self, words: &ClaimWords) -> Result<Vec<String>, StoreError> {
        let mut out = Vec::new();
        let (mut known, mut texts) = (self.words.borrow_mut(), self.texts.borrow_mut());
        for (at, stored) in self.claims.iter().enumerate().filter(|(_, stored)| words.may_be_of(&stored.found)) {
            let own = match known.entry(at) {
                Entry::Occupied(own) => own.into_mut(),
                Entry::Vacant(place) => place.insert(ClaimWords::of(&stored.found, texts.get(stored.snapshot)?.text())),
            };
            if own == words {
                out.push(stored.found.id.clone());
            }
        }
        Ok(out)
    }

    /// The one change that a decision is on.
    pub(super) fn change(&self, subject: &Subject) -> Option<(SnapshotId, String)> {
        let found = match &subject.change {
            _ if subject.kind != SubjectKind::Change => None,
            Some(wanted) => self.between(wanted, &subject.row),
            None => self.at_place(subject),
        };
        found.map(|stored| (stored.to, stored.change.id.clone()))
    }

    /// The change of that id between the two snapshots, else the only one of its kind at its places, or of its thread among these.
    fn between(&self, wanted: &ChangeSubject, row: &str) -> Option<&StoredChange> {
        let is_between =
            |stored: &&StoredChange| self.has_hash(stored.from, &wanted.from.sha256) && self.has_hash(stored.to, &wanted.to.sha256);
        let between = || self.changes.iter().filter(is_between);
        let is_it = |stored: &&StoredChange| {
            let change = &stored.change;
            change.kind == wanted.kind && change.evidence_from == wanted.from.span && change.evidence_to == wanted.to.span
        };
        let of_thread = |stored: &&StoredChange| stored.change.thread == wanted.thread;
        let same = between().find(|stored| stored.change.id == row);
        same.or_else(|| only(between().filter(is_it))).or_else(|| only(between().filter(is_it).filter(of_thread)))
    }

    /// What a decision of an old store is on, which names the row and a sentence: where the row is gone and the sentence tells of several,
    /// none is meant.
    fn at_place(&self, subject: &Subject) -> Option<&StoredChange> {
        let is_there = |stored: &&StoredChange| {
            let (to, from) = (stored.change.evidence_to, stored.change.evidence_from);
            let (snapshot, span) = if to.is_some() { (stored.to, to) } else { (stored.from, from) };
            span == Some(subject.span) && self.has_hash(snapshot, &subject.sha256)
        };
        let there = || self.changes.iter().filter(is_there);
        there().find(|stored| stored.change.id == subject.row).or_else(|| only(there()))
    }
}

/// The only one that there is.
fn only<'s>(mut found: impl Iterator<Item = &'s StoredChange>) -> Option<&'s StoredChange> {
    found.next().filter(|_| found.next().is_none())
}
