//! Which rows of today the decisions that stand are on, and what each says of them.
//!
//! A row is found by the id that it had when it was ruled on; where another version of the program gave it another id, by what does not
//! change: for a claim the snapshot's hash and its place there, for a change both snapshots, both places, its kind and its thread. One
//! decision on a change is on one change, or, where it cannot be told which, on none. One on a claim holds wherever the story gives the
//! same source the same words (`track::Rulings`), one on a thread for all its claims. The last verdict on a row counts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Item;
use crate::model::{Claim, Ruling, SubjectKind};
use crate::store::{ClaimFilter, Decision, DecisionId, SnapshotId, SnapshotInfo, Store, StoreError, StoredChange, StoredClaim, Subject};
use crate::text::CharIndex;

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Stands,
    /// An undo took it back.
    TakenBack,
    /// A later verdict on the same row counts in its place.
    Superseded(DecisionId),
    /// It stands, but no row of today is the one that it is on.
    Lost,
}

/// The decisions of a story, or of all stories, with the rows that they are on.
#[derive(Debug, Default)]
pub struct Standing {
    decisions: Vec<(Decision, Fate)>,
    claims: FxHashMap<String, Ruled>,
    threads: FxHashMap<String, Ruled>,
    changes: FxHashMap<(SnapshotId, String), Ruled>,
}

/// Places among the decisions of those on one row.
#[derive(Clone, Copy, Debug, Default)]
struct Ruled {
    last: usize,
    verdict: Option<usize>,
}

impl Standing {
    /// Reads the decisions on the rows of `story`, or on all.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn read(store: &Store, story: Option<&str>) -> Result<Standing, StoreError> {
        let decisions = store.decisions()?;
        if decisions.is_empty() {
            return Ok(Standing::default());
        }
        let rows = Rows::read(store, story, &decisions)?;
        let mut out = Standing::default();
        for decision in decisions.into_iter().filter(|decision| rows.is_of_story(&decision.made.subject)) {
            let fate = if decision.stands { Fate::Stands } else { Fate::TakenBack };
            out.decisions.push((decision, fate));
        }
        for at in 0..out.decisions.len() {
            let (decision, fate) = &out.decisions[at];
            if *fate == Fate::Stands && decision.undoes.is_none() && !out.place(at, &rows)? {
                out.decisions[at].1 = Fate::Lost;
            }
        }
        Ok(out)
    }

    /// Every decision, oldest first.
    pub fn all(&self) -> impl Iterator<Item = (&Decision, Fate)> {
        self.decisions.iter().map(|(decision, fate)| (decision, *fate))
    }

    /// What was decided last on a claim, its words or its thread.
    pub fn on_claim(&self, id: &str) -> Option<&Decision> {
        self.claims.get(id).map(|ruled| &self.decisions[ruled.last].0)
    }

    /// What was decided last on a change.
    pub fn on_change(&self, stored: &StoredChange) -> Option<&Decision> {
        self.changes.get(&(stored.to, stored.change.id.clone())).map(|ruled| &self.decisions[ruled.last].0)
    }

    /// What was decided last on a thread.
    pub fn on_thread(&self, id: &str) -> Option<&Decision> {
        self.threads.get(id).map(|ruled| &self.decisions[ruled.last].0)
    }

    /// Something was decided on the row.
    pub fn is_decided(&self, item: &Item) -> bool {
        let row = &item.subject.row;
        match item.subject.kind {
            SubjectKind::Change => self.changes.contains_key(&(item.brought_by, row.clone())),
            SubjectKind::Thread => self.threads.contains_key(row),
            SubjectKind::Claim => self.claims.contains_key(row),
        }
    }

    /// Somebody rejected the claim.
    pub fn is_claim_rejected(&self, id: &str) -> bool {
        self.verdict(self.claims.get(id)).is_some_and(|decision| decision.made.ruling == Ruling::Reject)
    }

    /// Somebody rejected the change.
    pub fn is_change_rejected(&self, stored: &StoredChange) -> bool {
        let ruled = self.changes.get(&(stored.to, stored.change.id.clone()));
        self.verdict(ruled).is_some_and(|decision| decision.made.ruling == Ruling::Reject)
    }

    /// `claim` under the act that was ruled.
    #[must_use]
    pub fn claim_as_ruled(&self, mut claim: Claim) -> Claim {
        claim.act = self.verdict(self.claims.get(&claim.id)).and_then(relabelled).unwrap_or(claim.act);
        claim
    }

    /// `stored` under the kind that was ruled.
    #[must_use]
    pub fn change_as_ruled(&self, mut stored: StoredChange) -> StoredChange {
        let ruled = self.verdict(self.changes.get(&(stored.to, stored.change.id.clone())));
        stored.change.kind = ruled.and_then(relabelled).unwrap_or(stored.change.kind);
        stored
    }

    fn verdict(&self, ruled: Option<&Ruled>) -> Option<&Decision> {
        ruled?.verdict.map(|at| &self.decisions[at].0)
    }

    /// Puts a decision on the rows that it is on; whether there are any.
    fn place(&mut self, at: usize, rows: &Rows<'_>) -> Result<bool, StoreError> {
        let made = &self.decisions[at].0.made;
        let is_verdict = made.ruling.is_verdict();
        let mut before = Vec::new();
        let found = match made.subject.kind {
            SubjectKind::Change => {
                let change = rows.change(&made.subject);
                before.extend(change.clone().and_then(|key| put(&mut self.changes, key, at, is_verdict)));
                change.is_some()
            }
            SubjectKind::Thread => {
                let thread = rows.thread(&made.subject);
                before.extend(thread.clone().and_then(|thread| put(&mut self.threads, thread, at, is_verdict)));
                for claim in thread.iter().flat_map(|thread| &rows.members[thread]) {
                    put(&mut self.claims, claim.clone(), at, is_verdict);
                }
                thread.is_some()
            }
            SubjectKind::Claim => match rows.claim(&made.subject) {
                None => false,
                Some(on) => {
                    let mut ids = rows.of_words(on)?;
                    if made.ruling == Ruling::Accept {
                        // Right as it stands says nothing of other places, but for a verdict that it takes the place of.
                        ids.retain(|id| *id == on.found.id || self.claims.get(id).is_some_and(|ruled| ruled.verdict.is_some()));
                    }
                    for id in ids {
                        before.extend(put(&mut self.claims, id, at, is_verdict));
                    }
                    true
                }
            },
        };
        let (id, kind) = (self.decisions[at].0.id, self.decisions[at].0.made.subject.kind);
        for earlier in before {
            if self.decisions[earlier].0.made.subject.kind == kind {
                self.decisions[earlier].1 = Fate::Superseded(id);
            }
        }
        Ok(found)
    }
}

