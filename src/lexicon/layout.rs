//! Wordings by which a line is told to be a caption, a notice or furniture (`data/en/layout.tsv`).

use std::cell::LazyCell;
use std::sync::LazyLock;

use super::closed::{self, Class};
use super::numbers::{self, NumberWord};
use super::shapes::{Line, Shape};
use super::tsv;
use super::word_map::WordMap;
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
    /// At the start, and no more than a date or a time before a colon or a dash.
    Label,
    /// A label before words that own up to a mistake.
    Update,
    /// The wording is a shape.
    Shape,
}

struct Row {
    layout: Layout,
    place: Place,
    /// Longest line, in characters, that the wording can label; 0 = any.
    at_most: usize,
    /// Lower case.
    wording: &'static str,
    shape: Option<Shape>,
    /// The byte that a line begins with whose beginning the wording is; `None` where it can stand elsewhere.
    first: Option<u8>,
}

/// All rows, with the means to pass most of them over.
struct Table {
    rows: Vec<Row>,
    /// The rows that can label a line that begins with one of the ASCII characters, as indices, and those for any other line.
    rows_from: [Vec<usize>; OTHER + 1],
}

/// Behind the ASCII characters: a line that begins with none of them.
const OTHER: usize = 128;

/// Columns of the file.
pub const COLUMNS: &[&str] = &["layout", "place", "at_most", "wording", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/layout.tsv");

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { rows: tsv::rows::<6>(FILE).filter_map(read).collect(), rows_from: [const { Vec::new() }; OTHER + 1] };
    for (begins, rows) in table.rows_from.iter_mut().enumerate() {
        let can_begin = |row: &Row| row.first.is_none_or(|first| OTHER.min(usize::from(first)) == begins);
        rows.extend((0..table.rows.len()).filter(|at| can_begin(&table.rows[*at])));
    }
    table
});

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
            "label" => Place::Label,
            "update" => Place::Update,
            "shape" => Place::Shape,
            _ => return None,
        },
        at_most: at_most.parse().unwrap_or(0),
        wording,
        shape: (place == "shape").then(|| Shape::read(wording)),
        first: wording.bytes().next().filter(|_| !matches!(place, "anywhere" | "end" | "label" | "update" | "shape")),
    })
}

/// What the line is by its wording, if any row says so; the first row that fits decides.
pub fn layout(line: &str) -> Option<Layout> {
    row(line).map(|row| row.layout)
}

/// Words of which every line has one that is a notice by its wording: of each row the rarest that it cannot do without.
static NOTICE_WORDS: LazyLock<WordMap<()>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for row in TABLE.rows.iter().filter(|row| row.layout == Layout::Notice) {
        let needed = row.shape.as_ref().map_or_else(|| longest(row.wording), Shape::needed);
        needed.into_iter().for_each(|word| *words.entry(word) = ());
    }
    words
});

/// The longest word of a wording.
fn longest(wording: &'static str) -> Vec<&'static str> {
    wording.split(|mark: char| !mark.is_alphanumeric()).max_by_key(|word| word.len()).into_iter().collect()
}

/// A line with this word, in lower case, may be a notice: none is that has no such word.
pub fn is_notice_word(word: &str) -> bool {
    NOTICE_WORDS.contains(word)
}

/// The first row that fits `line`.
fn row(line: &str) -> Option<&'static Row> {
    let line_alone = line.trim();
    let lower = lower_case(line_alone);
    let table = &*TABLE;
    let length = lower.chars().count();
    let is_short = |row: &Row| row.at_most == 0 || length <= row.at_most;
    // Read when the first row asks: most paragraphs are too long for all shapes.
    let words = LazyCell::new(|| Line::new(line_alone, &lower));
    let labelled = LazyCell::new(|| label(&lower));
    let fits = |row: &&Row| match row.place {
        Place::Label => *labelled == Some(row.wording),
        Place::Update => *labelled == Some(row.wording) && words.has(ERRING),
        Place::Shape => row.shape.as_ref().is_some_and(|shape| shape.stands_in(&words)),
        _ => row.fits(&lower, line),
    };
    let first = lower.bytes().next().map_or(OTHER, |first| OTHER.min(usize::from(first)));
    table.rows_from[first].iter().map(|at| &table.rows[*at]).filter(|row| is_short(row)).find(fits)
}

/// The class of `publishing.tsv` of words that own up to a mistake.
const ERRING: &str = "erring";

