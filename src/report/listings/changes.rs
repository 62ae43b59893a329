//! `changes`: what changed between consecutive versions, who asserted it, and whether the publisher said so.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::around::{Around, around};
use super::{Reviewed, Scope, count, count_of, headlines, marked_change, old_and_new, rejected};
use crate::model::{Act, Change, ChangeKind, NoticeState, in_words};
use crate::report::{Align, Cell, Column, Listing, Mark, Rich};
use crate::store::{SnapshotId, SnapshotInfo, StoreError, StoredChange, Texts, TurnedAct};

const COLUMNS: &[Column] = &[
    Column::text("versions"),
    Column::text("what"),
    Column::text("who"),
    Column::text("act"),
    Column::words("before → after"),
    Column::text("notice"),
    Column::spare("weight", Align::Right),
    Column::text("reviewed"),
    Column::id("id"),
];

/// Columns for programs.
pub(in crate::report) const FIELDS: &[&str] = &[
    "id",
    "outlet",
    "from",
    "to",
    "kind",
    "source_name",
    "source_before",
    "act",
    "act_before",
    "of",
    "before",
    "after",
    "notice",
    "owned_in",
    "weight",
    "why",
    "reviewed",
    "thread",
    "evidence_from",
    "evidence_to",
    "from_doc",
    "to_doc",
];

/// Which changes to list; what is empty does not narrow the list.
#[derive(Clone, Debug, Default)]
pub struct ChangeFilter {
    /// Only those that a publisher is expected to announce and no notice owns up to.
    pub silent: bool,
    /// These, and those of other kinds: all to which no notice owns up.
    pub undeclared: bool,
    /// Only of these kinds.
    pub kinds: Vec<ChangeKind>,
    /// Only in reports of this outlet; case is ignored.
    pub outlet: Option<String>,
    /// Only in these versions.
    pub versions: Option<Versions>,
    /// Without those that somebody rejected.
    pub counted: bool,
}

/// The versions of a report, or one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The report as references have it.
    pub report: String,
    /// The version that the changes led to; all where left out.
    pub ordinal: Option<u32>,
}

impl Versions {
    fn hold(&self, to: &SnapshotInfo) -> bool {
        to.report_reference() == self.report && self.ordinal.is_none_or(|ordinal| ordinal == to.ordinal)
    }
}

impl ChangeFilter {
    /// What changed in the version `to` is asked for.
    pub(super) fn reaches(&self, to: &SnapshotInfo) -> bool {
        self.outlet.as_deref().is_none_or(|outlet| outlet.eq_ignore_ascii_case(&to.outlet))
            && self.versions.as_ref().is_none_or(|versions| versions.hold(to))
    }

    fn keeps(&self, to: &SnapshotInfo, reviewed: &Reviewed<StoredChange>) -> bool {
        let change = &reviewed.row.change;
        self.reaches(to)
            && (!self.silent || change.notice == NoticeState::Silent)
            && (!self.undeclared || matches!(change.notice, NoticeState::Silent | NoticeState::NotApplicable))
            && (self.kinds.is_empty() || self.kinds.contains(&change.kind))
            && !(self.counted && reviewed.is_rejected)
    }
}

/// Changes of the scope, most material first; within one weight what was said of victims and states before other values, these before
/// words that came or went, else in the order of versions. Those that were rejected stand last and are counted apart.
///
/// # Errors
/// Whatever the store refuses.
pub fn changes(scope: &Scope<'_>, filter: &ChangeFilter) -> Result<Listing, StoreError> {
    let (told, footer) = told(scope, filter)?;
    let mut listing = Listing::new("change", COLUMNS).with_fields(FIELDS);
    told.iter().for_each(|told| listing.push(cells(told), told.object()));
    listing.footer = footer;
    Ok(listing)
}

/// A change with all that is said of it.
pub(in crate::report) struct Told<'s> {
    pub(in crate::report) from: &'s SnapshotInfo,
    pub(in crate::report) to: &'s SnapshotInfo,
    pub(in crate::report) change: Change,
    /// Whether with a "not", and what was done before.
    turned: Option<TurnedAct>,
    /// Who said it before, where another does now.
    source_before: Option<String>,
    /// What stands round its value in the earlier text and in the later, where that is all it is told by.
    pub(in crate::report) around: [Option<Around>; 2],
    /// The later version whose notice owns up to it.
    owned_in: Option<&'s SnapshotInfo>,
    /// What was decided last; empty where nothing was.
    pub(in crate::report) reviewed: String,
}

