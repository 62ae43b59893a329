//! `sayso claims`: who says what.

use sayso::report::listings::{self, Scope};
use sayso::store::ClaimFilter;

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, args: args::Claims) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let at = args.at.as_deref().map(|given| sources::resolve(&store, given)).transpose()?;
    // A snapshot is of one story, whatever others the store holds.
    let story = match (args.story.story.as_deref(), &at) {
        (None, Some(info)) => info.story.clone(),
        (given, _) => chosen::story(&store, given)?,
    };
    if let Some(info) = at.as_ref().filter(|info| info.story != story) {
        return Err(Failure::usage(format!("{} is of the story {}, not of {story}", info.reference, info.story)));
    }
    let scope = Scope::new(&store, Some(&story))?;
    if let Some(topic) = &args.topic {
        chosen::topic(ctx, &store, topic)?;
    }
    let outlet = args.outlet.as_deref().map(|given| chosen::outlet(&store, &story, given)).transpose()?;
    let filter = ClaimFilter {
        story: Some(story.clone()),
        act: args.act,
        by: args.by,
        about: args.about,
        topic: args.topic,
        outlet,
        at: at.map(|info| info.id),
    };
    ctx.ui.emit(listings::claims(&scope, &filter)?, args.output.format)?;
    Ok(Exit::Done)
}
