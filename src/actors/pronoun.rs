//! Pronouns to the actors that they take up: by number, gender, nearness and place, inside quotations by who speaks.

use crate::lexicon::actors::Gender;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues::{Frame, Part as CuePart};
use crate::lexicon::inflect;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words::{self, Role};
use crate::model::{Act, ActorKind};
use crate::text::Span;

use super::register::Seen;
use super::subject::Sought;
use super::words::{Mentioned, Words, is_acronym};
use super::{Actor, Part, Resolver};

/// Sentences back within which a claim's source is taken up before any other actor.
const NEAR: usize = 2;

impl Resolver<'_, '_> {
    /// The actor of a mention that is a pronoun; `None` where it is none.
    pub(super) fn pronoun(&self, words: &Words<'_>, span: Span, part: Part) -> Option<Actor> {
        // "doctors, some of whom said"
        let alone = if words.lower.len() == 1 { *words } else { words.bare() };
        let [only] = alone.lower else { return None };
        let pronoun = pronouns::pronoun(only).filter(|_| !self.is_name_in_capitals(&alone.raw[0], span))?;
        if words.lower.len() > 1 && pronoun != Pronoun::Who {
            return None;
        }
        let at = span.start();
        let owned = |sought: Sought| pronouns::owner(only).and_then(|_| self.subject_of(at, sought));
        let found = match pronoun {
            // "We asked the bank why": the paper, and nobody in it.
            Pronoun::First => self.document.quotation_at(at).and_then(|_| self.speaker(at)),
            Pronoun::He => self.person(at, Gender::He),
            Pronoun::She => self.person(at, Gender::She),
            Pronoun::It if part == Part::Source => {
                let around = owned(Sought::Body).or_else(|| self.subject_around(at, Sought::Body));
                around.or_else(|| self.speaks_on(at)).or_else(|| self.body(at))
            }
            Pronoun::It => self.subject_around(at, Sought::Body).or_else(|| self.body(at)),
            Pronoun::They => owned(Sought::Many).or_else(|| self.many(at)),
            Pronoun::Who => {
                let found = self.antecedent(at, closed::classes(only).has(Class::Pronoun));
                found.filter(|actor| words.lower.len() == 1 || actor.plural)
            }
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
            // "Our correspondent in Oslo says".
            Pronoun::First => self.document.quotation_at(at).and_then(|_| self.speaker(at)),
            Pronoun::He => self.person(at, Gender::He),
            Pronoun::She => self.person(at, Gender::She),
            Pronoun::It => self.subject_around(at, Sought::Owner).or_else(|| self.body(at)),
            Pronoun::They | Pronoun::Who => self.latest(at, |_| true, |_| true),
        }
    }

    /// The person whom "he" or "she" takes up, who is that from now on. A thing never is.
    fn person(&self, at: usize, gender: Gender) -> Option<Actor> {
        let fits = |name: &str, known: Option<Gender>| known.or_else(|| self.told(name)).is_none_or(|known| known == gender);
        let latest = || {
            self.latest(
                at,
                |actor| is_one(actor) && !actor.vague && fits(&actor.name, actor.gender),
                |seen| is_person(seen) && fits(&seen.name, seen.gender),
            )
        };
        let found = self.subject_around(at, Sought::Person(gender)).or_else(latest).or_else(|| self.role_before(at, gender))?;
        Some(Actor { gender: Some(gender), ..found })
    }

    /// The body that "it" takes up: no state that is only the place where something happened.
    fn body(&self, at: usize) -> Option<Actor> {
        self.latest(at, |actor| is_body(actor.kind) && !actor.plural, |seen| is_body(seen.kind) && !seen.is_there)
    }

    /// "Oslo said that Rome had left. “We stay,” it said": the body that spoke in the sentence before goes on, and none of whom it told.
    fn speaks_on(&self, at: usize) -> Option<Actor> {
        // Who denies, admits or promises something is as often whom it was said of.
        let says = |at: usize| {
            let verb = words::look_up(&self.lower[at]);
            let mut rows = verb.cues().filter(|cue| cue.part == CuePart::Verb).peekable();
            rows.peek().is_some() && rows.all(|cue| cue.act == Act::State) && verb.takes(Frame::Quote) && !verb.is(Role::Insists)
        };
        let verb = self.document.token_at(at) + 1;
        if !self.lower.get(verb).is_some_and(|_| says(verb)) {
            return None;
        }
        let sentence = self.document.sentence_at(at)?;
        let begin = self.document.sentences[sentence].span.start();
        let before = self.document.sentences[sentence.checked_sub(1)?].span.start();
        // "Oslo said Rome had left. Guards say it did": what others say of it.
        let is_first = self.past.last().is_none_or(|past| past.at < begin);
        let spoke = || self.past.iter().rev().take(NEAR_PAST).take_while(|past| past.at >= before);
        let first = spoke().last().filter(|first| is_first && is_body(first.actor.kind) && !first.actor.plural)?;
        spoke().all(|past| past.actor.name == first.actor.name || first.has_said(past.at - 1, at)).then(|| first.actor.clone())
    }

