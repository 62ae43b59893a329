//! What one text says about its actors: full names with their surnames, the posts people hold, acronyms, organs of states.
//!
//! Learned from the whole text before any mention is resolved, so that "Asif" in a headline finds "Khawaja Asif" in the body.
//!
//! Known failure: two people of one surname share it; the one named last before the end of the text has it.

mod bodies;
mod evidence;
mod gender;
mod learn;
mod line;
mod parties;
mod served;
mod states;
mod surface;
mod unknown;

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::{Gender, NameUse, World};
use crate::model::ActorKind;
use crate::text::Document;

use bodies::Bodies;
use evidence::Evidence;
use line::Line;
pub(super) use parties::CONJUNCTION;
use states::Names;
pub(super) use surface::{clean, spelt, unshouted};

/// An actor at one place of the text, named there.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// First byte.
    pub at: usize,
    /// One past the last byte.
    pub end: usize,
    pub name: String,
    pub kind: ActorKind,
    pub gender: Option<Gender>,
    /// Stands where a subject stands: not after a preposition or in the middle of a phrase.
    pub is_subject: bool,
    /// A capital that stands for the place: "in Doha", "the Doha talks".
    pub is_place: bool,
    /// A state that is where something happened: "in Peru", "flies to Japan".
    pub is_there: bool,
}

impl Seen {
    fn new(line: &Line<'_>, place: Range<usize>, name: String, kind: ActorKind, gender: Option<Gender>, is_subject: bool) -> Self {
        Seen {
            at: line.tokens[place.start].span.start(),
            end: line.tokens[place.end - 1].span.end(),
            name,
            kind,
            gender,
            is_subject,
            is_place: false,
            is_there: false,
        }
    }
}

/// What is known of a sentence before it is read.
struct Read<'e> {
    evidence: &'e Evidence<'e>,
    /// The next sentence begins with "he" or "she".
    taken_up: Option<Gender>,
}

/// What was learned.
pub(super) struct Register<'w> {
    pub world: Names<'w>,
    /// Person by full name and by surname.
    people: FxHashMap<String, (String, Option<Gender>)>,
    /// Person by given name; `None` where two people have it.
    given: FxHashMap<String, Option<String>>,
    /// Person by post ("defence minister", "Pakistan defence minister"); `None` where two people hold it.
    posts: FxHashMap<String, Option<String>>,
    /// Posts beside which nobody is named, each with its place and, before it, whose it is.
    nameless: Vec<(usize, Vec<String>)>,
    /// Posts by person.
    held: FxHashMap<String, Vec<String>>,
    /// Actor by acronym.
    acronyms: FxHashMap<String, (String, ActorKind)>,
    /// Full names for which the text has acronyms.
    shortened: FxHashMap<String, ActorKind>,
    /// Bodies that the text introduces.
    bodies: Bodies,
    /// Organ by its bare words ("information ministry" → "Pakistan information ministry", "health department" → "Department of Health").
    organs: FxHashMap<String, String>,
    /// The other way round, for names that do not end in what the organ is.
    turned: FxHashMap<String, String>,
    /// Joint mediators ("the mediators, Turkey and Qatar"), where the text names them.
    pub mediators: Option<String>,
    /// The state whose capital the dateline names, if it is one of the parties; else the only state among them.
    pub home: Option<String>,
    /// State or body by the person who serves it.
    served: FxHashMap<String, String>,
    /// Person by age; `None` where two people are of it.
    ages: FxHashMap<String, Option<String>>,
    /// Age by person.
    age_of: FxHashMap<String, String>,
    /// Nouns by which people are introduced without a name ("a man"), each with its first place.
    introduced: FxHashMap<String, usize>,
    /// Named actors in text order.
    pub seen: Vec<Seen>,
    /// Adjectives of states in text order.
    pub adjectives: Vec<Seen>,
    /// The two states or bodies that the text is about, in alphabetical order.
    pub parties: Vec<String>,
}

