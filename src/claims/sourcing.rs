//! What a source says of itself to the press and of nothing else: "asked not to be named", "insisted on anonymity". It shows how the words
//! were got, and is no claim.
//!
//! Known failure: "asked to be named in the will" is taken for such a wish.

use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::Tag;

use super::scene::{Draft, Scene};

/// Words of a content within which the wish stands.
const NEAR: usize = 5;

/// The draft is about whether its own source may be named.
pub(super) fn is_about_itself(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let Some(content) = draft.content.first().map(|span| scene.document.tokens_in(*span)) else { return false };
    let tag = |at: usize| &scene.tags[at];
    let mut words = content.filter(|at| scene.document.tokens[*at].is_wordlike());
    let Some(first) = words.next() else { return false };
    let opens =
        tag(first).tag == Tag::Preposition || tag(first).is(Role::To) || tag(first).tag == Tag::Adverb || tag(first).is(Role::Withheld);
    let named = std::iter::once(first).chain(words.take(NEAR - 1)).find(|at| tag(*at).is(Role::Withheld));
    let is_wish = named.is_some_and(|at| at == first || tag(at - 1).is(Role::Be) || tag(at - 1).tag == Tag::Preposition);
    let goes_on = named.and_then(|at| scene.tags.get(at + 1)).is_some_and(|next| next.tag.is_nominal());
    matches!(draft.act, Act::Demand | Act::Reject) && opens && is_wish && !goes_on
}
