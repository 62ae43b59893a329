//! What a search, a query and a check of the store answer.

use super::SnapshotId;

/// Where a full-text search found its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// In a snapshot's title or text.
    Snapshot,
    /// In a claim's content or source.
    Claim,
}

/// A hit of a full-text search.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit {
    /// Where it was found.
    pub kind: HitKind,
    /// The snapshot.
    pub snapshot: SnapshotId,
    /// The claim's id, where a claim was found.
    pub claim: Option<String>,
    /// Words around the first place. Matches stand between [`Hit::OPEN`] and [`Hit::CLOSE`].
    pub snippet: String,
}

impl Hit {
    /// Opens a match in a snippet: a private-use character, which no news text holds.
    pub const OPEN: char = '\u{e000}';
    /// Closes a match in a snippet.
    pub const CLOSE: char = '\u{e001}';
}

/// One value of a query's answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// NULL.
    Null,
    /// A whole number.
    Integer(i64),
    /// A real number.
    Real(f64),
    /// Text; what is no UTF-8 was replaced.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// A query's answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// Column names.
    pub columns: Vec<String>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<Value>>,
}

/// Something that is wrong in a store.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Damage {
    /// What: `file`, `schema`, `reference`, `snapshot`, `hash`, `text`, `seal`, `decision`, `derivation`.
    pub kind: &'static str,
    /// Where: a snapshot's reference, a table, a page.
    pub place: String,
    /// What is wrong with it, in one line.
    pub what: String,
}

/// Content of one derived table in short, equal in two stores with the same evidence and program.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableDigest {
    /// The table.
    pub table: &'static str,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over its rows in canonical order, lower-case hex.
    pub sha256: String,
}
