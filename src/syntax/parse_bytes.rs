//! A parse in few bytes and back, so that it can be kept where bytes are kept.
//!
//! Each word is five numbers: the bytes between it and the word before, its own bytes, how far its head is, its relation and its tag;
//! numbers below 128 take one byte. What is read back is believed as little as any file.

use super::parse::{Parse, Penn, Relation, Word};
use crate::text::Span;

/// The parse in bytes.
pub fn pack(parse: &Parse) -> Vec<u8> {
    let mut out = Vec::with_capacity(parse.words().len() * 5);
    let mut from = 0;
    for (at, word) in parse.words().iter().enumerate() {
        put(&mut out, word.span.start() - from);
        put(&mut out, word.span.len());
        put(&mut out, if word.head >= at { 2 * (word.head - at) } else { 2 * (at - word.head) - 1 });
        put(&mut out, word.relation as usize);
        put(&mut out, word.tag as usize);
        from = word.span.end();
    }
    out
}

/// The parse of `sentence` that was packed; `None` where `bytes` hold no such thing.
pub fn unpack(sentence: &str, mut bytes: &[u8]) -> Option<Parse> {
    let mut words = Vec::with_capacity(bytes.len() / 5);
    let mut from = 0_usize;
    while !bytes.is_empty() {
        let start = from.checked_add(take(&mut bytes)?)?;
        let end = start.checked_add(take(&mut bytes)?)?;
        let away = take(&mut bytes)?;
        let head = if away % 2 == 0 { words.len().checked_add(away / 2) } else { words.len().checked_sub(away / 2 + 1) }?;
        let relation = *Relation::ALL.get(take(&mut bytes)?)?;
        let tag = *Penn::ALL.get(take(&mut bytes)?)?;
        words.push(Word { span: Span::new(start, end), head, relation, tag });
        from = end;
    }
    Parse::new(sentence, words)
}

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
fn put(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in [0, 7, 14, 21] {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::Model;

    #[test]
    fn what_breaks_a_promise_is_no_parse() {
        let word = |start: u8, length: u8, head: u8| [start, length, head, 0, 0];
        let unpacked = |words: &[[u8; 5]]| unpack("né a", &words.concat()).map(|parse| parse.words().len());
        assert_eq!(unpacked(&[word(0, 3, 0), word(1, 1, 1)]), Some(2));
        assert_eq!(unpacked(&[word(0, 2, 0)]), None, "within a letter");
        assert_eq!(unpacked(&[word(0, 0, 0)]), None, "no word");
        assert_eq!(unpacked(&[word(0, 3, 0), word(1, 2, 0)]), None, "behind the sentence");
        assert_eq!(unpacked(&[word(0, 3, 2), word(1, 1, 1)]), None, "a ring");
        assert_eq!(unpacked(&[word(0, 3, 4), word(1, 1, 0)]), None, "a head that is not there");
        assert_eq!(unpacked(&[word(0, 3, 1)]), None, "a head before the first");
        assert_eq!(unpack("né", &[0, 3, 0, 0]), None, "cut short");
        assert_eq!(unpack("né", &[0, 3, 0, 0, 0x7f]), None, "no such tag");
        assert_eq!(unpack("né", &[0x80, 0x80, 0x80, 0x80, 0x80]), None, "no number");
    }

    proptest! {
        #[test]
        fn a_parse_comes_back_as_it_was(sentence in "[ -~’“”é漢\n]{0,160}") {
            let parse = Model::builtin().parse(&sentence);
            prop_assert_eq!(unpack(&sentence, &pack(&parse)), Some(parse));
        }

        #[test]
        fn any_bytes_are_read_without_harm(sentence in ".{0,20}", bytes in prop::collection::vec(0_u8..70, 0..60)) {
            if let Some(parse) = unpack(&sentence, &bytes) {
                prop_assert!(parse.words().iter().all(|word| word.head < parse.words().len() && !word.span.of(&sentence).is_empty()));
                prop_assert_eq!(unpack(&sentence, &pack(&parse)), Some(parse));
            }
        }
    }
}
