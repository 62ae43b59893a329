//! The runtime of `syntax::model` gives what the original gives, and a parse for any text.
//!
//! `tests/fixtures/parses.tsv` holds sentences of our own and the original's parses of them; `tools/record_parses.py` records them.

use sayso::syntax::{Model, Parse, Parser};

/// A recorded sentence.
struct Recorded {
    sentence: &'static str,
    /// Text, tag, head and relation of each word.
    words: Vec<[&'static str; 4]>,
}

fn recorded() -> Vec<Recorded> {
    let blocks = include_str!("fixtures/parses.tsv").split("\n\n").filter_map(|block| {
        let mut lines = block.trim_start().lines();
        let sentence = lines.next()?.strip_prefix("# ")?;
        let words = lines.filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok()).collect();
        Some(Recorded { sentence, words })
    });
    blocks.collect()
}

/// The parse in the form of the recording.
fn written(sentence: &str, parse: &Parse) -> Vec<[String; 4]> {
    let words = parse.words.iter();
    words
        .map(|word| {
            let text = word.span.of(sentence).to_owned();
            [text, word.tag.label().to_owned(), word.head.to_string(), word.relation.label().to_owned()]
        })
        .collect()
}

#[test]
fn sentences_are_parsed_as_the_original_parses_them() {
    let recorded = recorded();
    assert!(recorded.len() > 500, "{} sentences", recorded.len());
    let mut wrong = String::new();
    for Recorded { sentence, words } in &recorded {
        let parse = Model::builtin().parse(sentence);
        let written = written(sentence, &parse);
        if written.iter().ne(words) {
            wrong += &format!("{sentence}\n");
            let pairs = written.iter().zip(words).filter(|(ours, theirs)| ours != theirs);
            pairs.for_each(|(ours, theirs)| wrong += &format!("  {ours:?} where {theirs:?} is recorded\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
