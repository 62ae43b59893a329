//! Numbers in a text: which number begins at a token, and whether it counts something.
//!
//! [`read`] gives a value, a range, an ordinal or a vague word ("dozens") with the tokens it takes; [`quantity`] leaves out what only
//! looks like an amount: years, dates, ages, clock times, ordinals and labels ("No. 5"). The words are `lexicon::numbers`.
//!
//! Known failures: a bare year after an unlisted word is a quantity; "two and a half million" is read as two; a comma or a stop is
//! read the English way, so `1.234,5` is another number.

use std::borrow::Cow;

use crate::lexicon::closed::{self, Class};
use crate::lexicon::numbers::{self, NumberWord as Use, Suffix};
use crate::lexicon::quantities;
use crate::text::{Token, TokenKind, fold};

/// How a number is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits or number words.
    Exact,
    /// "third", "3rd".
    Ordinal,
    /// "both": a number of what is known already.
    Both,
    /// "dozens", "several": no value.
    Vague,
    /// "all": no value, and a number only where something is said to have happened to all.
    Every,
    /// "a", "another": one, where what follows is counted.
    Article,
    /// "a third", "half": a share of something.
    Share,
}

/// A number in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// How many tokens it takes.
    pub tokens: usize,
    /// The value, or the lower end; `None` where vague.
    pub low: Option<f64>,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// How it is put.
    pub form: Form,
    /// A currency mark before it or letters after it that are no scale ("$", "km", "%").
    pub mark: Option<String>,
}

/// Longest form, in bytes, that is looked up.
const LONGEST: usize = 24;

/// Tokens of one text, with words read in lower case.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Words<'_> {
    fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    fn lower(&self, at: usize) -> Cow<'_, str> {
        let raw = self.raw(at);
        match raw {
            _ if raw.len() > LONGEST => Cow::Borrowed(""),
            _ if !raw.is_ascii() => Cow::Owned(fold(raw).to_lowercase()),
            _ if raw.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(raw.to_ascii_lowercase()),
            _ => Cow::Borrowed(raw),
        }
    }

    fn is(&self, at: usize, wanted: impl Fn(Use) -> bool) -> bool {
        numbers::uses(&self.lower(at)).iter().any(|used| wanted(*used))
    }

    fn value<T>(&self, at: usize, pick: impl Fn(Use) -> Option<T>) -> Option<T> {
        numbers::uses(&self.lower(at)).iter().find_map(|used| pick(*used))
    }

    fn scale(&self, at: usize) -> Option<f64> {
        self.value(at, |used| if let Use::Scale(value) = used { Some(value) } else { None })
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }
}

/// The number that begins at `tokens[at]`, if one does. `tokens` are those of one sentence.
pub fn read(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let words = Words { text, tokens };
    let first = begins(&words, at).then(|| single(&words, at))??;
    Some(with_range(&words, at, first))
}

/// The number that begins at `tokens[at]`, if one does and says how much or how many.
pub fn quantity(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let words = Words { text, tokens };
    let first = begins(&words, at).then(|| single(&words, at))??;
    match first.form {
        Form::Ordinal | Form::Both => None,
        Form::Exact if is_no_quantity(&words, at, at + first.tokens, first.low.unwrap_or(0.0)) => None,
        _ => Some(with_range(&words, at, first)),
    }
}

/// Whether a word or number can begin a number at all; a cheap test that spares most look-ups.
fn begins(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Mark) => is_parted_currency(words, at),
        Some(TokenKind::Word) => {
            let raw = words.raw(at);
            let digits = raw.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
            raw.len() <= LONGEST && (digits || !numbers::uses(&words.lower(at)).is_empty())
        }
        _ => false,
    }
}

fn single(words: &Words<'_>, at: usize) -> Option<Number> {
    digits(words, at).or_else(|| spelt(words, at))
}

