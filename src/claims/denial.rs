//! Words that turn down what somebody asserted, whatever their cue: "calls the charge baseless", "“That is untrue,” she said", "slammed
//! the claim as premature". Which claim it is, `answers` finds.
//!
//! Known failure: "He did not, she said" of a deed that nobody was accused of is a denial too.

use crate::lexicon::cues::Part;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, phrase};
use crate::text::Span;

use super::answers::{noun_row, pointer};
use super::scene::{Draft, Scene};
use crate::lexicon::closed::Class;

/// Whatever its cue, the draft turns down what somebody asserted.
pub(super) fn is_denial(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    turns_down(scene, draft)
        || names_charge(scene, draft)
        || rejects_charge(scene, draft)
        || says_not(scene, draft)
        || finds_untrue(scene, draft)
}

/// "calls the charge baseless": an evaluation of a charge, or by a word that turns one down, is a denial.
fn turns_down(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let verdict = |span: &Span| scene.document.tokens_in(*span).take(10).any(|at| scene.tags[at].is(Role::Verdict));
    let negated = draft.candidate.group.negated;
    draft.evaluates && !negated && draft.content.iter().any(verdict) && !draft.content.iter().any(|span| has_negation(scene, *span))
}

/// "an allegation that his office calls …": whatever it is called, it is turned down.
fn names_charge(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let fronted = draft.content.first().zip(draft.cue).is_some_and(|(content, cue)| content.end() <= cue.start());
    draft.evaluates && fronted && pointer(scene, draft).is_some_and(|pointer| pointer.points_back)
}

/// "rejected the allegation": what was asserted can only be denied; a demand or an offer is rejected.
fn rejects_charge(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let is_charge = |at: &usize| scene.tags[*at].is(Role::Charge) && scene.tags[*at].tag == Tag::Noun;
    let first = |span: Span| scene.document.tokens_in(span).take(NAMED).find(is_charge);
    let slams = || draft.act == Act::Condemn && draft.content.first().is_some_and(|span| opens_with_charge(scene, *span));
    (draft.act == Act::Reject || slams())
        && draft
            .content
            .first()
            .and_then(|span| first(*span))
            .and_then(|at| noun_row(scene, at))
            .is_some_and(|row| matches!(row.act, Act::Accuse | Act::State))
}

/// Tokens of a content within which a charge is named.
const NAMED: usize = 10;

/// "says that it did not": an answer cut to its auxiliary has an assertion before it.
fn says_not(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(tokens) = draft.content.last().map(|span| scene.document.tokens_in(*span)) else { return false };
    let words: Vec<usize> = tokens.filter(|at| scene.document.tokens[*at].is_wordlike()).collect();
    let Some(last) = words.last().filter(|_| (2..=BRIEF).contains(&words.len())) else { return false };
    let tag = |at: usize| &scene.tags[at];
    let is_auxiliary = |at: usize| tag(at).tag == Tag::Auxiliary;
    let negated = tag(*last).classes.has(Class::Negation);
    let ends = is_auxiliary(*last) || words.len() > 2 && is_auxiliary(words[words.len() - 2]);
    draft.act == Act::State && !draft.candidate.group.negated && negated && ends && draft.candidate.cue.part == Part::Verb
}

/// Words of an answer that says no more than "not".
const BRIEF: usize = 5;

/// The first noun phrase of `span` ends with a charge: "the port's claim that …".
fn opens_with_charge(scene: &Scene<'_, '_>, span: Span) -> bool {
    let words = scene.document.tokens_in(span);
    let is_charge = |at: usize| scene.tags[at].is(Role::Charge) && scene.tags[at].tag == Tag::Noun && !scene.tags[at].is(Role::Document);
    named(scene, words.start, words.end).is_some_and(is_charge)
}

/// The last word of the noun phrase at `from`, without what a preposition adds.
fn named(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let found = phrase::after(&scene.tags, from, end);
    let stop = found.clone().find(|at| scene.tags[*at].tag == Tag::Preposition).unwrap_or(found.end);
    stop.checked_sub(1).filter(|last| found.contains(last))
}

