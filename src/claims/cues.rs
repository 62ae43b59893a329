//! Where a cue may stand. A candidate is a word of the cue table in a form and place in which it can carry its act; whether
//! somebody asserts something with it is decided by the frames.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::syntax::{Group, Tag, Tagged, group, phrase};

use super::content;
use super::scene::{Candidate, Clause, Scene};

/// The candidates of sentence `index` in text order, at most one for each head word.
pub(super) fn find(scene: &Scene<'_, '_>, index: usize, out: &mut Vec<Candidate>) {
    out.clear();
    let range = scene.document.token_range(index);
    let mut skip_to = 0;
    for at in range.clone() {
        if at < skip_to || !scene.tags[at].word.heads_cue() {
            continue;
        }
        for cue in scene.tags[at].word.cues() {
            let parted = parting(scene, at, range.end, cue);
            let after = at + 1 + cue.rest.len() + parted.max(apart(scene, at, range.end, cue));
            let follows = || {
                after > at + 1 + cue.rest.len()
                    || rest_follows(scene, at, cue) && !is_dated(scene, at, cue) && is_drawn(scene, at, range.end, cue)
            };
            if !is_part(scene, range.start, at, cue) || after > range.end || !follows() {
                continue;
            }
            let clause = scene.clause(index, at);
            let mut group = group_of(scene, clause.start, at, cue);
            group.negated = group.negated && !is_done_late(scene, &clause, after);
            out.push(Candidate { cue, group, after, parted, clause });
            skip_to = after;
            break;
        }
    }
}

/// The token at `at` is in this sentence what the cue's head is.
fn is_part(scene: &Scene<'_, '_>, start: usize, at: usize, cue: &Cue) -> bool {
    let here = &scene.tags[at];
    match cue.part {
        Part::Verb => here.tag == Tag::Verb && here.word.forms != 0,
        Part::Noun => here.tag == Tag::Noun && !here.owns,
        Part::Adjective => {
            let before = scene.tags[start..at].iter().rev().take(4).find(|before| before.tag != Tag::Adverb);
            before.is_some_and(|before| before.is(Role::Be))
        }
        Part::Preposition | Part::Adverb => true,
        Part::Mark => false,
    }
}

/// The verb at `at` turns something down: "rule out", "refuse".
pub(super) fn refuses(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tags[at].word.cues().any(|cue| cue.part == Part::Verb && cue.negative && rest_follows(scene, at, cue))
}

/// The words after its head stand where the cue wants them.
pub(super) fn rest_follows(scene: &Scene<'_, '_>, at: usize, cue: &Cue) -> bool {
    scene
        .lower
        .get(at + 1..)
        .is_some_and(|after| cue.rest.len() <= after.len() && cue.rest.iter().zip(after).all(|(wanted, word)| wanted == word))
}

/// "turned it down", "brushed the claim aside": how many words of the object stand between the verb and its particle.
fn parting(scene: &Scene<'_, '_>, at: usize, end: usize, cue: &Cue) -> usize {
    let [particle] = cue.rest.as_slice() else { return 0 };
    let Some(next) = scene.before(at + 1, end).filter(|_| cue.part == Part::Verb && cue.takes(Frame::Object)) else { return 0 };
    let is_particle = |at: usize| {
        let here = scene.lower.get(at).is_some_and(|word| word == particle);
        here && matches!(scene.tags[at].tag, Tag::Adverb | Tag::Preposition) && !scene.tags[at].is(Role::Of)
    };
    // "ruled that out", but "said that out of work"
    let is_that =
        next.is(Role::That) && next.tag == Tag::Complementiser && scene.before(at + 3, end).is_none_or(|next| !next.tag.opens_phrase());
    if next.tag == Tag::Pronoun || is_that {
        let is_object = is_that || next.is(Role::Object) && !next.is(Role::Reflexive);
        return usize::from(is_object && is_particle(at + 2));
    }
    let Some(found) = (at + 2..end.min(at + 2 + PARTING)).find(|at| is_particle(*at)) else { return 0 };
    // "called the police for help", "cautioned drivers against speeding": no particle.
    let governs = scene.before(found + 1, end).is_some_and(|next| next.tag.opens_phrase() || next.is_verb(form::GERUND));
    let is_object = next.tag.opens_phrase() && phrase::after(&scene.tags, at + 1, found) == (at + 1..found);
    if is_object && !governs { found - at - 1 } else { 0 }
}

