//! What the model sees of a word: the numbers of its norm, its first letter, its last three letters and its shape, and whether a
//! space follows.

use rustc_hash::FxHashMap;

use super::{hash, table};

/// Letters of a suffix.
const SUFFIX: usize = 3;

/// Repetitions of a kind of letter that a shape shows.
const REPEATS: usize = 4;

/// Words from this length on have the shape [`LONG_SHAPE`].
const LONG: usize = 100;

/// The shape of very long words.
const LONG_SHAPE: &str = "LONG";

/// The columns of a word, in the order of the model's embeddings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Features {
    pub norm: u64,
    pub prefix: u64,
    pub suffix: u64,
    pub shape: u64,
    pub spaced: bool,
}

/// Strings' numbers, and what words are read as.
pub struct Words {
    symbols: FxHashMap<&'static str, u64>,
    /// Numbers of norms by the hashes of the words.
    norms: FxHashMap<u64, u64>,
}

impl Words {
    /// From the tables of symbols and norms.
    pub fn new(symbols: &'static str, norms: &'static str) -> Words {
        let symbols = table::rows(symbols).filter_map(|[string, number]| Some((string, number.parse().ok()?))).collect();
        let mut words = Words { symbols, norms: FxHashMap::default() };
        words.norms = table::rows(norms)
            .filter_map(|[word, norm]| Some((u64::from_str_radix(word, 16).ok()?, words.number(table::unquoted(norm)))))
            .collect();
        words
    }

    /// The number of a string: its hash, but for the few that have numbers of their own.
    pub fn number(&self, text: &str) -> u64 {
        if text.is_empty() { 0 } else { self.symbols.get(text).copied().unwrap_or_else(|| hash::string(text)) }
    }

    /// The number of what a word is read as.
    pub fn norm(&self, word: &str) -> u64 {
        let known = self.norms.get(&self.number(word)).copied();
        known.unwrap_or_else(|| self.number(&word.to_lowercase()))
    }

    /// What the model sees of `word`, read as `norm`.
    pub fn features(&self, word: &str, norm: u64, spaced: bool) -> Features {
        let prefix = word.char_indices().nth(1).map_or(word, |(end, _)| &word[..end]);
        let suffix = word.char_indices().nth_back(SUFFIX - 1).map_or(word, |(start, _)| &word[start..]);
        Features { norm, prefix: self.number(prefix), suffix: self.number(suffix), shape: self.number(&shape(word)), spaced }
    }
}

/// `Xxxxx-dd` for *Boeing-707s*: kinds of letters instead of letters, at most four of a kind in a row.
fn shape(word: &str) -> String {
    if word.chars().nth(LONG - 1).is_some() {
        return LONG_SHAPE.to_owned();
    }
    let mut shape = String::with_capacity(word.len());
    let (mut last, mut run) = (None, 0);
    for letter in word.chars() {
        let kind = match letter {
            _ if letter.is_alphabetic() => {
                if letter.is_uppercase() {
                    'X'
                } else {
                    'x'
                }
            }
            _ if is_digit(letter) => 'd',
            other => other,
        };
        run = if last == Some(kind) { run + 1 } else { 1 };
        last = Some(kind);
        if run <= REPEATS {
            shape.push(kind);
        }
    }
    shape
}

/// Stands for one digit; fractions and Roman numerals do not.
fn is_digit(letter: char) -> bool {
    letter.is_numeric() && !matches!(letter, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{218b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_shows_four_of_a_kind() {
        assert_eq!(shape("Boeing-707s"), "Xxxxx-dddx");
        assert_eq!(shape("½"), "½");
        assert_eq!(shape(&"a".repeat(LONG)), LONG_SHAPE);
    }
}
