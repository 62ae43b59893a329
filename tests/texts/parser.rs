//! The runtime of `syntax::spacy` gives what the original gives, and a parse for any text.
//!
//! `tests/fixtures/parses.tsv` holds sentences of our own and the original's parses of them; `tools/record_parses.py` records them.

use proptest::prelude::*;
use sayso::syntax::{Model, Parse};

/// A recorded sentence.
struct Recorded {
    sentence: &'static str,
    /// Text, tag, head and relation of each word.
    words: Vec<[&'static str; 4]>,
}

fn recorded() -> Vec<Recorded> {
    let blocks = include_str!("../fixtures/parses.tsv").split("\n\n").filter_map(|block| {
        let mut lines = block.trim_start().lines();
        let sentence = lines.next()?.strip_prefix("# ")?;
        let words = lines.filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok()).collect();
        Some(Recorded { sentence, words })
    });
    blocks.collect()
}

/// The parse in the form of the recording.
fn written(sentence: &str, parse: &Parse) -> Vec<[String; 4]> {
    let words = parse.words().iter();
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

/// Following heads from any word ends at a root; words stand in order and slice the sentence.
fn holds(sentence: &str, parse: &Parse) {
    let mut from = 0;
    for (at, word) in parse.words().iter().enumerate() {
        assert!(word.span.start() >= from && !word.span.of(sentence).trim().is_empty(), "{at} in {sentence:?}");
        from = word.span.end();
        let root =
            (0..parse.words().len()).try_fold(at, |at, _| if parse.words()[at].head == at { Err(at) } else { Ok(parse.words()[at].head) });
        assert!(root.is_err(), "{at} has no root in {sentence:?}");
    }
    // As for the original, the separators of ASCII are white space.
    let is_space = |letter: char| letter.is_whitespace() || ('\x1c'..='\x1f').contains(&letter);
    let bytes = |text: &str| text.split(is_space).map(str::len).sum::<usize>();
    assert_eq!(parse.words().iter().map(|word| bytes(word.span.of(sentence))).sum::<usize>(), bytes(sentence), "{sentence:?}");
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => prop::sample::select(vec!["Oslo", "said", "that", "the", "mill", "isn't", "was", "who", "“", "”", ",", "-", "$5", "U.S.", "…", "’s", "."]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => "[\\x00-\\x7f]{0,4}",
    ];
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_sentence_is_parsed_the_same_alone_and_among_others(sentences in prop::collection::vec(sentence(), 1..6)) {
        let model = Model::builtin();
        let alone: Vec<Parse> = sentences.iter().map(|sentence| model.parse(sentence)).collect();
        sentences.iter().zip(&alone).for_each(|(sentence, parse)| holds(sentence, parse));
        let backwards: Vec<Parse> = sentences.iter().rev().map(|sentence| model.parse(sentence)).collect();
        prop_assert!(alone.iter().eq(backwards.iter().rev()));
        let together: Vec<Parse> = std::thread::scope(|scope| {
            let begun: Vec<_> = sentences.iter().map(|sentence| scope.spawn(|| model.parse(sentence))).collect();
            begun.into_iter().map(|parse| parse.join().expect("a parse of any text")).collect()
        });
        prop_assert_eq!(alone, together);
    }
}

#[test]
fn a_text_without_end_is_parsed_too() {
    for sentence in ["said ".repeat(600), "(".repeat(600), "a-".repeat(300), "\u{301}".repeat(600)] {
        holds(&sentence, &Model::builtin().parse(&sentence));
    }
}
