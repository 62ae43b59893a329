//! Words that were turned into their opposites, by a prefix or by another word: "legal", "illegal"; "passed", "failed".

use std::ops::Range;

use super::mention::Passage;
use super::pairing::Side;
use super::{Fact, FactKind, retain};
use crate::lexicon::wording::are_opposite;
use crate::text::{Span, TokenKind};

/// Words of one step that are looked at for one: a step is a few words but in hostile texts.
const REACH: usize = 48;

/// Appends them; `begun` is where the passages' facts begin.
pub(super) fn facts(passages: (&Passage<'_, '_>, &Passage<'_, '_>), sides: &(Side, Side), begun: usize, out: &mut Vec<Fact>) {
    let new = changed(passages.1, &sides.1);
    let mut told = [Told::new(passages.0), Told::new(passages.1)];
    for fact in &out[begun..] {
        if let (Some(old), Some(new)) = (fact.old, fact.new) {
            told[0].mark(old);
            told[1].mark(new);
        }
    }
    let mut found = [Told::new(passages.0), Told::new(passages.1)];
    let mut turned = Vec::new();
    for (step, at) in changed(passages.0, &sides.0) {
        let first = new.partition_point(|(other, _)| *other < step);
        let same = new[first..].iter().take(REACH).take_while(|(other, _)| *other == step);
        let (old, mut same) = (passages.0.lower(at), same.map(|(_, other)| *other));
        let Some(other) = same.find(|other| are_opposite(old, passages.1.lower(*other))) else { continue };
        let (old, new) = (passages.0.words[at].token.span, passages.1.words[other].token.span);
        if told[0].holds(old) || told[1].holds(new) {
            continue;
        }
        for words in [&mut told, &mut found] {
            words[0].mark(old);
            words[1].mark(new);
        }
        turned.push(Fact { kind: FactKind::Negation, old: Some(old), new: Some(new) });
    }
    // "confirmed" gone and "unconfirmed" come is one change.
    let is_part = |fact: &Fact| fact.old.is_some_and(|span| found[0].holds(span)) || fact.new.is_some_and(|span| found[1].holds(span));
    if !turned.is_empty() {
        retain(out, begun, |fact| !is_part(fact));
        out.extend(turned);
    }
}

/// Words of a passage that are told of.
struct Told<'p, 'k, 't> {
    passage: &'p Passage<'k, 't>,
    words: Vec<bool>,
}

impl<'p, 'k, 't> Told<'p, 'k, 't> {
    fn new(passage: &'p Passage<'k, 't>) -> Self {
        Told { passage, words: vec![false; passage.words.len()] }
    }

    fn places(&self, span: Span) -> Range<usize> {
        let first = self.passage.words.partition_point(|word| word.token.span.end() <= span.start());
        let after = self.passage.words.partition_point(|word| word.token.span.start() < span.end());
        first..after.max(first)
    }

    fn mark(&mut self, span: Span) {
        let places = self.places(span);
        self.words[places].fill(true);
    }

    fn holds(&self, span: Span) -> bool {
        self.words[self.places(span)].contains(&true)
    }
}

/// The words that a step changed, with the step, in order.
fn changed(passage: &Passage<'_, '_>, side: &Side) -> Vec<(usize, usize)> {
    let words = passage.words.iter().enumerate().filter(|(_, word)| word.token.kind == TokenKind::Word && word.classes.is_open());
    words.filter_map(|(at, _)| Some((side.changed(&(passage.first + at..passage.first + at + 1))?, at))).collect()
}
