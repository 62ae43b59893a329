//! `sayso changes`: what changed between consecutive versions, of a story or of files.

use sayso::report::listings::{self, ChangeFilter, Scope, Untold};
use sayso::store::SnapshotInfo;

use super::Context;
use crate::args;
use crate::chosen::{self, Chosen};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &Context, args: args::Changes) -> Result<Exit, Failure> {
    let (Chosen { store, story, is_files }, versions) = chosen::story_report_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let outlet = args.outlet.as_deref().map(|given| chosen::outlet(&store, &story, given)).transpose()?;
    let filter = ChangeFilter { silent: args.silent, undeclared: args.undeclared, kinds: args.kind, outlet, versions, counted: false };
    let mut listing = listings::changes(&scope, &filter)?;
    let found = !listing.rows.is_empty();
    if !scope.snapshots.iter().any(|info| info.ordinal > 1) {
        listing.footer.push("no report here has two versions".to_owned());
    }
    let is_read = !filter.silent && !filter.undeclared && filter.kinds.is_empty() && !args.output.format.form().is_data();
    let untold = if is_read || !found { listings::untold(&scope, &filter)? } else { Vec::new() };
    listing.footer.extend(said_of(&untold, is_files));
    if is_files && found {
        listing.footer.push(chosen::FILE_IDS.to_owned());
    }
    // What no row speaks of is a change where there are no others at all, not where they were not asked for.
    let differs = !found && !untold.is_empty() && listings::changes(&scope, &ChangeFilter::default())?.rows.is_empty();
    ctx.ui.emit(listing, args.output.format)?;
    Ok(if (found || differs) && args.exit_code { Exit::Findings } else { Exit::Done })
}

/// A line under the listing on what no change speaks of: a reader of "0 changes", or of a few, would take the rest for the same.
fn said_of(untold: &[Untold<'_>], is_files: bool) -> Option<String> {
    let most = untold.iter().rev().max_by_key(|pair| pair.sentences)?;
    let name = |info: &SnapshotInfo| if is_files { info.origin.clone() } else { info.reference.clone() };
    let sentences = listings::count(untold.iter().map(|pair| pair.sentences).sum(), "sentence");
    let (texts, chosen) = match untold.len() {
        1 => ("the text differs".to_owned(), ""),
        pairs => (format!("the texts of {pairs} pairs of versions differ"), " (most of all in this pair)"),
    };
    let diff = format!("sayso diff {} {}", name(most.from), name(most.to));
    Some(format!("{texts} in {sentences} of which no row tells{chosen}: {diff}"))
}
