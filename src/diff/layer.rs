//! Steps over bytes from runs of tokens: every byte of both passages, white space included, is in exactly one step.
//!
//! The space beside a change stays outside it where both sides have the same; otherwise it belongs to the change. Between equal
//! words, other space and other typography are steps of their own, marked as noise and counted.

use std::ops::Range;

use super::vocabulary::Side;
use super::words::Run;
use super::{Suppressed, WordChange, WordOp};
use crate::text::{Document, Span};

/// One side of a passage and how far it is laid.
pub(super) struct Lane<'d, 't> {
    document: &'d Document<'t>,
    tokens: Range<usize>,
    /// First byte that is in no step yet.
    at: usize,
}

impl<'d, 't> Lane<'d, 't> {
    pub fn new(side: &Side<'d, 't>, tokens: &Range<usize>) -> Self {
        let at = side.document.tokens.get(tokens.start).map_or(0, |token| token.span.start());
        Lane { document: side.document, tokens: tokens.clone(), at }
    }

    /// Where token `index` begins, or the passage ends.
    fn start(&self, index: usize) -> usize {
        if index < self.tokens.end { self.document.tokens[index].span.start() } else { self.end(index) }
    }

    /// Where the token before `index` ends; what is laid already where the passage begins there.
    fn end(&self, index: usize) -> usize {
        if index > self.tokens.start { self.document.tokens[index - 1].span.end() } else { self.at }
    }

    fn text(&self, until: usize) -> &'t str {
        Span::new(self.at, until).of(self.document.text)
    }

    fn slice(&self, from: usize, until: usize) -> &'t str {
        Span::new(from, until).of(self.document.text)
    }
}

/// Lays steps end to end.
pub(super) struct Layer<'a, 'd, 't> {
    pub old: Lane<'d, 't>,
    pub new: Lane<'d, 't>,
    pub steps: Vec<WordChange>,
    pub suppressed: &'a mut Suppressed,
    /// The passages differ in nothing but spelling and bare capitals.
    pub all_noise: bool,
}

impl Layer<'_, '_, '_> {
    /// Lays a run of equal tokens, with the space before each.
    pub fn lay_equal(&mut self, run: &Run) {
        let (from, to) = (self.old.end(run.from.end), self.new.end(run.to.end));
        if self.old.text(from) == self.new.text(to) {
            return self.push(WordOp::Equal, from, to, false);
        }
        for (left, right) in run.from.clone().zip(run.to.clone()) {
            self.lay_gap(self.old.start(left), self.new.start(right));
            let (from, to) = (self.old.end(left + 1), self.new.end(right + 1));
            if self.old.text(from) == self.new.text(to) {
                self.push(WordOp::Equal, from, to, false);
            } else {
                self.suppressed.typographic += 1;
                self.push(WordOp::Replace, from, to, true);
            }
        }
    }

    fn lay_gap(&mut self, from: usize, to: usize) {
        if self.old.text(from) == self.new.text(to) {
            return self.push(WordOp::Equal, from, to, false);
        }
        self.suppressed.whitespace += 1;
        self.push(WordOp::Replace, from, to, true);
    }

    /// Lays a run of changed tokens.
    pub fn lay_change(&mut self, run: &Run) {
        // Before and after the words on each side; where a side has none, both are its one gap.
        let lead = (self.old.start(run.from.start), self.new.start(run.to.start));
        let last = (self.old.end(run.from.end), self.new.end(run.to.end));
        let next = (self.old.start(run.from.end), self.new.start(run.to.end));
        let trail_is_same = |old: &Lane<'_, '_>, new: &Lane<'_, '_>, from, to| old.slice(from, next.0) == new.slice(to, next.1);
        match (run.from.is_empty(), run.to.is_empty()) {
            (false, false) => {
                if self.old.text(lead.0) == self.new.text(lead.1) {
                    self.push(WordOp::Equal, lead.0, lead.1, false);
                }
                let end = if trail_is_same(&self.old, &self.new, last.0, last.1) { last } else { next };
                self.suppressed.typographic += u32::from(self.all_noise);
                self.push(WordOp::Replace, end.0, end.1, self.all_noise);
            }
            (false, true) if trail_is_same(&self.old, &self.new, last.0, self.new.at) => {
                self.push(WordOp::Delete, last.0, self.new.at, false)
            }
            (false, true) if self.old.text(lead.0) == self.new.text(next.1) => {
                self.push(WordOp::Equal, lead.0, next.1, false);
                self.push(WordOp::Delete, next.0, next.1, false);
            }
            (true, false) if trail_is_same(&self.old, &self.new, self.old.at, last.1) => {
                self.push(WordOp::Insert, self.old.at, last.1, false);
            }
            (true, false) if self.old.text(next.0) == self.new.text(lead.1) => {
                self.push(WordOp::Equal, next.0, lead.1, false);
                self.push(WordOp::Insert, next.0, next.1, false);
            }
            _ => self.push(WordOp::Replace, next.0, next.1, false),
        }
    }

    /// Lays one step up to the bytes `from` and `to`; an empty side makes a `Replace` what it is.
    fn push(&mut self, op: WordOp, from: usize, to: usize, noise: bool) {
        let step = WordChange { op, from: Span::new(self.old.at, from), to: Span::new(self.new.at, to), noise };
        (self.old.at, self.new.at) = (step.from.end(), step.to.end());
        let op = match (step.from.is_empty(), step.to.is_empty()) {
            (true, true) => return,
            (true, false) => WordOp::Insert,
            (false, true) => WordOp::Delete,
            (false, false) => op,
        };
        match self.steps.last_mut().filter(|last| last.op == op && last.noise == noise) {
            Some(last) => {
                last.from = last.from.cover(step.from);
                last.to = last.to.cover(step.to);
            }
            None => self.steps.push(WordChange { op, ..step }),
        }
    }
}
