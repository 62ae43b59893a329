//! Which claim of the version before a claim of this version is: one to one, the best pair first.
//!
//! Two claims can be one where source or voice is the same. The same source and voice need least in common, and less still where
//! their sentences belong together; another source or another voice needs nearly the same words. Sentences that belong together
//! and rare stems give the candidates, so that the cost is the number of claims and not its square.

// Who speaks in both, called otherwise.
pub(super) mod speakers;

// Pairs that likeness does not show: the only claim of its sort, a speaker renamed throughout, a count in other words, one thread all the
// same, what people ruled.
mod renamed;
pub(super) mod ruled;
mod sole;
pub(super) mod tallies;
pub(super) mod threaded;

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::diff::Comparison;
use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::model::{Act, QuoteKind, TopicState};
use crate::track::read::features::{self, Said, Voice, likeness};
use crate::track::read::names;
use crate::track::read::words::Word;
use crate::track::wording::{self, Difference};
use sole::Sole;
use speakers::{is_called_alike, is_known_as, is_one_body, is_renamed, is_taken_up, names_only_one};

/// How two claims of consecutive versions belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// One thread.
    Same,
    /// The same proposition in another mouth.
    OtherSource,
    /// The same source does something else with it.
    OtherVoice,
}

/// Two claims that belong together, as indices.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) relation: Relation,
    pub(super) likeness: f64,
    /// Their sentences belong together.
    pub(super) aligned: bool,
}

/// Least likeness of one thread, where the sentences do not belong together.
const SAME: f64 = 0.5;
/// The same where they do.
const SAME_ALIGNED: f64 = 0.25;
/// Least likeness for another source or voice.
const PASSED: f64 = 0.62;
/// The same where the sentences belong together.
const PASSED_ALIGNED: f64 = 0.5;
/// The same for another act of one source on one matter, where their sentences belong together and where not.
const TURNED_ALIGNED: f64 = 0.4;
const TURNED: f64 = 0.5;
/// Claims of one version that may share a stem and still be looked up by it.
const COMMON: usize = 12;
/// Claims of one sentence that alignment pairs: no writer puts more into one.
const IN_SENTENCE: usize = 16;

/// Pairs claims; each is in one pair at most. In the order of the later version.
pub(super) fn pair(from: &[Said], to: &[Said], comparison: Option<&Comparison>) -> Vec<Pair> {
    let aligned = aligned(from, to, comparison);
    let scored = |left: usize, right: usize| score(&from[left], &to[right], left, right, aligned.contains(&(left, right)));
    let mut chosen = Chosen { out: Vec::with_capacity(to.len()), from: vec![false; from.len()], to: vec![false; to.len()] };
    let mut told_again: Vec<Pair> = aligned
        .iter()
        .filter(|(left, right)| is_told_again(&from[*left], &to[*right]))
        .filter_map(|(left, right)| scored(*left, *right).map(|(_, pair)| pair).filter(|pair| pair.relation == Relation::Same))
        .collect();
    told_again.sort_unstable_by_key(|pair| (pair.to, pair.from));
    told_again.into_iter().for_each(|pair| chosen.take(pair));
    let mut others: Vec<(f64, Pair)> =
        candidates(from, to, &aligned, &chosen).into_iter().filter_map(|(left, right)| scored(left, right)).collect();
    others.sort_by(|(left, a), (right, b)| right.total_cmp(left).then(a.to.cmp(&b.to)).then(a.from.cmp(&b.from)));
    others.into_iter().for_each(|(_, pair)| chosen.take(pair));
    for pair in renamed::pairs((from, to), &aligned, &chosen) {
        chosen.take(pair);
    }
    for sole in [Sole::Again, Sole::Contrary, Sole::Unsaid] {
        for (left, right) in sole::alone((from, &chosen.from), (to, &chosen.to), sole) {
            let likeness = likeness(&from[left].stems, &to[right].stems, |_| 1.0);
            chosen.take(Pair { from: left, to: right, relation: sole.relation(), likeness, aligned: aligned.contains(&(left, right)) });
        }
    }
    for (left, right) in contrary_in_place((from, to), &aligned, &chosen) {
        let likeness = likeness(&from[left].stems, &to[right].stems, |_| 1.0);
        chosen.take(Pair { from: left, to: right, relation: Relation::OtherVoice, likeness, aligned: true });
    }
    let mut out = chosen.out;
    out.sort_by_key(|pair| pair.to);
    out
}

