//! What one text says about its actors: full names with their surnames, the posts people hold, acronyms, organs of states.
//!
//! Learned from the whole text before any mention is resolved, so that "Asif" in a headline finds "Khawaja Asif" in the body.
//!
//! Known failure: two people of one surname share it; the one named last before the end of the text has it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::{self, Gender, Known, NameUse, Post, Role, World};
use crate::lexicon::closed::{self, Class};
use crate::model::ActorKind;
use crate::text::{Document, SegmentKind, Token, TokenKind};

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
    /// A capital that stands for the place: "in Doha".
    pub is_place: bool,
}

impl Seen {
    fn new(tokens: &[Token], place: Range<usize>, name: String, kind: ActorKind, gender: Option<Gender>, is_subject: bool) -> Self {
        Seen {
            at: tokens[place.start].span.start(),
            end: tokens[place.end - 1].span.end(),
            name,
            kind,
            gender,
            is_subject,
            is_place: false,
        }
    }
}

/// What was learned.
pub(super) struct Register<'w> {
    pub world: &'w World,
    /// Person by full name and by surname.
    people: FxHashMap<String, (String, Option<Gender>)>,
    /// Person by post ("defence minister", "Pakistan defence minister"); `None` where two people hold it.
    posts: FxHashMap<String, Option<String>>,
    /// Posts by person.
    held: FxHashMap<String, Vec<String>>,
    /// Actor by acronym.
    acronyms: FxHashMap<String, (String, ActorKind)>,
    /// Organ by its bare words ("information ministry" → "Pakistan information ministry").
    organs: FxHashMap<String, String>,
    /// Joint mediators ("the mediators, Turkey and Qatar"), where the text names them.
    pub mediators: Option<String>,
    /// The state whose capital the dateline names, if it is one of the parties.
    pub home: Option<String>,
    /// State by the person who serves it.
    served: FxHashMap<String, String>,
    /// Named actors in text order.
    pub seen: Vec<Seen>,
    /// Adjectives of states in text order.
    pub adjectives: Vec<Seen>,
    /// The two states named most, in alphabetical order.
    pub parties: Vec<String>,
}

/// A run of capitalised words: token indices.
struct Run {
    begin: usize,
    end: usize,
}

impl<'w> Register<'w> {
    pub fn learn(document: &Document<'_>, world: &'w World) -> Self {
        let mut register = Register {
            world,
            people: FxHashMap::default(),
            posts: FxHashMap::default(),
            held: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            organs: FxHashMap::default(),
            mediators: None,
            home: None,
            served: FxHashMap::default(),
            seen: Vec::new(),
            adjectives: Vec::new(),
            parties: Vec::new(),
        };
        for index in 0..document.sentences.len() {
            if document.segment_of(index).kind.is_reporting() {
                register.sentence(document.text, document.tokens_of(index));
            }
        }
        register.name_surnames(document);
        let joined = register.joined_states(document);
        let beside = joined.iter().find(|pair| pair.is_beside_mediator).cloned();
        register.find_parties(beside.as_ref().map_or(&[], |pair| &pair.names));
        register.mediators = beside.or_else(|| register.only_other_pair(joined)).map(|pair| pair.names.join(CONJUNCTION));
        register.home = register.dateline_state(document).filter(|state| register.parties.contains(state));
        register
    }

    /// The person whom `name` (full name or surname) means.
    pub fn person(&self, name: &str) -> Option<&(String, Option<Gender>)> {
        self.people.get(name)
    }

    /// The only holder of a post.
    pub fn holder(&self, post: &str) -> Option<&str> {
        self.posts.get(post)?.as_deref()
    }

