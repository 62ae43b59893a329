//! Which figures of two outlets are of one thing, with whatever noun either tells it: "was fined £2m", "a penalty of £3m"; "is recalling
//! 16,000 packs", "the recall covers 60,000 packs". Tolls are told by their events and stand in `event`; what is told of one figure, and
//! how two are held against each other, in `thing`.
//!
//! Two figures in one unit are of one thing where what their sentences share outweighs the names that only one of them has, the noun is the
//! same, or what the sum is of, and neither outlet has another figure that would do as well. Where both tell what the sum is of, or do the
//! same with what they count, two values contradict each other; else they are told to differ.
//!
//! Only figures that share a word are held against each other, and of one outlet's that count or are of the same only so many: time grows
//! with the number of figures, and not with its square.
//!
//! Known failures: a part and the whole of it ("300 jobs", "450 jobs" at one plant) where both have one verb; sums of two years.

use rustc_hash::FxHashMap;

use super::finding::OutletFinding;
use super::thing::{Likeness, Thing};
use crate::model::Figure;
use crate::track::read::words::Reader;

/// Figures of one outlet in one unit, with one noun or of one kind, that are read.
const LOOKED_AT: usize = 48;
/// Figures with one word that later ones are held against: all that four outlets have.
const HELD_AGAINST: usize = 4 * LOOKED_AT;

/// How two figures that are of one thing stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// They are likely to be of one thing.
    Likely,
    /// They are: two values exclude each other.
    Certain,
    /// The contrary is said of them: "rose 4%", "fell 4%".
    Contrary(String, String),
}

/// Which figures are of one thing.
#[derive(Default)]
pub(super) struct Things<'f> {
    /// The finding that stands for a figure, by the figure's id.
    by_id: FxHashMap<&'f str, usize>,
    /// Earlier findings whose figure is of the same thing, by finding.
    partners: FxHashMap<usize, Vec<(usize, Match)>>,
}

impl<'f> Things<'f> {
    pub(super) fn of(findings: &'f [OutletFinding], reader: &Reader) -> Things<'f> {
        let mut by_unit: FxHashMap<String, Unit<'f>> = FxHashMap::default();
        let mut out = Things::default();
        for (at, finding) in findings.iter().enumerate() {
            if let Some(thing) = Thing::of(finding, reader) {
                out.by_id.insert(&thing.figure.id, at);
                by_unit.entry(thing.figure.unit.to_lowercase()).or_default().add(at, thing);
            }
        }
        by_unit.values().for_each(|unit| out.pair(unit));
        out
    }

    /// How the two stand to each other, if they are of one thing.
    pub(super) fn of_one(&self, left: &Figure, right: &Figure) -> Option<&Match> {
        let (left, right) = (*self.by_id.get(&*left.id)?, *self.by_id.get(&*right.id)?);
        self.partners.get(&left.max(right))?.iter().find(|(earlier, _)| *earlier == left.min(right)).map(|(_, found)| found)
    }

    /// Earlier findings whose figure is of the same thing as that of the one at `at`.
    pub(super) fn earlier(&self, at: usize) -> impl Iterator<Item = usize> {
        self.partners.get(&at).into_iter().flatten().map(|(earlier, _)| *earlier)
    }

    /// Pairs those of two outlets, if neither outlet has another value that would do as well, and those of one that repeat each other.
    fn pair(&mut self, unit: &Unit<'_>) {
        let likenesses = unit.likenesses();
        for (right, found) in likenesses.iter().enumerate() {
            for (left, likeness) in found.iter().filter(|(left, _)| **left < right) {
                let [one, other] = [&unit.things[*left], &unit.things[right]];
                let is_same = one.has_value_of(other);
                let is_free = || !unit.has_rival(*left, right, &likenesses) && !unit.has_rival(right, *left, &likenesses);
                if is_same || one.finding.outlet != other.finding.outlet && is_free() {
                    let found = match &likeness.contrary {
                        Some((was, is)) => Match::Contrary(was.clone(), is.clone()),
                        None if one.is_certainly(other) => Match::Certain,
                        None => Match::Likely,
                    };
                    self.partners.entry(unit.findings[right]).or_default().push((unit.findings[*left], found));
                }
            }
        }
    }
}

/// The figures in one unit.
#[derive(Default)]
struct Unit<'f> {
    things: Vec<Thing<'f>>,
    /// The findings that they stand in.
    findings: Vec<usize>,
    /// The things of each outlet.
    by_outlet: FxHashMap<&'f str, Vec<usize>>,
    /// How many an outlet has with one noun or of one kind.
    counts: FxHashMap<(&'f str, Option<String>, Option<&'static str>), usize>,
}

impl<'f> Unit<'f> {
    fn add(&mut self, finding: usize, thing: Thing<'f>) {
        let outlet = thing.finding.outlet.as_str();
        let count = self.counts.entry((outlet, thing.noun.clone(), thing.kind)).or_default();
        if *count < LOOKED_AT {
            *count += 1;
            self.by_outlet.entry(outlet).or_default().push(self.things.len());
            self.things.push(thing);
            self.findings.push(finding);
        }
    }

    /// How alike each is to others that have a word in common with it, by their places.
    fn likenesses(&self) -> Vec<FxHashMap<usize, Likeness>> {
        let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut out: Vec<FxHashMap<usize, Likeness>> = vec![FxHashMap::default(); self.things.len()];
        for (at, thing) in self.things.iter().enumerate() {
            let mut others: Vec<usize> = Vec::new();
            for word in thing.roots() {
                let having = by_word.entry(word).or_default();
                others.extend(having.iter());
                if having.len() < HELD_AGAINST {
                    having.push(at);
                }
            }
            others.sort_unstable();
            others.dedup();
            for other in others {
                if let Some(likeness) = self.things[other].likeness(thing) {
                    out[other].insert(at, likeness.clone());
                    out[at].insert(other, likeness);
                }
            }
        }
        out
    }

    /// The outlet of `there` has another value that is as much like `here`, or is the same.
    fn has_rival(&self, here: usize, there: usize, likenesses: &[FxHashMap<usize, Likeness>]) -> bool {
        let own = likenesses[here].get(&there).map_or(0, |likeness| likeness.score);
        let others = self.by_outlet.get(self.things[there].finding.outlet.as_str()).into_iter().flatten();
        let would_do = |other: &usize| {
            let is_as_like = || likenesses[here].get(other).is_some_and(|likeness| likeness.score >= own);
            self.things[*other].has_value_of(&self.things[here]) || is_as_like()
        };
        others.filter(|other| !self.things[**other].has_value_of(&self.things[there])).any(would_do)
    }
}
