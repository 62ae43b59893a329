//! Mentions that name or describe their actor: "Khawaja Asif, the defence minister", "two officials briefed on the talks".
//!
//! A name is looked up in the text's own names and the world's; a description is read by its head noun, with the state or body that
//! qualifies it. One rule names organs: the state's name and the organ's words ("Pakistan information ministry"), however the text
//! puts them together.

use crate::lexicon::actors::{self, NameUse, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::pronouns;
use crate::model::ActorKind;
use crate::text::{Document, Span, TokenKind};

use super::register::clean;
use super::{Actor, Part, Resolver};

/// The words of a mention.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// As written, possessive endings kept.
    raw: Vec<String>,
    /// In lower case and one spelling, without possessive endings.
    pub lower: Vec<String>,
}

/// Longest mention read, in words.
const LONGEST: usize = 40;

impl Words {
    /// The words of `span` up to an aside; marks are left out.
    pub fn read(document: &Document<'_>, span: Span) -> Self {
        let range = document.tokens_in(span);
        Words::of(document, range.start, range.end.min(range.start + LONGEST))
    }

    /// The noun phrase that ends just before byte `at`, a comma left out.
    pub fn before(document: &Document<'_>, at: usize) -> Option<Self> {
        let mut end = document.token_at(at);
        if document.slice(document.tokens.get(end.checked_sub(1)?)?.span) == "," {
            end -= 1;
        }
        let sentence = document.token_range(document.sentence_at(at)?).start;
        let reach = sentence.max(end.saturating_sub(PHRASE));
        let begin = (reach..end)
            .rev()
            .take_while(|token| {
                document.tokens[*token].kind == TokenKind::Word && !ends_before(document.slice(document.tokens[*token].span))
            })
            .last()?;
        Some(Words::of(document, begin, end))
    }

    fn of(document: &Document<'_>, begin: usize, end: usize) -> Self {
        let mut words = Words::default();
        for token in &document.tokens[begin..end.max(begin)] {
            let raw = document.slice(token.span).replace('’', "'");
            if raw == "," && !words.is_empty() {
                words.raw.push(raw.clone());
                words.lower.push(raw);
            } else if token.is_wordlike() {
                words.lower.push(actors::spelling(&clean(&raw).to_lowercase()).to_owned());
                words.raw.push(raw);
            }
        }
        words
    }

    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    fn part(&self, begin: usize, end: usize) -> Words {
        Words { raw: self.raw[begin..end].to_vec(), lower: self.lower[begin..end].to_vec() }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.raw[at].starts_with(char::is_uppercase)
    }

    /// The words as a name: possessive endings off.
    fn name(&self) -> String {
        let words: Vec<String> = self.raw.iter().filter(|word| *word != ",").map(|word| clean(word)).collect();
        words.join(" ")
    }

    /// Without the words that count or determine ("the", "two", "at least a dozen").
    fn bare(&self) -> Words {
        let begin = (0..self.lower.len())
            .find(|at| {
                let is_number = self.raw[*at].starts_with(|first: char| first.is_ascii_digit());
                !actors::has_role(&self.lower[*at], Role::Count) && !is_number
            })
            .unwrap_or(self.lower.len());
        self.part(begin, self.lower.len())
    }
}

/// Claims back within which an earlier actor is looked for.
const NEAR: usize = 24;

/// Words back within which a noun phrase before "who" begins.
const PHRASE: usize = 8;

/// A verb or a clause's first word: a noun phrase does not reach back over it.
fn ends_before(word: &str) -> bool {
    let classes = closed::classes(word);
    [Class::Auxiliary, Class::Modal, Class::Subordinator, Class::Speech].iter().any(|class| classes.has(*class))
}

/// A description taken apart.
struct Described {
    /// Modifiers and head, the state and counts left out.
    core: Vec<String>,
    head: String,
    state: Option<String>,
    body: Option<(String, ActorKind)>,
    /// An unknown place after "in".
    place: Option<String>,
    /// What follows the head.
    rest: Vec<String>,
    definite: bool,
    plural: bool,
    has_capitals: bool,
}

