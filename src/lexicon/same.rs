//! Words that say the same in whatever sentence ("start", "begin"), and nouns that the stemmer does not fold with their verb ("decision",
//! "decide"): `data/en/same.tsv`. Words are asked for by stem, so a row stands for its inflected forms.
//!
//! Known failure: a word is read without its sense, so that "a further deal" and "a good deal" are both agreements.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::{spelling, tsv, words};

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "for", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/en/same.tsv");

static TABLE: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
    let forms = |word: &'static str| words::forms_of(word).into_iter().chain([word.to_owned()]);
    let rows = tsv::rows::<4>(FILE).flat_map(|[word, other, ..]| forms(word).map(move |form| (form, other)));
    rows.map(|(form, other)| (stem(&form), stem(other))).filter(|(own, other)| own != other).collect()
});

/// The stem of the word that says the same as the one with this stem.
pub fn taken_for(stem: &str) -> Option<&'static str> {
    TABLE.get(stem).map(String::as_str)
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
            let has = |side: &str| side.split(' ').any(|own| root(own) == root(other));
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
