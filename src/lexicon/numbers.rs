//! Number words, and the words that show a number to be a date, an age, a time or a label (`data/en/numbers.tsv`).
//!
//! How they join to a number is for `syntax::number`; qualifiers ("at least") and units are `quantities`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tsv;
use super::word_map::WordMap;

/// What a word does in or beside a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// three
    Cardinal(f64),
    /// twenty
    Tens(f64),
    /// first
    Ordinal(f64),
    /// million, dozen: multiplies what stands before it
    Scale(f64),
    /// quarter
    Fraction(f64),
    /// "couple" in "a couple of"
    Pair(f64),
    /// twice: so many times
    Times(f64),
    /// doubled: made so many times as much
    Multiplied(f64),
    /// both: so many, and known already
    Both(f64),
    /// dozens, several
    Vague,
    /// all
    Every,
    /// a, another
    Article,
    /// November
    Month,
    /// since: a year can stand after it
    Dating,
    /// year-old
    AgeAfter,
    /// aged
    AgeBefore,
    /// p.m.
    ClockAfter,
    /// "No" in "No. 5"
    Label,
}

/// What letters glued to digits make of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suffix {
    /// 2bn
    Scale(f64),
    /// 3rd
    Ordinal,
    /// 1990s, 6am
    NoNumber,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["form", "kind", "value", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/numbers.tsv");

#[derive(Default)]
struct Table {
    words: WordMap<Vec<NumberWord>>,
    suffixes: FxHashMap<&'static str, Suffix>,
    /// The words that stand behind a number, in file order.
    scales: Vec<(f64, &'static str)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for [form, kind, value, ..] in tsv::rows::<5>(FILE) {
        let value: f64 = value.parse().unwrap_or(0.0);
        if let Some(suffix) = form.strip_prefix('+') {
            table.suffixes.extend(suffix_kind(kind, value).map(|kind| (suffix, kind)));
        } else if let Some(word) = word_kind(kind, value) {
            if matches!(word, NumberWord::Scale(_)) {
                table.scales.push((value, form));
            }
            table.words.entry(form).push(word);
        }
    }
    table
});

fn word_kind(kind: &str, value: f64) -> Option<NumberWord> {
    Some(match kind {
        "cardinal" => NumberWord::Cardinal(value),
        "tens" => NumberWord::Tens(value),
        "ordinal" => NumberWord::Ordinal(value),
        "scale" => NumberWord::Scale(value),
        "fraction" => NumberWord::Fraction(value),
        "times" => NumberWord::Times(value),
        "multiplied" => NumberWord::Multiplied(value),
        "pair" => NumberWord::Pair(value),
        "both" => NumberWord::Both(value),
        "vague" => NumberWord::Vague,
        "every" => NumberWord::Every,
        "article" => NumberWord::Article,
        "month" => NumberWord::Month,
        "dating" => NumberWord::Dating,
        "age_after" => NumberWord::AgeAfter,
        "age_before" => NumberWord::AgeBefore,
        "clock_after" => NumberWord::ClockAfter,
        "label" => NumberWord::Label,
        _ => return None,
    })
}

fn suffix_kind(kind: &str, value: f64) -> Option<Suffix> {
    Some(match kind {
        "glued" => Suffix::Scale(value),
        "ordinal_end" => Suffix::Ordinal,
        "no_number" => Suffix::NoNumber,
        _ => return None,
    })
}

/// All words that do something in or beside a number.
pub fn all() -> impl Iterator<Item = &'static str> {
    TABLE.words.words().copied()
}

/// What the lower-case `word` does in or beside a number; it can do several things ("third").
pub fn uses(word: &str) -> &'static [NumberWord] {
    TABLE.words.get(word).map_or(&[], Vec::as_slice)
}

