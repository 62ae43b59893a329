//! Cues that hang on another verb: "continued to warn", "began by saying", "closed the road, saying". Whose subject they share, and
//! which participles describe a noun and assert nothing.
//!
//! Known failure: "the committee asked to report said" takes "report" for what the committee did.

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Tag, Tagged, group, phrase};
use crate::text::SegmentKind;

use super::frame::can_invert;
use super::scene::{Candidate, Clause, Scene};
use super::{between, content, source};

/// The subject of the verb that a cue completes: "continued to warn", "opened by saying". Where that verb is not known to leave no
/// doubt that the act was done ("refused to say", "hopes to announce"), nothing is asserted.
pub(super) fn controller(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let clause = candidate.clause;
    let before = candidate.group.start.checked_sub(1).filter(|before| *before >= clause.start)?;
    if let Some(verb) = rallying(scene, candidate).or_else(|| airing(scene, candidate)) {
        return source::subject(scene, clause, group::around(&scene.tags, clause.start, verb).start);
    }
    if let Some(somebody) = held_against(scene, candidate) {
        let tells = scene.next(candidate).is_some_and(|next| matches!(next.tag, Tag::Complementiser | Tag::Quote));
        return tells.then_some(somebody);
    }
    let done = match candidate.group.gerund {
        true => candidate.cue.takes(Frame::Quote) && !scene.tags[before].classes.has(Class::Negation) && !is_undone(scene, before),
        false => is_done(scene, before) && (candidate.cue.takes(Frame::Quote) || candidate.cue.takes(Frame::That)),
    };
    if !done {
        return None;
    }
    let finite = |at: &usize| scene.tags[*at].is_finite();
    let verb = (clause.start..=before).rev().find(finite)?;
    source::subject(scene, clause, group::around(&scene.tags, clause.start, verb).start)
}

/// "began", "went so far as": after the word at `before` an infinitive tells what was done.
pub(super) fn is_done(scene: &Scene<'_, '_>, before: usize) -> bool {
    let far = before.checked_sub(1).filter(|_| scene.tags[before].is(Role::As));
    scene.tags[far.unwrap_or(before)].is(Role::Phase)
}

/// "criticised the firm for saying that": whoever is praised or blamed for what the participle tells of.
pub(super) fn held_against(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let (start, group) = (candidate.clause.start, &candidate.group);
    let ground = group.start.checked_sub(1).filter(|at| group.gerund && *at > start && scene.tags[*at].is(Role::Ground))?;
    let object = phrase::before(&scene.tags, start, ground).filter(|object| object.start > start)?;
    let verb = &scene.tags[object.start - 1];
    let aims = verb.tag == Tag::Verb && verb.word.cues().any(|cue| cue.part == Part::Verb && cue.takes(Frame::Target));
    let active = || !group::around(&scene.tags, start, object.start - 1).passive;
    (aims && active()).then_some(object)
}

