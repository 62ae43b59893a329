//! Ages: nobody grows older from one version of a report to the next, so that another age is a slip put right and no new figure.

use super::words::{Page, Word};
use crate::lexicon::numbers::{self, NumberWord};
use crate::text::{Document, Span};

/// Words that make an age of a number, at most ("years of age").
const LONGEST: usize = 3;
/// Nobody is older.
const OLDEST: u32 = 120;

/// The number is somebody's age by the words beside it: "a 61-year-old woman", "aged 61".
pub(in crate::track) fn is_age(number: &Word, words: &[Word]) -> bool {
    let Some(at) = words.iter().position(|word| number.is_count && word.span == number.span) else { return false };
    let is = |words: &[Word], sort| {
        let forms: Vec<&str> = words.iter().map(Word::lower).collect();
        numbers::uses(&forms.join(" ")).contains(&sort)
    };
    let mut after = (1..=LONGEST).filter_map(|length| words.get(at + 1..at + 1 + length));
    after.any(|words| is(words, NumberWord::AgeAfter)) || at > 0 && is(&words[at - 1..at], NumberWord::AgeBefore)
}

/// The fact tells an age, by its own words or as all that stands between two commas ("Ida Brun, 61, said").
pub(in crate::track) fn holds_age(document: &Document<'_>, page: &Page, fact: Span) -> bool {
    let words = page.within(fact);
    let is_bare = || document.slice(fact).parse::<u32>().is_ok_and(|years| years <= OLDEST) && is_set_off(document, fact);
    words.iter().any(|word| is_age(word, words)) || is_bare()
}

fn is_set_off(document: &Document<'_>, fact: Span) -> bool {
    let (before, after) = (document.text[..fact.start()].trim_end(), &document.text[fact.end()..]);
    before.ends_with(',') && after.starts_with([',', '.'])
}
