//! `sayso threads`: every claim through versions and outlets, of a story or of files.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen::{self, Chosen};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &mut Context, args: args::Threads) -> Result<Exit, Failure> {
    let Chosen { store, story, is_files } = chosen::story_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let (threads, members) = listings::threads(&scope)?;
    let mut listing = if matches!(args.output.format.name(), "json" | "ndjson") { super::as_objects(threads, members) } else { threads };
    if is_files && !listing.rows.is_empty() {
        listing.footer.push(chosen::FILE_IDS.to_owned());
    }
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}
