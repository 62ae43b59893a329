//! `log`: the versions of a story and what each changed.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;

use super::{Scope, count, rfc3339, time};
use crate::model::ChangeKind;
use crate::report::{Align, Cell, Column, Listing};
use crate::store::{SnapshotId, SnapshotInfo, StoreError, StoredChange};

const COLUMNS: &[Column] = &[
    Column::name("version"),
    Column::name("seen"),
    Column::text("outlet"),
    Column::words("title"),
    Column::spare("chars", Align::Right),
    Column::text("what changed"),
    Column::spare("sha256", Align::Left),
];

/// Digits of a hash that a table shows; any four or more name a snapshot.
const HASH_SHOWN: usize = 10;

/// Every version of the scope, with its story where that is not given, reports in the order of their names, versions oldest first.
///
/// # Errors
/// Whatever the store refuses.
pub fn versions(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let changes = scope.changes()?;
    let mut brought: FxHashMap<SnapshotId, Vec<&StoredChange>> = FxHashMap::default();
    changes.iter().for_each(|change| brought.entry(change.to).or_default().push(change));
    let mut listing = Listing::new("version", COLUMNS);
    let names_stories = scope.story.is_none();
    if names_stories {
        listing.columns.insert(0, Column::text("story"));
    }
    for info in &scope.snapshots {
        let mine = brought.remove(&info.id).unwrap_or_default();
        let mut cells: Vec<Cell> = vec![
            info.reference.as_str().into(),
            time(info.seen_at()).into(),
            info.outlet.as_str().into(),
            info.title.as_str().into(),
            info.text_chars.into(),
            summary(info, &mine).into(),
            info.sha256[..HASH_SHOWN.min(info.sha256.len())].into(),
        ];
        if names_stories {
            cells.insert(0, info.story.as_str().into());
        }
        listing.push(cells, object(info, &mine));
    }
    let reports = scope.snapshots.iter().map(|info| info.report_id).collect::<FxHashSet<_>>().len();
    listing.footer.push(format!("{} of {}", count(scope.snapshots.len(), "version"), count(reports, "report")));
    Ok(listing)
}

/// "4 added, 2 dropped, 1 figure changed"
fn summary(info: &SnapshotInfo, changes: &[&StoredChange]) -> String {
    if info.ordinal == 1 {
        return "first version".to_owned();
    }
    let parts: Vec<String> = counts(changes).map(|(kind, number)| format!("{number} {}", kind.as_str().replace('_', " "))).collect();
    if parts.is_empty() { "nothing that is said".to_owned() } else { parts.join(", ") }
}

fn counts<'a>(changes: &'a [&StoredChange]) -> impl Iterator<Item = (ChangeKind, usize)> + 'a {
    ChangeKind::ALL
        .iter()
        .map(|kind| (*kind, changes.iter().filter(|found| found.change.kind == *kind).count()))
        .filter(|(_, number)| *number > 0)
}

fn object(info: &SnapshotInfo, changes: &[&StoredChange]) -> serde_json::Value {
    let by_kind: serde_json::Map<String, serde_json::Value> =
        counts(changes).map(|(kind, number)| (kind.to_string(), number.into())).collect();
    json!({
        "type": "version", "snapshot": info.reference, "doc": info.origin, "story": info.story, "outlet": info.outlet, "report": info.report,
        "version": info.ordinal, "published": rfc3339(info.published_at), "captured": rfc3339(info.captured_at), "title": info.title,
        "byline": info.byline, "url": info.url, "note": info.note, "notes": info.notes, "media_type": info.media_type, "sha256": info.sha256,
        "bytes": info.raw_bytes, "chars": info.text_chars, "changes": by_kind,
    })
}
