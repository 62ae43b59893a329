//! Why a file could not be read in.

use std::fmt;

/// A file that was not read in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IngestError {
    /// What is wrong.
    pub kind: IngestErrorKind,
    /// The file or folder as the user named it; `-` for standard input.
    pub path: String,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IngestErrorKind {
    /// There is nothing at the path.
    #[error("no such file or folder")]
    Missing,
    /// A folder in which no file is a text.
    #[error("no text files in this folder")]
    NoTexts,
    /// A folder that is nested beyond reason.
    #[error("folders are nested more than {0} deep")]
    TooDeep(usize),
    /// A file that no importer reads.
    #[error("files of this kind are not read")]
    UnknownFormat,
    /// A file without a text, front matter apart.
    #[error("the file has no text")]
    Empty,
    /// A file that is no text, an image or a program perhaps.
    #[error("the file is no text: {unread} of its {of} characters cannot be read")]
    NoText {
        /// How many characters are none.
        unread: usize,
        /// Of how many.
        of: usize,
    },
    /// A document with a text in it that is not read.
    #[error("the file is a {0} document and no text")]
    Document(&'static str),
    /// A file above the limit.
    #[error("the file has {}more than {limit} bytes", .bytes.map(|bytes| format!("{bytes} bytes, ")).unwrap_or_default())]
    TooLarge {
        /// How large it is; `None` where it was not read to its end.
        bytes: Option<u64>,
        /// The limit.
        limit: u64,
    },
    /// Front matter that is not what it should be.
    #[error("malformed front matter in line {line}: {reason}")]
    FrontMatter {
        /// The file's line, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// The operating system does not let it be read.
    #[error("cannot be read ({0})")]
    Unreadable(String),
}

impl IngestError {
    pub(super) fn new(kind: IngestErrorKind, path: impl Into<String>) -> Self {
        IngestError { kind, path: path.into() }
    }
}

impl fmt::Display for IngestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.path)
    }
}

impl std::error::Error for IngestError {}
