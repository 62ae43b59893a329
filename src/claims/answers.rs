//! Stage 6: what a denial or rejection answers. "the charge", "that", "an allegation that his office calls …" stand for a claim made
//! before; where that claim is found, the denial takes its content and its id.
//!
//! Nothing is guessed: a denial whose words do not point at a claim of somebody else answers none.
//! Known failure: where two accusations stand before "the charge", the nearer one is taken.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::Tag;
use crate::text::Span;

use super::scene::{Draft, Scene, Source};

/// How many sentences back "the charge" can point.
const REACH: usize = 2;

/// For each draft the index of the draft that it answers; contents that only point back are replaced by what they point at.
pub(super) fn link(scene: &Scene<'_, '_>, drafts: &mut [Draft]) -> Vec<Option<usize>> {
    let mut out = vec![None; drafts.len()];
    for at in 0..drafts.len() {
        let denies = matches!(drafts[at].candidate.cue.act, Act::Deny | Act::Reject) || drafts[at].act == Act::Deny;
        if !denies || drafts[at].cue.is_none() {
            continue;
        }
        let Some(pointer) = pointer(scene, &drafts[at]) else { continue };
        if let Some(found) = answered(scene, drafts, at, &pointer) {
            out[at] = Some(found);
            if pointer.points_back {
                drafts[at].content = drafts[found].content.clone();
            }
        }
    }
    out
}

/// The words of a denial that stand for somebody's claim.
struct Pointer {
    /// Its tokens.
    words: Range<usize>,
    /// It names the claim only as "the charge" or "that".
    points_back: bool,
}

fn pointer(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Pointer> {
    let span = *draft.content.first()?;
    let words = scene.document.tokens_in(span);
    let charge = words.clone().find(|at| scene.tags[*at].is(Role::Charge) && scene.tags[*at].tag != Tag::Verb);
    let bare = words.len() <= 1
        && words
            .clone()
            .next()
            .is_some_and(|at| matches!(scene.tags[at].tag, Tag::Pronoun | Tag::Relative | Tag::Complementiser | Tag::Determiner));
    let short = charge.is_some_and(|at| words.end <= at + 1);
    (charge.is_some() || bare).then_some(Pointer { words, points_back: bare || short })
}

/// The claim that `pointer` stands for: one whose words lie in it, else the nearest accusation or statement of somebody else.
fn answered(scene: &Scene<'_, '_>, drafts: &[Draft], at: usize, pointer: &Pointer) -> Option<usize> {
    let own = source_span(scene, &drafts[at]);
    let whole = scene.span(pointer.words.clone())?;
    let inside = drafts.iter().enumerate().skip(at.saturating_sub(4)).take(9).find(|(other, draft)| {
        *other != at
            && draft.cue.is_some_and(|cue| whole.overlaps(cue))
            && source_span(scene, draft).is_some_and(|source| Some(source) != own)
    });
    if let Some((found, _)) = inside {
        return Some(found);
    }
    if !pointer.points_back {
        return None;
    }
    let sentence = drafts[at].candidate.clause.sentence;
    let before = drafts[..at].iter().enumerate().rev().take(8).filter(|(_, draft)| {
        let back = draft.candidate.clause.sentence;
        back <= sentence && sentence - back <= REACH && source_text(scene, draft) != source_text(scene, &drafts[at]) && !is_answer(draft)
    });
    let mut fallback = None;
    for (index, draft) in before {
        if draft.candidate.cue.act == Act::Accuse {
            return Some(index);
        }
        let near = draft.candidate.clause.sentence == sentence || draft.candidate.clause.sentence + 1 == sentence;
        if near
            && fallback.is_none()
            && draft.candidate.cue.part != Part::Noun
            && matches!(draft.candidate.cue.act, Act::State | Act::Demand | Act::Condemn)
        {
            fallback = Some(index);
        }
    }
    fallback
}

fn is_answer(draft: &Draft) -> bool {
    matches!(draft.candidate.cue.act, Act::Deny | Act::Reject) || draft.act == Act::Deny
}

fn source_span(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Span> {
    match &draft.source {
        Source::Phrase(range) => scene.span(range.clone()),
        Source::Unspecified => None,
    }
}

fn source_text<'t>(scene: &Scene<'_, 't>, draft: &Draft) -> &'t str {
    source_span(scene, draft).map_or("", |span| scene.document.slice(span))
}

/// "calls the charge baseless": an evaluation of a charge, or by a word that turns one down, is a denial.
pub(super) fn turns_down(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let verdict = |span: &Span| scene.document.tokens_in(*span).take(10).any(|at| scene.tags[at].is(Role::Verdict));
    let negated = draft.candidate.group.negated;
    draft.evaluates && !negated && draft.content.iter().any(verdict) && !draft.content.iter().any(|span| has_negation(scene, *span))
}

fn has_negation(scene: &Scene<'_, '_>, span: Span) -> bool {
    scene.document.tokens_in(span).take(10).any(|at| scene.tags[at].classes.has(Class::Negation))
}
