//! How values of the model stand in columns, and how they come back. A value that is none of ours is damage, never a panic.

use std::error::Error;
use std::fmt::Write as _;
use std::str::FromStr;

use rusqlite::types::{FromSql, Type};
use rusqlite::{Result, Row};

use crate::model::{ComparedWording, Mention, Passage};
use crate::text::CharSpan;

/// Columns, parted by commas, of a table by this name.
pub fn list(table: &str, names: &str) -> String {
    names.split(", ").map(|name| format!("{table}.{name}")).collect::<Vec<_>>().join(", ")
}

/// The condition of a listing of one story, or of all, that is given the story as `?1`. Not one text for both: SQLite plans a statement
/// before it is given its values, and of "none or this" it can only try every row.
pub fn of_story(story: Option<&str>) -> &'static str {
    if story.is_some() { "stories.name = ?1" } else { "?1 IS NULL" }
}

/// The statement that puts a row into a table, its values in the order of the columns.
pub fn insert(table: &str, keys: &str, names: &str) -> String {
    let values = vec!["?"; keys.split(", ").chain(names.split(", ")).count()];
    format!("INSERT INTO {table} ({keys}, {names}) VALUES ({})", values.join(", "))
}

/// Reads the columns of a row one after the other.
pub struct Cursor<'r, 's> {
    row: &'r Row<'s>,
    at: usize,
}

impl<'r, 's> Cursor<'r, 's> {
    /// Stands before column `at`.
    pub fn new(row: &'r Row<'s>, at: usize) -> Self {
        Cursor { row, at }
    }

    /// The next column as it is.
    pub fn get<T: FromSql>(&mut self) -> Result<T> {
        self.read(1, |row, at| row.get(at))
    }

    /// What one of the functions below reads, which takes so many columns.
    pub fn read<T>(&mut self, width: usize, read: impl FnOnce(&Row<'s>, usize) -> Result<T>) -> Result<T> {
        let at = self.at;
        self.at += width;
        read(self.row, at)
    }
}

/// A closed-list value by its stored name.
pub fn named<T>(row: &Row<'_>, column: usize) -> Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    parse(row, column, T::from_str)
}

/// The same, or `None` for NULL.
pub fn maybe_named<T>(row: &Row<'_>, column: usize) -> Result<Option<T>>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => named(row, column).map(Some),
    }
}

/// The pieces of a span, `[[start,end],…]`.
pub fn pieces(row: &Row<'_>, column: usize) -> Result<Vec<CharSpan>> {
    parse(row, column, |text| serde_json::from_str(text))
}

/// A list of texts, `["…"]`.
pub fn texts(row: &Row<'_>, column: usize) -> Result<Vec<String>> {
    parse(row, column, |text| serde_json::from_str(text))
}

/// What [`pieces`] reads.
pub fn of_pieces(span: &[CharSpan]) -> String {
    let mut out = String::with_capacity(2 + span.len() * 16);
    for (at, piece) in span.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(out, "{}[{},{}]", if at == 0 { "[" } else { "," }, piece.start(), piece.end());
    }
    if span.is_empty() {
        out.push('[');
    }
    out.push(']');
    out
}

/// What [`texts`] reads.
pub fn of_texts(texts: &[String]) -> String {
    serde_json::Value::from(texts.to_vec()).to_string()
}

/// Positions in a list, `[0,3]`.
pub fn positions(row: &Row<'_>, column: usize) -> Result<Vec<usize>> {
    parse(row, column, |text| serde_json::from_str(text))
}

/// What [`positions`] reads.
pub fn of_positions(positions: &[usize]) -> String {
    serde_json::Value::from(positions.to_vec()).to_string()
}

/// The wordings of a thread, a list of objects.
pub fn wordings(row: &Row<'_>, column: usize) -> Result<Vec<ComparedWording>> {
    parse(row, column, |text| serde_json::from_str(text))
}

/// What [`wordings`] reads.
pub fn of_wordings(wordings: &[ComparedWording]) -> String {
    serde_json::to_string(wordings).expect("lists of texts can be written as JSON")
}

/// A position as SQLite counts.
pub fn of_position(position: usize) -> i64 {
    i64::try_from(position).unwrap_or(i64::MAX)
}

/// A position.
pub fn position(row: &Row<'_>, column: usize) -> Result<usize> {
    let number: i64 = row.get(column)?;
    usize::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

/// A span from two columns.
pub fn span(row: &Row<'_>, column: usize) -> Result<CharSpan> {
    Ok(CharSpan::from((row.get(column)?, row.get(column + 1)?)))
}

/// A span from two columns, or `None` where they are NULL.
pub fn maybe_span(row: &Row<'_>, column: usize) -> Result<Option<CharSpan>> {
    let ends: (Option<u32>, Option<u32>) = (row.get(column)?, row.get(column + 1)?);
    Ok(ends.0.zip(ends.1).map(CharSpan::from))
}

/// What [`maybe_span`] reads.
pub fn ends(span: Option<CharSpan>) -> (Option<u32>, Option<u32>) {
    span.map(<(u32, u32)>::from).unzip()
}

/// A count that is never negative.
pub fn size(row: &Row<'_>, column: usize) -> Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

/// A text with its pieces from two columns, or `None` where they are NULL.
pub fn passage(row: &Row<'_>, column: usize) -> Result<Option<Passage>> {
    let Some(text) = row.get(column)? else { return Ok(None) };
    Ok(Some(Passage { text, span: pieces(row, column + 1)? }))
}

/// A mention from four columns: name, kind, text, span.
pub fn mention(row: &Row<'_>, column: usize) -> Result<Option<Mention>> {
    let Some(name) = row.get(column)? else { return Ok(None) };
    Ok(Some(Mention { name, kind: named(row, column + 1)?, text: row.get(column + 2)?, span: pieces(row, column + 3)? }))
}

/// The four columns of a mention, ready to be bound.
pub struct MentionColumns<'m> {
    /// Canonical name.
    pub name: Option<&'m str>,
    /// Kind by name.
    pub kind: Option<&'static str>,
    /// The words.
    pub text: Option<&'m str>,
    /// The pieces.
    pub span: Option<String>,
}

impl<'m> MentionColumns<'m> {
    /// All NULL where nobody is mentioned.
    pub fn of(mention: Option<&'m Mention>) -> Self {
        MentionColumns {
            name: mention.map(|found| found.name.as_str()),
            kind: mention.map(|found| found.kind.as_str()),
            text: mention.map(|found| found.text.as_str()),
            span: mention.map(|found| of_pieces(&found.span)),
        }
    }
}

/// A share between 0 and 1, which the schema holds it to; what is no number counts as 0, since SQLite would make it NULL.
pub fn share(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }
}

fn parse<T, E>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> std::result::Result<T, E>) -> Result<T>
where
    E: Error + Send + Sync + 'static,
{
    let text: String = row.get(column)?;
    read(&text).map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}
