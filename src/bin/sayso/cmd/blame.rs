//! `sayso blame`: not built yet, and says so.

use super::Context;
use crate::args;
use crate::exit::{Exit, Failure};

pub fn run(_ctx: &mut Context, _args: args::Blame) -> Result<Exit, Failure> {
    Err(Failure::usage("`blame` is not built yet"))
}
