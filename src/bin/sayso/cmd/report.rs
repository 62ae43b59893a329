//! `sayso report`: the audit report of a story in one file.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use sayso::report::listings::Scope;
use sayso::report::{self, Format, Page, audit};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::ReportArgs) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
    let altered: Vec<String> = scope.altered()?.into_iter().map(|info| info.reference.clone()).collect();
    sources::warn_of_altered(ctx, &altered);
    let report = audit(&sources::knowledge(ctx)?.world, &scope, store.derived_by()?.as_deref().unwrap_or("no program yet"))?;
    let format = match args.format {
        Some(format) => format,
        None => format_of(&args.output)?,
    };
    if args.output == Path::new("-") {
        ctx.ui.emit(report, format)?;
        return Ok(Exit::Done);
    }
    if is_database(&args.output) {
        let failure = Failure::usage(format!("a report would take the place of a database: {}", args.output.display()));
        return Err(failure.hint("name another file with -o"));
    }
    let written = write_whole(&args.output, |out| format.write(&report, &Page::default(), out));
    written.map_err(|error| no_file(&args.output, &error))?;
    ctx.ui.say(&format!("wrote {}", args.output.display()));
    Ok(Exit::Done)
}

fn no_file(path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::file("write", path, error);
    match path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        Some(folder) => failure.hint(format!("make the folder first: {}", folder.display())),
        None if path.is_dir() => failure.hint(format!("name a file in it: {}", path.join("audit.html").display())),
        None => failure,
    }
}

/// Writes a file that takes the place of the one at `path` when it is whole, so that a full disk leaves what was there. What is no plain
/// file, a pipe perhaps, is written as it is.
fn write_whole(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let to = |file: File| {
        let mut out = BufWriter::new(file);
        write(&mut out)?;
        out.flush()
    };
    let there = fs::metadata(path).ok();
    if there.as_ref().is_some_and(|there| !there.is_file()) {
        return to(File::create(path)?);
    }
    let mut place = path.to_owned();
    if there.is_some() {
        // A link stays one, and a file that may not be written is not replaced.
        place = fs::canonicalize(path)?;
        OpenOptions::new().append(true).open(&place)?;
    }
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let beside = place.with_file_name(format!(".{name}.{}", std::process::id()));
    let written = File::create_new(&beside)
        .and_then(to)
        .and_then(|()| there.map_or(Ok(()), |there| fs::set_permissions(&beside, there.permissions())))
        .and_then(|()| fs::rename(&beside, &place));
    if written.is_err() {
        // It was not made, or is half a report; the first error is what the user must see.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The file holds a database of SQLite, the store perhaps.
fn is_database(path: &Path) -> bool {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAGIC.len() as u64).read_to_end(&mut head));
    read.is_ok() && head == MAGIC
}

/// What the file's name says; a name without an ending, and standard output, get Markdown.
fn format_of(output: &Path) -> Result<&'static dyn Format, Failure> {
    if let Some(format) = report::format_of_path(output) {
        return Ok(format);
    }
    match output.extension() {
        None => report::format("markdown").map_err(Failure::usage),
        Some(ending) => {
            let known: Vec<String> = report::FORMATS.iter().map(|format| format!(".{}", format.extension())).collect();
            Err(Failure::usage(format!("no report is written in the format .{}: {}", ending.to_string_lossy(), output.display()))
                .hint(format!("known: {}; --format says which where the name does not", known.join(", "))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_that_cannot_be_written_leaves_the_one_before() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("audit.html");
        let entries = || fs::read_dir(folder.path()).unwrap().count();
        write_whole(&path, |out| out.write_all(b"first")).unwrap();
        let failed = write_whole(&path, |out| {
            out.write_all(b"half a se")?;
            Err(io::Error::from_raw_os_error(28))
        });
        assert!(failed.is_err());
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), entries()), ("first", 1));
        write_whole(&path, |out| out.write_all(b"second")).unwrap();
        assert_eq!((fs::read_to_string(&path).unwrap().as_str(), entries()), ("second", 1));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_a_file_of_others_is_not_replaced() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("audit.html"), folder.path().join("latest.html"));
        write_whole(&path, |out| out.write_all(b"first")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("audit.html", &link).unwrap();
        write_whole(&link, |out| out.write_all(b"second")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "second");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        write_whole(Path::new("/dev/null"), |out| out.write_all(b"third")).unwrap();
    }
}
