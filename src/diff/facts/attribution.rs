//! Who says it: a source that came or went with its verb, and another source before the same verb.

use super::mention::{Mention, Passage, Sort};
use super::pairing::Side;
use super::{Fact, FactKind};
use crate::lexicon::closed::Class;
use crate::text::Span;

/// Words that a source can have beside its verb.
const SOURCE: usize = 5;

/// Facts and verbs of one passage that are looked at; no sentence has more.
const FACTS: usize = 200;

/// Gives verbs that came or went the source that did so with them, and adds sources that changed before a verb that is kept;
/// `begun` is where the passage's facts begin.
pub(super) fn complete(
    passages: (&Passage<'_, '_>, &Passage<'_, '_>),
    verbs: &[Mention],
    sides: &(Side, Side),
    begun: usize,
    out: &mut Vec<Fact>,
) {
    for fact in out[begun..].iter_mut().filter(|fact| fact.kind == FactKind::Attribution) {
        match (fact.old, fact.new) {
            (Some(span), None) => fact.old = Some(widen(passages.0, &sides.0, span)),
            (None, Some(span)) => fact.new = Some(widen(passages.1, &sides.1, span)),
            _ => {}
        }
    }
    let told: Vec<Fact> = out[begun..].iter().take(FACTS).copied().collect();
    for verb in verbs.iter().filter(|verb| verb.sort == Sort::Stance).take(FACTS) {
        let Some(other) = sides.0.kept(&verb.tokens).next() else { continue };
        let (old, new) = (changed_before(passages.0, &sides.0, verb.tokens.start), changed_before(passages.1, &sides.1, other));
        let (Some(old), Some(new)) = (old, new) else { continue };
        if is_one_body(passages, old, new) {
            continue;
        }
        let is_told = |fact: &Fact| fact.old.is_some_and(|span| span.overlaps(old)) || fact.new.is_some_and(|span| span.overlaps(new));
        if !told.iter().any(is_told) {
            out.push(Fact { kind: FactKind::Attribution, old: Some(old), new: Some(new) });
        }
    }
}

/// "the firm", "the company": the same sort of source in another word.
fn is_one_body(passages: (&Passage<'_, '_>, &Passage<'_, '_>), old: Span, new: Span) -> bool {
    let body = |passage: &Passage<'_, '_>, span: Span| passage.word(passage.document.token_at(span.start()) - passage.first)?.wording.body;
    body(passages.0, old).is_some_and(|sort| body(passages.1, new) == Some(sort))
}

/// The verb at `span` with the words beside it that the same step changed: those before it, else those after it.
fn widen(passage: &Passage<'_, '_>, side: &Side, span: Span) -> Span {
    let at = passage.document.token_at(span.start());
    let Some(step) = side.changed(&(at..at + 1)) else { return span };
    let belongs = |token: &usize| {
        side.changed(&(*token..*token + 1)) == Some(step) && passage.document.tokens.get(*token).is_some_and(|token| token.is_wordlike())
    };
    let before = (passage.first..at).rev().take(SOURCE).take_while(belongs).last();
    let after = || (at + 1..).take(SOURCE).take_while(belongs).last();
    before.or_else(after).map_or(span, |end| span.cover(passage.document.tokens[end].span))
}

/// The changed words that end right before token `at`.
fn changed_before(passage: &Passage<'_, '_>, side: &Side, at: usize) -> Option<Span> {
    let is_changed = |token: &usize| side.changed(&(*token..*token + 1)).is_some() && passage.document.tokens[*token].is_wordlike();
    let words = (passage.first..at).rev().take(SOURCE).take_while(is_changed);
    let names =
        |token: &usize| passage.word(*token - passage.first).is_some_and(|word| word.classes.is_open() || word.classes.has(Class::Pronoun));
    let mut words = words.skip_while(|token| !names(token)).peekable();
    words.peek()?;
    words.map(|token| passage.document.tokens[token].span).reduce(Span::cover)
}
