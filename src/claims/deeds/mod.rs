//! Drafts whose words only tell of a deed of speech, done, due or left undone, so that nobody asserts anything: "nobody was charged",
//! "firms must report a leak within two days", "it was not clear who paid", "guests are expected at noon", "he backed his van".
//!
//! Known failure: "The scheme backs farmers" is praise, since farmers could be praised.

mod blows;
mod things;
mod unspoken;

use crate::lexicon::actors::World;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Tag, phrase};
use crate::text::{SegmentKind, Span};

use super::content;
use super::scene::{Draft, Scene};
use things::object;
pub(super) use things::{is_dumb, is_refusable};

/// Nobody asserts it.
pub(super) fn asserts_nothing(scene: &Scene<'_, '_>, world: &World, draft: &Draft) -> bool {
    things::are_meant(scene, draft)
        || blows::are_meant(scene, world, draft)
        || unspoken::is_unspoken(scene, draft)
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
    // "does not accept the claim": a denial, which nobody leaves undone.
    let denies_by_not = draft.act == Act::Deny && cue.act != Act::Deny && cue.part == Part::Verb && !neither;
    yet || (negated || neither) && matches!(draft.act, Act::Deny | Act::Reject | Act::Confirm) && !denies_by_not
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

/// The content is a thing that is named, and no figure, or what a verb that is no speech is done for: "sought to close it".
pub(super) fn names_thing(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let counts = || draft.content.iter().any(|piece| scene.document.tokens_in(*piece).any(|at| scene.tags[at].tag == Tag::Number));
    let to = first(scene, draft).is_some_and(|at| at >= draft.candidate.after && scene.tags[at].tag == Tag::To);
    is_named(scene, draft) && !counts() || to && !draft.candidate.cue.takes(Frame::Quote)
}

/// The content is a thing that is named, after the verb, and no clause.
fn is_named(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let opens = first(scene, draft).filter(|at| *at >= draft.candidate.after).map(|at| &scene.tags[at]);
    let named = opens.is_some_and(|first| first.tag.opens_phrase() || first.tag == Tag::Preposition);
    named && draft.content.iter().all(|piece| !content::has_finite(scene, scene.document.tokens_in(*piece)) && !scene.quotes(*piece))
}

/// The first token of the content.
fn first(scene: &Scene<'_, '_>, draft: &Draft) -> Option<usize> {
    scene.words(draft).map(|words| words.start)
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
