//! What following a story gave: threads, their members, changes, and what is kept for the versions to come.

use super::SnapshotId;
use crate::model::{Act, Change, ComparedWording};
use crate::text::CharSpan;

/// One claim followed through versions and outlets.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Thread {
    /// Unique in its story.
    pub id: String,
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

/// A claim that is to be put into a thread.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NewMember {
    /// The thread's id.
    pub thread: String,
    /// The snapshot in which the claim stands.
    pub snapshot: SnapshotId,
    /// The claim's id.
    pub claim: String,
    /// As [`ThreadMember::score`].
    pub score: f64,
    /// As [`ThreadMember::reason`].
    pub reason: String,
}

/// A claim's place in a thread.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThreadMember {
    /// The thread's id.
    pub thread: String,
    /// The snapshot in which the claim stands.
    pub snapshot: SnapshotId,
    /// The claim's id.
    pub claim: String,
    /// Where its evidence stands.
    pub evidence: CharSpan,
    /// How alike it is to what the thread held, 0 to 1; 1 for the claim that began it.
    pub score: f64,
    /// Why it belongs there.
    pub reason: String,
}

/// A change with the snapshots between which it happened.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct StoredChange {
    /// The earlier snapshot.
    pub from: SnapshotId,
    /// The later snapshot.
    pub to: SnapshotId,
    /// What happened.
    pub change: Change,
    /// A later snapshot whose notice owns up to it.
    pub owned_in: Option<SnapshotId>,
}

/// The acts of the claims that a change is about, each with whether it is a negative one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TurnedAct {
    /// The later snapshot.
    pub to: SnapshotId,
    /// The change's id.
    pub change: String,
    /// In the earlier snapshot; `None` where the thread has no claim at the place there.
    pub before: Option<(Act, bool)>,
    /// In the later one.
    pub after: Option<(Act, bool)>,
}

/// Who said it in the earlier snapshot, for a change of who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TurnedSource {
    /// The later snapshot.
    pub to: SnapshotId,
    /// The change's id.
    pub change: String,
    /// The name of the source before.
    pub before: String,
}

/// A thread with what is kept of it for the versions to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FollowedThread {
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
    /// The wordings to which a new claim is compared, oldest first.
    pub wordings: Vec<ComparedWording>,
}

/// A heading under which threads are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ThreadHeading {
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
pub(crate) struct Tracking {
    /// Threads that began or changed.
    pub threads: Vec<FollowedThread>,
    /// Claims of the threads, to be listed after those that are stored.
    pub members: Vec<NewMember>,
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
