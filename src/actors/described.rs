//! Descriptions taken apart: "the Jordanian health ministry", "two officials briefed on the talks", read by their head noun with the
//! state, body or place that qualifies it.
//!
//! One rule names organs: the state's name and the organ's words ("Pakistan information ministry"), however the text puts them
//! together.

use std::ops::Range;

use crate::lexicon::actors::{self, NameUse, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::{possessive, wordwise};

use super::register::{clean, unshouted};
use super::words::{self as mention, Words};
use super::{Actor, Part, Past, Resolver, brand};

/// Claims back within which an organ was named.
const FAR: usize = 48;
/// Words that a known name can have.
const LONGEST_NAME: usize = 6;

/// A description taken apart.
pub(super) struct Described {
    /// Modifiers and head, the state and counts left out.
    pub core: Vec<String>,
    pub head: String,
    /// The head as the text has it, where it is an acronym: "MPs".
    pub acronym: Option<String>,
    pub state: Option<String>,
    pub body: Option<(String, ActorKind)>,
    /// An unknown place after "in".
    pub place: Option<String>,
    /// What follows the head.
    pub rest: Vec<String>,
    pub definite: bool,
    pub plural: bool,
    pub has_capitals: bool,
}

impl Described {
    /// A state or a body and no word of what it is; a body and then a state are the body's name there ("NHS Scotland").
    fn without_head(&self, bare: &Words<'_>) -> Option<Actor> {
        if !self.head.is_empty() {
            return None;
        }
        if let Some((_, kind)) = self.body.as_ref().filter(|_| self.state.is_some()) {
            return Some(Actor::new(bare.up_to_comma().name(), *kind));
        }
        let state = self.state.as_ref().map(|name| Actor::new(name.clone(), ActorKind::State));
        let body = || self.body.as_ref().map(|(name, kind)| Actor::new(name.clone(), *kind));
        Some(state.or_else(body).unwrap_or_else(|| Actor::new(bare.name(), ActorKind::Organisation)))
    }

    fn is_unnamed(&self) -> bool {
        actors::has_role(&self.head, Role::Unnamed)
    }

    fn is_spokesperson(&self, core: &str) -> bool {
        [self.head.as_str(), core].iter().any(|word| actors::is_post(word, Post::Spokesperson))
    }

    /// Its head, or its last three words ("chamber of commerce"), are what an organ is called.
    fn is_organ(&self) -> bool {
        let last_words = self.core.len().checked_sub(3).map(|from| self.core[from..].join(" "));
        [Some(&self.head), last_words.as_ref()].into_iter().flatten().any(|words| actors::has_role(words, Role::Organ))
    }

    /// "the government" and no more.
    fn names_government(&self) -> bool {
        let is_alone = self.core.len() == 1 && self.body.is_none() && self.place.is_none();
        is_alone && self.definite && actors::has_role(&self.head, Role::Government)
    }
}

impl Resolver<'_, '_> {
    /// Takes apart `words`; `bare` are the same without determiners.
    pub(super) fn take_apart(&self, words: &Words<'_>, bare: &Words<'_>) -> Described {
        let stop = (1..bare.lower.len()).find(|at| ends_description(bare, *at)).unwrap_or(bare.lower.len());
        let determines = |first: &str| [Class::Determiner, Class::Possessive].iter().any(|class| closed::classes(first).has(*class));
        let mut it = Described {
            core: Vec::new(),
            head: String::new(),
            acronym: None,
            state: None,
            body: None,
            place: None,
            rest: told_after(bare, stop),
            definite: words.lower.first().is_some_and(|first| determines(first) && is_definite(first)),
            plural: false,
            has_capitals: (0..stop).any(|at| bare.is_capital(at)),
        };
        self.read_core(&mut it, bare, stop);
        it.acronym = stop.checked_sub(1).map(|last| &bare.raw[last]).filter(|last| mention::is_acronym(last)).map(|last| last.to_string());
        it.head = it.core.last().cloned().unwrap_or_default();
        let is_single = it.acronym.as_ref().is_some_and(|head| !head.ends_with('s'));
        it.plural = !is_single && inflect::is_plural(&it.head) || actors::has_role(&it.head, Role::Many);
        self.read_tail(&mut it, bare, stop);
        it
    }

    /// Modifiers and head, the states and bodies among them apart. A body that is the last of the words is the head.
    fn read_core(&self, it: &mut Described, bare: &Words<'_>, stop: usize) {
        let mut at = 0;
        while at < stop {
            let known = (at + 1..=stop.min(at + 4)).rev().find_map(|to| self.qualifier(&bare.part(at, to)).map(|found| (to, found)));
            let known = known.filter(|(to, (_, kind))| *kind != ActorKind::State || !self.is_part_of_name(bare, at..*to));
            match known {
                Some((to, (name, ActorKind::State))) => {
                    it.state.get_or_insert(name);
                    at = to;
                }
                Some((to, found)) if to < stop => {
                    it.body.get_or_insert(found);
                    at = to;
                }
                _ => {
                    let is_last = at + 1 == stop;
                    let is_name = bare.is_capital(at)
                        && !actors::has_role(&bare.lower[at], Role::Organ)
                        && (!is_last || at > 0 && ends_name(bare, at));
                    it.core.push(if is_name { clean(&bare.raw[at]).into_owned() } else { bare.lower[at].to_string() });
                    at += 1;
                }
            }
        }
    }

    /// "New Mexico lawmakers", "Victoria Police": the name of a state or its capital at `at` is part of another.
    fn is_part_of_name(&self, bare: &Words<'_>, at: Range<usize>) -> bool {
        let name = bare.part(at.start, at.end).name();
        let Some(known) = self.register.world.get(&name).filter(|known| known.used != NameUse::Adjective) else { return false };
        let before = at.start.checked_sub(1).filter(|before| bare.is_capital(*before));
        let is_other = before.is_some_and(|before| actors::has_role(&bare.lower[before], Role::OtherPlace));
        let next = bare.lower.get(at.end).filter(|_| bare.is_capital(at.end) && !possessive::owns(&bare.raw[at.end - 1]));
        let is_local = next.is_some_and(|next| {
            let of_body = actors::has_any_role(next, &[Role::Organ, Role::Body, Role::BodyName]);
            known.used == NameUse::Place
                && of_body
                && !actors::has_role(next, Role::StateOrgan)
                && !actors::has_role(next, Role::Government)
        });
        is_other && !mention::is_acronym(&bare.raw[at.start]) || is_local
    }

    /// "in Kabul", "of Pakistan", "for the TTP" after the head.
    fn read_tail(&self, it: &mut Described, bare: &Words<'_>, stop: usize) {
        if stop + 1 >= bare.lower.len() || !closed::classes(&bare.lower[stop]).has(Class::Preposition) {
            return;
        }
        let whole = bare.part(stop + 1, bare.lower.len());
        let tail = whole.bare();
        if let Some(body) = self.body_after(&whole, &tail) {
            it.body.get_or_insert(body);
            return;
        }
        let end = (0..tail.raw.len()).take_while(|at| tail.is_capital(*at)).count();
        if end == 0 {
            return;
        }
        let name = tail.part(0, end).name();
        match self.qualifier(&tail.part(0, end)) {
            Some((name, ActorKind::State)) => it.state = it.state.take().or(Some(name)),
            Some(found) => it.body = it.body.take().or(Some(found)),
            None => it.place = Some(name),
        }
    }

    /// "from the Office for National Statistics", "at the Bank of England": a body whose name goes on after its noun.
    fn body_after(&self, whole: &Words<'_>, tail: &Words<'_>) -> Option<(String, ActorKind)> {
        let longest = tail.raw.len().min(LONGEST_NAME);
        let known = (2..=longest).rev().find_map(|to| self.register.world.get(&tail.part(0, to).name()));
        let known = known.filter(|known| known.kind == ActorKind::Organisation).map(|known| (known.name.clone(), known.kind));
        known.or_else(|| self.institution(whole, tail).map(|actor| (actor.name, actor.kind)))
    }

    /// A state's adjective or name, or a body's name, before a noun.
    fn qualifier(&self, words: &Words<'_>) -> Option<(String, ActorKind)> {
        let name = words.name();
        if let Some(found) = self.register.acronym_of(&name) {
            return Some(found);
        }
        let world = &self.register.world;
        let known = world.get(&name).or_else(|| world.get(&unshouted(&name)?));
        if let Some(known) = known.filter(|known| known.used != NameUse::People) {
            return Some((known.name.clone(), known.kind));
        }
        let is_owner = words.raw.last().is_some_and(|last| possessive::owns(last));
        self.register.named(&name).filter(|(_, kind)| *kind != ActorKind::Person || is_owner)
    }

    /// Whom a description means: what its head says first, and the state, body or place beside it then.
    pub(super) fn by_head(&self, it: &Described, bare: &Words<'_>, part: Part) -> Actor {
        let core = it.core.join(" ");
        self.compatriot(it, bare)
            .or_else(|| it.without_head(bare))
            .or_else(|| self.state_acting(it, part))
            .or_else(|| it.is_spokesperson(&core).then(|| self.spoken_for(it, &core)))
            .or_else(|| self.holder(it, &core))
            .or_else(|| self.body_called(it))
            .or_else(|| it.is_organ().then(|| self.organ(it, &core, bare)))
            .or_else(|| self.unnamed_or_in_office(it, &core))
            .or_else(|| self.crowd_document_or_medium(it, bare))
            .unwrap_or_else(|| self.unknown(it, &core, bare))
    }

    /// "The Italian", where "Italians" are the people: one of them, and not the state, as "the French" are.
    fn compatriot(&self, it: &Described, bare: &Words<'_>) -> Option<Actor> {
        let [only] = bare.up_to_comma().raw else { return None };
        let known = self.register.world.get(only).filter(|known| known.used == NameUse::Adjective && known.kind == ActorKind::State)?;
        let people = self.register.world.get(&format!("{only}s")).filter(|people| people.used == NameUse::People)?;
        (it.definite && people.name == known.name).then(|| Actor::new(only.as_ref(), ActorKind::Unnamed))
    }

    /// The state whose forces or government the head is.
    fn state_acting(&self, it: &Described, part: Part) -> Option<Actor> {
        let forces = actors::has_role(&it.head, Role::Forces);
        let acts = || forces && (part == Part::Target || !it.is_unnamed()) || actors::has_role(&it.head, Role::Government);
        let of_government = || it.body.is_none() && it.core.iter().any(|word| actors::has_role(word, Role::Government));
        let at_home = || (forces && of_government() || it.names_government()).then_some(self.register.home.as_ref()).flatten();
        let state = it.state.as_ref().filter(|_| acts()).or_else(at_home)?;
        Some(Actor::new(state.clone(), ActorKind::State))
    }

    /// People without a name, or the holder of an office whom the text does not name.
    fn unnamed_or_in_office(&self, it: &Described, core: &str) -> Option<Actor> {
        let of_state = || it.definite && !it.plural && actors::is_post(core, Post::Office) && it.state.is_some();
        let kind = if it.is_unnamed() && !of_state() {
            ActorKind::Unnamed
        } else if actors::is_post(&it.head, Post::Office) || actors::is_post(&it.head, Post::Title) {
            if it.definite || it.has_capitals { ActorKind::Office } else { ActorKind::Unnamed }
        } else {
            return None;
        };
        Some(Actor { plural: it.plural, ..Actor::new(self.description(it), kind) })
    }

    fn crowd_document_or_medium(&self, it: &Described, bare: &Words<'_>) -> Option<Actor> {
        let kinds = [(Role::Crowd, ActorKind::Crowd), (Role::Document, ActorKind::Document), (Role::Media, ActorKind::Media)];
        let (_, kind) = kinds.into_iter().find(|(role, _)| actors::has_role(&it.head, *role))?;
        let is_name = kind == ActorKind::Media && it.core.len() > 1 && (0..bare.raw.len()).all(|at| bare.is_capital(at));
        let name = if is_name { bare.name() } else { self.description(it) };
        Some(Actor { plural: it.plural, ..Actor::new(name, kind) })
    }

    /// "the union", "the Dockers union" where the text has named the only one.
    fn body_called(&self, it: &Described) -> Option<Actor> {
        let body = self
            .register
            .body(&it.head)
            .filter(|_| it.definite && (!it.plural || actors::has_any_role(&it.head, &[Role::Crowd, Role::Many])) && it.state.is_none())?;
        let is_same = it.body.as_ref().is_none_or(|(name, _)| name == body);
        (is_same && it.place.is_none() && !it.has_capitals || is_same && it.body.is_some())
            .then(|| Actor::new(body, ActorKind::Organisation))
    }

    /// Whom a spokesman without a name speaks for.
    fn spoken_for(&self, it: &Described, core: &str) -> Actor {
        if let Some((name, kind)) = &it.body {
            return Actor::new(name.clone(), *kind);
        }
        let organ: Vec<&str> = it.core[..it.core.len().saturating_sub(1)].iter().map(String::as_str).collect();
        let organ = organ.join(" ");
        if organ.split(' ').next_back().is_some_and(|last| actors::has_role(last, Role::Organ)) {
            let named =
                it.state.as_ref().map(|state| format!("{state} {organ}")).or_else(|| self.register.organ(&organ).map(str::to_owned));
            return Actor::new(named.unwrap_or(organ), ActorKind::Organisation);
        }
        let named: Vec<&str> = organ.split(' ').skip_while(|word| actors::is_post(&word.to_lowercase(), Post::Title)).collect();
        if !named.is_empty() && organ.len() > named.join(" ").len() {
            return Actor::new(named.join(" "), ActorKind::Person);
        }
        let is_name = !organ.is_empty() && organ.split(' ').all(|word| word.starts_with(char::is_uppercase));
        match &it.state {
            Some(state) => Actor::new(state.clone(), ActorKind::State),
            None if is_name => Actor::new(organ, ActorKind::Organisation),
            None => {
                Actor::new(if it.place.is_some() || core.is_empty() { self.description(it) } else { core.to_owned() }, ActorKind::Unnamed)
            }
        }
    }

    /// The person who holds the post that is described, if the text tells.
    fn holder(&self, it: &Described, core: &str) -> Option<Actor> {
        if !it.definite && !it.has_capitals || it.plural {
            return None;
        }
        let with_state = it.state.as_ref().and_then(|state| self.register.holder(&format!("{state} {core}")));
        let person = with_state.or_else(|| if it.state.is_none() { self.register.holder(core) } else { None });
        let last_word = || {
            let fits = |name: &str| self.register.post_of(name).any(|post| wordwise::ends(post, core));
            // "Peru's interior minister", "the minister": an office that nobody is named for.
            let is_it = |past: &&Past| match past.actor.kind {
                ActorKind::Person => fits(&past.actor.name),
                ActorKind::Office => it.state.is_none() && wordwise::ends(&past.actor.name, core),
                _ => false,
            };
            let is_post = actors::is_post(core, Post::Office) || actors::is_post(core, Post::Person);
            is_post.then(|| self.past.iter().rev().take(8).find(is_it)).flatten()
        };
        match person.or_else(|| self.local_holder(it)) {
            Some(name) => self.named(name),
            None => last_word().map(|past| past.actor.clone()),
        }
    }

    /// "the Lind County sheriff", where the text has one sheriff by name: a place has one.
    fn local_holder(&self, it: &Described) -> Option<&str> {
        let of_place = |word: &String| word.starts_with(char::is_uppercase) || actors::has_role(word, Role::BodyName);
        let begin = it.core.iter().position(|word| !of_place(word)).filter(|begin| *begin > 0)?;
        let post = it.core[begin..].join(" ");
        let is_free = it.state.is_none() && it.body.is_none() && actors::has_role(&post, Role::OfPlace);
        is_free.then(|| self.register.holder(&post)).flatten()
    }

    fn organ(&self, it: &Described, core: &str, bare: &Words<'_>) -> Actor {
        let lower = core.to_lowercase();
        let core = if actors::has_role(&lower, Role::Organ) { lower.as_str() } else { core };
        let body = |name: String| Actor::new(name, ActorKind::Organisation);
        if let Some(state) = &it.state {
            let is_of_state = actors::has_role(&it.head, Role::StateOrgan);
            return body(if is_of_state { format!("{state} {lower}") } else { format!("{state} {core}") });
        }
        if let Some((owner, kind)) = &it.body {
            let owns = *kind == ActorKind::Person;
            return body(if owns { format!("{owner}'s {core}") } else { format!("{owner} {core}") });
        }
        if let Some(place) = &it.place {
            return body(format!("{place} {core}"));
        }
        if let Some(known) = self.register.organ(core) {
            return body(known.to_owned());
        }
        let ends = |name: &str| [Some(name), self.register.turned(name)].into_iter().flatten().any(|name| wordwise::ends(name, core));
        if let Some(past) = self.past.iter().rev().take(FAR).find(|past| ends(&past.actor.name)) {
            return past.actor.clone();
        }
        if let Some(home) = self.register.home.as_ref().filter(|_| {
            actors::has_role(core, Role::StateOrgan) || it.core.last().is_some_and(|head| actors::has_role(head, Role::StateOrgan))
        }) {
            return body(format!("{home} {core}"));
        }
        let capital = bare.part(0, bare.lower.len().min(it.core.len())).name();
        body(match it.has_capitals {
            true => capital,
            false => owned(core, bare),
        })
    }

    /// The words that describe an unnamed source: nationality, modifiers, head, and what follows a bare head.
    fn description(&self, it: &Described) -> String {
        let mut words: Vec<String> = Vec::new();
        words.extend(it.state.as_ref().map(|state| self.register.world.adjective(state).to_owned()));
        words.extend(it.body.as_ref().map(|(name, _)| name.clone()));
        words.extend(it.place.clone());
        words.extend(it.core.iter().cloned());
        if let Some((last, acronym)) = words.last_mut().zip(it.acronym.as_ref()).filter(|(last, acronym)| **last == acronym.to_lowercase())
        {
            last.clone_from(acronym);
        }
        // "figures published by the bank", "a woman shot in the leg": nobody is named by what befell them.
        let is_document = || actors::has_role(&it.head, Role::Document);
        let is_made = || it.rest.first().is_some_and(|first| tells_after(first) && (is_document() || !actors::has_role(first, Role::End)));
        if words.len() == 1 && !is_made() {
            words.extend(it.rest.iter().cloned());
        }
        words.join(" ")
    }

    /// No table knows the head: a name in capitals, or a crowd, or something spoken of before.
    fn unknown(&self, it: &Described, core: &str, bare: &Words<'_>) -> Actor {
        let all = bare.up_to_comma();
        let name = all.name();
        if it.has_capitals && (0..all.raw.len()).all(|at| all.is_of_name(at)) {
            let of_body = |word: &str| {
                actors::has_role(word, Role::BodyName)
                    || word.contains('&')
                    || brand::is_kept(word)
                    || !word.starts_with(char::is_alphabetic)
            };
            let is_body = all.lower.iter().any(|word| of_body(word)) || mention::is_inner_capital(&bare.raw[0]);
            let person = !is_body
                && (1..=4).contains(&(0..all.raw.len()).filter(|at| all.is_capital(*at)).count())
                && !name.chars().all(|letter| letter.is_uppercase());
            return Actor::new(name, if person { ActorKind::Person } else { ActorKind::Organisation });
        }
        if it.has_capitals && !it.plural {
            let vague = !core.contains(char::is_uppercase) && (it.state.is_some() || it.body.is_some());
            return Actor { vague, ..Actor::new(name, ActorKind::Organisation) };
        }
        let kind = if it.plural {
            ActorKind::Crowd
        } else if it.definite && !mention::is_aged(&it.head) {
            ActorKind::Organisation
        } else {
            ActorKind::Unnamed
        };
        let described = self.description(it);
        let are_people = it.plural && it.definite && actors::names_somebody(&it.head);
        let vague = !actors::has_role(&it.head, Role::Government) && !mention::is_aged(&it.head) && !are_people;
        Actor { plural: it.plural, vague, ..Actor::new(if described.is_empty() { core.to_owned() } else { described }, kind) }
    }
}

/// The head of a description stands before the word at `at`.
fn ends_description(bare: &Words<'_>, at: usize) -> bool {
    let word = &bare.lower[at];
    let classes = closed::classes(word);
    if mention::is_acronym(&bare.raw[at]) {
        return false;
    }
    let ends = *word == "," || classes.has(Class::Preposition) || classes.has(Class::Relative) || actors::has_role(word, Role::End);
    ends && !names_body(bare, at) || is_told_after(bare, at)
}

/// What follows a head that ends at `stop` and says whom it means: "sources close to the talks", and not the clause "who …".
fn told_after(bare: &Words<'_>, stop: usize) -> Vec<String> {
    let has = |at: usize, class| closed::classes(&bare.lower[at]).has(class);
    let governed = |at: usize| at > 0 && has(at - 1, Class::Preposition);
    let ends = |at: &usize| bare.lower[*at] == "," || has(*at, Class::Relative) && !governed(*at);
    (stop..bare.raw.len()).take_while(|at| !ends(at)).map(|at| bare.raw[at].to_string()).collect()
}

/// "Ulrich zu Hohenfels": the last word at `at` is no noun for somebody or something.
fn ends_name(bare: &Words<'_>, at: usize) -> bool {
    let word = &bare.lower[at];
    let is_known = words::look_up(word).noun || actors::names_somebody(word) || actors::has_role(word, Role::Document);
    !is_known && !inflect::can_be_plural(word) && !mention::is_acronym(&bare.raw[at])
}

/// "chamber of commerce": the preposition at `at` is inside the words of an organ.
fn names_body(bare: &Words<'_>, at: usize) -> bool {
    at + 1 < bare.lower.len() && actors::has_role(&bare.lower[at - 1..=at + 1].join(" "), Role::Organ)
}

/// "the organisation's refugee agency": the words of a body as they stand, where one of them owns the next.
fn owned(core: &str, bare: &Words<'_>) -> String {
    let last = core.split(' ').count() - 1;
    let is_owner =
        |at: usize, word: &str| at < last && bare.lower.get(at).is_some_and(|lower| lower == word && possessive::owns(&bare.raw[at]));
    let words = core.split(' ').enumerate().map(|(at, word)| match word {
        _ if !is_owner(at, word) => word.to_owned(),
        _ if word.ends_with('s') => format!("{word}'"),
        _ => format!("{word}'s"),
    });
    words.collect::<Vec<String>>().join(" ")
}

/// "memo sent to staff", "group backed by Iran": the participle at `at` tells of the noun before it, and governs what follows.
fn is_told_after(bare: &Words<'_>, at: usize) -> bool {
    let governs = |at: usize| bare.lower.get(at).is_some_and(|next| closed::classes(next).has(Class::Preposition));
    let before = &bare.lower[at - 1];
    let is_noun = words::look_up(before).noun || actors::names_somebody(before) || actors::has_role(before, Role::Document);
    // "a man shot in the leg", and no "price cut by the bank".
    let is_person = actors::has_any_role(before, &[Role::Unnamed, Role::Crowd]);
    let befell = is_person && words::look_up(&bare.lower[at]).forms & form::PARTICIPLE != 0;
    !bare.is_capital(at) && governs(at + 1) && (is_noun && tells_after(&bare.lower[at]) || befell)
}

/// A participle, or a word that no table knows and that ends as one.
fn tells_after(word: &str) -> bool {
    is_participle(word) || words::is_unknown_past(word)
}

fn is_participle(word: &str) -> bool {
    let word = words::look_up(word);
    word.forms & form::PARTICIPLE != 0 && !word.noun
}

/// "the", "this", "its": the hearer knows which one.
fn is_definite(word: &str) -> bool {
    !actors::is_indefinite(word)
}
