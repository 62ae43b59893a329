//! Part 1: stories, outlets, reports, snapshots. Appends them and reads them back.

use std::collections::BTreeSet;

use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::{StoreError, StoreErrorKind};
use super::records::{Added, Place, ReportId, ReportInfo, SnapshotId, SnapshotInfo, StoryInfo};
use super::sealed::{self, SealedRow};
use super::{columns, packing, slug};
use crate::model::Capture;

/// How the command line names a report: by its slug, with that of its outlet where reports of two outlets have the same.
macro_rules! report_key {
    () => {
        "CASE WHEN EXISTS (SELECT 1 FROM reports AS other WHERE other.slug = reports.slug AND other.id <> reports.id)
           THEN outlets.slug || '/' || reports.slug ELSE reports.slug END"
    };
}
pub(super) use report_key;

/// Columns of [`SnapshotInfo`], for a query that joins as this one does.
const INFO: &str = concat!(
    "SELECT s.id, stories.name, outlets.name, reports.name, v.ordinal, ",
    report_key!(),
    ", s.origin, s.published_at, s.captured_at, s.imported_at, s.title, s.byline, s.url, s.note, s.reading_notes, s.media_type, s.sha256,
  s.raw_bytes, s.text_chars, s.report_id,
  (SELECT count(*) FROM snapshots AS same WHERE same.report_id = s.report_id AND same.sha256 = s.sha256 AND same.id < s.id)
FROM snapshots AS s
JOIN versions AS v ON v.snapshot_id = s.id
JOIN reports ON reports.id = s.report_id
JOIN outlets ON outlets.id = reports.outlet_id
JOIN stories ON stories.id = reports.story_id"
);

/// The one order in which snapshots are listed.
pub const ORDER: &str = "ORDER BY stories.slug, outlets.slug, reports.slug, v.ordinal";

/// What became of a capture, and in which story.
pub struct Appended {
    /// The snapshot.
    pub added: Added,
    /// The name of the story that holds its report.
    pub story: String,
    /// It says no time, and the name of its file alone makes it known: the report's newest version says something else.
    pub is_doubtful: bool,
}

/// Reports whose versions are to be numbered again, since one of them took its place before another.
pub type Unordered = BTreeSet<i64>;

/// Stores `capture`, unless it is [`known`].
pub fn append(
    db: &Connection,
    capture: &Capture,
    place: Place<'_>,
    imported_at: i64,
    unordered: &mut Unordered,
) -> Result<Appended, StoreError> {
    let report = report_row(db, place)?;
    let story = db
        .prepare_cached("SELECT stories.name FROM reports JOIN stories ON stories.id = story_id WHERE reports.id = ?1")?
        .query_row([report], |row| row.get(0))?;
    let sha256 = packing::sha256(&capture.raw);
    let known = known(db, capture, report, &sha256)?;
    let is_doubtful = known.as_ref().is_some_and(|known| known.is_doubtful);
    let added = match known {
        Some(known) => Added::Known(SnapshotId(known.id)),
        None => Added::New(insert(db, capture, report, &sha256, imported_at, unordered)?),
    };
    Ok(Appended { added, story, is_doubtful })
}

/// A snapshot that is there already, and whether the name of a file alone says so.
struct Known {
    id: i64,
    is_doubtful: bool,
}

