//! What stands between a cue and what it takes: whoever is told, where and when it was said, what it was said of.
//!
//! Known failure: "confirmed in writing that" steps over no "in writing", since a gerund is no noun phrase.

use std::ops::Range;

use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::form;
use crate::lexicon::quantities::{self, Measure};
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, phrase};

use super::complement::ADJUNCT;
use super::scene::{Candidate, Scene};
use super::{content, target};

/// Where what is told begins after whoever is told at `from`, and at whom the act is aimed: "told the crew that it rained", "warned Iran
/// against escalation".
pub(super) fn past_spoken_to(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> (usize, Option<Range<usize>>) {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let from = from + usize::from(cue.act == Act::Accuse && describes_name(scene, from, end));
    let addresses = cue.takes(Frame::Addressee) || cue.takes(Frame::Target);
    if !addresses || !scene.before(from, end).is_some_and(|next| next.tag.opens_phrase()) {
        return (from, None);
    }
    let spoken_to = phrase::after(&scene.tags, from, end);
    let rest = content::skip_adjuncts(scene, spoken_to.end, end);
    let rest = rest_of_name(scene, rest, end);
    let next = scene.before(rest, end);
    let alone = next.is_none_or(|next| next.tag == Tag::Comma) && cue.takes(Frame::Object) && cue.takes(Frame::Addressee)
        || (next.is_none() || is_joined(scene, rest, end)) && cue.act == Act::Demand && is_wish(scene, &spoken_to);
    // "warned drivers have to wait": the subject of what is said.
    let speaks = cue.takes(Frame::That) && rest == spoken_to.end && next.is_some_and(|next| next.is_surely_finite());
    if alone || speaks {
        return (from, None);
    }
    let target = target::object(scene, from, end);
    // "wants the ban lifted": nobody is asked.
    let is_wanted = |object: &Range<usize>| scene.before(object.end, end).is_some_and(|next| next.is_verb(form::PARTICIPLE));
    let target = target.filter(|object| !(cue.act == Act::Demand && cue.takes(Frame::Object) && is_wanted(object)));
    if !(cue.rest.is_empty() && cue.takes(Frame::Addressee) && cue.takes(Frame::That)) {
        return (from, target);
    }
    let of_what = |told: &Range<usize>| scene.before(told.end, end).is_some_and(|next| next.is(Role::About));
    let asks = cue.takes(Frame::Prepositional) && (cue.act != Act::State || target.as_ref().is_some_and(of_what));
    let ends = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop));
    let tells = |next: &Tagged| matches!(next.tag, Tag::Comma | Tag::Complementiser | Tag::Quote | Tag::Mark) || next.tag.opens_phrase();
    let begins = match &target {
        // "warned Iran against escalation", but "told reporters at the harbour"
        Some(told) if ends && asks && told.end < spoken_to.end => told.end,
        _ if next.is_none_or(tells) && !spoken_to.is_empty() => rest,
        _ => from,
    };
    (begins, target)
}

/// "(accused) neighbouring Norland of": a participle before the name that it describes.
fn describes_name(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let describes = scene.before(at, end).is_some_and(|here| here.is_verb(form::GERUND | form::PARTICIPLE));
    describes && scene.before(at + 1, end).is_some_and(|next| next.tag == Tag::Name)
}

/// "told Good Morning Britain that": a day in a name ends no phrase, so that the rest of the name reaches from `at` to "that".
fn rest_of_name(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let named = |at: &usize| scene.tags[*at].tag.is_nominal();
    let stop = (at..end).take(NAME).find(|at| !named(at)).filter(|stop| *stop > at);
    let that = |stop: &usize| scene.tags[*stop].tag == Tag::Complementiser && scene.tags[*stop].is(Role::That);
    stop.filter(that).unwrap_or(at)
}

/// Words that a name can have after a day in it, and the one after them.
const NAME: usize = 4;

