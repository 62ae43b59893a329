//! `sayso thread`: the life of one claim.

use sayso::decisions::{Fate, NoItem, Standing};
use sayso::model::{Ruling, SubjectKind};
use sayso::report::Form;
use sayso::report::listings::{self, Scope};
use sayso::store::Store;

use super::Context;
use crate::args;
use crate::chosen;
use crate::exit::{Exit, Failure};
use crate::sources;

/// Wordings that a screen shows; hardly a claim has as many.
const SHOWN: usize = 100;

pub fn run(ctx: &Context, args: args::Thread) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let scope = Scope::new(&store, None)?;
    let report = listings::thread(&scope, &args.id)?;
    let mut report = match report {
        Ok(report) => report,
        Err(why) => return Err(rejected(&store, &args.id)?.unwrap_or_else(|| no_thread(why, &args.id))),
    };
    if !args.all && args.output.format.form() == Form::Screen {
        report.shorten(SHOWN, &format!("sayso thread {} --all", args.id));
    }
    ctx.ui.emit(report, args.output.format)?;
    Ok(Exit::Done)
}

fn no_thread(why: NoItem, given: &str) -> Failure {
    chosen::no_item(why, given, ["thread", "threads"], "`sayso threads` lists them")
}

/// What is said of a thread that is not listed since somebody rejected it.
fn rejected(store: &Store, given: &str) -> Result<Option<Failure>, Failure> {
    let is_named = |id: &str| id.starts_with(given) || id.get(1..).is_some_and(|digits| digits.starts_with(given));
    let standing = Standing::read(store, None)?;
    let ruled = standing.all().filter(|(_, fate)| *fate == Fate::Stands).map(|(decision, _)| decision).find(|decision| {
        let made = &decision.made;
        made.ruling == Ruling::Reject && made.subject.kind == SubjectKind::Thread && !given.is_empty() && is_named(&made.subject.row)
    });
    Ok(ruled.map(|decision| {
        let (number, made) = (decision.id.0, &decision.made);
        Failure::usage(format!("a decision of {} rejected the thread {}", made.who, made.subject.row))
            .hint(format!("`sayso decide {number} undo` takes it back"))
    }))
}
