//! What the store takes and gives: plain records, one for each kind of row. No behaviour, no SQL.

mod answers;
mod decisions;
mod tracking;

pub use answers::*;
pub use decisions::*;
pub use tracking::*;

use crate::model::{Act, Claim, Figure, Notice, Status};

/// A stored snapshot's number in one store; never reused, smaller means stored earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SnapshotId(pub i64);

/// A report's number in one store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReportId(pub i64);

/// A decision's number in one store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DecisionId(pub i64);

/// What became of a capture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use = "a known snapshot needs no findings"]
pub enum Added {
    /// It was stored.
    New(SnapshotId),
    /// The report has it already; nothing was written.
    Known(SnapshotId),
}

impl Added {
    /// The snapshot, new or known.
    pub fn id(self) -> SnapshotId {
        match self {
            Added::New(id) | Added::Known(id) => id,
        }
    }
}

/// Where a capture belongs, after the caller has filled in what the file leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The story's name; a report that is already stored stays in its story.
    pub story: &'a str,
    /// The outlet's name.
    pub outlet: &'a str,
    /// The report's name; with the outlet it says which versions belong together.
    pub report: &'a str,
}

/// A story with what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoryInfo {
    /// The name as given at its first import.
    pub name: String,
    /// How many outlets report it.
    pub outlets: u32,
    /// How many reports.
    pub reports: u32,
    /// How many snapshots.
    pub snapshots: u32,
    /// The earliest time of a snapshot (captured, else published), UTC seconds.
    pub first_at: Option<i64>,
    /// The latest, UTC seconds.
    pub last_at: Option<i64>,
}

/// A report: one article of one outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportInfo {
    /// The story's name.
    pub story: String,
    /// The outlet's name.
    pub outlet: String,
    /// The report's name as given.
    pub report: String,
    /// What stands before `@` in a reference: the report's slug, with the outlet's before it where two outlets share the slug.
    pub key: String,
    /// How many versions are stored.
    pub versions: u32,
}

/// All that is known of a snapshot but its text and bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SnapshotInfo {
    /// The snapshot.
    pub id: SnapshotId,
    /// The story's name.
    pub story: String,
    /// The outlet's name.
    pub outlet: String,
    /// The report's name as given.
    pub report: String,
    /// The report's number in this store.
    pub report_id: ReportId,
    /// How many snapshots of the report that were stored before have the same bytes.
    pub repeats: u32,
    /// Its place among the report's versions, from 1, by [`SnapshotInfo::seen_at`], then by `id`.
    pub ordinal: u32,
    /// How a user names it: `report-slug@N`.
    pub reference: String,
    /// The file or address that it came from (`doc` in JSON).
    pub origin: String,
    /// When the publisher says that it was published, UTC seconds.
    pub published_at: Option<i64>,
    /// When it was captured, UTC seconds.
    pub captured_at: Option<i64>,
    /// When it was stored, UTC seconds.
    pub imported_at: i64,
    /// Its title, or empty.
    pub title: String,
    /// Its byline.
    pub byline: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The publisher's change note that came beside the text.
    pub note: Option<String>,
    /// What had to be mended in reading.
    pub notes: Vec<String>,
    /// Media type of the raw bytes.
    pub media_type: String,
    /// SHA-256 of the raw bytes, 64 lower-case hex digits.
    pub sha256: String,
    /// How many raw bytes.
    pub raw_bytes: u64,
    /// How many scalar values the text has.
    pub text_chars: u64,
}

impl SnapshotInfo {
    /// Capture time, else publication time: what versions are ordered by.
    pub fn seen_at(&self) -> Option<i64> {
        self.captured_at.or(self.published_at)
    }

    /// Its place in the order in which a story is followed and listed: by their times, those without one last, in the order in which they
    /// were stored.
    pub fn in_story(&self) -> (bool, Option<i64>, Option<SnapshotId>, &str, &str, u32) {
        let seen_at = self.seen_at();
        (seen_at.is_none(), seen_at, seen_at.is_none().then_some(self.id), &self.outlet, &self.report, self.ordinal)
    }

    /// Its reference, and the last version up to which something stands: `herald@2–4`.
    pub fn up_to(&self, last: u32) -> String {
        if last <= self.ordinal { self.reference.clone() } else { format!("{}–{last}", self.reference) }
    }

    /// How a user names its report: its reference without the version.
    pub fn report_reference(&self) -> &str {
        self.reference.rsplit_once('@').map_or(&self.reference, |(report, _)| report)
    }

    /// What makes the ids of what is found in it: its bytes and its report, and which time it is that the report has these bytes.
    pub fn key(&self) -> String {
        let key = format!("{}\n{}\n{}", self.sha256, self.outlet, self.report);
        if self.repeats == 0 { key } else { format!("{key}\n{}", self.repeats) }
    }
}

/// A finding with the snapshot in which it stands.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InSnapshot<T> {
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// What was found.
    pub found: T,
}

/// A stored claim.
pub type StoredClaim = InSnapshot<Claim>;
/// A stored figure.
pub type StoredFigure = InSnapshot<Figure>;
/// A stored status.
pub type StoredStatus = InSnapshot<Status>;
/// A stored notice.
pub type StoredNotice = InSnapshot<Notice>;

/// Which claims to list; what is `None` does not narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimFilter {
    /// Claims of this story.
    pub story: Option<String>,
    /// Of this act.
    pub act: Option<Act>,
    /// Asserted by this actor, or in words that contain this; `narrator` is the outlet's own voice. Case is ignored.
    pub by: Option<String>,
    /// Aimed at this actor, or with this in their content. Case is ignored.
    pub about: Option<String>,
    /// On this topic.
    pub topic: Option<String>,
    /// In reports of the outlet with this name or slug.
    pub outlet: Option<String>,
    /// In this snapshot.
    pub at: Option<SnapshotId>,
}

impl ClaimFilter {
    /// All claims of a story, or of all stories.
    pub fn of_story(story: Option<&str>) -> Self {
        ClaimFilter { story: story.map(str::to_owned), ..ClaimFilter::default() }
    }
}