    /// The posts that a person holds.
    pub fn post_of<'a>(&'a self, person: &str) -> impl Iterator<Item = &'a str> {
        self.held.get(person).into_iter().flatten().map(String::as_str)
    }

    /// The party that a person serves: the state of a post, or home where the text gives the post alone.
    pub fn serves(&self, person: &str) -> Option<&str> {
        let state = self.served.get(person).or(self.home.as_ref().filter(|_| self.held.contains_key(person)))?;
        self.parties.iter().find(|party| *party == state).map(String::as_str)
    }

    /// The organ that the bare words mean in this text.
    pub fn organ(&self, words: &str) -> Option<&str> {
        self.organs.get(words).map(String::as_str)
    }

    /// The actor that a name means by itself: known to the world, or introduced by the text.
    pub fn named(&self, written: &str) -> Option<(String, ActorKind)> {
        if let Some((name, _)) = self.people.get(written) {
            return Some((name.clone(), ActorKind::Person));
        }
        if let Some(found) = self.acronyms.get(written) {
            return Some(found.clone());
        }
        let known = self.world.get(written).filter(|known| known.used != NameUse::Adjective)?;
        Some((known.name.clone(), known.kind))
    }

    fn sentence(&mut self, text: &str, tokens: &[Token]) {
        let mut at = 0;
        while at < tokens.len() {
            match run_at(text, tokens, at) {
                Some(run) => {
                    at = run.end;
                    self.run(text, tokens, &run);
                }
                None => at += 1,
            }
        }
    }

    /// Takes a run apart: known names, posts, and what is left as a person's name.
    fn run(&mut self, text: &str, tokens: &[Token], run: &Run) {
        let mut at = run.begin;
        let mut state = None;
        let mut post: Option<(usize, usize)> = None;
        while at < run.end {
            if let Some((end, known)) = self.longest_known(text, tokens, at, run.end) {
                let is_subject = is_subject(text, tokens, at..end);
                let mut seen = Seen::new(tokens, at..end, known.name.clone(), known.kind, None, is_subject);
                seen.is_place = known.used == NameUse::Capital && follows_preposition(text, tokens, at);
                match known.used {
                    NameUse::Adjective => self.adjectives.push(seen),
                    _ => self.seen.push(seen),
                }
                if known.kind == ActorKind::State {
                    state = Some(known.name.clone());
                    self.organ_after(text, tokens, end, &known.name);
                }
                self.acronym(text, tokens, end, known.name, known.kind);
                at = end;
            } else if let Some(end) = post_at(text, tokens, at, run.end) {
                post = Some((post.map_or(at, |(begin, _)| begin), end));
                at = end;
            } else {
                break;
            }
        }
        if at < run.end {
            self.candidate(text, tokens, at, run.end, post, state);
        }
    }

    fn longest_known(&self, text: &str, tokens: &[Token], at: usize, end: usize) -> Option<(usize, Known)> {
        (at + 1..=end.min(at + LONGEST_NAME)).rev().find_map(|to| {
            let written = written(text, tokens, at, to);
            self.world.get(&written).cloned().map(|known| (to, known))
        })
    }

    /// A run that no table knows: a person where its surroundings say so.
    fn candidate(&mut self, text: &str, tokens: &[Token], begin: usize, end: usize, post: Option<(usize, usize)>, state: Option<String>) {
        let name = written(text, tokens, begin, end);
        let last = lower(text, tokens, end - 1);
        if actors::has_role(&last, Role::Organ) || actors::has_role(&last, Role::Government) {
            return self.acronym(text, tokens, end, name, ActorKind::Organisation);
        }
        self.acronym(text, tokens, end, name.clone(), ActorKind::Organisation);
        let before = post_before(text, tokens, post.map_or(begin, |(first, _)| first));
        let after = self.apposition(text, tokens, end);
        let given = written(text, tokens, begin, begin + 1);
        let words = end - begin;
        let introduced = post.is_some() || before.is_some() || after.is_some();
        let is_person = introduced && words <= 5
            || (2..=5).contains(&words) && actors::gender_of_name(&given).is_some()
            || (2..=4).contains(&words) && who_follows(text, tokens, end);
        if !is_person || words == 1 && !introduced {
            return;
        }
        let gender = actors::gender_of_name(&given)
            .or_else(|| post.and_then(|(from, to)| (from..to).find_map(|at| actors::gender_of_post(&lower(text, tokens, at)))));
        if words >= 2 {
            self.people.insert(name.clone(), (name.clone(), gender));
            let surname = written(text, tokens, end - 1, end);
            self.people.insert(surname, (name.clone(), gender));
        }
        for (held, of) in [post.map(|(from, to)| (joined(text, tokens, from, to), state)), before, after].into_iter().flatten() {
            self.hold(&name, held, of.as_deref());
        }
        let subject = is_subject(text, tokens, post.map_or(begin, |(first, _)| first)..end);
        self.seen.push(Seen::new(tokens, begin..end, name, ActorKind::Person, gender, subject));
    }

    fn hold(&mut self, person: &str, post: String, state: Option<&str>) {
        self.held.entry(person.to_owned()).or_default().push(post.clone());
        if let Some(state) = state {
            self.served.entry(person.to_owned()).or_insert_with(|| state.to_owned());
        }
        let keys = [Some(post.clone()), state.map(|state| format!("{state} {post}"))];
        for key in keys.into_iter().flatten() {
            let held = self.posts.entry(key).or_insert_with(|| Some(person.to_owned()));
            let same = held.as_deref().is_some_and(|holder| {
                holder == person || holder.ends_with(&format!(" {person}")) || person.ends_with(&format!(" {holder}"))
            });
            if !same {
                *held = None;
            }
        }
    }

    /// "Tehrik-i-Taliban Pakistan (TTP)"
    fn acronym(&mut self, text: &str, tokens: &[Token], end: usize, name: String, kind: ActorKind) {
        let bracketed = tokens.get(end).is_some_and(|token| token.kind == TokenKind::Open)
            && tokens.get(end + 2).is_some_and(|token| token.kind == TokenKind::Close);
        let Some(short) = tokens.get(end + 1).filter(|_| bracketed).map(|token| token.span.of(text)) else { return };
        let is_acronym = (2..=8).contains(&short.len()) && short.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
        if is_acronym {
            self.acronyms.entry(short.to_owned()).or_insert((name, kind));
        }
    }

    /// "Pakistan's information ministry": learns what "the information ministry" means here.
    fn organ_after(&mut self, text: &str, tokens: &[Token], begin: usize, state: &str) {
        for end in (begin + 1..=(begin + 3).min(tokens.len())).rev() {
            let is_organ = actors::has_role(&lower(text, tokens, end - 1), Role::Organ)
                && tokens[begin..end].iter().all(|token| token.kind == TokenKind::Word);
            if is_organ {
                let words = joined(text, tokens, begin, end);
                self.organs.entry(words.clone()).or_insert_with(|| format!("{state} {words}"));
                return;
            }
        }
    }

    /// ", the Pakistani defence minister": the post and the state after a name.
    fn apposition(&self, text: &str, tokens: &[Token], end: usize) -> Option<(String, Option<String>)> {
        if tokens.get(end)?.span.of(text) != "," {
            return None;
        }
        let mut at = end + 1;
        let mut state = None;
        let stop = (at + APPOSITION).min(tokens.len());
        while at < stop && tokens[at].kind == TokenKind::Word {
            if let Some((next, known)) = self.longest_known(text, tokens, at, stop) {
                state = state.or((known.kind == ActorKind::State).then_some(known.name));
                at = next;
            } else if let Some(next) = (at + 1..=(at + 3).min(stop)).rev().find(|next| is_post(&joined(text, tokens, at, *next))) {
                return Some((joined(text, tokens, at, next), state));
            } else {
                let class = closed::classes(tokens[at].span.of(text));
                if !(class.is_open() || class.has(Class::Determiner) || class.has(Class::Possessive)) {
                    return None;
                }
                at += 1;
            }
        }
        None
    }

    /// Finds the places of people named by surname or without introduction.
    fn name_surnames(&mut self, document: &Document<'_>) {
        let mut found = Vec::new();
        for (at, token) in document.tokens.iter().enumerate().filter(|(_, token)| token.capital) {
            let name = clean(token.span.of(document.text));
            let Some((full, gender)) = self.people.get(&name) else { continue };
            let sentence = document.sentence_at(token.span.start()).map_or(0, |index| document.token_range(index).start);
            let is_subject = is_subject(document.text, &document.tokens[sentence..], at - sentence..at - sentence + 1);
            found.push(Seen {
                at: token.span.start(),
                end: token.span.end(),
                name: full.clone(),
                kind: ActorKind::Person,
                gender: *gender,
                is_subject,
                is_place: false,
            });
        }
        self.seen.extend(found);
        self.seen.sort_by_key(|seen| (seen.at, std::cmp::Reverse(seen.end)));
        let mut end = 0;
        self.seen.retain(|seen| {
            let inside = seen.end <= end;
            end = end.max(seen.end);
            !inside
        });
    }

    fn find_parties(&mut self, mediators: &[String]) {
        let mut counts: Vec<(String, usize)> = Vec::new();
        let mut slots: FxHashMap<&str, usize> = FxHashMap::default();
        for seen in self
            .seen
            .iter()
            .chain(&self.adjectives)
            .filter(|seen| seen.kind == ActorKind::State && !seen.is_place && !mediators.contains(&seen.name))
        {
            let slot = *slots.entry(seen.name.as_str()).or_insert_with(|| {
                counts.push((seen.name.clone(), 0));
                counts.len() - 1
            });
            counts[slot].1 += 1;
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        self.parties = counts.into_iter().take(2).map(|(name, _)| name).collect();
        self.parties.sort();
    }
}

