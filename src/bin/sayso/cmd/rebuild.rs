//! `sayso rebuild`: drops and remakes every derived row.

use sayso::pipeline;

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, _: args::Rebuild) -> Result<Exit, Failure> {
    let mut store = sources::remaking(ctx)?;
    let knowledge = sources::knowledge_of(ctx, &store)?;
    let snapshots = pipeline::rebuild_with(&knowledge, &mut store, &mut sources::progress(&ctx.ui))?;
    ctx.ui.say(&format!("remade the derived rows of {snapshots} snapshots with {}", pipeline::derived_by(&knowledge)));
    Ok(Exit::Done)
}
