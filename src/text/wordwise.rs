//! Names as rows of words with one space between: which begins another, which ends it.

/// "norline" begins "norline ferries".
pub fn begins(long: &str, short: &str) -> bool {
    !short.is_empty() && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// "asif" ends "khawaja asif".
pub fn ends(long: &str, short: &str) -> bool {
    before_end(long, short).is_some()
}

/// What stands before the end: "khawaja " for the "asif" of "khawaja asif".
pub fn before_end<'l>(long: &'l str, short: &str) -> Option<&'l str> {
    long.strip_suffix(short).filter(|rest| !short.is_empty() && rest.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_word_begins_and_ends_nothing() {
        assert!(begins("norline ferries", "norline") && ends("norline ferries", "ferries"));
        assert!(!begins("norline ferries", "nor") && !ends("norline ferries", "ries"));
        assert!(!begins("norline", "norline") && !ends("norline", "norline"));
        assert!(!begins(" norline", "") && !ends("norline ", ""));
    }
}
