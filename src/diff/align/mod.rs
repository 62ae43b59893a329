//! Which sentences of two texts belong together.
//!
//! Equal sentences first, then those equal but for spelling, then those alike enough; what stands in the same order on both sides
//! is the heaviest chain of pairs, and every other pair has moved. A sentence whose words went into several neighbours was split.
//! Everything is linear in the texts' length but for logarithms.
//!
//! Known failure: a sentence rewritten with hardly a word in common is removed and added.

mod bags;
mod equal;
mod grow;
mod order;
mod similar;

use std::ops::Range;

use rustc_hash::FxHashMap;

use self::bags::Bags;
use self::grow::Leftover;
use self::order::{Candidate, heaviest_chain};
use super::vocabulary::{Side, Words};

/// Sentences that belong together, one to one or one to many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub from: Range<usize>,
    pub to: Range<usize>,
    /// Stands in the order of the others.
    pub in_order: bool,
    /// Equal up to typography, spelling and bare capitals.
    pub equal: bool,
}

/// A changed sentence in the place of another is the same from this score on, of 1000.
const ALIKE_IN_PLACE: u32 = 330;
/// In another place, from this one on.
const ALIKE_ELSEWHERE: u32 = 600;
/// What is in common by chance does not count for the chain.
const BY_CHANCE: u64 = 200;
/// With no other sentence in its place on either side, from this one on.
const ALIKE_ALONE: u32 = 230;
/// What a token of an unchanged sentence weighs in the chain, and up to how many are counted: the fewest sentences shall have moved,
/// a heading rather than a sentence.
const TOKEN: u64 = 8000;
const TOKENS: usize = 12;
/// Of two sentences that changed places, the one that is farther from where its neighbours went has moved.
const FARTHEST: usize = 8;

/// The groups of two texts, in no order; sentences in none are added or removed.
pub(super) fn align(old: &Side<'_, '_>, new: &Side<'_, '_>, words: &mut Words<'_, '_>) -> Vec<Group> {
    let mut aligner = Aligner { old, new, pairs: Vec::new(), of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    aligner.join_equal();
    aligner.join_loosely_equal(words);
    if aligner.has_unpaired() {
        let bags = (
            Bags::new(old, words, |index| aligner.of_old[index].is_none()),
            Bags::new(new, words, |index| aligner.of_new[index].is_none()),
        );
        let begun = aligner.pairs.len();
        aligner.join_alike(&bags.0, &bags.1);
        let mut groups = aligner.groups();
        grow(&mut groups[begun..], &bags.0, &bags.1, &mut aligner.of_new, |group| (group.from.clone(), &mut group.to));
        grow(&mut groups[begun..], &bags.1, &bags.0, &mut aligner.of_old, |group| (group.to.clone(), &mut group.from));
        return groups;
    }
    aligner.groups()
}

struct Aligner<'s, 'd, 't> {
    old: &'s Side<'d, 't>,
    new: &'s Side<'d, 't>,
    /// Sentences that belong together; the first `equal` of them are equal.
    pairs: Vec<Pair>,
    of_old: Vec<Option<u32>>,
    of_new: Vec<Option<u32>>,
}

struct Pair {
    left: usize,
    right: usize,
    weight: u64,
    equal: bool,
}

