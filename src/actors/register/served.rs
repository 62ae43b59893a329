//! What a text says of the post that somebody holds, and whom they serve in it: before the name ("Peru's defence minister, Ana Torv", "the
//! president of Peru, Ana Torv", "union leader Ana Torv") or after it (", head of Brasel").
//!
//! Known failure: a post that is held in two bodies at once has the one named first.

use crate::lexicon::actors::Known;
use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::TokenKind;

use super::learn::LONGEST_NAME;
use super::line::Line;
use super::surface::{is_verb, office_at, post_ending, told_post};
use super::{Register, Seen};

/// Tokens after a name within which a post is told in an apposition.
const APPOSITION: usize = 10;
/// Names back within which "its" finds the body that it means.
const BEFORE: usize = 3;

impl Register<'_> {
    /// "senator", "the council's leader,", "the leader of Brasel," just before a name: the post and whose it is.
    pub(super) fn post_before(&self, line: &Line<'_>, begin: usize) -> Option<(String, Option<String>)> {
        let comma = begin.checked_sub(1).filter(|before| line.is_comma(*before));
        let end = comma.unwrap_or(begin);
        if let Some(from) = post_ending(line, end) {
            return Some((told_post(line, from, end), self.owner_before(line, from)));
        }
        let (of, whose) = self.known_before(line, comma?)?;
        let is_determined = of > 0 && line.classes(of - 1).has(Class::Determiner);
        let end = of.checked_sub(1 + usize::from(is_determined)).filter(|of| words::look_up(line.raw(*of)).is(words::Role::Of))?;
        post_ending(line, end).map(|from| (told_post(line, from, end), Some(whose)))
    }

    /// "Peru's", "Peruvian", "the union's", "union" before the post at `at`: whom its holder serves.
    fn owner_before(&self, line: &Line<'_>, at: usize) -> Option<String> {
        let before = at.checked_sub(1)?;
        let noun = line.lower(before);
        let called = || self.bodies.called(noun).map(str::to_owned);
        self.known_before(line, at).map(|(_, name)| name).or_else(called).or_else(|| line.owns(before).then(|| noun.to_owned()))
    }

    /// Where the name of somebody who can be served begins that ends at `at`, and that name.
    fn known_before(&self, line: &Line<'_>, at: usize) -> Option<(usize, String)> {
        // A name ends with a capital.
        at.checked_sub(1).filter(|last| line.is_name(*last))?;
        let can_begin = |from: &usize| line.is_name(*from);
        (at.saturating_sub(LONGEST_NAME)..at).filter(can_begin).find_map(|from| {
            let (end, known) = self.longest_known(line, from, at)?;
            (end == at && can_be_served(&known)).then_some((from, known.name))
        })
    }

    /// ", the Pakistani defence minister", ", the union's secretary", ", head of Brasel": the post and whom it serves after a name.
    pub(super) fn apposition(&self, line: &Line<'_>, end: usize) -> Option<(String, Option<String>)> {
        if !line.is_comma(end) {
            return None;
        }
        // "Ann Lee, 34, a nurse"
        let is_aged = line.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number) && line.is_comma(end + 2);
        let mut at = end + if is_aged { 3 } else { 1 };
        let mut serves = None;
        let stop = (at + APPOSITION).min(line.tokens.len());
        while at < stop && line.is_word(at) {
            if let Some((next, known)) = self.longest_known(line, at, stop) {
                serves = serves.or(can_be_served(&known).then_some(known.name));
                at = next;
            } else if tells_deed(line, at) {
                // "Ann Lee, rejected the minister's offer": a verb, and no apposition.
                return None;
            } else if let Some(next) = office_at(line, at, stop).filter(|next| !line.owns(next - 1)) {
                if is_verb(line.classes(next)) {
                    return None;
                }
                let serves = serves.or_else(|| self.served_after(line, next));
                return Some((told_post(line, at, next), serves));
            } else {
                let class = line.classes(at);
                if !(class.is_open() || class.has(Class::Determiner) || class.has(Class::Possessive)) {
                    return None;
                }
                let owner = Some(line.lower(at)).filter(|_| line.owns(at));
                serves = serves.or_else(|| self.bodies.called(owner?).map(str::to_owned)).or_else(|| self.body_of(line, at));
                at += 1;
            }
        }
        None
    }

    /// "its" at `at`: the body named last before.
    fn body_of(&self, line: &Line<'_>, at: usize) -> Option<String> {
        let is_its = pronouns::owner(line.lower(at)) == Some(Pronoun::It);
        let is_body = |seen: &&Seen| matches!(seen.kind, ActorKind::Organisation | ActorKind::ArmedGroup);
        if !is_its {
            return None;
        }
        self.seen.iter().rev().take(BEFORE).find(is_body).map(|seen| seen.name.clone())
    }

    /// "of Brasel", "of the Dockers union": what follows a post.
    fn served_after(&self, line: &Line<'_>, at: usize) -> Option<String> {
        if !line.classes(at).has(Class::Preposition) {
            return None;
        }
        let at = at + 1 + usize::from(line.classes(at + 1).has(Class::Determiner));
        let known = self.longest_known(line, at, (at + LONGEST_NAME).min(line.tokens.len())).map(|(_, known)| known);
        known.filter(can_be_served).map(|known| known.name)
    }
}

/// It has people who speak for it.
fn can_be_served(known: &Known) -> bool {
    matches!(known.kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup)
}

/// A finite verb with an object.
fn tells_deed(line: &Line<'_>, at: usize) -> bool {
    let word = words::look_up(line.lower(at));
    let object = [Class::Determiner, Class::Possessive].iter().any(|class| line.classes(at + 1).has(*class));
    word.forms & (form::PAST | form::PRESENT) != 0 && !word.noun && object
}
