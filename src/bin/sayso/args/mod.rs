//! The whole command line as types: one struct a verb, in the order of help in [`Verb`], one file for each group of them.
//!
//! Only parsing: whatever a word means (a story, a reference, a file) is for the verbs. `docs/cli.md` is made from these files.

mod decisions;
mod listings;
mod shell;
mod store;
mod texts;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use sayso::model::Syntax;
use sayso::report::{self, Format};
use sayso::store::BUSY;

pub use self::decisions::{Decide, Review};
pub use self::listings::{Changes, Claims, Compare, Figures, ReportArgs, Status, Thread, Threads, Who};
pub use self::shell::{Completions, Man};
pub use self::store::{Import, Limit, Log, Query, Rebuild, Verify};
pub use self::texts::{Blame, Diff, DiffFormat, Extract, InputForm, Search, Show};
use crate::chosen;

/// Follows every attributed claim of a news story through its versions and outlets: on whose say-so?
///
/// sayso keeps versions of reports as snapshots that never change, shows what changed between them and who asserted it, and
/// never judges truth.
#[derive(Parser)]
#[command(name = "sayso", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_long_help = "\
References: OUTLET-OR-REPORT@N, …@latest, or the first four digits of a snapshot's hash, or more; show and diff also take a path to a file.
A word that is several things: a story, else a file, where stories are listed; a file, else a snapshot, where one is named. ./NAME is \
always a file or folder.
Exit codes: 0 done, 1 findings where asked, 2 usage, 3 some inputs rejected, 4 damaged or untrusted store, 5 busy, 6 input or output, \
7 limit reached, 8 store made by a newer version.")]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub verb: Verb,
}

/// Parses a word of one of the model's closed lists, and lists them in help.
macro_rules! named {
    ($kind:ty) => {
        PossibleValuesParser::new(<$kind>::ALL.iter().map(|known| known.as_str())).try_map(|name| name.parse::<$kind>())
    };
}

use named;

/// What every verb understands.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The store
    #[arg(long, global = true, value_name = "FILE", env = "SAYSO_DB", hide_env_values = true, default_value = "sayso.db")]
    pub db: PathBuf,
    /// A table of actors to know besides the built-in ones: name, kind, aliases (`sayso who --help` shows one)
    #[arg(long, global = true, value_name = "FILE")]
    pub actors: Option<PathBuf>,
    /// A topic to track besides the built-in ones (TOML); may be given again
    #[arg(long, global = true, value_name = "FILE")]
    pub topics: Vec<PathBuf>,
    /// How sentences are read for claims: with a parse beside the rules unless told otherwise, or by rules alone, which is faster. A
    /// store keeps to its own until it is rebuilt with the other
    #[arg(long, global = true, value_name = "HOW", value_parser = named!(Syntax))]
    pub syntax: Option<Syntax>,
    /// Whether to colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorWhen,
    /// Fit tables into so many columns, in a pipe or file as well, where they are as wide as their longest value otherwise
    #[arg(long, global = true, value_name = "COLUMNS", env = "SAYSO_WIDTH", hide_env_values = true, value_parser = clap::value_parser!(u16).range(20..))]
    pub width: Option<u16>,
    /// Never start $PAGER
    #[arg(long, global = true)]
    pub no_pager: bool,
    /// Say nothing but errors and warnings on standard error
    #[arg(long, short, global = true)]
    pub quiet: bool,
    /// Milliseconds to wait for another writer
    #[arg(long, global = true, hide = true, value_name = "N", env = "SAYSO_BUSY_MS", hide_env_values = true, default_value_t = busy_ms())]
    pub busy_ms: u64,
}

fn busy_ms() -> u64 {
    u64::try_from(BUSY.as_millis()).unwrap_or(u64::MAX)
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// What to do.
#[derive(Subcommand)]
pub enum Verb {
    /// Store versions of reports: folders, files, or standard input
    Import(Import),
    /// List the stored versions: when, outlet, title, what changed
    Log(Log),
    /// Show a snapshot's text, its claims marked
    Show(Show),
    /// Compare two snapshots or files, sentence by sentence
    Diff(Diff),
    /// List claims: who asserts what, in which words
    Claims(Claims),
    /// List what changed and who asserted it, most material first
    Changes(Changes),
    /// List every thread: first and last seen, wordings, who, answered by
    Threads(Threads),
    /// Tell the life of one claim: every wording, source, place, and what answers it
    Thread(Thread),
    /// Count who does what: actors by acts
    Who(Who),
    /// Show a topic's state over time, by asserter and outlet
    Status(Status),
    /// Follow each quantity through the versions
    Figures(Figures),
    /// Set the outlets side by side: conflict, differ, agree, only here
    Compare(Compare),
    /// Tell of each sentence when it was first seen, changed, restored
    Blame(Blame),
    /// Search the text of snapshots and claims
    Search(Search),
    /// Go through claims and changes, one key each
    Review(Review),
    /// Rule on a claim, change or thread, without a terminal
    Decide(Decide),
    /// Write the audit report of a story to a file
    Report(ReportArgs),
    /// Check the store: re-hash every snapshot and re-derive every row
    Verify(Verify),
    /// Print the claims, figures and statuses of files, with no store
    Extract(Extract),
    /// Remake every derived row
    Rebuild(Rebuild),
    /// Ask the store in SQL, read only
    Query(Query),
    /// Print a completion script for a shell
    Completions(Completions),
    /// Print the manual page
    Man(Man),
}

/// How a listing is printed.
#[derive(Args, Clone, Copy)]
pub struct Output {
    /// How to print it
    #[arg(long, short, value_name = "FORMAT", default_value = report::FORMATS[0].name(), value_parser = formats(), help = format_help())]
    pub format: &'static dyn Format,
}

fn formats() -> impl TypedValueParser<Value = &'static dyn Format> {
    PossibleValuesParser::new(report::names()).try_map(|name| report::format(&name))
}

fn format_help() -> String {
    let about = report::FORMATS.iter().map(|format| format!("{}: {}", format.name(), format.about()));
    format!("How to print it ({})", about.collect::<Vec<_>>().join("; "))
}

/// Help for a topic, with those that come with the program.
fn topic_help(what: &str) -> String {
    format!("{what} ({}, or one of --topics)", chosen::topics())
}

/// The story of a listing.
#[derive(Args, Debug)]
pub struct Story {
    /// The story; may be left out where the store holds one
    #[arg(value_name = "STORY")]
    pub story: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }
}
