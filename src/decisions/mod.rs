//! What people rule on: a claim, a change or a thread named by its id, as the evidence that a decision points at.
//!
//! What is ruled on claims and threads bears on how they are followed, so the story is followed again in the same transaction.
//! A decision must survive `rebuild`, so it names a snapshot's hash and a place in its text, never a derived row alone.
//!
//! ```
//! # use sayso::{model::Capture, pipeline::{Defaults, Pipeline}, store::{ClaimFilter, Store}};
//! use sayso::decisions::{self, Ruler, Verdict};
//! use sayso::lexicon::World;
//!
//! # let text = "Fishermen demanded compensation.";
//! # let capture = Capture { raw: text.as_bytes().to_vec(), text: text.to_owned(), captured_at: Some(0), ..Capture::default() };
//! # let mut store = Store::in_memory()?;
//! # Pipeline::default().import(&mut store, &[capture], &Defaults { fallback: "harbour".to_owned(), ..Defaults::default() }, 0)?;
//! # let id = store.claims(&ClaimFilter::default())?.remove(0).found.id;
//! let items = decisions::items(&store, Some("harbour"))?;
//! let claim = decisions::item(&items, &id).expect("an id of the story");
//! let ed = Ruler { who: "ed".to_owned(), why: Some("a wish, no demand".to_owned()) };
//! decisions::decide(World::builtin(), &mut store, claim, &Verdict::Reject, &ed, 0)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod rows;
mod standing;
mod verdict;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::follow;
use crate::lexicon::actors::World;
use crate::model::{NoticeState, Ruling, SubjectKind, in_words};
use crate::store::{
    ChangeSide, ChangeSubject, ClaimFilter, Decision, DecisionId, NewDecision, SnapshotId, SnapshotInfo, Store, StoreError, StoredChange,
    StoredClaim, Subject, Thread, ThreadMember, Writer,
};
use crate::text::CharSpan;

pub use standing::{Fate, Standing};
pub use verdict::{Label, Ruler, RulingError, Verdict};

/// Something that a person can rule on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What a decision on it points at.
    pub subject: Subject,
    /// The story that holds it.
    pub story: String,
    /// The snapshot in which it stands.
    pub snapshot: SnapshotId,
    /// The snapshot that brought it, for a change the later of its two.
    pub brought_by: SnapshotId,
    /// The earlier snapshot and the place there, for a change that has one.
    pub before: Option<(SnapshotId, CharSpan)>,
    /// What it says, on one line.
    pub says: String,
    /// Why it is listed and how much it weighs; empty where nothing is to be said of that.
    pub why: String,
}

/// Why an id names no row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoItem {
    /// None has an id that begins so.
    Unknown,
    /// Several have: their ids.
    Several(Vec<String>),
}

/// Everything in `story` (or all stories) that can be ruled on: changes, most material first, then claims, then threads.
///
/// # Errors
/// Whatever the store refuses.
pub fn items(store: &Store, story: Option<&str>) -> Result<Vec<Item>, StoreError> {
    let infos = store.snapshots(story)?.into_iter().map(|info| (info.id, info)).collect();
    let claims = store.claims(&ClaimFilter::of_story(story))?;
    let ruled_on = RuledOn { store, story, infos };
    let mut out = ruled_on.changes()?;
    out.extend(claims.iter().map(|stored| ruled_on.claim(stored)));
    out.extend(ruled_on.threads(&claims)?);
    Ok(out)
}

/// What is read to point at rows.
struct RuledOn<'s> {
    store: &'s Store,
    story: Option<&'s str>,
    infos: FxHashMap<SnapshotId, SnapshotInfo>,
}

