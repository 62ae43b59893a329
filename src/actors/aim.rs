//! At whom an act is aimed where its cue has no object that names somebody: "demanded from Kabul an apology", "the allegation that
//! Russian jets crossed the line", "denies sending anyone" after an accusation.
//!
//! Which places are looked at for which act is data (`aims.tsv`). Nothing is inferred for a plain statement.
//!
//! Always holds: an inferred target has the span of words that name it, or none where the text does not name it beside the act, and
//! it is never the source itself. Known failure: a denial between two states is taken to answer the other one even where a third
//! made the charge.

use rustc_hash::FxHashSet;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::aims::{self, Place};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words;
use crate::lexicon::wrongs::{self, Wrong};
use crate::model::{Act, ActorKind, Claim, Mention};
use crate::text::{Span, TokenKind, lower_case};

use super::charges::{Charge, Word, charges, words as said};
use super::register::{Seen, clean};
use super::{Actor, Resolver};

/// Tokens of a content before which its agent is named.
const AGENT: usize = 8;
/// Tokens before a cue within which it is told to whom something is written.
const WRITTEN: usize = 12;
/// Tokens of a content within which the noun for an offer stands.
const OFFER: usize = 6;
/// Tokens after a preposition that are read as the phrase it governs.
pub(super) const GOVERNED: usize = 6;

