//! `figures`: each quantity through the versions, by who gives it, with steps that somebody should check; a value that stands unchanged is
//! one row with its first and last version.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde_json::json;

use super::{Plainest, Scope, count, object, rfc3339, time};
use crate::model::{ActorKind, Figure, Mention};
use crate::report::{Align, Cell, Column, Listing, Mark, Rich};
use crate::store::{ReportId, SnapshotInfo, StoreError, StoredFigure};
use crate::track::{FigurePoint, FigureSeries, PastEvents, SeriesPoint, Step, figure_series, is_harm, is_toll};

const COLUMNS: &[Column] = &[
    Column::text("what"),
    Column::text("who"),
    Column::spare("outlet", Align::Left),
    Column::name("version"),
    Column::spare("seen", Align::Left),
    Column::text("figure"),
    Column::text("step"),
];

/// Columns for programs.
const FIELDS: &[&str] = &[
    "id",
    "snapshot",
    "outlet",
    "seen",
    "what",
    "low",
    "high",
    "qualifier",
    "unit",
    "cumulative",
    "source.name",
    "series",
    "step",
    "year",
    "evidence.span",
    "doc",
];

/// Series of figures as rows, one for as long as a value stands, and as the objects of the contract, one for each figure: those first
/// that have a step to check, then those that changed, else in the order in which they begin; within a series the versions in the order
/// of their times.
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
        left.in_story().cmp(&right.in_story()).then(one.found.evidence.span.cmp(&other.found.evidence.span))
    });
    let years = years(scope, &found)?;
    let figures = by_full_names(scope, &found)?;
    let mut points: Vec<FigurePoint<'_>> = Vec::with_capacity(found.len());
    for (((info, _), figure), year) in found.iter().zip(&figures).zip(&years) {
        points.push(FigurePoint { figure, outlet: &info.outlet, report: info.report_id.0, version: info.ordinal, year: *year });
    }
    let mut series = figure_series(&points);
    series.iter_mut().for_each(|one| check_tolls(&found, one));
    series.sort_by_key(|one| std::cmp::Reverse(one.points.iter().map(|point| weight(point.step)).max()));
    let names = Plainest::of(found.iter().map(|(_, stored)| stored.found.source_name()));
    let read = Read { found: &found, years: &years, names: &names };
    let mut listing = Listing::new("figure", COLUMNS).with_fields(FIELDS);
    let mut objects = Vec::new();
    for (number, one) in series.iter().enumerate() {
        objects.extend(one.points.iter().map(|point| read.object(number, point)));
        for stand in read.stands(one) {
            listing.push(read.cells(&stand), read.object(number, stand.first));
        }
    }
    let steps = |wanted: &[Step]| series.iter().flat_map(|one| &one.points).filter(|point| wanted.contains(&point.step)).count();
    let differing = match steps(&[Step::Differs]) {
        0 => String::new(),
        1 => ", 1 differs from another report".to_owned(),
        differing => format!(", {differing} differ from another report"),
    };
    let to_check = count(steps(&[Step::Fell, Step::OtherUnit]), "step");
    listing.footer.push(format!("{} in {} series{differing}, {to_check} to check", count(found.len(), "figure"), series.len()));
    listing.objects = Some(objects);
    Ok(listing)
}

/// The earlier year of each figure that belongs to a past event.
fn years(scope: &Scope<'_>, found: &[(&SnapshotInfo, StoredFigure)]) -> Result<Vec<Option<i32>>, StoreError> {
    let mut out = Vec::with_capacity(found.len());
    for version in found.chunk_by(|(left, _), (right, _)| left.id == right.id) {
        let text = scope.store.text(version[0].0.id)?;
        let past = PastEvents::of(&text, version[0].0.seen_at());
        out.extend(version.iter().map(|(_, stored)| past.year_of(&stored.found).filter(|_| is_toll(&stored.found.what))));
    }
    Ok(out)
}

