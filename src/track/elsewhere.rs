//! What another report makes of a claim: a surname where the first had the full name, and hardly a word in common.
//!
//! Writers of other outlets name a source as their readers know it and put in their own words what it did. Where a source is known to
//! have accused, denied, demanded or promised one thing only, a text that tells of one such act means it.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::features::{NARRATOR, Said, Voice};
use super::memory::{Heading, Thread};
use super::names;
use super::threads::{Index, LISTED};
use crate::model::Act;

/// Stands in a heading for a word, where all threads of a source and voice are listed.
const ANY_WORD: &str = "";

/// The heading under which all that the source of `said` did in this voice is listed.
pub(super) fn all_of(said: &Said) -> Heading {
    Heading { source: handle(&said.source_key).to_owned(), voice: said.voice.as_str(), stem: ANY_WORD.to_owned() }
}

/// What a source is listed by: the last word of its name, which a shorter form of it keeps.
pub(super) fn handle(key: &str) -> &str {
    key.rsplit(' ').next().unwrap_or(key)
}

/// The thread has the source of `said`, under its full name or a shorter one.
pub(super) fn is_of_source(thread: &Thread, said: &Said) -> bool {
    thread.source_name == said.source_name || is_one(&names::key(&thread.source_name), &said.source_key, said.is_unnamed)
}

/// Two names, as they are compared, mean one source.
pub(super) fn is_one(left: &str, right: &str, is_unnamed: bool) -> bool {
    match is_unnamed {
        _ if left == right => true,
        _ if left == NARRATOR || right == NARRATOR => false,
        true => names::alike_names(left, right),
        false => names::ends_with_words(left, right) || names::ends_with_words(right, left),
    }
}

impl Index<'_> {
    /// The only thread of the story in which the source of `said` does what it does there, where the text tells of no other and the two
    /// have a word or whom they are aimed at in common. What merely is said is too many things for that.
    pub(super) fn only_one(&mut self, said: &Said, text: &[Said], placed: &FxHashMap<usize, usize>) -> Option<usize> {
        let is_telling = said.act != Act::State && said.is_somebody() && !said.in_headline;
        let is_another = |other: &Said| {
            other.id != said.id && !other.in_headline && other.act == said.act && is_one(&other.source_key, &said.source_key, false)
        };
        if !is_telling || text.iter().any(is_another) {
            return None;
        }
        let listed = self.listed(&all_of(said));
        if listed.len() >= LISTED {
            return None;
        }
        listed.iter().for_each(|thread| self.recall(*thread));
        let is_alike = |thread: &&usize| self.threads.get(thread).is_some_and(|state| state.act == said.act && is_of_source(state, said));
        let mut alike = listed.iter().filter(is_alike);
        let only = *alike.next().filter(|thread| !placed.contains_key(thread))?;
        let state = self.threads.get(&only).filter(|_| alike.next().is_none())?;
        let is_about =
            state.target_name.as_ref().is_some_and(|target| !said.target_key.is_empty() && names::key(target) == said.target_key);
        let shares = || state.wordings.iter().flat_map(|wording| &wording.stems).any(|stem| said.stems.iter().any(|own| **own == **stem));
        (is_about || shares()).then_some(only)
    }

    /// Threads that are listed under words of `said` for a source of the name `source`, those with the most words in common first.
    pub(super) fn listed_under(&mut self, source: &str, voice: Voice, said: &Said) -> Vec<usize> {
        let mut shared: FxHashMap<usize, u32> = FxHashMap::default();
        for stem in &said.stems {
            let heading = Heading { source: handle(source).to_owned(), voice: voice.as_str(), stem: stem.to_string() };
            self.listed(&heading).iter().for_each(|thread| *shared.entry(*thread).or_default() += 1);
        }
        let mut ranked: Vec<(usize, u32)> = shared.into_iter().collect();
        ranked.sort_unstable_by_key(|(thread, count)| (Reverse(*count), *thread));
        ranked.into_iter().map(|(thread, _)| thread).collect()
    }
}
