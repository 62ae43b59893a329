//! Versions whose texts differ, though nothing is told of them: what stands in the outlet's own words is no claim.

use super::Scope;
use crate::diff::{self, LinkKind};
use crate::store::{SnapshotInfo, StoreError};
use crate::text::Document;

/// Two consecutive versions and in how many sentences they differ.
pub struct Untold<'s> {
    /// The earlier version.
    pub from: &'s SnapshotInfo,
    /// The later version.
    pub to: &'s SnapshotInfo,
    /// Sentences of the later version that are not in the earlier one, and those that went.
    pub sentences: usize,
}

/// Consecutive versions in the scope that differ in more than typography, white space, furniture and the places of their paragraphs.
///
/// # Errors
/// Whatever the store refuses.
pub fn untold<'s>(scope: &'s Scope<'_>) -> Result<Vec<Untold<'s>>, StoreError> {
    let mut out = Vec::new();
    for pair in scope.snapshots.windows(2) {
        let [from, to] = pair else { continue };
        if from.report_id != to.report_id || from.sha256 == to.sha256 {
            continue;
        }
        let texts = [scope.store.text(from.id)?, scope.store.text(to.id)?];
        let [old, new] = [Document::new(&texts[0]), Document::new(&texts[1])];
        let is_same = |kind: LinkKind| matches!(kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
        let links = diff::compare(&old, &new).links;
        let apart = links.iter().filter(|link| !is_same(link.kind) && !link.furniture);
        let sentences = apart.map(|link| link.from.len().max(link.to.len())).sum();
        if sentences > 0 {
            out.push(Untold { from, to, sentences });
        }
    }
    Ok(out)
}
