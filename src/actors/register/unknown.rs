//! Runs of capitalised words that no table knows: what says of one that it is a body, a medium or a person.

use std::ops::Range;

use crate::lexicon::actors::{self, Gender, Role};
use crate::lexicon::closed::{self, Class};

use super::line::Line;
use super::surface::*;

/// Words from the end of a person's name within which the given one stands, the last left out.
const GIVEN: usize = 2;
/// Words of a title before the name of where it is held.
const TITLE: usize = 8;

/// A run that no table knows, with what stands before it among the capitals.
pub(super) struct Unknown<'l, 't> {
    pub line: &'l Line<'t>,
    pub begin: usize,
    pub end: usize,
    /// The tokens of a post.
    pub post: Option<(usize, usize)>,
    /// The state named last.
    pub state: Option<String>,
}

impl Unknown<'_, '_> {
    pub fn words(&self) -> usize {
        self.end - self.begin
    }

    /// Its tokens, and those of the post before it.
    pub fn whole(&self) -> Range<usize> {
        self.post.map_or(self.begin, |(first, _)| first)..self.end
    }

    fn last_has(&self, roles: &[Role]) -> bool {
        self.line.has(self.end - 1, roles)
    }

    pub fn is_organ(&self) -> bool {
        self.last_has(&[Role::Organ, Role::Government])
    }

    /// Several words, among them one that only bodies or media are called by.
    pub fn is_body_or_medium(&self) -> bool {
        let of_body = |at: usize| self.line.has(at, &[Role::BodyName]);
        let is_firm = |at: usize| self.line.raw(at) == "&";
        self.words() > 1
            && ((self.begin..self.end).any(|at| of_body(at) || is_firm(at))
                || self.gender_of_first().is_none() && self.last_has(&[Role::Media]))
    }

    /// "March", with no title before it.
    pub fn is_date(&self) -> bool {
        self.post.is_none() && self.line.is_date(self.begin..self.end)
    }

    /// It has as many words as people have, and is introduced as one, begins with a given name or goes on with "who".
    pub fn is_person(&self, introduced: bool) -> bool {
        let Unknown { line, begin, end, .. } = *self;
        let words = self.words();
        let is_followed =
            || who_follows(line, end) && !is_determined(line, begin) && !follows_preposition(line, begin) && !is_second_half(line, begin);
        introduced && words <= 5
            || (2..=5).contains(&words) && self.gender_of_first().is_some()
            || (2..=4).contains(&words) && is_followed()
    }

    /// "Tom Hill has one cap. He": a given name of that gender, and one word more.
    pub fn is_called_as_bodies(&self, taken_up: Option<Gender>) -> bool {
        self.words() == 2 && taken_up.is_some() && self.gender_of_first() == taken_up && self.is_what_the_sentence_is_about()
    }

    /// It is what the sentence begins with, or stands behind no more than when or where: "Every Friday at six, Zyra Lund sings".
    pub fn is_what_the_sentence_is_about(&self) -> bool {
        let Unknown { line, .. } = *self;
        let begin = self.whole().start;
        let Some(first) = (0..begin).find(|at| line.is_word(*at)) else { return true };
        let tells_when = |at: usize| closed::classes(line.lower(at)).has(Class::Calendar);
        let leads = line.classes(first).has_any(&[Class::Preposition, Class::Determiner]);
        let goes_on = |at: usize| {
            let classes = line.classes(at);
            classes.is_open() && !is_verb(classes) || classes.has_any(&[Class::Preposition, Class::Determiner, Class::Calendar])
        };
        let is_closed = line.is_comma(begin - 1) || tells_when(begin - 1);
        leads && is_closed && (first..begin - usize::from(line.is_comma(begin - 1))).all(|at| !line.is_word(at) || goes_on(at))
    }

    /// "Director of Public Health for Leicester Ann Lee": where the given name begins that a place or a body stands before, and the post of
    /// which that is.
    pub fn after_where_they_serve(&self) -> Option<(usize, (usize, usize))> {
        let Unknown { line, begin, end, .. } = *self;
        let is_given = |at: &usize| actors::gender_of_name(&written(line, *at, at + 1)).is_some();
        let given = (begin + 1..end.saturating_sub(1)).rev().take(GIVEN).find(is_given)?;
        let is_body = self.last_has(&[Role::Body, Role::Organ, Role::BodyName, Role::CompanyName]);
        if is_body || line.owns(end - 1) || !follows_preposition(line, begin) {
            return None;
        }
        let is_word = |at: &usize| line.is_word(*at);
        let governs = |at: usize| line.classes(at).has(Class::Preposition);
        let before = (begin.saturating_sub(TITLE)..begin).rev().take_while(is_word);
        let post = before.filter(|at| governs(at + 1)).find_map(|at| Some((at, office_at(line, at, at + 1)?)))?;
        Some((given, post))
    }

    /// As its first word or its post tells.
    pub fn gender(&self) -> Option<Gender> {
        let of_post = |(from, to): (usize, usize)| (from..to).find_map(|at| actors::gender_of_noun(self.line.lower(at)));
        self.gender_of_first().or_else(|| self.post.and_then(of_post))
    }

    fn gender_of_first(&self) -> Option<Gender> {
        actors::gender_of_name(&written(self.line, self.begin, self.begin + 1))
    }
}

/// "Health and Safety Executive": what begins at `at` goes on with the capitals before the conjunction.
fn is_second_half(line: &Line<'_>, at: usize) -> bool {
    let joins = |join: usize| line.classes(join).has(Class::Conjunction) && line.tokens[join - 1].capital;
    at.checked_sub(1).filter(|join| *join > 1).is_some_and(joins) && is_determined(line, at - 2)
}
