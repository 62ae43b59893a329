//! `sayso import`: stores versions, then says what changed between them and who asserted it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sayso::ingest;
use sayso::model::Capture;
use sayso::pipeline::{Defaults, Imported};
use sayso::report::listings::{self, ChangeFilter, Scope};
use sayso::report::{Block, Form, Report, Section};
use sayso::store::{ReportId, SnapshotId, SnapshotInfo, Store, slug};

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

/// Changes that a terminal shows at the end of an import; other formats show all.
const SHOWN: usize = 20;

pub fn run(ctx: &Context, args: args::Import) -> Result<Exit, Failure> {
    let (mut captures, rejected) = sources::captures(ctx, &args.paths, args.limit.max_bytes)?;
    if captures.is_empty() {
        return Err(Failure::new(Exit::Rejected, "nothing was stored: no file could be read"));
    }
    for capture in captures.iter_mut().filter(|capture| capture.story.is_none()) {
        capture.story = folder_of(&capture.origin);
    }
    say_who_are_strangers(ctx, &captures, &args);
    let defaults = Defaults { story: args.story, fallback: "story".to_owned(), outlet: args.outlet, report: args.report };
    let mut store = sources::creating(ctx)?;
    let knowledge = sources::knowledge_for(ctx, &store)?;
    let done = sources::pipeline(ctx, knowledge).import(&mut store, &captures, &defaults, sources::now()?)?;
    let new = done.new.iter().map(|id| store.snapshot(*id)).collect::<Result<Vec<SnapshotInfo>, _>>()?;
    ctx.ui.emit(summary(&store, &done.stories, &new, args.output.format.form())?, args.output.format)?;
    say_which_numbers_moved(ctx, &store, &new)?;
    say_what_was_done(ctx, &done, rejected)?;
    ctx.ui.say(&format!("next: {}", next(&store, &done.stories, &new).join(" · ")));
    Ok(if rejected > 0 { Exit::Rejected } else { Exit::Done })
}

/// The name of the folder that holds a file: the story, where nobody says another.
fn folder_of(origin: &str) -> Option<String> {
    let parent = Path::new(origin).canonicalize().ok()?.parent()?.to_owned();
    Some(parent.file_name()?.to_string_lossy().into_owned())
}

/// The new versions of each story and what each changed; for programs also where there are none, since they want the names of the columns.
fn summary(store: &Store, stories: &[String], new: &[SnapshotInfo], form: Form) -> Result<Report, Failure> {
    let mut report = Report::default();
    let mut of: BTreeMap<&str, Vec<SnapshotInfo>> = BTreeMap::new();
    for info in new {
        of.entry(&info.story).or_default().push(info.clone());
    }
    for name in stories {
        let brought = of.remove(name.as_str()).unwrap_or_default();
        if brought.is_empty() && !form.is_data() {
            continue;
        }
        let scope = Scope::of_some(store, name, brought)?;
        let mut changes = listings::changes(&scope, &ChangeFilter::default())?;
        if form == Form::Screen {
            changes.shorten(SHOWN, "sayso changes");
        }
        let section = |what: &str, listing| Section { heading: format!("{name}: {what}"), blocks: vec![Block::Listing(listing)] };
        report.sections.push(section("versions", listings::versions(&scope)?));
        report.sections.push(section("what changed, and who asserted it", changes));
    }
    Ok(report)
}

/// Texts that count as versions of one report, since no file names its report, but have almost nothing in common.
fn say_who_are_strangers(ctx: &Context, captures: &[Capture], args: &args::Import) {
    let pairs = if args.report.is_some() { Vec::new() } else { ingest::strangers(captures) };
    let Some((left, right)) = pairs.first() else { return };
    let more = match pairs.len() - 1 {
        0 => String::new(),
        more => format!(" (and so do {})", listings::count(more, "other pair")),
    };
    let (left, right) = (&captures[*left].origin, &captures[*right].origin);
    ctx.ui.warn(&format!(
        "files that name no report were taken as versions of one, though these share almost no words{more}: {left}, {right}"
    ));
    ctx.ui.hint("write `report = \"NAME\"` into their front matter, or import each report by itself with --report NAME");
}

/// References that name another snapshot than before, since a version took its place among the earlier ones.
fn say_which_numbers_moved(ctx: &Context, store: &Store, new: &[SnapshotInfo]) -> Result<(), Failure> {
    let ids: BTreeSet<SnapshotId> = new.iter().map(|info| info.id).collect();
    let mut first: BTreeMap<ReportId, &SnapshotInfo> = BTreeMap::new();
    for info in new {
        let earliest = first.entry(info.report_id).or_insert(info);
        if info.ordinal < earliest.ordinal {
            *earliest = info;
        }
    }
    let mut moved = Vec::new();
    for earliest in first.into_values() {
        let (mut before, mut at) = (1, earliest.ordinal);
        while let Some(next) = store.version(earliest.report_id, at + 1)? {
            at += 1;
            if ids.contains(&next.id) {
                before += 1;
            } else {
                moved.push(format!("{}@{} is now {}", next.report_reference(), at - before, next.reference));
            }
        }
    }
    if !moved.is_empty() {
        ctx.ui.warn(&format!("a version came in before others, so that version numbers moved: {}", listings::some_of(&moved)));
        ctx.ui.hint("a snapshot's hash (`sayso log`) names it for good");
    }
    Ok(())
}

fn say_what_was_done(ctx: &Context, done: &Imported, rejected: usize) -> Result<(), Failure> {
    for note in &done.notes {
        ctx.ui.warn(note);
    }
    for (held, meant, files) in &done.elsewhere {
        let are = if *files == 1 { "belongs to a report" } else { "belong to reports" };
        ctx.ui.warn(&format!("{} {are} of the story {held}, and stayed there, not in {meant}", listings::count(*files, "file")));
    }
    if !done.elsewhere.is_empty() {
        ctx.ui.hint("a report stays in the story of its first import; --db NEW with --story imports all of it into another");
    }
    let mut line = format!("stored {} in {}", listings::count(done.new.len(), "new version"), ctx.global.db.display());
    if done.known > 0 {
        line.push_str(&format!(", {} already there", done.known));
    }
    if rejected > 0 {
        line.push_str(&format!(", {} rejected", listings::count(rejected, "file")));
    }
    ctx.ui.say(&line);
    if let Some(program) = &done.derived_before {
        ctx.ui.say(&format!("all that the store holds was read again, since it had been read by {program}"));
    }
    if done.doubtful > 0 {
        ctx.ui.say(&format!(
            "{} taken for an old version by file name; if the report went back to it, say when it was captured in front matter",
            listings::count(done.doubtful, "file without a time was")
        ));
    }
    Ok(())
}

/// Commands that go on from here, as they can be typed.
fn next(store: &Store, stories: &[String], new: &[SnapshotInfo]) -> Vec<String> {
    let story = match stories.first().filter(|_| store.stories().is_ok_and(|stories| stories.len() > 1)) {
        Some(story) => format!(" {}", slug(story)),
        None => String::new(),
    };
    let mut out = vec![format!("sayso changes{story} --silent")];
    if let Some(info) = new.iter().find(|info| info.ordinal > 1) {
        let report = info.report_reference();
        out.push(format!("sayso diff {report}@{} {report}@{}", info.ordinal - 1, info.ordinal));
    }
    out.extend(["who", "status", "report"].map(|verb| format!("sayso {verb}{story}")));
    out.last_mut().into_iter().for_each(|last| last.push_str(" -o audit.html"));
    out
}