/// What a source did in one sentence, and what takes it back in the sentence that stands in its place, whatever the words, where it did and
/// does nothing else there: "rejected the offer", "accepts the new terms"; "threatened to leave", "denies having threatened anybody".
fn contrary_in_place((from, to): (&[Said], &[Said]), aligned: &FxHashSet<(usize, usize)>, chosen: &Chosen) -> Vec<(usize, usize)> {
    let acts = |said: &Said| said.is_somebody() && !said.in_headline && !said.withholds && !said.is_notice && said.status.is_none();
    let is_free = |(left, right): &&(usize, usize)| chosen.is_free(*left, *right) && acts(&from[*left]) && acts(&to[*right]);
    let free: Vec<(usize, usize)> =
        aligned.iter().filter(is_free).copied().filter(|(left, right)| from[*left].same_source(&to[*right])).collect();
    let (mut of_left, mut of_right) = (FxHashMap::<usize, usize>::default(), FxHashMap::<usize, usize>::default());
    for (left, right) in &free {
        *of_left.entry(*left).or_default() += 1;
        *of_right.entry(*right).or_default() += 1;
    }
    let is_sole = |(left, right): &&(usize, usize)| of_left[left] == 1 && of_right[right] == 1;
    let takes_back = |(left, right): &&(usize, usize)| {
        let (before, after) = (&from[*left], &to[*right]);
        // What is praised or blamed may be anything; what is turned down and what is agreed to was mostly asked for before.
        let is_answer = || before.voice != Voice::Says && before.found.contraries().contains(&after.found);
        is_answer() || denies_saying(before, after) || denies_saying(after, before)
    };
    let mut out: Vec<(usize, usize)> = free.iter().filter(is_sole).filter(takes_back).copied().collect();
    out.sort_unstable();
    out
}

/// "Denies having threatened", or denies a word of what the other says.
fn denies_saying(one: &Said, denial: &Said) -> bool {
    let says = |cue: &Word| matches!(force::of(&cue.form, cue.stem()), Some((Sort::Verb, PLAIN)));
    let is_cue = |word: &Word| one.words.iter().any(|cue| cue.is_cue && !cue.is_function && !says(cue) && cue.root() == word.root());
    let holds_cue = || denial.words.iter().any(|word| word.is_content && !word.is_cue && is_cue(word));
    denial.found == Act::Deny && one.voice != Voice::Refuses && (shared_gist(one, denial) > 0 || holds_cue())
}

/// The pairs chosen so far, and the claims of either version that they took.
pub(super) struct Chosen {
    pub(super) out: Vec<Pair>,
    pub(super) from: Vec<bool>,
    pub(super) to: Vec<bool>,
}

impl Chosen {
    pub(super) fn take(&mut self, pair: Pair) {
        if self.is_free(pair.from, pair.to) {
            self.from[pair.from] = true;
            self.to[pair.to] = true;
            self.out.push(pair);
        }
    }

    fn is_free(&self, from: usize, to: usize) -> bool {
        !self.from[from] && !self.to[to]
    }
}

/// The same is said and done with the same words. No pair has a better [`score`] than an aligned one of this sort by one source, so these
/// are chosen first. Most versions leave little else to look at.
fn is_told_again(before: &Said, after: &Said) -> bool {
    before.found == after.found
        && before.in_headline == after.in_headline
        && !before.gist.is_empty()
        && before.stems == after.stems
        && before.gist == after.gist
}

