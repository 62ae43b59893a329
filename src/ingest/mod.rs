//! Reads files into captures: which files, decoding, front matter, title. Knows nothing of the store.
//!
//! A folder gives the files in it and below, in natural order, but no README and no hidden file; a file that is named itself is
//! always looked at. `-` is standard input. One bad file is one error in the list and no reason to leave the others unread. The raw
//! bytes are kept as they came; only the text made from them is mended, and every mending is noted.
//!
//! Known failure: a file without a byte order mark in another old code page than windows-1252 is read as that, or as UTF-8 with
//! replacements.
//!
//! ```
//! use sayso::ingest;
//!
//! let file = "+++\noutlet = \"Gull\"\ncaptured = 2025-03-01T08:00:00Z\n+++\nHarbour\n\nFishermen demanded compensation.\n";
//! let capture = ingest::reread("v1.txt", "text/plain", file.as_bytes()).expect("text is read as such");
//! assert_eq!((capture.outlet.as_deref(), capture.text.as_str()), (Some("Gull"), "Harbour\n\nFishermen demanded compensation.\n"));
//! ```

mod decode;
mod error;
mod likeness;
mod order;
mod text;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::model::Capture;

pub use error::{IngestError, IngestErrorKind};
pub use likeness::strangers;
pub(crate) use order::natural;
pub use text::KEYS as FRONT_MATTER_KEYS;

/// Most bytes of a file, unless the caller says otherwise.
pub const MAX_BYTES: u64 = 16 << 20;

/// Folders within folders.
const DEPTH: usize = 16;

/// One file format.
pub trait Importer: Sync {
    /// Its name in help and errors.
    fn name(&self) -> &'static str;
    /// The file name endings that it reads, in lower case.
    fn endings(&self) -> &'static [&'static str];
    /// The media type of a file with one of its endings.
    fn media_type(&self, ending: &str) -> &'static str;
    /// Reads a file; `origin`, `media_type` and `raw` are filled in by the caller.
    ///
    /// # Errors
    /// Where it holds no text, or says in a malformed way whose it is.
    fn read(&self, raw: &[u8]) -> Result<Capture, IngestErrorKind>;
}

/// Every format. The first reads standard input and files whose names have no ending.
pub const IMPORTERS: &[&dyn Importer] = &[&text::Text];

/// What to read and what not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Most bytes of one file.
    pub max_bytes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options { max_bytes: MAX_BYTES }
    }
}

/// Reads all texts that `paths` name, in their order; one result for each file, and one for each path that gives none.
pub fn read(paths: &[PathBuf], options: &Options) -> impl Iterator<Item = Result<Capture, IngestError>> {
    find(paths).texts.into_iter().map(|path| only_text(read_file(&path?, options)?))
}

/// The files that paths stand for.
#[derive(Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// Files to read, in the order of their paths; an error for each path that gives none.
    pub texts: Vec<Result<PathBuf, IngestError>>,
    /// Files in the folders that are left out because of their names: other kinds of files, and READMEs. Hidden ones are not told.
    pub left_out: Vec<String>,
}

/// Looks for the files that `paths` stand for: themselves, or the texts of folders. A folder is read once, whatever links lead to it.
pub fn find(paths: &[PathBuf]) -> Found {
    let mut found = Found::default();
    for path in paths {
        let before = found.texts.len();
        match path.is_dir() {
            true => found.walk(path, DEPTH, &mut BTreeSet::new()),
            false => found.texts.push(Ok(path.clone())),
        }
        if found.texts.len() == before {
            found.texts.push(Err(IngestError::new(IngestErrorKind::NoTexts, named(path))));
        }
    }
    found
}

impl Found {
    /// Takes in a folder and those below; `seen` are the folders that were read, by where they really are.
    fn walk(&mut self, folder: &Path, depth: usize, seen: &mut BTreeSet<PathBuf>) {
        // One whose place cannot be told cannot be listed either, which is said below.
        if fs::canonicalize(folder).is_ok_and(|place| !seen.insert(place)) {
            return;
        }
        let listed = |folder| fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<PathBuf>>>();
        let listed = match depth {
            0 => Err(IngestErrorKind::TooDeep(DEPTH)),
            _ => listed(folder).map_err(|error| unreadable(&error)),
        };
        let mut paths = match listed {
            Ok(paths) => paths,
            Err(kind) => return self.texts.push(Err(IngestError::new(kind, named(folder)))),
        };
        paths.retain(|path| !is_hidden(path));
        paths.sort_by(|left, right| natural(&named(left), &named(right)));
        for path in paths {
            match (path.is_dir(), is_readme(&path)) {
                (true, true) => {}
                (true, false) => self.walk(&path, depth - 1, seen),
                (false, false) if is_text(&path) => self.texts.push(Ok(path)),
                (false, _) => self.left_out.push(named(&path)),
            }
        }
    }
}

