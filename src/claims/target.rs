//! At whom an act is aimed: the object of "accuse", "urge", "warn" without what it is accused of, and whoever a denial answers.
//!
//! Known failure: "told the minister of health" ends at "minister", since a phrase with "of" may as well be the content.

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::aims::{self, Place};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, phrase};

use super::scene::{Candidate, Draft, Scene, Source};

/// The noun phrase at `from` up to its first preposition, where it can stand for somebody.
pub(super) fn object(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let mut found = phrase::after(&scene.tags, from, end);
    let cuts = |at: &usize| scene.tags[*at].tag == Tag::Preposition && !is_in_name(scene, *at) && !is_partitive(scene, found.start..*at);
    if let Some(cut) = found.clone().find(cuts) {
        found.end = cut;
    }
    found.end = with_name(scene, found.end, end);
    let is_reflexive = scene.tags.get(found.start).is_none_or(|first| first.is(Role::Reflexive));
    let opens = |first: &Tagged| matches!(first.tag, Tag::Determiner | Tag::Possessive) && !first.classes.has(Class::Pronoun);
    let is_cut_off = found.len() == 1 && opens(&scene.tags[found.start]);
    (!found.is_empty() && !is_reflexive && !is_cut_off).then_some(found)
}

/// Nouns for a body whose name may go on with "of".
const BODY: [actors::Role; 4] = [actors::Role::Body, actors::Role::BodyName, actors::Role::Organ, actors::Role::Government];

/// "the Republic of Chile", "the University of Lund": the "of" between a noun for a body, with its article and a capital, and a name.
fn is_in_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    let head = at.checked_sub(1).filter(|head| *head > 0 && scene.tags[at].is(Role::Of));
    let is_body = |head: usize| {
        let article = scene.tags[head - 1].tag == Tag::Determiner;
        article && scene.document.tokens[head].capital && actors::has_any_role(&scene.lower[head], &BODY)
    };
    head.is_some_and(is_body) && scene.tag(at + 1) == Some(Tag::Name)
}

/// "two of his deputies", "some of the nurses": the words before an "of" only say how many.
fn is_partitive(scene: &Scene<'_, '_>, counted: Range<usize>) -> bool {
    let counts =
        |here: &Tagged| here.tag == Tag::Number || here.word.counts || here.is(Role::Subject) && here.classes.has(Class::Determiner);
    !counted.is_empty() && scene.tags[counted.end].is(Role::Of) && scene.tags[counted].iter().all(counts)
}

