//! `sayso search`: snapshots and claims that hold some words.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

/// Places listed at the most.
const LIMIT: u32 = 200;

pub fn run(ctx: &mut Context, args: args::Search) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = args.story.as_deref().map(|given| sources::story(&store, Some(given))).transpose()?;
    let scope = Scope::new(&store, story.as_deref())?;
    let mut listing = listings::search(&scope, &args.words.join(" "), LIMIT)?;
    if listing.rows.len() == LIMIT as usize {
        listing.footer.push(format!("stopped at {LIMIT}; more words narrow the search"));
    }
    ctx.ui.emit(listing, args.output.format)?;
    Ok(Exit::Done)
}
