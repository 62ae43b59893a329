//! Numbers in a text: which number begins at a token, and whether it counts something.
//!
//! [`read`] gives a value, a range, an ordinal or a vague word ("dozens") with the tokens it takes; [`quantity`] leaves out what only
//! looks like an amount: years, dates, ages, clock times, ordinals and labels ("No. 5"). The words are `lexicon::numbers`.
//!
//! Known failures: four digits without a comma between 1500 and 2100 are a year before whatever is neither people nor a unit ("1700
//! homes"); "the 2016 voters" are so many; "two and a half million" is read as two; a comma or a stop is
//! read the English way, so `1.234,5` is another number.

mod digits;
mod idle;
mod spelt;

use std::borrow::Cow;

use crate::lexicon::numbers::{self, NumberWord as Use};
use crate::lexicon::quantities::{self, Measure};
use crate::text::{Token, TokenKind, fold};

use digits::{digits, is_parted_currency};
use idle::is_no_quantity;
use spelt::spelt;

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
    /// The same in lower case, where the caller has them so; else empty.
    lower: &'a [Cow<'a, str>],
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

    fn uses(&self, at: usize) -> &'static [Use] {
        match self.lower.get(at) {
            // What is beyond ASCII is folded too.
            Some(lower) if lower.is_ascii() => numbers::uses(lower),
            _ => numbers::uses(&self.lower(at)),
        }
    }

    fn is(&self, at: usize, wanted: impl Fn(Use) -> bool) -> bool {
        self.uses(at).iter().any(|used| wanted(*used))
    }

    fn value<T>(&self, at: usize, pick: impl Fn(Use) -> Option<T>) -> Option<T> {
        self.uses(at).iter().find_map(|used| pick(*used))
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
    let words = Words { text, tokens, lower: &[] };
    let first = begins(&words, at).then(|| single(&words, at))??;
    Some(with_range(&words, at, first))
}

/// The number that begins at `tokens[at]`, if one does and says how much or how many. `lower` are the tokens in lower case.
pub fn quantity(text: &str, tokens: &[Token], lower: &[Cow<'_, str>], at: usize) -> Option<Number> {
    let words = Words { text, tokens, lower };
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
            raw.len() <= LONGEST && (digits || !words.uses(at).is_empty())
        }
        _ => false,
    }
}

/// "4.1 million" is 4,100,000, which no product of the two in binary is.
fn times(value: f64, scale: f64) -> f64 {
    let product = value * scale;
    let whole = product.round();
    if (product - whole).abs() <= whole.abs() * f64::EPSILON * 4.0 { whole } else { product }
}

fn single(words: &Words<'_>, at: usize) -> Option<Number> {
    digits(words, at).or_else(|| spelt(words, at))
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
    // "UPDATE 2-Six hurt": a number before a headline.
    let begins = || words.kind(end) == Some(TokenKind::Dash) && words.raw(end + 1).starts_with(char::is_uppercase);
    if !joins || words.raw(at).starts_with(|first: char| first.is_ascii_digit()) && begins() {
        return first;
    }
    let is_share = |number: &Number| {
        number.mark.as_deref().is_some_and(|mark| quantities::unit(mark).is_some_and(|unit| unit.measure == Measure::Share))
    };
    // "rose 5% to 120" is no range.
    let fits = |second: &Number| second.form == Form::Exact && (!is_share(&first) || is_share(second));
    let Some(second) = single(words, end + 1).filter(fits) else { return first };
    let high = second.low.unwrap_or(0.0);
    let scaled = if second.tokens > 1 && first.tokens == 1 && low < 1000.0 { words.scale(end + 2).unwrap_or(1.0) } else { 1.0 };
    if high <= low * scaled {
        return first;
    }
    Number {
        tokens: first.tokens + 1 + second.tokens,
        low: Some(times(low, scaled)),
        high: Some(high),
        form: Form::Exact,
        mark: first.mark.or(second.mark),
    }
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
            match quantity(text, &document.tokens, &[], at) {
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
                | "both" | "times" | "multiplied" => {
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
            ("4.1 million", 4_100_000.0, None),
            ("€8.2m", 8_200_000.0, None),
            ("half a million", 500_000.0, None),
            ("half-dozen", 6.0, None),
            ("a quarter of a million", 250_000.0, None),
            ("three quarters of a million", 750_000.0, None),
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
    fn people_and_units_are_counted_by_what_could_be_a_date() {
        for (text, value) in
            [("killed 2000 people", 2000.0), ("a 1999 km road", 1999.0), ("1,999 tax filings", 1999.0), ("In May 12 miners died", 12.0)]
        {
            assert_eq!(
                numbers(text).iter().filter(|number| number.form == Form::Exact).map(|number| number.low).collect::<Vec<_>>(),
                [Some(value)],
                "{text}"
            );
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
            "the 1998 tunnel fire",
            "the 2004 raid that killed him",
            "1995 income tax filings",
            "the Jan. 13 hearing",
            "the May 4 votes",
        ] {
            assert_eq!(numbers(text), [], "{text}");
        }
    }
}
