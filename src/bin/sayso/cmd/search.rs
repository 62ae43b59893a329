//! `sayso search`: snapshots and claims that hold some words.

use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

/// Texts, and claims, that are listed at the most.
const LIMIT: u32 = 200;

pub fn run(ctx: &Context, args: args::Search) -> Result<Exit, Failure> {
    if !args.words.iter().any(|word| word.contains(char::is_alphanumeric)) {
        return Err(
            Failure::usage(format!("there is no word to look for in {:?}", args.words.join(" "))).hint("a word has letters or digits")
        );
    }
    let store = sources::reading(ctx)?;
    let story = args.story.as_deref().map(|given| chosen::story(&store, Some(given))).transpose()?;
    let scope = Scope::new(&store, story.as_deref())?;
    ctx.ui.emit(listings::search(&scope, &quoted(&args.words), LIMIT)?, args.output.format)?;
    Ok(Exit::Done)
}

/// The words as they were given; what the shell kept together stands together.
fn quoted(words: &[String]) -> String {
    let quoted = |word: &String| if word.contains(' ') && !word.contains('"') { format!("\"{word}\"") } else { word.clone() };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}
