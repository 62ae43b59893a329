//! `sayso status`: the state of tracked topics over time.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Status) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let (given, topic) = match (args.story.story.as_deref(), args.topic) {
        (Some(word), None) if is_topic(&store, word)? => (None, Some(word.to_owned())),
        other => other,
    };
    let story = sources::story(&store, given)?;
    let scope = Scope::new(&store, Some(&story))?;
    ctx.ui.emit(listings::status(&scope, topic.as_deref())?, args.output.format)?;
    Ok(Exit::Done)
}

/// A single word that is no story's name but a topic's: the only story is meant.
fn is_topic(store: &sayso::store::Store, word: &str) -> Result<bool, Failure> {
    Ok(store.story(word).is_err() && store.statuses(None)?.iter().any(|stored| stored.found.topic == word))
}
