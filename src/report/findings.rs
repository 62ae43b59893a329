//! Claims, figures and statuses of one text as rows of one listing, in the objects of the JSON contract.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Align, Cell, Column, Listing, Mark, Rich};
use crate::model::{Claim, Findings, Mention};
use crate::text::CharSpan;

const COLUMNS: &[Column] = &[
    Column::name("doc"),
    Column::name("type"),
    Column::name("what"),
    Column::text("source"),
    Column::words("words"),
    Column::spare("span", Align::Left),
];

/// A listing for [`push`].
pub fn listing() -> Listing {
    Listing::new("finding", COLUMNS)
}

/// Appends what was found in the text that is called `doc`: claims, then figures, then statuses, then notes on the text as a whole.
pub fn push(listing: &mut Listing, doc: &Value, found: &Findings) {
    for claim in &found.claims {
        let words = Rich::from(claim.content.text.as_str());
        let words = match &claim.cue {
            Some(cue) => words.with(Mark::Faint, format!("  ({})", cue.text)),
            None => words,
        };
        listing.push(cells(doc, "claim", what(claim), claim.source.as_ref(), words, claim.evidence.span), object("claim", doc, claim));
    }
    for figure in &found.figures {
        let row = cells(doc, "figure", figure.what.clone(), figure.source.as_ref(), Rich::from(figure.quantity()), figure.evidence.span);
        listing.push(row, object("figure", doc, figure));
    }
    for status in &found.statuses {
        let row =
            cells(doc, "status", status.topic.clone(), status.source.as_ref(), Rich::from(status.state.as_str()), status.evidence.span);
        listing.push(row, object("status", doc, status));
    }
    for note in &found.notes {
        let place = CharSpan::new(0, 0);
        let row = cells(doc, "note", String::new(), None, Rich::from(note.as_str()), place);
        listing.push(row, json!({ "type": "note", "doc": doc, "text": note }));
    }
}

/// `row` with its type and document in front.
pub fn object(kind: &str, doc: &Value, row: &impl Serialize) -> Value {
    let mut object = json!({ "type": kind, "doc": doc });
    // The rows are plain structs of strings, numbers and lists, which cannot fail to become JSON.
    if let (Value::Object(object), Ok(Value::Object(fields))) = (&mut object, serde_json::to_value(row)) {
        object.extend(fields);
    }
    object
}

fn what(claim: &Claim) -> String {
    if claim.negated { format!("{} not", claim.act) } else { claim.act.to_string() }
}

fn cells(doc: &Value, kind: &str, what: String, source: Option<&Mention>, words: Rich, span: CharSpan) -> Vec<Cell> {
    let doc = doc.as_str().map_or_else(|| doc.to_string(), str::to_owned);
    let span = format!("{}–{}", span.start(), span.end());
    vec![doc.into(), kind.into(), what.into(), source.map_or("narrator", |source| &source.name).into(), words.into(), span.into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Figure;

    fn figure() -> Figure {
        Figure {
            id: String::new(),
            what: "killed".into(),
            low: Some(3.0),
            high: None,
            qualifier: None,
            unit: "people".into(),
            source: None,
            cumulative: false,
            evidence: crate::model::Evidence { span: CharSpan::new(0, 1) },
        }
    }

    #[test]
    fn an_object_begins_with_its_type_and_document() {
        let row = object("figure", &json!(7), &figure());
        assert!(row.to_string().starts_with("{\"type\":\"figure\",\"doc\":7,\"id\":"));
    }
}
