//! Slugs: names as they stand in references and on command lines.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `name` in lower case, its letters and digits kept, everything else one `-`; `untitled` where nothing is left. However a letter with an
/// accent was typed, it is one letter.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.nfc().flat_map(char::to_lowercase).nfc() {
        if letter.is_alphanumeric() {
            out.push(letter);
        } else if is_combining_mark(letter) {
            // What no letter takes up: the dot over the "i" that "İ" becomes.
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let kept = out.trim_end_matches('-').len();
    out.truncate(kept);
    if out.is_empty() { "untitled".to_owned() } else { out }
}

/// The slug of `name`, numbered from 2 while `is_taken` says so.
pub fn free_slug<E>(name: &str, mut is_taken: impl FnMut(&str) -> Result<bool, E>) -> Result<String, E> {
    let plain = slug(name);
    let mut candidate = plain.clone();
    let mut number = 2;
    while is_taken(&candidate)? {
        candidate = format!("{plain}-{number}");
        number += 1;
    }
    Ok(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_and_digits_of_any_script() {
        for (name, expected) in [
            ("Frontier Wire", "frontier-wire"),
            ("  A/B: c@3 ", "a-b-c-3"),
            ("Türkiye’s Talks", "türkiye-s-talks"),
            ("افغانستان", "افغانستان"),
            ("İstanbul Post", "istanbul-post"),
            ("Cafe\u{301} Wire", "café-wire"),
            ("!!!", "untitled"),
            ("", "untitled"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn a_taken_slug_is_numbered() {
        let free = free_slug::<()>("Talks!", |slug| Ok(slug == "talks" || slug == "talks-2"));
        assert_eq!(free.unwrap(), "talks-3");
    }
}
