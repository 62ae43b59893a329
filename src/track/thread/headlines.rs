//! Which claim of its own text a headline tells: headlines have other words than their stories, and fewer.
//!
//! A headline is no entry by itself where the body says the same, so that one which is not known again would be told as a change of its
//! own. Sources are held against each other only where both are names: "families" are the "relatives of the dead" further down.
//!
//! Known failure: a headline about one of two accusations, where the body has only the other.

use std::cmp::Ordering;

use crate::model::Act;
use crate::text::wordwise;
use crate::track::read::aliases;
use crate::track::read::features::{NARRATOR, Said};

/// Claims that a headline can hold.
pub(super) const HEADLINE: usize = 16;
/// Share of what a headline says that stands in the claim which it tells, where the two merely say something.
const TOLD: f64 = 0.5;
/// Words in common then.
const ENOUGH: usize = 2;

/// The thread of the only claim of the body in which the source of a headline does the same to the same.
pub(super) fn told_below(said: &Said, text: &[Said]) -> Option<usize> {
    let is_alike = |other: &&Said| {
        !other.in_headline
            && other.act == said.act
            && (other.source.key == said.source.key
                || (!said.source.is_named
                    && other.source.is_named
                    && aliases::is_described(&said.page, &other.source.key, &said.source.key)))
            && may_aim_alike(said, other)
    };
    let mut alike = text.iter().filter(is_alike);
    let first = alike.next().filter(|_| said.act != Act::State && said.source.key != NARRATOR)?;
    first.thread.filter(|_| alike.next().is_none())
}

/// The thread of the claim of the body that has most of a headline's words, by somebody who may be its source.
pub(super) fn told_in_other_words(said: &Said, text: &[Said]) -> Option<usize> {
    if said.source.key == NARRATOR || said.stems.is_empty() {
        return None;
    }
    let shared = |other: &Said| said.stems.iter().filter(|stem| other.stems.binary_search(stem).is_ok()).count();
    let is_alike = |other: &&Said| {
        let shared = shared(other);
        let is_enough = match said.act {
            Act::State => shared >= ENOUGH && shared as f64 >= TOLD * said.stems.len() as f64,
            _ => shared > 0,
        };
        is_enough && !other.in_headline && other.act == said.act && other.thread.is_some() && may_be_one(said, other)
    };
    let earlier_is_more = |left: &(usize, &Said), right: &(usize, &Said)| match shared(left.1).cmp(&shared(right.1)) {
        Ordering::Equal => right.0.cmp(&left.0),
        unlike => unlike,
    };
    let best = text.iter().filter(is_alike).enumerate().max_by(earlier_is_more);
    best.and_then(|(_, other)| other.thread)
}

fn may_be_one(said: &Said, other: &Said) -> bool {
    let is_same = || said.same_source(other) || wordwise::begins(&other.source.key, &said.source.key);
    let is_open = !said.source.is_named || !other.source.is_named;
    other.source.key != NARRATOR && (is_open || is_same()) && may_aim_alike(said, other)
}

/// A headline aims at a state where the body aims at its army.
fn may_aim_alike(said: &Said, other: &Said) -> bool {
    let (short, full) = (&said.target.key, &other.target.key);
    short.is_empty() || full.is_empty() || short == full || wordwise::begins(full, short)
}
