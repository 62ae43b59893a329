//! The smallest set of things whose move explains a new order.

/// Positions in `order` that are not in one longest rising subsequence of it: what moved. Of several longest ones, the one whose
/// values are smallest at each length is kept, so the answer depends on nothing else.
pub(super) fn moved(order: &[usize]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; order.len()];
    for (at, value) in order.iter().enumerate() {
        let place = tails.partition_point(|&tail| order[tail] < *value);
        previous[at] = place.checked_sub(1).map(|below| tails[below]);
        match tails.get_mut(place) {
            Some(tail) => *tail = at,
            None => tails.push(at),
        }
    }
    let mut kept = vec![false; order.len()];
    let mut next = tails.last().copied();
    while let Some(at) = next {
        kept[at] = true;
        next = previous[at];
    }
    (0..order.len()).filter(|at| !kept[*at]).collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn one_thing_that_jumps_is_the_one_that_moved() {
        assert_eq!(moved(&[1, 2, 3, 0]), [3]);
        assert_eq!(moved(&[3, 0, 1, 2]), [0]);
        assert!(moved(&[0, 1, 2]).is_empty());
        assert!(moved(&[]).is_empty());
    }
}
