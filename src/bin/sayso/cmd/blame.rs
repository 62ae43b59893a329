//! `sayso blame`: each sentence's first version, last change and restoration.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Blame) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let info = sources::resolve(&store, &args.reference)?;
    let scope = Scope::new(&store, Some(&info.story))?;
    ctx.ui.emit(listings::blame(&scope, &info)?, args.output.format)?;
    Ok(Exit::Done)
}
