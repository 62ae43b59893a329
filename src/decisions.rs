//! What people rule on: a claim, a change or a thread named by its id, as the evidence that a decision points at.
//!
//! What is ruled on claims and threads bears on how they are followed, so the story is followed again in the same transaction.
//! A decision must survive `rebuild`, so it names a snapshot's hash and a place in its text, never a derived row alone.

use rustc_hash::FxHashMap;

use crate::follow;
use crate::model::{Ruling, in_words};
use crate::store::{ClaimFilter, DecisionId, NewDecision, SnapshotId, Store, StoreError, Subject, ThreadMember};
use crate::text::CharSpan;

/// Something that a person can rule on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What a decision on it points at.
    pub subject: Subject,
    /// The snapshot in which it stands.
    pub snapshot: SnapshotId,
    /// The earlier snapshot and the place there, for a change that has one.
    pub before: Option<(SnapshotId, CharSpan)>,
    /// What it says, on one line.
    pub says: String,
}

/// Why an id names nothing to rule on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoItem {
    /// No claim, change or thread has an id that begins so.
    Unknown,
    /// Several have: their ids.
    Several(Vec<String>),
}

/// Everything in `story` (or all stories) that can be ruled on: changes, most material first, then claims, then threads.
///
/// # Errors
/// Whatever the store refuses.
pub fn items(store: &Store, story: Option<&str>) -> Result<Vec<Item>, StoreError> {
    let snapshots = store.snapshots(story)?;
    let hashes: FxHashMap<SnapshotId, &str> = snapshots.iter().map(|info| (info.id, info.sha256.as_str())).collect();
    let sha256 = |id: SnapshotId| hashes.get(&id).copied().unwrap_or_default().to_owned();
    let subject =
        |kind: &str, row: &str, snapshot, span| Subject { kind: kind.to_owned(), row: row.to_owned(), sha256: sha256(snapshot), span };
    let mut out = Vec::new();
    let mut changes = store.changes(story)?;
    changes.sort_by(|left, right| right.change.weight.total_cmp(&left.change.weight));
    for stored in changes {
        let change = &stored.change;
        let before = change.evidence_from.map(|span| (stored.from, span));
        let Some((snapshot, span)) = change.evidence_to.map(|span| (stored.to, span)).or(before) else { continue };
        let says = format!("{} · {} · {} → {}", in_words(change.kind.as_str()), change.source_name, change.before, change.after);
        out.push(Item { subject: subject("change", &change.id, snapshot, span), snapshot, before, says });
    }
    let claims = store.claims(&ClaimFilter { story: story.map(str::to_owned), ..ClaimFilter::default() })?;
    for stored in claims {
        let claim = &stored.found;
        let who = claim.source.as_ref().map_or("narrator", |source| &source.name);
        let says = format!("{who} · {} · {}", claim.act, claim.content.text);
        let subject = subject("claim", &claim.id, stored.snapshot, claim.evidence.span);
        out.push(Item { subject, snapshot: stored.snapshot, before: None, says });
    }
    let mut firsts: FxHashMap<String, ThreadMember> = FxHashMap::default();
    for member in store.members(story)? {
        firsts.entry(member.thread.clone()).or_insert(member);
    }
    for thread in store.threads(story)? {
        let Some(first) = firsts.get(&thread.id) else { continue };
        let says = format!("{} · {} · {}", thread.source_name, thread.act, thread.wording);
        let subject = subject("thread", &thread.id, first.snapshot, first.evidence);
        out.push(Item { subject, snapshot: first.snapshot, before: None, says });
    }
    Ok(out)
}

/// The one item whose id begins with `id`.
pub fn item<'i>(items: &'i [Item], id: &str) -> Result<&'i Item, NoItem> {
    let mut fitting: Vec<&Item> = items.iter().filter(|item| !id.is_empty() && item.subject.row.starts_with(id)).collect();
    fitting.dedup_by(|left, right| left.subject == right.subject);
    match fitting.as_slice() {
        [only] => Ok(only),
        [] => Err(NoItem::Unknown),
        several => Err(NoItem::Several(several.iter().map(|item| item.subject.row.clone()).collect())),
    }
}

/// What a person rules on an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The ruling.
    pub ruling: Ruling,
    /// The new act or kind, or the other thread.
    pub detail: Option<String>,
    /// Who rules.
    pub who: String,
    /// Why.
    pub why: Option<String>,
}

/// Appends a decision on `item`, made at `now` in UTC seconds.
///
/// # Errors
/// Whatever the store refuses; nothing is appended then.
pub fn decide(store: &mut Store, item: &Item, verdict: Verdict, now: i64) -> Result<DecisionId, StoreError> {
    let mut writer = store.writer()?;
    let made = NewDecision {
        ruling: verdict.ruling,
        subject: item.subject.clone(),
        detail: verdict.detail,
        who: verdict.who,
        why: verdict.why,
        decided_at: now,
    };
    let id = writer.decide(&made)?;
    if bears_on_threads(&made) {
        follow::again(&mut writer, &made.subject.sha256)?;
    }
    writer.commit()?;
    Ok(id)
}

/// Takes a decision back by a new one.
///
/// # Errors
/// Whatever the store refuses, e.g. where there is no such decision.
pub fn undo(store: &mut Store, decision: DecisionId, who: &str, why: Option<&str>, now: i64) -> Result<DecisionId, StoreError> {
    let mut writer = store.writer()?;
    let id = writer.undo(decision, who, why, now)?;
    let undone = writer.decisions()?.into_iter().find(|made| made.id == decision).map(|decision| decision.made);
    if let Some(undone) = undone.filter(bears_on_threads) {
        follow::again(&mut writer, &undone.subject.sha256)?;
    }
    writer.commit()?;
    Ok(id)
}

/// Claims are followed in another way after this ruling. A change is shown as it was ruled on and stays where it is.
fn bears_on_threads(made: &NewDecision) -> bool {
    made.ruling != Ruling::Accept && made.subject.kind != "change"
}
