//! Words that were turned into their opposites, by a prefix or by another word: "legal", "illegal"; "passed", "failed".

use super::mention::Passage;
use super::pairing::Side;
use super::{Fact, FactKind};
use crate::lexicon::wording::are_opposite;
use crate::text::TokenKind;

/// Words of one step that are looked at for one: a step is a few words but in hostile texts.
const REACH: usize = 48;

/// Appends them; `begun` is where the passages' facts begin.
pub(super) fn facts(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), begun: usize, out: &mut Vec<Fact>) {
    let new = changed(passages.1, &sides.1);
    for (step, at) in changed(passages.0, &sides.0) {
        let first = new.partition_point(|(other, _)| *other < step);
        let same = new[first..].iter().take(REACH).take_while(|(other, _)| *other == step);
        let (old, mut same) = (passages.0.lower(at), same.map(|(_, other)| *other));
        let turned = |other: &usize| are_opposite(old, passages.1.lower(*other));
        let Some(other) = same.find(turned) else { continue };
        let (old, new) = (passages.0.words[at].token.span, passages.1.words[other].token.span);
        let tells = |fact: &Fact| fact.old.is_some_and(|span| span.overlaps(old)) || fact.new.is_some_and(|span| span.overlaps(new));
        let tells_both = |fact: &Fact| tells(fact) && fact.old.is_some() && fact.new.is_some();
        if out[begun..].iter().any(tells_both) {
            continue;
        }
        // "confirmed" gone and "unconfirmed" come is one change.
        let rest: Vec<Fact> = out.drain(begun..).filter(|fact| !tells(fact)).collect();
        out.extend(rest);
        out.push(Fact { kind: FactKind::Negation, old: Some(old), new: Some(new) });
    }
}

/// The words that a step changed, with the step, in order.
fn changed(passage: &Passage<'_, '_>, side: &Side) -> Vec<(usize, usize)> {
    let words = passage.words.iter().enumerate().filter(|(_, word)| word.token.kind == TokenKind::Word && word.classes.is_open());
    words.filter_map(|(at, _)| Some((side.changed(&(passage.first + at..passage.first + at + 1))?, at))).collect()
}
