//! Claims followed through versions and outlets: threads, changes, answers, notices.
//!
//! A [`Tracker`] is a state machine: the versions of a story go in one by one, in the order in which they appeared, all reports
//! mixed; out of every push come the changes against the version before of the same report and the threads that the version's
//! claims belong to. What it gives is a function of that sequence and of nothing else.
//!
//! # What makes two claims one
//!
//! Within a report, the same passage in the same mouth (`pair`): the alignment of sentences is the prior, shared words decide.
//! Across reports, the same source, the same voice and enough rare words in common (`thread`). The outlet's own word on a tracked
//! topic is one thread for each state, over all outlets. Acts that assert (state, confirm, warn, expect, accuse, condemn, welcome)
//! share a voice, so that "accused" that becomes "suggested" stays one thread and is told as softened.
//!
//! # What it costs
//!
//! A push costs its own claims and those of the version before. Candidates from the story come through an index of source, voice and
//! stem whose lists are capped, so the cost does not grow with the number of versions. No text is kept, only the words of the
//! last version of each report. A tracker that goes on with a stored story reads of it only what the new version
//! asks for (`thread::memory`).
//!
//! Known failures: a claim reworded from its first word to its last in another outlet begins a thread of its own; two claims of one
//! source with the same words about different days are one thread.
//!
//! Reading order: `read` → `wording` → `pair` → `thread` → `notice` → `change`; each knows the ones before it and none after. `rulings`
//! bears on all, `outlets` stands apart. Each folder's `mod.rs` lists its files in the order in which they are to be read.

// What goes in?
mod version;

// What did people rule?
mod rulings;

// What is kept of a version?
mod read;

// What differs between two wordings of one claim?
mod wording;

// Which claim of the version before is it?
mod pair;

// Which thread of the story is it, and what does that answer?
mod thread;

// Did the publisher own up to it?
mod notice;

// What happened between two versions?
mod change;

// What do outlets say beside each other, and how did figures go through time?
mod outlets;

// What are rows called?
mod ids;

use rustc_hash::FxHashMap;

pub use outlets::{
    Agreement, Carried, FigurePoint, FigureSeries, Given, GivenClaim, OutletFinding, OutletVersion, Proposition, SeriesPoint, Step,
    compare_outlets, figure_series, outlet_findings,
};
pub(crate) use outlets::{PastEvents, is_harm, is_toll};
pub(crate) use rulings::{ClaimWords, Rulings};
pub use thread::memory::{Answered, ThreadState};
pub(crate) use thread::memory::{Heading, Memory, NoPast, Past, Undeclared};
pub use thread::{Membership, thread_id};
pub use version::{Prior, ReportKey, Version};

use crate::model::Change;
use change::Reported;
use pair::{ruled, tallies, threaded};
use read::Reading;
use read::words::Reader;

/// What one version brought.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct VersionDelta {
    /// Against the version before of the same report; empty for a first version.
    pub changes: Vec<Change>,
    /// One for each claim that was not rejected, in the order of the claims.
    pub links: Vec<Membership>,
    /// Ids of earlier changes of the report to which a notice of this version owns up.
    pub owned: Vec<String>,
}

/// Follows the claims of one story.
#[derive(Default)]
pub struct Tracker<'p> {
    reports: FxHashMap<ReportKey, Reported>,
    threads: thread::Index<'p>,
    rulings: Rulings,
    reader: Reader,
}

impl<'p> Tracker<'p> {
    /// A tracker that has seen nothing.
    pub fn new() -> Self {
        Tracker::default()
    }

    /// A tracker that goes on where `past` ends and heeds what people ruled.
    pub(crate) fn going_on(past: &'p dyn Past, rulings: Rulings) -> Self {
        Tracker { reports: FxHashMap::default(), threads: thread::Index::new(past), rulings, reader: Reader::default() }
    }

    /// Reads again the last version of a report that the past has; `threads` are the numbers of the threads of its claims, by claim.
    pub(crate) fn resume(&mut self, version: &Version<'_>, threads: &FxHashMap<String, usize>) {
        let mut report = self.read(version, None);
        let last = &mut report.last;
        last.said.retain_mut(|said| match threads.get(&said.id) {
            Some(thread) => {
                said.thread = Some(*thread);
                true
            }
            None => false,
        });
        self.threads.go_on(&mut last.said, &self.rulings);
        report.ever.extend(report.last.threads());
        self.reports.insert(version.report, report);
    }

    fn read(&self, version: &Version<'_>, last: Option<&Reading>) -> Reported {
        Reported { last: Reading::of(version, last, &self.rulings, &self.reader), notices: notice::read(version), ..Reported::default() }
    }

    /// Takes the next version of the story and says what it brought.
    pub fn push(&mut self, version: &Version<'_>) -> VersionDelta {
        let before = self.reports.remove(&version.report);
        let last = before.as_ref().map(|before| &before.last);
        let mut after = self.read(version, last);
        let mut pairs = Vec::new();
        if let Some(last) = last {
            pairs = pair::pair(&last.said, &after.last.said, version.prior.map(|prior| prior.comparison));
            tallies::pair(last, &after.last, &mut pairs);
            ruled::part(&last.said, &after.last.said, &mut pairs);
        }
        let links = self.threads.assign(last.map_or(&[], |last| &last.said), &mut after.last.said, &pairs, &self.rulings);
        if let Some(last) = last {
            ruled::join(&last.said, &after.last.said, &mut pairs);
            threaded::pair(&last.said, &after.last.said, &mut pairs);
        }
        let (changes, owned) = match before {
            Some(before) => {
                let tools = change::Tools { threads: &self.threads, key: version.key };
                change::between(before, &mut after, &pairs, tools, version)
            }
            None => Default::default(),
        };
        after.ever.extend(after.last.threads());
        self.reports.insert(version.report, after);
        VersionDelta { changes, links, owned }
    }

    /// The threads that this run began or changed, in the order in which they began.
    pub fn threads(&self) -> impl Iterator<Item = &ThreadState> {
        self.threads.touched()
    }

    /// What this run adds to what is kept of the story.
    pub(crate) fn finish(self) -> Memory {
        self.threads.finish()
    }
}
