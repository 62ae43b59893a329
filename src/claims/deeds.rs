//! Drafts whose words only tell of a deed of speech, done, due or left undone, so that nobody asserts anything: "nobody was charged",
//! "firms must report a leak within two days", "it was not clear who paid", "guests are expected at noon", "he backed his van".
//!
//! Known failure: "The scheme backs farmers" is praise, since farmers could be praised.

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::model::{Act, Distance, Rule};
use crate::syntax::{Tag, Tagged, phrase};
use crate::text::{SegmentKind, Span};

use super::scene::{Draft, Scene, Source};
use super::{answers, content, target};

/// Nobody asserts it.
pub(super) fn asserts_nothing(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    by_nobody(scene, draft)
        || is_due(scene, draft)
        || is_unclear(scene, draft)
        || is_timed(scene, draft)
        || is_condition(scene, draft)
        || is_question(scene, draft)
        || is_subject(scene, draft)
        || is_done_to(scene, draft)
        || is_plain_deed(scene, draft)
        || is_done_to_thing(scene, draft)
        || is_own_wish(scene, draft)
        || is_won_or_found(scene, draft)
        || is_for_sale(scene, draft)
        || is_only_heard(scene, draft)
        || is_possible(scene, draft)
        || is_ground(scene, draft)
        || is_occasion(scene, draft)
        || is_formula(scene, draft)
        || is_found_in_headline(scene, draft)
}

/// "did not deny it", "neither bank has confirmed it", "did not respond to a request": no denial, and no word on it.
pub(super) fn is_left_undone(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let neither = draft.source.words().is_some_and(|who| scene.tags[who.start].classes.has(Class::Negation));
    let negated = draft.candidate.group.negated;
    let cue = draft.candidate.cue;
    let names = !cue.takes(Frame::That) && !cue.takes(Frame::Quote) && !draft.candidate.group.modal;
    let speaks = cue.part == Part::Verb && (cue.takes(Frame::Quote) || cue.takes(Frame::Prepositional) || names);
    let states = draft.act == Act::State && speaks && !draft.evaluates;
    // "would not confirm or deny it", "neither confirmed nor denied it": said so, and so more than silence.
    let joined = cue.rest.first().is_some_and(|word| closed::classes(word).has(Class::Conjunction));
    let denies_both = joined && draft.act == Act::Reject;
    if denies_both {
        return !negated;
    }
    // "has yet to say whether it will sign"
    let yet =
        draft.candidate.group.infinitive && draft.candidate.group.start > 0 && scene.tags[draft.candidate.group.start - 1].is(Role::Yet);
    yet || (negated || neither) && matches!(draft.act, Act::Deny | Act::Reject | Act::Confirm)
        || negated && states && (is_named(scene, draft) || is_unsaid(scene, draft))
}

/// "left without saying that he was ill", "it goes without saying": not said.
fn is_unsaid(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (cue, group) = (draft.candidate.cue, &draft.candidate.group);
    let before = group.start.checked_sub(1).map(|before| scene.tags[before].classes);
    let without = before.is_some_and(|classes| classes.has(Class::Negation) && classes.has(Class::Preposition));
    group.gerund && without && cue.takes(Frame::That) && cue.takes(Frame::Quote)
}

/// "Responding to the report, the minister said", "she said, pointing to a study": a participle beside what is said that names what it is
/// about, and no words. A figure may be told by it.
fn is_occasion(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (cue, group) = (draft.candidate.cue, &draft.candidate.group);
    let says = |at: usize| scene.tags[at].tag == Tag::Verb && scene.tags[at].word.takes(Frame::Quote);
    let follows = group.start >= 2 && scene.tags[group.start - 1].tag == Tag::Comma && says(group.start - 2);
    let beside = group.gerund && (draft.rule == Rule::Leading || follows) && !cue.takes(Frame::That);
    let is_told = |piece: &Span| scene.document.tokens_in(*piece).any(|at| scene.tags[at].tag == Tag::Number);
    let names = draft.act == Act::State && !draft.evaluates && is_named(scene, draft);
    beside && cue.part == Part::Verb && names && !draft.content.iter().any(is_told)
}

/// "said goodbye to the team", "said nothing about the sale", "offered no evidence": a greeting, or silence.
fn is_formula(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(words) = scene.words(draft).filter(|words| words.start >= draft.candidate.after) else { return false };
    let first = scene.tags.get(words.start);
    // "offered no evidence", "offered her condolences"
    if draft.act != Act::State {
        let none = first.is_some_and(|first| first.classes.has(Class::Negation) && first.tag == Tag::Determiner);
        let courteous = || object(scene, words.clone()).1.is_some_and(|head| scene.tags[head].is(Role::Formula));
        return draft.act == Act::Propose && (none || courteous());
    }
    let opens = first.is_some_and(|first| first.is(Role::Formula));
    let says = draft.candidate.cue.takes(Frame::That) && draft.candidate.cue.takes(Frame::Quote);
    opens && says && !scene.quotes(draft.content[0]) && !phrase::clause_follows(&scene.tags, words.start, words.end)
}

