//! Passives: "was accused by X of Y", "was accused of Y", "minister urged to quit".
//!
//! What undergoes the verb belongs to what is asserted; whoever stands after "by" asserts it, or nobody who is named.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Certainty};
use crate::syntax::{Tag, Tagged, phrase};
use crate::text::SegmentKind;

use super::frame::{Context, draft};
use super::scene::{Candidate, Draft, Scene, Source};
use super::{between, content, hanging, impersonal, source, target};

/// What a cue takes whose patient is asserted or spoken to: "was denied by X", and not "an email seen by X".
const PASSED_ON: [Frame; 5] = [Frame::To, Frame::Object, Frame::Target, Frame::Addressee, Frame::Prepositional];

/// "was accused by X of Y", "was accused of Y".
pub(super) fn passive(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let scene = context.scene;
    let voice = Voice::of(scene, candidate)?;
    let patient = patient(scene, candidate);
    let by = called(scene, candidate).unwrap_or_else(|| content::skip_adjuncts(scene, candidate.after, candidate.clause.end));
    let near = scene.agent(by, candidate.clause.end).map(|agent| without_complement(scene, candidate, agent));
    let far = if near.is_none() { far_agent(scene, candidate) } else { None };
    let rest = Rest::of(scene, candidate, near.as_ref(), far.as_ref());
    if asks(scene, candidate, &rest, near.as_ref()) {
        return None;
    }
    // "Nobody is feared dead": what is said of nobody.
    let is_negation = |at: usize| scene.tags[at].classes.has(Class::Negation);
    if rest.is_valued && patient.clone().is_some_and(|mut patient| patient.any(is_negation)) {
        return None;
    }
    let agent = near.or(far);
    if agent.is_none()
        && let Some(said) = patient.as_ref().and_then(|it| impersonal::trailing(scene, candidate, it))
    {
        return draft(candidate, Source::Unspecified, &said, context);
    }
    // "if the officer is charged": it has not been done.
    let opens = patient.as_ref().map_or(candidate.group.start, |patient| patient.start).checked_sub(1);
    if agent.is_none() && opens.is_some_and(|opens| opens >= candidate.clause.start && scene.tags[opens].is(Role::Condition)) {
        return None;
    }
    let source = match agent {
        Some(agent) if rest.is_measured || rest.is_told || PASSED_ON.iter().any(|frame| candidate.cue.takes(*frame)) => {
            Source::Phrase(agent)
        }
        None if rest.is_measured || is_agentless(candidate, voice, patient.is_some(), &rest) => Source::Unspecified,
        _ => return None,
    };
    if patient.is_none()
        && let Source::Phrase(agent) = &source
        && let Some(ranges) = as_reported(scene, candidate, agent)
    {
        return draft(candidate, source, &ranges, context);
    }
    if by > candidate.after && candidate.cue.takes(Frame::As) && called(scene, candidate) == Some(by) {
        let ranges: Vec<_> = patient.into_iter().chain([candidate.after..by]).collect();
        return draft(candidate, source, &ranges, context);
    }
    if voice == Voice::Reduced && patient.as_ref().is_some_and(|patient| is_document(scene, patient)) {
        return None;
    }
    let kept = patient.clone().filter(|patient| !(rest.is_told && is_empty(scene, candidate, patient)));
    let ranges: Vec<_> = kept.into_iter().chain(rest.words(scene, candidate)).collect();
    let mut found = draft(candidate, source, &ranges, context)?;
    found.target = patient.filter(|_| candidate.cue.takes(Frame::Target)).map(|patient| target::with_name_before(scene, patient));
    Some(found)
}

/// How a participle is known to be passive.
#[derive(Clone, Copy, PartialEq)]
enum Voice {
    /// "was accused"
    Full,
    /// "a statement issued by the firm"
    Reduced,
    /// "minister urged to quit", in a headline
    Clipped,
}

