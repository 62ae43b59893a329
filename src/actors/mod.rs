//! Names to actors: aliases, pronouns, titles and metonyms to canonical names, over one report.
//!
//! First the whole text is read for its names (`register`), then every mention is resolved in text order: a pronoun (`pronoun`),
//! a name (`phrase`), or words that describe its actor (`described`); then acts are aimed (`aim`). It leaves to the caller where the
//! mentions stand. Time is linear in the text and the number of mentions.
//!
//! Known failures: a pronoun takes the likeliest actor before it and is wrong where sense alone decides; a post held by two people of
//! the text ("the minister") keeps its own name.

mod aim;
mod aimed;
mod associate;
mod blame;
mod body_name;
mod brand;
mod brought;
mod charges;
mod described;
mod harmed;
mod opening;
mod patient;
mod phrase;
mod pronoun;
mod register;
mod relay;
mod spoken_of;
mod subject;
mod taken_up;
mod words;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::{self, Gender, Post, Role, World};
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::model::{Act, ActorKind, Claim, Figure, Findings, Mention, UNSPECIFIED};
use crate::text::{Document, Span, lower_case};

use brand::Brands;
use register::Register;

/// Fills in the canonical name and the kind of every mention in `findings`; `lower` are the document's tokens in lower case.
pub fn resolve<'d>(world: &World, document: &'d Document<'d>, lower: &'d [Cow<'d, str>], findings: &mut Findings<Span>) {
    let register = Register::learn(document, lower, world);
    let brands = Brands::learn(document, &findings.claims, &register, world);
    let mut resolver = Resolver {
        document,
        lower,
        register,
        brands,
        past: Vec::new(),
        speakers: speakers(document, &findings.claims),
        genders: FxHashMap::default(),
    };
    let mut order: Vec<usize> = (0..findings.claims.len()).collect();
    order.sort_by_key(|index| place(&findings.claims[*index]));
    for index in order {
        resolver.claim(&mut findings.claims, index);
    }
    resolver.relay(&mut findings.claims);
    resolver.aim(&mut findings.claims);
    let mut known: FxHashMap<Span, (String, ActorKind)> = FxHashMap::default();
    // A figure that a medium gives is by whomever the medium cites.
    let handed = findings.claims.iter().filter_map(|claim| Some((*claim.via.as_ref()?.span.first()?, claim.source.clone()?)));
    let handed: FxHashMap<Span, Mention<Span>> = handed.collect();
    let source = |figure: &mut Figure<Span>| {
        let place = figure.source.as_ref().and_then(|source| source.span.first());
        if let Some(source) = place.and_then(|place| handed.get(place)) {
            figure.source = Some(source.clone());
        }
    };
    findings.figures.iter_mut().for_each(source);
    for source in findings.claims.iter().filter_map(|claim| claim.source.as_ref()) {
        if let Some(span) = source.span.first() {
            known.insert(*span, (source.name.clone(), source.kind));
        }
    }
    let figures = findings.figures.iter_mut().map(|figure| &mut figure.source);
    let statuses = findings.statuses.iter_mut().map(|status| &mut status.source);
    for mention in figures.chain(statuses).flatten() {
        let same = mention.span.first().and_then(|span| known.get(span)).cloned();
        (mention.name, mention.kind) = same.unwrap_or_else(|| resolver.mention(mention, Part::Source).into());
    }
}

fn place(claim: &Claim<Span>) -> Span {
    claim.source.as_ref().and_then(|source| source.span.first().copied()).unwrap_or(claim.evidence.span)
}

/// For each quotation (by its first byte) the claim whose content stands in it.
fn speakers(document: &Document<'_>, claims: &[Claim<Span>]) -> FxHashMap<usize, Option<Mention<Span>>> {
    let mut speakers = FxHashMap::default();
    for claim in claims {
        let source = claim.source.as_ref().and_then(|source| source.span.first());
        for span in &claim.content.span {
            let middle = span.start() + span.len() / 2;
            let Some(quotation) = document.quotation_at(middle) else { continue };
            if source.is_some_and(|source| !quotation.span.overlaps(*source)) {
                speakers.entry(quotation.span.start()).or_insert_with(|| claim.source.clone());
            }
        }
    }
    speakers
}

