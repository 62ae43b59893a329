//! Versions of reports through the whole pipeline, and what is told of them: lists of cases and stories, a file a subject.

mod decisions;
mod edited_stories;
mod facts_kept;
mod incremental;
mod minimal_pairs;
mod one_edit;
mod small_stories;

use sayso::ingest;
use sayso::model::Capture;
use sayso::pipeline::{Defaults, Pipeline};
use sayso::store::Store;

/// A version of an outlet's report, seen at an hour of one day; `more` are lines of front matter besides.
fn version(outlet: &str, hour: usize, more: &str, text: &str) -> Capture {
    let front = format!("outlet = \"{outlet}\"\nreport = \"{outlet}\"\ncaptured = 2025-03-01T{hour:02}:00:00Z\n{more}");
    ingest::reread(&format!("{hour}.txt"), "text/plain", format!("+++\n{front}+++\n{text}").as_bytes()).expect("a text")
}

/// A store with these versions of one story.
fn stored(versions: &[Capture]) -> Store {
    let mut store = Store::in_memory().expect("a store");
    import(&mut store, versions);
    store
}

/// Adds these versions to the story of `store`.
fn import(store: &mut Store, versions: &[Capture]) {
    let defaults = Defaults { fallback: "one".to_owned(), ..Defaults::default() };
    Pipeline::default().import(store, versions, &defaults, 0).expect("short texts can be stored");
}
