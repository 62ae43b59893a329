//! The ending by which a word says whose something is: "Pakistan's", "ministers’", and in capitals "PAKISTAN’S".
//!
//! Known failure: "it's" and "he's", which are a word and a verb, have the same ending.

const APOSTROPHES: [char; 2] = ['\'', '’'];

/// `word` without the ending; as it is where it has none or is nothing else.
#[inline]
pub fn bare(word: &str) -> &str {
    // Most words end in another letter; the last byte of ’ is 0x99.
    match word.as_bytes() {
        [_, .., b's' | b'S' | b'\'' | 0x99] => without_ending(word),
        _ => word,
    }
}

fn without_ending(word: &str) -> &str {
    let of_one = word.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(APOSTROPHES));
    let of_many = || word.strip_suffix(APOSTROPHES).filter(|rest| rest.ends_with(['s', 'S']));
    of_one.or_else(of_many).filter(|bare| !bare.is_empty()).unwrap_or(word)
}

/// `word` has the ending.
pub fn owns(word: &str) -> bool {
    bare(word).len() < word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_is_told_straight_curly_and_in_capitals_of_one_and_of_many() {
        for (word, without) in [
            ("Pakistan's", "Pakistan"),
            ("Pakistan’s", "Pakistan"),
            ("PAKISTAN'S", "PAKISTAN"),
            ("PAKISTAN’S", "PAKISTAN"),
            ("LEE’s", "LEE"),
            ("ministers'", "ministers"),
            ("ministers’", "ministers"),
            ("MINISTERS’", "MINISTERS"),
            ("James's", "James"),
            ("ex-wife’s", "ex-wife"),
        ] {
            assert_eq!((bare(word), owns(word)), (without, true), "{word}");
        }
        for word in ["", "s", "'", "'s", "’S", "ministers", "goin'", "O'Neill", "don't", "1980s", "Łódź"] {
            assert_eq!((bare(word), owns(word)), (word, false), "{word}");
        }
    }
}
