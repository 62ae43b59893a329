//! Which thread of the story a claim belongs to: through its pair in the version before, else through the index of the story.
//!
//! The index lists, for each source and voice, the threads that hold a stem, the newest first and never more than [`LISTED`], so a
//! claim is compared with few threads however long the story is. Stems that many threads of the story hold weigh little.

// What is kept of the story.
pub(super) mod memory;

// Which thread it is where words do not tell: of a headline, of another report; and which one a denial answers.
mod headlines;

pub(super) mod elsewhere;

mod answers;

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::closed::{self, Class};
use crate::model::Act;
use crate::track::ids;
use crate::track::pair::{Pair, Relation};
use crate::track::read::features::{Said, likeness};
use crate::track::rulings::Rulings;
use crate::track::version::ReportKey;
use memory::{Heading, Memory, NoPast, Past, ThreadState, Undeclared, Wording};

/// Threads listed for a source, voice and stem.
pub(super) const LISTED: usize = 24;
/// Wordings of a thread that are kept to compare with.
const WORDINGS: usize = 6;
/// Threads that are compared with a claim.
const COMPARED: usize = 12;
/// The same, those of sources whose names merely end alike among them.
pub(super) const LOOKED_AT: usize = 36;
/// Least likeness that makes a claim a member.
pub(super) const MEMBER: f64 = 0.5;
/// The same in the first version of a report, whose writer has words of his own for what others told.
const MEMBER_ELSEWHERE: f64 = 0.45;
/// The same inside one text, where the writer who meant one thing twice would have said it more alike.
const MEMBER_IN_TEXT: f64 = 0.5;

/// Stems that a content must have to be compared by itself.
const TELLING: usize = 2;
/// What a number in common adds to the likeness.
const SAME_NUMBER: f64 = 0.1;
/// What a topic in common adds.
const SAME_TOPIC: f64 = 0.1;

/// A claim and the thread that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The thread.
    pub thread: String,
    /// The claim.
    pub claim: String,
    /// How alike it is to what the thread held, 0 to 1; 1 for the claim that began it.
    pub score: f64,
    /// Why it belongs there.
    pub reason: String,
}

/// The id of the thread that begins with the claim of this id.
pub fn thread_id(claim: &str) -> String {
    ids::id('t', &[claim])
}

/// The threads of the story, as far as they were asked for.
pub(super) struct Index<'p> {
    pub(super) past: &'p dyn Past,
    pub(super) threads: FxHashMap<usize, ThreadState>,
    /// The number of the next thread to begin.
    next: usize,
    listed: FxHashMap<Heading, Vec<usize>>,
    held_by: FxHashMap<String, u32>,
    by_status: FxHashMap<String, usize>,
    /// The thread of each group of claims that a person merged.
    by_group: FxHashMap<usize, usize>,
    pub(super) answering: FxHashMap<usize, BTreeSet<usize>>,
    /// What began or changed in this run.
    pub(super) touched: BTreeSet<usize>,
    listed_anew: BTreeSet<Heading>,
    held_anew: BTreeSet<String>,
}

impl Default for Index<'_> {
    fn default() -> Self {
        Index::new(&NoPast)
    }
}

impl<'p> Index<'p> {
    pub(super) fn new(past: &'p dyn Past) -> Self {
        Index {
            past,
            threads: FxHashMap::default(),
            next: past.threads(),
            listed: FxHashMap::default(),
            held_by: FxHashMap::default(),
            by_status: FxHashMap::default(),
            by_group: FxHashMap::default(),
            answering: FxHashMap::default(),
            touched: BTreeSet::new(),
            listed_anew: BTreeSet::new(),
            held_anew: BTreeSet::new(),
        }
    }