impl Voice {
    fn of(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Voice> {
        match () {
            () if candidate.cue.part != Part::Verb => None,
            () if is_clipped(scene, candidate) => Some(Voice::Clipped),
            () if candidate.group.passive => Some(Voice::Full),
            () => {
                let reduced = || by_follows(scene, candidate) || is_charged(scene, candidate) || depicted(scene, candidate).is_some();
                (is_bare(scene, candidate) && reduced()).then_some(Voice::Reduced)
            }
        }
    }
}

/// What stands after the passive and its agent.
struct Rest {
    from: usize,
    /// Where "by" and an agent stand that come after it.
    until: usize,
    begins: Begins,
    /// It begins with "that" or "as", or is a clause without: what was told, or what it was taken for.
    is_told: bool,
    /// It is what something is taken for, without "as": "is considered a failure".
    is_valued: bool,
    /// It is what something is called, behind whoever calls it so: "called by the union a failure".
    is_called: bool,
    /// It is the number at which something is put.
    is_measured: bool,
    /// It begins with any of these, or a preposition.
    follows: bool,
}

/// By which word the rest begins.
#[derive(Clone, Copy, PartialEq)]
enum Begins {
    To,
    NotTo,
    /// Or "about".
    Of,
    For,
    Otherwise,
}

impl Begins {
    fn of(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize, is_near: bool) -> Begins {
        let Some(next) = scene.before(from, candidate.clause.end) else { return Begins::Otherwise };
        match () {
            () if next.classes.has(Class::Negation) && scene.tag(from + 1) == Some(Tag::To) => Begins::NotTo,
            () if next.tag == Tag::To || is_near && begins_infinitive(scene, candidate, from) => Begins::To,
            () if next.is(Role::Of) || next.is(Role::About) => Begins::Of,
            () if next.is(Role::Ground) => Begins::For,
            () => Begins::Otherwise,
        }
    }

    fn is_to(self) -> bool {
        matches!(self, Begins::To | Begins::NotTo)
    }
}

impl Rest {
    fn of(scene: &Scene<'_, '_>, candidate: &Candidate, near: Option<&Range<usize>>, far: Option<&Range<usize>>) -> Rest {
        let (cue, end) = (candidate.cue, candidate.clause.end);
        // "was urged by shareholders on Thursday to sell"
        let from = near.map_or_else(|| past_day(scene, candidate), |agent| content::skip_adjuncts(scene, agent.end, end));
        let until = far.map_or(end, |agent| agent.start - 1);
        let begins = Begins::of(scene, candidate, from, near.is_some());
        let next = scene.before(from, end);
        let is_told = next.is_some_and(|next| next.tag == Tag::Complementiser || next.is(Role::As)) || is_told_bare(scene, candidate, from);
        let is_measured = cue.takes(Frame::At) && is_at_number(scene, candidate, from);
        let (is_valued, is_called) = match near {
            None => (values(candidate) && next.is_some_and(is_value), false),
            // "called by the union a failure"
            Some(_) => (false, cue.takes(Frame::As) && next.is_some_and(|next| next.tag == Tag::Quote || is_value(next))),
        };
        let is_led = next.is_some_and(|next| matches!(next.tag, Tag::Preposition | Tag::Complementiser));
        let follows = begins.is_to() || is_told || is_led || is_valued || is_called;
        Rest { from, until, begins, is_told, is_valued, is_called, is_measured, follows }
    }

