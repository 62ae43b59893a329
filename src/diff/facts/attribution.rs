//! Who says it: a source that came or went with its verb, and another source before the same verb.

use super::mention::{Mention, Passage, Sort};
use super::pairing::Side;
use super::{Fact, FactKind, retain};
use crate::lexicon::closed::Class;
use crate::text::{Span, TokenKind};

/// Words that a source can have beside its verb.
const SOURCE: usize = 8;

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
    let lonely = |fact: &Fact| fact.kind == FactKind::Attribution && (fact.old.is_none() || fact.new.is_none());
    let at: Vec<usize> = (begun..out.len()).filter(|at| lonely(&out[*at])).take(FACTS).collect();
    for at in at {
        out[at] = completed(passages, sides, out[at], &out[begun..]);
    }
    drop_inside(begun, out);
    let told: Vec<Fact> = out[begun..].iter().take(FACTS).copied().collect();
    for verb in verbs.iter().filter(|verb| verb.sort == Sort::Stance).take(FACTS) {
        let Some((old, new)) = sources_beside(passages, sides, verb) else { continue };
        let is_told = |fact: &Fact| fact.old.is_some_and(|span| span.overlaps(old)) || fact.new.is_some_and(|span| span.overlaps(new));
        if !is_one_body(passages, old, new) && !told.iter().any(is_told) {
            out.push(Fact { kind: FactKind::Attribution, old: Some(old), new: Some(new) });
        }
    }
}

/// A verb on one side with what stands in its place on the other, where no fact of `told` has that; else with its source.
fn completed(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), fact: Fact, told: &[Fact]) -> Fact {
    let is_free = |verb: &Span, side: fn(&Fact) -> Option<Span>| !told.iter().filter_map(side).any(|span| span.overlaps(*verb));
    match (fact.old, fact.new) {
        (Some(span), _) => match in_its_place(passages, (&sides.0, &sides.1), span).filter(|verb| is_free(verb, |fact| fact.new)) {
            Some(verb) => Fact { new: Some(verb), ..fact },
            None => Fact { old: Some(widen(passages.0, &sides.0, span)), ..fact },
        },
        (None, Some(span)) => {
            let verb = in_its_place((passages.1, passages.0), (&sides.1, &sides.0), span);
            match verb.filter(|verb| is_free(verb, |fact| fact.old)) {
                Some(verb) => Fact { old: Some(verb), ..fact },
                None => Fact { new: Some(widen(passages.1, &sides.1, span)), ..fact },
            }
        }
        (None, None) => fact,
    }
}

/// The sources that changed beside a verb that is kept: before it on both sides, else behind it.
fn sources_beside(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), verb: &Mention) -> Option<(Span, Span)> {
    let (old, new) = (verb.tokens.start, sides.0.kept(&verb.tokens).next()?);
    let both = |beside: fn(&Passage<'_, '_>, &Side, usize) -> Option<Span>| {
        Some((beside(passages.0, &sides.0, old)?, beside(passages.1, &sides.1, new)?))
    };
    both(changed_before).or_else(|| both(changed_after))
}

/// "the firm", "the company": the same sort of source in another word.
fn is_one_body(passages: (&Passage<'_, '_>, &Passage<'_, '_>), old: Span, new: Span) -> bool {
    let body = |passage: &Passage<'_, '_>, span: Span| passage.word(passage.document.token_at(span.start()) - passage.first)?.wording.body;
    body(passages.0, old).is_some_and(|sort| body(passages.1, new) == Some(sort))
}

/// What a source is called is told with its verb, and not once more.
fn drop_inside(begun: usize, out: &mut Vec<Fact>) {
    let one_sided = |fact: &Fact| match (fact.old, fact.new) {
        (Some(span), None) => Some((true, span)),
        (None, Some(span)) => Some((false, span)),
        _ => None,
    };
    let sources: Vec<(bool, Span)> =
        out[begun..].iter().filter(|fact| fact.kind == FactKind::Attribution).filter_map(one_sided).take(FACTS).collect();
    let is_inside = |fact: &Fact| {
        let names = matches!(fact.kind, FactKind::Name | FactKind::Title | FactKind::Number | FactKind::Place);
        names && one_sided(fact).is_some_and(|(side, span)| sources.iter().any(|(other, source)| side == *other && source.contains(span)))
    };
    if !sources.is_empty() {
        retain(out, begun, |fact| !is_inside(fact));
    }
}

/// The one word that took the place of the verb at `span`, where each side of the step has no other word that tells something.
fn in_its_place(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: (&Side, &Side), span: Span) -> Option<Span> {
    let at = passages.0.document.token_at(span.start());
    let step = sides.0.changed(&(at..at + 1))?;
    let only = |passage: &Passage<'_, '_>, side: &Side| {
        let tells = |at: &usize| passage.words[*at].token.is_wordlike() && passage.words[*at].classes.is_open();
        let mut words = (side.tokens_of(step)).map(|token| token - passage.first).filter(tells);
        words.next().filter(|_| words.next().is_none())
    };
    let (_, other) = (only(passages.0, sides.0)?, only(passages.1, sides.1)?);
    let word = &passages.1.words[other];
    (word.token.kind == TokenKind::Word && !word.token.capital).then_some(word.token.span)
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

/// The changed words that stand behind the verb at token `at`, where it leads to its source: "according to", ", said".
fn changed_after(passage: &Passage<'_, '_>, side: &Side, at: usize) -> Option<Span> {
    let verb = at - passage.first;
    let is_turned = || verb.checked_sub(1).is_some_and(|before| !passage.words[before].token.is_wordlike());
    let leads = passage.word(verb)?.wording.leads;
    if !leads && !is_turned() {
        return None;
    }
    let is_kept = |token: &usize| {
        let word = passage.word(*token - passage.first);
        side.changed(&(*token..*token + 1)).is_none() && word.is_some_and(|word| word.token.is_wordlike() && !word.classes.is_open())
    };
    let begin = (at + 1..at + 3).find(|token| !is_kept(token))?;
    let belongs = |token: &usize| {
        side.changed(&(*token..*token + 1)).is_some() && passage.word(*token - passage.first).is_some_and(|word| word.token.is_wordlike())
    };
    let words = (begin..begin + SOURCE).take_while(belongs);
    words.map(|token| passage.document.tokens[token].span).reduce(Span::cover)
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
