//! Function words: the closed classes of English (`data/en/closed.tsv`).

use std::sync::LazyLock;

use super::roles::roles;
use super::tsv;
use super::word_map::WordMap;

/// The classes a function word can be of; a word may be of several ("that").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u16);

roles! {
    /// One closed class.
    pub Class {
    /// the, a, this, every
    Determiner = "determiner",
    /// I, he, they, who stands for a noun phrase
    Pronoun = "pronoun",
    /// my, his, their
    Possessive = "possessive",
    /// of, in, from
    Preposition = "preposition",
    /// and, or, but
    Conjunction = "conjunction",
    /// that, whether, because, when: begins a clause
    Subordinator = "subordinator",
    /// who, which, that, whose
    Relative = "relative",
    /// am, is, have, do
    Auxiliary = "auxiliary",
    /// may, will, would
    Modal = "modal",
    /// not, n't, never, no
    Negation = "negation",
    /// also, again, however, very: common adverbs without -ly
    Adverb = "adverb",
    /// Begins a sentence often enough to tell where the one before ended.
    Starter = "starter",
    /// said, asked: a speech verb that can follow a quotation that ends in ! or ?
    Speech = "speech",
    /// Monday, June: days and months
    Calendar = "calendar",
    }
}

impl Classes {
    /// The word is of this class.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u16) != 0
    }

    /// The word is of one of those classes.
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|class| self.has(*class))
    }

    /// The word is of none.
    pub fn is_open(self) -> bool {
        self.0 == 0
    }
}

/// `word` and `classes` (parted by commas).
pub const COLUMNS: &[&str] = &["word", "classes"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/closed.tsv");

/// Bytes of the longest word that is looked up.
const LONGEST: usize = 16;

static TABLE: LazyLock<WordMap<Classes>> = LazyLock::new(|| {
    tsv::rows::<2>(FILE)
        .map(|[word, classes]| {
            let bits = classes.split(',').filter_map(|name| Class::of(name.trim())).fold(0, |bits, class| bits | 1 << class as u16);
            (word, Classes(bits))
        })
        .collect()
});

/// All function words, each with its classes.
pub fn all() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLE.words().map(|word| (*word, classes(word)))
}

/// The classes of `word`, which is compared without regard to case.
pub fn classes(word: &str) -> Classes {
    if word.len() > LONGEST || !TABLE.may_hold(word) {
        return Classes::default();
    }
    let found = if word.bytes().any(|byte| byte.is_ascii_uppercase()) { TABLE.get(&word.to_ascii_lowercase()) } else { TABLE.get(word) };
    found.copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_of_several_classes() {
        let that = classes("That");
        assert!(that.has(Class::Determiner) && that.has(Class::Relative) && that.has(Class::Subordinator));
        assert!(classes("ceasefire").is_open());
    }

    #[test]
    fn every_row_names_known_classes() {
        for [word, names] in tsv::rows::<2>(FILE) {
            for name in names.split(',') {
                assert!(Class::of(name.trim()).is_some(), "{word}: {name}");
            }
        }
    }
}
