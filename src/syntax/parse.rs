//! What a dependency parser says of a sentence, and the one trait by which the rest of the program asks for it.
//!
//! The labels are those of the English model of [`super::spacy`] (ClearNLP's relations, Penn Treebank tags).
//! Nothing here knows how a parse is made. What always holds of a [`Parse`]: words stand in order and slice the sentence, heads are
//! indices of words, and following heads ends at a root.

use crate::text::Span;

pub use super::labels::{Penn, Relation};

/// A dependency parser for English sentences.
pub(crate) trait Parser {
    /// Parses one sentence; any text gives a parse.
    fn parse(&self, sentence: &str) -> Parse;
}

/// What a parser says of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parse {
    words: Vec<Word>,
}

impl Parse {
    /// The parse of `sentence` that has these words; `None` where they break a promise: a word that is empty, does not slice the
    /// sentence or stands before the end of another, or a head that is not there or leads to no root.
    pub fn new(sentence: &str, words: Vec<Word>) -> Option<Parse> {
        let slices = |word: &Word| sentence.get(word.span.start()..word.span.end()).is_some_and(|text| !text.is_empty());
        let is_whole = words.iter().all(slices) && words.is_sorted_by(|left, right| left.span.end() <= right.span.start());
        (is_whole && ends_at_roots(&words)).then_some(Parse { words })
    }

    /// The same for words that are known to keep the promises.
    pub(super) fn of(words: Vec<Word>) -> Parse {
        Parse { words }
    }

    /// Its words in order, punctuation included, white space left out.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The same, given away.
    pub(crate) fn into_words(self) -> Vec<Word> {
        self.words
    }
}

/// Following heads from any word ends at a root.
fn ends_at_roots(words: &[Word]) -> bool {
    // The last walk that came by each word: one that meets itself goes round in a ring.
    let mut walked = vec![usize::MAX; words.len()];
    (0..words.len()).all(|walk| {
        let mut at = walk;
        loop {
            let Some(word) = words.get(at) else { return false };
            match walked[at] {
                seen if seen == walk => return false,
                usize::MAX => walked[at] = walk,
                _ => return true,
            }
            if word.head == at {
                return true;
            }
            at = word.head;
        }
    })
}

/// One word of a parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes of the sentence that was given.
    pub span: Span,
    /// The index of the word it depends on; its own index for a root.
    pub head: usize,
    /// How it depends on its head.
    pub relation: Relation,
    /// What kind of word it is.
    pub tag: Penn,
}
