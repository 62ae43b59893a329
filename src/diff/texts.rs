//! Two texts read and compared in one go, for those who want nothing of them but what changed.
//!
//! Most of what a document takes in memory is its tokens, and comparing needs only those of sentences that changed. So the earlier
//! text's are forgotten before the later one is read, and those of its changed sentences are read again; two texts of 10 MB then
//! take little more than half. The answer is the same as that of [`compare`](super::compare) and [`facts`](super::facts()), which a
//! property test holds it to.

use super::facts::{self, Fact, Known};
use super::{Comparison, align, compare_known};
use crate::lexicon::actors::World;
use crate::text::Document;

/// Two texts and what changed between them.
#[non_exhaustive]
pub struct Compared<'t> {
    /// The earlier text. Only its sentences without an identical one in the later text have tokens.
    pub from: Document<'t>,
    /// The later text; the same goes for it.
    pub to: Document<'t>,
    /// How they belong together.
    pub comparison: Comparison,
    /// What changed in what they say.
    pub facts: Vec<Fact>,
}

/// Reads two texts and compares them.
///
/// ```
/// use sayso::diff::compare_texts;
///
/// let found = compare_texts("Talks opened. A dozen died.", "Talks opened. At least 17 died.");
/// assert_eq!((found.comparison.links.len(), found.facts.len()), (2, 1));
/// ```
pub fn compare_texts<'t>(from: &'t str, to: &'t str) -> Compared<'t> {
    compare_texts_with(World::builtin(), from, to)
}

/// The same with these names of the world.
pub fn compare_texts_with<'t>(world: &World, from: &'t str, to: &'t str) -> Compared<'t> {
    let mut known = Known::of(world);
    let mut old = Document::new(from);
    known.read_old(&old);
    old.forget_tokens();
    let mut new = Document::new(to);
    known.read_new(&new);
    let identical = align::Identical::of(&old, &new);
    new.keep_tokens(|sentence| identical.has_changed_new(sentence));
    old.read_tokens(|sentence| identical.has_changed_old(sentence));
    let comparison = compare_known(&old, &new, identical);
    let facts = facts::facts_known(&old, &new, &comparison, &known);
    Compared { from: old, to: new, comparison, facts }
}
