//! The heaviest set of pairs that stand in the same order on both sides; the others have moved.

/// Two sentences that belong together, or may.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    left: u32,
    right: u32,
    /// Equal up to typography, spelling and bare capitals.
    pub equal: bool,
    /// How much is lost if they are not seen in order.
    pub weight: u64,
}

impl Pair {
    pub fn new(left: usize, right: usize, weight: u64, equal: bool) -> Self {
        Pair { left: left as u32, right: right as u32, equal, weight }
    }

    /// Index of the earlier sentence.
    pub fn left(&self) -> usize {
        self.left as usize
    }

    /// Index of the later sentence.
    pub fn right(&self) -> usize {
        self.right as usize
    }
}

/// Indices into `pairs` of the heaviest chain in which both sides rise, first to last.
///
/// Linear in the number of pairs but for a logarithm (a Fenwick tree of the best chain that ends at or before a place).
pub(super) fn heaviest_chain(pairs: &[Pair], right_len: usize) -> Vec<u32> {
    let mut order: Vec<u32> = (0..pairs.len() as u32).collect();
    order.sort_unstable_by_key(|at| (pairs[*at as usize].left, std::cmp::Reverse(pairs[*at as usize].right), *at));
    let mut best: Vec<(u64, u32)> = vec![(0, NONE); right_len + 1];
    let mut before = vec![NONE; pairs.len()];
    for at in order {
        let pair = pairs[at as usize];
        let (so_far, last) = highest(&best, pair.right());
        before[at as usize] = last;
        raise(&mut best, pair.right() + 1, (so_far + pair.weight, at));
    }
    let mut chain = Vec::new();
    let mut at = highest(&best, right_len).1;
    while at != NONE {
        chain.push(at);
        at = before[at as usize];
    }
    chain.reverse();
    chain
}

const NONE: u32 = u32::MAX;

/// The heaviest chain among those that end before `end`.
fn highest(best: &[(u64, u32)], end: usize) -> (u64, u32) {
    let mut found = (0, NONE);
    let mut node = end;
    while node > 0 {
        if best[node].0 > found.0 {
            found = best[node];
        }
        node &= node - 1;
    }
    found
}

fn raise(best: &mut [(u64, u32)], mut node: usize, chain: (u64, u32)) {
    while node < best.len() {
        if chain.0 > best[node].0 {
            best[node] = chain;
        }
        node += node & node.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(pairs: &[(usize, usize, u64)]) -> Vec<u32> {
        let pairs: Vec<Pair> = pairs.iter().map(|&(left, right, weight)| Pair::new(left, right, weight, true)).collect();
        heaviest_chain(&pairs, 10)
    }

    #[test]
    fn the_lighter_of_two_that_cross_has_moved() {
        assert_eq!(chain(&[(0, 2, 5), (1, 0, 3), (2, 1, 3)]), [1, 2]);
        assert_eq!(chain(&[(0, 2, 9), (1, 0, 3), (2, 1, 3)]), [0]);
    }

    #[test]
    fn a_sentence_is_in_the_chain_once() {
        assert_eq!(chain(&[(0, 0, 1), (0, 1, 1), (1, 1, 1)]), [0, 2]);
    }
}