/// "Missing walker found alive": a headline leaves out the "is" of its passive, and tells in the present what others did.
fn is_found_in_headline(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let (group, cue) = (&draft.candidate.group, draft.candidate.cue);
    let headline = scene.document.segment_of(draft.candidate.clause.sentence).kind == SegmentKind::Headline;
    let passive = group.start == group.head && scene.tags[group.head].is_verb(form::PARTICIPLE);
    let Some(words) = scene.words(draft).filter(|words| words.start >= draft.candidate.after) else { return false };
    let bare = scene.tags.get(words.start).is_some_and(|first| matches!(first.tag, Tag::Noun | Tag::Adverb));
    let deed = cue.takes(Frame::Deed) && cue.takes(Frame::That) && draft.act == Act::State;
    headline && passive && deed && bare && !content::has_finite(scene, words.clone()) && !scene.quotes(draft.content[0])
}

/// The content is a thing that is named, after the verb, and no clause.
fn is_named(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let opens = first(scene, draft).filter(|at| *at >= draft.candidate.after).map(|at| &scene.tags[at]);
    let named = opens.is_some_and(|first| first.tag.opens_phrase() || first.tag == Tag::Preposition);
    named && draft.content.iter().all(|piece| !content::has_finite(scene, scene.document.tokens_in(*piece)) && !scene.quotes(*piece))
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
    let named = opens.is_some_and(|first| first.tag.opens_phrase()) && !valued && !scene.quotes(draft.content[0]);
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
fn object(scene: &Scene<'_, '_>, words: Range<usize>) -> (Range<usize>, Option<usize>) {
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
pub(super) fn is_dumb(scene: &Scene<'_, '_>, start: usize, who: &Range<usize>) -> bool {
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
    const SPEAKERS: [Role; 9] =
        [Role::Office, Role::Unnamed, Role::Crowd, Role::Organisation, Role::Media, Role::Document, Role::Medium, Role::Court, Role::Bench];
    let can_speak = SPEAKERS.iter().any(|role| here.is(*role)) || actors::names_somebody(&scene.lower[head]) || is_aged(scene, head);
    // A word that begins a sentence may be a name, unless it is known for a noun.
    let capital = scene.document.tokens[head].capital && (head > start || !here.word.noun);
    let common = here.tag == Tag::Noun && !capital && !scene.any(&(who.start..head + 1), Role::Subject);
    let described = (who.start..head).any(|at| scene.tags[at].tag == Tag::Name && !scene.tags[at].owns);
    common && !can_speak && !described && !here.classes.has(Class::Pronoun)
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

/// The noun phrase stands for words, or for what words ask or offer: a pronoun may, and so may what is called something ("as a stunt").
fn is_refusable(scene: &Scene<'_, '_>, words: Range<usize>) -> bool {
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
    led && follows && draft.rule != Rule::AccordingTo && !draft.content.iter().any(|piece| scene.quotes(*piece))
}

/// "Condemned the mayor for refusing to resign", "was sacked for refusing to sign": what was not done is why, and nobody's words.
fn is_ground(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let group = &draft.candidate.group;
    let before = group.start.checked_sub(1).filter(|_| group.gerund && draft.act == Act::Reject);
    before.is_some_and(|before| scene.tags[before].is(Role::Ground)) && first(scene, draft).is_some_and(|at| scene.tags[at].tag == Tag::To)
}

/// The first token of the content.
fn first(scene: &Scene<'_, '_>, draft: &Draft) -> Option<usize> {
    scene.words(draft).map(|words| words.start)
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

#[cfg(test)]
mod tests {
    use crate::claims::extract;
    use crate::text::Document;

    fn cues(text: &str) -> Vec<String> {
        extract(&Document::new(text)).claims.into_iter().filter_map(|claim| Some(claim.cue?.text)).collect()
    }

    #[test]
    fn a_deed_of_speech_is_no_claim() {
        for text in [
            "Nobody was ever charged with the theft.",
            "No one has denied the report.",
            "No minister has denied the report.",
            "Firms must report a leak within two days.",
            "The bank will announce its rate on Monday.",
            "It was not clear how many people had left.",
            "Anyone who announced a result would pay a fine.",
            "Two clerks were sacked for refusing to sign the list.",
            "The guests were expected on Friday.",
        ] {
            assert_eq!(cues(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_somebody_says_is_one() {
        for (text, cue) in [
            ("Three guards were charged with theft.", "were charged"),
            ("The bank will say that rates must rise.", "will say"),
            ("The minister was not clear how it would end.", "was not clear"),
            ("Not only the mayor but also the bishop condemned the raid.", "condemned"),
            ("Not just the union but the mayor demanded an inquiry.", "demanded"),
            ("The firm will report a loss of 3 million euros.", "will report"),
            ("The guests were expected to arrive on Friday.", "were expected"),
            ("The firm must report “a small leak”, Lee said.", "said"),
        ] {
            assert!(cues(text).contains(&cue.to_owned()), "{text}");
        }
    }
}
