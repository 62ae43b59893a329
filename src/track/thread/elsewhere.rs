//! What another report makes of a claim: a surname where the first had the full name, and hardly a word in common.
//!
//! Writers of other outlets name a source as their readers know it and put in their own words what it did. Where a source is known to
//! have accused, denied, demanded or promised one thing only, a text that tells of one such act means it. Whoever is known in the story to
//! be "the fisheries minister" is the fisheries minister of a text that does not name him.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::memory::{Heading, List, ThreadState};
use super::{Index, LISTED};
use crate::model::Act;
use crate::track::read::features::{Said, Voice};
use crate::track::read::names;

/// The heading under which all that the source of `said` did in this voice is listed.
pub(super) fn all_of(said: &Said) -> Heading {
    Heading { list: List::Voice(said.voice), source: names::handle(&said.source.key).to_owned(), stem: String::new() }
}

/// The heading of those who are known to be this.
fn called(description: &str) -> Heading {
    Heading { list: List::Called, source: description.to_owned(), stem: String::new() }
}

/// The headings of the tolls that a claim gives.
pub(super) fn tolls(said: &Said) -> impl Iterator<Item = Heading> {
    let heading = |toll: &String| Heading { list: List::Counts, stem: toll.clone(), ..all_of(said) };
    said.tolls.iter().filter(|_| said.is_somebody()).map(heading)
}

/// The headings that tell what a source with a name is, each with fewer of its first words: "Osland's fisheries minister" and "fisheries
/// minister", of two words at least.
pub(super) fn descriptions(said: &Said) -> Vec<Heading> {
    let Some(surface) = said.source.surface.as_deref().filter(|_| said.source.is_named && !said.source.is_state) else { return Vec::new() };
    let ends_small = |part: &&str| part.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_lowercase));
    let mut out = Vec::new();
    for description in surface.split(',').filter(ends_small).map(names::key) {
        let starts = std::iter::once(0).chain(description.match_indices(' ').map(|(at, _)| at + 1));
        out.extend(starts.map(|start| &description[start..]).filter(|end| end.contains(' ')).map(called));
    }
    out
}

/// The thread has the source of `said`, under its full name or a shorter one, or under that of `holder`.
pub(super) fn is_of_source(thread: &ThreadState, said: &Said, holder: Option<&str>) -> bool {
    let key = names::key(&thread.source_name);
    thread.source_name == said.source.name || holder == Some(key.as_str()) || names::are_one(&key, &said.source.key, said.source.is_unnamed)
}

impl Index<'_> {
    /// The name of the only one whom the story knows to be what the source of `said` is called, where that is no name.
    pub(super) fn holder(&mut self, said: &Said) -> Option<String> {
        if said.source.is_named || !said.is_somebody() {
            return None;
        }
        let known = self.listed(&called(&said.source.key));
        known.iter().for_each(|thread| self.recall(*thread));
        let mut names = known.iter().filter_map(|thread| self.threads.get(thread)).map(|state| names::key(&state.source_name));
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    /// The newest thread in which the source of `said` gives a toll that it gives here, and that is not in the text already: what a source
    /// counts is one thing, in whatever words.
    pub(super) fn counting(&mut self, said: &Said, placed: &FxHashMap<usize, usize>) -> Option<usize> {
        let listed: Vec<usize> =
            tolls(said).flat_map(|heading| self.listed(&heading)).filter(|thread| !placed.contains_key(thread)).collect();
        listed.iter().for_each(|thread| self.recall(*thread));
        listed.into_iter().rev().find(|thread| self.threads.get(thread).is_some_and(|state| is_of_source(state, said, None)))
    }

    /// All threads in which the source of `said`, or `holder`, does something in its voice.
    fn all_by(&mut self, said: &Said, holder: Option<&str>) -> Vec<usize> {
        let mut out = self.listed(&all_of(said));
        let by_holder = |holder: &str| Heading { source: names::handle(holder).to_owned(), ..all_of(said) };
        let more = holder.map(|holder| self.listed(&by_holder(holder))).unwrap_or_default();
        out.extend(more);
        out.sort_unstable();
        out.dedup();
        out
    }

    /// The only thread of the story in which the source of `said` does what it does there, where the text tells of no other and the two
    /// have a word or whom they are aimed at in common. What merely is said is too many things for that.
    pub(super) fn only_one(&mut self, said: &Said, text: &[Said], placed: &FxHashMap<usize, usize>) -> Option<usize> {
        let is_telling = said.act != Act::State && said.is_somebody() && !said.in_headline;
        let is_another = |other: &Said| {
            other.id != said.id && !other.in_headline && other.act == said.act && names::are_one(&other.source.key, &said.source.key, false)
        };
        if !is_telling {
            return None;
        }
        let holder = self.holder(said);
        let listed = self.all_by(said, holder.as_deref());
        if listed.len() >= LISTED {
            return None;
        }
        listed.iter().for_each(|thread| self.recall(*thread));
        let is_alike = |thread: &&usize| {
            self.threads.get(thread).is_some_and(|state| state.act == said.act && is_of_source(state, said, holder.as_deref()))
        };
        let mut alike = listed.iter().filter(is_alike);
        let only = *alike.next().filter(|thread| !placed.contains_key(thread))?;
        let state = self.threads.get(&only).filter(|_| alike.next().is_none())?;
        let is_about =
            state.target_name.as_ref().is_some_and(|target| !said.target.key.is_empty() && names::key(target) == said.target.key);
        let shares = || state.wordings.iter().flat_map(|wording| &wording.stems).any(|stem| said.stems.iter().any(|own| **own == **stem));
        // Looking through the text comes last: most claims have no such thread.
        ((is_about || shares()) && !text.iter().any(is_another)).then_some(only)
    }

    /// Threads that are listed under words of `said` for a source of the name `source`, those with the most words in common first.
    pub(super) fn listed_under(&mut self, source: &str, voice: Voice, said: &Said) -> Vec<usize> {
        let mut shared: FxHashMap<usize, u32> = FxHashMap::default();
        for stem in &said.stems {
            let heading = Heading { list: List::Voice(voice), source: names::handle(source).to_owned(), stem: stem.to_string() };
            self.listed(&heading).iter().for_each(|thread| *shared.entry(*thread).or_default() += 1);
        }
        let mut ranked: Vec<(usize, u32)> = shared.into_iter().collect();
        ranked.sort_unstable_by_key(|(thread, count)| (Reverse(*count), *thread));
        ranked.into_iter().map(|(thread, _)| thread).collect()
    }
}