/// Pairs of claims whose sentences are linked.
fn aligned(from: &[Said], to: &[Said], comparison: Option<&Comparison>) -> FxHashSet<(usize, usize)> {
    let Some(comparison) = comparison else { return FxHashSet::default() };
    let mut later: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for link in &comparison.links {
        for sentence in &link.from {
            later.entry(*sentence).or_default().extend(&link.to);
        }
    }
    let mut by_sentence: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for (index, said) in to.iter().enumerate() {
        for sentence in said.sentence..=said.last_sentence {
            let here = by_sentence.entry(sentence).or_default();
            if here.len() < IN_SENTENCE {
                here.push(index);
            }
        }
    }
    let mut out = FxHashSet::default();
    for (index, said) in from.iter().enumerate() {
        for sentence in said.sentence..=said.last_sentence {
            for reached in later.get(&sentence).into_iter().flatten().filter_map(|after| by_sentence.get(after)) {
                out.extend(reached.iter().map(|right| (index, *right)));
            }
        }
    }
    out
}

/// Pairs of claims not `chosen` that are worth a look, in a fixed order.
fn candidates(from: &[Said], to: &[Said], aligned: &FxHashSet<(usize, usize)>, chosen: &Chosen) -> Vec<(usize, usize)> {
    let left_over = || to.iter().enumerate().filter(|(right, _)| !chosen.to[*right]);
    let mut by_stem: FxHashMap<&str, Vec<usize>> =
        left_over().flat_map(|(_, said)| &said.stems).map(|stem| (&**stem, Vec::new())).collect();
    let mut by_status: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, said) in from.iter().enumerate() {
        for stem in &said.stems {
            by_stem.get_mut(&**stem).into_iter().for_each(|lefts| lefts.push(index));
        }
        said.status.iter().for_each(|status| by_status.entry(status).or_default().push(index));
    }
    let mut out: Vec<(usize, usize)> = aligned.iter().copied().collect();
    for (right, said) in left_over() {
        for stem in &said.stems {
            let Some(lefts) = by_stem.get(&**stem).filter(|lefts| lefts.len() <= COMMON) else { continue };
            out.extend(lefts.iter().map(|left| (*left, right)));
        }
        if let Some(lefts) = said.status.as_ref().and_then(|status| by_status.get(status.as_str())) {
            out.extend(lefts.iter().take(COMMON).map(|left| (*left, right)));
        }
    }
    out.retain(|(left, right)| chosen.is_free(*left, *right));
    out.sort_unstable();
    out.dedup();
    out
}

/// Share of all words, function words too, by which a claim stands in the place of another.
const IN_PLACE: f64 = 0.6;

/// The same where both are quotations: what a person is quoted with in one sentence was put for what stood there.
const QUOTED_IN_PLACE: f64 = 0.45;

/// How alike the sentences are that hold them, by their content words but those that name or cue.
fn around(before: &Said, after: &Said) -> f64 {
    let is_apart = |word: &Word| {
        [before, after].iter().any(|said| said.words.iter().any(|own| (own.is_mention || own.is_cue) && own.stem() == word.stem()))
    };
    let stems = |said: &Said| features::stems(said.context().iter().filter(|word| !is_apart(word)));
    features::likeness(&stems(before), &stems(after), |_| 1.0)
}

/// Content stems of what is said, without names and days.
struct Clauses {
    /// Up to the first clause that hangs on it.
    main: Vec<Rc<str>>,
    /// From there on.
    hanging: Vec<Rc<str>>,
}

fn clauses(said: &Said) -> Clauses {
    let hangs = |word: &&Word| word.classes().has_any(&[Class::Subordinator, Class::Relative]);
    let content: Vec<&Word> = said.words.iter().filter(|word| word.is_content && !word.is_mention && !word.is_cue).collect();
    let begin = content.iter().position(|word| !word.is_function).unwrap_or(content.len());
    let end = (begin..content.len()).find(|at| hangs(&content[*at])).unwrap_or(content.len());
    let tells = |word: &&&Word| !word.is_name && !word.is_calendar && !word.is_count;
    let stems = |words: &[&Word]| features::stems(words.iter().filter(tells).copied());
    Clauses { main: stems(&content[begin..end]), hanging: stems(&content[end..]) }
}

