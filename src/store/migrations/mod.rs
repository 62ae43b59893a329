//! Numbered steps from each schema version to the next. A step, once released, is never edited.
//!
//! To change the schema: edit `schema.sql`, add `000N_<what>.sql` that says which pain it removes, and name it in [`STEPS`]. A test
//! proves that an old store which went through the steps has the schema of a fresh one.

use rusqlite::Connection;

use super::error::{StoreError, StoreErrorKind};

/// The schema of a fresh store.
pub const SCHEMA: &str = include_str!("../../../schema.sql");

/// `application_id` of a store.
pub const APPLICATION_ID: i64 = 0x5341_5953;

/// Step `i` takes a store from version `i` to `i + 1`.
const STEPS: &[&str] = &[
    include_str!("0001_first.sql"),
    include_str!("0002_repeats_and_memory.sql"),
    include_str!("0003_parses.sql"),
    include_str!("0004_decided_changes.sql"),
    include_str!("0005_claims_by_place.sql"),
    include_str!("0006_merged_with.sql"),
    include_str!("0007_contraries.sql"),
    include_str!("0008_what_changes.sql"),
    include_str!("0009_acts_without_family.sql"),
    include_str!("0010_snapshots_by_time.sql"),
    include_str!("0011_ruled_kinds.sql"),
];

/// The schema version of this program.
pub const VERSION: i64 = STEPS.len() as i64;

/// Makes the schema in an empty file, unless another process has just done so.
pub fn create(db: &Connection) -> Result<(), StoreError> {
    in_transaction(db, || if version(db)? == 0 { Ok(db.execute_batch(SCHEMA)?) } else { Ok(()) })
}

/// Brings an older store to this program's version; all steps or none.
pub fn migrate(db: &Connection) -> Result<(), StoreError> {
    run(db, STEPS)
}

/// The store's schema version; 0 for an empty file.
pub fn version(db: &Connection) -> Result<i64, StoreError> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

fn run(db: &Connection, steps: &[&str]) -> Result<(), StoreError> {
    let known = steps.len() as i64;
    in_transaction(db, || {
        let found = version(db)?;
        let done = usize::try_from(found).map_err(|_| StoreErrorKind::Damaged(format!("schema version {found}")))?;
        for step in steps.get(done..).ok_or(StoreErrorKind::Newer { found, known })? {
            db.execute_batch(step)?;
        }
        Ok(db.execute_batch(&format!("PRAGMA user_version = {known}"))?)
    })
}

fn in_transaction(db: &Connection, work: impl FnOnce() -> Result<(), StoreError>) -> Result<(), StoreError> {
    db.execute_batch("BEGIN IMMEDIATE")?;
    let result = work().and_then(|()| Ok(db.execute_batch("COMMIT")?));
    if result.is_err() && !db.is_autocommit() {
        // The first error is what the caller must see; a failed rollback ends with the connection.
        let _ = db.execute_batch("ROLLBACK");
    }
    result
}

