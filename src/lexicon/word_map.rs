//! A table by words in which most words of a text are not. Those are told by their outer letters and length, before anything is hashed.

use std::borrow::Borrow;
use std::hash::Hash;

use rustc_hash::FxHashMap;

/// Values by words. A word is any string, of several words too.
#[derive(Clone, Debug)]
pub struct WordMap<V, K = &'static str> {
    words: FxHashMap<K, V>,
    /// For each first and last letter, all other bytes taken together, a bit for each length that a word of the table has.
    lengths: [[u32; LETTERS]; LETTERS],
}

impl<V, K: Borrow<str> + Eq + Hash> WordMap<V, K> {
    /// The value of `word`.
    #[inline]
    pub fn get(&self, word: &str) -> Option<&V> {
        if self.may_hold(word) { self.words.get(word) } else { None }
    }

    /// There is a value for `word`.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Some word has the outer letters and the length of `word`, which may be in capitals: a cheap test that most words fail.
    #[inline]
    pub fn may_hold(&self, word: &str) -> bool {
        let (first, last, length) = shape(word);
        self.lengths[first][last] & length != 0
    }

    /// The value of `word`, made where there is none.
    pub fn entry(&mut self, word: K) -> &mut V
    where
        V: Default,
    {
        let (first, last, length) = shape(word.borrow());
        self.lengths[first][last] |= length;
        self.words.entry(word).or_default()
    }

    /// All words, in no order.
    pub fn words(&self) -> impl Iterator<Item = &K> {
        self.words.keys()
    }

    /// All values, in no order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.words.values_mut()
    }
}

impl<V, K> Default for WordMap<V, K> {
    fn default() -> Self {
        WordMap { words: FxHashMap::default(), lengths: [[0; LETTERS]; LETTERS] }
    }
}

impl<V: Default, K: Borrow<str> + Eq + Hash> FromIterator<(K, V)> for WordMap<V, K> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(rows: I) -> Self {
        let mut map = WordMap::default();
        for (word, value) in rows {
            *map.entry(word) = value;
        }
        map
    }
}

/// The letters, and one for all other bytes.
const LETTERS: usize = 27;

/// Which letters come first and last, whatever their case, and a bit for the length; all long words share the last.
#[inline]
fn shape(word: &str) -> (usize, usize, u32) {
    let letter = |byte: Option<&u8>| {
        let byte = byte.map_or(0, u8::to_ascii_lowercase);
        if byte.is_ascii_lowercase() { usize::from(byte - b'a') } else { LETTERS - 1 }
    };
    let bytes = word.as_bytes();
    (letter(bytes.first()), letter(bytes.last()), 1 << word.len().min(31))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_first_letter_and_length() {
        let words = ["a", "1", "“", "death toll", "", "a phrase of more bytes than there are bits"];
        let map: WordMap<usize> = words.iter().enumerate().map(|(at, word)| (*word, at)).collect();
        for (at, word) in words.iter().enumerate() {
            assert_eq!(map.get(word), Some(&at), "{word}");
        }
        assert!(!map.contains("b") && !map.contains("i") && !map.contains("another phrase of more bytes than there are bits"));
        assert!(map.may_hold("Death toll") && !map.may_hold("death"));
    }
}
