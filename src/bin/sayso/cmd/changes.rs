//! `sayso changes`: what changed between consecutive versions, of a story or of files.

use sayso::report::Listing;
use sayso::report::listings::{self, ChangeFilter, Scope};
use sayso::store::SnapshotInfo;

use super::Context;
use crate::args;
use crate::chosen::{self, Chosen};
use crate::exit::{Exit, Failure};

/// Pairs of versions that are named where none of their changes is told.
const SHOWN: usize = 3;

pub fn run(ctx: &mut Context, args: args::Changes) -> Result<Exit, Failure> {
    let (Chosen { store, story, is_files }, versions) = chosen::story_report_or_files(ctx, &args.of)?;
    let scope = Scope::new(&store, Some(&story))?;
    let outlet = args.outlet.as_deref().map(|given| chosen::outlet(&store, &story, given)).transpose()?;
    let filter = ChangeFilter { silent: args.silent, undeclared: args.undeclared, kinds: args.kind, outlet, versions, counted: false };
    let mut listing = listings::changes(&scope, &filter)?;
    let found = !listing.rows.is_empty();
    if is_files && found {
        listing.footer.push(chosen::FILE_IDS.to_owned());
    }
    let differs = !found && say_what_no_claim_tells(&scope, is_files, &mut listing)?;
    ctx.ui.emit(listing, args.output.format)?;
    Ok(if (found || differs) && args.exit_code { Exit::Findings } else { Exit::Done })
}

/// Where the texts differ and no change is told, says so under the listing: a reader of "0 changes" would take them for the same.
fn say_what_no_claim_tells(scope: &Scope<'_>, is_files: bool, listing: &mut Listing) -> Result<bool, Failure> {
    let nothing = listings::changes(scope, &ChangeFilter::default())?.rows.is_empty();
    let untold = if nothing { listings::untold(scope)? } else { Vec::new() };
    for pair in untold.iter().take(SHOWN) {
        let name = |info: &SnapshotInfo| if is_files { info.origin.clone() } else { info.reference.clone() };
        let (from, to) = (name(pair.from), name(pair.to));
        let sentences = listings::count(pair.sentences, "sentence");
        listing.footer.push(format!("the text differs in {sentences}, in which no claim or figure changed: sayso diff {from} {to}"));
    }
    Ok(!untold.is_empty())
}
