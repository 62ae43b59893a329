//! At whom an act is aimed where its cue has no object that names somebody: "demanded from Kabul an apology", "the allegation that
//! Russian jets crossed the line", "denies sending anyone" after an accusation.
//!
//! Which places are looked at for which act is data (`aims.tsv`). Nothing is inferred for a plain statement.
//!
//! Always holds: an inferred target has the span of words that name it, or none where the text does not name it beside the act, and
//! it is never the source itself. Known failure: a denial between two states is taken to answer the other one even where a third
//! made the charge.

use rustc_hash::FxHashSet;

use crate::lexicon::actors::{self, Role};
use crate::lexicon::aims::{self, Place};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::quantities;
use crate::lexicon::words;
use crate::lexicon::wrongs::{self, Wrong};
use crate::model::{Act, ActorKind, Claim, Mention};
use crate::text::{Span, TokenKind, lower_case, possessive};

use super::charges::{Charge, Word, charges, words as said};
use super::register::{Seen, clean};
use super::{Actor, Part, Resolver};

/// Tokens of a content before which its agent is named.
const AGENT: usize = 8;
/// Tokens of a content within which its owner is named.
const OWNER: usize = 4;
/// Tokens after a preposition that are read as the phrase it governs.
const GOVERNED: usize = 6;

/// What a text told before a claim is aimed.
struct Told<'c> {
    /// The sides whose words it gives.
    heard: &'c [String],
    /// All whose words it gives.
    speakers: &'c FxHashSet<String>,
    charges: &'c [Charge],
    words: &'c [Word],
}

/// Acts in the order in which they are aimed: a statement may speak of whom its source accuses, a denial may answer either.
const STAGES: [fn(Act) -> bool; 3] =
    [|act| act == Act::Accuse, |act| !matches!(act, Act::Accuse | Act::Deny | Act::Reject), |act| matches!(act, Act::Deny | Act::Reject)];

impl Resolver<'_, '_> {
    /// Gives a target to every claim that has none, or only a thing for one, where the text tells it.
    pub(super) fn aim(&self, claims: &mut [Claim<Span>]) {
        let mut heard: Vec<String> =
            claims.iter().filter_map(|claim| self.allegiance(&claim.source.as_ref()?.name).map(str::to_owned)).collect();
        heard.sort_unstable();
        heard.dedup();
        let speakers = claims.iter().filter_map(|claim| Some(claim.source.as_ref()?.name.clone())).collect();
        let words = said(claims);
        for is_now in STAGES {
            let told = Told { heard: &heard, speakers: &speakers, charges: &charges(claims), words: &words };
            claims.iter_mut().filter(|claim| is_now(claim.act)).for_each(|claim| self.aim_one(claim, &told));
        }
    }

    fn aim_one(&self, claim: &mut Claim<Span>, told: &Told<'_>) {
        claim.target.take_if(|target| is_mere_telling(claim.act) || self.opens_clause(target) || self.is_charge(target));
        let own = claim.source.as_ref().map(|source| source.name.clone());
        claim.target.take_if(|target| Some(&target.name) == own.as_ref() && !self.joins(target));
        if let Some((target, own)) = claim.target.as_mut().zip(own.as_ref()) {
            let at = target.span.first().map_or(0, |span| span.start());
            if let Some(meant) = self.taken_up(&target.text.to_lowercase(), own, at, told.charges) {
                (target.name, target.kind) = (meant.name, meant.kind);
            }
        }
        let is_named = claim.target.as_ref().is_some_and(|target| !self.is_thing(target));
        let Some(source) = claim.source.as_ref().filter(|_| !is_named) else { return };
        let after_cue = claim.cue.as_ref().and_then(|cue| cue.span.last()).map(|cue| cue.end());
        let rest = after_cue.filter(|end| *end <= claim.evidence.span.end()).map(|end| Span::new(end, claim.evidence.span.end()));
        let places: Vec<Span> = claim.content.span.iter().copied().chain(rest).collect();
        let begin = claim.evidence.span.start();
        let found = aims::places(claim.act).find_map(|place| match place {
            Place::Accuser => self.accuser(&source.name, begin, told.charges),
            Place::Asker => self.asker((&source.name, claim.act), begin, told.words),
            Place::Last => self.last_speaker(&source.name, begin, told.words).filter(|_| self.opens_with_it(claim.content.span.first())),
            _ => self.look(place, source, &places, told),
        });
        let is_kept = !matches!(claim.act, Act::Condemn | Act::Welcome);
        claim.target = found.or_else(|| claim.target.take().filter(|target| is_kept || !self.is_thing(target)));
    }

