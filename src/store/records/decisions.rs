//! What people ruled, as it is appended and as it is stored.

use super::DecisionId;
use crate::model::{ChangeKind, Ruling, SubjectKind};
use crate::text::CharSpan;

/// What a decision is about, by evidence and not by derived rows, so that it survives a rebuild.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Kind of the derived row.
    pub kind: SubjectKind,
    /// Its id when the decision was made.
    pub row: String,
    /// SHA-256 of the snapshot in which it stands, lower-case hex.
    pub sha256: String,
    /// Where it stands there.
    pub span: CharSpan,
    /// For a change: which one, since one sentence may tell of several.
    pub change: Option<ChangeSubject>,
}

/// What tells a change from the others that the same sentence tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSubject {
    /// Its kind.
    pub kind: ChangeKind,
    /// The thread that it happened to.
    pub thread: Option<String>,
    /// The earlier snapshot and the place there.
    pub from: ChangeSide,
    /// The later snapshot and the place there.
    pub to: ChangeSide,
}

/// One of the two snapshots of a change, and where in it the change shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSide {
    /// SHA-256 of the snapshot, lower-case hex.
    pub sha256: String,
    /// Where; `None` where it is not there.
    pub span: Option<CharSpan>,
}

/// A decision to be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// What was ruled.
    pub ruling: Ruling,
    /// On what.
    pub subject: Subject,
    /// The new act or kind (relabel), the id of the other claim or thread (merge); `None` where the ruling needs none.
    pub detail: Option<String>,
    /// The other claim or thread (merge); `None` for merges of old stores, which have nothing but its id.
    pub with: Option<Subject>,
    /// Who ruled.
    pub who: String,
    /// Why, in the ruler's words.
    pub why: Option<String>,
    /// When, UTC seconds.
    pub decided_at: i64,
}

/// A decision as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
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
