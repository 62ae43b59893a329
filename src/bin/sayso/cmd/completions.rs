//! `sayso completions SHELL`: a script that completes verbs, options and their values.

use std::io::Write;

use clap::CommandFactory;

use super::Context;
use crate::args::{Cli, Completions};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &Context, args: Completions) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "sayso", &mut script);
    let mut out = ctx.ui.out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Exit::Done)
}
