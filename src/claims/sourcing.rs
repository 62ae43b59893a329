//! What a source says of itself to the press and of nothing else: "asked not to be named", "insisted on anonymity". It shows how the words
//! were got, and is no claim.
//!
//! Known failure: "asked to be named in the will" is taken for such a wish.

use crate::lexicon::closed::Class;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::Tag;

use super::scene::{Draft, Scene};

/// Words of a content within which the wish stands.
const NEAR: usize = 5;

/// The draft is about whether its own source may be named, or why it may not.
pub(super) fn is_about_itself(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    is_wish(scene, draft) || is_plea(scene, draft) || is_reason(scene, draft)
}

/// "asked us not to print his name", "asked the paper not to give her identity".
fn is_plea(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(content) = scene.words(draft).filter(|_| draft.act == Act::Demand) else { return false };
    let named = content.clone().find(|at| scene.tags[*at].is(Role::Identity));
    let own = named.and_then(|at| at.checked_sub(1)).is_some_and(|before| scene.tags[before].tag == Tag::Possessive);
    let until = named.unwrap_or(content.end);
    let prints = |at: usize| scene.tags[at].is(Role::Prints);
    own && (content.start..until).any(prints) && content.take(PLEA).any(|at| scene.tags[at].classes.has(Class::Negation))
}

/// Words of a plea within which its "not" stands.
const PLEA: usize = 3;

/// "who asked not to be named because they fear for their jobs": why.
fn is_reason(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let cue = draft.candidate.group.start;
    let floor = scene.document.token_range(draft.candidate.clause.sentence).start;
    let reason = (floor..cue).rev().take(REASON).find(|at| scene.tags[*at].is(Role::Reason) || scene.tags[*at].is(Role::Citing));
    let is_breaking = |at: usize| matches!(scene.tags[at].tag, Tag::Comma | Tag::Quote | Tag::Mark | Tag::Stop);
    let asked = |reason: usize| {
        let before = (floor..reason).rev().take(ASKED).skip_while(|at| is_breaking(*at) && at + 1 == reason);
        before.take_while(|at| !is_breaking(*at)).any(|at| scene.tags[at].is(Role::Withheld))
    };
    reason.is_some_and(asked)
}

/// Words between the reason's first word and the cue: "because they still".
const REASON: usize = 4;
/// Words before the reason among which the wish stands.
const ASKED: usize = 6;

fn is_wish(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(content) = scene.words(draft) else { return false };
    let tag = |at: usize| &scene.tags[at];
    let mut words = content.filter(|at| scene.document.tokens[*at].is_wordlike());
    let Some(first) = words.next() else { return false };
    let opens = tag(first).tag == Tag::Preposition
        || tag(first).is(Role::To)
        || tag(first).is(Role::Bare)
        || tag(first).tag == Tag::Adverb
        || tag(first).is(Role::Withheld);
    let named = std::iter::once(first).chain(words.take(NEAR - 1)).find(|at| tag(*at).is(Role::Withheld));
    let is_asked = named.is_some_and(|at| at == first || tag(at - 1).is(Role::Be) || tag(at - 1).tag == Tag::Preposition);
    let goes_on = named.and_then(|at| scene.tags.get(at + 1)).is_some_and(|next| next.tag.is_nominal());
    matches!(draft.act, Act::Demand | Act::Reject | Act::Agree) && opens && is_asked && !goes_on
}
