//! Nouns that carry the act of a verb which only brings them: "repeated his call for an inquiry", "issued a warning that the dam would
//! burst". Whoever the verb has for its subject does what the noun says; the verb asserts nothing besides. Who "withdrew her accusation"
//! says that it is not so, and what else was said and is taken back is denied as well.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Group, Tag, group, phrase};

use super::frame::{Context, draft};
use super::noun::told_by;
use super::scene::{Candidate, Draft, Scene, Source};
use super::{content, hanging, source};

/// "X repeated a call for Y", "issued a denial".
pub(super) fn brought(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    let noun = candidate.group.head;
    if candidate.cue.part != Part::Noun {
        return None;
    }
    let (verb, object) = match given(scene, candidate) {
        Some((verb, object)) => (verb, Some(object)),
        None => (bringer(scene, clause.start, noun)?, None),
    };
    let group = group::around(&scene.tags, clause.start, verb);
    let before = group.start.checked_sub(1).filter(|before| *before >= clause.start).map(|before| &scene.tags[before])?;
    if group.passive || group.infinitive || group.negated || group.modal {
        return None;
    }
    let own = if group.gerund { None } else { source::subject(scene, clause, group.start) };
    let shared = group.gerund || before.joins();
    let shares = || context.last_subject.cloned().or_else(|| hanging::main_subject(scene, candidate));
    let subject = own.or_else(|| if shared { shares() } else { None })?;
    let told = object.or_else(|| told_by(scene, candidate, candidate.after)).or_else(|| named_alone(scene, verb, candidate))?;
    let carrier = Candidate { group: Group { head: noun, ..group }, ..*candidate };
    let mut draft = draft(&carrier, Source::Phrase(subject), &[told], context)?;
    if scene.tags[verb].is(Role::TakesBack) && matches!(draft.act, Act::Accuse | Act::State) {
        draft.act = Act::Deny;
    }
    Some(draft)
}

/// Removes the drafts, from `begun` on, that took the verb which brings the noun of `draft` for a cue of its own.
pub(super) fn retire(out: &mut Vec<Draft>, begun: usize, draft: &Draft) {
    let verb = draft.candidate.group.start..draft.candidate.group.head;
    // Drafts stand in the order of their cues.
    let before = out[begun..].iter().rposition(|earlier| earlier.candidate.group.head < verb.start);
    let near = out.split_off(before.map_or(begun, |at| begun + at + 1));
    let kept = near.into_iter().filter(|earlier| !verb.contains(&earlier.candidate.group.head));
    out.extend(kept);
}

/// The verb that brings the noun at `noun`, with no more than an article, an owner's pronoun and adjectives between; a participle
/// may be one of them ("issued repeated warnings").
fn bringer(scene: &Scene<'_, '_>, floor: usize, noun: usize) -> Option<usize> {
    let between = |at: &usize| {
        let here = &scene.tags[*at];
        matches!(here.tag, Tag::Noun | Tag::Determiner | Tag::Possessive | Tag::Adverb) && !here.owns && !here.classes.has(Class::Negation)
    };
    let last = (floor..noun).rev().take(BETWEEN).find(|at| !between(at))?;
    let verb = if last > floor && scene.tags[last - 1].tag == Tag::Verb { last - 1 } else { last };
    let here = &scene.tags[verb];
    (here.tag == Tag::Verb && (here.is(Role::Utters) || here.is(Role::Makes))).then_some(verb)
}

/// "gave the plan a cautious welcome": the verb, and what the noun is given to.
fn given(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<(usize, Range<usize>)> {
    let (floor, noun) = (candidate.clause.start, candidate.group.head);
    let describes = |at: &usize| matches!(scene.tags[*at].tag, Tag::Noun | Tag::Adverb) && !scene.tags[*at].owns;
    let opens = (floor..noun).rev().take(BETWEEN).find(|at| !describes(at)).filter(|_| candidate.cue.takes(Frame::Given))?;
    let determined = matches!(scene.tags[opens].tag, Tag::Determiner | Tag::Possessive);
    let object = phrase::before(&scene.tags, floor, opens).filter(|object| determined && object.start > floor)?;
    let verb = object.start - 1;
    (scene.tags[verb].tag == Tag::Verb && scene.tags[verb].is(Role::Makes)).then_some((verb, object))
}

/// Tokens within which the verb stands before its noun.
const BETWEEN: usize = 4;

/// "issued a denial": the noun by itself, with which the clause ends, where the verb can only bring words.
fn named_alone(scene: &Scene<'_, '_>, verb: usize, candidate: &Candidate) -> Option<Range<usize>> {
    let (after, end) = (candidate.after, candidate.clause.end);
    let rest = content::skip_adjuncts(scene, after, end);
    let ends = rest >= end || matches!(scene.tags[rest].tag, Tag::Comma | Tag::Conjunction | Tag::Subordinator | Tag::Mark);
    (ends && scene.tags[verb].is(Role::Utters)).then_some(verb + 1..after)
}
