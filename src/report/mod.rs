//! Reports and listings as plain values, and the formats that write them.
//!
//! Whoever has something to show builds one [`Report`] (or one [`Listing`], which becomes a report of a single section) and
//! gives it to a [`Format`]. A format decides how it looks and makes foreign text harmless for its own reader; it never decides
//! what is shown, so that every format for readers shows the same rows in the same order, and every format of objects the same
//! objects: those of the rows, or of what the rows stand for ([`Listing::objects`]). Nothing here prints: a format writes to the writer
//! that it is given.
//!
//! Reading order: this file → `rich` and `listing`, its parts → [`sanitise`] → the formats in the order of [`FORMATS`].

mod audit;
mod comparison;
pub mod diff_json;
pub mod findings;
mod fit;
mod html;
mod item;
mod json;
mod layout;
mod listing;
pub mod listings;
mod markdown;
mod ndjson;
mod rich;
pub mod sanitise;
mod separated;
mod table;
mod unified;

use std::io;

pub use audit::audit;
pub use comparison::{Side, View, comparison};
pub use item::item;

pub use listing::{Align, Cell, Column, Listing, Row, Shrink};
pub use rich::{Mark, Rich, Run};
pub use unified::unified;

/// Everything that one command has to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Headline; empty for a bare listing.
    pub title: String,
    /// Lines under the headline: what was read, when, with which version.
    pub subtitle: Vec<String>,
    /// The parts, in reading order.
    pub sections: Vec<Section>,
}

impl Report {
    /// Keeps the first `most` rows of each table and timeline for whoever reads at a screen, and says under it how many there are and which
    /// `command` shows the others.
    pub fn shorten(&mut self, most: usize, command: &str) {
        for section in &mut self.sections {
            let mut blocks = Vec::with_capacity(section.blocks.len());
            for mut block in std::mem::take(&mut section.blocks) {
                let more = match &mut block {
                    Block::Listing(listing) => {
                        listing.shorten(most, command);
                        None
                    }
                    Block::Timeline(moments) if moments.len() > most => {
                        let said = listing::first_of(most, moments.len(), command);
                        moments.truncate(most);
                        Some(Block::Paragraph(said.into()))
                    }
                    _ => None,
                };
                blocks.push(block);
                blocks.extend(more);
            }
            section.blocks = blocks;
        }
    }
}

/// One part of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Empty for a bare listing.
    pub heading: String,
    /// What stands in it, in reading order.
    pub blocks: Vec<Block>,
}

impl From<Listing> for Report {
    fn from(listing: Listing) -> Self {
        Report { sections: vec![Section { heading: String::new(), blocks: vec![Block::Listing(listing)] }], ..Report::default() }
    }
}

/// One thing in a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph of ours, with foreign words in it where they are marked runs.
    Paragraph(Rich),
    /// Words of a snapshot, line ends kept.
    Passage(Rich),
    /// Points in no table.
    Items(Vec<Rich>),
    /// A table.
    Listing(Listing),
    /// A passage before and after.
    WordDiff(WordDiff),
    /// What happened one after the other.
    Timeline(Vec<Moment>),
}

/// One point of a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// Time or version, as it is to be read.
    pub when: String,
    /// What happened.
    pub what: Rich,
    /// The words that show it; may be empty.
    pub words: Rich,
    /// A target for links; letters, digits and hyphens.
    pub anchor: Option<String>,
}

/// A passage of two snapshots with what was taken out and put in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordDiff {
    /// What became of the passage: `edited`, `moved` …
    pub label: String,
    /// Where it stands in the earlier snapshot, as it is to be read; empty where it is not there.
    pub from_place: String,
    /// The same in the later one.
    pub to_place: String,
    /// Equal, deleted and inserted runs of both sides in one row. Without the inserted ones it is the earlier passage,
    /// without the deleted ones the later.
    pub runs: Rich,
}

