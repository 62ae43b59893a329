//! What changed between two texts: which sentences answer which, which words differ, which facts.
//!
//! Works on [`Document`]s and gives index and byte ranges; it does not know what a claim is.

mod blame;

pub use blame::{Absence, Blame, Origin, blame};

use crate::text::{Document, Span};

/// How a passage of the earlier text and one of the later belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// The same words in the same place.
    Same,
    /// The same but for typography, spelling variants or a bare capital.
    Typographic,
    /// Other words in the same place.
    Edited,
    /// The same words in another place.
    Moved,
    /// Other words in another place.
    MovedEdited,
    /// One sentence became several.
    Split,
    /// Several became one.
    Merged,
    /// In the later text only.
    Added,
    /// In the earlier text only.
    Removed,
}

/// What a word operation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordOp {
    /// Stands in both.
    Equal,
    /// In the earlier text only; `to` is empty.
    Delete,
    /// In the later text only; `from` is empty.
    Insert,
    /// Words for other words.
    Replace,
}

/// One step of a word diff. The steps of a link, laid end to end, cover its passages on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordChange {
    /// What it does.
    pub op: WordOp,
    /// Bytes of the earlier text.
    pub from: Span,
    /// Bytes of the later text.
    pub to: Span,
}

/// One passage and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// How the two belong together.
    pub kind: LinkKind,
    /// Sentences of the earlier text; empty for `Added`.
    pub from: Vec<usize>,
    /// Sentences of the later text; empty for `Removed`.
    pub to: Vec<usize>,
    /// What changed inside; empty for `Same`, `Moved`, `Added`, `Removed`.
    pub words: Vec<WordChange>,
    /// The passage is no reporting.
    pub furniture: bool,
}

/// How two texts belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Every sentence of both texts is in exactly one link; in the order of the later text, removed ones where they stood.
    pub links: Vec<Link>,
    /// A budget was reached: there may be more in common than the links show.
    pub approximate: bool,
}

/// Compares two texts.
pub fn compare(from: &Document<'_>, to: &Document<'_>) -> Comparison {
    let folded = |document: &Document<'_>| -> Vec<String> {
        document.sentences.iter().map(|sentence| crate::text::fold(document.slice(sentence.span))).collect()
    };
    let (old, new) = (folded(from), folded(to));
    let link = |kind, from, to| Link { kind, from, to, words: Vec::new(), furniture: false };
    let mut links = Vec::new();
    for op in similar::capture_diff_slices(similar::Algorithm::Myers, &old, &new) {
        let (before, after) = (op.old_range(), op.new_range());
        if op.tag() == similar::DiffTag::Equal {
            links.extend(before.zip(after).map(|(left, right)| link(LinkKind::Same, vec![left], vec![right])));
            continue;
        }
        let pairs = before.len().min(after.len());
        links.extend(before.clone().zip(after.clone()).map(|(left, right)| link(LinkKind::Edited, vec![left], vec![right])));
        links.extend(before.skip(pairs).map(|left| link(LinkKind::Removed, vec![left], vec![])));
        links.extend(after.skip(pairs).map(|right| link(LinkKind::Added, vec![], vec![right])));
    }
    Comparison { links, approximate: false }
}
