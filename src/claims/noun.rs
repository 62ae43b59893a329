//! Nouns that carry an act: "Oslo's claim that …", "calls from growers for a vote", "her argument is that …". Whoever owns the noun or
//! makes it asserts what stands after it.

use std::ops::Range;

use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, phrase};

use super::content;
use super::frame::{Context, draft};
use super::scene::{Candidate, Draft, Scene, Source};

/// "Oslo's claim that …", "its refusal to …", "the allegation by Oslo that …".
pub(super) fn noun(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.cue.part != Part::Noun {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let at = candidate.group.start;
    let mut from = candidate.after;
    let mut owner = owner(scene, clause.start, at);
    if owner.is_none() && scene.tags.get(from).is_some_and(|next| next.is(Role::By) || next.is(Role::From)) {
        let by = maker(scene, from, clause.end);
        from = by.end;
        owner = Some(by).filter(|by| !by.is_empty());
    }
    let told = told_by(scene, candidate, from).or_else(|| completed(scene, candidate, from));
    let determined = at > clause.start && scene.tags[at - 1].tag != Tag::Preposition;
    let accused = candidate.cue.act == Act::Accuse && (determined || scene.tags[at].tag == Tag::Noun && at == clause.start);
    let source = match owner {
        Some(found) => Source::Phrase(found),
        None if accused => Source::Unspecified,
        None => return None,
    };
    let appositive = source == Source::Unspecified && in_apposition(scene, clause.start, at);
    if appositive { None } else { draft(candidate, source, &[told?], context) }
}

/// Whoever stands after "by" or "from" at `at`, before what they ask for: "a demand from nurses for higher pay".
pub(super) fn maker(scene: &Scene<'_, '_>, at: usize, end: usize) -> Range<usize> {
    let found = phrase::after(&scene.tags, at + 1, end);
    let governs = |at: &usize| scene.tags[*at].tag == Tag::Preposition && !scene.tags[*at].is(Role::Of);
    let stop = found.clone().find(governs).unwrap_or(found.end);
    found.start..stop
}

/// "a call by the union for a strike": the preposition that another row wants right after the noun stands behind its maker.
fn completed(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let mut rests = scene.tags[candidate.group.head].word.cues().filter(|row| row.part == Part::Noun).map(|row| &row.rest);
    let is_next = rests.any(|rest| matches!(rest.as_slice(), [only] if scene.lower.get(from).is_some_and(|next| *next == *only)));
    let opens = || scene.tag(from + 1).is_some_and(Tag::opens_phrase) && from + 1 < candidate.clause.end;
    (from > candidate.after && is_next && opens()).then(|| from + 1..phrase_end(scene, candidate, from + 1))
}

/// What a noun that carries an act has for its content: what stands at `from`, right after it, as its frames allow.
pub(super) fn told_by(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<Range<usize>> {
    let cue = candidate.cue;
    // "her argument was that …"
    let from = if is_equated(scene, from) { from + 1 } else { from };
    let first = scene.before(from, candidate.clause.end)?;
    let fits = match first.tag {
        Tag::Complementiser => cue.takes(Frame::That),
        Tag::To => cue.takes(Frame::To),
        Tag::Preposition => cue.takes(Frame::Prepositional) && !first.is(Role::By) && !first.is(Role::As),
        Tag::Verb => cue.takes(Frame::To) && !cue.rest.is_empty() && first.forms & form::BASE != 0,
        Tag::Quote => cue.takes(Frame::Object) && !cue.rest.is_empty(),
        tag => cue.takes(Frame::Object) && !cue.rest.is_empty() && tag.opens_phrase(),
    };
    let phrase = matches!(first.tag, Tag::Preposition | Tag::Quote) || first.tag.opens_phrase();
    let end = || if phrase { phrase_end(scene, candidate, from) } else { content::predicate(scene, candidate, from) };
    fits.then(|| from..end())
}

/// "is that", "was that": what stands before is what is said.
pub(super) fn is_equated(scene: &Scene<'_, '_>, at: usize) -> bool {
    let that = scene.tags.get(at + 1).is_some_and(|next| next.tag == Tag::Complementiser && next.is(Role::That));
    that && scene.tags[at].tag == Tag::Auxiliary && scene.tags[at].is(Role::Be)
}

/// The end of the noun phrase that a noun's preposition governs: at the latest where the sentence's verb follows.
fn phrase_end(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let end = content::object_end(scene, candidate, from);
    (from + 1..end)
        .find(|at| {
            let here = &scene.tags[*at];
            let finite = here.is_surely_finite();
            finite && scene.quotation(*at) == candidate.clause.quotation && !relative_before(scene, from, *at)
        })
        .unwrap_or(end)
}

fn relative_before(scene: &Scene<'_, '_>, from: usize, at: usize) -> bool {
    scene.tags[from..at].iter().any(|tagged| matches!(tagged.tag, Tag::Relative | Tag::Complementiser | Tag::Subordinator))
}

/// ", a charge that …": the noun stands for what was said before it.
fn in_apposition(scene: &Scene<'_, '_>, floor: usize, at: usize) -> bool {
    let before = scene.tags[floor..at].iter().rev().find(|tagged| !matches!(tagged.tag, Tag::Determiner | Tag::Noun));
    before.is_some_and(|before| matches!(before.tag, Tag::Comma | Tag::Dash))
}

pub(super) fn owner(scene: &Scene<'_, '_>, floor: usize, at: usize) -> Option<Range<usize>> {
    let back = (floor..at).rev().take(3).find(|back| scene.tags[*back].owns || !scene.tags[*back].tag.is_nominal())?;
    let here = &scene.tags[back];
    match here.tag {
        _ if here.owns => phrase::before(&scene.tags, floor, back + 1),
        Tag::Possessive => Some(back..back + 1),
        _ => None,
    }
}