/// The part that a mention plays in its claim.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Source,
    Target,
}

/// An actor resolved before.
#[derive(Clone, Debug)]
struct Past {
    at: usize,
    actor: Actor,
    /// What the actor said.
    said: Option<Span>,
    act: Act,
}

impl Past {
    /// The name at `named` stands in what a person had said before `at`.
    fn has_told_of(&self, named: usize, at: usize) -> bool {
        self.actor.kind == ActorKind::Person && self.has_said(named, at)
    }

    /// The name at `named` stands in what was said before `at`.
    fn has_said(&self, named: usize, at: usize) -> bool {
        self.said.is_some_and(|said| said.start() <= named && named < said.end() && said.end() <= at)
    }
}

/// A canonical name with what a pronoun must agree with.
#[derive(Clone, Debug)]
struct Actor {
    name: String,
    kind: ActorKind,
    plural: bool,
    gender: Option<Gender>,
    /// Neither a name nor a word that stands for an actor: perhaps a thing.
    vague: bool,
}

impl Actor {
    fn new(name: impl Into<String>, kind: ActorKind) -> Self {
        Actor { name: name.into(), kind, plural: false, gender: None, vague: false }
    }

    fn unspecified() -> Self {
        Actor::new(UNSPECIFIED, ActorKind::Unnamed)
    }
}

impl From<Actor> for (String, ActorKind) {
    fn from(actor: Actor) -> Self {
        (actor.name, actor.kind)
    }
}

struct Resolver<'d, 'w> {
    document: &'d Document<'d>,
    /// Its tokens in lower case with straight apostrophes.
    lower: &'d [Cow<'d, str>],
    register: Register<'w>,
    /// Names that end as a possessive does.
    brands: Brands,
    /// Actors of the claims before, in text order.
    past: Vec<Past>,
    speakers: FxHashMap<usize, Option<Mention<Span>>>,
    /// He or she, by name, as the mentions before tell.
    genders: FxHashMap<String, Gender>,
}

/// Claims back within which whoever is answered spoke.
const NEAR: usize = 24;
/// Letters of "one another".
const LONGEST_PRONOUN: usize = 12;

