//! Figures through time: each quantity in one mouth, with what became of it from one version of a report to the next.
//!
//! A value is held against the version before of its own report, since another outlet that counts otherwise has changed nothing; only
//! where the report never had the quantity it is held against what the others said last. The outlet's own voice is another mouth in
//! each outlet. What befell people is one quantity whoever counts it, so that a toll goes on when another body gives it. A pure function
//! over what was stored.

use rustc_hash::FxHashMap;

use crate::lexicon::casualties;
use crate::model::{ActorKind, Figure};

use crate::track::read::names::{alike_names, is_slip, key};
use crate::track::version::ReportKey;

/// A figure at one place of the story.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigurePoint<'f> {
    /// The figure.
    pub figure: &'f Figure,
    /// Who publishes.
    pub outlet: &'f str,
    /// Which report.
    pub report: ReportKey,
    /// Which version of the report, from 1.
    pub version: u32,
    /// The earlier year in which it happened, where the text says so: another event.
    pub year: Option<i32>,
}

/// What became of a figure from one version to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The first of the series, or one more value beside those of the version before.
    First,
    /// The same value.
    Same,
    /// Higher, lower where it may be, or another qualifier.
    Changed,
    /// Another value than another report gave last.
    Differs,
    /// A running total that falls.
    Fell,
    /// Another unit.
    OtherUnit,
}

/// One value of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeriesPoint {
    /// Index into the points that were given.
    pub at: usize,
    /// What became of the value before.
    pub step: Step,
    /// The point that it was held against.
    pub before: Option<usize>,
}

/// One quantity in one mouth through the story.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FigureSeries {
    /// What is counted.
    pub what: String,
    /// Who gives it, or gave it first where several do; "narrator" for the outlet's own voice.
    pub source_name: String,
    /// Its values in the order of the story.
    pub points: Vec<SeriesPoint>,
}

/// Whoever gives a figure, as they are told apart.
struct Giver<'f> {
    name: &'f str,
    /// The name as it is compared; `None` for the outlet's own voice.
    key: Option<String>,
    kind: Option<ActorKind>,
}

impl<'f> Giver<'f> {
    fn of(figure: &'f Figure) -> Self {
        let source = figure.source.as_ref();
        Giver { name: figure.source_name(), key: source.map(|source| key(&source.name)), kind: source.map(|source| source.kind) }
    }

    fn is_of(&self, kind: ActorKind) -> bool {
        self.kind == Some(kind)
    }

    /// They are one, by one name or by what unnamed people are called.
    fn is(&self, other: &Giver<'_>) -> bool {
        let are_unnamed = self.is_of(ActorKind::Unnamed) && other.is_of(ActorKind::Unnamed);
        self.key == other.key || are_unnamed && alike_names(self.name, other.name)
    }

    /// A person whose name is one letter away from the other's.
    fn is_misspelt(&self, other: &Giver<'_>) -> bool {
        let are_people = self.is_of(ActorKind::Person) && other.is_of(ActorKind::Person);
        are_people && self.key.as_ref().zip(other.key.as_ref()).is_some_and(|(left, right)| is_slip(left, right))
    }
}

/// What is counted, in which year, and by whom where that makes it another quantity.
#[derive(PartialEq, Eq, Hash)]
struct Quantity<'f> {
    what: String,
    year: Option<i32>,
    mouth: Mouth<'f>,
}

#[derive(PartialEq, Eq, Hash)]
enum Mouth<'f> {
    /// Whoever counts it, in one unit.
    Anybody { unit: String },
    /// The own voice of an outlet.
    Outlet(&'f str),
    /// A source, by the key of its name.
    Source(String),
}

impl<'f> Quantity<'f> {
    fn of(point: &FigurePoint<'f>, giver: &Giver<'_>) -> Self {
        let what = point.figure.what.to_lowercase();
        let mouth = match &giver.key {
            _ if is_toll(&what) => Mouth::Anybody { unit: point.figure.unit.to_ascii_lowercase() },
            None => Mouth::Outlet(point.outlet),
            Some(key) => Mouth::Source(key.clone()),
        };
        Quantity { what, year: point.year, mouth }
    }
}

