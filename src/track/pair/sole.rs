//! Claims without a pair that are one whatever their words: the only one left in which a source does this, or the contrary of it, in
//! either version, with a word or whom it is aimed at in common. What merely is said is too many things for that (but who said that it was
//! not so and owns up to it now is one), and of two things asked of one person ("to hand back the prize", "to leave") one may go and the
//! other come.
//!
//! A source is the same under its name, and under what it is where one version knows its name beside that: "Osland's fisheries minister",
//! who is Ida Brun, is "the fisheries minister" of the other.

use rustc_hash::FxHashMap;

use super::{Relation, TELLING, shared, shared_gist};
use crate::model::Act;
use crate::track::read::features::{Said, Voice};
use crate::track::read::names;

/// Claims left of one handle and act that are looked through: of more, none is the only one.
const LOOKED_AT: usize = 8;

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sole {
    /// The same act.
    Again,
    /// The contrary.
    Contrary,
    /// The same, where who merely said that it was not so has denied it.
    Unsaid,
}

impl Sole {
    pub(super) fn relation(self) -> Relation {
        if self == Sole::Again { Relation::Same } else { Relation::OtherVoice }
    }

    /// What somebody does in a claim.
    fn act(self, said: &Said) -> Option<Act> {
        match said.found {
            Act::State if self == Sole::Unsaid && said.is_negated && said.status.is_none() => Some(Act::Deny),
            Act::State => None,
            act => Some(act),
        }
    }
}

/// The pairs of claims where each can only be the other, as indices.
pub(super) fn alone(from: (&[Said], &[bool]), to: (&[Said], &[bool]), sole: Sole) -> Vec<(usize, usize)> {
    let (old, new) = (Left::of(from, sole), Left::of(to, sole));
    let goes_on = |said: &Said| match sole {
        Sole::Again => vec![said.found],
        _ => sole.act(said).map_or(&[][..], Act::contraries).to_vec(),
    };
    let only = |said: &Said, left: &Left<'_>| left.only(said, &goes_on(said));
    let both = old.all().filter_map(|at| Some((at, only(&from.0[at], &new)?)));
    both.filter(|(at, other)| only(&to.0[*other], &old) == Some(*at) && is_about_one(&from.0[*at], &to.0[*other], (from.0, sole))).collect()
}

/// Claims of one version that have no pair, by who does what in them.
struct Left<'s> {
    said: &'s [Said],
    by_doer: FxHashMap<(&'s str, Act), Vec<usize>>,
}

impl<'s> Left<'s> {
    fn of((said, taken): (&'s [Said], &[bool]), sole: Sole) -> Self {
        let mut by_doer: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        let is_left =
            |(at, said): &(usize, &Said)| !taken[*at] && said.voice != Voice::Withholds && said.is_somebody() && !said.in_headline;
        for (at, said) in said.iter().enumerate().filter(is_left) {
            if let Some(act) = sole.act(said) {
                handles(said).for_each(|handle| by_doer.entry((handle, act)).or_default().push(at));
            }
        }
        Left { said, by_doer }
    }

    /// All of them, in text order.
    fn all(&self) -> impl Iterator<Item = usize> {
        let mut all: Vec<usize> = self.by_doer.values().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }

    /// The one in which the source of `said` does one of `acts`, where there are no two.
    fn only(&self, said: &Said, acts: &[Act]) -> Option<usize> {
        let lists = || handles(said).flat_map(|handle| acts.iter().filter_map(move |act| self.by_doer.get(&(handle, *act))));
        if lists().any(|list| list.len() > LOOKED_AT) {
            return None;
        }
        let mut found = lists().flatten().copied().filter(|at| is_one_source(said, &self.said[*at]));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// The last words of what names the source: of its name, and of how the text calls it here.
fn handles(said: &Said) -> impl Iterator<Item = &str> {
    let (name, text) = (names::handle(&said.source.key), names::handle(&said.source.text));
    [name, text].into_iter().take(if text.is_empty() || text == name { 1 } else { 2 })
}

fn is_one_source(left: &Said, right: &Said) -> bool {
    left.same_source(right) || is_office_of(left, right) || is_office_of(right, left)
}

/// What the one is called by stands at the end of what the other, whose name is known, is called by.
fn is_office_of(one: &Said, named: &Said) -> bool {
    let is_known = named.source.is_named && !named.source.is_state && !one.source.is_named && !one.source.is_unnamed;
    is_known && names::ends_in(&named.source.text, &one.source.text)
}

/// The two have something in common that tells that they are one; `old` are the claims of the earlier version.
fn is_about_one(before: &Said, after: &Said, (old, sole): (&[Said], Sole)) -> bool {
    let aim = |said: &Said| !said.target.key.is_empty();
    // "Dakar rejected the accusation" and "Dakar denied it": what is refused stands elsewhere.
    let is_bare = before.is_bare_refusal() || after.is_bare_refusal();
    // Who "denied the allegations" owns up to one of them.
    let answered = || before.answers.as_ref().filter(|_| before.refuses_words()).and_then(|id| old.iter().find(|other| other.id == *id));
    // Whom it is asked of tells not what is asked.
    let asks = before.voice == Voice::Asks && after.voice == Voice::Asks;
    match sole {
        // One word may be what both speak of, whatever they say of it.
        Sole::Unsaid => shared_gist(before, after) >= TELLING,
        _ => {
            is_bare
                || shared(before, after) > 0
                || sole == Sole::Contrary && answered().is_some_and(|charge| shared_gist(charge, after) > 0)
                || !asks && (aim(before) && aim(after) && names::one_ends_in_other(&before.target.key, &after.target.key))
        }
    }
}
