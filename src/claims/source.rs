//! Who asserts. The subject before a verb group, with its apposition; the noun phrase after an inverted verb.
//!
//! Known failure: where a comma after an introduction is followed by a list ("In May, Oslo, Rome and Bern said"), the first name is
//! taken for the head of an apposition.

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::syntax::{Tag, Tagged, phrase};

use super::scene::{Candidate, Clause, Scene};

/// The subject that stands before `at`, in `clause`.
pub(super) fn subject(scene: &Scene<'_, '_>, clause: Clause, at: usize) -> Option<Range<usize>> {
    let at = skip_adjunct_back(scene, clause.start, at);
    let before = scene.tags.get(at.checked_sub(1).filter(|before| *before >= clause.start)?)?;
    match before.tag {
        Tag::Comma => aside(scene, clause.start, at - 1, Tag::Comma),
        Tag::Dash => aside(scene, clause.start, at - 1, Tag::Dash),
        Tag::Auxiliary if before.is(Role::Contracted) => Some(at - 1..at),
        _ => phrase::before(&scene.tags, clause.start, at)
            .and_then(|found| if is_subject(scene, clause, &found) { Some(after_time(scene, found)) } else { after_adjunct(scene, found) }),
    }
}

/// "Last night Lee", "This week officials": a name or a noun in the plural right after a word of time begins the subject.
fn after_time(scene: &Scene<'_, '_>, found: Range<usize>) -> Range<usize> {
    let is_time = |at: &usize| scene.tags[*at].is(Role::Calendar) && !scene.tags[*at].owns;
    let last = found.clone().take(TIME).rev().find(is_time);
    let begins = |at: &usize| *at < found.end && matches!(scene.tags[*at].tag, Tag::Name | Tag::Determiner | Tag::Possessive);
    last.map(|last| last + 1).filter(begins).map_or(found.clone(), |begin| begin..found.end)
}

/// Words of "late last night".
const TIME: usize = 3;

/// A phrase that a preposition governs is no subject.
fn is_subject(scene: &Scene<'_, '_>, clause: Clause, found: &Range<usize>) -> bool {
    if found.start <= clause.start {
        return true;
    }
    let before = &scene.tags[found.start - 1];
    (before.tag != Tag::Preposition || before.classes.has(Class::Subordinator)) && !before.is(Role::To)
}

/// "At the moment Lee", "In Kabul officials", "In Lidsburg Ana Lee": what follows the noun that the preposition governs, where capitals or
/// a given name tell them apart.
fn after_adjunct(scene: &Scene<'_, '_>, found: Range<usize>) -> Option<Range<usize>> {
    let tag = |at: usize| scene.tags[at].tag;
    let calendar = |at: usize| scene.tags[at].is(Role::Calendar);
    let word = |at: usize| scene.document.slice(scene.document.tokens[at].span);
    let begins_name = |at: usize| at + 1 < found.end && tag(at + 1) == Tag::Name && actors::gender_of_name(word(at)).is_some();
    let parts = |at: &usize| match (tag(*at - 1), tag(*at)) {
        (Tag::Noun, Tag::Name) | (Tag::Name, Tag::Noun) => true,
        (Tag::Name, Tag::Name) if begins_name(*at) => true,
        _ => calendar(*at - 1) && !calendar(*at),
    };
    let seam = (found.start + 1..found.end).find(parts)?;
    let plain = scene.tags[found.start..seam].iter().all(|tagged| tagged.tag.is_nominal() || tagged.tag == Tag::Determiner);
    (plain && !scene.tags[seam - 1].owns).then_some(seam..found.end)
}

/// Steps back over "on Tuesday", "last week", "(R)", adverbs and the "both" of "Oslo and Rome both" right before `at`.
fn skip_adjunct_back(scene: &Scene<'_, '_>, floor: usize, mut at: usize) -> usize {
    while at > floor {
        let here = &scene.tags[at - 1];
        let calendar = here.is(Role::Calendar) && !here.owns;
        let floats = here.is(Role::Floats) && at >= floor + 2 && scene.tags[at - 2].tag.is_nominal() && !scene.tags[at - 2].owns;
        if here.tag == Tag::Adverb || floats {
            at -= 1;
        } else if calendar {
            at -= 1;
            // "a letter of 1 July"
            at -= usize::from(at > floor + 1 && scene.tags[at - 1].tag == Tag::Number && scene.tags[at - 2].tag == Tag::Preposition);
            while at > floor
                && (matches!(scene.tags[at - 1].tag, Tag::Preposition | Tag::Determiner | Tag::Adverb)
                    || scene.tags[at - 1].is(Role::Calendar))
            {
                at -= 1;
            }
        } else {
            break;
        }
    }
    at
}

/// The subject before an aside that ends at the comma (or dash) `close`: "Hill, a doctor who …, said".
fn aside(scene: &Scene<'_, '_>, floor: usize, close: usize, mark: Tag) -> Option<Range<usize>> {
    let floor = floor.max(close.saturating_sub(60));
    let mut open = close;
    while open > floor + 1 {
        open -= 1;
        if scene.tags[open].tag == Tag::Quote {
            // "Hill, who called it “a crime”, said": past a quotation that ends here.
            open = scene.document.tokens_in(scene.document.quotations[scene.quotation(open - 1)?].span).start.max(floor + 1);
            continue;
        }
        if scene.tags[open].tag == Tag::Stop {
            return None;
        }
        if scene.tags[open].tag != mark {
            continue;
        }
        let Some(found) = phrase::before(&scene.tags, floor, open) else { continue };
        // "Lee, 41, a mother of two, said": how old somebody is.
        let is_age = found.len() == 1 && scene.tags[found.start].tag == Tag::Number;
        if is_age && found.start > floor && scene.tags[found.start - 1].tag == mark {
            continue;
        }
        let boundary = found.start == floor
            || scene.tags[found.start - 1].is(Role::As)
            || !matches!(
                scene.tags[found.start - 1].tag,
                Tag::Preposition | Tag::Verb | Tag::Auxiliary | Tag::To | Tag::Relative | Tag::Determiner
            );
        let found = if boundary { Some(found) } else { after_adjunct(scene, found) };
        if let Some(found) = found.filter(|_| is_aside(scene, open + 1..close)) {
            return Some(if is_apposition(scene, open + 1) { found.start..close } else { found });
        }
    }
    None
}

