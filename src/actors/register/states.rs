//! The names of the world, and those of states that no table knows and a text introduces: "Zembla" beside "the Zemblan army".
//!
//! An unknown name is that of a state where an adjective made from it, or it itself as an owner, stands before a word for what only a
//! state has. Any word will do after the adjective of a name that the text uses more than once and never as a person's.
//! Known failure: a region with a government of its own is a state, too.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::actors::{self, Known, NameUse, Role, World};
use crate::lexicon::demonyms;
use crate::model::ActorKind;

use super::line::Line;
use super::surface::clean;

/// Words after an adjective within which stands what a state has.
const GOVERNED: usize = 3;

/// Proper names, by how they are written.
pub(in crate::actors) struct Names<'w> {
    world: &'w World,
    learned: FxHashMap<String, Known>,
    /// A learned state's adjective.
    adjectives: FxHashMap<String, String>,
}

impl<'w> Names<'w> {
    /// Reads the sentences of a text.
    pub(super) fn learn(lines: &[Line<'_>], world: &'w World) -> Self {
        let mut names = Names { world, learned: FxHashMap::default(), adjectives: FxHashMap::default() };
        let written = Written::read(lines, world);
        for line in lines {
            for run in line.runs.iter().filter(|run| run.words() == 1) {
                let word = clean(line.raw(run.begin));
                if !written.times.contains_key(&word) {
                    continue;
                }
                let (governs, says_what) = (is_governing(line, run.end), line.is_small(run.end));
                if governs && line.owns(run.begin) && !written.people.contains(&word) {
                    names.add(&word);
                }
                let can_be =
                    |name: &String| governs && written.times.contains_key(name.as_str()) || says_what && written.is_no_person(name);
                if let Some(name) = demonyms::names(&word).find(can_be) {
                    names.add(&name);
                    names.add_adjective(&name, &word);
                }
            }
        }
        names
    }

    fn add(&mut self, state: &str) {
        self.learned.insert(state.to_owned(), Known { name: state.to_owned(), kind: ActorKind::State, used: NameUse::Place });
    }

    fn add_adjective(&mut self, state: &str, adjective: &str) {
        let known = |used| Known { name: state.to_owned(), kind: ActorKind::State, used };
        self.learned.insert(format!("{adjective}s"), known(NameUse::People));
        self.learned.insert(adjective.to_owned(), known(NameUse::Adjective));
        self.adjectives.entry(state.to_owned()).or_insert_with(|| adjective.to_owned());
    }

    /// The actor written so; a leading article is left to the caller.
    pub fn get(&self, written: &str) -> Option<&Known> {
        self.world.get(written).or_else(|| self.learned.get(written))
    }

    /// A state's adjective ("Afghan" of Afghanistan), or its name where it has none.
    pub fn adjective<'a>(&'a self, state: &'a str) -> &'a str {
        self.adjectives.get(state).map_or_else(|| self.world.adjective(state), String::as_str)
    }
}

/// The capitalised words of a text that no table knows.
struct Written<'t> {
    /// How often each stands by itself.
    times: FxHashMap<Cow<'t, str>, usize>,
    /// Last words of longer names.
    people: FxHashSet<Cow<'t, str>>,
}

impl<'t> Written<'t> {
    fn read(lines: &[Line<'t>], world: &World) -> Self {
        let mut written = Written { times: FxHashMap::default(), people: FxHashSet::default() };
        for (line, run) in lines.iter().flat_map(|line| line.runs.iter().map(move |run| (line, run))) {
            let last = clean(line.raw(run.end - 1));
            if run.words() > 1 {
                written.people.insert(last);
            } else if world.get(&last).is_none() && can_be_state(&last) {
                *written.times.entry(last).or_default() += 1;
            }
        }
        written
    }

    /// People are introduced with more than a surname, and what is named once and in passing is not known well enough.
    fn is_no_person(&self, name: &str) -> bool {
        self.times.get(name).is_some_and(|times| *times > 1) && !self.people.contains(name)
    }
}

/// Neither a given name nor a word that says what sort of actor is meant.
fn can_be_state(name: &str) -> bool {
    actors::gender_of_name(name).is_none() && !actors::has_role(&name.to_lowercase(), Role::Region)
}

/// "army", "foreign minister" soon after a name or an adjective that ends before token `at`.
fn is_governing(line: &Line<'_>, at: usize) -> bool {
    let only_states = [Role::Governing, Role::StateOrgan, Role::Government, Role::Forces];
    let mut words = (at..at + GOVERNED).take_while(|at| line.is_small(*at));
    words.any(|at| line.has(at, &only_states))
}