    fn words(&self, scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
        if self.is_called {
            let quotation = scene.quotation(self.from + 1).filter(|_| scene.tags[self.from].tag == Tag::Quote);
            let close = quotation.and_then(|index| (self.from + 1..candidate.clause.end).find(|at| scene.quotation(*at) != Some(index)));
            let named = || phrase::after(&scene.tags, self.from, candidate.clause.end).end;
            return Some(self.from..close.map_or_else(named, |close| close + 1));
        }
        self.follows.then(|| {
            self.from..content::clause_end(scene, candidate, self.from + usize::from(self.begins == Begins::NotTo)).min(self.until)
        })
    }
}

/// "at 40", "at about 40".
fn is_at_number(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> bool {
    let end = candidate.clause.end;
    let is_number = |at: usize| scene.before(at, end).is_some_and(|next| next.tag == Tag::Number);
    scene.before(from, end).is_some_and(|next| next.is(Role::At)) && (from + 1..from + 4).any(is_number)
}

/// What something is taken for begins so: "a failure", "lost".
fn is_value(next: &Tagged) -> bool {
    let is_article = next.tag == Tag::Determiner && !next.is(Role::Subject);
    next.tag.is_nominal() || is_article || next.is_verb(form::PARTICIPLE)
}

/// "is considered", "was deemed": a passive of a verb of belief, which what something is taken for may follow as it stands.
fn values(candidate: &Candidate) -> bool {
    let cue = candidate.cue;
    let takes = cue.takes(Frame::That) && cue.takes(Frame::Object) && !cue.takes(Frame::As);
    // "are feared dead"
    let takes = takes && (cue.act == Act::State && !cue.takes(Frame::Quote) || cue.act == Act::Expect);
    candidate.group.passive && !candidate.group.modal && cue.certainty == Certainty::Hedged && takes
}

/// "were told in March that": past the day before "that".
fn past_day(scene: &Scene<'_, '_>, candidate: &Candidate) -> usize {
    let rest = content::skip_adjuncts(scene, candidate.after, candidate.clause.end);
    // "it was claimed in court that", "jurors were told in May that", but "was posted on a site that"
    let is_it = || source::subject(scene, candidate.clause, candidate.group.start).is_some_and(|it| scene.tags[it.start].is_it_or_you());
    let tells = candidate.cue.takes(Frame::Addressee) || is_it();
    let rest = if tells { between::past_matter(scene, candidate, rest) } else { rest };
    let that = scene.before(rest, candidate.clause.end).is_some_and(|next| next.tag == Tag::Complementiser);
    if that { rest } else { candidate.after }
}

/// "Jurors were told he had a knife", "it is claimed the club knew": a clause without "that".
fn is_told_bare(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> bool {
    let (cue, end) = (candidate.cue, candidate.clause.end);
    let full = candidate.group.passive && cue.takes(Frame::That) && scene.before(from, end).is_some_and(|next| next.tag.opens_phrase());
    let patient = || source::subject(scene, candidate.clause, candidate.group.start);
    let is_heard = || cue.takes(Frame::Addressee) && cue.rest.is_empty();
    full && phrase::clause_follows(&scene.tags, from, end)
        && (is_heard() || patient().is_some_and(|it| it.len() == 1 && scene.tags[it.start].is_it_or_you()))
}

/// Somebody does it, and the text does not say who: "is said to have left", "residents were urged to leave".
fn is_agentless(candidate: &Candidate, voice: Voice, has_patient: bool, rest: &Rest) -> bool {
    let cue = candidate.cue;
    let is_said_to = rest.begins == Begins::To && cue.takes(Frame::That) && !cue.takes(Frame::Addressee);
    let told_to = cue.act == Act::State && cue.takes(Frame::Addressee) && cue.rest.is_empty();
    let directs = rest.begins.is_to() && cue.takes(Frame::Target) && (told_to || matches!(cue.act, Act::Demand | Act::Warn));
    let warns = rest.begins == Begins::Of && cue.act == Act::Warn && cue.takes(Frame::Target);
    let judges = rest.begins == Begins::For && matches!(cue.act, Act::Condemn | Act::Welcome) && cue.takes(Frame::Target);
    let tells = candidate.group.passive && (rest.is_told || is_said_to || directs || warns || judges || rest.is_valued);
    cue.takes(Frame::Agentless) || has_patient && (voice == Voice::Clipped || tells)
}

/// The cue is a participle that may describe a noun.
fn is_bare(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    scene.tags[candidate.group.head].is_verb(form::PARTICIPLE)
}

/// "A doctor accused of fraud has fled": the participle of a verb that has whom it is aimed at for its object, without one, and
/// another verb for the noun, unless the noun begins the clause and its verb says nothing without an object.
fn is_charged(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let end = candidate.clause.end;
    let follows = || phrase::after(&scene.tags, candidate.after + 1, end).end;
    let goes_on = |at: usize| {
        let comma = usize::from(scene.before(at, end).is_some_and(|next| next.tag == Tag::Comma));
        scene.before(at + comma, end).is_some_and(Tagged::begins_predicate)
    };
    let needs_object = ![Frame::That, Frame::Quote, Frame::Object].into_iter().any(|frame| candidate.cue.takes(frame));
    let begins = || {
        let noun = phrase::before(&scene.tags, candidate.clause.start, candidate.group.start);
        noun.is_some_and(|noun| noun.start == candidate.clause.start)
    };
    charges(scene, candidate) && (needs_object && begins() || goes_on(follows()))
}

/// "accused of fraud" without an auxiliary: the participle of a verb that has whom it is aimed at for its object.
fn charges(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (cue, group) = (candidate.cue, &candidate.group);
    let aimed = cue.act == Act::Accuse && cue.takes(Frame::Agentless) && cue.takes(Frame::Prepositional) && !group.passive;
    let of = scene.next(candidate).is_some_and(|next| next.tag == Tag::Preposition && !next.is(Role::Setting));
    aimed && of && group.start == group.head && !follows_relative(scene, candidate)
}

/// "the firm, which residents accused of fraud": what stands before the verb does it.
fn follows_relative(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let subject = phrase::before(&scene.tags, candidate.clause.start, candidate.group.start);
    let before = subject.and_then(|subject| subject.start.checked_sub(1)).filter(|before| *before > candidate.clause.start);
    before.is_some_and(|before| scene.tags[before].tag == Tag::Relative)
}

/// "Two men appeared in court on Monday accused of theft", "A nurse was flown to Peru accused of theft": the subject of the sentence, of
/// which the participle tells, since a day, a court or a place stands between.
fn depicted(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let (start, at) = (candidate.clause.start, candidate.group.start);
    if !charges(scene, candidate) || at <= start {
        return None;
    }
    let within = |at: &usize| scene.tags[*at].tag.is_nominal() || matches!(scene.tags[*at].tag, Tag::Determiner | Tag::Possessive);
    let governs = (start..at).rev().take(PLACE).find(|at| !within(at)).map(|by| (by, &scene.tags[by]));
    let is_place = |(by, governs): (usize, &Tagged)| {
        let place = by + 1..at;
        let sets = governs.tag == Tag::Preposition && (governs.is(Role::Setting) || governs.is(Role::At) || governs.is(Role::To));
        let named = || scene.tags[at - 1].tag == Tag::Name && (!governs.is(Role::To) || is_moved(scene, start..by));
        sets && !place.is_empty() && (scene.any(&place, Role::Court) || named())
    };
    let dated = scene.tags[at - 1].is(Role::Calendar) && !scene.tags[at - 1].owns;
    if !dated && !governs.is_some_and(is_place) {
        return None;
    }
    // "Police held a man on Monday accused of theft": whoever is held, and not the police.
    let object = (start..at).rev().find(|verb| scene.tags[*verb].tag == Tag::Verb).map(|verb| phrase::after(&scene.tags, verb + 1, at))?;
    let stop = object.clone().find(|at| scene.tags[*at].tag == Tag::Preposition).unwrap_or(object.end);
    match object.start..stop {
        none if none.is_empty() => hanging::main_subject(scene, candidate),
        object => Some(object).filter(|object| scene.names_somebody(object)),
    }
}

/// Words that the name of a court or a place may have.
const PLACE: usize = 8;

/// "was flown": a passive ends `words`.
fn is_moved(scene: &Scene<'_, '_>, words: Range<usize>) -> bool {
    let verb = scene.tags[words].iter().rev().take(2).collect::<Vec<_>>();
    matches!(verb.as_slice(), [last, be] if last.is_verb(form::PARTICIPLE) && be.is(Role::Be))
}

fn by_follows(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    // "(cut its) forecast by a third"
    let is_part = || scene.is_part(&phrase::after(&scene.tags, candidate.after + 1, candidate.clause.end));
    scene.next(candidate).is_some_and(|next| next.is(Role::By)) && !is_part()
}

/// The subject, which another passive may share: "was welcomed by unions but condemned by firms".
fn patient(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let joined = by_follows(scene, candidate) && joins_verb(scene, candidate);
    let shared = || if joined { hanging::main_subject(scene, candidate) } else { None };
    if let Some(depicted) = depicted(scene, candidate) {
        return Some(depicted);
    }
    source::subject(scene, candidate.clause, candidate.group.start).or_else(shared).or_else(|| apposed(scene, candidate))
}

/// "The reforms, welcomed by investors, have failed", "The man, accused of murder, was held": what stands before the comma.
fn apposed(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let (start, group) = (candidate.clause.start, &candidate.group);
    let comma = group.start.checked_sub(1).filter(|comma| *comma > start && scene.tags[*comma].tag == Tag::Comma)?;
    let described = phrase::before(&scene.tags, start, comma)?;
    let closes = (candidate.after..candidate.clause.end).find(|at| scene.tags[*at].tag == Tag::Comma)?;
    let goes_on = scene.before(closes + 1, candidate.clause.end).is_some_and(Tagged::begins_predicate);
    let apart = group.start == group.head && goes_on && !content::has_finite(scene, candidate.after..closes);
    apart.then_some(described)
}

/// "was asked by reporters about the deal": a question, by which nobody says or demands anything.
fn asks(scene: &Scene<'_, '_>, candidate: &Candidate, rest: &Rest, near: Option<&Range<usize>>) -> bool {
    let of_what = |at: usize| scene.before(at, candidate.clause.end).is_some_and(|next| next.is(Role::About));
    let cue = candidate.cue;
    match cue.act {
        Act::Demand => cue.takes(Frame::Addressee) && (of_what(rest.from) || near.is_some_and(|agent| scene.any(agent, Role::About))),
        Act::State => !cue.rest.is_empty() && of_what(candidate.after - 1) && rest.until < candidate.clause.end,
        _ => false,
    }
}

/// "was accused by a dancer of theft", "was praised by guests for its food", "was blamed by guests on a heater", "were said by a guide to
/// date from 1970": whoever does it, without what the verb asks for.
fn without_complement(scene: &Scene<'_, '_>, candidate: &Candidate, agent: Range<usize>) -> Range<usize> {
    let to = agent.clone().skip(1).find(|at| begins_infinitive(scene, candidate, *at));
    let agent = agent.start..to.unwrap_or(agent.end);
    if !candidate.cue.takes(Frame::Target) {
        return agent;
    }
    // "the mayor of Lyon", "leaders of the union": the agent's own words.
    let is_charge = |of: &usize| scene.tags[*of].is(Role::Of) && !scene.names_somebody(&(agent.end - 1..agent.end));
    let asks_of = matches!(candidate.cue.act, Act::Accuse | Act::Warn);
    let of = if asks_of { agent.clone().skip(1).rfind(is_charge) } else { None };
    // "the Campaign for Clean Air"
    let is_ground = |at: &usize| scene.tags[*at].is(Role::Ground) && scene.tags[at - 1].tag != Tag::Name;
    let ground = agent.clone().skip(1).find(is_ground);
    let on = target::onto(scene, candidate, agent.start + 1..candidate.clause.end).filter(|on| agent.contains(on));
    agent.start..of.into_iter().chain(ground).chain(on).min().unwrap_or(agent.end)
}

/// "were said by a guide to date from 1970": "to" before what can be a verb, after a passive that takes an infinitive.
fn begins_infinitive(scene: &Scene<'_, '_>, candidate: &Candidate, at: usize) -> bool {
    let takes = candidate.cue.takes(Frame::To) || candidate.cue.takes(Frame::That) && candidate.group.passive;
    // "date" and whatever else is in no list of verbs, where nobody is told anything.
    let governs = || scene.before(at + 2, candidate.clause.end).is_some_and(|next| next.tag == Tag::Preposition);
    let bare = |next: &Tagged| next.tag == Tag::Noun && !candidate.cue.takes(Frame::Addressee) && governs();
    let verb = scene.before(at + 1, candidate.clause.end).is_some_and(|next| next.word.forms & form::BASE != 0 || bare(next));
    takes && verb && scene.tags[at].is(Role::To)
}

/// "was urged to resign by his deputies": somebody after a "by" that ends the clause and belongs to no other verb.
fn far_agent(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<Range<usize>> {
    let end = candidate.clause.end;
    let is_by = |at: &usize| scene.tags[*at].is(Role::By) && !scene.tags[at - 1].is_verb(form::PARTICIPLE);
    let by = (candidate.after + 1..end).find(is_by).filter(|by| !content::has_finite(scene, candidate.after..*by))?;
    let found = scene.agent(by, end)?;
    let next = scene.before(content::skip_adjuncts(scene, found.end, end), end);
    let is_last = next.is_none_or(|next| matches!(next.tag, Tag::Comma | Tag::Stop | Tag::Mark | Tag::Dash | Tag::Conjunction));
    (is_last && scene.names_somebody(&found)).then_some(found)
}

/// "a statement issued by the firm said": what is only described by whose it is.
fn is_document(scene: &Scene<'_, '_>, patient: &Range<usize>) -> bool {
    let last = &scene.tags[patient.end - 1];
    last.is(Role::Document) || last.is(Role::Medium)
}

/// "It is understood that …": nobody and nothing. "The jury was told that …": who hears it, and no part of it.
fn is_empty(scene: &Scene<'_, '_>, candidate: &Candidate, patient: &Range<usize>) -> bool {
    let first = &scene.tags[patient.start];
    first.is_it_or_you() || candidate.cue.takes(Frame::Addressee) && !candidate.cue.takes(Frame::Object)
}

/// A conjunction stands right before the verb.
fn joins_verb(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let before = candidate.group.start.checked_sub(1).filter(|before| *before > candidate.clause.start).map(|before| &scene.tags[before]);
    before.is_some_and(Tagged::joins)
}

/// "was branded “reckless” by unions", "was called a disaster by farmers": where "by" stands, after what something is called.
fn called(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<usize> {
    if !candidate.cue.takes(Frame::As) || scene.tags.get(candidate.after).is_some_and(|next| next.is(Role::As)) {
        return None;
    }
    let named = phrase::after(&scene.tags, candidate.after, candidate.clause.end);
    let by = |at: &usize| *at > candidate.after && scene.before(*at, candidate.clause.end).is_some_and(|next| next.is(Role::By));
    if by(&named.end) {
        return Some(named.end);
    }
    let opens = scene.tag(candidate.after) == Some(Tag::Quote);
    let quotation = scene.quotation(candidate.after + 1).filter(|_| opens)?;
    let close = (candidate.after + 1..candidate.clause.end).find(|at| scene.quotation(*at) != Some(quotation))?;
    (close + 1 < candidate.clause.end && scene.tags[close + 1].is(Role::By)).then_some(close + 1)
}

/// "As reported by the Herald, it rained", "It rained, as first reported by the Herald".
fn as_reported(scene: &Scene<'_, '_>, candidate: &Candidate, agent: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let (clause, cue) = (candidate.clause, candidate.cue);
    let before = (clause.start..candidate.group.start).rev().find(|at| scene.tags[*at].tag != Tag::Adverb)?;
    let says = scene.tags[before].is(Role::As) && cue.takes(Frame::That) && cue.act == Act::State;
    let comma = |at: usize| scene.tag(at) == Some(Tag::Comma);
    let ends = agent.end >= clause.end || comma(agent.end);
    match before {
        _ if !says || !ends => None,
        before if before == clause.start => (agent.end + 1 < clause.end).then(|| vec![agent.end + 1..clause.end]),
        before => comma(before - 1).then(|| vec![clause.start..before - 1]),
    }
}

/// "Minister urged to quit", "Man charged with murder": a headline leaves out the "is" of its passive. Who warns of something does so
/// without an object too.
fn is_clipped(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let (group, cue) = (&candidate.group, candidate.cue);
    let headline = scene.document.segment_of(candidate.clause.sentence).kind == SegmentKind::Headline;
    let bare = group.start == group.head && scene.tags[group.head].is_verb(form::PARTICIPLE);
    let next = scene.next(candidate);
    let governs = next.is_some_and(|next| matches!(next.tag, Tag::To | Tag::Preposition));
    headline && bare && governs && cue.takes(Frame::Target) && cue.act != Act::Warn
}
