//! A snapshot's row as its seal covers it: every value, and the names that it hangs on. Whoever alters one of them breaks the seal.

use rusqlite::Connection;

use super::error::StoreError;
use super::packing;
use super::records::SnapshotId;

/// Every value of a snapshot's row but its raw bytes, with the names that it hangs on.
pub struct SealedRow {
    pub id: i64,
    pub report_id: i64,
    pub sha256: String,
    pub raw_bytes: i64,
    pub media_type: String,
    pub origin: String,
    pub url: Option<String>,
    pub published_at: Option<i64>,
    pub captured_at: Option<i64>,
    pub imported_at: i64,
    pub title: String,
    pub byline: Option<String>,
    pub note: Option<String>,
    pub text: String,
    pub text_chars: i64,
    pub reading_notes: String,
    pub names: [String; 6],
    pub seal: String,
}

impl SealedRow {
    /// The row as it is stored.
    pub fn read(db: &Connection, id: SnapshotId) -> Result<Self, StoreError> {
        let mut row = db
            .prepare_cached(
                "SELECT id, report_id, sha256, raw_bytes, media_type, origin, url, published_at, captured_at, imported_at, title,
                   byline, note, text, text_chars, reading_notes, seal FROM snapshots WHERE id = ?1",
            )?
            .query_row([id.0], |row| {
                Ok(SealedRow {
                    id: row.get(0)?,
                    report_id: row.get(1)?,
                    sha256: row.get(2)?,
                    raw_bytes: row.get(3)?,
                    media_type: row.get(4)?,
                    origin: row.get(5)?,
                    url: row.get(6)?,
                    published_at: row.get(7)?,
                    captured_at: row.get(8)?,
                    imported_at: row.get(9)?,
                    title: row.get(10)?,
                    byline: row.get(11)?,
                    note: row.get(12)?,
                    text: row.get(13)?,
                    text_chars: row.get(14)?,
                    reading_notes: row.get(15)?,
                    names: Default::default(),
                    seal: row.get(16)?,
                })
            })?;
        row.names = names(db, row.report_id)?;
        Ok(row)
    }

    /// What `seal` must be.
    pub fn computed_seal(&self) -> String {
        let mut seal = packing::Seal::default();
        seal.number(self.id).number(self.report_id).text(&self.sha256).number(self.raw_bytes);
        seal.text(&self.media_type).text(&self.origin).maybe_text(self.url.as_deref());
        seal.maybe_number(self.published_at).maybe_number(self.captured_at).number(self.imported_at);
        seal.text(&self.title).maybe_text(self.byline.as_deref()).maybe_text(self.note.as_deref());
        seal.text(&self.text).number(self.text_chars).text(&self.reading_notes);
        for name in &self.names {
            seal.text(name);
        }
        seal.finish()
    }
}

/// Names and slugs of the report, its outlet and its story.
pub fn names(db: &Connection, report: i64) -> Result<[String; 6], StoreError> {
    Ok(db
        .prepare_cached(
            "SELECT stories.name, stories.slug, outlets.name, outlets.slug, reports.name, reports.slug
             FROM reports JOIN outlets ON outlets.id = outlet_id JOIN stories ON stories.id = story_id WHERE reports.id = ?1",
        )?
        .query_row([report], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]))?)
}
