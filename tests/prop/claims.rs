//! Claims of any text whatever, by the rules alone and by the default reading: nothing panics, and every span points at the words that
//! the claim gives.

use proptest::prelude::*;

use super::{holds, hostile};

/// Pieces that attributions are made of, in any order and with any marks between.
fn attributions() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "said",
        "Lee",
        "the minister",
        "that",
        "“",
        "”",
        "\"",
        "''",
        "‘",
        "’s",
        ",",
        ".",
        "?",
        ":",
        "—",
        "(",
        ")",
        "\n",
        "\n\n",
        "denied",
        "the charge",
        "a claim",
        "which",
        "who",
        "according to",
        "accused",
        "of",
        "was",
        "been",
        "by",
        "We hope",
        "on Tuesday",
        "in a statement",
        "asked",
        "ASKED",
        "to",
        "and",
        "but",
        "call on",
        "rejected",
        "it",
        "as",
        "…",
        "naïve",
        "\u{202e}",
        "12",
        "one in three",
        "show",
        "polls",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn claims_of_anything_that_looks_like_news_point_at_their_words(text in attributions()) {
        holds::claims(&text);
    }

    #[test]
    fn claims_of_any_text_point_at_their_words(text in "\\PC{0,200}") {
        holds::claims(&text);
    }

    #[test]
    fn findings_of_anything_that_looks_like_news_hold_together(text in attributions()) {
        holds::findings(&text);
    }

    #[test]
    fn findings_of_any_text_hold_together(text in "\\PC{0,200}") {
        holds::findings(&text);
    }
}

/// What generated texts have found, each once.
#[test]
fn findings_of_texts_that_once_broke_them_hold_together() {
    // A source of whose words none is part of a name had none.
    holds::findings("“ ” . according to that , the charge");
    // A headline in which nothing stands after the speaker.
    holds::findings("“ ‘ ” the minister");
}

/// At a length at which a step of cubic time would never end.
#[test]
fn claims_of_long_hostile_texts_point_at_their_words() {
    for hostile in hostile::all() {
        holds::claims(&hostile.text(30_000));
    }
}
