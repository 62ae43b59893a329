//! A deed that is told by its noun: "received a warning" for "was warned", "gave its approval" for "approved".
//!
//! The verb only brings the noun, so that another's words without it say the same, if they have the deed as a verb of the same voice.
//!
//! Known failure: a noun that is no deed of the verb that has its stem ("gave the book", "booked") is read as one.

use crate::lexicon::wording::wording;
use crate::lexicon::words::{Role, look_up};
use crate::track::read::words::Word;

/// Such a noun and the stems of the words without the verb that brings it.
#[derive(Clone, Debug)]
pub(super) struct Brought {
    pub(super) stems: Vec<String>,
    deed: String,
    /// The subject has it done to it.
    is_suffered: bool,
}

/// Words between the verb and the noun that it brings.
const REACH: usize = 4;
/// Words before a verb among which its auxiliaries stand.
const BEFORE: usize = 3;

impl Brought {
    /// The first deed that is brought, among `words`, whose stems are `stems`.
    pub(super) fn of(words: &[Word], stems: &[String]) -> Option<Brought> {
        let (at, is_suffered) = (0..words.len()).find_map(|at| Some(at).zip(brings(words, at)))?;
        let noun = words[at + 1..].iter().take(REACH).find(|word| !word.is_function)?;
        let stems = stems.iter().filter(|stem| ***stem != **words[at].root()).cloned().collect();
        Some(Brought { stems, deed: noun.root().to_string(), is_suffered })
    }

    /// `words` have the deed as a verb: whether in the same voice.
    pub(super) fn is_done(&self, words: &[Word]) -> Option<bool> {
        let is_verb = |word: &Word| word.looked_up().forms != 0 && **word.root() == *self.deed;
        (0..words.len()).find(|at| is_verb(&words[*at])).map(|at| is_passive(words, at) == self.is_suffered)
    }
}

/// The word brings the noun behind it, done by its subject (`false`) or to it.
fn brings(words: &[Word], at: usize) -> Option<bool> {
    let form = words[at].form.to_lowercase();
    let gives = look_up(&form).is(Role::Makes) || look_up(&form).is(Role::Utters);
    if gives { Some(is_passive(words, at)) } else { wording(&form).suffers.then_some(true) }
}

fn is_passive(words: &[Word], at: usize) -> bool {
    words[at.saturating_sub(BEFORE)..at].iter().rev().take_while(|word| word.is_function).any(|word| word.looked_up().is(Role::Be))
}
