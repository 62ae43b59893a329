//! Names for derived rows that are the same in every run: a letter and a hash of what the row is about.

use sha2::{Digest, Sha256};

/// Hex digits of an id: 64 bits, enough for every claim that a newspaper ever printed.
const DIGITS: usize = 16;

/// `prefix` and a hash of `parts`; the same parts give the same id on every machine.
pub(super) fn id(prefix: char, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut out = String::with_capacity(DIGITS + 1);
    out.push(prefix);
    for byte in &hash.finalize()[..DIGITS / 2] {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn parts_do_not_run_into_each_other() {
        assert_ne!(id('t', &["ab", "c"]), id('t', &["a", "bc"]));
        assert_eq!(id('t', &["ab", "c"]), id('t', &["ab", "c"]));
        assert_eq!(id('x', &[]).len(), 17);
    }
}
