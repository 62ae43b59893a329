//! Whom a preposition names in what an act is about: "offered its hall to Peru", "an offer from Peru", "the accusation made by Moss".
//!
//! It must hang on the act itself or on a noun for what somebody said: whoever agrees "to withdraw from Peru" agrees with nobody named.
//!
//! Known failure: a noun for what is said that brings the preposition itself ("a call for goods from Peru").

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::{self, Role};
use crate::model::{Act, ActorKind, Claim, Mention};
use crate::text::{Span, TokenKind};

use super::Resolver;

impl Resolver<'_, '_> {
    /// The phrase after `word`, where it stands for somebody and hangs on what `claim` does.
    pub(super) fn after(&self, claim: &Claim<Span>, word: &str, content: Span) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let at = range.clone().find(|at| self.raw(*at) == word && !self.is_infinitive(at + 1))?;
        let is_laid = matches!(claim.act, Act::Accuse | Act::Warn);
        let found = || self.governed(at + 1, range.end);
        if is_laid { found() } else { found().filter(|found| self.hangs(claim, range.start..at) && self.is_somebody(found)) }
    }

    /// What follows `before`, the first words of a content, belongs to the claim's cue or to the noun for what was said.
    fn hangs(&self, claim: &Claim<Span>, before: Range<usize>) -> bool {
        let known = |at: usize| words::look_up(&self.lower[at]);
        let to = before.start.checked_sub(1).filter(|to| known(*to).is(Role::To)).unwrap_or(before.start);
        let is_clause = |at: usize| self.classes(at).has_any(&[Class::Subordinator, Class::Relative, Class::Modal]);
        let opens_verb = |at: usize| known(at).is(Role::To) && self.is_infinitive(at + 1);
        if (to..before.end).any(|at| opens_verb(at) || is_clause(at)) {
            return false;
        }
        let is_word = |at: &usize| self.document.tokens[*at].kind == TokenKind::Word;
        let Some(last) = before.clone().rfind(is_word) else { return true };
        match (claim.act, self.raw(before.end)) {
            (Act::Demand | Act::Promise, _) | (Act::Agree, "with") => true,
            // Only what is a thing as well can be given to somebody: "proposed a change to the plan".
            (Act::Propose, _) => self.cue_of(claim).is_some_and(|cue| words::look_up(&self.lower[cue]).takes(Frame::Deed)),
            (_, "by") => self.is_said(last) || self.brings(last) && before.clone().any(|at| self.is_said(at)),
            _ => self.is_said(last),
        }
    }

    /// "accusation", "offer": a noun for what somebody said or is asked to agree to.
    pub(super) fn is_said(&self, at: usize) -> bool {
        let word = words::look_up(&self.lower[at]);
        word.heads(Part::Noun) || word.is(Role::Charge) || word.is(Role::Refusable)
    }

    /// "made", "issued": somebody said it.
    fn brings(&self, at: usize) -> bool {
        let word = words::look_up(&self.lower[at]);
        word.forms & form::PARTICIPLE != 0 && (word.is(Role::Makes) || word.is(Role::Utters))
    }

    /// A name, or a noun for people or for a body of them.
    pub(super) fn is_somebody(&self, found: &Mention<Span>) -> bool {
        let last = found.span.last().map(|span| self.document.token_at(span.end()).saturating_sub(1));
        let names = |at: usize| self.document.tokens[at].capital || actors::names_somebody(&self.lower[at]);
        found.kind == ActorKind::Crowd || found.kind != ActorKind::Document && last.is_some_and(names)
    }

    /// The token that heads a claim's cue: "offered" in "has offered".
    pub(super) fn cue_of(&self, claim: &Claim<Span>) -> Option<usize> {
        let heads = |at: &usize| words::look_up(&self.lower[*at]).cues().any(|cue| cue.act == claim.act);
        self.document.tokens_in(*claim.cue.as_ref()?.span.first()?).find(heads)
    }

    /// "to open the gate": the word at `at` is a verb.
    pub(super) fn is_infinitive(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| !token.capital) && words::look_up(&self.lower[at]).forms & form::BASE != 0
    }
}