impl<'d> Resolver<'d, '_> {
    /// The token at `at` as written.
    fn raw(&self, at: usize) -> &'d str {
        self.document.slice(self.document.tokens[at].span)
    }

    /// Its closed classes, as written.
    fn classes(&self, at: usize) -> Classes {
        self.document.tokens[at].classes
    }

    fn claim(&mut self, claims: &mut [Claim<Span>], index: usize) {
        let claim = &mut claims[index];
        let said = claim.content.span.first().zip(claim.content.span.last()).map(|(first, last)| Span::new(first.start(), last.end()));
        let (evidence, act) = (claim.evidence.span, claim.act);
        let parts = [(&mut claim.source, Part::Source), (&mut claim.target, Part::Target), (&mut claim.via, Part::Source)];
        let mut source = None;
        for (mention, part) in parts {
            let Some(mention) = mention else { continue };
            let actor = match (part, &source) {
                (Part::Target, Some(source)) => {
                    self.target(mention, source, mention.span.first().is_some_and(|span| evidence.contains(*span)))
                }
                _ => self.mention(mention, part),
            };
            (mention.name, mention.kind) = actor.clone().into();
            if part == Part::Source {
                source = Some(actor.clone());
                self.learn_gender(&actor);
                self.past.push(Past { at: mention.span.first().map_or(0, |span| span.end()), actor, said, act });
            }
        }
    }

    fn learn_gender(&mut self, actor: &Actor) {
        if let Some(gender) = actor.gender.filter(|_| !self.genders.contains_key(&actor.name)) {
            self.genders.insert(actor.name.clone(), gender);
        }
    }

    /// He or she, as a mention before tells.
    fn told(&self, name: &str) -> Option<Gender> {
        self.genders.get(name).copied()
    }

    /// A target is never its own source: a pronoun or "the other side" then means the other party. What stands `beside` its cue is an
    /// object.
    fn target(&self, mention: &Mention<Span>, source: &Actor, is_beside: bool) -> Actor {
        let is_short = mention.text.len() <= LONGEST_PRONOUN && mention.text.starts_with(char::is_lowercase);
        let text = if is_short { lower_case(&mention.text) } else { Cow::Borrowed("") };
        let is_joint = || source.plural || source.name.contains(register::CONJUNCTION);
        if is_short && actors::has_role(&text, Role::EachOther) && is_joint() {
            return source.clone();
        }
        // Whoever made the charge that is denied is known already.
        let ends = mention.span.first().map(|span| span.end()).filter(|_| !is_beside);
        if let Some(past) =
            ends.and_then(|end| self.past.iter().rev().take(NEAR).find(|past| past.at == end && past.actor.name != source.name))
        {
            return past.actor.clone();
        }
        let at = mention.span.first().map_or(0, |span| span.start());
        let meant = match pronouns::pronoun(&text).filter(|_| is_short && is_beside) {
            Some(Pronoun::He) => self.spoken_of(at, Gender::He, &source.name),
            Some(Pronoun::She) => self.spoken_of(at, Gender::She, &source.name),
            Some(Pronoun::It) => self.body_spoken_of(at, &source.name),
            _ => None,
        };
        if let Some(actor) = meant {
            return actor;
        }
        let actor = self.mention(mention, Part::Target);
        if actor.name != source.name {
            return actor;
        }
        self.other_party(&source.name).or_else(|| self.possessed(&text, at, &source.name)).unwrap_or(actor)
    }

    /// The other one of the two that the text is about.
    fn other_party(&self, of: &str) -> Option<Actor> {
        let [first, second] = self.register.parties.as_slice() else { return None };
        let is_of = |party: &str| of.contains(party) || self.allegiance(of) == Some(party);
        let other = match (is_of(first), is_of(second)) {
            (true, false) => second,
            (false, true) => first,
            _ => return None,
        };
        Some(Actor::new(other.clone(), self.party_kind(other)))
    }

    fn party_kind(&self, name: &str) -> ActorKind {
        self.register.named(name).map_or(ActorKind::State, |(_, kind)| kind)
    }

    /// The party that an actor belongs to: by its name, by the post that the text gives a person, or at home.
    fn allegiance(&self, name: &str) -> Option<&str> {
        let is_organ = || name.rsplit(' ').next().is_some_and(|head| actors::has_role(head, Role::StateOrgan));
        let at_home = || self.register.home.as_deref().filter(|_| is_organ() && !name.contains(char::is_uppercase));
        self.state_of(name).or_else(|| self.register.serves(name)).or_else(at_home)
    }

    fn mention(&self, mention: &Mention<Span>, part: Part) -> Actor {
        let Some(span) = mention.span.first().filter(|span| !span.is_empty()) else { return Actor::unspecified() };
        let read = self.read_whole(*span);
        let words = read.words();
        let as_written = || Actor::new(mention.text.trim(), ActorKind::Unnamed);
        if words.is_empty() {
            return as_written();
        }
        // "in March, he said": a date is nobody, unless the text has somebody of that name.
        let of_date = |at: usize| words.is_capital(at) && closed::classes(&words.lower[at]).has(Class::Calendar);
        if (0..words.raw.len()).all(of_date) && self.register.named(&words.name()).is_none() {
            return Actor { vague: true, ..as_written() };
        }
        let actor = self.pronoun(&words, *span, part).unwrap_or_else(|| self.phrase(&words, span.start(), part));
        // "Mr Stott" is no "she", whatever else of him is known.
        let tells = |word: &&Cow<'_, str>| actors::is_post(word, Post::Title);
        let titled = || words.lower.iter().filter(tells).find_map(|title| actors::gender_of_noun(title));
        let gender = actor.gender.or_else(|| if actor.kind == ActorKind::Person && !actor.plural { titled() } else { None });
        let actor = Actor { gender, ..actor };
        // Words of which none is part of a name: "that, the charge".
        if actor.name.is_empty() { as_written() } else { actor }
    }
}

#[cfg(test)]
mod tests;