/// "called again for", "appealed on Monday for": how many words that tell when or how stand between the verb and its preposition.
fn apart(scene: &Scene<'_, '_>, at: usize, end: usize, cue: &Cue) -> usize {
    let [preposition] = cue.rest.as_slice() else { return 0 };
    let tells = |next: &Tagged| {
        let tells = matches!(next.tag, Tag::Adverb | Tag::Preposition | Tag::Determiner | Tag::Number) || next.is(Role::Calendar);
        cue.part == Part::Verb && tells
    };
    // What is looked for stands close by, or nothing has to be stepped over.
    let near = at + 2..end.min(at + 1 + PARTING);
    let fits = scene.before(at + 1, end).is_some_and(tells) && !near.is_empty() && scene.lower[at + 1] != *preposition;
    if !fits || !scene.lower[near].iter().any(|word| word == preposition) {
        return 0;
    }
    let from = content::skip_adjuncts(scene, at + 1, end.min(at + 1 + PARTING));
    let governs = scene.before(from, end).is_some_and(|next| next.tag == Tag::Preposition) && scene.lower[from] == *preposition;
    if governs { from - at - 1 } else { 0 }
}

/// Words of an object that parts a verb from its particle.
const PARTING: usize = 6;

/// "insisted on Sunday that": the preposition belongs to the day, and not to the verb.
fn is_dated(scene: &Scene<'_, '_>, at: usize, cue: &Cue) -> bool {
    let last = at + cue.rest.len();
    let day = scene.tags.get(last + 1).is_some_and(|next| next.is(Role::Calendar) && !next.owns);
    last > at && day && scene.tags[last].is(Role::Setting)
}

fn group_of(scene: &Scene<'_, '_>, floor: usize, at: usize, cue: &Cue) -> Group {
    match cue.part {
        Part::Verb => group::around(&scene.tags, floor, at),
        Part::Adjective => {
            let found = group::around(&scene.tags, floor, at);
            Group { passive: false, finite: !found.infinitive, ..found }
        }
        _ => {
            // "no suggestion that"
            let negated = at > floor && scene.tags[at - 1].classes.has(Class::Negation);
            Group { start: at, head: at, negated, ..Group::default() }
        }
    }
}

/// "did not say so until May": said in the end.
fn is_done_late(scene: &Scene<'_, '_>, clause: &Clause, after: usize) -> bool {
    (after..clause.end).any(|at| scene.tags[at].is(Role::Until) && scene.quotation(at) == clause.quotation)
}

/// "criticism from farmers", "in her words": a noun that is a cue only where somebody is named after it, or "in" stands before it; whoever
/// looks for more would parse every sentence with one.
fn is_drawn(scene: &Scene<'_, '_>, at: usize, end: usize, cue: &Cue) -> bool {
    if cue.takes_only(Frame::In) {
        return (at.saturating_sub(IN)..at).any(|before| scene.tags[before].is(Role::Within));
    }
    !cue.takes_only(Frame::Drawn) || (at + 1..end.min(at + DRAWN)).any(|next| scene.tags[next].is(Role::From))
}

/// Tokens before a noun within which the "in" stands: "in the former mayor's words".
const IN: usize = 10;

/// Tokens after a noun within which somebody is named: "criticism on Friday from farmers".
const DRAWN: usize = 4;

/// The finite form that two verbs must share to be coordinated.
pub(super) fn same_form(scene: &Scene<'_, '_>, left: usize, right: usize) -> bool {
    let forms = scene.tags[left].forms & scene.tags[right].forms;
    forms & (form::PAST | form::PRESENT | form::BASE | form::GERUND | form::PARTICIPLE) != 0
}
