//! `sayso thread`: the life of one claim.

use sayso::decisions;
use sayso::report::listings::{self, Scope};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, args: args::Thread) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let scope = Scope::new(&store, None)?;
    let Some(report) = listings::thread(&scope, &args.id)? else {
        let threads = store.threads(None)?;
        let fitting: Vec<&str> = threads.iter().map(|thread| thread.id.as_str()).filter(|id| decisions::is_named(id, &args.id)).collect();
        return Err(match fitting.len() {
            0 => Failure::usage(format!("no thread has an id that begins with {:?}", args.id)).hint("`sayso threads` lists them"),
            several => Failure::usage(format!("{:?} names {several} threads", args.id)).hint(listings::some_of(&fitting)),
        });
    };
    ctx.ui.emit(report, args.output.format)?;
    Ok(Exit::Done)
}