/// What [`changes`] lists, in its order, and its footer.
///
/// # Errors
/// Whatever the store refuses.
pub(in crate::report) fn told<'s>(scope: &'s Scope<'_>, filter: &ChangeFilter) -> Result<(Vec<Told<'s>>, Vec<String>), StoreError> {
    let mut kept = scope.changes()?;
    let all = kept.iter().filter(|reviewed| !reviewed.is_rejected && !reviewed.row.change.is_notice()).count();
    kept.retain(|reviewed| scope.info(reviewed.row.to).is_some_and(|to| filter.keeps(to, reviewed)));
    kept.sort_by(|left, right| {
        let of = |reviewed: &Reviewed<StoredChange>| (reviewed.is_rejected, -reviewed.row.change.weight, rank(reviewed.row.change.kind));
        let ((one, weight, kind), (other, lighter, behind)) = (of(left), of(right));
        one.cmp(&other).then(weight.total_cmp(&lighter)).then(kind.cmp(&behind))
    });
    let mut turned = turned(scope)?;
    let mut sources = sources_before(scope)?;
    let mut texts = Texts::of(scope.store);
    let mut told = Vec::with_capacity(kept.len());
    for Reviewed { row, reviewed, .. } in &kept {
        let (Some(from), Some(to)) = (scope.info(row.from), scope.info(row.to)) else { continue };
        let key = (row.to, row.change.id.clone());
        told.push(Told {
            from,
            to,
            change: row.change.clone(),
            source_before: sources.remove(&key),
            around: around(&mut texts, row)?,
            turned: turned.remove(&key),
            owned_in: row.owned_in.and_then(|later| scope.info(later)),
            reviewed: reviewed.clone(),
        });
    }
    let left_out = kept.iter().filter(|reviewed| reviewed.is_rejected).count();
    let counted: Vec<StoredChange> = kept.into_iter().filter(|reviewed| !reviewed.is_rejected).map(|reviewed| reviewed.row).collect();
    let mut footer = footer(&counted, all, left_out, lost_denials(scope, &counted)?);
    if filter.kinds.is_empty() {
        footer.extend(headlines::lines(scope, filter));
    }
    Ok((told, footer))
}

/// Which of two changes of one weight stands first.
fn rank(kind: ChangeKind) -> u8 {
    match kind {
        ChangeKind::FigureChanged | ChangeKind::StatusChanged | ChangeKind::ActChanged => 0,
        ChangeKind::Corrected | ChangeKind::QuoteChanged | ChangeKind::SourceChanged | ChangeKind::TargetChanged => 1,
        ChangeKind::Strengthened | ChangeKind::Softened => 2,
        ChangeKind::Dropped | ChangeKind::Restored => 3,
        ChangeKind::Added | ChangeKind::Reworded | ChangeKind::Moved | ChangeKind::Typographic => 4,
    }
}

/// Of changes whose act is a negative one or became another, what tables say of it.
fn turned(scope: &Scope<'_>) -> Result<FxHashMap<(SnapshotId, String), TurnedAct>, StoreError> {
    Ok(scope.store.turned_acts(scope.story)?.into_iter().map(|turned| ((turned.to, turned.change.clone()), turned)).collect())
}

/// Who said before what another says now.
fn sources_before(scope: &Scope<'_>) -> Result<FxHashMap<(SnapshotId, String), String>, StoreError> {
    let turned = scope.store.turned_sources(scope.story)?;
    Ok(turned.into_iter().map(|turned| ((turned.to, turned.change), turned.before)).collect())
}

