//! Which words of a passage changed: steps that cover both sides without a gap, so that laid end to end they rebuild either.
//!
//! Tokens are compared by number, so no step cuts one. A step is `Equal` only where both sides have the same bytes; where they
//! differ in typography or white space alone the step is a `Replace` marked as noise. Function words and marks between two changes
//! are drawn into them, so that no lonely "the" is shown as kept.
//!
//! Known failure: two long passages with few words that occur once are one `Replace` in the middle (`approximate` says so).

use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::layer::{Lane, Layer};
use super::vocabulary::{CONTENT, Side, Words};
use super::{Suppressed, WordChange};

/// Product of the lengths up to which two runs of tokens are compared word by word without looking for anchors.
const SMALL: usize = 1 << 18;
/// Tokens that are kept between two changes though they tell nothing.
const ISLAND: usize = 4;

/// Finds the steps of one passage after another; keeps its buffers.
#[derive(Default)]
pub(super) struct Differ {
    /// Tokens of both sides that are equal, or not; they alternate and cover everything.
    runs: Vec<Run>,
    /// A budget was reached.
    pub approximate: bool,
    /// What the steps so far do not show as changes.
    pub suppressed: Suppressed,
}

/// A run of tokens of both sides, all equal or all changed.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub from: Range<usize>,
    pub to: Range<usize>,
    pub equal: bool,
}

impl Run {
    fn shift(&mut self, from: usize, to: usize) {
        self.from = self.from.start + from..self.from.end + from;
        self.to = self.to.start + to..self.to.end + to;
    }
}

impl Differ {
    /// The steps from the sentences `from` of one text to the sentences `to` of the other; `all_noise` where the passages are known
    /// to differ in nothing but spelling and bare capitals.
    pub fn steps(
        &mut self,
        sides: (&Side<'_, '_>, &Side<'_, '_>),
        passages: (&Range<usize>, &Range<usize>),
        words: &mut Words<'_, '_>,
        all_noise: bool,
    ) -> Vec<WordChange> {
        let (old, new) = sides;
        let (left, right) = (old.words(passages.0), new.words(passages.1));
        self.runs.clear();
        self.compare(left, right, 0..left.len(), 0..right.len());
        if !all_noise {
            self.dissolve_islands(left, words);
        }
        let (from, to) = (old.tokens(passages.0), new.tokens(passages.1));
        self.runs.iter_mut().for_each(|run| run.shift(from.start, to.start));
        let sides = (Lane::new(old, &from), Lane::new(new, &to));
        let mut layer = Layer { old: sides.0, new: sides.1, steps: Vec::new(), suppressed: &mut self.suppressed, all_noise };
        for run in &self.runs {
            if run.equal { layer.lay_equal(run) } else { layer.lay_change(run) }
        }
        layer.steps
    }

    fn push(&mut self, from: Range<usize>, to: Range<usize>, equal: bool) {
        if from.is_empty() && to.is_empty() {
            return;
        }
        match self.runs.last_mut().filter(|last| last.equal == equal) {
            Some(last) => {
                last.from.end = from.end;
                last.to.end = to.end;
            }
            None => self.runs.push(Run { from, to, equal }),
        }
    }

    fn compare(&mut self, old: &[u32], new: &[u32], from: Range<usize>, to: Range<usize>) {
        let (left, right) = (&old[from.clone()], &new[to.clone()]);
        let head = left.iter().zip(right).take_while(|(left, right)| left == right).count();
        let tail = left[head..].iter().rev().zip(right[head..].iter().rev()).take_while(|(left, right)| left == right).count();
        self.push(from.start..from.start + head, to.start..to.start + head, true);
        self.compare_middle(old, new, from.start + head..from.end - tail, to.start + head..to.end - tail);
        self.push(from.end - tail..from.end, to.end - tail..to.end, true);
    }

    /// Neither begins nor ends with an equal token.
    fn compare_middle(&mut self, old: &[u32], new: &[u32], from: Range<usize>, to: Range<usize>) {
        if from.is_empty() || to.is_empty() || from.len() * to.len() == 1 {
            return self.push(from, to, false);
        }
        if from.len() * to.len() > SMALL {
            return self.compare_between_anchors(old, new, from, to);
        }
        for op in capture_diff_slices(Algorithm::Myers, &old[from.clone()], &new[to.clone()]) {
            let (left, right) = (op.old_range(), op.new_range());
            let equal = op.tag() == DiffTag::Equal;
            self.push(from.start + left.start..from.start + left.end, to.start + right.start..to.start + right.end, equal);
        }
    }

    /// Parts two long runs at the words that occur once in each.
    fn compare_between_anchors(&mut self, old: &[u32], new: &[u32], from: Range<usize>, to: Range<usize>) {
        let anchors = anchors(&old[from.clone()], &new[to.clone()]);
        if anchors.is_empty() {
            self.approximate = true;
            return self.push(from, to, false);
        }
        let (mut left, mut right) = (from.start, to.start);
        for (at, other) in anchors {
            let (at, other) = (from.start + at, to.start + other);
            if at < left || other < right {
                continue;
            }
            self.compare(old, new, left..at, right..other);
            self.push(at..at + 1, other..other + 1, true);
            (left, right) = (at + 1, other + 1);
        }
        self.compare(old, new, left..from.end, right..to.end);
    }

    /// Draws what tells nothing between two changes into them.
    fn dissolve_islands(&mut self, old: &[u32], words: &mut Words<'_, '_>) {
        let mut kept: Vec<Run> = Vec::with_capacity(self.runs.len());
        for at in 0..self.runs.len() {
            let run = self.runs[at].clone();
            let between = at > 0 && at + 1 < self.runs.len();
            let is_island =
                run.equal && between && run.from.len() <= ISLAND && old[run.from.clone()].iter().all(|id| words.weight(*id) < CONTENT) && {
                    let size = |run: &Run| run.from.len().max(run.to.len());
                    size(&self.runs[at - 1]) + size(&self.runs[at + 1]) > 2 * run.from.len()
                };
            match kept.last_mut() {
                Some(last) if !last.equal && (is_island || !run.equal) => {
                    last.from.end = run.from.end;
                    last.to.end = run.to.end;
                }
                _ => kept.push(run),
            }
        }
        self.runs = kept;
    }
}

/// Tokens that occur once in each, in the longest order that both share.
fn anchors(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let mut places: FxHashMap<u32, [(u32, usize); 2]> = FxHashMap::default();
    for (side, ids) in [old, new].into_iter().enumerate() {
        for (at, id) in ids.iter().enumerate() {
            let place = &mut places.entry(*id).or_default()[side];
            *place = (place.0 + 1, at);
        }
    }
    let unique: Vec<(usize, usize)> = old
        .iter()
        .enumerate()
        .filter_map(|(at, id)| match places[id] {
            [(1, _), (1, other)] => Some((at, other)),
            _ => None,
        })
        .collect();
    longest_rise(&unique)
}

/// The longest run of pairs whose second members rise.
fn longest_rise(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before = vec![usize::MAX; pairs.len()];
    for (at, pair) in pairs.iter().enumerate() {
        let slot = tails.partition_point(|tail| pairs[*tail].1 < pair.1);
        before[at] = slot.checked_sub(1).map_or(usize::MAX, |slot| tails[slot]);
        match tails.get_mut(slot) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut at = tails.last().copied().unwrap_or(usize::MAX);
    while let Some(pair) = pairs.get(at) {
        chain.push(*pair);
        at = before[at];
    }
    chain.reverse();
    chain
}
