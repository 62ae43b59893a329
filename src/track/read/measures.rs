//! Amounts with a unit that others are converted to: "10 miles" is "16 km".
//!
//! Who converts rounds, so that a number stands for all those that are rounded to it. Two such amounts agree where these have one in
//! common.
//!
//! Known failure: "10" may be exact or in tens; up to a twentieth of it is taken for rounding.

use std::ops::Range;

use super::words::Word;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::quantities::{self, Conversion};

/// An amount among words.
#[derive(Clone, Debug)]
pub(in crate::track) struct Measured {
    /// The words that give it, by their places.
    pub(in crate::track) words: Range<usize>,
    /// What is measured: "length".
    pub(in crate::track) of: &'static str,
    conversion: Conversion,
    low: f64,
    high: f64,
    /// No qualifier stands before it.
    is_bare: bool,
}

/// Words of the longest unit: "kilometres per hour".
const LONGEST: usize = 3;
/// Share of a number up to which its last zeros are taken for rounding.
const ROUNDED: f64 = 0.05;
/// Words of the longest qualifier.
const QUALIFIER: usize = 4;

/// Amounts of one wording that are read: more than any has.
const MOST: usize = 16;

/// The amounts that `words` give, in their order.
pub(in crate::track) fn measures(words: &[Word]) -> Vec<Measured> {
    let mut out: Vec<Measured> = Vec::new();
    for at in 0..words.len() {
        if out.len() == MOST {
            break;
        }
        let is_free = out.last().is_none_or(|last| last.words.end <= at);
        out.extend(words[at].is_count.then(|| measure(words, at)).flatten().filter(|_| is_free));
    }
    out
}

fn measure(words: &[Word], at: usize) -> Option<Measured> {
    let form = words[at].lower();
    let digits = form.trim_end_matches(|last: char| !last.is_ascii_digit());
    let (number, glued) = match digits.is_empty() {
        true => (&**words[at].stem(), ""),
        false => (digits, form[digits.len()..].trim_start_matches('-')),
    };
    let value: f64 = number.replace(',', "").parse().ok()?;
    let scale = words.get(at + 1).filter(|_| glued.is_empty()).and_then(scale);
    let begin = at + 1 + usize::from(scale.is_some());
    let (conversion, end) = match glued.is_empty() {
        false => (quantities::conversion(glued)?, at + 1),
        true => (1..=LONGEST).rev().find_map(|length| {
            let forms: Vec<&str> = words.get(begin..begin + length)?.iter().map(|word| &*word.form).collect();
            let found = quantities::conversion(&forms.join(" ")).or_else(|| quantities::conversion(&forms.join("/")));
            found.filter(|_| forms.concat().len() > 1).map(|found| (found, begin + length))
        })?,
    };
    let half = rounding(number, value) * scale.unwrap_or(1.0);
    let value = value * scale.unwrap_or(1.0);
    let (low, high) = ((value - half) * conversion.factor.0, (value + half) * conversion.factor.1);
    let before: Vec<&str> = words[at.saturating_sub(QUALIFIER)..at].iter().map(|word| &*word.form).collect();
    let is_whole = |begin: usize| quantities::qualifier_before(&before[begin..]).is_some_and(|found| begin + found.words == before.len());
    let is_qualified = (0..before.len()).any(is_whole);
    let (low, high) = (low + conversion.offset, high + conversion.offset);
    Some(Measured { words: at..end, of: conversion.of, conversion, low, high, is_bare: !is_qualified })
}

fn scale(word: &Word) -> Option<f64> {
    numbers::uses(word.lower()).iter().find_map(|used| match used {
        NumberWord::Scale(value) => Some(*value),
        _ => None,
    })
}

/// Half of the last place that is not zero.
fn rounding(number: &str, value: f64) -> f64 {
    let half = match number.split_once('.') {
        Some((_, decimals)) => 0.5 / 10f64.powi(i32::try_from(decimals.len()).unwrap_or(i32::MAX)),
        None => {
            let zeros = number.bytes().rev().filter(|byte| *byte != b',').take_while(|byte| *byte == b'0').count();
            0.5 * 10f64.powi(i32::try_from(zeros).unwrap_or(0))
        }
    };
    half.min((ROUNDED * value.abs()).max(0.5))
}

impl Measured {
    /// They measure the same in two units.
    fn is_in_other_unit(&self, other: &Measured) -> bool {
        self.of == other.of && self.conversion != other.conversion
    }

    /// The same amount in another unit.
    pub(in crate::track) fn is_converted(&self, other: &Measured) -> bool {
        self.is_in_other_unit(other) && self.low <= other.high && other.low <= self.high
    }

    /// In another unit, and not both can be true.
    pub(in crate::track) fn excludes(&self, other: &Measured) -> bool {
        self.is_in_other_unit(other) && self.is_bare && other.is_bare && !self.is_converted(other)
    }
}

/// The amounts of `left` that stand in `right` in another unit, each with that one.
pub(in crate::track) fn converted(left: &[Word], right: &[Word]) -> Vec<(Measured, Measured)> {
    let mut others = measures(right);
    let mut out = Vec::new();
    for one in measures(left) {
        if let Some(at) = others.iter().position(|other| one.is_converted(other)) {
            out.push((one, others.remove(at)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::Reader;

    fn read(text: &str) -> Vec<Measured> {
        measures(Reader::default().page(&Document::new(text)).all())
    }

    #[test]
    fn an_amount_agrees_with_itself_in_another_unit() {
        for (one, other) in [
            ("a slick 10 miles long", "a slick 16 km long"),
            ("at 148 km/h", "at 92 mph"),
            ("at 148 kilometres per hour", "at 92mph"),
            ("it was 40C", "it was 104 degrees Fahrenheit"),
            ("it was 40 degrees Celsius", "it was 104F"),
            ("500 tonnes of sand", "550 tons of sand"),
            ("a 10-mile queue", "a 16-km queue"),
            ("ten miles", "16 kilometres"),
            ("1.2 million hectares", "3 million acres"),
        ] {
            let (left, right) = (read(one), read(other));
            assert!(left.len() == 1 && right.len() == 1 && left[0].is_converted(&right[0]), "{one} / {other}: {left:?} {right:?}");
        }
    }

    #[test]
    fn another_amount_does_not() {
        for (one, other) in [("10 miles off", "25 km off"), ("at 148 km/h", "at 70 mph"), ("it was 40C", "it was 95F")] {
            assert!(read(one)[0].excludes(&read(other)[0]), "{one} / {other}");
        }
        for (one, other) in [("more than 10 miles", "25 km"), ("10 miles", "12 miles"), ("10 miles", "16 kg")] {
            let (left, right) = (read(one), read(other));
            assert!(!left[0].excludes(&right[0]) && !left[0].is_converted(&right[0]), "{one} / {other}");
        }
    }
}