/// `1,200`, `-5`, `$1.2bn`, `12 million`, `Rs1.2 billion`, `3rd`.
fn digits(words: &Words<'_>, at: usize) -> Option<Number> {
    let (raw, mut used) = digit_text(words, at)?;
    let begin = raw.find(|next: char| next.is_ascii_digit())?;
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
        Some(Suffix::Scale(scale)) => value *= scale,
        Some(Suffix::Ordinal) => form = Form::Ordinal,
        Some(Suffix::NoNumber) => return None,
        None if after.starts_with([':', '/']) => return None,
        None if !after.is_empty() => mark = mark.or(Some(after)),
        None => {}
    }
    while let Some(scale) = words.scale(at + used).filter(|_| form == Form::Exact) {
        value *= scale;
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
fn is_parted_currency(words: &Words<'_>, at: usize) -> bool {
    words.kind(at + 1) == Some(TokenKind::Number)
        && words.raw(at + 1).starts_with(|first: char| first.is_ascii_digit())
        && quantities::unit(words.raw(at)).is_some()
}

/// "forty-five", "two hundred and six", "half a million", "a dozen", "two thirds", "dozens".
fn spelt(words: &Words<'_>, at: usize) -> Option<Number> {
    let exact = |tokens, value| Number { tokens, low: Some(value), high: None, form: Form::Exact, mark: None };
    let share = |tokens, value| Number { tokens, low: Some(value), high: None, form: Form::Share, mark: None };
    let fraction = |at| words.value(at, |used| if let Use::Fraction(value) = used { Some(value) } else { None });
    if let Some(half) = fraction(at) {
        let article = usize::from(words.is(at + 1, |used| used == Use::Article));
        if let Some(scale) = words.scale(at + 1 + article) {
            return Some(exact(2 + article, half * scale));
        }
        if half == 0.5 {
            return Some(share(1, half));
        }
    }
    let ordinal = |used| if let Use::Ordinal(value) = used { Some((value, Form::Ordinal)) } else { None };
    let both = |used| if let Use::Both(value) = used { Some((value, Form::Both)) } else { None };
    let known = numbers::uses(&words.lower(at)).iter().find_map(|used| ordinal(*used).or_else(|| both(*used)));
    if let Some((value, form)) = known {
        return Some(Number { tokens: 1, low: Some(value), high: None, form, mark: None });
    }
    if words.is(at, |used| used == Use::Article) {
        return Some(after_article(words, at));
    }
    if words.is(at, |used| used == Use::Vague) {
        return Some(vague(words, at, at + 1));
    }
    if words.is(at, |used| used == Use::Every) {
        return Some(Number { tokens: 1, low: None, high: None, form: Form::Every, mark: None });
    }
    if let Some((top, bottom)) = words.lower(at).split_once('-').map(|(top, bottom)| (top.to_owned(), bottom.to_owned())) {
        return hyphened(words, at, &top, &bottom);
    }
    let (value, used) = cardinal(words, at)?;
    if let Some((last, form)) = words.value(at + used, ordinal).filter(|(last, _)| used == 1 && value >= 20.0 && *last < 10.0) {
        return Some(Number { tokens: 2, low: Some(value + last), high: None, form, mark: None });
    }
    if let Some(part) = fraction(at + used).filter(|_| value < 10.0) {
        return Some(share(used + 1, value * part));
    }
    Some(exact(used, value))
}

fn after_article(words: &Words<'_>, at: usize) -> Number {
    let number = |tokens, low, form| Number { tokens, low, high: None, form, mark: None };
    if let Some(scale) = words.scale(at + 1) {
        return number(2, Some(scale), Form::Exact);
    }
    if words.is(at + 1, |used| used == Use::Vague) {
        return vague(words, at, at + 2);
    }
    let of_follows = closed::classes(words.raw(at + 2)).has(Class::Preposition);
    let pair = words.value(at + 1, |used| if let Use::Pair(value) = used { Some(value) } else { None });
    if let Some(value) = pair.filter(|_| of_follows) {
        return number(3, Some(value), Form::Exact);
    }
    let part = words.value(at + 1, |used| if let Use::Fraction(value) = used { Some(value) } else { None });
    if let Some(value) = part.filter(|_| of_follows) {
        return number(2, Some(value), Form::Share);
    }
    number(1, Some(1.0), Form::Article)
}

/// "dozens", "several hundred", "hundreds of thousands".
fn vague(words: &Words<'_>, at: usize, mut end: usize) -> Number {
    loop {
        let of = usize::from(closed::classes(words.raw(end)).has(Class::Preposition));
        let more = words.scale(end).is_some() || of == 1 && words.is(end + 1, |used| used == Use::Vague);
        if !more {
            break;
        }
        end += 1 + of;
    }
    Number { tokens: end - at, low: None, high: None, form: Form::Vague, mark: None }
}

fn hyphened(words: &Words<'_>, at: usize, top: &str, bottom: &str) -> Option<Number> {
    let of = |word: &str, pick: fn(Use) -> Option<f64>| numbers::uses(word).iter().find_map(|used| pick(*used));
    let cardinal = |used| if let Use::Cardinal(value) = used { Some(value) } else { None };
    let tens = |used| if let Use::Tens(value) = used { Some(value) } else { None };
    let fraction = |used| if let Use::Fraction(value) = used { Some(value) } else { None };
    let scale = |used| if let Use::Scale(value) = used { Some(value) } else { None };
    let ordinal = |used| if let Use::Ordinal(value) = used { Some(value) } else { None };
    let number = |low, form| Some(Number { tokens: 1, low: Some(low), high: None, form, mark: None });
    if let (Some(left), Some(right)) = (of(top, tens), of(bottom, cardinal)) {
        let scale = words.scale(at + 1);
        return Some(Number {
            tokens: 1 + usize::from(scale.is_some()),
            low: Some((left + right) * scale.unwrap_or(1.0)),
            high: None,
            form: Form::Exact,
            mark: None,
        });
    }
    if let (Some(left), Some(right)) = (of(top, tens), of(bottom, ordinal)) {
        return number(left + right, Form::Ordinal);
    }
    if let (Some(left), Some(right)) = (of(top, cardinal), of(bottom, fraction)) {
        return number(left * right, Form::Share);
    }
    let left = of(top, fraction).or_else(|| of(top, cardinal))?;
    number(left * of(bottom, scale)?, Form::Exact)
}

/// A number in words and how many tokens it takes: "six", "two hundred and six thousand".
fn cardinal(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let small = |at: usize| {
        words.value(at, |used| match used {
            Use::Cardinal(value) | Use::Tens(value) => Some(value),
            _ => None,
        })
    };
    let mut total = small(at)?;
    let mut end = at + 1;
    if let Some(more) = small(end).filter(|more| total >= 20.0 && *more < 10.0) {
        total += more;
        end += 1;
    }
    while let Some(scale) = words.scale(end) {
        total *= scale;
        end += 1;
        let and = usize::from(closed::classes(words.raw(end)).has(Class::Conjunction));
        if let Some(more) = small(end + and).filter(|more| *more < scale && (and == 0 || scale <= 1000.0)) {
            let unfinished = words.scale(end + and + 1).is_some();
            if !unfinished || and == 0 {
                total += more;
                end += and + 1;
            }
        }
    }
    Some((total, end - at))
}

/// Joins "10 to 15", "12-15", "three or four" where the second is the greater.
fn with_range(words: &Words<'_>, at: usize, first: Number) -> Number {
    let end = at + first.tokens;
    let Some(low) = first.low.filter(|_| first.form == Form::Exact) else { return first };
    let joins = match words.kind(end) {
        Some(TokenKind::Dash) => true,
        Some(TokenKind::Word) => quantities::joins_range(words.raw(end), at.checked_sub(1).map_or("", |before| words.raw(before))),
        _ => false,
    };
    if !joins {
        return first;
    }
    let Some(second) = single(words, end + 1).filter(|second| second.form == Form::Exact) else { return first };
    let high = second.low.unwrap_or(0.0);
    let scaled = if second.tokens > 1 && first.tokens == 1 && low < 1000.0 { words.scale(end + 2).unwrap_or(1.0) } else { 1.0 };
    if high <= low * scaled {
        return first;
    }
    Number {
        tokens: first.tokens + 1 + second.tokens,
        low: Some(low * scaled),
        high: Some(high),
        form: Form::Exact,
        mark: first.mark.or(second.mark),
    }
}

/// A year, date, age, clock time or label and no quantity.
fn is_no_quantity(words: &Words<'_>, at: usize, end: usize, value: f64) -> bool {
    is_date(words, at, end, value) || is_age(words, at, end, value) || is_label(words, at, end)
}

fn is_date(words: &Words<'_>, at: usize, end: usize, value: f64) -> bool {
    let raw = words.raw(at);
    let month = |at: usize| words.tokens.get(at).is_some_and(|token| token.capital) && words.is(at, |used| used == Use::Month);
    let before = at.checked_sub(1);
    let before_stop = at.checked_sub(2).filter(|_| before.is_some_and(|mark| words.kind(mark) == Some(TokenKind::Stop)));
    let after_month = before.is_some_and(month) || before_stop.is_some_and(month);
    let counted = words.kind(end) == Some(TokenKind::Word) && closed::classes(words.raw(end)).is_open();
    if value <= 31.0 && value.fract() == 0.0 && (month(end) || after_month && !counted) {
        return true;
    }
    let is_year = raw.len() == 4 && raw.bytes().all(|byte| byte.is_ascii_digit()) && (1500.0..=2100.0).contains(&value);
    let after_comma = before.is_some_and(|mark| words.raw(mark) == ",")
        && at.checked_sub(2).is_some_and(|day| words.kind(day) == Some(TokenKind::Number) || month(day));
    let dated = before.is_some_and(|word| words.is(word, |used| used == Use::Dating) || words.kind(word) == Some(TokenKind::Open));
    is_year && (after_month || after_comma || (dated && !counted) || before.is_none() && !counted)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::tsv;
    use crate::text::Document;

    fn numbers(text: &str) -> Vec<Number> {
        let document = Document::new(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < document.tokens.len() {
            match quantity(text, &document.tokens, at) {
                Some(number) => {
                    at += number.tokens;
                    found.push(number);
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn every_number_word_is_read_in_its_example_and_not_in_its_counter() {
        for [form, kind, _, example, counter] in tsv::rows::<5>(numbers::FILE) {
            let (inside, outside) = (numbers(example), numbers(counter));
            match kind {
                "month" | "dating" | "age_after" | "age_before" | "clock_after" | "label" | "no_number" | "ordinal" | "ordinal_end"
                | "both" => {
                    assert!(inside.iter().all(|number| number.form == Form::Article), "{form}: {example} {inside:?}");
                    assert!(outside.iter().any(|number| number.form != Form::Article), "{form}: {counter}");
                }
                _ => {
                    assert!(!inside.is_empty(), "{form}: {example}");
                    assert!(outside.is_empty(), "{form}: {counter} {outside:?}");
                }
            }
        }
    }

    #[test]
    fn numbers_are_read_as_a_reader_reads_them() {
        for (text, low, high) in [
            ("forty-five", 45.0, None),
            ("two hundred and six", 206.0, None),
            ("half a million", 500_000.0, None),
            ("half-dozen", 6.0, None),
            ("1.2 billion", 1.2e9, None),
            ("Rs1.2 billion", 1.2e9, None),
            ("$4.5m", 4.5e6, None),
            ("twenty five thousand", 25_000.0, None),
            ("2 to 3 million", 2e6, Some(3e6)),
            ("10-15", 10.0, Some(15.0)),
            ("12\u{202f}000", 12_000.0, None),
            ("$ 5 million", 5e6, None),
        ] {
            let found = numbers(text);
            assert_eq!((found[0].low, found[0].high), (Some(low), high), "{text}");
        }
    }

    #[test]
    fn ordinals_and_signs_are_read_where_any_number_will_do() {
        for (text, low, form) in [
            ("third", 3.0, Form::Ordinal),
            ("twenty-fifth", 25.0, Form::Ordinal),
            ("twenty fifth", 25.0, Form::Ordinal),
            ("3rd", 3.0, Form::Ordinal),
            ("both", 2.0, Form::Both),
            ("-5", -5.0, Form::Exact),
            ("−5", -5.0, Form::Exact),
            ("-$5", -5.0, Form::Exact),
        ] {
            let document = Document::new(text);
            let found = read(text, &document.tokens, 0).unwrap_or_else(|| panic!("no number: {text} {:?}", document.tokens));
            assert_eq!((found.low, found.form), (Some(low), form), "{text}");
        }
    }

    #[test]
    fn dates_ages_and_ordinals_are_no_quantities() {
        for text in [
            "On Nov. 6 it fell.",
            "September 23, 2017",
            "Ali (35) fell.",
            "Ali, 35, fell.",
            "the 3rd of them",
            "at 2:30",
            "the 1990s",
            "No. 5",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }
}
