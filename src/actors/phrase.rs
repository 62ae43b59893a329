//! Mentions that name or describe their actor: "Khawaja Asif, the defence minister", "two officials briefed on the talks".
//!
//! A name is looked up in the text's own names and the world's; what only describes its actor is left to `described`.

use std::ops::Range;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::pronouns;
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::{SegmentKind, possessive};

use super::register::clean;
use super::words::{Words, is_acronym};
use super::{Actor, Part, Resolver, brand};

/// Claims back within which an earlier actor is looked for.
const NEAR: usize = 24;
/// Words that a name after a description has at the most.
const LONGEST_NAME: usize = 6;
/// Words from the end of a person's name within which the given one stands.
const GIVEN: usize = 3;

/// Words that a post may have behind the first, and one more.
const POST: usize = 3;

impl Resolver<'_, '_> {
    pub(super) fn phrase(&self, words: &Words<'_>, at: usize, part: Part) -> Actor {
        let actor = self.meant(words, at, part);
        Actor { name: brand::shown(actor.name), ..actor }
    }

    fn meant(&self, words: &Words<'_>, at: usize, part: Part) -> Actor {
        let bare = words.bare();
        if let Some(actor) = self.surname_of_trade(words, at) {
            return actor;
        }
        if let Some(actor) = self.behind_speaker(words, at, part) {
            return actor;
        }
        if let Some(actor) = self.joint(words).or_else(|| self.both_introduced(&bare)).or_else(|| self.fixed(words, &bare)) {
            return actor;
        }
        if let Some(actor) = self.associate(words, at) {
            return actor;
        }
        let text = words.lower.join(" ");
        if let Some(actor) = self.party(&text, at) {
            return actor;
        }
        // "both sides" where nobody tells which.
        if actors::has_role(&text, Role::TwoSides) {
            return Actor { plural: true, ..Actor::new(text, ActorKind::Crowd) };
        }
        if bare.is_empty() || is_share(words, &bare) {
            return Actor { plural: true, ..Actor::new(text, ActorKind::Unnamed) };
        }
        let named = self
            .titled(&bare)
            .or_else(|| self.introduced(&bare))
            .or_else(|| self.after_where_they_serve(&bare))
            .or_else(|| self.institution(words, &bare))
            .or_else(|| self.owned_body(&bare))
            .or_else(|| self.owned_person(&bare))
            .or_else(|| self.called_body(&bare))
            .or_else(|| self.national(&bare))
            .or_else(|| self.only_name(words, &bare, at, part))
            .or_else(|| those(words, &bare));
        named.unwrap_or_else(|| self.described(words, &bare, at, part))
    }

    /// “said Potter”: a noun for one person that no determiner stands before has a capital because it is a name. Headlines leave
    /// determiners out.
    fn surname_of_trade(&self, words: &Words<'_>, at: usize) -> Option<Actor> {
        let [only] = words.raw else { return None };
        let trade = words.lower[0].as_ref();
        let is_trade = words.is_capital(0) && actors::is_post(trade, Post::Person) && !is_acronym(only);
        let is_trade = is_trade && !actors::has_role(trade, Role::Many) && self.register.holder(trade).is_none();
        let sentence = self.document.sentence_at(at).filter(|_| is_trade)?;
        let segment = self.document.segment_of(sentence).kind;
        (segment == SegmentKind::Paragraph).then(|| self.named(only).unwrap_or_else(|| Actor::new(clean(only).as_ref(), ActorKind::Person)))
    }

