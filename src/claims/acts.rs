//! The act that a claim's words make of its cue's: who "insisted that he resign" demands it, who "called the raid reckless" condemns it.

use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues::{self, Frame, Part};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words::{self, Role};
use crate::model::{Act, Certainty, Rule};
use crate::syntax::{Tag, phrase};

use super::deeds;
use super::scene::{Draft, Scene};

/// The act that a claim's words make of its cue's.
pub(super) fn act_of_words(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    act_of_clause(scene, draft)
        .or_else(|| act_of_question(scene, draft))
        .or_else(|| act_of_loyalty(scene, draft))
        .or_else(|| act_of_wish(scene, draft))
        .or_else(|| act_of_blame(scene, draft))
        .or_else(|| act_of_value(scene, draft))
        .or_else(|| act_of_prospect(scene, draft))
}

/// "accepted it had failed": where a verb and "that" carry another act than the verb with an object, a clause without "that" does too.
fn act_of_clause(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let (candidate, words) = (&draft.candidate, scene.words(draft)?);
    let plain = candidate.cue.rest.is_empty() && candidate.cue.part == Part::Verb && draft.act == candidate.cue.act;
    let first = scene.tags.get(words.start).filter(|_| plain && words.start >= candidate.after)?;
    let clause = first.tag.opens_phrase() && phrase::clause_follows(&scene.tags, words.start, words.end);
    let mut rows = scene.tags[candidate.group.head].word.cues();
    let that = |cue: &&&'static cues::Cue| cue.part == Part::Verb && cue.rest.len() == 1 && words::look_up(cue.rest[0]).is(Role::That);
    rows.by_ref().filter(|_| clause).find(|cue| that(&cue)).map(|cue| cue.act)
}

/// "“Who will pay?” she asked": what is quoted is a question, and nobody is asked to do anything. "“Could you pay?”" is a request, and
/// "asked whether it was safe" asks for an answer.
fn act_of_question(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let cue = draft.candidate.cue;
    let asks = draft.act == Act::Demand && cue.takes(Frame::Quote) && cue.takes(Frame::Addressee) && draft.rule != Rule::Asked;
    let piece = draft.content.last().filter(|_| asks && cue.part == Part::Verb)?;
    let words = scene.document.tokens_in(*piece);
    let opens = words.clone().find(|at| scene.document.tokens[*at].is_wordlike())?;
    let is_request = closed::classes(&scene.lower[opens]).has(Class::Modal);
    let is_mark = |letter: char| !letter.is_alphanumeric() && letter != QUESTION;
    let is_question = scene.document.slice(*piece).trim_end_matches(is_mark).ends_with(QUESTION);
    (is_question && !is_request).then_some(Act::State)
}

const QUESTION: char = '?';

/// "stood by her minister": who stands by somebody supports them; who stands by words or a deed says once more that they hold.
fn act_of_loyalty(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let supported =
        draft.target.clone().or_else(|| scene.words(draft)).filter(|_| draft.act == Act::Confirm && supports(draft.candidate.cue))?;
    let names_words = |at: usize| {
        let here = &scene.tags[at];
        here.is(Role::Charge) || here.is(Role::Wh) || here.tag == Tag::Noun && here.word.cues().any(|cue| cue.part == Part::Noun)
    };
    let is_thing = |at: usize| matches!(pronouns::pronoun(&scene.lower[at]), Some(Pronoun::It)) && supported.len() == 1;
    (!supported.clone().any(|at| names_words(at) || is_thing(at))).then_some(Act::Welcome)
}

/// "stand by": somebody, or words.
fn supports(cue: &cues::Cue) -> bool {
    cue.act == Act::Confirm && cue.takes(Frame::Target)
}

/// "insisted that he resign", "suggested that the ban be lifted": what somebody says in a clause whose verb is bare is no fact, but asked
/// for or, where it is put with doubt, proposed.
fn act_of_wish(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let (candidate, words) = (&draft.candidate, scene.words(draft)?);
    let states =
        candidate.cue.part == Part::Verb && candidate.cue.takes(Frame::That) && draft.act == Act::State && !candidate.group.negated;
    let that =
        words.start >= candidate.after && scene.tags[words.start].is(Role::That) && scene.tags[words.start].tag == Tag::Complementiser;
    if !states || !that {
        return None;
    }
    let subject = Some(phrase::after(&scene.tags, words.start + 1, words.end)).filter(|subject| !subject.is_empty())?;
    let verb = (subject.end..words.end).find(|at| scene.tags[*at].tag != Tag::Adverb)?;
    let here = &scene.tags[verb];
    let is_be = here.tag == Tag::Auxiliary && here.is(Role::Bare);
    // "that he resign", "that Oslo go", "that the minister go": not "that people share a pen", "that the board want more".
    let is_one = || {
        let last = subject.end - 1;
        let pronoun = pronouns::pronoun(&scene.lower[last]).filter(|_| subject.len() == 1);
        let named = scene.tags[subject.clone()].iter().all(|here| here.tag == Tag::Name) || scene.tags[last].is(Role::Office);
        let person = named && !inflect::can_be_plural(&scene.lower[last]);
        matches!(pronoun, Some(Pronoun::He | Pronoun::She | Pronoun::It)) || person
    };
    let is_bare = is_be || here.is_verb(form::BASE) && !here.is_finite() && is_one();
    let wish = if candidate.cue.certainty == Certainty::Hedged { Act::Propose } else { Act::Demand };
    is_bare.then_some(wish)
}

