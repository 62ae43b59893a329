//! `who`: actors by what they do.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Scope, count, plainer, rejected};
use crate::model::{Act, ActorKind, Claim};
use crate::report::{Align, Cell, Column, Listing};
use crate::store::{StoreError, StoredClaim};

/// What one actor does in the scope.
#[derive(Default)]
struct Doing {
    name: String,
    kind: Option<ActorKind>,
    /// Claims by act, and apart those that say of themselves that it was not done.
    acts: BTreeMap<(Act, bool), usize>,
    aimed_at: usize,
}

impl Doing {
    fn total(&self) -> usize {
        self.acts.values().sum()
    }
}

/// Actors × acts over all versions, acts as they were ruled and without what was rejected: who does most stands first, and so does what is
/// done most. Acts that nobody does have no column.
///
/// # Errors
/// Whatever the store refuses.
pub fn who(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let all = scope.all_claims()?;
    let found = all.len();
    let claims: Vec<StoredClaim> = all.into_iter().filter(|claim| !claim.is_rejected).map(|claim| claim.row).collect();
    let left_out = found - claims.len();
    let mut actors: BTreeMap<String, Doing> = BTreeMap::new();
    for stored in &claims {
        tally(&mut actors, &stored.found);
    }
    let mut actors: Vec<Doing> = actors.into_values().collect();
    actors.sort_by_key(|doing| std::cmp::Reverse((doing.total(), doing.aimed_at)));
    let done = |act: &(Act, bool)| -> usize { actors.iter().filter_map(|doing| doing.acts.get(act)).sum() };
    let known = [false, true].into_iter().flat_map(|negated| Act::ALL.iter().map(move |act| (*act, negated)));
    let mut used: Vec<(Act, bool)> = known.filter(|act| done(act) > 0).collect();
    used.sort_by_key(|act| (act.1, std::cmp::Reverse(done(act))));
    let mut listing = Listing::new("actor", &columns(&used));
    for doing in &actors {
        listing.push(cells(doing, &used), object(doing));
    }
    listing.footer.push(format!(
        "{} by {} in {}{}",
        count(claims.len(), "claim"),
        count(actors.len(), "actor"),
        count(scope.snapshots.len(), "version"),
        rejected(left_out)
    ));
    Ok(listing)
}

/// Acts that every terminal is shown.
const COMMON: usize = 6;

fn tally(actors: &mut BTreeMap<String, Doing>, claim: &Claim) {
    let (name, kind) = (claim.source_name(), claim.source.as_ref().map(|source| source.kind));
    let doing = actors.entry(name.to_lowercase()).or_insert_with(|| Doing { name: name.to_owned(), kind, ..Doing::default() });
    doing.name = plainer(&doing.name, name).to_owned();
    *doing.acts.entry((claim.act, claim.act.is_marked(claim.negated))).or_default() += 1;
    if let Some(target) = &claim.target {
        let aimed = actors.entry(target.name.to_lowercase()).or_insert_with(|| Doing {
            name: target.name.clone(),
            kind: Some(target.kind),
            ..Doing::default()
        });
        aimed.name = plainer(&aimed.name, &target.name).to_owned();
        aimed.aimed_at += 1;
    }
}

fn columns(acts: &[(Act, bool)]) -> Vec<Column> {
    let mut columns = vec![Column::text("actor"), Column::spare("kind", Align::Left), Column::number("claims")];
    let act = |(index, (act, negated)): (usize, &(Act, bool))| {
        let column = if index < COMMON && !negated { Column::number("") } else { Column::spare("", Align::Right) };
        Column { name: act.in_words(*negated).into(), ..column }
    };
    columns.extend(acts.iter().enumerate().map(act));
    columns.push(Column::number("target of"));
    columns
}

fn cells(doing: &Doing, acts: &[(Act, bool)]) -> Vec<Cell> {
    let shown = |number: Option<usize>| number.filter(|number| *number > 0).into();
    let mut cells: Vec<Cell> = vec![doing.name.as_str().into(), doing.kind.map(ActorKind::as_str).into(), doing.total().into()];
    cells.extend(acts.iter().map(|act| shown(doing.acts.get(act).copied())));
    cells.push(shown(Some(doing.aimed_at)));
    cells
}

fn object(doing: &Doing) -> serde_json::Value {
    let mut acts: BTreeMap<Act, usize> = BTreeMap::new();
    let mut negated: BTreeMap<Act, usize> = BTreeMap::new();
    for ((act, is_negated), number) in &doing.acts {
        *acts.entry(*act).or_default() += number;
        if *is_negated {
            negated.insert(*act, *number);
        }
    }
    let named = |acts: BTreeMap<Act, usize>| -> serde_json::Map<String, serde_json::Value> {
        acts.into_iter().map(|(act, number)| (act.to_string(), number.into())).collect()
    };
    json!({
        "type": "actor", "name": doing.name, "kind": doing.kind, "claims": doing.total(), "acts": named(acts), "negated": named(negated),
        "aimed_at": doing.aimed_at,
    })
}
