//! Where each sentence of the last of several versions comes from: first seen, last changed, dropped and restored.
//!
//! Versions are compared one with the next, so the cost is linear in their number. A sentence that comes back word for word after
//! an absence, but for typography, is a restoration and keeps its first version; one that comes back in other words is new. A sentence
//! that took the place of another has its history only where it shares its words, with that one and with the first of its line.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Link, LinkKind, compare};
use crate::lexicon::{closed, spelling};
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

/// What is followed: the last version, and for each of its sentences the words with which its history began.
#[derive(Default)]
struct Line {
    now: Blame,
    begun: Vec<Rc<Bag>>,
}

/// When a wording was last present, and its history then.
struct Seen {
    last: usize,
    origin: Origin,
    begun: Rc<Bag>,
}

/// Follows every sentence through `texts`, given oldest first. No text gives an empty result.
pub fn blame(texts: impl IntoIterator<Item = String>) -> Blame {
    let mut seen: FxHashMap<String, Seen> = FxHashMap::default();
    let mut line = Line::default();
    for (version, text) in texts.into_iter().enumerate() {
        line = next(version, &line, text, &seen);
        for ((span, origin), begun) in line.now.sentences.iter().zip(&line.begun) {
            let (origin, begun) = (*origin, Rc::clone(begun));
            seen.insert(wording(span.of(&line.now.text)), Seen { last: version, origin, begun });
        }
    }
    line.now
}

/// A sentence as it is compared with what stood before: without its typography, spelling and bare capitals, as the alignment has it.
fn wording(sentence: &str) -> String {
    let words: Vec<_> = sentence.split_whitespace().map(|word| spelling::canonical(&fold(word)).into_owned()).collect();
    words.join(" ")
}

