//! Pronouns to the actors that they take up: by number, gender, nearness and place, inside quotations by who speaks.

use std::ops::Range;

use crate::lexicon::actors::{self, Gender, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words;
use crate::model::ActorKind;
use crate::text::{Span, TokenKind, possessive};

use super::register::Seen;
use super::words::{Mentioned, Words, is_acronym};
use super::{Actor, Part, Resolver};

/// Sentences back within which a claim's source is taken up before any other actor.
const NEAR: usize = 2;

impl Resolver<'_, '_> {
    /// The actor of a mention that is a pronoun; `None` where it is none.
    pub(super) fn pronoun(&self, words: &Words<'_>, span: Span) -> Option<Actor> {
        let [only] = words.lower else { return None };
        let pronoun = pronouns::pronoun(only).filter(|_| !self.is_name_in_capitals(&words.raw[0], span))?;
        let at = span.start();
        let found = match pronoun {
            Pronoun::First => self.speaker(at),
            Pronoun::He => self.person(at, Gender::He),
            Pronoun::She => self.person(at, Gender::She),
            Pronoun::It => self.subject_before(at, Number::One).or_else(|| self.body(at)),
            Pronoun::They => self.many(at),
            Pronoun::Who => self.antecedent(at, closed::classes(only).has(Class::Pronoun)),
        };
        Some(found.unwrap_or_else(|| unresolved(only, pronoun)))
    }

    /// "WHO", "US" where the sentence around is not in capitals throughout.
    fn is_name_in_capitals(&self, word: &str, span: Span) -> bool {
        let sentence = || self.document.sentence_at(span.start()).map(|index| self.document.slice(self.document.sentences[index].span));
        is_acronym(word) && sentence().is_some_and(|sentence| sentence.contains(char::is_lowercase))
    }

    /// The owner that "his", "its", "their" before a noun means.
    pub(super) fn owner(&self, possessive: &str, at: usize) -> Option<Actor> {
        match pronouns::owner(possessive)? {
            Pronoun::First => self.speaker(at),
            Pronoun::He => self.person(at, Gender::He),
            Pronoun::She => self.person(at, Gender::She),
            Pronoun::It => self.body(at),
            Pronoun::They | Pronoun::Who => self.latest(at, |_| true, |_| true),
        }
    }

    /// The person whom "he" or "she" takes up, who is that from now on. A thing never is.
    fn person(&self, at: usize, gender: Gender) -> Option<Actor> {
        let fits = |name: &str, known: Option<Gender>| known.or_else(|| self.told(name)).is_none_or(|known| known == gender);
        let found = self.latest(
            at,
            |actor| is_one(actor) && !actor.vague && fits(&actor.name, actor.gender),
            |seen| is_person(seen) && fits(&seen.name, seen.gender),
        )?;
        Some(Actor { gender: Some(gender), ..found })
    }

    /// The body that "it" takes up: no state that is only the place where something happened.
    fn body(&self, at: usize) -> Option<Actor> {
        self.latest(at, |actor| is_body(actor.kind) && !actor.plural, |seen| is_body(seen.kind) && !seen.is_there)
    }

    /// Those whom "they" takes up: the subject before where they are many, then many who spoke, then anybody.
    fn many(&self, at: usize) -> Option<Actor> {
        let are_many = |actor: &Actor| actor.plural || matches!(actor.kind, ActorKind::Crowd | ActorKind::ArmedGroup);
        self.subject_before(at, Number::Many)
            .or_else(|| self.latest(at, are_many, |_| false))
            .or_else(|| self.latest(at, |_| true, |seen| !seen.is_there))
    }

    /// "The airline apologised. It said a part had failed.": the body, or the many, that the sentence before begins with, where nothing is
    /// known of it.
    fn subject_before(&self, at: usize, number: Number) -> Option<Actor> {
        let sentence = self.document.sentence_at(at)?;
        let before = self.document.sentences.get(sentence.checked_sub(1)?)?;
        let is_reporting = |sentence: usize| self.document.segment_of(sentence).kind.is_reporting();
        if self.document.sentences[sentence].span.start() != at || !is_reporting(sentence) || !is_reporting(sentence - 1) {
            return None;
        }
        let tokens = self.document.token_range(sentence - 1);
        let end = self.subject_noun(tokens.clone(), number).or_else(|| self.subject_name(tokens.clone()))?;
        let span = Span::new(before.span.start(), self.document.tokens[end - 1].span.end());
        let actor = self.phrase(&self.read(span).words(), span.start(), Part::Source);
        match number {
            Number::Many => Some(actor),
            // "Tanto, which sells shoes in Spain, said so. It": no person, whatever its capital says.
            Number::One if actor.kind == ActorKind::Person => Some(Actor { kind: ActorKind::Organisation, ..actor }),
            Number::One => Some(actor).filter(|actor| !actor.plural),
        }
    }

    /// One past the noun that is the subject at the beginning of a sentence: "The airline apologised", "Nurses marched".
    fn subject_noun(&self, tokens: Range<usize>, number: Number) -> Option<usize> {
        let is_definite = self.classes(tokens.start).has(Class::Determiner) && !actors::is_indefinite(&self.lower[tokens.start]);
        let is_many = number == Number::Many;
        let is_noun = |at: &usize| {
            let noun = &self.lower[*at];
            actors::has_any_role(noun, &[Role::Body, Role::Organ, Role::Government])
                || is_many && inflect::can_be_plural(noun) && actors::names_somebody(noun)
        };
        let is_small = |at: &usize| {
            let token = self.document.tokens[*at];
            token.kind == TokenKind::Word && (!token.capital || *at == tokens.start) && token.classes.is_open()
        };
        let begin = tokens.start + usize::from(is_definite);
        let noun = (begin..tokens.end).take(SUBJECT).take_while(is_small).find(is_noun).filter(|_| is_definite || is_many)?;
        let is_governing = is_many && noun + 1 < tokens.end && self.classes(noun + 1).has(Class::Preposition);
        (noun + 1 < tokens.end && (self.is_verb(noun + 1) || is_governing)).then_some(noun + 1)
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

    /// The token at `at` begins what a subject does.
    fn is_verb(&self, at: usize) -> bool {
        let word = &self.lower[at];
        let looked_up = words::look_up(word);
        let is_unknown = || looked_up.forms == 0 && self.classes(at).is_open() && word.ends_with("ed");
        looked_up.forms & (form::PAST | form::PRESENT) != 0 && !looked_up.noun || is_finite(word) || is_unknown()
    }

    /// Whom "him", or "her" before a noun, means, where it is not `source`: "welcomed her apology", "criticised him".
    pub(super) fn possessed(&self, word: &str, at: usize, source: &str) -> Option<Actor> {
        let other = match pronouns::owner(word).or_else(|| pronouns::pronoun(word))? {
            Pronoun::He => Gender::She,
            Pronoun::She => Gender::He,
            _ => return None,
        };
        let fits = |name: &str, gender: Option<Gender>| name != source && gender.or_else(|| self.told(name)) != Some(other);
        self.latest(at, |actor| is_one(actor) && fits(&actor.name, actor.gender), |seen| is_person(seen) && fits(&seen.name, seen.gender))
    }

    /// Who speaks in the quotation around `at`; where no claim holds it, the person who spoke last before.
    fn speaker(&self, at: usize) -> Option<Actor> {
        self.quoted(at).or_else(|| self.latest(at, is_one, |_| false))
    }

    fn quoted(&self, at: usize) -> Option<Actor> {
        let quotation = self.document.quotation_at(at)?;
        let source = self.speakers.get(&quotation.span.start())?.as_ref()?;
        let span = source.span.first()?;
        if let Some(past) = self.past.iter().rev().take(NEAR_PAST).find(|past| past.at == span.end()) {
            return Some(past.actor.clone());
        }
        // A speaker named after the quotation; one that is itself a first person would lead round in a circle.
        let read = self.read(*span);
        let words = read.words();
        let is_first = words.lower.len() == 1 && pronouns::pronoun(&words.lower[0]) == Some(Pronoun::First);
        (!is_first).then(|| self.mention(source, Part::Source))
    }

    /// The latest actor before `at` that fits: a claim's source near by, then a subject near by, then any. A subject inside what a person
    /// said gives way to the person who said it: "Ms Holm told them that Col Rudin had left. She cited evidence."
    pub(super) fn latest(&self, at: usize, fits: impl Fn(&Actor) -> bool, fits_seen: impl Fn(&Seen) -> bool) -> Option<Actor> {
        let sentence = self.document.sentence_at(at).unwrap_or(0);
        let near = self.document.sentences.get(sentence.saturating_sub(NEAR)).map_or(0, |sentence| sentence.span.start());
        let past = self.past.iter().rev().take(NEAR_PAST).find(|past| past.at <= at && fits(&past.actor));
        let end = self.register.seen.partition_point(|seen| seen.at < at);
        let before = self.register.seen[..end].iter().rev().take(NEAR_SEEN);
        let is_told = |seen: &Seen| past.is_some_and(|past| past.has_told_of(seen.at, at));
        let subject = before.clone().find(|seen| seen.is_subject && seen.at >= near && fits_seen(seen) && !is_told(seen));
        match (past.filter(|past| past.at >= near), subject) {
            (Some(past), Some(subject)) if subject.at <= past.at => Some(past.actor.clone()),
            (_, Some(subject)) => Some(actor_of(subject)),
            (Some(past), None) => Some(past.actor.clone()),
            (None, None) => before.clone().find(|seen| fits_seen(seen)).map(actor_of).or_else(|| past.map(|past| past.actor.clone())),
        }
    }

    /// The actor of the noun phrase just before a relative pronoun.
    fn antecedent(&self, at: usize, takes_person: bool) -> Option<Actor> {
        self.named_before(at, takes_person).or_else(|| {
            let read = Mentioned::before(self.document, &self.brands, at)?;
            let words = read.words();
            (!words.is_empty()).then(|| self.phrase(&words, at, Part::Source))
        })
    }

    /// The name just before a relative pronoun.
    fn named_before(&self, at: usize, takes_person: bool) -> Option<Actor> {
        let end = self.register.seen.partition_point(|seen| seen.at < at);
        let last = self.register.seen[..end].last()?;
        let gap = self.document.text.get(last.end..at)?;
        let adjacent = gap.chars().all(|next| next == ',' || next == '’' || next.is_whitespace());
        // "Ana Torv, of the port of Oslo, who": a person before an aside that ends in another name.
        let sentence = self.document.sentences.get(self.document.sentence_at(at)?)?.span.start();
        let is_set_off = |seen: &&Seen| is_person(seen) && self.document.text[seen.end..].starts_with(',');
        let person = self.register.seen[..end].iter().rev().take_while(|seen| seen.at >= sentence).find(is_set_off);
        if let Some(person) = person.filter(|_| adjacent && takes_person && !is_person(last)) {
            return Some(actor_of(person));
        }
        // "officials in Oslo, who": nobody says so of a place.
        (adjacent && (is_person(last) || !takes_person)).then(|| actor_of(last))
    }
}

/// Claims and names back within which an antecedent is looked for.
const NEAR_PAST: usize = 24;
const NEAR_SEEN: usize = 48;

/// Words after "the" within which the noun of a subject stands.
const SUBJECT: usize = 3;
/// Words that a name at the beginning of a sentence has at the most, and one more.
const NAME: usize = 5;

/// What a pronoun says of how many it takes up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Number {
    One,
    Many,
}

/// A pronoun of which nobody knows whom it means; "she" never takes up what "he" stands for.
fn unresolved(word: &str, pronoun: Pronoun) -> Actor {
    let gender = match pronoun {
        Pronoun::He => Some(Gender::He),
        Pronoun::She => Some(Gender::She),
        _ => None,
    };
    Actor { gender, plural: pronoun == Pronoun::They, vague: pronoun == Pronoun::It, ..Actor::new(word, ActorKind::Unnamed) }
}

/// "has", "will": begins what a subject does.
fn is_finite(word: &str) -> bool {
    [Class::Speech, Class::Auxiliary, Class::Modal].iter().any(|class| closed::classes(word).has(*class))
}

fn is_one(actor: &Actor) -> bool {
    !actor.plural && matches!(actor.kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed) && actor.name != super::UNSPECIFIED
}

fn is_person(seen: &Seen) -> bool {
    seen.kind == ActorKind::Person
}

fn is_body(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup | ActorKind::Media | ActorKind::Document)
}

fn actor_of(seen: &Seen) -> Actor {
    Actor { gender: seen.gender, ..Actor::new(seen.name.clone(), seen.kind) }
}
