//! Makes foreign text harmless to look at: what a terminal would obey or an eye would miss becomes a visible escape.
//!
//! Control characters (so ANSI escapes too), bidirectional controls, zero-width and other invisible characters are written as
//! `\u{202e}`. A terminal cell has one line, so line ends show as `⏎` and tabs as a space. Formats that have markup of their
//! own escape that themselves, on top of this.
//!
//! Known limit: look-alike letters (Cyrillic `а` for Latin `a`) are letters and stay.

use std::borrow::Cow;

/// `text` for a terminal cell: one line, nothing that the terminal obeys.
pub fn cell(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '\n' => Some("⏎"),
        '\t' => Some(" "),
        _ => None,
    })
}

/// `text` with its line ends and tabs kept, nothing else that is obeyed or invisible.
pub fn lines(text: &str) -> Cow<'_, str> {
    escape(text, |c| match c {
        '\n' => Some("\n"),
        '\t' => Some("\t"),
        _ => None,
    })
}

/// A character that is obeyed or cannot be seen.
pub(crate) fn is_hidden(c: char) -> bool {
    match c {
        // Soft hyphen, Arabic letter mark, Mongolian separator, marks and embeddings, invisible operators and isolates, BOM,
        // interlinear annotation, line and paragraph separators, Hangul fillers, language tags.
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}' => true,
        _ => c.is_control(),
    }
}

/// Some character of `text` is hidden. Most texts have none, and mostly ASCII, of which many bytes are told at once.
pub(crate) fn has_hidden(text: &str) -> bool {
    let is_odd = |byte: u8| !(0x20..0x7f).contains(&byte);
    let hides = |(at, byte): (usize, u8)| match byte {
        ..0x80 => byte.is_ascii_control(),
        // The first byte of a character beyond ASCII; the others begin none.
        0xc0.. => text[at..].chars().next().is_some_and(is_hidden),
        _ => false,
    };
    text.as_bytes().chunks(CHUNK).enumerate().any(|(nth, chunk)| {
        let has_odd = chunk.iter().fold(false, |odd, byte| odd | is_odd(*byte));
        has_odd && chunk.iter().copied().enumerate().map(|(at, byte)| (nth * CHUNK + at, byte)).any(hides)
    })
}

/// Bytes that are looked at together.
const CHUNK: usize = 64;

/// A joiner is part of how some scripts and emoji are spelled: it stays between two characters beyond ASCII.
fn is_spelling(before: Option<char>, c: char, after: Option<char>) -> bool {
    let foreign = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_hidden(c));
    matches!(c, '\u{200c}' | '\u{200d}') && foreign(before) && foreign(after)
}

fn escape(text: &str, shown_as: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    let Some(first) = text.find(is_hidden) else {
        return Cow::Borrowed(text);
    };
    let mut safe = String::with_capacity(text.len() + 16);
    safe.push_str(&text[..first]);
    let mut before = text[..first].chars().next_back();
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        let after = rest.peek().copied();
        if c == '\r' && after == Some('\n') {
            continue;
        }
        if let Some(visible) = shown_as(c) {
            safe.push_str(visible);
        } else if is_hidden(c) && !is_spelling(before, c, after) {
            safe.extend(c.escape_unicode());
        } else {
            safe.push(c);
        }
        before = Some(c);
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_given_nothing_to_obey() {
        assert_eq!(cell("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(cell("\u{9b}31m"), "\\u{9b}31m");
        assert_eq!(cell("bell\u{7} del\u{7f}"), "bell\\u{7} del\\u{7f}");
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(cell("a\u{202e}b\u{200b}c\u{feff}"), "a\\u{202e}b\\u{200b}c\\u{feff}");
        assert_eq!(cell("one\r\ntwo\tthree"), "one⏎two three");
        assert_eq!(lines("one\r\ntwo\tthree\u{0}"), "one\ntwo\tthree\\u{0}");
    }

    #[test]
    fn a_joiner_stays_where_a_script_needs_it() {
        let family = "👩\u{200d}👧";
        let persian = "می\u{200c}خواهم";
        assert_eq!(cell(family), family);
        assert_eq!(cell(persian), persian);
        assert_eq!(cell("pass\u{200d}word"), "pass\\u{200d}word");
    }

    #[test]
    fn a_hidden_character_is_seen_wherever_it_stands() {
        for c in ['\u{7f}', '\u{85}', '\u{ad}', '\u{202e}', '\u{e0001}', '\n'] {
            assert!(has_hidden(&format!("“No”, {c}said Müller")), "{c:?}");
        }
        assert!(!has_hidden("“No”, said Müller — نه. 👩") && !has_hidden(""));
    }

    #[test]
    fn clean_text_is_not_copied() {
        assert!(matches!(cell("“No”, said Müller — نه."), Cow::Borrowed(_)));
    }
}
