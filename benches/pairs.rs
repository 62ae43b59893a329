//! Makes the pairs of texts that `docs/performance.md` times as processes, and is the plain word diff beside them.
//!
//! `cargo bench --bench pairs -- FOLDER` writes the pairs, `… -- A B` is R: `similar::TextDiff::from_words` of two files.

use std::io::{self, Write as _};
use std::{env, fs, path::Path};

mod prose;

use prose::{Dice, text};

/// Bytes of a sentence, about.
const SENTENCE: usize = 110;
const KB: usize = 1000;
const MB: usize = 1_000_000;

fn main() {
    let given: Vec<String> = env::args().skip(1).filter(|given| !given.starts_with("--")).collect();
    match given.as_slice() {
        [folder] => write_pairs(Path::new(folder)),
        [from, to] => say(&format!("{} changes", changes(from, to))),
        _ => say("give a folder for the pairs, or two files for a plain word diff"),
    }
}

fn say(words: &str) {
    writeln!(io::stdout(), "{words}").expect("somebody who listens");
}

/// R: runs of equal, removed and added words.
fn changes(from: &str, to: &str) -> usize {
    let read = |path: &str| fs::read_to_string(path).expect("a file with a text");
    let (from, to) = (read(from), read(to));
    similar::TextDiff::from_words(from.as_str(), to.as_str()).ops().len()
}

fn write_pairs(folder: &Path) {
    fs::create_dir_all(folder).expect("a folder that can be made");
    let mut dice = Dice(0x5eed_0fda_7a11);
    let write = |name: &str, (from, to): (String, String)| {
        for (side, text) in [("a", from), ("b", to)] {
            fs::write(folder.join(format!("{name}-{side}.txt")), text).expect("a folder that can be written to");
        }
    };
    for (name, size) in [("edited-10mb", 10 * MB), ("edited-2.5mb", 5 * MB / 2), ("edited-2kb", 2 * KB)] {
        write(name, edited(&mut dice, size));
    }
    for (name, size) in [("unrelated-1mb", MB), ("unrelated-4mb", 4 * MB), ("unrelated-200kb", 200 * KB)] {
        write(name, (text(&sentences(&mut dice, size)), text(&sentences(&mut dice, size))));
    }
    let base = sentences(&mut dice, 200 * KB);
    let reversed: Vec<_> = base.iter().rev().cloned().collect();
    write("disjoint-200kb", (text(&base), text(&base).replace(['a', 'e', 'i', 'o', 'u'], "y")));
    write("reversed-200kb", (text(&base), text(&reversed)));
    let two = |dice: &mut Dice| (0..70_000).map(|_| ["aa ", "bb "][dice.below(2) as usize]).collect::<String>();
    write("two-words-200kb", (two(&mut dice), two(&mut dice)));
    write("equal-lines", ("x\n".repeat(100_000), "x\n".repeat(99_000)));
    write("one-line-200kb", (base.concat().join(" "), reversed.concat().join(" ")));
    write("one-word-200kb", (base.concat().concat(), reversed.concat().concat()));
}

fn sentences(dice: &mut Dice, size: usize) -> Vec<Vec<String>> {
    (0..size / SENTENCE).map(|_| dice.sentence()).collect()
}

/// A tenth of the sentences has one word changed; a fiftieth each is removed, added, moved.
fn edited(dice: &mut Dice, size: usize) -> (String, String) {
    let from = sentences(dice, size);
    let mut to = Vec::with_capacity(from.len() + from.len() / 50);
    let mut moving = Vec::new();
    for sentence in &from {
        let mut sentence = sentence.clone();
        match dice.below(100) {
            0..10 => {
                let at = dice.below(sentence.len() as u64) as usize;
                sentence[at] = dice.word();
            }
            10..12 => continue,
            12..14 => to.push(dice.sentence()),
            14..16 => {
                moving.push(sentence);
                continue;
            }
            _ => {}
        }
        to.push(sentence);
        // A sentence that was taken out comes back some way further down.
        if moving.len() > 40 {
            to.push(moving.remove(dice.below(moving.len() as u64) as usize));
        }
    }
    to.append(&mut moving);
    (text(&from), text(&to))
}
