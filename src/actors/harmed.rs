//! Whom somebody says that they will harm: "threatened to expel the envoy", "warned that it would take the council to court".
//!
//! The verb does wrong or punishes (`data/en/wrongs.tsv`), or what follows leads to a court: whoever threatens "to leave the union" does
//! nothing to it.
//!
//! Known failure: whom the threatened only stand beside ("to block the road to Peru" has no target, "to block Peru's road" has one).

use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
use crate::lexicon::words::{self, Role};
use crate::lexicon::wrongs::{self, Wrong};
use crate::model::Mention;
use crate::text::Span;

use super::Resolver;

/// Tokens of a content within which the verb stands that harms.
const REACH: usize = 6;
/// Tokens behind whoever is taken somewhere within which the court is named.
const COURT: usize = 4;

impl Resolver<'_, '_> {
    /// Whom the verb harms that `content` begins with: "to sue the bank", "it would sue the bank".
    pub(super) fn harmed(&self, content: Span) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let known = |at: usize| words::look_up(&self.lower[at]);
        let is_to_come = |at: usize| known(at).is(Role::To) || self.classes(at).has(Class::Modal);
        let to = range.clone().take(REACH).find(|at| is_to_come(*at));
        // "warned that rebels would kill hostages": whom others harm is not threatened by whoever tells of it.
        let is_own =
            |at: usize| self.classes(at).has_any(&[Class::Pronoun, Class::Subordinator, Class::Adverb]) || known(at).is(Role::That);
        if !(range.start..to.unwrap_or(range.start)).all(is_own) {
            return None;
        }
        let adverb = |at: &usize| self.classes(*at).has(Class::Adverb);
        let verb = (to.map_or(range.start, |to| to + 1)..range.end).find(|at| !adverb(at))?;
        if self.document.tokens[verb].capital || known(verb).forms & form::BASE == 0 {
            return None;
        }
        let object = self.governed(verb + 1, range.end).filter(|object| self.is_somebody(object))?;
        let end = self.document.token_at(object.span.last()?.end());
        let harms = matches!(wrongs::wrong(&self.lower[verb]), Some(Wrong::Does | Wrong::Faces));
        (harms || self.leads_to_court(end, range.end)).then_some(object)
    }

    /// "to court", "before the High Court" at token `at`.
    fn leads_to_court(&self, at: usize, end: usize) -> bool {
        let is_court = |at: &usize| words::look_up(&self.lower[*at]).is(Role::Court);
        at < end && self.classes(at).has(Class::Preposition) && (at + 1..end.min(at + 1 + COURT)).any(|at| is_court(&at))
    }
}
