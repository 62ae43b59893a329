//! `status`: the state of each topic over time, by who asserts it, with the words that show it; a statement that stands unchanged is one
//! row with its first and last version, and one that turned says what it was.

use rustc_hash::FxHashMap;

use super::{Scope, count, object, rfc3339, time};
use crate::model::in_words;
use crate::report::{Cell, Column, Listing, Mark, Rich};
use crate::store::{ReportId, SnapshotInfo, StoreError, StoredStatus, Texts};

const COLUMNS: &[Column] = &[
    Column::name("topic"),
    Column::name("seen"),
    Column::name("version"),
    Column::name("state"),
    Column::text("who"),
    Column::words("words"),
];

/// Columns for programs.
const FIELDS: &[&str] = &["id", "snapshot", "outlet", "seen", "topic", "state", "source.name", "words", "evidence.span", "doc"];

/// A statement for as long as it stands in one report.
struct Stand<'s> {
    info: &'s SnapshotInfo,
    /// The last version in which it stands.
    last: u32,
    found: &'s StoredStatus,
    words: &'s str,
    /// What the report said in this mouth the version before, where that was another state.
    was: Option<&'s str>,
}

/// Statuses in the order of topics and times, as rows and as the objects of the contract, one for each place.
///
/// # Errors
/// Whatever the store refuses.
pub fn status(scope: &Scope<'_>, topic: Option<&str>) -> Result<Listing, StoreError> {
    let mut texts = Texts::of(scope.store);
    let mut found: Vec<(&SnapshotInfo, StoredStatus, String)> = Vec::new();
    for stored in scope.store.statuses(scope.story)? {
        if let Some(info) = scope.info(stored.snapshot).filter(|_| topic.is_none_or(|topic| topic == stored.found.topic)) {
            let words = texts.get(stored.snapshot)?.words(stored.found.evidence.span).to_owned();
            found.push((info, stored, words));
        }
    }
    found.sort_by(|(left, one, _), (right, other, _)| {
        (&one.found.topic, left.in_story(), one.found.evidence.span).cmp(&(&other.found.topic, right.in_story(), other.found.evidence.span))
    });
    let mut listing = Listing::new("status", COLUMNS).with_fields(FIELDS);
    for stand in stands(&found) {
        listing.push(cells(&stand), object_of(stand.info, stand.found, stand.words));
    }
    listing.footer.push(format!("{} in {}", count(found.len(), "statement"), count(scope.snapshots.len(), "version")));
    listing.objects = Some(found.iter().map(|(info, stored, words)| object_of(info, stored, words)).collect());
    Ok(listing)
}

/// The statements, each for as long as it stands, in the order in which they begin.
fn stands<'f>(found: &'f [(&'f SnapshotInfo, StoredStatus, String)]) -> Vec<Stand<'f>> {
    let mut out: Vec<Stand<'_>> = Vec::new();
    let mut newest: FxHashMap<(ReportId, &str, &str, &str, &str), usize> = FxHashMap::default();
    let mut said: FxHashMap<(ReportId, &str, &str), (u32, &str)> = FxHashMap::default();
    for (info, stored, words) in found {
        let (topic, state, who) = (stored.found.topic.as_str(), stored.found.state.as_str(), stored.found.source_name());
        let key = (info.report_id, topic, state, who, words.as_str());
        let before = said.insert((info.report_id, topic, who), (info.ordinal, state));
        let stands_on = newest.get(&key).copied().filter(|at| out[*at].last == info.ordinal || out[*at].last + 1 == info.ordinal);
        if let Some(at) = stands_on {
            out[at].last = info.ordinal;
            continue;
        }
        newest.insert(key, out.len());
        let was = before.filter(|(version, was)| version + 1 == info.ordinal && *was != state).map(|(_, was)| was);
        out.push(Stand { info, last: info.ordinal, found: stored, words, was });
    }
    out
}

fn cells(stand: &Stand<'_>) -> Vec<Cell> {
    let state = Rich::new().with(Mark::Strong, in_words(&stand.found.found.state));
    let state = match stand.was {
        Some(was) => state.with(Mark::Plain, format!(" (was {})", in_words(was))),
        None => state,
    };
    vec![
        stand.found.found.topic.as_str().into(),
        time(stand.info.seen_at()).into(),
        stand.info.up_to(stand.last).into(),
        state.into(),
        stand.found.found.source_name().into(),
        stand.words.into(),
    ]
}

fn object_of(info: &SnapshotInfo, stored: &StoredStatus, words: &str) -> serde_json::Value {
    let mut row = object("status", info, &stored.found, "");
    row["seen"] = rfc3339(info.seen_at()).into();
    row["words"] = words.into();
    row
}