impl Register<'_> {
    /// Pairs of states joined by a conjunction.
    fn joined_states(&self, document: &Document<'_>) -> Vec<Pair> {
        let is_mediator = |at: usize| actors::has_role(&document.slice(document.tokens[at].span).to_lowercase(), Role::Mediator);
        let pair = |pair: &[Seen]| {
            let between = document.text.get(pair[0].end..pair[1].at).map(str::trim).unwrap_or_default();
            let begin = document.token_at(pair[0].at).saturating_sub(BESIDE);
            let end = (document.token_at(pair[1].end) + BESIDE).min(document.tokens.len());
            let is_pair = pair.iter().all(|seen| seen.kind == ActorKind::State) && closed::classes(between).has(Class::Conjunction);
            is_pair.then(|| Pair { names: [pair[0].name.clone(), pair[1].name.clone()], is_beside_mediator: (begin..end).any(is_mediator) })
        };
        self.seen.windows(2).filter_map(pair).collect()
    }

    /// The only joined pair without one of the two parties.
    fn only_other_pair(&self, mut joined: Vec<Pair>) -> Option<Pair> {
        joined.retain(|pair| !pair.names.iter().any(|name| self.parties.contains(name)));
        let first = joined.pop()?;
        joined.iter().all(|pair| pair.names == first.names).then_some(first)
    }

    /// The state that the dateline's place is the capital of.
    fn dateline_state(&self, document: &Document<'_>) -> Option<String> {
        let dateline = document.segments.iter().find(|segment| segment.kind == SegmentKind::Dateline)?;
        let place = document.slice(dateline.span).split([',', ':', '(']).next()?.trim();
        let words: Vec<String> = place.split_whitespace().map(capitalised).collect();
        let known = self.world.get(&words.join(" "))?;
        (known.kind == ActorKind::State).then(|| known.name.clone())
    }
}

