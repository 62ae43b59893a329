//! Whether time grows with a text's length and not with its square: `cargo bench --bench linear`. Prints a ratio for each text that is made
//! to be slow, and fails where one is too great.
//!
//! A bench and no test, since it goes by the clock. What it asks is a ratio of two times on one machine, the best of three each.

#![allow(clippy::print_stdout, reason = "what it measures is for whoever runs it")]

#[path = "../tests/prop/hostile.rs"]
mod hostile;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use sayso::diff::compare_texts;
use sayso::lexicon::Knowledge;
use sayso::model::{Capture, Syntax};
use sayso::pipeline::{Defaults, Pipeline};
use sayso::report::listings::{self, OnlyHere, Scope};
use sayso::store::Store;

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
    let findings = |text: &String| pipeline.findings("linear", text).claims.len();
    let compared = |text: &String| compare_texts(text, &text.replacen('a', "b", 9)).facts.len();
    let followed = |text: &String| stored(text, ["Post", "Post"]);
    let side_by_side = |store: &Store| {
        let scope = Scope::new(store, None).expect("what was stored can be read");
        listings::compare(&scope, OnlyHere::All).expect("what was stored can be read").rows.len()
    };
    let mut is_linear = true;
    for hostile in hostile::all() {
        let text = |bytes: usize| hostile.text(bytes);
        let in_two = |bytes: usize| stored(&text(bytes), ["Post", "Herald"]);
        is_linear &= is_within("findings", &hostile, ratio(&text, &findings));
        is_linear &= is_within("diff", &hostile, ratio(&text, &compared));
        is_linear &= is_within("followed", &hostile, ratio(&text, &followed));
        is_linear &= is_within("compare", &hostile, ratio(&in_two, &side_by_side));
    }
    if is_linear { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A store with the text and nearly the same, as these outlets have it.
fn stored(text: &str, outlets: [&str; 2]) -> Store {
    let versions = [text.to_owned(), text.replacen('a', "b", 9)];
    let capture = |(at, text): (usize, String)| Capture {
        outlet: Some(outlets[at].to_owned()),
        raw: text.clone().into_bytes(),
        media_type: "text/plain".to_owned(),
        captured_at: Some(1 + at as i64),
        text,
        ..Capture::default()
    };
    let captures: Vec<Capture> = versions.into_iter().enumerate().map(capture).collect();
    let mut store = Store::in_memory().expect("a store");
    let mut knowledge = Knowledge::builtin();
    knowledge.syntax = Syntax::Rules;
    Pipeline::new(knowledge).import(&mut store, &captures, &Defaults::default(), 0).expect("texts can be stored");
    store
}

/// How many times what a text costs one costs that is four times as long.
fn ratio<T, R>(text: &impl Fn(usize) -> T, work: &impl Fn(&T) -> R) -> f64 {
    let mut bytes = BYTES.0;
    let mut short = cost(&text(bytes), work);
    while short < LEAST && bytes < BYTES.1 {
        bytes *= 2;
        short = cost(&text(bytes), work);
    }
    cost(&text(LONGER * bytes), work).as_secs_f64() / short.as_secs_f64().max(f64::MIN_POSITIVE)
}

fn cost<T, R>(text: &T, work: &impl Fn(&T) -> R) -> Duration {
    let once = || {
        let begun = Instant::now();
        std::hint::black_box(work(std::hint::black_box(text)));
        begun.elapsed()
    };
    [once(), once(), once()].into_iter().min().unwrap_or_default()
}

fn is_within(what: &str, hostile: &hostile::Hostile, ratio: f64) -> bool {
    let fits = ratio < ALLOWED;
    println!("{what:9} {ratio:5.1} {} {hostile:?}", if fits { "  " } else { "!!" });
    fits
}