/// The figures, those of a person who is called by a surname alone (“Ms Marsh”) under the full name that the story has for it elsewhere,
/// where it has no other that ends so.
fn by_full_names<'f>(scope: &Scope<'_>, found: &'f [(&SnapshotInfo, StoredFigure)]) -> Result<Vec<Cow<'f, Figure>>, StoreError> {
    let threads = scope.store.threads(scope.story)?;
    let names = threads.iter().map(|thread| &*thread.source_name).chain(found.iter().map(|(_, stored)| stored.found.source_name()));
    let mut full: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for name in names {
        let Some((_, surname)) = name.rsplit_once(' ') else { continue };
        let known = full.entry(surname).or_insert(Some(name));
        *known = known.filter(|known| *known == name);
    }
    let named = |figure: &'f Figure| {
        let source = figure.source.as_ref().filter(|source| source.kind == ActorKind::Person);
        let Some(name) = source.and_then(|source| *full.get(&*source.name)?) else { return Cow::Borrowed(figure) };
        let source = source.map(|source| Mention { name: name.to_owned(), ..source.clone() });
        Cow::Owned(Figure { source, ..figure.clone() })
    };
    Ok(found.iter().map(|(_, stored)| named(&stored.found)).collect())
}

/// A toll that a report lowers is a step to check, whether or not its words call it a total.
fn check_tolls(found: &[(&SnapshotInfo, StoredFigure)], series: &mut FigureSeries) {
    if !is_harm(&series.what) {
        return;
    }
    let top = |at: usize| found[at].1.found.high.or(found[at].1.found.low);
    for point in series.points.iter_mut().filter(|point| point.step == Step::Changed) {
        let giver = |at: usize| found[at].1.found.source.as_ref().map(|source| &source.name);
        let is_one = point.before.is_some_and(|before| giver(before) == giver(point.at));
        let fell = is_one && point.before.and_then(top).zip(top(point.at)).is_some_and(|(old, new)| new < old);
        point.step = if fell { Step::Fell } else { point.step };
    }
}

/// A value for as long as it stands in one report.
struct Stand<'s> {
    first: &'s SeriesPoint,
    /// Where it stands last.
    last: usize,
    who: Vec<&'s str>,
}

/// What rows are made of: the figures in the order in which series point at them.
struct Read<'r> {
    found: &'r [(&'r SnapshotInfo, StoredFigure)],
    /// The earlier year of each that belongs to a past event.
    years: &'r [Option<i32>],
    names: &'r Plainest<'r>,
}

impl<'r> Read<'r> {
    /// The values of a series, one for as long as it stands.
    fn stands(&self, series: &'r FigureSeries) -> Vec<Stand<'r>> {
        let mut out: Vec<Stand<'_>> = Vec::new();
        let mut newest: FxHashMap<(ReportId, String), usize> = FxHashMap::default();
        for point in &series.points {
            let (info, stored) = &self.found[point.at];
            let who = self.names.shown(stored.found.source_name());
            let key = (info.report_id, stored.found.quantity());
            let follows = |last: &SnapshotInfo| last.ordinal == info.ordinal || last.ordinal.saturating_add(1) == info.ordinal;
            match newest.get(&key).filter(|at| follows(self.found[out[**at].last].0)).copied() {
                Some(at) => {
                    let stand = &mut out[at];
                    stand.last = point.at;
                    if !stand.who.contains(&who) {
                        stand.who.push(who);
                    }
                }
                None => {
                    newest.insert(key, out.len());
                    out.push(Stand { first: point, last: point.at, who: vec![who] });
                }
            }
        }
        out
    }

    /// The figure at a point of the series with this number, as the contract has it.
    fn object(&self, series: usize, point: &SeriesPoint) -> serde_json::Value {
        let (info, stored) = &self.found[point.at];
        let mut row = object("figure", info, &stored.found, "");
        row["series"] = series.into();
        row["seen"] = rfc3339(info.seen_at()).into();
        row["step"] = json!(name(point.step));
        if let Some(year) = self.years[point.at] {
            row["year"] = year.into();
        }
        row
    }

    fn cells(&self, stand: &Stand<'_>) -> Vec<Cell> {
        let (info, stored) = &self.found[stand.first.at];
        let figure = &stored.found;
        let is_changed = !matches!(stand.first.step, Step::First | Step::Same);
        let shown = Rich::new().with(if is_changed { Mark::Strong } else { Mark::Plain }, figure.quantity());
        let versions = info.up_to(self.found[stand.last].0.ordinal);
        let what = self.years[stand.first.at].map_or_else(|| figure.what.clone(), |year| format!("{} ({year})", figure.what));
        vec![
            what.into(),
            stand.who.join(", ").into(),
            info.outlet.as_str().into(),
            versions.into(),
            time(info.seen_at()).into(),
            shown.into(),
            told(stand.first.step, stand.first.before.map(|before| &self.found[before])).into(),
        ]
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
