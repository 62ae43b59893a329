//! Which mention of the earlier passage became which of the later: by the words they share, by their place in one step, in order.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::mention::{Mention, Sort};
use super::{Fact, FactKind};
use crate::diff::{WordChange, WordOp};
use crate::lexicon::wording::contraction;
use crate::text::{Document, Span};

/// What the steps say of the tokens of one side: the step that changed a token, or its partner on the other side.
pub(super) struct Side {
    first: usize,
    states: Vec<State>,
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
    let mut old = Side { first: from.start, states: Vec::with_capacity(from.len()) };
    let mut new = Side { first: to.start, states: Vec::with_capacity(to.len()) };
    let begun = |document: &Document<'_>, span: Span, tokens: &Range<usize>| {
        let end = document.tokens.partition_point(|token| token.span.start() < span.end());
        end.min(tokens.end)
    };
    for (index, step) in steps.iter().enumerate() {
        let (left, right) = (from.start + old.states.len(), to.start + new.states.len());
        let ends = (begun(documents.0, step.from, from).max(left), begun(documents.1, step.to, to).max(right));
        let kept = (step.noise || step.op == WordOp::Equal) && ends.0 - left == ends.1 - right;
        let state = |other: usize, at: usize| if kept { State::Kept(other + at) } else { State::Changed(index) };
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
        pairing.join_in_step(|left, right| can_become(left.sort, right.sort));
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
        let mut waiting: FxHashMap<(Sort, &str), Vec<usize>> = FxHashMap::default();
        for right in self.free_new().into_iter().rev().filter(|right| !is_bound(self.new[*right].sort)) {
            waiting.entry((self.new[right].sort, &self.new[right].key)).or_default().push(right);
        }
        for left in self.free_old() {
            let mention = &self.old[left];
            if let Some(right) = waiting.get_mut(&(mention.sort, mention.key.as_str())).and_then(Vec::pop) {
                self.join(left, right);
            }
        }
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
        let mut waiting: FxHashMap<(Sort, &str), Vec<usize>> = FxHashMap::default();
        for right in self.free_new().into_iter().rev().filter(|right| goes_far(self.new[*right].sort)) {
            waiting.entry((self.new[right].sort, &self.new[right].counted)).or_default().push(right);
        }
        for left in self.free_old() {
            let mention = &self.old[left];
            if let Some(right) = waiting.get_mut(&(mention.sort, mention.counted.as_str())).and_then(Vec::pop) {
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
                None if self.sides.0.changed(&mention.tokens).is_some() && stands_alone(mention) => {
                    out.push(Fact { kind: kind(mention, None), old: Some(mention.span), new: None });
                }
                None => {}
            }
        }
        for (right, mention) in self.new.iter().enumerate() {
            if self.of_new[right].is_none() && self.sides.1.changed(&mention.tokens).is_some() && stands_alone(mention) {
                out.push(Fact { kind: kind(mention, None), old: None, new: Some(mention.span) });
            }
        }
    }
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
        (left_sort, right_sort) => left_sort == right_sort && left.key == right.key,
    }
}

/// "they'll" for "will".
fn is_contracted(short: &str, long: &str) -> bool {
    contraction(short).is_some_and(|(_, mut verbs)| verbs.any(|verb| long.split(' ').next() == Some(verb)))
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
