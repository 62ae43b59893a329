//! What a text and a story cost: reading, extraction, import. `cargo bench --bench pipeline`; `benches/README.md` says what is timed.

use divan::{Bencher, black_box};
use sayso::model::Capture;
use sayso::pipeline::{self, Defaults};
use sayso::store::{Access, Store};
use sayso::text::Document;

mod news;

use news::{Dice, text};

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

#[divan::bench]
fn extract(bencher: Bencher<'_, '_>) {
    let text = text(&Dice(7).report(SENTENCES));
    bencher.counter(divan::counter::ItemsCount::new(SENTENCES)).bench(|| pipeline::findings("bench", black_box(&text)).claims.len());
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
            let text = text(&sentences);
            Capture {
                origin: format!("v{version}.txt"),
                media_type: "text/plain".to_owned(),
                raw: text.clone().into_bytes(),
                captured_at: Some(version as i64 * 60),
                text,
                ..Capture::default()
            }
        })
        .collect()
}

#[divan::bench(args = [100, 1000], sample_count = 3, sample_size = 1)]
fn import_versions(bencher: Bencher<'_, '_>, number: usize) {
    let captures = versions(number);
    let defaults = Defaults { fallback: "bench".to_owned(), ..Defaults::default() };
    bencher.counter(divan::counter::ItemsCount::new(number)).bench_local(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut store = Store::open(&folder.path().join("bench.db"), Access::Create).expect("a new store");
        pipeline::import(&mut store, &captures, &defaults, 0, &mut |_| {}).expect("sound captures").new.len()
    });
}
