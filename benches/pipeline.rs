//! What a text and a story cost: reading, extraction, import. `cargo bench --bench pipeline`; `benches/README.md` says what is timed.

use std::collections::HashMap;

use divan::{Bencher, black_box};
use sayso::lexicon::Knowledge;
use sayso::model::Capture;
use sayso::model::Syntax;
use sayso::pipeline::{Defaults, Pipeline};
use sayso::store::{Access, Store};
use sayso::text::Document;

mod news;

use news::{Dice, text};

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

/// Sentences of the text that is read: about 150 KB.
const SENTENCES: usize = 2_000;
/// Sentences of a report in the story that is imported.
const REPORT: usize = 30;

#[divan::bench]
fn split_and_tokenise(bencher: Bencher<'_, '_>) {
    let text = text(&Dice(7).report(SENTENCES));
    bencher.counter(divan::counter::ItemsCount::new(SENTENCES)).bench(|| Document::new(black_box(&text)).tokens.len());
}

/// With the parser every round but the first has its parses from the round before.
#[divan::bench(args = SYNTAX)]
fn extract(bencher: Bencher<'_, '_>, syntax: &Syntax) {
    let text = text(&Dice(7).report(SENTENCES));
    let pipeline = reading(*syntax);
    bencher.counter(divan::counter::ItemsCount::new(SENTENCES)).bench_local(|| pipeline.findings("bench", black_box(&text)).claims.len());
}

/// The ways in which sentences are read.
const SYNTAX: &[Syntax] = &[Syntax::Rules, Syntax::Parser];

fn reading(syntax: Syntax) -> Pipeline<'static> {
    let mut knowledge = Knowledge::builtin();
    knowledge.syntax = syntax;
    Pipeline::new(knowledge)
}

/// Versions of one report: each changes, adds or drops one sentence of the version before.
fn versions(number: usize) -> Vec<Capture> {
    let mut dice = Dice(11);
    let mut sentences = dice.report(REPORT);
    (0..number)
        .map(|version| {
            let at = dice.below(sentences.len());
            match dice.below(3) {
                0 => sentences.insert(at, dice.sentence()),
                1 if sentences.len() > REPORT / 2 => _ = sentences.remove(at),
                _ => sentences[at] = dice.sentence(),
            }
            capture(text(&sentences), version)
        })
        .collect()
}

fn capture(text: String, version: usize) -> Capture {
    Capture {
        origin: format!("v{version}.txt"),
        media_type: "text/plain".to_owned(),
        raw: text.clone().into_bytes(),
        captured_at: Some(version as i64 * 60),
        text,
        ..Capture::default()
    }
}

#[divan::bench(args = [100, 1000], sample_count = 3, sample_size = 1)]
fn import_versions(bencher: Bencher<'_, '_>, number: usize) {
    let captures = versions(number);
    let defaults = Defaults { fallback: "bench".to_owned(), ..Defaults::default() };
    bencher.counter(divan::counter::ItemsCount::new(number)).bench_local(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::open(&folder.path().join("bench.db"), Access::Create).expect("a new store");
        Pipeline::default().import(&mut store, &captures, &defaults, 0).expect("sound captures").new.len()
    });
}

/// A report and the versions of it that follow: in each one sentence of `report` in 25 is another, one in 50 gone, one in 50 new; or the
/// files that `SAYSO_PAIR=FROM,TO` names (as many as you like), whatever `report` is.
fn row(report: usize, versions: usize) -> Vec<String> {
    if let Ok(files) = std::env::var("SAYSO_PAIR") {
        return files.split(',').take(versions).map(|file| std::fs::read_to_string(file).expect("a text")).collect();
    }
    let mut dice = Dice(17);
    let mut sentences = dice.report(report);
    let first = text(&sentences);
    let next = (1..versions).map(|_| {
        for _ in 0..(report / 25).max(1) {
            let at = dice.below(sentences.len());
            sentences[at] = dice.sentence();
        }
        for _ in 0..report / 50 {
            let (gone, new) = (dice.below(sentences.len()), dice.below(sentences.len()));
            sentences.remove(gone);
            let sentence = dice.sentence();
            sentences.insert(new, sentence);
        }
        text(&sentences)
    });
    [first].into_iter().chain(next).collect()
}

