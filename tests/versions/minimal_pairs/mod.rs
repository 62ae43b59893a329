//! One sentence in two versions, and the kinds of change that an editor wants to be told of it, by the whole pipeline.
//!
//! Claims are in `claims`, what is done otherwise about the same in `acts`, words of theirs that say the same or something else in `words`,
//! what no speaker says in `own_voice`.
//!
//! A case says what it shows, gives the sentence (a headline where a text follows behind " // ") before and after, and the kinds expected,
//! apart by spaces, with what a notice says of one where that is the point ("reworded:silent"). All cases that fail are listed.

mod acts;
mod claims;
mod own_voice;
mod words;

use sayso::model::Change;

use crate::{stored, version};

/// What it shows; the sentence before and after; the kinds expected.
type Case = (&'static str, &'static str, &'static str, &'static str);

fn kinds(before: &str, after: &str) -> Vec<String> {
    let report = |text: &str| {
        let (title, sentence) = text.split_once(" // ").unwrap_or(("Daily report", text));
        format!("{title}\n\n{sentence}\n\nThe fair opens in May.\n")
    };
    let store = stored(&[version("Gull", 1, "", &report(before)), version("Gull", 2, "", &report(after))]);
    let shown = |change: &Change| format!("{}:{} ({} → {})", change.kind, change.notice.as_str(), change.before, change.after);
    store.changes(None).expect("changes").into_iter().map(|stored| shown(&stored.change)).collect()
}

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (shows, before, after, expected) in cases {
        let told = kinds(before, after);
        let kinds: Vec<&str> = told.iter().filter_map(|line| line.split(' ').next()).collect();
        let is_one = |(told, wanted): (&&str, &str)| *told == wanted || told.split(':').next() == Some(wanted);
        if kinds.len() != expected.split_whitespace().count() || !kinds.iter().zip(expected.split_whitespace()).all(is_one) {
            wrong.push(format!("{shows}: {before} → {after}: expected [{expected}], told {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
