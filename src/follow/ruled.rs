//! The decisions of people, as far as they bear on how a story is followed.

use rustc_hash::FxHashMap;

use crate::model::{Act, Claim, Ruling, SubjectKind};
use crate::store::{SnapshotId, StoreError, Subject, Writer};
use crate::text::CharIndex;
use crate::track;

/// The decisions that stand, as far as they bear on how a story is followed.
#[derive(Default)]
pub(super) struct Ruled {
    pub(super) rulings: track::Rulings,
    /// Threads that were rejected as a whole.
    pub(super) rejected: Vec<String>,
    /// Claims of each group that was merged.
    pub(super) groups: Vec<(usize, SnapshotId, String)>,
}

/// A claim on which something was ruled.
struct RuledOn {
    claim: Claim,
    snapshot: SnapshotId,
    text: String,
}

/// What a verdict is on: a thread, or a claim's words as `track::Rulings` knows them.
#[derive(PartialEq, Eq, Hash)]
enum Row {
    Thread(String),
    Words { source: Option<String>, act: Act, evidence: String, content: String },
}

impl RuledOn {
    fn row(&self, kind: SubjectKind) -> Row {
        if kind == SubjectKind::Thread {
            return Row::Thread(track::thread_id(&self.claim.id));
        }
        Row::Words {
            source: self.claim.source.as_ref().map(|source| source.name.clone()),
            act: self.claim.act,
            evidence: CharIndex::new(&self.text).bytes(self.claim.evidence.span).of(&self.text).to_owned(),
            content: self.claim.content.text.clone(),
        }
    }
}

impl Ruled {
    /// Reads the decisions in the order in which they were made.
    pub(super) fn read(writer: &Writer<'_>, story: &str) -> Result<Ruled, StoreError> {
        let mut out = Ruled::default();
        let mut grouped: Vec<RuledOn> = Vec::new();
        let mut ruled = Vec::new();
        for decision in writer.decisions()?.into_iter().filter(|decision| decision.stands) {
            if let Some(on) = ruled_on(writer, story, &decision.made.subject)? {
                ruled.push((decision.made, on));
            }
        }
        // The last verdict on a row is the one that counts.
        let mut last: FxHashMap<Row, usize> = FxHashMap::default();
        for (at, (made, on)) in ruled.iter().enumerate().filter(|(_, (made, _))| made.ruling.is_verdict()) {
            last.insert(on.row(made.subject.kind), at);
        }
        for (at, (made, on)) in ruled.into_iter().enumerate() {
            if made.ruling.is_verdict() && last.get(&on.row(made.subject.kind)) != Some(&at) {
                continue;
            }
            match (made.ruling, &made.detail) {
                (Ruling::Reject, _) if made.subject.kind == SubjectKind::Thread => out.rejected.push(track::thread_id(&on.claim.id)),
                (Ruling::Reject, _) => out.rulings.reject(&on.claim, &on.text),
                (Ruling::Split, _) => {
                    out.rulings.split(&on.claim, &on.text);
                    grouped.push(on);
                }
                (Ruling::Relabel, Some(act)) => match act.parse() {
                    Ok(act) if made.subject.kind == SubjectKind::Thread => out.rulings.relabel_thread(track::thread_id(&on.claim.id), act),
                    Ok(act) => out.rulings.relabel(&on.claim, &on.text, act),
                    Err(_) => {}
                },
                (Ruling::Merge, Some(row)) => {
                    if let Some(other) = named(writer, story, row)? {
                        out.rulings.merge((&on.claim, &on.text), (&other.claim, &other.text));
                        grouped.extend([on, other]);
                    }
                }
                _ => {}
            }
        }
        let group = |on: RuledOn| out.rulings.group_of(&on.claim, &on.text).map(|group| (group, on.snapshot, on.claim.id));
        out.groups = grouped.into_iter().filter_map(group).collect();
        Ok(out)
    }
}

/// The claim that a decision points at, with its text: for a thread the claim that began it.
fn ruled_on(writer: &Writer<'_>, story: &str, subject: &Subject) -> Result<Option<RuledOn>, StoreError> {
    if subject.kind == SubjectKind::Change {
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
