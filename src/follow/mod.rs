//! Follows the claims of a story through its stored snapshots: from the beginning, or from where it was followed last.
//!
//! What a story gives is a function of its snapshots in the order of their times and of the decisions that stand. How many imports
//! it took to store them makes no difference: a version that comes after all others is followed by itself, going on with what is
//! stored; one that takes its place before another makes the story be followed again.

mod past;
mod pointed;
mod ruled;

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use past::StoredPast;
pub use ruled::Fate;
pub(crate) use ruled::{Row, Ruled};

use crate::diff;
use crate::lexicon::actors::World;
use crate::model::Findings;
use crate::store::{
    FollowedThread, NewMember, ReportId, SnapshotId, SnapshotInfo, StoreError, StoredChange, Thread, ThreadHeading, Tracking, Writer,
};
use crate::text::{Document, Parts};
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

/// A snapshot's text with its parts.
pub(crate) struct ReadText {
    pub(crate) text: String,
    pub(crate) parts: Parts,
}

impl ReadText {
    fn new(text: String) -> ReadText {
        let parts = Document::new(&text).into();
        ReadText { text, parts }
    }
}

/// What was read and found in snapshots just now, as much as memory allows, so that following them need not do it again.
#[derive(Default)]
pub(crate) struct AtHand {
    found: FxHashMap<SnapshotId, (ReadText, Findings)>,
    claims: usize,
    bytes: usize,
}

/// Claims that are kept at hand: some tens of megabytes.
const CLAIMS: usize = 30_000;
/// Bytes of the texts that are kept at hand, whose parts take some times as much.
const BYTES: usize = 1 << 23;

impl AtHand {
    /// Keeps what was read and found in a snapshot, where there is room.
    pub(crate) fn keep(&mut self, snapshot: SnapshotId, read: ReadText, found: Findings) {
        let (claims, bytes) = (self.claims + found.claims.len(), self.bytes + read.text.len());
        if claims <= CLAIMS && bytes <= BYTES {
            (self.claims, self.bytes) = (claims, bytes);
            self.found.insert(snapshot, (read, found));
        }
    }

    fn take(&mut self, writer: &Writer<'_>, snapshot: SnapshotId) -> Result<(ReadText, Findings), StoreError> {
        match self.found.remove(&snapshot) {
            Some((read, found)) => {
                self.claims -= found.claims.len();
                self.bytes -= read.text.len();
                Ok((read, found))
            }
            None => Ok((ReadText::new(writer.text(snapshot)?), writer.findings(snapshot)?)),
        }
    }
}

/// How often a story is followed at most to find the threads that are relabelled as a whole. The second time is needed where another
/// claim began the thread than the one that was ruled on; more only where a thread's new act gives its claims to other threads.
const PASSES: usize = 3;

/// Follows `story` from its beginning and stores what that gives in place of what was stored.
pub(crate) fn whole(
    world: &World,
    writer: &mut Writer<'_>,
    story: &str,
    at_hand: &mut AtHand,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoreError> {
    let snapshots = in_order(writer.snapshots(Some(story))?);
    let last = snapshots.last().map(|info| info.id);
    let ruled = Ruled::read(writer, story, &writer.decisions()?)?;
    let mut asked = ruled.asked(&ruled.begun());
    let mut found = Tracking::default();
    for _ in 0..PASSES {
        let mut follower = Follower::new(world, writer, track::Tracker::going_on(&track::NoPast, asked.rulings));
        follower.all(&snapshots, at_hand, progress)?;
        found = follower.finish(last);
        let acts = asked.acts;
        asked = ruled.asked(&ruled.followed(&found));
        if asked.acts == acts {
            break;
        }
    }
    asked.reject(&mut found);
    writer.put_tracking(story, &found)
}

/// Follows `new` snapshots of `story`: by themselves where they come after all that was followed, else with the whole story.
pub(crate) fn more(
    world: &World,
    writer: &mut Writer<'_>,
    story: &str,
    new: Vec<SnapshotInfo>,
    at_hand: &mut AtHand,
    progress: &mut dyn FnMut(Progress),
) -> Result<(), StoreError> {
    let new = in_order(new);
    let before = match writer.memory(story)?.followed()? {
        Some(last) => writer.snapshot(last)?,
        None => return whole(world, writer, story, at_hand, progress),
    };
    if new.first().is_some_and(|first| first.in_story() < before.in_story()) {
        return whole(world, writer, story, at_hand, progress);
    }
    let ruled = Ruled::read(writer, story, &writer.decisions()?)?;
    if ruled.is_in(&new) {
        // What was ruled in these very bytes holds for the versions before them, too.
        return whole(world, writer, story, at_hand, progress);
    }
    let mut asked = ruled.asked(&ruled.stored(writer, story)?);
    let mut found = {
        let past = StoredPast::new(writer.memory(story)?, std::mem::take(&mut asked.groups));
        let rulings = std::mem::take(&mut asked.rulings);
        let mut follower = Follower::new(world, writer, track::Tracker::going_on(&past, rulings));
        follower.all(&new, at_hand, progress)?;
        let found = follower.finish(new.last().map(|info| info.id));
        past.failed.into_inner().map_or(Ok(found), Err)?
    };
    asked.reject(&mut found);
    writer.add_tracking(story, &found)
}

/// Follows the stories again that hold the snapshot with this hash, after something was ruled on a claim in it.
pub(crate) fn again(world: &World, writer: &mut Writer<'_>, sha256: &str) -> Result<(), StoreError> {
    let stories: BTreeSet<String> = writer.with_hash(sha256)?.into_iter().map(|info| info.story).collect();
    stories.iter().try_for_each(|story| whole(world, writer, story, &mut AtHand::default(), &mut |_| {}))
}

fn in_order(mut snapshots: Vec<SnapshotInfo>) -> Vec<SnapshotInfo> {
    snapshots.sort_by(|left, right| left.in_story().cmp(&right.in_story()));
    snapshots
}

/// One run over some snapshots of a story.
struct Follower<'w, 's, 'p> {
    world: &'w World,
    writer: &'w Writer<'s>,
    tracker: track::Tracker<'p>,
    /// The last snapshot of each report of this run, as it was read.
    last: FxHashMap<ReportId, (SnapshotId, ReadText)>,
    found: Tracking,
}

