//! Blows: "rebels attacked the port", "the storm blasted the coast", "troops withdrew from the hills". The verb is one of words as well as
//! of force; who does it, what it is aimed at and what goes with it tell which is meant.
//!
//! Known failure: "Rebels attacked the ministry" is criticism, since a ministry can be criticised.

use std::ops::Range;

use super::things::{is_dumb, object};
use crate::claims::scene::{Draft, Scene};
use crate::lexicon::actors::{self, Post, World};
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::model::{Act, ActorKind, Rule};
use crate::syntax::{Tag, phrase};

/// Somebody or something is hit, and nothing is said.
pub(super) fn are_meant(scene: &Scene<'_, '_>, world: &World, draft: &Draft) -> bool {
    let cue = draft.candidate.cue;
    let plain = cue.takes(Frame::Blow);
    if !(plain || cue.takes(Frame::Gibe)) || draft.act != cue.act {
        return false;
    }
    let Some(blow) = Blow::of(scene, draft).filter(|blow| !blow.is_argued()) else { return false };
    blow.is_armed() || blow.is_mute() || blow.hits_as_armed() || plain && (blow.hits_as_anybody() || blow.is_war(world))
}

/// Who hits, and what.
struct Blow<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    draft: &'s Draft,
    /// Whoever does it, and the head of the phrase; nobody for a passive without one.
    doer: Option<(Range<usize>, usize)>,
    /// What it is done to.
    object: Range<usize>,
    head: usize,
    /// What follows in the clause.
    rest: Range<usize>,
}

impl<'s, 'd, 't> Blow<'s, 'd, 't> {
    fn of(scene: &'s Scene<'d, 't>, draft: &'s Draft) -> Option<Self> {
        let candidate = &draft.candidate;
        let words = scene.words(draft)?;
        let passive = draft.rule == Rule::Passive;
        if !passive && words.start < candidate.after || !scene.tags.get(words.start)?.tag.opens_phrase() {
            return None;
        }
        let (object, head) = object(scene, words);
        let head = head?;
        let doer = draft.source.words().and_then(|who| {
            let who = antecedent(scene, candidate.clause.start, who);
            let governs = |at: &usize| matches!(scene.tags[*at].tag, Tag::Preposition | Tag::Comma | Tag::Relative);
            let stop = who.clone().find(governs).unwrap_or(who.end);
            Some((who.clone(), stop.checked_sub(1).filter(|head| who.contains(head))?))
        });
        let after = if passive { candidate.after } else { head + 1 };
        Some(Blow { scene, draft, doer, object, head, rest: after..candidate.clause.end.max(after) })
    }

    /// "attacked it as rash", "over the cuts", "for lying", “a rotten system”: why it was done is told, or in whose words.
    fn is_argued(&self) -> bool {
        let (scene, draft) = (self.scene, self.draft);
        if draft.content.iter().any(|piece| scene.quotes(*piece)) {
            return true;
        }
        // "over two days", "for a third week"
        let times = |at: usize| {
            let is_time = |at: &usize| scene.tags[*at].is(Role::Calendar) || quantities::is_time(&scene.lower[*at]);
            let phrase = (at + 1..self.rest.end).take(LENGTH).take_while(|next| scene.tags[*next].tag != Tag::Preposition);
            phrase.into_iter().any(|at| is_time(&at))
        };
        let argues = |at: usize| {
            let here = &scene.tags[at];
            // "attacked the port as the navy left"
            let as_what = || here.is(Role::As) && !phrase::clause_follows(&scene.tags, at + 1, self.rest.end);
            let followed = || scene.before(at + 1, self.rest.end).is_some();
            let for_what = || (here.is(Role::Ground) || here.is(Role::Grievance)) && followed() && !times(at);
            here.tag == Tag::Complementiser || as_what() || for_what()
        };
        let goes_on = |at: &usize| scene.tags[*at].tag != Tag::Comma && !scene.tags[*at].is_surely_finite();
        self.rest.clone().take(REACH).take_while(goes_on).any(argues)
    }

    /// "with knives", "killing nine".
    fn is_armed(&self) -> bool {
        let scene = self.scene;
        let harms = |at: usize| scene.tags[at].is(Role::Harms) && scene.tags[at].is_verb(form::GERUND);
        let wields = |at: usize| {
            let arms = at..(at + ARMS).min(self.rest.end.max(at));
            scene.tags[at].is(Role::With) && scene.any(&arms, Role::Weapon)
        };
        !self.names_words() && self.rest.clone().take(REACH).any(|at| harms(at) || wields(at))
    }

