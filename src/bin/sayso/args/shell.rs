//! Arguments of the verbs that help a shell and its user.

use clap::Args;

#[derive(Args)]
#[command(after_long_help = "Example: sayso completions bash > ~/.local/share/bash-completion/completions/sayso")]
pub struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso man diff | man -l -")]
pub struct Man {
    /// The page of one verb
    #[arg(value_name = "VERB")]
    pub verb: Option<String>,
}
