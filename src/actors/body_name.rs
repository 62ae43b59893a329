//! Names of bodies read off a mention, as long as they are: "Institute for Border Studies", "British Airways", "Sudan's Rapid Support
//! Forces",
//! "the retailer Brasel".
//!
//! Known failure: a headline with a capital at every word ("British Airline Cuts Jobs").

use crate::lexicon::actors::{self, NameUse, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::possessive;

use super::register::clean;
use super::words::Words;
use super::{Actor, Resolver, brand};

impl Resolver<'_, '_> {
    /// "Chamber of Shipping", "Institute for Border Studies": a body's full name, which no other order of its words stands for.
    pub(super) fn institution(&self, words: &Words<'_>, bare: &Words<'_>) -> Option<Actor> {
        if let Some(name) = ending_in_body(words, bare) {
            return Some(Actor::new(name, ActorKind::Organisation));
        }
        let head = bare.lower.iter().position(|word| closed::classes(word).has(Class::Preposition))?;
        let is_own = |word: &str| {
            actors::has_role(word, Role::Body) || actors::has_role(word, Role::Organ) && !actors::has_role(word, Role::StateOrgan)
        };
        if head == 0 || !(0..head).all(|at| bare.is_capital(at)) {
            return None;
        }
        // "Transport Workers of Peru"
        let are_people = head > 1 && actors::has_role(&bare.lower[head - 1], Role::Crowd);
        if !(is_own(&bare.lower[head - 1]) || brand::is_kept(&bare.raw[head - 1]) || are_people) {
            return None;
        }
        let begin = head + 1 + usize::from(bare.lower.get(head + 1).is_some_and(|word| closed::classes(word).has(Class::Determiner)));
        let joins =
            |at: usize| closed::classes(&bare.lower[at]).has(Class::Conjunction) && at + 1 < bare.raw.len() && bare.is_capital(at + 1);
        let list = list_end(bare, begin);
        let of = |at: usize| words::look_up(&bare.lower[at]).is(words::Role::Of) && at + 1 < bare.raw.len() && bare.is_capital(at + 1);
        let belongs = |at: &usize| bare.is_capital(*at) || *at > begin && (joins(*at) || of(*at)) || *at < list;
        let end = (begin..bare.raw.len()).take_while(belongs).last()? + 1;
        let words: Vec<_> = bare.raw[..end].iter().map(|word| clean(word)).collect();
        Some(Actor::new(words.join(" ").replace(" ,", ","), ActorKind::Organisation))
    }

    /// "Sudan's paramilitary Rapid Support Forces": the body, and not whose country it is in.
    pub(super) fn owned_body(&self, bare: &Words<'_>) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let owner = bare.raw.iter().position(|word| possessive::owns(word))?;
        let begin = (owner + 1..bare.raw.len()).find(|at| bare.is_capital(*at))?;
        let is_plain = (0..=owner).all(|at| bare.is_capital(at)) && (owner + 1..begin).all(|at| closed::classes(&bare.lower[at]).is_open());
        let name = bare.part(begin, bare.raw.len());
        if !is_plain || !(0..name.raw.len()).all(|at| name.is_capital(at)) {
            return None;
        }
        let is_body = |kind: &ActorKind| matches!(kind, ActorKind::Organisation | ActorKind::ArmedGroup);
        let name = name.name();
        let known = self.register.world.get(&name).filter(|known| is_body(&known.kind)).map(|known| (known.name.clone(), known.kind));
        let (name, kind) = known.or_else(|| self.register.spelt_short(&name))?;
        Some(Actor::new(name, kind))
    }

    /// "British Airways", "the Welsh Rugby Union", "the Israel Museum": capitals throughout after a nationality, and no organ of the state.
    pub(super) fn national(&self, bare: &Words<'_>) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let end = bare.raw.len();
        let state = (1..end.min(4)).rev().find(|to| {
            let known = self.register.world.get(&bare.part(0, *to).name());
            known.is_some_and(|known| known.kind == ActorKind::State && matches!(known.used, NameUse::Adjective | NameUse::Name))
        })?;
        let last = &bare.lower[end - 1];
        let last_two = bare.lower[end.saturating_sub(2)..].join(" ");
        let of_state = |words: &str| {
            actors::has_any_role(words, &[Role::StateOrgan, Role::Government, Role::Forces]) || actors::is_post_or_title(words)
        };
        let is_own = actors::has_role(last, Role::Body) || actors::sort(last).is_some();
        let is_organ = actors::has_role(last, Role::Organ) && !is_own && end == state + 1;
        let is_people = || actors::names_somebody(last) && !is_own && !actors::has_role(last, Role::Organ);
        let is_name =
            (0..end).all(|at| bare.is_capital(at)) && !possessive::owns(&bare.raw[state - 1]) && !possessive::owns(&bare.raw[end - 1]);
        (is_name && !is_organ && !of_state(last) && !of_state(&last_two) && !is_people())
            .then(|| Actor::new(bare.name(), if actors::has_role(last, Role::Media) { ActorKind::Media } else { ActorKind::Organisation }))
    }

    /// "The retailer Brasel", "Cereal maker Brasel": a noun for a body and its name.
    pub(super) fn called_body(&self, bare: &Words<'_>) -> Option<Actor> {
        let bare = bare.up_to_comma();
        let end = bare.raw.len();
        let begin = (0..end).rev().take_while(|at| bare.is_capital(*at)).last().filter(|begin| *begin > 0)?;
        let is_plain = |at: usize| closed::classes(&bare.lower[at]).is_open() && (!bare.is_capital(at) || at == 0);
        let is_noun = actors::has_role(&bare.lower[begin - 1], Role::Body) && !bare.is_capital(begin - 1);
        if !is_noun || !(0..begin).all(is_plain) || possessive::owns(&bare.raw[end - 1]) {
            return None;
        }
        let name = bare.part(begin, end).name();
        self.named(&name).or_else(|| Some(Actor::new(name, ActorKind::Organisation)))
    }
}

/// "the Ports and Harbours in Dispute Commission", "the Data Commissioner's Office": after "the", a name in capitals, with small words
/// between,
/// that ends in the noun for a body and does not begin with one for people.
fn ending_in_body(words: &Words<'_>, bare: &Words<'_>) -> Option<String> {
    let end = bare.raw.iter().position(|word| word == ",").unwrap_or(bare.raw.len());
    let (first, last) = (bare.lower.first()?, bare.lower.get(end.checked_sub(1)?)?);
    if end < 3 || !bare.is_capital(0) || !bare.is_capital(end - 1) {
        return None;
    }
    let is = |word: &str, role| actors::has_role(word, role);
    let is_body = is(last, Role::Body) || is(last, Role::Organ) || is(last, Role::BodyName);
    let small = |at: usize| {
        let classes = closed::classes(&bare.lower[at]);
        classes.has(Class::Preposition) || classes.has(Class::Conjunction) || classes.has(Class::Determiner)
    };
    let owner = |at: usize| possessive::owns(&bare.raw[at]);
    let parted = (1..end.saturating_sub(1)).any(|at| small(at) && !bare.is_capital(at) || owner(at));
    let people = is(first, Role::Unnamed) || is(first, Role::Crowd) || actors::is_post_or_title(first) || owner(0);
    let named = (0..end).all(|at| bare.is_capital(at) || small(at));
    let definite = words.raw.len() > bare.raw.len();
    (is_body && parted && named && definite && !people).then(|| bare.raw[..end].join(" "))
}

/// "Health, Education and Pensions" from `begin`: one past the last word of a list of names, or `begin` where there is none.
fn list_end(bare: &Words<'_>, begin: usize) -> usize {
    let joins = |at: usize| closed::classes(&bare.lower[at]).has(Class::Conjunction);
    let in_list = |at: &usize| bare.is_capital(*at) || bare.raw[*at] == "," || joins(*at);
    let end = (begin..bare.raw.len()).take_while(in_list).last().map_or(begin, |last| last + 1);
    let join = (begin..end).find(|at| joins(*at)).unwrap_or(begin);
    let has_comma = (begin..join).any(|at| bare.raw[at] == ",");
    if !has_comma || join + 1 >= end || !bare.is_capital(join + 1) {
        return begin;
    }
    (join + 1..end).take_while(|at| bare.is_capital(*at)).last().map_or(begin, |last| last + 1)
}
