//! Claims of any text whatever: nothing panics, and every span points at the words that the claim gives.

use proptest::prelude::*;
use sayso::claims::extract;
use sayso::text::Document;

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

fn holds(text: &str) {
    let claims = extract(&Document::new(text)).claims;
    let gap = " … ";
    for claim in &claims {
        let words: Vec<&str> = claim.content.span.iter().map(|span| span.of(text)).collect();
        assert_eq!(claim.content.text, words.join(gap));
        let mentions = claim.source.iter().chain(&claim.target).flat_map(|mention| mention.span.iter().map(move |span| (mention, span)));
        for (mention, span) in mentions {
            assert_eq!(span.of(text), mention.text);
        }
        assert!(!claim.evidence.span.of(text).is_empty());
    }
    assert!(claims.windows(2).all(|pair| pair[0].evidence.span <= pair[1].evidence.span), "claims stand in the order of their evidence");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn claims_of_anything_that_looks_like_news_point_at_their_words(text in attributions()) {
        holds(&text);
    }

    #[test]
    fn claims_of_any_text_point_at_their_words(text in "\\PC{0,200}") {
        holds(&text);
    }
}

/// Each costs as much again as half of it, more or less; a quadratic step would take minutes at this length.
#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    for unit in [
        "he said that she said ",
        "SAID LEE, ",
        "“",
        "“ said Lee ",
        "Lee, who said, ",
        "a charge which Lee denied, ",
        ": “a” ",
        "and who said and ",
        "agreed that he agreed that ",
        "the allegation that the charge that ",
        "asked about, asked whether ",
        "one: “a b c d e f” ",
        "le la les ",
    ] {
        holds(&unit.repeat(30_000 / unit.len()));
    }
}
