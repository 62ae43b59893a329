//! Follows the claims of a story through its stored snapshots: from the beginning, or from where it was followed last.
//!
//! What a story gives is a function of its snapshots in the order of their times and of the decisions that stand. How many imports
//! it took to store them makes no difference: a version that comes after all others is followed by itself, going on with what is
//! stored; one that takes its place before another makes the story be followed again.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::diff;
use crate::model::{Claim, Ruling};
use crate::store::{
    FollowedThread, ReportId, SnapshotId, SnapshotInfo, StoreError, StoredChange, StoryMemory, Subject, Thread, ThreadHeading,
    ThreadMember, Tracking, Writer,
};
use crate::text::{CharSpan, Document};
use crate::track;

/// How far a long piece of work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done, e.g. "reading claims".
    pub doing: &'static str,
    /// Pieces done.
    pub done: usize,
    /// Pieces in all.
    pub of: usize,
}

/// Follows `story` from its beginning and stores what that gives in place of what was stored.
pub(crate) fn whole(writer: &mut Writer<'_>, story: &str, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    let snapshots = in_order(writer.snapshots(Some(story))?);
    let last = snapshots.last().map(|info| info.id);
    let found = {
        let ruled = Ruled::read(writer, story)?;
        let mut follower = Follower::new(writer, track::Tracker::going_on(&track::NoPast, ruled.rulings), ruled.rejected);
        follower.all(&snapshots, progress)?;
        follower.finish(last)
    };
    writer.put_tracking(story, &found)
}

/// Follows `new` snapshots of `story`: by themselves where they come after all that was followed, else with the whole story.
pub(crate) fn more(
    writer: &mut Writer<'_>,
    story: &str,
    new: Vec<SnapshotInfo>,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoreError> {
    let new = in_order(new);
    let before = match writer.memory(story)?.followed()? {
        Some(last) => writer.snapshot(last)?,
        None => return whole(writer, story, progress),
    };
    if new.first().is_some_and(|first| order(first) < order(&before)) {
        return whole(writer, story, progress);
    }
    let found = {
        let ruled = Ruled::read(writer, story)?;
        let past = StoredPast::new(writer.memory(story)?, ruled.groups);
        let mut follower = Follower::new(writer, track::Tracker::going_on(&past, ruled.rulings), ruled.rejected);
        follower.all(&new, progress)?;
        let found = follower.finish(new.last().map(|info| info.id));
        past.failed.into_inner().map_or(Ok(found), Err)?
    };
    writer.add_tracking(story, &found)
}

/// Follows the stories again that hold the snapshot with this hash, after something was ruled on a claim in it.
pub(crate) fn again(writer: &mut Writer<'_>, sha256: &str) -> Result<(), StoreError> {
    let mut stories: Vec<String> = writer.with_hash(sha256)?.into_iter().map(|info| info.story).collect();
    stories.dedup();
    stories.iter().try_for_each(|story| whole(writer, story, &mut |_| {}))
}

/// The order in which a story's snapshots are followed: by their times, those without one last, in the order in which they were stored.
fn order(info: &SnapshotInfo) -> (bool, Option<i64>, Option<SnapshotId>, &str, &str, u32) {
    let seen_at = info.seen_at();
    (seen_at.is_none(), seen_at, seen_at.is_none().then_some(info.id), &info.outlet, &info.report, info.ordinal)
}

fn in_order(mut snapshots: Vec<SnapshotInfo>) -> Vec<SnapshotInfo> {
    snapshots.sort_by(|left, right| order(left).cmp(&order(right)));
    snapshots
}

/// One run over some snapshots of a story.
struct Follower<'w, 's, 'p> {
    writer: &'w Writer<'s>,
    tracker: track::Tracker<'p>,
    rejected: Vec<String>,
    /// The last snapshot of each report of this run, with its text.
    last: FxHashMap<ReportId, (SnapshotId, String)>,
    found: Tracking,
}

