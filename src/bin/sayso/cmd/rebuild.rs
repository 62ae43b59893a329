//! `sayso rebuild`: drops and remakes every derived row.

use sayso::pipeline;

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &mut Context, _: args::Rebuild) -> Result<Exit, Failure> {
    let mut store = sources::writing(ctx)?;
    let snapshots = pipeline::rebuild(&mut store, &mut sources::progress(&ctx.ui))?;
    ctx.ui.say(&format!("remade the derived rows of {snapshots} snapshots with {}", *pipeline::DERIVED_BY));
    Ok(Exit::Done)
}
