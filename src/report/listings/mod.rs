//! What each verb lists: rows of the store as [`Listing`](super::Listing)s, with the JSON objects of the contracts beside the cells.
//!
//! A [`Scope`] holds what every row of one story needs to be named: its snapshots and the decisions made on them. One file a verb.
//! Nothing here computes anything about the story; that was done when it was derived.

mod around;
mod changes;
mod claims;
mod decisions;
mod figures;
mod headlines;
mod objects;
mod outlets;
mod passages;
mod search;
mod status;
mod threads;
mod untold;
mod versions;
mod who;

use chrono::{DateTime, Utc};
use rustc_hash::FxHashMap;

pub(super) use around::Around;
pub(super) use changes::{Announced, FIELDS as CHANGE_FIELDS, OTHER_EDITS, lost_denials, span_of_versions, told};
pub use changes::{ChangeFilter, Versions, changes};
pub use claims::claims;
pub use decisions::decisions;
pub use figures::figures;
use objects::object;
pub use outlets::{OnlyHere, compare};
pub use passages::{blame, show};
pub use search::search;
pub use status::status;
pub(super) use threads::lives;
pub use threads::{thread, threads};
pub use untold::{Untold, untold};
pub use versions::versions;
pub use who::who;

use super::{Mark, Rich};
use crate::decisions::Standing;
use crate::lexicon::closed::{self, Class};
use crate::model::{Act, Claim, Ruling, in_words};
use crate::store::{AtOnce, ClaimFilter, Decision, ReportId, SnapshotId, SnapshotInfo, Store, StoreError, StoredChange, StoredClaim};
use crate::text::{Document, Span, fold};

/// One story of a store, or all of it, with what rows need to be named.
pub struct Scope<'s> {
    /// The store.
    pub store: &'s Store,
    /// The story; `None` for all.
    pub story: Option<&'s str>,
    /// Its snapshots by report and version.
    pub snapshots: Vec<SnapshotInfo>,
    places: FxHashMap<SnapshotId, usize>,
    /// Where only some of a story's versions are in scope.
    part: Option<Part>,
    /// Every snapshot that is known, by report and ordinal.
    versions: FxHashMap<(ReportId, u32), SnapshotId>,
    ruled: Standing,
    _at_once: AtOnce<'s>,
}

/// What some versions of a story need of the rest of it.
struct Part {
    /// The changes that they brought.
    brought: Vec<StoredChange>,
    /// The versions before them, and those whose notices own up to what they brought.
    others: FxHashMap<SnapshotId, SnapshotInfo>,
}

/// A row with what people ruled on it.
struct Reviewed<T> {
    /// The row as it was ruled: under the act or kind that it was given.
    row: T,
    /// What was decided last, in a word or two; empty where nothing was.
    reviewed: String,
    /// It was rejected: listed, where it is at all, after the others, and in no count.
    is_rejected: bool,
}