impl<'w, 's, 'p> Follower<'w, 's, 'p> {
    fn new(writer: &'w Writer<'s>, tracker: track::Tracker<'p>, rejected: Vec<String>) -> Self {
        Follower { writer, tracker, rejected, last: FxHashMap::default(), found: Tracking::default() }
    }

    fn all(&mut self, snapshots: &[SnapshotInfo], progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
        for (index, info) in snapshots.iter().enumerate() {
            progress(Progress { doing: "following claims", done: index, of: snapshots.len() });
            self.one(info)?;
        }
        Ok(())
    }

    fn one(&mut self, info: &SnapshotInfo) -> Result<(), StoreError> {
        let text = self.writer.text(info.id)?;
        let document = Document::new(&text);
        let before = match self.last.remove(&info.report_id) {
            Some(before) => Some(before),
            None => self.stored_before(info)?,
        };
        let compared = before.as_ref().map(|(_, before)| Compared::new(before, &document));
        let delta = self.tracker.push(&track::Version {
            report: info.report_id.0,
            key: &info.key(),
            document: &document,
            findings: &self.writer.findings(info.id)?,
            prior: compared.as_ref().map(Compared::prior),
            note: info.note.as_deref(),
        });
        self.found.members.extend(delta.links.into_iter().map(|link| member(link, info.id)));
        self.found.owned.extend(delta.owned.into_iter().map(|change| (change, info.id)));
        if let Some(from) = before.as_ref().map(|(before, _)| *before) {
            self.found.changes.extend(delta.changes.into_iter().map(|change| StoredChange { from, to: info.id, change }));
        }
        self.last.insert(info.report_id, (info.id, text));
        Ok(())
    }

    /// The version before, where an earlier run followed it; the tracker has read it again then.
    fn stored_before(&mut self, info: &SnapshotInfo) -> Result<Option<(SnapshotId, String)>, StoreError> {
        let Some(before) = self.writer.version(info.report_id, info.ordinal.saturating_sub(1))? else { return Ok(None) };
        let text = self.writer.text(before.id)?;
        let threads = self.writer.memory(&info.story)?.threads_of(before.id)?.into_iter().collect();
        let version = track::Version {
            report: info.report_id.0,
            key: &before.key(),
            document: &Document::new(&text),
            findings: &self.writer.findings(before.id)?,
            prior: None,
            note: before.note.as_deref(),
        };
        self.tracker.resume(&version, &threads);
        Ok(Some((before.id, text)))
    }

    fn finish(self, last: Option<SnapshotId>) -> Tracking {
        let memory = self.tracker.finish();
        let rejected = &self.rejected;
        let heading = |(heading, listed): (track::Heading, Vec<usize>)| ThreadHeading {
            source: heading.source,
            voice: heading.voice.to_owned(),
            stem: heading.stem,
            listed,
        };
        Tracking {
            threads: memory.threads.into_iter().map(|thread| kept(thread, rejected)).collect(),
            headings: memory.listed.into_iter().map(heading).collect(),
            stems: memory.held_by,
            last,
            ..self.found
        }
    }
}

fn member(link: track::ThreadMember, snapshot: SnapshotId) -> ThreadMember {
    ThreadMember { thread: link.thread, snapshot, claim: link.claim, score: link.score, reason: link.reason, evidence: CharSpan::default() }
}

/// A thread as it is stored.
fn kept(thread: track::Thread, rejected: &[String]) -> FollowedThread {
    FollowedThread {
        position: thread.number,
        answers: thread.answers.as_ref().map(|answered| answered.number),
        rejected: rejected.contains(&thread.id),
        status: thread.status,
        ever_accused: thread.ever_accused,
        // Lists of words: nothing in them can fail to be written.
        wordings: serde_json::to_string(&thread.wordings).unwrap_or_else(|_| "[]".to_owned()),
        thread: Thread {
            id: thread.id,
            family: thread.act.family(),
            act: thread.act,
            source_name: thread.source_name,
            target_name: thread.target_name,
            wording: thread.label,
            answers: thread.answers.map(|answered| answered.id),
        },
    }
}

