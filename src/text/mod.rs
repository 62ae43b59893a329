//! What a text consists of: segments, sentences, tokens and quotations, each a span of it. Offsets and nothing else.
//!
//! [`Document::new`] reads a text once, front to back, in time linear in its length. It cannot fail: any text whatever has
//! tokens and sentences, and every span slices exactly. What the words mean is left to the layers above.
//!
//! Reading order: `span` → `token` → `segment` → `sentence` → `quotation` → `beside` → `normalise`; `possessive` and `wordwise` stand by
//! themselves.

mod beside;
mod normalise;
pub(crate) mod possessive;
mod quotation;
mod segment;
mod sentence;
mod span;
mod token;
pub(crate) mod wordwise;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use beside::Lines;
pub(crate) use normalise::{fold, fold_all, fold_into, lower_case, without_marks};
pub use quotation::Quotation;
pub use segment::{Segment, SegmentKind};
pub use sentence::Sentence;
pub(crate) use span::IndexedText;
pub use span::{CharIndex, CharSpan, Span};
pub use token::{Token, TokenKind};

/// One text with its parts. Indices into `segments`, `sentences`, `tokens` and `quotations` are stable for its life.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// Labelled stretches in text order; they do not overlap, and only white space lies between them.
    pub segments: Vec<Segment>,
    /// Sentences in text order, each inside one segment.
    pub sentences: Vec<Sentence>,
    /// Tokens in text order, each inside one sentence.
    pub tokens: Vec<Token>,
    /// Quotations in order of their opening mark; nested ones follow the one that holds them.
    pub quotations: Vec<Quotation>,
    /// The first token that ends after each [`STRIDE`]th byte; empty once tokens were forgotten.
    landmarks: Vec<u32>,
    /// Of its places in scalar values; made when first asked for.
    checkpoints: OnceLock<Vec<u32>>,
}

/// Bytes from one landmark to the next: some three words.
const STRIDE: usize = 16;

impl<'t> Document<'t> {
    /// Splits `text` into its parts.
    pub fn new(text: &'t str) -> Self {
        Document::read(text, &Lines::default())
    }

    /// The same for a text that has many lines of `other`, whose tokens are all there: no such line is read again.
    pub(crate) fn beside(text: &'t str, other: &Document<'_>) -> Self {
        Document::read(text, &Lines::of(other))
    }

    fn read(text: &'t str, known: &Lines<'_, '_>) -> Self {
        let mut segments = segment::split(text, known);
        let mut sentences = Vec::new();
        let mut tokens = Vec::with_capacity(text.len() / 5);
        for (index, segment) in segments.iter_mut().enumerate() {
            let (first, begun) = (tokens.len(), sentences.len());
            if !known.copy(text, (index, segment), &mut tokens, &mut sentences) {
                token::tokenise(text, segment.span, &mut tokens);
                sentence::split(text, &tokens, first, index, segment.kind, &mut sentences);
            }
            segment.sentences = begun as u32..sentences.len() as u32;
        }
        sentences.shrink_to_fit();
        let quotations = quotation::find(text, &segments, &sentences, &tokens);
        let landmarks = landmarks(&tokens);
        Document { text, segments, sentences, tokens, quotations, landmarks, checkpoints: OnceLock::new() }
    }

    /// Forgets the tokens of the sentences that are not wanted any more; their ranges are empty from then on.
    pub(crate) fn keep_tokens(&mut self, is_wanted: impl Fn(usize) -> bool) {
        self.landmarks = Vec::new();
        let mut end = 0;
        for index in 0..self.sentences.len() {
            let (range, begin) = (self.token_range(index), end);
            if is_wanted(index) {
                end += range.len();
                self.tokens.copy_within(range, begin);
            }
            self.sentences[index].tokens = begin as u32..end as u32;
        }
        self.tokens.truncate(end);
        self.tokens.shrink_to_fit();
    }

    /// Forgets all tokens. The sentences still know how many they had, and [`Document::read_tokens`] reads again what is wanted.
    pub(crate) fn forget_tokens(&mut self) {
        (self.tokens, self.landmarks) = (Vec::new(), Vec::new());
    }

