//! Numbers for words: every token of both texts as a `u32`, equal where the two are one word up to typography.
//!
//! Only sentences without an identical one in the other text are read; whatever follows compares numbers. What a word weighs, and which
//! words count as the same for spelling or by their stem, is worked out only for the words that somebody asks for ([`Words`]).

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::closed;
use crate::lexicon::spelling;
use crate::text::{Document, TokenKind, fold_into, possessive};

/// One text with the words of its changed sentences as numbers.
pub(super) struct Side<'d, 't> {
    pub document: &'d Document<'t>,
    /// One for each token of a sentence that was read.
    ids: Vec<u32>,
    /// Where in `ids` a sentence's words begin, or would if it were read.
    starts: Vec<u32>,
}

impl Side<'_, '_> {
    /// The words of sentence `index`, which was read.
    pub fn sentence(&self, index: usize) -> &[u32] {
        self.words(&(index..index + 1))
    }

    /// The words of the sentences `range`, which follow each other and were read.
    pub fn words(&self, range: &Range<usize>) -> &[u32] {
        let start = self.starts[range.start] as usize;
        &self.ids[start..start + self.tokens(range).len()]
    }

    /// Tokens of the sentences `range`, which follow each other.
    pub fn tokens(&self, range: &Range<usize>) -> Range<usize> {
        if range.is_empty() {
            return 0..0;
        }
        self.document.token_range(range.start).start..self.document.token_range(range.end - 1).end
    }

    pub fn len(&self) -> usize {
        self.document.sentences.len()
    }
}

/// The words of both texts, each once.
#[derive(Default)]
pub(super) struct Vocabulary<'t> {
    as_written: FxHashMap<&'t str, u32>,
    /// Folded forms that no token has as it is written.
    folded: FxHashMap<String, u32>,
    /// How each word was first written, and what it looked like.
    forms: Vec<(&'t str, TokenKind)>,
    buffer: String,
}

impl<'t> Vocabulary<'t> {
    /// Numbers the tokens of those sentences of `document` that `is_wanted`.
    pub fn read<'d>(&mut self, document: &'d Document<'t>, is_wanted: impl Fn(usize) -> bool) -> Side<'d, 't> {
        let (mut ids, mut starts) = (Vec::new(), Vec::with_capacity(document.sentences.len()));
        for index in 0..document.sentences.len() {
            starts.push(ids.len() as u32);
            if is_wanted(index) {
                ids.extend(document.tokens_of(index).iter().map(|token| self.number(token.span.of(document.text), token.kind)));
            }
        }
        Side { document, ids, starts }
    }

    fn number(&mut self, form: &'t str, kind: TokenKind) -> u32 {
        match self.as_written.get(form) {
            Some(id) => *id,
            None => self.add(form, kind),
        }
    }

    fn add(&mut self, form: &'t str, kind: TokenKind) -> u32 {
        self.buffer.clear();
        fold_into(form, &mut self.buffer);
        let known = self.as_written.get(self.buffer.as_str()).or_else(|| self.folded.get(self.buffer.as_str())).copied();
        let id = known.unwrap_or_else(|| {
            let id = self.forms.len() as u32;
            self.forms.push((form, kind));
            if self.buffer != form {
                self.folded.insert(self.buffer.clone(), id);
            }
            id
        });
        self.as_written.insert(form, id);
        id
    }
}

/// What a mark, a function word and any other word weigh in a comparison.
const MARK: u32 = 1;
const FUNCTION: u32 = 3;
pub(super) const CONTENT: u32 = 10;

const UNREAD: u32 = u32::MAX;

/// What is known of the words that stand in changed sentences.
pub(super) struct Words<'v, 't> {
    vocabulary: &'v Vocabulary<'t>,
    stemmer: Stemmer,
    numbers: FxHashMap<String, u32>,
    loose: Vec<u32>,
    stem: Vec<u32>,
    weight: Vec<u32>,
    /// Stems of numbers in digits.
    digits: FxHashSet<u32>,
    buffer: String,
}

impl<'v, 't> Words<'v, 't> {
    pub fn new(vocabulary: &'v Vocabulary<'t>) -> Self {
        let size = vocabulary.forms.len();
        Words {
            vocabulary,
            stemmer: Stemmer::create(Algorithm::English),
            numbers: FxHashMap::default(),
            loose: vec![UNREAD; size],
            stem: vec![UNREAD; size],
            weight: vec![0; size],
            digits: FxHashSet::default(),
            buffer: String::new(),
        }
    }

    /// The number that `id` shares with its other spellings and its other case.
    pub fn loose(&mut self, id: u32) -> u32 {
        self.read(id);
        self.loose[id as usize]
    }

    /// The stem is that of a number in digits which was asked for.
    pub fn is_number(&self, stem: u32) -> bool {
        self.digits.contains(&stem)
    }

    /// The number that `id` shares with its inflections.
    pub fn stem(&mut self, id: u32) -> u32 {
        self.read(id);
        self.stem[id as usize]
    }

    /// How much `id` tells.
    pub fn weight(&mut self, id: u32) -> u32 {
        self.read(id);
        self.weight[id as usize]
    }

    fn read(&mut self, id: u32) {
        let at = id as usize;
        if self.loose[at] != UNREAD {
            return;
        }
        let (form, kind) = self.vocabulary.forms[at];
        self.buffer.clear();
        fold_into(form, &mut self.buffer);
        let folded = std::mem::take(&mut self.buffer);
        let variant = spelling::canonical(&folded);
        self.loose[at] = self.number(&variant);
        let lower = variant.to_lowercase();
        self.stem[at] = match kind {
            TokenKind::Word => {
                let bare = possessive::bare(&lower);
                let stemmed = self.stemmer.stem(bare).into_owned();
                self.number(&stemmed)
            }
            _ => self.number(&lower),
        };
        if kind == TokenKind::Number {
            self.digits.insert(self.stem[at]);
        }
        self.weight[at] = match kind {
            TokenKind::Number | TokenKind::Address => CONTENT,
            TokenKind::Word if closed::classes(&lower).is_open() => CONTENT,
            TokenKind::Word => FUNCTION,
            _ => MARK,
        };
        self.buffer = folded;
    }

    fn number(&mut self, form: &str) -> u32 {
        if let Some(number) = self.numbers.get(form) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(form.to_owned(), number);
        number
    }
}
