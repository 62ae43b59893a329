//! `sayso rebuild`: drops and remakes every derived row.

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};
use crate::sources;

pub fn run(ctx: &Context, _: args::Rebuild) -> Result<Exit, Failure> {
    let mut store = sources::remaking(ctx)?;
    let knowledge = sources::knowledge_of(ctx, &store)?;
    let mut pipeline = sources::pipeline(ctx, knowledge);
    let snapshots = pipeline.rebuild(&mut store)?;
    ctx.ui.say(&format!("remade the derived rows of {snapshots} snapshots with {}", pipeline.derived_by()));
    Ok(Exit::Done)
}