/// The version before of a report against the one that follows it.
struct Compared<'t> {
    document: Document<'t>,
    comparison: diff::Comparison,
    facts: Vec<diff::Fact>,
}

impl<'t> Compared<'t> {
    fn new(before: &'t str, after: &Document<'_>) -> Self {
        let document = Document::new(before);
        let comparison = diff::compare(&document, after);
        let facts = diff::facts(&document, after, &comparison);
        Compared { document, comparison, facts }
    }

    fn prior(&self) -> track::Prior<'_> {
        track::Prior { document: &self.document, comparison: &self.comparison, facts: &self.facts }
    }
}

/// What the store keeps of a story, as the tracker asks for it. The tracker cannot fail, so the first error waits here.
struct StoredPast<'s> {
    memory: StoryMemory<'s>,
    /// Of each group of merged claims, its claims.
    groups: Vec<(usize, SnapshotId, String)>,
    held_by: RefCell<FxHashMap<String, u32>>,
    failed: RefCell<Option<StoreError>>,
}

impl<'s> StoredPast<'s> {
    fn new(memory: StoryMemory<'s>, groups: Vec<(usize, SnapshotId, String)>) -> Self {
        StoredPast { memory, groups, held_by: RefCell::default(), failed: RefCell::default() }
    }

    fn or_nothing<T: Default>(&self, result: Result<T, StoreError>) -> T {
        result.unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            T::default()
        })
    }
}

impl track::Past for StoredPast<'_> {
    fn threads(&self) -> usize {
        self.or_nothing(self.memory.threads())
    }

    fn thread(&self, number: usize) -> Option<track::Thread> {
        let kept = self.or_nothing(self.memory.thread(number))?;
        let answers = kept.answers.zip(kept.thread.answers);
        Some(track::Thread {
            number,
            id: kept.thread.id,
            act: kept.thread.act,
            source_name: kept.thread.source_name,
            target_name: kept.thread.target_name,
            label: kept.thread.wording,
            answers: answers.map(|(number, id)| track::Answered { number, id }),
            status: kept.status,
            ever_accused: kept.ever_accused,
            wordings: serde_json::from_str(&kept.wordings).unwrap_or_default(),
        })
    }

    fn listed(&self, under: &track::Heading) -> Vec<usize> {
        self.or_nothing(self.memory.listed(&under.source, under.voice, &under.stem))
    }

    fn held_by(&self, stem: &str) -> u32 {
        if let Some(held_by) = self.held_by.borrow().get(stem) {
            return *held_by;
        }
        let held_by = self.or_nothing(self.memory.held_by(stem));
        self.held_by.borrow_mut().insert(stem.to_owned(), held_by);
        held_by
    }

    fn of_status(&self, status: &str) -> Option<usize> {
        self.or_nothing(self.memory.of_status(status))
    }

    fn of_group(&self, group: usize) -> Option<usize> {
        let thread = |(_, snapshot, claim): &(usize, SnapshotId, String)| {
            let threads = self.or_nothing(self.memory.threads_of(*snapshot));
            threads.into_iter().find(|(member, _)| member == claim).map(|(_, thread)| thread)
        };
        self.groups.iter().filter(|(of, ..)| *of == group).find_map(thread)
    }

    fn answering(&self, thread: usize) -> Vec<usize> {
        self.or_nothing(self.memory.answering(thread))
    }

    fn was_in(&self, report: track::ReportKey, thread: usize) -> bool {
        self.or_nothing(self.memory.was_in(ReportId(report), thread))
    }

    fn undeclared(&self, report: track::ReportKey, most: usize) -> Vec<track::Undeclared> {
        let stored = self.or_nothing(self.memory.undeclared(ReportId(report), most));
        let undeclared = |change: crate::model::Change| track::Undeclared {
            id: change.id,
            kind: change.kind,
            before: change.before,
            after: change.after,
        };
        stored.into_iter().map(|stored| undeclared(stored.change)).collect()
    }
}