/// Reads one file, or standard input for `-`; its bytes may be no text at all ([`only_text`]).
///
/// # Errors
/// Why it cannot be read: it is not there, too large, empty or of another format, or its front matter is malformed.
pub fn read_file(path: &Path, options: &Options) -> Result<Capture, IngestError> {
    let origin = named(path);
    let failed = |kind| IngestError::new(kind, origin.clone());
    let (importer, ending) = importer_for(path).map_err(failed)?;
    let raw = bytes(path, options.max_bytes).map_err(failed)?;
    let capture = read_with(importer, &raw).map_err(failed)?;
    Ok(Capture { origin, media_type: importer.media_type(&ending).to_owned(), raw, ..capture })
}

/// Reads bytes again that were stored under `media_type`; what `verify` compares with. `None` where no importer can.
pub fn reread(origin: &str, media_type: &str, raw: &[u8]) -> Option<Capture> {
    let (importer, _) = IMPORTERS
        .iter()
        .flat_map(|importer| importer.endings().iter().map(move |ending| (*importer, *ending)))
        .find(|(importer, ending)| importer.media_type(ending) == media_type)?;
    let capture = read_with(importer, raw).ok()?;
    Some(Capture { origin: origin.to_owned(), media_type: media_type.to_owned(), raw: raw.to_vec(), ..capture })
}

/// The endings of all formats, for people.
pub fn endings() -> String {
    let all: Vec<String> = IMPORTERS.iter().flat_map(|importer| importer.endings()).map(|ending| format!(".{ending}")).collect();
    all.join(", ")
}

fn read_with(importer: &dyn Importer, raw: &[u8]) -> Result<Capture, IngestErrorKind> {
    if raw.is_empty() { Err(IngestErrorKind::Empty) } else { importer.read(raw) }
}

/// One in so many characters of a text may be none, where a copy was damaged.
const READABLE: usize = 10;

/// How documents begin that are no text, whatever they are called, and what they are.
const DOCUMENTS: &[(&[u8], &str)] = &[(b"%PDF-", "PDF"), (b"{\\rtf", "RTF"), (b"PK\x03\x04", "zipped")];

/// Refuses what was no text before it was decoded: a store cannot forget it.
///
/// # Errors
/// Where it is a document of another kind, or too much of it cannot be read.
pub fn only_text(capture: Capture) -> Result<Capture, IngestError> {
    if let Some((_, kind)) = DOCUMENTS.iter().find(|(begin, _)| capture.raw.starts_with(begin)) {
        return Err(IngestError::new(IngestErrorKind::Document(kind), capture.origin));
    }
    let unread = capture.text.matches(char::REPLACEMENT_CHARACTER).count();
    let of = capture.text.chars().count();
    match unread * READABLE > of {
        true => Err(IngestError::new(IngestErrorKind::NoText { unread, of }, capture.origin)),
        false => Ok(capture),
    }
}