/// "apologised to passengers for the delay": past whoever hears what needs no words.
pub(super) fn past_hearers(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let end = candidate.clause.end;
    let names = |next: &Tagged| next.tag.opens_phrase() || next.tag == Tag::Pronoun;
    let hears = candidate.cue.takes(Frame::Alone)
        && scene.before(from, end).is_some_and(|to| to.is(Role::To))
        && scene.before(from + 1, end).is_some_and(names);
    if !hears {
        return from;
    }
    let found = phrase::after(&scene.tags, from + 1, end);
    // "apologised to the family", but "objected to the plan"
    let only_hears = candidate.cue.takes(Frame::Prepositional);
    if !only_hears && !scene.names_somebody(&found) && scene.tags[from + 1].tag != Tag::Pronoun {
        return from;
    }
    let leads = |at: &usize| scene.tags[*at].tag == Tag::Preposition && !scene.tags[*at].is(Role::Of);
    let stop = found.clone().find(leads).unwrap_or(found.end);
    content::skip_adjuncts(scene, stop, end)
}

/// "said of the plan that it would fail", "vowed before the crowd to fight", "reported in May a loss": past the phrase that stands between
/// a cue and what it takes.
pub(super) fn past_matter(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let Some(here) = scene.before(from, end).filter(|here| here.tag == Tag::Preposition) else { return from };
    let rest = content::skip_adjuncts(scene, phrase::after(&scene.tags, from + 1, end).end, end);
    let sets = here.is(Role::Setting) && !here.is(Role::From) && rest > from + 1;
    let takes = scene.before(rest, end).is_some_and(|next| match next.tag {
        Tag::Complementiser => cue.takes(Frame::That) && !next.is(Role::Wh),
        Tag::To => sets && cue.takes(Frame::To),
        Tag::Determiner | Tag::Possessive => sets && cue.takes(Frame::Object) && !phrase::clause_follows(&scene.tags, rest, end),
        _ => false,
    });
    if takes { rest } else { from }
}

/// ", while Peru left", ", and left": a comma at `at` and what joins another statement.
fn is_joined(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    scene.tag(at) == Some(Tag::Comma) && scene.before(at + 1, end).is_some_and(Tagged::joins)
}

/// "urged calm": a bare noun that is no person.
fn is_wish(scene: &Scene<'_, '_>, words: &Range<usize>) -> bool {
    const PEOPLE: [Role; 5] = [Role::Office, Role::Unnamed, Role::Crowd, Role::Organisation, Role::Court];
    let noun = words.len() == 1 && scene.tags[words.start].tag == Tag::Noun;
    noun && !PEOPLE.iter().any(|role| scene.tags[words.start].is(*role))
}

/// A clause or a quotation and a comma stand before a speaker.
fn follows_words(scene: &Scene<'_, '_>, start: usize, speaker: usize) -> bool {
    let set_off = speaker > start && matches!(scene.tags[speaker - 1].tag, Tag::Comma | Tag::Quote);
    set_off && (content::has_finite(scene, start..speaker) || scene.tags[speaker - 1].tag == Tag::Quote)
}

/// "It rained, police said as the sun set", "…, the mayor said while on holiday": what stands at `from` only tells when words were said
/// that stand before their speaker.
pub(super) fn tells_when(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, from: usize) -> bool {
    let (start, end) = (candidate.clause.start, candidate.clause.end);
    let tells =
        |next: &Tagged| next.can_subordinate() && matches!(next.tag, Tag::Subordinator | Tag::Preposition) && !next.is(Role::Condition);
    let reports = candidate.cue.takes(Frame::That) && candidate.cue.takes(Frame::Quote) && candidate.cue.rest.is_empty();
    let told = || !subject.is_empty() && ends_sentence(scene, start, subject.start);
    reports && scene.before(from, end).is_some_and(tells) && told()
}

/// From `start` to the comma before `speaker` stands a sentence, and not only a clause that depends ("As the sun set, police said while").
pub(super) fn ends_sentence(scene: &Scene<'_, '_>, start: usize, speaker: usize) -> bool {
    let depends = |here: &Tagged| here.can_subordinate() || here.tag == Tag::Relative || here.is_verb(form::GERUND);
    let comma = speaker > start && scene.tags[speaker - 1].tag == Tag::Comma;
    let mut parts = scene.tags[start..speaker].split(|here| here.tag == Tag::Comma);
    comma && parts.any(|part| part.first().is_some_and(|first| !depends(first)) && part.iter().any(Tagged::is_finite))
}