/// Bytes within which a label ends.
const LABEL: usize = 60;

/// The words before a colon or a dash at the beginning of the line, but for marks before them and a date or a time after.
fn label(line: &str) -> Option<&str> {
    let line = unstamped(line.trim_start_matches(|mark: char| !mark.is_alphanumeric()));
    // Most lines have no mark there that could end a label; the last two are the last bytes of "–" and "—".
    let may_end = |byte: &u8| matches!(byte, b':' | b'-' | 0x93 | 0x94);
    if !line.as_bytes().iter().take(LABEL + 1).any(may_end) {
        return None;
    }
    let is_end = |(at, mark): &(usize, char)| *mark == ':' && !line[at + 1..].starts_with(|next: char| next.is_ascii_digit());
    let colon = line.char_indices().take_while(|(at, _)| *at < LABEL).find(is_end).map(|(at, _)| at);
    let reach = line.char_indices().map(|(at, _)| at).take_while(|at| *at <= LABEL).last().unwrap_or(0);
    let dash = [" - ", " – ", " — ", "—"].iter().filter_map(|dash| line[..reach].find(dash)).min();
    let dated = |end: usize| {
        let head = &line[..end];
        let words = head.find(|next: char| next.is_ascii_digit() || matches!(next, ',' | '(' | '[' | '–' | '—')).unwrap_or(end);
        let words = undated(&head[..words]);
        let rest = head[words.len()..].trim_matches(|mark: char| !mark.is_alphanumeric());
        (rest.is_empty() || is_date(rest)).then_some(words)
    };
    colon.and_then(dated).or_else(|| dash.and_then(dated))
}

/// Without the time at which an entry of a running report was written: "19.35 Correction: …".
fn unstamped(line: &str) -> &str {
    let Some((first, rest)) = line.split_once(' ') else { return line };
    let digits = first.trim_end_matches(|half: char| half.is_ascii_alphabetic());
    let is_time = digits.split_once(['.', ':']).is_some_and(|(hour, minutes)| {
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hour.len()) && minutes.len() == 2 && is_number(hour) && is_number(minutes)
    });
    if is_time { rest.trim_start_matches(|mark: char| !mark.is_alphanumeric()) } else { line }
}

/// Without the words at the end that lead up to a date: "corrected on", "update at", "correction june".
fn undated(label: &str) -> &str {
    let label = label.trim_end();
    let last = label.rsplit(' ').next().unwrap_or(label);
    let classes = closed::classes(last.trim_end_matches('.'));
    if last.len() < label.len() && (classes.has(Class::Preposition) || classes.has(Class::Calendar)) {
        return undated(&label[..label.len() - last.len()]);
    }
    label
}

/// A date or a time: among its words is a day, a month or a number with a mark or a letter in it.
fn is_date(rest: &str) -> bool {
    let is_told = |word: &str| {
        let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        let is_number = word.starts_with(|first: char| first.is_ascii_digit());
        closed::classes(word).has(Class::Calendar) || is_number && !word.bytes().all(|byte| byte.is_ascii_digit())
    };
    is_moment(rest) && rest.split_whitespace().any(is_told)
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
            Place::Label | Place::Update | Place::Shape => false,
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
        let mut wrong = Vec::new();
        for [name, place, _, wording, example, counter] in tsv::rows::<6>(FILE) {
            let fitting = row(example).map(|row| row.wording);
            let labelled = layout(counter).map(|layout| format!("{layout:?}").to_lowercase());
            if fitting != Some(wording) || labelled.as_deref() == Some(name) {
                wrong.push(format!("{place} {wording}: {fitting:?} {labelled:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_label_is_told_with_its_date_and_without_brackets() {
        for (line, want) in [
            ("correction: it rained", Some("correction")),
            ("*correction, 9 may: it rained", Some("correction")),
            ("correction (may 9, 2025): it rained", Some("correction")),
            ("correction may 9: it rained", Some("correction")),
            ("correction – 9 may: it rained", Some("correction")),
            ("correction – it rained", Some("correction")),
            ("update at 11:40am: it rained", Some("update")),
            ("[corrected on friday at 9.30pm – it rained]", Some("corrected")),
            ("amendment 4: it rained", None),
            ("correction officers, 40: it rained", None),
            ("correction", None),
        ] {
            assert_eq!(label(line), want, "{line}");
        }
    }
}
