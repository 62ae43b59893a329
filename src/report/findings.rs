//! Claims, figures and statuses of one text as rows of one listing, in the objects of the JSON contract.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Align, Cell, Column, Listing, Mark, Rich};
use crate::model::{Claim, Figure, Findings, Mention};
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

/// Appends what was found in the text that is called `doc`: claims, then figures, then statuses.
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
        let row = cells(doc, "figure", figure.what.clone(), figure.source.as_ref(), Rich::from(quantity(figure)), figure.evidence.span);
        listing.push(row, object("figure", doc, figure));
    }
    for status in &found.statuses {
        let row =
            cells(doc, "status", status.topic.clone(), status.source.as_ref(), Rich::from(status.state.as_str()), status.evidence.span);
        listing.push(row, object("status", doc, status));
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

/// A figure as a reader says it: `at least 17 people`, `12–14 people`, `dozens people`.
pub fn quantity(figure: &Figure) -> String {
    let number = match (figure.low, figure.high) {
        (Some(low), Some(high)) if low != high => format!("{}–{}", grouped(low), grouped(high)),
        (Some(value), _) | (None, Some(value)) => grouped(value),
        (None, None) => String::new(),
    };
    [figure.qualifier.as_deref().unwrap_or_default(), &number, &figure.unit]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `2600` as `2,600`; fractions as they are.
fn grouped(number: f64) -> String {
    let text = number.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), ""), |(whole, _)| (whole, &text[whole.len()..]));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::from(sign);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
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

    fn figure(low: Option<f64>, high: Option<f64>, qualifier: Option<&str>) -> Figure {
        Figure {
            id: String::new(),
            what: "killed".into(),
            low,
            high,
            qualifier: qualifier.map(str::to_owned),
            unit: "people".into(),
            source: None,
            cumulative: false,
            evidence: crate::model::Evidence { span: CharSpan::new(0, 1) },
        }
    }

    #[test]
    fn a_figure_is_said_as_a_reader_says_it() {
        assert_eq!(quantity(&figure(Some(8000.0), None, Some("more than"))), "more than 8,000 people");
        assert_eq!(quantity(&figure(Some(12.0), Some(14.0), None)), "12–14 people");
        assert_eq!(quantity(&figure(None, None, Some("dozens"))), "dozens people");
        assert_eq!(quantity(&figure(Some(-1234567.5), None, None)), "-1,234,567.5 people");
    }

    #[test]
    fn an_object_begins_with_its_type_and_document() {
        let row = object("figure", &json!(7), &figure(Some(3.0), None, None));
        assert!(row.to_string().starts_with("{\"type\":\"figure\",\"doc\":7,\"id\":"));
    }
}
