//! Nouns that carry an act: "Oslo's claim that …", "calls from growers for a vote", "her argument is that …". Whoever owns the noun or
//! makes it asserts what stands after it.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::{Group, Tag, group, phrase};

use super::frame::{Context, draft};
use super::scene::{Candidate, Draft, Scene, Source};
use super::{content, fronted, source};

/// "Oslo's claim that …", "its refusal to …", "the allegation by Oslo that …".
pub(super) fn noun(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    if candidate.cue.part != Part::Noun {
        return None;
    }
    if let Some(found) = drawn(context, candidate).or_else(|| predicate(context, candidate)) {
        return Some(found);
    }
    let (scene, clause) = (context.scene, candidate.clause);
    let at = candidate.group.start;
    let swells = swelling(scene, candidate);
    let mut from = swells.unwrap_or(candidate.after);
    let mut owner = owner(scene, clause.start, at);
    if owner.is_none() && scene.tags.get(from).is_some_and(|next| next.is(Role::By) || next.is(Role::From)) {
        let by = maker(scene, from, clause.end);
        // "Claims by a short seller, Lind Oil, that it lied".
        let described = source::with_apposition(scene, by.end, clause.end);
        from = described + usize::from(described > by.end && scene.tag(described) == Some(Tag::Comma));
        owner = Some(by.start..described).filter(|by| !by.is_empty());
    }
    if let Some((maker, stop)) = owner.is_none().then(|| made_by(scene, candidate, from)).flatten() {
        (owner, from) = (Some(maker), stop.unwrap_or(from));
    }
    let heard = swells.is_some() || candidate.cue.act == Act::Demand && is_there(scene, clause.start, at);
    if heard && owner.is_none() {
        from = content::skip_adjuncts(scene, from, clause.end);
    }
    let told = told_by(scene, candidate, from).or_else(|| completed(scene, candidate, from));
    let determined = at > clause.start && scene.tags[at - 1].tag != Tag::Preposition;
    let accused = candidate.cue.act == Act::Accuse && (determined || scene.tags[at].tag == Tag::Noun && at == clause.start);
    let source = match owner {
        Some(found) => Source::Phrase(found),
        None if accused || heard => Source::Unspecified,
        None => return None,
    };
    let appositive = source == Source::Unspecified && in_apposition(scene, clause.start, at);
    if appositive { None } else { draft(candidate, source, &[told?], context) }
}

/// "The plan drew sharp criticism from farmers", "was met with praise from the unions": what the verb has for its subject is what they
/// speak of.
fn drawn(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, clause, noun) = (context.scene, candidate.clause, candidate.group.head);
    if !candidate.cue.takes(Frame::Drawn) {
        return None;
    }
    let from = content::skip_adjuncts(scene, candidate.after, clause.end);
    let who = scene.before(from, clause.end).filter(|next| next.is(Role::From)).map(|_| maker(scene, from, clause.end))?;
    let describes = |at: &usize| matches!(scene.tags[*at].tag, Tag::Noun | Tag::Adverb | Tag::Determiner | Tag::Conjunction);
    let last = (clause.start..noun).rev().take(DRAWN).find(|at| !describes(at))?;
    let governed = usize::from(scene.tags[last].tag == Tag::Preposition);
    let verb = last.checked_sub(governed).filter(|verb| *verb > clause.start && scene.tags[*verb].tag == Tag::Verb)?;
    let group = group::around(&scene.tags, clause.start, verb);
    let draws = scene.tags[verb].is(Role::TakesUp) && group.finite && !group.negated && !group.modal;
    // "faced opposition from shops to the tram": what it is about is named.
    let about = || told_by(scene, candidate, who.end).is_some();
    let subject = source::subject(scene, clause, group.start).filter(|_| draws && !who.is_empty() && !about())?;
    let carrier = Candidate { group: Group { head: noun, ..group }, after: candidate.after, ..*candidate };
    Some(Draft { target: Some(subject.clone()), ..draft(&carrier, Source::Phrase(who), &[subject], context)? })
}

/// "“Chaos” was the verdict of one driver", "“Rash” was the coroner's description": the quotation is what the noun stands for.
fn predicate(context: &Context<'_, '_, '_>, candidate: &Candidate) -> Option<Draft> {
    let (scene, floor, at) = (context.scene, candidate.clause.start, candidate.group.head);
    let says = candidate.cue.act == Act::State && candidate.cue.takes(Frame::That);
    let be = (floor..at).rev().take(OWNED).find(|be| scene.tags[*be].is(Role::Be)).filter(|_| says)?;
    let quoted = fronted::before_being(scene, candidate, be)?;
    let of = scene.before(candidate.after, candidate.clause.end).filter(|next| next.is(Role::Of));
    let maker = of.map(|_| phrase::after(&scene.tags, candidate.after + 1, candidate.clause.end)).filter(|who| scene.names_somebody(who));
    draft(candidate, Source::Phrase(owner(scene, be + 1, at).or(maker)?), &[quoted], context)
}

