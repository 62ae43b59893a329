//! `log`: the versions of a story and what each changed.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;

use super::{Scope, count, excerpt, rfc3339, time};
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
    Column::id("sha256"),
];

/// Columns for programs.
const FIELDS: &[&str] = &[
    "snapshot",
    "story",
    "outlet",
    "report",
    "version",
    "published",
    "captured",
    "title",
    "byline",
    "url",
    "media_type",
    "bytes",
    "chars",
    "changes",
    "sha256",
    "doc",
];

/// Every version of the scope, with its story where that is not given, oldest first.
///
/// # Errors
/// Whatever the store refuses.
pub fn versions(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let changes = scope.counted_changes()?;
    let notices = notices(scope)?;
    let mut brought: FxHashMap<SnapshotId, Vec<&StoredChange>> = FxHashMap::default();
    changes.iter().for_each(|change| brought.entry(change.to).or_default().push(change));
    let mut listing = Listing::new("version", COLUMNS).with_fields(FIELDS);
    let names_stories = scope.story.is_none();
    if names_stories {
        listing.columns.insert(0, Column::text("story"));
    }
    let mut snapshots: Vec<&SnapshotInfo> = scope.snapshots.iter().collect();
    snapshots.sort_by(|left, right| (&left.story, left.in_story()).cmp(&(&right.story, right.in_story())));
    for info in snapshots {
        let mine = brought.remove(&info.id).unwrap_or_default();
        let mut cells: Vec<Cell> = vec![
            info.reference.as_str().into(),
            time(info.seen_at()).into(),
            info.outlet.as_str().into(),
            info.title.as_str().into(),
            info.text_chars.into(),
            summary(info, &mine, notices.get(&info.id)).into(),
            info.sha256.as_str().into(),
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

/// Of every snapshot that came with words of the publisher's own on a change, the first of them that the version before had not.
fn notices(scope: &Scope<'_>) -> Result<FxHashMap<SnapshotId, String>, StoreError> {
    let mut standing: FxHashMap<SnapshotId, Vec<String>> = FxHashMap::default();
    for stored in scope.store.notices(scope.story)? {
        standing.entry(stored.snapshot).or_default().push(stored.found.text);
    }
    let stood_before = |info: &SnapshotInfo, text: &String| {
        let before = scope.before(info).and_then(|before| standing.get(&before.id));
        before.is_some_and(|before| before.contains(text))
    };
    let fresh = |info: &SnapshotInfo| standing.get(&info.id)?.iter().find(|text| !stood_before(info, text)).cloned();
    Ok(scope.snapshots.iter().filter_map(|info| Some((info.id, fresh(info)?))).collect())
}

/// Letters of a notice that are shown.
const NOTICE_SHOWN: usize = 60;

/// "4 added, 2 dropped, 1 figure changed", and how a notice begins that came with them.
fn summary(info: &SnapshotInfo, changes: &[&StoredChange], notice: Option<&String>) -> String {
    if info.ordinal == 1 {
        return "first version".to_owned();
    }
    let mut parts: Vec<String> = named_counts(changes).into_iter().map(|(kind, number)| format!("{number} {kind}")).collect();
    parts.extend(notice.map(|text| format!("notice: “{}”", excerpt(text, NOTICE_SHOWN))));
    if parts.is_empty() { "no claim changed".to_owned() } else { parts.join(", ") }
}

/// The kinds as readers are told them, in the order of the kinds, each with how often it happened.
fn named_counts(changes: &[&StoredChange]) -> Vec<(String, usize)> {
    let mut ordered: Vec<&StoredChange> = changes.to_vec();
    ordered.sort_by_key(|stored| stored.change.kind);
    let mut out: Vec<(String, usize)> = Vec::new();
    for named in ordered.into_iter().map(|stored| stored.change.kind_in_words()) {
        match out.iter_mut().find(|(known, _)| *known == named) {
            Some((_, number)) => *number += 1,
            None => out.push((named, 1)),
        }
    }
    out
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
