//! The decisions of people on the claims and threads of a story: what each is on today, which of them count, and what they ask of
//! following.
//!
//! Following a story and telling what stands (`decisions::Standing`) both come here, so that they cannot differ. A ruling on a claim holds
//! for its words (`track::ClaimWords`), one on a thread for the thread in which its claim is: a thread is called by its first claim, so an
//! earlier version that is imported later gives it another name. Of several verdicts on a row the last counts; a split takes the place of
//! the merges with the same claim that were made before it.
//!
//! Known failure: a ruling on a thread is lost, and said to be, once the claim at which it points is itself rejected.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::pointed::{self, Pointed};
use crate::model::{Act, Ruling, SubjectKind};
use crate::store::{Decision, DecisionId, SnapshotId, SnapshotInfo, Store, StoreError, Tracking};
use crate::track::{self, ClaimWords};

/// What became of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It counts.
    Stands,
    /// An undo took it back.
    TakenBack,
    /// A later decision counts in its place: a verdict on the same row, or a split of what was merged.
    Superseded(DecisionId),
    /// It stands, but no row of today is the one that it is on, or the one with which it merges.
    Lost,
}

/// What a decision is on: a thread, or claims of some words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Row {
    Words(ClaimWords),
    Thread(String),
}

/// A decision with what it is on, where that is there, and what became of it.
pub(crate) struct Weighed<'r> {
    pub(crate) decision: &'r Decision,
    /// The id of the claim at which it points.
    pub(crate) claim: &'r str,
    pub(crate) row: Option<Row>,
    pub(crate) fate: Fate,
}

/// Of each decision, the thread in which the claim is at which it points.
pub(crate) type Threads = Vec<Option<String>>;

/// The decisions on the claims and threads of a story that were not taken back, in the order in which they were made.
pub(crate) struct Ruled {
    list: Vec<Pointing>,
}

struct Pointing {
    decision: Decision,
    /// The claim that it is on; for a thread the one that began it then.
    on: Option<Pointed>,
    /// The claim with which it is merged.
    with: Option<Pointed>,
}

/// What decisions ask of following.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) rulings: track::Rulings,
    /// Acts of whole threads, which `rulings` has, too.
    pub(super) acts: BTreeMap<String, Act>,
    /// Claims of each group that was merged.
    pub(super) groups: Vec<(usize, SnapshotId, String)>,
    rejected: Vec<String>,
}

impl Ruled {
    /// Finds the claims of `story` at which `decisions` point.
    pub(crate) fn read(store: &Store, story: &str, decisions: &[Decision]) -> Result<Ruled, StoreError> {
        let mut list = Vec::new();
        let mut ids = None;
        let is_on_claims = |decision: &&Decision| decision.undoes.is_none() && decision.made.subject.kind != SubjectKind::Change;
        for decision in decisions.iter().filter(|decision| decision.stands).filter(is_on_claims) {
            if store.with_hash(&decision.made.subject.sha256)?.iter().all(|info| info.story != story) {
                continue;
            }
            let made = &decision.made;
            let with = match (&made.with, &made.detail) {
                (Some(with), _) => pointed::at(store, story, with)?,
                (None, Some(id)) if made.ruling == Ruling::Merge => pointed::called(store, story, id, &mut ids)?,
                _ => None,
            };
            list.push(Pointing { decision: decision.clone(), on: pointed::at(store, story, &made.subject)?, with });
        }
        Ok(Ruled { list })
    }

    /// The threads that the claims would begin: right for all to which no earlier claim was added.
    pub(super) fn begun(&self) -> Threads {
        self.list.iter().map(|pointing| pointing.on.as_ref().map(|on| track::thread_id(&on.claim))).collect()
    }

    /// The threads that the claims have in the store.
    pub(crate) fn stored(&self, store: &Store, story: &str) -> Result<Threads, StoreError> {
        let memory = store.memory(story)?;
        let thread = |on: &Pointed| memory.thread_of(on.snapshot, &on.claim);
        self.list.iter().map(|pointing| Ok(pointing.on.as_ref().map(thread).transpose()?.flatten())).collect()
    }

    /// The threads that following the whole story gave the claims.
    pub(super) fn followed(&self, found: &Tracking) -> Threads {
        let thread: FxHashMap<_, _> = found.members.iter().map(|member| ((member.snapshot, &member.claim), &member.thread)).collect();
        let of = |on: &Pointed| thread.get(&(on.snapshot, &on.claim)).map(|thread| (*thread).clone());
        self.list.iter().map(|pointing| pointing.on.as_ref().and_then(of)).collect()
    }