    /// Reads the tokens of the sentences that are wanted, after all were forgotten; the other sentences have none from then on.
    pub(crate) fn read_tokens(&mut self, is_wanted: impl Fn(usize) -> bool) {
        let mut read = Vec::new();
        for segment in &self.segments {
            let sentences = segment.sentences.start as usize..segment.sentences.end as usize;
            read.clear();
            if sentences.clone().any(&is_wanted) {
                token::tokenise(self.text, segment.span, &mut read);
            }
            let mut end = 0;
            for index in sentences {
                let (begin, kept) = (end, self.tokens.len() as u32);
                end += self.sentences[index].tokens.len();
                if is_wanted(index) {
                    self.tokens.extend_from_slice(&read[begin..end]);
                }
                self.sentences[index].tokens = kept..self.tokens.len() as u32;
            }
        }
    }

    /// Its places in bytes and in scalar values.
    pub fn places(&self) -> CharIndex<'_> {
        CharIndex::over(self.text, &self.checkpoints)
    }

    /// The words that `span` covers.
    pub fn slice(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The tokens in lower case with straight apostrophes, each at its index; most are so already and are borrowed.
    pub(crate) fn lower_cased(&self) -> Vec<Cow<'t, str>> {
        let straight = |word: Cow<'t, str>| if word.is_ascii() { word } else { Cow::Owned(word.replace('’', "'")) };
        self.tokens.iter().map(|token| straight(lower_case(self.slice(token.span)))).collect()
    }

    /// The tokens of sentence `index`.
    pub fn tokens_of(&self, index: usize) -> &[Token] {
        &self.tokens[self.token_range(index)]
    }

    /// Where in `tokens` those of sentence `index` stand.
    pub fn token_range(&self, index: usize) -> Range<usize> {
        let range = &self.sentences[index].tokens;
        range.start as usize..range.end as usize
    }

    /// Sentence `index` is the same as sentence `at` of `other`: in its words, in what they were read as, and in what it is part of.
    pub(crate) fn has_sentence_of(&self, index: usize, other: &Document<'_>, at: usize) -> bool {
        let (place, its_place) = (self.sentences[index].span, other.sentences[at].span);
        let (tokens, its_tokens) = (self.tokens_of(index), other.tokens_of(at));
        let is_same = |(token, its): (&Token, &Token)| its.moved(its_place, place) == *token;
        self.slice(place) == other.slice(its_place)
            && self.segment_of(index).kind == other.segment_of(at).kind
            && tokens.len() == its_tokens.len()
            && tokens.iter().zip(its_tokens).all(is_same)
    }

    /// The segment that holds sentence `index`.
    pub fn segment_of(&self, index: usize) -> &Segment {
        &self.segments[self.sentences[index].segment as usize]
    }

    /// The sentence that holds byte `at`, or the last one that begins before it.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start() <= at).checked_sub(1)
    }

    /// The first token that ends after byte `at`.
    pub fn token_at(&self, at: usize) -> usize {
        if self.landmarks.is_empty() {
            return self.tokens.partition_point(|token| token.span.end() <= at);
        }
        let Some(first) = self.landmarks.get(at / STRIDE) else { return self.tokens.len() };
        let first = *first as usize;
        first + self.tokens[first..].iter().take_while(|token| token.span.end() <= at).count()
    }

    /// The tokens that touch `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.token_at(span.start());
        let last = self.token_at(span.end().saturating_sub(1));
        let is_begun = self.tokens.get(last).is_some_and(|token| token.span.start() < span.end());
        first..(last + usize::from(is_begun)).max(first)
    }

    /// The innermost quotation around byte `at`, marks included.
    pub fn quotation_at(&self, at: usize) -> Option<&Quotation> {
        let end = self.quotations.partition_point(|quotation| quotation.span.start() <= at);
        self.quotations[..end].iter().rev().take(QUOTATIONS_BACK).find(|quotation| at < quotation.span.end())
    }

    /// The token at `at` is the mark of "ministers’ aides": it stands at a plural whose the next word is, and closes no quotation.
    pub(crate) fn is_plurals_mark(&self, at: usize) -> bool {
        let around = at.checked_sub(1).and_then(|before| self.tokens.get(before..at + 2));
        let Some([word, mark, next]) = around else { return false };
        let is_glued = word.span.end() == mark.span.start() && mark.kind == TokenKind::Quote;
        is_glued
            && next.is_wordlike()
            && next.spaced
            && possessive::owns(self.slice(Span::new(word.span.start(), mark.span.end())))
            && self.quotation_at(word.span.start()).is_none_or(|around| around.span.end() > mark.span.end())
    }
}

