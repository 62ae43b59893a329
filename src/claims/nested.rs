//! Claims inside another claim's words: which of them are claims of their own.
//!
//! "Lee said that both sides had agreed", "that the mayor wants a bridge", "denied the charge of theft": what somebody is said to want, to
//! praise or to have agreed to, to think or to have talked of, and what a noun only names, is part of what is said around it. Who is said
//! to have stated that something is so, accused, denied, admitted or refused something or told somebody to do it, and whose threat is
//! named, is answerable for it too, so that such a claim stays. In articles to tune on, annotators had marked one in seven of the claims
//! that are left out here, and three in four of those that stand in no other's words.
//!
//! Known failure: "Lee said the union had urged a strike" gives no claim by the union.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::Tag;
use crate::text::Span;

use super::scene::{Draft, Scene, Source};
use super::{content, deeds, hanging};

/// Sets the drafts from `begun` on, all of one sentence, apart from each other.
pub(super) fn settle(scene: &Scene<'_, '_>, out: &mut Vec<Draft>, begun: usize) {
    drop_writers(scene, out, begun);
    drop_reported(scene, out, begun);
    cut_reporters(scene, out, begun);
    part_speakers(scene, out, begun);
}

/// "wrote to the bank to demand it": what was written is what was demanded.
fn drop_writers(scene: &Scene<'_, '_>, out: &mut Vec<Draft>, begun: usize) {
    let wrote: Vec<usize> = out[begun..].iter().filter_map(|draft| hanging::rallying(scene, &draft.candidate)).collect();
    if !wrote.is_empty() {
        let own = out.split_off(begun);
        out.extend(own.into_iter().filter(|draft| draft.act != Act::State || !wrote.contains(&draft.candidate.group.head)));
    }
}

/// Leaves out those that are only part of what another one says. Whoever repeats an allegation makes it.
fn drop_reported(scene: &Scene<'_, '_>, out: &mut Vec<Draft>, begun: usize) {
    let mut dropped = vec![false; out.len() - begun];
    for at in begun..out.len() {
        let unowned = out[at].source == Source::Unspecified && out[at].rule == Rule::Noun;
        let near = at.saturating_sub(NEAR).max(begun)..out.len().min(at + NEAR);
        if near.clone().any(|other| asks_for(scene, &out[other], &out[at])) {
            dropped[at - begun] = true;
            continue;
        }
        let Some(cue) = out[at].cue.filter(|_| unowned || is_only_told(scene, &out[at])) else { continue };
        // "Police found an allegedly stolen coat": the adverb tells of the coat.
        let told = |draft: &Draft| draft.rule != Rule::Adverb && draft.content.iter().any(|piece| piece.contains(cue));
        let Some(around) = near.into_iter().find(|other| *other != at && told(&out[*other])) else { continue };
        if leads_its_teller(scene, &out[at], &out[around]) {
            continue;
        }
        if unowned && out[around].act == Act::State && opens_with(&out[around], cue) {
            out[around].act = out[at].act;
        }
        dropped[at - begun] = true;
    }
    if dropped.contains(&true) {
        let own = out.split_off(begun);
        out.extend(own.into_iter().zip(dropped).filter_map(|(draft, dropped)| (!dropped).then_some(draft)));
    }
}

/// "The king has promised a vote, officials said", "growers expect a poor crop, according to their union": the verb of the sentence is what
/// somebody does with words, and who tells of it comes after. Whoever agreed to something is said to have done so there.
fn leads_its_teller(scene: &Scene<'_, '_>, draft: &Draft, teller: &Draft) -> bool {
    let Source::Phrase(words) = &draft.source else { return false };
    let is_none = |at: usize| scene.tags[at].classes.has(Class::Negation) || scene.tags[at].is(Role::Scarce);
    let is_inside = words.start > 0 && matches!(scene.tags[words.start - 1].tag, Tag::Relative | Tag::Complementiser);
    if is_inside || words.clone().any(is_none) || !scene.names_somebody(words) || draft.candidate.cue.takes(Frame::Wish) {
        return false;
    }
    let does = matches!(draft.act, Act::Promise | Act::Propose | Act::Demand | Act::Expect);
    let is_first = draft.cue.zip(teller.cue).is_some_and(|(own, teller)| own.end() < teller.start());
    does && is_first && draft.candidate.group.finite && draft.rule == Rule::Subject
}

/// "The road was shut, the mayor said, according to Reuters": who reports a claim is no part of what is claimed.
fn cut_reporters(scene: &Scene<'_, '_>, out: &mut [Draft], begun: usize) {
    for at in begun..out.len() {
        let near = at.saturating_sub(NEAR).max(begun)..out.len().min(at + NEAR);
        let reporters: Vec<Span> = near.filter(|other| *other != at).filter_map(|other| reports(scene, &out[other], &out[at])).collect();
        for words in reporters {
            out[at].content.iter_mut().for_each(|piece| *piece = without_end(scene, *piece, words).unwrap_or(*piece));
        }
    }
}

