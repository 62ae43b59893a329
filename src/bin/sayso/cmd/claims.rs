//! `sayso claims`: who says what.

use sayso::report::listings::{self, Scope};
use sayso::store::ClaimFilter;

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Claims) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let story = chosen::story(&store, args.story.story.as_deref())?;
    let at = args.at.as_deref().map(|given| sources::resolve(&store, given)).transpose()?;
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
