//! Figures that changed and of which no claim's entry speaks. The outlet's own voice counts, too.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::Draft;
use super::entries::{Entries, OF_FACTS};
use crate::lexicon::casualties;
use crate::model::ChangeKind;
use crate::track::read::Reading;
use crate::track::read::features;
use crate::track::read::figures::Counted;

/// Least likeness of the sentences of two figures of one series.
const SAME_FIGURE: f64 = 0.5;

/// The figures that went on with another value, each with the one that it goes on from, as indices into the earlier and the later
/// version's.
pub(super) fn gone_on(before: &Reading, after: &Reading) -> Vec<(usize, usize)> {
    let (old_values, new_values) = (Values::of(&before.figures), Values::of(&after.figures));
    let mut gone: FxHashMap<&str, Vec<(usize, &Counted)>> = FxHashMap::default();
    for (at, old) in before.figures.iter().enumerate().filter(|(_, old)| !new_values.have(old)) {
        gone.entry(&old.what).or_default().push((at, old));
    }
    let come = after.figures.iter().enumerate().filter(|(_, new)| !old_values.have(new));
    let mut alike = Alike::default();
    let pairs = come.filter_map(|(at, new)| Some((closest(gone.get(new.what.as_str())?, new, &mut alike)?, at)));
    pairs.filter(|(old, new)| !before.figures[*old].same_value(&after.figures[*new])).collect()
}

/// Figures that went on with another value.
pub(super) fn figures(before: &Reading, after: &Reading, gone_on: &[(usize, usize)], entries: &mut Entries) {
    for (old, at) in gone_on {
        let (old, new) = (&before.figures[*old], &after.figures[*at]);
        // The headline's figure is the body's, in round numbers or not.
        let is_told_below = || new.in_headline && entries.figures().iter().any(|other| after.figures[*other].same_series(new));
        if entries.figures().contains(at) {
            continue;
        }
        if is_told_below() {
            entries.take_figures([*at]);
            continue;
        }
        let (was, is) = (old.shown.clone(), new.shown.clone());
        if entries.account_for(OF_FACTS, old.evidence, new.evidence)
            || !entries.are_new_values((was.clone(), is.clone()), None, |_, _| false)
        {
            continue;
        }
        let why = format!("{}: {was} became {is}", new.what);
        let mut draft = Draft::loose(ChangeKind::FigureChanged, old.evidence, new.evidence, (was, is), why);
        draft.of = Some(new.what.clone());
        draft.source_name = new.source_name.clone();
        draft.extra = if new.in_headline { HEADLINE } else { 0.0 };
        entries.push(draft);
    }
}

/// Tolls that went on in other words, where it is plain which one did: all that are gone say one number, and no other entry tells what
/// became of it.
pub(super) fn tolls(before: &Reading, after: &Reading, entries: &mut Entries) {
    let (old_values, new_values) = (Values::of(&before.figures), Values::of(&after.figures));
    let mut done: FxHashSet<(&str, &str)> = FxHashSet::default();
    for new in after.figures.iter().filter(|new| casualties::is_toll(&new.what) && !old_values.have(new)) {
        if !done.insert((&new.what, &new.unit)) {
            continue;
        }
        let is_one = |other: &&Counted| other.what == new.what && other.unit == new.unit && other.low.is_some();
        let gone = || before.figures.iter().filter(is_one).filter(|old| !new_values.have(old)).take(LOOKED_AT);
        let come = || after.figures.iter().filter(is_one).filter(|new| !old_values.have(new)).take(LOOKED_AT);
        let is_told = entries.iter().any(|draft| {
            draft.kind == ChangeKind::FigureChanged
                && (come().any(|new| draft.is_to(new.evidence)) || gone().any(|old| draft.is_from(old.evidence)))
        });
        if is_told {
            continue;
        }
        let Some(old) = gone().next().filter(|old| gone().all(|other| other.low == old.low && other.high == old.high)) else { continue };
        // An exact number says more than one under a qualifier.
        let Some(new) = come().min_by_key(|new| !new.qualifier.is_empty()).filter(|new| new.low != old.low) else { continue };
        let (was, is) = (old.shown.clone(), new.shown.clone());
        let why = format!("{}: {was} became {is}", new.what);
        let mut draft = Draft::loose(ChangeKind::FigureChanged, old.evidence, new.evidence, (was, is), why);
        draft.of = Some(new.what.clone());
        draft.source_name = new.source_name.clone();
        entries.push(draft);
    }
}

/// Figures with what they count: "injured: 4 people".
pub(super) fn named(figures: &[&Counted]) -> String {
    figures.iter().map(|figure| format!("{}: {}", figure.what, figure.shown)).collect::<Vec<String>>().join("; ")
}

/// What figures count, each once.
pub(super) fn counted(figures: &[&Counted]) -> String {
    let mut out: Vec<&str> = figures.iter().map(|figure| &*figure.what).collect();
    out.dedup();
    out.join("; ")
}

/// What a headline adds to the weight.
const HEADLINE: f64 = 0.1;

/// The figures of a version by what they count and what they say.
struct Values<'f>(FxHashMap<(&'f str, [Option<u64>; 2]), Vec<&'f Counted>>);

impl<'f> Values<'f> {
    fn of(figures: &'f [Counted]) -> Self {
        let mut out: FxHashMap<_, Vec<&Counted>> = FxHashMap::default();
        for figure in figures {
            let alike = out.entry(Values::key(figure)).or_default();
            // Units and qualifiers are few.
            if !alike.iter().any(|other| other.unit == figure.unit && other.same_value(figure)) {
                alike.push(figure);
            }
        }
        Values(out)
    }

    fn key(figure: &Counted) -> (&str, [Option<u64>; 2]) {
        (&figure.what, [figure.low, figure.high].map(|value| value.map(f64::to_bits)))
    }

    /// A figure of the series says the same.
    fn have(&self, figure: &Counted) -> bool {
        let alike = self.0.get(&Values::key(figure));
        alike.is_some_and(|alike| alike.iter().any(|other| other.same_series(figure) && other.same_value(figure)))
    }
}

/// Figures of one sort that are looked at for the one that another goes on with.
const LOOKED_AT: usize = 128;

/// How alike sentences that hold figures are, each two of them compared once.
#[derive(Default)]
struct Alike(FxHashMap<[*const Rc<str>; 2], f64>);

impl Alike {
    fn of(&mut self, old: &Counted, new: &Counted) -> f64 {
        let of = || features::likeness(&old.stems, &new.stems, |_| 1.0);
        *self.0.entry([old.stems.as_ptr(), new.stems.as_ptr()]).or_insert_with(of)
    }
}

/// The figure that `new` goes on with, of those that are gone: of its series, in a sentence like its own.
fn closest(gone: &[(usize, &Counted)], new: &Counted, alike: &mut Alike) -> Option<usize> {
    let first = gone.partition_point(|(_, old)| old.evidence.start() < new.evidence.start());
    let near = &gone[first.saturating_sub(LOOKED_AT)..gone.len().min(first + LOOKED_AT)];
    let goes_on = |(_, old): &&(usize, &Counted)| old.same_series(new) && old.in_headline == new.in_headline;
    let mut best: Option<(usize, f64)> = None;
    for (at, old) in near.iter().filter(goes_on) {
        let same_source = if old.source_key == new.source_key { 0.1 } else { 0.0 };
        let likeness = alike.of(old, new) + same_source;
        if likeness >= SAME_FIGURE && best.is_none_or(|(_, most)| likeness > most) {
            best = Some((*at, likeness));
        }
    }
    best.map(|(at, _)| at)
}
