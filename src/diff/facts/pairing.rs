//! Which mention of the earlier passage became which of the later: by the words they share, by their place in one step, in order.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::mention::{Mention, Sort};
use super::{Fact, FactKind};
use crate::diff::{WordChange, WordOp};
use crate::lexicon::closed::classes;
use crate::lexicon::wording::{contraction, wording};
use crate::lexicon::words::is_particle;
use crate::lexicon::{casualties, inflect};
use crate::text::{Document, Span};

/// What the steps say of the tokens of one side: the step that changed a token, or its partner on the other side.
pub(super) struct Side {
    first: usize,
    states: Vec<State>,
    /// Where the tokens of each step begin among the states.
    starts: Vec<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Equal, but for noise, to this token of the other side.
    Kept(usize),
    /// Changed by this step.
    Changed(usize),
}

impl Side {
    fn state(&self, token: usize) -> Option<State> {
        token.checked_sub(self.first).and_then(|at| self.states.get(at)).copied()
    }

    /// The first step that changed a token of `tokens`.
    pub fn changed(&self, tokens: &Range<usize>) -> Option<usize> {
        tokens.clone().find_map(|token| match self.state(token) {
            Some(State::Changed(step)) => Some(step),
            _ => None,
        })
    }

    /// The tokens that a step changed.
    pub fn tokens_of(&self, step: usize) -> Range<usize> {
        let at = |step: usize| self.first + self.starts.get(step).copied().unwrap_or(self.states.len());
        at(step)..at(step + 1)
    }

    /// The partners of the tokens that are kept.
    pub fn kept<'s>(&'s self, tokens: &Range<usize>) -> impl Iterator<Item = usize> + 's {
        tokens.clone().filter_map(|token| match self.state(token) {
            Some(State::Kept(other)) => Some(other),
            _ => None,
        })
    }
}

/// Reads the steps of a link, whose passages are the tokens `from` and `to`.
pub(super) fn sides(
    documents: (&Document<'_>, &Document<'_>),
    passages: (&Range<usize>, &Range<usize>),
    steps: &[WordChange],
) -> (Side, Side) {
    let (from, to) = passages;
    let mut old = Side { first: from.start, states: Vec::with_capacity(from.len()), starts: Vec::with_capacity(steps.len()) };
    let mut new = Side { first: to.start, states: Vec::with_capacity(to.len()), starts: Vec::with_capacity(steps.len()) };
    let begun = |document: &Document<'_>, span: Span, tokens: &Range<usize>| {
        let end = document.tokens.partition_point(|token| token.span.start() < span.end());
        end.min(tokens.end)
    };
    for (index, step) in steps.iter().enumerate() {
        let (left, right) = (from.start + old.states.len(), to.start + new.states.len());
        let ends = (begun(documents.0, step.from, from).max(left), begun(documents.1, step.to, to).max(right));
        let kept = (step.noise || step.op == WordOp::Equal) && ends.0 - left == ends.1 - right;
        let state = |other: usize, at: usize| if kept { State::Kept(other + at) } else { State::Changed(index) };
        old.starts.push(old.states.len());
        new.starts.push(new.states.len());
        old.states.extend((0..ends.0 - left).map(|at| state(right, at)));
        new.states.extend((0..ends.1 - right).map(|at| state(left, at)));
    }
    (old, new)
}

/// Mentions of both sides while they are being paired.
pub(super) struct Pairing<'m> {
    pub old: &'m [Mention],
    pub new: &'m [Mention],
    sides: &'m (Side, Side),
    of_old: Vec<Option<usize>>,
    of_new: Vec<Option<usize>>,
}