fn captures(texts: Vec<String>) -> Vec<Capture> {
    texts.into_iter().enumerate().map(|(version, text)| capture(text, version)).collect()
}

/// P: what any comparison of the pair must do first: both texts split, tokenised, their words numbered, their sentences hashed.
#[divan::bench(args = [30, 300, 2000])]
fn pair_read(bencher: Bencher<'_, '_>, report: usize) {
    let pair = row(report, 2);
    bencher.bench(|| {
        let mut ids: HashMap<&str, u32, rustc_hash::FxBuildHasher> = HashMap::default();
        let mut sentences: HashMap<Vec<u32>, u32, rustc_hash::FxBuildHasher> = HashMap::default();
        for text in &pair {
            let document = Document::new(text);
            for index in 0..document.sentences.len() {
                let words = document.tokens_of(index).iter().map(|token| {
                    let next = ids.len() as u32;
                    *ids.entry(document.slice(token.span)).or_insert(next)
                });
                *sentences.entry(words.collect()).or_default() += 1;
            }
        }
        black_box((ids.len(), sentences.len()))
    });
}

/// The whole way of the second version of a pair into a stored story, but for the index that `search` reads: read, compared, claims
/// found and followed, stored.
#[divan::bench(args = PAIRS, sample_count = 20, sample_size = 1)]
fn pair_import(bencher: Bencher<'_, '_>, (syntax, report): &(Syntax, usize)) {
    let (mut first, mut second) = (reading(*syntax), reading(*syntax));
    let captures = captures(row(*report, 2));
    let defaults = Defaults { fallback: "bench".to_owned(), ..Defaults::default() };
    bencher
        .with_inputs(|| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let path = folder.path().join("bench.db");
            drop(Store::open(&path, Access::Create).expect("a new store"));
            without_search(&path);
            let mut store = Store::open(&path, Access::Write).expect("a store");
            first.import(&mut store, &captures[..1], &defaults, 0).expect("sound captures");
            (folder, store)
        })
        .bench_local_refs(|(_, store)| second.import(store, &captures[1..], &defaults, 0).expect("sound captures").new.len());
}

/// How a pair is read, and its sentences.
const PAIRS: &[(Syntax, usize)] = &[
    (Syntax::Rules, 30),
    (Syntax::Rules, 300),
    (Syntax::Rules, 2000),
    (Syntax::Parser, 30),
    (Syntax::Parser, 300),
    (Syntax::Parser, 2000),
];

/// The same for versions in a row, in one transaction: what one costs after another. Divide by the versions: the first, which is compared
/// with none, is among them.
#[divan::bench(args = PAIRS, sample_count = 10, sample_size = 1)]
fn pair_import_in_a_row(bencher: Bencher<'_, '_>, (syntax, report): &(Syntax, usize)) {
    let mut pipeline = reading(*syntax);
    let captures = captures(row(*report, ROW));
    let defaults = Defaults { fallback: "bench".to_owned(), ..Defaults::default() };
    let store = || {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("bench.db");
        drop(Store::open(&path, Access::Create).expect("a new store"));
        without_search(&path);
        (folder, Store::open(&path, Access::Write).expect("a store"))
    };
    bencher
        .counter(divan::counter::ItemsCount::new(captures.len()))
        .with_inputs(store)
        .bench_local_refs(|(_, store)| pipeline.import(store, &captures, &defaults, 0).expect("sound captures").new.len());
}

/// Versions in a row.
const ROW: usize = 9;

/// Takes the full-text indices away: nothing keeps the one of texts, and what is written to the one of claims goes nowhere.
fn without_search(path: &std::path::Path) {
    let db = rusqlite::Connection::open(path).expect("a store");
    db.execute_batch(
        "DROP TRIGGER snapshots_index; DROP TRIGGER claims_unindex; DROP TABLE claims_fts;
         CREATE VIEW claims_fts (rowid, content, source_name, source_text) AS SELECT 0, 0, 0, 0;
         CREATE TRIGGER nowhere INSTEAD OF INSERT ON claims_fts BEGIN SELECT 1; END;",
    )
    .expect("a store without indices");
}