impl Told<'_> {
    /// The row of the contract.
    pub(in crate::report) fn object(&self) -> serde_json::Value {
        let is_turned = self.change.kind == ChangeKind::ActChanged;
        let object = Object {
            kind: "change",
            from: &self.from.reference,
            to: &self.to.reference,
            from_doc: &self.from.origin,
            to_doc: &self.to.origin,
            outlet: &self.to.outlet,
            change: &self.change,
            of: self.change.of.as_deref(),
            owned_in: self.owned_in.map(|later| later.reference.as_str()),
            source_before: self.source_before.as_deref(),
            act_before: self.turned.as_ref().filter(|_| is_turned).and_then(|turned| turned.before).map(|(act, _)| act),
            reviewed: &self.reviewed,
        };
        serde_json::to_value(object).unwrap_or_default()
    }

    /// Who asserts it, and who did before where that is what changed.
    pub(in crate::report) fn who(&self) -> Rich {
        let named = |name: &str| if name.is_empty() { Rich::new() } else { Rich::new().with(Mark::Strong, name) };
        match &self.source_before {
            Some(before) => named(before).with(Mark::Plain, " → ").with(Mark::Strong, self.change.source_name.as_str()),
            None => named(&self.change.source_name),
        }
    }

    /// What the source does, whether with a "not", and what it did before where that is what changed.
    pub(in crate::report) fn act(&self) -> Option<String> {
        act(&self.change, self.turned.as_ref())
    }

    /// What a notice says of it: "silent until @4".
    pub(in crate::report) fn notice(&self) -> String {
        let state = match self.change.notice {
            NoticeState::NotApplicable => UNASKED,
            other => other.as_str(),
        };
        match self.owned_in {
            Some(later) => format!("{state} until @{}", later.ordinal),
            None => state.to_owned(),
        }
    }
}

/// The contract's object: whose `kind` is the change's, and whose `type` says that it is one.
#[derive(Serialize)]
struct Object<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    from: &'a str,
    to: &'a str,
    from_doc: &'a str,
    to_doc: &'a str,
    outlet: &'a str,
    #[serde(flatten)]
    change: &'a Change,
    /// What a figure that changed counts, or the topic of a state.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    /// The later version whose notice owns up to the change.
    #[serde(skip_serializing_if = "Option::is_none")]
    owned_in: Option<&'a str>,
    /// Who said it before, where another does now.
    #[serde(skip_serializing_if = "Option::is_none")]
    source_before: Option<&'a str>,
    /// What the source did before, where that is what changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    act_before: Option<Act>,
    #[serde(skip_serializing_if = "str::is_empty")]
    reviewed: &'a str,
}

fn cells(told: &Told<'_>) -> Vec<Cell> {
    let change = &told.change;
    vec![
        span_of_versions(told.from, told.to).into(),
        change.kind_in_words().into(),
        told.who().into(),
        told.act().into(),
        words(told).into(),
        told.notice().into(),
        ((change.weight * 100.0).round() / 100.0).into(),
        told.reviewed.as_str().into(),
        change.id.as_str().into(),
    ]
}

/// What the source does, whether with a "not", and what it did before where that is what changed.
fn act(change: &Change, turned: Option<&TurnedAct>) -> Option<String> {
    let act = change.act?;
    let Some(turned) = turned else { return Some(act.to_string()) };
    let (before, after) = (turned.before, turned.after.map(|(_, negated)| (act, negated)));
    let named = |(act, negated): (Act, bool)| act.in_words(negated);
    match (before.map(named), after.map(named)) {
        (Some(before), Some(after)) if change.kind == ChangeKind::ActChanged && before != after => Some(format!("{before} → {after}")),
        (_, Some(after)) => Some(after),
        (_, None) => Some(act.in_words(before.is_some_and(|(_, negated)| negated))),
    }
}

/// What changed; for a state or a figure after its topic or what it counts.
fn words(told: &Told<'_>) -> Rich {
    let change = &told.change;
    if let [_, Some(around)] | [Some(around), None] = &told.around {
        return around.put(old_and_new(&change.before, &change.after));
    }
    // Its `before` is what was put right, which its own words are no new wording of.
    if change.is_notice() {
        return marked_change("", &change.after);
    }
    let is_value = matches!(change.kind, ChangeKind::StatusChanged | ChangeKind::FigureChanged);
    if !is_value {
        return marked_change(&change.before, &change.after);
    }
    // Where no topic knows one of the states, words stand for both.
    let is_told_in_words = change.kind == ChangeKind::StatusChanged && change.before.contains(' ') && change.after.contains(' ');
    let said = match is_told_in_words {
        true => marked_change(&change.before, &change.after),
        false => old_and_new(&in_words(&change.before), &in_words(&change.after)),
    };
    // "times: 11 times" says it twice.
    let is_said = |of: &&String| [&change.before, &change.after].iter().any(|value| value.split(' ').any(|word| word == *of));
    match change.of.as_ref().filter(|of| !is_said(of)) {
        Some(of) => Rich(Rich::new().with(Mark::Faint, format!("{}: ", in_words(of))).0.into_iter().chain(said.0).collect()),
        None => said,
    }
}

