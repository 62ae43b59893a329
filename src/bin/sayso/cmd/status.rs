//! `sayso status`: the state of tracked topics over time.

use sayso::pipeline::DerivedBy;
use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Status) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let (given, topic) = match (args.story.story.as_deref(), args.topic) {
        (Some(word), None) if chosen::is_topic(ctx, &store, word)? => (None, Some(word.to_owned())),
        other => other,
    };
    let story = chosen::story(&store, given)?;
    if let Some(topic) = &topic {
        chosen::topic(ctx, &store, topic)?;
    }
    let scope = Scope::new(&store, Some(&story))?;
    let mut listing = listings::status(&scope, topic.as_deref())?;
    if listing.rows.is_empty() {
        let tracked = listings::some_of(&chosen::tracked(ctx, &store)?);
        listing.footer.push(format!("tracked topics: {tracked}; one of your own: sayso status --help"));
    }
    ctx.ui.emit(listing, args.output.format)?;
    let derived = DerivedBy::of(&store)?.and_then(|derived| derived.added);
    if !ctx.global.topics.is_empty() && derived.as_deref() != sources::knowledge(ctx)?.added() {
        ctx.ui.hint("the store was not read with these --topics; `sayso rebuild` with them reads it again");
    }
    Ok(Exit::Done)
}
