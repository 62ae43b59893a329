//! Which numbers a figure allows, and when two figures exclude each other.

use crate::lexicon::quantities::{self, Bound};
use crate::model::Figure;

/// The unit of what are people, whatever they are called.
pub(super) const PEOPLE: &str = "people";

/// What a figure counts, in which unit, in its own words.
pub(super) fn quantity(figure: &Figure) -> (&str, &str) {
    (&figure.what, &figure.unit)
}

/// The same, however it is written.
pub(super) fn sort(figure: &Figure) -> (String, String) {
    (figure.what.to_ascii_lowercase(), figure.unit.to_ascii_lowercase())
}

/// They count the same in the same unit.
pub(super) fn is_one_sort(left: &Figure, right: &Figure) -> bool {
    left.what.eq_ignore_ascii_case(&right.what) && left.unit.eq_ignore_ascii_case(&right.unit)
}

/// Not both can be true.
pub(super) fn excludes(left: &Figure, right: &Figure) -> bool {
    excludes_within(left, right, FAR)
}

/// The same, where the one is not more than so many times the other.
pub(super) fn excludes_within(left: &Figure, right: &Figure, far: f64) -> bool {
    let (Some(one), Some(other)) = (range(left), range(right)) else { return false };
    let far = one.0.max(other.0) > far * one.1.min(other.1);
    (one.0 > other.1 || other.0 > one.1) && !far
}

/// The numbers that the figure allows, "about 40" no others than 40; its own words where it has none.
pub(super) fn allowed(figure: &Figure) -> String {
    let exact = || figure.low.map(|low| (low, figure.high.unwrap_or(low)));
    match if bound(figure) == Some(Bound::About) { exact() } else { range(figure) } {
        Some((low, high)) => format!("{} {low} {high} {}", figure.what, figure.unit),
        None => figure.quantity(),
    }
}

/// Some number is allowed by both.
pub(super) fn can_both_be(left: &Figure, right: &Figure) -> bool {
    range(left).zip(range(right)).is_some_and(|(one, other)| meet(one, other))
}

/// The ranges have a number in common.
pub(super) fn meet(one: (f64, f64), other: (f64, f64)) -> bool {
    one.0 <= other.1 && other.0 <= one.1
}

/// How many times another a number is that counts something else: the hurt of one town and those of the country.
pub(super) const FAR: f64 = 3.0;

/// The same for two figures that are plainly of one thing: a digit more or less.
pub(super) const SLIPPED: f64 = 10.0;

/// The least and the most that a figure allows; `None` for a vague one.
pub(super) fn range(figure: &Figure) -> Option<(f64, f64)> {
    let low = figure.low?;
    let high = figure.high.unwrap_or(low);
    Some(match bound(figure) {
        None => (low, high),
        Some(Bound::Floor) => (low, f64::INFINITY),
        Some(Bound::Ceiling) => (f64::NEG_INFINITY, high),
        Some(Bound::About) => (low * ABOUT.0, high * ABOUT.1),
    })
}

/// Which numbers its qualifier allows besides its own; `None` for a figure without one.
fn bound(figure: &Figure) -> Option<Bound> {
    let qualifier: Vec<&str> = figure.qualifier.as_deref().unwrap_or_default().split_whitespace().collect();
    let found = quantities::qualifier_before(&qualifier).or_else(|| quantities::qualifier_after(&qualifier));
    if qualifier.is_empty() { None } else { Some(found.map_or(Bound::About, |found| found.bound)) }
}

/// What "about" allows.
const ABOUT: (f64, f64) = (0.9, 1.1);
