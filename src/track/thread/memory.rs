//! What is kept of a story between two runs, so that a new version costs itself and not the versions before it.
//!
//! A [`Tracker`](crate::track::Tracker) that goes on with a story asks its [`Past`] for the pieces that a version needs: a thread, the
//! threads listed under a word, how common a word is. What changed comes out as [`Memory`], to be stored by whoever answers for the past.
//! What a story gives must not depend on how many runs it took, so nothing else may pass from one run to the next.

use crate::model::{Act, ChangeKind, ComparedWording};
use crate::track::read::features::Voice;
use crate::track::version::ReportKey;

/// One claim followed through versions and outlets.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadState {
    /// Its place in the order in which the story's threads began.
    pub number: usize,
    /// `t` and a hash of the first member's id.
    pub id: String,
    /// The act of the latest wording.
    pub act: Act,
    /// Whose it is: "narrator" for the outlet's own voice.
    pub source_name: String,
    /// At whom the latest wording that names somebody is aimed.
    pub target_name: Option<String>,
    /// The content as a text last put it; a headline's words only where no text had others.
    pub label: String,
    /// The thread that it answers (a denial: the accusation).
    pub answers: Option<Answered>,
    /// "topic/state" of a thread that began as the outlet's own word on a tracked topic.
    pub status: Option<String>,
    /// Some claim of it accuses, so that a denial can answer it.
    pub ever_accused: bool,
    /// Wordings that are kept to compare with, oldest first.
    pub wordings: Vec<ComparedWording>,
}

/// The thread that another answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its number.
    pub number: usize,
    /// Its id.
    pub id: String,
}

/// Under what threads are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Heading {
    /// What the threads of the list have in common.
    pub list: List,
    /// The source's name as it is compared, or what somebody is called; none for very words.
    pub source: String,
    /// A stem that they hold, a toll that they give, or the mark of their very words; none for all of a source.
    pub stem: String,
}

/// What the threads of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum List {
    /// A source says something in this voice.
    Voice(Voice),
    /// Their very words.
    Worded,
    /// Their sources are known to be what the heading calls them.
    Called,
    /// A source gives a toll.
    Counts,
}

impl List {
    /// Its name in a store.
    pub fn as_str(self) -> &'static str {
        match self {
            List::Voice(voice) => voice.as_str(),
            List::Worded => "worded",
            List::Called => "called",
            List::Counts => "counts",
        }
    }
}

/// A material change of a report that no notice spoke of yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undeclared {
    /// The change's id.
    pub id: String,
    /// What happened.
    pub kind: ChangeKind,
    /// What stood there.
    pub before: String,
    /// What stands there.
    pub after: String,
}

/// What was kept of a story when it was last followed. Answers must be what [`Memory`] gave, all runs taken together.
pub trait Past {
    /// How many threads the story has.
    fn threads(&self) -> usize;
    /// The thread of this number.
    fn thread(&self, number: usize) -> Option<ThreadState>;
    /// Threads listed under a heading, oldest first.
    fn listed(&self, under: &Heading) -> Vec<usize>;
    /// How many listings of the story have this stem.
    fn held_by(&self, stem: &str) -> u32;
    /// The newest thread that began as this "topic/state".
    fn of_status(&self, status: &str) -> Option<usize>;
    /// The thread of the claims that were merged into this group by a decision.
    fn of_group(&self, group: usize) -> Option<usize>;
    /// Threads that answer this one.
    fn answering(&self, thread: usize) -> Vec<usize>;
    /// Some version of the report has a claim of the thread.
    fn was_in(&self, report: ReportKey, thread: usize) -> bool;
    /// The newest `most` material changes of the report that no notice spoke of, oldest first.
    fn undeclared(&self, report: ReportKey, most: usize) -> Vec<Undeclared>;
}

/// The past of a story that is followed from its beginning.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoPast;

impl Past for NoPast {
    fn threads(&self) -> usize {
        0
    }
    fn thread(&self, _: usize) -> Option<ThreadState> {
        None
    }
    fn listed(&self, _: &Heading) -> Vec<usize> {
        Vec::new()
    }
    fn held_by(&self, _: &str) -> u32 {
        0
    }
    fn of_status(&self, _: &str) -> Option<usize> {
        None
    }
    fn of_group(&self, _: usize) -> Option<usize> {
        None
    }
    fn answering(&self, _: usize) -> Vec<usize> {
        Vec::new()
    }
    fn was_in(&self, _: ReportKey, _: usize) -> bool {
        false
    }
    fn undeclared(&self, _: ReportKey, _: usize) -> Vec<Undeclared> {
        Vec::new()
    }
}

/// What a run adds to the past; every list is in a fixed order and holds only what began or changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// Threads, by number.
    pub threads: Vec<ThreadState>,
    /// What is listed under each heading.
    pub listed: Vec<(Heading, Vec<usize>)>,
    /// How many listings have each stem.
    pub held_by: Vec<(String, u32)>,
}
