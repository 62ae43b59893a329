//! Kin, friends and staff of somebody, who are called by whose they are: "the mother of a man shot dead in Park Street", "aides to
//! President Lind", "Lind's brother". They are unnamed sources by these words, and never the one whose they are, nor a place or a body
//! that the words name on the way.
//!
//! Known failure: "the brothers" of a text that tells elsewhere whose they are.

use crate::lexicon::actors::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::model::ActorKind;
use crate::text::possessive;

use super::words::Words;
use super::{Actor, Resolver};

impl Resolver<'_, '_> {
    /// Whoever `words` describe by whose associate they are, where they have no name of their own.
    pub(super) fn associate(&self, words: &Words<'_>, at: usize) -> Option<Actor> {
        let bare = words.bare();
        let end = bare.up_to_comma().lower.len();
        if bare.raw.get(end + 1).is_some_and(|_| bare.is_capital(end + 1)) {
            return None;
        }
        self.associate_of(&bare.part(0, end)).or_else(|| self.owned_associate(words, at))
    }

    /// "relatives of Karl Dahl", "a close friend of the minister"
    fn associate_of(&self, bare: &Words<'_>) -> Option<Actor> {
        let joins = |at: &usize| closed::classes(&bare.lower[*at]).has(Class::Preposition);
        let join = (1..bare.lower.len()).find(joins).filter(|join| join + 1 < bare.lower.len())?;
        let is_plain = (1..join).all(|at| !bare.is_capital(at)) && closed::classes(&bare.lower[0]).is_open();
        if !is_plain || !actors::has_role(&bare.lower[join - 1], Role::Associate) {
            return None;
        }
        let end = (join + 1..bare.lower.len()).find(|at| closed::classes(&bare.lower[*at]).has(Class::Relative) && *at > join + 1);
        let told = bare.raw[1..end.unwrap_or(bare.raw.len())].iter().map(AsRef::as_ref);
        let words: Vec<&str> = std::iter::once(bare.lower[0].as_ref()).chain(told).collect();
        Some(unnamed(words.join(" "), &bare.lower[join - 1]))
    }

    /// "Dahl's mother", "his older brother"
    fn owned_associate(&self, words: &Words<'_>, at: usize) -> Option<Actor> {
        let words = words.up_to_comma();
        let head = words.lower.last().filter(|head| actors::has_role(head, Role::Associate))?;
        let by_pronoun = || words.lower.first().filter(|first| is_third(first)).and_then(|first| self.owner(first, at));
        let before = &words.raw[..words.raw.len() - 1];
        let owns = before.iter().position(|word| possessive::owns(word));
        let (owner, from) = match owns {
            Some(owns) => (self.phrase(&words.part(0, owns + 1), at, super::Part::Source), owns + 1),
            None => (by_pronoun()?, 1),
        };
        if !(from..words.raw.len()).all(|at| !words.is_capital(at)) {
            return None;
        }
        let told = || words.lower[from..].join(" ");
        match owner.kind {
            ActorKind::Person => Some(unnamed(format!("{}'s {}", owner.name, told()), head)),
            // "the ministers’ aides", whoever they are.
            ActorKind::Office | ActorKind::Unnamed | ActorKind::Crowd if owns.is_some() => {
                let all = words.bare();
                let is_name = (0..all.raw.len()).any(|at| all.is_capital(at));
                (!is_name).then(|| unnamed(all.raw.join(" "), head))
            }
            _ => None,
        }
    }
}

/// "his", "their": not "my", whose owner may be named by these very words.
fn is_third(word: &str) -> bool {
    pronouns::owner(word).is_some_and(|owner| owner != Pronoun::First)
}

fn unnamed(name: String, head: &str) -> Actor {
    let plural = inflect::can_be_plural(head) || actors::has_role(head, Role::Crowd);
    Actor { plural, gender: actors::gender_of_noun(head), ..Actor::new(name, ActorKind::Unnamed) }
}
