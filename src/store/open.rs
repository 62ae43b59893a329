//! Opening a store: is it ours, is it of a schema we know, and can a stranger's file do harm.

use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::Access;
use super::error::{StoreError, StoreErrorKind};
use super::migrations;

/// Prepared statements kept; more than the store has.
const STATEMENTS: usize = 128;

/// Opens and checks the store at `path`.
pub fn open(path: &Path, access: Access, busy: Duration) -> Result<Connection, StoreError> {
    let metadata = found(path)?;
    match &metadata {
        None if access != Access::Create => return Err(StoreErrorKind::Missing.into()),
        Some(found) if found.is_dir() => return Err(StoreErrorKind::CannotOpen("it is a folder".to_owned()).into()),
        Some(found) if access != Access::Read && found.permissions().readonly() => return Err(StoreErrorKind::ReadOnly.into()),
        _ => {}
    }
    if access == Access::Read {
        return open_to_read(path, busy);
    }
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, access == Access::Create);
    let checked = || -> Result<(Connection, bool), StoreError> {
        let db = Connection::open_with_flags(path, flags)?;
        settle(&db, busy)?;
        let is_empty = check(&db)?;
        Ok((db, is_empty))
    };
    let (db, is_empty) = checked().map_err(|error| match error.kind {
        StoreErrorKind::CannotOpen(_) if metadata.is_none() => StoreErrorKind::CannotOpen(why_not_made(path)).into(),
        _ => error,
    })?;
    match (is_empty, access) {
        (true, Access::Create) => create(&db, busy)?,
        (true, _) => return Err(StoreErrorKind::NotADatabase.into()),
        (false, _) if migrations::version(&db)? < migrations::VERSION => migrations::migrate(&db)?,
        (false, _) => {}
    }
    if db.is_readonly("main")? { Err(StoreErrorKind::ReadOnly.into()) } else { Ok(db) }
}

/// What is at `path`; `None` where nothing is. A path that cannot be looked at does not tell.
fn found(path: &Path) -> Result<Option<Metadata>, StoreError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => {
            let said = error.to_string();
            Err(StoreErrorKind::CannotOpen(said.split(" (os error").next().unwrap_or_default().to_lowercase()).into())
        }
    }
}

/// Why no file could be made at `path`.
fn why_not_made(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => format!("no file can be made in its folder, {}: it is read-only, or not yours", folder.display()),
        Ok(_) => format!("{} is no folder", folder.display()),
        Err(_) => format!("there is no folder {}", folder.display()),
    }
}

/// Opens a store that lives only as long as the process.
pub fn in_memory() -> Result<Connection, StoreError> {
    let db = Connection::open_in_memory()?;
    settle(&db, Duration::ZERO)?;
    migrations::create(&db)?;
    Ok(db)
}

/// A store on a medium where nothing can be written has no room for SQLite's shared memory file; it is read as it lies.
fn open_to_read(path: &Path, busy: Duration) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let checked = |db: Connection| {
        settle(&db, busy)?;
        let is_empty = check(&db)?;
        let found = migrations::version(&db)?;
        match is_empty {
            true => Err(StoreErrorKind::NotADatabase.into()),
            false if found < migrations::VERSION => Err(StoreErrorKind::Older { found, known: migrations::VERSION }.into()),
            false => Ok(db),
        }
    };
    match checked(Connection::open_with_flags(path, flags)?) {
        Err(StoreError { kind: StoreErrorKind::CannotOpen(_) | StoreErrorKind::ReadOnly, .. }) if !has_log(path) => {
            checked(Connection::open_with_flags(immutable(path), flags | OpenFlags::SQLITE_OPEN_URI)?)
        }
        result => result,
    }
}

fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|found| found.len() > 0)
}

/// `path` as a URI that promises SQLite that nobody writes.
fn immutable(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(char::from(*byte)),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(uri, "%{byte:02x}");
            }
        }
    }
    uri + "?immutable=1"
}

/// Settings of the connection. Nothing here reads the file, so that a hostile one meets them all.
fn settle(db: &Connection, busy: Duration) -> Result<(), StoreError> {
    db.busy_timeout(busy)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true)?;
    // Else a statement is prepared again whenever another value is bound to it.
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    db.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    db.set_limit(Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 8)?;
    db.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000)?;
    db.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 200)?;
    db.set_limit(Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 10_000)?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    // mmap off: a file that another process cuts short must give an error and not a signal.
    // With SQLite's own 2 MB of cache a long import writes its pages out and reads them back before it commits.
    Ok(db.execute_batch("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;")?)
}

/// Refuses what is not ours or newer than us; says whether the file is still empty.
fn check(db: &Connection) -> Result<bool, StoreError> {
    // All three in one transaction: between two of them another program could make the store, which then looks like a stranger's.
    let transaction = db.unchecked_transaction()?;
    let id: i64 = db.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let found = migrations::version(db)?;
    let objects: i64 = db.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    transaction.finish()?;
    if (id, found, objects) == (0, 0, 0) {
        return Ok(true);
    }
    if id != migrations::APPLICATION_ID {
        return Err(StoreErrorKind::NotOurs.into());
    }
    if found > migrations::VERSION {
        return Err(StoreErrorKind::Newer { found, known: migrations::VERSION }.into());
    }
    Ok(false)
}

fn create(db: &Connection, busy: Duration) -> Result<(), StoreError> {
    // The mode is a property of the file and cannot be set inside the transaction that makes the tables.
    let mut waited = Duration::ZERO;
    loop {
        match db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())) {
            // SQLite does not wait here by itself, since two that wait for each other would wait for ever.
            Err(error) if waited < busy && error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
                thread::sleep(PAUSE);
                waited += PAUSE;
            }
            result => break result?,
        }
    }
    migrations::create(db)
}

/// Between two tries to set the journal's mode while another program does the same.
const PAUSE: Duration = Duration::from_millis(5);
