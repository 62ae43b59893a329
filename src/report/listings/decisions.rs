//! `log --decisions`: what people ruled, in the order in which they ruled it.

use rustc_hash::FxHashMap;
use serde_json::json;

use super::{Scope, count, one_line, rfc3339, time};
use crate::decisions::{self, Fate};
use crate::model::{SubjectKind, in_words};
use crate::report::{Column, Listing};
use crate::store::{StoreError, Subject};
use crate::text::CharIndex;
use crate::track::thread_id;

const COLUMNS: &[Column] = &[
    Column::number("no"),
    Column::name("when"),
    Column::text("who"),
    Column::name("ruling"),
    Column::name("on"),
    Column::words("what it says"),
    Column::text("detail"),
    Column::text("why"),
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
    "says",
    "detail",
    "with.row",
    "with.says",
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
    let sayings = Sayings::of(scope)?;
    for (decision, fate) in scope.ruled.all() {
        let made = &decision.made;
        let on = format!("{} {}", made.subject.kind, made.subject.row);
        let superseded_by = if let Fate::Superseded(by) = fate { Some(by.0) } else { None };
        let says = sayings.on(scope, &made.subject)?;
        let with_says = made.with.as_ref().map(|with| sayings.on(scope, with)).transpose()?;
        let with = made
            .with
            .as_ref()
            .map(|with| json!({"kind": with.kind, "row": with.row, "sha256": with.sha256, "span": with.span, "says": with_says}));
        let object = json!({
            "type": "decision", "no": decision.id.0, "when": rfc3339(Some(made.decided_at)), "who": made.who, "ruling": made.ruling,
            "kind": made.subject.kind, "row": made.subject.row, "says": says, "sha256": made.subject.sha256, "span": made.subject.span, "detail": made.detail,
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
            [Some(says), with_says].into_iter().flatten().collect::<Vec<_>>().join("; with ").into(),
            detail.into(),
            made.why.as_deref().into(),
            told(fate).into(),
        ];
        listing.push(cells, object);
    }
    listing.footer.push(count(listing.rows.len(), "decision"));
    Ok(listing)
}

/// What the rows say that can be ruled on, and where, by their ids. A thread that is none any more, since it was merged into another, says
/// what the claim does that began it.
struct Sayings(FxHashMap<String, String>);

impl Sayings {
    fn of(scope: &Scope<'_>) -> Result<Self, StoreError> {
        let mut out = FxHashMap::default();
        if scope.ruled.all().next().is_none() {
            return Ok(Sayings(out));
        }
        for item in decisions::items(scope.store, scope.story)? {
            let place = scope.info(item.brought_by).map_or("", |info| &info.reference);
            let said = format!("{place}: {}", one_line(&item.says));
            if item.subject.kind == SubjectKind::Claim {
                out.entry(thread_id(&item.subject.row)).or_insert_with(|| said.clone());
            }
            out.insert(item.subject.row, said);
        }
        Ok(Sayings(out))
    }

    /// What the row says that was ruled on; where none of today has its id, the words at which the decision points.
    fn on(&self, scope: &Scope<'_>, subject: &Subject) -> Result<String, StoreError> {
        if let Some(said) = self.0.get(&subject.row) {
            return Ok(said.clone());
        }
        let Some(info) = scope.snapshots.iter().find(|info| info.sha256 == subject.sha256) else { return Ok(String::new()) };
        let text = scope.store.text(info.id)?;
        let kind = subject.change.as_ref().map_or(String::new(), |change| format!("{} · ", in_words(change.kind.as_str())));
        Ok(format!("{}: {kind}{}", info.reference, one_line(CharIndex::new(&text).bytes(subject.span).of(&text))))
    }
}

fn told(fate: Fate) -> String {
    match fate {
        Fate::Stands => "yes".to_owned(),
        Fate::TakenBack => "taken back".to_owned(),
        Fate::Superseded(by) => format!("no: {} came later", by.0),
        Fate::Lost => "on no row now".to_owned(),
    }
}
