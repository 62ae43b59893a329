//! The words round a bare value: "67 → 76" does not say whose age, and what stands beside it in the text mostly does.
//!
//! Known failure: a value that its line has twice is shown bare where the place of the change is more than the value, since it cannot be
//! told which of the two is meant.

use std::ops::Range;

use crate::model::ChangeKind;
use crate::report::{Mark, Rich};
use crate::store::{SnapshotId, StoreError, StoredChange, Texts};
use crate::text::{CharSpan, IndexedText};

/// Words up to which a side of a change is no more than a value.
const BARE: usize = 4;
/// Words that are shown on each side of it.
const BESIDE: usize = 4;

/// What stands before a value and after it in its sentence, as in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::report) struct Around {
    before: String,
    after: String,
}

impl Around {
    /// `value` with the words on both sides of it.
    pub(in crate::report) fn put(&self, value: Rich) -> Rich {
        let mut out = Rich::new().with(Mark::Faint, self.before.as_str());
        out.0.extend(value.0);
        out.with(Mark::Faint, self.after.as_str())
    }

    /// Round the only place of `value` in `line`; `None` where there is none, several, or nothing beside it.
    fn of(line: &str, value: &str) -> Option<Around> {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let stands_apart = |at: &usize| !is_word(line[..*at].chars().next_back()) && !is_word(line[at + value.len()..].chars().next());
        let mut places = line.match_indices(value).map(|(at, _)| at).filter(stands_apart);
        let at = places.next().filter(|_| places.next().is_none())?;
        Around::at(line, at..at + value.len())
    }

    /// Round this place of `line`.
    fn at(line: &str, place: Range<usize>) -> Option<Around> {
        let (before, after) = (last_words(&line[..place.start]), first_words(&line[place.end..]));
        (!before.trim().is_empty() || !after.trim().is_empty()).then_some(Around { before, after })
    }
}

/// The last few words of what stands before, from the sentence's beginning at the most.
fn last_words(text: &str) -> String {
    let starts = text.split_inclusive(' ').rev().scan(text.len(), |start, word| {
        *start -= word.len();
        Some((*start, word.trim_end()))
    });
    // What touches the value is no word of its own.
    let touching = usize::from(!text.ends_with(' '));
    let mut start = text.len();
    for (count, (at, word)) in starts.enumerate() {
        if ends_sentence(word) || count == BESIDE + touching {
            break;
        }
        start = at;
    }
    let (left_out, shown) = text.split_at(start);
    let is_cut = !left_out.trim().is_empty() && !ends_sentence(left_out.trim_end());
    format!("{}{shown}", if is_cut { "… " } else { "" })
}

/// The first few words of what follows, to the sentence's end at the most.
fn first_words(text: &str) -> String {
    let mut end = 0;
    // What touches the value, or the space behind it, is no word of its own.
    for (count, word) in text.split_inclusive(' ').enumerate() {
        if count > BESIDE {
            return format!("{} …", text[..end].trim_end());
        }
        end += word.len();
        if ends_sentence(word.trim_end()) {
            break;
        }
    }
    text[..end].trim_end().to_owned()
}

fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['”', '’', '"', '\'', ')']).ends_with(['.', '!', '?'])
}

/// What stands round the value of the change in the earlier text and in the later.
pub(super) fn around(texts: &mut Texts<'_>, stored: &StoredChange) -> Result<[Option<Around>; 2], StoreError> {
    let change = &stored.change;
    let is_value = matches!(change.kind, ChangeKind::Corrected | ChangeKind::FigureChanged) && change.of.is_none();
    let are_bare = [&change.before, &change.after].iter().all(|side| (1..=BARE).contains(&side.split_whitespace().count()));
    if !is_value || !are_bare || change.is_notice() {
        return Ok([None, None]);
    }
    let mut side = |snapshot: SnapshotId, evidence: Option<CharSpan>, value: &str| -> Result<Option<Around>, StoreError> {
        let Some(evidence) = evidence else { return Ok(None) };
        Ok(beside(texts.get(snapshot)?, evidence, value))
    };
    Ok([side(stored.from, change.evidence_from, &change.before)?, side(stored.to, change.evidence_to, &change.after)?])
}

fn beside(read: &IndexedText, evidence: CharSpan, value: &str) -> Option<Around> {
    let (text, span) = (read.text(), read.index().bytes(evidence));
    let start = text[..span.start()].rfind('\n').map_or(0, |end| end + 1);
    let end = text[span.end()..].find('\n').map_or(text.len(), |end| span.end() + end);
    let line = &text[start..end];
    match span.of(text) == value {
        true => Around::at(line, span.start() - start..span.end() - start),
        false => Around::of(line, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, value: &str) -> Option<String> {
        Some(Around::of(line, value)?.put(Rich::from(format!("[{value}]"))).plain())
    }

    #[test]
    fn a_value_is_shown_with_the_words_beside_it() {
        let line = "Rain fell. The body of Ann Lee, 67, of Marlow was found on Monday near the river.";
        assert_eq!(shown(line, "67").as_deref(), Some("… body of Ann Lee, [67], of Marlow was found …"));
        assert_eq!(shown(line, "Monday").as_deref(), Some("… Marlow was found on [Monday] near the river."));
        assert_eq!(shown(line, "Rain").as_deref(), Some("[Rain] fell."));
    }

    #[test]
    fn a_value_that_is_there_twice_or_in_a_longer_word_is_not() {
        assert_eq!(shown("In 19 days 19 fell ill.", "19"), None);
        assert_eq!(shown("In 1999 nobody fell ill.", "19"), None);
        assert_eq!(shown("19", "19"), None);
    }
}
