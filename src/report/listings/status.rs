//! `status`: the state of each topic over time, by who asserts it, with the words that show it.

use super::{Scope, count, object, rfc3339, time};
use crate::model::in_words;
use crate::report::{Column, Listing, Mark, Rich};
use crate::store::{SnapshotInfo, StoreError, StoredStatus};
use crate::text::CharIndex;

const COLUMNS: &[Column] = &[
    Column::name("topic"),
    Column::name("seen"),
    Column::name("version"),
    Column::name("state"),
    Column::text("who"),
    Column::words("words"),
];

/// Statuses in the order of topics and times.
///
/// # Errors
/// Whatever the store refuses.
pub fn status(scope: &Scope<'_>, topic: Option<&str>) -> Result<Listing, StoreError> {
    let mut found: Vec<(&SnapshotInfo, StoredStatus)> = Vec::new();
    for stored in scope.store.statuses(scope.story)? {
        if let Some(info) = scope.info(stored.snapshot).filter(|_| topic.is_none_or(|topic| topic == stored.found.topic)) {
            found.push((info, stored));
        }
    }
    found.sort_by(|(left, one), (right, other)| {
        (&one.found.topic, left.in_story(), one.found.evidence.span).cmp(&(&other.found.topic, right.in_story(), other.found.evidence.span))
    });
    let mut listing = Listing::new("status", COLUMNS);
    for (info, stored) in &found {
        let words = words_at(scope, stored)?;
        let who = stored.found.source_name();
        let mut row = object("status", info, &stored.found, "");
        row["outlet"] = info.outlet.as_str().into();
        row["seen"] = rfc3339(info.seen_at()).into();
        row["words"] = words.as_str().into();
        let cells = vec![
            stored.found.topic.as_str().into(),
            time(info.seen_at()).into(),
            info.reference.as_str().into(),
            Rich::new().with(Mark::Strong, in_words(&stored.found.state)).into(),
            who.into(),
            words.into(),
        ];
        listing.push(cells, row);
    }
    listing.footer.push(format!("{} in {}", count(found.len(), "statement"), count(scope.snapshots.len(), "version")));
    Ok(listing)
}

fn words_at(scope: &Scope<'_>, stored: &StoredStatus) -> Result<String, StoreError> {
    let text = scope.store.text(stored.snapshot)?;
    let span = CharIndex::new(&text).bytes(stored.found.evidence.span);
    Ok(span.of(&text).to_owned())
}