impl<'s> Scope<'s> {
    /// Reads what every row needs.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn new(store: &'s Store, story: Option<&'s str>) -> Result<Self, StoreError> {
        let at_once = store.at_once()?;
        let snapshots = store.snapshots(story)?;
        Scope::over(store, at_once, story, snapshots)
    }

    /// These versions, which are of one story, and what each changed, however many others the story has.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn of_some(store: &'s Store, story: &'s str, mut snapshots: Vec<SnapshotInfo>) -> Result<Self, StoreError> {
        let at_once = store.at_once()?;
        snapshots.sort_by_cached_key(|info| (info.outlet.to_lowercase(), info.report.to_lowercase(), info.ordinal));
        let mut part = Part { brought: Vec::new(), others: FxHashMap::default() };
        for info in &snapshots {
            let before = store.version(info.report_id, info.ordinal.saturating_sub(1))?;
            part.others.extend(before.map(|before| (before.id, before)));
            part.brought.extend(store.changes_of(info.id)?);
        }
        for later in part.brought.iter().filter_map(|change| change.owned_in) {
            part.others.insert(later, store.snapshot(later)?);
        }
        let mut scope = Scope::over(store, at_once, Some(story), snapshots)?;
        scope.versions.extend(part.others.values().map(|info| ((info.report_id, info.ordinal), info.id)));
        Ok(Scope { part: Some(part), ..scope })
    }

    fn over(store: &'s Store, at_once: AtOnce<'s>, story: Option<&'s str>, snapshots: Vec<SnapshotInfo>) -> Result<Self, StoreError> {
        let places = snapshots.iter().enumerate().map(|(place, info)| (info.id, place)).collect();
        let versions = snapshots.iter().map(|info| ((info.report_id, info.ordinal), info.id)).collect();
        let ruled = Standing::read(store, story)?;
        Ok(Scope { store, story, snapshots, places, part: None, versions, ruled, _at_once: at_once })
    }

    /// What is known of a snapshot; `None` where it belongs to another story.
    pub fn info(&self, id: SnapshotId) -> Option<&SnapshotInfo> {
        self.places.get(&id).map(|place| &self.snapshots[*place]).or_else(|| self.part.as_ref()?.others.get(&id))
    }

    /// The version of the same report before this one, in scope or not; `None` for the first.
    pub(super) fn before(&self, info: &SnapshotInfo) -> Option<&SnapshotInfo> {
        self.versions.get(&(info.report_id, info.ordinal.checked_sub(1)?)).and_then(|id| self.info(*id))
    }

    /// The changes that the versions brought, in the order in which they were followed.
    fn changes(&self) -> Result<Vec<Reviewed<StoredChange>>, StoreError> {
        let stored = match &self.part {
            Some(part) => part.brought.clone(),
            None => self.store.changes(self.story)?,
        };
        let reviewed = |change: StoredChange| Reviewed {
            reviewed: self.ruled.on_change(&change).map(ruled).unwrap_or_default(),
            is_rejected: self.ruled.is_change_rejected(&change),
            row: self.ruled.change_as_ruled(change),
        };
        Ok(stored.into_iter().map(reviewed).collect())
    }

    /// The changes that count: those that nobody rejected.
    pub(super) fn counted_changes(&self) -> Result<Vec<StoredChange>, StoreError> {
        Ok(self.changes()?.into_iter().filter(|change| !change.is_rejected).map(|change| change.row).collect())
    }

    /// How many changes and claims were rejected.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub(super) fn rejected(&self) -> Result<usize, StoreError> {
        let claims = self.all_claims()?.iter().filter(|claim| claim.is_rejected).count();
        Ok(claims + self.changes()?.iter().filter(|change| change.is_rejected).count())
    }

    /// The snapshots that are not as they were stored.
    ///
    /// # Errors
    /// Whatever the store refuses.
    pub fn altered(&self) -> Result<Vec<&SnapshotInfo>, StoreError> {
        let mut out = Vec::new();
        for info in &self.snapshots {
            if !self.store.is_intact(info.id)? {
                out.push(info);
            }
        }
        Ok(out)
    }

    /// The claims that `filter` lets through, under the acts that were ruled.
    fn claims(&self, filter: &ClaimFilter) -> Result<Vec<Reviewed<StoredClaim>>, StoreError> {
        let found = self.store.claims(&ClaimFilter { act: None, ..filter.clone() })?;
        let reviewed = |StoredClaim { snapshot, found }: StoredClaim| Reviewed {
            reviewed: self.ruled.on_claim(&found.id).map(ruled).unwrap_or_default(),
            is_rejected: self.ruled.is_claim_rejected(&found.id),
            row: StoredClaim { snapshot, found: self.ruled.claim_as_ruled(found) },
        };
        let is_wanted = |claim: &Reviewed<StoredClaim>| filter.act.is_none_or(|act| act == claim.row.found.act);
        Ok(found.into_iter().map(reviewed).filter(is_wanted).collect())
    }

    /// The claims of the story, under the acts that were ruled.
    fn all_claims(&self) -> Result<Vec<Reviewed<StoredClaim>>, StoreError> {
        self.claims(&ClaimFilter::of_story(self.story))
    }

    /// Those that count: that nobody rejected.
    fn counted_claims(&self) -> Result<Vec<StoredClaim>, StoreError> {
        Ok(self.all_claims()?.into_iter().filter(|claim| !claim.is_rejected).map(|claim| claim.row).collect())
    }

    /// How many versions its report has, in scope or not.
    fn versions_of(&self, info: &SnapshotInfo) -> Result<usize, StoreError> {
        let reports = self.store.reports(Some(&info.story))?;
        let its = reports.iter().find(|report| report.outlet == info.outlet && report.report == info.report);
        Ok(its.map_or(0, |report| report.versions as usize))
    }
}