/// What a relabel says.
fn relabelled<T: std::str::FromStr>(decision: &Decision) -> Option<T> {
    let label = decision.made.detail.as_deref().filter(|_| decision.made.ruling == Ruling::Relabel)?;
    label.parse().ok()
}

/// Notes a decision on a row; gives the verdict that a new one takes the place of.
fn put<K: std::hash::Hash + Eq>(rows: &mut FxHashMap<K, Ruled>, key: K, at: usize, is_verdict: bool) -> Option<usize> {
    let ruled = rows.entry(key).or_default();
    ruled.last = at;
    if is_verdict { ruled.verdict.replace(at) } else { None }
}

/// The rows of today, as far as decisions on them ask for them.
struct Rows<'s> {
    store: &'s Store,
    snapshots: FxHashMap<SnapshotId, SnapshotInfo>,
    hashes: FxHashSet<String>,
    claims: Vec<StoredClaim>,
    changes: Vec<StoredChange>,
    /// Thread → its claims.
    members: FxHashMap<String, Vec<String>>,
}

impl<'s> Rows<'s> {
    fn read(store: &'s Store, story: Option<&str>, decisions: &[Decision]) -> Result<Self, StoreError> {
        let is_asked = |kind: SubjectKind| decisions.iter().any(|decision| decision.made.subject.kind == kind);
        let snapshots = store.snapshots(story)?;
        let filter = ClaimFilter { story: story.map(str::to_owned), ..ClaimFilter::default() };
        let mut members: FxHashMap<String, Vec<String>> = FxHashMap::default();
        if is_asked(SubjectKind::Thread) {
            let kept = store.members(story)?.into_iter().map(|member| (member.thread, member.claim));
            for (thread, claim) in kept.chain(store.rejected_members(story)?) {
                members.entry(thread).or_default().push(claim);
            }
        }
        Ok(Rows {
            store,
            hashes: snapshots.iter().map(|info| info.sha256.clone()).collect(),
            snapshots: snapshots.into_iter().map(|info| (info.id, info)).collect(),
            claims: if is_asked(SubjectKind::Claim) || is_asked(SubjectKind::Thread) { store.claims(&filter)? } else { Vec::new() },
            changes: if is_asked(SubjectKind::Change) { store.changes(story)? } else { Vec::new() },
            members,
        })
    }

