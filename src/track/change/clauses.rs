//! Clauses of what somebody says that came or went with nothing in their place: "said that the mill was shut and that nobody was hurt"
//! is two things said in one breath, and when the second goes an editor wants to hear of it as of any other claim that was dropped.
//!
//! Known failure: a clause without its "that" ("and nobody was hurt") is no clause here, since "shut and sealed" is none either.

use crate::lexicon::closed::Class;
use crate::text::Span;
use crate::track::read::features::Said;
use crate::track::read::words::Word;

/// A clause that one wording has and the other has not.
pub(super) struct Clause {
    /// Where it stands, without the word that joins it.
    pub(super) place: Span,
    /// The wording without it.
    pub(super) rest: Said,
}

/// Words that carry content which a clause must have.
const TELLING: usize = 2;

/// The first clause of `one`, joined to what is said before it, of which `other` has hardly a word.
pub(super) fn without_pair(one: &Said, other: &Said) -> Option<Clause> {
    if one.is_unaltered(other) {
        return None;
    }
    let starts: Vec<usize> = (1..one.words.len()).filter(|at| joins(&one.words[at - 1], &one.words[*at])).collect();
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([end_of_content(&one.words)]);
    let clause = starts.iter().zip(ends).map(|(start, end)| *start..end).find(|clause| {
        let words = one.words.get(clause.clone()).unwrap_or_default();
        let telling = || words.iter().filter(|word| !word.is_function);
        let is_there = |word: &Word| other.context().iter().any(|held| held.stem() == word.stem());
        let kept = telling().filter(|word| is_there(word)).count();
        telling().count() >= TELLING && kept * KEPT <= telling().count()
    })?;
    let words = &one.words[clause.clone()];
    let place = Span::new(words[0].span.start(), words[words.len() - 1].span.end());
    let mut rest = one.clone();
    let joint = usize::from(one.words[clause.start - 1].classes().has(Class::Conjunction));
    rest.words.drain(clause.start - joint..clause.end);
    Some(Clause { place, rest })
}

/// One in so many of a clause's words may stand in the other wording.
const KEPT: usize = 4;

/// "and that", "but that", "because", "although": here one thing said ends and another begins.
fn joins(first: &Word, second: &Word) -> bool {
    let (joint, opener) = (first.classes(), second.classes());
    let in_content = first.is_content && second.is_content && first.is_quoted == second.is_quoted;
    let is_joined = || joint.has(Class::Conjunction) && opener.has(Class::Subordinator) && opener.has(Class::Relative);
    in_content && (is_joined() || second.wording().reason)
}

fn end_of_content(words: &[Word]) -> usize {
    words.iter().rposition(|word| word.is_content).map_or(0, |last| last + 1)
}
