//! What is asserted: the clause, phrase or quotation that belongs to a cue.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, group, phrase};
use crate::text::Span;

use super::scene::{Candidate, Scene};
use super::{hanging, source};

/// Steps over "on Tuesday", "in a statement", "again" after a cue.
pub(super) fn skip_adjuncts(scene: &Scene<'_, '_>, mut at: usize, end: usize) -> usize {
    while at < end {
        let here = &scene.tags[at];
        let next = if here.tag == Tag::Adverb && !here.classes.has(Class::Negation) || (here.is(Role::Calendar) && here.tag != Tag::Verb) {
            at + 1
        } else if here.tag == Tag::Preposition && !here.is(Role::Of) {
            adjunct_phrase(scene, at, end)
        } else if matches!(here.tag, Tag::Determiner | Tag::Number) {
            time_phrase(scene, at, end)
        } else {
            at
        };
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// The end of "a day earlier", "two weeks ago", "last month" at `at`, else `at`.
fn time_phrase(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let last = (at + 1..end.min(at + 4)).take_while(|later| scene.tags[*later].tag.is_nominal() || scene.tags[*later].tag == Tag::Adverb);
    let tells = |later: &usize| {
        let here = &scene.tags[*later];
        here.is(Role::Calendar) && !here.owns && (*later == at + 1 || here.classes.has(Class::Adverb))
    };
    last.filter(tells).last().map_or(at, |last| last + 1)
}

/// The end of the prepositional phrase at `at` where it tells when or where words were said, else `at`.
fn adjunct_phrase(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    // "by the army on Friday": the day is not in the phrase that "by" begins.
    let ends = |here: &Tagged| match here.tag {
        Tag::Preposition => !here.is(Role::Of),
        tag => matches!(tag, Tag::Comma | Tag::Verb | Tag::To | Tag::Quote | Tag::Complementiser),
    };
    // "on condition of anonymity": on what terms they were said.
    let is_term = |at: usize| scene.tags[at].is(Role::Withheld) && scene.tags[at].tag == Tag::Noun;
    let tells = |later: &usize| tells_where(scene, *later) || is_term(*later);
    let told = (at + 1..end.min(at + 6)).take_while(|later| !ends(&scene.tags[*later])).find(tells);
    let Some(told) = told else { return at };
    let mut stop = told + 1;
    while stop < end && (tells_where(scene, stop) || (scene.tags[stop].tag == Tag::Number && scene.tags[stop - 1].is(Role::Calendar))) {
        stop += 1;
    }
    let ends = |at: usize| at >= end || matches!(scene.tags[at].tag, Tag::Comma | Tag::Preposition | Tag::Quote | Tag::Stop | Tag::Mark);
    if stop < end && scene.tags[stop - 1].is(Role::Medium) && scene.tags[stop].tag == Tag::Noun && ends(stop + 1) {
        return stop + 1;
    }
    // "in a statement issued on Monday", "in an interview published in Rome"
    let described = stop < end && scene.tags[stop - 1].is(Role::Medium) && scene.tags[stop].is_verb(form::PARTICIPLE);
    let stop = stop + usize::from(described);
    let goes_on = stop < end && (described || scene.tags[stop - 1].is(Role::Medium)) && scene.tags[stop].tag == Tag::Preposition;
    let dated = || scene.tags.get(stop + 1).is_some_and(|next| stop + 1 < end && next.is(Role::Calendar));
    match () {
        () if goes_on && dated() => adjunct_phrase(scene, stop, end),
        () if goes_on => phrase::after(&scene.tags, stop + 1, end).end.max(stop),
        () => stop,
    }
}

/// "about half of them", "over 40": the preposition at `at` only says how exact the number after it is.
pub(super) fn begins_amount(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let is_fraction = |use_: &NumberWord| matches!(use_, NumberWord::Fraction(_));
    let counts =
        |here: &Tagged| here.tag == Tag::Number || here.word.counts || here.is(Role::Subject) && here.classes.has(Class::Determiner);
    let part = |at: usize| scene.before(at, end).is_some_and(|here| !here.owns) && numbers::uses(&scene.lower[at]).iter().any(is_fraction);
    scene.before(at, end).is_some_and(|here| here.tag == Tag::Preposition)
        && scene.before(at + 1, end).is_some_and(|next| counts(next) || next.tag == Tag::Determiner && part(at + 2))
        && quantities::qualifier_before(&scene.lower[at..=at]).is_some()
}

/// "Thursday", "telephone", "interview".
pub(super) fn tells_where(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tags[at].is(Role::Calendar) && !phrase::describes_noun(&scene.tags, at) || scene.tags[at].is(Role::Medium)
}

/// Where a clause that begins at `from` ends: at another attribution of the same level, else with the sentence.
pub(super) fn clause_end(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let end = candidate.clause.end;
    let loose = scene.tags.get(from).is_some_and(|first| first.tag != Tag::Complementiser && first.tag != Tag::Quote)
        && candidate.cue.takes(Frame::Target);
    let depends = depends(scene, candidate.clause.start, candidate.group.start);
    let apart = is_aside(scene, candidate);
    let ends = |at: usize| {
        ends_clause(scene, candidate, at, end)
            || (apart && aside_ends(scene, candidate, at, end))
            || (loose && (breaks_off(scene, candidate, at, end) || joins_clause(scene, from, at, end)))
            || (depends && main_clause_begins(scene, candidate, at, end))
    };
    (from + 1..end).find(|at| ends(*at)).unwrap_or(end)
}

/// "Lee, who wrote to the bank": the cue stands in a relative clause between commas.
fn is_aside(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let before = candidate.clause.start..candidate.group.start;
    let opens = before.rev().find(|at| matches!(scene.tags[*at].tag, Tag::Comma | Tag::Relative));
    opens.is_some_and(|at| scene.tags[at].tag == Tag::Relative && at > candidate.clause.start && scene.tags[at - 1].tag == Tag::Comma)
}

/// "(Lee, who wrote to the bank), has left": the comma before the verb of the noun on which the relative clause depends.
fn aside_ends(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize, end: usize) -> bool {
    let comma = scene.tags[at].tag == Tag::Comma && candidate.clause.quotation == scene.quotation(at);
    let next = (at + 1..end).find(|at| scene.tags[*at].tag != Tag::Adverb);
    comma && next.is_some_and(|next| scene.tags[next].is_finite())
}

/// Where a noun's clause ends: at the verb whose subject the noun is ("the claim that it sank drew no reply"), which is the second
/// finite verb after "that", or the first after "to", where nothing between begins another clause. A clause of which no word is
/// sure to be its verb ends with the sentence.
pub(super) fn predicate(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let end = clause_end(scene, candidate, from);
    let mut verbs = if scene.tags[from].tag == Tag::To { 1 } else { 0 };
    let mut at = from + 1;
    while at < end {
        let here = &scene.tags[at];
        // "to leave the town that lies on the border": the relative has a verb of its own.
        if here.tag == Tag::Relative && scene.tags[at - 1].tag.is_nominal() && scene.tags.get(at + 1).is_some_and(Tagged::is_finite) {
            at = group_end(scene, at + 1, end);
            continue;
        }
        let opens = matches!(here.tag, Tag::Complementiser | Tag::Relative | Tag::Conjunction | Tag::Quote | Tag::Mark | Tag::Comma);
        if opens || here.can_subordinate() {
            return end;
        }
        if here.is_finite() {
            verbs += 1;
            if verbs == 2 {
                return at;
            }
            at = group_end(scene, at, end);
            continue;
        }
        at += 1;
    }
    end
}

/// One past the verb that goes with the one at `at`: "had been sold".
fn group_end(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let main = (at..end).find(|later| !matches!(scene.tags[*later].tag, Tag::Auxiliary | Tag::Adverb)).unwrap_or(end);
    main + usize::from(main < end && scene.tags[main].tag == Tag::Verb)
}

/// "when Lee asked", "as the union accused": the clause of the verb at `at` depends on another one.
pub(super) fn depends(scene: &Scene<'_, '_>, floor: usize, at: usize) -> bool {
    scene.tags[floor..at]
        .iter()
        .rev()
        .take_while(|here| !matches!(here.tag, Tag::Comma | Tag::Stop | Tag::Quote | Tag::Mark | Tag::Dash))
        .any(|here| here.tag == Tag::Subordinator || here.classes.has(Class::Subordinator) && here.tag == Tag::Preposition)
}

/// "…, he left": after a comma the clause on which the cue's clause depends.
fn main_clause_begins(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize, end: usize) -> bool {
    let comma = scene.tags[at].tag == Tag::Comma && candidate.clause.quotation == scene.quotation(at);
    let opens = scene.before(at + 1, end).is_some_and(|next| next.tag.opens_phrase());
    comma && opens && phrase::clause_follows(&scene.tags, at + 1, end)
}

/// A quotation closes at `at` with a comma inside its marks, as American papers put it: the comma belongs to the sentence.
fn closes_with_comma(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    let inner = at.checked_sub(1).filter(|before| scene.tags[*before].tag == Tag::Comma);
    scene.tags[at].tag == Tag::Quote
        && candidate.clause.quotation.is_none()
        && inner.is_some_and(|before| scene.quotation(before).is_some())
}

/// After a quotation that closed with its comma something else begins: "“…,” opposes", "“…,” after he left".
fn leaves_quotation(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let Some(next) = scene.before(at + 1, end) else { return false };
    let joined = usize::from(next.tag == Tag::Conjunction);
    matches!(next.tag, Tag::Verb | Tag::Auxiliary)
        || next.can_subordinate()
        || next.is(Role::Contrast)
        || (next.tag.opens_phrase() || joined == 1) && phrase::clause_follows(&scene.tags, at + 1 + joined, end)
}

/// After an object, ", but …" and ", leaving …" belong to the sentence and not to what is asserted.
fn breaks_off(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize, end: usize) -> bool {
    let same = candidate.clause.quotation == scene.quotation(at);
    let Some(next) = scene.before(at + 1, end) else { return false };
    let joins = next.is(Role::Contrast) || (next.tag == Tag::Conjunction && phrase::clause_follows(&scene.tags, at + 2, end));
    let comma = scene.tags[at].tag == Tag::Comma && (joins || next.is_verb(form::GERUND) || speaks(scene, at + 1, end));
    // "to leave by Friday": when it is to be done.
    let is_due = scene.tags[at].is(Role::By) || scene.tags[at].is(Role::Until);
    let adjunct = scene.tags[at].tag == Tag::Preposition && !scene.tags[at].is(Role::Of) && !is_due && ends_with_adjunct(scene, at, end);
    same && (comma || adjunct || scene.tags[at].tag == Tag::Subordinator)
}

/// "(welcomed the raise) and parents complained": after an object that has no verb of its own a conjunction joins a sentence.
fn joins_clause(scene: &Scene<'_, '_>, from: usize, at: usize, end: usize) -> bool {
    let joins = scene.tags[at].tag == Tag::Conjunction && scene.quotation(at) == scene.quotation(from);
    joins && !has_finite(scene, from..at) && sentence_follows(scene, at + 1, end)
}

/// A noun phrase begins at `at`, and right after it stands a finite verb.
pub(super) fn sentence_follows(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let subject = phrase::after(&scene.tags, at, end);
    let verb = (subject.end..end).find(|later| scene.tags[*later].tag != Tag::Adverb);
    !subject.is_empty() && verb.is_some_and(|verb| scene.tags[verb].is_finite())
}

/// "(welcomed the deal,) France said it was weak": a speaker at `at`, and right after it a verb of saying.
fn speaks(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let verb = phrase::after(&scene.tags, at, end).end;
    let says = |here: &Tagged| here.is_finite() && here.tag == Tag::Verb && here.word.cues().any(|cue| cue.takes(Frame::Quote));
    verb > at && scene.before(verb, end).is_some_and(says)
}

/// "on Saturday" and no more: not "on Saturday for the collapse", where the cue's own preposition follows, or "a man who left on
/// Saturday, of lying", where it follows an aside.
fn ends_with_adjunct(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let stop = adjunct_phrase(scene, at, end);
    let next = |at: usize| scene.before(at, end);
    let goes_on = next(stop).is_some_and(|next| matches!(next.tag, Tag::Preposition | Tag::To));
    let closes_aside = next(stop).is_some_and(|mark| mark.tag == Tag::Comma)
        && next(stop + 1).is_some_and(|next| next.is(Role::Of) || next.tag == Tag::To);
    stop > at && !goes_on && !closes_aside
}

fn ends_clause(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize, end: usize) -> bool {
    if candidate.clause.quotation != scene.quotation(at) {
        return false;
    }
    let here = &scene.tags[at];
    match here.tag {
        Tag::Comma | Tag::Dash => {
            at + 1 < end && (attribution_begins(scene, at + 1, end) || hanging::goes_on_in_headline(scene, candidate, at))
        }
        Tag::Conjunction => at + 1 < end && coordinated(scene, candidate, at + 1, end),
        Tag::Mark => attribution_begins(scene, at + 1, end) || new_sentence(scene, at, end),
        Tag::Quote if closes_with_comma(scene, candidate, at) => leaves_quotation(scene, at, end),
        _ => is_relay(scene, at),
    }
}

/// After a colon or semicolon a sentence of its own begins with a capital.
fn new_sentence(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    at + 1 < end && scene.document.tokens[at + 1].capital && phrase::clause_follows(&scene.tags, at + 1, end)
}

/// "according to" at `at`.
pub(super) fn is_relay(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.tags[at].word.heads(Part::Preposition) && scene.tags.get(at + 1).is_some_and(|next| next.is(Role::To))
}

/// After a comma: "saying …", "according to …", "he said", "said Lee", "a charge that …", "but Lee said".
pub(super) fn attribution_begins(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let Some(here) = scene.before(at, end) else { return false };
    if is_relay(scene, at) || (here.is_verb(form::GERUND) && here.word.heads_cue() && !here.word.noun) {
        return true;
    }
    // "…, something he denies"
    let follows = scene.before(at + 1, end);
    if here.is(Role::Points) && follows.is_some_and(|next| next.tag == Tag::Pronoun) {
        return true;
    }
    if apposes_charge(scene, at, end) {
        return true;
    }
    let joined = here.joins();
    // "…, which the junta denied"
    let at = if joined || here.tag == Tag::Relative { at + 1 } else { at };
    let Some(first) = scene.before(at, end) else { return false };
    if joined && here.is(Role::Contrast) && first.begins_predicate() {
        return true;
    }
    let verb_first = says(scene, at, end);
    if verb_first {
        return !joined || scene.tags[at].forms & form::GERUND == 0;
    }
    let subject = phrase::after(&scene.tags, at, end);
    if subject.is_empty() {
        return false;
    }
    // "while the owner, Ann Lee, insisted"
    let aside = source::with_apposition(scene, subject.end, end);
    let close = aside + usize::from(aside > subject.end && scene.tag(aside) == Some(Tag::Comma));
    let verb = (close..end.min(close + 4)).find(|later| !matches!(scene.tags[*later].tag, Tag::Auxiliary | Tag::Adverb));
    let Some(verb) = verb.filter(|verb| says(scene, *verb, end)) else { return false };
    if joined {
        return scene.tags[at].tag != Tag::Pronoun || scene.tags[verb + 1..end].first().is_some_and(|next| next.tag == Tag::Complementiser);
    }
    // "…, which he refused to do"
    let refuses = scene.tags[verb].word.cues().any(|cue| cue.part == Part::Verb && cue.act == Act::Reject);
    let after = if refuses { past_doing(scene, verb + 1, end) } else { verb + 1 };
    let rest = scene.before(skip_adjuncts(scene, after, end), end).map(|rest| rest.tag);
    rest.is_none_or(|rest| rest == Tag::Stop || here.tag != Tag::Relative && matches!(rest, Tag::Comma | Tag::Quote))
}

/// Past "to do" and "to do so" at `at`, which stand for a verb told before.
pub(super) fn past_doing(scene: &Scene<'_, '_>, at: usize, end: usize) -> usize {
    let does = scene.before(at, end).is_some_and(|to| to.tag == Tag::To) && scene.before(at + 1, end).is_some_and(|next| next.is(Role::Do));
    let so = at + 2 + usize::from(scene.before(at + 2, end).is_some_and(|so| so.classes.has(Class::Starter)));
    let ends = |at: usize| scene.before(at, end).is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash));
    if does && ends(so) { so } else { at }
}

