//! Parses that are kept, so that a sentence which stands in many versions of a report is parsed once.
//!
//! A parse is a function of its sentence alone: what is kept changes how long an answer takes and never which it is.

use std::sync::{Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::{Parse, Parser};

/// Sentences that are kept at the same time: the versions of a long story, in some ten megabytes.
const MOST: usize = 1 << 14;

/// Sentences that were parsed, with what was said of them.
pub struct Kept {
    most: usize,
    parses: Mutex<FxHashMap<String, Parse>>,
}

impl Default for Kept {
    fn default() -> Self {
        Kept { most: MOST, parses: Mutex::default() }
    }
}

impl Kept {
    /// `parser`, asked only for sentences that are not kept. It must be the same in all but time each time.
    pub fn over<'k>(&'k self, parser: &'k dyn Parser) -> Remembering<'k> {
        Remembering { kept: self, parser }
    }
}

/// A parser that remembers.
pub struct Remembering<'k> {
    kept: &'k Kept,
    parser: &'k dyn Parser,
}

impl Parser for Remembering<'_> {
    fn parse(&self, sentence: &str) -> Parse {
        let kept = || self.kept.parses.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(parse) = kept().get(sentence) {
            return parse.clone();
        }
        let parse = self.parser.parse(sentence);
        let mut parses = kept();
        if parses.len() >= self.kept.most {
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
        let (counting, kept) = (Counting::default(), Kept::default());
        for sentence in ["It rained.", "It froze.", "It rained."] {
            kept.over(&counting).parse(sentence);
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn what_is_kept_has_a_bound() {
        let (counting, kept) = (Counting::default(), Kept { most: 2, ..Kept::default() });
        for sentence in ["One.", "Two.", "Three.", "One."] {
            kept.over(&counting).parse(sentence);
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 4);
        assert!(kept.parses.lock().is_ok_and(|parses| parses.len() <= 2));
    }
}