impl<'m> Pairing<'m> {
    /// Pairs what can be paired.
    pub fn new(old: &'m [Mention], new: &'m [Mention], sides: &'m (Side, Side)) -> Self {
        let mut pairing = Pairing { old, new, sides, of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
        pairing.join_sharing();
        pairing.join_in_step(|left, right| left.sort == right.sort && left.key == right.key);
        pairing.join_equal();
        pairing.join_in_step(|left, right| left.sort == right.sort && agree(left, right));
        pairing.join_in_step(|left, right| can_become(left.sort, right.sort) && !are_two_sorts(left, right));
        pairing.join_anywhere();
        pairing
    }

    fn join(&mut self, left: usize, right: usize) {
        self.of_old[left] = Some(right);
        self.of_new[right] = Some(left);
    }

    /// Those that share a kept word.
    fn join_sharing(&mut self) {
        for left in 0..self.old.len() {
            let mention = &self.old[left];
            let found = self.sides.0.kept(&mention.tokens).find_map(|token| {
                let right = self.new.partition_point(|other| other.tokens.end <= token);
                (right..self.new.len())
                    .take_while(|right| self.new[*right].tokens.start <= token)
                    .find(|right| self.of_new[*right].is_none() && self.new[*right].sort == mention.sort)
            });
            if let Some(right) = found {
                self.join(left, right);
            }
        }
    }

    /// Changed mentions that say the same: only their place is another.
    fn join_equal(&mut self) {
        self.join_first(|sort| !is_bound(sort), |mention| &mention.key);
    }

    /// Changed mentions of one step that fit, each with the first.
    fn join_in_step(&mut self, fits: impl Fn(&Mention, &Mention) -> bool) {
        let step = |side: &Side, mention: &Mention| side.changed(&mention.tokens);
        let rights = self.free_new();
        for left in self.free_old() {
            let own = step(&self.sides.0, &self.old[left]);
            let begin = rights.partition_point(|right| step(&self.sides.1, &self.new[*right]) < own);
            let same = rights[begin..].iter().take(REACH).take_while(|right| step(&self.sides.1, &self.new[**right]) == own);
            let found = same.copied().find(|right| self.of_new[*right].is_none() && fits(&self.old[left], &self.new[*right]));
            if let Some(right) = found {
                self.join(left, right);
            }
        }
    }

    /// Changed mentions anywhere that count or name the same sort of thing, each with the first.
    fn join_anywhere(&mut self) {
        self.join_first(goes_far, |mention| &mention.counted);
    }

    /// Changed mentions of such sorts that say the same of themselves, each with the first that is free.
    fn join_first(&mut self, is_one: impl Fn(Sort) -> bool, says: impl Fn(&Mention) -> &str) {
        let (old, new) = (self.old, self.new);
        let mut waiting: FxHashMap<(Sort, &str), Vec<usize>> = FxHashMap::default();
        for right in self.free_new().into_iter().rev().filter(|right| is_one(new[*right].sort)) {
            waiting.entry((new[right].sort, says(&new[right]))).or_default().push(right);
        }
        for left in self.free_old() {
            if let Some(right) = waiting.get_mut(&(old[left].sort, says(&old[left]))).and_then(Vec::pop) {
                self.join(left, right);
            }
        }
    }

    /// What both count, where that is all that changed: "two soldiers", "two officers".
    fn nouns(&self, documents: (&Document<'_>, &Document<'_>), left: &Mention, right: &Mention) -> Option<(Span, Span)> {
        let (old, new) = (left.noun?, right.noun?);
        let step = self.sides.0.changed(&(old..old + 1))?;
        let spans = (documents.0.tokens[old].span, documents.1.tokens[new].span);
        (self.sides.1.changed(&(new..new + 1)) == Some(step)).then_some(spans)
    }

    fn free_old(&self) -> Vec<usize> {
        free(self.old, &self.of_old, &self.sides.0)
    }

    fn free_new(&self) -> Vec<usize> {
        free(self.new, &self.of_new, &self.sides.1)
    }

    /// What became of each mention that changed.
    pub fn facts(&self, documents: (&Document<'_>, &Document<'_>), out: &mut Vec<Fact>) {
        let said = (Said::new(self.old, &self.sides.0), Said::new(self.new, &self.sides.1));
        for (left, mention) in self.old.iter().enumerate() {
            match self.of_old[left] {
                Some(right) => {
                    let other = &self.new[right];
                    if !says_the_same(mention, other) {
                        let (old, new) = (with_noun(documents.0, mention, other), with_noun(documents.1, other, mention));
                        out.push(Fact { kind: kind(mention, Some(other)), old: Some(old), new: Some(new) });
                    } else if let Some(nouns) = self.nouns(documents, mention, other) {
                        let (old, new) = (mention.span.cover(nouns.0), other.span.cover(nouns.1));
                        out.push(Fact { kind: FactKind::Number, old: Some(old), new: Some(new) });
                    }
                }
                None if is_told_alone(mention, &self.sides.0, &said.1) => {
                    out.push(Fact { kind: kind(mention, None), old: Some(mention.span), new: None });
                }
                None => {}
            }
        }
        for (right, mention) in self.new.iter().enumerate() {
            if self.of_new[right].is_none() && is_told_alone(mention, &self.sides.1, &said.0) {
                out.push(Fact { kind: kind(mention, None), old: None, new: Some(mention.span) });
            }
        }
    }
}

/// What one side says anywhere.
struct Said<'m> {
    keys: FxHashSet<(Sort, &'m str)>,
    /// Verbs that were glued to a negation, with the step that did it.
    glued: FxHashSet<(usize, &'m str)>,
}

impl<'m> Said<'m> {
    fn new(mentions: &'m [Mention], side: &Side) -> Self {
        let repeated = mentions.iter().filter(|mention| is_said_once(mention.sort));
        let glued = mentions.iter().filter_map(|mention| Some((side.changed(&mention.tokens)?, mention.negated?)));
        Said { keys: repeated.map(|mention| (mention.sort, mention.key.as_str())).collect(), glued: glued.collect() }
    }
}

/// Says no more for being said again.
fn is_said_once(sort: Sort) -> bool {
    matches!(sort, Sort::Modal | Sort::Name | Sort::Title)
}

/// `mention` of `side` changed, nothing took its place, and that tells something beside what the `other` side says.
fn is_told_alone(mention: &Mention, side: &Side, other: &Said<'_>) -> bool {
    let Some(step) = side.changed(&mention.tokens) else { return false };
    let again = is_said_once(mention.sort) && other.keys.contains(&(mention.sort, mention.key.as_str()));
    // The verb of "will not" is in the "won't" that took its place.
    let is_glued = mention.sort == Sort::Modal && other.glued.contains(&(step, mention.key.split(' ').next().unwrap_or_default()));
    stands_alone(mention) && !again && !is_glued
}

/// A number with what it counts, where the other side has a unit: "40 litres", "40 firkins".
fn with_noun(document: &Document<'_>, mention: &Mention, other: &Mention) -> Span {
    let noun = mention.noun.filter(|_| other.sort == Sort::Number && other.has_unit && !mention.has_unit);
    noun.map_or(mention.span, |noun| mention.span.cover(document.tokens[noun].span))
}

/// One thing in one wording or two.
fn says_the_same(left: &Mention, right: &Mention) -> bool {
    match (left.sort, right.sort) {
        (Sort::Body, Sort::Body) => {
            let holds = |whole: &str, part: &str| part.split(' ').all(|word| whole.split(' ').any(|other| other == word));
            holds(&left.key, &right.key) || holds(&right.key, &left.key)
        }
        (Sort::Auxiliary | Sort::Modal, Sort::Auxiliary | Sort::Modal) => {
            left.key == right.key || is_contracted(&left.key, &right.key) || is_contracted(&right.key, &left.key)
        }
        (Sort::Name, Sort::Name) => is_one_name(&left.key, &right.key),
        (left_sort, right_sort) => left_sort == right_sort && left.key == right.key,
    }
}

/// "Al Shifa" and "Al-Shifa"; "United Nations" and "UN".
fn is_one_name(left: &str, right: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    left == right || letters(left) == letters(right) || is_acronym_of(left, right) || is_acronym_of(right, left)
}

/// `short` has the first letters of the words of `long`, but for small words between.
fn is_acronym_of(short: &str, long: &str) -> bool {
    let words = || long.split([' ', '-']).filter(|word| !is_particle(word) && !wording(word).joint && classes(word).is_open());
    let begins = |(word, letter): (&str, char)| word.starts_with(letter);
    short.len() > 1 && words().count() == short.chars().count() && words().zip(short.chars()).all(begins)
}

/// "they'll" for "will".
fn is_contracted(short: &str, long: &str) -> bool {
    let said = |verb: &str| long.split(' ').next() == Some(wording(verb).agrees.unwrap_or(verb));
    contraction(short).is_some_and(|(_, mut verbs)| verbs.any(said))
}

/// How many mentions of one step are looked at for one: a step is a few words but in hostile texts.
const REACH: usize = 48;

/// Mentions that changed and have no partner.
fn free(mentions: &[Mention], of: &[Option<usize>], side: &Side) -> Vec<usize> {
    (0..mentions.len()).filter(|at| of[*at].is_none() && side.changed(&mentions[*at].tokens).is_some()).collect()
}

/// Numbers agree where they count the same.
fn agree(left: &Mention, right: &Mention) -> bool {
    left.sort != Sort::Number || left.counted == right.counted
}

/// "Two people", "16,000 packs": of people no number of things is made.
fn are_two_sorts(left: &Mention, right: &Mention) -> bool {
    let is_people = |mention: &Mention| casualties::has_role(&mention.counted, casualties::Role::People);
    let is_thing = |mention: &Mention| !mention.has_unit && !is_people(mention) && inflect::is_plural(&mention.counted);
    let numbers = left.sort == Sort::Number && right.sort == Sort::Number;
    numbers && (is_people(left) && is_thing(right) || is_thing(left) && is_people(right))
}

fn can_become(left: Sort, right: Sort) -> bool {
    let verbal = |sort| matches!(sort, Sort::Modal | Sort::Auxiliary | Sort::Negation);
    left == right || verbal(left) && verbal(right)
}

/// Two of this sort can be one thing though other steps changed them, where they agree.
fn goes_far(sort: Sort) -> bool {
    matches!(sort, Sort::Number | Sort::Date | Sort::Name | Sort::Title | Sort::Stance)
}

/// Says something only of the words beside it, so that it is no less changed for standing elsewhere: "won 3 and lost 5".
fn is_bound(sort: Sort) -> bool {
    matches!(sort, Sort::Trend | Sort::Compass)
}

/// A change even where nothing took its place.
fn stands_alone(mention: &Mention) -> bool {
    !mention.leans && !matches!(mention.sort, Sort::Auxiliary | Sort::Pronoun)
}

fn kind(mention: &Mention, other: Option<&Mention>) -> FactKind {
    let sort = other.map_or(mention.sort, |other| if other.sort == Sort::Negation { other.sort } else { mention.sort });
    match sort {
        Sort::Number | Sort::Trend => FactKind::Number,
        Sort::Compass => FactKind::Place,
        Sort::Date => FactKind::Date,
        Sort::Name if mention.is_place && other.is_none_or(|other| other.is_place) => FactKind::Place,
        Sort::Name | Sort::Pronoun | Sort::Body => FactKind::Name,
        Sort::Title => FactKind::Title,
        Sort::Hedge | Sort::Modal | Sort::Auxiliary => FactKind::Modality,
        Sort::Negation => FactKind::Negation,
        Sort::Stance => FactKind::Attribution,
    }
}
