//! What changed between two texts: which sentences answer which, which words differ, which facts.
//!
//! Works on [`Document`]s and gives index and byte ranges; it does not know what a claim is. [`compare`] is the same seen from
//! either side, never fails, and takes time linear in the texts' length but for logarithms.
//!
//! Reading order: `vocabulary` (words as numbers) → `align` (sentences) → `words` and `layer` (steps) → [`facts()`];
//! `texts` and `blame` put them together.

mod align;
mod blame;
mod facts;
mod layer;
mod texts;
mod vocabulary;
mod words;

use self::align::{Group, Identical};
pub use self::blame::{Absence, Blame, Origin, blame};
pub(crate) use self::facts::facts_with;
pub use self::facts::{Fact, FactKind, facts};
pub use self::texts::{Compared, compare_texts, compare_texts_with};
use self::vocabulary::{Side, Vocabulary, Words};
use self::words::Differ;
use crate::kinds::named;
use crate::text::{Document, Span};

named! {
    /// How a passage of the earlier text and one of the later belong together.
    LinkKind {
        /// The same words in the same place.
        Same = "same",
        /// The same but for typography, spelling variants or a bare capital.
        Typographic = "typographic",
        /// Other words in the same place.
        Edited = "edited",
        /// The same words in another place.
        Moved = "moved",
        /// Other words in another place.
        MovedEdited = "moved_edited",
        /// One sentence became several.
        Split = "split",
        /// Several became one.
        Merged = "merged",
        /// In the later text only.
        Added = "added",
        /// In the earlier text only.
        Removed = "removed",
    }
}

impl LinkKind {
    /// The kind seen from the other text.
    fn mirrored(self) -> LinkKind {
        match self {
            LinkKind::Split => LinkKind::Merged,
            LinkKind::Merged => LinkKind::Split,
            LinkKind::Added => LinkKind::Removed,
            LinkKind::Removed => LinkKind::Added,
            other => other,
        }
    }
}

named! {
    /// What a word operation does.
    WordOp {
        /// Stands in both, byte for byte.
        Equal = "equal",
        /// In the earlier text only; `to` is empty.
        Delete = "delete",
        /// In the later text only; `from` is empty.
        Insert = "insert",
        /// Words for other words.
        Replace = "replace",
    }
}

impl WordOp {
    fn mirrored(self) -> WordOp {
        match self {
            WordOp::Delete => WordOp::Insert,
            WordOp::Insert => WordOp::Delete,
            other => other,
        }
    }
}

/// One step of a word diff. The steps of a link, laid end to end, cover its passages on both sides, white space included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WordChange {
    /// What it does.
    pub op: WordOp,
    /// Bytes of the earlier text.
    pub from: Span,
    /// Bytes of the later text.
    pub to: Span,
    /// Differs in nothing but typography, white space, spelling or a bare capital: shown only on demand.
    pub noise: bool,
}

/// One passage and what it became.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Link {
    /// How the two belong together.
    pub kind: LinkKind,
    /// Sentences of the earlier text, one after another; empty for `Added`.
    pub from: Vec<usize>,
    /// Sentences of the later text, one after another; empty for `Removed`.
    pub to: Vec<usize>,
    /// What changed inside; empty for `Same`, `Added`, `Removed`, and for `Moved` where not even the typography differs.
    pub words: Vec<WordChange>,
    /// The passage is a plug, a related link, a credit or an update stamp.
    pub furniture: bool,
}

/// How many differences are not shown as changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suppressed {
    /// Quotation marks, dashes, ligatures, accents; spelling and bare capitals where nothing else differs.
    pub typographic: u32,
    /// Other space between equal words, and between sentences that follow each other on both sides.
    pub whitespace: u32,
}

/// How two texts belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// Every sentence of both texts is in exactly one link; in the order of the later text, removed ones where they stood.
    pub links: Vec<Link>,
    /// What the links do not show as changes.
    pub suppressed: Suppressed,
    /// A budget was reached: there may be more in common than the links show.
    pub approximate: bool,
}

impl Comparison {
    /// The sentences that stand in both texts as they are, in the earlier and in the later one.
    pub(crate) fn same_sentences(&self, from: &Document<'_>, to: &Document<'_>) -> impl Iterator<Item = (usize, usize)> {
        let alone =
            |link: &Link| Some((link.from.first().copied()?, link.to.first().copied()?)).filter(|_| link.from.len() + link.to.len() == 2);
        self.links.iter().filter_map(alone).filter(|(before, after)| from.has_sentence_of(*before, to, *after))
    }
}

/// Compares two texts.
///
/// ```
/// use sayso::diff::{LinkKind, compare};
/// use sayso::text::Document;
///
/// let from = Document::new("Talks opened. A dozen people died.");
/// let to = Document::new("Talks opened. At least 17 people died.");
/// let kinds: Vec<LinkKind> = compare(&from, &to).links.iter().map(|link| link.kind).collect();
/// assert_eq!(kinds, [LinkKind::Same, LinkKind::Edited]);
/// ```
pub fn compare(from: &Document<'_>, to: &Document<'_>) -> Comparison {
    compare_known(from, to, Identical::of(from, to))
}

/// Compares two texts whose identical sentences are known.
fn compare_known(from: &Document<'_>, to: &Document<'_>, identical: Identical) -> Comparison {
    let swapped = identical.is_mirrored();
    let mut comparison = if swapped { compare_ordered(to, from, identical) } else { compare_ordered(from, to, identical) };
    if swapped {
        comparison.links.iter_mut().for_each(mirror);
    }
    put_in_order(&mut comparison.links, from.sentences.len());
    comparison
}

