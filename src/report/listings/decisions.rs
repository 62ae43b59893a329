//! `log --decisions`: what people ruled, in the order in which they ruled it.

use serde_json::json;

use super::{Scope, count, rfc3339, time};
use crate::decisions::Fate;
use crate::model::in_words;
use crate::report::{Column, Listing};
use crate::store::StoreError;

const COLUMNS: &[Column] = &[
    Column::number("no"),
    Column::name("when"),
    Column::text("who"),
    Column::name("ruling"),
    Column::name("on"),
    Column::text("detail"),
    Column::words("why"),
    Column::name("stands"),
];

/// Columns for programs.
const FIELDS: &[&str] = &[
    "no",
    "when",
    "who",
    "ruling",
    "kind",
    "row",
    "detail",
    "with.row",
    "why",
    "undoes",
    "stands",
    "superseded_by",
    "on_no_row",
    "sha256",
    "span",
];

/// Every decision on the scope's rows, oldest first, and whether it still counts.
///
/// # Errors
/// Whatever the store refuses.
pub fn decisions(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let mut listing = Listing::new("decision", COLUMNS).with_fields(FIELDS);
    for (decision, fate) in scope.ruled.all() {
        let made = &decision.made;
        let on = format!("{} {}", made.subject.kind, made.subject.row);
        let superseded_by = if let Fate::Superseded(by) = fate { Some(by.0) } else { None };
        let with = made.with.as_ref().map(|with| json!({"kind": with.kind, "row": with.row, "sha256": with.sha256, "span": with.span}));
        let object = json!({
            "type": "decision", "no": decision.id.0, "when": rfc3339(Some(made.decided_at)), "who": made.who, "ruling": made.ruling,
            "kind": made.subject.kind, "row": made.subject.row, "sha256": made.subject.sha256, "span": made.subject.span, "detail": made.detail,
            "with": with, "why": made.why, "undoes": decision.undoes.map(|id| id.0), "stands": decision.stands, "superseded_by": superseded_by,
            "on_no_row": fate == Fate::Lost,
        });
        let detail = decision.undoes.map(|id| format!("decision {}", id.0)).or(made.detail.as_deref().map(in_words));
        let cells = vec![
            decision.id.0.into(),
            time(Some(made.decided_at)).into(),
            made.who.as_str().into(),
            made.ruling.as_str().into(),
            on.into(),
            detail.into(),
            made.why.as_deref().into(),
            told(fate).into(),
        ];
        listing.push(cells, object);
    }
    listing.footer.push(count(listing.rows.len(), "decision"));
    Ok(listing)
}

fn told(fate: Fate) -> String {
    match fate {
        Fate::Stands => "yes".to_owned(),
        Fate::TakenBack => "taken back".to_owned(),
        Fate::Superseded(by) => format!("no: {} came later", by.0),
        Fate::Lost => "on no row now".to_owned(),
    }
}
