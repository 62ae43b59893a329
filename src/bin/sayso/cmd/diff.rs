//! `sayso diff`: two snapshots or files, sentence by sentence.

use std::path::Path;

use sayso::diff;
use sayso::report::diff_json::DiffJson;
use sayso::report::{Form, Format, Page, Side, View, comparison, format, sanitise, unified};
use sayso::text::Document;

use super::Context;
use crate::args::{self, DiffFormat};
use crate::exit::{Exit, Failure};
use crate::sources::{self, Named};

/// Columns from which two passages are readable side by side.
const WIDE: usize = 120;

pub fn run(ctx: &Context, args: args::Diff) -> Result<Exit, Failure> {
    refuse_what_is_unused(&args)?;
    let chosen = match args.format {
        DiffFormat::Unified => return patch(ctx, &args),
        DiffFormat::Report(_) if args.html => format("html").map_err(Failure::usage)?,
        DiffFormat::Report(chosen) => chosen,
    };
    let (from, to) = (sources::named(ctx, &args.from)?, sources::named(ctx, &args.to)?);
    if let (Some(one), Some(other)) = (&from.story, &to.story)
        && one != other
    {
        ctx.ui.warn(&format!("the two are of different stories, {one} and {other}"));
    }
    if chosen.form() == Form::Value {
        json(ctx, &from, &to)?
    } else {
        shown(ctx, &args, &from, &to, chosen)?
    }
    Ok(if args.exit_code && from.text != to.text { Exit::Findings } else { Exit::Done })
}

/// Options that choose what readers are shown have no meaning in a format that says everything in its own way.
fn refuse_what_is_unused(args: &args::Diff) -> Result<(), Failure> {
    let (format, has_context) = match args.format {
        DiffFormat::Unified => ("unified", true),
        DiffFormat::Report(chosen) if chosen.form() == Form::Value => (chosen.name(), false),
        DiffFormat::Report(_) => return Ok(()),
    };
    let unused = [
        (args.words, "--words"),
        (args.context.is_some() && !has_context, "--context"),
        (args.facts, "--facts"),
        (args.side_by_side, "--side-by-side"),
        (args.show_noise, "--show-noise"),
    ];
    match unused.iter().find(|(is_given, _)| *is_given) {
        Some((_, option)) => Err(Failure::usage(format!("{option} has no meaning with --format {format}"))),
        None => Ok(()),
    }
}

/// The facts and passages that changed, for readers.
fn shown(ctx: &Context, args: &args::Diff, from: &Named, to: &Named, chosen: &dyn Format) -> Result<(), Failure> {
    let (before, after) = (Document::new(&from.text), Document::new(&to.text));
    let view = View {
        context: context(args),
        facts_only: args.facts,
        words_only: args.words,
        noise: args.show_noise,
        furniture: args.show_noise,
        rows: chosen.form() == Form::Lines,
    };
    let knowledge = sources::knowledge(ctx)?;
    let report =
        comparison(&knowledge.world, Side { name: &from.name, document: &before }, Side { name: &to.name, document: &after }, view);
    let page = ctx.ui.page();
    let side_by_side = args.side_by_side || page.width.is_some_and(|width| width >= WIDE);
    // Two columns have to have some width, even where nobody's terminal gives one.
    let width = page.width.or(args.side_by_side.then_some(WIDE));
    ctx.ui.emit_on(&Page { side_by_side, width, ..page }, report, chosen)
}

/// Unchanged passages around a change: one, but none where only changed words are wanted.
fn context(args: &args::Diff) -> usize {
    args.context.unwrap_or(if args.words { 0 } else { 1 })
}

/// The contract's object, on one line.
fn json(ctx: &Context, from: &Named, to: &Named) -> Result<(), Failure> {
    let found = diff::compare_texts_with(&sources::knowledge(ctx)?.world, &from.text, &to.text);
    let object = DiffJson::new((&from.name, &to.name), &found);
    ctx.ui.put(|out| {
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out)
    })
}

/// A patch of lines: of files as they stand on the disk, front matter and all, since that is what a patch is for.
fn patch(ctx: &Context, args: &args::Diff) -> Result<Exit, Failure> {
    let (from, to) = (as_it_stands(ctx, &args.from)?, as_it_stands(ctx, &args.to)?);
    let mut lines = Vec::new();
    unified((&from.0, &to.0), (&from.1, &to.1), context(args), &mut lines)?;
    ctx.ui.put(|out| match ctx.ui.is_terminal() {
        true => write!(out, "{}", sanitise::lines(&String::from_utf8_lossy(&lines))),
        false => out.write_all(&lines),
    })?;
    Ok(if args.exit_code && from.1 != to.1 { Exit::Findings } else { Exit::Done })
}

/// How a text is called, and its bytes.
fn as_it_stands(ctx: &Context, given: &str) -> Result<(String, Vec<u8>), Failure> {
    let path = Path::new(given);
    if path.is_file() {
        let bytes = std::fs::read(path).map_err(|error| Failure::file("read", path, &error))?;
        return Ok((given.to_owned(), bytes));
    }
    let named = sources::named(ctx, given)?;
    Ok((named.name, named.text.into_bytes()))
}
