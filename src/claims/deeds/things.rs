//! Deeds done to people and things: "dismissed the player", "admitted 40 patients", "claimed bronze", "the hotel offers free parking". What
//! the verb takes, or whoever does it, shows that no words are meant.

use std::ops::Range;

use super::first;
use crate::claims::scene::{Draft, Scene, Source};
use crate::claims::{answers, content, target};
use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::model::{Act, Distance, Rule};
use crate::syntax::{Tag, Tagged, phrase};
use crate::text::{SegmentKind, Span};

/// A person or a thing is meant, and no words.
pub(super) fn are_meant(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    is_done_to(scene, draft)
        || is_undergone(scene, draft)
        || is_plain_deed(scene, draft)
        || is_done_to_thing(scene, draft)
        || is_own_wish(scene, draft)
        || is_won_or_found(scene, draft)
        || is_for_sale(scene, draft)
        || is_only_heard(scene, draft)
}

/// "dismissed the player", "rejected the engine", "denied him a visa": a person or a thing is turned away, and no words.
fn is_done_to(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let cue = draft.candidate.cue;
    let Some(words) = scene.words(draft) else { return false };
    let is_given = || words.start >= draft.candidate.after && target::recipient(scene, words.start, words.end).is_some();
    if draft.act == Act::Deny && cue.act == Act::Deny && cue.part == Part::Verb && is_given() {
        return true;
    }
    // "accepts only cash"
    let opens = words.clone().map(|at| &scene.tags[at]).find(|first| first.tag != Tag::Adverb).filter(|_| cue.takes(Frame::Words));
    // "A fact was dismissed as false"
    let is_valued = |piece: &Span| scene.tags.get(scene.document.tokens_in(*piece).start).is_some_and(|first| first.is(Role::As));
    let valued = draft.content.iter().skip(1).any(is_valued);
    // "The road was shut, she recalled"
    let before = draft.rule != Rule::Passive && words.end <= draft.candidate.group.start;
    let told = scene.quotes(draft.content[0]) || before && content::has_finite(scene, words.clone());
    let named = opens.is_some_and(|first| first.tag.opens_phrase()) && !valued && !told;
    named && !is_refusable(scene, words)
}

/// "admitted 40 patients", "found a guard", "the flood claimed lives", "charges a fee": the cue's verb is a deed with this object or this
/// subject.
fn is_plain_deed(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let candidate = &draft.candidate;
    let plain = candidate.cue.takes(Frame::Deed) && candidate.cue.part == Part::Verb && draft.act == candidate.cue.act;
    let Some(words) = scene.words(draft).filter(|_| plain) else { return false };
    let tells = |at: usize| matches!(scene.tags[at].tag, Tag::Complementiser | Tag::Quote) || scene.quotation(at).is_some();
    let says = |piece: &Span| {
        let words = scene.document.tokens_in(*piece);
        words.clone().any(tells) || content::has_finite(scene, words)
    };
    if draft.content.iter().any(says) {
        return false;
    }
    if draft.act == Act::Accuse {
        return is_priced(scene, draft, words);
    }
    if draft.rule == Rule::Passive {
        return is_mute(scene, draft);
    }
    let opens = words.clone().map(|at| &scene.tags[at]).find(|first| first.tag != Tag::Adverb);
    if words.start < candidate.after || draft.content.len() > 1 || !opens.is_some_and(|first| first.tag.opens_phrase()) {
        return false;
    }
    if is_mute(scene, draft) {
        return true;
    }
    let by_document = draft.source.words().is_some_and(|who| scene.any(who, Role::Document));
    let calls = draft.evaluates && draft.act == Act::State;
    if by_document || calls || matches!(draft.act, Act::Propose | Act::Promise) {
        return false;
    }
    let (object, head) = object(scene, words.clone());
    let Some(head) = head else { return false };
    let aims = matches!(draft.act, Act::Demand | Act::Warn | Act::Welcome);
    let stop = head + 1;
    let rest = content::skip_adjuncts(scene, stop, words.end);
    let ends = |here: &Tagged| matches!(here.tag, Tag::Preposition | Tag::Comma);
    let whole = scene.before(rest, words.end).is_none_or(ends) || stop < words.end && scene.tags[stop].tag == Tag::Preposition;
    let expects = draft.act == Act::Expect;
    let counted = is_counted(scene, object.start, head);
    // "expects 900 visitors", "expects him to go", and not "is expecting twins"
    let foresees = expects && (counted || scene.any(&words, Role::To));
    whole && !foresees && (counted || !aims && is_somebody(scene, draft.act, head))
}