/// "That is untrue", "the accusation was a lie", "there is no truth in it", "he does not recognise the charge": what is said turns down
/// what was said before, or a charge by name.
fn finds_untrue(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let verb = matches!(draft.candidate.cue.part, Part::Verb | Part::Preposition);
    let words = draft.content.first().map(|span| scene.document.tokens_in(*span));
    let Some(words) = words.filter(|_| draft.act == Act::State && verb && !draft.candidate.group.negated) else { return false };
    let is = |at: usize| scene.tags.get(at).is_some_and(|next| next.is(Role::Be));
    let skipped = |at: &usize| match scene.tags[*at].tag {
        Tag::Complementiser => !is(*at + 1),
        tag => matches!(tag, Tag::Quote | Tag::Conjunction),
    };
    let Some(first) = words.clone().find(|at| !skipped(at)) else { return false };
    let word = |at: usize| scene.tags.get(at).filter(|_| at < words.end);
    let is_charge = |at: usize| scene.tags[at].is(Role::Charge);
    let one = matches!(scene.tags[first].tag, Tag::Pronoun | Tag::Determiner | Tag::Complementiser)
        && word(first + 1).is_some_and(|next| !next.tag.is_nominal());
    let subject = if one { first } else { named(scene, first, words.end).unwrap_or(first) };
    let Some(verb) = word(subject + 1) else { return false };
    let mut at = subject + 2;
    let mut negated = verb.classes.has(Class::Negation);
    while let Some(next) = word(at).filter(|next| matches!(next.tag, Tag::Adverb | Tag::Determiner) || next.classes.has(Class::Negation)) {
        negated |= next.classes.has(Class::Negation);
        at += 1;
    }
    let Some(said) = word(at) else { return false };
    let is_it = one && scene.tags[first].is(Role::Subject) && scene.tags[first].is(Role::Object);
    let goes_on = word(at + 1).is_some_and(|next| match next.tag {
        // "It is untrue that guards fired."
        Tag::Complementiser => !is_it,
        tag => matches!(tag, Tag::To | Tag::Noun | Tag::Name),
    });
    let finds = verb.is(Role::Be) && (one || is_charge(subject)) && !goes_on;
    let untrue = if negated { said.is(Role::Truth) } else { said.is(Role::Verdict) && !(one && said.is(Role::Judges)) };
    let unowned = || negated && said.is(Role::Admits) && named(scene, at + 1, words.end).is_some_and(is_charge);
    finds && untrue || unowned()
}

fn has_negation(scene: &Scene<'_, '_>, span: Span) -> bool {
    scene.document.tokens_in(span).take(10).any(|at| scene.tags[at].classes.has(Class::Negation))
}

#[cfg(test)]
mod tests {
    use crate::claims::extract;
    use crate::model::Act;
    use crate::text::Document;

    fn act(text: &str) -> Option<Act> {
        extract(&Document::new(text)).claims.first().map(|claim| claim.act)
    }

    #[test]
    fn what_is_called_untrue_is_denied() {
        for text in [
            "“That is untrue,” Lee said.",
            "“It was a lie,” Lee said.",
            "The accusation was unfounded and cruel, Lee said.",
            "The claim is not true, according to Lee.",
            "Lee said that he did not recognise the accusation.",
        ] {
            assert_eq!(act(text), Some(Act::Deny), "{text}");
        }
    }

    #[test]
    fn a_verdict_on_a_deed_or_a_thing_is_none() {
        for text in [
            "“That is wrong,” Lee said.",
            "The ceiling was false, Lee said.",
            "It would be wrong to wait, Lee said.",
            "Lee said that he did not recognise the coat.",
        ] {
            assert_eq!(act(text), Some(Act::State), "{text}");
        }
    }

    #[test]
    fn whoever_slams_a_charge_denies_it() {
        assert_eq!(act("The port slammed the accusation as premature."), Some(Act::Deny));
        assert_eq!(act("The port slammed the tax as premature."), Some(Act::Condemn));
    }
}
