//! CSV and TSV: a header line, then one record a row; several listings are parted by an empty line.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`. Text cells that begin so get a leading `'`; numbers stay numbers.
//! Hidden characters are shown as escapes, so the lossless form of a text is JSON. In TSV nothing is quoted, for `cut` and `awk`: tabs and
//! line ends in a value become a space and `⏎`.

use std::borrow::Cow;
use std::io;

use super::{Cell, Column, Form, Format, Page, Report, listings, sanitise};

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
            let header = listing.columns.iter().map(|column| unformula(&sanitise::cell(&column.name)).into_owned()).collect();
            let rows = listing.rows.iter().map(|row| {
                let columns = listing.columns.iter().enumerate();
                columns.map(|(index, column)| row.cells.get(index).map_or_else(String::new, |cell| self.value(column, cell))).collect()
            });
            (self.write)(&mut std::iter::once(header).chain(rows), out)?;
        }
        Ok(())
    }
}

impl Separated {
    /// A cell as data: numbers as they are, text without hidden characters and without formulas; brackets say what a mark would, but where
    /// the column does.
    fn value(&self, column: &Column, cell: &Cell) -> String {
        match cell {
            Cell::Number(number) => number.to_string(),
            other if column.one_mark => unformula(&(self.clean)(&other.plain())).into_owned(),
            other => unformula(&(self.clean)(&other.bracketed())).into_owned(),
        }
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
