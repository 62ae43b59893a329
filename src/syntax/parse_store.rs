//! Parses that outlive the process: a parser that first looks whether somebody kept what it said of a sentence.
//!
//! A parse is a function of the model and the sentence's words, and its key is a hash of both: another model or another word is another
//! key, so that nothing stale is ever read. Where parses are kept is not known here.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use super::parse_bytes::{pack, unpack};
use super::{Parse, Parser};
use crate::lexicon::weights as files;

/// What a kept parse is found by.
pub type Key = [u8; 16];

/// Where packed parses are kept.
pub trait Shelf {
    /// What was kept under `key`.
    fn get(&self, key: &Key) -> Option<Vec<u8>>;

    /// Keeps `parse` under `key`.
    fn put(&self, key: &Key, parse: &[u8]);
}

/// A parser with a shelf.
pub struct Shelved<'p> {
    parser: &'p dyn Parser,
    shelf: &'p dyn Shelf,
}

impl<'p> Shelved<'p> {
    /// `parser` speaks for the model that is built in.
    pub fn new(parser: &'p dyn Parser, shelf: &'p dyn Shelf) -> Self {
        Shelved { parser, shelf }
    }
}

impl Parser for Shelved<'_> {
    fn parse(&self, sentence: &str) -> Parse {
        let key = key(sentence);
        if let Some(parse) = self.shelf.get(&key).and_then(|kept| unpack(sentence, &kept)) {
            return parse;
        }
        let parse = self.parser.parse(sentence);
        self.shelf.put(&key, &pack(&parse));
        parse
    }
}

/// The key of a sentence as the model that is built in, run by this program, parses it.
fn key(sentence: &str) -> Key {
    static MODEL: LazyLock<Sha256> = LazyLock::new(|| {
        let mut hash = Sha256::new_with_prefix(env!("CARGO_PKG_VERSION"));
        // The weights are told by their hash, which stands in the header.
        for file in [files::HEADER, files::AFFIXES, files::EXCEPTIONS, files::NORMS, files::SYMBOLS] {
            hash.update((file.len() as u64).to_le_bytes());
            hash.update(file);
        }
        hash
    });
    let hash = MODEL.clone().chain_update(sentence).finalize();
    let mut key = Key::default();
    key.copy_from_slice(&hash[..size_of::<Key>()]);
    key
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeMap;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::syntax::Model;

    #[derive(Default)]
    struct Counting(AtomicUsize);

    impl Parser for Counting {
        fn parse(&self, sentence: &str) -> Parse {
            self.0.fetch_add(1, Ordering::Relaxed);
            Model::builtin().parse(sentence)
        }
    }

    #[derive(Default)]
    struct Board(RefCell<BTreeMap<Key, Vec<u8>>>);

    impl Shelf for Board {
        fn get(&self, key: &Key) -> Option<Vec<u8>> {
            self.0.borrow().get(key).cloned()
        }

        fn put(&self, key: &Key, parse: &[u8]) {
            self.0.borrow_mut().insert(*key, parse.to_vec());
        }
    }

    #[test]
    fn what_is_on_the_shelf_is_not_parsed_again() {
        let (counting, board) = (Counting::default(), Board::default());
        for sentence in ["Oslo said it rained.", "Bern said it froze.", "Oslo said it rained."] {
            assert_eq!(Shelved::new(&counting, &board).parse(sentence), Model::builtin().parse(sentence));
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 2);
    }

    #[test]
    fn what_is_no_parse_of_the_sentence_is_made_again() {
        let (counting, board) = (Counting::default(), Board::default());
        let sentence = "Oslo said it rained.";
        board.put(&key(sentence), &[9; 40]);
        for _ in 0..2 {
            assert_eq!(Shelved::new(&counting, &board).parse(sentence), Model::builtin().parse(sentence));
        }
        assert_eq!(counting.0.load(Ordering::Relaxed), 1);
    }
}
