//! One sentence that became several: the sentences beside its partner that hold the rest of its words.

use rustc_hash::FxHashMap;

use super::bags::{Bags, Item, common};
use crate::diff::vocabulary::{CONTENT, Words};

/// The words of a sentence that no partner has taken yet.
pub(super) struct Leftover<'b, 'v, 't> {
    bag: &'b [Item],
    counts: FxHashMap<u32, (u32, u32)>,
    weight: u32,
    /// How many of them are numbers.
    numbers: u32,
    words: &'b Words<'v, 't>,
}

impl<'b, 'v, 't> Leftover<'b, 'v, 't> {
    pub fn new(bag: &'b [Item], words: &'b Words<'v, 't>) -> Self {
        let mut counts: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
        for item in bag {
            counts.entry(item.stem).or_insert((0, item.weight)).0 += 1;
        }
        let numbers = bag.iter().filter(|item| words.is_number(item.stem)).count() as u32;
        Leftover { bag, counts, weight: bag.iter().map(|item| item.weight).sum(), numbers, words }
    }

    /// Takes the words of `bag` out.
    pub fn take(&mut self, bag: &[Item]) {
        for item in bag {
            if let Some((count, weight)) = self.counts.get_mut(&item.stem).filter(|(count, _)| *count > 0) {
                *count -= 1;
                self.weight -= *weight;
                self.numbers -= u32::from(self.words.is_number(item.stem) && self.numbers > 0);
            }
        }
    }

    /// Numbers of sentence `index` that may have come in the place of numbers that are left.
    fn other_numbers(&self, bags: &Bags, index: usize) -> u32 {
        let left = |stem: u32| self.counts.get(&stem).map_or(0, |(count, _)| *count);
        let mut numbers = (0, 0);
        for run in bags.of(index).chunk_by(|left, right| left.stem == right.stem).filter(|run| self.words.is_number(run[0].stem)) {
            let kept = left(run[0].stem).min(run.len() as u32);
            numbers = (numbers.0 + run.len() as u32 - kept, numbers.1 + kept);
        }
        if numbers.0 == 0 { 0 } else { numbers.0.min(self.numbers.saturating_sub(numbers.1)) }
    }

    /// Sentence `index` is a part of the whole: it holds little but what is left, or most of what is left and little that is
    /// foreign to the whole.
    pub fn holds(&self, bags: &Bags, index: usize) -> bool {
        let covered: u32 = bags
            .of(index)
            .chunk_by(|left, right| left.stem == right.stem)
            .map(|run| run.len().min(self.counts.get(&run[0].stem).map_or(0, |(count, _)| *count as usize)) as u32 * run[0].weight)
            .sum();
        let whole = bags.weight(index);
        // A number in the place of another: "will close on 30 April" became "It will close on 31 May."
        let likely = if covered < CONTENT { covered } else { covered + self.other_numbers(bags, index) * CONTENT };
        let is_inside = likely * 10 >= whole * 6 && covered >= CONTENT;
        let fills = likely * 2 >= self.weight && likely * 10 >= whole * 3 && likely >= 2 * CONTENT;
        let mends = || {
            let is_whole = common(self.bag, bags.of(index)) * 20 >= whole * 9;
            covered * 2 >= self.weight && covered >= CONTENT && covered * 7 >= whole && is_whole
        };
        let is_the_rest = covered > 0 && covered == whole && covered == self.weight;
        is_inside || fills || is_the_rest || mends()
    }
}
