//! A word that can be a verb, by the words right beside it.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;

use super::{Tag, Tagged};

/// What a word that can be a verb is, and in which of its forms.
pub(super) fn verbal(here: &Tagged, before: Option<&Tagged>, next: Option<&Tagged>) -> (Tag, u8) {
    let forms = here.forms;
    let finite = forms & (form::PAST | form::PRESENT | form::BASE);
    let Some(before) = before else {
        let governs = |next: &Tagged| matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun);
        let opens =
            forms & (form::GERUND | form::PARTICIPLE) != 0 && (!here.word.noun || forms & form::GERUND != 0 && next.is_some_and(governs));
        return if opens || (forms & form::BASE != 0 && !here.word.noun) { (Tag::Verb, forms) } else { (Tag::Noun, 0) };
    };
    match before.tag {
        Tag::Auxiliary if before.is(Role::Be) || before.is(Role::Have) => {
            let fits = forms & (form::PARTICIPLE | form::GERUND);
            if fits != 0 { (Tag::Verb, fits) } else { (Tag::Noun, 0) }
        }
        Tag::Auxiliary | Tag::To if forms & form::BASE != 0 => (Tag::Verb, form::BASE),
        Tag::Number | Tag::Determiner if here.word.heads_cue() && finite & form::PAST != 0 && next.is_some_and(opens_clause) => {
            (Tag::Verb, forms)
        }
        // "the mother of three said.", but "the three accused men".
        Tag::Number | Tag::Determiner if speaks(here) && next.is_none_or(ends_or_adds) => (Tag::Verb, forms),
        Tag::Determiner | Tag::Possessive | Tag::Number if !before.is(Role::Subject) => (Tag::Noun, 0),
        _ if before.owns => (Tag::Noun, 0),
        // "as first reported by the Herald"
        Tag::Preposition if before.is(Role::As) && forms & form::PARTICIPLE != 0 && next.is_some_and(|next| next.is(Role::By)) => {
            (Tag::Verb, form::PARTICIPLE)
        }
        Tag::Preposition if forms & form::GERUND != 0 && !(here.word.noun && next.is_none_or(|next| !next.tag.opens_phrase())) => {
            (Tag::Verb, form::GERUND)
        }
        // "by warning that", "after warning that": a noun would want an article.
        Tag::Preposition
            if forms & form::GERUND != 0
                && (before.is(Role::By) || before.classes.has(Class::Subordinator))
                && here.word.heads(Part::Verb)
                && next.is_some_and(|next| next.is(Role::That)) =>
        {
            (Tag::Verb, form::GERUND)
        }
        Tag::Preposition | Tag::Determiner | Tag::To => (Tag::Noun, 0),
        _ if here.word.noun && forms & (form::PAST | form::GERUND) == 0 => ambiguous(here, before, next),
        Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Number if finite != 0 => (Tag::Verb, forms),
        _ => (Tag::Verb, forms),
    }
}

/// A word that can be a noun or a finite verb ("claims", "attack").
fn ambiguous(here: &Tagged, before: &Tagged, next: Option<&Tagged>) -> (Tag, u8) {
    let object_follows = next.is_some_and(|next| {
        matches!(
            next.tag,
            Tag::Complementiser | Tag::To | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Quote | Tag::Name | Tag::Preposition
        )
    });
    let strong = next.is_some_and(|next| {
        matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Quote | Tag::Name | Tag::To)
    });
    let verb = match before.tag {
        Tag::Noun | Tag::Name if before.is(Role::Document) && !here.is(Role::Document) => {
            object_follows || next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Noun))
        }
        Tag::Pronoun | Tag::Relative => true,
        Tag::Name | Tag::Number => {
            here.forms & form::PRESENT != 0 && object_follows || here.forms & form::BASE != 0 && next.is_some_and(opens_clause)
        }
        Tag::Noun => strong && !next.is_some_and(|next| next.tag == Tag::To && here.forms & form::PRESENT != 0),
        Tag::Verb | Tag::Comma | Tag::Quote => false,
        Tag::Conjunction => strong && !next.is_some_and(|next| next.tag == Tag::To),
        _ => false,
    };
    if verb { (Tag::Verb, here.forms) } else { (Tag::Noun, 0) }
}

/// A verb that can only follow its subject: "Mehmed said", where an ending makes the name look like a verb.
pub(super) fn speaks(next: &Tagged) -> bool {
    next.forms & (form::PAST | form::PRESENT) != 0 && !next.word.noun && next.word.heads_cue()
}

pub(super) fn ends_or_adds(next: &Tagged) -> bool {
    matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Mark | Tag::Quote | Tag::Adverb | Tag::Preposition)
}

pub(super) fn opens_clause(next: &Tagged) -> bool {
    matches!(next.tag, Tag::Complementiser | Tag::Determiner | Tag::Possessive | Tag::Pronoun)
}
