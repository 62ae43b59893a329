//! What each verb lists: rows of the store as [`Listing`](super::Listing)s, with the JSON objects of the contracts beside the cells.
//!
//! A [`Scope`] holds what every row of one story needs to be named: its snapshots and the decisions made on them. One file a verb.
//! Nothing here computes anything about the story; that was done when it was derived.

mod changes;
mod claims;
mod decisions;
mod figures;
mod objects;
mod outlets;
mod passages;
mod search;
mod status;
mod threads;
mod versions;
mod who;

use chrono::{DateTime, Utc};
use rustc_hash::FxHashMap;

pub use changes::{ChangeFilter, changes};
pub use claims::claims;
pub use decisions::decisions;
pub use figures::figures;
use objects::object;
pub use outlets::compare;
pub use passages::{blame, show};
pub use search::search;
pub use status::status;
pub use threads::{thread, threads};
pub use versions::versions;
pub use who::who;

use super::{Mark, Rich};
use crate::model::{Claim, Ruling};
use crate::store::{Decision, SnapshotId, SnapshotInfo, Store, StoreError};
use crate::text::CharSpan;

/// What the outlet's own voice is called where a source's name is wanted.
pub const NARRATOR: &str = "narrator";

/// One story of a store, or all of it, with what rows need to be named.
pub struct Scope<'s> {
    /// The store.
    pub store: &'s Store,
    /// The story; `None` for all.
    pub story: Option<&'s str>,
    /// Its snapshots by report and version.
    pub snapshots: Vec<SnapshotInfo>,
    places: FxHashMap<SnapshotId, usize>,
    rulings: FxHashMap<Subject, String>,
}

/// What a decision is about: kind of row, hash of the snapshot, place.
type Subject = (String, String, CharSpan);

impl<'s> Scope<'s> {
    /// Reads what every row needs.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn new(store: &'s Store, story: Option<&'s str>) -> Result<Self, StoreError> {
        let snapshots = store.snapshots(story)?;
        let places = snapshots.iter().enumerate().map(|(place, info)| (info.id, place)).collect();
        let mut rulings = FxHashMap::default();
        for decision in store.decisions()?.into_iter().filter(|decision| decision.stands && decision.made.ruling != Ruling::Undo) {
            let about = &decision.made.subject;
            rulings.insert((about.kind.clone(), about.sha256.clone(), about.span), ruled(&decision));
        }
        Ok(Scope { store, story, snapshots, places, rulings })
    }

    /// What is known of a snapshot; `None` where it belongs to another story.
    pub fn info(&self, id: SnapshotId) -> Option<&SnapshotInfo> {
        self.places.get(&id).map(|place| &self.snapshots[*place])
    }

    /// How many versions its report has.
    fn versions_of(&self, info: &SnapshotInfo) -> usize {
        self.snapshots.iter().filter(|other| other.outlet == info.outlet && other.report == info.report).count()
    }

    /// What was decided on a row that stands at `span` of a snapshot, in a word or two.
    fn reviewed(&self, kind: &str, info: &SnapshotInfo, span: CharSpan) -> String {
        self.rulings.get(&(kind.to_owned(), info.sha256.clone(), span)).cloned().unwrap_or_default()
    }
}

/// A decision in a word or two.
fn ruled(decision: &Decision) -> String {
    let done = match decision.made.ruling {
        Ruling::Accept => "accepted",
        Ruling::Reject => "rejected",
        Ruling::Relabel => "relabelled",
        Ruling::Merge => "merged",
        Ruling::Split => "split off",
        Ruling::Undo => "undone",
    };
    match &decision.made.detail {
        Some(detail) => format!("{done}: {detail}"),
        None => done.to_owned(),
    }
}

/// A time for readers: `2025-11-06 07:40` in UTC; empty where it is not known.
pub fn time(seconds: Option<i64>) -> String {
    moment(seconds).map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// A time for programs: RFC 3339 in UTC.
pub fn rfc3339(seconds: Option<i64>) -> Option<String> {
    moment(seconds).map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn moment(seconds: Option<i64>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds?, 0)
}

/// Who asserts a claim, as tables name it.
pub fn source_name(claim: &Claim) -> &str {
    claim.source.as_ref().map_or(NARRATOR, |source| &source.name)
}

/// `before` and `after` as one row of marked words.
pub fn marked_change(before: &str, after: &str) -> Rich {
    if before.is_empty() || after.is_empty() {
        return match (before.is_empty(), after.is_empty()) {
            (true, true) => Rich::new(),
            (true, false) => Rich::new().with(Mark::Inserted, after),
            _ => Rich::new().with(Mark::Deleted, before),
        };
    }
    let mut out = Rich::new();
    let (before, after) = (one_line(before), one_line(after));
    let diff = similar::TextDiff::from_words(before.as_str(), after.as_str());
    for op in diff.ops() {
        let (old, new) = (words(&diff, op.old_range(), true), words(&diff, op.new_range(), false));
        if op.tag() == similar::DiffTag::Equal {
            out.push(Mark::Plain, new);
            continue;
        }
        if !old.is_empty() {
            out.push(Mark::Deleted, old);
        }
        if !new.is_empty() {
            out.push(Mark::Inserted, new);
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words(diff: &similar::TextDiff<'_, '_, str>, range: std::ops::Range<usize>, old: bool) -> String {
    range.filter_map(|at| if old { diff.old_slice(at) } else { diff.new_slice(at) }).collect()
}

/// `text` cut to about `limit` characters between words, with an ellipsis where something was left out.
pub fn excerpt(text: &str, limit: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(limit) {
        None => line,
        Some((cut, _)) => {
            let end = line[..cut].rfind(' ').unwrap_or(cut);
            format!("{} …", line[..end].trim_end_matches([',', ';', ':']))
        }
    }
}

/// "3 changes", "1 change".
pub fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
