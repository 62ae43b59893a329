//! Do two texts look like versions of one report? Files that do not say whose they are count as such, whatever they hold.

use rustc_hash::FxHashSet;

use crate::model::Capture;

/// Share of the shorter text's words that two versions have in common at the least, even where the report was written anew.
const IN_COMMON: f64 = 0.2;
/// Letters of a word that says what a text is about.
const TELLING: usize = 5;
/// Words of a text about which something can be said.
const ENOUGH: usize = 8;

/// Neighbours among the captures that name no report and yet share almost no words, by their places.
pub fn strangers(captures: &[Capture]) -> Vec<(usize, usize)> {
    let unnamed: Vec<(usize, FxHashSet<String>)> = captures
        .iter()
        .enumerate()
        .filter(|(_, capture)| capture.report.is_none())
        .map(|(at, capture)| (at, words(&capture.text)))
        .filter(|(_, words)| words.len() >= ENOUGH)
        .collect();
    let is_pair =
        |left: usize, right: usize| (&captures[left].story, &captures[left].outlet) == (&captures[right].story, &captures[right].outlet);
    let mut out = Vec::new();
    for pair in unnamed.windows(2) {
        let [(left, one), (right, other)] = pair else { continue };
        let shared = one.intersection(other).count() as f64;
        if is_pair(*left, *right) && shared < IN_COMMON * one.len().min(other.len()) as f64 {
            out.push((*left, *right));
        }
    }
    out
}

fn words(text: &str) -> FxHashSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.chars().count() >= TELLING);
    words.map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FERRY: &str = "Police said the ferry Astrid had capsized outside the harbour with dozens of passengers aboard on Tuesday.";
    const COURT: &str = "Former mayor Alan Whitcombe denies corruption charges, prosecutors told jurors during opening statements.";

    fn capture(text: &str, report: Option<&str>) -> Capture {
        Capture { text: text.to_owned(), report: report.map(str::to_owned), ..Capture::default() }
    }

    #[test]
    fn texts_that_share_almost_no_words_are_told() {
        let anew = "Divers found passengers of the capsized ferry Astrid near the harbour, police announced in the evening.";
        assert_eq!(strangers(&[capture(FERRY, None), capture(anew, None), capture(COURT, None)]), [(1, 2)]);
    }

    #[test]
    fn what_names_its_report_or_says_too_little_is_believed() {
        assert_eq!(strangers(&[capture(FERRY, Some("a")), capture(COURT, None), capture("Rain fell.", None)]), []);
    }
}