/// "Police" that is "police" elsewhere only began a sentence.
fn plainer<'n>(one: &'n str, other: &'n str) -> &'n str {
    let rest = |name: &'n str| name.chars().next().map_or(name, |first| &name[first.len_utf8()..]);
    if rest(one) == rest(other) && other.starts_with(char::is_lowercase) { other } else { one }
}

/// Names as a listing shows them: each in the plainest of its spellings.
struct Plainest<'n>(FxHashMap<String, &'n str>);

impl<'n> Plainest<'n> {
    fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut out: FxHashMap<String, &str> = FxHashMap::default();
        for name in names {
            let known = out.entry(name.to_lowercase()).or_insert(name);
            *known = plainer(known, name);
        }
        Plainest(out)
    }

    fn shown<'s>(&'s self, name: &'s str) -> &'s str {
        self.0.get(&name.to_lowercase()).copied().unwrap_or(name)
    }
}

/// A decision in a word or two.
fn ruled(decision: &Decision) -> String {
    let done = match decision.made.ruling {
        Ruling::Accept => "accepted",
        Ruling::Reject => "rejected",
        Ruling::Relabel => "relabelled",
        Ruling::Merge => "merged",
        Ruling::Split => "split off",
        Ruling::Undo => "undone",
    };
    match &decision.made.detail {
        Some(detail) => format!("{done}: {}", in_words(detail)),
        None => done.to_owned(),
    }
}

/// A time for readers: `2025-11-06 07:40` in UTC; empty where it is not known.
pub fn time(seconds: Option<i64>) -> String {
    moment(seconds).map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
}

/// A time for programs: RFC 3339 in UTC.
pub(crate) fn rfc3339(seconds: Option<i64>) -> Option<String> {
    moment(seconds).map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn moment(seconds: Option<i64>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(seconds?, 0)
}

/// A claim's content is a clause that says who and what: no noun that an act has for its object ("the attack"), and no pronoun for who is
/// meant.
fn reads_alone(act: Act, content: &str) -> bool {
    let begins = closed::classes(&content.split_whitespace().next().unwrap_or_default().to_lowercase());
    let tells = matches!(act, Act::State | Act::Confirm | Act::Warn | Act::Expect);
    tells && !(begins.has(Class::Pronoun) || begins.has(Class::Subordinator))
}

/// Who asserts a claim, and through which medium it is known.
pub(in crate::report) fn asserter(claim: &Claim) -> Rich {
    let name = Rich::new().with(Mark::Strong, claim.source_name());
    match &claim.via {
        Some(via) => name.with(Mark::Faint, format!(" via {}", via.name)),
        None => name,
    }
}

/// `before` and `after` as one row of marked words, an arrow between them where they share no word. Words that differ in typography alone
/// are no change and stand as they do after.
pub(crate) fn marked_change(before: &str, after: &str) -> Rich {
    let runs = marked_sides(before, after);
    match &runs.0[..] {
        [old, new] if old.mark == Mark::Deleted && new.mark == Mark::Inserted => old_and_new(&old.text, &new.text),
        _ => runs,
    }
}

/// The same without the arrow, for those who show the two sides apart.
pub(in crate::report) fn marked_sides(before: &str, after: &str) -> Rich {
    if before.is_empty() || after.is_empty() {
        return match (before.is_empty(), after.is_empty()) {
            (true, true) => Rich::new(),
            (true, false) => Rich::new().with(Mark::Inserted, after),
            _ => Rich::new().with(Mark::Deleted, before),
        };
    }
    let (before, after) = (one_line(before), one_line(after));
    let (old, new) = (Words::of(&before), Words::of(&after));
    if old.folded.len().saturating_mul(new.folded.len()) > COMPARABLE {
        return Rich::new().with(Mark::Deleted, before).with(Mark::Inserted, after);
    }
    let ops = similar::capture_diff_slices(similar::Algorithm::Myers, &old.folded, &new.folded);
    if ops.iter().all(|op| op.tag() != similar::DiffTag::Equal) {
        return Rich::new().with(Mark::Deleted, before).with(Mark::Inserted, after);
    }
    let mut out = Rich::new();
    for op in ops {
        if op.tag() == similar::DiffTag::Equal {
            new.put(op.new_range(), Mark::Plain, &mut out);
        } else {
            old.put(op.old_range(), Mark::Deleted, &mut out);
            new.put(op.new_range(), Mark::Inserted, &mut out);
        }
    }
    out
}

/// `before → after` for values, which are read whole.
fn old_and_new(before: &str, after: &str) -> Rich {
    let out = Rich::new().with(Mark::Deleted, before);
    let out = if before.is_empty() || after.is_empty() { out } else { out.with(Mark::Plain, " → ") };
    out.with(Mark::Inserted, after)
}

/// Product of the numbers of words up to which two passages are compared word by word: some thousand words each.
const COMPARABLE: usize = 1 << 24;

/// The words and marks of a line.
struct Words<'t> {
    line: &'t str,
    spans: Vec<Span>,
    /// What each has in common with its other writings.
    folded: Vec<String>,
}