    fn look(&self, place: Place, source: &Mention<Span>, said: &[Span], told: &Told<'_>) -> Option<Mention<Span>> {
        match place {
            Place::After(word) => said.iter().find_map(|span| self.after(word, *span)),
            Place::Agent => {
                let content = *said.first()?;
                let agent = || self.agent(source, content).filter(|found| found.name != source.name);
                self.pronoun_of(source, content, told).or_else(agent).or_else(|| self.other_person(source, content))
            }
            Place::Party => {
                let other = self.other_party(&source.name)?;
                let place = said.iter().find_map(|span| self.named_in(*span).find(|seen| seen.name == other.name))?;
                Some(self.pointed(place))
            }
            Place::Blamed => {
                let other = self.other_party(&source.name);
                if other.is_none() && told.charges.is_empty() {
                    return None;
                }
                let agent = self.accused(source, *said.first()?, told).or_else(|| self.agent(source, *said.first()?))?;
                let is_other = other.is_some_and(|other| self.allegiance(&agent.name) == Some(&other.name));
                (is_other || self.has_accused(&source.name, &agent.name, told.charges)).then_some(agent)
            }
            Place::Between if !self.is_side(&source.name) || !self.is_quarrel(told) => None,
            Place::Rival | Place::Between => {
                let other = self.other_party(&source.name).filter(|other| told.heard.contains(&other.name))?;
                Some(Mention { text: String::new(), span: Vec::new(), name: other.name, kind: other.kind })
            }
            Place::Wrongdoer => self.wrongdoer(source, *said.first()?),
            Place::Wronged => self.wronged(source, *said.first()?).filter(|wronged| told.speakers.contains(&wronged.name)),
            Place::Both => self.both(&source.name, told),
            Place::Owner => self.owner_of(*said.first()?, source),
            Place::Accuser | Place::Asker | Place::Last => None,
        }
        .filter(|found| found.name != source.name)
    }

