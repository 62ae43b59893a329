//! Which rows of today the decisions that stand are on, and what each says of them.
//!
//! What a decision on a claim or a thread is on, and whether it counts, is what following the story says of it (`follow::Ruled`); what one
//! on a change is on, `rows` says. Of several verdicts on a row the last counts.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::rows::Rows;
use super::{Item, Verdict};
pub use crate::follow::Fate;
use crate::follow::{self, Row};
use crate::model::{Claim, Ruling, SubjectKind};
use crate::store::{Decision, SnapshotId, Store, StoreError, StoredChange};

/// The decisions of a story, or of all stories, with the rows that they are on.
#[derive(Debug, Default)]
pub struct Standing {
    decisions: Vec<Decision>,
    /// What became of each.
    fates: Vec<Fate>,
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
        let made = store.decisions()?;
        if made.is_empty() {
            return Ok(Standing::default());
        }
        let snapshots = store.snapshots(story)?;
        let mut stories: FxHashMap<&str, BTreeSet<&str>> = FxHashMap::default();
        for info in &snapshots {
            stories.entry(&info.sha256).or_default().insert(&info.story);
        }
        let (mut out, mut decisions) = (Standing::default(), Vec::new());
        let mut concerned: BTreeSet<&str> = BTreeSet::new();
        for decision in made {
            let Some(stories) = stories.get(decision.made.subject.sha256.as_str()) else { continue };
            let fate = match (decision.stands, decision.undoes) {
                (false, _) => Fate::TakenBack,
                (true, Some(_)) => Fate::Stands,
                // Until a row is found that it is on.
                (true, None) => {
                    concerned.extend(stories);
                    Fate::Lost
                }
            };
            decisions.push(decision);
            out.fates.push(fate);
        }
        concerned.into_iter().try_for_each(|story| out.place_in(store, story, &decisions))?;
        Ok(Standing { decisions, ..out })
    }

    /// Puts the decisions on the rows of one story.
    fn place_in(&mut self, store: &Store, story: &str, decisions: &[Decision]) -> Result<(), StoreError> {
        let rows = Rows::read(store, story, decisions)?;
        let ruled = follow::Ruled::read(store, story, decisions)?;
        for weighed in ruled.weigh(&ruled.stored(store, story)?) {
            let at = decisions.partition_point(|known| known.id < weighed.decision.id);
            let made = &weighed.decision.made;
            self.found(at, weighed.fate);
            // A verdict gives way to the next on its row by itself; a merge that does not count says nothing of any row.
            if weighed.fate != Fate::Stands && !made.ruling.is_verdict() {
                continue;
            }
            match weighed.row {
                Some(Row::Thread(thread)) => {
                    rows.members(&thread).iter().for_each(|claim| put(&mut self.claims, claim.clone(), at, made.ruling));
                    put(&mut self.threads, thread, at, made.ruling);
                }
                Some(Row::Words(words)) => {
                    let mut ids = rows.of_words(&words)?;
                    if made.ruling == Ruling::Accept {
                        // Right as it stands says nothing of other places, but for a verdict that it takes the place of.
                        ids.retain(|id| id == weighed.claim || self.claims.get(id).is_some_and(|ruled| ruled.verdict.is_some()));
                    }
                    ids.into_iter().for_each(|id| put(&mut self.claims, id, at, made.ruling));
                }
                None => {}
            }
        }
        for (at, decision) in decisions.iter().enumerate().filter(|(_, decision)| decision.stands && decision.undoes.is_none()) {
            if let Some(change) = rows.change(&decision.made.subject) {
                let before = self.changes.get(&change).and_then(|ruled| ruled.verdict);
                put(&mut self.changes, change, at, decision.made.ruling);
                self.found(at, Fate::Stands);
                before.into_iter().for_each(|earlier| self.fates[earlier] = Fate::Superseded(decision.id));
            }
        }
        Ok(())
    }

    /// Notes what became of a decision; where several stories hold the bytes that it names, it is lost only if it is in all.
    fn found(&mut self, at: usize, fate: Fate) {
        if self.fates[at] != Fate::Stands && fate != Fate::Lost {
            self.fates[at] = fate;
        }
    }

    /// Every decision, oldest first.
    pub fn all(&self) -> impl Iterator<Item = (&Decision, Fate)> {
        self.decisions.iter().zip(self.fates.iter().copied())
    }

    /// What was decided last on a claim, its words or its thread.
    pub fn on_claim(&self, id: &str) -> Option<&Decision> {
        self.claims.get(id).map(|ruled| &self.decisions[ruled.last])
    }

    /// What was decided last on a change.
    pub fn on_change(&self, stored: &StoredChange) -> Option<&Decision> {
        self.changes.get(&(stored.to, stored.change.id.clone())).map(|ruled| &self.decisions[ruled.last])
    }

    /// Something was decided on the row.
    pub fn is_decided(&self, item: &Item) -> bool {
        self.on(item).is_some()
    }

    /// The decision on rows of this kind that says already what `verdict` does.
    pub(super) fn said(&self, item: &Item, verdict: &Verdict) -> Option<&Decision> {
        let is_same = |decision: &&Decision| {
            let made = &decision.made;
            made.subject.kind == item.subject.kind && made.ruling == verdict.ruling() && made.detail.as_deref() == verdict.label()
        };
        self.verdict(self.on(item)).filter(is_same)
    }

    fn on(&self, item: &Item) -> Option<&Ruled> {
        let row = &item.subject.row;
        match item.subject.kind {
            SubjectKind::Change => self.changes.get(&(item.brought_by, row.clone())),
            SubjectKind::Thread => self.threads.get(row),
            SubjectKind::Claim => self.claims.get(row),
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
        ruled?.verdict.map(|at| &self.decisions[at])
    }
}

/// What a relabel says.
fn relabelled<T: std::str::FromStr>(decision: &Decision) -> Option<T> {
    let label = decision.made.detail.as_deref().filter(|_| decision.made.ruling == Ruling::Relabel)?;
    label.parse().ok()
}

/// Notes a decision on a row.
fn put<K: std::hash::Hash + Eq>(rows: &mut FxHashMap<K, Ruled>, key: K, at: usize, ruling: Ruling) {
    let ruled = rows.entry(key).or_default();
    ruled.last = at;
    if ruling.is_verdict() {
        ruled.verdict = Some(at);
    }
}
