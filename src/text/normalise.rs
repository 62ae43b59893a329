//! Folding: what two writings of the same word have in common.
//!
//! White space and typography (quotation marks, dashes, ellipses, no-break spaces, soft hyphens, ligatures, composed or decomposed
//! accents) are folded away, but not what raises or lowers a digit (`10²` is not `102`); letters keep their case, since `US` and `us`
//! differ. Folding is for comparing; the text itself is never altered.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `word` without the marks on its letters: "Zürich" as "Zurich".
pub fn without_marks(word: &str) -> Cow<'_, str> {
    match word.is_ascii() {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.nfd().filter(|letter| !is_combining_mark(*letter)).collect()),
    }
}

/// `word` in lower case; most words of a text are so already and are borrowed.
pub fn lower_case(word: &str) -> Cow<'_, str> {
    match () {
        () if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) => Cow::Borrowed(word),
        () if word.is_ascii() => Cow::Owned(word.to_ascii_lowercase()),
        () => Cow::Owned(word.to_lowercase()),
    }
}

/// The folded form of `word`.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// `text` with each word folded and one space between two.
pub fn fold_all(text: &str) -> String {
    text.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

/// Appends the folded form of `word` to `out`, so that a caller can keep one buffer.
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        match word {
            "``" | "''" => out.push('"'),
            "--" | "---" => out.push('-'),
            "...." | "..." => out.push_str("..."),
            _ => out.push_str(word),
        }
        return;
    }
    for letter in word.nfc() {
        match letter {
            '“' | '”' | '„' | '‟' | '«' | '»' | '＂' => out.push('"'),
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '‹' | '›' | '`' | '´' => out.push('\''),
            '–' | '—' | '―' | '‒' | '−' | '‐' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if letter.is_whitespace() => {}
            _ => match LIGATURES.iter().find(|(ligature, _)| *ligature == letter) {
                Some((_, letters)) => out.push_str(letters),
                None => out.push(letter),
            },
        }
    }
}

/// Letters that type joins; other letters of compatibility (`²`, `½`) mean something else than the letters they look like.
const LIGATURES: [(char, &str); 7] = [('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn two_writings_of_one_word_fold_alike() {
        for (left, right) in [
            ("’s", "'s"),
            ("naïve", "nai\u{308}ve"),
            ("…", "..."),
            ("—", "--"),
            ("co\u{ad}op", "coop"),
            ("ﬁre", "fire"),
            ("ﬂoor", "floor"),
            ("eﬀort", "effort"),
            ("oﬃce", "office"),
            ("waﬄe", "waffle"),
            ("lo\u{fb05}", "lost"),
            ("lo\u{fb06}", "lost"),
            ("12\u{202f}000", "12000"),
        ] {
            assert_eq!(fold(left), fold(right), "{left} {right}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (left, right) in [
            ("US", "us"),
            ("1.2", "12"),
            ("-5", "5"),
            ("is", "isn't"),
            ("10²", "102"),
            ("½", "1⁄2"),
            ("½", "12"),
            ("H₂O", "H2O"),
            ("™", "TM"),
        ] {
            assert_ne!(fold(left), fold(right));
        }
    }
}
