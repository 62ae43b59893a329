//! A sentence into the words that the model was trained on: clitics, punctuation and hyphens apart.
//!
//! Text is cut at white space. From each piece, what affixes name is parted at both ends until a word stands alone or an exception
//! is met; what is left is parted within. Then exceptions that came apart are put together again. Unlike the original, white space
//! is never a word, so that a line break within a sentence does not disturb it.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::text::Span;

use super::affixes::Affixes;
use super::words::Words;
use super::{table, url};

/// A word before it is parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the sentence.
    pub span: Span,
    /// The number of what it is read as.
    pub norm: u64,
    /// White space follows.
    pub spaced: bool,
}

/// An exception: its parts' lengths in bytes and norms.
struct Exception {
    parts: Vec<(usize, u64)>,
    /// The lengths of the parts that the rules would make of it, were it none.
    by_rule: Vec<usize>,
}

/// A part of a piece: an exception that is still whole, or a word.
#[derive(Clone, Copy)]
struct Part<'t, 'a> {
    text: &'t str,
    exception: Option<&'a Exception>,
}

impl<'t> Part<'t, '_> {
    fn word(text: &'t str) -> Self {
        Part { text, exception: None }
    }
}

/// The tokeniser's rules and exceptions.
pub struct Tokeniser {
    affixes: Affixes,
    exceptions: FxHashMap<&'static str, Exception>,
    /// Bytes of the longest exception.
    longest: usize,
}

/// Stands for a space within a norm.
const OPEN_BOX: &str = "␣";

impl Tokeniser {
    /// From the tables of affixes and exceptions.
    pub fn new(affixes: &'static str, exceptions: &'static str, words: &Words) -> Tokeniser {
        let mut tokeniser = Tokeniser { affixes: Affixes::new(affixes), exceptions: FxHashMap::default(), longest: 0 };
        let rows = || table::rows(exceptions);
        let by_rule: Vec<Vec<usize>> =
            rows().map(|[word, _, _]| tokeniser.parts(word).iter().map(|part| part.text.len()).collect()).collect();
        tokeniser.longest = rows().map(|[word, _, _]| word.len()).max().unwrap_or_default();
        tokeniser.exceptions = rows()
            .zip(by_rule)
            .map(|([word, parts, norms], by_rule)| {
                let norms = norms.split(' ').map(|norm| words.number(&norm.replace(OPEN_BOX, " ")));
                (word, Exception { parts: parts.split(' ').map(str::len).zip(norms).collect(), by_rule })
            })
            .collect();
        tokeniser
    }

    /// The words of a sentence, in order.
    pub fn tokens(&self, sentence: &str, words: &Words) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(lead) = sentence[at..].find(|letter| !is_space(letter)) {
            let start = at + lead;
            let end = sentence[start..].find(is_space).map_or(sentence.len(), |length| start + length);
            self.add(&sentence[start..end], start, words, &mut tokens);
            if let Some(last) = tokens.last_mut() {
                last.spaced = end < sentence.len();
            }
            at = end;
        }
        tokens
    }

    /// Adds the tokens of one piece without white space.
    fn add(&self, piece: &str, start: usize, words: &Words, tokens: &mut Vec<Token>) {
        let mut at = start;
        let mut push = |length: usize, norm: u64| {
            tokens.push(Token { span: Span::new(at, at + length), norm, spaced: false });
            at += length;
        };
        for part in self.joined(piece, self.parts(piece)) {
            match part.exception {
                Some(exception) => exception.parts.iter().for_each(|(length, norm)| push(*length, *norm)),
                None => push(part.text.len(), words.norm(part.text)),
            }
        }
    }

    fn exception(&self, text: &str) -> Option<&Exception> {
        if text.len() > self.longest { None } else { self.exceptions.get(text) }
    }

    /// A piece parted by the rules. What looks like an exception is one only where nothing was parted within.
    fn parts<'t>(&self, piece: &'t str) -> Vec<Part<'t, '_>> {
        let (mut parts, mut ends) = (Vec::new(), Vec::new());
        let mut rest = piece;
        while !rest.is_empty() && self.exception(rest).is_none() {
            let front = self.affixes.prefix(rest);
            let behind = &rest[front..];
            if front > 0 && self.exception(behind).is_some() {
                parts.push(Part::word(&rest[..front]));
                rest = behind;
                break;
            }
            let end = self.affixes.suffix(behind);
            let before = &rest[..rest.len() - end];
            if end > 0 && self.exception(before).is_some() {
                ends.push(Part::word(&rest[before.len()..]));
                rest = before;
                break;
            }
            if front == 0 && end == 0 {
                break;
            }
            if front > 0 {
                parts.push(Part::word(&rest[..front]));
            }
            if end > 0 {
                ends.push(Part::word(&rest[before.len()..]));
            }
            rest = &before[front..];
        }
        let exception = self.exception(rest);
        if exception.is_some() || url::matches(rest) {
            parts.push(Part { text: rest, exception });
        } else {
            self.part_within(rest, &mut parts);
        }
        parts.extend(ends.into_iter().rev());
        parts
    }

    /// Parts a word at its infixes, but not at its very start.
    fn part_within<'t>(&self, word: &'t str, parts: &mut Vec<Part<'t, '_>>) {
        let (mut start, mut at) = (0, 0);
        while let Some(letter) = word[at..].chars().next() {
            let infix = self.affixes.infix(word, at);
            if infix > 0 && at > 0 {
                let both = [&word[start..at], &word[at..at + infix]];
                parts.extend(both.into_iter().filter(|part| !part.is_empty()).map(Part::word));
                start = at + infix;
            }
            at += infix.max(letter.len_utf8());
        }
        if start < word.len() {
            parts.push(Part::word(&word[start..]));
        }
    }

    /// Puts neighbours together that are an exception as a whole and were parted as the rules part that; the longest first.
    fn joined<'t, 'a>(&'a self, piece: &'t str, parts: Vec<Part<'t, 'a>>) -> Vec<Part<'t, 'a>> {
        let mut starts = vec![0];
        starts.extend(parts.iter().scan(0, |at, part| {
            *at += part.text.len();
            Some(*at)
        }));
        let starts = starts.as_slice();
        let fits = |from: usize, to: usize| {
            let exception = self.exception(&piece[starts[from]..starts[to]]);
            exception.is_some_and(|exception| exception.by_rule.iter().copied().eq(parts[from..to].iter().map(|part| part.text.len())))
        };
        let ends = |from: usize| (from + 2..=parts.len()).take_while(move |to| starts[*to] - starts[from] <= self.longest);
        let all = (0..parts.len()).flat_map(|from| ends(from).map(move |to| (from, to)));
        let mut runs: Vec<(usize, usize)> = all.filter(|(from, to)| fits(*from, *to)).collect();
        if runs.is_empty() {
            return parts;
        }
        runs.sort_by_key(|(from, to)| (Reverse(to - from), *from));
        let mut taken = vec![false; parts.len()];
        let mut whole = vec![0; parts.len()];
        for (from, to) in runs {
            if !taken[from] && !taken[to - 1] {
                whole[from] = to - from;
            }
            taken[from..to].fill(true);
        }
        let mut joined = Vec::with_capacity(parts.len());
        let mut at = 0;
        while at < parts.len() {
            let text = &piece[starts[at]..starts[at + whole[at].max(1)]];
            joined.push(if whole[at] == 0 { parts[at] } else { Part { text, exception: self.exception(text) } });
            at += whole[at].max(1);
        }
        joined
    }
}

/// White space, and the separators that Python counts to it.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{1c}'..='\u{1f}')
}
