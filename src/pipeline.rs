//! The only place where the layers meet: bytes → snapshots → findings → threads and changes, and the same again for `rebuild`.
//!
//! Findings are a function of one text; tracking is a function of a story's snapshots in the order of their times. Neither reads a
//! clock, so a fresh import, a second import and a rebuild store the same rows.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use crate::ingest;
use crate::lexicon;
pub use crate::lexicon::knowledge::{Knowledge, KnowledgeError};
use crate::model::{Capture, Claim, Findings, Located, Ruling};
use crate::store::{
    Added, Damage, Place, SnapshotId, SnapshotInfo, Store, StoreError, StoredChange, Subject, Thread, ThreadMember, Tracking, Writer,
};
use crate::text::{CharIndex, CharSpan, Document};
use crate::{actors, claims, diff, track};

/// Everything that sayso finds in one text, its places in scalar values. `key` makes the ids unique: use one for each text.
pub fn findings(key: &str, text: &str) -> Findings {
    findings_with(&Knowledge::builtin(), key, text)
}

/// The same, with the actors and topics that a user gave.
pub fn findings_with(knowledge: &Knowledge, key: &str, text: &str) -> Findings {
    let document = Document::new(text);
    let mut found = claims::extract_with(&knowledge.topics, &document);
    actors::resolve_with(&knowledge.world, &document, &mut found);
    let mut found = found.located(&CharIndex::new(text));
    identify(key, &mut found);
    found
}

/// Hex digits of an id after its letter.
const ID_DIGITS: usize = 10;

/// Gives every finding an id made from `key`, its place and what it says, so that the same finding keeps its id when others come or go.
fn identify(key: &str, found: &mut Findings) {
    let mut ids = Ids { key, given: FxHashSet::default() };
    let mut renamed: FxHashMap<String, String> = FxHashMap::default();
    for claim in &mut found.claims {
        let cue = claim.cue.as_ref().map(|cue| &cue.span);
        let id = ids.unique('c', &format!("{} {:?} {cue:?} {:?}", claim.act, claim.evidence.span, claim.content.span));
        renamed.insert(std::mem::replace(&mut claim.id, id.clone()), id);
    }
    for claim in &mut found.claims {
        claim.answers = claim.answers.take().and_then(|old| renamed.get(&old).cloned());
    }
    for figure in &mut found.figures {
        figure.id = ids.unique('f', &format!("{} {:?} {:?}", figure.what, figure.low, figure.evidence.span));
    }
    for status in &mut found.statuses {
        status.id = ids.unique('s', &format!("{} {} {:?}", status.topic, status.state, status.evidence.span));
    }
}

/// The ids given so far in one text.
struct Ids<'k> {
    key: &'k str,
    given: FxHashSet<String>,
}

impl Ids<'_> {
    fn unique(&mut self, letter: char, what: &str) -> String {
        let mut again = 0;
        loop {
            let id = format!("{letter}{}", &hex(&Sha256::digest(format!("{}\n{what}\n{again}", self.key)))[..ID_DIGITS]);
            if self.given.insert(id.clone()) {
                return id;
            }
            again += 1;
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What derives rows: the program's version and a hash of the data it was built with.
pub static DERIVED_BY: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for (path, content) in lexicon::DATA {
        hash.update(path);
        hash.update(content);
    }
    format!("sayso {} data {}", env!("CARGO_PKG_VERSION"), &hex(&hash.finalize())[..DATA_DIGITS])
});

/// What derives rows with this knowledge: [`DERIVED_BY`] and a hash of what the user added.
pub fn derived_by(knowledge: &Knowledge) -> String {
    match knowledge.added() {
        Some(added) => format!("{} added {added}", *DERIVED_BY),
        None => DERIVED_BY.clone(),
    }
}

/// Hex digits of the data's hash that are shown.
const DATA_DIGITS: usize = 16;

