//! Claims, figures and statuses of one text as rows of one listing, in the objects of the JSON contract.

use std::io;

use serde::Serialize;
use serde_json::Value;

use super::listings::asserter;
use super::{Align, Cell, Column, Listing, Mark, Rich, write_object};
use crate::model::{Findings, Mention, NARRATOR};
use crate::text::CharSpan;

const COLUMNS: &[Column] = &[
    Column::name("doc"),
    Column::name("type"),
    Column::name("what"),
    Column::text("source"),
    Column::words("words"),
    Column::spare("span", Align::Left),
];

/// Columns for programs; each kind of finding fills its own.
const FIELDS: &[&str] = &[
    "doc",
    "type",
    "id",
    "act",
    "negated",
    "source.name",
    "source.kind",
    "via.name",
    "target.name",
    "content.text",
    "cue.text",
    "quote",
    "certainty",
    "distance",
    "answers",
    "what",
    "low",
    "high",
    "qualifier",
    "unit",
    "cumulative",
    "topic",
    "state",
    "text",
    "evidence.span",
    "confidence",
    "rule",
];

/// A listing for [`push`].
pub fn listing() -> Listing {
    Listing::new("finding", COLUMNS).with_fields(FIELDS)
}

/// Appends what was found in the text that is called `doc`: claims, then figures, then statuses, then notes on the text as a whole.
pub fn push(listing: &mut Listing, doc: &Value, found: &Findings) {
    for claim in &found.claims {
        let words = Rich::from(claim.words());
        let words = match &claim.cue {
            Some(cue) => words.with(Mark::Faint, format!("  ({})", cue.text)),
            None => words,
        };
        let told = Told { what: &claim.act_in_words(), source: asserter(claim), words, span: claim.evidence.span };
        listing.push(told.cells("claim", doc), object("claim", doc, claim));
    }
    for figure in &found.figures {
        let source = source(figure.source.as_ref());
        let told = Told { what: &figure.what, source, words: figure.quantity().into(), span: figure.evidence.span };
        listing.push(told.cells("figure", doc), object("figure", doc, figure));
    }
    for status in &found.statuses {
        let source = source(status.source.as_ref());
        let told = Told { what: &status.topic, source, words: status.state.as_str().into(), span: status.evidence.span };
        listing.push(told.cells("status", doc), object("status", doc, status));
    }
    for text in &found.notes {
        let told = Told { what: "", source: source(None), words: text.as_str().into(), span: CharSpan::new(0, 0) };
        listing.push(told.cells("note", doc), object("note", doc, &Note { text }));
    }
}

/// Writes the objects of the rows that [`push`] appends as lines of NDJSON, for commands that stream: without cells, which nobody
/// would read, and without a JSON value between a finding and its line.
///
/// # Errors
/// Whatever `out` gives.
pub fn write(doc: &Value, found: &Findings, out: &mut dyn io::Write) -> io::Result<()> {
    for row in &found.claims {
        write_object(&Object { kind: "claim", doc, row }, out)?;
    }
    for row in &found.figures {
        write_object(&Object { kind: "figure", doc, row }, out)?;
    }
    for row in &found.statuses {
        write_object(&Object { kind: "status", doc, row }, out)?;
    }
    for text in &found.notes {
        write_object(&Object { kind: "note", doc, row: &Note { text } }, out)?;
    }
    Ok(())
}

/// `row` with its type and document in front.
pub fn object(kind: &str, doc: &Value, row: &impl Serialize) -> Value {
    // The rows are plain structs of strings, numbers and lists, which cannot fail to become JSON.
    serde_json::to_value(Object { kind, doc, row }).unwrap_or_default()
}

/// A row of the JSON contract: its type, its document, and its own fields.
#[derive(Serialize)]
struct Object<'a, R> {
    #[serde(rename = "type")]
    kind: &'a str,
    doc: &'a Value,
    #[serde(flatten)]
    row: &'a R,
}

/// A note on a text as a whole.
#[derive(Serialize)]
struct Note<'a> {
    text: &'a str,
}

fn source(source: Option<&Mention>) -> Rich {
    source.map_or(NARRATOR, |source| &source.name).into()
}

/// A finding for readers.
struct Told<'f> {
    what: &'f str,
    source: Rich,
    words: Rich,
    span: CharSpan,
}

impl Told<'_> {
    fn cells(self, kind: &str, doc: &Value) -> Vec<Cell> {
        let doc = doc.as_str().map_or_else(|| doc.to_string(), str::to_owned);
        let span = format!("{}–{}", self.span.start(), self.span.end());
        vec![doc.into(), kind.into(), self.what.into(), self.source.into(), self.words.into(), span.into()]
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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

    #[test]
    fn a_stream_has_the_objects_of_the_listing() {
        let mut found = crate::pipeline::findings("a", "Talks\n\nThe mayor said: “The truce holds.”\u{7f} Six people were killed.");
        found.notes.push("a note".into());
        let (mut listed, mut listing) = (Vec::new(), listing());
        push(&mut listing, &json!("a"), &found);
        for row in &listing.rows {
            write_object(&row.object, &mut listed).expect("memory can be written to");
        }
        let mut streamed = Vec::new();
        write(&json!("a"), &found, &mut streamed).expect("memory can be written to");
        assert_eq!(String::from_utf8(streamed), String::from_utf8(listed));
        assert!(listing.rows.len() > 3);
    }
}