    /// Gives every claim of a version its thread.
    pub(super) fn assign(&mut self, before: &[Said], after: &mut [Said], pairs: &[Pair], rulings: &Rulings) -> Vec<Membership> {
        // Pairs first: a headline then finds the thread that its story went on with.
        let mut links = self.go_on_from(before, after, pairs);
        // Body before headline: the body has the words that the headline leaves out.
        let mut order: Vec<usize> = (0..after.len()).filter(|at| links[*at].is_none()).collect();
        // A denial after what it answers, which tells it from other denials.
        let answered = answered_in(after);
        order.sort_by_key(|at| (after[*at].in_headline, answered[*at].is_some(), *at));
        let is_first = before.is_empty();
        let mut placed: FxHashMap<usize, usize> = FxHashMap::default();
        for (at, said) in after.iter().enumerate() {
            said.thread.into_iter().for_each(|thread| _ = placed.entry(thread).or_insert(at));
        }
        for at in order {
            let denied = answered[at].and_then(|charge| after[charge].thread);
            let found = match self.merged(&after[at]) {
                Some(thread) => Some((thread, 1.0, after[at].placement.reason())),
                None if after[at].placement.is_apart => None,
                None => {
                    denied.and_then(|charge| self.denying(&after[at], charge)).or_else(|| self.find(&after[at], after, &placed, is_first))
                }
            };
            links[at] = Some(match found {
                Some((thread, score, reason)) => self.join(thread, &mut after[at], score, reason),
                None => self.begin(&mut after[at]),
            });
            after[at].thread.into_iter().for_each(|thread| _ = placed.entry(thread).or_insert(at));
        }
        self.relabel(after, rulings);
        self.put_last(after);
        self.answer(after);
        links.into_iter().flatten().collect()
    }

    /// Claims that decisions merged, and those with a pair in the version before, in the threads of these.
    fn go_on_from(&mut self, before: &[Said], after: &mut [Said], pairs: &[Pair]) -> Vec<Option<Membership>> {
        let mut prior: Vec<Option<&Pair>> = vec![None; after.len()];
        pairs.iter().filter(|pair| pair.relation == Relation::Same).for_each(|pair| prior[pair.to] = Some(pair));
        let mut links: Vec<Option<Membership>> = vec![None; after.len()];
        for at in 0..after.len() {
            if let Some(thread) = self.merged(&after[at]) {
                let reason = after[at].placement.reason();
                links[at] = Some(self.join(thread, &mut after[at], 1.0, reason));
            } else if let Some(pair) = prior[at]
                && let Some(thread) = before[pair.from].thread
            {
                let reason =
                    if pair.aligned { "same source, sentences aligned" } else { "same source, shared words in the version before" };
                links[at] = Some(self.join(thread, &mut after[at], pair.likeness, reason));
            }
        }
        links
    }

    /// Gives the claims of a thread the act that was ruled for it.
    fn relabel(&mut self, text: &mut [Said], rulings: &Rulings) {
        for said in text {
            let Some(thread) = said.thread else { continue };
            let Some(act) = rulings.act_of(self.id(thread)) else { continue };
            said.act = act;
            if let Some(state) = self.threads.get_mut(&thread) {
                state.ever_accused = act == Act::Accuse;
            }
        }
    }

    /// The thread of the group in which a person put the claim, once it has one.
    fn merged(&mut self, said: &Said) -> Option<usize> {
        let group = said.placement.group?;
        if let Some(thread) = self.by_group.get(&group) {
            return Some(*thread);
        }
        let thread = self.past.of_group(group)?;
        self.by_group.insert(group, thread);
        Some(thread)
    }

    /// Makes sure that the thread is at hand.
    pub(super) fn recall(&mut self, thread: usize) {
        if !self.threads.contains_key(&thread) {
            self.threads.extend(self.past.thread(thread).map(|kept| (thread, kept)));
        }
    }

