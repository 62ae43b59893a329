//! `sayso query`: read-only SQL over the store.

use sayso::report::{Align, Cell, Column, Listing, Shrink};
use sayso::store::Value;

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Query) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let table = store.query(&args.sql)?;
    let names = unique(&table.columns);
    let columns: Vec<Column> =
        names.iter().map(|name| Column { name: name.clone().into(), align: Align::Left, shrink: Shrink::Wrap }).collect();
    let mut listing = Listing::new("row", &columns);
    for row in &table.rows {
        let object: serde_json::Map<String, serde_json::Value> = names.iter().cloned().zip(row.iter().map(json)).collect();
        listing.push(row.iter().map(cell).collect(), object.into());
    }
    listing.footer.push(sayso::report::listings::count(table.rows.len(), "row"));
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}

/// The names of columns, those that stand there already numbered from 2: a JSON object has a name once.
fn unique(names: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(names.len());
    for name in names {
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let free = std::iter::once(name.clone()).chain(numbered).find(|name| !out.contains(name));
        out.extend(free);
    }
    out
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::Empty,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => format!("{} bytes", bytes.len()).into(),
    }
}

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Null => serde_json::Value::Null,
        Value::Integer(number) => (*number).into(),
        Value::Real(number) => (*number).into(),
        Value::Text(text) => text.as_str().into(),
        Value::Blob(bytes) => serde_json::json!({"bytes": bytes.len()}),
    }
}
