//! Which thread a denial or a rejection answers: what the text links it to, else an accusation of whoever denies, else what its target
//! says or asks in like words.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::memory::{Answered, ThreadState};
use super::{Index, LOOKED_AT, MEMBER};
use crate::model::Act;
use crate::track::read::features::{Said, Voice};
use crate::track::read::names;

impl Index<'_> {
    /// The thread in which the source of `said` denies the charge already: what is denied is what a denial says, however it is put.
    pub(super) fn denying(&mut self, said: &Said, charge: usize) -> Option<(usize, f64, &'static str)> {
        if said.voice != Voice::Refuses {
            return None;
        }
        let denying = self.answering(charge);
        denying.iter().for_each(|thread| self.recall(*thread));
        let is_same = |thread: &usize| {
            let state = self.threads.get(thread);
            state.is_some_and(|state| Voice::of(state.act) == Voice::Refuses && names::key(&state.source_name) == said.source.key)
        };
        denying.into_iter().find(is_same).map(|thread| (thread, 1.0, "same source, denies the same"))
    }

    /// Links the threads of denials and rejections to those that they answer.
    pub(super) fn answer(&mut self, text: &[Said]) {
        let by_id: FxHashMap<&str, usize> = text.iter().filter_map(|said| Some((said.id.as_str(), said.thread?))).collect();
        let charges = charges(text);
        for said in text {
            let Some(thread) = said.thread else { continue };
            let answered = said.answers.as_deref().and_then(|id| by_id.get(id)).copied();
            let mut refused = || self.charged(said, &charges).or_else(|| self.contested(said));
            let answered = answered.or_else(|| if said.voice == Voice::Refuses { refused() } else { None });
            let Some(answered) = answered.filter(|answered| *answered != thread) else { continue };
            let id = self.id(answered).to_owned();
            let Some(state) = self.threads.get_mut(&thread).filter(|state| state.answers.is_none()) else { continue };
            state.answers = Some(Answered { number: answered, id });
            self.touched.insert(thread);
            self.answering.entry(answered).or_default().insert(thread);
        }
    }

    /// The thread of the claim answers none yet.
    fn may_answer(&self, said: &Said) -> bool {
        said.thread.and_then(|thread| self.threads.get(&thread)).is_some_and(|state| state.answers.is_none())
    }

    /// The accusation of the same text that is aimed at who denies, and that shares a word with the denial; the nearest one. Who "denied
    /// that it had made any promise" answers whoever accused it of breaking one.
    fn charged(&self, said: &Said, charges: &Charges<'_>) -> Option<usize> {
        if !self.may_answer(said) {
            return None;
        }
        let near = charges.get(names::handle(&said.source.key))?;
        let at = near.partition_point(|other| other.evidence.start() < said.evidence.start());
        let shares = |other: &&&Said| {
            names::one_ends_in_other(&other.target.name, &said.source.name) && other.gist.iter().any(|stem| said.gist.contains(stem))
        };
        let around = &near[at.saturating_sub(CHARGES)..near.len().min(at + CHARGES)];
        around
            .iter()
            .filter(shares)
            .min_by_key(|other| other.evidence.start().abs_diff(said.evidence.start()))
            .and_then(|other| other.thread)
    }

    /// The accusation or demand of the denial's target that shares its words.
    fn contested(&mut self, said: &Said) -> Option<usize> {
        if said.target.key.is_empty() || !self.may_answer(said) {
            return None;
        }
        let mut best: Option<(usize, f64)> = None;
        for voice in [Voice::Says, Voice::Asks] {
            for thread in self.listed_under(&said.target.key, voice, said).into_iter().take(LOOKED_AT) {
                self.recall(thread);
                let is_target = |state: &ThreadState| names::are_one(&names::key(&state.source_name), &said.target.key, false);
                if !self.threads.get(&thread).is_some_and(is_target) {
                    continue;
                }
                if voice == Voice::Says && self.threads.get(&thread).is_none_or(|state| !state.ever_accused) {
                    continue;
                }
                let score = self.best_wording(thread, |wording| self.likeness(wording, said));
                if score >= MEMBER && best.is_none_or(|(_, most)| score > most) {
                    best = Some((thread, score));
                }
            }
        }
        best.map(|(thread, _)| thread)
    }

    /// The thread that `thread` answers.
    pub(in crate::track) fn answered_by(&self, thread: usize) -> Option<usize> {
        self.threads.get(&thread).and_then(|state| state.answers.as_ref()).map(|answered| answered.number)
    }

    /// The threads that answer `thread`.
    pub(in crate::track) fn answering(&self, thread: usize) -> BTreeSet<usize> {
        let mut out: BTreeSet<usize> = self.past.answering(thread).into_iter().collect();
        out.extend(self.answering.get(&thread).into_iter().flatten());
        out
    }
}

/// The accusations of a text in text order, by the last word of whom they are aimed at: a surname stands for a name.
type Charges<'t> = FxHashMap<&'t str, Vec<&'t Said>>;

/// Accusations before a denial, and after it, that are looked at.
const CHARGES: usize = 8;

fn charges(text: &[Said]) -> Charges<'_> {
    let mut out = Charges::default();
    for said in text.iter().filter(|said| said.act == Act::Accuse && !said.target.is_vague) {
        out.entry(names::handle(&said.target.key)).or_default().push(said);
    }
    out.values_mut().for_each(|charges| charges.sort_by_key(|said| said.evidence.start()));
    out
}
