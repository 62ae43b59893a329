//! `sayso man [VERB]`: the manual page of the program or of one verb, in the form that `man` reads.

use std::io::Write;

use clap::CommandFactory;

use super::Context;
use crate::args::{Cli, Man};
use crate::exit::{Exit, Failure};

pub fn run(ctx: &Context, args: Man) -> Result<Exit, Failure> {
    let mut cli = Cli::command();
    cli.build();
    let command = match &args.verb {
        None => cli,
        Some(verb) => page_of(&cli, verb)?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    let mut out = ctx.ui.out();
    out.write_all(&page)?;
    out.flush()?;
    Ok(Exit::Done)
}

/// The verb's command under the name of its page, `sayso-diff`.
fn page_of(cli: &clap::Command, verb: &str) -> Result<clap::Command, Failure> {
    let command = cli.find_subcommand(verb).ok_or_else(|| {
        let known: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
        Failure::usage(format!("no verb is called {verb:?}")).hint(format!("known: {}", known.join(", ")))
    })?;
    Ok(command.clone().name(format!("sayso-{verb}")))
}
