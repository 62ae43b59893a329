//! A name at the head of a sentence that another word took the place of: "Smith was cleared", "Jones was cleared".
//!
//! A single word at the head has its capital from its place, so it is a name only where it looks like one; but what took the place of
//! a name, word for word, is told as what the name became.

use super::mention::Passage;
use super::pairing::Side;
use super::{Fact, FactKind, retain};
use crate::text::{Span, TokenKind};

/// Completes a name that opens one passage and is told without the other side; `begun` is where the passages' facts begin.
pub(super) fn complete(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), begun: usize, out: &mut Vec<Fact>) {
    let (Some(old), Some(new)) = (head(passages.0, &sides.0), head(passages.1, &sides.1)) else { return };
    let is_name = |fact: &Fact| fact.kind == FactKind::Name;
    let lost = out[begun..].iter().any(|fact| is_name(fact) && fact.new.is_none() && fact.old == Some(old));
    let won = out[begun..].iter().any(|fact| is_name(fact) && fact.old.is_none() && fact.new == Some(new));
    if !lost && !won {
        return;
    }
    let is_half = |fact: &Fact| match (fact.old, fact.new) {
        (Some(span), None) => span == old,
        (None, Some(span)) => span == new,
        _ => false,
    };
    retain(out, begun, |fact| !is_half(fact));
    out.push(Fact { kind: FactKind::Name, old: Some(old), new: Some(new) });
}

/// The first word, where it has a capital, tells something and is all that its step changed.
fn head(passage: &Passage<'_, '_>, side: &Side) -> Option<Span> {
    let word = passage.word(0).filter(|word| word.token.kind == TokenKind::Word && word.token.capital && word.classes.is_open())?;
    let step = side.changed(&(passage.first..passage.first + 1))?;
    (side.tokens_of(step) == (passage.first..passage.first + 1)).then_some(word.token.span)
}