    /// "the mediator, Dame Ruth Lee", "the port's operator, Brasel Ports": a description and, after a comma, the name.
    fn introduced(&self, bare: &Words<'_>) -> Option<Actor> {
        // "the head of Lind Council, Ann Lee,": after a post a capital before the comma is that of what it is a post in.
        // "The Bishop of Lind, the Rt Rev Ann Lee": a title before what it is the title of.
        let governs = |at: usize| bare.lower.get(at).is_some_and(|word| closed::classes(word).has(Class::Preposition));
        let is_maker = |first: &str| actors::has_role(first, Role::Body) && !bare.is_capital(0) && governs(1);
        let is_post = bare
            .lower
            .first()
            .is_some_and(|first| actors::is_post_or_title(first) && (!bare.is_capital(0) || governs(1)) || is_maker(first));
        let open = bare.raw.iter().position(|word| word == ",").filter(|open| is_post || !bare.is_capital(open.saturating_sub(1)))?;
        let close = (open + 1..bare.raw.len()).find(|at| bare.raw[*at] == ",").unwrap_or(bare.raw.len());
        let head = if is_post { &bare.lower[0] } else { &bare.lower[open.checked_sub(1)?] };
        let name = bare.part(open + 1, close);
        // "The senator, a Republican,"
        if name.bare().raw.len() < name.raw.len() && name.lower.first().is_some_and(|first| actors::is_indefinite(first)) {
            return None;
        }
        let name = name.bare();
        let is_name = |at: usize| name.is_of_name(at);
        // "Committee on Health, Education and Labor": a list goes on.
        let joins = |at: &usize| closed::classes(&bare.lower[*at]).has(Class::Conjunction);
        if bare.raw.get(close + 1).is_some_and(|_| bare.is_capital(close + 1)) && (close..bare.raw.len()).any(|at| joins(&at)) {
            return None;
        }
        // "the head of the agency, retired general Ivo Lind"
        if name.lower.first().is_some_and(|_| !name.is_capital(0)) {
            let is_plain = |at: usize| is_name(at) || closed::classes(&name.lower[at]).is_open();
            return self.titled(&name).filter(|_| (0..name.raw.len()).all(is_plain));
        }
        if !(1..=LONGEST_NAME).contains(&name.raw.len()) || !(0..name.raw.len()).all(is_name) {
            return None;
        }
        // "His lawyers, Kemp Hall,": of many, one name is that of their firm.
        let is_body = actors::has_any_role(head, &[Role::Body, Role::Organ]) || inflect::is_plural(head);
        let kind = if is_body { ActorKind::Organisation } else { ActorKind::Person };
        let actor = self.named(&name.name()).or_else(|| self.titled(&name)).unwrap_or_else(|| Actor::new(name.name(), kind));
        // "the maker of the drug, Lind Pharma": two words with a capital are no person by that alone.
        let is_firm = is_body && actor.kind == ActorKind::Person && actors::gender_of_name(&clean(&name.raw[0])).is_none();
        Some(Actor { kind: if is_firm { kind } else { actor.kind }, ..actor })
    }

    /// "the mayor, Ann Moss, and the head of its port, Jim Orr"
    fn both_introduced(&self, bare: &Words<'_>) -> Option<Actor> {
        let joins = |at: &usize| bare.raw[at - 1] == "," && closed::classes(&bare.lower[*at]).has(Class::Conjunction);
        let at = (1..bare.raw.len()).find(joins)?;
        let (left, right) = (bare.part(0, at - 1), bare.part(at + 1, bare.raw.len()));
        let person = |words: Words<'_>| self.introduced(&words.bare()).filter(|actor| actor.kind == ActorKind::Person);
        let (first, second) = (person(left)?, person(right)?);
        Some(Actor { plural: true, ..Actor::new(format!("{} and {}", first.name, second.name), first.kind) })
    }

    /// Whom somebody without a name speaks for: a spokesman, or lawyers. Where one speaks for another ("lawyers for a spokesman for Lee"),
    /// all behind the first is read for that one alone.
    fn behind_speaker(&self, words: &Words<'_>, at: usize, part: Part) -> Option<Actor> {
        let end = words.up_to_comma().lower.len();
        let lawyers = (0..end).find(|head| actors::represents(&words.lower[*head]).is_some());
        let spokesperson = (0..end).find(|head| actors::is_post(&words.lower[*head], Post::Spokesperson));
        let speaks_for = |head: usize| head + 2 < end && words.lower.get(head + 1).is_some_and(|next| actors::has_role(next, Role::Behalf));
        let is_named = |head: usize| {
            words.raw.get(end + 1).is_some_and(|_| words.is_capital(end + 1)) || (1..head).any(|before| words.is_capital(before))
        };
        let spokesperson = spokesperson.filter(|head| speaks_for(*head) && !is_named(*head));
        let of_lawyers = || lawyers.and_then(|head| self.represented(words, head..end, at, part));
        let of_spokesperson = || spokesperson.and_then(|head| self.known_client(&words.part(head + 2, end), at, part));
        match (lawyers, spokesperson) {
            (Some(lawyers), Some(spokesperson)) if spokesperson < lawyers => of_spokesperson(),
            (Some(lawyers), _) if speaks_for(lawyers) => of_lawyers(),
            _ => of_lawyers().or_else(of_spokesperson),
        }
    }