/// "…, a charge he denies", "…, a version disputed by the firm": what was said is taken up by a noun, by which more is said of it.
pub(super) fn apposes_charge(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    let parts = |later: &usize| matches!(scene.tags[*later].tag, Tag::Comma | Tag::Quote | Tag::To | Tag::Stop | Tag::Mark);
    let mut near = (at + 1..end.min(at + APPOSED)).take_while(|later| !parts(later));
    let opens = scene.before(at, end).is_some_and(|here| here.tag == Tag::Determiner);
    let turns_down = |later: usize| {
        let denies = scene.tags[later].word.cues().any(|cue| matches!(cue.act, Act::Deny | Act::Reject) && cue.takes(Frame::Object));
        let by = scene.before(later + 1, end).is_none_or(|next| next.is(Role::By) || matches!(next.tag, Tag::Comma | Tag::Stop));
        scene.tags[later].tag == Tag::Verb && denies && by
    };
    opens && near.any(|later| later < at + 4 && scene.tags[later].is(Role::Charge) || turns_down(later))
}

/// How many tokens an apposed noun may have with the verb that turns it down: "an accusation that the former mayor has always denied".
const APPOSED: usize = 10;

/// Some finite verb stands in `range`, outside any quotation mark's reach.
pub(super) fn has_finite(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    scene.tags[range].iter().any(Tagged::is_finite)
}