/// The snapshot that `capture` is, where the report has it already.
///
/// Other bytes are another version. The same bytes are the same version where no other bytes were seen between their times. Where a file
/// says no time, the same bytes may be a re-run of an import, which must store nothing, or a report that went back to what it said
/// before, which is a version:
/// - a file that was imported before is known unless other bytes came from it since;
/// - another file is known where the report's newest version has its bytes, or where a file of the same name gave them (a folder
///   imported again under another path); under a name of its own it is a version.
///
/// Known failure: a report that goes back, in a file of the same name in another folder, is taken for the old file. A capture time
/// tells the two apart.
fn known(db: &Connection, capture: &Capture, report: i64, sha256: &str) -> Result<Option<Known>, StoreError> {
    let surely = |id| Known { id, is_doubtful: false };
    let mut same = db.prepare_cached("SELECT id, origin FROM snapshots WHERE report_id = ?1 AND sha256 = ?2 ORDER BY id DESC")?;
    let same: Vec<(i64, String)> =
        same.query_map(params![report, sha256], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    if same.is_empty() {
        return Ok(None);
    }
    if let Some(seen_at) = capture.captured_at.or(capture.published_at) {
        let before = "SELECT id, sha256 FROM snapshots WHERE report_id = ?1 AND coalesce(captured_at, published_at) <= ?2
             ORDER BY coalesce(captured_at, published_at) DESC, sha256 = ?3 DESC, id DESC LIMIT 1";
        let after = "SELECT id, sha256 FROM snapshots WHERE report_id = ?1 AND coalesce(captured_at, published_at) > ?2
             ORDER BY coalesce(captured_at, published_at), sha256 = ?3 DESC, id LIMIT 1";
        let beside = [one(db, before, params![report, seen_at, sha256])?, one(db, after, params![report, seen_at, sha256])?];
        return Ok(beside.into_iter().flatten().find(|(_, bytes)| bytes == sha256).map(|(id, _)| surely(id)));
    }
    let last_from_here = "SELECT id, sha256 FROM snapshots WHERE report_id = ?1 AND origin = ?2 ORDER BY id DESC LIMIT 1";
    if let Some((id, bytes)) = one(db, last_from_here, params![report, capture.origin])? {
        return Ok((bytes == sha256).then(|| surely(id)));
    }
    if let Some((id, _)) = newest(db, report)?.filter(|(_, bytes)| bytes == sha256) {
        return Ok(Some(surely(id)));
    }
    let of_name = same.iter().find(|(_, origin)| file_name(origin) == file_name(&capture.origin));
    Ok(of_name.map(|(id, _)| Known { id: *id, is_doubtful: true }))
}

/// The newest version of a report, whether it has its number by now or not: one without a time comes after all that have one.
fn newest(db: &Connection, report: i64) -> Result<Option<(i64, String)>, StoreError> {
    let untimed = "SELECT id, sha256 FROM snapshots WHERE report_id = ?1 AND coalesce(captured_at, published_at) IS NULL
         ORDER BY id DESC LIMIT 1";
    let last = "SELECT id, sha256 FROM snapshots WHERE report_id = ?1 ORDER BY coalesce(captured_at, published_at) DESC, id DESC LIMIT 1";
    match one(db, untimed, params![report])? {
        None => one(db, last, params![report]),
        untimed => Ok(untimed),
    }
}

/// Number and hash of one snapshot.
fn one(db: &Connection, sql: &str, values: &[&dyn ToSql]) -> Result<Option<(i64, String)>, StoreError> {
    Ok(db.prepare_cached(sql)?.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The last part of a path or address.
fn file_name(origin: &str) -> &str {
    origin.rsplit(['/', '\\']).next().unwrap_or(origin)
}

fn insert(
    db: &Connection,
    capture: &Capture,
    report: i64,
    sha256: &str,
    imported_at: i64,
    unordered: &mut Unordered,
) -> Result<SnapshotId, StoreError> {
    let packed = packing::pack(&capture.raw).map_err(|error| StoreErrorKind::Io(error.to_string()))?;
    let id: i64 = db.prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM snapshots")?.query_row([], |row| row.get(0))?;
    let mut row = SealedRow {
        id,
        report_id: report,
        sha256: sha256.to_owned(),
        raw_bytes: capture.raw.len() as i64,
        media_type: capture.media_type.clone(),
        origin: capture.origin.clone(),
        url: capture.url.clone(),
        published_at: capture.published_at,
        captured_at: capture.captured_at,
        imported_at,
        title: capture.title.clone(),
        byline: capture.byline.clone(),
        note: capture.note.clone(),
        text: capture.text.clone(),
        text_chars: capture.text.chars().count() as i64,
        reading_notes: columns::of_texts(&capture.notes),
        names: sealed::names(db, report)?,
        seal: String::new(),
    };
    row.seal = row.computed_seal();
    db.prepare_cached(
        "INSERT INTO snapshots (id, report_id, sha256, raw, raw_bytes, media_type, origin, url, published_at, captured_at, imported_at,
           title, byline, note, text, text_chars, reading_notes, seal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        row.id,
        row.report_id,
        row.sha256,
        packed,
        row.raw_bytes,
        row.media_type,
        row.origin,
        row.url,
        row.published_at,
        row.captured_at,
        row.imported_at,
        row.title,
        row.byline,
        row.note,
        row.text,
        row.text_chars,
        row.reading_notes,
        row.seal,
    ])?;
    if !unordered.contains(&report) && !number(db, report, id, capture.captured_at.or(capture.published_at))? {
        unordered.insert(report);
    }
    Ok(SnapshotId(id))
}

fn report_row(db: &Connection, place: Place<'_>) -> Result<i64, StoreError> {
    let outlet = named_row(db, "outlets", place.outlet)?;
    let known = db
        .prepare_cached("SELECT id FROM reports WHERE outlet_id = ?1 AND name = ?2")?
        .query_row(params![outlet, place.report], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let story = named_row(db, "stories", place.story)?;
    let mut taken = db.prepare_cached("SELECT 1 FROM reports WHERE outlet_id = ?1 AND slug = ?2")?;
    let slug = slug::free_slug(place.report, |slug| taken.exists(params![outlet, slug]))?;
    db.prepare_cached("INSERT INTO reports (story_id, outlet_id, name, slug) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
        story,
        outlet,
        place.report,
        slug
    ])?;
    Ok(db.last_insert_rowid())
}

/// The row of `name` in `stories` or `outlets`, made where it is missing.
fn named_row(db: &Connection, table: &'static str, name: &str) -> Result<i64, StoreError> {
    let known = db.prepare_cached(&format!("SELECT id FROM {table} WHERE name = ?1"))?.query_row([name], |row| row.get(0)).optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let mut taken = db.prepare_cached(&format!("SELECT 1 FROM {table} WHERE slug = ?1"))?;
    let slug = slug::free_slug(name, |slug| taken.exists([slug]))?;
    db.prepare_cached(&format!("INSERT INTO {table} (name, slug) VALUES (?1, ?2)"))?.execute([name, &slug])?;
    Ok(db.last_insert_rowid())
}

/// Gives a new snapshot its ordinal where it is the report's latest; else says no, and all of them are to be numbered again.
fn number(db: &Connection, report: i64, id: i64, seen_at: Option<i64>) -> Result<bool, StoreError> {
    let last: Option<(u32, Option<i64>)> = db
        .prepare_cached(
            "SELECT ordinal, coalesce(captured_at, published_at) FROM versions JOIN snapshots ON id = snapshot_id
             WHERE versions.report_id = ?1 ORDER BY ordinal DESC LIMIT 1",
        )?
        .query_row([report], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // A snapshot without a time comes after all others, so a missing one counts as later than any.
    let key = |at: Option<i64>| (at.is_none(), at);
    let is_latest = last.is_none_or(|(_, at)| key(seen_at) >= key(at));
    if is_latest {
        let ordinal = last.map_or(1, |(ordinal, _)| ordinal + 1);
        db.prepare_cached("INSERT INTO versions (snapshot_id, report_id, ordinal) VALUES (?1, ?2, ?3)")?
            .execute(params![id, report, ordinal])?;
    }
    Ok(is_latest)
}

/// Numbers all versions of a report.
pub fn renumber(db: &Connection, report: i64) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM versions WHERE report_id = ?1")?.execute([report])?;
    db.prepare_cached(
        "INSERT INTO versions (snapshot_id, report_id, ordinal)
         SELECT id, report_id, row_number() OVER (ORDER BY coalesce(captured_at, published_at) NULLS LAST, id)
         FROM snapshots WHERE report_id = ?1",
    )?
    .execute([report])?;
    Ok(())
}

/// Ids of all reports.
pub fn report_ids(db: &Connection) -> Result<Vec<i64>, StoreError> {
    Ok(db.prepare_cached("SELECT id FROM reports ORDER BY id")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// All stories, by name.
pub fn stories(db: &Connection) -> Result<Vec<StoryInfo>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT stories.name, count(DISTINCT reports.outlet_id), count(DISTINCT reports.id), count(s.id),
           min(coalesce(s.captured_at, s.published_at)), max(coalesce(s.captured_at, s.published_at))
         FROM stories LEFT JOIN reports ON reports.story_id = stories.id LEFT JOIN snapshots AS s ON s.report_id = reports.id
         GROUP BY stories.id ORDER BY stories.slug",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(StoryInfo {
            name: row.get(0)?,
            outlets: row.get(1)?,
            reports: row.get(2)?,
            snapshots: row.get(3)?,
            first_at: row.get(4)?,
            last_at: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The reports of a story, or all.
pub fn reports(db: &Connection, story: Option<&str>) -> Result<Vec<ReportInfo>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT stories.name, outlets.name, reports.name, {},
           (SELECT count(*) FROM versions WHERE versions.report_id = reports.id)
         FROM reports JOIN outlets ON outlets.id = outlet_id JOIN stories ON stories.id = story_id
         WHERE {} ORDER BY stories.slug, outlets.slug, reports.slug",
        report_key!(),
        columns::of_story(story),
    ))?;
    let rows = statement.query_map([story], |row| {
        Ok(ReportInfo { story: row.get(0)?, outlet: row.get(1)?, report: row.get(2)?, key: row.get(3)?, versions: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The snapshots of a story, or all.
pub fn snapshots(db: &Connection, story: Option<&str>) -> Result<Vec<SnapshotInfo>, StoreError> {
    let mut statement = db.prepare_cached(&format!("{INFO} WHERE {} {ORDER}", columns::of_story(story)))?;
    Ok(statement.query_map([story], info)?.collect::<Result<_, _>>()?)
}

/// The snapshots with this hash.
pub fn with_hash(db: &Connection, sha256: &str) -> Result<Vec<SnapshotInfo>, StoreError> {
    let mut statement = db.prepare_cached(&format!("{INFO} WHERE s.sha256 = ?1 {ORDER}"))?;
    Ok(statement.query_map([sha256], info)?.collect::<Result<_, _>>()?)
}

/// The version of a report with this ordinal.
pub fn version(db: &Connection, report: ReportId, ordinal: u32) -> Result<Option<SnapshotInfo>, StoreError> {
    let mut statement = db.prepare_cached(&format!("{INFO} WHERE v.report_id = ?1 AND v.ordinal = ?2"))?;
    Ok(statement.query_row(params![report.0, ordinal], info).optional()?)
}

/// One snapshot.
pub fn snapshot(db: &Connection, id: SnapshotId) -> Result<SnapshotInfo, StoreError> {
    let found = db.prepare_cached(&format!("{INFO} WHERE s.id = ?1"))?.query_row([id.0], info).optional()?;
    found.ok_or_else(|| StoreErrorKind::UnknownSnapshot(id.0).into())
}

/// A snapshot's text.
pub fn text(db: &Connection, id: SnapshotId) -> Result<String, StoreError> {
    let found = db.prepare_cached("SELECT text FROM snapshots WHERE id = ?1")?.query_row([id.0], |row| row.get(0)).optional()?;
    found.ok_or_else(|| StoreErrorKind::UnknownSnapshot(id.0).into())
}

/// A snapshot's raw bytes.
pub fn raw(db: &Connection, id: SnapshotId) -> Result<Vec<u8>, StoreError> {
    let found: Option<(Vec<u8>, u64)> = db
        .prepare_cached("SELECT raw, raw_bytes FROM snapshots WHERE id = ?1")?
        .query_row([id.0], |row| Ok((row.get(0)?, columns::size(row, 1)?)))
        .optional()?;
    let (packed, size) = found.ok_or(StoreErrorKind::UnknownSnapshot(id.0))?;
    packing::unpack(&packed, size).map_err(|error| StoreErrorKind::Damaged(format!("raw bytes of snapshot {}: {error}", id.0)).into())
}

fn info(row: &Row<'_>) -> rusqlite::Result<SnapshotInfo> {
    let ordinal: u32 = row.get(4)?;
    let key: String = row.get(5)?;
    Ok(SnapshotInfo {
        id: SnapshotId(row.get(0)?),
        story: row.get(1)?,
        outlet: row.get(2)?,
        report: row.get(3)?,
        ordinal,
        reference: format!("{key}@{ordinal}"),
        origin: row.get(6)?,
        published_at: row.get(7)?,
        captured_at: row.get(8)?,
        imported_at: row.get(9)?,
        title: row.get(10)?,
        byline: row.get(11)?,
        url: row.get(12)?,
        note: row.get(13)?,
        notes: columns::texts(row, 14)?,
        media_type: row.get(15)?,
        sha256: row.get(16)?,
        raw_bytes: columns::size(row, 17)?,
        text_chars: columns::size(row, 18)?,
        report_id: ReportId(row.get(19)?),
        repeats: row.get(20)?,
    })
}
