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
//! Reading order: `read` → `pair` → `thread` → `change` → `notice`, as a version goes through them; `rulings` bears on all, `outlets` stands
//! apart. Each folder's `mod.rs` lists its files in the order in which they are to be read.

// What is kept of a version?
mod read;

// Which claim of the version before is it?
mod pair;

// Which thread of the story is it, and what does that answer?
mod thread;

// What happened between two versions?
mod change;

// Did the publisher own up to it?
mod notice;

// What did people rule?
mod rulings;

// What do outlets say beside each other, and how did figures go through time?
mod outlets;

// What are rows called?
mod ids;

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

pub use outlets::{
    Agreement, Carried, FigurePoint, FigureSeries, OutletFindings, PastEvents, Proposition, SeriesPoint, Step, compare_outlets,
    figure_series, is_harm, is_toll,
};
pub use rulings::{Rulings, Words};
pub use thread::memory::{Answered, Heading, Memory, NoPast, Past, Thread, Undeclared, Wording};

use crate::diff::{Comparison, Fact};
use crate::model::{Change, Findings};
use crate::text::Document;
use pair::{tallies, threaded};
use read::features::{self, Said};
use read::words::{Page, Reader};
use read::{figures, statuses};

/// Which report a version belongs to: any number that the caller keeps for it, the same in every run.
pub type ReportKey = i64;

/// One version of one report, as the tracker reads it.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// Which report.
    pub report: ReportKey,
    /// What makes the ids of rows that are about the version as a whole: different for every version of the story.
    pub key: &'a str,
    /// Its text and parts.
    pub document: &'a Document<'a>,
    /// What was found in it; claim ids are unique in the story.
    pub findings: &'a Findings,
    /// The version before of the same report; `None` for a first version. Without it claims are paired by their words alone.
    pub prior: Option<Prior<'a>>,
    /// The publisher's change note that came beside the text.
    pub note: Option<&'a str>,
}

/// The version before of a report, as far as it has to be read again.
#[derive(Clone, Copy)]
pub struct Prior<'a> {
    /// Its text and parts.
    pub document: &'a Document<'a>,
    /// How it and the version belong together.
    pub comparison: &'a Comparison,
    /// The facts that changed between them.
    pub facts: &'a [Fact],
}

/// A claim and the thread that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct ThreadMember {
    /// The thread.
    pub thread: String,
    /// The claim.
    pub claim: String,
    /// How alike it is to what the thread held, 0 to 1; 1 for the claim that began it.
    pub score: f64,
    /// Why it belongs there.
    pub reason: String,
}

/// What one version brought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionDelta {
    /// Against the version before of the same report; empty for a first version.
    pub changes: Vec<Change>,
    /// One for each claim that was not rejected, in the order of the claims.
    pub links: Vec<ThreadMember>,
    /// Ids of earlier changes of the report to which a notice of this version owns up.
    pub owned: Vec<String>,
}

/// What is kept of the last version of a report.
#[derive(Default)]
struct Reported {
    page: Rc<Page>,
    said: Vec<Said>,
    figures: Vec<figures::Counted>,
    leads: Vec<statuses::Lead>,
    notices: FxHashSet<String>,
    /// Threads present in any version of this run so far.
    ever: FxHashSet<usize>,
    /// Material changes of this run that no notice owned up to yet.
    pending: Vec<notice::Pending>,
    /// Earlier ones that a notice of this run owned up to.
    owned: FxHashSet<String>,
}

/// The id of the thread that begins with the claim of this id.
pub fn thread_id(claim: &str) -> String {
    ids::id('t', &[claim])
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
    pub fn going_on(past: &'p dyn Past, rulings: Rulings) -> Self {
        Tracker { reports: FxHashMap::default(), threads: thread::Index::new(past), rulings, reader: Reader::default() }
    }

    /// Reads again the last version of a report that the past has; `threads` are the numbers of the threads of its claims, by claim.
    pub fn resume(&mut self, version: &Version<'_>, threads: &FxHashMap<String, usize>) {
        let mut last = self.read(version);
        last.said.retain_mut(|said| match threads.get(&said.id) {
            Some(thread) => {
                said.thread = Some(*thread);
                true
            }
            None => false,
        });
        self.threads.go_on(&mut last.said, &self.rulings);
        last.ever.extend(last.said.iter().filter_map(|said| said.thread));
        self.reports.insert(version.report, last);
    }

    /// What tracking keeps of a version, its claims without threads as yet.
    fn read(&self, version: &Version<'_>) -> Reported {
        let (findings, placements) = self.rulings.on(version);
        let version = &Version { findings: &findings, ..*version };
        let page = Rc::new(self.reader.page(version.document));
        Reported {
            said: features::read(version, &placements, &page),
            figures: figures::read(version, &page),
            leads: statuses::leads(version),
            notices: notice::read(version),
            page,
            ..Reported::default()
        }
    }

    /// Takes the next version of the story and says what it brought.
    pub fn push(&mut self, version: &Version<'_>) -> VersionDelta {
        let before = self.reports.remove(&version.report);
        let mut after = self.read(version);
        let mut pairs = match &before {
            Some(before) => pair::pair(&before.said, &after.said, version.prior.map(|prior| prior.comparison)),
            None => Vec::new(),
        };
        if let Some(before) = &before {
            tallies::pair(before, &after, &mut pairs);
            rulings::part(&before.said, &after.said, &mut pairs);
        }
        let links = self.threads.assign(before.as_ref().map_or(&[], |before| &before.said), &mut after.said, &pairs, &self.rulings);
        if let Some(before) = &before {
            threaded::pair(&before.said, &after.said, &mut pairs);
            rulings::join(&before.said, &after.said, &mut pairs);
        }
        let (changes, owned) = match before {
            Some(before) => {
                let tools = change::Tools { threads: &self.threads, reader: &self.reader };
                change::between(before, &mut after, &pairs, tools, version)
            }
            None => Default::default(),
        };
        after.ever.extend(after.said.iter().filter_map(|said| said.thread));
        self.reports.insert(version.report, after);
        VersionDelta { changes, links, owned }
    }

    /// What this run adds to what is kept of the story.
    pub fn finish(self) -> Memory {
        self.threads.finish()
    }
}
