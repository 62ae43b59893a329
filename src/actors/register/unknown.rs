//! Runs of capitalised words that no table knows: what says of one that it is a body, a medium or a person.

use std::ops::Range;

use crate::lexicon::actors::{self, Gender, Role};
use crate::lexicon::closed::{self, Class};
use crate::text::{Token, TokenKind, possessive};

use super::surface::*;

/// Words from the end of a person's name within which the given one stands, the last left out.
const GIVEN: usize = 2;
/// Words of a title before the name of where it is held.
const TITLE: usize = 8;

/// A run that no table knows, with what stands before it among the capitals.
pub(super) struct Unknown<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    pub begin: usize,
    pub end: usize,
    /// The tokens of a post.
    pub post: Option<(usize, usize)>,
    /// The state named last.
    pub state: Option<String>,
}

impl Unknown<'_> {
    pub fn words(&self) -> usize {
        self.end - self.begin
    }

    /// Its tokens, and those of the post before it.
    pub fn whole(&self) -> Range<usize> {
        self.post.map_or(self.begin, |(first, _)| first)..self.end
    }

    fn last_has(&self, roles: &[Role]) -> bool {
        actors::has_any_role(&lower(self.text, self.tokens, self.end - 1), roles)
    }

    pub fn is_organ(&self) -> bool {
        self.last_has(&[Role::Organ, Role::Government])
    }

    /// Several words, among them one that only bodies or media are called by.
    pub fn is_body_or_medium(&self) -> bool {
        let of_body = |at: usize| actors::has_role(&lower(self.text, self.tokens, at), Role::BodyName);
        let is_firm = |at: usize| self.tokens[at].span.of(self.text) == "&";
        self.words() > 1
            && ((self.begin..self.end).any(|at| of_body(at) || is_firm(at))
                || self.gender_of_first().is_none() && self.last_has(&[Role::Media]))
    }

    /// "March", with no title before it.
    pub fn is_date(&self) -> bool {
        let of_date = |at: usize| closed::classes(&lower(self.text, self.tokens, at)).has(Class::Calendar);
        self.post.is_none() && (self.begin..self.end).all(of_date)
    }

    /// It has as many words as people have, and is introduced as one, begins with a given name or goes on with "who".
    pub fn is_person(&self, introduced: bool) -> bool {
        let Unknown { text, tokens, begin, end, .. } = *self;
        let words = self.words();
        let is_followed = || {
            who_follows(text, tokens, end)
                && !is_determined(text, tokens, begin)
                && !follows_preposition(text, tokens, begin)
                && !is_second_half(text, tokens, begin)
        };
        introduced && words <= 5
            || (2..=5).contains(&words) && self.gender_of_first().is_some()
            || (2..=4).contains(&words) && is_followed()
    }

    /// "Director of Public Health for Leicester Ann Lee": where the given name begins that a place or a body stands before, and the post of
    /// which that is.
    pub fn after_where_they_serve(&self) -> Option<(usize, (usize, usize))> {
        let Unknown { text, tokens, begin, end, .. } = *self;
        let is_given = |at: &usize| actors::gender_of_name(&written(text, tokens, *at, at + 1)).is_some();
        let given = (begin + 1..end.saturating_sub(1)).rev().take(GIVEN).find(is_given)?;
        let is_body = self.last_has(&[Role::Body, Role::Organ, Role::BodyName, Role::CompanyName]);
        if is_body || possessive::owns(tokens[end - 1].span.of(text)) || !follows_preposition(text, tokens, begin) {
            return None;
        }
        let is_word = |at: &usize| tokens[*at].kind == TokenKind::Word;
        let governs = |at: usize| closed::classes(tokens[at].span.of(text)).has(Class::Preposition);
        let before = (begin.saturating_sub(TITLE)..begin).rev().take_while(is_word);
        let post = before.filter(|at| governs(at + 1)).find_map(|at| Some((at, office_at(text, tokens, at, at + 1)?)))?;
        Some((given, post))
    }

    /// As its first word or its post tells.
    pub fn gender(&self) -> Option<Gender> {
        let of_post = |(from, to): (usize, usize)| (from..to).find_map(|at| actors::gender_of_noun(&lower(self.text, self.tokens, at)));
        self.gender_of_first().or_else(|| self.post.and_then(of_post))
    }

    fn gender_of_first(&self) -> Option<Gender> {
        actors::gender_of_name(&written(self.text, self.tokens, self.begin, self.begin + 1))
    }
}

/// "Health and Safety Executive": what begins at `at` goes on with the capitals before the conjunction.
fn is_second_half(text: &str, tokens: &[Token], at: usize) -> bool {
    let joins = |join: usize| closed::classes(tokens[join].span.of(text)).has(Class::Conjunction) && tokens[join - 1].capital;
    at.checked_sub(1).filter(|join| *join > 1).is_some_and(joins) && is_determined(text, tokens, at - 2)
}
