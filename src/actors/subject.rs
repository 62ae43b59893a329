//! The subject that a pronoun takes up, where no table and no claim knows it: what the sentence before begins with, or the clause before
//! in the same sentence.
//!
//! It reads the first words of a sentence alone, and refuses what it does not see a verb, or a noun that is owned, behind.
//!
//! Known failure: a subject that something else follows than a verb ("The airline, once the pride of the town, apologised").

use std::ops::Range;

use crate::lexicon::actors::{self, Gender, Role};
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::{Span, TokenKind, possessive};

use super::{Actor, Part, Resolver};

/// Words after "the" within which the noun of a subject stands.
const SUBJECT: usize = 3;
/// Words that a name at the beginning of a sentence has at the most, and one more.
const NAME: usize = 5;
/// Words that count, before the noun of a subject: "Two", "At least 12".
const COUNTED: usize = 3;
/// Sentences back within which somebody without a name is taken up.
const NEAR: usize = 2;

/// What a pronoun says of whom it takes up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sought {
    Body,
    /// Whose "its" something is.
    Owner,
    Many,
    Person(Gender),
}

impl Resolver<'_, '_> {
    /// The subject that the pronoun at `at` takes up: of the sentence before where it begins its own, of its own in a clause that follows.
    pub(super) fn subject_around(&self, at: usize, sought: Sought) -> Option<Actor> {
        let sentence = self.document.sentence_at(at)?;
        if !self.is_reporting(sentence) {
            return None;
        }
        if self.document.sentences[sentence].span.start() == at {
            let before = sentence.checked_sub(1).filter(|before| self.is_reporting(*before))?;
            return match sought {
                Sought::Person(_) if self.is_about_somebody(before, at) || !self.goes_on(sentence) => None,
                Sought::Person(gender) => self.unnamed_person(before, gender),
                _ => self.body_or_many(before, sought),
            };
        }
        let follows = match sought {
            Sought::Body => self.follows(at, |classes, _| classes.has_any(&[Class::Subordinator, Class::Relative])),
            // "The union will strike, its leader said"
            Sought::Owner => self.follows(at, |_, before| before == ",") && !self.body_spoke(sentence),
            _ => false,
        };
        if follows { self.owner_or_subject(sentence, at) } else { None }
    }

    /// "The union has dropped its demand": whose the object is of the verb of a sentence that begins with its subject.
    pub(super) fn subject_of(&self, at: usize, sought: Sought) -> Option<Actor> {
        let sentence = self.document.sentence_at(at).filter(|sentence| self.is_reporting(*sentence))?;
        let (tokens, here) = (self.document.token_range(sentence), self.document.token_at(at));
        let before = tokens.start..here;
        let end = self.subject_noun(before.clone(), sought).or_else(|| self.subject_name(before))?;
        let verb = here.checked_sub(1).filter(|verb| *verb >= end && words::look_up(&self.lower[*verb]).forms != 0)?;
        let begins_clause = |at: usize| {
            let classes = self.classes(at);
            let is_clause = classes.has_any(&[Class::Subordinator, Class::Relative, Class::Conjunction]);
            is_clause
                || self.document.tokens[at].kind != TokenKind::Word
                || self.is_verb(at) && !classes.has_any(&[Class::Auxiliary, Class::Modal])
        };
        if (end..verb).any(begins_clause) { None } else { self.body_or_many(sentence, sought) }
    }

    /// "The health secretary is on her feet. Waiting lists have fallen, she says": somebody without a name whom a sentence just before
    /// begins with, where nobody else can be meant.
    pub(super) fn role_before(&self, at: usize, gender: Gender) -> Option<Actor> {
        let sentence = self.document.sentence_at(at).filter(|sentence| self.is_reporting(*sentence))?;
        let near = (sentence.saturating_sub(NEAR)..sentence).rev().filter(|before| self.is_reporting(*before));
        near.into_iter().find_map(|before| self.unnamed_person(before, gender))
    }

    fn is_reporting(&self, sentence: usize) -> bool {
        self.document.segment_of(sentence).kind.is_reporting()
    }

    /// A sentence goes on with the paragraph of the one before.
    fn goes_on(&self, sentence: usize) -> bool {
        self.document.sentences[sentence].segment == self.document.sentences[sentence - 1].segment
    }

    /// A person is named in the sentence, or speaks in it.
    fn is_about_somebody(&self, sentence: usize, at: usize) -> bool {
        let begin = self.document.sentences[sentence].span.start();
        let seen = self.register.seen[self.register.seen.partition_point(|seen| seen.at < begin)..].iter();
        let is_one = |kind: ActorKind| matches!(kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed);
        seen.take_while(|seen| seen.at < at).any(|seen| seen.kind == ActorKind::Person)
            || self.past.iter().rev().take_while(|past| past.at >= begin).any(|past| past.at < at && is_one(past.actor.kind))
    }

