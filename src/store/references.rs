//! Names of snapshots and stories as a user gives them, to rows; what is unknown or ambiguous is answered with what it could be.
//!
//! `report@3` and `outlet/report@3` are what listings print. `outlet@3` works where the outlet has one report, `@latest` for the
//! last version, and four or more hex digits for a snapshot by the hash of its bytes. A report comes before an outlet of the same
//! name, so that every printed reference leads back to its snapshot.

use rusqlite::Connection;
use rusqlite::types::ToSql;

use super::error::{StoreError, StoreErrorKind};
use super::evidence;
use super::records::{SnapshotId, SnapshotInfo};
use super::slug::slug;

/// Shortest hash prefix.
pub(super) const HEX: usize = 4;
/// How many names an error suggests, and how alike they must be (0 to 1).
const SUGGESTIONS: usize = 3;
const LIKENESS: f32 = 0.5;

/// The snapshot that `reference` names.
pub fn resolve(db: &Connection, reference: &str) -> Result<SnapshotInfo, StoreError> {
    let given = reference.trim();
    match given.rsplit_once('@') {
        Some((key, version)) => by_version(db, given, key, version),
        None => by_hash(db, given),
    }
}

/// The story called `name`, or with that slug.
pub fn story(db: &Connection, name: &str) -> Result<String, StoreError> {
    let wanted = slug(name);
    let known: Vec<(String, String)> = db
        .prepare_cached("SELECT name, slug FROM stories ORDER BY slug")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let exact = known.iter().find(|(known, _)| known == name).or_else(|| known.iter().find(|(_, slug)| *slug == wanted));
    if let Some((found, _)) = exact {
        return Ok(found.clone());
    }
    let slugs: Vec<&str> = known.iter().map(|(_, slug)| slug.as_str()).collect();
    Err(StoreErrorKind::UnknownStory { given: name.to_owned(), near: nearest(&wanted, &slugs) }.into())
}

struct Key {
    report: i64,
    outlet_slug: String,
    slug: String,
    key: String,
    versions: u32,
}

fn by_version(db: &Connection, given: &str, key: &str, version: &str) -> Result<SnapshotInfo, StoreError> {
    let found = candidates(db, key)?;
    let report = match found.as_slice() {
        [] => return Err(unknown(given, near_keys(&all_keys(db)?, key, version))),
        [one] => one,
        several => {
            let candidates = several.iter().map(|found| format!("{}/{}@{version}", found.outlet_slug, found.slug)).collect();
            return Err(StoreErrorKind::AmbiguousReference { given: given.to_owned(), candidates }.into());
        }
    };
    let ordinal = if version.eq_ignore_ascii_case("latest") { Some(report.versions) } else { version.parse().ok() };
    match ordinal.filter(|ordinal| (1..=report.versions).contains(ordinal)) {
        Some(ordinal) => {
            let id = db
                .prepare_cached("SELECT snapshot_id FROM versions WHERE report_id = ?1 AND ordinal = ?2")?
                .query_row((report.report, ordinal), |row| row.get(0))?;
            evidence::snapshot(db, SnapshotId(id))
        }
        None => Err(unknown(given, vec![format!("{}@latest", report.key), format!("{}@{}", report.key, report.versions)])),
    }
}

fn candidates(db: &Connection, key: &str) -> Result<Vec<Key>, StoreError> {
    if let Some((outlet, report)) = key.rsplit_once('/') {
        return keys(db, "WHERE outlets.slug = ?1 AND reports.slug = ?2", &[&slug(outlet), &slug(report)]);
    }
    let wanted = slug(key);
    let reports = keys(db, "WHERE reports.slug = ?1", &[&wanted])?;
    if reports.is_empty() { keys(db, "WHERE outlets.slug = ?1", &[&wanted]) } else { Ok(reports) }
}

fn by_hash(db: &Connection, given: &str) -> Result<SnapshotInfo, StoreError> {
    let prefix = given.to_ascii_lowercase();
    let is_hash = (HEX..=64).contains(&prefix.len()) && prefix.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut found: Vec<SnapshotId> = Vec::new();
    if is_hash {
        // "g" follows the last hex digit.
        let mut statement = db.prepare_cached("SELECT id FROM snapshots WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' ORDER BY id LIMIT 9")?;
        found = statement.query_map([&prefix], |row| row.get(0).map(SnapshotId))?.collect::<Result<_, _>>()?;
    }
    match found.as_slice() {
        [] => Err(unknown(given, near_keys(&all_keys(db)?, given, "latest"))),
        [one] => evidence::snapshot(db, *one),
        several => {
            let candidates = several.iter().map(|id| Ok(evidence::snapshot(db, *id)?.reference)).collect::<Result<_, StoreError>>()?;
            Err(StoreErrorKind::AmbiguousReference { given: given.to_owned(), candidates }.into())
        }
    }
}

/// What is suggested for a name that names nothing.
fn all_keys(db: &Connection) -> Result<Vec<Key>, StoreError> {
    keys(db, "", &[])
}

/// The reports for which `condition` holds.
fn keys(db: &Connection, condition: &str, values: &[&dyn ToSql]) -> Result<Vec<Key>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT reports.id, outlets.slug, reports.slug, {},
           (SELECT count(*) FROM versions WHERE versions.report_id = reports.id)
         FROM reports JOIN outlets ON outlets.id = outlet_id {condition} ORDER BY outlets.slug, reports.slug",
        evidence::report_key!(),
    ))?;
    let rows = statement.query_map(values, |row| {
        Ok(Key { report: row.get(0)?, outlet_slug: row.get(1)?, slug: row.get(2)?, key: row.get(3)?, versions: row.get(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn near_keys(keys: &[Key], given: &str, version: &str) -> Vec<String> {
    let mut known: Vec<&str> = keys.iter().map(|key| key.key.as_str()).collect();
    known.extend(keys.iter().map(|key| key.outlet_slug.as_str()));
    known.dedup();
    nearest(&slug(given), &known).into_iter().map(|key| format!("{key}@{version}")).collect()
}

fn nearest(given: &str, known: &[&str]) -> Vec<String> {
    // Likeness takes quadratic time; a name longer than this is no slip of the keyboard.
    if given.len() > 200 {
        return Vec::new();
    }
    let mut near: Vec<String> = similar::get_close_matches(given, known, SUGGESTIONS, LIKENESS).into_iter().map(str::to_owned).collect();
    near.dedup();
    near
}

fn unknown(given: &str, near: Vec<String>) -> StoreError {
    StoreErrorKind::UnknownReference { given: given.to_owned(), near }.into()
}