/// Series by quantity and asserter, in the order in which they begin. `points` are in the order of the story, those of one version
/// together. A person whose name is mended goes on, where no version has both names.
pub fn figure_series(points: &[FigurePoint<'_>]) -> Vec<FigureSeries> {
    let givers: Vec<Giver<'_>> = points.iter().map(|point| Giver::of(point.figure)).collect();
    let mut out: Vec<FigureSeries> = Vec::new();
    let mut known: FxHashMap<Quantity<'_>, usize> = FxHashMap::default();
    // Series of sources, which others may join that are called otherwise.
    let mut of_sources: FxHashMap<(String, Option<i32>), Vec<usize>> = FxHashMap::default();
    let mut here = 0..0;
    for (at, point) in points.iter().enumerate() {
        if !here.contains(&at) {
            let version = |point: &FigurePoint<'_>| (point.report, point.version);
            here = at..at + points[at..].iter().take_while(|other| version(other) == version(point)).count();
        }
        let giver = &givers[at];
        let is_here = |other: &Giver<'_>| givers[here.clone()].iter().any(|giver| giver.key == other.key);
        let quantity = Quantity::of(point, giver);
        let of_source = matches!(quantity.mouth, Mouth::Source(_)).then(|| (quantity.what.clone(), quantity.year));
        let called_otherwise = || {
            let mut others = of_sources.get(of_source.as_ref()?)?.iter().copied();
            others.find(|other| {
                let first = &givers[out[*other].points[0].at];
                giver.is(first) || giver.is_misspelt(first) && !is_here(first)
            })
        };
        let next = SeriesPoint { at, step: Step::First, before: None };
        match known.get(&quantity).copied().or_else(called_otherwise) {
            Some(series) => out[series].points.push(next),
            None => {
                known.insert(quantity, out.len());
                of_source.into_iter().for_each(|of| of_sources.entry(of).or_default().push(out.len()));
                out.push(FigureSeries { what: point.figure.what.to_lowercase(), source_name: giver.name.to_owned(), points: vec![next] });
            }
        }
    }
    out.iter_mut().for_each(|series| follow(points, &givers, series));
    out
}

/// Gives every value of the series its step, version by version.
fn follow(points: &[FigurePoint<'_>], givers: &[Giver<'_>], series: &mut FigureSeries) {
    let given: Vec<usize> = series.points.iter().map(|point| point.at).collect();
    let version = |at: usize| (points[at].report, points[at].version);
    let is_one_giver = |before: usize, at: usize| givers[before].is(&givers[at]) || givers[before].is_misspelt(&givers[at]);
    let between = |before: usize, at: usize| match step(points[before].figure, points[at].figure) {
        // Another body that counts fewer has lowered nothing.
        Step::Fell if !is_one_giver(before, at) => Step::Changed,
        step => step,
    };
    let mut last_of: FxHashMap<ReportKey, &[usize]> = FxHashMap::default();
    let mut elsewhere: &[usize] = &[];
    let mut steps = Vec::with_capacity(given.len());
    for here in given.chunk_by(|left, right| version(*left) == version(*right)) {
        let prior = last_of.insert(points[here[0]].report, here);
        for (place, at) in here.iter().copied().enumerate() {
            let find_same = |among: &[usize]| among.iter().copied().find(|before| between(*before, at) == Step::Same);
            // A value that still stands is not the one that became this one.
            let gone = |before: &&usize| !here.iter().any(|now| between(**before, *now) == Step::Same);
            let told = find_same(&here[..place]);
            let (before, step) = match (told.or_else(|| find_same(prior.unwrap_or(elsewhere))), prior) {
                (Some(same), _) => (Some(same), Step::Same),
                (None, Some(prior)) => {
                    let gone = || prior.iter().filter(gone).copied();
                    let is_one_unit = |before: &usize| points[*before].figure.unit.eq_ignore_ascii_case(&points[at].figure.unit);
                    let before = gone().max_by_key(|before| (is_one_unit(before), is_one_giver(*before, at), std::cmp::Reverse(*before)));
                    (before, before.map_or(Step::First, |before| between(before, at)))
                }
                (None, None) => {
                    let before = elsewhere.iter().copied().max_by_key(|before| is_one_giver(*before, at));
                    (before, before.map_or(Step::First, |_| Step::Differs))
                }
            };
            steps.push(SeriesPoint { at, step, before });
        }
        elsewhere = here;
    }
    series.points = steps;
}

/// What befalls people, and who is there: one quantity whoever gives it. `what` as figures have it.
pub fn is_toll(what: &str) -> bool {
    casualties::is_toll(what)
}

/// The dead and the hurt: counted once and for good, however many are found later. `what` as figures have it.
pub fn is_harm(what: &str) -> bool {
    casualties::is_harm(what)
}

fn step(before: &Figure, after: &Figure) -> Step {
    if !before.unit.eq_ignore_ascii_case(&after.unit) && !before.unit.is_empty() && !after.unit.is_empty() {
        return Step::OtherUnit;
    }
    let top = |figure: &Figure| figure.high.or(figure.low);
    match (top(before), top(after)) {
        (Some(old), Some(new)) if new < old && before.cumulative && after.cumulative => Step::Fell,
        (old, new) if old == new && before.low == after.low && before.qualifier == after.qualifier => Step::Same,
        _ => Step::Changed,
    }
}
