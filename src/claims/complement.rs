//! What stands with a subject and its cue: a clause, an object, a quotation, a charge spoken of before.
//!
//! Known failure: a clause without "that" whose verb is in no list ("said the ice thickened") is taken whole, but after a verb that
//! also takes an object it may end at the first comma.
#![allow(clippy::single_range_in_vec_init, reason = "a content is a list of ranges, often of one")]

use std::ops::Range;

use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::syntax::{Tag, phrase};

use super::scene::{Candidate, Scene};
use super::{content, target};

/// Content and target of a claim.
type Asserted = (Vec<Range<usize>>, Option<Range<usize>>);

/// What stands after or around a subject and its cue.
pub(super) fn content_of(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Asserted> {
    let clause = candidate.clause;
    let cue = candidate.cue;
    let reports = cue.takes(Frame::Quote) || cue.takes(Frame::That);
    let mut from = content::skip_adjuncts(scene, candidate.after, clause.end);
    let mut target = None;
    if (cue.takes(Frame::Addressee) || cue.takes(Frame::Target))
        && scene.tags.get(from).is_some_and(|next| from < clause.end && next.tag.opens_phrase())
    {
        let spoken_to = phrase::after(&scene.tags, from, clause.end);
        let rest = content::skip_adjuncts(scene, spoken_to.end, clause.end);
        let next = scene.tags.get(rest).filter(|_| rest < clause.end);
        target = target::object(scene, from, clause.end);
        let tells = cue.head == candidate.cue.wording && cue.takes(Frame::Addressee) && cue.takes(Frame::That);
        let speaks = next.is_none_or(|next| {
            matches!(next.tag, Tag::Comma | Tag::Complementiser | Tag::Quote | Tag::Mark | Tag::Pronoun | Tag::Determiner | Tag::Possessive)
                || next.tag.is_nominal()
        });
        if tells && speaks && !spoken_to.is_empty() {
            from = rest;
        }
    }
    let next = scene.tags.get(from).filter(|_| from < clause.end).map(|next| next.tag);
    let parenthetical = matches!(next, None | Some(Tag::Comma | Tag::Stop | Tag::Dash))
        || (next == Some(Tag::Quote) && scene.quotation(from + 1).is_none());
    let quoted_before = reports
        && subject.start > clause.start
        && scene.tags[subject.start - 1].tag == Tag::Quote
        && scene.quotation(subject.start - 1).is_none();
    let adjunct = matches!(next, Some(Tag::Preposition | Tag::Subordinator | Tag::Verb | Tag::To));
    let addressed = target.is_some() && next.is_some_and(Tag::opens_phrase);
    if quoted_before
        && (adjunct || addressed)
        && subject.start >= clause.start + 2
        && matches!(scene.tags[subject.start - 2].tag, Tag::Comma | Tag::Stop)
    {
        return Some((vec![clause.start..subject.start], target));
    }
    if reports && parenthetical {
        return around(scene, candidate, subject, from).map(|ranges| (ranges, target));
    }
    if next == Some(Tag::Mark) {
        from += 1;
        let told = if from < clause.end { Some(from..clause.end) } else { quotation_after(scene, from) };
        return told.map(|range| (vec![range], target));
    }
    next?;
    let range = complement(scene, candidate, from)?;
    Some((vec![range], target))
}

/// What follows a cue directly, as its frames allow.
fn complement(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let cue = candidate.cue;
    let clause_end = || content::clause_end(scene, candidate, from);
    let here = &scene.tags[from];
    let end = match here.tag {
        Tag::Complementiser | Tag::Relative if cue.takes(Frame::That) => clause_end(),
        Tag::Verb if here.forms & form::BASE != 0 && cue.takes(Frame::To) && !cue.rest.is_empty() => clause_end(),
        Tag::To if cue.takes(Frame::To) || cue.takes(Frame::Addressee) => clause_end(),
        Tag::Quote if cue.takes(Frame::Quote) || cue.takes(Frame::Object) || cue.takes(Frame::Prepositional) => clause_end(),
        Tag::Preposition if cue.takes(Frame::Prepositional) || !cue.rest.is_empty() => clause_end(),
        Tag::Verb if here.forms & form::GERUND != 0 && (cue.takes(Frame::Object) || cue.takes(Frame::Target)) => clause_end(),
        Tag::Verb
            if here.forms & form::PARTICIPLE != 0
                && cue.takes(Frame::Object)
                && scene.tags.get(from + 1).is_some_and(|next| next.tag.is_nominal()) =>
        {
            content::object_end(scene, candidate, from)
        }
        tag if tag.opens_phrase() => {
            let takes_clause = cue.takes(Frame::That) && phrase::clause_follows(&scene.tags, from, candidate.clause.end);
            if takes_clause || cue.takes(Frame::Addressee) || cue.takes(Frame::Target) {
                clause_end()
            } else if cue.takes(Frame::Object) {
                content::object_end(scene, candidate, from)
            } else if cue.takes(Frame::That) && cue.takes(Frame::Quote) {
                clause_end()
            } else {
                return None;
            }
        }
        Tag::Auxiliary if here.is(Role::Contracted) && cue.takes(Frame::That) => clause_end(),
        Tag::Subordinator | Tag::Adverb | Tag::Preposition if cue.takes(Frame::That) && cue.takes(Frame::Quote) => clause_end(),
        _ => return None,
    };
    (end > from).then_some(from..end)
}

/// "Y, X said", "Y, X said, Y": the content stands before, or on both sides.
pub(super) fn around(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Vec<Range<usize>>> {
    let clause = candidate.clause;
    let mut limit = subject.start.min(candidate.group.start);
    while limit > clause.start && matches!(scene.tags[limit - 1].tag, Tag::Comma | Tag::Dash | Tag::Stop) {
        limit -= 1;
    }
    let quoted_before = limit > clause.start && scene.tags[limit - 1].tag == Tag::Quote;
    let set_off = limit < subject.start || quoted_before;
    let mut ranges = Vec::new();
    if limit > clause.start && set_off {
        ranges.push(clause.start..limit);
    }
    let after = from + 1;
    if after < clause.end && scene.tags[from].tag == Tag::Comma {
        let next = scene.tags[after].tag;
        let quoted_next = next == Tag::Quote;
        let participle = next == Tag::Verb || scene.tags[after].is(Role::Contrast) || next == Tag::Conjunction;
        let end = content::clause_end(scene, candidate, after);
        if quoted_next && !quoted_before {
            ranges.clear();
        }
        if quoted_next || (!participle && (ranges.is_empty() || !quoted_before)) {
            ranges.push(after..end);
        }
    } else if from < clause.end && scene.tags[from].tag == Tag::Quote && ranges.is_empty() {
        ranges.push(from..clause.end);
    }
    (!ranges.is_empty()).then_some(ranges)
}

/// The quotation that opens right after a colon at a sentence's or paragraph's end.
fn quotation_after(scene: &Scene<'_, '_>, at: usize) -> Option<Range<usize>> {
    let index = scene.tag(at).filter(|tag| *tag == Tag::Quote).and_then(|_| scene.quotation(at + 1))?;
    Some(scene.document.tokens_in(scene.document.quotations[index].inner))
}

/// "a charge Kabul denies": the subject is what follows the charge.
pub(super) fn past_charge(scene: &Scene<'_, '_>, candidate: &Candidate, found: Range<usize>) -> Range<usize> {
    let charge = found.clone().rev().skip(1).find(|at| scene.tags[*at].is(Role::Charge) && !scene.tags[*at].owns);
    let opens = scene.tags[found.start].tag == Tag::Determiner;
    let ends = candidate.after >= candidate.clause.end || !scene.tags[candidate.after].tag.opens_phrase();
    match charge {
        Some(at) if opens && ends && candidate.cue.takes(Frame::Object) && scene.tags[at + 1].tag.opens_phrase() => at + 1..found.end,
        _ => found,
    }
}

/// The charge that a relative clause speaks of: "a charge (that) Kabul denies", "an allegation that his office calls an invention".
pub(super) fn fronted_object(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    if !(candidate.cue.takes(Frame::Object) || candidate.cue.takes(Frame::As)) {
        return None;
    }
    let mut at = subject.start.checked_sub(1)?;
    let floor = candidate.clause.start;
    while at > floor && matches!(scene.tags[at].tag, Tag::Complementiser | Tag::Relative | Tag::Comma) {
        at -= 1;
    }
    let charge = &scene.tags[at];
    let relative = scene.tags[subject.start - 1].tag == Tag::Relative && subject.start - 1 > floor;
    let ends =
        candidate.after >= candidate.clause.end || matches!(scene.tags[candidate.after].tag, Tag::Comma | Tag::Conjunction | Tag::Stop);
    if relative && ends && !charge.is(Role::Charge) {
        return Some(subject.start - 1..subject.start);
    }
    let direct = at + 1 == subject.start || scene.tags[at + 1].tag != Tag::Comma || scene.tags[subject.start - 1].tag == Tag::Relative;
    if at < floor || !direct || !charge.is(Role::Charge) || charge.tag == Tag::Verb {
        return None;
    }
    let next = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    let object_follows = scene
        .tags
        .get(next)
        .is_some_and(|next_tag| next < candidate.clause.end && (next_tag.tag.opens_phrase() || next_tag.tag == Tag::Complementiser));
    if object_follows && !candidate.cue.takes(Frame::As) {
        return None;
    }
    phrase::before(&scene.tags, floor, at + 1)
}
