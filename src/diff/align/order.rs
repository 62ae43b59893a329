//! The heaviest set of pairs that stand in the same order on both sides; the others have moved.

/// Two sentences that may belong together, and how much is lost if they are not seen in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub left: usize,
    pub right: usize,
    pub weight: u64,
}

/// Indices into `candidates` of the heaviest chain in which both sides rise, first to last.
///
/// Linear in the number of candidates but for a logarithm (a Fenwick tree of the best chain that ends at or before a place).
pub(super) fn heaviest_chain(candidates: &[Candidate], right_len: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|at| (candidates[*at].left, std::cmp::Reverse(candidates[*at].right)));
    let mut best: Vec<(u64, usize)> = vec![(0, NONE); right_len + 1];
    let mut before = vec![NONE; candidates.len()];
    for at in order {
        let Candidate { right, weight, .. } = candidates[at];
        let (so_far, last) = highest(&best, right);
        before[at] = last;
        raise(&mut best, right + 1, (so_far + weight, at));
    }
    let mut chain = Vec::new();
    let mut at = highest(&best, right_len).1;
    while at != NONE {
        chain.push(at);
        at = before[at];
    }
    chain.reverse();
    chain
}

const NONE: usize = usize::MAX;

/// The heaviest chain among those that end before `end`.
fn highest(best: &[(u64, usize)], end: usize) -> (u64, usize) {
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

fn raise(best: &mut [(u64, usize)], mut node: usize, chain: (u64, usize)) {
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

    fn chain(pairs: &[(usize, usize, u64)]) -> Vec<usize> {
        let candidates: Vec<Candidate> = pairs.iter().map(|&(left, right, weight)| Candidate { left, right, weight }).collect();
        heaviest_chain(&candidates, 10)
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
