//! Full text over snapshots and claims, and SQL of the user's own that can only read.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::error::{StoreError, StoreErrorKind};
use super::records::{Hit, HitKind, SnapshotId, Table, Value};

/// Words of context in a snippet.
const CONTEXT: u32 = 24;

/// Where `words` occur, all of them; a part in double quotes must stand as it is. Snapshots come before claims, the best first.
pub fn search(db: &Connection, words: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
    let Some(expression) = expression(words) else { return Ok(Vec::new()) };
    let snapshots = "SELECT rowid, NULL, snippet(snapshots_fts, -1, ?2, ?3, '…', ?4) FROM snapshots_fts
         WHERE snapshots_fts MATCH ?1 ORDER BY rank, rowid LIMIT ?5";
    let claims = "SELECT c.snapshot_id, c.id, snippet(claims_fts, -1, ?2, ?3, '…', ?4) FROM claims_fts JOIN claims AS c ON c.row_id = claims_fts.rowid
         WHERE claims_fts MATCH ?1 ORDER BY rank, c.snapshot_id, c.position LIMIT ?5";
    let mut hits = Vec::new();
    for (kind, sql) in [(HitKind::Snapshot, snapshots), (HitKind::Claim, claims)] {
        let mut statement = db.prepare_cached(sql)?;
        let rows = statement.query_map((&expression, Hit::OPEN.to_string(), Hit::CLOSE.to_string(), CONTEXT, limit), |row| {
            Ok(Hit { kind, snapshot: SnapshotId(row.get(0)?), claim: row.get(1)?, snippet: row.get(2)? })
        })?;
        for hit in rows {
            hits.push(hit?);
        }
    }
    Ok(hits)
}

/// The words as an FTS5 expression in which none of them is syntax; `None` where there is nothing to look for.
fn expression(words: &str) -> Option<String> {
    let mut phrases = Vec::new();
    for (index, part) in words.split('"').enumerate() {
        let is_quoted = index % 2 == 1;
        if is_quoted {
            phrases.push(part);
        } else {
            phrases.extend(part.split_whitespace());
        }
    }
    phrases.retain(|phrase| phrase.chars().any(char::is_alphanumeric));
    let quoted: Vec<String> = phrases.iter().map(|phrase| format!("\"{}\"", phrase.replace('\0', " "))).collect();
    if quoted.is_empty() { None } else { Some(quoted.join(" ")) }
}

/// Answers one SELECT; anything that could write is refused before it runs.
pub fn query(db: &Connection, sql: &str) -> Result<Table, StoreError> {
    let bad = |error: rusqlite::Error| match StoreError::from(error) {
        StoreError { kind: StoreErrorKind::Sqlite(said), .. } => StoreErrorKind::BadQuery(said).into(),
        other => other,
    };
    let mut statement = match db.prepare(sql) {
        Err(rusqlite::Error::MultipleStatement) => return Err(StoreErrorKind::NotAQuery.into()),
        prepared => prepared.map_err(bad)?,
    };
    if !statement.readonly() || statement.column_count() == 0 {
        return Err(StoreErrorKind::NotAQuery.into());
    }
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let width = columns.len();
    let rows = statement.query_map([], |row| values(row, width)).map_err(bad)?;
    let rows = rows.collect::<Result<_, _>>().map_err(bad)?;
    Ok(Table { columns, rows })
}

fn values(row: &Row<'_>, width: usize) -> rusqlite::Result<Vec<Value>> {
    (0..width)
        .map(|column| {
            Ok(match row.get_ref(column)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Integer(number),
                ValueRef::Real(number) => Value::Real(number),
                ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
            })
        })
        .collect()
}
