//! British and American spellings of one word, and words that mean something else with a capital (`data/en/spelling.tsv`,
//! `data/en/capitals.tsv`).
//!
//! Known failure: a word that either country spells both ways for two meanings ("check", "meter") counts as one.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::roles::roles;
use super::tsv;
use super::word_map::WordMap;

/// Columns of the spellings.
pub const COLUMNS: &[&str] = &["part", "american", "british", "keep", "example", "counter"];

/// The spellings; `example` is two spellings of one word, `counter` two words.
pub const FILE: &str = include_str!("../../data/en/spelling.tsv");

/// Columns of the capitals.
pub const CAPITAL_COLUMNS: &[&str] = &["word", "example", "counter"];

/// Words that mean something else with a capital; `example` shows the one, `counter` the other.
pub const CAPITAL_FILE: &str = include_str!("../../data/en/capitals.tsv");

roles! {
    /// Which part of a word a row spells.
    Part {
        Word = "word",
        /// The first letters, whatever follows.
        Start = "start",
        End = "end",
        /// One word that is two in the other spelling.
        Pair = "pair",
    }
}

/// Letters that stand before an ending.
const BEFORE_ENDING: usize = 3;
/// Shortest beginning in the table, by which most words are passed over.
const SHORTEST_START: usize = 4;

struct Table {
    words: FxHashMap<&'static str, &'static str>,
    /// By their first four letters, in file order.
    starts: FxHashMap<&'static str, Vec<(&'static str, &'static str)>>,
    ends: Vec<(&'static str, &'static str)>,
    keep: FxHashSet<&'static str>,
    capitals: FxHashSet<&'static str>,
    /// By the first of two words that are one in the other spelling: the second, and that one.
    pairs: WordMap<Vec<(&'static str, &'static str)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        words: FxHashMap::default(),
        starts: FxHashMap::default(),
        ends: Vec::new(),
        keep: FxHashSet::default(),
        capitals: tsv::rows::<3>(CAPITAL_FILE).map(|[word, ..]| word).collect(),
        pairs: WordMap::default(),
    };
    for [part, american, british, keep, ..] in tsv::rows::<6>(FILE) {
        table.keep.extend(keep.split(',').map(str::trim).filter(|word| !word.is_empty()));
        match Part::of(part) {
            Some(Part::Pair) => {
                if let Some((first, second)) = british.split_once(' ') {
                    table.pairs.entry(first).push((second, american));
                }
            }
            Some(Part::Word) => _ = table.words.insert(american, british),
            Some(Part::End) => table.ends.push((american, british)),
            Some(Part::Start) => {
                table.starts.entry(american.get(..SHORTEST_START).unwrap_or(american)).or_default().push((american, british))
            }
            None => {}
        }
    }
    table
});

/// The form that `word` shares with its other spelling and with itself begun by a capital: `Colors` and `colours` are alike, `US`
/// and `us`, `March` and `march` are not.
pub fn canonical(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() || word.len() < 2 {
        return Cow::Borrowed(TABLE.words.get(word).copied().unwrap_or(word));
    }
    let capital = word.as_bytes()[0].is_ascii_uppercase();
    let shouted = capital && word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
    if shouted || (capital && TABLE.capitals.contains(word)) {
        return Cow::Borrowed(word);
    }
    let lower: Cow<'_, str> = if capital { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) };
    match british(&lower) {
        Some(found) => Cow::Owned(found),
        None => lower,
    }
}

/// `word`, in small letters, is the first of two that are one in the other spelling.
pub fn begins_pair(word: &str) -> bool {
    TABLE.pairs.get(word).is_some()
}

/// The one word that two words in small letters are in the other spelling: "per cent" is "percent".
pub fn joined(first: &str, second: &str) -> Option<&'static str> {
    TABLE.pairs.get(first)?.iter().find(|(behind, _)| *behind == second).map(|(_, one)| *one)
}

fn british(word: &str) -> Option<String> {
    let table = &*TABLE;
    if let Some(found) = table.words.get(word) {
        return Some((*found).to_owned());
    }
    if table.keep.contains(word) {
        return None;
    }
    let head = word.get(..SHORTEST_START)?;
    if let Some((american, british)) = table.starts.get(head).and_then(|rows| rows.iter().find(|(american, _)| word.starts_with(american)))
    {
        return Some(format!("{british}{}", &word[american.len()..]));
    }
    if !word.contains('z') {
        return None;
    }
    let (american, british) = table.ends.iter().find(|(american, _)| word.ends_with(american))?;
    let stem = word.len() - american.len();
    (stem >= BEFORE_ENDING).then(|| format!("{}{british}", &word[..stem]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_known() {
        for [part, american, ..] in tsv::rows::<6>(FILE) {
            assert!(Part::of(part).is_some(), "{american}: {part}");
        }
    }

    #[test]
    fn every_row_joins_its_example_and_not_its_counter() {
        for [part, american, _, _, example, counter] in tsv::rows::<6>(FILE) {
            let alike = |pair: &str| {
                if part == "pair" {
                    let (one, two) = pair.split_once(' ').expect("one word and two");
                    return two.split_once(' ').and_then(|(first, second)| joined(first, second)) == Some(one);
                }
                let (left, right) = pair.split_once(' ').expect("two words");
                canonical(left) == canonical(right)
            };
            assert!(alike(example), "{part} {american}: {example}");
            assert!(!alike(counter), "{part} {american}: {counter}");
        }
    }

    #[test]
    fn a_bare_capital_is_no_difference_but_an_acronym_is() {
        assert_eq!(canonical("Government"), canonical("government"));
        for (left, right) in [("US", "us"), ("WHO", "who"), ("March", "march"), ("Labour", "labour")] {
            assert_ne!(canonical(left), canonical(right), "{left} {right}");
        }
    }

    #[test]
    fn every_capital_keeps_its_word_apart_in_its_example_and_no_small_letter_in_its_counter() {
        for [word, example, counter] in tsv::rows::<3>(CAPITAL_FILE) {
            let lower = word.to_lowercase();
            let is_there = |text: &str, word: &str| text.split(|next: char| !next.is_alphanumeric()).any(|one| one == word);
            assert!(is_there(example, word) && canonical(word) == word, "{word}: {example}");
            assert!(is_there(counter, &lower) && canonical(&lower) != canonical(word), "{word}: {counter}");
        }
    }
}