/// "marched through the town to demand a recount", "wrote to the bank to demand it": the verb of a deed done in order to ask or accuse.
pub(super) fn rallying(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<usize> {
    let asks = candidate.group.infinitive && matches!(candidate.cue.act, Act::Demand | Act::Condemn | Act::Accuse);
    let verb = (candidate.clause.start..candidate.group.start).rev().find(|at| scene.tags[*at].is_finite()).filter(|_| asks)?;
    let group = group::around(&scene.tags, candidate.clause.start, verb);
    (scene.tags[verb].is(Role::Rallies) && !group.negated && !group.modal).then_some(verb)
}

/// "Police said the man had admitted the theft but denied the assault": the verb of saying, and whoever is said to have spoken, where the
/// verb at `at` goes on with what they did. Whoever says it may have gone on as well, with an attitude ("and praised the crew") or an
/// answer to what somebody charged ("and denied claims that …").
pub(super) fn told_of(scene: &Scene<'_, '_>, clause: Clause, at: usize) -> Option<(usize, Range<usize>)> {
    let tags = &scene.tags;
    let does = |act: Act| matches!(act, Act::Deny | Act::Confirm | Act::Reject | Act::Promise | Act::Agree);
    let goes_on = |cue: &Cue| cue.part == Part::Verb && does(cue.act);
    let joint = at.checked_sub(1).filter(|joint| *joint > clause.start && tags[*joint].tag == Tag::Conjunction)?;
    let answers = || (at + 1..clause.end.min(at + 6)).any(|next| tags[next].tag == Tag::Complementiser || tags[next].is(Role::Charge));
    if !tags[at].is_verb(form::PAST | form::PARTICIPLE) || !tags[at].word.cues().any(goes_on) || answers() {
        return None;
    }
    let floor = clause.start.max(at.saturating_sub(NEAR));
    let verb = (floor..joint).rev().find(|verb| tags[*verb].is_verb(form::PAST | form::PARTICIPLE | form::PRESENT))?;
    let group = group::around(tags, floor, verb);
    let spoke = tags[verb].word.heads(Part::Verb) && group.finite && !group.passive;
    let who = phrase::before(tags, floor, group.start).filter(|who| spoke && scene.names_somebody(who))?;
    let before = who.start.checked_sub(1).filter(|before| *before > clause.start)?;
    let says = before - usize::from(tags[before].tag == Tag::Complementiser);
    let breaks = |here: &Tagged| matches!(here.tag, Tag::Comma | Tag::Relative | Tag::Quote | Tag::Mark) || here.tag == Tag::Subordinator;
    let reports = tags[says].is_verb(form::PAST) && tags[says].word.cues().any(|cue| cue.takes(Frame::That) && cue.takes(Frame::Quote));
    (reports && !tags[who.start..joint].iter().any(breaks)).then_some((says, who))
}

/// "took to the radio to say", "used social media to deny", "called a press conference to announce": the verb whose object or place is
/// where things are told, so that what follows was told there.
pub(super) fn airing(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<usize> {
    let (start, cue) = (candidate.clause.start, candidate.cue);
    let speaks = candidate.group.infinitive && cue.takes(Frame::That) && cue.takes(Frame::Quote);
    let placed = |at: usize| scene.tags[at].tag == Tag::Name && at > start && scene.tags[at - 1].tag == Tag::Preposition;
    let dated = |at: &usize| scene.tags[*at].is(Role::Calendar) || scene.tags[*at].tag == Tag::Preposition || placed(*at);
    let last = (start..candidate.group.start).rev().take(DATED).find(|at| !dated(at)).filter(|_| speaks)?;
    // "took to X to say"
    let took = candidate.group.start.checked_sub(3).filter(|took| *took >= start && last == *took && placed(candidate.group.start - 1));
    if took.is_some_and(|took| scene.tags[took + 1].is(Role::To) && scene.tags[took].tag == Tag::Verb && scene.tags[took].is(Role::Phase)) {
        return took;
    }
    // "ignored her call to admit": what is called for.
    let asks = scene.tags[last].word.cues().any(|cue| cue.part == Part::Noun && cue.takes(Frame::To));
    let aired = (scene.tags[last].is(Role::Medium) || scene.tags[last].is(Role::Media)) && !asks;
    let within = |at: &usize| {
        let here = &scene.tags[*at];
        here.tag.is_nominal() || matches!(here.tag, Tag::Determiner | Tag::Possessive | Tag::Preposition)
    };
    let verb = (start..last).rev().take(NEAR).find(|at| !within(at)).filter(|at| aired && scene.tags[*at].tag == Tag::Verb)?;
    let group = group::around(&scene.tags, start, verb);
    (group.finite && !group.negated && !group.modal && !group.passive).then_some(verb)
}

/// Words of "on Monday".
const DATED: usize = 3;

/// "arrested two men, said they were armed and left": one of several past verbs of one subject, which a conjunction ends.
pub(super) fn is_listed(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (group, clause) = (&candidate.group, candidate.clause);
    let past = |at: usize| scene.tags[at].is_verb(form::PAST);
    let comma = group.start > clause.start && scene.tags[group.start - 1].tag == Tag::Comma;
    let ends = |at: &usize| {
        scene.tags[*at].tag == Tag::Conjunction && (at + 1..clause.end).find(|at| scene.tags[*at].tag != Tag::Adverb).is_some_and(past)
    };
    let begun = || (clause.start..group.start).any(past) && (candidate.after..clause.end).any(|at| ends(&at));
    // "It had rained, said farmers and left wet fields."
    let is_inverted = || {
        can_invert(candidate)
            && !candidate.cue.takes(Frame::Target)
            && source::inverted(scene, candidate).is_some_and(|who| scene.names_somebody(&who))
    };
    comma && group.start == group.head && past(group.head) && begun() && !is_inverted()
}

/// "Senate rejects budget, vows new talks": in a headline a second verb after a comma, whose object is nobody that could be the speaker.
pub(super) fn is_next_in_headline(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (group, clause) = (&candidate.group, candidate.clause);
    let headline = scene.document.segment_of(clause.sentence).kind == SegmentKind::Headline;
    let present = |at: usize| scene.tags[at].is_verb(form::PRESENT | form::BASE);
    let comma = group.start > clause.start && scene.tags[group.start - 1].tag == Tag::Comma;
    let begun = || (clause.start..group.start).any(|at| scene.tags[at].is_verb(form::PRESENT | form::BASE));
    if !headline || !comma || group.start != group.head || !present(group.head) || !begun() {
        return false;
    }
    let object = phrase::after(&scene.tags, candidate.after, clause.end);
    let is_speaker = object.clone().next_back().is_some_and(|last| {
        let here = &scene.tags[last];
        here.tag == Tag::Name || here.tag == Tag::Pronoun || actors::names_somebody(&scene.lower[last])
    });
    !(is_speaker && object.end >= clause.end)
}

/// "Peru denies raid, shuts border": in a headline, after the comma at `at`, the speaker's next deed.
pub(super) fn goes_on_in_headline(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    let clause = candidate.clause;
    let does = |verb: &Tagged| verb.word.forms & form::PRESENT != 0 && verb.classes.is_open();
    let has_object = || scene.before(at + 2, clause.end).is_some_and(|next| next.tag.opens_phrase());
    let headline = || scene.document.segment_of(clause.sentence).kind == SegmentKind::Headline;
    let is_deed = scene.tags[at].tag == Tag::Comma && scene.before(at + 1, clause.end).is_some_and(does);
    is_deed && candidate.cue.part == Part::Verb && clause.quotation.is_none() && has_object() && headline()
}

/// The comma that ends the participle of `candidate`, and the subject of the finite verb after it.
pub(super) fn following_subject(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<(usize, Range<usize>)> {
    let end = candidate.clause.end;
    let subject = |comma: usize| {
        let found = phrase::after(&scene.tags, comma + 1, end);
        let verb = (found.end..end).find(|at| scene.tags[*at].tag != Tag::Adverb)?;
        let finite = scene.tags[verb].is_finite();
        (finite && !found.is_empty()).then_some((comma, found))
    };
    let outside = |at: &usize| scene.tags[*at].tag == Tag::Comma && scene.quotation(*at) == candidate.clause.quotation;
    (candidate.after + 1..end).filter(outside).find_map(subject)
}

/// "stopped short of calling", "denied saying", "instead of asking": the word at `before`, or the one before its preposition, says that it
/// was not done.
pub(super) fn is_undone(scene: &Scene<'_, '_>, before: usize) -> bool {
    let far = before.checked_sub(1).filter(|_| scene.tags[before].tag == Tag::Preposition);
    scene.tags[before].is(Role::Undone) || far.is_some_and(|far| scene.tags[far].is(Role::Undone))
}

/// "the motion was denied": what stands before the verb is no source, unless the participle is an adjective too ("was opposed to").
pub(super) fn is_undergone(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let adjective = scene.tags[candidate.group.head].word.heads(Part::Adjective);
    candidate.group.passive && candidate.cue.part == Part::Verb && !adjective
}

/// "officials briefed on the talks said", "the truce agreed in Doha was": a participle that only describes its noun.
pub(super) fn is_reduced(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (head, end) = (candidate.group.head, candidate.clause.end);
    let next = scene.next(candidate);
    let bare = candidate.group.start == head && scene.tags[head].is_verb(form::PARTICIPLE);
    let described = head.checked_sub(1).is_some_and(|before| {
        let before = &scene.tags[before];
        matches!(before.tag, Tag::Noun | Tag::Number) || before.tag == Tag::Pronoun && before.classes.has(Class::Determiner)
    });
    // "a memo sent to staff said the plant would close", but "lived in a town called Lima"
    let tells = candidate.cue.takes(Frame::That) && next.is_some_and(|next| next.tag == Tag::Complementiser)
        || candidate.cue.takes(Frame::That) && phrase::clause_follows(&scene.tags, candidate.after, end);
    if bare && described && !tells && (is_ascribed(scene, candidate) || has_verb_before(scene, candidate) || is_of_text(scene, candidate)) {
        return true;
    }
    if !bare || !described || !next.is_some_and(|next| next.tag == Tag::Preposition && !next.classes.has(Class::Subordinator)) {
        return false;
    }
    // "The bank said on Monday output had risen": after the day begins what it said.
    let dated = content::skip_adjuncts(scene, candidate.after, end);
    let told = |next: &Tagged| next.tag.opens_phrase() || next.tag == Tag::Complementiser && candidate.cue.takes(Frame::That);
    if dated > candidate.after && scene.before(dated, end).is_some_and(told) || content::begins_amount(scene, candidate.after, end) {
        return false;
    }
    // "the firm, which the head of the bank accused of fraud": the verb of a relative clause.
    let subject = phrase::before(&scene.tags, candidate.clause.start, head);
    let relative = |before: usize| scene.tags[before].tag == Tag::Relative;
    if subject.is_some_and(|subject| subject.start > candidate.clause.start && relative(subject.start - 1)) {
        return false;
    }
    let phrase = phrase::after(&scene.tags, candidate.after + 1, end);
    // "The strike will go ahead, the union said on Monday after talks collapsed": a speaker, behind all that is said.
    let late = scene.tags[phrase.clone()].iter().any(Tagged::can_subordinate);
    let speaker = phrase::before(&scene.tags, candidate.clause.start, head).filter(|_| late && candidate.cue.takes(Frame::That));
    if speaker.is_some_and(|speaker| between::ends_sentence(scene, candidate.clause.start, speaker.start)) {
        return false;
    }
    let verb = scene.tags.get(phrase.end).filter(|_| phrase.end < end && !phrase.is_empty());
    // "said in a statement issued on Monday": the second participle describes the statement.
    let issued = verb.is_some_and(|verb| verb.is_verb(form::PARTICIPLE)) && scene.tags[phrase.end - 1].is(Role::Medium);
    let issued = issued && scene.tag(phrase.end + 1) == Some(Tag::Preposition);
    !issued && verb.is_some_and(Tagged::begins_predicate)
}

/// Words after the first that a cue like "according to" has.
const ASCRIBED: usize = 3;

/// "according to two officials briefed on the talks": the noun before the participle stands behind a cue.
fn is_ascribed(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || scene.tags[*at].tag == Tag::Determiner;
    let last = (candidate.clause.start..candidate.group.head).rev().find(|at| !within(at));
    let ends = |at: usize, last: usize| {
        let mut rows = scene.tags[at].word.cues().filter(|cue| cue.part == Part::Preposition);
        rows.any(|cue| at + cue.rest.len() == last && super::cues::rest_follows(scene, at, cue))
    };
    last.is_some_and(|last| (last.saturating_sub(ASCRIBED).max(candidate.clause.start)..=last).any(|at| ends(at, last)))
}

/// "shared a list called": the noun before the participle is the object of a verb that takes no clause, with nothing between that
/// could begin one.
fn has_verb_before(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (start, head) = (candidate.clause.start, candidate.group.head);
    let boundary = |here: &Tagged| {
        matches!(here.tag, Tag::Comma | Tag::Conjunction | Tag::Complementiser | Tag::Relative | Tag::Quote | Tag::Mark | Tag::Dash)
            || here.can_subordinate()
    };
    let floor = start.max(head.saturating_sub(NEAR));
    let bound = (floor..head).rev().find(|at| boundary(&scene.tags[*at]));
    let from = bound.map_or(floor, |at| at + 1);
    let relative = bound.is_some_and(|at| scene.tags[at].tag == Tag::Relative);
    let verb = (from..head).rev().find(|at| scene.tags[*at].is_finite());
    !relative && verb.is_some_and(|verb| scene.tags[verb].tag == Tag::Verb && !scene.tags[verb].word.heads_cue())
}

/// "said in a statement posted on Monday": the noun before the participle is a text or a talk, and a preposition governs it.
fn is_of_text(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let noun = candidate.group.head - 1;
    let is_text = scene.tags[noun].is(Role::Medium) || scene.tags[noun].is(Role::Document);
    let before = (candidate.clause.start..noun).rev().take(NEAR).find(|at| {
        let here = &scene.tags[*at];
        !(here.tag.is_nominal() || matches!(here.tag, Tag::Determiner | Tag::Possessive | Tag::Adverb))
    });
    is_text && before.is_some_and(|before| scene.tags[before].tag == Tag::Preposition)
}

/// How many tokens back the verb of a participle's noun is looked for.
const NEAR: usize = 14;

/// "wrote to the firm asking for": the participle tells what was written, and describes nobody.
pub(super) fn is_written(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (start, at) = (candidate.clause.start, candidate.group.start);
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || matches!(scene.tags[*at].tag, Tag::Determiner | Tag::Possessive);
    let to = (start + 1..at).rev().find(|at| !within(at)).filter(|to| scene.tags[*to].is(Role::To));
    let writes = |verb: &Tagged| verb.tag == Tag::Verb && verb.word.takes(Frame::That) && verb.word.takes(Frame::Quote);
    candidate.group.gerund && to.is_some_and(|to| to + 1 < at && writes(&scene.tags[to - 1]))
}

/// "a sign saying", "voters saying": the noun that a participle describes asserts, unless it only says where words were said.
pub(super) fn described(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let before = candidate.group.start.checked_sub(1).filter(|before| *before >= candidate.clause.start)?;
    let here = &scene.tags[before];
    // "Lind Research alleging"
    let is_text = (here.is(Role::Document) || here.is(Role::Medium)) && here.tag != Tag::Name;
    let noun = here.tag.is_nominal() && !is_text && !here.is(Role::Calendar);
    let says = noun && candidate.cue.takes(Frame::Quote) && !is_written(scene, candidate);
    let who = phrase::before(&scene.tags, candidate.clause.start, before + 1).filter(|_| says)?;
    // "a report by Lind Research alleging": whoever made it.
    let makes = |by: &usize| scene.tags[*by].is(Role::By) && *by > who.start && scene.tags[by - 1].is(Role::Document);
    let maker = who.clone().rev().find(makes).map(|by| by + 1..who.end).filter(|maker| scene.names_somebody(maker));
    Some(maker.unwrap_or(who))
}

/// The subject of the first finite verb in the clause, for a participle that hangs on it.
pub(super) fn main_subject(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let clause = candidate.clause;
    for at in clause.start..candidate.group.start {
        let here = &scene.tags[at];
        if here.is_finite()
            && !content::depends(scene, clause.start, at)
            && let Some(found) = source::subject(scene, clause, at).filter(|found| scene.tags[found.start].tag != Tag::Relative)
        {
            return Some(found);
        }
    }
    None
}
