//! Arguments of the verbs that fill, list, check and ask the store as a whole.

use std::path::PathBuf;

use clap::Args;
use sayso::ingest;

use super::{Output, Story};

#[derive(Args)]
#[command(after_long_help = "\
Example: sayso import snapshots/istanbul-talks

A store forgets nothing. After a wrong import, import the right files into a new store (--db NEW), or reject what is wrong with `decide` or \
`review`: what is rejected is in no count and no section of the report.")]
pub struct Import {
    /// Folders, files, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The story, where the files do not say [default: the name of the folder that a file lies in; `story` for standard input]
    #[arg(long, value_parser = name)]
    pub story: Option<String>,
    /// The outlet, where the files do not say
    #[arg(long, value_parser = name)]
    pub outlet: Option<String>,
    /// The report whose versions the files are, where they do not say
    #[arg(long, value_parser = name)]
    pub report: Option<String>,
    #[command(flatten)]
    pub limit: Limit,
    #[command(flatten)]
    pub output: Output,
}

/// A name as front matter may give it.
fn name(given: &str) -> Result<String, &'static str> {
    match given.trim() {
        "" => Err("a name must not be empty"),
        name => Ok(name.to_owned()),
    }
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
#[command(after_long_help = "Example: sayso verify && echo untouched")]
pub struct Verify {
    #[command(flatten)]
    pub output: Output,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_a_unit_or_none() {
        assert_eq!(size("500"), Ok(500));
        assert_eq!(size("16M"), Ok(16 << 20));
        assert_eq!([500, 1 << 10, 16 << 20, 3 << 30].map(shown_size), ["500", "1k", "16M", "3G"]);
        assert!(size("16 apples").is_err() && size("-1").is_err() && size("99999999999G").is_err());
    }
}
