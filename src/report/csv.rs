//! CSV for spreadsheets: a header line, then one record a row; several listings are parted by an empty line.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`. Text cells that begin so get a leading `'`; numbers stay numbers.
//! Hidden characters are shown as escapes, so the lossless form of a text is JSON.

use std::borrow::Cow;
use std::io;

use super::{Cell, Column, Format, Listing, Page, Report, listings, sanitise};

pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn about(&self) -> &'static str {
        "comma-separated values"
    }

    fn extension(&self) -> &'static str {
        "csv"
    }

    fn is_data(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        for (index, (_, listing)) in listings(report).enumerate() {
            if index > 0 {
                out.write_all(b"\n")?;
            }
            write_records(listing, out)?;
        }
        Ok(())
    }
}

fn write_records(listing: &Listing, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = ::csv::WriterBuilder::new().from_writer(out);
    writer.write_record(listing.columns.iter().map(|column| unformula(&sanitise::cell(&column.name)).into_owned()))?;
    for row in &listing.rows {
        let cells = listing
            .columns
            .iter()
            .enumerate()
            .map(|(index, column)| row.cells.get(index).map_or_else(String::new, |cell| value(column, cell, sanitise::lines)));
        writer.write_record(cells)?;
    }
    writer.flush()
}

/// A cell as data: numbers as they are, text without hidden characters and without formulas; brackets say what a mark would, but where
/// the column does.
pub(super) fn value(column: &Column, cell: &Cell, clean: fn(&str) -> Cow<'_, str>) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        other if column.one_mark => unformula(&clean(&other.plain())).into_owned(),
        other => unformula(&clean(&other.bracketed())).into_owned(),
    }
}

/// `text` with a leading `'` where a spreadsheet would run it.
fn unformula(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}
