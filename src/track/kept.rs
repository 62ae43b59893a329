//! What happened to a thread that stands in both versions: its figure, target, names, quotation and force, and failing all these its
//! words.
//!
//! Known failure: a claim is compared with one other, so two sentences merged into one with words of their own are told once.

use super::Reported;
use super::features::{self, Said};
use super::figures::Counted;
use super::pairing::Pair;
use super::wording;
use crate::model::ChangeKind;

/// One thing that happened to a thread.
pub(super) struct Told {
    pub(super) kind: ChangeKind,
    /// What to show instead of the evidence.
    pub(super) values: Option<(String, String)>,
    pub(super) why: String,
}

/// Least likeness at which a negation that came or went turns the claim round instead of making it another.
const TURNED: f64 = 0.7;

/// The figure of the later version that changed, by its index, and all that happened to the pair.
pub(super) fn changes(pair: &Pair, before: &Reported, after: &Reported) -> (Option<usize>, Vec<Told>) {
    let (from, to) = (&before.said[pair.from], &after.said[pair.to]);
    let difference = wording::compare(from, to);
    let figure = figure(from, to, before, after);
    let mut out = Vec::new();
    let mut tell = |kind, values, why: String| out.push(Told { kind, values, why });
    if let Some((old, new)) = figure.as_ref().map(|(_, old, new)| (old, new)).or(difference.number.as_ref().map(|(old, new)| (old, new))) {
        tell(ChangeKind::FigureChanged, Some((old.clone(), new.clone())), format!("{old} became {new}"));
    }
    let slips = [
        (&from.source_key, &to.source_key, &from.source_name, &to.source_name),
        (&from.target_key, &to.target_key, &from.target_name, &to.target_name),
    ];
    let slip = slips.into_iter().find(|(old, new, ..)| features::is_slip(old, new));
    if let Some((_, _, old, new)) = slip {
        let (old, new) = features::mended(old, new);
        tell(ChangeKind::Corrected, Some((old.clone(), new.clone())), format!("{old} became {new}"));
    } else if target_differs(from, to) {
        tell(ChangeKind::TargetChanged, None, format!("aimed at {} before, at {} now", from.target_name, to.target_name));
    }
    if let Some((old, new)) = difference.fact.as_ref().filter(|_| slip.is_none()) {
        tell(ChangeKind::Corrected, None, format!("{old} became {new}"));
    }
    if difference.quote {
        tell(ChangeKind::QuoteChanged, None, "words inside the quotation marks differ".to_owned());
    }
    let is_turned = from.is_negated != to.is_negated && pair.likeness > TURNED && difference.words;
    if difference.force != 0 && !is_turned {
        let kind = if difference.force > 0 { ChangeKind::Strengthened } else { ChangeKind::Softened };
        tell(kind, None, difference.force_words.clone());
    }
    if is_turned {
        tell(ChangeKind::ActChanged, None, "what was affirmed is negated, or the reverse".to_owned());
    }
    if difference.words && out.is_empty() {
        out.push(Told { kind: ChangeKind::Reworded, values: None, why: "other words".to_owned() });
    }
    (figure.map(|(at, ..)| at), out)
}

/// The first figure inside two wordings that changed: its index in the later version, and both values.
fn figure(from: &Said, to: &Said, before: &Reported, after: &Reported) -> Option<(usize, String, String)> {
    let inside = |figure: &Counted, said: &Said| figure.evidence.overlaps(said.evidence);
    for (at, new) in after.figures.iter().enumerate().filter(|(_, figure)| inside(figure, to)) {
        let mut series = before.figures.iter().filter(|old| inside(old, from) && old.same_series(new));
        let Some(first) = series.next() else { continue };
        if !first.same_value(new) && series.all(|old| !old.same_value(new)) {
            return Some((at, first.shown.clone(), new.shown.clone()));
        }
    }
    None
}

fn target_differs(from: &Said, to: &Said) -> bool {
    let named = |said: &Said| !said.target_key.is_empty() && !said.target_is_vague;
    let other_words = from.target_text.is_empty() || from.target_text != to.target_text;
    named(from) && named(to) && from.target_key != to.target_key && other_words
}
