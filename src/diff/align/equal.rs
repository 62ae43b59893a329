//! Pairs of equal sentences: each with the one that its neighbours point to, or the next in order.
//!
//! Linear in the number of sentences, however often one is repeated. A sentence that occurs once on both sides is paired first;
//! pairs then grow to both sides over equal neighbours, so that of several equal sentences the one in the same surroundings is
//! taken; what is left over is paired in order.

use rustc_hash::FxHashMap;

/// Pairs positions with equal keys.
pub(super) fn pairs(old: &[u32], new: &[u32]) -> Partners {
    let head = old.iter().zip(new).take_while(|(left, right)| left == right).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(left, right)| left == right).count();
    let mut partners = Partners { of_old: vec![None; old.len()], of_new: vec![None; new.len()] };
    for at in 0..head {
        partners.join(at, at);
    }
    for back in 1..=tail {
        partners.join(old.len() - back, new.len() - back);
    }
    if head + tail < old.len().min(new.len()) {
        let middle = (head..old.len() - tail, head..new.len() - tail);
        partners.join_unique(&old[middle.0.clone()], &new[middle.1.clone()], head);
        partners.grow(old, new);
        partners.join_rest(old, new);
    }
    partners
}

/// For each position of either side the one on the other that it belongs with.
pub(in crate::diff) struct Partners {
    pub of_old: Vec<Option<u32>>,
    pub of_new: Vec<Option<u32>>,
}

impl Partners {
    /// The pairs, in the order of the first side.
    pub fn iter(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.of_old.iter().enumerate().filter_map(|(left, right)| right.map(|right| (left, right as usize)))
    }

    fn join(&mut self, left: usize, right: usize) {
        self.of_old[left] = Some(right as u32);
        self.of_new[right] = Some(left as u32);
    }

    fn of(&self, left: usize) -> Option<usize> {
        self.of_old[left].map(|right| right as usize)
    }

    fn can_join(&self, old: &[u32], new: &[u32], left: usize, right: usize) -> bool {
        left < old.len() && right < new.len() && old[left] == new[right] && self.of_old[left].is_none() && self.of_new[right].is_none()
    }

    /// Joins what occurs once on both sides; `base` is where both slices begin.
    fn join_unique(&mut self, old: &[u32], new: &[u32], base: usize) {
        let mut places: FxHashMap<u32, [Place; 2]> = FxHashMap::default();
        for (side, keys) in [old, new].into_iter().enumerate() {
            for (at, key) in keys.iter().enumerate() {
                let place = &mut places.entry(*key).or_default()[side];
                *place = if *place == Place::Nowhere { Place::Once(at) } else { Place::Often };
            }
        }
        for (at, key) in old.iter().enumerate() {
            if let Some([Place::Once(_), Place::Once(right)]) = places.get(key) {
                self.join(base + at, base + right);
            }
        }
    }

    /// Joins equal neighbours of what is joined.
    fn grow(&mut self, old: &[u32], new: &[u32]) {
        for left in 0..old.len() {
            if let Some(right) = self.of(left).filter(|right| self.can_join(old, new, left + 1, right + 1)) {
                self.join(left + 1, right + 1);
            }
        }
        for left in (1..old.len()).rev() {
            if let Some(right) = self.of(left).filter(|right| *right > 0 && self.can_join(old, new, left - 1, right - 1)) {
                self.join(left - 1, right - 1);
            }
        }
    }

    fn join_rest(&mut self, old: &[u32], new: &[u32]) {
        let mut waiting: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for right in (0..new.len()).rev().filter(|right| self.of_new[*right].is_none()) {
            waiting.entry(new[right]).or_default().push(right);
        }
        for (left, key) in old.iter().enumerate() {
            if self.of_old[left].is_none()
                && let Some(right) = waiting.get_mut(key).and_then(Vec::pop)
            {
                self.join(left, right);
            }
        }
    }
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Nowhere,
    Once(usize),
    Often,
}

#[cfg(test)]
mod tests {
    fn pairs(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
        super::pairs(old, new).iter().collect()
    }

    #[test]
    fn of_two_equal_sentences_the_one_between_the_same_neighbours_is_taken() {
        assert_eq!(pairs(&[9, 1, 7, 2, 9, 3], &[1, 8, 2, 9, 3]), [(1, 0), (3, 2), (4, 3), (5, 4)]);
    }

    #[test]
    fn repeated_sentences_are_paired_in_order() {
        assert_eq!(pairs(&[1, 1, 1, 2], &[1, 1]), [(0, 0), (1, 1)]);
        assert_eq!(pairs(&[5, 1, 6, 1], &[7, 1, 1]), [(1, 1), (3, 2)]);
    }
}