/// How alike they are; where both give numbers, by the other words if these tell more: a new number is what became of a claim, and no
/// reason to take it for another one.
fn but_for_numbers(before: &Said, after: &Said, all: f64) -> f64 {
    let counts = |said: &Said| said.words.iter().any(|word| word.is_count);
    if !counts(before) || !counts(after) {
        return all;
    }
    let counted: FxHashSet<&str> =
        before.words.iter().chain(&after.words).filter(|word| word.is_count).map(|word| &**word.stem()).collect();
    let is_count = |stem: &str| counted.contains(stem);
    let weight = |stem: &str| if is_count(stem) { 0.0 } else { 1.0 };
    let others = before.stems.iter().filter(|stem| after.stems.binary_search(stem).is_ok() && !is_count(stem)).count();
    if others < TELLING { all } else { all.max(likeness(&before.stems, &after.stems, weight)) }
}

/// How alike is what they say, whatever else their sentences tell of who says it ("the shipowner Leo Brandt", "the shipowner Eva Stern");
/// wholly so where nothing is.
fn said_alike(before: &Said, after: &Said) -> f64 {
    let is_told = !before.gist.is_empty() && !after.gist.is_empty();
    if is_told { features::likeness(&before.gist, &after.gist, |_| 1.0) } else { 1.0 }
}

/// The force of verbs that merely say.
const PLAIN: i32 = 2;

/// Words in common by which claims are known again whatever their numbers.
const TELLING: usize = 2;

/// A number in digits, other than a year, stands in both.
fn shares_number(before: &Said, after: &Said) -> bool {
    let is_telling = |word: &&Word| word.is_number && word.form.len() > 1 && !wording::is_date(word, &before.words);
    before.words.iter().filter(is_telling).any(|word| after.stems.binary_search(word.stem()).is_ok())
}

/// Content stems that both have.
pub(super) fn shared(before: &Said, after: &Said) -> usize {
    before.stems.iter().filter(|stem| after.stems.binary_search(stem).is_ok()).count()
}

/// The same of what they say.
fn shared_gist(before: &Said, after: &Said) -> usize {
    before.gist.iter().filter(|stem| after.gist.binary_search(stem).is_ok()).count()
}

/// How alike they are by all their words but those of source, target and cue.
fn whole(before: &Said, after: &Said) -> f64 {
    fn stems(said: &Said) -> Vec<&str> {
        let words = said.words.iter().filter(|word| !word.is_mention && !word.is_cue);
        let mut stems: Vec<&str> = words.map(|word| &**word.stem()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }
    features::likeness(&stems(before), &stems(after), |_| 1.0)
}

/// Two claims that may be one.
struct Candidate<'s> {
    before: &'s Said,
    after: &'s Said,
    /// Their sentences belong together.
    aligned: bool,
    /// As far as the words tell, and where these are aligned the passage.
    same_source: bool,
    /// One gives a topic its state in the outlet's own voice.
    is_status: bool,
}

/// The pair of two claims, given by place, and its rank, where they can be one.
fn score(before: &Said, after: &Said, from: usize, to: usize, aligned: bool) -> Option<(f64, Pair)> {
    let candidate = Candidate::of(before, after, aligned);
    let relation = candidate.relation()?;
    let is_told_again = relation == Relation::Same && candidate.is_wordless();
    let all = if is_told_again { 1.0 } else { likeness(&before.stems, &after.stems, |_| 1.0) };
    let likeness = if candidate.same_source { but_for_numbers(before, after, all) } else { all.min(said_alike(before, after)) };
    if !candidate.is_alike(relation, likeness) {
        return None;
    }
    let prior = if relation == Relation::Same { 1.0 } else { 0.0 };
    let place = if before.in_headline == after.in_headline { 0.3 } else { 0.0 };
    let bonus = if aligned { 0.4 } else { 0.0 };
    let act = if before.found == after.found { 0.25 } else { 0.0 };
    let gist = 0.3 * features::likeness(&before.gist, &after.gist, |_| 1.0);
    let score = likeness + prior + place + bonus + act + gist;
    Some((score, Pair { from, to, relation, likeness: all, aligned }))
}

