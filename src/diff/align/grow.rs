//! One sentence that became several: the sentences beside its partner that hold the rest of its words.

use rustc_hash::FxHashMap;

use super::bags::{Bags, Item, common};
use crate::diff::vocabulary::CONTENT;

/// The words of a sentence that no partner has taken yet.
pub(super) struct Leftover<'b> {
    bag: &'b [Item],
    counts: FxHashMap<u32, (u32, u32)>,
    weight: u32,
}

impl<'b> Leftover<'b> {
    pub fn new(bag: &'b [Item]) -> Self {
        let mut counts: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
        for item in bag {
            counts.entry(item.stem).or_insert((0, item.weight)).0 += 1;
        }
        Leftover { bag, counts, weight: bag.iter().map(|item| item.weight).sum() }
    }

    /// Takes the words of `bag` out.
    pub fn take(&mut self, bag: &[Item]) {
        for item in bag {
            if let Some((count, weight)) = self.counts.get_mut(&item.stem).filter(|(count, _)| *count > 0) {
                *count -= 1;
                self.weight -= *weight;
            }
        }
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
        let is_inside = covered * 10 >= whole * 6 && covered >= CONTENT;
        let fills = covered * 2 >= self.weight && covered * 10 >= whole * 3 && covered >= 2 * CONTENT;
        let mends = || covered * 2 >= self.weight && covered >= CONTENT && common(self.bag, bags.of(index)) * 20 >= whole * 9;
        let is_the_rest = covered > 0 && covered == whole && covered == self.weight;
        is_inside || fills || is_the_rest || mends()
    }
}