    /// One of the claims stands in one of these snapshots.
    pub(super) fn is_in(&self, snapshots: &[SnapshotInfo]) -> bool {
        let mut claims = self.list.iter().flat_map(|pointing| [&pointing.on, &pointing.with]).flatten();
        claims.any(|claim| snapshots.iter().any(|info| info.id == claim.snapshot))
    }

    /// What each decision is on and what became of it.
    pub(crate) fn weigh(&self, threads: &Threads) -> Vec<Weighed<'_>> {
        let mut out: Vec<Weighed<'_>> = Vec::new();
        // The last verdict on each row so far.
        let mut verdicts: FxHashMap<Row, usize> = FxHashMap::default();
        for (at, (pointing, thread)) in self.list.iter().zip(threads).enumerate() {
            let made = &pointing.decision.made;
            let row = match made.subject.kind {
                SubjectKind::Thread => thread.clone().map(Row::Thread),
                _ => pointing.on.as_ref().map(|on| Row::Words(on.words.clone())),
            };
            let is_lost = row.is_none() || (made.ruling == Ruling::Merge && pointing.with.is_none());
            let fate = if is_lost { Fate::Lost } else { Fate::Stands };
            let later = Fate::Superseded(pointing.decision.id);
            if let Some(row) = row.as_ref().filter(|_| made.ruling.is_verdict()) {
                verdicts.insert(row.clone(), at).into_iter().for_each(|earlier| out[earlier].fate = later);
            }
            if let Some(on) = pointing.on.as_ref().filter(|_| made.ruling == Ruling::Split) {
                for (merge, _) in self.list[..at].iter().enumerate().filter(|(_, earlier)| earlier.merges(&on.words)) {
                    if out[merge].fate == Fate::Stands {
                        out[merge].fate = later;
                    }
                }
            }
            let claim = pointing.on.as_ref().map_or("", |on| &on.claim);
            out.push(Weighed { decision: &pointing.decision, claim, row, fate });
        }
        out
    }

    /// What the decisions that count ask, where their claims are in these threads.
    pub(super) fn asked(&self, threads: &Threads) -> Asked {
        let mut out = Asked::default();
        let mut grouped: Vec<&Pointed> = Vec::new();
        let weighed = self.weigh(threads).into_iter().map(|weighed| (weighed.fate, weighed.row));
        for (pointing, (_, row)) in self.list.iter().zip(weighed).filter(|(_, (fate, _))| *fate == Fate::Stands) {
            let (Some(on), Some(row)) = (&pointing.on, row) else { continue };
            let act = || pointing.decision.made.detail.as_ref()?.parse().ok();
            match (pointing.decision.made.ruling, row) {
                (Ruling::Reject, Row::Thread(thread)) => out.rejected.push(thread),
                (Ruling::Reject, Row::Words(words)) => out.rulings.reject(words),
                (Ruling::Relabel, Row::Thread(thread)) => out.acts.extend(act().map(|act| (thread, act))),
                (Ruling::Relabel, Row::Words(words)) => act().into_iter().for_each(|act| out.rulings.relabel(words.clone(), act)),
                (Ruling::Split, _) => {
                    out.rulings.split(on.words.clone());
                    grouped.push(on);
                }
                (Ruling::Merge, _) => {
                    let Some(with) = &pointing.with else { continue };
                    out.rulings.merge(on.words.clone(), with.words.clone());
                    grouped.extend([on, with]);
                }
                (Ruling::Accept | Ruling::Undo, _) => {}
            }
        }
        out.acts.iter().for_each(|(thread, act)| out.rulings.relabel_thread(thread.clone(), *act));
        let group = |on: &Pointed| out.rulings.group_of(&on.words).map(|group| (group, on.snapshot, on.claim.clone()));
        out.groups = grouped.into_iter().filter_map(group).collect();
        out
    }
}

impl Pointing {
    /// It is a merge of claims of these words with others.
    fn merges(&self, words: &ClaimWords) -> bool {
        let mut both = [&self.on, &self.with].into_iter().flatten();
        self.decision.made.ruling == Ruling::Merge && both.any(|claim| claim.words == *words)
    }
}

impl Asked {
    /// Marks the threads that are rejected as a whole.
    pub(super) fn reject(&self, found: &mut Tracking) {
        found.threads.iter_mut().for_each(|followed| followed.rejected = self.rejected.contains(&followed.thread.id));
    }
}
