//! `sayso import`: stores versions, then says what changed between them and who asserted it.

use std::path::Path;

use sayso::pipeline::{self, Defaults, Imported};
use sayso::report::listings::{self, ChangeFilter, Scope};
use sayso::report::{Block, Listing, Report, Section};
use sayso::store::Store;

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

/// Changes that a terminal shows at the end of an import; other formats show all.
const SHOWN: usize = 20;

pub fn run(ctx: &mut Context, args: args::Import) -> Result<Exit, Failure> {
    let (mut captures, rejected) = sources::captures(ctx, &args.paths, args.limit.max_bytes)?;
    if captures.is_empty() {
        return Err(Failure::new(Exit::Rejected, "nothing was stored: no file could be read"));
    }
    for capture in captures.iter_mut().filter(|capture| capture.story.is_none()) {
        capture.story = folder_of(&capture.origin);
    }
    let defaults = Defaults { story: args.story, fallback: "story".to_owned(), outlet: args.outlet, report: args.report };
    let mut store = sources::creating(ctx)?;
    let knowledge = sources::knowledge_for(ctx, &store)?;
    let done = pipeline::import_with(&knowledge, &mut store, &captures, &defaults, sources::now()?, &mut sources::progress(&ctx.ui))?;
    let is_table = args.output.format.name() == "table";
    ctx.ui.emit(summary(&store, &done, is_table)?, args.output.format)?;
    say_what_was_done(ctx, &done, rejected);
    Ok(if rejected > 0 { Exit::Rejected } else { Exit::Done })
}

/// The name of the folder that holds a file: the story, where nobody says another.
fn folder_of(origin: &str) -> Option<String> {
    let parent = Path::new(origin).canonicalize().ok()?.parent()?.to_owned();
    Some(parent.file_name()?.to_string_lossy().into_owned())
}

/// The new versions of each story and what each changed.
fn summary(store: &Store, done: &Imported, is_short: bool) -> Result<Report, Failure> {
    let mut report = Report::default();
    for story in &done.stories {
        let name = store.story(story)?;
        let scope = Scope::of_some(store, &name, &done.new)?;
        if scope.snapshots.is_empty() {
            continue;
        }
        let mut changes = listings::changes(&scope, &ChangeFilter::default())?;
        if is_short {
            shorten(&mut changes);
        }
        let section = |what: &str, listing| Section { heading: format!("{name}: {what}"), blocks: vec![Block::Listing(listing)] };
        report.sections.push(section("versions", listings::versions(&scope)?));
        report.sections.push(section("what changed, and who asserted it", changes));
    }
    Ok(report)
}

fn shorten(changes: &mut Listing) {
    let left_out = changes.rows.len().saturating_sub(SHOWN);
    if left_out > 0 {
        changes.rows.truncate(SHOWN);
        changes.footer.push(format!("the {SHOWN} that weigh most; {left_out} more: sayso changes"));
    }
}

fn say_what_was_done(ctx: &Context, done: &Imported, rejected: usize) {
    for note in &done.notes {
        ctx.ui.warn(note);
    }
    let mut line = format!("stored {} in {}", listings::count(done.new.len(), "new version"), ctx.global.db.display());
    if done.known > 0 {
        line.push_str(&format!(", {} already there", done.known));
    }
    if rejected > 0 {
        line.push_str(&format!(", {} rejected", listings::count(rejected, "file")));
    }
    ctx.ui.say(&line);
    if done.doubtful > 0 {
        ctx.ui.say(&format!(
            "{} taken for an old version by file name; if the report went back to it, say when it was captured in front matter",
            listings::count(done.doubtful, "file without a time was")
        ));
    }
    ctx.ui.say("next: sayso changes --silent · sayso diff A B · sayso who · sayso status · sayso report -o audit.html");
}
