//! Numbers in digits, with the mark of a currency or a unit that is written to them.

use crate::lexicon::numbers::{self, Suffix};
use crate::lexicon::quantities;
use crate::text::TokenKind;

use super::{Form, Number, Words, times};

/// `1,200`, `-5`, `$1.2bn`, `12 million`, `Rs1.2 billion`, `3rd`.
pub(super) fn digits(words: &Words<'_>, at: usize) -> Option<Number> {
    let (raw, mut used) = digit_text(words, at)?;
    let digit = raw.find(|next: char| next.is_ascii_digit())?;
    // `.5`, `$.50`
    let begin = if raw[..digit].ends_with('.') { digit - 1 } else { digit };
    let before = raw[..begin].trim_start_matches(['+', '±']);
    let mark = before.trim_start_matches(MINUS).trim_end_matches(MINUS).trim_end();
    let rest = &raw[begin..];
    let end = rest
        .find(|next: char| !(next.is_ascii_digit() || matches!(next, '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2009}')))
        .unwrap_or(rest.len());
    let plain: String = rest[..end].chars().filter(|next| next.is_ascii_digit() || *next == '.').collect();
    let mut value: f64 = plain.parse().ok()?;
    if before.trim_end() != mark {
        value = -value;
    }
    let mut mark = (!mark.is_empty()).then(|| mark.to_owned());
    let mut form = Form::Exact;
    let after = rest[end..].to_lowercase();
    match numbers::suffix(&after) {
        Some(Suffix::Scale(scale)) => value = times(value, scale),
        Some(Suffix::Ordinal) => form = Form::Ordinal,
        Some(Suffix::NoNumber) => return None,
        None if after.starts_with([':', '/']) => return None,
        None if !after.is_empty() => mark = mark.or(Some(after)),
        None => {}
    }
    while let Some(scale) = words.scale(at + used).filter(|_| form == Form::Exact) {
        value = times(value, scale);
        used += 1;
    }
    Some(Number { tokens: used, low: Some(value), high: None, form, mark })
}

const MINUS: [char; 3] = ['-', '−', '–'];

/// The text of a number in digits and how many tokens it takes; a currency in letters is part of it ("Rs1.2").
fn digit_text<'a>(words: &Words<'a>, at: usize) -> Option<(&'a str, usize)> {
    let token = words.tokens.get(at)?;
    let raw = token.span.of(words.text);
    if token.kind == TokenKind::Number {
        return Some((raw, 1));
    }
    if token.kind == TokenKind::Mark && is_parted_currency(words, at) {
        return Some((token.span.cover(words.tokens[at + 1].span).of(words.text), 2));
    }
    let letters = raw.find(|next: char| next.is_ascii_digit()).filter(|letters| (1..=4).contains(letters))?;
    let is_code = raw[..letters].chars().all(char::is_alphabetic) && raw[letters..].chars().all(|next| next.is_ascii_digit());
    if token.kind != TokenKind::Word || !is_code || quantities::unit(&raw[..letters]).is_none() {
        return None;
    }
    let goes_on = matches!(words.tokens.get(at + 1), Some(mark) if !mark.spaced && matches!(mark.span.of(words.text), "." | ","))
        && matches!(words.tokens.get(at + 2), Some(more) if !more.spaced && more.kind == TokenKind::Number);
    if !goes_on {
        return Some((raw, 1));
    }
    Some((token.span.cover(words.tokens[at + 2].span).of(words.text), 3))
}

/// `$ 5`: the mark of a currency that stands by itself before digits.
pub(super) fn is_parted_currency(words: &Words<'_>, at: usize) -> bool {
    words.kind(at + 1) == Some(TokenKind::Number)
        && words.raw(at + 1).starts_with(|first: char| first.is_ascii_digit())
        && quantities::unit(words.raw(at)).is_some()
}
