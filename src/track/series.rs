//! Figures through time: each quantity in one mouth, with what became of it from one version of a report to the next.
//!
//! A value is held against the version before of its own report, since another outlet that counts otherwise has changed nothing; only
//! where the report never had the quantity it is held against what the others said last. The outlet's own voice is another mouth in
//! each outlet. What befell people is one quantity whoever counts it, so that a toll goes on when another body gives it. A pure function
//! over what was stored.

use rustc_hash::FxHashMap;

use crate::lexicon::casualties;
use crate::model::Figure;

use super::ReportKey;
use super::features::NARRATOR;
use super::names::{alike_names, key};

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
    /// The earlier year of which it is, where the text says so: another event.
    pub year: Option<i32>,
}

impl FigurePoint<'_> {
    fn giver(&self) -> &str {
        self.figure.source.as_ref().map_or(NARRATOR, |source| source.name.as_str())
    }
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
pub struct FigureSeries {
    /// What is counted.
    pub what: String,
    /// Who gives it, or gave it first where several do; "narrator" for the outlet's own voice.
    pub source_name: String,
    /// Its values in the order of the story.
    pub points: Vec<SeriesPoint>,
}

/// Series by quantity and asserter, in the order in which they begin. `points` are in the order of the story, those of one version
/// together.
pub fn figure_series(points: &[FigurePoint<'_>]) -> Vec<FigureSeries> {
    let mut out: Vec<(FigureSeries, &FigurePoint<'_>)> = Vec::new();
    for (at, point) in points.iter().enumerate() {
        let source = point.giver();
        let what = point.figure.what.to_lowercase();
        let is_shared = |first: &FigurePoint<'_>| is_toll(&what) && first.figure.unit.eq_ignore_ascii_case(&point.figure.unit);
        let belongs = |series: &FigureSeries, first: &FigurePoint<'_>| {
            series.what == what && first.year == point.year && is_shared(first)
                || series.what == what
                    && first.year == point.year
                    && !is_toll(&what)
                    && same_giver(&series.source_name, source)
                    && (source != NARRATOR || first.outlet == point.outlet)
        };
        let next = SeriesPoint { at, step: Step::First, before: None };
        match out.iter_mut().find(|(series, first)| belongs(series, first)) {
            Some((series, _)) => series.points.push(next),
            None => out.push((FigureSeries { what, source_name: source.to_owned(), points: vec![next] }, point)),
        }
    }
    let mut series: Vec<FigureSeries> = out.into_iter().map(|(series, _)| series).collect();
    series.iter_mut().for_each(|series| follow(points, series));
    series
}

/// Gives every value of the series its step, version by version.
fn follow(points: &[FigurePoint<'_>], series: &mut FigureSeries) {
    let given: Vec<usize> = series.points.iter().map(|point| point.at).collect();
    let version = |at: usize| (points[at].report, points[at].version);
    let is_one_giver = |before: usize, at: usize| same_giver(points[before].giver(), points[at].giver());
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
                    let before = elsewhere.last().copied();
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

fn same_giver(left: &str, right: &str) -> bool {
    key(left) == key(right)
        || (left != NARRATOR && right != NARRATOR && left.contains(':') && right.contains(':') && alike_names(left, right))
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