    fn body_or_many(&self, sentence: usize, sought: Sought) -> Option<Actor> {
        let tokens = self.document.token_range(sentence);
        let end = self.subject_noun(tokens.clone(), sought).or_else(|| self.subject_name(tokens.clone()))?;
        let actor = self.begun(tokens, end);
        match sought {
            Sought::Many => Some(actor),
            // "Tanto, which sells shoes in Spain, said so. It": no person, whatever its capital says.
            _ if actor.kind == ActorKind::Person => Some(Actor { kind: ActorKind::Organisation, ..actor }),
            _ => Some(actor).filter(|actor| !actor.plural),
        }
    }

    /// The actor of the first words of a sentence, up to the token `end`.
    fn begun(&self, tokens: Range<usize>, end: usize) -> Actor {
        let span = Span::new(self.document.tokens[tokens.start].span.start(), self.document.tokens[end - 1].span.end());
        self.phrase(&self.read(span).words(), span.start(), Part::Source)
    }

    /// "The health secretary arrived late": somebody without a name whom a sentence begins with, who can be of that gender.
    fn unnamed_person(&self, sentence: usize, gender: Gender) -> Option<Actor> {
        let tokens = self.document.token_range(sentence);
        let end = self.subject_noun(tokens.clone(), Sought::Person(gender))?;
        let actor = Some(self.begun(tokens, end)).filter(|actor| !actor.plural)?;
        let fits = actor.gender.or_else(|| self.told(&actor.name)).is_none_or(|known| known == gender);
        (fits && matches!(actor.kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed)).then_some(actor)
    }

    /// "Its shares fell after it said", "debts, which it blames on": what stands before the pronoun at `at` begins its clause.
    fn follows(&self, at: usize, begins: impl Fn(Classes, &str) -> bool) -> bool {
        let before = self.document.token_at(at).checked_sub(1);
        before.is_some_and(|before| begins(self.classes(before), self.raw(before)))
    }

    /// A body has spoken in one of the sentences just before.
    fn body_spoke(&self, sentence: usize) -> bool {
        let near = self.document.sentences[sentence.saturating_sub(NEAR)].span.start();
        let mut spoke = self.past.iter().rev().take_while(|past| past.at >= near);
        spoke.any(|past| matches!(past.actor.kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup))
    }

    /// The body that a sentence begins with, or whose something is: "The bank's shares fell".
    fn owner_or_subject(&self, sentence: usize, at: usize) -> Option<Actor> {
        let range = self.document.token_range(sentence);
        let tokens = range.start..self.document.token_at(at);
        let owner = || self.owner_noun(tokens.clone()).or_else(|| self.owner_name(tokens.clone()));
        let actor = match owner() {
            Some(end) => self.begun(tokens, end),
            None if self.begins_with_many(range.start) => return None,
            None => return self.body_or_many(sentence, Sought::Body),
        };
        match actor.kind {
            ActorKind::Person => Some(Actor { kind: ActorKind::Organisation, ..actor }),
            _ => Some(actor).filter(|actor| !actor.plural),
        }
    }

    /// "Shares fell after it said": a noun for many, whatever its capital says.
    fn begins_with_many(&self, at: usize) -> bool {
        let word = &self.lower[at];
        inflect::is_plural(word) && words::look_up(word).noun
    }

    /// One past the noun of a body that owns what a sentence begins with: "The bank's shares".
    fn owner_noun(&self, tokens: Range<usize>) -> Option<usize> {
        let is_definite = self.classes(tokens.start).has(Class::Determiner) && !actors::is_indefinite(&self.lower[tokens.start]);
        let mut words = (tokens.start + 1..tokens.end).take(SUBJECT).take_while(|at| self.document.tokens[*at].kind == TokenKind::Word);
        let owner = words.find(|at| possessive::owns(self.raw(*at))).filter(|_| is_definite)?;
        let noun = possessive::bare(&self.lower[owner]);
        let is_body = actors::has_any_role(noun, &[Role::Body, Role::Organ]) && !self.owns_somebody(owner, tokens.end);
        is_body.then_some(owner + 1)
    }

    /// One past the name of no person that owns what a sentence begins with: "Brasel's shares".
    fn owner_name(&self, tokens: Range<usize>) -> Option<usize> {
        let is_name = |at: &usize| {
            let token = self.document.tokens[*at];
            (token.kind == TokenKind::Word && token.capital || self.raw(*at) == "&") && token.classes.is_open()
        };
        let end = tokens.clone().take(NAME).take_while(is_name).find(|at| possessive::owns(self.raw(*at)))? + 1;
        let span = Span::new(self.document.tokens[tokens.start].span.start(), self.document.tokens[end - 1].span.end());
        let is_given = actors::gender_of_name(&self.read(span).words().raw[0]).is_some();
        let known = self.register.named(&self.read(span).words().name()).map(|(_, kind)| kind);
        let is_person = is_given || known == Some(ActorKind::Person) || self.owns_somebody(end - 1, tokens.end);
        (!is_person).then_some(end)
    }

