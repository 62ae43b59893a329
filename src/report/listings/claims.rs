//! `claims`: who says what, one row a claim.

use std::collections::{BTreeMap, BTreeSet};

use super::{Scope, asserter, count_of, object, rejected};
use crate::model::Claim;
use crate::report::{Align, Cell, Column, Listing};
use crate::store::{ClaimFilter, SnapshotInfo, StoreError};

const COLUMNS: &[Column] = &[
    Column::name("version"),
    Column::text("who"),
    Column::name("act"),
    Column::words("what"),
    Column::text("about"),
    Column::spare("quote", Align::Left),
    Column::name("reviewed"),
    Column::id("id"),
];

/// Columns for programs.
pub(super) const FIELDS: &[&str] = &[
    "id",
    "snapshot",
    "outlet",
    "act",
    "negated",
    "source.name",
    "source.kind",
    "via.name",
    "target.name",
    "content.text",
    "cue.text",
    "quote",
    "certainty",
    "distance",
    "answers",
    "evidence.span",
    "confidence",
    "rule",
    "reviewed",
    "doc",
];

/// The claims that `filter` lets through, in the order of time and places; those that were rejected stand last and are counted apart.
///
/// # Errors
/// Whatever the store refuses.
pub fn claims(scope: &Scope<'_>, filter: &ClaimFilter) -> Result<Listing, StoreError> {
    let mut kept: Vec<_> =
        scope.claims(filter)?.into_iter().filter_map(|claim| scope.info(claim.row.snapshot).map(|info| (info, claim))).collect();
    kept.sort_by(|(left, one), (right, other)| (one.is_rejected, left.in_story()).cmp(&(other.is_rejected, right.in_story())));
    let mut listing = Listing::new("claim", COLUMNS).with_fields(FIELDS);
    for (info, claim) in &kept {
        let row = object("claim", info, &claim.row.found, &claim.reviewed);
        listing.push(cells(info, &claim.row.found, claim.reviewed.clone()), row);
    }
    let everything = scope.claims(&ClaimFilter::of_story(filter.story.as_deref()))?;
    let counted = |rejected: bool| kept.iter().filter(|(_, claim)| claim.is_rejected == rejected).count();
    let all = everything.iter().filter(|claim| !claim.is_rejected).count();
    listing.footer.push(count_of(counted(false), all, "claim") + &rejected(counted(true)));
    if let Some(by) = filter.by.as_deref().filter(|by| kept.is_empty() && by.len() <= LONGEST_NAME) {
        let near = named_like(by, everything.iter().filter_map(|claim| claim.row.found.source.as_ref()).map(|source| source.name.as_str()));
        if !near.is_empty() {
            listing.footer.push(format!("names like {by:?}: {}", near.join(", ")));
        }
    }
    Ok(listing)
}

/// Names that are spelled much like `given`, as a whole or in one of their words; the nearest first.
fn named_like<'n>(given: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let given = given.to_lowercase();
    let mut known: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for name in names {
        let lower = name.to_lowercase();
        for part in lower.split(' ').chain([lower.as_str()]) {
            known.entry(part.to_owned()).or_default().insert(name);
        }
    }
    let parts: Vec<&str> = known.keys().map(String::as_str).collect();
    let mut near: Vec<&str> = Vec::new();
    for name in similar::get_close_matches(given.as_str(), &parts, SUGGESTIONS, LIKENESS).iter().flat_map(|part| &known[*part]) {
        if !near.contains(name) {
            near.push(name);
        }
    }
    near.truncate(SUGGESTIONS);
    near
}

/// Bytes of a name for which others are looked for: likeness takes quadratic time.
const LONGEST_NAME: usize = 200;
/// Names that are suggested.
const SUGGESTIONS: usize = 3;
/// Least share of letters in common.
const LIKENESS: f32 = 0.75;

fn cells(info: &SnapshotInfo, claim: &Claim, reviewed: String) -> Vec<Cell> {
    vec![
        info.reference.as_str().into(),
        asserter(claim).into(),
        claim.act_in_words().into(),
        claim.words().into(),
        claim.target.as_ref().map(|target| target.name.as_str()).into(),
        claim.quote.as_str().into(),
        reviewed.into(),
        claim.id.as_str().into(),
    ]
}
