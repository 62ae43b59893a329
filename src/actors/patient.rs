//! What is to be done to somebody or something is asked of somebody else: "demanded that the gate be opened", "called for the minister
//! to be sacked by the mayor".
//!
//! Who is made or prepared to do something, or held to account, is to act or to answer, and is asked.
//!
//! Known failure: a purpose just behind the participle ("be shut to save money").

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::{self, Role};
use crate::model::{Act, Mention};
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
        let is_done = is_small(verb) && known(verb).forms & form::PARTICIPLE != 0;
        (is_done && !self.answers(verb, range.end)).then_some(verb)
    }

    /// "made to pay", "held to account", but not "allowed to vote": whoever the participle at `verb` tells of is to do it.
    fn answers(&self, verb: usize, end: usize) -> bool {
        let lets = |cue: &Cue| cue.part == Part::Verb && matches!(cue.act, Act::Agree | Act::Confirm | Act::Propose);
        let is_to = verb + 2 < end && words::look_up(&self.lower[verb + 1]).is(Role::To);
        let is_let = words::look_up(&self.lower[verb]).cues().any(lets);
        is_to && !is_let && (self.is_infinitive(verb + 2) || self.is_said(verb + 2))
    }

    /// By whom what the participle at `verb` tells is to be done.
    pub(super) fn doer_after(&self, verb: usize, content: Span) -> Option<Mention<Span>> {
        let end = self.document.tokens_in(content).end;
        let by = (verb + 1..end.min(verb + 1 + DOER)).find(|at| words::look_up(&self.lower[*at]).is(Role::By))?;
        self.governed(by + 1, end)
    }
}
