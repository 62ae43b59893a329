//! JSON: one array of the row objects. A report of several listings is one object with an array for each section.
//!
//! The objects are the contract; cells, paragraphs and footers are for readers and left out. Characters that a terminal would
//! obey are written as JSON escapes, which every parser reads back as the same text.

use std::collections::BTreeSet;
use std::io;

use super::{Form, Format, Listing, Page, Report, listings, sanitise};

pub(super) struct Json;

impl Format for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "one JSON array"
    }

    fn extension(&self) -> &'static str {
        "json"
    }

    fn form(&self) -> Form {
        Form::Value
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        let listings: Vec<(&str, &Listing)> = listings(report).collect();
        if let [(_, listing)] = listings[..] {
            write_array(listing, out)?;
            return out.write_all(b"\n");
        }
        out.write_all(b"{\"schema\":\"sayso/1\"")?;
        let mut taken = BTreeSet::from(["schema".to_owned()]);
        for (heading, listing) in listings {
            write!(out, ",\n{}:", escaped(&serde_json::Value::String(key(heading, listing, &mut taken))))?;
            write_array(listing, out)?;
        }
        out.write_all(b"}\n")
    }
}

/// `value` on one line, with nothing in it that a terminal would obey.
pub(super) fn escaped(value: &impl serde::Serialize) -> String {
    // Plain values, which cannot fail to be written.
    let text = serde_json::to_string(value).unwrap_or_default();
    if !sanitise::has_hidden(&text) {
        return text;
    }
    // Outside strings JSON is plain ASCII without control characters, so every hidden character stands inside one.
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if sanitise::is_hidden(c) {
            let mut units = [0; 2];
            safe.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            safe.push(c);
        }
    }
    safe
}

fn write_array(listing: &Listing, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(b"[")?;
    let objects = listing.read_by_programs();
    for (index, object) in objects.iter().enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        out.write_all(escaped(object).as_bytes())?;
    }
    out.write_all(if objects.is_empty() { b"]" } else { b"\n]" })
}

/// The section's heading, else the listing's kind, made different from the keys before it.
fn key(heading: &str, listing: &Listing, taken: &mut BTreeSet<String>) -> String {
    let stem = match super::layout::slug(heading) {
        slug if slug.is_empty() => listing.kind.to_owned(),
        slug => slug,
    };
    let mut key = stem.clone();
    let mut number = 2;
    while !taken.insert(key.clone()) {
        key = format!("{stem}-{number}");
        number += 1;
    }
    key
}
