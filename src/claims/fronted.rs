//! Content to which a relative or an "is" leads back: "a charge Kabul denies", "what he said were the costs", "“Chaos” is what she called
//! it".

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, phrase};

use super::content;
use super::scene::{Candidate, Draft, Scene};

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

/// "What the union wants is a ban", "All she would say was that it failed": what stands behind the "is" of a sentence that opens with what
/// somebody says or wants, and whoever does. Of a wish more may be said than what is wished: "What they want is clear".
pub(super) fn cleft(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let (cue, clause) = (candidate.cue, candidate.clause);
    let opening = &scene.tags[clause.start];
    // "All she": no pronoun is part of "all".
    let who = match opening.is(Role::Wh) {
        true => subject.clone(),
        false => subject.start.max(clause.start + 1)..subject.end,
    };
    let opens = opening.is(Role::Wh) && opening.classes.has(Class::Determiner) || opening.is(Role::Floats) && opening.is(Role::Subject);
    let be = behind_adverbs(scene, candidate.after, clause.end);
    let is = scene.before(be, clause.end).is_some_and(|is| is.tag == Tag::Auxiliary && is.is(Role::Be));
    if !(opens && is && who.start == clause.start + 1 && !who.is_empty()) {
        return None;
    }
    let from = behind_adverbs(scene, be + 1, clause.end);
    let first = scene.before(from, clause.end)?;
    let asks = matches!(cue.act, Act::Demand | Act::Expect | Act::Propose | Act::Promise) && !is_gap(scene, from, clause.end);
    let named = || phrase::after(&scene.tags, from, clause.end).len() > 1;
    let fits = match first.tag {
        Tag::Complementiser => cue.takes(Frame::That) && first.is(Role::That),
        Tag::To => cue.takes(Frame::To),
        // "What he said was “a mistake” cost lives": what is quoted has a verb of its own behind it.
        Tag::Quote => cue.takes(Frame::Quote) && ends_quoted(scene, from, clause.end),
        Tag::Preposition => asks && first.is(Role::Ground),
        Tag::Noun => asks && named(),
        tag => asks && tag.opens_phrase() && !first.classes.has(Class::Negation),
    };
    fits.then(|| (who, from..content::clause_end(scene, candidate, from)))
}

/// "What villagers feared was a mine exploded": the noun phrase at `from` has a verb of its own, so that "was" only tells what it is.
fn is_gap(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let breaks =
        |here: &&Tagged| !matches!(here.tag, Tag::Relative | Tag::Complementiser | Tag::Comma | Tag::Quote) && !here.can_subordinate();
    scene.tags[from..end].iter().take_while(breaks).any(Tagged::is_finite)
}

/// The quotation that opens at `from` ends before `end` with nothing behind it.
fn ends_quoted(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let quotation = scene.quotation(from + 1);
    quotation.is_some() && !(from + 1..end).any(|at| scene.quotation(at) != quotation && scene.document.tokens[at].is_wordlike())
}

/// What stands at `at` or behind adverbs there.
fn behind_adverbs(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let adverb = |here: &Tagged| {
        here.tag == Tag::Adverb && !here.classes.has(Class::Negation) || here.classes.has(Class::Adverb) && here.tag == Tag::Pronoun
    };
    (at..end).find(|at| !adverb(&scene.tags[*at])).unwrap_or(end)
}

/// The content of `draft` stands behind the "is" of a sentence that opens with "what" or "all".
pub(super) fn is_cleft(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let from = scene.words(draft).map(|words| words.start).filter(|from| *from > draft.candidate.after);
    let found = draft.source.words().zip(from).and_then(|(who, _)| cleft(scene, &draft.candidate, who));
    found.is_some_and(|(_, told)| from == Some(told.start))
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
    let after = content::past_doing(scene, candidate.after, candidate.clause.end);
    let ends = after >= candidate.clause.end || matches!(scene.tags[after].tag, Tag::Comma | Tag::Conjunction | Tag::Stop | Tag::Dash);
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