    /// The phrase after `word`, where it stands for somebody.
    fn after(&self, word: &str, content: Span) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let at = range.clone().find(|at| self.raw(*at) == word)? + 1;
        self.governed(at, range.end)
    }

    /// The phrase that begins with token `at`, before token `end`, where it stands for somebody.
    pub(super) fn governed(&self, at: usize, end: usize) -> Option<Mention<Span>> {
        let class = |at: usize| closed::classes(&clean(self.raw(at)));
        let stop = end.min(at + GOVERNED);
        let begin = (at..stop).find(|at| !class(*at).has(Class::Determiner))?;
        let continues = |at: &usize| {
            let token = self.document.tokens[*at];
            let follows_name = *at > begin && self.document.tokens[*at - 1].capital;
            let ends_name = || follows_name && (self.is_past(*at) || inflect::is_adverb(&self.lower[*at]));
            let is_small = || class(*at).is_open() && !ends_name();
            token.kind == TokenKind::Word && !class(*at).has(Class::Calendar) && (token.capital || is_small())
        };
        let end = (begin..stop).take_while(continues).last()? + 1;
        let span = Span::new(self.document.tokens[at].span.start(), self.document.tokens[end - 1].span.end());
        let actor = self.spot(span);
        (!actor.vague).then(|| self.mentioned(span, actor))
    }

    /// "knew", "sold": after a name a verb, and no more of whom the words name.
    fn is_past(&self, at: usize) -> bool {
        let word = words::look_up(&self.lower[at]);
        word.forms & form::PAST != 0 && !word.noun
    }

    /// The first actor that the content names before its verb, unless it stands after a preposition or is the source's own side.
    pub(super) fn agent(&self, source: &Mention<Span>, content: Span) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let class = |at: usize| self.classes(at);
        let wrongs = |at: usize| wrongs::wrong(&self.lower[at]) == Some(Wrong::Does);
        let is_verb = |at: &usize| class(*at).has(Class::Auxiliary) || class(*at).has(Class::Modal) || *at > range.start && wrongs(*at);
        let stop = range.clone().take(AGENT).find(is_verb);
        let last = stop.unwrap_or((range.start + AGENT).min(range.end)).checked_sub(1).filter(|last| *last >= range.start)?;
        let region = Span::new(content.start(), self.document.tokens[last].span.end().max(content.start()));
        let Some(seen) = self.named_in(region).next() else { return self.opens(range.start, last + 1, stop.is_some()) };
        let before = self.document.token_at(seen.at).checked_sub(1).filter(|before| *before >= range.start);
        let is_governed = before.is_some_and(|before| class(before).has(Class::Preposition));
        if before.is_some_and(|at| at == range.start + 1 && self.is_staff(at, seen)) {
            return Some(self.mentioned(Span::new(content.start(), seen.end), Actor::new(seen.name.clone(), seen.kind)));
        }
        let is_own = self.allegiance(&source.name) == Some(&seen.name);
        let can_act = !matches!(seen.kind, ActorKind::Media | ActorKind::Document) && !self.is_amount(seen);
        (!is_governed && !is_own && can_act).then(|| self.pointed(seen))
    }

    /// The two sides of a text that gives the words of one, for whoever is on neither.
    fn both(&self, source: &str, told: &Told<'_>) -> Option<Mention<Span>> {
        let [first, second] = self.register.parties.as_slice() else { return None };
        let is_outside = [first, second].iter().any(|side| told.heard.contains(side)) && self.other_party(source).is_none();
        let name = format!("{first} and {second}");
        is_outside.then(|| Mention { text: String::new(), span: Vec::new(), name, kind: self.party_kind(first) })
    }

    /// One of the text's two sides turns on the other, so that what either asks for is asked of the other.
    fn is_quarrel(&self, told: &Told<'_>) -> bool {
        let [first, second] = self.register.parties.as_slice() else { return false };
        self.has_accused(first, second, told.charges) || self.has_accused(second, first, told.charges)
    }

    /// "managers at Norline": what they did the body did.
    fn is_staff(&self, at: usize, body: &Seen) -> bool {
        let word = words::look_up(self.raw(at));
        word.is(words::Role::At) && body.kind == ActorKind::Organisation
    }

    /// Whom the side of `source` accused, where `content` begins with "they" and these are no single person.
    fn accused(&self, source: &Mention<Span>, content: Span, told: &Told<'_>) -> Option<Mention<Span>> {
        let meant = self.pronoun_of(source, content, told)?;
        let is_many = pronouns::pronoun(&lower_case(&meant.text)) == Some(Pronoun::They);
        (is_many && self.has_accused(&source.name, &meant.name, told.charges)).then_some(meant)
    }

    /// Whom a pronoun that opens `content` takes up.
    fn pronoun_of(&self, source: &Mention<Span>, content: Span, told: &Told<'_>) -> Option<Mention<Span>> {
        let place = self.opening(content)?;
        let meant = self.taken_up(&lower_case(self.document.slice(place)), &source.name, place.start(), told.charges)?;
        Some(Mention { text: self.document.slice(place).to_owned(), span: vec![place], ..meant })
    }

    /// Whom "she" or "her" means that opens `content`, where it is not the source.
    fn other_person(&self, source: &Mention<Span>, content: Span) -> Option<Mention<Span>> {
        let place = self.opening(content)?;
        self.possessed(&lower_case(self.document.slice(place)), place.start(), &source.name).map(|actor| self.mentioned(place, actor))
    }

    /// "called it too little": what is judged is what was said.
    fn opens_with_it(&self, content: Option<&Span>) -> bool {
        let first = content.and_then(|content| self.opening(*content)).map(|place| lower_case(self.document.slice(place)));
        first.is_some_and(|first| pronouns::pronoun(&first) == Some(Pronoun::It))
    }

    /// The first word of a clause, after "that" and quotation marks.
    fn opening(&self, clause: Span) -> Option<Span> {
        let is_opening = |at: &usize| {
            let token = self.document.tokens[*at];
            token.kind == TokenKind::Word && !token.classes.has(Class::Subordinator)
        };
        self.document.tokens_in(clause).find(is_opening).map(|at| self.document.tokens[at].span)
    }

    /// One of the two sides itself, or who speaks for a side that is no state: not all who serve a state speak for it.
    fn is_side(&self, name: &str) -> bool {
        let is_state = |side: &str| self.register.world.get(side).is_some_and(|known| known.kind == ActorKind::State);
        self.register.parties.iter().any(|side| side == name) || self.register.serves(name).is_some_and(|side| !is_state(side))
    }

    /// Who is meant by the words that open a clause, where none of them is a name: "that its members had left", "the army has fired",
    /// and, where no verb `is_bounded` them, "that the army withdraw".
    fn opens(&self, begin: usize, end: usize, is_bounded: bool) -> Option<Mention<Span>> {
        let opens = |at: &usize| self.classes(*at).has(Class::Subordinator);
        let begin = (begin..end).rev().find(opens).map_or(begin, |at| at + 1);
        let begin = (begin..end).find(|at| self.document.tokens[*at].kind == TokenKind::Word)?;
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
        let meant = self.pronoun(&first, span).or_else(|| self.owner(first.lower.first()?, span.start()));
        let end = end.min(begin + GOVERNED);
        let shortest = if is_bounded { end } else { begin + 1 };
        let governed = || (shortest..=end).rev().find_map(|end| self.governed(begin, end));
        let is_body = |kind| matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup | ActorKind::Person);
        if let Some(actor) = meant {
            return is_body(actor.kind).then(|| self.mentioned(span, actor));
        }
        governed().filter(|found| !matches!(found.kind, ActorKind::Media | ActorKind::Document))
    }

    /// "“Open the gate”": the word at `at` is a verb with its object, and nobody's name.
    fn orders(&self, at: usize, end: usize) -> bool {
        let is_verb = self.document.tokens[at].capital && words::look_up(&self.lower[at]).forms & form::BASE != 0;
        let objects = [Class::Determiner, Class::Possessive, Class::Pronoun];
        is_verb && at + 1 < end && self.classes(at + 1).has_any(&objects)
    }

    /// "Russia's raid", "the Russian raid": whose the thing is that the content names first.
    fn owner_of(&self, content: Span, source: &Mention<Span>) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let first = self.document.tokens.get(range.start).filter(|_| !range.is_empty())?.span;
        if let Some(owner) = self.possessed(&lower_case(self.document.slice(first)), first.start(), &source.name) {
            return Some(self.mentioned(first, owner));
        }
        let last = (range.start + OWNER).min(range.end).checked_sub(1).filter(|last| *last >= range.start)?;
        let region = Span::new(content.start(), self.document.tokens[last].span.end());
        let Some(seen) = self.named_in(region).next() else { return self.owner_before(range.start, last) };
        let name = &self.document.text[seen.at..seen.end];
        let owns = possessive::owns(name) || self.document.text[seen.end..].starts_with(['\'', '’']);
        let is_adjective = self.register.adjectives.iter().any(|adjective| adjective.at == seen.at);
        (owns || is_adjective && !self.is_amount(seen)).then(|| self.pointed(seen))
    }

    /// "12 million Swiss francs": after the adjective stands a unit.
    fn is_amount(&self, adjective: &Seen) -> bool {
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

    /// Names and adjectives of actors in `span`, in text order.
    pub(super) fn named_in(&self, span: Span) -> impl Iterator<Item = &Seen> {
        let within = |list: &'_ [Seen]| {
            let begin = list.partition_point(|seen| seen.at < span.start());
            begin..begin + list[begin..].partition_point(|seen| seen.at < span.end())
        };
        let names = &self.register.seen[within(&self.register.seen)];
        let adjectives = &self.register.adjectives[within(&self.register.adjectives)];
        merged(names, adjectives)
    }

    pub(super) fn pointed(&self, seen: &Seen) -> Mention<Span> {
        self.mentioned(Span::new(seen.at, seen.end), Actor::new(seen.name.clone(), seen.kind))
    }

    pub(super) fn mentioned(&self, span: Span, actor: Actor) -> Mention<Span> {
        Mention { text: self.document.slice(span).to_owned(), span: vec![span], name: actor.name, kind: actor.kind }
    }

    fn spot(&self, span: Span) -> Actor {
        let read = self.read(span);
        self.phrase(&read.words(), span.start(), Part::Target)
    }

    /// "that", "which": begins the content and is nobody.
    fn opens_clause(&self, target: &Mention<Span>) -> bool {
        let read = target.span.first().map(|span| self.read(*span)).unwrap_or_default();
        matches!(read.words().lower, [only] if pronouns::pronoun(only) == Some(Pronoun::Who))
    }

    /// "each other": the source itself, all of it.
    fn joins(&self, target: &Mention<Span>) -> bool {
        actors::has_role(&target.text.to_lowercase(), Role::EachOther)
    }

    /// "slammed claims that": what was said is nobody.
    fn is_charge(&self, target: &Mention<Span>) -> bool {
        let read = target.span.first().map(|span| self.read(*span)).unwrap_or_default();
        read.words().lower.last().is_some_and(|last| words::look_up(last).is(words::Role::Charge))
    }

    /// "a guarantee", "the collapse": no word of it stands for an actor.
    fn is_thing(&self, target: &Mention<Span>) -> bool {
        let Some(span) = target.span.first() else { return false };
        let read = self.read(*span);
        let words = read.words();
        let is_pronoun = matches!(words.lower, [only] if pronouns::pronoun(only).is_some());
        let joined = words.lower.join(" ");
        let is_party = actors::has_any_role(&joined, &[Role::TwoSides, Role::OtherSide, Role::Mediator, Role::EachOther]);
        !is_pronoun && !is_party && self.phrase(&words, span.start(), Part::Target).vague
    }
}

/// Whoever is spoken to only hears it: an audience is no target, be it reporters, a court or shareholders.
pub(super) fn is_mere_telling(act: Act) -> bool {
    matches!(act, Act::State | Act::Confirm | Act::Expect | Act::Promise)
}

/// Two lists in text order as one.
fn merged<'a>(left: &'a [Seen], right: &'a [Seen]) -> impl Iterator<Item = &'a Seen> {
    let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
    std::iter::from_fn(move || match (left.peek(), right.peek()) {
        (Some(one), Some(other)) if one.at <= other.at => left.next(),
        (Some(_), None) => left.next(),
        _ => right.next(),
    })
}
