//! Names in a row: "Hebron, Nablus and Jenin" for "Nablus and Jenin" is one change, of the row.

use std::ops::Range;

use super::mention::{Mention, Passage, Sort};
use super::{Fact, FactKind, retain};
use crate::lexicon::closed::Class;
use crate::text::{Span, TokenKind};

/// Turns names that were added to a row, or left it, into a change of the row; `begun` is where the passage's facts begin.
pub(super) fn join(passages: (&Passage<'_, '_>, &Passage<'_, '_>), mentions: (&[Mention], &[Mention]), begun: usize, out: &mut Vec<Fact>) {
    let (old, new) = (rows(passages.0, mentions.0), rows(passages.1, mentions.1));
    if old.len() * new.len() > ROWS {
        return;
    }
    for row in &new {
        let Some(before) = old.iter().find(|before| before.keys.iter().any(|key| row.keys.contains(key))) else { continue };
        let is_lonely = |fact: &Fact| match (fact.old, fact.new) {
            (None, Some(span)) => row.span.contains(span),
            (Some(span), None) => before.span.contains(span),
            _ => false,
        };
        let names = |fact: &Fact| matches!(fact.kind, FactKind::Name | FactKind::Place) && is_lonely(fact);
        let Some(first) = out[begun..].iter().find(|fact| names(fact)).map(|fact| fact.kind) else { continue };
        retain(out, begun, |fact| !names(fact));
        let kind = if row.is_place || before.is_place { FactKind::Place } else { first };
        out.push(Fact { kind, old: Some(before.span), new: Some(row.span) });
    }
}

/// Rows of the one passage times rows of the other; more are in no sentence, and left as they are.
const ROWS: usize = 2000;

/// Names parted by commas and conjunctions.
struct Row {
    span: Span,
    keys: Vec<String>,
    is_place: bool,
}

fn rows(passage: &Passage<'_, '_>, mentions: &[Mention]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut last: Option<Range<usize>> = None;
    for mention in mentions.iter().filter(|mention| mention.sort == Sort::Name) {
        let joined = last.as_ref().is_some_and(|last| joins(passage, last.end..mention.tokens.start));
        last = Some(mention.tokens.clone());
        match rows.last_mut().filter(|_| joined) {
            Some(row) => {
                row.span = row.span.cover(mention.span);
                row.keys.push(mention.key.clone());
            }
            None => rows.push(Row { span: mention.span, keys: vec![mention.key.clone()], is_place: mention.is_place }),
        }
    }
    rows
}

/// Between two names stands nothing but commas and a conjunction.
fn joins(passage: &Passage<'_, '_>, between: Range<usize>) -> bool {
    (1..=2).contains(&between.len())
        && between.map(|token| token - passage.first).all(|at| {
            passage
                .word(at)
                .is_some_and(|word| word.classes.has(Class::Conjunction) || (word.token.kind == TokenKind::Mark && !word.token.spaced))
        })
}
