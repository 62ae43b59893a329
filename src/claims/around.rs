//! Content that stands before its subject and cue, or on both sides of them: "Y, X said", "Y, X said, Y".

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::form;
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::syntax::{Tag, Tagged, phrase};

use super::complement::{ADJUNCT, opens_quotation, resumed};
use super::scene::{Candidate, Scene};
use super::{content, quote};

/// "referring to the rain,": a participle that tells how something was said, and brings no words of its own.
fn is_aside(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    let brings = |tagged: &Tagged| tagged.tag == Tag::Verb && tagged.word.takes(Frame::Quote);
    !content::has_finite(scene, range.clone()) && !scene.tags[range].iter().any(brings)
}

/// "Y, X said", "Y, X said, Y": the content stands before, or on both sides.
pub(super) fn around(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> Option<Vec<Range<usize>>> {
    let clause = candidate.clause;
    let limit = before_marks(scene, clause.start, subject.start.min(candidate.group.start));
    let quoted_before = limit > clause.start && scene.tags[limit - 1].tag == Tag::Quote;
    let set_off = limit < subject.start || quoted_before;
    let after = from + 1;
    let goes_on = after < clause.end && scene.tags[from].tag == Tag::Comma;
    let finite = goes_on && scene.tags[after].is_finite();
    let relative = relative_opening(scene, clause.start, limit)
        .filter(|opens| goes_on && set_off && (finite || opens + 1 == limit && !scene.tags[*opens].is(Role::That)));
    let start = relative.unwrap_or(clause.start);
    let before = (limit > start && set_off).then(|| quote::opening(scene, start, limit)..limit);
    if !goes_on {
        let quoted = scene.before(from, clause.end).filter(|next| next.tag == Tag::Quote).map(|_| from..clause.end);
        return before.or(quoted).map(|range| vec![range]);
    }
    let next = scene.tags[after].tag;
    let unfinished = !quoted_before && before.is_some() && !content::has_finite(scene, start..limit);
    let gerund = next == Tag::Verb && !(unfinished && finite);
    let participle = gerund || scene.tags[after].joins() && !(before.is_some() && joins_on(scene, after, clause.end));
    // "The deal was, he said, “dead”" breaks off; "At noon, he said, “It is dead”" does not.
    let breaks_off = limit > start && scene.tags[limit - 1].tag == Tag::Auxiliary;
    let before = before.filter(|_| quoted_before || breaks_off || next != Tag::Quote);
    let to_end = |at: usize| at..content::clause_end(scene, candidate, at);
    let told_late = || tells_when(scene, after, clause.end) || tells_what_it_is(scene, after, clause.end);
    let is_counted = || counts_from(scene, after, clause.end);
    let tells_when = before.as_ref().is_some_and(|before| is_past(scene, before) && told_late() || is_counted());
    let speaks = !participle && !tells_when && (before.is_none() || !quoted_before) && !is_comment(scene, after, to_end(after).end);
    let late = if speaks || matches!(next, Tag::Quote | Tag::Complementiser) {
        Some(to_end(after))
    } else if participle && before.is_some() && next != Tag::Verb && opens_quotation(scene, after + 1) {
        Some(to_end(after + 1))
    } else {
        let resumed = resumed(scene, after, clause.end).filter(|at| quoted_before && gerund && is_aside(scene, after..*at));
        resumed.map(to_end)
    };
    let ranges: Vec<_> = before.into_iter().chain(late).collect();
    (!ranges.is_empty()).then_some(ranges)
}

/// "hours after talks began": however what was said is told, that is when it was said.
fn counts_from(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    tells_when(scene, at, end) && scene.before(at, end).is_some_and(|first| !first.is(Role::As) && first.tag != Tag::Adverb)
}

/// Nothing in the words is told as being so or to come: "the firm must pay", "the drug works".
fn is_past(scene: &Scene<'_, '_>, words: &Range<usize>) -> bool {
    let now = |here: &Tagged| here.classes.has(Class::Modal) || here.forms & form::PRESENT != 0 && here.is_finite();
    !scene.tags[words.clone()].iter().any(now)
}

/// "(The truce held, Oslo said,) as talks began", "hours after talks began", "even as talks went on": what happened beside it.
fn tells_when(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let counts = |at: &usize| scene.before(*at, end).is_some_and(|here| matches!(here.tag, Tag::Adverb | Tag::Determiner | Tag::Number));
    let from = (at..at + COUNTED).find(|at| !counts(at)).unwrap_or(at);
    let is_time = scene.before(from, end).is_some() && quantities::is_time(&scene.lower[from]);
    let join = from + usize::from(is_time);
    let joins = |next: &Tagged| next.is(Role::As) && !is_time || next.is(Role::Reason) && is_time && next.classes.has(Class::Subordinator);
    scene.before(join, end).is_some_and(joins) && (is_time || phrase::clause_follows(&scene.tags, join + 1, end))
}

/// "(Six were killed, police said,) in the worst attack in years": what the outlet takes it for.
fn tells_what_it_is(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let within = scene.before(at, end).is_some_and(|here| here.tag == Tag::Preposition && here.is(Role::Setting));
    let determined = scene.before(at + 1, end).is_some_and(|here| here.tag == Tag::Determiner);
    let ranked = scene.before(at + 2, end).is_some_and(|here| here.is(Role::Ranks));
    // "in the first half", "in the last three months"
    let dates = |at: &usize| scene.tags[*at].word.counts || scene.tags[*at].is(Role::Calendar) || quantities::is_time(&scene.lower[*at]);
    let noun = (at + 3..end).find(|at| scene.tags[*at].tag != Tag::Adverb);
    // "in the first serious breach", and not "in the first room"
    let told = |noun: usize| !scene.tags[at + 2].word.counts || scene.before(noun + 1, end).is_some_and(|next| next.tag.is_nominal());
    within && determined && ranked && noun.is_some_and(|noun| !dates(&noun) && told(noun))
}

/// Words of "just a few".
const COUNTED: usize = 4;

/// "(The bridge is safe, Lee said,) and will reopen", "but the firm went bust": the conjunction at `at` joins what was said, and not what
/// was done then ("and left") or what the speaker says besides ("and he called for talks").
fn joins_on(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let next = scene.before(at + 1, end);
    let helps = next.is_some_and(|next| next.tag == Tag::Auxiliary);
    let speaker = next.is_some_and(|next| next.tag == Tag::Pronoun && !next.classes.has(Class::Negation));
    let another = || content::attribution_begins(scene, at, end) || content::is_relay(scene, at + 1);
    helps || !speaker && content::sentence_follows(scene, at + 1, end) && !another()
}

/// Where the commas, dashes and stops begin that stand before `at`, with the "as" of "…, as X said".
fn before_marks(scene: &Scene<'_, '_>, floor: usize, mut at: usize) -> usize {
    let apart = |at: usize| matches!(scene.tags[at].tag, Tag::Comma | Tag::Dash | Tag::Stop);
    let so = |at: usize| scene.tags[at].is(Role::As) && (at == floor || apart(at - 1));
    // "…, or so X claims"
    let or_so = |at: usize| at > floor + 2 && scene.tags[at - 1].joins() && scene.tags[at - 2].joins() && apart(at - 3);
    at -= if or_so(at) { 2 } else { 0 };
    while at > floor && (apart(at - 1) || so(at - 1)) {
        at -= 1;
    }
    at
}

/// "(the search is continuing), police said": a speaker and a verb of saying with which all ends.
fn is_comment(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let verb = phrase::after(&scene.tags, from, end).end;
    let says = |here: &Tagged| here.is_verb(form::PAST | form::PRESENT | form::BASE) && here.word.cues().any(|cue| cue.takes(Frame::That));
    let rest = content::skip_adjuncts(scene, verb + 1, end);
    verb > from
        && scene.before(verb, end).is_some_and(says)
        && scene.before(rest, end).is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop))
}

/// "the fighters who, Oslo says, hunt its soldiers": where the relative clause begins whose verb is still to come at `limit`.
fn relative_opening(scene: &Scene<'_, '_>, floor: usize, limit: usize) -> Option<usize> {
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || matches!(scene.tags[*at].tag, Tag::Determiner | Tag::Adverb);
    let opens = (floor..limit).rev().take(ADJUNCT).find(|at| !within(at))?;
    // "a request that, diplomats say, will fail"
    let is_bare_that = || opens + 1 == limit && opens > floor && scene.tags[opens - 1].tag.is_nominal();
    (scene.tags[opens].classes.has(Class::Relative) && (!scene.tags[opens].is(Role::That) || is_bare_that())).then_some(opens)
}
