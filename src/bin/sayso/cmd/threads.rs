//! `sayso threads`: every claim through versions and outlets, of a story or of files.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen::{self, Chosen};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &Context, args: args::Threads) -> Result<Exit, Failure> {
    let Chosen { store, story, is_files } = chosen::story_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let mut listing = listings::threads(&scope)?;
    if is_files && !listing.rows.is_empty() {
        listing.footer.push(chosen::FILE_IDS.to_owned());
    }
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}
