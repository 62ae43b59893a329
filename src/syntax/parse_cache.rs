//! Parses that are kept, so that a sentence which stands in many versions of a report is parsed once.
//!
//! A parse is a function of its sentence alone: what is kept changes how long an answer takes and never which it is.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::{Parse, Parser};

/// Sentences that are kept at the same time: the versions of a long story, in some ten megabytes.
const MOST: usize = 1 << 14;

/// A parser that remembers.
pub struct Kept<'p> {
    parser: &'p (dyn Parser + Sync),
    most: usize,
    parses: Mutex<FxHashMap<String, Parse>>,
}

impl<'p> Kept<'p> {
    /// Nothing is kept yet.
    pub fn new(parser: &'p (dyn Parser + Sync)) -> Self {
        Kept { parser, most: MOST, parses: Mutex::default() }
    }
}

impl Parser for Kept<'_> {
    fn parse(&self, sentence: &str) -> Parse {
        let kept = || self.parses.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(parse) = kept().get(sentence) {
            return parse.clone();
        }
        let parse = self.parser.parse(sentence);
        let mut parses = kept();
        if parses.len() >= self.most {
            parses.clear();
        }
        parses.insert(sentence.to_owned(), parse.clone());
        parse
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl Parser for Counting {
        fn parse(&self, _: &str) -> Parse {
            self.0.fetch_add(1, Ordering::Relaxed);
            Parse::default()
        }
    }

    #[test]
    fn a_sentence_is_parsed_once() {
        let counting = Counting::default();
        let kept = Kept::new(&counting);
        for sentence in ["It rained.", "It froze.", "It rained."] {
            kept.parse(sentence);
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn what_is_kept_has_a_bound() {
        let counting = Counting::default();
        let kept = Kept { most: 2, ..Kept::new(&counting) };
        for sentence in ["One.", "Two.", "Three.", "One."] {
            kept.parse(sentence);
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 4);
        assert!(kept.parses.lock().is_ok_and(|parses| parses.len() <= 2));
    }
}