/// The parts of a text whose text is kept elsewhere, so that it need not be read twice.
#[derive(Debug, Clone)]
pub(crate) struct Parts {
    segments: Vec<Segment>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    quotations: Vec<Quotation>,
    landmarks: Vec<u32>,
    checkpoints: OnceLock<Vec<u32>>,
}

impl Parts {
    /// The document again; `text` is the one that it was made of.
    pub(crate) fn of(self, text: &str) -> Document<'_> {
        let Parts { segments, sentences, tokens, quotations, landmarks, checkpoints } = self;
        Document { text, segments, sentences, tokens, quotations, landmarks, checkpoints }
    }
}

impl From<Document<'_>> for Parts {
    fn from(document: Document<'_>) -> Parts {
        let Document { segments, sentences, tokens, quotations, landmarks, checkpoints, .. } = document;
        Parts { segments, sentences, tokens, quotations, landmarks, checkpoints }
    }
}

/// The first of `tokens` that ends after each [`STRIDE`]th byte, up to the end of the last.
fn landmarks(tokens: &[Token]) -> Vec<u32> {
    let mut landmarks = Vec::with_capacity(tokens.last().map_or(0, |last| last.span.end() / STRIDE + 1));
    for (at, token) in (0..).zip(tokens) {
        while landmarks.len() * STRIDE < token.span.end() {
            landmarks.push(at);
        }
    }
    landmarks
}

/// How many quotations back one that is still open can stand: nesting is never deeper in print.
const QUOTATIONS_BACK: usize = 8;

#[cfg(test)]
mod tests {
    use super::{Document, Span};
    use crate::lexicon::{abbreviations, tsv};

    fn sentences(text: &str) -> Vec<&str> {
        let document = Document::new(text);
        document.sentences.iter().map(|sentence| document.slice(sentence.span)).collect()
    }

    #[test]
    fn every_abbreviation_ends_no_sentence_in_its_example() {
        for [form, _, example, counter] in tsv::rows::<4>(abbreviations::FILE) {
            assert_eq!(sentences(example).len(), 1, "{form}: {:?}", sentences(example));
            assert_eq!(sentences(counter).len(), 2, "{form}: {:?}", sentences(counter));
        }
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "Lt. Gen. Asim Malik met U.S. officials at 3 p.m. The talks failed. \"Is this war?\" Asif asked. He said: \"No. Never.\" It fell 1.5 per cent...";
        assert_eq!(
            sentences(text),
            [
                "Lt. Gen. Asim Malik met U.S. officials at 3 p.m.",
                "The talks failed.",
                "\"Is this war?\" Asif asked.",
                "He said: \"No.",
                "Never.\"",
                "It fell 1.5 per cent...",
            ]
        );
    }

    #[test]
    fn lookups_find_the_part_around_a_byte() {
        let document = Document::new("One thing. “Two things,” he said.");
        let at = document.text.find("things").unwrap();
        assert_eq!(document.sentence_at(at), Some(1));
        assert_eq!(document.slice(document.tokens[document.token_at(at)].span), "things");
        assert_eq!(document.quotation_at(at).map(|found| document.slice(found.inner)), Some("Two things,"));
        assert!(document.quotation_at(0).is_none());
    }

    #[test]
    fn tokens_are_found_at_every_byte_with_and_without_landmarks() {
        let text =
            "  It rose to £1,000,000,000,000,000,000 – “more or less” – in\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nO\u{301}slo, … she said!\n  ";
        let document = Document::new(text);
        let bare = Document { landmarks: Vec::new(), ..document.clone() };
        for start in 0..=text.len() {
            assert_eq!(document.token_at(start), bare.token_at(start), "{start}");
            for end in start..=text.len() {
                let span = Span::new(start, end);
                let touched = document.tokens.iter().filter(|token| token.span.end() > start && token.span.start() < end);
                assert_eq!(document.tokens_in(span), bare.tokens_in(span), "{span:?}");
                assert_eq!(document.tokens_in(span).len(), touched.count(), "{span:?}");
            }
        }
        assert!(Document::new("").tokens_in(Span::new(0, 9)).is_empty());
    }
}
