//! Content to which a relative or an "is" leads back: "a charge Kabul denies", "what he said were the costs", "“Chaos” is what she called
//! it".

use std::ops::Range;

use crate::lexicon::cues::Frame;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, phrase};

use super::content;
use super::scene::{Candidate, Scene};

/// "which officials said will go", "what he said were the costs": the subject of what is said is the relative, or nobody.
pub(super) fn gapped(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let end = candidate.clause.end;
    let after = candidate.after;
    let before = subject.start.checked_sub(1).filter(|before| *before >= candidate.clause.start)?;
    let open = &scene.tags[before];
    let relative = open.tag == Tag::Relative;
    let next = scene.before(after, end)?;
    if !next.begins_predicate() || !candidate.cue.takes(Frame::That) {
        return None;
    }
    let stop = second_predicate(scene, after, content::object_end(scene, candidate, after));
    // "a claim his office says is false"
    if next.tag == Tag::Auxiliary && open.tag == Tag::Noun {
        return phrase::before(&scene.tags, candidate.clause.start, subject.start).map(|named| vec![named, after..stop]);
    }
    if !(relative || open.is(Role::Wh)) {
        return None;
    }
    Some(if relative { vec![before..subject.start, after..stop] } else { vec![after..stop] })
}

/// "“Reckless” was how the coroner described the plan", "“Chaos” is what she called it": the quotation before "was how".
pub(super) fn equated(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    let how = subject.start.checked_sub(1).filter(|how| *how > candidate.clause.start && scene.tags[*how].is(Role::Wh))?;
    let calls = candidate.cue.takes(Frame::As) || candidate.cue.takes(Frame::Quote);
    before_being(scene, candidate, how - 1).filter(|_| calls)
}

/// The quotation with which the clause opens, right before the "is" at `be`.
pub(super) fn before_being(scene: &Scene<'_, '_>, candidate: &Candidate, be: usize) -> Option<Range<usize>> {
    let start = candidate.clause.start;
    let is = scene.tags[be].tag == Tag::Auxiliary && scene.tags[be].is(Role::Be) && be > start + 1;
    let close = (start..be).rev().find(|at| scene.tags[*at].tag != Tag::Comma).filter(|_| is)?;
    let quotation = scene.quotation(start + 1).filter(|_| scene.tags[close].tag == Tag::Quote && scene.tags[start].tag == Tag::Quote)?;
    (start + 1..close).all(|at| scene.quotation(at) == Some(quotation)).then_some(start..close + 1)
}

/// "set the fire is still at large": where after the verb at `from` another finite one stands that nothing joins to it.
fn second_predicate(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    let finite = |at: usize| scene.tags[at].is_finite();
    let opens = |at: usize| {
        let here = &scene.tags[at];
        matches!(here.tag, Tag::Conjunction | Tag::Complementiser | Tag::Relative) || here.can_subordinate()
    };
    let first = (from..end).find(|at| !finite(*at)).unwrap_or(end);
    let second = (first..end).find(|at| finite(*at) || opens(*at)).filter(|at| finite(*at) && scene.tags[at - 1].tag.is_nominal());
    second.unwrap_or(end)
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

/// "…, a label that Kabul rejects": whatever the noun at `at` is, it stands for what was said before.
fn is_apposed(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    let floor = candidate.clause.start;
    let turned_down = matches!(candidate.cue.act, Act::Deny | Act::Reject);
    let opens = |found: Range<usize>| {
        let parted = found.start > floor && matches!(scene.tags[found.start - 1].tag, Tag::Comma | Tag::Dash);
        parted && scene.tags[found.start].tag == Tag::Determiner
    };
    turned_down && at >= floor && phrase::before(&scene.tags, floor, at + 1).is_some_and(opens)
}

/// The charge that a relative clause speaks of: "a charge (that) Kabul denies", "an allegation that his office calls an invention".
pub(super) fn fronted_object(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    if !(candidate.cue.takes(Frame::Object) || candidate.cue.takes(Frame::As)) {
        return None;
    }
    let mut at = subject.start.checked_sub(1)?;
    let floor = candidate.clause.start;
    while at > floor && matches!(scene.tags[at].tag, Tag::Complementiser | Tag::Relative | Tag::Comma | Tag::Dash) {
        at -= 1;
    }
    let charge = &scene.tags[at];
    let relative = scene.tags[subject.start - 1].tag == Tag::Relative && subject.start - 1 > floor;
    let ends = candidate.after >= candidate.clause.end
        || matches!(scene.tags[candidate.after].tag, Tag::Comma | Tag::Conjunction | Tag::Stop | Tag::Dash);
    let names = charge.is(Role::Charge) || charge.is(Role::Points) || is_apposed(scene, candidate, at);
    if relative && ends && !names {
        if !candidate.cue.takes(Frame::Object) {
            return None;
        }
        return Some(subject.start - 1..subject.start);
    }
    // "the claim that the ship leaked" tells what was claimed.
    let tells = candidate.cue.act == Act::State && !candidate.cue.takes(Frame::As);
    if tells && scene.tags[subject.start - 1].tag == Tag::Complementiser && charge.is(Role::Charge) {
        return None;
    }
    let direct = at + 1 == subject.start || scene.tags[at + 1].tag != Tag::Comma || scene.tags[subject.start - 1].tag == Tag::Relative;
    if at < floor || !direct || !names || charge.tag == Tag::Verb {
        return None;
    }
    let next = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    let follows = scene.before(next, candidate.clause.end);
    let object_follows = follows.is_some_and(|follows| follows.tag.opens_phrase() || follows.tag == Tag::Complementiser);
    if object_follows && !candidate.cue.takes(Frame::As) {
        return None;
    }
    phrase::before(&scene.tags, floor, at + 1)
}