/// Claims beside one within which another tells of it.
const NEAR: usize = 8;

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
const STAGES: [fn(Act) -> bool; 3] = [
    |act| matches!(act, Act::Accuse | Act::Condemn),
    |act| !matches!(act, Act::Accuse | Act::Condemn | Act::Deny | Act::Reject),
    |act| matches!(act, Act::Deny | Act::Reject),
];

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
        self.answered_in_place(claims);
    }

    /// "The minister turned down a demand from the union that …": what is answered where it is told was aimed at whoever answers it, a
    /// charge that a spokeswoman turns down at whom she speaks for.
    fn answered_in_place(&self, claims: &mut [Claim<Span>]) {
        let is_answer = |act: Act| matches!(act, Act::Deny | Act::Reject | Act::Agree);
        let is_answered = |act: Act| matches!(act, Act::Accuse | Act::Demand | Act::Propose | Act::Warn);
        for at in 0..claims.len() {
            let (before, rest) = claims.split_at_mut(at);
            let Some((told, after)) = rest.split_first_mut() else { return };
            if told.target.is_some() || !is_answered(told.act) {
                continue;
            }
            let (Some(by), Some(cue)) = (&told.source, told.cue.as_ref().and_then(|cue| cue.span.first())) else { continue };
            let holds = |answer: &&Claim<Span>| {
                is_answer(answer.act)
                    && answer.content.span.iter().any(|piece| piece.contains(*cue))
                    && answer.target.as_ref().is_some_and(|target| target.name == by.name)
            };
            let answer = before.iter().rev().take(NEAR).chain(after.iter().take(NEAR)).find(holds);
            let answerer = answer.and_then(|answer| answer.source.clone()).filter(|answerer| !answerer.span.is_empty());
            told.target = answerer.map(|answerer| if told.act == Act::Accuse { self.behind_spokesperson(answerer) } else { answerer });
        }
    }

    /// Whom a spokesperson with a name speaks for, or whoever it is.
    fn behind_spokesperson(&self, who: Mention<Span>) -> Mention<Span> {
        let speaks = self.register.post_of(&who.name).any(|post| actors::is_post(post, Post::Spokesperson));
        let body = self.register.employer(&who.name).filter(|_| speaks).map(|body| (body.clone(), self.party_kind(body)));
        match body {
            Some((name, kind)) => Mention { name, kind, ..who },
            None => who,
        }
    }

    fn aim_one(&self, claim: &mut Claim<Span>, told: &Told<'_>) {
        let is_nobody = |target: &mut Mention<Span>| {
            is_mere_telling(claim.act) && claim.act != Act::Promise || self.opens_clause(target) || self.is_what_was_said(target, claim.act)
        };
        claim.target.take_if(is_nobody);
        let own = claim.source.as_ref().map(|source| source.name.clone());
        claim.target.take_if(|target| Some(&target.name) == own.as_ref() && !self.joins(target));
        let evidence = claim.evidence.span;
        let beside = claim.target.as_mut().filter(|target| target.span.first().is_some_and(|span| evidence.contains(*span)));
        if let Some((target, own)) = beside.zip(own.as_ref()) {
            let at = target.span.first().map_or(0, |span| span.start());
            if let Some(meant) = self.taken_up(&target.text.to_lowercase(), own, at, told.charges) {
                (target.name, target.kind) = (meant.name, meant.kind);
            }
        }
        let is_named = claim.target.as_ref().is_some_and(|target| !self.is_thing(target));
        let Some(source) = claim.source.as_ref().filter(|_| !is_named) else { return };
        let after_cue = claim.cue.as_ref().and_then(|cue| cue.span.last()).map(|cue| cue.end());
        let rest = after_cue.filter(|end| *end <= claim.evidence.span.end()).map(|end| Span::new(end, claim.evidence.span.end()));
        let rest = rest.filter(|rest| !claim.content.span.iter().any(|piece| piece.contains(*rest)));
        let places: Vec<Span> = claim.content.span.iter().copied().chain(rest).collect();
        let begin = claim.evidence.span.start();
        let found = aims::places(claim.act).find_map(|place| match place {
            Place::Accuser => self.accuser(&source.name, begin, told.charges),
            Place::Asker => self.asker_of(claim, &source.name, told),
            Place::Amends => self.amends(&source.name, begin, places.first().copied(), told.charges),
            // Of a state and a body that a text names often neither asks all that the other turns down.
            Place::Rival if claim.act == Act::Reject && self.is_with_body() => {
                self.asker_of(claim, &source.name, told).or_else(|| self.look(place, (source, claim.act), &places, told))
            }
            Place::Written => self.written_to(claim).filter(|found| found.name != source.name),
            Place::After(word) => places.iter().find_map(|span| self.after(claim, word, *span)).filter(|found| found.name != source.name),
            Place::Last => self.last_meant((&source.name, claim.act), begin, claim.content.span.first(), told.words),
            _ => self.look(place, (source, claim.act), &places, told),
        });
        let is_strict = matches!(claim.act, Act::Condemn | Act::Welcome);
        let is_kept = |target: &Mention<Span>| !self.is_thing(target) || !is_strict && self.can_be_people(target, claim);
        let kept = claim.target.as_ref().is_some_and(is_kept);
        claim.target = found.or_else(|| claim.target.take().filter(|_| kept));
    }

    fn look(&self, place: Place, (source, act): (&Mention<Span>, Act), said: &[Span], told: &Told<'_>) -> Option<Mention<Span>> {
        match place {
            Place::Agent => {
                let content = *said.first()?;
                let agent = || self.agent(source, content).filter(|found| found.name != source.name);
                if let Some(patient) = Some(content).filter(|_| act == Act::Demand).and_then(|content| self.patient(content)) {
                    let doer = self.doer_after(patient, content).filter(|found| found.name != source.name);
                    return doer.or_else(|| agent().filter(|owner| owner.kind != ActorKind::Person && self.has_something(owner)));
                }
                self.pronoun_of(source, content, told).or_else(|| self.other_person(source, content)).or_else(agent)
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
                let content = self.without_it(*said.first()?);
                let agent = self.accused(source, content, told).or_else(|| self.agent(source, content))?;
                let is_other = other.is_some_and(|other| self.allegiance(&agent.name) == Some(&other.name));
                (is_other || self.has_accused(&source.name, &agent.name, told.charges)).then_some(agent)
            }
            Place::Between if !self.is_side(&source.name) || !self.is_quarrel(told) => None,
            Place::Rival | Place::Between => {
                let other = self.other_party(&source.name).filter(|other| told.heard.contains(&other.name))?;
                if let Some(organ) = self.organ_that_accused(source, act, &other, told) {
                    return Some(organ);
                }
                Some(Mention { text: String::new(), span: Vec::new(), name: other.name, kind: other.kind })
            }
            Place::Wrongdoer => self.wrongdoer((source, act), *said.first()?),
            Place::Wronged => self.wronged(source, *said.first()?).filter(|wronged| told.speakers.contains(&wronged.name)),
            Place::Both if act == Act::Propose && !said.iter().any(|span| self.names_both(*span)) => None,
            Place::Both if self.is_with_body() && !self.is_quarrel(told) => None,
            Place::Both => self.both(&source.name, told),
            Place::Harmed => self.harmed(*said.first()?),
            // Whose the deed is that is denied made no charge.
            Place::Owner => self.owner_of(*said.first()?, source).filter(|owner| act != Act::Deny || self.owns_words(owner)),
            Place::After(_) | Place::Amends | Place::Accuser | Place::Asker | Place::Last | Place::Written => None,
        }
        .filter(|found| found.name != source.name)
    }

    /// "wrote to the mayor to demand it", "in a letter to the mayor asking for it": to whom is written what the cue tells.
    fn written_to(&self, claim: &Claim<Span>) -> Option<Mention<Span>> {
        let cue = self.document.token_at(claim.cue.as_ref()?.span.first()?.start());
        let first = words::look_up(self.lower.get(cue)?);
        if !first.is(words::Role::To) && first.forms & form::GERUND == 0 {
            return None;
        }
        let begin = self.document.token_range(self.document.sentence_at(self.document.tokens.get(cue)?.span.start())?).start;
        let is_open =
            |at: &usize| self.document.tokens[*at].kind == TokenKind::Word && !self.classes(*at).has_any(&[Class::Auxiliary, Class::Modal]);
        let before = (begin.max(cue.saturating_sub(WRITTEN))..cue).rev().take_while(is_open);
        let writes = |at: usize| {
            let word = words::look_up(&self.lower[at]);
            word.is(words::Role::Medium) || word.heads_cue() && word.forms & (form::PAST | form::PRESENT) != 0
        };
        let to = before.filter(|at| *at > begin && words::look_up(self.raw(*at)).is(words::Role::To)).find(|to| writes(to - 1))?;
        self.governed(to + 1, cue)
    }

    /// The phrase that begins with token `at`, before token `end`, where it stands for somebody.
    pub(super) fn governed(&self, at: usize, end: usize) -> Option<Mention<Span>> {
        let class = |at: usize| closed::classes(&clean(self.raw(at)));
        let stop = end.min(at + GOVERNED);
        let begin = (at..stop).find(|at| !class(*at).has(Class::Determiner))?;
        let continues = |at: &usize| {
            let token = self.document.tokens[*at];
            let follows_name = *at > begin && self.document.tokens[*at - 1].capital;
            let ends_name = || follows_name && (self.is_past(*at) || self.has_object(*at) || inflect::is_adverb(&self.lower[*at]));
            let is_small = || class(*at).is_open() && !ends_name();
            token.kind == TokenKind::Word && !class(*at).has(Class::Calendar) && (token.capital || is_small())
        };
        let end = (begin..stop).take_while(continues).last()? + 1;
        // "from the mediator, Ruth Lee,"
        let end = self.apposed(end).unwrap_or(end);
        let span = Span::new(self.document.tokens[at].span.start(), self.document.tokens[end - 1].span.end());
        let actor = self.spot(span);
        (!actor.vague).then(|| self.mentioned(span, actor))
    }

    /// "knew", "sold": after a name a verb, and no more of whom the words name.
    fn is_past(&self, at: usize) -> bool {
        let word = words::look_up(&self.lower[at]);
        word.forms & form::PAST != 0 && !word.noun
    }

    /// "sack her", "open the gate": after a name no more of it, but what it is to do.
    fn has_object(&self, at: usize) -> bool {
        let objects = [Class::Determiner, Class::Possessive, Class::Pronoun];
        let is_base = words::look_up(&self.lower[at]).forms & form::BASE != 0;
        is_base && self.document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.classes.has_any(&objects))
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
        let Some(seen) = self.named_in(region).next() else { return self.opens(&source.name, range.start..last + 1, stop.is_some()) };
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

    /// "that both navies stay", "on both sides of the line": what is said is for either side.
    fn names_both(&self, content: Span) -> bool {
        self.document.tokens_in(content).any(|at| actors::has_role(&self.lower[at], Role::TwoSides))
    }

    /// One of the two sides neither is a state nor takes up arms, so that they may be no more than what a text names often.
    fn is_with_body(&self) -> bool {
        self.register.parties.iter().any(|side| self.party_kind(side) == ActorKind::Organisation)
    }

    /// The ministry or army of the other side that made the charge which one of `source`'s own denies: like answers like.
    fn organ_that_accused(&self, source: &Mention<Span>, act: Act, other: &Actor, told: &Told<'_>) -> Option<Mention<Span>> {
        let at = source.span.first().filter(|_| act == Act::Deny && source.kind == ActorKind::Organisation)?.start();
        let accuser = self.accuser(&source.name, at, told.charges)?;
        let is_its = accuser.kind == ActorKind::Organisation && self.allegiance(&accuser.name) == Some(&other.name);
        is_its.then_some(accuser)
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
        let gender =
            pronouns::pronoun(&lower_case(self.document.slice(place))).and_then(Pronoun::gender).filter(|_| !self.owns_next(place))?;
        self.spoken_of(place.start(), gender, &source.name).map(|actor| self.mentioned(place, actor))
    }

    /// Whoever asked or offered what a claim answers.
    fn asker_of(&self, claim: &Claim<Span>, source: &str, told: &Told<'_>) -> Option<Mention<Span>> {
        let asker = self.asker((source, claim.act), claim.evidence.span.start(), told.words);
        let asker = asker.or_else(|| self.just_asked(claim, source, told.words));
        asker.or_else(|| self.only_proposer(source, told.words).filter(|_| self.takes_up_offer(claim)))
    }

    /// "rejected an offer of 5%": the content begins with the noun for what somebody offers.
    fn takes_up_offer(&self, claim: &Claim<Span>) -> bool {
        let offers = |at: usize| words::look_up(&self.lower[at]).cues().any(|cue| cue.part == cues::Part::Noun && cue.act == Act::Propose);
        claim.content.span.first().is_some_and(|content| self.document.tokens_in(*content).take(OFFER).any(offers))
    }

    /// "called it too little", "welcomed the apology": whoever said what is judged.
    fn last_meant(&self, (source, act): (&str, Act), at: usize, content: Option<&Span>, words: &[Word]) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(*content?);
        let first = self.document.token_at(self.opening(*content?)?.start());
        if act != Act::Deny && pronouns::pronoun(&self.lower[first]) == Some(Pronoun::It) {
            return self.last_speaker(source, at, words, |_| true);
        }
        let is_known = self.classes(first).has(Class::Determiner) && !actors::is_indefinite(&self.lower[first]) && first + 1 < range.end;
        let noun = words::look_up(self.lower.get(first + 1).filter(|_| is_known)?);
        self.last_speaker(source, at, words, |act| {
            act != Act::State && noun.cues().any(|cue| cue.part == cues::Part::Noun && cue.act == act)
        })
    }

    /// One of the two sides itself, or who speaks for it: not all who serve a state do.
    fn is_side(&self, name: &str) -> bool {
        let is_head = |post: &str| {
            let whole = actors::has_role(post, Role::Sovereign);
            whole || post.match_indices(' ').any(|(at, _)| actors::has_role(&post[at + 1..], Role::Sovereign))
        };
        let speaks = || self.register.serves(name).is_some() && self.register.post_of(name).any(is_head);
        let is_state = |side: &str| self.register.world.get(side).is_some_and(|known| known.kind == ActorKind::State);
        self.register.parties.iter().any(|side| side == name) || self.register.serves(name).is_some_and(|side| !is_state(side)) || speaks()
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
