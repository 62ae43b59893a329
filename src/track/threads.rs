//! Which thread of the story a claim belongs to: through its pair in the version before, else through the index of the story.
//!
//! The index lists, for each source and voice, the threads that hold a stem, the newest first and never more than [`LISTED`], so a
//! claim is compared with few threads however long the story is. Stems that many threads of the story hold weigh little.

use rustc_hash::FxHashMap;

use super::features::{Said, Voice, likeness};
use super::pairing::{Pair, Relation};
use super::{Seen, Thread, ThreadMember, Threads, thread_id};
use crate::model::Act;

/// Threads listed for a source, voice and stem.
const LISTED: usize = 24;
/// Wordings of a thread that are kept to compare with.
const WORDINGS: usize = 6;
/// Threads that are compared with a claim.
const COMPARED: usize = 12;
/// Least likeness that makes a claim a member.
const MEMBER: f64 = 0.5;
/// The same inside one text, where the writer who meant one thing twice would have said it more alike.
const MEMBER_IN_TEXT: f64 = 0.55;

/// Stems that a content must have to be compared by itself.
const TELLING: usize = 2;
/// What a number in common adds to the likeness.
const SAME_NUMBER: f64 = 0.1;
/// What a topic in common adds.
const SAME_TOPIC: f64 = 0.1;

struct State {
    id: String,
    act: Act,
    source_name: String,
    label: String,
    first: Seen,
    last: Seen,
    members: Vec<String>,
    answers: Option<usize>,
    wordings: Vec<Wording>,
    /// Some claim of it accuses, so that a denial can answer it.
    ever_accused: bool,
}

/// One wording of a thread, as far as it is compared.
struct Wording {
    stems: Vec<String>,
    gist: Vec<String>,
    numbers: Vec<String>,
    topics: Vec<String>,
}

/// Every thread of the story.
#[derive(Default)]
pub(super) struct Index {
    threads: Vec<State>,
    by_stem: FxHashMap<(String, Voice), FxHashMap<String, Vec<usize>>>,
    by_status: FxHashMap<String, usize>,
    held_by: FxHashMap<String, u32>,
    /// The thread of each group of claims that a person merged.
    by_group: FxHashMap<usize, usize>,
}

impl Index {
    /// Gives every claim of a version its thread.
    pub(super) fn assign(&mut self, seen: Seen, before: &[Said], after: &mut [Said], pairs: &[Pair]) -> Vec<ThreadMember> {
        let mut prior: Vec<Option<&Pair>> = vec![None; after.len()];
        pairs.iter().filter(|pair| pair.relation == Relation::Same).for_each(|pair| prior[pair.to] = Some(pair));
        // Pairs first: a headline then finds the thread that its story went on with.
        let mut links: Vec<Option<ThreadMember>> = vec![None; after.len()];
        for at in 0..after.len() {
            let merged = after[at].ruled.group.and_then(|group| self.by_group.get(&group)).copied();
            if let Some(thread) = merged {
                links[at] = Some(self.join(thread, seen, &mut after[at], 1.0, "merged by a decision"));
            } else if let Some(pair) = prior[at] {
                let thread = before[pair.from].thread;
                let reason =
                    if pair.aligned { "same source, sentences aligned" } else { "same source, shared words in the version before" };
                links[at] = Some(self.join(thread, seen, &mut after[at], pair.likeness, reason));
            }
        }
        // Body before headline: the body has the words that the headline leaves out.
        let mut order: Vec<usize> = (0..after.len()).filter(|at| links[*at].is_none()).collect();
        order.sort_by_key(|at| (after[*at].in_headline, *at));
        let mut placed: FxHashMap<usize, usize> = FxHashMap::default();
        (0..after.len()).filter(|at| links[*at].is_some()).for_each(|at| _ = placed.entry(after[at].thread).or_insert(at));
        for at in order {
            let merged = after[at].ruled.group.and_then(|group| self.by_group.get(&group)).copied();
            let found = match merged {
                Some(thread) => Some((thread, 1.0, "merged by a decision")),
                None if after[at].ruled.is_apart => None,
                None => self.find(&after[at], after, &placed),
            };
            links[at] = Some(match found {
                Some((thread, score, reason)) => self.join(thread, seen, &mut after[at], score, reason),
                None => self.begin(seen, &mut after[at]),
            });
            placed.entry(after[at].thread).or_insert(at);
        }
        self.answer(after);
        links.into_iter().flatten().collect()
    }

