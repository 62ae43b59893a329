//! `claims`: who says what, one row a claim.

use super::{Scope, act_named, asserter, count_of, in_time, object, rejected};
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

/// The claims that `filter` lets through, in the order of time and places; those that were rejected stand last and are counted apart.
///
/// # Errors
/// Whatever the store refuses.
pub fn claims(scope: &Scope<'_>, filter: &ClaimFilter) -> Result<Listing, StoreError> {
    let mut kept: Vec<_> =
        scope.claims(filter)?.into_iter().filter_map(|claim| scope.info(claim.row.snapshot).map(|info| (info, claim))).collect();
    kept.sort_by(|(left, one), (right, other)| (one.is_rejected, in_time(left)).cmp(&(other.is_rejected, in_time(right))));
    let mut listing = Listing::new("claim", COLUMNS);
    for (info, claim) in &kept {
        let row = object("claim", info, &claim.row.found, &claim.reviewed);
        listing.push(cells(info, &claim.row.found, claim.reviewed.clone()), row);
    }
    let everything = scope.claims(&ClaimFilter { story: filter.story.clone(), ..ClaimFilter::default() })?;
    let counted = |rejected: bool| kept.iter().filter(|(_, claim)| claim.is_rejected == rejected).count();
    let all = everything.iter().filter(|claim| !claim.is_rejected).count();
    listing.footer.push(count_of(counted(false), all, "claim") + &rejected(counted(true)));
    Ok(listing)
}

fn cells(info: &SnapshotInfo, claim: &Claim, reviewed: String) -> Vec<Cell> {
    vec![
        info.reference.as_str().into(),
        asserter(claim).into(),
        act_named(claim.act, claim.negated).into(),
        claim.content.text.as_str().into(),
        claim.target.as_ref().map(|target| target.name.as_str()).into(),
        claim.quote.as_str().into(),
        reviewed.into(),
        claim.id.as_str().into(),
    ]
}
