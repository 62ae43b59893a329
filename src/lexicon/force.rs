//! With how much force a word puts a claim (`data/en/force.tsv`): verbs of saying, hedges, boosters; and the words that qualify a
//! number, which carry none. Words are compared by stem, so a row stands for its inflected forms.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::{spelling, tsv};

/// What sort of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// What the source does; 1 is weakest, 4 strongest.
    Verb,
    /// Takes force away.
    Hedge,
    /// Gives force.
    Booster,
    /// A modal that neither gives nor takes.
    Modal,
    /// Belongs to a number ("at least", "million").
    Qualifier,
}

impl Sort {
    fn named(name: &str) -> Option<Sort> {
        Some(match name {
            "verb" => Sort::Verb,
            "hedge" => Sort::Hedge,
            "booster" => Sort::Booster,
            "modal" => Sort::Modal,
            "qualifier" => Sort::Qualifier,
            _ => return None,
        })
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "sort", "force", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/force.tsv");

static TABLE: LazyLock<FxHashMap<String, (Sort, i32)>> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
    let mut table = FxHashMap::default();
    for [word, sort, force, ..] in tsv::rows::<5>(FILE) {
        if let (Some(sort), Ok(force)) = (Sort::named(sort), force.parse()) {
            // The stemmer folds "added" and "add" to two stems, so the past form is listed too.
            table.entry(stem(word)).or_insert((sort, force));
            table.entry(stem(&format!("{word}ed"))).or_insert((sort, force));
        }
    }
    table
});

/// The sort and force of the word with this stem, if the table has it.
pub fn of_stem(stem: &str) -> Option<(Sort, i32)> {
    TABLE.get(stem).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sentence: &str, word: &str) -> bool {
        let stemmer = Stemmer::create(Algorithm::English);
        let stem = |word: &str| stemmer.stem(&spelling::canonical(&word.to_lowercase())).into_owned();
        let forms = [stem(word), stem(&format!("{word}ed"))];
        sentence.split(|next: char| !next.is_alphanumeric() && next != '-').any(|other| forms.contains(&stem(other)))
    }

    #[test]
    fn every_row_is_found_in_its_example_and_not_in_its_counter() {
        for [word, sort, force, example, counter] in tsv::rows::<5>(FILE) {
            assert!(Sort::named(sort).is_some() && force.parse::<i32>().is_ok(), "{word}");
            assert!(found(example, word), "{word}: {example}");
            assert!(!found(counter, word), "{word}: {counter}");
        }
    }
}
