//! Whom a text is about: the two states or bodies named most, the one at home, and the joint mediators between them.

use rustc_hash::FxHashMap;

use crate::lexicon::actors::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::model::ActorKind;
use crate::text::{Document, SegmentKind};

use super::surface::capitalised;
use super::{Register, Seen};

impl Register<'_> {
    /// Pairs of states joined by a conjunction.
    pub(super) fn joined_states(&self, document: &Document<'_>) -> Vec<Pair> {
        let is_mediator = |at: usize| actors::has_role(&document.slice(document.tokens[at].span).to_lowercase(), Role::Mediator);
        let pair = |pair: &[Seen]| {
            let between = document.text.get(pair[0].end..pair[1].at).map(str::trim).unwrap_or_default();
            let begin = document.token_at(pair[0].at).saturating_sub(BESIDE);
            let end = (document.token_at(pair[1].end) + BESIDE).min(document.tokens.len());
            let is_pair = pair.iter().all(|seen| seen.kind == ActorKind::State) && closed::classes(between).has(Class::Conjunction);
            is_pair.then(|| Pair { names: [pair[0].name.clone(), pair[1].name.clone()], is_beside_mediator: (begin..end).any(is_mediator) })
        };
        self.seen.windows(2).filter_map(pair).collect()
    }

    /// The only joined pair without one of the two parties.
    pub(super) fn only_other_pair(&self, mut joined: Vec<Pair>) -> Option<Pair> {
        joined.retain(|pair| !pair.names.iter().any(|name| self.parties.contains(name)));
        let first = joined.pop()?;
        joined.iter().all(|pair| pair.names == first.names).then_some(first)
    }

    /// The state that the dateline's place is the capital of.
    pub(super) fn dateline_state(&self, document: &Document<'_>) -> Option<String> {
        let dateline = document.segments.iter().find(|segment| segment.kind == SegmentKind::Dateline)?;
        let place = document.slice(dateline.span).split([',', ':', '(']).next()?.trim();
        let words: Vec<String> = place.split_whitespace().map(capitalised).collect();
        let known = self.world.get(&words.join(" "))?;
        (known.kind == ActorKind::State).then(|| known.name.clone())
    }

    /// Of a state and a body, the state.
    pub(super) fn only_state(&self) -> Option<String> {
        let is_state = |name: &&String| self.world.get(name).is_some_and(|known| known.kind == ActorKind::State);
        let mut states = self.parties.iter().filter(is_state);
        let state = states.next().filter(|_| self.parties.len() > 1)?;
        states.next().is_none().then(|| state.clone())
    }

    /// The state that the text names most and its rebels, where these are named as often as any other state; else the two states that it
    /// names most; where it is about bodies and names states in passing, the two actors that it names most.
    pub(super) fn find_parties(&mut self, mediators: &[String]) {
        let mut counts: Vec<(&Seen, usize)> = Vec::new();
        let mut slots: FxHashMap<&str, usize> = FxHashMap::default();
        let can_be_party = |kind| matches!(kind, ActorKind::State | ActorKind::Organisation | ActorKind::ArmedGroup);
        for seen in self
            .seen
            .iter()
            .chain(&self.adjectives)
            .filter(|seen| can_be_party(seen.kind) && !seen.is_place && !mediators.contains(&seen.name))
        {
            let slot = *slots.entry(seen.name.as_str()).or_insert_with(|| {
                counts.push((seen, 0));
                counts.len() - 1
            });
            counts[slot].1 += 1;
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let named_most = |least: usize| counts.iter().filter(move |(_, count)| *count >= least);
        let states = || named_most(1).filter(|(seen, _)| seen.kind == ActorKind::State).take(2);
        let is_between_states = states().nth(1).is_some_and(|(_, second)| counts.get(1).is_none_or(|(_, most)| second * 2 >= *most));
        let second = states().nth(1).map_or(0, |(_, second)| *second);
        let is_armed = |seen: &Seen| seen.kind == ActorKind::ArmedGroup || self.body(REBELS) == Some(&seen.name);
        let rebels = named_most(NAMED_OFTEN.max(second)).find(|(seen, _)| is_armed(seen));
        let names = |seen: &(&Seen, usize)| seen.0.name.clone();
        let mut parties: Vec<String> = match (rebels.zip(states().next()), is_between_states) {
            (Some((rebels, state)), _) => vec![names(rebels), names(state)],
            (None, true) => states().map(names).collect(),
            (None, false) => named_most(NAMED_OFTEN).take(2).map(names).collect(),
        };
        parties.sort();
        self.parties = parties;
    }
}

/// How often a body must be named to be one of two that a text is about.
const NAMED_OFTEN: usize = 2;

/// The sort of body that takes up arms against a state.
const REBELS: &str = "rebels";

/// Two states joined by a conjunction.
#[derive(Clone)]
pub(super) struct Pair {
    pub names: [String; 2],
    /// A word for mediators stands near.
    pub is_beside_mediator: bool,
}

/// How a joint name is written.
pub(in crate::actors) const CONJUNCTION: &str = " and ";

/// Tokens between joint mediators and the word for them.
const BESIDE: usize = 4;