/// "Rebels said they held the port, after a night in which 12 died, doctors said": the last clause is told by whoever is named after it,
/// and what stands before it by whoever is named before.
fn part_speakers(scene: &Scene<'_, '_>, out: &mut [Draft], begun: usize) {
    for late in begun..out.len() {
        let near = late.saturating_sub(NEAR).max(begun)..late;
        let Some((early, comma)) = near.rev().find_map(|early| Some((early, seam(scene, &out[early], &out[late])?))) else { continue };
        let end = scene.document.tokens_in(out[early].content[0]);
        let parts = (scene.span(end.start..comma), scene.span(comma + 1..end.end));
        if let (Some(before), Some(after)) = parts {
            out[early].content = vec![before];
            out[late].content = vec![after];
        }
    }
}

/// The comma before the last clause of what `early` tells, where `late` tells it after.
fn seam(scene: &Scene<'_, '_>, early: &Draft, late: &Draft) -> Option<usize> {
    let ([whole], [told]) = (late.content.as_slice(), early.content.as_slice()) else { return None };
    let (Source::Phrase(first), Source::Phrase(second)) = (&early.source, &late.source) else { return None };
    let states = |draft: &Draft| draft.act == Act::State && draft.candidate.cue.part == Part::Verb;
    let reports = scene.any(second, Role::Media);
    let around = late.cue?.start() >= whole.end() && whole.contains(early.cue?) && whole.contains(*told) && told.end() == whole.end();
    if !states(early) || !states(late) || first == second || reports || !around {
        return None;
    }
    let words = scene.document.tokens_in(*told);
    let opens = |at: usize| {
        let next = &scene.tags[at];
        next.can_subordinate() || next.is(Role::Reason)
    };
    let is_seam = |at: &usize| scene.tags[*at].tag == Tag::Comma && at + 1 < words.end && opens(at + 1);
    words.clone().rev().find(is_seam).filter(|at| *at > words.start && content::has_finite(scene, at + 1..words.end))
}

/// The words by which `outer` states what `inner` asserts, where they stand in the content of `inner`.
fn reports(scene: &Scene<'_, '_>, outer: &Draft, inner: &Draft) -> Option<Span> {
    let told = |draft: &Draft, words: Span| draft.content.iter().any(|piece| piece.contains(words));
    let Source::Phrase(reporter) = &outer.source else { return None };
    let words = scene.span(reporter.clone())?.cover(outer.cue?);
    (outer.act == Act::State && told(outer, inner.cue?) && told(inner, words)).then_some(words)
}

/// `piece` without `words` at its beginning or end.
fn without_end(scene: &Scene<'_, '_>, piece: Span, words: Span) -> Option<Span> {
    let all = scene.document.tokens_in(piece);
    let cut = scene.document.tokens_in(words);
    let (before, after) = (scene.span(all.start..cut.start), scene.span(cut.end..all.end));
    if before.is_some() == after.is_some() || !piece.contains(words) { None } else { before.or(after) }
}

/// Inside another's words it is an attitude, a thought, a deed, or a claim that is found with less certainty; not what is demanded or
/// promised in a clause of its own ("says that it has none and wants one").
fn is_only_told(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let before = draft.candidate.group.start.checked_sub(1).map(|before| scene.tags[before].tag);
    match draft.act {
        Act::Demand | Act::Promise if before == Some(Tag::Conjunction) => false,
        Act::Demand if draft.candidate.cue.act == Act::State => false,
        // "said it stood by its report"
        Act::Confirm if draft.candidate.cue.takes(Frame::Target) => true,
        Act::Accuse | Act::Deny | Act::Confirm => draft.rule == Rule::Parsed,
        Act::Warn => draft.rule != Rule::Noun,
        Act::State | Act::Reject => {
            let impersonal = draft.source == Source::Unspecified && draft.rule.is_impersonal();
            let cue = draft.candidate.cue;
            let states = draft.act == Act::State && cue.part != Part::Preposition && !draft.evaluates;
            let is_silent = states && (!cue.takes(Frame::Quote) || deeds::names_thing(scene, draft));
            impersonal || matches!(draft.rule, Rule::Noun | Rule::Parsed) || is_silent
        }
        _ => true,
    }
}

/// "Demanded an apology from the bank", "wants a promise from the ministry": what the noun stands for is asked for, and nobody's yet.
fn asks_for(scene: &Scene<'_, '_>, outer: &Draft, inner: &Draft) -> bool {
    let between = |asks: Span, noun: Span| scene.document.tokens_in(asks).end..scene.document.tokens_in(noun).start;
    // "Demanded a review after a warning": the review is what is asked for.
    let is_plain = |at: usize| !matches!(scene.tags[at].tag, Tag::Preposition | Tag::Conjunction);
    let is_object =
        |asks: Span, noun: Span| asks.end() <= noun.start() && noun.start() < asks.end() + NEAR_START && between(asks, noun).all(is_plain);
    let cues = outer.cue.zip(inner.cue).filter(|_| outer.act == Act::Demand && inner.rule == Rule::Noun);
    cues.is_some_and(|(asks, noun)| is_object(asks, noun))
}

/// How many drafts away the claim around another one is looked for.
const NEAR: usize = 6;

/// The content of a claim begins with this noun, an article or an adjective left out.
fn opens_with(draft: &Draft, noun: Span) -> bool {
    draft.content.first().is_some_and(|piece| piece.contains(noun) && noun.start() < piece.start() + NEAR_START)
}

/// How many bytes an article and an adjective before a noun may take.
const NEAR_START: usize = 20;