/// Two states joined by a conjunction.
#[derive(Clone)]
struct Pair {
    names: [String; 2],
    /// A word for mediators stands near.
    is_beside_mediator: bool,
}

/// How a joint name is written.
const CONJUNCTION: &str = " and ";

/// Tokens between joint mediators and the word for them.
const BESIDE: usize = 4;

/// "KABUL" as "Kabul".
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

/// Words that a known name can have.
const LONGEST_NAME: usize = 6;
/// Tokens after a name within which a post is told in an apposition.
const APPOSITION: usize = 10;

/// The run of capitalised words that begins at `at`: particles inside it, initials with their stops.
fn run_at(text: &str, tokens: &[Token], at: usize) -> Option<Run> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.capital)?;
    let classes = closed::classes(token.span.of(text));
    if !classes.is_open() && !classes.has(Class::Calendar) && token.span.len() > 1 && text_is_function(token.span.of(text)) {
        return None;
    }
    let mut end = at + 1;
    let mut cursor = end;
    if is_possessive(token.span.of(text)) {
        return Some(Run { begin: at, end });
    }
    while let Some(next) = tokens.get(cursor) {
        let raw = next.span.of(text);
        let name_word = next.kind == TokenKind::Word && next.capital && next.spaced && !text_is_function(raw);
        if name_word {
            cursor += 1;
            end = cursor;
            if is_possessive(raw) {
                break;
            }
        } else if initial_stop(text, tokens, cursor) || next.kind == TokenKind::Word && actors::has_role(raw, Role::Particle) {
            cursor += 1;
        } else {
            break;
        }
    }
    Some(Run { begin: at, end })
}

