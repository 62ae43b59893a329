//! Bytes to text: UTF-8, UTF-16 where a byte order mark says so, windows-1252 where nothing else makes words of the bytes. Never fails;
//! what had to be mended is noted.
//!
//! The byte order mark is left out, line ends become `\n`, bytes that are no text become U+FFFD and are counted. NUL becomes U+FFFD
//! too, since SQLite's text functions stop at it; the raw bytes, which are kept, still have it.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A decoded text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text.
    pub text: String,
    /// What was mended, one sentence each.
    pub notes: Vec<String>,
}

/// The text of `raw`.
pub(super) fn decode(raw: &[u8]) -> Decoded {
    let mut notes = Vec::new();
    let text = match raw {
        [0xff, 0xfe, rest @ ..] => utf16(rest, true, &mut notes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, false, &mut notes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest, &mut notes),
        _ => utf8(raw, &mut notes),
    };
    Decoded { text: tidy(text, &mut notes), notes }
}

fn utf8(raw: &[u8], notes: &mut Vec<String>) -> String {
    if let Ok(text) = std::str::from_utf8(raw) {
        return text.to_owned();
    }
    if is_windows_1252(raw) {
        notes.push("the file is not UTF-8; it was read as windows-1252, the old code page of Western Europe".to_owned());
        return WINDOWS_1252.decode_without_bom_handling(raw).0.into_owned();
    }
    let wrong = raw.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    notes.push(format!("{}; the text has U+FFFD in their place", were(wrong, "byte was not UTF-8", "bytes were not UTF-8")));
    UTF_8.decode_without_bom_handling(raw).0.into_owned()
}

/// Not one character beyond ASCII is UTF-8, and every such byte is a sign or a letter that words have in that code page.
///
/// Known failure: other code pages of one byte a character (Cyrillic, Greek) cannot be told apart from it.
fn is_windows_1252(raw: &[u8]) -> bool {
    let is_utf8_beyond_ascii = raw.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    // 0xff is ÿ, which no word of a newspaper has; the others have no character. A text that ends within one was cut off.
    let is_none = |byte: &u8| matches!(byte, 0x00 | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d | 0xff);
    !is_utf8_beyond_ascii && !raw.iter().any(is_none) && raw.last().is_some_and(u8::is_ascii)
}

fn utf16(rest: &[u8], is_little: bool, notes: &mut Vec<String>) -> String {
    let encoding = if is_little { UTF_16LE } else { UTF_16BE };
    notes.push(format!("the file is {} and was read as that", encoding.name()));
    let units = rest
        .chunks_exact(2)
        .map(|pair| if is_little { u16::from_le_bytes([pair[0], pair[1]]) } else { u16::from_be_bytes([pair[0], pair[1]]) });
    let wrong = char::decode_utf16(units).filter(Result::is_err).count() + rest.len() % 2;
    if wrong > 0 {
        notes
            .push(format!("{}; the text has U+FFFD in their place", were(wrong, "code unit was not UTF-16", "code units were not UTF-16")));
    }
    encoding.decode_without_bom_handling(rest).0.into_owned()
}

fn tidy(text: String, notes: &mut Vec<String>) -> String {
    let zeros = text.matches('\0').count();
    if zeros > 0 {
        notes.push(format!("{}; the text has U+FFFD in their place", were(zeros, "character was NUL", "characters were NUL")));
    }
    if zeros == 0 && !text.contains('\r') {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}")
}

fn were(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_stays_as_it_is_but_for_its_mark_and_line_ends() {
        assert_eq!(decode("\u{feff}Ä\r\nb\rc\n".as_bytes()), Decoded { text: "Ä\nb\nc\n".to_owned(), notes: Vec::new() });
        assert_eq!(decode(b"").text, "");
    }

    #[test]
    fn bytes_that_are_no_utf8_are_replaced_and_counted() {
        let decoded = decode(b"caf\xe9 \xff\xfe ok");
        assert_eq!(decoded.text, "caf\u{fffd} \u{fffd}\u{fffd} ok");
        assert_eq!(decoded.notes, ["3 bytes were not UTF-8; the text has U+FFFD in their place"]);
    }

    #[test]
    fn an_old_code_page_is_read_as_such_and_noted() {
        let decoded = decode(b"Mayor\x92s office denies \x93secret deal\x94 with Zo\xeb Nu\xf1ez over \xa31.4m\n");
        assert_eq!(decoded.text, "Mayor’s office denies “secret deal” with Zoë Nuñez over £1.4m\n");
        assert_eq!(decoded.notes, ["the file is not UTF-8; it was read as windows-1252, the old code page of Western Europe"]);
    }

    #[test]
    fn damaged_utf8_is_not_taken_for_an_old_code_page() {
        assert_eq!(decode("naïve ".bytes().chain([0xe9, b' ']).collect::<Vec<_>>().as_slice()).text, "naïve \u{fffd} ");
        assert_eq!(decode(b"cut off within caf\xc3").text, "cut off within caf\u{fffd}");
    }

    #[test]
    fn utf16_is_told_by_its_mark_in_either_order() {
        let units: Vec<u16> = "Waffenruhe 😀".encode_utf16().collect();
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units.iter().flat_map(|unit| unit.to_le_bytes())).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units.iter().flat_map(|unit| unit.to_be_bytes())).collect();
        assert_eq!(decode(&little).text, "Waffenruhe 😀");
        assert_eq!(decode(&big).text, "Waffenruhe 😀");
    }

    #[test]
    fn half_a_code_unit_is_counted() {
        let decoded = decode(&[0xff, 0xfe, b'a', 0, b'b']);
        assert_eq!(decoded.text, "a\u{fffd}");
        assert_eq!(decoded.notes[1], "1 code unit was not UTF-16; the text has U+FFFD in their place");
    }

    #[test]
    fn nul_gives_way_to_a_visible_sign() {
        let decoded = decode(b"a\0b");
        assert_eq!((decoded.text.as_str(), decoded.notes.len()), ("a\u{fffd}b", 1));
    }
}