impl<'t> Words<'t> {
    fn of(line: &'t str) -> Self {
        let spans: Vec<Span> = Document::new(line).tokens.iter().map(|token| token.span).collect();
        let folded = spans.iter().map(|span| fold(span.of(line))).collect();
        Words { line, spans, folded }
    }

    /// Appends some of the words, parted from what stands before them as they are in the line.
    fn put(&self, range: std::ops::Range<usize>, mark: Mark, out: &mut Rich) {
        let (Some(first), Some(last)) = (self.spans[range.clone()].first(), self.spans[range].last()) else { return };
        let is_parted = first.start() == 0 || self.line[..first.start()].ends_with(' ');
        if !out.is_empty() && is_parted {
            out.push(Mark::Plain, " ");
        }
        out.push(mark, first.cover(*last).of(self.line));
    }
}

/// White space made one space.
pub(in crate::report) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` cut to about `limit` characters between words, with an ellipsis where something was left out.
pub(crate) fn excerpt(text: &str, limit: usize) -> String {
    let line = one_line(text);
    match line.char_indices().nth(limit) {
        None => line,
        Some((cut, _)) => {
            let end = line[..cut].rfind(' ').unwrap_or(cut);
            format!("{} …", line[..end].trim_end_matches([',', ';', ':']))
        }
    }
}

/// A list for a hint: the first few names and how many are left.
pub fn some_of(names: &[impl AsRef<str>]) -> String {
    const FEW: usize = 8;
    let few: Vec<&str> = names.iter().take(FEW).map(AsRef::as_ref).collect();
    match names.len().saturating_sub(FEW) {
        0 => few.join(", "),
        more => format!("{} and {more} more", few.join(", ")),
    }
}

/// "3 of 7 changes" where some are left out, else "7 changes".
pub(crate) fn count_of(kept: usize, all: usize, what: &str) -> String {
    if kept == all { count(all, what) } else { format!("{kept} of {}", count(all, what)) }
}

/// "; 2 rejected, not counted" where something was.
fn rejected(number: usize) -> String {
    if number == 0 { String::new() } else { format!("; {number} rejected, not counted") }
}

/// "3 changes", "1 change".
pub fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(before: &str, after: &str) -> String {
        marked_change(before, after).bracketed()
    }

    #[test]
    fn another_apostrophe_or_dash_is_no_change() {
        assert_eq!(shown("it's “over” -- now", "it’s \"over\" — now"), "it’s \"over\" — now");
    }

    #[test]
    fn the_words_that_changed_are_marked_and_parted_as_they_were() {
        assert_eq!(shown("shelling three villages.", "shelling two villages."), "shelling [-three-] {+two+} villages.");
        assert_eq!(shown("He denied it today.", "He denied it."), "He denied it [-today-].");
        assert_eq!(shown("He denied it.", "On Monday he denied it."), "[-He-] {+On Monday he+} denied it.");
    }

    #[test]
    fn what_shares_no_word_is_old_and_new() {
        assert_eq!(shown("extended", "at risk"), "[-extended-] → {+at risk+}");
    }

    #[test]
    fn what_has_one_side_only_is_marked_whole() {
        assert_eq!((shown("", "a b"), shown("a b", ""), shown("", "")), ("{+a b+}".into(), "[-a b-]".into(), String::new()));
    }
}
