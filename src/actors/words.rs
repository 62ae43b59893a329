//! The words of a mention: as written and in one spelling, with the cuts that its readers need.

use crate::lexicon::actors::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::text::{Document, Span, TokenKind};

use super::register::clean;

/// The words of a mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// As written, possessive endings kept.
    pub raw: Vec<String>,
    /// In lower case and one spelling, without possessive endings.
    pub lower: Vec<String>,
}

/// Longest mention read, in words.
const LONGEST: usize = 40;

impl Words {
    /// The words of `span` up to an aside; marks are left out.
    pub fn read(document: &Document<'_>, span: Span) -> Self {
        let range = document.tokens_in(span);
        Words::of(document, range.start, range.end.min(range.start + LONGEST))
    }

    /// The noun phrase that ends just before byte `at`, a comma left out.
    pub fn before(document: &Document<'_>, at: usize) -> Option<Self> {
        let mut end = document.token_at(at);
        if document.slice(document.tokens.get(end.checked_sub(1)?)?.span) == "," {
            end -= 1;
        }
        let sentence = document.token_range(document.sentence_at(at)?).start;
        let reach = sentence.max(end.saturating_sub(PHRASE));
        let begin = (reach..end)
            .rev()
            .take_while(|token| {
                document.tokens[*token].kind == TokenKind::Word && !ends_before(document.slice(document.tokens[*token].span))
            })
            .last()?;
        Some(Words::of(document, begin, end))
    }

    fn of(document: &Document<'_>, begin: usize, end: usize) -> Self {
        let mut words = Words::default();
        for token in &document.tokens[begin..end.max(begin)] {
            let raw = document.slice(token.span).replace('’', "'");
            if raw == "," && !words.is_empty() {
                words.raw.push(raw.clone());
                words.lower.push(raw);
            } else if token.is_wordlike() {
                words.lower.push(actors::spelling(&clean(&raw).to_lowercase()).to_owned());
                words.raw.push(raw);
            }
        }
        words
    }

    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    pub fn part(&self, begin: usize, end: usize) -> Words {
        Words { raw: self.raw[begin..end].to_vec(), lower: self.lower[begin..end].to_vec() }
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.raw[at].starts_with(char::is_uppercase)
    }

    /// The words as a name: possessive endings off.
    pub fn name(&self) -> String {
        let words: Vec<_> = self.raw.iter().filter(|word| *word != ",").map(|word| clean(word)).collect();
        words.join(" ")
    }

    /// Without the words that count or determine ("the", "two", "at least a dozen").
    pub fn bare(&self) -> Words {
        let begin = (0..self.lower.len())
            .find(|at| {
                let is_number = self.raw[*at].starts_with(|first: char| first.is_ascii_digit());
                !actors::has_role(&self.lower[*at], Role::Count) && !is_number
            })
            .unwrap_or(self.lower.len());
        self.part(begin, self.lower.len())
    }
}

/// Words back within which a noun phrase before "who" begins.
const PHRASE: usize = 8;

/// A verb or a clause's first word: a noun phrase does not reach back over it.
fn ends_before(word: &str) -> bool {
    let classes = closed::classes(word);
    [Class::Auxiliary, Class::Modal, Class::Subordinator, Class::Speech].iter().any(|class| classes.has(*class))
}
