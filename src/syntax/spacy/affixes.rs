//! What is parted from a word at its front, at its end and within, before the model sees it.

use rustc_hash::FxHashSet;

use super::table;

/// The marks of `affixes.tsv`.
pub struct Affixes {
    marks: FxHashSet<char>,
    quotes: FxHashSet<char>,
    units: Vec<&'static str>,
    currencies: Vec<&'static str>,
    hyphens: Vec<&'static str>,
    /// Inclusive ranges of code points, in order.
    icons: Vec<(u32, u32)>,
}

/// Dashes that are parted from a word's ends, but not symbols or punctuation in the table.
const DASHES: [char; 2] = ['—', '–'];

/// Marks that are parted from a word's front only.
const FRONTS: [char; 3] = ['§', '%', '='];

/// What begins the ending of a genitive.
const APOSTROPHES: [char; 2] = ['\'', '’'];

impl Affixes {
    /// From the table.
    pub fn new(file: &'static str) -> Affixes {
        let of = |kind: &'static str| table::rows(file).filter(move |[row, _]| *row == kind).map(|[_, text]| text);
        let icon = |text: &str| {
            let (first, last) = text.split_once("..")?;
            Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
        };
        Affixes {
            marks: of("mark").chain(of("quote")).flat_map(str::chars).collect(),
            quotes: of("quote").flat_map(str::chars).collect(),
            units: of("unit").collect(),
            currencies: of("currency").collect(),
            hyphens: of("hyphen").collect(),
            icons: of("icon").filter_map(icon).collect(),
        }
    }

    /// Bytes to part from the front of `text`; 0 where nothing is.
    pub fn prefix(&self, text: &str) -> usize {
        let mut letters = text.chars();
        let Some(first) = letters.next() else { return 0 };
        let next = letters.next();
        let dots = text.len() - text.trim_start_matches('.').len();
        if first == '+' && !next.is_some_and(|next| next.is_ascii_digit()) {
            return first.len_utf8();
        }
        if dots > 1 {
            return dots;
        }
        if FRONTS.contains(&first) || DASHES.contains(&first) || self.marks.contains(&first) || self.is_icon(first) {
            return first.len_utf8();
        }
        self.currencies.iter().find(|sign| text.starts_with(**sign)).map_or(0, |sign| sign.len())
    }

    /// Bytes to part from the end of `text`: the longest ending that is known; 0 where none is.
    pub fn suffix(&self, text: &str) -> usize {
        let mut letters = text.chars().rev();
        let Some(last) = letters.next() else { return 0 };
        let before = letters.next();
        let single = self.marks.contains(&last)
            || DASHES.contains(&last)
            || self.is_icon(last)
            || (last == '+' && before.is_some_and(|before| before.is_ascii_digit()))
            || (last == '.' && before.is_some_and(|before| self.ends_before_stop(before, letters.next())));
        let genitive = matches!(last, 's' | 'S') && before.is_some_and(|before| APOSTROPHES.contains(&before));
        let dots = text.len() - text.trim_end_matches('.').len();
        let ellipses = last == '…' && before == Some('…');
        [
            if single { last.len_utf8() } else { 0 },
            if genitive { last.len_utf8() + before.map_or(0, char::len_utf8) } else { 0 },
            if dots > 1 { dots } else { 0 },
            if ellipses { 2 * last.len_utf8() } else { 0 },
            self.after_digit(text, &self.units),
            self.after_digit(text, &self.currencies),
        ]
        .into_iter()
        .max()
        .unwrap_or_default()
    }

    /// A full stop after `before` is parted: small letters, digits, some marks, two capitals in a row, degrees.
    fn ends_before_stop(&self, before: char, earlier: Option<char>) -> bool {
        let degrees = earlier == Some('°') && matches!(before, 'F' | 'f' | 'C' | 'c' | 'K' | 'k');
        let capitals = is_upper(before) && earlier.is_some_and(is_upper);
        degrees
            || capitals
            || before.is_ascii_digit()
            || is_lower(before)
            || matches!(before, '%' | '²' | '-' | '+' | '|')
            || self.marks.contains(&before)
    }

    fn after_digit(&self, text: &str, endings: &[&str]) -> usize {
        let follows = |ending: &&&str| text.strip_suffix(**ending).is_some_and(|rest| rest.ends_with(|last: char| last.is_ascii_digit()));
        endings.iter().filter(follows).map(|ending| ending.len()).max().unwrap_or_default()
    }

    /// Bytes of what parts a word in two, if that stands at byte `at` of `text`; 0 where nothing does.
    pub fn infix(&self, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else { return 0 };
        let dots = rest.len() - rest.trim_start_matches('.').len();
        if dots > 1 {
            return dots;
        }
        if first == '…' || self.is_icon(first) {
            return first.len_utf8();
        }
        let Some(before) = text[..at].chars().next_back() else { return 0 };
        let after = rest[first.len_utf8()..].chars().next();
        let parts = match first {
            '+' | '-' | '*' | '^' if before.is_ascii_digit() && after.is_some_and(|after| after.is_ascii_digit() || after == '-') => true,
            '.' => {
                (is_lower(before) || self.quotes.contains(&before))
                    && after.is_some_and(|after| is_upper(after) || self.quotes.contains(&after))
            }
            ',' => before.is_alphabetic() && after.is_some_and(char::is_alphabetic),
            ':' | '<' | '>' | '=' | '/' => is_alphanumeric(before) && after.is_some_and(char::is_alphabetic),
            _ => false,
        };
        if parts { first.len_utf8() } else { self.hyphen(rest, before) }
    }

    /// Bytes of a hyphen or dash that begins `rest` between a letter or digit and a letter.
    fn hyphen(&self, rest: &str, before: char) -> usize {
        let parts = |hyphen: &&&str| {
            let behind = rest.strip_prefix(**hyphen);
            behind.is_some_and(|behind| behind.starts_with(char::is_alphabetic))
        };
        if is_alphanumeric(before) { self.hyphens.iter().find(parts).map_or(0, |hyphen| hyphen.len()) } else { 0 }
    }

    fn is_icon(&self, letter: char) -> bool {
        let code = u32::from(letter);
        let behind = self.icons.partition_point(|(first, _)| *first <= code);
        behind > 0 && code <= self.icons[behind - 1].1
    }
}

fn is_alphanumeric(letter: char) -> bool {
    letter.is_alphabetic() || letter.is_ascii_digit()
}

/// A small letter, or one of a script without capitals.
fn is_lower(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_uppercase()
}

/// A capital, or a letter of a script without capitals.
fn is_upper(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_lowercase()
}
