//! Claims that name no source: "The bridge appears to be shut", "He was reportedly ill", "Asked whether it would rain, Lee said no".
//!
//! The source is "unspecified": somebody asserts it, and the text does not say who.

use std::ops::Range;

use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Tag, Tagged, phrase};

use super::frame::{Context, draft};
use super::scene::{Candidate, Draft, Scene, Source};
use super::{content, source};

/// "X seems to Y", "it appears that Y": the verb's subject belongs to what is asserted.
pub(super) fn raised(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    if !candidate.cue.takes(Frame::Raised) || !candidate.group.finite {
        return None;
    }
    let subject = source::subject(scene, clause, candidate.group.start)?;
    let from = content::skip_adjuncts(scene, candidate.after, clause.end);
    if let Some(said) = trailing(scene, candidate, &subject) {
        return draft(candidate, Source::Unspecified, &said, context);
    }
    let next = scene.before(from, clause.end)?;
    if let Some(that) = shown(scene, from, clause.end) {
        let content = [that..content::clause_end(scene, candidate, that)];
        return draft(candidate, Source::Phrase(subject), &content, context);
    }
    let bare = scene.tags[subject.start].is_it_or_you();
    // "appeared on the trail", "appeared at the court", but "seemed like a gift", "seemed at odds"
    let is_at = || next.is(Role::At) && scene.before(from + 1, clause.end).is_some_and(|next| next.tag != Tag::Noun);
    let is_place = next.tag == Tag::Preposition && (next.is(Role::Setting) || next.is(Role::With) || is_at());
    let clause_next = next.tag == Tag::Complementiser || !is_place && phrase::clause_follows(&scene.tags, from, clause.end);
    // "appeared in court on Monday accused of theft"
    let is_told = next.tag != Tag::Verb || from == candidate.after;
    let tells = clause_next || matches!(next.tag, Tag::To | Tag::Verb | Tag::Noun | Tag::Preposition) && !is_place;
    let tells = tells && is_told;
    let ranges = match bare && clause_next {
        true => vec![from..content::clause_end(scene, candidate, from)],
        false => vec![subject, from..content::clause_end(scene, candidate, from)],
    };
    if !tells { None } else { draft(candidate, Source::Unspecified, &ranges, context) }
}

/// "The quay will close, it was announced on Monday", "The quay, it is understood, will close": what stands around "it" and a passive that
/// are set off.
pub(super) fn trailing(scene: &Scene<'_, '_>, candidate: &Candidate, it: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let clause = candidate.clause;
    let bare = it.len() == 1 && scene.tags[it.start].is_it_or_you();
    let tells = candidate.group.passive && candidate.cue.takes(Frame::That) || candidate.cue.takes(Frame::Raised);
    let states = tells && candidate.cue.act == Act::State && !candidate.group.negated;
    let comma = it.start.checked_sub(1).filter(|comma| *comma > clause.start && scene.tags[*comma].tag == Tag::Comma)?;
    let rest = content::skip_adjuncts(scene, candidate.after, clause.end);
    let ends = rest >= clause.end || matches!(scene.tags[rest].tag, Tag::Comma | Tag::Stop);
    let before = clause.start..comma;
    if !(bare && states && ends) {
        return None;
    }
    if content::has_finite(scene, before.clone()) {
        return Some(vec![before]);
    }
    let goes_on = scene.before(rest + 1, clause.end).is_some_and(Tagged::begins_predicate) && scene.tags[comma - 1].tag.is_nominal();
    goes_on.then(|| vec![before, rest + 1..content::clause_end(scene, candidate, rest + 1)])
}

/// "the messages appear to show that": where what somebody seems to say begins.
fn shown(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<usize> {
    let tag = |at: usize| scene.before(at, end);
    let says = tag(from)?.tag == Tag::To && tag(from + 1)?.word.heads_cue() && tag(from + 2)?.tag == Tag::Complementiser;
    says.then_some(from + 2)
}

/// "The bridge was reportedly shut": the clause around the adverb.
pub(super) fn adverb(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.cue.part != Part::Adverb {
        return None;
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let at = candidate.group.start;
    let finite = |at: &usize| scene.tags[*at].is_finite();
    let verb = (clause.start..at).rev().take(2).find(finite).unwrap_or(at);
    let end = content::clause_end(scene, candidate, candidate.after.min(clause.end));
    let ranges = match source::subject(scene, clause, verb) {
        Some(subject) => vec![subject.start..at, candidate.after..end],
        None if at == clause.start => vec![candidate.after..end],
        None => return None,
    };
    draft(candidate, Source::Unspecified, &ranges, context)
}

/// "The bank has reportedly refused to pay": what somebody is reported to have said is one claim, and theirs.
pub(super) fn retire(out: &mut Vec<Draft>, begun: usize) {
    let within = |draft: &Draft, at: usize| {
        let group = &draft.candidate.group;
        draft.rule != Rule::Adverb && group.start <= at && at < group.head && draft.candidate.cue.part == Part::Verb
    };
    let mut told = Vec::new();
    for (index, draft) in out.iter().enumerate().skip(begun).filter(|(_, draft)| draft.rule == Rule::Adverb) {
        let at = draft.candidate.group.start;
        if out[begun..].iter().any(|other| matches!(other.source, Source::Phrase(_)) && within(other, at)) {
            told.push(index);
        }
    }
    for index in told.into_iter().rev() {
        out.remove(index);
    }
}

/// "If the mayor is to be believed, it rained": whoever is believed has said what stands after the comma.
pub(super) fn believed(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause, group) = (context.scene, candidate.clause, &candidate.group);
    let opens = scene.tags[clause.start].is(Role::Condition) && group.passive && group.infinitive;
    let be = group.start.checked_sub(1).filter(|be| opens && *be > clause.start + 1 && scene.tags[*be].is(Role::Be))?;
    let comma = scene.before(candidate.after, clause.end).is_some_and(|next| next.tag == Tag::Comma);
    let states = candidate.cue.act == Act::State && candidate.cue.takes(Frame::That) && !candidate.cue.takes(Frame::Addressee) && comma;
    let who = phrase::before(&scene.tags, clause.start + 1, be).filter(|who| states && who.start == clause.start + 1)?;
    let from = candidate.after + 1;
    draft(candidate, Source::Phrase(who), &[from..content::clause_end(scene, candidate, from)], context)
}

/// "Asked whether it rained, …", "when asked about the rain": a participle that opens its clause and takes a question.
pub(super) fn asked(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause) = (context.scene, candidate.clause);
    let (head, end) = (candidate.group.head, clause.end);
    let asks = candidate.cue.takes(Frame::Addressee) || candidate.cue.takes(Frame::Agentless);
    if candidate.cue.part != Part::Verb || !asks || candidate.group.start != head || scene.tags[head].forms & form::PARTICIPLE == 0 {
        return None;
    }
    let opens = head == clause.start || scene.tags[head - 1].is(Role::Reason) || scene.tags[head - 1].tag == Tag::Subordinator;
    let from = content::skip_adjuncts(scene, candidate.after, end);
    let next = scene.tags.get(from).filter(|_| opens && from < end)?;
    // "Pressed on the cost, he left": what about is told, and no question.
    if !matches!(next.tag, Tag::Complementiser | Tag::To) && !next.is(Role::About) {
        return None;
    }
    let stop = content::object_end(scene, candidate, from);
    draft(candidate, Source::Unspecified, &[from..stop], context)
}
