//! Parses of sentences, kept so that a version costs its new sentences. What they say is not known here.

use rusqlite::{Connection, OptionalExtension, params};

use super::error::StoreError;

/// What was kept under `key`.
pub fn get(db: &Connection, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(db.prepare_cached("SELECT words FROM parses WHERE key = ?1")?.query_row([key], |row| row.get(0)).optional()?)
}

/// Keeps `words` under `key` in place of what was there.
pub fn put(db: &Connection, key: &[u8], words: &[u8]) -> Result<(), StoreError> {
    db.prepare_cached("INSERT OR REPLACE INTO parses (key, words) VALUES (?1, ?2)")?.execute(params![key, words])?;
    Ok(())
}