    /// "lawyers for Mr Lee", "a lawyer for Lee, Ida Holm", "her lawyers": whoever speaks for somebody at law, whether one or many. The word
    /// for them is the first of `phrase`, which ends at a comma.
    fn represented(&self, words: &Words<'_>, phrase: Range<usize>, at: usize, part: Part) -> Option<Actor> {
        let Range { start: head, end } = phrase;
        let lawyers = actors::represents(&words.lower[head])?;
        let before = words.part(0, head);
        let client = match words.lower.get(head + 1).filter(|_| head + 1 < end) {
            Some(next) if actors::has_role(next, Role::Behalf) && head + 2 < end => self.phrase(&words.part(head + 2, end), at, part),
            None if words.lower.get(end + 1).is_none_or(|next| closed::classes(next).has(Class::Relative)) => {
                self.client(&before, at, part)?
            }
            _ => return None,
        };
        let is_known = !client.vague && !matches!(client.kind, ActorKind::Unnamed | ActorKind::Crowd);
        let named = || Actor { plural: true, ..Actor::new(format!("{}'s {lawyers}", client.name), ActorKind::Organisation) };
        // "the ministers’ lawyers", whoever they are.
        let owners = before.bare();
        let is_owned =
            owners.raw.last().is_some_and(|last| possessive::owns(last)) && (0..owners.raw.len()).all(|at| !owners.is_capital(at));
        let unnamed = || Actor { plural: true, ..Actor::new(format!("{} {lawyers}", owners.raw.join(" ")), ActorKind::Unnamed) };
        if is_known { Some(named()) } else { is_owned.then(unnamed) }
    }

    /// "Norline", "the ministry", for whom a spokesman without a name speaks: a person whom the text does not know is a body.
    fn known_client(&self, client: &Words<'_>, at: usize, part: Part) -> Option<Actor> {
        let actor = self.phrase(client, at, part);
        let is_body = actor.kind == ActorKind::Person && self.register.person(&actor.name).is_none();
        let kind = if is_body { ActorKind::Organisation } else { actor.kind };
        let is_known = !actor.vague && !matches!(kind, ActorKind::Unnamed | ActorKind::Crowd);
        is_known.then_some(Actor { kind, ..actor })
    }

    /// Whose lawyers they are by the words before "lawyers": "her", "the former mayor's".
    fn client(&self, before: &Words<'_>, at: usize, part: Part) -> Option<Actor> {
        if let Some(actor) = before.lower.first().and_then(|first| self.owner(first, at)) {
            return Some(actor);
        }
        let owner = before.raw.iter().position(|word| possessive::owns(word))?;
        Some(self.phrase(&before.part(0, owner + 1), at, part))
    }

    /// "Director of Public Health for Leicester Ann Lee", "Chief Constable of Lind Police Jim Orr": a post, where it is, and a name that
    /// begins with a given one.
    fn after_where_they_serve(&self, bare: &Words<'_>) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let join = bare.lower.iter().position(|word| closed::classes(word).has(Class::Preposition)).filter(|join| *join > 0)?;
        let end = bare.raw.len();
        let begin = (join + 1..end).rev().take_while(|at| bare.is_capital(*at)).last()?;
        let given = (begin + 1..end).rev().take(GIVEN).find_map(|at| Some((at, actors::gender_of_name(&bare.raw[at])?)));
        let (given, gender) = given.filter(|(at, _)| at + 1 < end)?;
        let is_body = |role| actors::has_role(&bare.lower[end - 1], role);
        let is_named_so = [Role::Body, Role::Organ, Role::BodyName, Role::CompanyName].into_iter().any(is_body);
        if is_named_so || possessive::owns(&bare.raw[end - 1]) || !(0..join).any(|at| actors::is_post_or_title(&bare.lower[at])) {
            return None;
        }
        let name = bare.part(given, end).name();
        self.named(&name).or_else(|| Some(Actor { gender: Some(gender), ..Actor::new(name, ActorKind::Person) }))
    }

