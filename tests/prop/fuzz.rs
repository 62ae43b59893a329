//! Hostile pairs of texts, for where no fuzzer runs: `PROPTEST_CASES=20000 cargo test --release --test prop fuzz` runs for a minute.
//!
//! Texts are put together from fragments that have broken readers of text before, and the second is often the first with a few cuts,
//! copies and swaps, so that alignment has something to find.

use proptest::prelude::*;

use super::holds;

const FRAGMENTS: &[&str] = &[
    "\0",
    "\u{1}",
    "\t",
    "\r",
    "\r\n",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{2028}",
    "\u{85}",
    "\u{feff}",
    "\u{ad}",
    "\u{200d}",
    "\u{202e}",
    "\u{2066}",
    "\u{301}",
    "e\u{301}\u{301}",
    "é",
    "ﬁ",
    "İ",
    "ß",
    "ǆ",
    "Ⅷ",
    "½",
    "10²",
    "١٢",
    "漢字。",
    "👩\u{200d}🚀",
    "🇳🇴",
    "\u{10ffff}",
    "\u{fffd}",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "``",
    "''",
    "(",
    ")",
    "[1]",
    "«",
    "»",
    "…",
    "...",
    ".",
    "!?",
    "—",
    "--",
    "-",
    "–",
    ":",
    ";",
    ",",
    "•",
    "1.",
    "a)",
    "Lt. Gen. Asim Malik",
    "U.S.",
    "a.m.",
    "No. 5",
    "Nov. 6, 2025",
    "2:30",
    "-5",
    "1.2.3",
    "$1.2bn",
    "12",
    "120",
    "1,200",
    "10-15",
    "3rd",
    "at least",
    "a dozen",
    "dozens of",
    "twenty-five",
    "half a million",
    "9999999999999999999999",
    "from 10 to 15",
    "per cent",
    "people",
    "were killed",
    "not",
    "isn't",
    "may",
    "denied",
    "said",
    "he",
    "The minister",
    "Kabul",
    "KABUL, Nov 6 (NW) —",
    "Correction:",
    "Updated at 14:05",
    "By Jane Doe",
    "colour",
    "color",
    "US",
    "us",
    "a",
    "the",
    "x",
    "same same same",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

fn hostile() -> impl Strategy<Value = Vec<&'static str>> {
    let gap = prop::sample::select(vec!["", " ", " ", "\n", ". "]);
    prop::collection::vec((prop::sample::select(FRAGMENTS), gap), 0..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(fragment, gap)| [fragment, gap]).collect())
}

/// A text and another that was made from it, or has nothing to do with it.
fn pair() -> impl Strategy<Value = (String, String)> {
    let edits = prop::collection::vec((0u8..4, any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..6);
    let related = (hostile(), edits).prop_map(|(from, edits)| {
        let mut to = from.clone();
        for (edit, at, other) in edits.into_iter().filter(|_| !from.is_empty()) {
            let (at, other) = (at.index(to.len().max(1)), other.index(to.len().max(1)));
            match edit {
                _ if to.is_empty() => break,
                0 => _ = to.remove(at),
                1 => to.insert(at, to[other]),
                2 => to.swap(at, other),
                _ => to[at] = from[other % from.len()],
            }
        }
        (from.concat(), to.concat())
    });
    prop_oneof![related, (hostile(), hostile()).prop_map(|(from, to)| (from.concat(), to.concat())), any::<(String, String)>()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fuzz_any_two_texts_are_compared((from, to) in pair()) {
        holds::pair(&from, &to);
    }

    #[test]
    fn fuzz_the_parts_of_any_text_slice_exactly((text, _) in pair()) {
        holds::text(&text);
    }

    #[test]
    fn fuzz_the_findings_of_any_text_hold_together((text, _) in pair()) {
        holds::findings(&text);
    }
}