impl<'s> Candidate<'s> {
    fn of(before: &'s Said, after: &'s Said, aligned: bool) -> Self {
        // In one passage the same pronoun is the same speaker, whomever the text around makes it stand for, unless his name is withheld.
        let same_surface = !before.source.text.is_empty() && before.source.text == after.source.text && !names_only_one(before, after);
        let mended = || names::is_slip(&before.source.key, &after.source.key) || is_renamed(before, after);
        let in_passage = || {
            before.source.is_vague
                || after.source.is_vague
                || same_surface
                || mended()
                || is_known_as(before, after)
                || is_one_body(before, after)
                || is_called_alike((before, &before.source.text), (after, &after.source.text))
                || is_taken_up(before, after)
                || is_taken_up(after, before)
        };
        let same_source = before.same_source(after) || (aligned && in_passage());
        Candidate { before, after, aligned, same_source, is_status: before.status.is_some() || after.status.is_some() }
    }

    /// How they would belong together, by who says it and what is done.
    fn relation(&self) -> Option<Relation> {
        let (before, after) = (self.before, self.after);
        if self.is_status {
            return (before.status == after.status || self.is_same_state()).then_some(Relation::Same);
        }
        // Who praised it finds fault with it: they say something either way.
        let is_one_voice = before.voice == after.voice && !before.found.likes_what_dislikes(after.found);
        match (self.same_source, is_one_voice) {
            (true, true) => Some(Relation::Same),
            // Who denied it and says nothing of it now denies it no more.
            (true, false) if self.is_left_open() => None,
            // To deny it is to say that it is not so.
            (true, false) if before.says_no() && after.says_no() && self.is_said_over() => Some(Relation::Same),
            // Nothing differs but what was made of it: the words are the same thread.
            (true, false) if self.aligned && wording::compare(before, after) == Difference::default() => Some(Relation::Same),
            (false, true) => Some(Relation::OtherSource),
            (true, false) => Some(Relation::OtherVoice),
            (false, false) => None,
        }
    }

    /// The same state, of what is called otherwise in the sentence that stands in its place.
    fn is_same_state(&self) -> bool {
        let state = |said: &Said| said.status.as_deref().and_then(TopicState::written).map(|given| given.state.to_owned());
        self.aligned && state(self.before) == state(self.after) && whole(self.before, self.after) >= IN_PLACE
    }

    /// One turns down what the other says nothing of.
    fn is_left_open(&self) -> bool {
        let voices = [self.before.voice, self.after.voice];
        voices.contains(&Voice::Withholds) && voices.contains(&Voice::Refuses)
    }

    /// Their words are the same enough for another voice.
    fn is_said_over(&self) -> bool {
        likeness(&self.before.stems, &self.after.stems, |_| 1.0) >= PASSED
    }

    /// They have enough in common for the relation, or stand in one place of the text.
    fn is_alike(&self, relation: Relation, likeness: f64) -> bool {
        let is_same = relation == Relation::Same;
        if !is_same && self.before.in_headline != self.after.in_headline {
            return false;
        }
        let is_like = likeness >= self.least(relation) && !self.is_thin(relation, likeness);
        if relation == Relation::OtherSource && self.are_apart() {
            return false;
        }
        is_like || self.aligned && (is_same && (self.is_bare() || self.is_in_place() || self.is_graded()) || self.changed_sides())
    }

