//! `sayso show`: a snapshot's text, its claims marked.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Show) -> Result<Exit, Failure> {
    let (store, info) = sources::snapshot(ctx, &args.reference)?;
    let scope = Scope::new(&store, Some(&info.story))?;
    ctx.ui.emit(listings::show(&scope, &info)?, args.output.format)?;
    Ok(Exit::Done)
}
