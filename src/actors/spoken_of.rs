//! Whom "him" or "her" means as the object of what somebody else does: "The union urged her to resign."
//!
//! It is never the one who does it. It is somebody of whom the sentence before tells; whoever only spoke there gives way to whom the
//! text is about.
//!
//! Known failure: somebody whom the sentence before only mentions, in a text about another one of that sex.

use crate::lexicon::actors::Gender;
use crate::model::{Act, ActorKind};

use super::register::Seen;
use super::{Actor, Past, Resolver, pronoun};

/// How often a text names whom it is about.
const OFTEN: usize = 3;
/// And how much more often than the other one.
const MORE: usize = 3;
/// Sentences back to the one that names whom pronouns go on about.
const GOES_ON: usize = 3;
/// Names that are looked through: more than any report has, so that the work stays linear in the text.
const LOOKED_AT: usize = 400;

impl Resolver<'_, '_> {
    /// The person of that gender whom the pronoun at `at` means in what `source` does.
    pub(super) fn spoken_of(&self, at: usize, gender: Gender, source: &str) -> Option<Actor> {
        let found = self.last_of(at, gender, source)?;
        let topic = self
            .topical(gender, source)
            .filter(|_| !self.is_told_of(&found.name, at))
            .filter(|(seen, times)| seen.at < at && *times >= MORE * self.times_named(&found.name));
        let found = topic.map_or(found, |(seen, _)| pronoun::actor_of(seen));
        Some(Actor { gender: Some(gender), ..found })
    }

    /// The sentence before `at` or its own names them, and not as the one whose words it gives; so does the one before a sentence that
    /// goes on about them by a pronoun. Whoever denies something is told of.
    fn is_told_of(&self, name: &str, at: usize) -> bool {
        let Some(own) = self.document.sentence_at(at) else { return false };
        for sentence in (own.saturating_sub(GOES_ON)..=own).rev() {
            let span = self.document.sentences[sentence].span;
            let is_in = |place: usize| span.start() <= place && place <= span.end();
            let past = &self.past[..self.past.partition_point(|past| past.at < at)];
            let spoke: Vec<&Past> = past.iter().rev().take(LOOKED_AT).filter(|past| is_in(past.at) && past.actor.name == name).collect();
            let seen = &self.register.seen[..self.register.seen.partition_point(|seen| seen.at < at)];
            let begin = seen.partition_point(|seen| seen.at < span.start());
            let mut named = seen[begin..].iter().filter(|seen| is_in(seen.at) && seen.name == name).peekable();
            let is_named = named.peek().is_some();
            let speaks = |seen: &Seen| spoke.iter().any(|past| past.at == seen.end && past.act != Act::Deny);
            if named.any(|seen| !speaks(seen)) {
                return true;
            }
            if is_named || spoke.is_empty() && sentence < own {
                return false;
            }
        }
        false
    }

    /// The last one before `at` who can be of that gender, and is not `source`; one of whom the text tells it, who is named later.
    pub(super) fn last_of(&self, at: usize, gender: Gender, source: &str) -> Option<Actor> {
        let found = self.last_who(at, source, |known| known.is_none_or(|known| known == gender))?;
        let is_known = found.gender.or_else(|| self.told(&found.name)).is_some() || found.kind != ActorKind::Person;
        if is_known {
            return Some(found);
        }
        let told = self.last_who(at, source, |known| known == Some(gender));
        told.filter(|told| self.last_named(&told.name, at) > self.last_named(&found.name, at)).or(Some(found))
    }

    /// The last one before `at` of a gender that fits, and not `source`. Whoever has no name must be known to be of one.
    fn last_who(&self, at: usize, source: &str, is_of: impl Fn(Option<Gender>) -> bool) -> Option<Actor> {
        let known = |name: &str, gender: Option<Gender>| gender.or_else(|| self.told(name));
        let fits = |name: &str, of: Option<Gender>| name != source && is_of(known(name, of));
        let is_somebody = |actor: &Actor| actor.kind != ActorKind::Unnamed || known(&actor.name, actor.gender).is_some();
        self.latest(
            at,
            |actor| pronoun::is_one(actor) && is_somebody(actor) && fits(&actor.name, actor.gender),
            |seen| seen.kind == ActorKind::Person && fits(&seen.name, seen.gender),
        )
    }

    /// Where the name stands last before `at`.
    fn last_named(&self, name: &str, at: usize) -> Option<usize> {
        let before = &self.register.seen[..self.register.seen.partition_point(|seen| seen.at < at)];
        before.iter().rev().take(LOOKED_AT).find(|seen| seen.name == name).map(|seen| seen.at)
    }

    /// The body other than `source` that "it" means in what `source` does: what its own sentence is about, where that stands before it.
    pub(super) fn body_spoken_of(&self, at: usize, source: &str) -> Option<Actor> {
        let sentence = self.document.sentences.get(self.document.sentence_at(at)?)?.span.start();
        let before = &self.register.seen[..self.register.seen.partition_point(|seen| seen.at < at)];
        let is_it = |seen: &&Seen| seen.is_subject && pronoun::is_body(seen.kind) && !seen.is_there && seen.name != source;
        let own = before.iter().rev().take_while(|seen| seen.at >= sentence).find(is_it);
        own.map(pronoun::actor_of)
    }

    /// The person of that gender, as the text tells, whom it names most, and how often.
    fn topical(&self, gender: Gender, source: &str) -> Option<(&Seen, usize)> {
        let is_of = |seen: &&Seen| {
            let known = seen.gender.or_else(|| self.told(&seen.name));
            seen.kind == ActorKind::Person && known == Some(gender) && seen.name != source
        };
        let mut named: Vec<(&Seen, usize)> = Vec::new();
        for seen in self.register.seen.iter().take(LOOKED_AT).filter(is_of) {
            match named.iter_mut().find(|(other, _)| other.name == seen.name) {
                Some((_, times)) => *times += 1,
                None => named.push((seen, 1)),
            }
        }
        named.retain(|(_, times)| *times >= OFTEN);
        named.into_iter().max_by_key(|(seen, times)| (*times, std::cmp::Reverse(seen.at)))
    }

    fn times_named(&self, name: &str) -> usize {
        self.register.seen.iter().take(LOOKED_AT).filter(|seen| seen.name == name).count()
    }
}
