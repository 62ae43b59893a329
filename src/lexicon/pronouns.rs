//! Pronouns and whom they can take up (`data/en/pronouns.tsv`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::actors::Gender;
use super::roles::roles;
use super::tsv;

roles! {
    /// What a pronoun agrees with.
    pub Pronoun {
    /// I, we: whoever speaks
    First = "first",
    /// he
    He = "he",
    /// she
    She = "she",
    /// it
    It = "it",
    /// they
    They = "they",
    /// who, which: what stands just before
    Who = "who",
    }
}

impl Pronoun {
    /// He or she, where it tells.
    pub fn gender(self) -> Option<Gender> {
        match self {
            Pronoun::He => Some(Gender::He),
            Pronoun::She => Some(Gender::She),
            _ => None,
        }
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["form", "kind", "owns"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/pronouns.tsv");

static TABLE: LazyLock<FxHashMap<&'static str, (Pronoun, bool)>> =
    LazyLock::new(|| tsv::rows::<3>(FILE).filter_map(|[form, kind, owns]| Some((form, (Pronoun::of(kind)?, owns == "yes")))).collect());

/// What `word` (lower case), standing alone, takes up.
pub fn pronoun(word: &str) -> Option<Pronoun> {
    TABLE.get(word).map(|(pronoun, _)| *pronoun)
}

/// What `word` (lower case) before a noun takes up as its owner.
pub fn owner(word: &str) -> Option<Pronoun> {
    TABLE.get(word).filter(|(_, owns)| *owns).map(|(pronoun, _)| *pronoun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_possessive_owns_and_a_bare_pronoun_does_not() {
        assert_eq!(owner("its"), Some(Pronoun::It));
        assert_eq!((pronoun("it"), owner("it")), (Some(Pronoun::It), None));
        assert_eq!(tsv::check(FILE, COLUMNS), Ok(()));
    }
}
