//! With how much force a word puts a claim (`data/en/force.tsv`): verbs of saying, hedges, boosters; and the words that qualify a
//! number, which carry none. Words are compared by stem, so a row stands for its inflected forms.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::roles::roles;
use super::{inflect, spelling, tsv};

roles! {
    /// What sort of word it is.
    pub Sort {
    /// What the source does; 1 is weakest, 5 strongest.
    Verb = "verb",
    /// Takes force away.
    Hedge = "hedge",
    /// Takes force away unless it is denied: who "could not see" has no doubt.
    Ability = "ability",
    /// Takes force away where something is denied beside it: what has not "yet" been found.
    Respite = "respite",
    /// Takes force away where it begins a condition: a strike "if" talks fail, and not what was asked, "if" talks had failed.
    Condition = "condition",
    /// Gives force.
    Booster = "booster",
    /// A modal that neither gives nor takes.
    Modal = "modal",
    /// Belongs to a number ("at least", "million").
    Qualifier = "qualifier",
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "sort", "force", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/force.tsv");

/// Words that have a force together.
pub struct Phrase {
    /// The words, in small letters.
    pub words: Vec<&'static str>,
    /// Above 0 it gives force.
    pub force: i32,
}

#[derive(Default)]
struct Table {
    phrases: Vec<Phrase>,
    /// By the first word of each, the phrases' places.
    begun: FxHashMap<&'static str, Vec<usize>>,
    by_form: FxHashMap<String, (Sort, i32)>,
    by_stem: FxHashMap<String, (Sort, i32)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
    let mut table = Table::default();
    for [word, sort, force, ..] in tsv::rows::<5>(FILE) {
        let (Some(sort), Ok(force)) = (Sort::of(sort), force.parse()) else { continue };
        if word.contains(' ') {
            let words: Vec<&str> = word.split(' ').collect();
            table.begun.entry(words[0]).or_default().push(table.phrases.len());
            table.phrases.push(Phrase { words, force });
            continue;
        }
        table.by_form.entry(word.to_owned()).or_insert((sort, force));
        if sort == Sort::Verb || is_inflected(word) {
            // The stemmer folds "added" and "add" to two stems, so the past form is listed too.
            table.by_stem.entry(stem(word)).or_insert((sort, force));
            table.by_stem.entry(stem(&format!("{word}ed"))).or_insert((sort, force));
        }
    }
    table
});

/// Adverbs and participles stand for themselves alone: "allegedly" has the stem of "allege" and the opposite force.
fn is_inflected(word: &str) -> bool {
    !inflect::is_adverb(word) && !word.ends_with("ed")
}

/// Phrases with a force of their own ("at this stage") that begin with one of `words`, in file order.
pub fn phrases_begun<'w>(words: impl Iterator<Item = &'w str>) -> impl Iterator<Item = &'static Phrase> {
    let table = &*TABLE;
    let begun = |word: &str| match word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => table.begun.get(word.to_ascii_lowercase().as_str()),
        false => table.begun.get(word),
    };
    let mut places: Vec<usize> = words.filter_map(begun).flatten().copied().collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(|at| &table.phrases[at])
}

/// The sort and force of a word: by its form, else by its stem.
pub fn of(form: &str, stem: &str) -> Option<(Sort, i32)> {
    let table = &*TABLE;
    let exact = if form.bytes().any(|byte| byte.is_ascii_uppercase()) {
        table.by_form.get(form.to_ascii_lowercase().as_str())
    } else {
        table.by_form.get(form)
    };
    exact.or_else(|| table.by_stem.get(stem)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forces(sentence: &str) -> Vec<(Sort, i32)> {
        let stemmer = Stemmer::create(Algorithm::English);
        let words = sentence.split(|next: char| !next.is_alphanumeric() && next != '-').filter(|word| !word.is_empty());
        let phrases = TABLE.phrases.iter().filter(|phrase| sentence.to_lowercase().contains(&phrase.words.join(" ")));
        let phrases: Vec<(Sort, i32)> =
            phrases.map(|phrase| (if phrase.force > 0 { Sort::Booster } else { Sort::Hedge }, phrase.force)).collect();
        phrases.into_iter().chain(words.filter_map(|word| of(word, &stemmer.stem(&spelling::canonical(&word.to_lowercase()))))).collect()
    }

    #[test]
    fn every_row_has_its_force_in_its_example_and_not_in_its_counter() {
        let mut wrong = Vec::new();
        for [word, sort, force, example, counter] in tsv::rows::<5>(FILE) {
            let row = (Sort::of(sort).expect(word), force.parse().expect(word));
            let count = |sentence| forces(sentence).into_iter().filter(|found| *found == row).count();
            if count(example) == 0 || count(counter) >= count(example) {
                wrong.push(word);
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