impl Described {
    /// "the government" and no more.
    fn names_government(&self) -> bool {
        let is_alone = self.core.len() == 1 && self.body.is_none() && self.place.is_none();
        is_alone && self.definite && actors::has_role(&self.head, Role::Government)
    }
}

impl Resolver<'_, '_> {
    pub(super) fn phrase(&self, words: &Words, at: usize, part: Part) -> Actor {
        let bare = words.bare();
        if let Some(actor) = self.joint(words).or_else(|| self.fixed(words, &bare)) {
            return actor;
        }
        let text = words.lower.join(" ");
        if let Some(actor) = self.party(&text, at) {
            return actor;
        }
        if bare.is_empty() {
            return Actor { plural: true, ..Actor::new(text, ActorKind::Unnamed) };
        }
        self.titled(&bare).unwrap_or_else(|| self.described(words, &bare, at, part))
    }

    /// A name by itself.
    fn fixed(&self, words: &Words, bare: &Words) -> Option<Actor> {
        let cut = |words: &Words| words.part(0, words.raw.iter().position(|word| word == ",").unwrap_or(words.raw.len())).name();
        [cut(words), cut(bare)].iter().find_map(|name| self.named(name))
    }

    fn named(&self, name: &str) -> Option<Actor> {
        let (name, kind) = self.register.named(name)?;
        let gender = self.register.person(&name).and_then(|(_, gender)| *gender);
        Some(Actor { gender, ..Actor::new(name, kind) })
    }

    /// "both capitals", "its neighbour".
    fn party(&self, text: &str, at: usize) -> Option<Actor> {
        let parties = self.register.parties.as_slice();
        if actors::has_role(text, Role::TwoSides) {
            let [first, second] = parties else { return None };
            return Some(Actor { plural: true, ..Actor::new(format!("{first} and {second}"), ActorKind::State) });
        }
        if actors::has_role(text, Role::Mediator) {
            let joint = self
                .past
                .iter()
                .rev()
                .take(NEAR)
                .find(|past| past.actor.plural && past.actor.kind == ActorKind::State)
                .map(|past| past.actor.name.clone());
            let name = self.register.mediators.clone().or(joint.filter(|name| *name != parties.join(" and ")))?;
            return Some(Actor { plural: true, ..Actor::new(name, ActorKind::State) });
        }
        if actors::has_role(text, Role::OtherSide) {
            let last = self.past.iter().rev().take(NEAR).find(|past| past.at <= at).map(|past| past.actor.name.clone())?;
            return self.other_party(&last);
        }
        None
    }

    /// The state that an actor belongs to by its name.
    pub(super) fn state_of(&self, name: &str) -> Option<&str> {
        self.register
            .parties
            .iter()
            .map(String::as_str)
            .find(|state| name.starts_with(*state) || name.starts_with(self.register.world.adjective(state)))
    }

    /// "Turkey and Qatar": every part is a name.
    fn joint(&self, words: &Words) -> Option<Actor> {
        let mut names = Vec::new();
        let mut kind = None;
        let mut begin = 0;
        for end in 0..=words.lower.len() {
            let splits = end == words.lower.len() || words.lower[end] == "," || closed::classes(&words.lower[end]).has(Class::Conjunction);
            if !splits {
                continue;
            }
            if end > begin {
                let piece = words.part(begin, end);
                let actor = self.fixed(&piece, &piece.bare()).or_else(|| self.titled(&piece.bare()))?;
                kind = kind.or(Some(actor.kind));
                if !names.contains(&actor.name) {
                    names.push(actor.name);
                }
            }
            begin = end + 1;
        }
        let kind = kind.filter(|_| names.len() > 1)?;
        let last = names.pop()?;
        Some(Actor { plural: true, ..Actor::new(format!("{} and {last}", names.join(", ")), kind) })
    }

