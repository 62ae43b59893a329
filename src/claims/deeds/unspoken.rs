//! Words that nobody has said, or not yet: "nobody was charged", "firms must report a leak", "if Lee says so", "why did the bank deny it?".

use std::ops::Range;

use super::first;
use crate::claims::scene::{Draft, Scene, Source};
use crate::claims::{content, fronted};
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Tag, Tagged};

/// Nobody has said it, or not yet.
pub(super) fn is_unspoken(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    by_nobody(scene, draft)
        || is_due(scene, draft)
        || is_unclear(scene, draft)
        || is_timed(scene, draft)
        || is_condition(scene, draft)
        || is_question(scene, draft)
        || is_subject(scene, draft)
        || is_possible(scene, draft)
        || is_ground(scene, draft)
}

/// "The court could order a retrial", "the bank may offer more": what somebody is only able to do.
fn is_possible(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let group = &draft.candidate.group;
    let verb = &scene.tags[group.start..group.head];
    let can = |tagged: &Tagged| tagged.tag == Tag::Auxiliary && tagged.is(Role::Hedge);
    let able = group.modal && !group.negated && verb.iter().any(can);
    let does = matches!(draft.act, Act::Demand | Act::Agree | Act::Reject | Act::Promise | Act::Propose);
    let is_other = |who: &Range<usize>| who.end <= group.start && !scene.any(who, Role::First);
    able && does && is_word(draft) && draft.source.words().is_some_and(is_other)
}

/// "If Lee says so", "unless the bank says more", "whether he denies it": nobody has. What somebody would think is left.
fn is_condition(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Source::Phrase(who) = &draft.source else { return false };
    let before = who.start.checked_sub(1).filter(|before| *before >= draft.candidate.clause.start);
    let cue = draft.candidate.cue;
    let speaks = match draft.act {
        Act::State => cue.takes(Frame::That),
        act => act != Act::Expect && cue.part == Part::Verb,
    };
    // "If Lee is to be believed, it rained"
    let told = draft.rule == Rule::AccordingTo;
    speaks && !told && who.end <= draft.candidate.group.start && before.is_some_and(|before| scene.tags[before].is(Role::Condition))
}

/// "Was the minister told?", "Why did the bank deny it?": the outlet asks, and nobody says so.
fn is_question(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let clause = draft.candidate.clause;
    let range = scene.document.token_range(clause.sentence);
    let mut marks = range.clone().rev().take_while(|at| !scene.document.tokens[*at].is_wordlike());
    let asks = marks.any(|at| scene.tags[at].tag == Tag::Stop && scene.document.slice(scene.document.tokens[at].span).starts_with('?'));
    let who = draft.source.words().map(|who| who.start).or_else(|| first(scene, draft));
    let inverts = |at: usize| at > clause.start && scene.tags[at - 1].tag == Tag::Auxiliary;
    let is_wh = |at: usize| at == range.start && (scene.tags[at].is(Role::Wh) || scene.tags[at].tag == Tag::Relative);
    clause.quotation.is_none() && asks && who.is_some_and(|at| at < draft.candidate.group.start && (inverts(at) || is_wh(at)))
}

/// "What officials told the families was wrong", "How he denied it is unclear": of what they said more is said, and not what.
fn is_subject(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Source::Phrase(who) = &draft.source else { return false };
    let begins = |at: usize| scene.tags[at].is(Role::Wh);
    let start = draft.candidate.clause.start;
    let led = who.start == start + 1 && begins(start) || who.start == start && who.len() > 1 && begins(start);
    let follows = first(scene, draft).is_some_and(|at| at >= draft.candidate.after && scene.tag(at) != Some(Tag::Complementiser));
    led && follows
        && !fronted::is_cleft(scene, draft)
        && draft.rule != Rule::AccordingTo
        && !draft.content.iter().any(|piece| scene.quotes(*piece))
}

