//! `sayso log`: versions and what each changed, or the decisions that people made.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Log) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = args.story.story.as_deref().map(|given| chosen::story(&store, Some(given))).transpose()?;
    let scope = Scope::new(&store, story.as_deref())?;
    let listing = if args.decisions { listings::decisions(&scope)? } else { listings::versions(&scope)? };
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}