    /// "Defence Minister Khawaja Asif", "opposition senator Gulalai Orakzai": a post and a name after it.
    fn titled(&self, bare: &Words) -> Option<Actor> {
        let end = bare.raw.iter().position(|word| word == ",").unwrap_or(bare.raw.len());
        let begin = (0..end).rev().take_while(|at| bare.is_capital(*at) || actors::has_role(&bare.lower[*at], Role::Particle)).last()?;
        let after_post = (begin..end).rev().find(|at| is_post_word(&bare.lower[*at])).map_or(begin, |at| at + 1);
        if after_post >= end {
            return None;
        }
        let named = bare.part(after_post, end);
        if let Some(actor) = self.named(&named.name()).filter(|actor| actor.kind == ActorKind::Person) {
            return Some(actor);
        }
        let introduced = after_post > begin || begin > 0 && is_post_word(&bare.lower[begin - 1]);
        let given = actors::gender_of_name(&clean(&named.raw[0]));
        let is_person = introduced && after_post > 0 || given.is_some() && named.raw.len() > 1 && begin == 0;
        let is_body = named.lower.last().is_some_and(|last| actors::has_role(last, Role::Organ) || actors::has_role(last, Role::Media));
        (is_person && !is_body).then(|| Actor { gender: given, ..Actor::new(named.name(), ActorKind::Person) })
    }

    fn described(&self, words: &Words, bare: &Words, at: usize, part: Part) -> Actor {
        let mut it = self.take_apart(words, bare);
        let owner = words
            .lower
            .first()
            .filter(|_| words.lower.len() > 1)
            .and_then(|first| pronouns::owner(first).and_then(|_| self.owner(first, at)));
        if let Some(owner) = owner.filter(|_| it.state.is_none() && it.body.is_none()) {
            match owner.kind {
                ActorKind::State => it.state = Some(owner.name),
                _ => it.body = Some((owner.name, owner.kind)),
            }
        }
        self.by_head(&it, bare, part)
    }

