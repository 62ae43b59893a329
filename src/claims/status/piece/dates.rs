//! Dates that put a cue in the past.

use super::{Mentioned, Piece};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::numbers;
use crate::lexicon::quantities;
use crate::lexicon::topics::Polarity;
use crate::text::TokenKind;

/// Words of the longest date that is looked for: "more than a hundred years ago".
pub(super) const LONGEST_DATE: usize = 5;

impl Piece<'_> {
    /// It tells of something past: a year behind the cue or a mention in it ("a strike in 2019", "was convicted in 2009") or that begins
    /// the sentence ("In 2011, he resigned"), unless it is the year of what is to come ("is due to open in 2031"), and in the same places
    /// "two years ago", but not behind other nouns, which may be what it dates ("suspended over a shooting last year").
    pub(super) fn is_dated(&self, from: usize, to: usize, mentioned: &Mentioned) -> bool {
        let mut mentions = (from..to).filter_map(|at| mentioned.from(at));
        let mut behind = (to..self.tokens.len()).take_while(|at| !self.ends_clause(*at));
        mentions.any(|end| self.is_year(end) || self.is_past(end))
            || self.is_year(0) && from > 2
            || self.is_past(to)
            || self.is_led_by_past(from)
            || behind.any(|at| self.is_year(at)) && !self.is_infinitive(to - 1)
    }

    /// "The march in 2019 (was called off)": where no mention stands before the cue that begins at `from`, what does is its subject.
    pub(super) fn has_dated_subject(&self, from: usize) -> bool {
        (self.clause_begin(from, false)..from).any(|at| self.is_year(at) || self.is_past(at))
    }

    /// "two years ago", "until last year": at most a few words that count stand before.
    pub(super) fn is_past(&self, mut at: usize) -> bool {
        let counts = |at: usize| {
            let classes = closed::classes(&self.lower[at]);
            let is_small = !classes.is_open() && !classes.has(Class::Preposition);
            is_small || self.tokens[at].kind == TokenKind::Number || numbers::is_number_word(&self.lower[at])
        };
        for _ in 0..LONGEST_DATE {
            if at >= self.tokens.len() || self.is_past_form(at) {
                return at < self.tokens.len();
            }
            match quantities::qualifier_before(&self.lower[at..]) {
                Some(qualifier) => at += qualifier.words,
                None if counts(at) => at += 1,
                None => return false,
            }
        }
        false
    }

    fn is_past_form(&self, at: usize) -> bool {
        // "A year earlier than planned" dates nothing.
        let is_compared = |length: usize| self.lower.get(at + length).is_some_and(|next| next == "than");
        self.polarity(at).is_some_and(|(polarity, length)| polarity == Polarity::Past && !is_compared(length))
    }

    /// The sentence, or the clause, begins with such a date, and none joined to it came between.
    fn is_led_by_past(&self, from: usize) -> bool {
        let head = self.is_past(0) && (0..from).all(|at| !self.is_hard_end(at) && !self.joins_clauses(at));
        from > 0 && (head || self.is_past(self.clause_begin(from, false)))
    }

    /// "in 2019"
    fn is_year(&self, at: usize) -> bool {
        self.lower[at..].first().is_some_and(|word| word == "in")
            && self.lower.get(at + 1).is_some_and(|year| numbers::recent_year(year).is_some())
    }

    /// A verb in the form that stands behind "to".
    fn is_infinitive(&self, at: usize) -> bool {
        self.is_verb(at, form::BASE)
    }
}