    fn join(&mut self, thread: usize, said: &mut Said, score: f64, reason: &str) -> Membership {
        said.thread = Some(thread);
        if let Some(group) = said.placement.group {
            self.by_group.entry(group).or_insert(thread);
        }
        self.recall(thread);
        let mut id = String::new();
        let mut is_new_wording = false;
        if let Some(state) = self.threads.get_mut(&thread) {
            id.clone_from(&state.id);
            if said.act == Act::Accuse && !state.ever_accused {
                state.ever_accused = true;
                self.touched.insert(thread);
            }
            is_new_wording = state.wordings.len() < WORDINGS
                && state.wordings.iter().all(|wording| !said.stems.iter().map(|stem| &**stem).eq(&wording.stems));
            if is_new_wording {
                state.wordings.push(Wording::of(said));
                self.touched.insert(thread);
            }
        }
        if is_new_wording {
            self.list(thread, said);
        }
        Membership { thread: id, claim: said.id.clone(), score, reason: reason.to_owned() }
    }

    fn begin(&mut self, said: &mut Said) -> Membership {
        let thread = self.next;
        self.next += 1;
        let state = ThreadState {
            number: thread,
            id: thread_id(&said.id),
            act: said.act,
            source_name: said.source.name.clone(),
            target_name: aimed_at(said),
            label: said.content.clone(),
            answers: None,
            status: said.status.clone(),
            ever_accused: false,
            wordings: Vec::new(),
        };
        self.threads.insert(thread, state);
        self.touched.insert(thread);
        if let Some(status) = &said.status {
            self.by_status.insert(status.clone(), thread);
        }
        self.join(thread, said, 1.0, "begins here")
    }

    /// Notes how each thread was put last: by its first claim below the headline.
    fn put_last(&mut self, text: &[Said]) {
        let mut seen: FxHashSet<usize> = FxHashSet::default();
        for said in text.iter().filter(|said| !said.in_headline) {
            let Some(thread) = said.thread.filter(|thread| seen.insert(*thread)) else { continue };
            let Some(state) = self.threads.get_mut(&thread) else { continue };
            let target_name = aimed_at(said).or_else(|| state.target_name.clone());
            if state.act != said.act || state.label != said.content || state.target_name != target_name {
                (state.act, state.label, state.target_name) = (said.act, said.content.clone(), target_name);
                self.touched.insert(thread);
            }
        }
    }

    fn list(&mut self, thread: usize, said: &Said) {
        for stem in &said.stems {
            let heading = Heading { stem: stem.to_string(), ..elsewhere::all_of(said) };
            let list = self.listed.entry(heading.clone()).or_insert_with_key(|heading| self.past.listed(heading));
            if list.last() != Some(&thread) {
                list.push(thread);
                *self.held_by.entry(stem.to_string()).or_insert_with_key(|stem| self.past.held_by(stem)) += 1;
                self.held_anew.insert(stem.to_string());
            }
            if list.len() > LISTED {
                list.remove(0);
            }
            self.listed_anew.insert(heading);
        }
        let whole =
            [elsewhere::all_of(said)].into_iter().chain(verbatim(said)).chain(elsewhere::descriptions(said)).chain(elsewhere::tolls(said));
        for heading in whole {
            let list = self.listed.entry(heading.clone()).or_insert_with_key(|heading| self.past.listed(heading));
            if list.last() != Some(&thread) {
                list.retain(|other| *other != thread);
                list.push(thread);
                let over = list.len().saturating_sub(LISTED);
                list.drain(..over);
                self.listed_anew.insert(heading);
            }
        }
    }

    /// The threads listed under a heading, oldest first.
    pub(super) fn listed(&mut self, heading: &Heading) -> Vec<usize> {
        self.listed.entry(heading.clone()).or_insert_with_key(|heading| self.past.listed(heading)).clone()
    }

    /// The newest thread that was put in the very words of `said`, whoever they were taken to be by.
    fn worded(&mut self, said: &Said) -> Option<usize> {
        let heading = verbatim(said)?;
        let list = self.listed.entry(heading).or_insert_with_key(|heading| self.past.listed(heading));
        list.last().copied()
    }

