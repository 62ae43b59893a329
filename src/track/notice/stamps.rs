//! Numbers of a notice that count nothing: dates, times and ordinals. "This article was amended on 3 March" does not own up to a three
//! that became a two.
//!
//! Known failure: a year after a word that no date follows ("the 2024 budget") is read as a number.

use crate::lexicon::clock;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::notices::is_stamp;
use crate::lexicon::numbers::{self, NumberWord, Suffix};

/// A notice with its numbers told apart.
pub(super) struct Parted {
    /// The words without dates, times and ordinals.
    pub(super) counting: String,
    /// The dates, but for those that say when the notice was made.
    pub(super) dates: String,
}

/// Parts the words of `notice`.
pub(super) fn part(notice: &str) -> Parted {
    let words: Vec<&str> = notice.split_whitespace().collect();
    let bare: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let mut told = Parted { counting: String::new(), dates: String::new() };
    for (at, word) in words.iter().enumerate() {
        let into = match sort(&words, &bare, at) {
            Sort::Date if !is_made(&bare, at) => &mut told.dates,
            Sort::Word if !(is_calendar(word) && is_made(&bare, at)) => &mut told.counting,
            Sort::Word | Sort::Date | Sort::Idle => continue,
        };
        into.push_str(word);
        into.push(' ');
    }
    told
}

enum Sort {
    /// Any word, and a number that counts.
    Word,
    Date,
    /// A time or an ordinal.
    Idle,
}

fn bare(word: &str) -> String {
    word.trim_matches(|mark: char| !mark.is_alphanumeric()).to_lowercase()
}

/// A day or a month, which has a capital.
pub(super) fn is_calendar(word: &str) -> bool {
    word.contains(char::is_uppercase) && closed::classes(&bare(word)).has(Class::Calendar)
}

fn sort(words: &[&str], bare: &[String], at: usize) -> Sort {
    let word = bare[at].as_str();
    let uses = |at: usize, wanted: NumberWord| bare.get(at).is_some_and(|word| numbers::uses(word).contains(&wanted));
    let is_calendar = |at: usize| words.get(at).is_some_and(|word| is_calendar(word));
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let suffix = numbers::suffix(&word[digits..]).filter(|_| digits > 0);
    let is_ordinal = suffix == Some(Suffix::Ordinal) || numbers::in_words(word).is_some_and(|(_, is_ordinal)| is_ordinal);
    let is_whole = digits > 0 && digits == word.len();
    let is_year = numbers::year(word).is_some();
    let beside = is_calendar(at + 1) || at.checked_sub(1).is_some_and(is_calendar);
    // "3 March 2026", "March 3, 2026"
    let after_day = || is_year && at.checked_sub(2).is_some_and(is_calendar);
    let since = || is_year && at.checked_sub(1).is_some_and(|before| uses(before, NumberWord::Dating));
    let is_numeric = digits > 0 && (word.contains('/') || word.matches('-').count() > 1);
    if is_numeric || (is_whole || is_ordinal) && beside || after_day() || since() {
        Sort::Date
    } else if is_ordinal
        || suffix == Some(Suffix::NoNumber)
        || digits > 0 && (word.contains(':') || clock::of_word(word).is_some())
        || digits > 0 && uses(at + 1, NumberWord::ClockAfter)
    {
        Sort::Idle
    } else {
        Sort::Word
    }
}

/// Words before a date that belong to it: "Tuesday", "March".
const BEFORE: usize = 3;

/// The date at `at` says when the text was changed or put out.
fn is_made(bare: &[String], at: usize) -> bool {
    let belongs = |word: &String| closed::classes(word).has(Class::Calendar) || word.starts_with(|first: char| first.is_ascii_digit());
    let first = (at.saturating_sub(BEFORE)..at).rev().take_while(|before| belongs(&bare[*before])).last().unwrap_or(at);
    first >= 2 && is_stamp(&format!("{} {}", bare[first - 2], bare[first - 1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_times_and_ordinals_are_no_counts() {
        for (notice, counting, dates) in [
            ("This page was amended on 3 March 2026.", "This page was amended on", ""),
            ("It was updated on Tuesday, April 12, at 3:15 pm.", "It was updated on at pm.", ""),
            ("The office on the third floor was misnamed; the 2nd too.", "The office on the floor was misnamed; the too.", ""),
            ("The vote is on 4 May, not on 3 May.", "The vote is on May, not on May.", "4 3 "),
            ("The toll is 12 and not 14.", "The toll is 12 and not 14.", ""),
            ("Updated at 11.40am: three died.", "Updated at three died.", ""),
            ("Corrected on 2026-03-03: two died.", "Corrected on two died.", ""),
        ] {
            let told = part(notice);
            assert_eq!((told.counting.trim_end(), told.dates.as_str()), (counting, dates), "{notice}");
        }
    }
}
