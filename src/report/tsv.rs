//! TSV for `cut` and `awk`: a header line, then one line a row, no quoting; tabs and line ends in a value become a space and `⏎`.

use std::io;

use super::{Format, Page, Report, csv, listings, sanitise};

pub(super) struct Tsv;

impl Format for Tsv {
    fn name(&self) -> &'static str {
        "tsv"
    }

    fn about(&self) -> &'static str {
        "tab-separated values, one line a row"
    }

    fn extension(&self) -> &'static str {
        "tsv"
    }

    fn is_data(&self) -> bool {
        true
    }

    fn write(&self, report: &Report, _page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
        for (index, (_, listing)) in listings(report).enumerate() {
            if index > 0 {
                out.write_all(b"\n")?;
            }
            let names: Vec<_> = listing.columns.iter().map(|column| sanitise::cell(&column.name)).collect();
            writeln!(out, "{}", names.join("\t"))?;
            for row in &listing.rows {
                let value =
                    |(index, column)| row.cells.get(index).map_or_else(String::new, |cell| csv::value(column, cell, sanitise::cell));
                let cells = listing.columns.iter().enumerate().map(value);
                writeln!(out, "{}", cells.collect::<Vec<_>>().join("\t"))?;
            }
        }
        Ok(())
    }
}