impl RuledOn<'_> {
    fn sha256(&self, snapshot: SnapshotId) -> String {
        self.infos.get(&snapshot).map(|info| info.sha256.clone()).unwrap_or_default()
    }

    /// A row of one snapshot, at this place of it.
    fn item(&self, kind: SubjectKind, row: &str, (snapshot, span): (SnapshotId, CharSpan), says: String) -> Item {
        Item {
            subject: Subject { kind, row: row.to_owned(), sha256: self.sha256(snapshot), span, change: None },
            story: self.infos.get(&snapshot).map(|info| info.story.clone()).unwrap_or_default(),
            snapshot,
            brought_by: snapshot,
            before: None,
            says,
            why: String::new(),
        }
    }

    fn changes(&self) -> Result<Vec<Item>, StoreError> {
        let sources = self.store.turned_sources(self.story)?.into_iter().map(|turned| ((turned.to, turned.change), turned.before));
        let sources: FxHashMap<(SnapshotId, String), String> = sources.collect();
        let mut changes = self.store.changes(self.story)?;
        changes.sort_by(|left, right| right.change.weight.total_cmp(&left.change.weight));
        let item = |stored: &StoredChange| self.change(stored, sources.get(&(stored.to, stored.change.id.clone())).map(String::as_str));
        Ok(changes.iter().filter_map(item).collect())
    }

    /// A change, with who said it before where another does now; `None` for one that has no place.
    fn change(&self, stored: &StoredChange, source_before: Option<&str>) -> Option<Item> {
        let change = &stored.change;
        let earlier = change.evidence_from.map(|span| (stored.from, span));
        let place = change.evidence_to.map(|span| (stored.to, span)).or(earlier)?;
        let item = self.item(SubjectKind::Change, &change.id, place, self.says(stored, source_before));
        let which = ChangeSubject {
            kind: change.kind,
            thread: change.thread.clone(),
            from: ChangeSide { sha256: self.sha256(stored.from), span: change.evidence_from },
            to: ChangeSide { sha256: self.sha256(stored.to), span: change.evidence_to },
        };
        Some(Item {
            subject: Subject { change: Some(which), ..item.subject },
            brought_by: stored.to,
            before: earlier,
            why: format!("weight {:.2}: {}", change.weight, change.why),
            ..item
        })
    }

    fn says(&self, stored: &StoredChange, source_before: Option<&str>) -> String {
        let change = &stored.change;
        let who = source_before.map_or(String::new(), |before| format!("{before} → ")) + &change.source_name;
        let said = change.sides().into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" → ");
        let until =
            stored.owned_in.and_then(|later| self.infos.get(&later)).map_or(String::new(), |later| format!(" until @{}", later.ordinal));
        let notice = if change.notice == NoticeState::NotApplicable { String::new() } else { format!("{}{until}", change.notice) };
        let parts = [change.kind_in_words(), who, change.of.as_deref().map(in_words).unwrap_or_default(), said, notice];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn claim(&self, stored: &StoredClaim) -> Item {
        let claim = &stored.found;
        let says = format!("{} · {} · {}", claim.source_name(), claim.act_in_words(), claim.content.text);
        self.item(SubjectKind::Claim, &claim.id, (stored.snapshot, claim.evidence.span), says)
    }

    /// The threads, each at the claim that began it, with the act of the one that came last.
    fn threads(&self, claims: &[StoredClaim]) -> Result<Vec<Item>, StoreError> {
        let negated: FxHashSet<&str> = claims.iter().filter(|stored| stored.found.negated).map(|stored| stored.found.id.as_str()).collect();
        let mut members: FxHashMap<String, Vec<ThreadMember>> = FxHashMap::default();
        for member in self.store.members(self.story)? {
            members.entry(member.thread.clone()).or_default().push(member);
        }
        let item = |thread: Thread| {
            let of_thread = members.get(&thread.id)?;
            let (first, last) = (of_thread.first()?, of_thread.last()?);
            let act = thread.act.in_words(negated.contains(last.claim.as_str()));
            let says = format!("{} · {act} · {}", thread.source_name, thread.wording);
            Some(self.item(SubjectKind::Thread, &thread.id, (first.snapshot, first.evidence), says))
        };
        Ok(self.store.threads(self.story)?.into_iter().filter_map(item).collect())
    }
}

/// The one item whose id begins with `given`, as [`one`] finds rows.
///
/// # Errors
/// Where there is none, or several.
pub fn item<'i>(items: &'i [Item], given: &str) -> Result<&'i Item, NoItem> {
    let id: fn(&Item) -> &str = |item| &item.subject.row;
    let mut fitting = named(items, id, given);
    fitting.dedup_by(|left, right| left.subject == right.subject);
    only(&fitting, id)
}

/// The one row whose id begins with `given`; the letter that an id begins with may be left out.
///
/// # Errors
/// Where there is none, or several.
pub fn one<'i, T>(rows: &'i [T], id: fn(&T) -> &str, given: &str) -> Result<&'i T, NoItem> {
    only(&named(rows, id, given), id)
}

fn named<'i, T>(rows: &'i [T], id: fn(&T) -> &str, given: &str) -> Vec<&'i T> {
    let begins = |id: &str| id.starts_with(given);
    let is_named = |row: &&T| !given.is_empty() && (begins(id(row)) || id(row).get(1..).is_some_and(begins));
    let mut fitting: Vec<&T> = rows.iter().filter(is_named).collect();
    if fitting.iter().any(|row| begins(id(row))) {
        fitting.retain(|row| begins(id(row)));
    }
    fitting
}

