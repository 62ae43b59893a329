//! What happened to a thread that stands in both versions: its figure, target, names, quotation and force, and failing all these its
//! words.
//!
//! Known failure: a claim is compared with one other, so two sentences merged into one with words of their own are told once.

use super::Reported;
use super::aliases;
use super::clauses;
use super::features::Said;
use super::figures::Counted;
use super::names;
use super::pairing::{self, Pair};
use super::wording::compare;
use super::words::Word;
use crate::lexicon::casualties;
use crate::lexicon::wording::wording;
use crate::model::ChangeKind;
use crate::text::Span;

/// One thing that happened to a thread.
pub(super) struct Told {
    pub(super) kind: ChangeKind,
    /// What to show instead of the evidence.
    pub(super) values: Option<(String, String)>,
    /// The words of a fact that were put for others, in small letters.
    pub(super) mended: Option<(String, String)>,
    pub(super) why: String,
    /// It is a toll of people that changed.
    pub(super) is_toll: bool,
    /// What it weighs beside its kind.
    pub(super) extra: f64,
    /// Where the clause stands that came or went, in the version that has it.
    pub(super) clause: Option<Span>,
}

impl Told {
    fn plain(kind: ChangeKind, why: String) -> Told {
        Told { kind, values: None, mended: None, is_toll: false, why, extra: 0.0, clause: None }
    }
}

/// What other words weigh more where a "not" among them came or went.
const NEGATION: f64 = 0.5;
/// Least likeness at which a negation that came or went turns the claim round instead of making it another.
const TURNED: f64 = 0.7;

/// The figures of the later version that changed, by their indices, and all that happened to the pair.
pub(super) fn changes(pair: &Pair, before: &Reported, after: &Reported) -> (Vec<usize>, Vec<Told>) {
    let (from, to) = (&before.said[pair.from], &after.said[pair.to]);
    let (gone, come) = (clauses::without_pair(from, to), clauses::without_pair(to, from));
    let (rest, now) = (gone.as_ref().map_or(from, |clause| &clause.rest), come.as_ref().map_or(to, |clause| &clause.rest));
    let difference = compare(rest, now);
    let figures = figures(from, to, before, after);
    let mut out = Vec::new();
    let tell = |out: &mut Vec<Told>, kind, why: String| out.push(Told::plain(kind, why));
    let mended = |old: &str, new: &str, why: String| Told { mended: Some(in_small(old, new)), ..Told::plain(ChangeKind::Corrected, why) };
    let is_toll = |at: usize| casualties::is_toll(&after.figures[at].what);
    let counted = figures.iter().map(|(at, old, new)| (old, new, is_toll(*at)));
    let number = difference.number.as_ref().filter(|_| figures.is_empty()).map(|(old, new)| (old, new, false));
    for (old, new, is_toll) in counted.chain(number) {
        let (why, values) = (format!("{old} became {new}"), Some((old.clone(), new.clone())));
        out.push(Told { values, is_toll, ..Told::plain(ChangeKind::FigureChanged, why) });
    }
    let clauses = [(gone, ChangeKind::Dropped, "a clause is absent from this version"), (come, ChangeKind::Added, "a clause is new")];
    for (clause, kind, why) in clauses {
        out.extend(clause.map(|clause| Told { clause: Some(clause.place), ..Told::plain(kind, why.to_owned()) }));
    }
    if let Some((old, new)) = &difference.age {
        let (why, values) = (format!("the age {old} became {new}"), Some((old.clone(), new.clone())));
        out.push(Told { values, ..mended(old, new, why) });
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
        out.push(Told { values: Some((old.clone(), new.clone())), ..mended(&old, &new, why) });
    } else if target_differs(from, to) {
        tell(&mut out, ChangeKind::TargetChanged, format!("aimed at {} before, at {} now", from.target_name, to.target_name));
    }
    if let Some((old, new)) = difference.fact.as_ref().filter(|_| slip.is_none()) {
        out.push(mended(old, new, format!("{old} became {new}")));
    }
    if let Some((old, new)) = standing(from, to) {
        let told = mended(&old, &new, format!("{old} became {new}"));
        out.push(Told { values: Some((old, new)), ..told });
    }
    if difference.quote {
        tell(&mut out, ChangeKind::QuoteChanged, "words inside the quotation marks differ".to_owned());
    }
    let is_turned = from.is_negated != to.is_negated && pair.likeness > TURNED && difference.words && difference.negation;
    if difference.force != 0 && !is_turned {
        let kind = if difference.force > 0 { ChangeKind::Strengthened } else { ChangeKind::Softened };
        tell(&mut out, kind, difference.force_words.clone());
    }
    if is_turned {
        tell(&mut out, ChangeKind::ActChanged, "what was affirmed is negated, or the reverse".to_owned());
    }
    if difference.words && out.is_empty() {
        let (why, extra) = match difference.negation {
            true => ("other words, among which a negation came or went", NEGATION),
            false => ("other words", 0.0),
        };
        out.push(Told { extra, ..Told::plain(ChangeKind::Reworded, why.to_owned()) });
    }
    (figures.into_iter().map(|(at, ..)| at).collect(), out)
}

/// The tolls of one claim that changed as one thing that happened to it: "12 dead and 40 missing" is one account of what something cost.
/// Whatever else is counted beside each other ("60 lorries and 7 ferries") is told apart, since a notice may own up to one of them.
pub(super) fn with_tolls_joined(told: Vec<Told>) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::with_capacity(told.len());
    for one in told {
        match (out.iter_mut().find(|other| one.is_toll && other.is_toll), &one.values) {
            (Some(Told { values: Some((old, new)), why, .. }), Some((was, is))) => {
                for (all, another) in [(old, was), (new, is), (why, &one.why)] {
                    all.push_str("; ");
                    all.push_str(another);
                }
            }
            _ => out.push(one),
        }
    }
    out
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
    let aims_at_itself = |said: &Said| said.target_key == said.source_key;
    let described = |name: &str, other: &str| [from, to].iter().any(|said| aliases::is_described(&said.page, name, other));
    let is_one = || match (is_name(from), is_name(to)) {
        (true, false) => described(&from.target_key, &to.target_key),
        (false, true) => described(&to.target_key, &from.target_key),
        _ => false,
    };
    named(from)
        && named(to)
        && from.target_key != to.target_key
        && other_words
        && !short
        && ![from, to].into_iter().any(aims_at_itself)
        && !is_one()
}