/// "He was questioned by detectives": a person undergoes the deed, of whom nothing is told besides.
fn is_undergone(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let cue = draft.candidate.cue;
    let states = draft.rule == Rule::Passive && draft.act == Act::State && cue.takes(Frame::Object) && !cue.takes(Frame::As);
    let Some(words) = scene.words(draft).filter(|_| states && draft.content.len() == 1) else { return false };
    let before = words.end <= draft.candidate.group.start && draft.source != Source::Unspecified;
    let (object, head) = object(scene, words);
    let is_pronoun = || object.len() <= 1 && scene.tags[object.start].tag == Tag::Pronoun && !scene.tags[object.start].is_it_or_you();
    before && (is_pronoun() || head.is_some_and(|head| is_somebody(scene, draft.act, head)))
}

/// "backed his van through the gate", "claimed bronze", "the recipe calls for eggs": what is won, driven or eaten is no words, and who
/// only stands in need of something asks nothing.
fn is_done_to_thing(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let candidate = &draft.candidate;
    let plain = candidate.cue.part == Part::Verb && candidate.cue.takes(Frame::Object) && draft.act == candidate.cue.act;
    let follows = |words: &Range<usize>| words.start >= candidate.after && draft.content.len() == 1;
    let Some(words) = scene.words(draft).filter(|words| plain && follows(words)) else { return false };
    let called = draft.evaluates && (draft.act == Act::State || scene.any(&words, Role::As));
    if called || scene.quotes(draft.content[0]) || content::has_finite(scene, words.clone()) {
        return false;
    }
    // "the proposal calls for a fence"
    let is_text = |at: usize| scene.tags[at].is(Role::Refusable) || scene.tags[at].is(Role::Charge);
    let told = draft.source.words().is_some_and(|who| who.clone().any(is_text));
    let (_, head) = object(scene, words.clone());
    let is_thing = head.is_some_and(|head| scene.tags[head].is(Role::Thing) && !scene.any(&words, Role::To));
    let needs = candidate.cue.act == Act::Demand && !candidate.cue.rest.is_empty();
    is_thing || needs && !told && is_mute(scene, draft)
}

/// "wants to be a vet": what somebody would like to be is asked of nobody.
fn is_own_wish(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let wishes = draft.candidate.cue.takes(Frame::Wish) && draft.act == Act::Demand && draft.target.is_none();
    let to = first(scene, draft).filter(|to| wishes && *to >= draft.candidate.after && scene.tags[*to].tag == Tag::To);
    let end = draft.candidate.clause.end;
    to.is_some_and(|to| {
        let trade = phrase::after(&scene.tags, to + 2, end);
        let article = scene.before(to + 2, end).is_some_and(|next| next.tag == Tag::Determiner);
        article && scene.tags[to + 1].is(Role::Be) && scene.names_somebody(&trade)
    })
}

/// "claimed a fifth win", "claims housing benefit", "found the car abandoned", "has shown the film": what is won, due, seen or screened.
fn is_won_or_found(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (candidate, cue) = (&draft.candidate, draft.candidate.cue);
    let states =
        draft.act == Act::State && cue.part == Part::Verb && cue.rest.is_empty() && cue.takes(Frame::Object) && cue.takes(Frame::That);
    let Some(words) = scene.words(draft).filter(|words| states && words.start >= candidate.after && draft.content.len() == 1) else {
        return false;
    };
    let (object, head) = object(scene, words.clone());
    let Some(head) = head.filter(|_| !scene.quotes(draft.content[0]) && scene.tags[words.start].tag.opens_phrase()) else { return false };
    let learnt =
        || draft.source.words().is_some_and(|who| [Role::Document, Role::Court, Role::Bench].iter().any(|role| scene.any(who, *role)));
    // "found the car abandoned", and not "found the abandoned car had been moved"
    let is_found =
        |at: usize| scene.tags[at].is(Role::Found) && scene.before(at + 1, words.end).is_none_or(|next| next.tag == Tag::Preposition);
    if cue.takes(Frame::Deed) && cue.distance != Distance::Distanced {
        return !learnt() && (object.start + 1..words.end.min(object.end + 1)).any(is_found);
    }
    if content::has_finite(scene, words.clone()) {
        return false;
    }
    let here = &scene.tags[head];
    let is_number = |at: usize| {
        let ordinal = || numbers::uses(&scene.lower[at]).iter().any(|used| matches!(used, NumberWord::Ordinal(_)));
        scene.tags[at].tag == Tag::Number || scene.tags[at].word.counts || ordinal()
    };
    match cue.takes(Frame::Deed) {
        true => here.is(Role::Due) || here.is(Role::Won) && (object.start..head).any(is_number),
        false => here.is(Role::Shown),
    }
}

