//! What a person rules on an item, with what the ruling needs, and why a ruling does not fit its item.

use super::Item;
use crate::model::{Act, ChangeKind, Ruling, SubjectKind};
use crate::store::StoreError;

/// What a person rules on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right as it stands.
    Accept,
    /// It is not what it says.
    Reject,
    /// It is of this act or kind.
    Relabel(Label),
    /// It belongs with this claim or thread of the same story.
    Merge(Box<Item>),
    /// It leaves its thread.
    Split,
}

/// What a relabel says: an act of a claim or a thread, a kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// What the source does.
    Act(Act),
    /// What happened.
    Change(ChangeKind),
}

/// Who rules, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruler {
    /// The name that is noted.
    pub who: String,
    /// The reason, for whoever reads the log.
    pub why: Option<String>,
}

/// Why a ruling does not fit, or was not stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RulingError {
    /// A change stands by itself.
    #[error("a change cannot be {0}")]
    OfChange(&'static str),
    /// No act, or no kind of change, has this name.
    #[error("no {what} is called {given:?}")]
    UnknownLabel {
        /// An act or a kind of change.
        what: &'static str,
        /// What was asked for.
        given: String,
        /// All there are.
        known: Vec<&'static str>,
    },
    /// Only claims and threads are merged, and none with itself.
    #[error("a {kind} is merged with another claim or thread, {with:?} is {what}")]
    NoPartner {
        /// What was to be merged.
        kind: SubjectKind,
        /// The id of what it was to be merged with.
        with: String,
        /// What that is.
        what: &'static str,
    },
    /// Each story is followed by itself.
    #[error("a {kind} is merged with one of its own story, {with:?} is in {story}")]
    OtherStory {
        /// What was to be merged.
        kind: SubjectKind,
        /// The id of what it was to be merged with.
        with: String,
        /// Its story.
        story: String,
    },
    /// The log is to hold no ruling that rules nothing.
    #[error("decision {number}, by {who}, says the same of {kind} {row:?} and stands: {ruling}")]
    Said {
        /// The number of the decision that stands.
        number: i64,
        /// Who made it.
        who: String,
        /// What it is on.
        kind: SubjectKind,
        /// The id of what was to be ruled on.
        row: String,
        /// What it says.
        ruling: Ruling,
    },
    /// A merge of what is one thread, a split of what is in a thread of its own.
    #[error("nothing is there to {ruling}, {kind} {row:?} {state}")]
    NoThreadChanges {
        /// What was to be done.
        ruling: Ruling,
        /// What it was to be done with.
        kind: SubjectKind,
        /// Its id.
        row: String,
        /// How it stands.
        state: &'static str,
    },
    /// Only what stands is taken back.
    #[error("decision {number} is taken back already, by decision {by}")]
    TakenBack {
        /// What was to be taken back.
        number: i64,
        /// The undo that stands.
        by: i64,
    },
    /// Whatever the store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Verdict {
    /// The name of the ruling.
    pub fn ruling(&self) -> Ruling {
        match self {
            Verdict::Accept => Ruling::Accept,
            Verdict::Reject => Ruling::Reject,
            Verdict::Relabel(_) => Ruling::Relabel,
            Verdict::Merge(_) => Ruling::Merge,
            Verdict::Split => Ruling::Split,
        }
    }

    /// What a relabel says.
    pub(super) fn label(&self) -> Option<&'static str> {
        match self {
            Verdict::Relabel(label) => Some(label.as_str()),
            _ => None,
        }
    }

    /// Nothing where the verdict can be given on `item`.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn fits(&self, item: &Item) -> Result<(), RulingError> {
        let kind = item.subject.kind;
        match self {
            Verdict::Merge(_) if kind == SubjectKind::Change => Err(RulingError::OfChange("merged")),
            Verdict::Split if kind == SubjectKind::Change => Err(RulingError::OfChange("split")),
            Verdict::Relabel(label) => label.fits(kind),
            Verdict::Merge(with) => is_partner(item, with),
            Verdict::Accept | Verdict::Reject | Verdict::Split => Ok(()),
        }
    }
}

fn is_partner(item: &Item, with: &Item) -> Result<(), RulingError> {
    let (kind, id) = (item.subject.kind, with.subject.row.clone());
    if with.subject.kind == SubjectKind::Change {
        return Err(RulingError::NoPartner { kind, with: id, what: "a change" });
    }
    if with.subject == item.subject {
        return Err(RulingError::NoPartner { kind, with: id, what: "the same row" });
    }
    if with.story != item.story {
        return Err(RulingError::OtherStory { kind, with: id, story: with.story.clone() });
    }
    Ok(())
}

impl Label {
    /// What a relabel of such a row chooses from, and what that is called.
    pub fn known(kind: SubjectKind) -> (&'static str, Vec<&'static str>) {
        match kind {
            SubjectKind::Change => ("kind of change", ChangeKind::ALL.iter().map(|kind| kind.as_str()).collect()),
            SubjectKind::Claim | SubjectKind::Thread => ("act", Act::ALL.iter().map(|act| act.as_str()).collect()),
        }
    }

    /// The label of that name for such a row; spaces stand for underscores.
    ///
    /// # Errors
    /// Where none has the name.
    pub fn named(kind: SubjectKind, given: &str) -> Result<Label, RulingError> {
        let wanted = given.trim().replace(' ', "_");
        let label = match kind {
            SubjectKind::Change => wanted.parse().ok().map(Label::Change),
            SubjectKind::Claim | SubjectKind::Thread => wanted.parse().ok().map(Label::Act),
        };
        label.ok_or_else(|| unknown(kind, given))
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Label::Act(act) => act.as_str(),
            Label::Change(kind) => kind.as_str(),
        }
    }

    fn fits(self, kind: SubjectKind) -> Result<(), RulingError> {
        match (self, kind) {
            (Label::Change(_), SubjectKind::Change) | (Label::Act(_), SubjectKind::Claim | SubjectKind::Thread) => Ok(()),
            _ => Err(unknown(kind, self.as_str())),
        }
    }
}

fn unknown(kind: SubjectKind, given: &str) -> RulingError {
    let (what, known) = Label::known(kind);
    RulingError::UnknownLabel { what, given: given.to_owned(), known }
}
