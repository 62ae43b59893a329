//! Which sentences of two texts belong together.
//!
//! Identical sentences first, then those equal but for typography, then those equal but for spelling, then those alike enough; what stands
//! in the same order on both sides is the heaviest chain of pairs, and every other pair has moved. A sentence whose words went into several
//! neighbours was split. Everything is linear in the texts' length but for logarithms.
//!
//! Known failure: a sentence rewritten with hardly a word in common is removed and added.

mod bags;
mod equal;
mod grow;
mod identical;
mod order;
mod similar;

use std::ops::Range;

use self::bags::Bags;
use self::grow::Leftover;
pub(super) use self::identical::Identical;
use self::identical::Numbering;
use self::order::{Pair, heaviest_chain};
use self::similar::Changed;
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

/// What is in common by chance does not count for the chain.
const BY_CHANCE: u64 = 200;
/// What a token of an unchanged sentence weighs in the chain, and up to how many are counted: the fewest sentences shall have moved,
/// a heading rather than a sentence.
const TOKEN: u64 = 8000;
const TOKENS: usize = 12;
/// Of two sentences that changed places, the one that is farther from where its neighbours went has moved.
const FARTHEST: usize = 8;

/// The groups of two texts, `identical` ones among them, in no order; sentences in none are added or removed.
pub(super) fn align(old: &Side<'_, '_>, new: &Side<'_, '_>, words: &mut Words<'_, '_>, identical: Identical) -> Vec<Group> {
    let pairs = Vec::with_capacity(old.len().min(new.len()));
    let mut aligner = Aligner { old, new, pairs, of_old: vec![false; old.len()], of_new: vec![false; new.len()] };
    for (left, right, tokens) in identical.iter() {
        aligner.join(left, right, weight(tokens), true);
    }
    drop(identical);
    aligner.join_equal(|sentence| sentence.to_vec());
    aligner.weigh_by_distance();
    aligner.join_equal(|sentence| sentence.iter().map(|id| words.loose(*id)).collect());
    if aligner.has_unpaired() {
        let bags = (Bags::new(old, words, |index| !aligner.of_old[index]), Bags::new(new, words, |index| !aligner.of_new[index]));
        let begun = aligner.pairs.len();
        aligner.join_alike(&bags.0, &bags.1);
        let mut groups = aligner.groups();
        grow(&mut groups[begun..], &bags.0, &bags.1, words, &mut aligner.of_new, |group| (group.from.clone(), &mut group.to));
        grow(&mut groups[begun..], &bags.1, &bags.0, words, &mut aligner.of_old, |group| (group.to.clone(), &mut group.from));
        return groups;
    }
    aligner.groups()
}

struct Aligner<'s, 'd, 't> {
    old: &'s Side<'d, 't>,
    new: &'s Side<'d, 't>,
    /// Sentences that belong together.
    pairs: Vec<Pair>,
    /// For each sentence whether it is in a pair.
    of_old: Vec<bool>,
    of_new: Vec<bool>,
}

