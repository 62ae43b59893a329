//! Who is told by the first words of a content: whoever they are, though none of them is a name ("that its members had left"), or whose
//! the thing is that they name ("Russia's raid").

use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part as CuePart;
use crate::lexicon::inflect::form;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::{quantities, words};
use crate::model::{ActorKind, Mention};
use crate::text::{Span, TokenKind, lower_case, possessive};

use super::aim::GOVERNED;
use super::register::Seen;
use super::{Part, Resolver};

/// Tokens of a content within which its owner is named.
const OWNER: usize = 4;

impl Resolver<'_, '_> {
    /// The first word of a clause, after "that" and quotation marks.
    pub(super) fn opening(&self, clause: Span) -> Option<Span> {
        let is_opening = |at: &usize| {
            let token = self.document.tokens[*at];
            token.kind == TokenKind::Word && !token.classes.has(Class::Subordinator)
        };
        self.document.tokens_in(clause).find(is_opening).map(|at| self.document.tokens[at].span)
    }

    /// "It was the police who fired", "it is a disgrace": what stands behind "it is", which is nobody, else the whole clause.
    pub(super) fn without_it(&self, clause: Span) -> Span {
        let first = self.opening(clause).map(|place| self.document.token_at(place.start()));
        let is_it = |at: &usize| pronouns::pronoun(&self.lower[*at]) == Some(Pronoun::It);
        let is =
            first.filter(is_it).map(|it| it + 1).filter(|is| self.lower.get(*is).is_some_and(|is| words::look_up(is).is(words::Role::Be)));
        let rest = is.map(|is| self.document.tokens[is].span.end()).filter(|end| *end < clause.end());
        rest.map_or(clause, |end| Span::new(end, clause.end()))
    }

