//! `sayso changes`: what changed between consecutive versions, of a story or of files.

use sayso::report::listings::{self, ChangeFilter, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Changes) -> Result<Exit, Failure> {
    let (store, story) = sources::story_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let filter = ChangeFilter { silent: args.silent, kind: args.kind, outlet: args.outlet };
    let listing = listings::changes(&scope, &filter)?;
    let found = !listing.rows.is_empty();
    ctx.ui.emit(listing, args.output.format)?;
    Ok(if found && args.exit_code { Exit::Findings } else { Exit::Done })
}