/// Function words in capitals ("The", "In") are no names; "US" and "May" are.
fn text_is_function(raw: &str) -> bool {
    let all_capitals = raw.len() > 1 && !raw.chars().any(char::is_lowercase);
    let classes = closed::classes(raw);
    !classes.is_open() && !all_capitals && !classes.has(Class::Calendar)
}

fn initial_stop(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].span.of(text));
    let short = before.chars().count() == 1 || actors::is_post(&before.to_lowercase(), Post::Title);
    tokens[at].kind == TokenKind::Stop && !tokens[at].spaced && short
}

fn is_possessive(raw: &str) -> bool {
    raw.ends_with("'s") || raw.ends_with("’s")
}

/// A word without its possessive ending, apostrophes made straight.
pub(super) fn clean(raw: &str) -> String {
    let straight = raw.replace('’', "'");
    straight.strip_suffix("'s").map_or(straight.clone(), str::to_owned)
}

/// The words as a name: possessive endings and stops of initials dropped.
fn written(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let mut out = String::new();
    for token in tokens[begin..end.min(tokens.len())].iter().filter(|token| token.kind == TokenKind::Word) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&clean(token.span.of(text)));
    }
    out
}

fn lower(text: &str, tokens: &[Token], at: usize) -> String {
    tokens.get(at).map_or(String::new(), |token| clean(token.span.of(text)).to_lowercase())
}

/// The words in lower case and one spelling.
fn joined(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let words: Vec<String> =
        (begin..end).map(|at| actors::spelling(&lower(text, tokens, at)).to_owned()).filter(|word| word != ".").collect();
    words.join(" ")
}

fn is_post(words: &str) -> bool {
    actors::is_post(words, Post::Office) || actors::is_post(words, Post::Spokesperson)
}

/// The end of the post or title that begins at `at`, the longest first.
fn post_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    (at + 1..=(at + 3).min(end)).rev().find(|to| {
        let words = joined(text, tokens, at, *to);
        is_post(&words) || actors::is_post(&words, Post::Title)
    })
}

/// "senator", "Pakistan's foreign minister," just before a name.
fn post_before(text: &str, tokens: &[Token], begin: usize) -> Option<(String, Option<String>)> {
    let mut end = begin;
    if end >= 1 && tokens[end - 1].span.of(text) == "," {
        end -= 1;
    }
    (end.saturating_sub(3)..end).find_map(|from| {
        let words = joined(text, tokens, from, end);
        is_post(&words).then_some((words, None))
    })
}

fn follows_preposition(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && closed::classes(tokens[at - 1].span.of(text)).has(Class::Preposition)
}

fn who_follows(text: &str, tokens: &[Token], end: usize) -> bool {
    let comma = usize::from(tokens.get(end).is_some_and(|token| token.span.of(text) == ","));
    tokens.get(end + comma).is_some_and(|token| {
        let classes = closed::classes(token.span.of(text));
        comma == 1 && classes.has(Class::Relative) && classes.has(Class::Pronoun) || classes.has(Class::Speech)
    })
}

/// Not an owner, and not after a preposition, a determiner's phrase or another word of a noun phrase.
fn is_subject(text: &str, tokens: &[Token], name: Range<usize>) -> bool {
    if tokens[name.end - 1].span.of(text).ends_with(['\'', '’']) || is_possessive(tokens[name.end - 1].span.of(text)) {
        return false;
    }
    let Some(before) = name.start.checked_sub(1).map(|before| tokens[before]) else { return true };
    let classes = closed::classes(before.span.of(text));
    before.kind != TokenKind::Word
        || !classes.is_open() && !classes.has(Class::Preposition) && !classes.has(Class::Auxiliary)
        || classes.has(Class::Subordinator)
}