impl Aligner<'_, '_, '_> {
    fn join(&mut self, left: usize, right: usize, weight: u64, equal: bool) {
        let index = Some(self.pairs.len() as u32);
        self.of_old[left] = index;
        self.of_new[right] = index;
        self.pairs.push(Pair { left, right, weight, equal });
    }

    fn unpaired(&self) -> (Vec<usize>, Vec<usize>) {
        let free = |of: &[Option<u32>]| of.iter().enumerate().filter(|(_, pair)| pair.is_none()).map(|(at, _)| at).collect();
        (free(&self.of_old), free(&self.of_new))
    }

    fn has_unpaired(&self) -> bool {
        self.of_old.iter().any(Option::is_none) && self.of_new.iter().any(Option::is_none)
    }

    fn join_equal(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut keys: FxHashMap<&[u32], u32> = FxHashMap::default();
        let mut key = |sentence| {
            let next = keys.len() as u32;
            *keys.entry(sentence).or_insert(next)
        };
        let left: Vec<u32> = (0..old.len()).map(|index| key(old.sentence(index))).collect();
        let right: Vec<u32> = (0..new.len()).map(|index| key(new.sentence(index))).collect();
        for (left, right) in equal::pairs(&left, &right) {
            self.join(left, right, weight(old.sentence(left).len()), true);
        }
        self.weigh_by_distance();
    }

    /// Makes those a little lighter that stand apart from their neighbours, as the pairs before them on either side have them.
    fn weigh_by_distance(&mut self) {
        let mut order: Vec<usize> = (0..self.pairs.len()).collect();
        let offset = |pair: &Pair| pair.right.wrapping_sub(pair.left) as isize;
        let mut apart = vec![usize::MAX; self.pairs.len()];
        for by_right in [false, true] {
            order.sort_by_key(|at| if by_right { self.pairs[*at].right } else { self.pairs[*at].left });
            let mut before = 0;
            for at in &order {
                let own = offset(&self.pairs[*at]);
                apart[*at] = apart[*at].min(own.abs_diff(before));
                before = own;
            }
        }
        for (pair, apart) in self.pairs.iter_mut().zip(apart) {
            pair.weight += (FARTHEST - apart.min(FARTHEST)) as u64 * TOKEN / 16;
        }
    }

    fn join_loosely_equal(&mut self, words: &mut Words<'_, '_>) {
        let (lefts, rights) = self.unpaired();
        if lefts.is_empty() || rights.is_empty() {
            return;
        }
        let mut keys: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        let mut key = |sentence: &[u32]| {
            let next = keys.len() as u32;
            *keys.entry(sentence.iter().map(|id| words.loose(*id)).collect()).or_insert(next)
        };
        let left: Vec<u32> = lefts.iter().map(|index| key(self.old.sentence(*index))).collect();
        let right: Vec<u32> = rights.iter().map(|index| key(self.new.sentence(*index))).collect();
        for (left, right) in equal::pairs(&left, &right) {
            let tokens = self.old.sentence(lefts[left]).len();
            self.join(lefts[left], rights[right], weight(tokens), true);
        }
    }

    fn chain(&self, pairs: &[Pair]) -> Vec<usize> {
        let candidates: Vec<Candidate> =
            pairs.iter().map(|pair| Candidate { left: pair.left, right: pair.right, weight: pair.weight }).collect();
        heaviest_chain(&candidates, self.new.len())
    }

    /// For each sentence the number of chained pairs before it.
    fn gaps(&self) -> (Vec<u32>, Vec<u32>) {
        let mut gaps = (vec![0; self.old.len() + 1], vec![0; self.new.len() + 1]);
        for at in self.chain(&self.pairs) {
            gaps.0[self.pairs[at].left + 1] = 1;
            gaps.1[self.pairs[at].right + 1] = 1;
        }
        for side in [&mut gaps.0, &mut gaps.1] {
            for at in 1..side.len() {
                side[at] += side[at - 1];
            }
        }
        gaps
    }

    fn join_alike(&mut self, old: &Bags, new: &Bags) {
        let (lefts, rights) = self.unpaired();
        let (gap_left, gap_right) = self.gaps();
        let mut alike = similar::candidates(old, new, &lefts, &rights, &gap_left, &gap_right);
        alike.retain(|pair| {
            pair.score
                >= if pair.alone {
                    ALIKE_ALONE
                } else if pair.same_gap {
                    ALIKE_IN_PLACE
                } else {
                    ALIKE_ELSEWHERE
                }
        });
        let equal = self.pairs.len();
        let gain = |pair: &similar::Alike| {
            let tokens = u64::from(old.weight(pair.left) + new.weight(pair.right)) / 2;
            tokens * (u64::from(pair.score) - BY_CHANCE)
        };
        let mut candidates: Vec<Pair> =
            self.pairs.iter().map(|pair| Pair { left: pair.left, right: pair.right, weight: pair.weight, equal: true }).collect();
        candidates.extend(alike.iter().map(|pair| Pair { left: pair.left, right: pair.right, weight: gain(pair), equal: false }));
        for at in self.chain(&candidates).into_iter().filter(|at| *at >= equal) {
            let pair = &candidates[at];
            self.join(pair.left, pair.right, pair.weight, false);
        }
        alike.retain(|pair| pair.score >= ALIKE_ELSEWHERE);
        alike.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.left, pair.right));
        for pair in &alike {
            if self.of_old[pair.left].is_none() && self.of_new[pair.right].is_none() {
                self.join(pair.left, pair.right, gain(pair), false);
            }
        }
    }

    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = self
            .pairs
            .iter()
            .map(|pair| Group { from: pair.left..pair.left + 1, to: pair.right..pair.right + 1, in_order: false, equal: pair.equal })
            .collect();
        for at in self.chain(&self.pairs) {
            groups[at].in_order = true;
        }
        groups
    }
}

fn weight(tokens: usize) -> u64 {
    tokens.min(TOKENS) as u64 * TOKEN
}

/// Gives every group of one sentence the free neighbours of its other side that hold what is left of it.
fn grow(
    groups: &mut [Group],
    whole: &Bags,
    parts: &Bags,
    taken: &mut [Option<u32>],
    sides: impl for<'g> Fn(&'g mut Group) -> (Range<usize>, &'g mut Range<usize>),
) {
    for group in groups.iter_mut().filter(|group| !group.equal) {
        let (one, many) = sides(group);
        if one.len() != 1 {
            continue;
        }
        let is_free = |taken: &[Option<u32>], at: usize| taken.get(at).is_some_and(Option::is_none);
        if !is_free(taken, many.end) && (many.start == 0 || !is_free(taken, many.start - 1)) {
            continue;
        }
        let mut left = Leftover::new(whole.of(one.start));
        for part in many.clone() {
            left.take(parts.of(part));
        }
        while is_free(taken, many.end) && left.holds(parts, many.end) {
            left.take(parts.of(many.end));
            taken[many.end] = Some(0);
            many.end += 1;
        }
        while many.start > 0 && is_free(taken, many.start - 1) && left.holds(parts, many.start - 1) {
            many.start -= 1;
            left.take(parts.of(many.start));
            taken[many.start] = Some(0);
        }
    }
}