fn next(version: usize, before: &Line, text: String, seen: &FxHashMap<String, Seen>) -> Line {
    let (from, to) = (Document::new(&before.now.text), Document::new(&text));
    let new = Origin { first: version, changed: version, restored: None };
    let mut histories: Vec<Option<(Origin, Rc<Bag>)>> = vec![None; to.sentences.len()];
    for link in compare(&from, &to).links {
        for target in &link.to {
            let sentence = to.slice(to.sentences[*target].span);
            let unchanged = matches!(link.kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
            histories[*target] = match seen.get(&wording(sentence)) {
                _ if unchanged => inherited(&link, before),
                Some(seen) => Some((returned(version, seen), Rc::clone(&seen.begun))),
                None => changed(version, &link, before, &bag(sentence)),
            };
        }
    }
    let spans = to.sentences.iter().map(|sentence| sentence.span);
    let (mut sentences, mut begun) = (Vec::with_capacity(histories.len()), Vec::with_capacity(histories.len()));
    for (span, history) in spans.zip(histories) {
        let (origin, first) = history.unwrap_or_else(|| (new, Rc::new(bag(to.slice(span)))));
        sentences.push((span, origin));
        begun.push(first);
    }
    Line { now: Blame { text, sentences }, begun }
}

/// What a sentence has from those it answers in the version before.
fn inherited(link: &Link, before: &Line) -> Option<(Origin, Rc<Bag>)> {
    let sources = link.from.iter().filter(|source| **source < before.begun.len());
    let oldest = sources.min_by_key(|source| before.now.sentences[**source].1.first)?;
    Some((before.now.sentences[*oldest].1, Rc::clone(&before.begun[*oldest])))
}

/// The same for a sentence in other words, from those with which it has enough of them in common. Where that holds for the version
/// before and no longer for the beginning, its history begins with the words of the version before.
fn changed(version: usize, link: &Link, before: &Line, words: &Bag) -> Option<(Origin, Rc<Bag>)> {
    let is_whole = link.from.len() == 1 && link.to.len() == 1;
    let history = |source: &usize| {
        let (span, origin) = before.now.sentences.get(*source)?;
        let old = bag(span.of(&before.now.text));
        let begun = &before.begun[*source];
        if !is_alike(&old, words, is_whole, ALIKE) {
            None
        } else if is_alike(begun, words, is_whole, ALIKE_AT_FIRST) {
            Some((Origin { changed: version, ..*origin }, Rc::clone(begun)))
        } else {
            Some((Origin { first: origin.changed, changed: version, restored: None }, Rc::new(old)))
        }
    };
    link.from.iter().filter_map(history).min_by_key(|(origin, _)| origin.first)
}

/// What a sentence has from an earlier version that had it word for word.
fn returned(version: usize, seen: &Seen) -> Origin {
    let was_away = seen.last + 1 < version;
    Origin {
        restored: if was_away { Some(Absence { last_before: seen.last, back_in: version }) } else { seen.origin.restored },
        ..seen.origin
    }
}

/// Words in common, of 1000, with more than which a sentence that took the place of another goes on with its history.
const ALIKE: usize = 500;
/// And how much it must have in common with the words with which that history began.
const ALIKE_AT_FIRST: usize = 300;

/// Words in common from which on two thirds of the shorter sentence make it what is left of the longer one.
const CUT_DOWN: usize = 4;

/// The words of a wording that carry content, sorted.
type Bag = Vec<String>;

fn bag(sentence: &str) -> Bag {
    let mut words: Bag = sentence
        .split(|next: char| !next.is_alphanumeric())
        .filter(|word| !word.is_empty() && closed::classes(word).is_open())
        .map(|word| spelling::canonical(&word.to_lowercase()).into_owned())
        .collect();
    words.sort_unstable();
    words
}

/// Two sentences share enough; a part and its whole, where the part is in it. Without any content there is nothing to tell by.
fn is_alike(old: &Bag, new: &Bag, is_whole: bool, least: usize) -> bool {
    let (mut at, mut shared) = (0, 0);
    for word in old {
        at += new[at..].partition_point(|other| other < word);
        if new.get(at) == Some(word) {
            (at, shared) = (at + 1, shared + 1);
        }
    }
    let shorter = old.len().min(new.len());
    let most = if is_whole { old.len() + new.len() } else { 2 * shorter };
    let is_cut_down = shared >= CUT_DOWN && 3 * shared >= 2 * shorter;
    2000 * shared > least * most || is_cut_down || most == 0
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
    fn what_is_left_of_a_sentence_was_there_before() {
        let long =
            "“It was planned in a mill and done in the dark,” she said, adding that Oslo would not be the playground of Bern's spies.";
        let short = "“It was planned in a mill and done in the dark,” Ms Holm said.";
        assert_eq!(origins(&[long, short]), [(0, 1, None)]);
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
    fn a_sentence_that_took_the_place_of_another_with_little_in_common_is_new() {
        let texts = [
            "Kiln\n\nThe kiln in Arden went out on Monday.\n\nThe last potter in Arden sold his wheel.",
            "Kiln\n\nThe kiln in Arden went out on Monday.\n\nA baker in Arden sold bread.",
            "Kiln\n\nThe kiln in Arden went out on Monday.\n\nA judge in Arden fined a baker.",
        ];
        assert_eq!(origins(&texts)[2], (2, 2, None));
    }

    #[test]
    fn a_line_that_drifted_begins_where_its_words_still_do() {
        let texts = [
            "The ferry firm blames weather, tides and bad charts.",
            "The ferry firm blames weather, pilots, crews and engines.",
            "Ministers wrote that the firm blames pilots, crews and engines for accidents.",
        ];
        assert_eq!(origins(&texts), [(1, 2, None)]);
    }

    #[test]
    fn words_that_come_back_in_the_place_of_others_are_restored() {
        let line = "The ferry firm blames the crew for the fire on the lower deck.";
        let other = "The ferry firm blames the port for the fire.";
        let whole = |line: &str| format!("Fire\n\n{line}\n\nIt rained in Oslo.");
        let texts = ["Fire\n\nIt rained in Oslo.".to_owned(), whole(line), whole(other), whole(line)];
        let found = blame(texts);
        assert_eq!(found.sentences[1].1, Origin { first: 1, changed: 1, restored: Some(Absence { last_before: 1, back_in: 3 }) });
    }

    #[test]
    fn no_version_has_no_sentences() {
        assert!(origins(&[]).is_empty());
    }
}
