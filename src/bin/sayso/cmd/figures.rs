//! `sayso figures`: each quantity through versions.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Figures) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let scope = Scope::new(&store, Some(&story))?;
    ctx.ui.emit(listings::figures(&scope)?, args.output.format)?;
    Ok(Exit::Done)
}
