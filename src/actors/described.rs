//! Descriptions taken apart: "the Jordanian health ministry", "two officials briefed on the talks", read by their head noun with the
//! state, body or place that qualifies it.
//!
//! One rule names organs: the state's name and the organ's words ("Pakistan information ministry"), however the text puts them
//! together.

use crate::lexicon::actors::{self, NameUse, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::possessive;

use super::register::{clean, unshouted};
use super::words::Words;
use super::{Actor, Part, Resolver};

/// A description taken apart.
pub(super) struct Described {
    /// Modifiers and head, the state and counts left out.
    pub core: Vec<String>,
    pub head: String,
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
    /// "the government" and no more.
    fn names_government(&self) -> bool {
        let is_alone = self.core.len() == 1 && self.body.is_none() && self.place.is_none();
        is_alone && self.definite && actors::has_role(&self.head, Role::Government)
    }
}

impl Resolver<'_, '_> {
    pub(super) fn take_apart(&self, words: &Words<'_>, bare: &Words<'_>) -> Described {
        let stop = (0..bare.lower.len())
            .find(|at| {
                let classes = closed::classes(&bare.lower[*at]);
                *at > 0
                    && (bare.lower[*at] == ","
                        || classes.has(Class::Preposition)
                        || classes.has(Class::Relative)
                        || actors::has_role(&bare.lower[*at], Role::End))
                    && !names_body(bare, *at)
            })
            .unwrap_or(bare.lower.len());
        let mut it = Described {
            core: Vec::new(),
            head: String::new(),
            state: None,
            body: None,
            place: None,
            rest: told_after(bare, stop),
            definite: words
                .lower
                .first()
                .is_some_and(|first| closed::classes(first).has(Class::Determiner) || closed::classes(first).has(Class::Possessive))
                && is_definite(&words.lower[0]),
            plural: false,
            has_capitals: (0..stop).any(|at| bare.is_capital(at)),
        };
        let mut at = 0;
        while at < stop {
            let known = (at + 1..=stop.min(at + 4)).rev().find_map(|to| self.qualifier(&bare.part(at, to)).map(|found| (to, found)));
            match known {
                Some((to, (name, kind))) if to < stop || kind == ActorKind::State => {
                    if kind == ActorKind::State {
                        it.state = it.state.or(Some(name))
                    } else {
                        it.body = it.body.or(Some((name, kind)))
                    }
                    at = to;
                }
                _ => {
                    let word = if bare.is_capital(at) && at + 1 < stop && !actors::has_role(&bare.lower[at], Role::Organ) {
                        clean(&bare.raw[at]).into_owned()
                    } else {
                        bare.lower[at].to_string()
                    };
                    it.core.push(word);
                    at += 1;
                }
            }
        }
        it.head = it.core.last().cloned().unwrap_or_default();
        it.plural = inflect::is_plural(&it.head) || actors::has_role(&it.head, Role::Many);
        self.read_tail(&mut it, bare, stop);
        it
    }

    /// "in Kabul", "of Pakistan", "for the TTP" after the head.
    fn read_tail(&self, it: &mut Described, bare: &Words<'_>, stop: usize) {
        if stop + 1 >= bare.lower.len() || !closed::classes(&bare.lower[stop]).has(Class::Preposition) {
            return;
        }
        let tail = bare.part(stop + 1, bare.lower.len());
        let tail = tail.bare();
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

    /// A state's adjective or name, or a body's name, before a noun.
    fn qualifier(&self, words: &Words<'_>) -> Option<(String, ActorKind)> {
        let name = words.name();
        let world = &self.register.world;
        let known = world.get(&name).or_else(|| world.get(&unshouted(&name)?));
        if let Some(known) = known.filter(|known| known.used != NameUse::People) {
            return Some((known.name.clone(), known.kind));
        }
        let is_owner = words.raw.last().is_some_and(|last| possessive::owns(last));
        self.register.named(&name).filter(|(_, kind)| *kind != ActorKind::Person || is_owner)
    }

    pub(super) fn by_head(&self, it: &Described, bare: &Words<'_>, part: Part) -> Actor {
        let core = it.core.join(" ");
        let head = it.head.as_str();
        let state = |name: &String| Actor::new(name.clone(), ActorKind::State);
        if head.is_empty() {
            return it
                .state
                .as_ref()
                .map(state)
                .or_else(|| it.body.as_ref().map(|(name, kind)| Actor::new(name.clone(), *kind)))
                .unwrap_or_else(|| Actor::new(bare.name(), ActorKind::Organisation));
        }
        let unnamed = actors::has_role(head, Role::Unnamed);
        let forces = actors::has_role(head, Role::Forces);
        if let Some(name) =
            it.state.as_ref().filter(|_| forces && (part == Part::Target || !unnamed) || actors::has_role(head, Role::Government))
        {
            return state(name);
        }
        let of_government = it.core.iter().any(|word| actors::has_role(word, Role::Government));
        if let Some(home) = self.register.home.as_ref().filter(|_| forces && of_government && it.body.is_none()) {
            return state(home);
        }
        if let Some(home) = self.register.home.as_ref().filter(|_| it.names_government()) {
            return state(home);
        }
        if actors::is_post(head, Post::Spokesperson) || actors::is_post(&core, Post::Spokesperson) {
            return self.spoken_for(it, &core);
        }
        if let Some(holder) = self.holder(it, &core) {
            return holder;
        }
        if let Some(body) = self.body_called(it) {
            return body;
        }
        if actors::has_role(head, Role::Organ)
            || it.core.len() >= 3 && actors::has_role(&it.core[it.core.len() - 3..].join(" "), Role::Organ)
        {
            return self.organ(it, &core, bare);
        }
        if unnamed && !(it.definite && !it.plural && actors::is_post(&core, Post::Office) && it.state.is_some()) {
            return Actor { plural: it.plural, ..Actor::new(self.description(it), ActorKind::Unnamed) };
        }
        if actors::is_post(head, Post::Office) || actors::is_post(head, Post::Title) {
            let kind = if it.definite || it.has_capitals { ActorKind::Office } else { ActorKind::Unnamed };
            return Actor { plural: it.plural, ..Actor::new(self.description(it), kind) };
        }
        for (role, kind) in [(Role::Crowd, ActorKind::Crowd), (Role::Document, ActorKind::Document), (Role::Media, ActorKind::Media)] {
            if actors::has_role(head, role) {
                let is_name = kind == ActorKind::Media && it.core.len() > 1 && (0..bare.raw.len()).all(|at| bare.is_capital(at));
                let name = if is_name { bare.name() } else { self.description(it) };
                return Actor { plural: it.plural, ..Actor::new(name, kind) };
            }
        }
        self.unknown(it, &core, bare)
    }

    /// "the union", "the Dockers union" where the text has named the only one.
    fn body_called(&self, it: &Described) -> Option<Actor> {
        let body = self
            .register
            .body(&it.head)
            .filter(|_| it.definite && (!it.plural || actors::has_role(&it.head, Role::Crowd)) && it.state.is_none())?;
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
            let ending = format!(" {core}");
            let fits = |name: &str| self.register.post_of(name).any(|post| post.ends_with(&ending));
            (actors::is_post(core, Post::Office) || actors::is_post(core, Post::Person))
                .then(|| self.past.iter().rev().take(8).find(|past| past.actor.kind == ActorKind::Person && fits(&past.actor.name)))
                .flatten()
        };
        match person {
            Some(name) => self.named(name),
            None => last_word().map(|past| past.actor.clone()),
        }
    }

    fn organ(&self, it: &Described, core: &str, bare: &Words<'_>) -> Actor {
        let lower = core.to_lowercase();
        let core = if actors::has_role(&lower, Role::Organ) { lower.as_str() } else { core };
        let body = |name: String| Actor::new(name, ActorKind::Organisation);
        if let Some(state) = &it.state {
            return body(format!("{state} {core}"));
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
        let ending = format!(" {core}");
        let ends = |name: &str| name.ends_with(&ending) || self.register.turned(name).is_some_and(|words| words.ends_with(&ending));
        if let Some(past) = self.past.iter().rev().take(12).find(|past| ends(&past.actor.name)) {
            return past.actor.clone();
        }
        if let Some(home) = self.register.home.as_ref().filter(|_| {
            actors::has_role(core, Role::StateOrgan) || it.core.last().is_some_and(|head| actors::has_role(head, Role::StateOrgan))
        }) {
            return body(format!("{home} {core}"));
        }
        let capital = bare.part(0, bare.lower.len().min(it.core.len())).name();
        body(if it.has_capitals { capital } else { core.to_owned() })
    }

    /// The words that describe an unnamed source: nationality, modifiers, head, and what follows a bare head.
    fn description(&self, it: &Described) -> String {
        let mut words: Vec<String> = Vec::new();
        words.extend(it.state.as_ref().map(|state| self.register.world.adjective(state).to_owned()));
        words.extend(it.body.as_ref().map(|(name, _)| name.clone()));
        words.extend(it.place.clone());
        words.extend(it.core.iter().cloned());
        // "figures published by the bank": a document is not named by how it came out.
        let is_made = || actors::has_role(&it.head, Role::Document) && it.rest.first().is_some_and(|first| is_participle(first));
        if words.len() == 1 && !is_made() {
            words.extend(it.rest.iter().cloned());
        }
        words.join(" ")
    }

    /// No table knows the head: a name in capitals, or a crowd, or something spoken of before.
    fn unknown(&self, it: &Described, core: &str, bare: &Words<'_>) -> Actor {
        let name = bare.up_to_comma().name();
        let all_capitals = bare.raw.iter().take_while(|word| *word != ",").all(|word| word.starts_with(char::is_uppercase));
        if all_capitals {
            let is_body = bare.lower.iter().take_while(|word| *word != ",").any(|word| actors::has_role(word, Role::BodyName));
            let person = !is_body && (1..=4).contains(&name.split(' ').count()) && !name.chars().all(|letter| letter.is_uppercase());
            return Actor::new(name, if person { ActorKind::Person } else { ActorKind::Organisation });
        }
        if it.has_capitals && !it.plural {
            let vague = !core.contains(char::is_uppercase) && (it.state.is_some() || it.body.is_some());
            return Actor { vague, ..Actor::new(name, ActorKind::Organisation) };
        }
        let kind = if it.plural {
            ActorKind::Crowd
        } else if it.definite {
            ActorKind::Organisation
        } else {
            ActorKind::Unnamed
        };
        let described = self.description(it);
        let vague = !actors::has_role(&it.head, Role::Government);
        Actor { plural: it.plural, vague, ..Actor::new(if described.is_empty() { core.to_owned() } else { described }, kind) }
    }
}

/// What follows a head that ends at `stop` and says whom it means: "sources close to the talks", and not the clause "who …".
fn told_after(bare: &Words<'_>, stop: usize) -> Vec<String> {
    let has = |at: usize, class| closed::classes(&bare.lower[at]).has(class);
    let governed = |at: usize| at > 0 && has(at - 1, Class::Preposition);
    let ends = |at: &usize| bare.lower[*at] == "," || has(*at, Class::Relative) && !governed(*at);
    (stop..bare.raw.len()).take_while(|at| !ends(at)).map(|at| bare.raw[at].to_string()).collect()
}

/// "chamber of commerce": the preposition at `at` is inside the words of an organ.
fn names_body(bare: &Words<'_>, at: usize) -> bool {
    at + 1 < bare.lower.len() && actors::has_role(&bare.lower[at - 1..=at + 1].join(" "), Role::Organ)
}

fn is_participle(word: &str) -> bool {
    let word = words::look_up(word);
    word.forms & form::PARTICIPLE != 0 && !word.noun
}

/// "the", "this", "its": the hearer knows which one.
fn is_definite(word: &str) -> bool {
    !actors::is_indefinite(word)
}