/// Past "on the radio", "in 2014", "of the plan" after the cue of a sentence whose words came before it.
pub(super) fn past_circumstances(scene: &Scene<'_, '_>, candidate: &Candidate, subject: &Range<usize>, mut from: usize) -> usize {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let reports = (cue.takes(Frame::Quote) || cue.takes(Frame::That)) && !cue.takes(Frame::Prepositional) && cue.rest.is_empty();
    let shares = subject.is_empty() && candidate.group.finite;
    if !reports || shares || !follows_words(scene, candidate.clause.start, subject.start) {
        return from;
    }
    while scene.before(from, end).is_some_and(|next| next.tag == Tag::Preposition) && !leads_to_clause(scene, from, end) {
        let gerund = scene.before(from + 1, end).is_some_and(|next| next.is_verb(form::GERUND));
        let past = if gerund { comma_or_mark(scene, from, end) } else { phrase::after(&scene.tags, from + 1, end).end };
        if past <= from + 1 {
            break;
        }
        from = content::skip_adjuncts(scene, past, end);
    }
    from
}

/// After the phrase that the preposition at `from` begins comes a clause: "of the forty, two were hurt", "in Lima the shops had closed".
fn leads_to_clause(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let stop = comma_or_mark(scene, from, end);
    let after_comma = || stop < end && (scene.tags[stop].tag == Tag::Quote || phrase::clause_follows(&scene.tags, stop + 1, end));
    content::has_finite(scene, from..stop) || after_comma()
}

/// "from Lima", and not "from Chile an apology", where an object follows.
pub(super) fn is_setting_alone(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let past = phrase::after(&scene.tags, from + 1, end).end;
    !scene.before(past, end).is_some_and(|next| next.tag.opens_phrase()) && !leads_to_clause(scene, from, end)
}

/// "(testified) for a third day", "for two hours on Monday": how long, and nothing of what.
pub(super) fn is_time_alone(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let past = phrase::after(&scene.tags, from + 1, end).end;
    let lasts = |at: usize| quantities::unit(&scene.lower[at]).is_some_and(|unit| unit.measure == Measure::Time);
    let is_time = |at: usize| at > from && scene.before(at, end).is_some_and(|here| !here.owns && (here.is(Role::Calendar) || lasts(at)));
    // "for a third day": a word of time ends the phrase before it.
    let past = past + usize::from(is_time(past));
    is_time(past - 1) && content::skip_adjuncts(scene, past, end) >= end
}

/// "(wrote) to the board asking for", "to the board, warning that": whoever is written to, and a deed of speech that tells what.
pub(super) fn asks_whom(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let past = phrase::after(&scene.tags, from + 1, end).end;
    let speaks = |at: usize| scene.before(at, end).is_some_and(|here| here.tag == Tag::Verb && here.word.heads_cue());
    let set_off = past > from + 1 && scene.before(past, end).is_some_and(|next| next.tag == Tag::Comma);
    let verb = past + usize::from(set_off);
    let gerund = scene.before(verb, end).is_some_and(|next| next.is_verb(form::GERUND));
    past > from + 1 && gerund && speaks(verb)
}

fn comma_or_mark(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    (from..end).find(|at| matches!(scene.tags[*at].tag, Tag::Comma | Tag::Quote)).unwrap_or(end)
}

/// "said, speaking to reporters, that": past the participle that stands between a cue and its "that".
pub(super) fn past_aside(scene: &Scene<'_, '_>, from: usize, end: usize) -> usize {
    let opens = scene.tag(from) == Some(Tag::Comma) && scene.tags.get(from + 1).is_some_and(|next| next.is_verb(form::GERUND));
    if !opens || from + 1 >= end {
        return from;
    }
    let close = (from + 2..end.min(from + ADJUNCT)).find(|at| scene.tags[*at].tag == Tag::Comma);
    let that = |at: usize| at + 1 < end && scene.tags[at + 1].tag == Tag::Complementiser && !scene.tags[at + 1].is(Role::Wh);
    close.filter(|at| that(*at)).map_or(from, |at| at + 1)
}
