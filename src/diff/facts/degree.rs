//! Words of degree: amounts without a number, which way a number went, directions, and verbs that leave what follows undone.
//!
//! Most lean: "most" tells something only where "some" took its place. Known failure: "won" and "lost" before any number are taken for
//! its gain and loss.

use super::mention::{Mention, Passage, Sort};
use crate::text::{Span, TokenKind};

/// Words between a verb and the number that it moved: "fell by nearly 5 per cent".
const BETWEEN: usize = 3;

/// Reads the word at `at`.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize) -> Option<Mention> {
    let word = &passage.words[at];
    if word.token.kind != TokenKind::Word || word.token.capital && at > 0 {
        return None;
    }
    let mention = |sort, key: &str| passage.mention(sort, at..at + 1, key.to_owned());
    let before_verb = || passage.word(at + 1).is_some_and(|next| next.wording.infinitive);
    if let Some(sense) = word.wording.failure.filter(|_| before_verb()) {
        return Some(mention(Sort::Negation, sense));
    }
    if let Some(sense) = word.wording.intent.filter(|_| before_verb()) {
        return Some(mention(Sort::Modal, sense));
    }
    if let Some(sense) = word.wording.trend
        && let Some(number) = number_after(passage, at)
    {
        let span = word.token.span.cover(number);
        return Some(Mention { span, leans: true, ..mention(Sort::Trend, sense) });
    }
    if let Some(direction) = word.wording.compass {
        return Some(Mention { leans: true, ..mention(Sort::Compass, direction) });
    }
    let sense = word.wording.amount?;
    Some(Mention { leans: true, counted: sense.to_owned(), ..mention(Sort::Number, sense) })
}

/// The number that stands behind the verb at `at`, or after a small word or two.
fn number_after(passage: &Passage<'_, '_>, at: usize) -> Option<Span> {
    for next in at + 1..=at + BETWEEN {
        let word = passage.word(next).filter(|word| word.token.is_wordlike())?;
        if let Some((number, _)) = super::number::read(passage, next) {
            return Some(number.span);
        }
        if word.classes.is_open() {
            return None;
        }
    }
    None
}
