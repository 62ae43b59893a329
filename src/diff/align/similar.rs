//! Which changed sentences are alike enough to be one: candidates by rare words and by place, never all pairs.

use std::cmp::Reverse;
use std::ops::Range;

use super::bags::{Bags, Item, common};

/// Two changed sentences and how alike they are, 0 to 1000.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alike {
    pub left: u32,
    pub right: u32,
    pub score: u32,
}

/// A changed sentence in the place of another, no unchanged one between them, is the same from this score on, of 1000.
const ALIKE_IN_PLACE: u32 = 330;
/// In another place, from this one on.
pub(super) const ALIKE_ELSEWHERE: u32 = 600;
/// With no other changed sentence in its place on either side, from this one on.
const ALIKE_ALONE: u32 = 230;

/// A word that stands in more sentences than this points to none of them.
const RARE: usize = 24;
/// How many of the sentences that share rare words with one are compared with it.
const BEST: usize = 6;
/// Sentences of one gap are all compared with each other up to this many for each of them.
const NEIGHBOURS: usize = 12;

/// One text's changed sentences.
pub(super) struct Changed<'s> {
    pub bags: &'s Bags,
    /// Which they are, in order.
    pub sentences: &'s [usize],
    /// For each sentence of the text, the number of the gap between unchanged ones in which it stands.
    pub gaps: &'s [u32],
}

impl Changed<'_> {
    fn gap(&self, at: usize) -> Option<u32> {
        self.sentences.get(at).map(|sentence| self.gaps[*sentence])
    }

    /// No neighbour of the one at `at` is in the same gap.
    fn is_alone(&self, at: usize) -> bool {
        self.gap(at) != self.gap(at + 1) && at.checked_sub(1).is_none_or(|before| self.gap(before) != self.gap(at))
    }
}

/// Pairs of changed sentences that are alike enough for their place.
pub(super) fn candidates(old: &Changed<'_>, new: &Changed<'_>) -> Vec<Alike> {
    let mut index = Index::new(new);
    let mut slots: Vec<usize> = Vec::new();
    let mut out = Vec::new();
    for (at, left) in old.sentences.iter().enumerate() {
        slots.clear();
        index.best(old.bags, *left, new, &mut slots);
        let gap = old.gaps[*left];
        let from = new.sentences.partition_point(|right| new.gaps[*right] < gap);
        slots.extend((from..new.sentences.len().min(from + NEIGHBOURS)).take_while(|slot| new.gap(*slot) == Some(gap)));
        slots.sort_unstable();
        slots.dedup();
        out.extend(slots.iter().filter_map(|slot| {
            let right = new.sentences[*slot];
            let same_gap = gap == new.gaps[right];
            let is_alone = || new.is_alone(*slot) && old.is_alone(at);
            let score = score(old.bags, new.bags, *left, right);
            let is_alike = score >= ALIKE_ELSEWHERE || same_gap && (score >= ALIKE_IN_PLACE || score >= ALIKE_ALONE && is_alone());
            is_alike.then_some(Alike { left: *left as u32, right: right as u32, score })
        }));
    }
    out
}

/// How alike two sentences are, 0 to 1000: the weight of what they have in common; for a sentence that lies wholly inside a much
/// longer one somewhat less, since it may be one part of it.
fn score(old: &Bags, new: &Bags, left: usize, right: usize) -> u32 {
    let (whole, other) = (old.weight(left), new.weight(right));
    let shared = u64::from(common(old.of(left), new.of(right)));
    let both = shared * 2000 / u64::from(whole + other).max(1);
    let inside = if shared >= INSIDE { shared * 600 / u64::from(whole.min(other)).max(1) } else { 0 };
    both.max(inside) as u32
}

/// What a sentence inside another must weigh at least to be taken for a part of it.
const INSIDE: u64 = 25;

/// For each word, the sentences in which it stands.
struct Index {
    /// Where in `slots` a stem's sentences begin; one more than there are stems.
    starts: Vec<u32>,
    slots: Vec<u32>,
    /// For each sentence, the weight of the rare words shared with the one that is asked for; all zero between questions.
    shared: Vec<u32>,
    touched: Vec<u32>,
    /// Those touched, by how much of both they share.
    ranked: Vec<(Reverse<u64>, u32)>,
}

impl Index {
    fn new(text: &Changed<'_>) -> Self {
        // Stems are small numbers, so they are counted and need not be sorted.
        let mut starts = vec![0; text.bags.stems() + 1];
        for item in text.sentences.iter().flat_map(|sentence| distinct(text.bags.of(*sentence))) {
            starts[item.stem as usize] += 1;
        }
        let mut end = 0;
        for start in &mut starts {
            end += *start;
            *start = end;
        }
        let mut slots = vec![0; end as usize];
        // From the last to the first, so that each run begins where its stem's start stands in the end.
        for (slot, sentence) in text.sentences.iter().enumerate().rev() {
            for item in distinct(text.bags.of(*sentence)) {
                let start = &mut starts[item.stem as usize];
                *start -= 1;
                slots[*start as usize] = slot as u32;
            }
        }
        Index { starts, slots, shared: vec![0; text.sentences.len()], touched: Vec::new(), ranked: Vec::new() }
    }

    /// The sentences of a rare word.
    fn run(&self, stem: u32) -> Range<usize> {
        let at = stem as usize;
        match (self.starts.get(at), self.starts.get(at + 1)) {
            (Some(start), Some(end)) if (*end - *start) as usize <= RARE => *start as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// Appends to `out` the slots of those of `new` that share most with sentence `left` of the other text.
    fn best(&mut self, old: &Bags, left: usize, new: &Changed<'_>, out: &mut Vec<usize>) {
        for item in distinct(old.of(left)) {
            for slot in &self.slots[self.run(item.stem)] {
                let shared = &mut self.shared[*slot as usize];
                if *shared == 0 {
                    self.touched.push(*slot);
                }
                *shared += item.weight;
            }
        }
        self.ranked.clear();
        for slot in self.touched.drain(..) {
            let both = u64::from(old.weight(left)) + u64::from(new.bags.weight(new.sentences[slot as usize]));
            let shared = u64::from(std::mem::take(&mut self.shared[slot as usize]));
            self.ranked.push((Reverse(shared * 1000 / both.max(1)), slot));
        }
        if self.ranked.len() > BEST {
            self.ranked.select_nth_unstable(BEST);
        }
        out.extend(self.ranked.iter().take(BEST).map(|(_, slot)| *slot as usize));
    }
}

/// Each word of a bag once.
fn distinct(bag: &[Item]) -> impl Iterator<Item = &Item> {
    bag.chunk_by(|left, right| left.stem == right.stem).map(|run| &run[0])
}
