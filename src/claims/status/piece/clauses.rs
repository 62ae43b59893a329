//! Where the clauses of a piece begin and end, and its asides.

use super::{Piece, stands_for_subject};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::quantities;
use crate::text::{Span, TokenKind};

/// Words in the longest aside.
pub(super) const LONGEST_ASIDE: usize = 20;

/// Words in the longest bracket that a clause goes on over.
const LONGEST_BRACKET: usize = 6;

impl Piece<'_> {
    /// The smallest clause around the tokens from `from` to `to`.
    pub(super) fn clause(&self, from: usize, to: usize) -> Span {
        let begin = self.clause_begin(from, false);
        // "The yard, the only factory for miles, is shut": a subject that begins in an aside begins before it.
        let opened = begin.checked_sub(2).filter(|before| self.aside(before + 1).is_some_and(|verb| from < verb && verb < to));
        let begin = opened.map_or(begin, |before| self.clause_begin(before, false));
        let mut end = to;
        while end < self.tokens.len() && !self.ends_clause(end) {
            end += 1;
        }
        self.tokens[begin].span.cover(self.tokens[end.max(begin + 1) - 1].span)
    }

    /// `clause`, which holds token `from`, with its subject where that stands before an aside: "the pool, which was built in May, is shut".
    pub(super) fn with_subject(&self, from: usize, clause: Span) -> Span {
        let begin = self.clause_begin(from, false);
        // "(The truce holds, Oslo said,) hours after it was struck": no verb goes on there.
        let goes_on = begin > 1 && self.aside_mark(begin - 1).is_some() && {
            let classes = closed::classes(&self.lower[begin]);
            classes.has_any(&[Class::Auxiliary, Class::Modal, Class::Adverb]) || self.is_verb(begin, form::PAST | form::PRESENT)
        };
        let before = if goes_on { begin.saturating_sub(LONGEST_ASIDE + 1)..begin } else { 0..0 };
        let opened = before.into_iter().find(|at| self.aside(*at) == Some(begin));
        let subject = opened.filter(|at| *at > 0).map(|at| self.clause_begin(at - 1, false));
        // "(Lee,) 33, who was hurt, is free": an age is an aside itself.
        let subject = subject.filter(|at| self.tokens[*at].kind != TokenKind::Number);
        subject.map_or(clause, |at| self.tokens[at].span.cover(clause))
    }

    /// `clause`, which holds token `from`, with what its relative pronoun stands for: "the pool, which is shut".
    pub(super) fn with_antecedent(&self, from: usize, clause: Span) -> Span {
        let antecedent = self.antecedent(self.clause_begin(from, false));
        antecedent.map_or(clause, |at| self.tokens[at].span.cover(clause))
    }

    /// Where the noun phrase begins that the relative pronoun at `at` stands for, behind a comma: at its determiner or the name that it is.
    fn antecedent(&self, at: usize) -> Option<usize> {
        let is_set_off = at > 1 && self.lower[at - 1] == "," && stands_for_subject(&self.lower[at]);
        let floor = self.clause_begin(at.checked_sub(2).filter(|_| is_set_off)?, false);
        let names = |at: &usize| self.tokens[*at].capital;
        let determined =
            (floor..at - 1).rev().find(|at| closed::classes(&self.lower[*at]).has_any(&[Class::Determiner, Class::Possessive]));
        determined.or_else(|| (floor..at - 1).rev().take_while(names).last())
    }

    /// The first token of the clause that holds token `from`; a condition's own word counts as part of it where `with_opener`.
    pub(super) fn clause_begin(&self, from: usize, with_opener: bool) -> usize {
        let mut begin = from;
        while let Some(before) = begin.checked_sub(1) {
            if let Some(open) = self.bracket_before(begin) {
                begin = open;
                continue;
            }
            if self.begins_clause(before) {
                return if with_opener && self.tokens[before].kind == TokenKind::Word { before } else { begin };
            }
            begin = before;
        }
        begin
    }

    /// Where the bracket opens that closes right before the token: "the League (TL) has opened".
    fn bracket_before(&self, at: usize) -> Option<usize> {
        let close = at.checked_sub(1).filter(|close| self.tokens[*close].kind == TokenKind::Close)?;
        (close.saturating_sub(LONGEST_BRACKET)..close).rev().find(|open| self.tokens[*open].kind == TokenKind::Open)
    }

    /// Whether a clause begins after the token.
    fn begins_clause(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let aside = self.lower[at] == "," && !self.is_list_comma(at);
        aside || self.is_hard_end(at) || classes.has(Class::Subordinator) && !self.is_determiner(at) || self.joins_clauses(at)
    }

    pub(super) fn ends_clause(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let subordinates =
            classes.has(Class::Subordinator) && !self.is_determiner(at) && (self.is_headline || !classes.has(Class::Preposition));
        self.lower[at] == "," && !self.is_list_comma(at) || self.is_hard_end(at) || subordinates || self.joins_clauses(at)
    }

    pub(super) fn is_hard_end(&self, at: usize) -> bool {
        match self.tokens[at].kind {
            TokenKind::Stop => !self.is_abbreviated(at),
            TokenKind::Quote => !self.document.is_plurals_mark(self.first + at),
            TokenKind::Open | TokenKind::Close => true,
            TokenKind::Dash => self.tokens[at].spaced,
            TokenKind::Mark => self.lower[at] != ",",
            _ => false,
        }
    }

    /// "Feb. 22": the stop of a word, inside a sentence.
    pub(super) fn is_abbreviated(&self, at: usize) -> bool {
        let is_inside = self.tokens.get(at + 1).is_some_and(|next| next.is_wordlike() || next.kind == TokenKind::Mark);
        self.lower[at] == "." && !self.tokens[at].spaced && is_inside
    }

    /// "since" before a date and "that" before a noun begin no clause.
    fn is_determiner(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        let next = self.tokens.get(at + 1);
        !quantities::begins_time_clause(&self.lower[at])
            && classes.has(Class::Preposition)
            && next.is_some_and(|next| {
                next.kind == TokenKind::Number
                    || next.capital
                    || closed::classes(self.document.slice(next.span)).has(Class::Determiner)
                    || closed::classes(self.document.slice(next.span)).is_open()
            })
    }

    /// A comma between two names: "Afghanistan, Pakistan".
    fn is_list_comma(&self, at: usize) -> bool {
        let capital = |at: Option<usize>| at.and_then(|at| self.tokens.get(at)).is_some_and(|token| token.capital);
        capital(at.checked_sub(1)) && capital(at.checked_add(1))
    }

    /// "and", "but" between clauses; between two words alike it joins names or nouns.
    pub(super) fn joins_clauses(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        if !classes.has(Class::Conjunction) {
            return false;
        }
        let next = self.lower.get(at + 1).map_or("", |next| next);
        let next_classes = closed::classes(next);
        let begins = [Class::Determiner, Class::Pronoun, Class::Possessive, Class::Auxiliary, Class::Modal, Class::Subordinator]
            .iter()
            .any(|class| next_classes.has(*class));
        begins || !classes.has(Class::Determiner) && self.lower.get(at.wrapping_sub(1)).is_some_and(|before| before == ",")
    }

    /// Behind an aside between two commas or two dashes ("the talks, which lasted a day, are"): at the verb, so that what stands before
    /// the aside is its subject.
    pub(super) fn aside(&self, at: usize) -> Option<usize> {
        let opened = self.aside_mark(at)?;
        let mut inside = (at + 1..self.tokens.len()).take(LONGEST_ASIDE);
        let is_inside = |inner: &usize| !self.is_hard_end(*inner) || self.aside_mark(*inner).is_some() || self.is_paired(*inner);
        let closes = inside.by_ref().take_while(is_inside).find(|inner| self.aside_mark(*inner) == Some(opened));
        let verb = closes? + 1;
        let classes = closed::classes(self.lower.get(verb)?);
        let is_verb = classes.has_any(&[Class::Auxiliary, Class::Modal, Class::Adverb]) || classes.is_open();
        (is_verb && !self.tokens[verb].capital).then_some(verb)
    }

    /// The mark that opens or closes an aside.
    fn aside_mark(&self, at: usize) -> Option<TokenKind> {
        let token = self.tokens.get(at)?;
        let marks = self.lower[at] == "," && !self.is_list_comma(at) || token.kind == TokenKind::Dash && token.spaced;
        marks.then_some(token.kind)
    }

    /// A bracket or a quotation mark.
    fn is_paired(&self, at: usize) -> bool {
        matches!(self.tokens[at].kind, TokenKind::Open | TokenKind::Close | TokenKind::Quote)
    }

    pub(super) fn is_joint(&self, at: usize) -> bool {
        let classes = closed::classes(&self.lower[at]);
        classes.has(Class::Conjunction) && !classes.has(Class::Determiner)
    }

    /// A noun phrase surely begins there: at a name or a word that stands before a noun, or for one.
    pub(super) fn begins_noun(&self, at: usize) -> bool {
        let kinds = [Class::Determiner, Class::Pronoun, Class::Possessive];
        self.tokens.get(at).is_some_and(|token| token.capital || closed::classes(&self.lower[at]).has_any(&kinds))
    }
}
