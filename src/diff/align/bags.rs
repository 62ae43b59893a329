//! The words of a changed sentence as a bag: their stems in order of number, so that two bags are compared in one pass.

use crate::diff::vocabulary::{Side, Words};

/// A word and what it weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item {
    pub stem: u32,
    pub weight: u32,
}

/// The bags of one text's sentences; empty for those that are found unchanged.
pub(super) struct Bags {
    items: Vec<Item>,
    /// Where in `items` a sentence's bag begins; one more than there are sentences.
    starts: Vec<u32>,
    weights: Vec<u32>,
}

impl Bags {
    pub fn new(side: &Side<'_, '_>, words: &mut Words<'_, '_>, is_changed: impl Fn(usize) -> bool) -> Self {
        let mut bags = Bags { items: Vec::new(), starts: Vec::with_capacity(side.len() + 1), weights: Vec::with_capacity(side.len()) };
        for index in 0..side.len() {
            let begun = bags.items.len();
            bags.starts.push(begun as u32);
            if is_changed(index) {
                bags.items.extend(side.sentence(index).iter().map(|id| Item { stem: words.stem(*id), weight: words.weight(*id) }));
                bags.items[begun..].sort_unstable();
            }
            bags.weights.push(bags.items[begun..].iter().map(|item| item.weight).sum());
        }
        bags.starts.push(bags.items.len() as u32);
        bags
    }

    pub fn of(&self, index: usize) -> &[Item] {
        &self.items[self.starts[index] as usize..self.starts[index + 1] as usize]
    }

    /// One more than the greatest stem.
    pub fn stems(&self) -> usize {
        self.items.iter().map(|item| item.stem as usize + 1).max().unwrap_or(0)
    }

    pub fn weight(&self, index: usize) -> u32 {
        self.weights[index]
    }
}

/// A bag this many times longer than another is searched and not walked through, so that one huge sentence costs each small one
/// only a logarithm.
const LONGER: usize = 16;

/// What two bags have in common weighs this much.
pub(super) fn common(left: &[Item], right: &[Item]) -> u32 {
    let (short, long) = if left.len() < right.len() { (left, right) } else { (right, left) };
    if short.len() * LONGER < long.len() {
        return common_by_search(short, long);
    }
    let (mut at, mut other, mut weight) = (0, 0, 0);
    while at < left.len() && other < right.len() {
        // No branch on which side is ahead: it cannot be foretold, and this is the innermost loop.
        let (one, two) = (left[at], right[other]);
        weight += u32::from(one.stem == two.stem) * one.weight.min(two.weight);
        at += usize::from(one.stem <= two.stem);
        other += usize::from(two.stem <= one.stem);
    }
    weight
}

fn common_by_search(short: &[Item], long: &[Item]) -> u32 {
    let runs = short.chunk_by(|left, right| left.stem == right.stem);
    runs.map(|run| {
        let begin = long.partition_point(|item| item.stem < run[0].stem);
        let shared = long[begin..].iter().take(run.len()).take_while(|item| item.stem == run[0].stem).count();
        run[..shared].iter().zip(&long[begin..]).map(|(left, right)| left.weight.min(right.weight)).sum::<u32>()
    })
    .sum()
}
