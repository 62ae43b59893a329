//! Words that make up a number: cardinals, scales, vague words, qualifiers, units (`data/en/amounts.tsv`), and the reading of digits.
//!
//! Known failure: a comma or a stop is read the English way; `1.234,5` is no number.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tsv;

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// three, both, half
    Cardinal(f64),
    /// third
    Ordinal(f64),
    /// million, dozen: multiplies what stands before it
    Scale(f64),
    /// dozens, several: a number without a value
    Vague,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["class", "form", "value", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/amounts.tsv");

struct Table {
    words: FxHashMap<&'static str, NumberWord>,
    units: FxHashMap<&'static str, &'static str>,
    /// Word by word, longest first.
    qualifiers: Vec<(Vec<&'static str>, &'static str)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: FxHashMap::default(), units: FxHashMap::default(), qualifiers: Vec::new() };
    for [class, form, value, ..] in tsv::rows::<5>(FILE) {
        let number = value.parse().unwrap_or_default();
        match class {
            "cardinal" => _ = table.words.insert(form, NumberWord::Cardinal(number)),
            "ordinal" => _ = table.words.insert(form, NumberWord::Ordinal(number)),
            "scale" => _ = table.words.insert(form, NumberWord::Scale(number)),
            "vague" => _ = table.words.insert(form, NumberWord::Vague),
            "unit" => _ = table.units.insert(form, value),
            _ => table.qualifiers.push((form.split(' ').collect(), value)),
        }
    }
    table.qualifiers.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    table
});

/// What the lower-case `word` does in a number.
pub fn word(word: &str) -> Option<NumberWord> {
    TABLE.words.get(word).copied()
}

/// The name of the unit that `word` is.
pub fn unit(word: &str) -> Option<&'static str> {
    TABLE.units.get(word).copied()
}

/// How many of the last of `words` (lower case) are a qualifier, and its name.
pub fn qualifier(words: &[&str]) -> Option<(usize, &'static str)> {
    let found = TABLE.qualifiers.iter().find(|(form, _)| words.ends_with(form));
    found.map(|(form, name)| (form.len(), *name))
}

/// A number written in digits.
#[derive(Clone, Debug, PartialEq)]
pub struct Digits {
    /// Its value, a scale of its own included (`1.2bn`).
    pub value: f64,
    /// The currency mark or sign of per cent that it carries; empty for none.
    pub unit: &'static str,
    /// `3rd`
    pub is_ordinal: bool,
}

const MARKS: &[(char, &str)] = &[
    ('$', "dollar"),
    ('£', "pound"),
    ('€', "euro"),
    ('¥', "yen"),
    ('₹', "rupee"),
    ('₨', "rupee"),
    ('₽', "rouble"),
    ('₴', "hryvnia"),
    ('₺', "lira"),
    ('₪', "shekel"),
    ('₩', "won"),
    ('¢', "cent"),
    ('%', "per cent"),
    ('‰', "per mille"),
    ('°', "degree"),
];

/// Reads a token such as `-5`, `1,200`, `$1.2bn`, `48.5%`, `3rd`, `12km`.
pub fn digits(token: &str) -> Option<Digits> {
    let mut number = String::with_capacity(token.len());
    let mut unit = "";
    let mut suffix = String::new();
    for letter in token.chars() {
        match letter {
            _ if letter.is_ascii_digit() && suffix.is_empty() => number.push(letter),
            '.' if suffix.is_empty() => number.push('.'),
            '-' | '−' | '–' if number.is_empty() => number.push('-'),
            ',' | '+' | '±' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            _ if letter.is_alphabetic() => suffix.extend(letter.to_lowercase()),
            _ => match MARKS.iter().find(|(mark, _)| *mark == letter) {
                Some((_, name)) => unit = name,
                None => return None,
            },
        }
    }
    let mut read = Digits { value: number.parse().ok()?, unit, is_ordinal: false };
    match suffix.as_str() {
        "" => {}
        "st" | "nd" | "rd" | "th" => read.is_ordinal = true,
        other => match (word(other), self::unit(other)) {
            (Some(NumberWord::Scale(scale)), _) => read.value *= scale,
            (_, Some(name)) => read.unit = name,
            _ => return None,
        },
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_with_their_sign_scale_and_unit() {
        for (token, value, unit) in [
            ("-5", -5.0, ""),
            ("1,200", 1200.0, ""),
            ("$1.2bn", 1.2e9, "dollar"),
            ("48.5%", 48.5, "per cent"),
            ("12\u{202f}000", 12000.0, ""),
            ("30km", 30.0, "km"),
        ] {
            let read = digits(token).expect(token);
            assert_eq!((read.value, read.unit), (value, unit), "{token}");
        }
        assert!(digits("3rd").expect("a number").is_ordinal);
        assert_eq!(digits("2:30"), None);
    }

    #[test]
    fn the_longest_qualifier_is_taken() {
        assert_eq!(qualifier(&["were", "no", "more", "than"]), Some((3, "up to")));
        assert_eq!(qualifier(&["killed"]), None);
    }
}