impl WordDiff {
    /// The same words on both sides: only their place is another, and they are drawn once.
    pub fn is_unchanged(&self) -> bool {
        !self.runs.0.iter().any(|run| matches!(run.mark, Mark::Inserted | Mark::Deleted))
    }

    /// The earlier passage.
    pub fn before(&self) -> Rich {
        Rich(self.runs.0.iter().filter(|run| run.mark != Mark::Inserted).cloned().collect())
    }

    /// The later passage.
    pub fn after(&self) -> Rich {
        Rich(self.runs.0.iter().filter(|run| run.mark != Mark::Deleted).cloned().collect())
    }
}

/// What the writer of a format may use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Columns of the terminal; `None` where nobody reads along (a pipe, a file): full values, nothing wrapped.
    pub width: Option<usize>,
    /// Escape sequences for colour may be written.
    pub colour: bool,
    /// Word diffs stand side by side rather than in one row.
    pub side_by_side: bool,
}

/// For whom a format is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Somebody at a screen, where the first rows tell the most: a long listing may be cut short.
    Screen,
    /// Readers of a page.
    Page,
    /// Programs that want every row, or the object of each, in columns.
    Rows,
    /// Programs that want every row as an object: each is written by itself, as soon as it is found.
    Lines,
    /// Programs that want one JSON value: where a verb has an object of its own, that is written.
    Value,
}

impl Form {
    /// It is read by programs, which want every row.
    pub fn is_data(self) -> bool {
        matches!(self, Form::Rows | Form::Lines | Form::Value)
    }
}

/// One way to write a report. [`FORMATS`] are those that the program knows by name; one of another crate is used by its `write`.
pub trait Format: Sync {
    /// The word behind `--format`.
    fn name(&self) -> &'static str;

    /// One line for help.
    fn about(&self) -> &'static str;

    /// The ending of files of this format, without the dot.
    fn extension(&self) -> &'static str;

    /// For whom it is, which says what a verb may leave out and when it may write.
    fn form(&self) -> Form;

    /// Writes all of `report`.
    ///
    /// # Errors
    /// Whatever `out` gives.
    fn write(&self, report: &Report, page: &Page, out: &mut dyn io::Write) -> io::Result<()>;
}

/// Every format, in the order in which help lists them; the first is the default.
pub const FORMATS: &[&dyn Format] =
    &[&table::Table, &json::Json, &ndjson::Ndjson, &separated::CSV, &separated::TSV, &markdown::Markdown, &html::Html];

/// A word that names no format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no format is called {given:?}; known: {known}", known = names().join(", "))]
pub struct UnknownFormat {
    /// The word.
    pub given: String,
}

/// The names of all formats.
pub fn names() -> Vec<&'static str> {
    FORMATS.iter().map(|format| format.name()).collect()
}

/// The format of that name.
///
/// # Errors
/// Where there is none.
pub fn format(name: &str) -> Result<&'static dyn Format, UnknownFormat> {
    FORMATS.iter().copied().find(|format| format.name() == name).ok_or_else(|| UnknownFormat { given: name.to_owned() })
}

/// The format whose files have the ending of `path`.
pub fn format_of_path(path: &std::path::Path) -> Option<&'static dyn Format> {
    let ending = path.extension()?.to_str()?;
    FORMATS.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(ending))
}

/// Writes one row's object as a line of NDJSON, for commands that stream.
///
/// # Errors
/// Whatever `out` gives.
pub(crate) fn write_object(object: &impl serde::Serialize, out: &mut dyn io::Write) -> io::Result<()> {
    let mut line = json::escaped(object);
    line.push('\n');
    out.write_all(line.as_bytes())
}

/// Every listing of a report with the heading of its section.
pub(crate) fn listings(report: &Report) -> impl Iterator<Item = (&str, &Listing)> {
    report.sections.iter().flat_map(|section| {
        section.blocks.iter().filter_map(|block| match block {
            Block::Listing(listing) => Some((section.heading.as_str(), listing)),
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests;