/// What stands between two commas can be left out: it has no finite verb, or begins as a clause that depends.
fn is_aside(scene: &Scene<'_, '_>, inner: Range<usize>) -> bool {
    let Some(first) = scene.tags.get(inner.start).filter(|_| !inner.is_empty()) else { return false };
    if matches!(first.tag, Tag::Relative | Tag::Subordinator | Tag::Possessive) || first.is(Role::As) || first.is(Role::Wh) {
        return true;
    }
    let mut relative = false;
    for at in inner {
        let tagged = &scene.tags[at];
        relative |= matches!(tagged.tag, Tag::Relative | Tag::Complementiser);
        // "The report, to be published on Monday, says"
        let infinitive = at > 0 && scene.tags[at - 1].tag == Tag::To;
        if !relative && !infinitive && tagged.is_surely_finite() {
            return false;
        }
    }
    true
}

/// An aside that names the subject once more and so is part of it.
fn is_apposition(scene: &Scene<'_, '_>, at: usize) -> bool {
    let first = &scene.tags[at];
    (first.tag.opens_phrase() && !first.is(Role::Calendar)) || first.tag == Tag::Relative
}

/// The subject after an inverted verb ("said Ann Lee, a farmer"), with its apposition.
pub(super) fn inverted(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let (start, end) = (candidate.after, candidate.clause.end);
    let first = scene.before(start, end)?;
    if !first.tag.opens_phrase() || first.is_never_subject() {
        return None;
    }
    let mut found = phrase::after(&scene.tags, start, end);
    let goes_on = |next: &Tagged| matches!(next.tag, Tag::Auxiliary | Tag::Complementiser | Tag::To);
    if found.is_empty() || scene.before(found.end, end).is_some_and(goes_on) {
        return None;
    }
    found.end = with_apposition(scene, found.end, end);
    Some(found)
}

/// Where a noun phrase that ends at `at` ends with what says whose it is: "figures published on Monday by the bank", "a poll by the bank".
pub(super) fn with_maker(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let describes = scene.tags.get(at).is_some_and(|next| next.is_verb(form::PARTICIPLE | form::GERUND) || next.is(Role::By));
    if at < end && describes { run_to_comma(scene, at, end) } else { at }
}

/// Where a noun phrase that ends at `at` ends with the appositions that follow it.
pub(super) fn with_apposition(scene: &Scene<'_, '_>, mut at: usize, end: usize) -> usize {
    if at < end && scene.tags[at].tag == Tag::Relative {
        return run_to_comma(scene, at, end);
    }
    while at + 1 < end && scene.tags[at].tag == Tag::Comma {
        let first = &scene.tags[at + 1];
        let starts = (is_apposition(scene, at + 1) && first.tag != Tag::Pronoun) || first.is(Role::Of);
        let stop = if first.tag == Tag::Relative { past_quotations(scene, at + 1, end) } else { run_to_comma(scene, at + 1, end) };
        let clause = first.tag != Tag::Relative
            && phrase::clause_follows(&scene.tags, at + 1, stop)
            && !scene.tags[at + 1..stop].iter().any(|tagged| tagged.tag == Tag::Relative);
        if !starts || clause {
            break;
        }
        at = stop;
    }
    at
}

/// Where a relative clause ends, with what it quotes: "who cautioned that the road “is open”".
fn past_quotations(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let stop = run_to_comma(scene, at, end);
    let closes = |close: &usize| scene.tags[*close].tag == Tag::Quote && scene.quotation(*close) == scene.quotation(at);
    let opens = stop < end && scene.tags[stop].tag == Tag::Quote && scene.quotation(stop + 1) != scene.quotation(at);
    let close = (stop + 1..end).find(closes).filter(|_| opens && stop > at && scene.tags[stop - 1].tag != Tag::Comma);
    close.map_or(stop, |close| run_to_comma(scene, close + 1, end))
}

fn run_to_comma(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    (at..end)
        .find(|at| {
            matches!(scene.tags[*at].tag, Tag::Comma | Tag::Quote | Tag::Stop | Tag::Mark | Tag::Dash)
                || (scene.tags[*at].is_verb(form::GERUND) && scene.tags[*at].word.heads_cue())
        })
        .unwrap_or(end)
}

/// "Ann Lee, who warned that the road “is open”": whoever speaks, without a clause that quotes them once more.
pub(super) fn without_quotation(scene: &Scene<'_, '_>, who: Range<usize>) -> Range<usize> {
    let quotes = |at: &usize| scene.tags[*at].tag == Tag::Quote;
    let opens = |at: &usize| scene.tags[*at].tag == Tag::Comma && scene.tags[*at + 1].tag == Tag::Relative;
    let cut = who.clone().find(quotes).and_then(|quote| (who.start..quote).rev().find(opens));
    who.start..cut.unwrap_or(who.end)
}