    /// "The storm blasted the coast": whoever does it cannot speak.
    fn is_mute(&self) -> bool {
        let (scene, start) = (self.scene, self.draft.candidate.clause.start);
        // "(according) to the ministry, which charged"
        let leads = |head: usize| scene.tags[head].word.heads(Part::Preposition);
        let tells = |head: usize| [Role::Refusable, Role::Charge, Role::Shown].iter().any(|role| scene.tags[head].is(*role)) || leads(head);
        self.doer.as_ref().is_some_and(|(who, head)| !tells(*head) && is_dumb(scene, start, who)) && !self.names_words()
    }

    /// "The army attacked the town", "rebels blasted army positions", "police charged the crowd".
    fn hits_as_armed(&self) -> bool {
        let scene = self.scene;
        let Some((_, doer)) = self.doer.as_ref().filter(|(_, doer)| scene.tags[*doer].is(Role::Armed)) else { return false };
        let object = &scene.tags[self.head];
        // "The army defended its soldiers", "police charged a soldier"
        let own = scene.tags[self.object.start].tag == Tag::Possessive;
        let foe = object.is(Role::Armed) && !own && self.draft.act != Act::Accuse;
        *doer != self.head && (object.is(Role::Struck) || foe || self.condemns() && !is_scolded(scene, self.head) && !self.names_words())
    }

    /// "Protesters blocked the road", "Lee attacked a woman", "they attacked nine guards": done by whoever does not speak for others.
    fn hits_as_anybody(&self) -> bool {
        let scene = self.scene;
        if self.doer.as_ref().is_some_and(|(_, doer)| is_scolded(scene, *doer)) || self.names_words() {
            return false;
        }
        let object = &scene.tags[self.head];
        let is_person = || object.tag == Tag::Noun && actors::names_somebody(&scene.lower[self.head]) && !is_scolded(scene, self.head);
        let is_any = || actors::is_indefinite(&scene.lower[self.object.start]);
        let counted = || (self.object.start..self.head).any(|at| scene.tags[at].tag == Tag::Number);
        object.is(Role::Struck) || self.condemns() && (is_any() || counted()) && is_person()
    }

    /// The verb is one of words against somebody, and says nothing of what is denied, refused or charged.
    fn condemns(&self) -> bool {
        self.draft.act == Act::Condemn && self.draft.candidate.cue.takes(Frame::Blow)
    }

    /// "Peru attacked Chile": a state, or those who bear arms, against a state.
    fn is_war(&self, world: &World) -> bool {
        let scene = self.scene;
        let known = |words: &Range<usize>| {
            let named = words.start + usize::from(scene.tags.get(words.start).is_some_and(|first| first.tag == Tag::Determiner));
            world.get(scene.document.slice(scene.span(named..words.end)?))
        };
        let fights =
            |words: &Range<usize>| known(words).is_some_and(|known| matches!(known.kind, ActorKind::State | ActorKind::ArmedGroup));
        self.condemns() && self.doer.as_ref().is_some_and(|(who, _)| fights(who)) && fights(&(self.object.start..self.head + 1))
    }

    /// "the plan", "the peace talks": what only words can hit.
    fn names_words(&self) -> bool {
        let here = &self.scene.tags[self.head];
        !here.is(Role::Struck) && (here.is(Role::Refusable) || here.is(Role::Charge) || here.tag == Tag::Pronoun && here.is_it_or_you())
    }
}

/// Tokens behind what is hit within which it is told why, or with what.
const REACH: usize = 12;

/// Tokens from "with" to the weapon.
const ARMS: usize = 5;

/// Tokens of a length of time: "for the third day".
const LENGTH: usize = 5;

/// "the rebels, who": whom the pronoun takes up.
fn antecedent(scene: &Scene<'_, '_>, floor: usize, who: &Range<usize>) -> Range<usize> {
    let relative = who.len() == 1 && scene.tags[who.start].tag == Tag::Relative;
    let end = who.start - usize::from(relative && who.start > floor && scene.tags[who.start - 1].tag == Tag::Comma);
    let before = if relative { phrase::before(&scene.tags, floor, end) } else { None };
    // "according to the ministry, which": of several nouns none is sure to be meant.
    let is_one = |before: &Range<usize>| !scene.tags[before.clone()].iter().any(|here| here.tag == Tag::Preposition);
    before.filter(is_one).unwrap_or_else(|| who.clone())
}

/// Whoever is criticised, and criticises, by trade: an office, a body, the press, a text.
fn is_scolded(scene: &Scene<'_, '_>, at: usize) -> bool {
    const ROLES: [Role; 8] =
        [Role::Office, Role::Organisation, Role::Media, Role::Medium, Role::Document, Role::Court, Role::Bench, Role::Refusable];
    let here = &scene.tags[at];
    let word = &*scene.lower[at];
    let one = word.strip_suffix('s').unwrap_or(word);
    let holds = || [Post::Office, Post::Spokesperson].iter().any(|post| actors::is_post(word, *post) || actors::is_post(one, *post));
    !here.is(Role::Armed) && (ROLES.iter().any(|role| here.is(*role)) || holds())
}