fn compare_ordered(from: &Document<'_>, to: &Document<'_>, identical: Identical) -> Comparison {
    let mut vocabulary = Vocabulary::default();
    let old = vocabulary.read(from, |at| identical.has_changed_first(at));
    let new = vocabulary.read(to, |at| identical.has_changed_second(at));
    let mut words = Words::new(&vocabulary);
    let groups = align::align(&old, &new, &mut words, identical);
    let mut seen = (vec![false; old.len()], vec![false; new.len()]);
    for group in &groups {
        seen.0[group.from.clone()].fill(true);
        seen.1[group.to.clone()].fill(true);
    }
    let alone = |seen: Vec<bool>| seen.into_iter().enumerate().filter(|(_, seen)| !seen).map(|(at, _)| at);
    let mut differ = Differ::default();
    let mut links = Vec::with_capacity(groups.len() + alone(seen.0.clone()).count() + alone(seen.1.clone()).count());
    links.extend(groups.iter().map(|group| linked(&old, &new, group, &mut words, &mut differ)));
    links.extend(alone(seen.0).map(|at| lonely(from, LinkKind::Removed, at)));
    links.extend(alone(seen.1).map(|at| lonely(to, LinkKind::Added, at)));
    differ.suppressed.whitespace += spaces_between(&old, &new, &groups);
    Comparison { links, suppressed: differ.suppressed, approximate: differ.approximate }
}

fn linked(old: &Side<'_, '_>, new: &Side<'_, '_>, group: &Group, words: &mut Words<'_, '_>, differ: &mut Differ) -> Link {
    let (left, right) = (old.document, new.document);
    let as_written = |document: &Document<'_>, range: &std::ops::Range<usize>| -> Span {
        document.sentences[range.start].span.cover(document.sentences[range.end - 1].span)
    };
    let identical = group.equal && left.slice(as_written(left, &group.from)) == right.slice(as_written(right, &group.to));
    let kind = match (group.from.len(), group.to.len()) {
        (1, 1) if identical && group.in_order => LinkKind::Same,
        (1, 1) if group.equal && group.in_order => LinkKind::Typographic,
        (1, 1) if group.equal => LinkKind::Moved,
        (1, 1) if group.in_order => LinkKind::Edited,
        (1, 1) => LinkKind::MovedEdited,
        (1, _) => LinkKind::Split,
        _ => LinkKind::Merged,
    };
    let steps = if identical { Vec::new() } else { differ.steps((old, new), (&group.from, &group.to), words, group.equal) };
    let furniture = group.from.clone().all(|at| is_furniture(left, at)) && group.to.clone().all(|at| is_furniture(right, at));
    Link { kind, from: group.from.clone().collect(), to: group.to.clone().collect(), words: steps, furniture }
}

fn lonely(document: &Document<'_>, kind: LinkKind, at: usize) -> Link {
    let (from, to) = if kind == LinkKind::Removed { (vec![at], Vec::new()) } else { (Vec::new(), vec![at]) };
    Link { kind, from, to, words: Vec::new(), furniture: is_furniture(document, at) }
}

fn is_furniture(document: &Document<'_>, sentence: usize) -> bool {
    document.segment_of(sentence).kind.is_furniture()
}

/// How often two sentences that follow each other on both sides are parted by other white space.
fn spaces_between(old: &Side<'_, '_>, new: &Side<'_, '_>, groups: &[Group]) -> u32 {
    let mut partner = vec![usize::MAX; old.len()];
    for group in groups {
        for left in group.from.clone() {
            partner[left] = if left + 1 == group.from.end { group.to.end - 1 } else { usize::MAX };
        }
        partner[group.from.start] = if group.from.len() == 1 && group.to.len() == 1 { group.to.start } else { partner[group.from.start] };
    }
    let follows = |left: &usize| partner[*left] != usize::MAX && partner[*left + 1] == partner[*left] + 1;
    let parted = (0..old.len().saturating_sub(1)).filter(follows).filter(|left| gap_after(old, *left) != gap_after(new, partner[*left]));
    parted.count() as u32
}

fn gap_after<'t>(side: &Side<'_, 't>, at: usize) -> &'t str {
    let sentences = &side.document.sentences;
    side.document.slice(Span::new(sentences[at].span.end(), sentences[at + 1].span.start()))
}

fn mirror(link: &mut Link) {
    link.kind = link.kind.mirrored();
    std::mem::swap(&mut link.from, &mut link.to);
    for step in &mut link.words {
        step.op = step.op.mirrored();
        std::mem::swap(&mut step.from, &mut step.to);
    }
}

/// Sorts links by the later text; a removed sentence follows the nearest one before it that stands in order.
fn put_in_order(links: &mut [Link], from_len: usize) {
    let mut stands = vec![None; from_len];
    for link in links.iter().filter(|link| !matches!(link.kind, LinkKind::Moved | LinkKind::MovedEdited)) {
        if let (Some(last), Some(place)) = (link.from.last(), link.to.last()) {
            stands[*last] = Some(*place);
        }
    }
    let mut place = None;
    for slot in &mut stands {
        place = slot.or(place);
        *slot = place;
    }
    // No two have one key, so an unstable sort, which takes no memory, gives the one order that there is.
    links.sort_unstable_by_key(|link| match (link.to.first(), link.from.first()) {
        (Some(to), _) => (Some(*to), 0),
        (None, Some(from)) => (stands[*from], 1 + *from),
        (None, None) => (None, 0),
    });
}