/// What a user said on the command line about files that do not say it themselves.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// The story of all captures; wins over what a file says.
    pub story: Option<String>,
    /// The story of a capture that names none.
    pub fallback: String,
    /// The outlet of a capture that names none.
    pub outlet: Option<String>,
    /// The report of a capture that names none; without it, such captures are versions of one report named after the story.
    pub report: Option<String>,
}

/// The outlet of a capture when nobody says which.
const NO_OUTLET: &str = "unknown outlet";

impl Defaults {
    fn place<'a>(&'a self, capture: &'a Capture) -> Place<'a> {
        let story = self.story.as_deref().or(capture.story.as_deref()).unwrap_or(&self.fallback);
        Place {
            story,
            outlet: capture.outlet.as_deref().or(self.outlet.as_deref()).unwrap_or(NO_OUTLET),
            report: capture.report.as_deref().or(self.report.as_deref()).unwrap_or(story),
        }
    }
}

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

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Snapshots that were not there before.
    pub new: Vec<SnapshotId>,
    /// Captures whose bytes were already stored for the same report.
    pub known: usize,
    /// Stories of all captures given, in order of first mention.
    pub stories: Vec<String>,
}

/// Stores `captures` and what is found in them, all or nothing. `now` is the time of import in UTC seconds.
///
/// # Errors
/// Whatever the store refuses; nothing is stored then.
pub fn import(
    store: &mut Store,
    captures: &[Capture],
    defaults: &Defaults,
    now: i64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, StoreError> {
    import_with(&Knowledge::builtin(), store, captures, defaults, now, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Whatever the store refuses; nothing is stored then.
pub fn import_with(
    knowledge: &Knowledge,
    store: &mut Store,
    captures: &[Capture],
    defaults: &Defaults,
    now: i64,
    progress: &mut dyn FnMut(Progress),
) -> Result<Imported, StoreError> {
    let mut writer = store.writer()?;
    let mut done = Imported::default();
    for (index, capture) in captures.iter().enumerate() {
        progress(Progress { doing: "storing and reading claims", done: index, of: captures.len() });
        let place = defaults.place(capture);
        match writer.add(capture, place, now)? {
            Added::New(id) => {
                let info = writer.snapshot(id)?;
                writer.put_findings(id, &findings_with(knowledge, &key_of(&info), &capture.text))?;
                done.new.push(id);
            }
            Added::Known(_) => done.known += 1,
        }
        if !done.stories.iter().any(|story| story == place.story) {
            done.stories.push(place.story.to_owned());
        }
    }
    for story in writer.touched_stories().to_vec() {
        follow(&mut writer, &story, progress)?;
    }
    if !done.new.is_empty() {
        writer.set_derived_by(&derived_by(knowledge))?;
    }
    writer.commit()?;
    Ok(done)
}

/// What makes the ids of a snapshot's findings: its bytes and its report.
fn key_of(info: &SnapshotInfo) -> String {
    format!("{}\n{}\n{}", info.sha256, info.outlet, info.report)
}

/// Remakes every derived row from the evidence, all or nothing.
///
/// # Errors
/// Whatever the store refuses; the old rows stay then.
pub fn rebuild(store: &mut Store, progress: &mut dyn FnMut(Progress)) -> Result<usize, StoreError> {
    rebuild_with(&Knowledge::builtin(), store, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Whatever the store refuses; the old rows stay then.
pub fn rebuild_with(knowledge: &Knowledge, store: &mut Store, progress: &mut dyn FnMut(Progress)) -> Result<usize, StoreError> {
    let mut writer = store.writer()?;
    writer.clear_derivations()?;
    let snapshots = writer.snapshots(None)?;
    for (index, info) in snapshots.iter().enumerate() {
        progress(Progress { doing: "reading claims", done: index, of: snapshots.len() });
        let text = writer.text(info.id)?;
        writer.put_findings(info.id, &findings_with(knowledge, &key_of(info), &text))?;
    }
    for story in writer.stories()? {
        follow(&mut writer, &story.name, progress)?;
    }
    writer.set_derived_by(&derived_by(knowledge))?;
    writer.commit()?;
    Ok(snapshots.len())
}

/// Re-hashes the evidence and compares the derivations with a rebuild.
///
/// # Errors
/// Where the store cannot be read at all.
pub fn verify(store: &Store, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Damage>, StoreError> {
    verify_with(&Knowledge::builtin(), store, progress)
}

/// The same, with the actors and topics that a user gave.
///
/// # Errors
/// Where the store cannot be read at all.
pub fn verify_with(knowledge: &Knowledge, store: &Store, progress: &mut dyn FnMut(Progress)) -> Result<Vec<Damage>, StoreError> {
    let mut damage = store.verify(&|info, raw| ingest::reread(&info.origin, &info.media_type, raw))?;
    if !damage.is_empty() {
        return Ok(damage);
    }
    let mut remade = store.copy_to_memory()?;
    rebuild_with(knowledge, &mut remade, progress)?;
    for (stored, again) in store.derivations_digest()?.iter().zip(remade.derivations_digest()?) {
        if *stored != again {
            let what = format!("{} rows are stored, a rebuild gives {}, and they are not the same", stored.rows, again.rows);
            damage.push(Damage { kind: "derivation", place: stored.table.to_owned(), what });
        }
    }
    Ok(damage)
}

/// Follows the claims of one story through its snapshots in the order of their times and stores what that gives.
fn follow(writer: &mut Writer<'_>, story: &str, progress: &mut dyn FnMut(Progress)) -> Result<(), StoreError> {
    let mut snapshots = writer.snapshots(Some(story))?;
    snapshots.sort_by(|left, right| {
        let order = |info: &SnapshotInfo| (info.seen_at(), info.outlet.clone(), info.report.clone(), info.ordinal);
        order(left).cmp(&order(right))
    });
    let (rulings, rejected) = rulings(writer, &snapshots)?;
    let mut tracker = track::Tracker::with_rulings(rulings);
    let mut reports = Reports::default();
    let mut found = Tracking::default();
    for (index, info) in snapshots.iter().enumerate() {
        progress(Progress { doing: "following claims", done: index, of: snapshots.len() });
        let text = writer.text(info.id)?;
        let document = Document::new(&text);
        let (report, before) = reports.last_of(info);
        let compared = before.map(|(_, before)| Compared::new(before, &document));
        let delta = tracker.push(&track::Version {
            report,
            ordinal: info.ordinal,
            document: &document,
            findings: &writer.findings(info.id)?,
            prior: compared.as_ref().map(Compared::prior),
            note: info.note.as_deref(),
        });
        found.members.extend(delta.links.into_iter().map(|link| ThreadMember {
            thread: link.thread,
            snapshot: info.id,
            claim: link.claim,
            score: link.score,
            reason: link.reason,
            evidence: CharSpan::default(),
        }));
        if let Some((from, _)) = before {
            let from = *from;
            found.changes.extend(delta.changes.into_iter().map(|change| StoredChange { from, to: info.id, change }));
        }
        reports.keep(report, info.id, text);
    }
    found.threads = tracker.finish().into_iter().map(stored_thread).collect();
    leave_out(&rejected, &mut found);
    writer.put_tracking(story, &found)
}

/// Follows the stories again that hold the snapshot with this hash, after something was ruled on a claim in it.
pub(crate) fn refollow(writer: &mut Writer<'_>, sha256: &str) -> Result<(), StoreError> {
    let mut stories: Vec<String> =
        writer.snapshots(None)?.into_iter().filter(|info| info.sha256 == sha256).map(|info| info.story).collect();
    stories.dedup();
    stories.iter().try_for_each(|story| follow(writer, story, &mut |_| {}))
}

/// Takes whole threads out of what was found, with all that happened to them.
fn leave_out(rejected: &[String], found: &mut Tracking) {
    if rejected.is_empty() {
        return;
    }
    found.threads.retain(|thread| !rejected.contains(&thread.id));
    found.members.retain(|member| !rejected.contains(&member.thread));
    found.changes.retain(|stored| stored.change.thread.as_ref().is_none_or(|thread| !rejected.contains(thread)));
    let answers = found.threads.iter_mut().filter(|thread| thread.answers.as_ref().is_some_and(|asked| rejected.contains(asked)));
    answers.for_each(|thread| thread.answers = None);
}

/// The decisions that stand, as far as they bear on claims of `snapshots`, in the order in which they were made; and the threads that
/// were rejected as a whole.
fn rulings(writer: &Writer<'_>, snapshots: &[SnapshotInfo]) -> Result<(track::Rulings, Vec<String>), StoreError> {
    let mut out = track::Rulings::default();
    let mut rejected = Vec::new();
    for decision in writer.decisions()?.into_iter().filter(|decision| decision.stands) {
        let made = &decision.made;
        let Some((claim, text)) = ruled_on(writer, snapshots, &made.subject)? else { continue };
        match (made.ruling, &made.detail) {
            (Ruling::Reject, _) if made.subject.kind == "thread" => rejected.push(track::thread_id(&claim.id)),
            (Ruling::Reject, _) => out.reject(&claim, &text),
            (Ruling::Split, _) => out.split(&claim, &text),
            (Ruling::Relabel, Some(act)) => {
                if let Ok(act) = act.parse() {
                    out.relabel(&claim, &text, act);
                }
            }
            (Ruling::Merge, Some(row)) => {
                if let Some((other, other_text)) = named(writer, snapshots, row)? {
                    out.merge((&claim, &text), (&other, &other_text));
                }
            }
            _ => {}
        }
    }
    Ok((out, rejected))
}

/// The claim that a decision points at, with its text: for a thread the claim that began it.
fn ruled_on(writer: &Writer<'_>, snapshots: &[SnapshotInfo], subject: &Subject) -> Result<Option<(Claim, String)>, StoreError> {
    if !matches!(subject.kind.as_str(), "claim" | "thread") {
        return Ok(None);
    }
    for info in snapshots.iter().filter(|info| info.sha256 == subject.sha256) {
        let at_place: Vec<Claim> =
            writer.findings(info.id)?.claims.into_iter().filter(|claim| claim.evidence.span == subject.span).collect();
        let same = at_place.iter().position(|claim| is_row(claim, &subject.row));
        // Another version of the program may have given the row another id: its place is what counts.
        if let Some(claim) = at_place.into_iter().nth(same.unwrap_or(0)) {
            return Ok(Some((claim, writer.text(info.id)?)));
        }
    }
    Ok(None)
}

/// The claim of that id, or that began the thread of that id.
fn named(writer: &Writer<'_>, snapshots: &[SnapshotInfo], row: &str) -> Result<Option<(Claim, String)>, StoreError> {
    for info in snapshots {
        if let Some(claim) = writer.findings(info.id)?.claims.into_iter().find(|claim| is_row(claim, row)) {
            return Ok(Some((claim, writer.text(info.id)?)));
        }
    }
    Ok(None)
}

fn is_row(claim: &Claim, row: &str) -> bool {
    claim.id == row || track::thread_id(&claim.id) == row
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

fn stored_thread(thread: track::Thread) -> Thread {
    Thread {
        id: thread.id,
        family: thread.act.family(),
        act: thread.act,
        source_name: thread.source_name,
        target_name: None,
        wording: thread.label,
        answers: thread.answers,
    }
}

/// The last snapshot of each report of a story, with its text.
#[derive(Default)]
struct Reports {
    numbers: FxHashMap<(String, String), usize>,
    last: Vec<Option<(SnapshotId, String)>>,
}

impl Reports {
    fn last_of(&mut self, info: &SnapshotInfo) -> (track::ReportKey, Option<&(SnapshotId, String)>) {
        let next = self.last.len();
        let number = *self.numbers.entry((info.outlet.clone(), info.report.clone())).or_insert(next);
        if number == next {
            self.last.push(None);
        }
        (number as track::ReportKey, self.last[number].as_ref())
    }

    fn keep(&mut self, report: track::ReportKey, snapshot: SnapshotId, text: String) {
        self.last[report as usize] = Some((snapshot, text));
    }
}
