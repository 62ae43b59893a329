//! What a person has to see of an item to rule on it: what it says, its sentences in both versions with the changed words marked, and
//! why it is listed.

use std::collections::BTreeSet;

use super::listings::{self, one_line};
use super::{Block, Mark, Rich, Section, WordDiff};
use crate::decisions::Item;
use crate::diff::compare_texts;
use crate::store::{Store, StoreError};
use crate::text::{CharIndex, CharSpan, Document, Span};

/// `item` under a heading of the caller's.
///
/// # Errors
/// Whatever the store refuses.
pub fn item(store: &Store, item: &Item, heading: String) -> Result<Section, StoreError> {
    let (place, text) = (store.snapshot(item.snapshot)?.reference, store.text(item.snapshot)?);
    let words = whole_sentences(&text, item.subject.span);
    let mut blocks = vec![Block::Paragraph(item.says.as_str().into())];
    let mut shown =
        |from_place, to_place, runs| blocks.push(Block::WordDiff(WordDiff { label: String::new(), from_place, to_place, runs }));
    match item.before {
        // Nothing of it is in the later version: what stands there instead tells whether it was dropped or said in other words.
        Some(_) if item.brought_by != item.snapshot => {
            let later = store.snapshot(item.brought_by)?.reference;
            match in_its_place(&text, &store.text(item.brought_by)?, item.subject.span) {
                Some(after) => shown(place, later, listings::marked_change(&words, &after)),
                None => {
                    shown(place, String::new(), Rich::new().with(Mark::Deleted, words));
                    blocks.push(Block::Paragraph(Rich::new().with(Mark::Faint, format!("nothing stands in its place in {later}"))));
                }
            }
        }
        Some((snapshot, span)) if (snapshot, span) != (item.snapshot, item.subject.span) => {
            let before = whole_sentences(&store.text(snapshot)?, span);
            shown(store.snapshot(snapshot)?.reference, place, listings::marked_change(&before, &words));
        }
        _ => shown(String::new(), place, Rich::new().with(Mark::Claim, words)),
    }
    if !item.why.is_empty() {
        blocks.push(Block::Paragraph(Rich::new().with(Mark::Faint, item.why.as_str())));
    }
    Ok(Section { heading, blocks })
}

/// The sentences of the later text that answer those of the earlier one in which `span` stands; `None` where none does.
fn in_its_place(earlier: &str, later: &str, span: CharSpan) -> Option<String> {
    let span = CharIndex::new(earlier).bytes(span);
    let found = compare_texts(earlier, later);
    let is_meant = |sentence: &usize| found.from.sentences[*sentence].span.overlaps(span);
    let links = found.comparison.links.iter().filter(|link| link.from.iter().any(is_meant));
    let answering: BTreeSet<usize> = links.flat_map(|link| &link.to).copied().collect();
    let words: Vec<String> = answering.into_iter().map(|sentence| one_line(found.to.sentences[sentence].span.of(later))).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The whole sentences in which `span` stands, on one line: evidence may be two words.
fn whole_sentences(text: &str, span: CharSpan) -> String {
    let span = CharIndex::new(text).bytes(span);
    let document = Document::new(text);
    let around = document.sentences.iter().map(|sentence| sentence.span).filter(|sentence| sentence.overlaps(span));
    one_line(around.reduce(Span::cover).map_or(span, |around| around.cover(span)).of(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARLIER: &str = "Talks open\n\nKabul accused Islamabad of shelling.\nIt was a long day. Nobody came.";

    fn after(later: &str, words: &str) -> Option<String> {
        let start = EARLIER.find(words).unwrap() as u32;
        in_its_place(EARLIER, later, (start, start + words.len() as u32).into())
    }

    #[test]
    fn what_stands_in_the_place_of_a_sentence_is_the_one_that_it_became() {
        let later = "Talks open\n\nKabul and Islamabad traded\nshelling. It was a long day.";
        assert_eq!(after(later, "accused").as_deref(), Some("Kabul and Islamabad traded shelling."));
        assert_eq!(after(later, "long").as_deref(), Some("It was a long day."));
        assert_eq!(after(later, "Nobody"), None);
    }

    #[test]
    fn evidence_in_two_sentences_is_shown_with_both() {
        assert_eq!(after("It was a short day. Nobody came.", "day. Nobody").as_deref(), Some("It was a short day. Nobody came."));
        assert_eq!(whole_sentences(EARLIER, (57, 70).into()), "It was a long day. Nobody came.");
    }
}
