//! Words that say of their subject that it did wrong, should do otherwise or faces punishment (`data/en/wrongs.tsv`).

use std::sync::LazyLock;

use super::roles::roles;
use super::word_map::WordMap;
use super::{tsv, words};

/// Columns of `wrongs.tsv`.
pub const COLUMNS: &[&str] = &["word", "sort", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/en/wrongs.tsv");

roles! {
    /// What a word says of its subject.
    #[derive(Default)]
    pub Wrong {
    /// ignored, misled: it did wrong.
    #[default]
    Does = "does",
    /// fined, sued: with a modal before it and as a passive, it faces punishment.
    Faces = "faces",
    /// should, must: it ought to do otherwise.
    Owes = "owes",
    }
}

static WRONGS: LazyLock<WordMap<Wrong, String>> = LazyLock::new(|| {
    let mut wrongs = WordMap::default();
    for [word, sort, ..] in tsv::rows::<4>(FILE) {
        let sort = Wrong::of(sort).unwrap_or_default();
        let forms = if sort == Wrong::Owes { vec![word.to_owned()] } else { words::forms_of(word) };
        for form in forms {
            *wrongs.entry(form) = sort;
        }
    }
    wrongs
});

/// What `word`, in lower case, says of its subject, where it says that.
pub fn wrong(word: &str) -> Option<Wrong> {
    WRONGS.get(word).copied()
}
