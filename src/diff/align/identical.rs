//! Sentences that are the same byte for byte: found before a word is looked at, so that only the others' words are numbered.

use std::hash::Hash;

use rustc_hash::FxHashMap;

use super::TOKENS;
use super::equal::{self, Partners};
use crate::text::Document;

/// The identical sentences of two texts, one of which is always taken first, whichever is the earlier.
pub(in crate::diff) struct Identical {
    partners: Partners,
    /// Tokens of each sentence of the first, counted as far as they weigh.
    tokens: Vec<u8>,
    /// The later text is the first.
    is_mirrored: bool,
}

impl Identical {
    /// Finds them.
    pub fn of(old: &Document<'_>, new: &Document<'_>) -> Self {
        // Ties are broken by place, which is not the same from both sides; so one side is always taken first.
        let is_mirrored = old.text > new.text;
        let (first, second) = if is_mirrored { (new, old) } else { (old, new) };
        let mut number = Numbering::default();
        let left: Vec<u32> = first.sentences.iter().map(|sentence| number.of(first.slice(sentence.span))).collect();
        let right: Vec<u32> = second.sentences.iter().map(|sentence| number.of(second.slice(sentence.span))).collect();
        drop(number);
        let tokens = (0..first.sentences.len()).map(|at| first.token_range(at).len().min(TOKENS) as u8).collect();
        Identical { partners: equal::pairs(&left, &right), tokens, is_mirrored }
    }

    /// The later text is taken first.
    pub fn is_mirrored(&self) -> bool {
        self.is_mirrored
    }

    /// Sentence `at` of the text that is taken first has no identical one.
    pub fn has_changed_first(&self, at: usize) -> bool {
        self.partners.of_old[at].is_none()
    }

    /// Sentence `at` of the other text has no identical one.
    pub fn has_changed_second(&self, at: usize) -> bool {
        self.partners.of_new[at].is_none()
    }

    /// Sentence `at` of the earlier text has no identical one.
    pub fn has_changed_old(&self, at: usize) -> bool {
        if self.is_mirrored { self.has_changed_second(at) } else { self.has_changed_first(at) }
    }

    /// Sentence `at` of the later text has no identical one.
    pub fn has_changed_new(&self, at: usize) -> bool {
        if self.is_mirrored { self.has_changed_first(at) } else { self.has_changed_second(at) }
    }

    /// Each pair, in the order of the first, with the number of tokens.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize, usize)> + '_ {
        self.partners.iter().map(|(left, right)| (left, right, usize::from(self.tokens[left])))
    }
}

/// Numbers things in the order in which they are first asked for.
pub(super) struct Numbering<T>(FxHashMap<T, u32>);

impl<T> Default for Numbering<T> {
    fn default() -> Self {
        Numbering(FxHashMap::default())
    }
}

impl<T: Eq + Hash> Numbering<T> {
    pub fn of(&mut self, thing: T) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(thing).or_insert(next)
    }
}
