//! `sayso compare`: outlets side by side.

use sayso::report::listings::{self, OnlyHere, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Compare) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
    let only_here = if args.all || args.output.format.form().is_data() { OnlyHere::All } else { OnlyHere::Weightiest };
    ctx.ui.emit(listings::compare(&scope, only_here)?, args.output.format)?;
    Ok(Exit::Done)
}