/// Every object of the schema by name, with its statement. Comments are left out: one that is mended needs no step.
pub(super) fn statements(db: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut rows = db.prepare("SELECT name, type || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name")?;
    let uncommented = |line: &str| line.split(" --").next().unwrap_or_default().trim_end().to_owned();
    let bare = |sql: String| sql.lines().map(uncommented).collect::<Vec<_>>().join("\n");
    Ok(rows.query_map([], |row| Ok((row.get(0)?, bare(row.get(1)?))))?.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::store::verify;

    #[test]
    fn a_migrated_store_has_the_schema_of_a_fresh_one() {
        let fresh = Connection::open_in_memory().unwrap();
        create(&fresh).unwrap();
        let migrated = Connection::open_in_memory().unwrap();
        migrate(&migrated).unwrap();
        assert_eq!(statements(&fresh).unwrap(), statements(&migrated).unwrap());
        assert!(verify::schema(&migrated).unwrap().is_empty());
        assert_eq!(version(&fresh).unwrap(), VERSION);
        assert_eq!(version(&migrated).unwrap(), VERSION);
    }

    #[test]
    fn a_store_of_the_first_version_keeps_its_evidence() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        run(&db, &STEPS[..1]).unwrap();
        db.execute_batch(&format!(
            "INSERT INTO stories (id, name, slug) VALUES (1, 'Quay', 'quay');
             INSERT INTO outlets (id, name, slug) VALUES (1, 'Gull', 'gull');
             INSERT INTO reports (id, story_id, outlet_id, name, slug) VALUES (1, 1, 1, 'crane', 'crane');
             INSERT INTO snapshots (id, report_id, sha256, raw, raw_bytes, media_type, origin, imported_at, title, text, text_chars,
               reading_notes, seal) VALUES (7, 1, '{hash}', x'00', 1, 'text/plain', 'v1.txt', 5, 'Crane', 'The crane fell.', 15, '[]', 'seal');
             INSERT INTO versions (snapshot_id, report_id, ordinal) VALUES (7, 1, 1);
             INSERT INTO derivation (key, value) VALUES ('derived_by', 'sayso 0.1.0');
             INSERT INTO threads (story_id, id, position, family, act, source_name, wording) VALUES (1, 't1', 0, 'assert', 'state', 'Oslo', 'x');",
            hash = "a".repeat(64)
        ))
        .unwrap();
        let snapshots = || -> Vec<String> {
            let mut rows = db.prepare("SELECT id || sha256 || hex(raw) || text || seal FROM snapshots").unwrap();
            rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        let before = snapshots();
        migrate(&db).unwrap();
        assert_eq!(snapshots(), before);
        let count = |sql: &str| -> i64 { db.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert_eq!(count("SELECT count(*) FROM snapshots_fts WHERE snapshots_fts MATCH 'crane'"), 1);
        assert_eq!(count("SELECT count(*) FROM threads") + count("SELECT count(*) FROM derivation"), 0);
        assert!(db.execute("DELETE FROM snapshots", []).is_err(), "evidence is still only appended");
    }

    #[test]
    fn decisions_of_a_store_before_merges_were_told_by_evidence_are_kept() {
        let db = Connection::open_in_memory().unwrap();
        run(&db, &STEPS[..5]).unwrap();
        db.execute_batch(&format!(
            "INSERT INTO decisions (id, ruling, subject_kind, subject_row, sha256, span_start, span_end, detail, who, decided_at, seal)
             VALUES (1, 'merge', 'claim', 'c1', '{}', 0, 4, 't2', 'ed', 7, 'seal')",
            "a".repeat(64)
        ))
        .unwrap();
        migrate(&db).unwrap();
        let kept = crate::store::decisions::list(&db).unwrap().remove(0).made;
        assert_eq!((kept.detail.as_deref(), kept.with), (Some("t2"), None));
    }

    #[test]
    fn decisions_are_kept_when_their_table_is_made_anew() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        run(&db, &STEPS[..10]).unwrap();
        let hash = "a".repeat(64);
        db.execute_batch(&format!(
            "INSERT INTO decisions (id, ruling, subject_kind, subject_row, sha256, span_start, span_end, who, decided_at, seal, undoes)
             VALUES (1, 'accept', 'change', 'x1', '{hash}', 0, 4, 'ed', 7, 'seal', NULL), (2, 'undo', 'change', 'x1', '{hash}', 0, 4, 'ed', 8, 'seal', 1);
             INSERT INTO decision_changes (decision_id, kind, from_sha256, to_sha256) VALUES (1, 'dropped', '{hash}', '{hash}')"
        ))
        .unwrap();
        let before = crate::store::decisions::list(&db).unwrap();
        migrate(&db).unwrap();
        assert_eq!(crate::store::decisions::list(&db).unwrap(), before);
        let count = |sql: &str| -> i64 { db.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert!(db.execute("DELETE FROM decisions", []).is_err(), "decisions are still only appended");
    }

    #[test]
    fn statuses_without_contraries_are_kept_until_all_is_read_again() {
        let db = Connection::open_in_memory().unwrap();
        run(&db, &STEPS[..6]).unwrap();
        db.execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO statuses (snapshot_id, position, id, topic, state, evidence_start, evidence_end) VALUES (7, 0, 's1', 'border', 'open', 0, 4);
             INSERT INTO derivation (key, value) VALUES ('derived_by', 'sayso 0.1.0 data 00ff syntax parser')",
        )
        .unwrap();
        migrate(&db).unwrap();
        let text = |sql: &str| -> String { db.query_row(sql, [], |row| row.get(0)).unwrap() };
        assert_eq!(text("SELECT state || ifnull(contrary, ' -') FROM statuses"), "open -");
        assert_eq!(text("SELECT value FROM derivation"), "sayso 0.1.0 schema 6 data 00ff syntax parser");
    }

    #[test]
    fn the_schema_file_carries_the_ids_that_the_program_checks() {
        let db = Connection::open_in_memory().unwrap();
        create(&db).unwrap();
        let id: i64 = db.query_row("PRAGMA application_id", [], |row| row.get(0)).unwrap();
        assert_eq!(id, APPLICATION_ID);
    }

    #[test]
    fn only_the_missing_steps_run() {
        let db = Connection::open_in_memory().unwrap();
        run(&db, &["CREATE TABLE a (x)"]).unwrap();
        run(&db, &["CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y"]).unwrap();
        assert_eq!(version(&db).unwrap(), 2);
        db.execute("INSERT INTO a (x, y) VALUES (1, 2)", []).unwrap();
    }

    #[test]
    fn a_failing_step_undoes_the_ones_before_it() {
        let db = Connection::open_in_memory().unwrap();
        assert!(run(&db, &["CREATE TABLE a (x)", "nonsense"]).is_err());
        assert_eq!(version(&db).unwrap(), 0);
        assert!(statements(&db).unwrap().is_empty());
    }

    #[test]
    fn a_newer_store_is_not_touched() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("PRAGMA user_version = 7").unwrap();
        assert_eq!(run(&db, &["CREATE TABLE a (x)"]).unwrap_err().kind, StoreErrorKind::Newer { found: 7, known: 1 });
        assert!(statements(&db).unwrap().is_empty());
    }
}
