//! The command line: reads arguments, calls the library, prints what it gives, and ends with one of the exit codes in `exit`.

mod args;
mod chosen;
mod cmd;
mod exit;
mod refused;
mod sources;
mod ui;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let ctx = cmd::Context { ui: ui::Ui::new(&cli.global), global: cli.global };
    match cmd::run(&ctx, cli.verb) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            ctx.ui.fail(&failure);
            failure.code.into()
        }
    }
}
