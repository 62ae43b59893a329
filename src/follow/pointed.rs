//! The claim at which a decision points: by the snapshot's hash and the place there, and by the id where several claims have that place.
//!
//! Another version of the program, or another reading of the sentences, may give a claim another id. It is then the only claim at its
//! place; where there are several, none of them is meant.

use crate::store::{SnapshotId, Store, StoreError, StoredClaim, Subject};
use crate::track::{self, ClaimWords};

/// A claim on which something was ruled.
pub(super) struct Pointed {
    pub(super) snapshot: SnapshotId,
    /// Its id today.
    pub(super) claim: String,
    pub(super) words: ClaimWords,
}

/// The claim of `story` that a decision is on: for a thread the one that began it when it was ruled on.
pub(super) fn at(store: &Store, story: &str, subject: &Subject) -> Result<Option<Pointed>, StoreError> {
    let mut at_place = Vec::new();
    for info in store.with_hash(&subject.sha256)?.iter().filter(|info| info.story == story) {
        at_place.extend(store.claims_at(info.id, subject.span)?);
    }
    if let Some(same) = at_place.iter().position(|stored| is_called(&stored.found.id, &subject.row)) {
        return pointed(store, at_place.swap_remove(same)).map(Some);
    }
    // The same bytes may be stored twice: the one that came first was there when it was ruled.
    let first = at_place.iter().map(|stored| stored.snapshot).min();
    at_place.retain(|stored| Some(stored.snapshot) == first);
    match at_place.pop() {
        Some(only) if at_place.is_empty() => pointed(store, only).map(Some),
        _ => Ok(None),
    }
}

/// Ids of the claims of a story, read when they are first asked for.
pub(super) type Ids = Option<Vec<(SnapshotId, String)>>;

/// The claim of that id, or that began the thread of that id: old stores tell no more of what a merge is with.
pub(super) fn called(store: &Store, story: &str, id: &str, ids: &mut Ids) -> Result<Option<Pointed>, StoreError> {
    let known = match ids {
        Some(known) => known,
        None => ids.insert(store.claim_ids(story)?),
    };
    let Some((snapshot, claim)) = known.iter().find(|(_, claim)| is_called(claim, id)) else { return Ok(None) };
    let found = store.findings(*snapshot)?.claims.into_iter().find(|found| found.id == *claim);
    found.map(|found| pointed(store, StoredClaim { snapshot: *snapshot, found })).transpose()
}

fn is_called(claim: &str, id: &str) -> bool {
    claim == id || track::thread_id(claim) == id
}

fn pointed(store: &Store, stored: StoredClaim) -> Result<Pointed, StoreError> {
    let words = ClaimWords::of(&stored.found, &store.text(stored.snapshot)?);
    Ok(Pointed { snapshot: stored.snapshot, claim: stored.found.id, words })
}
