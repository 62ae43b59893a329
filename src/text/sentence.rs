//! Sentences of news English.
//!
//! A sentence ends at a stop, with the quotation marks and brackets that close after it, where the next word can begin another.
//! Abbreviations, initials and numbers are told apart by `data/en/abbreviations.tsv`; a quotation of several sentences is
//! several sentences. A segment's end always ends a sentence, so headlines need no stop.
//!
//! Known failure: a sentence that ends in "… the U.S." before a name ("U.S. President" against "the U.S. Trump said") is joined.

use std::ops::Range;

use super::{SegmentKind, Span, Token, TokenKind};
use crate::lexicon::abbreviations::{self, Ending};
use crate::lexicon::closed::Class;

/// A sentence, or a line that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Its place, white space at the ends left out.
    pub span: Span,
    /// The segment that holds it.
    pub segment: u32,
    /// Its tokens, as indices into the document's.
    pub tokens: Range<u32>,
}

/// Appends the sentences of the segment whose tokens begin at `first`.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, segment: usize, kind: SegmentKind, out: &mut Vec<Sentence>) {
    let mut begin = first;
    let mut push = |range: Range<usize>| {
        if let (Some(head), Some(last)) = (tokens.get(range.start), range.end.checked_sub(1).and_then(|at| tokens.get(at))) {
            out.push(Sentence { span: head.span.cover(last.span), segment: segment as u32, tokens: range.start as u32..range.end as u32 });
        }
    };
    if kind == SegmentKind::Dateline {
        return push(first..tokens.len());
    }
    let mut at = first;
    while at < tokens.len() {
        let end = match tokens[at].kind {
            TokenKind::Stop => after_closers(tokens, at + 1),
            TokenKind::Word if ends_in_stop(text, tokens[at]) => after_closers(tokens, at + 1),
            _ => {
                at += 1;
                continue;
            }
        };
        if end < tokens.len() && ends_here(text, tokens, begin, at, end) {
            push(begin..end);
            begin = end;
        }
        at = end.max(at + 1);
    }
    if begin < tokens.len() {
        push(begin..tokens.len());
    }
}

fn ends_in_stop(text: &str, token: Token) -> bool {
    token.span.of(text).ends_with('.')
}

/// Skips further stops, the marks that close after one and the number of a note (`[1]`), as long as no white space parts them.
fn after_closers(tokens: &[Token], mut at: usize) -> usize {
    let glued = |at: usize, kind: TokenKind| tokens.get(at).is_some_and(|token| !token.spaced && token.kind == kind);
    loop {
        if glued(at, TokenKind::Quote) || glued(at, TokenKind::Close) || glued(at, TokenKind::Stop) {
            at += 1;
        } else if glued(at, TokenKind::Open) && glued(at + 1, TokenKind::Number) && glued(at + 2, TokenKind::Close) {
            at += 3;
        } else {
            return at;
        }
    }
}

/// Marks that can stand before the first word of a sentence; more are no prose, and would be read again for each of them.
const WORD_REACH: usize = 12;

/// Whether the sentence begun at token `begin` ends with the stop at `stop`, when the next begins at `next`.
fn ends_here(text: &str, tokens: &[Token], begin: usize, stop: usize, next: usize) -> bool {
    let mark = tokens[stop].span.of(text);
    if !tokens[next].spaced {
        return matches!(mark, "。" | "！" | "？");
    }
    let Some(word) = tokens[next..].iter().take(WORD_REACH).find(|token| token.is_wordlike()) else {
        return false;
    };
    let can_begin = word.capital || word.kind == TokenKind::Number || caseless(word.span.of(text)) || begins_list(text, tokens[next]);
    if !can_begin {
        return false;
    }
    if mark.starts_with('.') && mark.len() == 1 || tokens[stop].kind == TokenKind::Word {
        return stop_ends(text, tokens, begin, stop, *word);
    }
    let quoted = next > stop + 1 && tokens[next - 1].kind == TokenKind::Quote;
    !(quoted && attribution_follows(text, &tokens[next..]))
}

/// A single stop, or a word that ends in one.
fn stop_ends(text: &str, tokens: &[Token], begin: usize, stop: usize, next: Token) -> bool {
    let starter = || next.classes.has(Class::Starter);
    if tokens[stop].kind == TokenKind::Word {
        return starter();
    }
    let Some(before) = stop.checked_sub(1).filter(|before| *before >= begin && !tokens[stop].spaced) else {
        return true;
    };
    let form = tokens[before].span.of(text);
    if begin == before && tokens[before].kind == TokenKind::Number && form.len() <= 2 {
        return false;
    }
    match abbreviations::ending(form) {
        Some(Ending::Never) => false,
        Some(Ending::BeforeNumber) => next.kind != TokenKind::Number,
        Some(Ending::Maybe) => starter(),
        None if is_initial(form) => starter() && before > begin && !tokens[before - 1].capital,
        None => true,
    }
}

fn is_initial(form: &str) -> bool {
    let mut letters = form.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && form != "I"
}

fn caseless(word: &str) -> bool {
    word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_uppercase() && !first.is_lowercase())
}

fn begins_list(text: &str, token: Token) -> bool {
    matches!(token.span.of(text), "•" | "●" | "▪")
}

/// Tokens within which a speech verb shows that what follows a quotation belongs to it.
const ATTRIBUTION_REACH: usize = 6;

/// "Is this war?" Asif asked; "Is this war?" Asif, the envoy, asked.
fn attribution_follows(text: &str, tokens: &[Token]) -> bool {
    let is_comma = |token: &Token| token.kind == TokenKind::Mark && token.span.of(text) == ",";
    let is_speech = |token: &Token| token.classes.has(Class::Speech);
    for (at, token) in tokens.iter().enumerate().take(ATTRIBUTION_REACH) {
        if is_speech(token) {
            return true;
        }
        if at > 0 && is_comma(token) {
            let aside = &tokens[at + 1..];
            let end = aside.iter().take(ATTRIBUTION_REACH).position(is_comma);
            return end.and_then(|end| aside.get(end + 1)).is_some_and(is_speech);
        }
        let classes = token.classes;
        let can_name = token.capital && (classes.is_open() || classes.has(Class::Pronoun));
        if !can_name {
            return false;
        }
    }
    false
}
