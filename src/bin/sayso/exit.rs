//! How the program ends: the exit codes of the documentation by name, and failures that carry one.
//!
//! A failure says what was being done, to which thing, on one line; what to try stands in its hint.

use std::fmt::Display;
use std::io;
use std::process::ExitCode;

/// The exit codes. Scripts rely on the numbers; they are never given another meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything was done.
    Done = 0,
    /// Findings, where the user asked for them to be told by the exit code.
    Findings = 1,
    /// The command line makes no sense, or names what is not there.
    Usage = 2,
    /// Some inputs were rejected; the others were worked on.
    Rejected = 3,
    /// The store is damaged, or no store of ours.
    Damaged = 4,
    /// Another writer holds the store.
    Busy = 5,
    /// A file could not be read or written.
    Io = 6,
    /// A limit was reached.
    Limit = 7,
    /// The store was made by a newer version.
    Newer = 8,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

/// Why a command could not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// How the program ends.
    pub code: Exit,
    /// One line, lower case, no full stop; ids and paths at its end.
    pub message: String,
    /// What to try.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure that ends with `code`.
    pub fn new(code: Exit, message: impl Display) -> Self {
        Failure { code, message: message.to_string(), hint: None }
    }

    /// The same with a way out.
    #[must_use]
    pub fn hint(mut self, hint: impl Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// Whoever read the output has what it wanted: the command ends, and nothing is said.
    pub fn is_reader_gone(&self) -> bool {
        self.code == Exit::Done
    }

    /// The command line names what is not there, or makes no sense.
    pub fn usage(message: impl Display) -> Self {
        Failure::new(Exit::Usage, message)
    }

    /// `path` could not be read or written: `doing` says which, e.g. "read".
    pub fn file(doing: &str, path: &std::path::Path, error: &io::Error) -> Self {
        Failure::new(Exit::Io, format!("could not {doing} file: {}: {}", reason(error), path.display()))
    }
}

/// A failed write to standard output. A reader that has gone away (`| head`) has what it wanted: that is no failure.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::new(Exit::Done, "nobody reads the output any more");
        }
        Failure::new(Exit::Io, format!("could not write the output: {}", reason(&error)))
    }
}

/// What the system says, in the form of our messages: lower case, without its error number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_has_gone_away_is_no_failure() {
        let failure = Failure::from(io::Error::from(io::ErrorKind::BrokenPipe));
        assert_eq!((failure.code, failure.is_reader_gone()), (Exit::Done, true));
    }

    #[test]
    fn a_full_disk_is_said_in_our_form() {
        let failure = Failure::from(io::Error::from_raw_os_error(28));
        assert_eq!((failure.code, failure.message.as_str()), (Exit::Io, "could not write the output: no space left on device"));
    }
}
