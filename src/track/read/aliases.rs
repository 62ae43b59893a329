//! Two ways in which one text names one source, made one key: what somebody is and the name beside it ("the port's operator, Norline
//! Ferries"), the end of such a description in a headline ("operator"), and a name cut down to its beginning ("Norline").
//!
//! A key is changed only where the text leaves no choice: a description that stands beside two names, and a word that begins two names,
//! stay what they are. A state is never the beginning of a name: "Georgia" is not "Georgia Power".

use std::collections::BTreeMap;

use super::features::{NARRATOR, Said};
use super::names::{ends_in, key};
use super::words::{Page, Word};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::force;
use crate::lexicon::inflect::{self, form};

/// What stands for what; `None` where the text has two answers.
type Aliases = BTreeMap<String, Option<String>>;

/// Gives the claims of one version the keys that the version itself puts beside each other.
pub(super) fn join(said: &mut [Said]) {
    let mut described = Aliases::new();
    for one in said.iter().filter(|one| !one.source.is_named) {
        let Some(name) = one.source.surface.as_deref().and_then(name_beside) else { continue };
        put(&mut described, one.source.key.clone(), name);
    }
    for one in said.iter_mut() {
        let alias = match described.get(&one.source.key) {
            Some(alias) => alias.clone(),
            None if one.in_headline => only(described.iter().filter(|(long, _)| ends_in(long, &one.source.key))),
            None => None,
        };
        if let Some(name) = alias {
            (one.source.key, one.source.is_unnamed, one.source.is_named) = (name, false, true);
        }
    }
    shorten(said);
}

/// A name that begins exactly one longer name of the text is that name.
fn shorten(said: &mut [Said]) {
    let named = |one: &&Said| one.source.key != NARRATOR && one.source.is_named && !one.source.is_state;
    let mut begun = Aliases::new();
    for one in said.iter().filter(named) {
        for (at, _) in one.source.key.match_indices(' ') {
            put(&mut begun, one.source.key[..at].to_owned(), one.source.key.clone());
        }
    }
    for one in said.iter_mut().filter(|one| named(&&**one)) {
        if let Some(Some(long)) = begun.get(&one.source.key) {
            one.source.key = long.clone();
        }
    }
}

fn put(aliases: &mut Aliases, short: String, long: String) {
    let known = aliases.entry(short).or_insert_with(|| Some(long.clone()));
    if known.as_ref() != Some(&long) {
        *known = None;
    }
}

fn only<'a>(mut found: impl Iterator<Item = (&'a String, &'a Option<String>)>) -> Option<String> {
    let (_, first) = found.next()?;
    found.all(|(_, other)| other == first).then(|| first.clone()).flatten()
}

/// The name that a description is put beside: "the port's operator, Norline Ferries".
fn name_beside(surface: &str) -> Option<String> {
    let parts: Vec<&str> = surface.split(',').map(str::trim).collect();
    let after_name = |before: &str| before.split_whitespace().last().is_none_or(begins_with_capital);
    parts.windows(2).find(|pair| !after_name(pair[0]) && is_name(pair[1])).map(|pair| key(pair[1]))
}

/// All words but those of closed classes begin with a capital.
pub(super) fn is_name(name: &str) -> bool {
    let mut open = name.split_whitespace().filter(|word| closed::classes(word).is_open()).peekable();
    open.peek().is_some() && open.all(begins_with_capital)
}

fn begins_with_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Words between a name and what its bearer is: "Ida Brun, the acting harbour master".
const BETWEEN: usize = 3;

/// The page puts the description beside the name, on either side of it, and nobody else's deed between them: "Ida Brun, the acting harbour
/// master", and not "the Meru Front blamed the army" or "the Meru Front and the army".
pub(in crate::track) fn is_described(page: &Page, name: &str, description: &str) -> bool {
    let (name, description): (Vec<&str>, Vec<&str>) = (name.split(' ').collect(), description.split(' ').collect());
    let words = page.all();
    let is = |word: &Word, other: &str| word.lower() == other;
    let stands = |at: usize| {
        words.get(at..at + description.len()).is_some_and(|here| here.iter().zip(&description).all(|(word, other)| is(word, other)))
    };
    let Some(last) = name.last() else { return false };
    page.places(last).iter().filter(|at| words[**at].is_name).any(|at| {
        let at = *at;
        let first = (0..name.len())
            .take_while(|back| at.checked_sub(*back).is_some_and(|here| is(&words[here], name[name.len() - 1 - back])))
            .count();
        let begins = at + 1 - first;
        let follows = (at + 1..=at + 1 + BETWEEN).any(|there| stands(there) && leads_over(&words[at + 1..there]));
        follows || begins.checked_sub(description.len()).is_some_and(stands)
    })
}

/// What stands between a name and what its bearer is: an age, "who is", a determiner, and what more the bearer is.
fn leads_over(between: &[Word]) -> bool {
    let has = |word: &Word, class| word.classes().has(class);
    let joins = |word: &Word| has(word, Class::Conjunction) || has(word, Class::Preposition) || has(word, Class::Subordinator);
    match between.iter().position(|word| has(word, Class::Determiner)) {
        Some(at) => {
            let (head, rest) = between.split_at(at);
            let leads = |word: &Word| word.is_number || has(word, Class::Auxiliary) || has(word, Class::Relative);
            let is_in_sentence = !rest[0].form.starts_with(char::is_uppercase);
            is_in_sentence
                && head.iter().all(leads)
                && !head.last().is_some_and(|last| has(last, Class::Relative))
                && !rest.iter().any(joins)
        }
        None => !between.iter().any(|word| joins(word) || is_deed(word)),
    }
}

/// "Blames", "said": what somebody does, and no part of what they are.
fn is_deed(word: &Word) -> bool {
    let known = word.looked_up();
    let is_verb = !known.noun && (known.forms != 0 || inflect::by_ending(word.lower()) & form::PAST != 0);
    !word.is_name && (is_verb || matches!(force::of(&word.form, word.stem()), Some((force::Sort::Verb, _))))
}
