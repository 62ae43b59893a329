//! Natural order: `v2` before `v10`, as a person sorts versions.

use std::cmp::Ordering;

/// Compares two names; runs of ASCII digits count as numbers. Names that differ in any way are never equal.
pub fn natural(left: &str, right: &str) -> Ordering {
    let (mut a, mut b) = (left, right);
    while let (Some(x), Some(y)) = (a.chars().next(), b.chars().next()) {
        let order = if x.is_ascii_digit() && y.is_ascii_digit() {
            let (number_a, number_b);
            (number_a, a) = digits(a);
            (number_b, b) = digits(b);
            number_a.len().cmp(&number_b.len()).then_with(|| number_a.cmp(number_b))
        } else {
            a = &a[x.len_utf8()..];
            b = &b[y.len_utf8()..];
            x.cmp(&y)
        };
        if order.is_ne() {
            return order;
        }
    }
    // What is left decides, then the zeros that were skipped (`v01`, `v1`).
    a.len().cmp(&b.len()).then_with(|| left.cmp(right))
}

/// The number at the start without its zeros, and what follows it.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].trim_start_matches('0'), &text[end..])
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count_as_numbers() {
        let mut names = ["v10.txt", "v2.txt", "b", "v01.txt", "v1.txt", "v1", "ä9", "v99999999999999999999999.txt"];
        names.sort_by(|left, right| natural(left, right));
        assert_eq!(names, ["b", "v1", "v01.txt", "v1.txt", "v2.txt", "v10.txt", "v99999999999999999999999.txt", "ä9"]);
    }
}