/// "The hotel offers free parking": what somebody has on offer, told in the present and outside a headline, is nothing that is proposed to
/// anybody. "Peru offers talks" is.
fn is_for_sale(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (candidate, group) = (&draft.candidate, &draft.candidate.group);
    let offers = draft.act == Act::Propose && candidate.cue.takes(Frame::Deed) && candidate.cue.takes(Frame::Object);
    let plain = group.finite && group.start == group.head && scene.tags[group.head].is_verb(form::PRESENT | form::BASE);
    let headline = scene.document.segment_of(candidate.clause.sentence).kind == SegmentKind::Headline;
    let present = plain && !scene.tags[group.head].is_verb(form::PAST) && !headline;
    let words = scene.words(draft).filter(|words| offers && present && words.start >= candidate.after && draft.target.is_none());
    words.is_some_and(|words| scene.tags[words.start].tag.opens_phrase() && !scene.quotes(draft.content[0]) && !is_refusable(scene, words))
}

/// "reports to the director": whoever hears it, and nothing of what.
fn is_only_heard(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let cue = draft.candidate.cue;
    let reports = cue.part == Part::Verb && cue.takes(Frame::That) && cue.takes(Frame::Quote) && cue.rest.is_empty();
    let fits = reports && draft.act == Act::State && draft.rule == Rule::Subject && draft.content.len() == 1;
    let Some(words) = scene.words(draft).filter(|words| fits && words.start >= draft.candidate.after) else { return false };
    let hearer = phrase::after(&scene.tags, words.start + 1, words.end);
    let opens = scene.tags.get(words.start).is_some_and(|first| first.tag == Tag::Preposition && first.is(Role::To));
    opens && hearer.end == words.end && scene.names_somebody(&hearer) && !scene.quotes(draft.content[0])
}

/// The noun phrase that `words` begin with, and its head.
pub(super) fn object(scene: &Scene<'_, '_>, words: Range<usize>) -> (Range<usize>, Option<usize>) {
    let object = phrase::after(&scene.tags, words.start, words.end);
    let stop = object.clone().find(|at| scene.tags[*at].tag == Tag::Preposition).unwrap_or(object.end);
    (object.clone(), stop.checked_sub(1).filter(|head| object.contains(head)))
}

/// "charges £9", "charged the phone", "are charged £14": a price or power, and nobody is accused. Whoever is charged "with" something is.
fn is_priced(scene: &Scene<'_, '_>, draft: &Draft, words: Range<usize>) -> bool {
    let (after, end) = (draft.candidate.after, draft.candidate.clause.end);
    let is_with = |at: usize| scene.before(at, end).is_some_and(|next| next.is(Role::With));
    let (_, head) = object(scene, words.clone());
    let Some(head) = head.filter(|head| !is_with(head + 1) && !is_with(after)) else { return false };
    let here = &scene.tags[head];
    let named = here.tag == Tag::Name || here.tag == Tag::Pronoun || here.is(Role::Subject);
    let is_person = named || actors::names_somebody(&scene.lower[head]) || is_aged(scene, head);
    let number = scene.document.slice(scene.document.tokens[head].span);
    let many = here.tag == Tag::Number && number.starts_with(char::is_alphanumeric) && number.ends_with(char::is_alphanumeric);
    let follows = scene.before(if words.start < after { after } else { head + 1 }, end);
    let pays = follows.is_some_and(|next| {
        let time = next.is(Role::Calendar) || next.classes.has(Class::Preposition);
        !time && (next.tag.opens_phrase() || next.tag == Tag::Adverb)
    });
    !(is_person || many) || pays
}

/// "the 24-year-old": the noun is tied to a number.
fn is_aged(scene: &Scene<'_, '_>, head: usize) -> bool {
    head > 0 && scene.tags[head - 1].tag == Tag::Number && !scene.document.tokens[head - 1].is_wordlike()
}

/// "40 patients", "about 200 staff": a number and a noun that is no word for words, nor money or a share.
fn is_counted(scene: &Scene<'_, '_>, start: usize, head: usize) -> bool {
    let counts = (start..head).find(|at| scene.tags[*at].tag == Tag::Number);
    let is_word = |at: usize| {
        let here = &scene.tags[at];
        here.is(Role::Charge) || here.is(Role::Refusable) || answers::noun_row(scene, at).is_some()
    };
    let opens = |at: usize| (start..at).all(|before| scene.tags[before].tag != Tag::Noun);
    let is_amount = || quantities::unit(&scene.lower[head]).is_some();
    let plural = || inflect::is_plural(&scene.lower[head]) || actors::names_somebody(&scene.lower[head]);
    counts.is_some_and(opens) && scene.tags[head].tag == Tag::Noun && plural() && !is_word(head) && !is_amount()
}

