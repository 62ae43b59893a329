//! `sayso report`: the audit report of a story in one file.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use sayso::pipeline;
use sayso::report::listings::Scope;
use sayso::report::{self, Page, audit};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::ReportArgs) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = sources::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
    let report = audit(&scope, &pipeline::DERIVED_BY)?;
    let format = match args.format.or_else(|| report::format_of_path(&args.output)) {
        Some(format) => format,
        None => report::format("markdown").map_err(Failure::usage)?,
    };
    if args.output == Path::new("-") {
        ctx.ui.emit(report, format)?;
        return Ok(Exit::Done);
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
