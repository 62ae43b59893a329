//! Pairs that show only once every claim has its thread: a claim that the story knows again, and not its pair in the version before.
//!
//! Without them such a claim would be held against nothing, and what changed in it would go untold.

use rustc_hash::{FxHashMap, FxHashSet};

use super::sole::{self, Sole};
use super::{Chosen, Pair, Relation};
use crate::track::read::features::{Said, likeness};

/// Pairs claims without a pair whose threads turned out to be one, whatever their words. Then, as every source has fewer claims left, pairs
/// those that are the contrary of each other.
pub(in crate::track) fn pair(from: &[Said], to: &[Said], pairs: &mut Vec<Pair>) {
    let (mut old, mut new) = (vec![false; from.len()], vec![false; to.len()]);
    for pair in pairs.iter() {
        (old[pair.from], new[pair.to]) = (true, true);
    }
    let mut chosen = Chosen { out: std::mem::take(pairs), from: old, to: new };
    let told: FxHashSet<usize> = chosen.out.iter().filter_map(|pair| to[pair.to].thread).collect();
    let mut left: FxHashMap<usize, usize> = FxHashMap::default();
    for (at, said) in from.iter().enumerate().rev().filter(|(at, said)| !chosen.from[*at] && !said.in_headline) {
        left.extend(said.thread.map(|thread| (thread, at)));
    }
    for (at, said) in to.iter().enumerate().filter(|(_, said)| !said.in_headline && !said.is_in(&told)) {
        let Some(from_at) = said.thread.and_then(|thread| left.get(&thread)).copied() else { continue };
        let likeness = likeness(&from[from_at].stems, &said.stems, |_| 1.0);
        chosen.take(Pair { from: from_at, to: at, relation: Relation::Same, likeness, aligned: false });
    }
    // What a person split off from what it would have gone on from stays apart.
    let is_parted = |left: usize, right: usize| to[right].placement.is_apart && !from[left].placement.is_apart;
    let contrary = sole::alone((from, &chosen.from), (to, &chosen.to), Sole::Contrary);
    for (left, right) in contrary.into_iter().filter(|(left, right)| !is_parted(*left, *right)) {
        let likeness = likeness(&from[left].stems, &to[right].stems, |_| 1.0);
        chosen.take(Pair { from: left, to: right, relation: Relation::OtherVoice, likeness, aligned: false });
    }
    *pairs = chosen.out;
    pairs.sort_by_key(|pair| pair.to);
}
