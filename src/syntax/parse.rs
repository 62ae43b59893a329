//! What a dependency parser says of a sentence, and the one trait by which the rest of the program asks for it.
//!
//! The labels are those of the English model of [`super::model`] (ClearNLP's relations, Penn Treebank tags).
//! Nothing here knows how a parse is made. What always holds of a [`Parse`]: words stand in order and slice the sentence, heads are
//! indices of words, and following heads ends at a root.

use crate::text::Span;

pub use super::labels::{Penn, Relation};

/// A dependency parser for English sentences.
pub trait Parser {
    /// Parses one sentence; any text gives a parse.
    fn parse(&self, sentence: &str) -> Parse;
}

/// What a parser says of one sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parse {
    /// Its words in order, punctuation included, white space left out.
    pub words: Vec<Word>,
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
