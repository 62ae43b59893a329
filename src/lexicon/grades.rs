//! Words for one thing, from the mildest to the gravest (`data/en/grades.tsv`): a death, a murder, a massacre. Words are compared by
//! stem, so a row stands for its inflected forms. A word may be of several families: "killed" is less than "murdered" and more than
//! "injured".
//!
//! Some families tell what became of somebody or something, and these have phrases too ("in hospital").
//!
//! Known failure: a word is read without its sense, so that "fell" is milder than "plunged" for a diver too.

use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use super::{inflect, spelling, tsv, words};

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "family", "grade", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/en/grades.tsv");

/// Before a family: a row that gives the grade of what stands without a word of it ("guards", beside "all guards" and "some guards").
const BARE: char = '-';
/// Before a family: it tells what became of somebody or something.
const FATE: char = '+';
/// Before a family: from this grade on it is a charge, which nobody reads without knowing what came of it.
const CHARGE: char = '!';
/// Before a family: its words of one grade are as grave as each other, and not the same ("fraud", "treason").
const SCALE: char = '~';

/// What a word is for, and how grave it makes that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grade {
    /// What the words of one family are for ("killing").
    pub family: &'static str,
    /// 1 is the mildest.
    pub grade: i32,
}

#[derive(Default)]
struct Table {
    by_form: FxHashMap<&'static str, Vec<Grade>>,
    by_stem: FxHashMap<String, Vec<Grade>>,
    bare: FxHashMap<&'static str, i32>,
    fates: FxHashSet<&'static str>,
    scales: FxHashSet<&'static str>,
    charges: FxHashMap<&'static str, i32>,
    /// By their first words.
    phrases: FxHashMap<&'static str, Vec<(Vec<&'static str>, Grade)>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
    let mut table = Table::default();
    for [word, family, grade, ..] in tsv::rows::<5>(FILE) {
        let Ok(grade) = grade.parse() else { continue };
        if word.starts_with(BARE) {
            table.bare.insert(family, grade);
            continue;
        }
        if word.starts_with(FATE) {
            table.fates.insert(family);
            continue;
        }
        if word.starts_with(SCALE) {
            table.scales.insert(family);
            continue;
        }
        if word.starts_with(CHARGE) {
            table.charges.insert(family, grade);
            continue;
        }
        let grade = Grade { family, grade };
        if let Some((first, _)) = word.split_once(' ') {
            table.phrases.entry(first).or_default().push((word.split(' ').collect(), grade));
            continue;
        }
        table.by_form.entry(word).or_default().push(grade);
        // "Severely" has the stem of "several".
        if inflect::is_adverb(word) {
            continue;
        }
        // The stemmer folds "banned" and "ban" to two stems.
        for form in words::forms_of(word).iter().map(String::as_str).chain([word]) {
            let known = table.by_stem.entry(stem(form)).or_default();
            if known.iter().all(|other| other.family != family) {
                known.push(grade);
            }
        }
    }
    table
});

/// The families of a word and its grade in each, by its form or else by `root`: the stem of its verb, or its own.
pub fn of(form: &str, root: &str) -> &'static [Grade] {
    let lower = form.to_lowercase();
    let exact = TABLE.by_form.get(lower.as_str());
    exact.or_else(|| TABLE.by_stem.get(root).filter(|_| !inflect::is_adverb(&lower))).map_or(&[], Vec::as_slice)
}

/// Words of one grade of it are not the same.
pub fn is_scale(family: &str) -> bool {
    TABLE.scales.contains(family)
}

/// The grade of what stands without any word of a family, where that says how much of it is meant.
pub fn bare(family: &str) -> Option<i32> {
    TABLE.bare.get(family).copied()
}

/// The families that tell what became of somebody or something.
pub fn is_fate(family: &str) -> bool {
    TABLE.fates.contains(family)
}

impl Grade {
    /// It is a charge or what follows one, and no mere suspicion.
    pub fn is_charge(self) -> bool {
        TABLE.charges.get(self.family).is_some_and(|least| self.grade >= *least)
    }
}

/// The phrases that begin `words` (lower case): how many words each has, and its grade.
pub fn phrases<W: AsRef<str>>(words: &[W]) -> impl Iterator<Item = (usize, Grade)> {
    let known = words.first().and_then(|first| TABLE.phrases.get(first.as_ref())).into_iter().flatten();
    let begins = move |phrase: &[&str]| phrase.len() <= words.len() && phrase.iter().zip(words).all(|(own, word)| *own == word.as_ref());
    known.filter(move |(phrase, _)| begins(phrase)).map(|(phrase, grade)| (phrase.len(), *grade))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades(sentence: &str) -> Vec<Grade> {
        let stemmer = Stemmer::create(Algorithm::English);
        let stem = |word: &str| stemmer.stem(&spelling::canonical(word)).into_owned();
        let words: Vec<String> = sentence.split(|next: char| !next.is_alphanumeric() && next != '-').map(str::to_lowercase).collect();
        let single = words.iter().flat_map(|word| of(word, &words::irregular(word).map_or_else(|| stem(word), stem))).copied();
        single.chain((0..words.len()).flat_map(|at| phrases(&words[at..]).map(|(_, grade)| grade))).collect()
    }

    #[test]
    fn every_row_has_its_grade_in_its_example_and_another_of_its_family_in_its_counter() {
        let mut wrong = Vec::new();
        for [word, family, grade, example, counter] in tsv::rows::<5>(FILE) {
            let grade = grade.parse().expect(word);
            let own = Grade { family, grade };
            let is_other = |other: &Grade| other.family == family && other.grade != grade;
            let has_own = word.starts_with(BARE) || grades(example).contains(&own);
            let has_other = grades(counter).iter().any(is_other) || bare(family).is_some() && !grades(counter).contains(&own);
            if !has_own || !has_other || word.starts_with(BARE) && grades(example).iter().any(is_other) {
                wrong.push((word, grades(example), grades(counter)));
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
