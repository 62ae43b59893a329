//! Every figure that the outlets of a comparison print.

use rustc_hash::{FxHashMap, FxHashSet};

use super::finding::OutletFinding;
use super::values::{FAR, PEOPLE, allowed, excludes, sort};
use crate::model::Figure;
use crate::track::read::features::{NARRATOR, Voice};
use crate::track::read::names::key;

/// Every figure that the outlets print, by what it counts in which unit.
pub(super) struct Printed<'f> {
    figures: FxHashMap<(String, String), Vec<(&'f str, &'f Figure)>>,
    /// What stands in a proposition of its own.
    listed: FxHashSet<(String, String)>,
    /// What each outlet gives of a sort; `None` where it gives several numbers.
    single: FxHashMap<(&'f str, (String, String)), Option<String>>,
}

impl<'f> Printed<'f> {
    pub(super) fn of(findings: &'f [OutletFinding]) -> Self {
        let mut out = Printed { figures: FxHashMap::default(), listed: FxHashSet::default(), single: FxHashMap::default() };
        for finding in findings {
            for figure in finding.figures() {
                out.figures.entry(sort(figure)).or_default().push((&finding.outlet, figure));
                let value = allowed(figure);
                let known = out.single.entry((&finding.outlet, sort(figure))).or_insert_with(|| Some(value.clone()));
                known.take_if(|known| *known != value);
                if finding.figure().is_some() && finding.thing().is_none() {
                    out.listed.insert(sort(figure));
                }
            }
        }
        out
    }

    /// The outlet prints this value, or one that it does not exclude.
    pub(super) fn has(&self, outlet: &str, value: &Figure) -> bool {
        let own = self.figures.get(&sort(value)).into_iter().flatten().filter(|(printer, _)| *printer == outlet);
        own.into_iter().any(|(_, figure)| !excludes(figure, value))
    }

    /// What a claim counts for its source, where it gives one number and its outlet no other of the sort: what, in which unit, by whom.
    pub(super) fn only_count(&self, finding: &OutletFinding) -> Option<((String, String), String)> {
        let [figure] = finding.figures() else { return None };
        // "8 km", "6%": of nothing that stands here by a name.
        let is_counted = figure.unit == figure.what || figure.unit == PEOPLE && figure.what != PEOPLE;
        let is_only = || self.single.get(&(finding.outlet.as_str(), sort(figure))).is_some_and(Option::is_some);
        let is_said = finding.source_name() != NARRATOR && Voice::of(finding.act()) == Voice::Says;
        (is_counted && is_said && is_only()).then(|| (sort(figure), key(finding.source_name())))
    }

    /// Their figures are of two outlets, and not so far apart that they count something else.
    pub(super) fn are_near(&self, one: &OutletFinding, other: &OutletFinding) -> bool {
        let low = |finding: &OutletFinding| finding.figures().first().and_then(|figure| figure.low);
        let are_near = |(one, other): (f64, f64)| one.max(other) <= FAR * one.min(other);
        one.outlet != other.outlet && low(one).zip(low(other)).is_some_and(are_near)
    }

    /// The outlets' figures of this sort stand in a proposition of their own.
    pub(super) fn is_listed(&self, figure: &Figure) -> bool {
        self.listed.contains(&sort(figure))
    }
}