/// The noun at `head` is a name or one for people or bodies, of which a charge may be denied as well ("denied the source").
fn is_somebody(scene: &Scene<'_, '_>, act: Act, head: usize) -> bool {
    let here = &scene.tags[head];
    match here.tag {
        Tag::Name => !here.owns && !here.is(Role::Calendar),
        Tag::Noun => {
            act != Act::Deny
                && !here.owns
                && actors::names_somebody(&scene.lower[head])
                && !here.is(Role::Charge)
                && !here.is(Role::Refusable)
        }
        _ => here.is_never_subject(),
    }
}

/// "Drought threatens the harvest", "is backed by steel beams": the subject is a common noun that no speaker has.
fn is_mute(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Source::Phrase(who) = &draft.source else { return false };
    !matches!(draft.act, Act::Deny | Act::Confirm | Act::Reject) && is_dumb(scene, draft.candidate.clause.start, who)
}

/// The head of the phrase `who`, in a clause that begins at `start`, is a common noun that no speaker has.
pub(in crate::claims) fn is_dumb(scene: &Scene<'_, '_>, start: usize, who: &Range<usize>) -> bool {
    let breaks = |at: &usize| {
        let here = &scene.tags[*at];
        matches!(here.tag, Tag::Preposition | Tag::Comma | Tag::Relative | Tag::Complementiser | Tag::Dash | Tag::Bracket)
    };
    let stop = who.clone().find(breaks);
    let Some(head) = stop.unwrap_or(who.end).checked_sub(1).filter(|head| who.contains(head)) else { return false };
    // "two thirds of members": what they are part of speaks.
    let rest = stop.filter(|stop| scene.tags[*stop].is(Role::Of)).map_or(who.end, |of| of + 1)..who.end;
    if scene.names_somebody(&rest) || scene.any(&rest, Role::Subject) {
        return false;
    }
    let here = &scene.tags[head];
    const HEADS_THAT_SPEAK: [Role; 9] =
        [Role::Office, Role::Unnamed, Role::Crowd, Role::Organisation, Role::Media, Role::Document, Role::Medium, Role::Court, Role::Bench];
    let speaks = |at: usize| HEADS_THAT_SPEAK.iter().any(|role| scene.tags[at].is(*role)) || actors::names_somebody(&scene.lower[at]);
    // "a source close to the talks": an adjective stands behind its noun.
    let described_late = || stop.is_some() && head > who.start && scene.tags[head - 1].tag == Tag::Noun && !scene.tags[head - 1].owns;
    let can_speak = speaks(head) || is_aged(scene, head) || described_late() && speaks(head - 1);
    // A word that begins a sentence may be a name, unless it is known for a noun.
    let capital = scene.document.tokens[head].capital && (head > start || !here.word.noun);
    let common = here.tag == Tag::Noun && !capital && !scene.any(&(who.start..head + 1), Role::Subject);
    let described = (who.start..head).any(|at| scene.tags[at].tag == Tag::Name && !scene.tags[at].owns);
    common && !can_speak && !described && !here.classes.has(Class::Pronoun)
}

/// The noun phrase stands for words, or for what words ask or offer: a pronoun may, and so may what is called something ("as a stunt").
pub(in crate::claims) fn is_refusable(scene: &Scene<'_, '_>, words: Range<usize>) -> bool {
    let tag = |at: usize| &scene.tags[at];
    let ends = |at: &usize| !(tag(*at).tag.is_nominal() || tag(*at).tag.opens_phrase() || tag(*at).tag == Tag::Adverb);
    let stop = words.clone().find(ends).unwrap_or(words.end);
    let Some(head) = stop.checked_sub(1).filter(|head| words.contains(head)) else { return true };
    let called = |at: usize| answers::noun_row(scene, at).is_some() || tag(at).is(Role::Charge) || tag(at).is(Role::Refusable);
    let (last, joined) = (tag(head), stop < words.end && tag(stop).tag == Tag::Conjunction);
    let bare = last.tag == Tag::Pronoun || last.is(Role::Points) || last.is(Role::Subject) && last.tag != Tag::Noun;
    let person = bare && last.is_never_subject();
    let valued = last.tag == Tag::Noun && (stop..words.end).any(|at| tag(at).is(Role::As));
    let loose = bare || matches!(last.tag, Tag::Determiner | Tag::Number);
    !person && (loose || valued || (words.start..stop).any(called) || joined && is_refusable(scene, stop + 1..words.end))
}
