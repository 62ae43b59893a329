//! What the library refuses, as failures of the program: the exit code, and the way out in the words of the command line.

use sayso::ingest::{self, IngestError, IngestErrorKind};
use sayso::store::{StoreError, StoreErrorKind};

use crate::exit::{Exit, Failure};

/// The way out of a damaged store, but for `verify` itself.
pub const SEE_VERIFY: &str = "run `sayso verify` to see what is wrong";

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        with_hint(Failure::new(code_of_store(&error.kind), &error), way_out_of_store(&error.kind))
    }
}

impl From<IngestError> for Failure {
    fn from(error: IngestError) -> Self {
        with_hint(Failure::new(code_of_file(&error.kind), &error), way_out_of_file(&error.kind))
    }
}

fn with_hint(failure: Failure, hint: Option<String>) -> Failure {
    match hint {
        Some(hint) => failure.hint(hint),
        None => failure,
    }
}

fn code_of_store(kind: &StoreErrorKind) -> Exit {
    use StoreErrorKind as Kind;
    match kind {
        Kind::NotADatabase | Kind::NotOurs | Kind::Damaged(_) | Kind::Older { .. } => Exit::Damaged,
        Kind::Newer { .. } => Exit::Newer,
        Kind::Busy => Exit::Busy,
        Kind::ReadOnly | Kind::DiskFull | Kind::CannotOpen(_) | Kind::Io(_) | Kind::Missing => Exit::Io,
        Kind::UnknownReference { .. }
        | Kind::AmbiguousReference { .. }
        | Kind::UnknownStory { .. }
        | Kind::UnknownSnapshot(_)
        | Kind::UnknownDecision(_)
        | Kind::NotAQuery
        | Kind::BadQuery(_) => Exit::Usage,
        // What SQLite says of a sound store is in the kinds above: this is `Sqlite`.
        _ => Exit::Damaged,
    }
}

/// What to try, in one line.
fn way_out_of_store(kind: &StoreErrorKind) -> Option<String> {
    use StoreErrorKind as Kind;
    let way_out = match kind {
        Kind::Missing => "make one with `sayso import PATH…`, or name it with --db FILE",
        Kind::CannotOpen(_) => "name a store in another place with --db FILE",
        Kind::NotADatabase | Kind::NotOurs => "name the store with --db FILE",
        Kind::Newer { .. } => "read it with a newer version of sayso",
        Kind::Older { .. } => "run `sayso rebuild` once, which brings it up to date",
        Kind::Busy => "try again when the other command has ended",
        Kind::ReadOnly => "copy the store to a place where you may write, and name the copy with --db FILE",
        Kind::DiskFull => "nothing was stored; make room and run the same command again",
        Kind::Damaged(_) => SEE_VERIFY,
        Kind::UnknownReference { .. } if kind.is_short_of_a_hash() => "of a snapshot's hash four digits are wanted, or more",
        Kind::UnknownReference { near, .. } | Kind::UnknownStory { near, .. } if !near.is_empty() => {
            return Some(format!("did you mean {}?", near.join(" or ")));
        }
        Kind::UnknownReference { .. } => "`sayso log` lists the snapshots",
        Kind::UnknownStory { .. } => "`sayso log` lists the stories",
        Kind::AmbiguousReference { candidates, .. } => return Some(format!("it could be {}", candidates.join(", "))),
        Kind::UnknownDecision(_) => "`sayso log --decisions` lists them",
        Kind::NotAQuery | Kind::BadQuery(_) => "`sayso query \"SELECT name, sql FROM sqlite_schema\"` shows the tables",
        _ => return None,
    };
    Some(way_out.to_owned())
}

fn code_of_file(kind: &IngestErrorKind) -> Exit {
    match kind {
        IngestErrorKind::Missing | IngestErrorKind::Unreadable(_) => Exit::Io,
        IngestErrorKind::TooLarge { .. } => Exit::Limit,
        _ => Exit::Rejected,
    }
}

/// What to try, in one line.
fn way_out_of_file(kind: &IngestErrorKind) -> Option<String> {
    use IngestErrorKind as Kind;
    Some(match kind {
        Kind::UnknownFormat => {
            format!("texts end in {}; to read it as text all the same, give it on standard input: `-`", ingest::endings())
        }
        Kind::NoTexts => format!("texts end in {}; README files and hidden files are left out", ingest::endings()),
        Kind::Document(_) => "save its text (for a PDF: pdftotext) and import that".to_owned(),
        Kind::TooLarge { bytes, limit } => {
            let wanted = bytes.unwrap_or_else(|| limit.saturating_mul(2));
            format!("raise the limit with --max-bytes {wanted}")
        }
        Kind::FrontMatter { .. } => {
            format!("front matter is TOML between two lines `+++`, with {}", ingest::FRONT_MATTER_KEYS.join(", "))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way_out(kind: StoreErrorKind) -> Option<String> {
        Failure::from(StoreError::from(kind)).hint
    }

    #[test]
    fn what_is_not_found_is_answered_with_the_nearest_or_a_list() {
        let unknown = |given: &str, near: &[&str]| {
            let near = near.iter().map(|name| (*name).to_owned()).collect();
            way_out(StoreErrorKind::UnknownReference { given: given.to_owned(), near }).expect("a hint")
        };
        assert_eq!(unknown("mian@1", &["main@latest", "main@1"]), "did you mean main@latest or main@1?");
        assert_eq!(unknown("zzzzzzzz@1", &[]), "`sayso log` lists the snapshots");
        assert_eq!(unknown("0a1", &[]), "of a snapshot's hash four digits are wanted, or more");
    }

    #[test]
    fn a_large_file_is_told_the_limit_that_it_wants() {
        let hint = |bytes| way_out_of_file(&IngestErrorKind::TooLarge { bytes, limit: 3 });
        assert_eq!(hint(Some(5)).as_deref(), Some("raise the limit with --max-bytes 5"));
        assert_eq!(hint(None).as_deref(), Some("raise the limit with --max-bytes 6"));
    }
}