impl Aligner<'_, '_, '_> {
    fn join(&mut self, left: usize, right: usize, weight: u64, equal: bool) {
        self.of_old[left] = true;
        self.of_new[right] = true;
        self.pairs.push(Pair::new(left, right, weight, equal));
    }

    fn unpaired(&self) -> (Vec<usize>, Vec<usize>) {
        let free = |of: &[bool]| of.iter().enumerate().filter(|(_, paired)| !**paired).map(|(at, _)| at).collect();
        (free(&self.of_old), free(&self.of_new))
    }

    fn has_unpaired(&self) -> bool {
        self.of_old.contains(&false) && self.of_new.contains(&false)
    }

    /// Joins free sentences that are the same as `seen`.
    fn join_equal(&mut self, mut seen: impl FnMut(&[u32]) -> Vec<u32>) {
        let (lefts, rights) = self.unpaired();
        if lefts.is_empty() || rights.is_empty() {
            return;
        }
        let mut number = Numbering::default();
        let left: Vec<u32> = lefts.iter().map(|index| number.of(seen(self.old.sentence(*index)))).collect();
        let right: Vec<u32> = rights.iter().map(|index| number.of(seen(self.new.sentence(*index)))).collect();
        for (left, right) in equal::pairs(&left, &right).iter() {
            self.join(lefts[left], rights[right], weight(self.old.sentence(lefts[left]).len()), true);
        }
    }

    /// Makes those a little lighter that stand apart from their neighbours, as the pairs before them on either side have them.
    fn weigh_by_distance(&mut self) {
        let mut order: Vec<u32> = (0..self.pairs.len() as u32).collect();
        let pair = |at: u32| &self.pairs[at as usize];
        let mut apart = vec![usize::MAX; self.pairs.len()];
        for by_right in [false, true] {
            order.sort_unstable_by_key(|at| if by_right { pair(*at).right() } else { pair(*at).left() });
            let mut before = 0;
            for at in &order {
                let own = pair(*at).right().wrapping_sub(pair(*at).left()) as isize;
                apart[*at as usize] = apart[*at as usize].min(own.abs_diff(before));
                before = own;
            }
        }
        for (pair, apart) in self.pairs.iter_mut().zip(apart) {
            pair.weight += (FARTHEST - apart.min(FARTHEST)) as u64 * TOKEN / 16;
        }
    }

    /// The pairs that stand in order, first to last.
    fn chain(&self) -> impl Iterator<Item = usize> + use<> {
        heaviest_chain(&self.pairs, self.new.len()).into_iter().map(|at| at as usize)
    }

    /// For each sentence the number of chained pairs before it.
    fn gaps(&self) -> (Vec<u32>, Vec<u32>) {
        let mut gaps = (vec![0; self.old.len() + 1], vec![0; self.new.len() + 1]);
        for at in self.chain() {
            gaps.0[self.pairs[at].left() + 1] = 1;
            gaps.1[self.pairs[at].right() + 1] = 1;
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
        let (old_gaps, new_gaps) = self.gaps();
        let mut alike = similar::candidates(
            &Changed { bags: old, sentences: &lefts, gaps: &old_gaps },
            &Changed { bags: new, sentences: &rights, gaps: &new_gaps },
        );
        let equal = self.pairs.len();
        let gain = |pair: &similar::Alike| {
            let tokens = u64::from(old.weight(pair.left as usize) + new.weight(pair.right as usize)) / 2;
            tokens * (u64::from(pair.score) - BY_CHANCE)
        };
        self.pairs.extend(alike.iter().map(|pair| Pair::new(pair.left as usize, pair.right as usize, gain(pair), false)));
        let chosen: Vec<Pair> = self.chain().filter(|at| *at >= equal).map(|at| self.pairs[at]).collect();
        self.pairs.truncate(equal);
        for pair in chosen {
            self.join(pair.left(), pair.right(), pair.weight, false);
        }
        alike.retain(|pair| pair.score >= similar::ALIKE_ELSEWHERE);
        alike.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.left, pair.right));
        for pair in &alike {
            let (left, right) = (pair.left as usize, pair.right as usize);
            if !self.of_old[left] && !self.of_new[right] {
                self.join(left, right, gain(pair), false);
            }
        }
    }

    fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = self
            .pairs
            .iter()
            .map(|pair| Group {
                from: pair.left()..pair.left() + 1,
                to: pair.right()..pair.right() + 1,
                in_order: false,
                equal: pair.equal,
            })
            .collect();
        for at in self.chain() {
            groups[at].in_order = true;
        }
        groups
    }
}

/// What a pair of equal sentences of so many tokens weighs.
fn weight(tokens: usize) -> u64 {
    tokens.min(TOKENS) as u64 * TOKEN
}

/// Gives every group of one sentence the free neighbours of its other side that hold what is left of it.
fn grow(
    groups: &mut [Group],
    whole: &Bags,
    parts: &Bags,
    words: &Words<'_, '_>,
    taken: &mut [bool],
    sides: impl for<'g> Fn(&'g mut Group) -> (Range<usize>, &'g mut Range<usize>),
) {
    for group in groups.iter_mut().filter(|group| !group.equal) {
        let (one, many) = sides(group);
        if one.len() != 1 {
            continue;
        }
        let is_free = |taken: &[bool], at: usize| taken.get(at) == Some(&false);
        if !is_free(taken, many.end) && (many.start == 0 || !is_free(taken, many.start - 1)) {
            continue;
        }
        let mut left = Leftover::new(whole.of(one.start), words);
        for part in many.clone() {
            left.take(parts.of(part));
        }
        while is_free(taken, many.end) && left.holds(parts, many.end) {
            left.take(parts.of(many.end));
            taken[many.end] = true;
            many.end += 1;
        }
        while many.start > 0 && is_free(taken, many.start - 1) && left.holds(parts, many.start - 1) {
            many.start -= 1;
            left.take(parts.of(many.start));
            taken[many.start] = true;
        }
    }
}
