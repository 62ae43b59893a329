//! One file a verb, in the order of help. Each reads its arguments, calls the library and gives what it gets to the terminal.

mod blame;
mod changes;
mod claims;
mod compare;
mod completions;
mod decide;
mod diff;
mod extract;
mod figures;
mod import;
mod log;
mod man;
mod query;
mod rebuild;
mod report;
mod review;
mod search;
mod show;
mod status;
mod thread;
mod threads;
mod verify;
mod who;

use crate::args::{Global, Verb};
use crate::exit::{Exit, Failure};
use crate::sources;
use crate::ui::Ui;

/// What every verb works with.
pub struct Context {
    /// The terminal.
    pub ui: Ui,
    /// The options that every verb understands.
    pub global: Global,
}

/// Does what the user asked for.
pub fn run(ctx: &Context, verb: Verb) -> Result<Exit, Failure> {
    if ctx.global.actors.is_some() || !ctx.global.topics.is_empty() {
        // Not every verb reads them; what is wrong with them is said by all.
        sources::knowledge(ctx)?;
        sources::check_topics(ctx)?;
    }
    match verb {
        Verb::Import(args) => import::run(ctx, args),
        Verb::Log(args) => log::run(ctx, args),
        Verb::Show(args) => show::run(ctx, args),
        Verb::Diff(args) => diff::run(ctx, args),
        Verb::Claims(args) => claims::run(ctx, args),
        Verb::Changes(args) => changes::run(ctx, args),
        Verb::Threads(args) => threads::run(ctx, args),
        Verb::Thread(args) => thread::run(ctx, args),
        Verb::Who(args) => who::run(ctx, args),
        Verb::Status(args) => status::run(ctx, args),
        Verb::Figures(args) => figures::run(ctx, args),
        Verb::Compare(args) => compare::run(ctx, args),
        Verb::Blame(args) => blame::run(ctx, args),
        Verb::Search(args) => search::run(ctx, args),
        Verb::Review(args) => review::run(ctx, args),
        Verb::Decide(args) => decide::run(ctx, args),
        Verb::Report(args) => report::run(ctx, args),
        Verb::Verify(args) => verify::run(ctx, args),
        Verb::Extract(args) => extract::run(ctx, args),
        Verb::Rebuild(args) => rebuild::run(ctx, args),
        Verb::Query(args) => query::run(ctx, args),
        Verb::Completions(args) => completions::run(ctx, args),
        Verb::Man(args) => man::run(ctx, args),
    }
}