    fn join(&mut self, thread: usize, seen: Seen, said: &mut Said, score: f64, reason: &str) -> ThreadMember {
        said.thread = thread;
        if let Some(group) = said.ruled.group {
            self.by_group.entry(group).or_insert(thread);
        }
        let state = &mut self.threads[thread];
        state.last = seen;
        state.members.push(said.id.clone());
        state.ever_accused |= said.act == Act::Accuse;
        if state.wordings.len() < WORDINGS && state.wordings.iter().all(|wording| wording.stems != said.stems) {
            state.wordings.push(Wording::of(said));
            self.list(thread, said);
        }
        ThreadMember { thread: self.threads[thread].id.clone(), claim: said.id.clone(), score, reason: reason.to_owned() }
    }

    fn begin(&mut self, seen: Seen, said: &mut Said) -> ThreadMember {
        let thread = self.threads.len();
        self.threads.push(State {
            id: thread_id(&said.id),
            act: said.act,
            source_name: said.source_name.clone(),
            label: said.content.clone(),
            first: seen,
            last: seen,
            members: Vec::new(),
            answers: None,
            wordings: Vec::new(),
            ever_accused: false,
        });
        if let Some(status) = &said.status {
            self.by_status.insert(status.clone(), thread);
        }
        self.join(thread, seen, said, 1.0, "begins here")
    }

    fn list(&mut self, thread: usize, said: &Said) {
        let lists = self.by_stem.entry((said.source_key.clone(), said.voice)).or_default();
        for stem in &said.stems {
            let list = lists.entry(stem.clone()).or_default();
            if list.last() != Some(&thread) {
                list.push(thread);
                *self.held_by.entry(stem.clone()).or_default() += 1;
            }
            if list.len() > LISTED {
                list.remove(0);
            }
        }
    }