impl<'w, 's, 'p> Follower<'w, 's, 'p> {
    fn new(world: &'w World, writer: &'w Writer<'s>, tracker: track::Tracker<'p>) -> Self {
        Follower { world, writer, tracker, last: FxHashMap::default(), found: Tracking::default() }
    }

    fn all(&mut self, snapshots: &[SnapshotInfo], at_hand: &mut AtHand, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
        for (index, info) in snapshots.iter().enumerate() {
            progress(Progress { doing: "following claims", done: index, of: snapshots.len() });
            let (read, findings) = at_hand.take(self.writer, info.id)?;
            self.one(info, read, &findings)?;
        }
        Ok(())
    }

    fn one(&mut self, info: &SnapshotInfo, ReadText { text, parts }: ReadText, findings: &Findings) -> Result<(), StoreError> {
        let document = parts.of(&text);
        let before = match self.last.remove(&info.report_id) {
            Some(before) => Some(before),
            None => self.stored_before(info, &document)?,
        };
        let (from, before) = before.unzip();
        let (before, its_parts) = before.map(|ReadText { text, parts }| (text, parts)).unzip();
        let compared = before.as_deref().zip(its_parts).map(|(text, parts)| Compared::new(self.world, parts.of(text), &document));
        let delta = self.tracker.push(&track::Version {
            report: info.report_id.0,
            key: &info.key(),
            document: &document,
            findings,
            prior: compared.as_ref().map(Compared::prior),
            note: info.note.as_deref(),
        });
        self.found.members.extend(delta.links.into_iter().map(|link| member(link, info.id)));
        self.found.owned.extend(delta.owned.into_iter().map(|change| (change, info.id)));
        if let Some(from) = from {
            self.found.changes.extend(delta.changes.into_iter().map(|change| StoredChange { from, to: info.id, change, owned_in: None }));
        }
        let parts = document.into();
        self.last.insert(info.report_id, (info.id, ReadText { text, parts }));
        Ok(())
    }

    /// The version before `after`, where an earlier run followed it; the tracker has read it again then.
    fn stored_before(&mut self, info: &SnapshotInfo, after: &Document<'_>) -> Result<Option<(SnapshotId, ReadText)>, StoreError> {
        let Some(before) = self.writer.version(info.report_id, info.ordinal.saturating_sub(1))? else { return Ok(None) };
        let text = self.writer.text(before.id)?;
        let document = Document::beside(&text, after);
        let threads = self.writer.memory(&info.story)?.threads_of(before.id)?.into_iter().collect();
        let version = track::Version {
            report: info.report_id.0,
            key: &before.key(),
            document: &document,
            findings: &self.writer.findings(before.id)?,
            prior: None,
            note: before.note.as_deref(),
        };
        self.tracker.resume(&version, &threads);
        let parts = document.into();
        Ok(Some((before.id, ReadText { text, parts })))
    }

    fn finish(self, last: Option<SnapshotId>) -> Tracking {
        let memory = self.tracker.finish();
        let heading = |(heading, listed): (track::Heading, Vec<usize>)| ThreadHeading {
            source: heading.source,
            voice: heading.list.as_str().to_owned(),
            stem: heading.stem,
            listed,
        };
        Tracking {
            threads: memory.threads.into_iter().map(kept).collect(),
            headings: memory.listed.into_iter().map(heading).collect(),
            stems: memory.held_by,
            last,
            ..self.found
        }
    }
}

fn member(link: track::Membership, snapshot: SnapshotId) -> NewMember {
    NewMember { thread: link.thread, snapshot, claim: link.claim, score: link.score, reason: link.reason }
}

/// A thread as it is stored, as though no decision rejected it.
fn kept(thread: track::ThreadState) -> FollowedThread {
    FollowedThread {
        position: thread.number,
        answers: thread.answers.as_ref().map(|answered| answered.number),
        rejected: false,
        status: thread.status,
        ever_accused: thread.ever_accused,
        wordings: thread.wordings,
        thread: Thread {
            id: thread.id,
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
    fn new(world: &World, document: Document<'t>, after: &Document<'_>) -> Self {
        let comparison = diff::compare(&document, after);
        let facts = diff::facts_with(world, &document, after, &comparison);
        Compared { document, comparison, facts }
    }

    fn prior(&self) -> track::Prior<'_> {
        track::Prior { document: &self.document, comparison: &self.comparison, facts: &self.facts }
    }
}