/// `frontier-wire-main 2→3`
pub(in crate::report) fn span_of_versions(from: &SnapshotInfo, to: &SnapshotInfo) -> String {
    format!("{} {}→{}", to.report_reference(), from.ordinal, to.ordinal)
}

/// Stands where no notice is looked for.
const UNASKED: &str = "–";
/// What no publisher is expected to announce.
pub(in crate::report) const OTHER_EDITS: &str = "words added, restored, reworded or moved, or dropped where they are no accusation, denial, \
                                                 quotation or statement of the outlet's own, and states of what no topic tracks";

/// How many of `changes` drop a denial while the accusation that it answers still stands.
///
/// # Errors
/// Whatever the store refuses.
pub(in crate::report) fn lost_denials(scope: &Scope<'_>, changes: &[StoredChange]) -> Result<usize, StoreError> {
    let is_denial = |stored: &&StoredChange| stored.change.kind == ChangeKind::Dropped && stored.change.act == Some(Act::Deny);
    let mut lost = 0;
    for stored in changes.iter().filter(is_denial) {
        let Some(story) = scope.info(stored.to).map(|info| info.story.as_str()) else { continue };
        let thread = stored.change.thread.as_deref().unwrap_or_default();
        lost += usize::from(scope.store.stands_unanswered(story, thread, stored.to)?);
    }
    Ok(lost)
}

/// Changes by what became of them with the publisher; notices themselves are none.
#[derive(Default)]
pub(in crate::report) struct Announced {
    /// A publisher is expected to announce it, and no notice does.
    pub(in crate::report) silent: usize,
    /// The same until a later version owned up to it.
    pub(in crate::report) later: usize,
    /// A notice names it.
    pub(in crate::report) declared: usize,
    /// A notice speaks of it in part.
    pub(in crate::report) partial: usize,
    /// Of another kind, for which no notice is looked for.
    pub(in crate::report) others: usize,
    /// Correction notices, which are in none of the other numbers.
    pub(in crate::report) notices: usize,
}

impl Announced {
    pub(in crate::report) fn of(changes: &[StoredChange]) -> Announced {
        let mut out = Announced::default();
        for stored in changes {
            let number = match stored.change.notice {
                _ if stored.change.is_notice() => &mut out.notices,
                NoticeState::Silent if stored.owned_in.is_some() => &mut out.later,
                NoticeState::Silent => &mut out.silent,
                NoticeState::Declared => &mut out.declared,
                NoticeState::Partial => &mut out.partial,
                NoticeState::NotApplicable => &mut out.others,
            };
            *number += 1;
        }
        out
    }

    /// Those that a publisher is expected to announce.
    pub(in crate::report) fn expected(&self) -> usize {
        self.silent + self.later + self.declared + self.partial
    }

    /// All changes.
    pub(in crate::report) fn changes(&self) -> usize {
        self.expected() + self.others
    }
}

/// "12 of 40 changes: 8 that a publisher is expected to announce (5 silent, 3 declared), 4 other edits (–); 1 accusation lost its denial"
fn footer(changes: &[StoredChange], all: usize, left_out: usize, lost: usize) -> Vec<String> {
    let announced = Announced::of(changes);
    let mut parts = Vec::new();
    if announced.expected() > 0 {
        let states = [
            (announced.silent, "silent"),
            (announced.later, "silent until a later notice"),
            (announced.declared, "declared"),
            (announced.partial, "declared in part"),
        ];
        let states: Vec<String> =
            states.iter().filter(|(number, _)| *number > 0).map(|(number, words)| format!("{number} {words}")).collect();
        parts.push(format!("{} that a publisher is expected to announce ({})", announced.expected(), states.join(", ")));
    }
    if announced.others > 0 {
        parts.push(format!("{} ({UNASKED})", count(announced.others, "other edit")));
    }
    let parted = if parts.is_empty() { "" } else { ": " };
    let mut line = format!("{}{parted}{}", count_of(announced.changes(), all, "change"), parts.join(", "));
    if lost > 0 {
        let whose = if lost == 1 { "its" } else { "their" };
        line.push_str(&format!("; {} lost {whose} denial", count(lost, "accusation")));
    }
    if announced.notices > 0 {
        line.push_str(&format!("; {}", count(announced.notices, "correction notice")));
    }
    line.push_str(&rejected(left_out));
    let mut lines = vec![line];
    if announced.others > 0 {
        lines.push(format!("{UNASKED}: {OTHER_EDITS}: no notice is looked for"));
    }
    lines
}