/// "who spoke with the paper said": where the verb of the main clause follows a relative clause.
pub(super) fn main_verb(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<usize> {
    (range.start + 1..range.end).find(|at| {
        let before = &scene.tags[at - 1];
        says(scene, *at, range.end) && before.tag.is_nominal() && scene.quotation(*at).is_none()
    })
}

/// A finite verb that reports speech stands at `at`.
fn says(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    at < end && scene.tags[at].is_verb(form::PAST | form::PRESENT) && scene.tags[at].word.takes(Frame::Quote)
}

/// After a conjunction: a verb in the cue's own form, which shares its subject.
fn coordinated(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize, end: usize) -> bool {
    let verb = (at..end.min(at + 3)).find(|later| scene.tags[*later].tag != Tag::Adverb);
    verb.is_some_and(|verb| {
        let here = &scene.tags[verb];
        here.tag == Tag::Verb
            && here.word.heads_cue()
            && candidate.cue.part == Part::Verb
            && super::cues::same_form(scene, candidate.group.head, verb)
            && !goes_on_with(scene, candidate, verb)
            && !goes_on_passive(scene, candidate.after, verb, end)
            && !shares_modal(scene, candidate.after..at - 1, verb)
    })
}

/// "(said the pipes were tested on Friday and) found to be sound", "was held in May and charged with theft": a participle that goes on with
/// the passive before it, since it has no object and the verb of saying would take none of what follows.
pub(super) fn goes_on_passive(scene: &Scene<'_, '_>, floor: usize, verb: usize, end: usize) -> bool {
    let tags = &scene.tags;
    if !tags[verb].is_verb(form::PARTICIPLE) {
        return false;
    }
    let joint = (floor + 1..verb).rev().find(|at| tags[*at].tag != Tag::Adverb).filter(|at| tags[*at].tag == Tag::Conjunction);
    let Some(joint) = joint else { return false };
    let Some(from) = (floor..joint).rev().find(|at| tags[*at].is_verb(form::PAST | form::PARTICIPLE | form::PRESENT)) else { return false };
    let passive = tags[from].is_verb(form::PARTICIPLE) && group::around(tags, floor, from).passive;
    // "was held and denied on Friday that he was there", "was freed and said, “It is over.”": who goes on to say something.
    let rest = (verb + 1..tags.len().min(verb + TOLD)).take_while(|at| tags[*at].tag != Tag::Stop);
    let says = rest.into_iter().any(|at| matches!(tags[at].tag, Tag::Complementiser | Tag::Quote));
    if !passive || says {
        return false;
    }
    let rows = || tags[verb].word.cues().filter(|cue| cue.part == Part::Verb);
    let takes = |frame: Frame| rows().any(|cue| cue.rest.is_empty() && cue.takes(frame));
    let phrasal = || rows().any(|cue| !cue.rest.is_empty() && super::cues::rest_follows(scene, verb, cue));
    match scene.before(verb + 1, end) {
        // "found to be sound", but "admitted to the theft"
        Some(next) if next.tag == Tag::To || next.is(Role::To) => {
            let is_verb = scene.before(verb + 2, end).is_some_and(|next| next.is_verb(form::BASE) || next.is(Role::Be));
            is_verb && !phrasal() && (!takes(Frame::To) || rows().any(|cue| cue.act == Act::Demand && cue.takes(Frame::Addressee)))
        }
        Some(next) if next.tag == Tag::Preposition && !next.is(Role::To) => {
            let promises = (verb + 1..end.min(verb + TOLD)).any(|at| tags[at].tag == Tag::To) && takes(Frame::To);
            !takes(Frame::Prepositional) && !phrasal() && !promises || next.is(Role::By)
        }
        Some(next) => matches!(next.tag, Tag::Stop | Tag::Comma) && !takes(Frame::Alone),
        None => !takes(Frame::Alone),
    }
}

/// Tokens behind a verb among which what it says begins.
const TOLD: usize = 8;

/// The verb at `at` belongs to what `candidate` says of somebody: "said the man had admitted the theft but denied the assault".
pub(super) fn goes_on_with(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    hanging::told_of(scene, candidate.clause, at).is_some_and(|(says, _)| says == candidate.group.head)
}

/// "(signed) a letter urging ministers to act", "(called) a press conference to announce": the object from `from` is a text or a talk, and
/// a participle or infinitive of speech tells what for.
pub(super) fn is_aired(scene: &Scene<'_, '_>, from: usize, end: usize) -> bool {
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || matches!(scene.tags[*at].tag, Tag::Determiner | Tag::Possessive);
    let Some(next) = (from..end).take(APPOSED).find(|at| !within(at)).filter(|next| *next > from) else { return false };
    let is_text = [Role::Document, Role::Medium].iter().any(|role| scene.tags[next - 1].is(*role));
    let says = |here: &Tagged| here.tag == Tag::Verb && here.word.takes(Frame::That) && here.word.takes(Frame::Quote);
    let told = |at: usize| scene.before(at, end).is_some_and(says);
    let gerund = scene.tags[next].is_verb(form::GERUND) && told(next);
    is_text && (gerund || scene.tags[next].tag == Tag::To && told(next + 1))
}

/// "(said it would close two shops and) cut jobs": the verb may stand in the form of the last one before it, which is no past tense.
fn shares_modal(scene: &Scene<'_, '_>, before: Range<usize>, verb: usize) -> bool {
    let here = &scene.tags[verb];
    let helps = |tagged: &&Tagged| matches!(tagged.tag, Tag::Verb | Tag::Auxiliary);
    let last = scene.tags.get(before).and_then(|before| before.iter().rev().find(helps));
    here.forms & form::BASE != 0 && last.is_some_and(|last| last.is_verb(here.forms) && !last.is_verb(form::PAST))
}

/// Where a noun phrase that is the whole content ends.
pub(super) fn object_end(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> usize {
    let end = clause_end(scene, candidate, from);
    // "an audit by Friday", and not "an audit on Friday", when it may have been said.
    let is_due = |at: usize| {
        let by = (at.saturating_sub(2).max(from)..=at).find(|by| scene.tags[*by].is(Role::By) || scene.tags[*by].is(Role::Until));
        by.is_some_and(|by| (by + 1..end.min(by + 3)).any(|day| scene.tags[day].is(Role::Calendar)))
    };
    // "(predicted) slower growth next year", but "night work": no time at which it was said.
    let is_to_come = |at: usize| scene.tags[at - 1].is(Role::Coming) || phrase::describes_noun(&scene.tags, at);
    let stops = |at: usize| {
        let here = &scene.tags[at];
        // “late, but not too late”: what is quoted ends with its marks.
        if scene.quotation(at) != candidate.clause.quotation {
            return false;
        }
        match here.tag {
            Tag::Comma | Tag::Mark | Tag::Dash => true,
            Tag::Subordinator => true,
            Tag::Conjunction => phrase::clause_follows(&scene.tags, at + 1, end) || here.is(Role::Contrast),
            _ if is_due(at) => false,
            Tag::Preposition => here.classes.has(Class::Subordinator) && here.is(Role::Reason) || adjunct_phrase(scene, at, end) > at,
            _ => here.is(Role::Calendar) && at > from + 1 && here.tag != Tag::Verb && !here.owns && !is_to_come(at),
        }
    };
    let stop = (from + 1..end).find(|at| stops(*at)).unwrap_or(end);
    // "(rejected) the plan last month": the whole of what tells when.
    let begins = stop > from + 1 && scene.before(stop, end).is_some_and(|here| here.is(Role::Calendar));
    let leads = || matches!(scene.tags[stop - 1].tag, Tag::Determiner | Tag::Adverb) && !scene.tags[stop - 1].owns;
    stop - usize::from(begins && leads())
}

/// Pieces of content as bytes; where one runs into a quotation that goes on in other sentences, all of the quotation.
pub(super) fn pieces(scene: &Scene<'_, '_>, ranges: &[Range<usize>]) -> Vec<Span> {
    let mut out: Vec<Span> = ranges.iter().filter_map(|range| piece(scene, range.clone())).collect();
    out.sort_unstable();
    out.dedup_by(|next, kept| {
        let joined = next.overlaps(*kept);
        if joined {
            *kept = kept.cover(*next);
        }
        joined
    });
    out
}

/// Over how many paragraphs back a quotation is followed.
const PARAGRAPHS: usize = 20;

fn piece(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Span> {
    let mut span = scene.span(range.clone())?;
    let document = scene.document;
    for end in [range.start, range.end.saturating_sub(1)] {
        if let Some(mut index) = scene.quotation(end) {
            span = span.cover(document.quotations[index].span);
            let far = index.saturating_sub(PARAGRAPHS);
            while document.quotations[index].continues && index > far {
                index -= 1;
                span = span.cover(document.quotations[index].span);
            }
        }
    }
    let last = scene.tags.get(range.end).filter(|next| next.tag == Tag::Quote);
    if last.is_some() && scene.quotation(range.end.saturating_sub(1)).is_none() && scene.quotation(range.start).is_some() {
        span = span.cover(document.tokens[range.end].span);
    }
    Some(span)
}
