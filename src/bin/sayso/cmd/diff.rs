//! `sayso diff`: two snapshots or files, sentence by sentence.

use sayso::diff;
use sayso::report::diff_json::DiffJson;
use sayso::report::{Page, Side, View, comparison, format};
use sayso::text::Document;
use similar::TextDiff;

use super::Context;
use crate::args::{self, DiffFormat};
use crate::exit::{Exit, Failure};
use crate::sources::{self, Named};

/// Columns from which two passages are readable side by side.
const WIDE: usize = 120;

pub fn run(ctx: &mut Context, args: args::Diff) -> Result<Exit, Failure> {
    let (from, to) = (sources::named(ctx, &args.from)?, sources::named(ctx, &args.to)?);
    match args.format {
        DiffFormat::Unified => unified(ctx, &from, &to, args.context)?,
        DiffFormat::Report(chosen) if chosen.name() == "json" => json(ctx, &from, &to)?,
        DiffFormat::Report(chosen) => {
            let chosen = if args.html { format("html").map_err(Failure::usage)? } else { chosen };
            let (before, after) = (Document::new(&from.text), Document::new(&to.text));
            let view = View {
                context: args.context,
                facts_only: args.facts,
                words_only: args.words,
                noise: args.show_noise,
                furniture: args.show_noise,
            };
            let report = comparison(Side { name: &from.name, document: &before }, Side { name: &to.name, document: &after }, view);
            let page = ctx.ui.page();
            let side_by_side = args.side_by_side || page.width.is_some_and(|width| width >= WIDE);
            // Two columns have to have some width, even where nobody's terminal gives one.
            let width = page.width.or(args.side_by_side.then_some(WIDE));
            ctx.ui.emit_on(&Page { side_by_side, width, ..page }, report, chosen)?;
        }
    }
    Ok(if args.exit_code && from.text != to.text { Exit::Findings } else { Exit::Done })
}

/// The contract's object, on one line.
fn json(ctx: &Context, from: &Named, to: &Named) -> Result<(), Failure> {
    let (before, after) = (Document::new(&from.text), Document::new(&to.text));
    let found = diff::compare(&before, &after);
    let facts = diff::facts(&before, &after, &found);
    let object = DiffJson::new((&from.name, &to.name), (&before, &after), &found, &facts);
    ctx.ui.put(|out| {
        serde_json::to_writer(&mut *out, &object)?;
        writeln!(out)
    })
}

/// A patch of lines, as `patch` and other programs read it.
fn unified(ctx: &Context, from: &Named, to: &Named, context: usize) -> Result<(), Failure> {
    let patch = TextDiff::from_lines(&from.text, &to.text);
    ctx.ui.put(|out| write!(out, "{}", patch.unified_diff().context_radius(context).header(&from.name, &to.name)))
}
