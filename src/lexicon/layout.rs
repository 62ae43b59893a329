//! Wordings by which a line is told to be a caption, a notice or furniture (`data/en/layout.tsv`).

use std::sync::LazyLock;

use super::closed::{self, Class};
use super::tsv;
use super::wording::wording;

/// What a line with the wording is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Words under a picture.
    Caption,
    /// Correction, clarification, editor's note, update.
    Notice,
    /// Plugs, related links, credits, update stamps.
    Furniture,
    /// Who wrote it.
    Byline,
}

/// Where in the line the wording stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Start,
    Anywhere,
    End,
    Whole,
    /// At the start, and nothing but names after it.
    Names,
    /// At the start of a line that states nothing.
    Plug,
    /// A plug with a digit after the wording.
    Dated,
    /// A plug with a capital after the wording.
    Credit,
}

struct Row {
    layout: Layout,
    place: Place,
    /// Longest line, in characters, that the wording can label; 0 = any.
    at_most: usize,
    /// Lower case.
    wording: &'static str,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["layout", "place", "at_most", "wording", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/layout.tsv");

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    tsv::rows::<6>(FILE)
        .filter_map(|[layout, place, at_most, wording, ..]| {
            Some(Row {
                layout: match layout {
                    "caption" => Layout::Caption,
                    "notice" => Layout::Notice,
                    "furniture" => Layout::Furniture,
                    "byline" => Layout::Byline,
                    _ => return None,
                },
                place: match place {
                    "start" => Place::Start,
                    "anywhere" => Place::Anywhere,
                    "whole" => Place::Whole,
                    "end" => Place::End,
                    "names" => Place::Names,
                    "plug" => Place::Plug,
                    "dated" => Place::Dated,
                    "credit" => Place::Credit,
                    _ => return None,
                },
                at_most: at_most.parse().unwrap_or(0),
                wording,
            })
        })
        .collect()
});

/// What the line is by its wording, if any row says so; the first row that fits decides.
pub fn layout(line: &str) -> Option<Layout> {
    let line_alone = line.trim();
    let lower = match line_alone.is_ascii() {
        true => line_alone.to_ascii_lowercase(),
        false => line_alone.to_lowercase().replace(['’', '‘'], "'"),
    };
    let length = lower.chars().count();
    TABLE.iter().find(|row| (row.at_most == 0 || length <= row.at_most) && row.fits(&lower, line)).map(|row| row.layout)
}

impl Row {
    fn fits(&self, line: &str, as_written: &str) -> bool {
        let ends_a_word = |rest: &str| !self.wording.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
        let after = || line.strip_prefix(self.wording).filter(|rest| ends_a_word(rest));
        match self.place {
            Place::Start => after().is_some(),
            Place::Names => after().is_some() && names_after(as_written),
            Place::Plug => after().is_some() && !states(line),
            Place::Dated => after().is_some_and(|rest| rest.contains(|next: char| next.is_ascii_digit())) && !states(line),
            Place::Credit => after().is_some() && capital_after(as_written, self.wording) && !states(line),
            Place::Anywhere => line.contains(self.wording),
            Place::End => line.trim_end_matches('.').ends_with(self.wording),
            Place::Whole => line.trim_end_matches(['.', ':']) == self.wording,
        }
    }
}

/// A sentence with a stop that says, or has an auxiliary: reporting, whatever its first words.
fn states(line: &str) -> bool {
    let says = |word: &str| {
        let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        let classes = closed::classes(word);
        wording(word).stance.is_some() || classes.has(Class::Speech) || classes.has(Class::Auxiliary) || classes.has(Class::Modal)
    };
    line.ends_with(['.', '"', '”', '\'', '?', '!']) && line.split_whitespace().any(says)
}

/// The word behind as many words as `wording` has begins with a capital.
fn capital_after(line: &str, wording: &str) -> bool {
    let next = line.split_whitespace().nth(wording.split_whitespace().count());
    next.is_some_and(|next| next.starts_with(char::is_uppercase))
}

/// Words that a line of names can have after the first: two for one name, eight for three writers and their paper.
const NAMES: std::ops::RangeInclusive<usize> = 2..=10;

/// After its first word the line holds names in capitals, joined by function words, and no stop.
fn names_after(line: &str) -> bool {
    let rest: Vec<&str> = line.split_whitespace().skip(1).collect();
    NAMES.contains(&rest.len())
        && rest[0].starts_with(char::is_uppercase)
        && rest.iter().all(|word| word.starts_with(char::is_uppercase) || !closed::classes(word).is_open())
        && !line.trim_end().ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_labels_its_example_and_not_its_counter() {
        for [name, .., wording, example, counter] in tsv::rows::<6>(FILE) {
            let labelled = |line| layout(line).map(|layout| format!("{layout:?}").to_lowercase());
            assert_eq!(labelled(example).as_deref(), Some(name), "{wording}: {example}");
            assert_ne!(labelled(counter).as_deref(), Some(name), "{wording}: {counter}");
        }
    }
}
