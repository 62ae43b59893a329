//! What befalls people: killed, injured, missing, abducted, displaced, detained (`data/en/casualties.tsv`).
//!
//! Events are phrases with a frame that says where their number stands; the smaller words of the file (verb chains, links after
//! "death toll", nouns for people) are told by [`has_role`].

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::roles::roles;
use super::tsv;
use super::word_map::WordMap;

roles! {
    /// Where the number of an event stands.
    pub Frame {
        /// After it ("killed 12"), or before it where none follows ("12 were killed").
        Both = "both",
        /// After it ("deaths of 12 men").
        Object = "object",
        /// Before it, as the subject ("12 men died").
        Subject = "subject",
        /// Before it ("12 are missing", "left 12 dead").
        State = "state",
        /// Before it, where no other event takes it ("12 were on board").
        Place = "place",
        /// Just before it ("12 deaths").
        Head = "head",
        /// After a link ("death toll rose to 12").
        Toll = "toll",
    }
}

roles! {
    /// Part that a small word plays beside an event.
    pub Role {
        /// am, was, been: makes a participle passive
        Passive = "passive",
        /// may stand between a subject and its participle
        Chain = "chain",
        /// stands before the number of a toll
        TollLink = "toll_link",
        /// before a bare verb: it has not happened
        NoEvent = "no_event",
        /// plural noun for people
        People = "people",
        /// singular noun for a person
        Person = "person",
        /// families, households
        Family = "family",
        /// "miner", "journalist": the ending of a noun for a person
        Agent = "agent",
        /// nobody, none: whoever counts so counts no one
        Nobody = "nobody",
        /// anyone: what is denied of them befell nobody
        Anybody = "anybody",
        /// else, other: after such a word, it befell nobody but those who were counted
        Rest = "rest",
        /// earlier, previous: a toll that no longer stands
        Former = "former",
        /// earlier, initially: with "had", what was counted stands no longer
        Formerly = "formerly",
        /// had
        Pluperfect = "pluperfect",
        /// killed, injured: what befalls people and no things, and is counted once and for good
        Harm = "harm",
    }
}

/// An event's phrase.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its words in lower case.
    pub words: Vec<&'static str>,
    /// killed, injured, missing, abducted, displaced, detained, aboard …
    pub what: &'static str,
    /// Where its number stands.
    pub frame: Frame,
    /// The noun that its object must have; empty = any.
    pub head: &'static str,
}

/// Stands for any noun for people where an event names the noun of its object.
const ANY_PEOPLE: &str = "(people)";

impl Event {
    /// `noun` (lower case) is such as its object must have.
    pub fn fits(&self, noun: &str) -> bool {
        self.head.is_empty() || self.head == noun || self.head == ANY_PEOPLE && has_role(noun, Role::People)
    }
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["form", "what", "frame", "head", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/casualties.tsv");

#[derive(Default)]
struct Table {
    events: WordMap<Vec<Event>>,
    roles: WordMap<Vec<(Role, &'static str)>>,
    /// The phrases that say a running total, by their first words.
    totals: WordMap<Vec<Vec<&'static str>>>,
    /// What the events do to people.
    sorts: BTreeSet<&'static str>,
}

/// The frame of a phrase that says a running total.
const TOTAL: &str = "cumulative";

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for [form, what, frame, head, ..] in tsv::rows::<6>(FILE) {
        if frame == TOTAL {
            let words: Vec<&str> = form.split(' ').collect();
            table.totals.entry(words[0]).push(words);
            continue;
        }
        if let Some(role) = Role::of(frame) {
            table.roles.entry(form).push((role, head));
        } else if let Some(frame) = Frame::of(frame) {
            let words: Vec<&str> = form.split(' ').collect();
            table.sorts.insert(what);
            table.events.entry(words[0]).push(Event { words, what, frame, head });
        }
    }
    for events in table.events.values_mut() {
        events.sort_by_key(|event| std::cmp::Reverse(event.words.len()));
    }
    table
});

/// The events whose phrase begins `words` (lower case), the longest phrase first.
pub fn events<W: AsRef<str>>(words: &[W]) -> impl Iterator<Item = &'static Event> {
    let table = &*TABLE;
    words
        .first()
        .and_then(|first| table.events.get(first.as_ref()))
        .into_iter()
        .flatten()
        .filter(move |event| event.words.len() <= words.len() && event.words.iter().zip(words).all(|(left, right)| *left == right.as_ref()))
}

/// What a figure counts is people whom one of the events befell ("killed"), and no counted noun.
pub fn is_toll(what: &str) -> bool {
    TABLE.sorts.contains(what)
}

/// What a figure counts are people who were hurt ("killed"): no things, and no fewer of them later.
pub fn is_harm(what: &str) -> bool {
    has_role(what, Role::Harm)
}

/// A phrase that says a running total begins `words` (lower case).
pub fn says_total<W: AsRef<str>>(words: &[W]) -> bool {
    let phrases = words.first().and_then(|first| TABLE.totals.get(first.as_ref())).into_iter().flatten();
    phrases.into_iter().any(|phrase| phrase.len() <= words.len() && phrase.iter().zip(words).all(|(left, right)| *left == right.as_ref()))
}

/// Whether `word` (lower case) plays `role`.
pub fn has_role(word: &str, role: Role) -> bool {
    TABLE.roles.get(word).is_some_and(|roles| roles.iter().any(|(known, _)| *known == role))
}

/// Whether `word` (lower case) ends as nouns for a person do.
pub fn is_agent(word: &str) -> bool {
    let mut endings = AGENT_ENDINGS.filter_map(|length| word.get(word.len().checked_sub(length)?..));
    word.len() >= SHORTEST_AGENT && endings.any(|ending| has_role(ending, Role::Agent))
}

/// Letters of the endings of such nouns.
const AGENT_ENDINGS: RangeInclusive<usize> = 2..=3;
/// Letters of such a noun, at least.
const SHORTEST_AGENT: usize = 5;

/// The qualifier that a link after a toll gives its number ("crosses" → more than), if `word` is such a link.
pub fn toll_link(word: &str) -> Option<&'static str> {
    TABLE.roles.get(word)?.iter().find(|(role, _)| *role == Role::TollLink).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_is_known() {
        for [form, _, frame, ..] in tsv::rows::<6>(FILE) {
            assert!(frame == TOTAL || Role::of(frame).is_some() || Frame::of(frame).is_some(), "{form}: {frame}");
            assert!(frame != "agent" || AGENT_ENDINGS.contains(&form.len()), "{form}");
        }
    }

    #[test]
    fn nouns_for_a_person_are_known_by_their_ending() {
        for word in ["miner", "sailor", "journalist", "librarian", "engineer", "fireman"] {
            assert!(is_agent(word), "{word}");
        }
        for word in ["door", "beer", "table", "", "é"] {
            assert!(!is_agent(word), "{word}");
        }
    }
}