fn only<'i, T>(fitting: &[&'i T], id: fn(&T) -> &str) -> Result<&'i T, NoItem> {
    match fitting {
        [only] => Ok(only),
        [] => Err(NoItem::Unknown),
        several => Err(NoItem::Several(several.iter().map(|row| id(row).to_owned()).collect())),
    }
}

/// What came of ruling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Decided {
    /// The decision that was appended.
    pub id: DecisionId,
    /// The story was followed again, so that its threads and changes are others than before.
    pub is_followed_again: bool,
}

/// Appends a decision on `item`, made at `now` in UTC seconds.
///
/// # Errors
/// Where the verdict does not fit the item, would change nothing, or the store refuses; nothing is appended then.
pub fn decide(world: &World, store: &mut Store, item: &Item, verdict: &Verdict, ruler: &Ruler, now: i64) -> Result<Decided, RulingError> {
    verdict.fits(item)?;
    let with = match verdict {
        Verdict::Merge(with) => Some(with.subject.clone()),
        _ => None,
    };
    let made = NewDecision {
        ruling: verdict.ruling(),
        subject: item.subject.clone(),
        detail: verdict.label().map(str::to_owned).or_else(|| with.as_ref().map(|with| with.row.clone())),
        with,
        who: ruler.who.clone(),
        why: ruler.why.clone(),
        decided_at: now,
    };
    let mut writer = store.writer()?;
    if let Some(said) = Standing::read(&writer, Some(&item.story))?.said(item, verdict) {
        let (number, who, ruling) = (said.id.0, said.made.who.clone(), said.made.ruling);
        return Err(RulingError::Said { number, who, kind: item.subject.kind, row: item.subject.row.clone(), ruling });
    }
    let is_followed_again = bears_on_threads(&writer, &made)?;
    // What parts or joins threads shows in who is in which.
    let before = regroups(verdict).map(|state| Ok::<_, StoreError>((state, grouping(&writer, &item.story)?))).transpose()?;
    let id = writer.decide(&made)?;
    if is_followed_again {
        follow::again(world, &mut writer, &made.subject.sha256)?;
    }
    if let Some((state, before)) = before
        && before == grouping(&writer, &item.story)?
    {
        let (kind, row) = (item.subject.kind, item.subject.row.clone());
        return Err(RulingError::NoThreadChanges { ruling: verdict.ruling(), kind, row, state });
    }
    writer.commit()?;
    Ok(Decided { id, is_followed_again })
}

/// For a ruling that is to change threads, how things stand where it changes none.
fn regroups(verdict: &Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Merge(_) => Some("is in one thread with it already"),
        Verdict::Split => Some("is in a thread of its own"),
        Verdict::Accept | Verdict::Reject | Verdict::Relabel(_) => None,
    }
}

/// Which claim of the story is in which thread.
fn grouping(store: &Store, story: &str) -> Result<FxHashSet<(String, String)>, StoreError> {
    let kept = store.members(Some(story))?.into_iter().map(|member| (member.thread, member.claim));
    Ok(kept.chain(store.rejected_members(Some(story))?).collect())
}

/// Takes a decision back by a new one.
///
/// # Errors
/// Where it is taken back already, or the store refuses, e.g. where there is no such decision.
pub fn undo(world: &World, store: &mut Store, decision: DecisionId, ruler: &Ruler, now: i64) -> Result<Decided, RulingError> {
    let mut writer = store.writer()?;
    let takes_back = |known: &Decision| known.stands && known.undoes == Some(decision);
    if let Some(undo) = writer.decisions()?.into_iter().find(takes_back) {
        return Err(RulingError::TakenBack { number: decision.0, by: undo.id.0 });
    }
    let id = writer.undo(decision, &ruler.who, ruler.why.as_deref(), now)?;
    let undone = writer.ruling(decision)?;
    let is_followed_again = bears_on_threads(&writer, &undone)?;
    if is_followed_again {
        follow::again(world, &mut writer, &undone.subject.sha256)?;
    }
    writer.commit()?;
    Ok(Decided { id, is_followed_again })
}

/// Claims are followed in another way after this ruling or without it. A change is shown as it was ruled on and stays where it is; so
/// does what is accepted, unless something else was ruled on rows of its kind before.
fn bears_on_threads(writer: &Writer<'_>, made: &NewDecision) -> Result<bool, StoreError> {
    if made.subject.kind == SubjectKind::Change {
        return Ok(false);
    }
    Ok(made.ruling != Ruling::Accept || writer.is_other_than_accepted(made.subject.kind)?)
}
