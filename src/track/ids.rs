//! Names for derived rows that are the same in every run: a letter and a hash of what the row is about.

use base16ct::lower;
use sha2::{Digest, Sha256};

/// Bytes of a hash in an id, enough for every claim that a newspaper ever printed.
const BYTES: usize = 8;

/// `prefix` and a hash of `parts`; the same parts give the same id on every machine.
pub(super) fn id(prefix: char, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    format!("{prefix}{}", lower::encode_string(&hash.finalize()[..BYTES]))
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