/// "offered her a seat", "offered Kyiv 200 lorries": who is offered what stands after them.
pub(super) fn recipient(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Range<usize>> {
    let first = scene.before(from, end)?;
    let pronoun = first.is(Role::Object) && !scene.tags.get(from + 1).is_some_and(|next| next.tag.is_nominal());
    let name = (from..end).take_while(|at| scene.tags[*at].tag == Tag::Name).last();
    let stop = if pronoun { from + 1 } else { name? + 1 };
    let thing = scene.before(stop, end)?;
    matches!(thing.tag, Tag::Determiner | Tag::Number | Tag::Possessive).then_some(from..stop)
}

/// "the council, which he accused of fraud": the object is the relative, and so whoever it leads back to.
pub(super) fn led_back(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>) -> Option<Range<usize>> {
    let (cue, floor) = (candidate.cue, candidate.clause.start);
    let takes = cue.takes(Frame::Target) && !cue.takes(Frame::That);
    let relative = subject.start.checked_sub(1).filter(|at| takes && *at > floor && scene.tags[*at].tag == Tag::Relative)?;
    let end = relative - usize::from(scene.tags[relative - 1].tag == Tag::Comma);
    phrase::before(&scene.tags, floor, end)
}

/// "told the crew to wait", "was told to go by the premier": who tells somebody to do something demands it.
pub(super) fn told_to(scene: &Scene<'_, '_>, mut draft: Draft) -> Draft {
    let candidate = &draft.candidate;
    let tells = draft.act == Act::State && candidate.cue.part == Part::Verb && candidate.cue.takes(Frame::Target);
    let told = draft.target.as_ref().filter(|target| tells && target.end < candidate.clause.end);
    let last = draft.content.last().map(|piece| scene.document.token_at(piece.start()));
    let to = last.filter(|last| *last >= candidate.after).is_some_and(|last| scene.tags[last].tag == Tag::To);
    let is_told_to = candidate.group.passive && draft.target.is_some() && tells && to;
    if is_told_to || told.is_some_and(|target| scene.tag(target.end) == Some(Tag::To)) {
        draft.act = Act::Demand;
    }
    draft
}

/// "blamed the fire on the owner", "was blamed by guests on the owner": on whom it is laid, and not what is.
pub(super) fn laid_on(scene: &Scene<'_, '_>, mut draft: Draft) -> Draft {
    let candidate = &draft.candidate;
    let last = draft.content.last().filter(|_| candidate.cue.takes(Frame::Onto)).map(|piece| scene.document.tokens_in(*piece));
    let Some(words) = last.filter(|words| words.start >= candidate.after) else { return draft };
    // "blamed it on “greedy landlords”"
    let past_mark = |at: usize| at + usize::from(scene.tag(at) == Some(Tag::Quote));
    let found = onto(scene, candidate, words.clone()).and_then(|on| object(scene, past_mark(on + 1), words.end));
    draft.target = found.or(draft.target);
    draft
}

/// Where in `words` the preposition stands by which a cue names on whom its object is laid, and no other one that it takes.
pub(super) fn onto(scene: &Scene<'_, '_>, candidate: &Candidate, words: Range<usize>) -> Option<usize> {
    let names = |at: usize, place: Place| matches!(place, Place::After(word) if scene.lower[at] == word);
    let is_day = |at: usize| scene.before(at, words.end).is_none_or(|next| next.is(Role::Calendar));
    let is_on = |at: &usize| !is_day(at + 1) && aims::places(candidate.cue.act).any(|place| names(*at, place));
    let charged = || words.clone().any(|at| scene.tags[at].is(Role::Ground));
    words.clone().find(is_on).filter(|_| candidate.cue.takes(Frame::Onto) && !charged())
}

/// "the minister, Ann Lee,", "Lind & Moss": the end of the name that goes on after what ends at `at`.
fn with_name(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let tag = |at: usize| if at < end { scene.tag(at) } else { None };
    let is_name = |at: usize| tag(at) == Some(Tag::Name);
    if at > 0 && is_name(at - 1) && is_name(at + 1) && scene.lower[at] == "&" {
        return (at + 1..end).take_while(|at| is_name(*at)).last().map_or(at, |last| last + 1);
    }
    let name = (at + 1..end).take_while(|at| tag(*at) == Some(Tag::Name)).last();
    let is_apart = |last: &usize| tag(at) == Some(Tag::Comma) && tag(last + 1) == Some(Tag::Comma);
    name.filter(is_apart).map_or(at, |last| last + 1)
}

/// "Lind & Moss": a name with the one that it is joined to before it.
pub(super) fn with_name_before(scene: &Scene<'_, '_>, mut found: Range<usize>) -> Range<usize> {
    let is_name = |at: usize| scene.document.tokens.get(at).is_some_and(|token| token.capital);
    while found.start >= 2 && is_name(found.start) && scene.lower[found.start - 1] == "&" && is_name(found.start - 2) {
        found.start -= 2;
    }
    found
}

/// A denial without a target of its own is aimed at whoever made the claim that it answers.
pub(super) fn answered(drafts: &mut [Draft], answers: &[Option<usize>]) {
    for (at, answered) in answers.iter().enumerate() {
        let Some(Source::Phrase(accuser)) = answered.map(|found| drafts[found].source.clone()) else { continue };
        if drafts[at].target.is_none() || drafts[at].evaluates {
            drafts[at].target = Some(accuser);
        }
    }
}
