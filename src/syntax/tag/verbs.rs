//! Words that are nouns by their neighbours and verbs by what stands further off: the end of a sentence, a headline without another verb,
//! a comma and a subject after it.

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words::Role;
use crate::text::{Document, SegmentKind, lower_case};

use super::{Tag, Tagged};

/// "“No,” Lee notes.": a cue between a quotation with its speaker and the end, a comma, or an adjunct.
pub(super) fn speaks_after_quote(tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let ends = at + 1 >= range.end || matches!(tags[at + 1].tag, Tag::Stop | Tag::Comma | Tag::Preposition | Tag::Quote | Tag::Mark);
    let cue = tags[at].word.takes(Frame::Quote);
    let speaker = tags[range.start..at].iter().rev().take(6).position(|back| !(back.tag.is_nominal() || back.tag == Tag::Pronoun));
    ends && cue
        && speaker.is_some_and(|words| {
            let quote = at - 1 - words;
            words > 0 && tags[quote].tag == Tag::Quote && quote > range.start && matches!(tags[quote - 1].tag, Tag::Comma | Tag::Stop)
        })
}

/// "It fell by half, the weather office in Oslo reports.", "It fell by half, Norwatt estimates.": a cue that ends a sentence, after a
/// clause, a comma, and a noun phrase in the singular with its article or a name.
pub(super) fn closes(tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let is_named = |at: usize| at > range.start && tags[at].tag.is_nominal() && !tags[at].owns;
    let describes = |tagged: &Tagged| tagged.is_verb(form::PARTICIPLE) && !tagged.is_surely_finite();
    let goes_on = |tagged: &Tagged| tagged.tag.opens_phrase() || tagged.tag == Tag::Preposition || describes(tagged);
    let reach = at.saturating_sub(SPEAKER).max(range.start);
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
    is_named(at - 1) && (shows || speaks()) && tags[range.start..comma].iter().any(Tagged::is_finite)
}

/// "It fell by half, figures from the bank show.": a cue that ends a sentence, after a clause, a comma and a document with its maker.
pub(super) fn shows(tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let reach = at.saturating_sub(SPEAKER).max(range.start);
    let comma = (reach..at).rev().find(|before| tags[*before].tag == Tag::Comma);
    let Some(comma) = comma.filter(|_| tags[at].word.takes(Frame::That) && tags[at - 1].tag.is_nominal()) else { return false };
    let governs = |at: usize| tags[at].is(Role::Document) && tags[at + 1].tag == Tag::Preposition;
    (comma + 1..at - 1).any(governs)
        && !tags[comma + 1..at].iter().any(Tagged::is_finite)
        && tags[range.start..comma].iter().any(Tagged::is_finite)
}

/// "Union boss blames firm for deaths", "Farmers blame drought": in a headline without another verb, between a noun in the number that
/// the verb has and another noun.
pub(super) fn is_headlines_verb(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let between = at > range.start && at + 1 < range.end && tags[at - 1].tag.is_nominal() && !tags[at - 1].owns;
    let leads = |next: &Tagged| next.tag.opens_phrase() || next.tag == Tag::To && tags[at].word.takes(Frame::To);
    if !between || !leads(&tags[at + 1]) || tags[at].forms & (form::PRESENT | form::BASE) == 0 {
        return false;
    }
    let before = document.slice(document.tokens[at - 1].span);
    let agrees = match inflect::is_plural(before) || tags[at - 1].is(Role::Crowd) {
        true => tags[at].forms & form::BASE != 0,
        false => tags[at].forms & form::PRESENT != 0,
    };
    let sentence = || document.sentence_at(document.tokens[at].span.start());
    let headline = || sentence().is_some_and(|index| document.segment_of(index).kind == SegmentKind::Headline);
    let finite = |here: &Tagged| here.tag == Tag::Auxiliary || here.forms & (form::PAST | form::PRESENT) != 0 && !here.word.noun;
    // "Minister claims talks have stalled": the verb of what is said.
    let said = |other: usize| other > at && tags[at].word.takes(Frame::That) && actors::names_somebody(&lower_case(before));
    agrees && headline() && !range.clone().any(|other| other != at && finite(&tags[other]) && !said(other))
}

/// "Lee resigns, demands inquiry": in a headline after a comma and another verb, before its object.
pub(super) fn is_headlines_next(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let comma = at > range.start && tags[at - 1].tag == Tag::Comma;
    let begun = || tags[range.start..at].iter().any(|before| before.is_verb(form::PRESENT));
    let object = || at + 1 < range.end && tags[at + 1].tag.opens_phrase();
    let sentence = || document.sentence_at(document.tokens[at].span.start());
    let headline = || sentence().is_some_and(|index| document.segment_of(index).kind == SegmentKind::Headline);
    comma && tags[at].word.heads_cue() && begun() && object() && headline()
}

/// "Warning of floods, the mayor left": the first word of a sentence is a cue that takes the preposition after it, and after a comma
/// stands a subject.
pub(super) fn leads(document: &Document<'_>, tags: &[Tagged], range: std::ops::Range<usize>, at: usize) -> bool {
    let governs = tags[at].word.takes(Frame::Prepositional) && tags.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition);
    if !governs || at != range.start {
        return false;
    }
    let comma = (at + 2..range.end).find(|later| tags[*later].tag == Tag::Comma);
    let subject =
        comma.and_then(|comma| tags.get(comma + 1)).is_some_and(|next| matches!(next.tag, Tag::Determiner | Tag::Pronoun | Tag::Noun));
    let prose = || document.sentence_at(document.tokens[at].span.start()).map(|index| document.segment_of(index).kind);
    subject && prose() != Some(SegmentKind::Headline)
}

/// Words that a speaker before the last word of a sentence may have.
pub(super) const SPEAKER: usize = 12;