impl<'w> Register<'w> {
    /// `lower` are the tokens in lower case with straight apostrophes.
    pub fn learn<'t>(document: &'t Document<'t>, lower: &'t [Cow<'t, str>], world: &'w World) -> Self {
        let reporting = (0..document.sentences.len()).filter(|index| document.segment_of(*index).kind.is_reporting());
        let lines: Vec<Line<'_>> = reporting.map(|index| Line::read(document, lower, document.token_range(index))).collect();
        let names = Names::learn(&lines, world);
        let mut register = Register {
            bodies: Bodies::learn(&lines, &names),
            world: names,
            people: FxHashMap::default(),
            given: FxHashMap::default(),
            posts: FxHashMap::default(),
            nameless: Vec::new(),
            held: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            shortened: FxHashMap::default(),
            organs: FxHashMap::default(),
            turned: FxHashMap::default(),
            mediators: None,
            home: None,
            served: FxHashMap::default(),
            ages: FxHashMap::default(),
            age_of: FxHashMap::default(),
            introduced: FxHashMap::default(),
            seen: Vec::new(),
            adjectives: Vec::new(),
            parties: Vec::new(),
        };
        let evidence = Evidence::read(&lines);
        for (index, line) in lines.iter().enumerate() {
            let taken_up = lines.get(index + 1).and_then(gender::opened);
            register.sentence(line, &Read { evidence: &evidence, taken_up });
        }
        register.name_surnames(document, lower);
        register.tell_gender(document, lower);
        let joined = register.joined_states(document);
        let beside = joined.iter().find(|pair| pair.is_beside_mediator).cloned();
        register.find_parties(beside.as_ref().map_or(&[], |pair| &pair.names));
        register.mediators = beside.or_else(|| register.only_other_pair(joined)).map(|pair| pair.names.join(CONJUNCTION));
        register.home =
            register.dateline_state(document).filter(|state| register.parties.contains(state)).or_else(|| register.only_state());
        register
    }

    /// The person whom `name` (full name or surname) means.
    pub fn person(&self, name: &str) -> Option<&(String, Option<Gender>)> {
        self.people.get(name)
    }

    /// The only person of a given name: "Sir Neil".
    pub fn with_given_name(&self, given: &str) -> Option<&str> {
        self.given.get(given)?.as_deref()
    }

    /// The only holder of a post.
    pub fn holder(&self, post: &str) -> Option<&str> {
        self.posts.get(post)?.as_deref()
    }

    /// The only person of an age.
    pub fn aged(&self, age: &str) -> Option<&str> {
        self.ages.get(age)?.as_deref()
    }

    /// The age of a person, where the text tells it, is another one.
    pub fn has_other_age(&self, person: &str, age: &str) -> bool {
        self.age_of.get(person).is_some_and(|other| other != age)
    }

    /// "a man" stands before `at`.
    pub fn introduces(&self, noun: &str, at: usize) -> bool {
        self.introduced.get(noun).is_some_and(|place| *place < at)
    }

    /// The state or body of a person's post.
    pub fn employer(&self, person: &str) -> Option<&String> {
        self.served.get(person)
    }

    /// The posts that a person holds.
    pub fn post_of<'a>(&'a self, person: &str) -> impl Iterator<Item = &'a str> {
        self.held.get(person).into_iter().flatten().map(String::as_str)
    }

    /// The party that a person serves: the state or body of a post, or home where the text gives the post alone.
    pub fn serves(&self, person: &str) -> Option<&str> {
        let state = self.served.get(person).or(self.home.as_ref().filter(|_| self.held.contains_key(person)))?;
        self.parties.iter().find(|party| *party == state).map(String::as_str)
    }

    /// The organ that the bare words mean in this text.
    pub fn organ(&self, words: &str) -> Option<&str> {
        self.organs.get(words).map(String::as_str)
    }

    /// The bare words of an organ whose name does not end in them: "health department" for "Department of Health".
    pub fn turned(&self, name: &str) -> Option<&str> {
        self.turned.get(name).map(String::as_str)
    }

    /// The actor that an acronym of the text stands for.
    pub fn acronym_of(&self, short: &str) -> Option<(String, ActorKind)> {
        self.acronyms.get(short).cloned()
    }

    /// The body written so, for which the text has a short name, too.
    pub fn spelt_short(&self, name: &str) -> Option<(String, ActorKind)> {
        self.shortened.get(name).map(|kind| (name.to_owned(), *kind))
    }

    /// The only body of the text that is a `noun` ("union", "airline").
    pub fn body(&self, noun: &str) -> Option<&str> {
        self.bodies.called(noun)
    }

    /// The actor that a name means by itself: known to the world, or introduced by the text. A line in capitals throughout names whom the
    /// rest of the text does.
    pub fn named(&self, written: &str) -> Option<(String, ActorKind)> {
        self.named_as_written(written).or_else(|| self.named_as_written(&unshouted(written)?))
    }

    fn named_as_written(&self, written: &str) -> Option<(String, ActorKind)> {
        if let Some((name, _)) = self.people.get(written) {
            return Some((name.clone(), ActorKind::Person));
        }
        if let Some(found) = self.acronyms.get(written) {
            return Some(found.clone());
        }
        if let Some(known) = self.world.get(written) {
            return (known.used != NameUse::Adjective).then(|| (known.name.clone(), known.kind));
        }
        self.bodies.named(written).map(|name| (name.to_owned(), ActorKind::Organisation))
    }
}
