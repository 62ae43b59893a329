//! `sayso report`: the audit report of a story in one file.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

use sayso::report::listings::Scope;
use sayso::report::{self, Format, Page, audit};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::ReportArgs) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
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
    let written = File::create(&args.output).and_then(|file| {
        let mut out = BufWriter::new(file);
        format.write(&report, &Page::default(), &mut out)?;
        out.flush()
    });
    written.map_err(|error| Failure::file("write", &args.output, &error))?;
    ctx.ui.say(&format!("wrote {}", args.output.display()));
    Ok(Exit::Done)
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
