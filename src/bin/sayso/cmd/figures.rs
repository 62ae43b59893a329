//! `sayso figures`: each quantity through versions.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Figures) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
    let (figures, each) = listings::figures(&scope)?;
    let listing = if matches!(args.output.format.name(), "json" | "ndjson") { super::as_objects(figures, each) } else { figures };
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}
