//! Where each sentence of the last of several versions comes from: first seen, last changed, dropped and restored.
//!
//! Versions are compared one with the next, so the cost is linear in their number. A sentence that comes back word for word after
//! an absence, but for typography, is a restoration and keeps its first version; one that comes back in other words is new.

use rustc_hash::FxHashMap;

use super::{Link, LinkKind, compare};
use crate::lexicon::spelling;
use crate::text::{Document, Span, fold};

/// The history of one sentence. Versions count from 0 in the order given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The version that first had it.
    pub first: usize,
    /// The version that last changed its words; `first` where none did.
    pub changed: usize,
    /// It was absent for a while.
    pub restored: Option<Absence>,
}

/// Versions between which a sentence was absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The last version that had it before.
    pub last_before: usize,
    /// The version in which it was back.
    pub back_in: usize,
}

/// The sentences of the last version with their histories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Blame {
    /// The last version's text.
    pub text: String,
    /// Its sentences in text order.
    pub sentences: Vec<(Span, Origin)>,
}

/// When a wording was last present, and its history then.
#[derive(Clone, Copy)]
struct Seen {
    last: usize,
    origin: Origin,
}

/// Follows every sentence through `texts`, given oldest first. No text gives an empty result.
pub fn blame(texts: impl IntoIterator<Item = String>) -> Blame {
    let mut seen: FxHashMap<String, Seen> = FxHashMap::default();
    let mut now = Blame::default();
    for (version, text) in texts.into_iter().enumerate() {
        now = next(version, &now, text, &seen);
        for (span, origin) in &now.sentences {
            seen.insert(wording(span.of(&now.text)), Seen { last: version, origin: *origin });
        }
    }
    now
}

/// A sentence as it is compared with what stood before: without its typography, spelling and bare capitals, as the alignment has it.
fn wording(sentence: &str) -> String {
    let folded = fold(sentence);
    let words: Vec<_> = folded.split(' ').map(spelling::canonical).collect();
    words.join(" ")
}

fn next(version: usize, before: &Blame, text: String, seen: &FxHashMap<String, Seen>) -> Blame {
    let (from, to) = (Document::new(&before.text), Document::new(&text));
    let mut origins = vec![Origin { first: version, changed: version, restored: None }; to.sentences.len()];
    for link in compare(&from, &to).links {
        for target in &link.to {
            let words = wording(to.slice(to.sentences[*target].span));
            origins[*target] = inherited(version, &link, before).unwrap_or_else(|| returned(version, seen.get(&words)));
        }
    }
    let sentences = to.sentences.iter().map(|sentence| sentence.span).zip(origins).collect();
    Blame { text, sentences }
}

/// What a sentence has from those it answers in the version before; `None` for an added one.
fn inherited(version: usize, link: &Link, before: &Blame) -> Option<Origin> {
    let sources = link.from.iter().filter_map(|source| before.sentences.get(*source)).map(|(_, origin)| *origin);
    let oldest = sources.min_by_key(|origin| origin.first)?;
    let unchanged = matches!(link.kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
    Some(if unchanged { oldest } else { Origin { changed: version, ..oldest } })
}

/// What an added sentence has from an earlier version that had it word for word.
fn returned(version: usize, seen: Option<&Seen>) -> Origin {
    match seen {
        Some(seen) => Origin { restored: Some(Absence { last_before: seen.last, back_in: version }), ..seen.origin },
        None => Origin { first: version, changed: version, restored: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(texts: &[&str]) -> Vec<(usize, usize, Option<usize>)> {
        let found = blame(texts.iter().map(|text| (*text).to_owned()));
        found.sentences.iter().map(|(_, origin)| (origin.first, origin.changed, origin.restored.map(|gone| gone.back_in))).collect()
    }

    #[test]
    fn each_sentence_knows_its_first_version_and_its_last_change() {
        let found = origins(&[
            "The truce held on Monday.",
            "The truce held on Monday. At least 14 people died in the town.",
            "The truce held on Monday. At least 17 people died in the town.",
        ]);
        assert_eq!(found, [(0, 0, None), (1, 2, None)]);
    }

    #[test]
    fn a_sentence_dropped_and_back_is_a_restoration() {
        let whole = "Kabul denies the charge. The border is shut.";
        assert_eq!(origins(&[whole, "The border is shut.", whole]), [(0, 0, Some(2)), (0, 0, None)]);
    }

    #[test]
    fn a_sentence_that_lost_a_capital_and_went_is_back_after_its_last_version() {
        let texts = ["The Government met. It rained.", "The government met. It rained.", "It rained.", "The Government met. It rained."];
        let found = blame(texts.map(str::to_owned));
        assert_eq!(found.sentences[0].1, Origin { first: 0, changed: 0, restored: Some(Absence { last_before: 1, back_in: 3 }) });
        assert_eq!(origins(&["Help came to the US.", "It rained.", "Help came to us."])[0], (2, 2, None));
        assert_eq!(origins(&["It rose 4.85 points.", "It rained.", "It rose 48.5 points."])[0], (2, 2, None));
    }

    #[test]
    fn a_takedown_notice_is_new_and_what_it_took_down_comes_back_as_it_was() {
        let whole = "The port shut at noon. Lee denied the charge.";
        let notice = "This article was removed at the request of a court.";
        assert_eq!(origins(&[whole, notice]), [(1, 1, None)]);
        assert_eq!(origins(&[whole, notice, whole]), [(0, 0, Some(2)), (0, 0, Some(2))]);
    }

    #[test]
    fn no_version_has_no_sentences() {
        assert!(origins(&[]).is_empty());
    }
}
