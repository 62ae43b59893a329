//! What the words are that stand where a target would: somebody, or a clause, a charge, a thing or the source over again.

use crate::lexicon::actors::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words;
use crate::model::{Act, Claim, Mention};
use crate::text::Span;

use super::{Actor, Part, Resolver};

impl Resolver<'_, '_> {
    /// Who the words are, taken for a target.
    pub(super) fn spot(&self, span: Span) -> Actor {
        let read = self.read(span);
        self.phrase(&read.words(), span.start(), Part::Target)
    }

    /// "that", "which": begins the content and is nobody.
    pub(super) fn opens_clause(&self, target: &Mention<Span>) -> bool {
        let read = target.span.first().map(|span| self.read(*span)).unwrap_or_default();
        matches!(read.words().lower, [only] if pronouns::pronoun(only) == Some(Pronoun::Who))
    }

    /// "each other": the source itself, all of it.
    pub(super) fn joins(&self, target: &Mention<Span>) -> bool {
        actors::has_role(&target.text.to_lowercase(), Role::EachOther)
    }

    /// "slammed claims that", "condemned the firm's plan": what was said is nobody.
    pub(super) fn is_what_was_said(&self, target: &Mention<Span>, act: Act) -> bool {
        let read = target.span.first().map(|span| self.read(*span)).unwrap_or_default();
        let Some(last) = read.words().lower.last() else { return false };
        let known = words::look_up(last);
        let judges = matches!(act, Act::Condemn | Act::Welcome) && !actors::names_somebody(last);
        known.is(words::Role::Charge) || judges && known.is(words::Role::Refusable)
    }

    /// "customers", "the buyer", but not "the attack", "cuts": no verb as well, as what is done is. Of many something can be asked, and
    /// nothing but people is accused of anything.
    pub(super) fn can_be_people(&self, target: &Mention<Span>, claim: &Claim<Span>) -> bool {
        let asks = claim.act == Act::Demand;
        if claim.act == Act::Accuse && self.takes_only_people(claim) {
            return true;
        }
        let Some(span) = target.span.first() else { return false };
        let read = self.read(*span);
        let bare = read.words().bare().up_to_comma();
        let ends = |at: &usize| closed::classes(&bare.lower[*at]).has(Class::Preposition);
        let end = (1..bare.lower.len()).find(ends).unwrap_or(bare.lower.len());
        let Some(head) = end.checked_sub(1).map(|last| &bare.lower[last]) else { return true };
        if actors::names_somebody(head) || asks && inflect::is_plural(head) {
            return true;
        }
        words::look_up(head).forms & (form::BASE | form::PRESENT | form::GERUND) == 0
    }

    /// "accused", but not "blamed" or "charged": the cue has whoever it turns on for its object, and never what they did.
    fn takes_only_people(&self, claim: &Claim<Span>) -> bool {
        let cue = self.cue_of(claim).and_then(|cue| words::look_up(&self.lower[cue]).cues().find(|cue| cue.act == claim.act));
        cue.is_some_and(|cue| cue.takes(Frame::Target) && !cue.takes(Frame::Onto) && !cue.takes(Frame::Object))
    }

    /// "a guarantee", "the collapse": no word of it stands for an actor.
    pub(super) fn is_thing(&self, target: &Mention<Span>) -> bool {
        let Some(span) = target.span.first() else { return false };
        let read = self.read(*span);
        let words = read.words();
        let is_pronoun = matches!(words.lower, [only] if pronouns::pronoun(only).is_some());
        let joined = words.lower.join(" ");
        let is_party = actors::has_any_role(&joined, &[Role::TwoSides, Role::OtherSide, Role::Mediator, Role::EachOther]);
        !is_pronoun && !is_party && self.phrase(&words, span.start(), Part::Target).vague
    }
}