    /// Those whom "they" takes up: the subject before where they are many, then a firm that spoke just before, then many who spoke, then
    /// anybody.
    fn many(&self, at: usize) -> Option<Actor> {
        let are_many = |actor: &Actor| actor.plural || matches!(actor.kind, ActorKind::Crowd | ActorKind::ArmedGroup);
        self.subject_around(at, Sought::Many)
            .or_else(|| self.firm_that_spoke(at))
            .or_else(|| self.latest(at, are_many, |_| false))
            .or_else(|| self.latest(at, |_| true, |seen| !seen.is_there))
    }

    /// The body that the sentence before is a claim of, and nobody else: "his lawyers, Kemp Hall, said so. They".
    fn firm_that_spoke(&self, at: usize) -> Option<Actor> {
        let sentence = self.document.sentence_at(at).filter(|sentence| self.document.sentences[*sentence].span.start() == at)?;
        let begin = self.document.sentences[sentence.checked_sub(1)?].span.start();
        let mut spoke = self.past.iter().rev().skip_while(|past| past.at >= at).take_while(|past| past.at >= begin);
        let last = spoke.next().filter(|past| past.actor.kind == ActorKind::Organisation)?;
        let is_only = spoke.all(|past| past.actor.name == last.actor.name);
        (is_only && self.are_introduced(last.at)).then(|| last.actor.clone())
    }

    /// The name that ends at `end` is that of many: "his lawyers, Kemp Hall".
    fn are_introduced(&self, end: usize) -> bool {
        let end = self.document.token_at(end);
        let name = (0..end).rev().take_while(|at| self.document.tokens[*at].capital).count();
        let comma = end.checked_sub(name + 1).filter(|comma| name > 0 && self.raw(*comma) == ",");
        let noun = comma.and_then(|comma| comma.checked_sub(1));
        noun.is_some_and(|noun| inflect::is_plural(&self.lower[noun]))
    }

    /// Whom "him", or "her" before a noun, means, where it is not `source`: "welcomed her apology", "criticised him".
    pub(super) fn possessed(&self, word: &str, at: usize, source: &str) -> Option<Actor> {
        match pronouns::owner(word).or_else(|| pronouns::pronoun(word))? {
            Pronoun::He => self.last_of(at, Gender::He, source),
            Pronoun::She => self.last_of(at, Gender::She, source),
            _ => None,
        }
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
        // "Ana Torv, the harbour's new head, who": what stands between commas names the person once more.
        let apposed = person.filter(|person| takes_person && self.is_apposed(person.end, at));
        if let Some(person) = apposed {
            return Some(actor_of(person));
        }
        // "officials in Oslo, who": nobody says so of a place.
        (adjacent && (is_person(last) || !takes_person)).then(|| actor_of(last))
    }

    /// From `from` to `to` there is one noun phrase between commas: "Ana Torv, the port's head, who".
    fn is_apposed(&self, from: usize, to: usize) -> bool {
        let tokens = self.document.token_at(from)..self.document.token_at(to);
        if !(3..=APPOSED).contains(&tokens.len()) {
            return false;
        }
        let is_comma = |at: usize| self.raw(at) == ",";
        let inner = tokens.start + 1..tokens.end - 1;
        let verb = |at: &usize| {
            let classes = self.classes(*at);
            classes.has(Class::Auxiliary) || classes.has(Class::Modal) || classes.has(Class::Speech) || is_comma(*at)
        };
        is_comma(tokens.start) && is_comma(tokens.end - 1) && !inner.clone().any(|at| verb(&at))
    }
}

/// Tokens that an apposition and its commas may have.
const APPOSED: usize = 14;

/// Claims and names back within which an antecedent is looked for.
const NEAR_PAST: usize = 24;
const NEAR_SEEN: usize = 48;

/// A pronoun of which nobody knows whom it means; "she" never takes up what "he" stands for.
fn unresolved(word: &str, pronoun: Pronoun) -> Actor {
    let gender = match pronoun {
        Pronoun::He => Some(Gender::He),
        Pronoun::She => Some(Gender::She),
        _ => None,
    };
    Actor { gender, plural: pronoun == Pronoun::They, vague: pronoun == Pronoun::It, ..Actor::new(word, ActorKind::Unnamed) }
}

pub(super) fn is_one(actor: &Actor) -> bool {
    !actor.plural && matches!(actor.kind, ActorKind::Person | ActorKind::Office | ActorKind::Unnamed) && actor.name != super::UNSPECIFIED
}

fn is_person(seen: &Seen) -> bool {
    seen.kind == ActorKind::Person
}

pub(super) fn is_body(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup | ActorKind::Media | ActorKind::Document)
}

pub(super) fn actor_of(seen: &Seen) -> Actor {
    Actor { gender: seen.gender, ..Actor::new(seen.name.clone(), seen.kind) }
}