/// The decisions that stand, as far as they bear on how a story is followed.
#[derive(Default)]
struct Ruled {
    rulings: track::Rulings,
    /// Threads that were rejected as a whole.
    rejected: Vec<String>,
    /// Claims of each group that was merged.
    groups: Vec<(usize, SnapshotId, String)>,
}

/// A claim on which something was ruled.
struct RuledOn {
    claim: Claim,
    snapshot: SnapshotId,
    text: String,
}

impl Ruled {
    /// Reads the decisions in the order in which they were made.
    fn read(writer: &Writer<'_>, story: &str) -> Result<Ruled, StoreError> {
        let mut out = Ruled::default();
        let mut merged: Vec<RuledOn> = Vec::new();
        for decision in writer.decisions()?.into_iter().filter(|decision| decision.stands) {
            let made = &decision.made;
            let Some(on) = ruled_on(writer, story, &made.subject)? else { continue };
            match (made.ruling, &made.detail) {
                (Ruling::Reject, _) if made.subject.kind == "thread" => out.rejected.push(track::thread_id(&on.claim.id)),
                (Ruling::Reject, _) => out.rulings.reject(&on.claim, &on.text),
                (Ruling::Split, _) => out.rulings.split(&on.claim, &on.text),
                (Ruling::Relabel, Some(act)) => {
                    if let Ok(act) = act.parse() {
                        out.rulings.relabel(&on.claim, &on.text, act);
                    }
                }
                (Ruling::Merge, Some(row)) => {
                    if let Some(other) = named(writer, story, row)? {
                        out.rulings.merge((&on.claim, &on.text), (&other.claim, &other.text));
                        merged.extend([on, other]);
                    }
                }
                _ => {}
            }
        }
        let group = |on: RuledOn| out.rulings.group_of(&on.claim, &on.text).map(|group| (group, on.snapshot, on.claim.id));
        out.groups = merged.into_iter().filter_map(group).collect();
        Ok(out)
    }
}

/// The claim that a decision points at, with its text: for a thread the claim that began it.
fn ruled_on(writer: &Writer<'_>, story: &str, subject: &Subject) -> Result<Option<RuledOn>, StoreError> {
    if !matches!(subject.kind.as_str(), "claim" | "thread") {
        return Ok(None);
    }
    for info in writer.with_hash(&subject.sha256)?.into_iter().filter(|info| info.story == story) {
        let at_place: Vec<Claim> =
            writer.findings(info.id)?.claims.into_iter().filter(|claim| claim.evidence.span == subject.span).collect();
        let same = at_place.iter().position(|claim| is_row(claim, &subject.row));
        // Another version of the program may have given the row another id: its place is what counts.
        if let Some(claim) = at_place.into_iter().nth(same.unwrap_or(0)) {
            return Ok(Some(RuledOn { claim, snapshot: info.id, text: writer.text(info.id)? }));
        }
    }
    Ok(None)
}

/// The claim of that id, or that began the thread of that id.
fn named(writer: &Writer<'_>, story: &str, row: &str) -> Result<Option<RuledOn>, StoreError> {
    for info in writer.snapshots(Some(story))? {
        if let Some(claim) = writer.findings(info.id)?.claims.into_iter().find(|claim| is_row(claim, row)) {
            return Ok(Some(RuledOn { claim, snapshot: info.id, text: writer.text(info.id)? }));
        }
    }
    Ok(None)
}

fn is_row(claim: &Claim, row: &str) -> bool {
    claim.id == row || track::thread_id(&claim.id) == row
}
