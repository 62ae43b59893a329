//! What can go wrong with a store. Whoever was asked for it knows the way out.

use std::cell::RefCell;
use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use super::references::HEX;

/// Why the store could not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoreError {
    /// What is wrong.
    pub kind: StoreErrorKind,
    /// The store; `None` where the file has no part in it.
    pub path: Option<PathBuf>,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// There is no such file.
    #[error("no store is here")]
    Missing,
    /// The file is no SQLite database.
    #[error("not a SQLite database")]
    NotADatabase,
    /// The file is a database of some other program.
    #[error("a SQLite database, but no sayso store")]
    NotOurs,
    /// The store was made by a newer program.
    #[error("made by a newer version of sayso (schema {found}, this one knows {known})")]
    Newer {
        /// The file's schema version.
        found: i64,
        /// The newest that this program knows.
        known: i64,
    },
    /// The store was made by an older program and was opened for reading only.
    #[error("made by an older version of sayso (schema {found}, this one has {known})")]
    Older {
        /// The file's schema version.
        found: i64,
        /// The one that this program needs.
        known: i64,
    },
    /// Another process is writing.
    #[error("another process is writing to the store")]
    Busy,
    /// The file, its folder or the way it was opened forbids writing.
    #[error("the store is read-only")]
    ReadOnly,
    /// No room is left.
    #[error("the disk is full")]
    DiskFull,
    /// The operating system will not open it.
    #[error("the store cannot be opened ({0})")]
    CannotOpen(String),
    /// Reading or writing failed below SQLite.
    #[error("reading or writing failed ({0})")]
    Io(String),
    /// What is stored contradicts itself.
    #[error("the store is damaged ({0})")]
    Damaged(String),
    /// A reference that names nothing.
    #[error("no snapshot is called {given:?}")]
    UnknownReference {
        /// What was asked for.
        given: String,
        /// References that look like it, nearest first.
        near: Vec<String>,
    },
    /// A reference that names several snapshots.
    #[error("{given:?} names several snapshots")]
    AmbiguousReference {
        /// What was asked for.
        given: String,
        /// What it could mean.
        candidates: Vec<String>,
    },
    /// A story that is not in the store.
    #[error("no story is called {given:?}")]
    UnknownStory {
        /// What was asked for.
        given: String,
        /// Stories that are called nearly so, nearest first.
        near: Vec<String>,
    },
    /// A snapshot number that is not in the store.
    #[error("no snapshot has the number {0}")]
    UnknownSnapshot(i64),
    /// A decision that is not in the store.
    #[error("no decision has the number {0}")]
    UnknownDecision(i64),
    /// SQL that would write, or that gives no rows.
    #[error("only a single SELECT is answered")]
    NotAQuery,
    /// SQL that SQLite does not understand.
    #[error("{0}")]
    BadQuery(String),
    /// Anything else that SQLite says.
    #[error("{0}")]
    Sqlite(String),
}

impl StoreErrorKind {
    /// A reference that could be the beginning of a snapshot's hash, had it more digits.
    pub fn is_short_of_a_hash(&self) -> bool {
        let StoreErrorKind::UnknownReference { given, .. } = self else { return false };
        (1..HEX).contains(&given.len()) && given.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    fn concerns_file(&self) -> bool {
        use StoreErrorKind as K;
        !matches!(self, K::UnknownReference { .. } | K::AmbiguousReference { .. } | K::UnknownStory { .. } | K::NotAQuery | K::BadQuery(_))
    }
}

impl StoreError {
    /// The same error, said of the store at `path` unless another is named already.
    pub(super) fn at(mut self, path: &Path) -> Self {
        if self.path.is_none() && self.kind.concerns_file() {
            self.path = Some(path.to_owned());
        }
        self
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{}: {}", self.kind, path.display()),
            None => write!(f, "{}", self.kind),
        }
    }
}

impl std::error::Error for StoreError {}

impl From<StoreErrorKind> for StoreError {
    fn from(kind: StoreErrorKind) -> Self {
        StoreError { kind, path: None }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use StoreErrorKind as K;
        let said = error.to_string();
        let kind = match &error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..) => K::Damaged(said),
            _ => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => K::Busy,
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => K::ReadOnly,
                Some(ErrorCode::DiskFull) => K::DiskFull,
                Some(ErrorCode::NotADatabase) => K::NotADatabase,
                Some(ErrorCode::DatabaseCorrupt) => K::Damaged(said),
                Some(ErrorCode::CannotOpen) => K::CannotOpen(said),
                Some(ErrorCode::SystemIoFailure) => K::Io(said),
                _ => K::Sqlite(said),
            },
        };
        kind.into()
    }
}

/// The first error of many questions, put by what cannot fail itself; it waits until they all are asked. The later ones tell less: they may
/// come of the first.
#[derive(Debug, Default)]
pub struct FirstError(RefCell<Option<StoreError>>);

impl FirstError {
    /// What was answered, or nothing.
    pub fn or_nothing<T: Default>(&self, answer: Result<T, StoreError>) -> T {
        answer.unwrap_or_else(|error| {
            self.0.borrow_mut().get_or_insert(error);
            T::default()
        })
    }

    /// The error that waited.
    pub fn into_inner(self) -> Option<StoreError> {
        self.0.into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_error_is_kept() {
        let failed = FirstError::default();
        assert_eq!(failed.or_nothing(Ok(3)), 3);
        assert_eq!(failed.or_nothing::<u32>(Err(StoreErrorKind::DiskFull.into())), 0);
        assert_eq!(failed.or_nothing::<u32>(Err(StoreErrorKind::Busy.into())), 0);
        assert_eq!(failed.into_inner().map(|error| error.kind), Some(StoreErrorKind::DiskFull));
    }
}
