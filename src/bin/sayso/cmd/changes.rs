//! `sayso changes`: what changed between consecutive versions, of a story or of files.

use sayso::report::listings::{self, ChangeFilter, Scope};

use super::Context;
use crate::args;
use crate::chosen::{self, Chosen};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &mut Context, args: args::Changes) -> Result<Exit, Failure> {
    let Chosen { store, story, is_files } = chosen::story_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let outlet = args.outlet.as_deref().map(|given| chosen::outlet(&store, &story, given)).transpose()?;
    let filter = ChangeFilter { silent: args.silent, undeclared: args.undeclared, kinds: args.kind, outlet, counted: false };
    let mut listing = listings::changes(&scope, &filter)?;
    let found = !listing.rows.is_empty();
    if is_files && found {
        listing.footer.push(chosen::FILE_IDS.to_owned());
    }
    ctx.ui.emit(listing, args.output.format)?;
    Ok(if found && args.exit_code { Exit::Findings } else { Exit::Done })
}
