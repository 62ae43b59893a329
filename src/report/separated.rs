//! CSV and TSV: a header line, then one record for each object of a listing that says which of its keys are columns, else for each of its
//! rows as readers have them; several listings are parted by an empty line.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`. Text cells that begin so get a leading `'`; numbers stay numbers.
//! Hidden characters are shown as escapes, so the lossless form of a text is JSON. In TSV nothing is quoted, for `cut` and `awk`: tabs and
//! line ends in a value become a space and `⏎`.

use std::borrow::Cow;
use std::io;

use serde_json::Value;

use super::{Cell, Form, Format, Page, Report, Row, listings, sanitise};

/// One of the two.
pub(super) struct Separated {
    name: &'static str,
    about: &'static str,
    /// Makes a text fit to stand in a cell.
    clean: fn(&str) -> Cow<'_, str>,
    write: fn(&mut dyn Iterator<Item = Vec<String>>, &mut dyn io::Write) -> io::Result<()>,
}

pub(super) const CSV: Separated = Separated { name: "csv", about: "comma-separated values", clean: sanitise::lines, write: write_quoted };

pub(super) const TSV: Separated =
    Separated { name: "tsv", about: "tab-separated values, one line a row", clean: sanitise::cell, write: write_plain };

impl Format for Separated {
    fn name(&self) -> &'static str {
        self.name
    }

    fn about(&self) -> &'static str {
        self.about
    }

    fn extension(&self) -> &'static str {
        self.name
    }

    fn form(&self) -> Form {
        Form::Rows
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        for (index, (_, listing)) in listings(report).enumerate() {
            if index > 0 {
                out.write_all(b"\n")?;
            }
            let clean = |text: &str| unformula(&(self.clean)(text)).into_owned();
            let (names, rows): (Vec<&str>, Vec<Vec<String>>) = match listing.fields {
                [] => {
                    let cells = |row: &Row| {
                        (0..listing.columns.len())
                            .map(|index| row.cells.get(index).map_or_else(String::new, |cell| of_cell(cell, clean)))
                            .collect()
                    };
                    (listing.columns.iter().map(|column| &*column.name).collect(), listing.rows.iter().map(cells).collect())
                }
                fields => {
                    let values = |object: &Value| fields.iter().map(|field| of_key(object, field, clean)).collect();
                    (fields.to_vec(), listing.read_by_programs().into_iter().map(values).collect())
                }
            };
            let header = names.into_iter().map(|name| unformula(&sanitise::cell(name)).into_owned()).collect();
            (self.write)(&mut std::iter::once(header).chain(rows), out)?;
        }
        Ok(())
    }
}

/// A cell as data: numbers as they are, else its words.
fn of_cell(cell: &Cell, clean: impl Fn(&str) -> String) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        other => clean(&other.plain()),
    }
}

/// What an object has under a row of keys: nothing where one is missing or `null`; a list (a place, several ids) as JSON.
fn of_key(object: &Value, keys: &str, clean: impl Fn(&str) -> String) -> String {
    match keys.split('.').try_fold(object, |value, key| value.get(key)) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => clean(text),
        // `12` where JSON has `12.0`.
        Some(Value::Number(number)) => number.as_f64().filter(|_| number.is_f64()).map_or(number.to_string(), |value| value.to_string()),
        Some(other) => clean(&other.to_string()),
    }
}

fn write_quoted(records: &mut dyn Iterator<Item = Vec<String>>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = csv::WriterBuilder::new().from_writer(out);
    for record in records {
        writer.write_record(record)?;
    }
    writer.flush()
}

fn write_plain(records: &mut dyn Iterator<Item = Vec<String>>, out: &mut dyn io::Write) -> io::Result<()> {
    for record in records {
        writeln!(out, "{}", record.join("\t"))?;
    }
    Ok(())
}

/// `text` with a leading `'` where a spreadsheet would run it.
fn unformula(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
