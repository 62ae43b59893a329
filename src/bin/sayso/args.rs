//! The whole command line as types: one struct a verb, read top to bottom in the order of help.
//!
//! Only parsing: whatever a word means (a story, a reference, a file) is for the verbs. `docs/cli.md` is made from this file.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use sayso::ingest;
use sayso::model::Syntax;
use sayso::model::{Act, ChangeKind, Ruling};
use sayso::report::{self, Format};
use sayso::store;

use crate::chosen;

/// Follows every attributed claim of a news story through its versions and outlets: on whose say-so?
///
/// sayso keeps versions of reports as snapshots that never change, shows what changed between them and who asserted it, and
/// never judges truth.
#[derive(Parser)]
#[command(name = "sayso", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_long_help = "\
References: OUTLET-OR-REPORT@N, …@latest, the beginning of a snapshot's hash, or a path to a file.
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

/// What every verb understands.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// The store
    #[arg(long, global = true, value_name = "FILE", env = "SAYSO_DB", hide_env_values = true, default_value = "sayso.db")]
    pub db: PathBuf,
    /// A table of actors to know besides the built-in ones: name, kind, aliases
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
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
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
    u64::try_from(store::BUSY.as_millis()).unwrap_or(u64::MAX)
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

#[derive(Args)]
#[command(after_long_help = "Example: sayso import snapshots/istanbul-talks")]
pub struct Import {
    /// Folders, files, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The story, where the files do not say [default: the folder's name]
    #[arg(long)]
    pub story: Option<String>,
    /// The outlet, where the files do not say
    #[arg(long)]
    pub outlet: Option<String>,
    /// The report whose versions the files are, where they do not say
    #[arg(long)]
    pub report: Option<String>,
    #[command(flatten)]
    pub limit: Limit,
    #[command(flatten)]
    pub output: Output,
}

/// How much is read of one input.
#[derive(Args, Clone, Copy, Debug)]
pub struct Limit {
    /// Refuse files larger than this (k, M, G for powers of 1024)
    #[arg(long, value_name = "SIZE", default_value = shown_size(ingest::MAX_BYTES), value_parser = size)]
    pub max_bytes: u64,
}

/// A size as a user would write it: `16M`.
fn shown_size(bytes: u64) -> String {
    match (bytes.trailing_zeros() / 10, bytes) {
        (0, _) | (_, 0) => bytes.to_string(),
        (1, _) => format!("{}k", bytes >> 10),
        (2, _) => format!("{}M", bytes >> 20),
        _ => format!("{}G", bytes >> 30),
    }
}

fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let power = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" | "b" => 0,
        "k" | "kb" | "kib" => 1,
        "m" | "mb" | "mib" => 2,
        "g" | "gb" | "gib" => 3,
        unit => return Err(format!("no size is measured in {unit:?}; known: k, M, G")),
    };
    let number: u64 = digits.parse().map_err(|_| "a whole number is wanted, such as 500k or 16M".to_owned())?;
    number.checked_mul(1 << (10 * power)).ok_or_else(|| "the number is too large".to_owned())
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso log istanbul-talks")]
pub struct Log {
    #[command(flatten)]
    pub story: Story,
    /// List the decisions that people made, and whether each still counts
    #[arg(long)]
    pub decisions: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso show frontier-wire-main@2")]
pub struct Show {
    /// The snapshot or file
    #[arg(value_name = "REF")]
    pub reference: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Examples:\n  sayso diff frontier-wire-main@1 frontier-wire-main@2\n  sayso diff draft.txt final.txt --words")]
pub struct Diff {
    /// The earlier snapshot or file
    #[arg(value_name = "A")]
    pub from: String,
    /// The later snapshot or file
    #[arg(value_name = "B")]
    pub to: String,
    /// How to print it
    #[arg(long, short, value_name = "FORMAT", default_value = report::FORMATS[0].name(), value_parser = diff_formats(), help = diff_format_help())]
    pub format: DiffFormat,
    /// Only what changed inside sentences, word by word
    #[arg(long)]
    pub words: bool,
    /// Unchanged sentences around a change [default: 1, with --words none]
    #[arg(long, value_name = "N")]
    pub context: Option<usize>,
    /// Only the facts that differ: numbers, dates, names, quotations
    #[arg(long)]
    pub facts: bool,
    /// Two columns, however narrow the terminal
    #[arg(long)]
    pub side_by_side: bool,
    /// The same as --format html
    #[arg(long, conflicts_with = "format")]
    pub html: bool,
    /// Show what is suppressed, too: typography, white space, furniture (plugs, credits, related links)
    #[arg(long)]
    pub show_noise: bool,
    /// End with 1 where the two differ
    #[arg(long)]
    pub exit_code: bool,
}

/// A format, or the unified form that patches have.
#[derive(Clone, Copy)]
pub enum DiffFormat {
    /// The lines of `diff -u`.
    Unified,
    /// One of the registry.
    Report(&'static dyn Format),
}

fn diff_formats() -> impl TypedValueParser<Value = DiffFormat> {
    let names = report::names().into_iter().chain(["unified"]);
    PossibleValuesParser::new(names).try_map(|name| match name.as_str() {
        "unified" => Ok(DiffFormat::Unified),
        name => report::format(name).map(DiffFormat::Report),
    })
}

fn diff_format_help() -> String {
    format_help().trim_end_matches(')').to_owned() + "; unified: a patch, line by line as the files stand)"
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso claims --act deny --by Kabul")]
pub struct Claims {
    #[command(flatten)]
    pub story: Story,
    /// Only this act
    #[arg(long, value_name = "ACT", value_parser = named!(Act))]
    pub act: Option<Act>,
    /// Only claims by this actor, under any of its names
    #[arg(long, value_name = "ACTOR")]
    pub by: Option<String>,
    /// Only claims aimed at this actor or with these words in them
    #[arg(long, value_name = "WORDS")]
    pub about: Option<String>,
    /// Only claims on this topic
    #[arg(long, value_name = "TOPIC", help = topic_help("Only claims on this topic"))]
    pub topic: Option<String>,
    /// Only this outlet
    #[arg(long, value_name = "OUTLET")]
    pub outlet: Option<String>,
    /// Only this snapshot
    #[arg(long, value_name = "REF")]
    pub at: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Examples:
  sayso changes --silent
  sayso changes --undeclared --kind reworded --kind dropped
  sayso changes v1.txt v2.txt v3.txt --exit-code

Notice, as the column has it:
  declared  the publisher's own words (a correction, an update, a note) speak of the change
  partial   they speak of it in part, or too vaguely to tell
  silent    they do not, and a publisher is expected to announce it: a figure, state, source,
            target, act, quotation, name or date that changed, a claim made stronger or weaker,
            an accusation, denial, quotation or statement of the outlet's own that was dropped
  –         any other edit: words added, reworded, moved or restored, other claims dropped;
            no notice is looked for
A notice on another page is not seen.")]
pub struct Changes {
    /// The story, or files that are successive versions of one report. A word that is both is the story; ./NAME is the files
    #[arg(value_name = "STORY|FILE")]
    pub of: Vec<String>,
    /// Only changes that a publisher is expected to announce and that no notice speaks of
    #[arg(long)]
    pub silent: bool,
    /// These and the edits of other kinds (–): everything that no notice speaks of
    #[arg(long, conflicts_with = "silent")]
    pub undeclared: bool,
    /// End with 1 where something changed
    #[arg(long)]
    pub exit_code: bool,
    /// Only this kind; may be given again
    #[arg(long, value_name = "KIND", value_parser = named!(ChangeKind))]
    pub kind: Vec<ChangeKind>,
    /// Only this outlet
    #[arg(long, value_name = "OUTLET")]
    pub outlet: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso threads istanbul-talks")]
pub struct Threads {
    /// The story, or files that are successive versions of one report. A word that is both is the story; ./NAME is the files
    #[arg(value_name = "STORY|FILE")]
    pub of: Vec<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso thread 7f3a (the ids stand in `sayso threads`)")]
pub struct Thread {
    /// The thread's id, or its beginning, with or without its first letter
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso who istanbul-talks")]
pub struct Who {
    #[command(flatten)]
    pub story: Story,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso status istanbul-talks ceasefire

A topic of your own is a file like this, given with --topics FILE to import and to every verb after it:
  name = \"strike\"
  mentions = [\"strike\", \"walkout\"]
  [[state]]
  name = \"called_off\"
  cues = [\"call* off .. @\", \"@ .. called off\"]
  example = \"The union called off its strike.\"
  counter = \"The union called a strike.\"
In a cue, @ is a mention, .. up to 6 words, call* any word that begins so, a|b one of two. The example must give the state, the counter \
must not.")]
pub struct Status {
    #[command(flatten)]
    pub story: Story,
    /// The topic; all where left out
    #[arg(value_name = "TOPIC", help = topic_help("The topic; all where left out"))]
    pub topic: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso figures istanbul-talks")]
pub struct Figures {
    #[command(flatten)]
    pub story: Story,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso compare istanbul-talks")]
pub struct Compare {
    #[command(flatten)]
    pub story: Story,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso blame frontier-wire-main@latest")]
pub struct Blame {
    /// The snapshot
    #[arg(value_name = "REF")]
    pub reference: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Examples:
  sayso search truce Doha
  sayso search 'opened fire first'

Words are found in all their forms (resigned finds resign), without regard to case and accents (moller finds Møller).")]
pub struct Search {
    /// Words that must all be there; what is kept together by quotation marks must stand together
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only this story
    #[arg(long)]
    pub story: Option<String>,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso review istanbul-talks --by \"Ada Byron\"")]
pub struct Review {
    #[command(flatten)]
    pub story: Story,
    /// Who rules; noted with each decision
    #[arg(long, value_name = "NAME", env = "SAYSO_BY", hide_env_values = true)]
    pub by: Option<String>,
    /// Print what is still open instead, with its ids
    #[arg(long)]
    pub list: bool,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "Examples:\n  sayso decide 7f3a reject --why \"a quotation from 2019\"\n  sayso decide 7f3a relabel --as warn")]
pub struct Decide {
    /// The id of the claim, change or thread, or its beginning, with or without its first letter; for undo, the decision's number
    #[arg(value_name = "ID")]
    pub id: String,
    /// What to rule
    #[arg(value_name = "RULING", value_parser = named!(Ruling))]
    pub ruling: Ruling,
    /// For relabel: the act that it is, or the kind of a change; that alone is changed, not who says what to whom in which words
    #[arg(long = "as", value_name = "ACT", required_if_eq("ruling", "relabel"))]
    pub label: Option<String>,
    /// For merge: the thread that is the same
    #[arg(long, value_name = "ID", required_if_eq("ruling", "merge"))]
    pub with: Option<String>,
    /// Who rules
    #[arg(long, value_name = "NAME", env = "SAYSO_BY", hide_env_values = true)]
    pub by: Option<String>,
    /// The reason, for whoever reads the log
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso report istanbul-talks -o istanbul.html

What a decision rejects is in no count and no section but \"Decisions\"; what it relabels stands under its new act or kind.")]
pub struct ReportArgs {
    #[command(flatten)]
    pub story: Story,
    /// Where to write it; - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
    /// How to write it [default: what the file's name says, else markdown]
    #[arg(long, short, value_name = "FORMAT", value_parser = formats())]
    pub format: Option<&'static dyn Format>,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso verify && echo untouched")]
pub struct Verify {
    #[command(flatten)]
    pub output: Output,
}

#[derive(Args)]
#[command(after_long_help = "\
Examples:
  sayso extract v1.txt v2.txt
  echo '{\"id\": 1, \"text\": \"Kabul denied it.\"}' | sayso extract --input ndjson --format ndjson -")]
pub struct Extract {
    /// Files, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the files hold: one text each, or one {"id": …, "text": …} a line
    #[arg(long, value_name = "FORM", default_value = "text")]
    pub input: InputForm,
    #[command(flatten)]
    pub limit: Limit,
    #[command(flatten)]
    pub output: Output,
}

/// What the files given to `extract` hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputForm {
    /// One text a file
    Text,
    /// One JSON object a line, with `id` and `text`
    Ndjson,
}

#[derive(Args)]
#[command(after_long_help = "Example: sayso rebuild")]
pub struct Rebuild {}

#[derive(Args)]
#[command(after_long_help = "Example: sayso query \"SELECT act, count(*) FROM claims GROUP BY act\"")]
pub struct Query {
    /// One SELECT
    #[arg(value_name = "SQL")]
    pub sql: String,
    #[command(flatten)]
    pub output: Output,
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        <Cli as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn a_size_has_a_unit_or_none() {
        assert_eq!(size("500"), Ok(500));
        assert_eq!(size("16M"), Ok(16 << 20));
        assert_eq!([500, 1 << 10, 16 << 20, 3 << 30].map(shown_size), ["500", "1k", "16M", "3G"]);
        assert!(size("16 apples").is_err() && size("-1").is_err() && size("99999999999G").is_err());
    }
}
