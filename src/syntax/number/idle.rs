//! What looks like an amount and counts nothing: years, dates, ages, clock times and labels.

use crate::lexicon::casualties::{self, Role};
use crate::lexicon::closed;
use crate::lexicon::numbers::{self, NumberWord as Use};
use crate::lexicon::quantities::{self, Measure};
use crate::text::TokenKind;

use super::Words;

/// A year, date, age, clock time or label and no quantity.
pub(super) fn is_no_quantity(words: &Words<'_>, at: usize, end: usize, value: f64) -> bool {
    is_date(words, at, end, value) || is_age(words, at, end, value) || is_label(words, at, end)
}

fn is_date(words: &Words<'_>, at: usize, end: usize, value: f64) -> bool {
    let raw = words.raw(at);
    let month = |at: usize| words.tokens.get(at).is_some_and(|token| token.capital) && words.is(at, |used| used == Use::Month);
    let before = at.checked_sub(1);
    let before_stop = at.checked_sub(2).filter(|_| before.is_some_and(|mark| words.kind(mark) == Some(TokenKind::Stop)));
    let after_month = before.is_some_and(month) || before_stop.is_some_and(month);
    let counted = words.kind(end) == Some(TokenKind::Word) && closed::classes(words.raw(end)).is_open();
    if value <= 31.0 && value.fract() == 0.0 && (month(end) || after_month && !(counted && counts_people(words, end))) {
        return true;
    }
    let is_year = numbers::year(raw).is_some();
    let after_comma = before.is_some_and(|mark| words.raw(mark) == ",")
        && at.checked_sub(2).is_some_and(|day| words.kind(day) == Some(TokenKind::Number) || month(day));
    let dated = before.is_some_and(|word| words.is(word, |used| used == Use::Dating) || words.kind(word) == Some(TokenKind::Open));
    let follows = |before: usize| quantities::is_counted(Some(words.raw(before)), Some(words.raw(end)));
    let names_year = counted && !counts_people(words, end) && !has_unit(words, end) && !before.is_some_and(follows);
    is_year && (after_month || after_comma || names_year || (dated || before.is_none()) && !counted)
}

/// "5 soldiers": people, and no thing that is told from others by its date ("the Feb. 13 death", "the 1999 elections").
fn counts_people(words: &Words<'_>, at: usize) -> bool {
    casualties::has_role(&words.lower(at), Role::People)
}

/// "1999 km", "2000 US dollars".
fn has_unit(words: &Words<'_>, at: usize) -> bool {
    (at..at + 2).any(|at| quantities::unit(words.raw(at)).is_some_and(|unit| unit.measure != Measure::Time))
}

fn is_age(words: &Words<'_>, at: usize, end: usize, value: f64) -> bool {
    if value > 120.0 {
        return false;
    }
    let next = end + usize::from(words.kind(end) == Some(TokenKind::Dash));
    let two = format!("{} {}", words.lower(next), words.lower(next + 1));
    let three = format!("{two} {}", words.lower(next + 2));
    let is_age_word = |form: &str| numbers::uses(form).contains(&Use::AgeAfter);
    if is_age_word(&words.lower(next)) || is_age_word(&two) || is_age_word(&three) {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    if words.is(before, |used| used == Use::AgeBefore) {
        return true;
    }
    let named = at >= 2 && words.tokens[at - 2].capital;
    let closes = |kind, mark: &str| words.kind(before) == Some(kind) && words.raw(before) == mark;
    let digits_only = words.kind(at) == Some(TokenKind::Number) && value.fract() == 0.0;
    let in_brackets = closes(TokenKind::Open, "(") && words.kind(end) == Some(TokenKind::Close);
    let in_commas = closes(TokenKind::Mark, ",") && matches!(words.raw(end), "," | ".");
    digits_only && named && (in_brackets || in_commas)
}

fn is_label(words: &Words<'_>, at: usize, end: usize) -> bool {
    if words.is(end, |used| used == Use::ClockAfter) || words.raw(at).contains(':') {
        return true;
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let stop = usize::from(words.kind(before) == Some(TokenKind::Stop));
    let label = before.checked_sub(stop);
    words.kind(at) == Some(TokenKind::Number) && label.is_some_and(|label| words.is(label, |used| used == Use::Label))
}
