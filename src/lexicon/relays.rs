//! Words that put a medium between a source and the reader (`data/actors/relays.tsv`): "in an interview with" Reuters.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::tsv;

/// Columns of `relays.tsv`.
pub const COLUMNS: &[&str] = &["words", "place", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/actors/relays.tsv");

/// Words before the name of a medium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relay {
    /// The words, in lower case.
    pub words: Vec<&'static str>,
    /// They also stand inside what is said, as the writer's own words.
    pub anywhere: bool,
}

static RELAYS: LazyLock<FxHashMap<&'static str, Vec<Relay>>> = LazyLock::new(|| {
    let mut relays: FxHashMap<&'static str, Vec<Relay>> = FxHashMap::default();
    for [words, place, ..] in tsv::rows::<4>(FILE) {
        let words: Vec<&str> = words.split(' ').collect();
        relays.entry(words[0]).or_default().push(Relay { words, anywhere: place == "anywhere" });
    }
    relays
});

/// The rows that begin with `word` (lower case), in file order.
pub fn beginning(word: &str) -> &'static [Relay] {
    RELAYS.get(word).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_known() {
        for [words, place, ..] in tsv::rows::<4>(FILE) {
            assert!(matches!(place, "beside" | "anywhere") && words == words.to_lowercase(), "{words} {place}");
        }
    }
}
