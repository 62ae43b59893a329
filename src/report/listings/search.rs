//! `search`: snapshots and claims that hold some words.

use serde_json::json;

use super::{Scope, count, time};
use crate::report::{Column, Listing, Mark, Rich};
use crate::store::{Hit, HitKind, SnapshotInfo, StoreError};

const COLUMNS: &[Column] =
    &[Column::name("version"), Column::name("seen"), Column::name("in"), Column::words("words"), Column::id("claims")];

/// Columns for programs.
const FIELDS: &[&str] = &["snapshot", "in", "words", "claims", "doc"];

/// Versions that hold all of `words`, in the order of time, each once with the claims in it that hold them; `limit` at most.
///
/// # Errors
/// Whatever the store refuses.
pub fn search(scope: &Scope<'_>, words: &str, limit: u32) -> Result<Listing, StoreError> {
    let mut found: Vec<(&SnapshotInfo, Hit, Vec<String>)> = Vec::new();
    let hits = scope.store.search(words, scope.story, limit)?;
    let is_cut = |kind: HitKind| hits.iter().filter(|hit| hit.kind == kind).count() == limit as usize;
    let is_cut = [HitKind::Snapshot, HitKind::Claim].into_iter().any(is_cut);
    for hit in hits {
        let Some(info) = scope.info(hit.snapshot) else { continue };
        // Texts come before claims, so that the text in which a claim stands is there already, if it holds the words as well.
        match found.iter_mut().find(|(known, ..)| known.id == info.id) {
            Some((_, _, claims)) => claims.extend(hit.claim),
            None => found.push((info, hit.clone(), hit.claim.into_iter().collect())),
        }
    }
    found.sort_by(|(left, ..), (right, ..)| left.in_story().cmp(&right.in_story()));
    let mut listing = Listing::new("hit", COLUMNS).with_fields(FIELDS);
    for (info, hit, claims) in &found {
        let kind = match hit.kind {
            HitKind::Snapshot => "text",
            HitKind::Claim => "claim",
        };
        let plain: String = hit.snippet.chars().filter(|letter| ![Hit::OPEN, Hit::CLOSE].contains(letter)).collect();
        let object = json!({
            "type": "hit", "doc": info.origin, "snapshot": info.reference, "in": kind, "words": plain, "claim": claims.first(), "claims": claims,
        });
        let cells = vec![
            info.reference.as_str().into(),
            time(info.seen_at()).into(),
            kind.into(),
            marked(&lines_joined(&hit.snippet)).into(),
            claims.join(" ").into(),
        ];
        listing.push(cells, object);
    }
    listing.footer.push(count(listing.rows.len(), "version"));
    if is_cut {
        listing.footer.push(format!("stopped at {limit} texts or claims; more words narrow the search"));
    }
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
