//! `sayso threads`: every claim through versions and outlets, of a story or of files.

use sayso::report::Listing;
use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Threads) -> Result<Exit, Failure> {
    let (store, story) = sources::story_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let (threads, members) = listings::threads(&scope)?;
    let listing = if matches!(args.output.format.name(), "json" | "ndjson") { as_members(threads, members) } else { threads };
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}

/// What programs read: one object for each claim in a thread.
fn as_members(threads: Listing, members: Vec<serde_json::Value>) -> Listing {
    let mut listing = Listing { rows: Vec::new(), ..threads };
    for member in members {
        listing.push(Vec::new(), member);
    }
    listing
}
