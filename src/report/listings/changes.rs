//! `changes`: what changed between consecutive versions, who asserted it, and whether the publisher said so.

use serde::Serialize;

use super::{Scope, count, count_of, marked_change, old_and_new};
use crate::model::{Act, Change, ChangeKind, NoticeState, in_words};
use crate::report::{Align, Cell, Column, Listing, Mark, Rich};
use crate::store::{SnapshotInfo, StoreError, StoredChange};

const COLUMNS: &[Column] = &[
    Column::name("versions"),
    Column::text("what"),
    Column::text("who"),
    Column::name("act"),
    Column::words("before → after"),
    Column::name("notice"),
    Column::spare("weight", Align::Right),
    Column::name("reviewed"),
    Column::id("id"),
];

/// Which changes to list; what is empty does not narrow the list.
#[derive(Clone, Debug, Default)]
pub struct ChangeFilter {
    /// Only those that no notice owns up to.
    pub silent: bool,
    /// Only of this kind.
    pub kind: Option<ChangeKind>,
    /// Only in reports of this outlet; case is ignored.
    pub outlet: Option<String>,
}

impl ChangeFilter {
    fn keeps(&self, from: &SnapshotInfo, change: &Change) -> bool {
        (!self.silent || change.notice == NoticeState::Silent)
            && self.kind.is_none_or(|kind| kind == change.kind)
            && self.outlet.as_deref().is_none_or(|outlet| outlet.eq_ignore_ascii_case(&from.outlet))
    }
}

/// Changes of the scope, most material first; within one weight in the order of versions.
///
/// # Errors
/// Whatever the store refuses.
pub fn changes(scope: &Scope<'_>, filter: &ChangeFilter) -> Result<Listing, StoreError> {
    let mut kept: Vec<StoredChange> = scope.changes()?;
    let all = kept.len();
    kept.retain(|stored| scope.info(stored.from).is_some_and(|from| filter.keeps(from, &stored.change)));
    kept.sort_by(|left, right| right.change.weight.total_cmp(&left.change.weight));
    let mut listing = Listing::new("change", COLUMNS);
    for stored in &kept {
        if let (Some(from), Some(to)) = (scope.info(stored.from), scope.info(stored.to)) {
            push(&mut listing, scope, from, to, &stored.change);
        }
    }
    listing.footer = footer(&kept, all, lost_denials(scope, &kept)?);
    Ok(listing)
}

fn push(listing: &mut Listing, scope: &Scope<'_>, from: &SnapshotInfo, to: &SnapshotInfo, change: &Change) {
    let place = change.evidence_to.map(|span| (to, span)).or(change.evidence_from.map(|span| (from, span)));
    let reviewed = place.map(|(info, span)| scope.reviewed("change", info, span)).unwrap_or_default();
    let object = Object {
        kind: "change",
        from: &from.reference,
        to: &to.reference,
        from_doc: &from.origin,
        to_doc: &to.origin,
        change,
        reviewed: &reviewed,
    };
    listing.push(cells(from, to, change, &reviewed), serde_json::to_value(object).unwrap_or_default());
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
    #[serde(flatten)]
    change: &'a Change,
    #[serde(skip_serializing_if = "str::is_empty")]
    reviewed: &'a str,
}

fn cells(from: &SnapshotInfo, to: &SnapshotInfo, change: &Change, reviewed: &str) -> Vec<Cell> {
    let who = if change.source_name.is_empty() { Rich::new() } else { Rich::new().with(Mark::Strong, change.source_name.as_str()) };
    vec![
        span_of_versions(from, to).into(),
        in_words(change.kind.as_str()).into(),
        who.into(),
        change.act.map(|act| act.as_str()).into(),
        words(change).into(),
        notice(change.notice).into(),
        Cell::Number(serde_json::Number::from_f64((change.weight * 100.0).round() / 100.0).unwrap_or_else(|| 0.into())),
        reviewed.into(),
        change.id.as_str().into(),
    ]
}

/// What changed; for a state or a figure after the topic or the thing of which it is one.
fn words(change: &Change) -> Rich {
    let is_value = matches!(change.kind, ChangeKind::StatusChanged | ChangeKind::FigureChanged);
    if !is_value {
        return marked_change(&change.before, &change.after);
    }
    let said = old_and_new(&in_words(&change.before), &in_words(&change.after));
    match change.why.split_once(": ").filter(|(of, _)| !of.contains([',', ';', '.'])) {
        Some((of, _)) => Rich(Rich::new().with(Mark::Faint, format!("{}: ", in_words(of))).0.into_iter().chain(said.0).collect()),
        None => said,
    }
}

/// `frontier-wire-main 2→3`
pub(in crate::report) fn span_of_versions(from: &SnapshotInfo, to: &SnapshotInfo) -> String {
    let report = to.reference.rsplit_once('@').map_or(to.reference.as_str(), |(report, _)| report);
    format!("{report} {}→{}", from.ordinal, to.ordinal)
}

fn notice(state: NoticeState) -> &'static str {
    match state {
        NoticeState::NotApplicable => "",
        other => other.as_str(),
    }
}

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

/// "12 of 40 changes, 5 of 12 silent, 1 accusation lost its denial"
fn footer(changes: &[StoredChange], all: usize, lost: usize) -> Vec<String> {
    let with = |state| changes.iter().filter(|stored| stored.change.notice == state).count();
    let total = changes.len();
    let mut line = count_of(total, all, "change");
    for (state, words) in [(NoticeState::Silent, "silent"), (NoticeState::Declared, "declared"), (NoticeState::Partial, "declared in part")]
    {
        if with(state) > 0 {
            line.push_str(&format!(", {} of {total} {words}", with(state)));
        }
    }
    if lost > 0 {
        let whose = if lost == 1 { "its" } else { "their" };
        line.push_str(&format!(", {} lost {whose} denial", count(lost, "accusation")));
    }
    vec![line]
}