/// "Condemned the mayor for refusing to resign", "was sacked for refusing to sign": what was not done is why, and nobody's words.
fn is_ground(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let group = &draft.candidate.group;
    let before = group.start.checked_sub(1).filter(|_| group.gerund && draft.act == Act::Reject);
    before.is_some_and(|before| scene.tags[before].is(Role::Ground)) && first(scene, draft).is_some_and(|at| scene.tags[at].tag == Tag::To)
}

/// "Nobody was charged", "no minister has denied it", "not all voters want it".
fn by_nobody(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let undergoes = || first(scene, draft).filter(|_| draft.rule == Rule::Passive);
    let who = draft.source.words().map(|who| who.start).or_else(undergoes);
    let is_pronoun = |at: usize| scene.tags.get(at).is_some_and(|tagged| tagged.classes.has(Class::Pronoun));
    let none = |at: usize| scene.tags[at].classes.has(Class::Negation);
    // "Neither side wants a war" tells what both want, and what neither said is said by nobody.
    let speaks = matches!(draft.act, Act::State | Act::Accuse | Act::Confirm | Act::Warn | Act::Promise | Act::Propose);
    let counts = |at: usize| scene.tags[at].is(Role::Subject) && !speaks || scene.tag(at + 1) == Some(Tag::Number);
    // "Not only the mayor", "not just the union": somebody and more.
    let is_more = |at: usize| scene.tags.get(at + 1).is_some_and(|next| next.tag == Tag::Adverb);
    // "Anyone who announces a result": nobody has.
    let antecedent = |who: usize| if scene.tags[who].tag == Tag::Relative { who.saturating_sub(1) } else { who };
    if who.is_some_and(|who| scene.tags[antecedent(who)].is(Role::Any)) && matches!(draft.source, Source::Phrase(_)) {
        return true;
    }
    who.filter(|who| draft.act != Act::Expect && !is_more(*who)).is_some_and(|who| match is_pronoun(who) {
        true => none(who) || who > 0 && none(who - 1),
        false => none(who) && (is_pronoun(who + 1) || !counts(who)),
    })
}

/// "Firms must report a leak", "the bank will announce its rate": a statement still to be made, of which nothing is told
/// yet. What "may have said" brings is kept.
fn is_due(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let group = &draft.candidate.group;
    let verb = &scene.tags[group.start..group.head];
    let due = group.modal
        && !group.negated
        && !verb.iter().any(|tagged| tagged.is(Role::Hedge))
        && draft.act == Act::State
        && is_word(draft)
        && !draft.evaluates;
    let Some(span) = draft.content.first().filter(|_| due) else { return false };
    let words = scene.document.tokens_in(*span);
    // "will decide whether the claims are true"
    let rules = draft.source.words().is_some_and(|who| scene.any(who, Role::Bench) || scene.any(who, Role::Court));
    if rules && words.start >= draft.candidate.after && scene.tags.get(words.start).is_some_and(|first| first.is(Role::Wh)) {
        return true;
    }
    let follows = words.start >= draft.candidate.after;
    let is_told = words.clone().any(|at| scene.tags[at].tag == Tag::Number);
    follows && !is_told && !content::has_finite(scene, words) && !draft.content.iter().any(|piece| scene.quotes(*piece))
}

/// The cue is one verb, not a phrase that names what is given: "give evidence".
fn is_word(draft: &Draft) -> bool {
    draft.candidate.cue.part == Part::Verb && draft.candidate.cue.rest.is_empty()
}

/// "It was not clear how many had left": nobody's words.
fn is_unclear(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Source::Phrase(who) = &draft.source else { return false };
    let bare = who.len() == 1 && scene.tags[who.start].is_it_or_you();
    let asks = first(scene, draft).is_some_and(|at| scene.tags[at].is(Role::Wh) || scene.tags[at].tag == Tag::Relative);
    draft.candidate.cue.part == Part::Adjective && bare && asks
}

/// "The ruling is expected in May": only when it is due.
fn is_timed(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (after, end) = (draft.candidate.after, draft.candidate.clause.end);
    let bare = draft.source == Source::Unspecified && draft.rule == Rule::Passive && draft.candidate.cue.takes(Frame::That);
    bare && draft.act == Act::Expect && content::skip_adjuncts(scene, after, end) > after
}
