//! What the store takes and gives: plain records, one for each kind of row. No behaviour, no SQL.

use crate::model::{Act, ActFamily, Change, Claim, Figure, Notice, Ruling, Status};
use crate::text::CharSpan;

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

    /// What makes the ids of what is found in it: its bytes and its report, and which time it is that the report has these bytes.
    pub fn key(&self) -> String {
        let key = format!("{}\n{}\n{}", self.sha256, self.outlet, self.report);
        if self.repeats == 0 { key } else { format!("{key}\n{}", self.repeats) }
    }
}

/// A finding with the snapshot in which it stands.
#[derive(Clone, Debug, PartialEq)]
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

/// One claim followed through versions and outlets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Unique in its story.
    pub id: String,
    /// The acts between which it may pass.
    pub family: ActFamily,
    /// The act of its latest wording.
    pub act: Act,
    /// Canonical name of its source; `narrator` for the outlet's own voice.
    pub source_name: String,
    /// Canonical name of whom it is aimed at.
    pub target_name: Option<String>,
    /// The latest wording of its content.
    pub wording: String,
    /// The thread that it answers.
    pub answers: Option<String>,
}

/// A claim's place in a thread.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadMember {
    /// The thread's id.
    pub thread: String,
    /// The snapshot in which the claim stands.
    pub snapshot: SnapshotId,
    /// The claim's id.
    pub claim: String,
    /// How alike it is to what the thread held, 0 to 1; 1 for the claim that began it.
    pub score: f64,
    /// Why it belongs there.
    pub reason: String,
    /// Where its evidence stands. Filled in by the store when read; what is written is the claim's.
    pub evidence: CharSpan,
}

/// A change with the snapshots between which it happened.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredChange {
    /// The earlier snapshot.
    pub from: SnapshotId,
    /// The later snapshot.
    pub to: SnapshotId,
    /// What happened.
    pub change: Change,
}

/// A thread with what is kept of it for the versions to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedThread {
    /// Its place in the order in which the story's threads began, from 0.
    pub position: usize,
    /// What listings show of it.
    pub thread: Thread,
    /// The position of the thread that it answers. Filled in by the store when read.
    pub answers: Option<usize>,
    /// "topic/state" that it began as, in the outlet's own voice.
    pub status: Option<String>,
    /// Some claim of it accuses.
    pub ever_accused: bool,
    /// A decision rejects it, so that no listing shows it.
    pub rejected: bool,
    /// The wordings to which a new claim is compared, as JSON.
    pub wordings: String,
}

/// A heading under which threads are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreadHeading {
    /// The source's name as it is compared.
    pub source: String,
    /// The voice.
    pub voice: String,
    /// The word's stem.
    pub stem: String,
    /// Positions of threads, oldest first.
    pub listed: Vec<usize>,
}

/// What following some versions of one story gave; lists keep their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tracking {
    /// Threads that began or changed.
    pub threads: Vec<FollowedThread>,
    /// Claims of the threads, to be listed after those that are stored.
    pub members: Vec<ThreadMember>,
    /// Changes, to be listed after those that are stored.
    pub changes: Vec<StoredChange>,
    /// Headings that changed.
    pub headings: Vec<ThreadHeading>,
    /// Stems that came or changed, with how often a thread was listed under each.
    pub stems: Vec<(String, u32)>,
    /// Changes, by id, to which a notice of the snapshot owns up.
    pub owned: Vec<(String, SnapshotId)>,
    /// The last snapshot that was followed.
    pub last: Option<SnapshotId>,
}

/// What a decision is about, by evidence and not by derived rows, so that it survives a rebuild.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Kind of the derived row: `claim`, `figure`, `status`, `thread` or `change`.
    pub kind: String,
    /// Its id when the decision was made.
    pub row: String,
    /// SHA-256 of the snapshot in which it stands, lower-case hex.
    pub sha256: String,
    /// Where it stands there.
    pub span: CharSpan,
}

/// A decision to be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// What was ruled.
    pub ruling: Ruling,
    /// On what.
    pub subject: Subject,
    /// The new act (relabel), the other thread (merge); `None` where the ruling needs none.
    pub detail: Option<String>,
    /// Who ruled.
    pub who: String,
    /// Why, in the ruler's words.
    pub why: Option<String>,
    /// When, UTC seconds.
    pub decided_at: i64,
}

/// A decision as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its number.
    pub id: DecisionId,
    /// What was decided.
    pub made: NewDecision,
    /// The decision that it takes back (only for an undo).
    pub undoes: Option<DecisionId>,
    /// No later decision that stands has taken it back.
    pub stands: bool,
}

/// Where a full-text search found its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// In a snapshot's title or text.
    Snapshot,
    /// In a claim's content or source.
    Claim,
}

/// A hit of a full-text search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where it was found.
    pub kind: HitKind,
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// The claim's id, where a claim was found.
    pub claim: Option<String>,
    /// Words around the first place. Matches stand between [`Hit::OPEN`] and [`Hit::CLOSE`].
    pub snippet: String,
}

impl Hit {
    /// Opens a match in a snippet: a private-use character, which no news text holds.
    pub const OPEN: char = '\u{e000}';
    /// Closes a match in a snippet.
    pub const CLOSE: char = '\u{e001}';
}

/// One value of a query's answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// NULL.
    Null,
    /// A whole number.
    Integer(i64),
    /// A real number.
    Real(f64),
    /// Text; what is no UTF-8 was replaced.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A query's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Column names.
    pub columns: Vec<String>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

/// Something that is wrong in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// What: `file`, `schema`, `reference`, `hash`, `text`, `seal`, `decision`.
    pub kind: &'static str,
    /// Where: a snapshot's reference, a table, a page.
    pub place: String,
    /// What is wrong with it, in one line.
    pub what: String,
}

/// Content of one derived table in short, equal in two stores with the same evidence and program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDigest {
    /// The table.
    pub table: &'static str,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over its rows in canonical order, lower-case hex.
    pub sha256: String,
}
