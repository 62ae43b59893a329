//! Words that say the same in whatever sentence ("start", "begin"), and nouns that the stemmer does not fold with their verb ("decision",
//! "decide"), verbs with a small word that are another verb ("step down", "resign"): `data/en/same.tsv`. Words are asked for by stem, so
//! a row stands for its inflected forms.
//!
//! Known failure: a word is read without its sense, so that "a further deal" and "a good deal" are both agreements.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::word_map::WordMap;
use super::{spelling, tsv, words};

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "for", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/en/same.tsv");

#[derive(Default)]
struct Table {
    words: FxHashMap<String, String>,
    /// By the small word and the verb before it.
    phrases: WordMap<FxHashMap<String, String>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
    let mut table = Table::default();
    for [words, other, ..] in tsv::rows::<4>(FILE) {
        let other = stem(other);
        match words.split_once(' ') {
            Some((verb, small)) => _ = table.phrases.entry(small).insert(stem(verb), other),
            None => {
                let forms = words::forms_of(words).into_iter().chain([words.to_owned()]).map(|form| stem(&form));
                table.words.extend(forms.filter(|own| *own != other).map(|own| (own, other.clone())));
            }
        }
    }
    table
});

/// The stem of the word that says the same as the one with this stem.
pub fn taken_for(stem: &str) -> Option<&'static str> {
    TABLE.words.get(stem).map(String::as_str)
}

/// `small` can stand behind a verb that says the same as another with it.
pub fn ends_phrase(small: &str) -> bool {
    TABLE.phrases.get(small).is_some()
}

/// The stem of the verb that says the same as one with this root and `small` behind it.
pub fn phrase(root: &str, small: &str) -> Option<&'static str> {
    TABLE.phrases.get(small)?.get(root).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_makes_its_example_one_and_its_counter_two() {
        let stemmer = Stemmer::create(Algorithm::English);
        let root = |word: &str| {
            let stem = stemmer.stem(&spelling::canonical(words::irregular(word).unwrap_or(word))).into_owned();
            taken_for(&stem).map_or(stem.clone(), str::to_owned)
        };
        let mut wrong = Vec::new();
        for [word, other, example, counter] in tsv::rows::<4>(FILE) {
            let is_phrase = |pair: &[&str]| phrase(&root(pair[0]), pair[1]).is_some_and(|verb| verb == root(other));
            let has = |side: &str| {
                let words: Vec<&str> = side.split(' ').collect();
                words.iter().any(|own| root(own) == root(other)) || words.windows(2).any(is_phrase)
            };
            let sides = |cell: &'static str| cell.split_once(" / ").expect(word);
            let ((one, two), (near, far)) = (sides(example), sides(counter));
            if !(has(one) && has(two))
                || has(near) && has(far)
                || stemmer.stem(word) == stemmer.stem(other)
                || taken_for(&root(other)).is_some()
            {
                wrong.push((word, other));
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
