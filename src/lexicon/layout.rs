//! Wordings by which a line is told to be a caption, a notice or furniture (`data/en/layout.tsv`).

use std::cell::LazyCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::closed::{self, Class};
use super::numbers::{self, NumberWord};
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
    /// At the start, and nothing but a date or a time after it.
    Stamp,
}

struct Row {
    layout: Layout,
    place: Place,
    /// Longest line, in characters, that the wording can label; 0 = any.
    at_most: usize,
    /// Lower case.
    wording: &'static str,
    /// The byte that a line begins with whose beginning the wording is; `None` where it can stand elsewhere.
    first: Option<u8>,
    /// For a wording that can stand anywhere the one of the table's `signs` that is in it.
    sign: usize,
}

/// All rows, with the means to pass most of them over.
struct Table {
    rows: Vec<Row>,
    /// Every wording that can stand anywhere has one of these words. A line without them is not searched for the wordings.
    signs: Vec<&'static str>,
    /// The same as indices, by their first bytes.
    signs_from: FxHashMap<u8, Vec<usize>>,
    /// The rows that can label a line that begins with one of the ASCII characters, as indices, and those for any other line.
    rows_from: [Vec<usize>; OTHER + 1],
}

/// Behind the ASCII characters: a line that begins with none of them.
const OTHER: usize = 128;

impl Table {
    /// Which of the signs begin some word of `line`.
    fn signs_in(&self, line: &str) -> Vec<bool> {
        let mut found = vec![false; self.signs.len()];
        let bytes = line.as_bytes();
        let begins = |at: &usize| at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_alphanumeric());
        for at in (0..bytes.len()).filter(begins) {
            for sign in self.signs_from.get(&bytes[at]).into_iter().flatten() {
                found[*sign] |= bytes[at..].starts_with(self.signs[*sign].as_bytes());
            }
        }
        found
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["layout", "place", "at_most", "wording", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/layout.tsv");

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        rows: tsv::rows::<6>(FILE).filter_map(read).collect(),
        signs: Vec::new(),
        signs_from: FxHashMap::default(),
        rows_from: [const { Vec::new() }; OTHER + 1],
    };
    let mut rows_with: FxHashMap<&str, usize> = FxHashMap::default();
    let words = |wording: &'static str| wording.split(' ').filter(|word| word.len() >= SIGN);
    for word in table.rows.iter().filter(|row| row.place == Place::Anywhere).flat_map(|row| words(row.wording)) {
        *rows_with.entry(word).or_default() += 1;
    }
    for row in table.rows.iter_mut().filter(|row| row.place == Place::Anywhere) {
        let sign = words(row.wording).max_by_key(|word| rows_with[word]).unwrap_or(row.wording);
        row.sign = table.signs.iter().position(|known| *known == sign).unwrap_or(table.signs.len());
        if row.sign == table.signs.len() {
            table.signs.push(sign);
            table.signs_from.entry(sign.bytes().next().unwrap_or_default()).or_default().push(row.sign);
        }
    }
    for (begins, rows) in table.rows_from.iter_mut().enumerate() {
        let can_begin = |row: &Row| row.first.is_none_or(|first| OTHER.min(usize::from(first)) == begins);
        rows.extend((0..table.rows.len()).filter(|at| can_begin(&table.rows[*at])));
    }
    table
});

/// Letters of the shortest word that serves as a sign: "the" is in most lines.
const SIGN: usize = 4;

fn read([layout, place, at_most, wording, ..]: [&'static str; 6]) -> Option<Row> {
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
            "stamp" => Place::Stamp,
            _ => return None,
        },
        at_most: at_most.parse().unwrap_or(0),
        wording,
        first: wording.bytes().next().filter(|_| !matches!(place, "anywhere" | "end")),
        sign: 0,
    })
}

/// What the line is by its wording, if any row says so; the first row that fits decides.
pub fn layout(line: &str) -> Option<Layout> {
    let line_alone = line.trim();
    let lower = lower_case(line_alone);
    let table = &*TABLE;
    let length = lower.chars().count();
    let is_short = |row: &Row| row.at_most == 0 || length <= row.at_most;
    // Looked for when the first row asks: most paragraphs are too long for all of those.
    let signs: LazyCell<Vec<bool>, _> = LazyCell::new(|| table.signs_in(&lower));
    let can_fit = |row: &&Row| is_short(row) && (row.place != Place::Anywhere || signs[row.sign]);
    let fits = |row: &&Row| row.fits(&lower, line);
    let first = lower.bytes().next().map_or(OTHER, |first| OTHER.min(usize::from(first)));
    table.rows_from[first].iter().map(|at| &table.rows[*at]).filter(can_fit).find(fits).map(|row| row.layout)
}

/// In lower case with straight apostrophes.
fn lower_case(line: &str) -> String {
    if line.is_ascii() {
        return line.to_ascii_lowercase();
    }
    let mut lower = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '’' | '‘' => lower.push('\''),
            _ if letter.is_ascii() => lower.push(letter.to_ascii_lowercase()),
            _ => lower.extend(letter.to_lowercase()),
        }
    }
    lower
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
            Place::Stamp => after().is_some_and(is_moment),
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

/// All words are those of a date and a time of day, and one is a number: "on 7 October, 16:40 GMT".
fn is_moment(rest: &str) -> bool {
    let is_number = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
    let belongs = |word: &str| {
        let classes = closed::classes(word);
        is_number(word) || classes.has(Class::Calendar) || !classes.is_open() || numbers::uses(word).contains(&NumberWord::ClockAfter)
    };
    let words =
        || rest.split_whitespace().map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric())).filter(|word| !word.is_empty());
    words().any(is_number) && words().all(belongs)
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
