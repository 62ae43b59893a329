//! Rows of one kind under named columns: what a reader sees in cells, what a program reads in objects.

use std::borrow::Cow;

use super::Rich;

/// Rows of one kind under named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// What a row is, in the singular: `change`, `claim`, `version`.
    pub kind: &'static str,
    /// The columns of the readable formats. JSON shows each row's object in their place.
    pub columns: Vec<Column>,
    /// The columns of CSV and TSV: which values of what programs read, each by its keys with dots between (`source.name`). Where there are
    /// none, they have the rows in the columns of readers.
    pub fields: &'static [&'static str],
    /// In the order in which they are to be read.
    pub rows: Vec<Row>,
    /// What programs read where a row stands for several things: an object for each of these. `None` where they read the rows.
    pub objects: Option<Vec<serde_json::Value>>,
    /// Lines under the table, for readers: counts with their denominator, what was left out. Not data.
    pub footer: Vec<String>,
}

impl Listing {
    /// A listing without rows.
    pub fn new(kind: &'static str, columns: &[Column]) -> Self {
        Listing { kind, columns: columns.to_vec(), ..Listing::default() }
    }

    /// The same with columns of their own for CSV and TSV.
    #[must_use]
    pub fn with_fields(self, fields: &'static [&'static str]) -> Self {
        Listing { fields, ..self }
    }

    /// Appends a row. Missing cells are empty; cells beyond the columns are not shown.
    pub fn push(&mut self, cells: Vec<Cell>, object: serde_json::Value) {
        self.rows.push(Row { cells, object, anchor: None });
    }

    /// Keeps the first `most` rows, and says how many there are and which `command` shows the others.
    pub fn shorten(&mut self, most: usize, command: &str) {
        if self.rows.len() > most {
            self.footer.push(first_of(most, self.rows.len(), command));
            self.rows.truncate(most);
        }
    }

    /// The same with one object a row for programs as well.
    pub fn by_row(self) -> Self {
        Listing { objects: None, ..self }
    }

    /// What programs read.
    pub(super) fn read_by_programs(&self) -> Vec<&serde_json::Value> {
        match &self.objects {
            Some(objects) => objects.iter().collect(),
            None => self.rows.iter().map(|row| &row.object).collect(),
        }
    }
}

/// "the first 20 of 75 rows: sayso changes shows all"
pub(super) fn first_of(most: usize, all: usize, command: &str) -> String {
    format!("the first {most} of {all} rows: {command} shows all")
}

/// One row: what is read in a table, and the same as JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// In the order of the columns.
    pub cells: Vec<Cell>,
    /// The row as the JSON contract has it: `docs/json.md`.
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

    /// A column of ids, or of several in each cell.
    pub const fn id(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Left, shrink: Shrink::Id }
    }

    /// The column of words that the rows are about; long ones are cut on a terminal.
    pub const fn words(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Left, shrink: Shrink::Words { lines: 6 } }
    }

    /// The same where every word counts.
    pub const fn all_words(name: &'static str) -> Self {
        Column { name: Cow::Borrowed(name), align: Align::Left, shrink: Shrink::Words { lines: usize::MAX } }
    }

    /// A column that is left out where room is scarce.
    pub const fn spare(name: &'static str, align: Align) -> Self {
        Column { name: Cow::Borrowed(name), align, shrink: Shrink::Spare }
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

/// What happens to a column on a terminal that is too narrow for everything. Files and pipes have every value in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shrink {
    /// It keeps the width of its longest value.
    Never,
    /// Its values are wrapped between words.
    Wrap,
    /// Its ids are cut to the characters that tell them apart; the beginning of an id names its row as well.
    Id,
    /// It is the first to be left out.
    Spare,
    /// It is what the row is about: wrapped, and under the rest of the row where there is too little room beside it.
    Words {
        /// Lines after which the words end in `…`.
        lines: usize,
    },
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
