//! Which thread of the story a claim belongs to: through its pair in the version before, else through the index of the story.
//!
//! The index lists, for each source and voice, the threads that hold a stem, the newest first and never more than [`LISTED`], so a
//! claim is compared with few threads however long the story is. Stems that many threads of the story hold weigh little.

// What is kept of the story.
pub(super) mod memory;

// Under what threads are listed, and which of them a claim is most like.
mod listed;
mod most_alike;

// Which thread it is where words do not tell: of a headline, of another report; and which one a denial answers.
mod headlines;

mod elsewhere;

mod answers;

use std::collections::BTreeSet;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Act, ComparedWording};
use crate::track::ids;
use crate::track::pair::{Pair, Relation};
use crate::track::read::features::Said;
use crate::track::rulings::Rulings;
use crate::track::version::ReportKey;
use memory::{Heading, Memory, NoPast, Past, ThreadState, Undeclared};

/// Threads listed for a source, voice and stem.
pub(super) const LISTED: usize = 24;
/// Wordings of a thread that are kept to compare with.
const WORDINGS: usize = 6;
/// Threads that are looked at for a claim, those of sources whose names merely end alike among them.
pub(super) const LOOKED_AT: usize = 36;
/// Least likeness that makes a claim a member.
pub(super) const MEMBER: f64 = 0.5;

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
            is_new_wording = state.wordings.len() < WORDINGS && !state.wordings.iter().any(|wording| wording.is_of(said));
            if is_new_wording {
                state.wordings.push(ComparedWording::of(said));
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

    /// The threads that began or changed.
    pub(super) fn touched(&self) -> impl Iterator<Item = &ThreadState> {
        self.touched.iter().filter_map(|thread| self.threads.get(thread))
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

impl ComparedWording {
    fn of(said: &Said) -> Self {
        ComparedWording {
            stems: owned(&said.stems),
            gist: owned(&said.gist),
            numbers: numbers(said),
            topics: said.topics.clone(),
            says_no: said.says_no(),
        }
    }

    /// The claim has its words and says so with them, or not.
    fn is_of(&self, said: &Said) -> bool {
        self.says_no == said.says_no() && said.stems.iter().map(|stem| &**stem).eq(&self.stems)
    }
}

fn owned(stems: &[Rc<str>]) -> Vec<String> {
    stems.iter().map(|stem| stem.to_string()).collect()
}

fn numbers(said: &Said) -> Vec<String> {
    said.words.iter().filter(|word| word.is_number).map(|word| word.stem().to_string()).collect()
}

/// At whom a claim is aimed, where it names somebody.
fn aimed_at(said: &Said) -> Option<String> {
    (!said.target.name.is_empty() && !said.target.is_vague).then(|| said.target.name.clone())
}
