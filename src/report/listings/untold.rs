//! Sentences that differ, though nothing is told of them: what stands in the outlet's own words is mostly no claim.

use rustc_hash::FxHashMap;

use super::Scope;
use super::changes::ChangeFilter;
use crate::diff::{self, LinkKind};
use crate::model::Change;
use crate::store::{SnapshotId, SnapshotInfo, StoreError};
use crate::text::{CharIndex, Document, Span};

/// Two consecutive versions and in how many sentences of which nothing is told they differ.
pub struct Untold<'s> {
    /// The earlier version.
    pub from: &'s SnapshotInfo,
    /// The later version.
    pub to: &'s SnapshotInfo,
    /// Sentences of the later version that are not in the earlier one, and those that went.
    pub sentences: usize,
}

/// Consecutive versions for which `filter` asks that differ in sentences of which no change speaks, whatever of it is listed. Typography,
/// white space, furniture and the places of paragraphs are no difference.
///
/// # Errors
/// Whatever the store refuses.
pub fn untold<'s>(scope: &'s Scope<'_>, filter: &ChangeFilter) -> Result<Vec<Untold<'s>>, StoreError> {
    let mut told: FxHashMap<SnapshotId, Vec<Change>> = FxHashMap::default();
    for change in scope.changes()? {
        told.entry(change.row.to).or_default().push(change.row.change);
    }
    let mut out = Vec::new();
    for to in &scope.snapshots {
        let Some(from) = scope.before(to) else { continue };
        if from.sha256 == to.sha256 || !filter.reaches(to) {
            continue;
        }
        let texts = [scope.store.text(from.id)?, scope.store.text(to.id)?];
        let sentences = untold_sentences(&texts, told.get(&to.id).map_or(&[], Vec::as_slice));
        if sentences > 0 {
            out.push(Untold { from, to, sentences });
        }
    }
    Ok(out)
}

fn untold_sentences(texts: &[String; 2], changes: &[Change]) -> usize {
    let [old, new] = [Document::new(&texts[0]), Document::new(&texts[1])];
    let places = [CharIndex::new(&texts[0]), CharIndex::new(&texts[1])];
    let went: Vec<Span> = changes.iter().filter_map(|change| change.evidence_from).map(|span| places[0].bytes(span)).collect();
    let came: Vec<Span> = changes.iter().filter_map(|change| change.evidence_to).map(|span| places[1].bytes(span)).collect();
    let is_told = |document: &Document<'_>, sentences: &[usize], spans: &[Span]| {
        sentences.iter().any(|at| spans.iter().any(|span| span.overlaps(document.sentences[*at].span)))
    };
    let is_same = |kind: LinkKind| matches!(kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
    let links = diff::compare(&old, &new).links;
    let apart = links.iter().filter(|link| !is_same(link.kind) && !link.furniture);
    let untold = apart.filter(|link| !is_told(&old, &link.from, &went) && !is_told(&new, &link.to, &came));
    untold.map(|link| link.from.len().max(link.to.len())).sum()
}
