//! `sayso report`: not built yet, and says so.

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};

pub fn run(_ctx: &mut Context, _args: args::ReportArgs) -> Result<Exit, Failure> {
    Err(Failure::usage("`report` is not built yet"))
}
