//! Claims that count nobody: "no arrests have been made", "nobody was hurt", "had not arrested anyone". Such a claim stands against every
//! number of those whom the same befell.
//!
//! Known failure: "nobody else was hurt" counts nobody.

use std::borrow::Cow;

use crate::lexicon::casualties::{self, Frame, Role};
use crate::lexicon::closed::{self, Class};
use crate::text::lower_case;
use crate::track::read::words::Word;

/// Words between the one that says how many and what befell them.
const REACH: usize = 5;

/// What befell nobody by these words: "killed", "detained".
pub(super) fn befell_nobody(words: &[Word]) -> Option<&'static str> {
    let lower: Vec<Cow<'_, str>> = words.iter().map(|word| lower_case(&word.form)).collect();
    let nobody = (0..words.len()).find(|at| counts_nobody(&lower, *at))?;
    let near = nobody.saturating_sub(REACH)..(nobody + REACH).min(words.len());
    near.into_iter().find_map(|at| casualties::events(&lower[at..]).find(|event| casualties::is_toll(event.what))).map(|event| event.what)
}

/// The word at `at` says that there was nobody: "nobody", "no one", "no arrests", "not … anyone".
fn counts_nobody(lower: &[Cow<'_, str>], at: usize) -> bool {
    let word = &*lower[at];
    let classes = closed::classes(word);
    if casualties::has_role(word, Role::Nobody) {
        return true;
    }
    if !classes.has(Class::Negation) {
        return false;
    }
    let next = lower.get(at + 1).map_or("", |word| word);
    let is_head = || casualties::events(&lower[at + 1..]).any(|event| event.frame == Frame::Head);
    let counts = |word: &str| [Role::People, Role::Person, Role::Anybody].iter().any(|role| casualties::has_role(word, *role));
    let denies_anybody = || lower[at + 1..].iter().take(REACH).any(|word| casualties::has_role(word, Role::Anybody));
    if classes.has(Class::Determiner) { counts(next) || is_head() } else { denies_anybody() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::Reader;

    #[test]
    fn who_counts_nobody_says_whom_it_did_not_befall() {
        let reader = Reader::default();
        let befell = |text: &str| befell_nobody(reader.page(&Document::new(text)).all());
        for (text, what) in [
            ("no arrests had been made", Some("detained")),
            ("there have been no arrests", Some("detained")),
            ("no one had been arrested", Some("detained")),
            ("they had not arrested anyone", Some("detained")),
            ("nobody was hurt in the fire", Some("injured")),
            ("no people were killed", Some("killed")),
            ("no further arrests had been made", None),
            ("the mayor had not been arrested", None),
            ("two men had been arrested", None),
            ("nobody was at home", None),
        ] {
            assert_eq!(befell(text), what, "{text}");
        }
    }
}