/// The value of a number in words without a scale, and whether it is an ordinal: "five", "twenty-one", "third", "half".
pub fn in_words(words: &str) -> Option<(f64, bool)> {
    let small = |word: &str| {
        uses(word).iter().find_map(|used| match used {
            NumberWord::Cardinal(value) | NumberWord::Tens(value) => Some((*value, false)),
            NumberWord::Ordinal(value) => Some((*value, true)),
            NumberWord::Fraction(value) if *value == 0.5 => Some((*value, false)),
            _ => None,
        })
    };
    let Some((tens, rest)) = words.split_once('-') else { return small(words) };
    let ((tens, _), (rest, is_ordinal)) = (small(tens)?, small(rest)?);
    (tens >= 20.0 && (1.0..10.0).contains(&rest)).then_some((tens + rest, is_ordinal))
}

/// What the lower-case letters `suffix` make of the digits before them, if they are listed.
pub fn suffix(suffix: &str) -> Option<Suffix> {
    TABLE.suffixes.get(suffix).copied()
}

/// The word that says so many behind a number: "million". Of several ("million", "mn") the first of the file.
pub fn scale(value: f64) -> Option<&'static str> {
    TABLE.scales.iter().find(|(scale, _)| scale.total_cmp(&value).is_eq()).map(|(_, word)| *word)
}

/// The year that a number of four digits can be.
pub fn year(word: &str) -> Option<i32> {
    let is_written_so = word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    word.parse().ok().filter(|year| is_written_so && YEARS.contains(year))
}

/// The same of the years of which news tells most, which such a number is where nothing beside it tells.
pub fn recent_year(word: &str) -> Option<i32> {
    year(word).filter(|year| RECENT.contains(year))
}

const RECENT: std::ops::Range<i32> = 1900..2100;
/// Years of which news tells.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2100;

/// Whether `word` (lower case) counts more than one: "three", "forty", "twenty-seven", "twice".
pub fn is_cardinal(word: &str) -> bool {
    let is_joined = || word.contains('-') && in_words(word).is_some_and(|(_, is_ordinal)| !is_ordinal);
    is_joined()
        || uses(word).iter().any(|used| match used {
            NumberWord::Cardinal(value) | NumberWord::Times(value) => *value > 1.0,
            NumberWord::Tens(_) => true,
            _ => false,
        })
}

/// The value of `word` (lower case), where it is nothing but a part of a whole, or tells how many times as much something became: "half",
/// "two-thirds", "trebled".
pub fn share(word: &str) -> Option<f64> {
    let part = |word: &str| match uses(word) {
        [NumberWord::Fraction(value) | NumberWord::Multiplied(value)] => Some(*value),
        _ => None,
    };
    let parts = |(count, of): (&str, &str)| Some(in_words(count)?.0 * part(of)?);
    part(word).or_else(|| word.split_once('-').and_then(parts))
}

/// The part of a whole that `word` (lower case) can be, whatever else it can be: "third".
pub fn fraction(word: &str) -> Option<f64> {
    uses(word).iter().find_map(|used| if let NumberWord::Fraction(value) = used { Some(*value) } else { None })
}

/// Whether `word` (lower case) can be a number or a part of one.
pub fn is_number_word(word: &str) -> bool {
    uses(word).iter().any(|used| {
        matches!(
            used,
            NumberWord::Cardinal(_)
                | NumberWord::Tens(_)
                | NumberWord::Ordinal(_)
                | NumberWord::Scale(_)
                | NumberWord::Fraction(_)
                | NumberWord::Both(_)
                | NumberWord::Vague
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_of_a_kind_that_is_known() {
        for [form, kind, ..] in tsv::rows::<5>(FILE) {
            let is_known = if form.starts_with('+') { suffix_kind(kind, 1.0).is_some() } else { word_kind(kind, 1.0).is_some() };
            assert!(is_known, "{form} {kind}");
        }
    }

    #[test]
    fn a_word_can_do_several_things() {
        assert_eq!(uses("third").len(), 2);
        assert_eq!(suffix("bn"), Some(Suffix::Scale(1e9)));
        assert_eq!((scale(1e9), scale(7.0)), (Some("billion"), None));
        assert!(is_number_word("dozens") && !is_number_word("november"));
    }
}