    /// The thread of the story that `said` is most like.
    fn find(&self, said: &Said, text: &[Said], placed: &FxHashMap<usize, usize>) -> Option<(usize, f64, &'static str)> {
        if let Some(status) = &said.status {
            return self.by_status.get(status).map(|thread| (*thread, 1.0, "the outlet's own word, same topic and state"));
        }
        let lists = self.by_stem.get(&(said.source_key.clone(), said.voice))?;
        let mut shared: FxHashMap<usize, u32> = FxHashMap::default();
        said.stems.iter().filter_map(|stem| lists.get(stem)).flatten().for_each(|thread| *shared.entry(*thread).or_default() += 1);
        let mut ranked: Vec<(u32, usize)> = shared.into_iter().map(|(thread, count)| (count, thread)).collect();
        ranked.sort_unstable_by_key(|(count, thread)| (std::cmp::Reverse(*count), *thread));
        ranked.truncate(COMPARED);
        let mut best: Option<(usize, f64, &'static str)> = None;
        for (_, thread) in ranked {
            let in_text = placed.get(&thread).copied();
            let beside = in_text.filter(|other| text[*other].in_headline == said.in_headline);
            let wordings = || self.threads[thread].wordings.iter();
            let score = match beside {
                // Two claims of one sentence share its words: only what is asserted tells them apart.
                Some(other) if text[other].act != said.act => continue,
                Some(_) => wordings().map(|wording| likeness(&wording.gist, &said.gist, |_| 1.0)).fold(0.0, f64::max),
                None => wordings().map(|wording| self.likeness(wording, said)).fold(0.0, f64::max),
            };
            let (least, reason) = match in_text {
                Some(_) => (MEMBER_IN_TEXT, "same source and words in the same text"),
                None => (MEMBER, "same source, shared words"),
            };
            if score >= least && best.is_none_or(|(_, most, _)| score > most) {
                best = Some((thread, score, reason));
            }
        }
        best
    }

    /// How alike they are: by all their words or by their content alone, and more where figures or topics are the same.
    fn likeness(&self, wording: &Wording, said: &Said) -> f64 {
        let weight = |stem: &str| 1.0 / (1.0 + f64::from(self.held_by.get(stem).copied().unwrap_or(1)).ln());
        let whole = likeness(&wording.stems, &said.stems, weight);
        let is_telling = wording.gist.len() >= TELLING && said.gist.len() >= TELLING;
        let gist = if is_telling { likeness(&wording.gist, &said.gist, weight) } else { 0.0 };
        let best = whole.max(gist);
        let shares = |left: &[String], right: &[String]| left.iter().any(|one| right.contains(one));
        let numbers = if shares(&wording.numbers, &numbers(said)) { SAME_NUMBER } else { 0.0 };
        let topics = if shares(&wording.topics, &said.topics) { SAME_TOPIC } else { 0.0 };
        if best > 0.0 { (best + numbers + topics).min(1.0) } else { 0.0 }
    }

    /// Links the threads of denials and rejections to those that they answer.
    fn answer(&mut self, text: &[Said]) {
        let by_id: FxHashMap<&str, usize> = text.iter().map(|said| (said.id.as_str(), said.thread)).collect();
        for said in text {
            let answered = said.answers.as_deref().and_then(|id| by_id.get(id)).copied();
            let answered = answered.or_else(|| if said.voice == Voice::Refuses { self.contested(said) } else { None });
            let state = &mut self.threads[said.thread];
            if state.answers.is_none() && answered != Some(said.thread) {
                state.answers = answered;
            }
        }
    }

    /// The accusation or demand of the denial's target that shares its words.
    fn contested(&self, said: &Said) -> Option<usize> {
        if said.target_key.is_empty() || self.threads[said.thread].answers.is_some() {
            return None;
        }
        let mut best: Option<(usize, f64)> = None;
        for voice in [Voice::Says, Voice::Asks] {
            let Some(lists) = self.by_stem.get(&(said.target_key.clone(), voice)) else { continue };
            let mut threads: Vec<usize> = said.stems.iter().filter_map(|stem| lists.get(stem)).flatten().copied().collect();
            threads.sort_unstable();
            threads.dedup();
            for thread in threads {
                let state = &self.threads[thread];
                if voice == Voice::Says && !state.ever_accused {
                    continue;
                }
                let score = state.wordings.iter().map(|wording| self.likeness(wording, said)).fold(0.0, f64::max);
                if score >= MEMBER && best.is_none_or(|(_, most)| score > most) {
                    best = Some((thread, score));
                }
            }
        }
        best.map(|(thread, _)| thread)
    }

    /// The thread's id.
    pub(super) fn id(&self, thread: usize) -> &str {
        &self.threads[thread].id
    }

    /// The thread that `thread` answers.
    pub(super) fn answered_by(&self, thread: usize) -> Option<usize> {
        self.threads[thread].answers
    }

    pub(super) fn finish(self) -> Threads {
        let ids: Vec<String> = self.threads.iter().map(|state| state.id.clone()).collect();
        self.threads
            .into_iter()
            .map(|state| Thread {
                id: state.id,
                act: state.act,
                source_name: state.source_name,
                label: state.label,
                first: state.first,
                last: state.last,
                members: state.members,
                answers: state.answers.map(|thread| ids[thread].clone()),
            })
            .collect()
    }
}

impl Wording {
    fn of(said: &Said) -> Wording {
        Wording { stems: said.stems.clone(), gist: said.gist.clone(), numbers: numbers(said), topics: said.topics.clone() }
    }
}

fn numbers(said: &Said) -> Vec<String> {
    said.words.iter().filter(|word| word.is_number).map(|word| word.stem.clone()).collect()
}
