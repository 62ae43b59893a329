//! Figures and facts that changed where no claim stands, or that no claim's entry speaks of.
//!
//! The outlet's own voice counts, names and dates too, and a wrong name mended in a sentence without a speaker is as material as one
//! in a quotation.

use rustc_hash::FxHashSet;

use super::changes::{Draft, spoken_of};
use super::features::NARRATOR;
use super::figures::Counted;
use super::{Prior, Reported, Version, features};
use crate::diff::FactKind;
use crate::model::ChangeKind;
use crate::text::{CharIndex, CharSpan, Span};

/// Least likeness of the sentences of two figures of one series.
const SAME_FIGURE: f64 = 0.5;

/// Figures that went on with another value; `told` are those of the later version that an entry speaks of already.
pub(super) fn figures(before: &Reported, after: &Reported, told: &FxHashSet<usize>, drafts: &mut Vec<Draft>) {
    let is_figure = |draft: &&Draft| draft.kind == ChangeKind::FigureChanged;
    let mut values: FxHashSet<(String, String)> =
        drafts.iter().filter(is_figure).map(|draft| (draft.before.clone(), draft.after.clone())).collect();
    for (at, new) in after.figures.iter().enumerate() {
        if told.contains(&at) || before.figures.iter().any(|old| old.same_series(new) && old.same_value(new)) {
            continue;
        }
        let Some(old) = closest(&before.figures, &after.figures, new) else { continue };
        let (was, is) = (old.shown.clone(), new.shown.clone());
        if spoken_of(drafts, old.evidence, new.evidence) || !values.insert((was.clone(), is.clone())) {
            continue;
        }
        let why = format!("{}: {was} became {is}", new.what);
        let mut draft = Draft::loose(ChangeKind::FigureChanged, old.evidence, new.evidence, (was, is), why);
        draft.source_name = new.source_name.clone();
        draft.extra = if new.in_headline { HEADLINE } else { 0.0 };
        drafts.push(draft);
    }
}

/// What a headline adds to the weight.
const HEADLINE: f64 = 0.1;

/// The figure of the earlier version that `new` goes on with: of its series, in a sentence like its own, and gone from the later one.
fn closest<'f>(before: &'f [Counted], after: &[Counted], new: &Counted) -> Option<&'f Counted> {
    let still_there = |old: &Counted| after.iter().any(|other| other.same_series(old) && other.same_value(old));
    let goes_on = |old: &&Counted| old.same_series(new) && old.in_headline == new.in_headline && !still_there(old);
    let mut best: Option<(&Counted, f64)> = None;
    for old in before.iter().filter(goes_on) {
        let same_source = if old.source_key == new.source_key { 0.1 } else { 0.0 };
        let likeness = features::likeness(&old.stems, &new.stems, |_| 1.0) + same_source;
        if likeness >= SAME_FIGURE && best.is_none_or(|(_, most)| likeness > most) {
            best = Some((old, likeness));
        }
    }
    best.map(|(old, _)| old)
}

/// Names, dates, numbers and quotations that changed outside every claim. A claim's own are told with the claim.
pub(super) fn facts(before: &Reported, after: &Reported, version: &Version<'_>, prior: &Prior<'_>, drafts: &mut Vec<Draft>) {
    let (old_index, new_index) = (CharIndex::new(prior.document.text), CharIndex::new(version.document.text));
    let in_claim = |said: &[features::Said], span: CharSpan| said.iter().any(|said| said.evidence.overlaps(span));
    // A date mended in two places is one thing to be told.
    let mut told: FxHashSet<(String, String)> = FxHashSet::default();
    for fact in prior.facts {
        let (Some(old), Some(new)) = (fact.old, fact.new) else { continue };
        let Some(kind) = kind(fact.kind) else { continue };
        let (from, to) = (old_index.chars(old), new_index.chars(new));
        if in_claim(&before.said, from) || in_claim(&after.said, to) || spoken_of(drafts, from, to) || !is_reporting(version, new) {
            continue;
        }
        let (was, is) = (prior.document.slice(old).to_owned(), version.document.slice(new).to_owned());
        if matches!(fact.kind, FactKind::Name | FactKind::Title) && features::is_short_for(&was, &is) {
            continue;
        }
        if !told.insert((was.clone(), is.clone())) {
            continue;
        }
        let why = format!("{}: “{was}” became “{is}”", fact.kind.as_str());
        drafts.push(Draft::loose(kind, from, to, (was, is), why));
    }
}

/// What a changed fact is told as; `None` for those that say nothing apart from a claim.
fn kind(fact: FactKind) -> Option<ChangeKind> {
    match fact {
        FactKind::Number => Some(ChangeKind::FigureChanged),
        FactKind::Date | FactKind::Name | FactKind::Title | FactKind::Place => Some(ChangeKind::Corrected),
        FactKind::Quote => Some(ChangeKind::QuoteChanged),
        FactKind::Modality | FactKind::Negation | FactKind::Attribution => None,
    }
}

fn is_reporting(version: &Version<'_>, span: Span) -> bool {
    let document = version.document;
    let sentence = document.sentence_at(span.start());
    sentence.is_some_and(|at| document.segment_of(at).kind.is_reporting())
}

impl Draft {
    /// An entry on no claim.
    fn loose(kind: ChangeKind, from: CharSpan, to: CharSpan, (before, after): (String, String), why: String) -> Draft {
        Draft {
            kind,
            from: None,
            to: None,
            thread: None,
            source_name: NARRATOR.to_owned(),
            evidence_from: Some(from),
            evidence_to: Some(to),
            before,
            after,
            why,
            extra: 0.0,
        }
    }
}
