//! What derives the rows of a store: the program, its data, what a user added to it, and how sentences are read.

use std::fmt;
use std::sync::LazyLock;

use base16ct::lower;
use sha2::{Digest, Sha256};

use crate::lexicon::{self, knowledge::Knowledge};
use crate::model::Syntax;
use crate::store::{Store, StoreError};

/// What derived rows. Written and read as a line, e.g. `sayso 0.1.0 data 0123456789abcdef added fedcba9876543210 syntax parser`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedBy {
    /// The program's version and the beginning of a hash of the data it was built with.
    pub program: String,
    /// The beginning of a hash of the actors and topics of the user's own, where there are any.
    pub added: Option<String>,
    /// How sentences are read.
    pub syntax: Syntax,
}

/// Stands before the hash of what the user added.
const ADDED: &str = " added ";
/// Stands before the name of the syntax, where it is not by rules alone.
const SYNTAX: &str = " syntax ";
/// Bytes of the data's hash that are shown.
const BYTES: usize = 8;

static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for (path, content) in lexicon::data() {
        hash.update(path);
        hash.update(content);
    }
    format!("sayso {} data {}", env!("CARGO_PKG_VERSION"), lower::encode_string(&hash.finalize()[..BYTES]))
});

impl DerivedBy {
    /// This program with what it is given to know.
    pub fn this(knowledge: &Knowledge) -> DerivedBy {
        DerivedBy { program: PROGRAM.clone(), added: knowledge.added().map(str::to_owned), syntax: knowledge.syntax }
    }

    /// What derived the rows of `store`; `None` where nothing is derived yet.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn of(store: &Store) -> Result<Option<DerivedBy>, StoreError> {
        Ok(store.derived_by()?.as_deref().map(DerivedBy::from))
    }
}

impl From<&str> for DerivedBy {
    fn from(line: &str) -> DerivedBy {
        let (line, syntax) = line.rsplit_once(SYNTAX).unwrap_or((line, ""));
        let (program, added) = line.split_once(ADDED).map_or((line, None), |(program, added)| (program, Some(added.to_owned())));
        DerivedBy { program: program.to_owned(), added, syntax: syntax.parse().unwrap_or(Syntax::Rules) }
    }
}

impl fmt::Display for DerivedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.program)?;
        if let Some(added) = &self.added {
            write!(f, "{ADDED}{added}")?;
        }
        match self.syntax {
            Syntax::Rules => Ok(()),
            other => write!(f, "{SYNTAX}{other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        for (added, syntax) in [(None, Syntax::Rules), (Some("00ff".to_owned()), Syntax::Rules), (Some("00ff".to_owned()), Syntax::Parser)]
        {
            let written = DerivedBy { program: PROGRAM.clone(), added, syntax };
            assert_eq!(DerivedBy::from(&*written.to_string()), written);
        }
    }

    #[test]
    fn a_line_of_another_program_is_taken_whole() {
        let other = DerivedBy::from("something else 2.0");
        assert_eq!((other.program.as_str(), other.added, other.syntax), ("something else 2.0", None, Syntax::Rules));
    }
}