/// "called the plan reckless", "described her as a hero": whoever says what they think of something condemns or praises it.
fn act_of_value(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let calls = draft.evaluates && draft.act == Act::State && draft.candidate.cue.part == Part::Verb && !draft.candidate.group.negated;
    let words = draft.content.last().filter(|_| calls).map(|piece| scene.document.tokens_in(*piece))?;
    let judges = |at: &usize| scene.tags[*at].is(Role::Blames) || scene.tags[*at].is(Role::Lauds);
    let at = words.clone().take(VALUED).rev().find(judges)?;
    // "called the brutal raid a success", "called it no disgrace"
    let opens =
        |later: usize| scene.tags[later].is(Role::As) || scene.tags[later].tag == Tag::Determiner && scene.tags[later - 1].tag.is_nominal();
    let denies = |at: usize| scene.tags[at].classes.has(Class::Negation) || scene.tags[at].is(Role::Contrast);
    if (at + 1..words.end).take(VALUED).any(opens) || (words.start..at).any(denies) {
        return None;
    }
    Some(if scene.tags[at].is(Role::Blames) { Act::Condemn } else { Act::Welcome })
}

/// Tokens of what something is called within which it is judged.
const VALUED: usize = 16;

/// "said that speed was to blame": what somebody is said to be at fault for is an accusation.
fn act_of_blame(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let states = matches!(draft.candidate.cue.part, Part::Verb | Part::Preposition) && draft.act == Act::State;
    let words = scene.words(draft).filter(|_| states && !draft.candidate.group.negated)?;
    let lays = |at: usize| scene.tags[at].word.cues().any(|cue| cue.part == Part::Verb && cue.takes(Frame::Onto) && cue.act == Act::Accuse);
    let is_to = |at: usize| scene.before(at, words.end).is_some_and(|to| to.is(Role::To));
    let breaks =
        |at: &usize| matches!(scene.tags[*at].tag, Tag::Relative | Tag::Subordinator) || scene.tags[*at].classes.has(Class::Negation);
    let blamed = |at: &usize| *at > words.start && scene.tags[*at].is(Role::Be) && is_to(at + 1) && at + 2 < words.end && lays(at + 2);
    words.clone().take(BLAMED).take_while(|at| !breaks(at)).any(|at| blamed(&at)).then_some(Act::Accuse)
}

/// "said that the truce is unlikely to last": what is likely or not is expected. "said the mayor should go": what another should do is
/// asked of them. "said that it expects more rain", "said she welcomed the vote": what somebody says of their own mind or answer, they do
/// with these words.
fn act_of_prospect(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let cue = draft.candidate.cue;
    let says = matches!(cue.part, Part::Verb | Part::Preposition) && draft.act == Act::State && !draft.candidate.group.negated;
    let words = scene.words(draft).filter(|_| says)?;
    let opens = words.start + usize::from(scene.tags[words.start].tag == Tag::Complementiser);
    let subject = Some(phrase::after(&scene.tags, opens, words.end)).filter(|subject| !subject.is_empty())?;
    let is_adverb = |at: &usize| scene.tags[*at].tag == Tag::Adverb && !scene.tags[*at].is(Role::Prospect);
    let mut verbs = (subject.end..words.end).filter(|at| !is_adverb(at));
    let (verb, after) = (verbs.next()?, verbs.next()?);
    if scene.tags[verb].is(Role::Be) && scene.tags[after].is(Role::Prospect) {
        let to = scene.before(after + 1, words.end).is_some_and(|to| to.tag == Tag::To);
        // "is likely to have been a cigarette"
        let past = scene.before(after + 2, words.end).is_some_and(|next| next.is(Role::Have));
        return (to && !past).then_some(Act::Expect);
    }
    let aloud = cue.part == Part::Verb && cue.takes(Frame::Quote);
    let pronoun = scene.tags[subject.start].tag == Tag::Pronoun && !scene.tags[subject.start].is(Role::First);
    if aloud && scene.tags[verb].is(Role::Should) {
        // "It should rain", "the cut should help", "they should have told us", "it should be open by May"
        let head = subject.clone().take_while(|at| scene.tags[*at].tag.opens_phrase()).last();
        let somebody = || head.is_some_and(|head| scene.names_somebody(&(head..head + 1)));
        let another = if pronoun { !scene.tags[subject.start].is_it_or_you() } else { somebody() };
        // "Patients should recover", "nobody should worry"
        let befalls = scene.tags[after].is(Role::Befalls);
        let nobody = scene.tags[subject.start].classes.has(Class::Negation);
        return (another && !nobody && !befalls && scene.tags[after].tag == Tag::Verb).then_some(Act::Demand);
    }
    let perfect = scene.tags[verb].is(Role::Have);
    let verb = if perfect { after } else { verb };
    let here = &scene.tags[verb];
    let row = here.word.cues().find(|cue| cue.part == Part::Verb && super::cues::rest_follows(scene, verb, cue))?;
    let object = (verb + 1 + row.rest.len()).min(words.end)..words.end;
    // "had passed every test"
    let answers = matches!(row.act, Act::Agree | Act::Reject)
        && (!row.takes(Frame::Words) || !object.is_empty() && deeds::is_refusable(scene, object));
    let by_document = draft.source.words().is_some_and(|who| scene.any(who, Role::Document));
    let own = aloud && pronoun && subject.len() == 1 && here.tag == Tag::Verb && !by_document;
    // "It welcomed 400 guests"
    let counts = scene.before(verb + 1, words.end).is_some_and(|next| next.tag == Tag::Number);
    // "said she stood by her report"
    let backs = || supports(row) && scene.names_somebody(&phrase::after(&scene.tags, verb + 1 + row.rest.len(), words.end));
    let act = if own && backs() { Act::Welcome } else { row.act };
    let minds = !perfect && (act == Act::Expect || act == Act::Welcome && !counts);
    (own && (answers || minds)).then_some(act)
}

/// Tokens of what is said within which somebody is to blame.
const BLAMED: usize = 16;
