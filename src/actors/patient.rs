//! What is to be done to somebody or something is asked of somebody else: "demanded that the gate be opened", "called for the minister
//! to be sacked by the mayor".
//!
//! Known failure: what can only be done by oneself ("be silent", "be more careful") is no participle, but "be prepared" is.

use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
use crate::lexicon::words::{self, Role};
use crate::model::Mention;
use crate::text::Span;

use super::Resolver;

/// Tokens of a content within which its verb begins.
const REACH: usize = 12;
/// Tokens between "be" and its participle, and one more.
const BETWEEN: usize = 3;
/// Tokens after a participle within which "by" names who is to do it.
const DOER: usize = 3;

impl Resolver<'_, '_> {
    /// The participle of a passive that `content` asks for: "that the gate be opened", "the gate to be opened".
    pub(super) fn patient(&self, content: Span) -> Option<usize> {
        let range = self.document.tokens_in(content);
        let known = |at: usize| words::look_up(&self.lower[at]);
        let is_small = |at: usize| !self.document.tokens[at].capital;
        let is_be = |at: &usize| known(*at).is(Role::Be);
        let be = (range.start + 1..range.end.min(range.start + REACH)).find(is_be)?;
        let goes_on = |at: &usize| self.classes(*at).has_any(&[Class::Adverb, Class::Negation]);
        let verb = (be + 1..range.end.min(be + 1 + BETWEEN)).find(|at| !goes_on(at))?;
        (is_small(verb) && known(verb).forms & form::PARTICIPLE != 0).then_some(verb)
    }

    /// By whom what the participle at `verb` tells is to be done.
    pub(super) fn doer_after(&self, verb: usize, content: Span) -> Option<Mention<Span>> {
        let end = self.document.tokens_in(content).end;
        let by = (verb + 1..end.min(verb + 1 + DOER)).find(|at| words::look_up(&self.lower[*at]).is(Role::By))?;
        self.governed(by + 1, end)
    }
}
