//! Whether time grows with a text's length and not with its square: `cargo bench --bench linear`. Prints a ratio for each text that is made
//! to be slow, and fails where one is too great.
//!
//! A bench and no test, since it goes by the clock. What it asks is a ratio of two times on one machine, the best of three each.

#![allow(clippy::print_stdout, reason = "what it measures is for whoever runs it")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use sayso::diff::compare_texts;
use sayso::pipeline::Pipeline;

/// Texts are these over and over.
const UNITS: &[&str] = &[
    "he said that she said ",
    "SAID LEE, ",
    "“",
    "“ said Lee ",
    "Lee, who said, ",
    "a charge which Lee denied, ",
    ": “a” ",
    "and who said and ",
    "agreed that he agreed that ",
    "the allegation that the charge that ",
    "asked about, asked whether ",
    "one: “a b c d e f” ",
    "le la les ",
    "a.",
    "AFP reported that it rained, citing police in Lima. ",
    "The ministers’ aides’ ",
    "Killed 12 or more and up to 14. ",
];

/// Texts in which no sentence is like another: `#` is a number.
const COUNTED: &[&str] = &["X# Ferries sank. X# sank. ", "“A#,” said Ann Lee#. ", "Correction: It was #. "];

/// How much longer the longer text is.
const LONGER: usize = 4;
/// How much longer it may take: twice what its length allows, for the room that caches and allocators take.
const ALLOWED: f64 = 8.0;
/// What the shorter text takes at least, so that the clock tells something.
const LEAST: Duration = Duration::from_millis(20);
/// Bytes of the first text that is tried, and of the longest.
const BYTES: (usize, usize) = (8_000, 2_000_000);

fn main() -> ExitCode {
    // Other runs of all targets, `cargo test --all-targets` among them, are no place for a clock.
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let pipeline = Pipeline::default();
    let findings = |text: &str| pipeline.findings("linear", text).claims.len();
    let compared = |text: &str| compare_texts(text, &text.replacen('a', "b", 9)).facts.len();
    let mut is_linear = true;
    for (makes, unit) in
        UNITS.iter().map(|unit| (repeated as fn(&str, usize) -> String, unit)).chain(COUNTED.iter().map(|unit| (counted as _, unit)))
    {
        let text = |bytes: usize| makes(unit, bytes);
        is_linear &= is_within("findings", unit, ratio(&text, &findings));
        is_linear &= is_within("diff", unit, ratio(&text, &compared));
    }
    if is_linear { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

fn counted(unit: &str, bytes: usize) -> String {
    (0..bytes / unit.len()).map(|number| unit.replace('#', &number.to_string())).collect()
}

/// How many times what a text costs one costs that is four times as long.
fn ratio(text: &impl Fn(usize) -> String, work: &impl Fn(&str) -> usize) -> f64 {
    let mut bytes = BYTES.0;
    let mut short = cost(&text(bytes), work);
    while short < LEAST && bytes < BYTES.1 {
        bytes *= 2;
        short = cost(&text(bytes), work);
    }
    cost(&text(LONGER * bytes), work).as_secs_f64() / short.as_secs_f64().max(f64::MIN_POSITIVE)
}

fn cost(text: &str, work: &impl Fn(&str) -> usize) -> Duration {
    let once = || {
        let begun = Instant::now();
        std::hint::black_box(work(std::hint::black_box(text)));
        begun.elapsed()
    };
    [once(), once(), once()].into_iter().min().unwrap_or_default()
}

fn is_within(what: &str, unit: &str, ratio: f64) -> bool {
    let fits = ratio < ALLOWED;
    println!("{what:9} {ratio:5.1} {} {unit:?}", if fits { "  " } else { "!!" });
    fits
}
