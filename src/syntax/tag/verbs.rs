//! Words that are nouns by their neighbours and verbs by what stands further off: the end of a sentence, a headline without another verb,
//! a comma and a subject after it.

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words::Role;
use crate::text::lower_case;

use super::place::Place;
use super::{Tag, Tagged};

/// "“No,” Lee notes.": a cue between a quotation with its speaker and the end, a comma, or an adjunct.
pub(super) fn speaks_after_quote(place: Place<'_>) -> bool {
    let Place { tags, start, at, .. } = place;
    let closes = |next: &Tagged| matches!(next.tag, Tag::Stop | Tag::Comma | Tag::Preposition | Tag::Quote | Tag::Mark);
    let ends = place.next().is_none_or(closes);
    let cue = tags[at].word.takes(Frame::Quote);
    let speaker = tags[start..at].iter().rev().take(6).position(|back| !(back.tag.is_nominal() || back.tag == Tag::Pronoun));
    ends && cue
        && speaker.is_some_and(|words| {
            let quote = at - 1 - words;
            words > 0 && tags[quote].tag == Tag::Quote && quote > start && matches!(tags[quote - 1].tag, Tag::Comma | Tag::Stop)
        })
}

/// "It fell by half, the weather office in Oslo reports.", "It fell by half, Norwatt estimates.": a cue that ends a sentence, after a
/// clause, a comma, and a noun phrase in the singular with its article or a name.
pub(super) fn closes(Place { tags, start, at, .. }: Place<'_>) -> bool {
    let is_named = |at: usize| at > start && tags[at].tag.is_nominal() && !tags[at].owns;
    let describes = |tagged: &Tagged| tagged.is_verb(form::PARTICIPLE) && !tagged.is_surely_finite();
    let goes_on = |tagged: &Tagged| tagged.tag.opens_phrase() || tagged.tag == Tag::Preposition || describes(tagged);
    let reach = at.saturating_sub(SPEAKER).max(start);
    let comma = (reach..at).rev().find(|before| !goes_on(&tags[*before]));
    let Some(comma) = comma.filter(|comma| tags[*comma].tag == Tag::Comma) else { return false };
    let first = &tags[comma + 1];
    // "…, figures from the council show": a text shows what stands before it.
    let head = tags[comma + 1..at].iter().take_while(|here| here.tag.opens_phrase()).last();
    let shows = head.is_some_and(|head| head.is(Role::Document)) && tags[at].word.takes(Frame::That);
    let speaks = || {
        let described = comma + 2 < at && first.tag == Tag::Determiner && !first.classes.has(Class::Adverb);
        let named = || tags[comma + 1..at].iter().all(|here| here.tag == Tag::Name);
        (described || named()) && tags[at].forms & form::PRESENT != 0 && tags[at].word.takes(Frame::Quote)
    };
    is_named(at - 1) && (shows || speaks()) && tags[start..comma].iter().any(Tagged::is_finite)
}

/// "It fell by half, figures from the bank show.": a cue that ends a sentence, after a clause, a comma and a document with its maker.
pub(super) fn shows(Place { tags, start, at, .. }: Place<'_>) -> bool {
    let reach = at.saturating_sub(SPEAKER).max(start);
    let comma = (reach..at).rev().find(|before| tags[*before].tag == Tag::Comma);
    let Some(comma) = comma.filter(|_| tags[at].word.takes(Frame::That) && tags[at - 1].tag.is_nominal()) else { return false };
    let governs = |at: usize| tags[at].is(Role::Document) && tags[at + 1].tag == Tag::Preposition;
    (comma + 1..at - 1).any(governs)
        && !tags[comma + 1..at].iter().any(Tagged::is_finite)
        && tags[start..comma].iter().any(Tagged::is_finite)
}

/// "Union boss blames firm for deaths", "Farmers blame drought": in a headline without another verb, between a noun in the number that
/// the verb has and another noun.
pub(super) fn is_headlines_verb(place: Place<'_>) -> bool {
    let Place { tags, at, .. } = place;
    let (Some(before), Some(next)) = (place.before(), place.next()) else { return false };
    let here = &tags[at];
    let leads = next.tag.opens_phrase() || next.tag == Tag::To && here.word.takes(Frame::To);
    if !before.tag.is_nominal() || before.owns || !leads || here.forms & (form::PRESENT | form::BASE) == 0 {
        return false;
    }
    let noun = place.word(at - 1);
    let agrees = match inflect::is_plural(noun) || before.is(Role::Crowd) {
        true => here.forms & form::BASE != 0,
        false => here.forms & form::PRESENT != 0,
    };
    let finite = |here: &Tagged| here.tag == Tag::Auxiliary || here.forms & (form::PAST | form::PRESENT) != 0 && !here.word.noun;
    // "Minister claims talks have stalled": the verb of what is said.
    let said = |other: usize| other > at && here.word.takes(Frame::That) && actors::names_somebody(&lower_case(noun));
    let is_other = |other: usize| other != at && finite(&tags[other]) && !said(other);
    agrees && place.is_in_headline() && !(place.start..place.end).any(is_other)
}

/// "Lee resigns, demands inquiry": in a headline after a comma and another verb, before its object.
pub(super) fn is_headlines_next(place: Place<'_>) -> bool {
    let comma = place.before().is_some_and(|before| before.tag == Tag::Comma);
    let begun = || place.tags[place.start..place.at].iter().any(|before| before.is_verb(form::PRESENT));
    let object = || place.next().is_some_and(|next| next.tag.opens_phrase());
    comma && place.here().word.heads_cue() && begun() && object() && place.is_in_headline()
}

/// "Warning of floods, the mayor left": the first word of a sentence is a cue that takes the preposition after it, and after a comma
/// stands a subject.
pub(super) fn leads(place: Place<'_>) -> bool {
    let Place { tags, start, end, at, .. } = place;
    let governs = tags[at].word.takes(Frame::Prepositional) && place.next().is_some_and(|next| next.tag == Tag::Preposition);
    if !governs || at != start {
        return false;
    }
    let comma = tags[at + 2..end].iter().position(|later| later.tag == Tag::Comma);
    let after = comma.and_then(|comma| tags[..end].get(at + 2 + comma + 1));
    after.is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::Noun)) && !place.is_in_headline()
}

/// Words that a speaker before the last word of a sentence may have.
pub(super) const SPEAKER: usize = 12;
