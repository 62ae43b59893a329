//! `claims`: who says what, one row a claim.

use super::{Scope, count_of, object, source_name};
use crate::model::Claim;
use crate::report::{Align, Cell, Column, Listing, Mark, Rich};
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

/// The claims that `filter` lets through, in the order of versions and places.
///
/// # Errors
/// Whatever the store refuses.
pub fn claims(scope: &Scope<'_>, filter: &ClaimFilter) -> Result<Listing, StoreError> {
    let mut listing = Listing::new("claim", COLUMNS);
    for stored in scope.store.claims(filter)? {
        let Some(info) = scope.info(stored.snapshot) else { continue };
        let reviewed = scope.reviewed("claim", info, stored.found.evidence.span);
        let row = object("claim", info, &stored.found, &reviewed);
        listing.push(cells(info, &stored.found, reviewed), row);
    }
    let all = scope.store.claims(&ClaimFilter { story: filter.story.clone(), ..ClaimFilter::default() })?.len();
    listing.footer.push(count_of(listing.rows.len(), all, "claim"));
    Ok(listing)
}

fn cells(info: &SnapshotInfo, claim: &Claim, reviewed: String) -> Vec<Cell> {
    vec![
        info.reference.as_str().into(),
        who(claim).into(),
        act(claim).into(),
        claim.content.text.as_str().into(),
        claim.target.as_ref().map(|target| target.name.as_str()).into(),
        claim.quote.as_str().into(),
        reviewed.into(),
        claim.id.as_str().into(),
    ]
}

/// The source, and through whom it is known.
pub(super) fn who(claim: &Claim) -> Rich {
    let name = Rich::new().with(Mark::Strong, source_name(claim));
    match &claim.via {
        Some(via) => name.with(Mark::Faint, format!(" via {}", via.name)),
        None => name,
    }
}

/// The act, and whether it is a negative one.
pub(super) fn act(claim: &Claim) -> String {
    if claim.negated && claim.act.family() != crate::model::ActFamily::Refuse {
        format!("{} not", claim.act)
    } else {
        claim.act.to_string()
    }
}