    /// What the one says is told beside what the other says: "guns fired, hours after three were killed", "three were killed".
    fn are_apart(&self) -> bool {
        let (old, new) = (clauses(self.before), clauses(self.after));
        let holds = |all: &[Rc<str>], some: &[Rc<str>]| !some.is_empty() && some.iter().all(|stem| all.binary_search(stem).is_ok());
        let is_apart = !old.main.is_empty() && old.main.iter().all(|stem| new.main.binary_search(stem).is_err());
        is_apart && (holds(&old.hanging, &new.main) || holds(&new.hanging, &old.main))
    }

    /// Who was aimed at does the same to whoever aimed: "police criticised the party", "the party criticised the police".
    fn changed_sides(&self) -> bool {
        let (before, after) = (self.before, self.after);
        let is_answered = |one: &Said, other: &Said| !one.target.key.is_empty() && one.target.key == other.source.key;
        before.found == after.found && is_answered(before, after) && is_answered(after, before)
    }

    fn least(&self, relation: Relation) -> f64 {
        match relation {
            _ if self.is_status => 0.0,
            Relation::Same if self.aligned => SAME_ALIGNED,
            Relation::Same => SAME,
            Relation::OtherVoice if self.is_deed() && self.aligned => TURNED_ALIGNED,
            Relation::OtherVoice if self.is_deed() => TURNED,
            _ if self.aligned => PASSED_ALIGNED,
            _ => PASSED,
        }
    }

    /// Somebody in particular does something in both versions, which is more than to say something; and more than a word of it is one.
    fn is_deed(&self) -> bool {
        let acts = [self.before, self.after].iter().all(|said| said.found != Act::State && said.is_somebody());
        acts && shared(self.before, self.after) >= TELLING
    }

    /// A refusal without a word of what is refused stands in for another.
    fn is_bare(&self) -> bool {
        (self.before.is_bare_refusal() || self.after.is_bare_refusal()) && self.before.voice == Voice::Refuses
    }

    /// "The hospital apologised": the act is all that is said.
    fn is_wordless(&self) -> bool {
        self.before.stems.is_empty() && self.after.stems.is_empty() && self.before.found == self.after.found
    }

    /// One was put for the other: "we have nothing to hide" and "nothing to fear" share no content.
    fn is_in_place(&self) -> bool {
        let are_quoted = self.before.quote == QuoteKind::Direct && self.after.quote == QuoteKind::Direct;
        let least = if are_quoted { QUOTED_IN_PLACE } else { IN_PLACE };
        self.before.found == self.after.found && whole(self.before, self.after) >= least
    }

    /// A graver or milder word stands for the one that stood there: "accused him of manslaughter", "of murder".
    fn is_graded(&self) -> bool {
        let told = |said: &Said| {
            let words = said.words.iter().filter(|word| word.is_content && !word.is_mention && !word.is_cue && !word.is_function);
            words.flat_map(|word| word.grades()).map(|grade| grade.family).collect::<Vec<&str>>()
        };
        let (old, new) = (told(self.before), told(self.after));
        self.before.found == self.after.found && old.iter().any(|family| new.contains(family))
    }

    /// What they have in common is too little, however large a part of them it is.
    fn is_thin(&self, relation: Relation, likeness: f64) -> bool {
        let (before, after) = (self.before, self.after);
        match relation {
            // One word in common makes no claim of two, however short they are, unless it is a number or their sentences have more in
            // common.
            Relation::Same => {
                let is_short =
                    || shared(before, after) == 1 && before.stems.len().min(after.stems.len()) > 1 && !shares_number(before, after);
                !self.is_status && likeness < SAME && is_short() && around(before, after) < SAME
            }
            // One word in common with somebody else's only word is likeness by chance.
            // Of two who say much, one word in common is what they speak of and not what they say.
            Relation::OtherSource if !before.gist.is_empty() && !after.gist.is_empty() => {
                shared_gist(before, after) == 1 && before.gist.len().max(after.gist.len()) > 1
            }
            _ => shared(before, after) == 1 && before.stems.len() != after.stems.len() && whole(before, after) < PASSED,
        }
    }
}
