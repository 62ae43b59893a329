//! The smallest set of things whose move explains a new order.

/// Positions in `order` that are not in one longest rising subsequence of it: what moved. Of several longest ones, the one whose
/// values are smallest at each length is kept, so the answer depends on nothing else.
///
/// Two paragraphs that changed places are one move, of either: where what `is_known` to have moved explains the order and is no more
/// than that, it is what moved.
pub(super) fn moved(order: &[usize], is_known: impl Fn(usize) -> bool) -> Vec<usize> {
    let least = fewest(order);
    let known: Vec<usize> = (0..order.len()).filter(|at| is_known(*at)).collect();
    let rest: Vec<usize> = (0..order.len()).filter(|at| !is_known(*at)).map(|at| order[at]).collect();
    if !least.is_empty() && known.len() <= least.len() && rest.is_sorted() { known } else { least }
}

fn fewest(order: &[usize]) -> Vec<usize> {
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
    fn of_two_things_that_changed_places_the_one_that_is_known_to_have_moved_did() {
        assert_eq!(moved(&[1, 0], |at| at == 0), [0]);
        assert_eq!(moved(&[1, 0], |at| at == 1), [1]);
        // What is known does not explain the order, or is more than has to have moved.
        assert_eq!(moved(&[1, 2, 3, 0], |at| at == 1), [3]);
        assert_eq!(moved(&[1, 2, 3, 0], |at| at < 3), [3]);
        assert!(moved(&[0, 1, 2], |at| at == 1).is_empty());
    }

    #[test]
    fn one_thing_that_jumps_is_the_one_that_moved() {
        let unknown = |order: &[usize]| moved(order, |_| false);
        assert_eq!(unknown(&[1, 2, 3, 0]), [3]);
        assert_eq!(unknown(&[3, 0, 1, 2]), [0]);
        assert!(unknown(&[0, 1, 2]).is_empty());
        assert!(unknown(&[]).is_empty());
    }
}
