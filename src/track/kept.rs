//! What happened to a thread that stands in both versions: its figure, target, names, quotation and force, and failing all these its
//! words.
//!
//! Known failure: a claim is compared with one other, so two sentences merged into one with words of their own are told once.

use super::Reported;
use super::features::Said;
use super::figures::Counted;
use super::names;
use super::pairing::{self, Pair};
use super::wording::compare;
use super::words::Word;
use crate::lexicon::wording::wording;
use crate::model::ChangeKind;

/// One thing that happened to a thread.
pub(super) struct Told {
    pub(super) kind: ChangeKind,
    /// What to show instead of the evidence.
    pub(super) values: Option<(String, String)>,
    /// The words of a fact that were put for others, in small letters.
    pub(super) mended: Option<(String, String)>,
    pub(super) why: String,
    /// What it weighs beside its kind.
    pub(super) extra: f64,
}

/// What other words weigh more where a "not" among them came or went.
const NEGATION: f64 = 0.5;
/// Least likeness at which a negation that came or went turns the claim round instead of making it another.
const TURNED: f64 = 0.7;

/// The figures of the later version that changed, by their indices, and all that happened to the pair.
pub(super) fn changes(pair: &Pair, before: &Reported, after: &Reported) -> (Vec<usize>, Vec<Told>) {
    let (from, to) = (&before.said[pair.from], &after.said[pair.to]);
    let difference = compare(from, to);
    let figures = figures(from, to, before, after);
    let mut out = Vec::new();
    let tell = |out: &mut Vec<Told>, kind, values, why: String| out.push(Told { kind, values, mended: None, why, extra: 0.0 });
    let counted = figures.iter().map(|(_, old, new)| (old, new));
    for (old, new) in counted.chain(difference.number.as_ref().filter(|_| figures.is_empty()).map(|(old, new)| (old, new))) {
        tell(&mut out, ChangeKind::FigureChanged, Some((old.clone(), new.clone())), format!("{old} became {new}"));
    }
    let slips = [
        (&from.source_key, &to.source_key, &from.source_name, &to.source_name),
        (&from.target_key, &to.target_key, &from.target_name, &to.target_name),
    ];
    let slip = slips.into_iter().find(|(old, new, ..)| names::is_slip(old, new));
    let slip = slip.or_else(|| pairing::is_renamed(from, to).then_some(slips[0]));
    if let Some((_, _, old, new)) = slip {
        let (old, new) = names::mended(old, new);
        let why = format!("{old} became {new}");
        out.push(Told { kind: ChangeKind::Corrected, mended: Some(in_small(&old, &new)), values: Some((old, new)), why, extra: 0.0 });
    } else if target_differs(from, to) {
        tell(&mut out, ChangeKind::TargetChanged, None, format!("aimed at {} before, at {} now", from.target_name, to.target_name));
    }
    if let Some((old, new)) = difference.fact.as_ref().filter(|_| slip.is_none()) {
        let (mended, why) = (Some(in_small(old, new)), format!("{old} became {new}"));
        out.push(Told { kind: ChangeKind::Corrected, values: None, mended, why, extra: 0.0 });
    }
    if let Some((old, new)) = standing(from, to) {
        let (mended, why) = (Some(in_small(&old, &new)), format!("{old} became {new}"));
        out.push(Told { kind: ChangeKind::Corrected, values: Some((old, new)), mended, why, extra: 0.0 });
    }
    if difference.quote {
        tell(&mut out, ChangeKind::QuoteChanged, None, "words inside the quotation marks differ".to_owned());
    }
    let is_turned = from.is_negated != to.is_negated && pair.likeness > TURNED && difference.words && difference.negation;
    if difference.force != 0 && !is_turned {
        let kind = if difference.force > 0 { ChangeKind::Strengthened } else { ChangeKind::Softened };
        tell(&mut out, kind, None, difference.force_words.clone());
    }
    if is_turned {
        tell(&mut out, ChangeKind::ActChanged, None, "what was affirmed is negated, or the reverse".to_owned());
    }
    if difference.words && out.is_empty() {
        let (why, extra) = match difference.negation {
            true => ("other words, among which a negation came or went", NEGATION),
            false => ("other words", 0.0),
        };
        out.push(Told { kind: ChangeKind::Reworded, values: None, mended: None, why: why.to_owned(), extra });
    }
    (figures.into_iter().map(|(at, ..)| at).collect(), out)
}

/// Words of an office that are shown.
const OFFICE: usize = 4;

/// "deputy coroner" that became "coroner", or the reverse, in the words that name the source: how an office is held.
fn standing(from: &Said, to: &Said) -> Option<(String, String)> {
    if from.is_unaltered(to) {
        return None;
    }
    let dropped = |one: &Said, other: &Said| {
        let at = one.words.iter().position(|word| word.is_mention && wording(&word.form.to_lowercase()).standing)?;
        let office: Vec<&Word> =
            one.words[at..].iter().take(OFFICE).take_while(|word| word.is_mention && !word.is_name && !word.is_function).collect();
        let (held, post) = office.split_first().filter(|(_, post)| !post.is_empty())?;
        let stays = |words: &[Word]| words.iter().zip(post).all(|(word, own)| word.stem == own.stem);
        let is_there = other.context().windows(post.len()).any(stays) && other.context().iter().all(|word| word.stem != held.stem);
        let shown = |words: &[&Word]| words.iter().map(|word| &*word.form).collect::<Vec<_>>().join(" ");
        is_there.then(|| (shown(&office), shown(post)))
    };
    dropped(from, to).or_else(|| dropped(to, from).map(|(new, old)| (old, new)))
}

/// The key by which a mended fact is known again.
pub(super) fn in_small(old: &str, new: &str) -> (String, String) {
    (old.to_lowercase(), new.to_lowercase())
}

/// The figures inside two wordings that changed: the index of each in the later version, and both values.
fn figures(from: &Said, to: &Said, before: &Reported, after: &Reported) -> Vec<(usize, String, String)> {
    let inside = |figure: &Counted, said: &Said| figure.evidence.overlaps(said.evidence);
    let changed = |(at, new): (usize, &Counted)| {
        let mut series = before.figures.iter().filter(|old| inside(old, from) && old.same_series(new));
        let first = series.next()?;
        (!first.same_value(new) && series.all(|old| !old.same_value(new))).then(|| (at, first.shown.clone(), new.shown.clone()))
    };
    let mut out: Vec<(usize, String, String)> =
        after.figures.iter().enumerate().filter(|(_, figure)| inside(figure, to)).filter_map(changed).collect();
    out.dedup_by(|right, left| (&right.1, &right.2) == (&left.1, &left.2));
    out
}

fn target_differs(from: &Said, to: &Said) -> bool {
    let named = |said: &Said| !said.target_key.is_empty() && !said.target_is_vague && said.target_is_own;
    let other_words = from.target_text.is_empty() || from.target_text != to.target_text;
    let is_name = |said: &Said| said.target_name.starts_with(char::is_uppercase);
    let short = is_name(from) && is_name(to) && names::is_short_for(&from.target_key, &to.target_key);
    named(from) && named(to) && from.target_key != to.target_key && other_words && !short
}