    /// The thread of the story that `said` is most like.
    fn find(&mut self, said: &Said, text: &[Said], placed: &FxHashMap<usize, usize>, is_first: bool) -> Option<(usize, f64, &'static str)> {
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
            if self.threads.get(&thread).is_none_or(|state| !elsewhere::is_of_source(state, said, holder.as_deref())) {
                continue;
            }
            compared += 1;
            let in_text = placed.get(&thread).copied();
            let beside = in_text.filter(|other| text[*other].in_headline == said.in_headline);
            let score = match beside {
                // Two claims of one sentence share its words: only what is asserted tells them apart.
                Some(other) if text[other].act != said.act => continue,
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
    pub(super) fn best_wording(&self, thread: usize, score: impl Fn(&Wording) -> f64) -> f64 {
        self.threads.get(&thread).into_iter().flat_map(|state| &state.wordings).map(score).fold(0.0, f64::max)
    }

    /// How alike they are: by all their words or by their content alone, and more where figures or topics are the same.
    pub(super) fn likeness(&self, wording: &Wording, said: &Said) -> f64 {
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

    /// The thread's id; empty for a thread that was never assigned.
    pub(super) fn id(&self, thread: usize) -> &str {
        self.threads.get(&thread).map_or("", |state| state.id.as_str())
    }

    /// An earlier run saw the thread in the report.
    pub(super) fn was_in(&self, report: ReportKey, thread: usize) -> bool {
        self.past.was_in(report, thread)
    }

    /// Changes of earlier runs that no notice spoke of.
    pub(super) fn undeclared(&self, report: ReportKey, most: usize) -> Vec<Undeclared> {
        self.past.undeclared(report, most)
    }

    /// Puts at hand what the claims of a report's last version belong to.
    pub(super) fn go_on(&mut self, said: &mut [Said], rulings: &Rulings) {
        for said in said {
            let Some(thread) = said.thread else { continue };
            self.recall(thread);
            said.act = rulings.act_of(self.id(thread)).unwrap_or(said.act);
        }
    }

    pub(super) fn finish(mut self) -> Memory {
        let threads = self.touched.iter().filter_map(|thread| self.threads.remove(thread)).collect();
        let listed = self.listed_anew.into_iter().filter_map(|heading| self.listed.remove_entry(&heading)).collect();
        let held_by = self.held_anew.into_iter().filter_map(|stem| self.held_by.remove_entry(&stem)).collect();
        Memory { threads, listed, held_by }
    }
}

/// Of each claim of a text that answers another, that other's place.
fn answered_in(text: &[Said]) -> Vec<Option<usize>> {
    let by_id: FxHashMap<&str, usize> = text.iter().enumerate().map(|(at, said)| (said.id.as_str(), at)).collect();
    text.iter().map(|said| by_id.get(said.answers.as_deref()?).copied()).collect()
}

/// Words that a claim has at least to be known by them alone.
const KNOWN_BY_WORDS: usize = 4;

/// The heading of a claim's very words; a pronoun says as little of who speaks as no source.
fn verbatim(said: &Said) -> Option<Heading> {
    if said.words.len() < KNOWN_BY_WORDS || closed::classes(&said.source.text).has(Class::Pronoun) || said.status.is_some() {
        return None;
    }
    let mut parts: Vec<&str> = said.words.iter().map(|word| &*word.stem).collect();
    if !said.words.iter().any(|word| word.is_mention) {
        parts.push(&said.source.key);
    }
    Some(Heading { source: VERBATIM.to_owned(), voice: said.voice.as_str(), stem: ids::id('w', &parts) })
}

/// Stands in a heading for the source, which the words name.
const VERBATIM: &str = "=";

impl Wording {
    fn of(said: &Said) -> Wording {
        Wording { stems: owned(&said.stems), gist: owned(&said.gist), numbers: numbers(said), topics: said.topics.clone() }
    }
}

fn owned(stems: &[Rc<str>]) -> Vec<String> {
    stems.iter().map(|stem| stem.to_string()).collect()
}

fn numbers(said: &Said) -> Vec<String> {
    said.words.iter().filter(|word| word.is_number).map(|word| word.stem.to_string()).collect()
}

/// At whom a claim is aimed, where it names somebody.
fn aimed_at(said: &Said) -> Option<String> {
    (!said.target.name.is_empty() && !said.target.is_vague).then(|| said.target.name.clone())
}