/// Tokens that an owner and adjectives may take before a noun.
const OWNED: usize = 8;

/// Tokens within which the verb stands before what it draws: "drew sharp and immediate criticism".
const DRAWN: usize = 6;

/// "There were renewed calls": nobody who is named.
fn is_there(scene: &Scene<'_, '_>, floor: usize, noun: usize) -> bool {
    let describes = |at: &usize| {
        let here = &scene.tags[*at];
        let adjective = matches!(here.tag, Tag::Noun | Tag::Determiner | Tag::Adverb) || here.is_verb(form::PARTICIPLE | form::GERUND);
        adjective && !is_dummy(scene, *at) && !here.classes.has(Class::Negation) && !here.word.counts
    };
    let verb = (floor..noun).rev().take(DRAWN).find(|at| !describes(at)).filter(|verb| scene.tags[*verb].is(Role::Be));
    let group = verb.map(|verb| group::around(&scene.tags, floor, verb)).filter(|group| !group.negated && !group.modal);
    group.is_some_and(|group| group.start > floor && is_dummy(scene, group.start - 1))
}

/// "there": the one pronoun that is an adverb too.
fn is_dummy(scene: &Scene<'_, '_>, at: usize) -> bool {
    let classes = scene.tags[at].classes;
    classes.has(Class::Pronoun) && classes.has(Class::Adverb)
}

/// "Calls are growing for a recount", "Fears grew on Friday that": where the verb ends by which they are heard more often.
fn swelling(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<usize> {
    let end = candidate.clause.end;
    let steps = |at: &usize| matches!(scene.tags[*at].tag, Tag::Auxiliary | Tag::Adverb);
    let verb = (candidate.after..end).find(|at| !steps(at)).filter(|at| scene.tags[*at].is(Role::Grows))?;
    Some(content::skip_adjuncts(scene, verb + 1, end))
}

/// Whoever stands after "by" or "from" at `at`, before what they ask for: "a demand from nurses for higher pay".
pub(super) fn maker(scene: &Scene<'_, '_>, at: usize, end: usize) -> Range<usize> {
    let found = phrase::after(&scene.tags, at + 1, end);
    let governs = |at: &usize| scene.tags[*at].tag == Tag::Preposition && !scene.tags[*at].is(Role::Of);
    let stop = found.clone().find(governs).unwrap_or(found.end);
    if scene.is_part(&found) { found.start..found.start } else { found.start..stop }
}

/// "the claim, made in May by the union, that the dam leaks", "the charge that it leaks, made by the union, is old": whoever made it, and
/// where what they said goes on if it stands behind them.
fn made_by(scene: &Scene<'_, '_>, candidate: &Candidate, from: usize) -> Option<(Range<usize>, Option<usize>)> {
    let end = candidate.clause.end;
    let comma = |at: usize| scene.before(at, end).is_some_and(|next| next.tag == Tag::Comma);
    let makes = |at: usize| scene.before(at, end).is_some_and(|next| next.is_verb(form::PARTICIPLE) && next.is(Role::Makes));
    let at = match comma(from) {
        true => Some(from),
        false => (from..end.min(from + TOLD)).find(|at| comma(*at) && makes(at + 1)),
    };
    let at = at.filter(|at| makes(at + 1))?;
    let by = (at + 2..end.min(at + 2 + MADE)).take_while(|next| !comma(*next)).find(|next| scene.tags[*next].is(Role::By))?;
    let who = Some(maker(scene, by, end)).filter(|who| !who.is_empty() && scene.names_somebody(who))?;
    let closes = comma(who.end) || who.end >= end;
    closes.then(|| (who.clone(), (at == from).then_some((who.end + 1).min(end))))
}

/// Tokens of what is said within which its end is looked for, and of where and when it was made.
const TOLD: usize = 40;
const MADE: usize = 10;

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
    let clause = candidate.clause;
    // "Her opposition to the tax angered farmers.": without it the sentence has no verb.
    let only = || !(clause.start..clause.end).any(|at| scene.tags[at].is_surely_finite());
    let is_only = |at: usize| {
        let governs = scene.before(at + 1, clause.end).is_some_and(|next| next.tag.opens_phrase());
        scene.tags[at].is_verb(form::PAST) && scene.tags[at - 1].tag.is_nominal() && governs && only()
    };
    (from + 1..end)
        .find(|at| {
            let here = &scene.tags[*at];
            let finite = here.is_surely_finite() || is_only(*at);
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

/// Tokens between a noun and whose it is: "the rebels' 48-hour ultimatum".
const OWNER: usize = 5;

pub(super) fn owner(scene: &Scene<'_, '_>, floor: usize, at: usize) -> Option<Range<usize>> {
    let back = (floor..at).rev().take(OWNER).find(|back| scene.tags[*back].owns || !scene.tags[*back].tag.is_nominal())?;
    let here = &scene.tags[back];
    match here.tag {
        _ if here.owns => phrase::before(&scene.tags, floor, back + 1),
        Tag::Possessive => Some(back..back + 1),
        _ => None,
    }
}
