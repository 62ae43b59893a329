//! `figures`: each quantity through the versions, by who gives it, with steps that somebody should check.

use serde_json::json;

use super::{NARRATOR, Scope, count, object, rfc3339, time};
use crate::report::{Align, Cell, Column, Listing, Mark, Rich};
use crate::store::{SnapshotInfo, StoreError, StoredFigure};
use crate::track::{FigurePoint, FigureSeries, Step, figure_series};

const COLUMNS: &[Column] = &[
    Column::text("what"),
    Column::text("who"),
    Column::text("outlet"),
    Column::name("version"),
    Column::spare("seen", Align::Left),
    Column::text("figure"),
    Column::text("step"),
];

/// Series of figures, those first that have a step to check, then those that changed, else in the order in which they begin; within a series the versions in the order of their times.
///
/// # Errors
/// Whatever the store refuses.
pub fn figures(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let mut found: Vec<(&SnapshotInfo, StoredFigure)> = Vec::new();
    for stored in scope.store.figures(scope.story)? {
        if let Some(info) = scope.info(stored.snapshot) {
            found.push((info, stored));
        }
    }
    found.sort_by(|(left, one), (right, other)| {
        let place = |info: &SnapshotInfo, stored: &StoredFigure| (info.seen_at(), info.reference.clone(), stored.found.evidence.span);
        place(left, one).cmp(&place(right, other))
    });
    let points: Vec<FigurePoint<'_>> = found
        .iter()
        .map(|(info, stored)| FigurePoint { figure: &stored.found, outlet: &info.outlet, report: info.report_id.0, version: info.ordinal })
        .collect();
    let mut series = figure_series(&points);
    series.iter_mut().for_each(|one| check_tolls(&found, one));
    series.sort_by_key(|one| std::cmp::Reverse(one.points.iter().map(|point| weight(point.step)).max()));
    let mut listing = Listing::new("figure", COLUMNS);
    for (number, one) in series.iter().enumerate() {
        push(&mut listing, &found, number, one);
    }
    let steps = |wanted: &[Step]| series.iter().flat_map(|one| &one.points).filter(|point| wanted.contains(&point.step)).count();
    let differing = match steps(&[Step::Differs]) {
        0 => String::new(),
        1 => ", 1 differs from another report".to_owned(),
        differing => format!(", {differing} differ from another report"),
    };
    let to_check = count(steps(&[Step::Fell, Step::OtherUnit]), "step");
    listing.footer.push(format!("{} in {} series{differing}, {to_check} to check", count(found.len(), "figure"), series.len()));
    Ok(listing)
}

/// What is counted once and for good, however many are found later.
const TOLLS: [&str; 2] = ["killed", "injured"];

/// A toll that a report lowers is a step to check, whether or not its words call it a total.
fn check_tolls(found: &[(&SnapshotInfo, StoredFigure)], series: &mut FigureSeries) {
    if !TOLLS.contains(&series.what.as_str()) {
        return;
    }
    let top = |at: usize| found[at].1.found.high.or(found[at].1.found.low);
    for point in series.points.iter_mut().filter(|point| point.step == Step::Changed) {
        let fell = point.before.and_then(top).zip(top(point.at)).is_some_and(|(old, new)| new < old);
        point.step = if fell { Step::Fell } else { point.step };
    }
}

fn push(listing: &mut Listing, found: &[(&SnapshotInfo, StoredFigure)], number: usize, series: &FigureSeries) {
    for point in &series.points {
        let (info, stored) = &found[point.at];
        let figure = &stored.found;
        let words = figure.quantity();
        let is_changed = !matches!(point.step, Step::First | Step::Same);
        let shown = Rich::new().with(if is_changed { Mark::Strong } else { Mark::Plain }, words.as_str());
        let mut row = object("figure", info, figure, "");
        row["series"] = number.into();
        row["outlet"] = info.outlet.as_str().into();
        row["seen"] = rfc3339(info.seen_at()).into();
        row["step"] = json!(name(point.step));
        let cells: Vec<Cell> = vec![
            figure.what.as_str().into(),
            figure.source.as_ref().map_or(NARRATOR, |source| &source.name).into(),
            info.outlet.as_str().into(),
            info.reference.as_str().into(),
            time(info.seen_at()).into(),
            shown.into(),
            told(point.step, point.before.map(|before| &found[before])).into(),
        ];
        listing.push(cells, row);
    }
}

/// How much a step asks for attention.
fn weight(step: Step) -> u8 {
    match step {
        Step::First | Step::Same => 0,
        Step::Changed | Step::Differs => 1,
        Step::Fell | Step::OtherUnit => 2,
    }
}

fn name(step: Step) -> &'static str {
    match step {
        Step::First => "first",
        Step::Same => "same",
        Step::Changed => "changed",
        Step::Differs => "differs",
        Step::Fell => "total fell",
        Step::OtherUnit => "other unit",
    }
}

/// A step for readers, with what it is held against.
fn told(step: Step, before: Option<&(&SnapshotInfo, StoredFigure)>) -> String {
    let was = before.map(|(_, stored)| format!("was {}", stored.found.quantity())).unwrap_or_default();
    match step {
        Step::First => "first seen".to_owned(),
        Step::Same => String::new(),
        Step::Changed => was,
        Step::Differs => before.map(|(info, stored)| format!("{} in {}", stored.found.quantity(), info.reference)).unwrap_or_default(),
        Step::Fell => format!("{was}: a total that falls"),
        Step::OtherUnit => format!("{was}: another unit"),
    }
}
