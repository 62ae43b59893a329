//! `search`: snapshots and claims that hold some words.

use serde_json::json;

use super::{Scope, count};
use crate::report::{Column, Listing, Mark, Rich};
use crate::store::{Hit, HitKind, StoreError};

const COLUMNS: &[Column] = &[Column::name("version"), Column::name("in"), Column::words("words"), Column::id("claim")];

/// Places that hold all of `words`, best first, `limit` at most.
///
/// # Errors
/// Whatever the store refuses.
pub fn search(scope: &Scope<'_>, words: &str, limit: u32) -> Result<Listing, StoreError> {
    let mut listing = Listing::new("hit", COLUMNS);
    for hit in scope.store.search(words, limit)? {
        let Some(info) = scope.info(hit.snapshot) else { continue };
        let kind = match hit.kind {
            HitKind::Snapshot => "text",
            HitKind::Claim => "claim",
        };
        let plain: String = hit.snippet.chars().filter(|letter| ![Hit::OPEN, Hit::CLOSE].contains(letter)).collect();
        let object = json!({"type": "hit", "doc": info.origin, "snapshot": info.reference, "in": kind, "words": plain, "claim": hit.claim});
        listing.push(
            vec![info.reference.as_str().into(), kind.into(), marked(&lines_joined(&hit.snippet)).into(), hit.claim.as_deref().into()],
            object,
        );
    }
    listing.footer.push(count(listing.rows.len(), "place"));
    Ok(listing)
}

/// The snippet on one line; its marks stay where they are.
fn lines_joined(snippet: &str) -> String {
    snippet.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" / ")
}

fn marked(snippet: &str) -> Rich {
    let mut out = Rich::new();
    for (index, part) in snippet.split(Hit::OPEN).enumerate() {
        match part.split_once(Hit::CLOSE).filter(|_| index > 0) {
            Some((hit, rest)) => {
                out.push(Mark::Strong, hit);
                out.push(Mark::Plain, rest);
            }
            None => out.push(Mark::Plain, part),
        }
    }
    out
}
