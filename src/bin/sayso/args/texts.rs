//! Arguments of the verbs that read texts: stored ones by their references, or files.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use sayso::report::{self, Format};

use super::{Limit, Output, format_help};

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso show frontier-wire-main@2

Where there is no colour, [=…=] stands around what is claimed.")]
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
