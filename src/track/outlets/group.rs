//! Which findings are one proposition: those of one thread, of one topic's state, or with nearly the same words; figures of one thing,
//! tolls of one event.
//!
//! Each is held against those before it that may be one with it, of which so many are kept: time grows with the number of findings.

use rustc_hash::FxHashMap;

use super::compare::Compared;
use super::finding::OutletFinding;
use super::printed::Printed;
use super::values::quantity;
use crate::track::read::features::NARRATOR;
use crate::track::read::names::key;

/// Findings with one word, one thread or one quantity that later ones are held against.
const COMMON: usize = 40;

/// The findings of each proposition, by their places, in the order of the first.
pub(super) fn groups(compared: &Compared<'_>, printed: &Printed<'_>) -> Vec<Vec<usize>> {
    let mut known = Known::default();
    let mut sets = Sets::of(compared.findings.len());
    for (at, finding) in compared.findings.iter().enumerate() {
        if finding.thing().is_some() {
            sets.join_first(at, compared.things.earlier(at));
        } else if let Some(figure) = finding.figure() {
            let others = known.by_quantity.entry(quantity(figure)).or_default();
            sets.join_first(at, others.iter().copied().find(|other| !compared.are_two_events(*other, at)));
            keep(others, at);
        } else {
            known.add_claim(compared, printed, at, &mut sets);
        }
    }
    sets.into_groups()
}

/// Sets that grow together, each known by its first member.
struct Sets(Vec<usize>);

impl Sets {
    fn of(length: usize) -> Sets {
        Sets((0..length).collect())
    }

    fn first(&self, mut at: usize) -> usize {
        while self.0[at] != at {
            at = self.0[at];
        }
        at
    }

    /// The earliest of the sets in which the others are.
    fn earliest(&self, others: impl IntoIterator<Item = usize>) -> Option<usize> {
        others.into_iter().map(|other| self.first(other)).min()
    }

    /// Puts one that is alone as yet into the earliest of those sets.
    fn join_first(&mut self, at: usize, others: impl IntoIterator<Item = usize>) {
        self.0[at] = self.earliest(others).unwrap_or(at);
    }

    fn into_groups(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.0.len()];
        for at in 0..self.0.len() {
            groups[self.first(at)].push(at);
        }
        groups.retain(|group| !group.is_empty());
        groups
    }
}

/// The findings so far, by what others may be one with them.
#[derive(Default)]
struct Known<'f> {
    by_quantity: FxHashMap<(&'f str, &'f str), Vec<usize>>,
    by_thread: FxHashMap<&'f str, Vec<usize>>,
    /// The first with a state of the topic.
    by_topic: FxHashMap<&'f str, usize>,
    by_stem: FxHashMap<&'f str, Vec<usize>>,
    /// The first that counts this for its source.
    by_count: FxHashMap<((String, String), String), usize>,
    /// Those that count nobody, and those that count some, whom one thing befell by one source.
    by_toll: FxHashMap<(&'f str, String), [Vec<usize>; 2]>,
}

impl<'f> Known<'f> {
    fn add_claim(&mut self, compared: &'f Compared<'f>, printed: &Printed<'_>, at: usize, sets: &mut Sets) {
        let first = self.of_thread_or_topic(compared, at);
        let own = sets.first(first);
        let alike = self.in_like_words(compared, at);
        let others = alike.into_iter().chain(self.of_one_count(compared, printed, at)).chain(self.of_none_and_some(compared, at));
        let best = sets.earliest(others).map_or(own, |best| best.min(own));
        sets.0[own.max(best)] = own.min(best);
        sets.0[at] = own.min(best);
        for stem in &compared.stems[at] {
            keep(self.by_stem.entry(stem).or_default(), at);
        }
    }

    /// The first of its thread, or of its topic.
    fn of_thread_or_topic(&mut self, compared: &'f Compared<'f>, at: usize) -> usize {
        let topic = own_topic(&compared.findings[at]);
        let first = compared.findings[at].thread().map_or(at, |thread| {
            let others = self.by_thread.entry(thread).or_default();
            let first = others.iter().copied().find(|first| topic.is_some() || compared.is_one_of_thread(*first, at));
            keep(others, at);
            first.unwrap_or(at)
        });
        topic.map_or(first, |topic| *self.by_topic.entry(topic).or_insert(first))
    }

    fn in_like_words(&self, compared: &Compared<'_>, at: usize) -> Vec<usize> {
        if own_topic(&compared.findings[at]).is_some() {
            return Vec::new();
        }
        let mut sharing: Vec<usize> =
            compared.stems[at].iter().filter_map(|stem| self.by_stem.get(stem.as_str())).flatten().copied().collect();
        sharing.sort_unstable();
        sharing.dedup();
        sharing.retain(|other| own_topic(&compared.findings[*other]).is_none() && compared.is_one(at, *other));
        sharing
    }

    /// What a source counts, and each outlet gives one number of, is one count in whatever words.
    fn of_one_count(&mut self, compared: &Compared<'_>, printed: &Printed<'_>, at: usize) -> Option<usize> {
        let other = *self.by_count.entry(printed.only_count(&compared.findings[at])?).or_insert(at);
        printed.are_near(&compared.findings[other], &compared.findings[at]).then_some(other)
    }

    /// "Two people were arrested", "nobody was": one source counts some and none.
    fn of_none_and_some(&mut self, compared: &'f Compared<'f>, at: usize) -> Vec<usize> {
        let nobody = compared.nobody[at].as_ref().filter(|nobody| nobody.is_count).map(|nobody| nobody.what);
        let Some(what) = nobody.or(compared.findings[at].toll()) else { return Vec::new() };
        let [none, some] = self.by_toll.entry((what, key(compared.findings[at].source_name()))).or_default();
        let (own, others) = if nobody.is_some() { (none, &*some) } else { (some, &*none) };
        let is_one = |other: &usize| {
            let is_elsewhere = compared.findings[*other].outlet != compared.findings[at].outlet;
            is_elsewhere && compared.are_none_and_some(at, *other)
        };
        let found = others.iter().copied().filter(is_one).collect();
        keep(own, at);
        found
    }
}

/// The topic whose state the outlet gives in its own voice.
fn own_topic(finding: &OutletFinding) -> Option<&str> {
    finding.status().filter(|_| finding.source_name() == NARRATOR).map(|status| status.topic.as_str())
}

fn keep(list: &mut Vec<usize>, at: usize) {
    if list.len() < COMMON {
        list.push(at);
    }
}
