//! `sayso thread`: the life of one claim.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Thread) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let scope = Scope::new(&store, None)?;
    let report = listings::thread(&scope, &args.id)?;
    let report = report.map_err(|why| chosen::no_item(why, &args.id, ["thread", "threads"], "`sayso threads` lists them"))?;
    ctx.ui.emit(report, args.output.format)?;
    Ok(Exit::Done)
}
