//! Reports and listings as plain values, and the formats that write them.
//!
//! Whoever has something to show builds one [`Report`] (or one [`Listing`], which becomes a report of a single section) and
//! gives it to a [`Format`]. A format decides how it looks and makes foreign text harmless for its own reader; it never decides
//! what is shown, so that every format shows the same rows in the same order. Nothing here prints: a format writes to the
//! writer that it is given.
//!
//! Reading order: this file → [`sanitise`] → the formats in the order of [`FORMATS`].

mod audit;
mod comparison;
mod csv;
pub mod diff_json;
pub mod findings;
mod html;
mod json;
mod layout;
pub mod listings;
mod markdown;
mod ndjson;
pub mod sanitise;
mod table;
mod tsv;

pub use audit::audit;
pub use comparison::{Side, View, comparison};

use std::borrow::Cow;
use std::io;

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

/// One part of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Empty for a bare listing.
    pub heading: String,
    /// What stands in it, in reading order.
    pub blocks: Vec<Block>,
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
    /// The earlier passage.
    pub fn before(&self) -> Rich {
        Rich(self.runs.0.iter().filter(|run| run.mark != Mark::Inserted).cloned().collect())
    }

    /// The later passage.
    pub fn after(&self) -> Rich {
        Rich(self.runs.0.iter().filter(|run| run.mark != Mark::Deleted).cloned().collect())
    }
}

/// What sets some words apart from those around them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    Plain,
    /// Present before, absent after.
    Deleted,
    /// Absent before, present after.
    Inserted,
    /// To be seen first: a name, a number that changed.
    Strong,
    /// Of less weight: places, ids, notes.
    Faint,
    /// Words that show a claim.
    Claim,
}

/// Words under one mark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// How they are set apart.
    pub mark: Mark,
    /// The words, as they stand in the world; formats make them harmless.
    pub text: String,
    /// `#anchor` or an `http(s)` address; formats drop any other.
    pub link: Option<String>,
}

/// Words with marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rich(pub Vec<Run>);

impl Rich {
    /// Nothing yet.
    pub fn new() -> Self {
        Rich::default()
    }

    /// The same with `text` under `mark` behind it.
    #[must_use]
    pub fn with(mut self, mark: Mark, text: impl Into<String>) -> Self {
        self.push(mark, text);
        self
    }

    /// The same with a link behind it.
    #[must_use]
    pub fn with_link(mut self, text: impl Into<String>, target: impl Into<String>) -> Self {
        self.0.push(Run { mark: Mark::Plain, text: text.into(), link: Some(target.into()) });
        self
    }

    /// Puts `text` under `mark` behind what is there.
    pub fn push(&mut self, mark: Mark, text: impl Into<String>) {
        self.0.push(Run { mark, text: text.into(), link: None });
    }

    /// The words without marks.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// There are no words.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }
}

impl<T: Into<String>> From<T> for Rich {
    fn from(text: T) -> Self {
        Rich::new().with(Mark::Plain, text)
    }
}

/// Rows of one kind under named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What a row is, in the singular: `change`, `claim`, `version`.
    pub kind: &'static str,
    /// The columns of the readable formats. JSON shows each row's object in their place.
    pub columns: Vec<Column>,
    /// In the order in which they are to be read.
    pub rows: Vec<Row>,
    /// Lines under the table, for readers: counts with their denominator, what was left out. Not data.
    pub footer: Vec<String>,
}

impl Listing {
    /// A listing without rows.
    pub fn new(kind: &'static str, columns: &[Column]) -> Self {
        Listing { kind, columns: columns.to_vec(), rows: Vec::new(), footer: Vec::new() }
    }

    /// Appends a row. Missing cells are empty; cells beyond the columns are not shown.
    pub fn push(&mut self, cells: Vec<Cell>, object: serde_json::Value) {
        self.rows.push(Row { cells, object, anchor: None });
    }
}

impl From<Listing> for Report {
    fn from(listing: Listing) -> Self {
        Report { sections: vec![Section { heading: String::new(), blocks: vec![Block::Listing(listing)] }], ..Report::default() }
    }
}

