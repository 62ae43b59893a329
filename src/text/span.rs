//! Where something stands in a text: byte spans inside the engines, character spans at the edges.
//!
//! Both are half-open (`end` is exclusive) and never reversed. The engines slice `&str`, so they count bytes ([`Span`]);
//! files, tables and JSON count Unicode scalar values ([`CharSpan`]), which mean the same in every language and in SQL's
//! `substr`. A [`CharIndex`] turns one into the other. `Span` has no `Serialize`, so that bytes cannot leave the program by mistake.

use std::borrow::Cow;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes of one text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end` in bytes; a reversed pair gives the empty span at `start`.
    ///
    /// Offsets above 4 GiB saturate; `ingest` refuses such texts long before.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        Span { start, end: end.max(start) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The text it covers; empty where the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start()..self.end()).unwrap_or_default()
    }

    /// Shares at least one byte with `other`.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Holds all of `other`.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Where it stands when what begins with `from` begins with `to`.
    pub(crate) fn moved(self, from: Span, to: Span) -> Span {
        let at = |old: u32| (old - from.start) + to.start;
        Span { start: at(self.start), end: at(self.end) }
    }

    /// The same span without white space at its ends.
    pub fn trim(self, text: &str) -> Span {
        let inner = self.of(text);
        let lead = inner.len() - inner.trim_start().len();
        let start = self.start() + lead;
        Span::new(start, start + inner.trim().len())
    }
}

/// A half-open range of Unicode scalar values of one text; `[start, end]` in JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct CharSpan {
    start: u32,
    end: u32,
}

impl CharSpan {
    /// The span from `start` to `end` in scalar values; a reversed pair gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let bytes = Span::new(start, end);
        CharSpan { start: bytes.start, end: bytes.end }
    }

    /// First scalar value.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last scalar value.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in scalar values.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Shares at least one scalar value with `other`.
    pub fn overlaps(self, other: CharSpan) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<(u32, u32)> for CharSpan {
    fn from((start, end): (u32, u32)) -> Self {
        CharSpan { start, end: end.max(start) }
    }
}

impl From<CharSpan> for (u32, u32) {
    fn from(span: CharSpan) -> Self {
        (span.start, span.end)
    }
}

/// Bytes between two checkpoints of a [`CharIndex`].
const STRIDE: usize = 64;

/// Translates between bytes and scalar values of one text; a lookup reads at most 64 bytes.
#[derive(Debug, Clone)]
pub struct CharIndex<'t> {
    text: &'t str,
    /// Scalar values that begin before byte `k * STRIDE`; empty for ASCII, where both counts agree.
    checkpoints: Cow<'t, [u32]>,
}

/// A text that is kept together with what its [`CharIndex`] holds, so that it is read once for all who look something up in it.
#[derive(Debug)]
pub(crate) struct IndexedText {
    text: String,
    checkpoints: Vec<u32>,
}

impl IndexedText {
    /// Reads `text` once.
    pub(crate) fn new(text: String) -> Self {
        let checkpoints = checkpoints(&text);
        IndexedText { text, checkpoints }
    }

    /// The text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Its index.
    pub(crate) fn index(&self) -> CharIndex<'_> {
        CharIndex { text: &self.text, checkpoints: Cow::Borrowed(&self.checkpoints) }
    }

    /// The words at a place.
    pub(crate) fn words(&self, place: CharSpan) -> &str {
        self.index().bytes(place).of(&self.text)
    }
}

fn checkpoints(text: &str) -> Vec<u32> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut seen = 0;
    let before = |chunk: &[u8]| {
        let before = seen;
        seen += begun_in(chunk);
        before
    };
    text.as_bytes().chunks(STRIDE).map(before).collect()
}

impl<'t> CharIndex<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        CharIndex { text, checkpoints: Cow::Owned(checkpoints(text)) }
    }

    /// The same, read once for as long as `kept` is kept.
    pub(super) fn over(text: &'t str, kept: &'t OnceLock<Vec<u32>>) -> Self {
        CharIndex { text, checkpoints: Cow::Borrowed(kept.get_or_init(|| checkpoints(text))) }
    }

    /// The text that it indexes.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The same place in scalar values.
    pub fn chars(&self, span: Span) -> CharSpan {
        CharSpan::new(self.char_at(span.start()), self.char_at(span.end()))
    }

    /// The same place in bytes; what lies beyond the text's end stops there.
    pub fn bytes(&self, span: CharSpan) -> Span {
        Span::new(self.byte_at(span.start()), self.byte_at(span.end()))
    }

    fn char_at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.checkpoints.is_empty() {
            return byte;
        }
        let block = (byte / STRIDE).min(self.checkpoints.len() - 1);
        self.checkpoints[block] as usize + begun_in(&self.text.as_bytes()[block * STRIDE..byte]) as usize
    }

    fn byte_at(&self, char: usize) -> usize {
        if self.checkpoints.is_empty() {
            return char.min(self.text.len());
        }
        let block = self.checkpoints.partition_point(|&seen| seen as usize <= char).saturating_sub(1);
        let mut left = char - (self.checkpoints[block] as usize).min(char);
        let base = block * STRIDE;
        for (offset, byte) in self.text.as_bytes()[base..].iter().enumerate() {
            if is_start(*byte) {
                if left == 0 {
                    return base + offset;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn begun_in(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| is_start(**byte)).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reversed_pair_becomes_an_empty_span() {
        assert!(Span::new(5, 2).is_empty());
        assert_eq!(CharSpan::from((5, 2)).len(), 0);
    }

    #[test]
    fn every_char_boundary_survives_the_round_trip() {
        let text = "“Ceasefire” — naïve 😀 ".repeat(60);
        let index = CharIndex::new(&text);
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        for (count, byte) in boundaries.iter().enumerate() {
            let span = Span::new(*byte, text.len());
            assert_eq!(index.chars(span).start(), count);
            assert_eq!(index.bytes(index.chars(span)), span);
        }
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "a  truce \n";
        assert_eq!(Span::new(1, text.len()).trim(text).of(text), "truce");
        assert!(Span::new(1, 3).trim(text).is_empty());
    }
}