    /// "Lind's company", "the bank's chairman": what the word at `owner` has can be the actor itself.
    fn owns_somebody(&self, owner: usize, end: usize) -> bool {
        let is_word = |at: &usize| self.document.tokens[*at].kind == TokenKind::Word;
        let mut words = (owner + 1..end).take(SUBJECT).take_while(is_word).take_while(|at| !self.is_verb(*at));
        words.any(|at| actors::names_somebody(&self.lower[at]))
    }

    /// One past the noun that is the subject at the beginning of a sentence: "The airline apologised", "Two nurses marched".
    fn subject_noun(&self, tokens: Range<usize>, sought: Sought) -> Option<usize> {
        let is_definite = self.classes(tokens.start).has(Class::Determiner) && !actors::is_indefinite(&self.lower[tokens.start]);
        let is_many = sought == Sought::Many;
        let is_one = matches!(sought, Sought::Person(_));
        let is_noun = |at: &usize| {
            let noun = &self.lower[*at];
            if is_one {
                return actors::is_post_or_title(noun) || actors::has_any_role(noun, &[Role::Unnamed, Role::Anybody]);
            }
            actors::has_any_role(noun, &[Role::Body, Role::Organ, Role::Government])
                || is_many && (inflect::can_be_plural(noun) || actors::has_role(noun, Role::Many)) && actors::names_somebody(noun)
        };
        let is_small = |at: &usize| {
            let token = self.document.tokens[*at];
            token.kind == TokenKind::Word && (!token.capital || *at == tokens.start) && token.classes.is_open()
        };
        let counts = |at: &usize| self.document.tokens[*at].kind == TokenKind::Number || actors::has_role(&self.lower[*at], Role::Count);
        let counted = if is_many { tokens.clone().take(COUNTED).take_while(counts).count() } else { 0 };
        let is_new = is_one && actors::is_indefinite(&self.lower[tokens.start]);
        let begin = tokens.start + counted.max(usize::from(is_definite || is_new));
        let mut nouns = (begin..tokens.end).take(SUBJECT).take_while(is_small).filter(is_noun);
        let ends = |noun: &usize| {
            let is_governing = !matches!(sought, Sought::Body) && noun + 1 < tokens.end && self.classes(noun + 1).has(Class::Preposition);
            noun + 1 < tokens.end && (self.is_verb(noun + 1) || self.can_do_something(noun + 1, tokens.end) || is_governing)
        };
        let noun = if is_one { nouns.find(ends) } else { nouns.next().filter(ends) };
        noun.filter(|_| is_definite || is_many || is_new).map(|noun| noun + 1)
    }

    /// One past the name of which nothing is known that is the subject at the beginning of a sentence: "Siemens will close a plant".
    fn subject_name(&self, tokens: Range<usize>) -> Option<usize> {
        let word = |at: usize| self.raw(at);
        let is_name = |at: &usize| {
            let token = self.document.tokens[*at];
            token.kind == TokenKind::Word && token.capital && token.classes.is_open()
        };
        let end = tokens.clone().take(NAME).take_while(is_name).last()? + 1;
        let span = Span::new(self.document.tokens[tokens.start].span.start(), self.document.tokens[end - 1].span.end());
        let is_person = actors::gender_of_name(word(tokens.start)).is_some() || actors::names_somebody(&self.lower[end - 1]);
        let is_known = || self.register.named(&self.read(span).words().name()).is_some();
        // "Tarvik cut 400 jobs": after a name what can be a past form is one.
        let is_past = || words::look_up(&self.lower[end]).forms & form::PAST != 0;
        let follows =
            end < tokens.end && (self.is_verb(end) || is_past() || word(end) == "," && self.classes(end + 1).has(Class::Relative));
        (follows && !is_person && !possessive::owns(word(end - 1)) && !is_known()).then_some(end)
    }

    /// "The company plans to leave", "The bank cuts its rates": what can be a noun as well, before what a verb governs.
    fn can_do_something(&self, at: usize, end: usize) -> bool {
        let is_verb = || words::look_up(&self.lower[at]).forms & (form::PAST | form::PRESENT) != 0;
        at + 1 < end && is_verb() && self.classes(at + 1).has_any(&[Class::Preposition, Class::Determiner, Class::Possessive])
    }

    /// The token at `at` begins what a subject does.
    fn is_verb(&self, at: usize) -> bool {
        let word = &self.lower[at];
        let looked_up = words::look_up(word);
        looked_up.forms & (form::PAST | form::PRESENT) != 0 && !looked_up.noun || is_finite(word) || words::is_unknown_past(word)
    }
}

/// "has", "will": begins what a subject does.
fn is_finite(word: &str) -> bool {
    [Class::Speech, Class::Auxiliary, Class::Modal].iter().any(|class| closed::classes(word).has(*class))
}