    fn take_apart(&self, words: &Words, bare: &Words) -> Described {
        let stop = (0..bare.lower.len())
            .find(|at| {
                let classes = closed::classes(&bare.lower[*at]);
                *at > 0
                    && !names_body(bare, *at)
                    && (bare.lower[*at] == ","
                        || classes.has(Class::Preposition)
                        || classes.has(Class::Relative)
                        || actors::has_role(&bare.lower[*at], Role::End))
            })
            .unwrap_or(bare.lower.len());
        let mut it = Described {
            core: Vec::new(),
            head: String::new(),
            state: None,
            body: None,
            place: None,
            rest: bare.raw[stop..].iter().take_while(|word| *word != ",").cloned().collect(),
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
                        clean(&bare.raw[at])
                    } else {
                        bare.lower[at].clone()
                    };
                    it.core.push(word);
                    at += 1;
                }
            }
        }
        it.head = it.core.last().cloned().unwrap_or_default();
        it.plural = it.head.ends_with('s') && !it.head.ends_with("ss") || it.head == "people" || it.head == "police";
        self.read_tail(&mut it, bare, stop);
        it
    }

    /// "in Kabul", "of Pakistan", "for the TTP" after the head.
    fn read_tail(&self, it: &mut Described, bare: &Words, stop: usize) {
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
    fn qualifier(&self, words: &Words) -> Option<(String, ActorKind)> {
        let name = words.name();
        if let Some(known) = self.register.world.get(&name).filter(|known| known.used != NameUse::People) {
            return Some((known.name.clone(), known.kind));
        }
        let is_owner = words.raw.last().is_some_and(|last| last.ends_with("'s") || last.ends_with('\''));
        self.register.named(&name).filter(|(_, kind)| *kind != ActorKind::Person || is_owner)
    }

    fn by_head(&self, it: &Described, bare: &Words, part: Part) -> Actor {
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
        if let Some(home) = self.register.home.as_ref().filter(|_| it.names_government()) {
            return state(home);
        }
        if actors::is_post(head, Post::Spokesperson) || actors::is_post(&core, Post::Spokesperson) {
            return self.spoken_for(it, &core);
        }
        if let Some(holder) = self.holder(it, &core) {
            return holder;
        }
        if actors::has_role(head, Role::Organ)
            || it.core.len() >= 3 && actors::has_role(&it.core[it.core.len() - 3..].join(" "), Role::Organ)
        {
            return self.organ(it, &core, bare);
        }
        if unnamed && !(it.definite && !it.plural && actors::is_post(&core, Post::Office) && it.state.is_some()) {
            return Actor { plural: it.plural, ..Actor::new(self.description(it), ActorKind::Unnamed) };
        }
        if actors::is_post(head, Post::Office) {
            let kind = if it.definite || it.has_capitals { ActorKind::Office } else { ActorKind::Unnamed };
            return Actor { plural: it.plural, ..Actor::new(self.description(it), kind) };
        }
        for (role, kind) in [(Role::Crowd, ActorKind::Crowd), (Role::Document, ActorKind::Document), (Role::Media, ActorKind::Media)] {
            if actors::has_role(head, role) {
                return Actor { plural: it.plural, ..Actor::new(self.description(it), kind) };
            }
        }
        self.unknown(it, &core, bare)
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
        match &it.state {
            Some(state) => Actor::new(state.clone(), ActorKind::State),
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
            actors::is_post(core, Post::Office)
                .then(|| self.past.iter().rev().take(8).find(|past| past.actor.kind == ActorKind::Person && fits(&past.actor.name)))
                .flatten()
        };
        match person {
            Some(name) => self.named(name),
            None => last_word().map(|past| past.actor.clone()),
        }
    }

    fn organ(&self, it: &Described, core: &str, bare: &Words) -> Actor {
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
        if let Some(past) = self.past.iter().rev().take(12).find(|past| past.actor.name.ends_with(&ending)) {
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
        if words.len() == 1 {
            words.extend(it.rest.iter().cloned());
        }
        words.join(" ")
    }

    /// No table knows the head: a name in capitals, or a crowd, or something spoken of before.
    fn unknown(&self, it: &Described, core: &str, bare: &Words) -> Actor {
        let name = bare.part(0, bare.lower.iter().position(|word| word == ",").unwrap_or(bare.lower.len())).name();
        let all_capitals = bare.raw.iter().take_while(|word| *word != ",").all(|word| word.starts_with(char::is_uppercase));
        if all_capitals {
            let person = (1..=4).contains(&name.split(' ').count()) && !name.chars().all(|letter| letter.is_uppercase());
            return Actor::new(name, if person { ActorKind::Person } else { ActorKind::Organisation });
        }
        if it.has_capitals && !it.plural {
            return Actor::new(name, ActorKind::Organisation);
        }
        let kind = if it.plural {
            ActorKind::Crowd
        } else if it.definite {
            ActorKind::Organisation
        } else {
            ActorKind::Unnamed
        };
        let described = self.description(it);
        Actor { plural: it.plural, vague: true, ..Actor::new(if described.is_empty() { core.to_owned() } else { described }, kind) }
    }
}

/// "chamber of commerce": the preposition at `at` is inside the words of an organ.
fn names_body(bare: &Words, at: usize) -> bool {
    at + 1 < bare.lower.len() && actors::has_role(&bare.lower[at - 1..=at + 1].join(" "), Role::Organ)
}

fn is_post_word(word: &str) -> bool {
    actors::is_post(word, Post::Office) || actors::is_post(word, Post::Title) || actors::is_post(word, Post::Spokesperson)
}

/// "the", "this", "its": the hearer knows which one.
fn is_definite(word: &str) -> bool {
    !actors::is_indefinite(word)
}
