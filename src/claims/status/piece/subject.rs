//! What a state is of that no topic tells of: the noun by which the sentence calls it.
//!
//! Known failures: of "cuts in spending have been suspended" it is the cuts, of "the board of the club has stepped down" the board.

use super::Piece;
use crate::lexicon::closed::{self, Class};
use crate::text::{Span, TokenKind};

/// Words of the longest noun phrase that is looked at.
const LONGEST_NOUN: usize = 6;

/// Words that end the first nouns of a noun phrase.
const ENDS: [Class; 6] = [Class::Auxiliary, Class::Modal, Class::Preposition, Class::Relative, Class::Conjunction, Class::Adverb];

impl Piece<'_> {
    /// The noun, in lower case, of what is in the state that the tokens from `from` to `to` tell in the clause `span`: the object behind a
    /// verb with a determiner ("shut the museum"), else the subject ("dealing in the bonds is suspended").
    pub(super) fn subject_of(&self, from: usize, to: usize, span: Span) -> Option<&str> {
        let has = |at: usize, classes: &[Class]| closed::classes(&self.lower[at]).has_any(classes);
        if to > from && has(to - 1, &[Class::Determiner, Class::Possessive]) {
            return self.head(to, self.tokens.len());
        }
        let begin = self.tokens.partition_point(|token| token.span.start() < span.start());
        let is_there = begin < from && !has(begin, &[Class::Auxiliary]);
        // "a notice that is in force"
        let before = || begin.checked_sub(2).filter(|before| self.tokens[*before].kind == TokenKind::Word);
        self.head(if is_there { begin } else { before()? }, from)
    }

    /// The last of the first nouns of the noun phrase that begins at `begin`, before `end`.
    fn head(&self, begin: usize, end: usize) -> Option<&str> {
        let goes_on = |at: &usize| self.tokens[*at].is_wordlike() && !closed::classes(&self.lower[*at]).has_any(&ENDS);
        let noun: &str = &self.lower[(begin..end).take(LONGEST_NOUN).take_while(goes_on).last()?];
        // A topic and its state are written with a slash between them.
        (closed::classes(noun).is_open() && !noun.contains('/')).then_some(noun)
    }
}