    /// "a tearful Lind": a surname or a body's short name, and what it is like.
    fn only_name(&self, words: &Words<'_>, bare: &Words<'_>, at: usize, part: Part) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let last = bare.raw.len().checked_sub(1).filter(|last| *last > 0 && bare.is_capital(*last))?;
        let is_adjective = |at: usize| {
            let word = words::look_up(&bare.lower[at]);
            !bare.is_capital(at) && closed::classes(&bare.lower[at]).is_open() && !word.noun && !actors::names_somebody(&bare.lower[at])
        };
        if !(0..last).all(is_adjective) || possessive::owns(&bare.raw[last]) {
            return None;
        }
        let name = clean(&bare.raw[last]);
        let is_new = part == Part::Source && words.lower.first().is_some_and(|first| actors::is_indefinite(first));
        let is_plain = || !actors::names_somebody(&bare.lower[last]) && self.register.world.get(&name).is_none();
        let unknown = || (is_new && is_plain()).then(|| Actor::new(name.as_ref(), ActorKind::Person));
        // "neighbouring Norland", but "young Norlanders"
        let is_alone = bare.raw.len() == words.raw.len() && is_plain() && !inflect::can_be_plural(&bare.lower[last]);
        let by_itself = || Some(self.meant(&bare.part(last, last + 1), at, part)).filter(|actor| is_alone && !actor.vague);
        let known = self.named(&name).filter(|actor| matches!(actor.kind, ActorKind::Person | ActorKind::Organisation));
        known.or_else(unknown).or_else(by_itself)
    }

    /// A name by itself.
    fn fixed(&self, words: &Words<'_>, bare: &Words<'_>) -> Option<Actor> {
        let name = |words: &Words<'_>| self.named(&words.up_to_comma().name());
        let is_bare = bare.raw.len() == words.raw.len();
        name(words).or_else(|| if is_bare { None } else { name(bare) }).or_else(|| self.abbreviated(bare)).or_else(|| self.person_of(bare))
    }

    /// "the Data Protection Office (DPO)": a name and, after it, the short one that the text gives it.
    fn abbreviated(&self, bare: &Words<'_>) -> Option<Actor> {
        let last = bare.raw.len().checked_sub(1).filter(|last| *last > 0 && bare.is_capital(*last))?;
        let (name, kind) = self.register.acronym_of(&bare.raw[last])?;
        (bare.raw[..last].join(" ") == name).then(|| Actor::new(name, kind))
    }

    /// "Ana Torv of the Dockers union": a person of the text, and where they belong.
    fn person_of(&self, bare: &Words<'_>) -> Option<Actor> {
        let end = bare.lower.iter().position(|word| closed::classes(word).has(Class::Preposition)).filter(|end| *end > 1)?;
        let named = bare.part(0, end);
        let introduces = |at: usize| named.is_of_name(at) || actors::is_post_or_title(&named.lower[at]);
        if !(0..end).all(introduces) {
            return None;
        }
        self.named(&named.name()).or_else(|| self.titled(&named)).filter(|actor| actor.kind == ActorKind::Person)
    }

    pub(super) fn named(&self, name: &str) -> Option<Actor> {
        let (name, kind) = self.register.named(name)?;
        let gender = self.register.person(&name).and_then(|(_, gender)| *gender);
        Some(Actor { gender, ..Actor::new(name, kind) })
    }

    /// "both capitals", "its neighbour".
    pub(super) fn party(&self, text: &str, at: usize) -> Option<Actor> {
        let parties = self.register.parties.as_slice();
        if actors::has_role(text, Role::TwoSides) {
            let [first, second] = parties else { return None };
            return Some(Actor { plural: true, ..Actor::new(format!("{first} and {second}"), self.party_kind(first)) });
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
    fn joint(&self, words: &Words<'_>) -> Option<Actor> {
        // "Gavi, the Vaccine Alliance": no second one.
        let is = |at: usize, class| words.lower.get(at).is_some_and(|word| closed::classes(word).has(class));
        let renamed = |at: usize| words.lower[at] == "," && is(at + 1, Class::Determiner);
        let joins = (0..words.lower.len()).any(|at| is(at, Class::Conjunction));
        // "One pastor who backs Lee, Jim Orr": a description and a name.
        if !joins
            && (!words.raw.first().is_some_and(|_| words.is_capital(0)) || is(0, Class::Determiner) || (0..words.lower.len()).any(renamed))
        {
            return None;
        }
        let has_brand = words.raw.iter().any(|word| brand::is_kept(word));
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
                let actor = self.fixed(&piece, &piece.bare()).or_else(|| self.titled(&piece.bare())).or_else(|| {
                    let is_name = has_brand && (0..piece.raw.len()).all(|at| piece.is_capital(at));
                    is_name.then(|| Actor::new(brand::shown(piece.name()), ActorKind::Organisation))
                })?;
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
    fn titled(&self, bare: &Words<'_>) -> Option<Actor> {
        let end = bare.raw.iter().position(|word| word == ",").unwrap_or(bare.raw.len());
        let begin = (0..end).rev().take_while(|at| bare.is_of_name(*at)).last()?;
        // "a waiter at the Hotel Lind": what a preposition governs is no title's name.
        let before = (0..begin).rev().find(|at| !closed::classes(&bare.lower[*at]).has(Class::Determiner));
        // "the Health and Safety Executive": half a name.
        let is_half = |at: usize| closed::classes(&bare.lower[at]).has(Class::Conjunction) && at > 0 && bare.is_capital(at - 1);
        if before.is_some_and(|at| begin > 0 && (closed::classes(&bare.lower[at]).has(Class::Preposition) || is_half(at))) {
            return None;
        }
        // "Chief Executive": a post, and nobody's name.
        if (begin..end.saturating_sub(1)).any(|from| actors::is_post_or_title(&bare.lower[from..end].join(" "))) {
            return None;
        }
        let last = end - usize::from(is_surname(&bare.part(begin, end)));
        let after_post = (begin..last).rev().find(|at| actors::is_post_or_title(&bare.lower[*at])).map_or(begin, |at| at + 1);
        // "Chief Executive Ann Lee": a post of several words, whose first is one by itself.
        let whole = |to: &usize| (begin..after_post).any(|from| actors::is_post_or_title(&bare.lower[from..*to].join(" ")));
        let after_post = (after_post + 1..last.min(after_post + POST)).rev().find(whole).unwrap_or(after_post);
        let after_post = if after_post < end { after_post } else { self.before_surname(&bare.part(0, end), begin) };
        if after_post >= end {
            return None;
        }
        let named = bare.part(after_post, end);
        if let Some(actor) = self.named(&named.name()).filter(|actor| actor.kind == ActorKind::Person) {
            return Some(actor);
        }
        let is_given = named.raw.len() == 1 && after_post > 0 && actors::has_role(&bare.lower[after_post - 1], Role::GivenTitle);
        if let Some(name) = self.register.with_given_name(&named.name()).filter(|_| is_given) {
            return self.named(name);
        }
        let introduced = after_post > begin || begin > 0 && actors::is_post_or_title(&bare.lower[begin - 1]);
        let given = actors::gender_of_name(&clean(&named.raw[0]));
        let is_person = introduced && after_post > 0 || given.is_some() && named.raw.len() > 1 && begin == 0;
        let is_body = named.lower.last().is_some_and(|last| actors::has_any_role(last, &[Role::Organ, Role::Media]));
        (is_person && !is_body).then(|| Actor { gender: given, ..Actor::new(named.name(), ActorKind::Person) })
    }

    /// "Chief Executive Paula Dean", of which the last word is a post as well: where the name begins, or the end where there is none.
    fn before_surname(&self, words: &Words<'_>, begin: usize) -> usize {
        let end = words.lower.len();
        let is_name = |at: usize| {
            let given = &words.lower[at];
            let name = words.part(at, end);
            let is_new = || !actors::is_post_or_title(given) && actors::gender_of_name(&words.raw[at]).is_some();
            end - at > 1 && (self.named(&name.name()).is_some_and(|actor| actor.kind == ActorKind::Person) || is_new())
        };
        let after_post = |at: &usize| {
            *at == begin || (1..=2).any(|long| *at >= long && actors::is_post_or_title(&words.lower[*at - long..*at].join(" ")))
        };
        (begin..end).rev().filter(after_post).find(|at| is_name(*at)).unwrap_or(end)
    }

    /// "Barclays' Tim Oakes", "the consumer group's Bethan Rhys": whose somebody is, and a name of two or three words.
    fn owned_person(&self, bare: &Words<'_>) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let owner = bare.raw.iter().position(|word| possessive::owns(word))?;
        let name = bare.part(owner + 1, bare.raw.len());
        let is_name = |at: usize| {
            let of_body = [Role::Body, Role::Organ, Role::BodyName, Role::CompanyName, Role::Media, Role::Document];
            name.is_capital(at) && !actors::names_somebody(&name.lower[at]) && !actors::has_any_role(&name.lower[at], &of_body)
        };
        let is_whole = (2..=3).contains(&name.raw.len()) && !possessive::owns(&name.raw[name.raw.len() - 1]);
        let is_person = is_whole && (0..name.raw.len()).all(is_name) && closed::classes(&bare.lower[0]).is_open();
        is_person.then(|| self.named(&name.name()).unwrap_or_else(|| Actor::new(name.name(), ActorKind::Person)))
    }

    fn described(&self, words: &Words<'_>, bare: &Words<'_>, at: usize, part: Part) -> Actor {
        let mut it = self.take_apart(words, bare);
        // "Inspectors said": a noun for many that begins a sentence has its capital from there.
        let begins = || self.document.sentence_at(at).is_some_and(|sentence| self.document.sentences[sentence].span.start() == at);
        if words.lower.len() == 1 && it.plural && it.has_capitals && actors::names_somebody(&it.head) && begins() {
            it.has_capitals = is_acronym(&words.raw[0]);
        }
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
        let actor = self.taken_up_by(&it, words, at).unwrap_or_else(|| self.by_head(&it, bare, part));
        let is_described = matches!(actor.kind, ActorKind::Office | ActorKind::Unnamed);
        let told = || actors::gender_of_noun(&it.head).filter(|_| is_described);
        Actor { gender: actor.gender.or_else(told), ..actor }
    }
}

/// "those close to the minister", "some involved in the talks": people of whom only that is told.
fn those(words: &Words<'_>, bare: &Words<'_>) -> Option<Actor> {
    let first = words.lower.first().map(|first| closed::classes(first))?;
    let many = first.has(Class::Determiner) && first.has(Class::Pronoun);
    let follows = |at: usize| {
        bare.lower.get(at).is_some_and(|word| closed::classes(word).has(Class::Preposition) || closed::classes(word).has(Class::Relative))
    };
    let noun = bare.lower.first().is_some_and(|word| {
        follows(1)
            && (inflect::can_be_plural(word)
                || actors::is_post_or_title(word)
                || actors::has_role(word, Role::Unnamed)
                || actors::has_role(word, Role::Crowd))
    });
    let alone = words.raw.len() == bare.raw.len() + 1 && (follows(0) || follows(1) && !noun && !bare.is_capital(0));
    (many && alone).then(|| Actor { plural: true, ..Actor::new(words.lower.join(" "), ActorKind::Unnamed) })
}

/// "a third", "two fifths": some of those who were spoken of.
fn is_share(words: &Words<'_>, bare: &Words<'_>) -> bool {
    let ([first, _], [only]) = (words.lower, bare.lower) else { return false };
    let is_fraction = || numbers::uses(only).iter().any(|used| matches!(used, NumberWord::Fraction(_)));
    (actors::is_indefinite(first) || numbers::is_cardinal(first)) && is_fraction()
}

/// "Ms Dean", "Mr Bishop": after a word that tells he from she the last one is a name, whatever post it is too.
fn is_surname(words: &Words<'_>) -> bool {
    let title = words.lower.len().checked_sub(2).map(|at| &words.lower[at]);
    title.is_some_and(|title| actors::is_post(title, Post::Title) && actors::gender_of_noun(title).is_some())
}