/// One row: what is read in a table, and the same as JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// In the order of the columns.
    pub cells: Vec<Cell>,
    /// The row as DESIGN's JSON contract gives it.
    pub object: serde_json::Value,
    /// A target for links; letters, digits and hyphens.
    pub anchor: Option<String>,
}

/// One column of a listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name: lower case, one or two words.
    pub name: Cow<'static, str>,
    /// On which side its values stand.
    pub align: Align,
    /// What happens to it where the page is narrow.
    pub shrink: Shrink,
}

impl Column {
    /// A column of names, ids, times: never wrapped.
    pub const fn name(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Left, shrink: Shrink::Never }
    }

    /// A column of words that may be wrapped between words.
    pub const fn text(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Left, shrink: Shrink::Wrap }
    }

    /// A column of numbers: on the right, never wrapped.
    pub const fn number(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Right, shrink: Shrink::Never }
    }
}

/// On which side of its column a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// What happens to a column where the page is narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shrink {
    /// It keeps the width of its longest value.
    Never,
    /// Its values are wrapped between words.
    Wrap,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number that spreadsheets should read as one.
    Number(serde_json::Number),
    /// Words with marks.
    Marked(Rich),
}

impl Cell {
    /// The value without marks.
    pub fn plain(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Marked(rich) => rich.plain(),
        }
    }

    /// The value as marked words.
    pub fn rich(&self) -> Rich {
        match self {
            Cell::Marked(rich) => rich.clone(),
            other => Rich::from(other.plain()),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Cell::Text(text)
    }
}

impl From<Rich> for Cell {
    fn from(rich: Rich) -> Self {
        Cell::Marked(rich)
    }
}

impl From<f64> for Cell {
    /// Not-a-number and infinity have no number to show and give an empty cell.
    fn from(number: f64) -> Self {
        serde_json::Number::from_f64(number).map_or(Cell::Empty, Cell::Number)
    }
}

macro_rules! cell_from_integer {
    ($($kind:ty),+) => {
        $(impl From<$kind> for Cell {
            fn from(number: $kind) -> Self {
                Cell::Number(number.into())
            }
        })+
    };
}

cell_from_integer!(i32, i64, u32, u64, usize);

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Cell::Empty, Into::into)
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

/// One way to write a report.
pub trait Format: Sync {
    /// The word behind `--format`.
    fn name(&self) -> &'static str;

    /// One line for help.
    fn about(&self) -> &'static str;

    /// The ending of files of this format, without the dot.
    fn extension(&self) -> &'static str;

    /// Writes all of `report`.
    fn write(&self, report: &Report, page: &Page, out: &mut dyn io::Write) -> io::Result<()>;
}

/// Every format, in the order in which help lists them; the first is the default.
pub const FORMATS: &[&dyn Format] = &[&table::Table, &json::Json, &ndjson::Ndjson, &csv::Csv, &tsv::Tsv, &markdown::Markdown, &html::Html];

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
pub fn format(name: &str) -> Result<&'static dyn Format, UnknownFormat> {
    FORMATS.iter().copied().find(|format| format.name() == name).ok_or_else(|| UnknownFormat { given: name.to_owned() })
}

/// The format whose files have the ending of `path`.
pub fn format_of_path(path: &std::path::Path) -> Option<&'static dyn Format> {
    let ending = path.extension()?.to_str()?;
    FORMATS.iter().copied().find(|format| format.extension().eq_ignore_ascii_case(ending))
}

/// Writes one row's object as a line of NDJSON, for commands that stream.
pub fn write_object(object: &serde_json::Value, out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out, "{}", json::escaped(object))
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

/// A link that leads inside the page or to the web, and runs nothing.
pub(crate) fn is_safe_link(target: &str) -> bool {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    target.starts_with('#') || matches!(scheme.as_deref(), Some("http" | "https"))
}

/// `target` with everything percent-encoded that could end it in HTML or Markdown or cannot be seen.
pub(crate) fn percent_encoded(target: &str) -> String {
    let mut safe = String::with_capacity(target.len());
    for c in target.chars() {
        if c.is_whitespace() || sanitise::is_hidden(c) || "<>\"'`\\|".contains(c) {
            let mut bytes = [0; 4];
            safe.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests;
