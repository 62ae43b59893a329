//! The thread of the story that a claim without a pair goes on: the one with the most words of it, or one that is known without them.

use rustc_hash::FxHashMap;

use super::memory::ThreadState;
use super::{Index, LOOKED_AT, MEMBER, elsewhere, headlines, numbers};
use crate::model::{Act, ComparedWording};
use crate::track::read::features::{Said, Voice, likeness};

/// Threads that are compared with a claim.
const COMPARED: usize = 12;
/// The same in the first version of a report, whose writer has words of his own for what others told.
const MEMBER_ELSEWHERE: f64 = 0.45;
/// The same inside one text, where the writer who meant one thing twice would have said it more alike.
const MEMBER_IN_TEXT: f64 = 0.5;

/// Stems that a content must have to be compared by itself.
const TELLING: usize = 2;
/// Share of the words that both have of all words of the two, from which a "not" turns one round into the other.
const TURNED: f64 = 0.7;
/// What a number in common adds to the likeness.
const SAME_NUMBER: f64 = 0.1;
/// What a topic in common adds.
const SAME_TOPIC: f64 = 0.1;

impl Index<'_> {
    /// The thread of the story that `said` is most like.
    pub(super) fn find(
        &mut self,
        said: &Said,
        text: &[Said],
        placed: &FxHashMap<usize, usize>,
        is_first: bool,
    ) -> Option<(usize, f64, &'static str)> {
        let least = if is_first { MEMBER_ELSEWHERE } else { MEMBER };
        if let Some(status) = &said.status {
            let thread = self.by_status.get(status).copied().or_else(|| self.past.of_status(status))?;
            return Some((thread, 1.0, "the outlet's own word, same topic and state"));
        }
        if let Some(thread) = self.worded(said).filter(|thread| !placed.contains_key(thread)) {
            return Some((thread, 1.0, "the same words"));
        }
        if let Some(thread) = (is_first && !said.in_headline).then(|| self.counting(said, placed)).flatten() {
            return Some((thread, 1.0, "same source, same toll"));
        }
        let leads = said.in_headline && text.iter().take(headlines::HEADLINE).any(|other| other.id == said.id);
        if let Some(thread) = leads.then(|| headlines::told_below(said, text)).flatten() {
            return Some((thread, 1.0, "the headline of the only claim of its sort"));
        }
        let best = self.most_alike(said, text, placed, least);
        if let Some(thread) = (best.is_none() && is_first).then(|| self.only_one(said, text, placed)).flatten() {
            return Some((thread, least, "the only one of its sort by this source"));
        }
        let below = || headlines::told_in_other_words(said, text).map(|thread| (thread, MEMBER, "the headline in other words"));
        best.or_else(|| leads.then(below).flatten())
    }

    /// The thread of the story with the best likeness of those listed for the claim's source and words; `least` is the lowest that makes
    /// a member of one that the text does not have yet.
    fn most_alike(
        &mut self,
        said: &Said,
        text: &[Said],
        placed: &FxHashMap<usize, usize>,
        least: f64,
    ) -> Option<(usize, f64, &'static str)> {
        let holder = self.holder(said);
        let mut ranked = self.listed_under(&said.source.key, said.voice, said);
        if let Some(holder) = &holder {
            ranked.extend(self.listed_under(holder, said.voice, said));
        }
        let mut best: Option<(usize, f64, &'static str)> = None;
        let mut compared = 0;
        for thread in ranked.into_iter().take(LOOKED_AT) {
            self.recall(thread);
            if compared == COMPARED {
                break;
            }
            let may_be = |state: &ThreadState| {
                elsewhere::is_of_source(state, said, holder.as_deref())
                    && !state.act.likes_what_dislikes(said.act)
                    && !is_owned_up_to(state, said)
            };
            if !self.threads.get(&thread).is_some_and(may_be) {
                continue;
            }
            compared += 1;
            let in_text = placed.get(&thread).copied();
            let beside = in_text.filter(|other| text[*other].in_headline == said.in_headline);
            let score = match beside {
                // Two claims of one sentence share its words: only what is asserted tells them apart.
                Some(other) if text[other].act != said.act || tells_of_others(&text[other], said) => continue,
                Some(_) => self.best_wording(thread, |wording| likeness(&wording.gist, &said.gist, |_| 1.0)),
                None => self.best_wording(thread, |wording| self.likeness(wording, said)),
            };
            let (least, reason) = match in_text {
                Some(_) => (MEMBER_IN_TEXT, "same source and words in the same text"),
                None => (least, "same source, shared words"),
            };
            if score >= least && best.is_none_or(|(_, most, _)| score > most) {
                best = Some((thread, score, reason));
            }
        }
        best
    }

    /// The best score of the wordings of a thread that is at hand.
    pub(super) fn best_wording(&self, thread: usize, score: impl Fn(&ComparedWording) -> f64) -> f64 {
        self.threads.get(&thread).into_iter().flat_map(|state| &state.wordings).map(score).fold(0.0, f64::max)
    }

    /// How alike they are: by all their words or by their content alone, and more where figures or topics are the same. Who says of the
    /// same that it is so and that it is not says two things.
    pub(super) fn likeness(&self, wording: &ComparedWording, said: &Said) -> f64 {
        if is_turned(wording, said) {
            return 0.0;
        }
        let weight = |stem: &str| self.weight(stem);
        let whole = likeness(&wording.stems, &said.stems, weight);
        let is_telling = wording.gist.len() >= TELLING && said.gist.len() >= TELLING;
        let gist = if is_telling { likeness(&wording.gist, &said.gist, weight) } else { 0.0 };
        let best = whole.max(gist);
        let shares = |left: &[String], right: &[String]| left.iter().any(|one| right.contains(one));
        let numbers = if shares(&wording.numbers, &numbers(said)) { SAME_NUMBER } else { 0.0 };
        let topics = if shares(&wording.topics, &said.topics) { SAME_TOPIC } else { 0.0 };
        if best > 0.0 { (best + numbers + topics).min(1.0) } else { 0.0 }
    }

    /// How much a stem tells: less, the more listings have it.
    fn weight(&self, stem: &str) -> f64 {
        let held = self.held_by.get(stem).copied().unwrap_or_else(|| self.past.held_by(stem));
        1.0 / (1.0 + f64::from(held.max(1)).ln())
    }
}

/// What is said of one is not what is said of another, unless both give one number: how a vote ended is told by either side.
fn tells_of_others(one: &Said, other: &Said) -> bool {
    let counted = numbers(one);
    one.is_of_others_than(other) && !numbers(other).iter().any(|number| counted.contains(number))
}

/// Who owns up to what the thread says was not so, or says that it is not so where the thread owns up to it.
fn is_owned_up_to(thread: &ThreadState, said: &Said) -> bool {
    let turns = |wording: &ComparedWording| said.voice == Voice::Says && wording.says_no != said.says_no();
    [thread.act, said.act].contains(&Act::Confirm) && thread.wordings.iter().all(turns)
}

/// The one says that it is so and the other that it is not, in words that are else nearly the same: where there are more, the "not" may
/// belong to them.
fn is_turned(wording: &ComparedWording, said: &Said) -> bool {
    if said.voice != Voice::Says || said.in_headline || wording.says_no == said.says_no() {
        return false;
    }
    let shared = said.gist.iter().filter(|stem| wording.gist.iter().any(|other| **other == ***stem)).count();
    let all = said.gist.len() + wording.gist.len();
    all > 0 && 2.0 * shared as f64 >= TURNED * all as f64
}
