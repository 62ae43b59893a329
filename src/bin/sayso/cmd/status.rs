//! `sayso status`: the state of tracked topics over time.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Status) -> Result<Exit, Failure> {
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
    ctx.ui.emit(listings::status(&scope, topic.as_deref())?, args.output.format)?;
    Ok(Exit::Done)
}
