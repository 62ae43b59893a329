//! `sayso thread`: the life of one claim.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Thread) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let scope = Scope::new(&store, None)?;
    match listings::thread(&scope, &args.id)? {
        Some(report) => ctx.ui.emit(report, args.output.format)?,
        None => {
            return Err(Failure::usage(format!("no thread, or more than one, has an id that begins with {:?}", args.id))
                .hint("`sayso threads` lists them"));
        }
    }
    Ok(Exit::Done)
}
