//! `sayso verify`: finds any altered byte, and any derived row that a rebuild would not give.

use sayso::pipeline::DerivedBy;
use sayso::report::{Column, Listing, listings};
use serde_json::json;

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::{refused, sources};

const COLUMNS: &[Column] = &[Column::name("what"), Column::text("where"), Column::text("finding")];

pub fn run(ctx: &Context, args: args::Verify) -> Result<Exit, Failure> {
    verify(ctx, args).map_err(|failure| match failure.code {
        // Other verbs send their users here.
        Exit::Damaged if failure.hint.as_deref() == Some(refused::SEE_VERIFY) => {
            failure.hint("take a copy of the store, or import the files into a new one: --db NEW")
        }
        _ => failure,
    })
}

fn verify(ctx: &Context, args: args::Verify) -> Result<Exit, Failure> {
    let store = sources::reading(ctx)?;
    let knowledge = sources::knowledge_of(ctx, &store)?;
    let is_other =
        DerivedBy::of(&store)?.is_some_and(|derived| derived.added.as_deref() != knowledge.added() || derived.syntax != knowledge.syntax);
    let damage = sources::pipeline(ctx, knowledge).verify(&store)?;
    let mut listing = Listing::new("finding", COLUMNS);
    for found in &damage {
        let object = json!({"type": "finding", "what": found.kind, "where": found.place, "finding": found.what});
        listing.push(vec![found.kind.into(), found.place.as_str().into(), found.what.as_str().into()], object);
    }
    // A store too damaged to list its snapshots has its findings all the same.
    if let Ok(snapshots) = store.snapshots(None) {
        let sound = snapshots.iter().filter(|info| damage.iter().all(|found| found.place != info.reference)).count();
        let (as_rebuilt, derived) = match &damage[..] {
            [] => (Some(true), "every derived row as a rebuild gives it"),
            found if found.iter().any(|found| found.kind == "derivation") => (Some(false), "not every derived row as a rebuild gives it"),
            _ => (None, "derived rows not compared"),
        };
        listing.footer.push(format!("{sound} of {} as they were stored; {derived}", listings::count(snapshots.len(), "snapshot")));
        let mut objects: Vec<_> = listing.rows.iter().map(|row| row.object.clone()).collect();
        objects.push(json!({"type": "checked", "snapshots": snapshots.len(), "as_stored": sound, "derived_as_rebuilt": as_rebuilt}));
        listing.objects = Some(objects);
    }
    ctx.ui.emit(listing, args.output.format)?;
    if is_other && !damage.is_empty() {
        ctx.ui.hint(
            "the store was read with other actors or topics of one's own, or another --syntax, than these; give the same --actors, --topics \
             and --syntax",
        );
    } else if !damage.is_empty() && damage.iter().all(|found| found.kind == "derivation") {
        ctx.ui.hint("evidence and decisions are as they were stored; `sayso rebuild` makes the rest anew");
    }
    Ok(if damage.is_empty() { Exit::Done } else { Exit::Findings })
}
