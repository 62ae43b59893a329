//! What changed in what the sentences say: numbers, dates, names, titles, quotations, hedges, negations, verbs of saying.
//!
//! Mentions are read on both sides of every edited link; those that a step touched are paired, and a pair that says another thing
//! is a fact. None is left out for being short. What a fact means is for `track`.
//!
//! Reading order: `mention` (with `number`, `date`, `name`, `body`, `degree`) → `pairing` → `lists`, `attribution`,
//! `head`, `quotes`, `opposite`, `neighbours` and `settle`.

mod attribution;
mod body;
mod date;
mod degree;
mod head;
mod lists;
mod mention;
mod name;
mod neighbours;
mod number;
mod opposite;
mod pairing;
mod quotes;
mod settle;

use std::ops::Range;

pub(super) use self::mention::Known;
use self::mention::Passage;
use self::pairing::{Pairing, Side};
use super::{Comparison, Link, WordChange, WordOp};
use crate::kinds::named;
use crate::lexicon::actors::World;
use crate::text::{Document, Span};

named! {
    /// What a fact is about.
    FactKind {
        /// A number with its qualifier and unit.
        Number = "number",
        /// A day, month, year or time.
        Date = "date",
        /// A person, an organisation, or who is meant by a pronoun.
        Name = "name",
        /// A rank or office before a name.
        Title = "title",
        /// A place.
        Place = "place",
        /// Words in quotation marks.
        Quote = "quote",
        /// How sure, how necessary: may, will, has, alleged.
        Modality = "modality",
        /// Not, never, no.
        Negation = "negation",
        /// Who says it, and with which verb.
        Attribution = "attribution",
    }
}

/// One thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// Where it stood.
    pub old: Option<Span>,
    /// Where it stands.
    pub new: Option<Span>,
}

/// The facts that changed between two texts, in the order of the links, each once.
///
/// Furniture states no facts. For added and removed sentences, only numbers that the other text lacks are reported, paired with a
/// neighbour's number if there is one. A number that moved to another sentence is not reported.
///
/// ```
/// use sayso::diff::{compare, facts};
/// use sayso::text::Document;
///
/// let from = Document::new("Rescuers said 12 people had died.");
/// let to = Document::new("Rescuers said 120 people had died.");
/// let found = facts(&from, &to, &compare(&from, &to));
/// assert_eq!(found[0].new.map(|span| to.slice(span)), Some("120 people"));
/// ```
pub fn facts(from: &Document<'_>, to: &Document<'_>, comparison: &Comparison) -> Vec<Fact> {
    facts_with(World::builtin(), from, to, comparison)
}

/// The same with these names of the world.
pub fn facts_with(world: &World, from: &Document<'_>, to: &Document<'_>, comparison: &Comparison) -> Vec<Fact> {
    let is_needed = comparison.links.iter().any(|link| has_changed(&link) || link.from.is_empty() || link.to.is_empty());
    let known = if is_needed { Known::new(world, from, to, comparison) } else { Known::of(world) };
    facts_known(from, to, comparison, &known)
}

/// The same where it is known how the words of both texts are written.
pub(super) fn facts_known(from: &Document<'_>, to: &Document<'_>, comparison: &Comparison, known: &Known<'_>) -> Vec<Fact> {
    let mut out = Vec::new();
    for link in comparison.links.iter().filter(has_changed) {
        let (old, new) = (tokens(from, &link.from), tokens(to, &link.to));
        let sides = pairing::sides((from, to), (&old, &new), &link.words);
        let (left, right) = (Passage::new(from, old, known), Passage::new(to, new, known));
        of_passages(&left, &right, &sides, &mut out);
    }
    neighbours::facts((from, to), &comparison.links, known, &mut out);
    settle::settle((from, to), &comparison.links, known, &mut out);
    out
}

/// Keeps of the facts from `begun` on those that are wanted.
fn retain(out: &mut Vec<Fact>, begun: usize, is_wanted: impl Fn(&Fact) -> bool) {
    let mut at = 0;
    out.retain(|fact| {
        at += 1;
        at <= begun || is_wanted(fact)
    });
}

fn has_changed(link: &&Link) -> bool {
    !link.furniture && !link.from.is_empty() && link.words.iter().any(is_change)
}

fn is_change(step: &WordChange) -> bool {
    step.op != WordOp::Equal && !step.noise
}

fn tokens(document: &Document<'_>, sentences: &[usize]) -> Range<usize> {
    match (sentences.first(), sentences.last()) {
        (Some(first), Some(last)) => document.token_range(*first).start..document.token_range(*last).end,
        _ => 0..0,
    }
}

fn of_passages(old: &Passage<'_, '_>, new: &Passage<'_, '_>, sides: &(Side, Side), out: &mut Vec<Fact>) {
    let begun = out.len();
    let (before, after) = (old.mentions(), new.mentions());
    Pairing::new(&before, &after, sides).facts((old.document, new.document), out);
    lists::join((old, new), (&before, &after), begun, out);
    attribution::complete((old, new), &before, sides, begun, out);
    head::complete((old, new), sides, begun, out);
    quotes::facts((old, new), sides, out);
    opposite::facts((old, new), sides, begun, out);
    out[begun..].sort_by_key(|fact| (fact.new.map(Span::start), fact.old.map(Span::start), fact.kind));
}
