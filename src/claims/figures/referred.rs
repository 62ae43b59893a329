//! Bare numbers that count what was counted or asked for before: "It was not clear how many were on board. The owner put the number at
//! 40." A question gives no figure by itself.
//!
//! Known failure: a bare number after a word that is no tally ("there may have been 40") counts nothing.

use crate::lexicon::casualties;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::quantities;
use crate::model::Figure;
use crate::syntax::number::Form;
use crate::text::{Span, TokenKind};

use super::Clause;
use super::event::is_former;
use super::quantity::Quantity;

/// Sentences after which nobody refers to a number any more.
const REACH: usize = 6;

/// What was last counted or asked for.
#[derive(Default)]
pub(super) struct Asked {
    what: String,
    unit: String,
    /// Sentences since.
    since: usize,
}

impl Asked {
    pub(super) fn next_sentence(&mut self) {
        self.since += 1;
    }

    /// Remembers the last event of the clause; takes out of `found` what is asked and not told.
    pub(super) fn note(&mut self, clause: &Clause<'_>, found: &mut Vec<Figure<Span>>) {
        if let Some(last) = found.iter().max_by_key(|figure| figure.evidence.span.end()) {
            *self = Asked { what: last.what.clone(), unit: last.unit.clone(), since: 0 };
        }
        let asked: Vec<Span> = clause
            .quantities
            .iter()
            .filter(|quantity| is_asked(clause, quantity))
            .map(|quantity| clause.span(quantity.start, quantity.number_end))
            .collect();
        found.retain(|figure| figure.low.is_some() || !asked.iter().any(|span| figure.evidence.span.overlaps(*span)));
    }

    /// The figures that answer; marks their quantities as taken.
    pub(super) fn answered(&self, clause: &mut Clause<'_>) -> Vec<Figure<Span>> {
        if self.what.is_empty() || self.since > REACH {
            return Vec::new();
        }
        let is_current = |quantity: &Quantity| {
            let tally = (quantity.start.saturating_sub(TALLY)..quantity.start).rev().find(|at| quantities::is_tally(clause.word(*at)));
            !is_former(clause, tally.unwrap_or(quantity.start))
        };
        let is_one = |quantity: &Quantity| is_answer(clause, quantity) && is_current(quantity);
        let answers: Vec<usize> = (0..clause.quantities.len()).filter(|at| is_one(&clause.quantities[*at])).collect();
        answers.iter().for_each(|at| clause.quantities[*at].taken = true);
        let figure = |at: &usize| {
            let quantity = &clause.quantities[*at];
            clause.figure(quantity, self.what.clone(), self.unit.clone(), clause.span(quantity.start, quantity.number_end))
        };
        answers.iter().map(figure).collect()
    }
}

/// "how many people"
fn is_asked(clause: &Clause<'_>, quantity: &Quantity) -> bool {
    quantity.form == Form::Vague && quantity.start.checked_sub(1).is_some_and(|before| quantities::is_asking(clause.word(before)))
}

/// Tokens between a tally and its number: "figure for the night at 40".
const TALLY: usize = 5;

/// A number without a noun of its own, behind a tally or a verb of saying.
fn is_answer(clause: &Clause<'_>, quantity: &Quantity) -> bool {
    let ends = clause.tokens.get(quantity.number_end).is_none_or(|next| {
        matches!(next.kind, TokenKind::Mark | TokenKind::Stop | TokenKind::Dash)
            || closed::classes(clause.word(quantity.number_end)).has(Class::Conjunction)
    });
    let is_bare = quantity.form == Form::Exact && quantity.unit.is_none() && quantity.head.is_none() && !quantity.taken;
    let Some(before) = quantity.start.checked_sub(1).filter(|_| is_bare && ends && quantity.low.is_some_and(|low| low > 1.0)) else {
        return false;
    };
    let is_tally = |at: usize| quantities::is_tally(clause.word(at));
    let is_linked = casualties::toll_link(clause.word(before)).is_some();
    // "The bank said 40, not 50, was the fee" is another matter.
    let is_last =
        clause.tokens.get(quantity.number_end).is_none_or(|next| next.kind == TokenKind::Stop) || clause.word(quantity.number_end) == ";";
    let is_said = is_last && closed::classes(clause.word(before)).has(Class::Speech);
    is_said || is_tally(before) || is_linked && (before.saturating_sub(TALLY)..before).any(is_tally)
}