    /// "her resignation", "his Peruvian friend": the pronoun at `place` stands before what is theirs.
    pub(super) fn owns_next(&self, place: Span) -> bool {
        let next = self.document.token_at(place.end());
        let is_word = self.document.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Word && token.classes.is_open());
        is_word && pronouns::owner(&lower_case(self.document.slice(place))).is_some()
    }

    /// "the police radio log": behind the words that name `owner` stands something of theirs.
    pub(super) fn has_something(&self, owner: &Mention<Span>) -> bool {
        let Some(end) = owner.span.last().map(|span| span.end()) else { return false };
        let last = self.document.token_at(end).saturating_sub(1);
        let next = self.document.tokens.get(last + 1);
        possessive::owns(self.raw(last)) || next.is_some_and(|next| next.kind == TokenKind::Word && next.classes.is_open())
    }

    /// Who is meant by the words that open a clause, where none of them is a name: "that its members had left", "the army has fired",
    /// and, where no verb `is_bounded` them, "that the army withdraw".
    pub(super) fn opens(&self, source: &str, Range { start: begin, end }: Range<usize>, is_bounded: bool) -> Option<Mention<Span>> {
        let opens = |at: &usize| self.classes(*at).has(Class::Subordinator);
        let begin = (begin..end).rev().find(opens).map_or(begin, |at| at + 1);
        // "asked for 60,000 Chilean pesos", but "18.51 Drivers should wait, the council advises"
        let opens_sentence = |at: usize| {
            at == 0
                || self.document.sentence_at(self.document.tokens[at].span.start())
                    != self.document.sentence_at(self.document.tokens[at - 1].span.start())
        };
        let is_said = |at: &usize| match self.document.tokens[*at].kind {
            TokenKind::Word => true,
            TokenKind::Number => !opens_sentence(*at),
            _ => false,
        };
        let begin = (begin..end).find(is_said).filter(|at| self.document.tokens[*at].kind == TokenKind::Word)?;
        // "demanded an inquiry": nobody yet.
        if actors::is_indefinite(&self.lower[begin]) || self.orders(begin, end) {
            return None;
        }
        let span = self.document.tokens.get(begin).filter(|_| begin < end)?.span;
        let first = self.read(span);
        let first = first.words();
        let both = self.document.tokens.get(begin + 1).filter(|_| begin + 1 < end).map_or(span, |next| span.cover(next.span));
        let party = self.party(&self.read(both).words().lower.join(" "), span.start());
        if let Some(party) = party {
            return Some(self.mentioned(both, party));
        }
        let owner = || {
            let gender = pronouns::owner(first.lower.first()?).and_then(Pronoun::gender);
            let person = gender.and_then(|gender| self.spoken_of(span.start(), gender, source));
            person.or_else(|| self.owner(first.lower.first()?, span.start()))
        };
        // "her" is both.
        let meant = if self.owns_next(span) { owner() } else { self.pronoun(&first, span, Part::Target).or_else(owner) };
        let end = end.min(begin + GOVERNED);
        let shortest = if is_bounded { end } else { begin + 1 };
        let governed = || (shortest..=end).rev().find_map(|end| self.governed(begin, end));
        let is_body = |kind| matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup | ActorKind::Person);
        if let Some(actor) = meant {
            return is_body(actor.kind).then(|| self.mentioned(span, actor));
        }
        if let Some(owner) = self.owner_of_thing(begin, end) {
            return self.governed(begin, owner + 1);
        }
        governed().filter(|found| !matches!(found.kind, ActorKind::Media | ActorKind::Document))
    }

    /// "the minister's resignation", "the firm's lorries": the word that owns what is nobody.
    fn owner_of_thing(&self, begin: usize, end: usize) -> Option<usize> {
        let owner = (begin..end).find(|at| possessive::owns(self.raw(*at)))?;
        let is_open = |at: &usize| self.document.tokens[*at].kind == TokenKind::Word && self.classes(*at).is_open();
        let owned = (owner + 1..self.document.tokens.len()).take(GOVERNED).take_while(is_open);
        let is_nobody = |at: usize| !self.document.tokens[at].capital && !actors::names_somebody(&self.lower[at]);
        (owned.clone().next().is_some() && owned.clone().all(is_nobody)).then_some(owner)
    }

    /// "“Open the gate”": the word at `at` is a verb with its object, and nobody's name.
    fn orders(&self, at: usize, end: usize) -> bool {
        let is_verb = self.document.tokens[at].capital && words::look_up(&self.lower[at]).forms & form::BASE != 0;
        let objects = [Class::Determiner, Class::Possessive, Class::Pronoun];
        is_verb && at + 1 < end && self.classes(at + 1).has_any(&objects)
    }

    /// "Russia's raid", "the Russian raid": whose the thing is that the content names first.
    pub(super) fn owner_of(&self, content: Span, source: &Mention<Span>) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let first = self.document.tokens.get(range.start).filter(|_| !range.is_empty())?.span;
        if let Some(owner) = self.possessed(&lower_case(self.document.slice(first)), first.start(), &source.name) {
            return Some(self.mentioned(first, owner));
        }
        let last = (range.start + OWNER).min(range.end).checked_sub(1).filter(|last| *last >= range.start)?;
        let region = Span::new(content.start(), self.document.tokens[last].span.end());
        let Some(seen) = self.named_in(region).next() else {
            return self.owner_before(range.start, last).or_else(|| self.owner_of_words(range.start, range.end));
        };
        let name = &self.document.text[seen.at..seen.end];
        let owns = possessive::owns(name) || self.document.text[seen.end..].starts_with(['\'', '’']);
        let is_adjective = self.register.adjectives.iter().any(|adjective| adjective.at == seen.at);
        let says = || self.token_after(seen.end).is_some_and(|next| self.is_said(next));
        (owns || is_adjective && !self.is_amount(seen) || says()).then(|| self.pointed(seen))
    }

    /// "union claims", "the police account": a noun for people or a body just before what somebody said.
    fn owner_of_words(&self, begin: usize, end: usize) -> Option<Mention<Span>> {
        let at = (begin..end).find(|at| !self.classes(*at).has(Class::Determiner))?;
        let is_somebody = actors::names_somebody(&self.lower[at]) && !self.document.tokens[at].capital;
        let is_theirs = is_somebody && at + 1 < end && self.is_said(at + 1);
        is_theirs.then(|| self.governed(begin, at + 1)).flatten()
    }

    /// "the union's claim", "police claims": behind the words that name `owner` stands what they said.
    pub(super) fn owns_words(&self, owner: &Mention<Span>) -> bool {
        let said = owner.span.last().and_then(|span| self.token_after(span.end())).map(|next| words::look_up(&self.lower[next]));
        said.is_some_and(|said| said.heads(CuePart::Noun) || said.is(words::Role::Charge))
    }

    /// The token that begins at `at` or behind it, past the apostrophe of an owner.
    fn token_after(&self, at: usize) -> Option<usize> {
        let next = self.document.token_at(at);
        let next = next + usize::from(self.document.is_plurals_mark(next));
        self.document.tokens.get(next).filter(|token| token.kind == TokenKind::Word).map(|_| next)
    }

    /// "12 million Swiss francs": after the adjective stands a unit.
    pub(super) fn is_amount(&self, adjective: &Seen) -> bool {
        let next = self.document.tokens.get(self.document.token_at(adjective.end));
        next.is_some_and(|next| quantities::unit(&lower_case(self.document.slice(next.span))).is_some())
    }

    /// "the government's decision", "ministers' plans": whose it is where no name tells it.
    fn owner_before(&self, begin: usize, last: usize) -> Option<Mention<Span>> {
        let owns = |at: &usize| possessive::owns(self.raw(*at)) || self.document.is_plurals_mark(at + 1);
        let owner = (begin..=last).find(owns)?;
        self.governed(begin, owner + 1)
            .filter(|found| found.span.last().is_some_and(|last| last.end() == self.document.tokens[owner].span.end()))
    }
}
