//! A token in its sentence.

use std::ops::Range;

use super::Tagged;
use crate::text::{Document, SegmentKind, TokenKind};

/// A token in its sentence.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(super) document: &'p Document<'p>,
    pub(super) tags: &'p [Tagged],
    /// Where the sentence begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    pub(super) at: usize,
}

impl<'p> Place<'p> {
    /// The token at `at` in the sentence of these tokens. The tags are those of the document, up to the sentence's end at least.
    pub(crate) fn new(document: &'p Document<'p>, tags: &'p [Tagged], sentence: Range<usize>, at: usize) -> Self {
        Place { document, tags, start: sentence.start, end: sentence.end, at }
    }

    pub(super) fn here(self) -> &'p Tagged {
        &self.tags[self.at]
    }

    /// The token right before.
    pub(super) fn before(self) -> Option<&'p Tagged> {
        self.at.checked_sub(1).filter(|before| *before >= self.start).map(|before| &self.tags[before])
    }

    /// The token right after.
    pub(super) fn next(self) -> Option<&'p Tagged> {
        self.later(1)
    }

    /// So many tokens further.
    pub(super) fn later(self, by: usize) -> Option<&'p Tagged> {
        self.tags[..self.end].get(self.at + by)
    }

    /// A token as it is written.
    pub(super) fn word(self, at: usize) -> &'p str {
        self.document.slice(self.document.tokens[at].span)
    }

    pub(super) fn is_capital(self, at: usize) -> bool {
        self.document.tokens[at].capital
    }

    /// A word with a capital.
    pub(super) fn is_named(self, at: usize) -> bool {
        self.is_capital(at) && self.document.tokens[at].kind == TokenKind::Word
    }

    /// No white space stands before the token at `at`.
    pub(super) fn is_close(self, at: usize) -> bool {
        !self.document.tokens[at].spaced
    }

    pub(super) fn is_in_headline(self) -> bool {
        let sentence = self.document.sentence_at(self.document.tokens[self.at].span.start());
        sentence.is_some_and(|index| self.document.segment_of(index).kind == SegmentKind::Headline)
    }
}
