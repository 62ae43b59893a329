//! Comparing two texts: nothing is lost, nothing is invented, whichever text comes first.

use std::fmt::Write as _;

use proptest::prelude::*;
use sayso::diff::{Comparison, Link, LinkKind, WordOp, compare};
use sayso::text::{Document, Span};

use super::holds;

/// Texts that look like news, so that sentences, numbers and quotations come up.
fn news() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "Talks",
        "talks",
        "failed",
        "12",
        "120",
        "not",
        "“peace”",
        "\"war\"",
        "Lt.",
        "Gen.",
        "Malik",
        "said",
        "in",
        "Kabul",
        "on",
        "Nov.",
        "6",
        "colour",
        "color",
        "US",
        "us",
        "—",
        "-",
        "\u{a0}",
        "may",
        "at least",
        "naïve",
        "nai\u{308}ve",
        "…",
        "...",
        "co\u{ad}op",
        "don’t",
        "don't",
    ]);
    let end = prop::sample::select(vec![". ", ".\n", "\n\n", "? ", " ", ".” "]);
    prop::collection::vec((prop::collection::vec(word, 1..9), end), 0..9).prop_map(|sentences| {
        let mut text = String::new();
        for (words, end) in sentences {
            let _ = write!(text, "{}{end}", words.join(" "));
        }
        text
    })
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![news(), any::<String>(), "[ab\\. \n]{0,80}"]
}

fn compared(from: &str, to: &str) -> Comparison {
    compare(&Document::new(from), &Document::new(to))
}

/// Where the sentences of a link stand.
fn passage(document: &Document<'_>, sentences: &[usize]) -> Span {
    sentences.iter().map(|at| document.sentences[*at].span).reduce(Span::cover).unwrap_or_default()
}

fn assert_rebuilds(link: &Link, from: &Document<'_>, to: &Document<'_>) {
    let (left, right) = (passage(from, &link.from), passage(to, &link.to));
    let mut at = (left.start(), right.start());
    let mut rebuilt = String::new();
    for step in &link.words {
        assert_eq!((step.from.start(), step.to.start()), at, "a gap before {step:?}");
        at = (step.from.end(), step.to.end());
        rebuilt.push_str(if step.op == WordOp::Equal { from.slice(step.from) } else { to.slice(step.to) });
        assert_eq!(step.op == WordOp::Delete, step.to.is_empty(), "{step:?}");
        assert_eq!(step.op == WordOp::Insert, step.from.is_empty(), "{step:?}");
    }
    assert_eq!(at, (left.end(), right.end()), "{:?}", link.words);
    assert_eq!(rebuilt, to.slice(right));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_is_in_exactly_one_link(from in any_text(), to in any_text()) {
        let (old, new) = (Document::new(&from), Document::new(&to));
        let comparison = compare(&old, &new);
        let mut left: Vec<usize> = comparison.links.iter().flat_map(|link| link.from.clone()).collect();
        let mut right: Vec<usize> = comparison.links.iter().flat_map(|link| link.to.clone()).collect();
        prop_assert!(right.is_sorted());
        left.sort_unstable();
        right.sort_unstable();
        prop_assert_eq!(left, (0..old.sentences.len()).collect::<Vec<_>>());
        prop_assert_eq!(right, (0..new.sentences.len()).collect::<Vec<_>>());
    }

    #[test]
    fn the_steps_of_a_link_rebuild_the_later_passage(from in any_text(), to in any_text()) {
        let (old, new) = (Document::new(&from), Document::new(&to));
        for link in compare(&old, &new).links {
            if link.words.is_empty() {
                let changed = matches!(link.kind, LinkKind::Edited | LinkKind::MovedEdited | LinkKind::Split | LinkKind::Merged | LinkKind::Typographic);
                prop_assert!(!changed, "{:?}", link);
            } else {
                assert_rebuilds(&link, &old, &new);
            }
        }
    }

    #[test]
    fn no_step_cuts_a_token(from in news(), to in news()) {
        let (old, new) = (Document::new(&from), Document::new(&to));
        for step in compare(&old, &new).links.iter().flat_map(|link| &link.words) {
            for (document, span) in [(&old, step.from), (&new, step.to)] {
                let cut = |at: usize| document.tokens.iter().any(|token| token.span.start() < at && at < token.span.end());
                prop_assert!(!cut(span.start()) && !cut(span.end()), "{:?}", step);
            }
        }
    }

    #[test]
    fn what_holds_of_any_pair_holds_of_news(from in any_text(), to in any_text()) {
        holds::pair(&from, &to);
    }

    #[test]
    fn a_removed_sentence_stands_after_the_one_before_it(middle in 0usize..5) {
        let sentences = ["One came.", "Two went.", "Three ate.", "Four slept.", "Five sang."];
        let from = sentences.join(" ");
        let kept: Vec<&str> = sentences.iter().enumerate().filter(|(at, _)| *at != middle).map(|(_, sentence)| *sentence).collect();
        let comparison = compared(&from, &kept.join(" "));
        prop_assert_eq!(comparison.links[middle].kind, LinkKind::Removed);
        prop_assert_eq!(&comparison.links[middle].from, &vec![middle]);
    }
}
