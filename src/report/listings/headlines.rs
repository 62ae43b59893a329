//! Headlines that changed: a reader sees them first, and most say too little to be a claim.

use super::Scope;
use super::changes::{ChangeFilter, span_of_versions};
use super::count;
use crate::text::fold_all;

/// Headlines that are shown, the first ones.
const SHOWN: usize = 6;

/// A line for each headline that was reworded in a version of the scope for which `filter` asks.
pub(super) fn lines(scope: &Scope<'_>, filter: &ChangeFilter) -> Vec<String> {
    let asked = scope.snapshots.iter().filter(|to| filter.reaches(to));
    let pairs = asked.filter_map(|to| Some((scope.before(to)?, to)));
    let reworded =
        pairs.filter(|(from, to)| !from.title.is_empty() && !to.title.is_empty() && fold_all(&from.title) != fold_all(&to.title));
    let mut lines: Vec<String> =
        reworded.map(|(from, to)| format!("headline, {}: “{}” → “{}”", span_of_versions(from, to), from.title, to.title)).collect();
    let left_out = lines.len().saturating_sub(SHOWN);
    lines.truncate(SHOWN);
    if left_out > 0 {
        lines.push(format!("{} changed too: sayso log", count(left_out, "headline")));
    }
    lines
}
