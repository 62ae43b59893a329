//! Wordings by which a publisher owns up to an error, calls it a small one or says that words were changed, and by which it says what
//! sort of thing was wrong (`data/en/notices.tsv`).

use std::sync::LazyLock;

use super::closed::{self, Class};
use super::roles::roles;
use super::tsv;

roles! {
    /// What a notice says of the change that it speaks of.
    pub Admission {
        /// Something was wrong.
        Error = "error",
        /// It was a small thing.
        Minor = "minor",
        /// The words were changed; whether they were wrong is not said.
        Edit = "edit",
        /// It was a number.
        Figure = "figure",
        /// It was a name.
        Name = "name",
        /// It was what somebody was quoted with.
        Quote = "quote",
        /// It was a date.
        Date = "date",
        /// The whole text is gone.
        Takedown = "takedown",
        /// A part of the text is gone.
        Passage = "passage",
        /// A word that notices have whatever they speak of.
        Plain = "plain",
        /// Before the date on which the text was changed or put out.
        Stamp = "stamp",
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["wording", "sort", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/notices.tsv");

static TABLE: LazyLock<Vec<(&'static str, Admission)>> =
    LazyLock::new(|| tsv::rows::<4>(FILE).filter_map(|[wording, sort, ..]| Some((wording, Admission::of(sort)?))).collect());

/// All that a notice admits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Admissions(u16);

impl Admissions {
    /// This is among it.
    pub fn has(self, admission: Admission) -> bool {
        self.0 & (1 << admission as u16) != 0
    }
}

/// All that `notice` says was mended, and how.
pub fn admissions(notice: &str) -> Admissions {
    let lower = lower_case(notice);
    let fits = |wording, sort| match sort {
        Admission::Takedown => begins_a_sentence(&lower, wording),
        _ => begins_a_word(&lower, wording),
    };
    let stands = |(wording, sort): &&(&'static str, Admission)| fits(wording, *sort);
    Admissions(TABLE.iter().filter(stands).fold(0, |bits, (_, sort)| bits | 1 << *sort as u16))
}

/// In lower case with straight apostrophes.
fn lower_case(notice: &str) -> String {
    notice.to_lowercase().replace('’', "'")
}

/// `words` (two, in lower case) lead up to the date on which the text was changed or put out: "amended on".
pub fn is_stamp(words: &str) -> bool {
    TABLE.iter().any(|(wording, sort)| *sort == Admission::Stamp && *wording == words)
}

/// The words of `notice` that belong to no wording of the table and no date: what it says was mended.
pub fn without_wordings(notice: &str) -> String {
    let wordings = TABLE.iter().filter(|(_, sort)| *sort != Admission::Stamp);
    let lower = wordings.fold(lower_case(notice), |left, (wording, _)| without(left, wording));
    let words: Vec<&str> = lower.split_whitespace().map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric())).collect();
    let is_calendar = |at: usize| words.get(at).is_some_and(|word| closed::classes(word).has(Class::Calendar));
    let is_of_date = |at: usize| {
        let beside = is_calendar(at + 1) || (1..=2).any(|back| at.checked_sub(back).is_some_and(is_calendar));
        words[at].bytes().all(|byte| byte.is_ascii_digit()) && beside
    };
    let own: Vec<&str> = (0..words.len()).filter(|at| !words[*at].is_empty() && !is_of_date(*at)).map(|at| words[at]).collect();
    own.join(" ")
}

/// `text` without the words that begin with `wording`.
fn without(text: String, wording: &str) -> String {
    let mut out = String::new();
    let mut kept = 0;
    for at in places(&text, wording) {
        if at >= kept {
            out.push_str(&text[kept..at]);
            out.push(' ');
            let rest = &text[at + wording.len()..];
            kept = text.len() - rest.trim_start_matches(char::is_alphanumeric).len();
        }
    }
    if kept == 0 {
        return text;
    }
    out.push_str(&text[kept..]);
    out
}

/// "A photo in this article has been removed" speaks of the photo.
fn begins_a_sentence(text: &str, wording: &str) -> bool {
    text.match_indices(wording).any(|(at, _)| !text[..at].trim_end().ends_with(|last: char| last.is_alphanumeric() || last == ','))
}

fn begins_a_word(text: &str, wording: &str) -> bool {
    places(text, wording).next().is_some()
}

/// Where `wording` stands at the beginning of a word, or, where it is an ending, at all.
fn places<'t>(text: &'t str, wording: &'t str) -> impl Iterator<Item = usize> + 't {
    let is_ending = wording.starts_with('\'');
    text.match_indices(wording).map(|(at, _)| at).filter(move |at| is_ending || !text[..*at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_was_removed_is_no_takedown() {
        for (notice, is_one) in [
            ("This article has been removed.", true),
            ("Editor's note: This article has been removed.", true),
            ("A photo in this article has been removed.", false),
        ] {
            assert_eq!(admissions(notice).has(Admission::Takedown), is_one, "{notice}");
        }
    }

    #[test]
    fn what_a_notice_says_was_mended_is_what_is_its_own() {
        for (notice, own) in [
            (
                "This article was amended on 2 April 2026 to correct the number of deaths from 11 to nine.",
                "this was on april to the deaths from 11 to nine",
            ),
            ("The percentage has been corrected.", "the has been"),
        ] {
            assert_eq!(without_wordings(notice), own, "{notice}");
        }
    }

    /// The row does its work in `text`.
    fn works(text: &str, wording: &str, sort: Admission) -> bool {
        let words: Vec<&str> = text.trim_end_matches('.').split(' ').collect();
        match sort {
            Admission::Stamp => words.windows(2).any(|pair| is_stamp(&pair.join(" ").to_lowercase())),
            Admission::Plain => !without_wordings(text).contains(wording) && begins_a_word(&text.to_lowercase(), wording),
            _ => admissions(text).has(sort),
        }
    }

    #[test]
    fn every_sort_is_known() {
        for [wording, sort, ..] in tsv::rows::<4>(FILE) {
            assert!(Admission::of(sort).is_some(), "{wording}: {sort}");
        }
    }

    #[test]
    fn every_row_works_in_its_example_and_not_in_its_counter() {
        let mut wrong = Vec::new();
        for [wording, sort, example, counter] in tsv::rows::<4>(FILE) {
            let sort = Admission::of(sort).expect("a sort");
            let stands = begins_a_word(&example.to_lowercase(), wording) && !begins_a_word(&counter.to_lowercase(), wording);
            if !stands || !works(example, wording, sort) || works(counter, wording, sort) {
                wrong.push(format!("{wording} {sort:?}: {example} {counter}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