    fn is_of_story(&self, subject: &Subject) -> bool {
        self.hashes.contains(&subject.sha256)
    }

    fn has_hash(&self, id: SnapshotId, sha256: &str) -> bool {
        self.snapshots.get(&id).is_some_and(|info| info.sha256 == sha256)
    }

    /// The claim that a decision points at, found as following it finds it (`follow::ruled`).
    fn claim(&self, subject: &Subject) -> Option<&StoredClaim> {
        let mut at_place = self
            .claims
            .iter()
            .filter(|stored| stored.found.evidence.span == subject.span && self.has_hash(stored.snapshot, &subject.sha256))
            .peekable();
        let first = at_place.peek().copied();
        at_place.find(|stored| stored.found.id == subject.row).or(first)
    }

    /// The thread that a decision is on: of that id, or in which the claim at its place is today.
    fn thread(&self, subject: &Subject) -> Option<String> {
        if self.members.contains_key(&subject.row) {
            return Some(subject.row.clone());
        }
        let claim = &self.claim(subject)?.found.id;
        self.members.iter().find(|(_, claims)| claims.contains(claim)).map(|(thread, _)| thread.clone())
    }

    /// Ids of the claims for which a ruling on `on` holds.
    fn of_words(&self, on: &StoredClaim) -> Result<Vec<String>, StoreError> {
        let words = self.words(on)?;
        let mut out = Vec::new();
        for stored in &self.claims {
            let is_alike = |left: &Claim, right: &Claim| {
                left.act == right.act
                    && left.content.text == right.content.text
                    && left.source.as_ref().map(|source| &source.name) == right.source.as_ref().map(|source| &source.name)
            };
            if stored.found.id == on.found.id || (is_alike(&stored.found, &on.found) && self.words(stored)? == words) {
                out.push(stored.found.id.clone());
            }
        }
        Ok(out)
    }

    fn words(&self, stored: &StoredClaim) -> Result<String, StoreError> {
        let text = self.store.text(stored.snapshot)?;
        Ok(CharIndex::new(&text).bytes(stored.found.evidence.span).of(&text).to_owned())
    }

    /// The one change that a decision is on.
    fn change(&self, subject: &Subject) -> Option<(SnapshotId, String)> {
        let key = |stored: &StoredChange| (stored.to, stored.change.id.clone());
        let Some(wanted) = &subject.change else {
            // Decisions of old stores name the row and a sentence; where the row is gone and the sentence tells of several, none is meant.
            let place = |stored: &&StoredChange| {
                let (to, from) = (stored.change.evidence_to, stored.change.evidence_from);
                let (snapshot, span) = if to.is_some() { (stored.to, to) } else { (stored.from, from) };
                span == Some(subject.span) && self.has_hash(snapshot, &subject.sha256)
            };
            let mut at_place = self.changes.iter().filter(place).peekable();
            let same = at_place.clone().find(|stored| stored.change.id == subject.row);
            let first = at_place.next();
            return same.or(first.filter(|_| at_place.peek().is_none())).map(key);
        };
        let between =
            |stored: &&StoredChange| self.has_hash(stored.from, &wanted.from.sha256) && self.has_hash(stored.to, &wanted.to.sha256);
        if let Some(same) = self.changes.iter().filter(between).find(|stored| stored.change.id == subject.row) {
            return Some(key(same));
        }
        let is_it = |stored: &&StoredChange| {
            let change = &stored.change;
            change.kind == wanted.kind && change.evidence_from == wanted.from.span && change.evidence_to == wanted.to.span
        };
        let alike: Vec<&StoredChange> = self.changes.iter().filter(between).filter(is_it).collect();
        let of_thread: Vec<&StoredChange> = alike.iter().copied().filter(|stored| stored.change.thread == wanted.thread).collect();
        match (alike.as_slice(), of_thread.as_slice()) {
            ([only], _) | (_, [only]) => Some(key(only)),
            _ => None,
        }
    }
}