fn named(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// The importer by the file's ending; a name without one, or with a number or date for one (`talks.2`), is read as text.
fn importer_for(path: &Path) -> Result<(&'static dyn Importer, String), IngestErrorKind> {
    let ending = ending(path);
    let importer = IMPORTERS.iter().find(|importer| importer.endings().contains(&ending.as_str()));
    let is_other_format = importer.is_none() && !ending.is_empty() && ending.chars().all(char::is_alphabetic);
    if is_other_format && path.exists() {
        return Err(IngestErrorKind::UnknownFormat);
    }
    Ok((*importer.unwrap_or(&IMPORTERS[0]), ending))
}

/// Some importer reads files with this ending.
fn is_text(path: &Path) -> bool {
    IMPORTERS.iter().any(|importer| importer.endings().contains(&ending(path).as_str()))
}

fn is_readme(path: &Path) -> bool {
    name_of(path).starts_with("readme")
}

fn is_hidden(path: &Path) -> bool {
    name_of(path).starts_with('.')
}

/// The last part of a path in small letters.
fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// All bytes, if they are no more than `limit`; the size is asked before anything is read.
fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, IngestErrorKind> {
    if path.as_os_str() == "-" {
        return at_most(io::stdin().lock(), limit);
    }
    let file = File::open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.len() > limit {
        return Err(IngestErrorKind::TooLarge { bytes: Some(metadata.len()), limit });
    }
    at_most(file, limit)
}

/// A pipe, or a file that grows while it is read, has no size that could be asked.
fn at_most(source: impl Read, limit: u64) -> Result<Vec<u8>, IngestErrorKind> {
    let mut raw = Vec::new();
    source.take(limit.saturating_add(1)).read_to_end(&mut raw).map_err(|error| unreadable(&error))?;
    if raw.len() as u64 > limit { Err(IngestErrorKind::TooLarge { bytes: None, limit }) } else { Ok(raw) }
}

fn unreadable(error: &io::Error) -> IngestErrorKind {
    match error.kind() {
        io::ErrorKind::NotFound => IngestErrorKind::Missing,
        // Without the number that the system gives it.
        _ => IngestErrorKind::Unreadable(error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(paths: &[PathBuf]) -> Vec<String> {
        read(paths, &Options::default()).map(|result| result.map_or_else(|error| error.kind.to_string(), |capture| capture.text)).collect()
    }

    fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn what_the_system_says_has_the_form_of_our_messages() {
        let said = |number| unreadable(&io::Error::from_raw_os_error(number)).to_string();
        assert_eq!((said(2).as_str(), said(13).as_str()), ("no such file or folder", "cannot be read (permission denied)"));
    }

    #[test]
    fn a_folder_gives_its_texts_in_natural_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["v10.txt", "v2.md", "README.md", ".hidden.txt", "picture.png", "later/v1.TXT", ".git/v0.txt"] {
            write(folder.path(), name, name);
        }
        assert_eq!(origins(&[folder.path().to_owned()]), ["later/v1.TXT", "v2.md", "v10.txt"]);
    }

    #[test]
    fn what_a_folder_holds_besides_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["v1.txt", "README.md", ".hidden.txt", "later/picture.png", ".git/v0.txt"] {
            write(folder.path(), name, name);
        }
        let path = |name: &str| named(&folder.path().join(name));
        assert_eq!(find(&[folder.path().to_owned()]).left_out, [path("README.md"), path("later/picture.png")]);
        assert_eq!(find(&[folder.path().join("later/picture.png")]).left_out, [""; 0]);
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_round_in_circles_are_followed_once() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "v1.txt", "one");
        write(folder.path(), "later/v2.txt", "two");
        for link in 0..20 {
            std::os::unix::fs::symlink(".", folder.path().join(format!("{link}"))).unwrap();
            std::os::unix::fs::symlink("../later", folder.path().join(format!("later/{link}"))).unwrap();
        }
        std::os::unix::fs::symlink("later", folder.path().join("newest")).unwrap();
        assert_eq!(origins(&[folder.path().to_owned()]), ["two", "one"]);
    }

    #[test]
    fn one_bad_file_leaves_the_others_read() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "1.txt", "one");
        write(folder.path(), "2.txt", "");
        write(folder.path(), "3.txt", "three");
        let missing = folder.path().join("none.txt");
        assert_eq!(origins(&[folder.path().to_owned(), missing]), ["one", "the file has no text", "three", "no such file or folder"]);
    }

    #[test]
    fn a_folder_without_texts_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "picture.png", "png");
        let error = read(&[folder.path().to_owned()], &Options::default()).next().unwrap().unwrap_err();
        assert_eq!(error.kind, IngestErrorKind::NoTexts);
    }

    #[test]
    fn a_file_above_the_limit_is_refused_with_its_size() {
        let folder = tempfile::tempdir().unwrap();
        let path = write(folder.path(), "long.txt", "12345");
        let error = read_file(&path, &Options { max_bytes: 4 }).unwrap_err();
        assert_eq!(error.kind, IngestErrorKind::TooLarge { bytes: Some(5), limit: 4 });
        assert_eq!(read_file(&path, &Options { max_bytes: 5 }).unwrap().raw, b"12345");
    }

    #[test]
    fn a_pipe_above_the_limit_is_refused_without_reading_on() {
        assert_eq!(at_most(io::repeat(b'a'), 10), Err(IngestErrorKind::TooLarge { bytes: None, limit: 10 }));
    }

    #[test]
    fn a_file_of_another_format_is_not_read_as_text() {
        let folder = tempfile::tempdir().unwrap();
        let page = write(folder.path(), "page.html", "<p>");
        let numbered = write(folder.path(), "talks.2", "text");
        assert_eq!(read_file(&page, &Options::default()).unwrap_err().kind, IngestErrorKind::UnknownFormat);
        assert_eq!(read_file(&numbered, &Options::default()).unwrap().media_type, "text/plain");
    }

    #[test]
    fn a_file_that_is_no_text_is_refused_and_a_damaged_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let program = write(folder.path(), "program.txt", b"\x7fELF\0\0\x01\0\0\0\xf0\x9a\0\0text");
        let damaged = write(folder.path(), "damaged.txt", b"The mill was shut on \xff\xfe Monday.\0");
        let zeros = write(folder.path(), "zeros.txt", [0; 100]);
        let said = |path: &PathBuf| only_text(read_file(path, &Options::default()).unwrap()).map_err(|error| error.kind);
        assert!(matches!(said(&program), Err(IngestErrorKind::NoText { .. })));
        assert_eq!(said(&zeros), Err(IngestErrorKind::NoText { unread: 100, of: 100 }));
        assert!(said(&damaged).is_ok());
        let paper = write(folder.path(), "paper.txt", b"%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj");
        assert_eq!(said(&paper), Err(IngestErrorKind::Document("PDF")));
    }

    #[test]
    fn stored_bytes_read_again_give_the_same_capture() {
        let folder = tempfile::tempdir().unwrap();
        let path = write(folder.path(), "v1.md", b"+++\noutlet = \"A\"\n+++\nTalks go on\xff\n\nBoth sides said so.\0");
        let capture = read_file(&path, &Options::default()).unwrap();
        assert_eq!(reread(&capture.origin, &capture.media_type, &capture.raw), Some(capture));
        assert_eq!(reread("x", "image/png", b"x"), None);
    }
}
