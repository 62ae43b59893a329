//! What comparing costs beside reading (P: split, tokenise, intern, hash) and beside a plain word diff (R), over generated news.
//!
//! `cargo bench --bench diff`. The generator is seeded; no run differs from another.

use divan::{Bencher, black_box};
use rustc_hash::FxHashMap;
use sayso::diff::compare;
use sayso::text::Document;

mod prose;

use prose::{Dice, text};

fn main() {
    divan::main();
}

/// Sentences of the generated text: about 200 KB.
const SENTENCES: usize = 2000;

/// How many of a hundred sentences are edited, and how many moved, added or removed.
#[derive(Clone, Copy, Debug)]
enum Edits {
    Light,
    Medium,
    Heavy,
}

impl Edits {
    fn shares(self) -> (u64, u64) {
        match self {
            Edits::Light => (4, 2),
            Edits::Medium => (20, 8),
            Edits::Heavy => (60, 20),
        }
    }
}

const EDITS: [Edits; 3] = [Edits::Light, Edits::Medium, Edits::Heavy];

fn pair(edits: Edits) -> (String, String) {
    let mut dice = Dice(0x5eed_5eed_5eed);
    let (edited, moved) = edits.shares();
    let from: Vec<Vec<String>> = (0..SENTENCES).map(|_| dice.sentence()).collect();
    let mut to = from.clone();
    for sentence in &mut to {
        if dice.below(100) < edited {
            for _ in 0..1 + dice.below(3) {
                let at = dice.below(sentence.len() as u64) as usize;
                sentence[at] = dice.word();
            }
        }
    }
    for _ in 0..SENTENCES as u64 * moved / 100 {
        let at = dice.below(to.len() as u64) as usize;
        match dice.below(3) {
            0 => _ = to.remove(at),
            1 => to.insert(at, dice.sentence()),
            _ => {
                let sentence = to.remove(at);
                let place = dice.below(to.len() as u64) as usize;
                to.insert(place, sentence);
            }
        }
    }
    (text(&from), text(&to))
}

/// P: what any comparison of sentences must do before it compares.
#[divan::bench(args = EDITS)]
fn split_tokenise_intern_hash(bencher: Bencher<'_, '_>, edits: Edits) {
    let (from, to) = pair(edits);
    bencher.bench(|| {
        let mut ids: FxHashMap<&str, u32> = FxHashMap::default();
        let mut sentences: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        for text in [&from, &to] {
            let document = Document::new(text);
            for index in 0..document.sentences.len() {
                let words = document.tokens_of(index).iter().map(|token| {
                    let next = ids.len() as u32;
                    *ids.entry(token.span.of(text)).or_insert(next)
                });
                let words: Vec<u32> = words.collect();
                *sentences.entry(words).or_default() += 1;
            }
        }
        black_box((ids.len(), sentences.len()))
    });
}

#[divan::bench(args = EDITS)]
fn compare_documents(bencher: Bencher<'_, '_>, edits: Edits) {
    let (from, to) = pair(edits);
    let (from, to) = (Document::new(&from), Document::new(&to));
    bencher.bench(|| black_box(compare(&from, &to)).links.len());
}

#[divan::bench(args = EDITS)]
fn read_and_compare(bencher: Bencher<'_, '_>, edits: Edits) {
    let (from, to) = pair(edits);
    bencher.bench(|| black_box(compare(&Document::new(&from), &Document::new(&to))).links.len());
}

#[divan::bench(args = EDITS)]
fn facts(bencher: Bencher<'_, '_>, edits: Edits) {
    let (from, to) = pair(edits);
    let (from, to) = (Document::new(&from), Document::new(&to));
    let comparison = compare(&from, &to);
    bencher.bench(|| black_box(sayso::diff::facts(&from, &to, &comparison)).len());
}

/// R: the plain word diff of the same pair.
#[divan::bench(args = EDITS)]
fn plain_word_diff(bencher: Bencher<'_, '_>, edits: Edits) {
    let (from, to) = pair(edits);
    bencher.bench(|| black_box(similar::TextDiff::from_words(from.as_str(), to.as_str())).ops().len());
}

/// 200 KB that have nothing in common, stand in reverse, or repeat themselves.
#[divan::bench(args = ["disjoint", "reversed", "two words", "equal lines", "one line", "one word each"])]
fn hostile(bencher: Bencher<'_, '_>, shape: &str) {
    let mut dice = Dice(7);
    let base: Vec<Vec<String>> = (0..SENTENCES).map(|_| dice.sentence()).collect();
    let joined = |by: &str| base.concat().join(by);
    let two = |dice: &mut Dice| (0..70_000).map(|_| ["aa ", "bb "][dice.below(2) as usize]).collect::<String>();
    let (from, to) = match shape {
        "disjoint" => (text(&base), text(&base).replace(['a', 'e'], "y")),
        "reversed" => (text(&base), text(&base.iter().rev().cloned().collect::<Vec<_>>())),
        "two words" => (two(&mut dice), two(&mut dice)),
        "equal lines" => ("x\n".repeat(100_000), "x\n".repeat(99_000)),
        "one line" => (joined(" "), base.iter().rev().map(|words| words.join(" ")).collect::<Vec<_>>().join(" ")),
        _ => (joined(" "), joined("\n")),
    };
    bencher.bench(|| black_box(compare(&Document::new(&from), &Document::new(&to))).links.len());
}
