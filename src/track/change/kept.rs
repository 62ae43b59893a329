//! What happened to a thread that stands in both versions: its figure, target, names, quotation and force, and failing all these its
//! words.
//!
//! Known failure: a claim is compared with one other, so two sentences merged into one with words of their own are told once.

use rustc_hash::FxHashSet;

use super::clauses;
use super::figures::{counted, named};
use super::mentioned;
use crate::lexicon::casualties;
use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Frame, Part};
use crate::lexicon::force::{self, Sort};
use crate::lexicon::words::Role;
use crate::lexicon::{numbers, quantities};
use crate::model::{Act, ChangeKind};
use crate::text::Span;
use crate::track::pair::{Pair, Relation};
use crate::track::read::Reading;
use crate::track::read::features::{Said, Voice};
use crate::track::read::figures::Counted;
use crate::track::read::words::{Word, joined};
use crate::track::wording::{Difference, Substance, compare, holds_refusal, mended, numbers_beside, refuses_refusal};

/// One thing that happened to a thread.
pub(super) struct PairChange {
    pub(super) kind: ChangeKind,
    /// What to show instead of the evidence.
    pub(super) values: Option<(String, String)>,
    /// The words of a fact that were put for others, in small letters.
    pub(super) mended: Option<(String, String)>,
    /// What a figure counts, where that is known.
    pub(super) of: Option<String>,
    pub(super) why: String,
    /// What it weighs beside its kind.
    pub(super) extra: f64,
    /// A publisher would be expected to announce it, whatever its kind.
    pub(super) is_missed: bool,
    /// Where the clause stands that came or went, in the version that has it.
    pub(super) clause: Option<Span>,
}

impl PairChange {
    /// A figure for another.
    fn figure(old: &str, new: &str, of: Option<&str>) -> PairChange {
        let values = Some((old.to_owned(), new.to_owned()));
        let why = match (old, new) {
            (given, "") => format!("{given}: no number is given now"),
            ("", given) => format!("{given}: no number was given before"),
            _ => format!("{old} became {new}"),
        };
        PairChange { values, of: of.map(str::to_owned), ..PairChange::plain(ChangeKind::FigureChanged, why) }
    }

    /// A fact put right, the evidence being shown.
    pub(super) fn mended(old: &str, new: &str) -> PairChange {
        PairChange { mended: Some(in_small(old, new)), ..PairChange::plain(ChangeKind::Corrected, format!("{old} became {new}")) }
    }

    /// A fact put right, the two being shown.
    pub(super) fn shown(old: &str, new: &str) -> PairChange {
        PairChange { values: Some((old.to_owned(), new.to_owned())), ..PairChange::mended(old, new) }
    }

    pub(super) fn plain(kind: ChangeKind, why: String) -> PairChange {
        PairChange { kind, values: None, mended: None, of: None, why, extra: 0.0, is_missed: false, clause: None }
    }
}

/// What other words weigh more where a "not" among them came or went.
const NEGATION: f64 = 0.5;
/// What other words weigh more where quoted ones went.
const UNQUOTED: f64 = 0.2;
/// What the same words put anew weigh more than other words: less.
const RECAST: f64 = -0.1;
/// What words that say something else weigh more than other words for the same.
pub(super) const OTHER: f64 = 0.3;
/// What a thing called by another word weighs more than a name or a date put right: less, since it may be another word for it.
pub(super) const MENDED: f64 = -0.3;
/// Likeness below which two quotations are of two things.
const ANOTHER: f64 = 0.25;
/// Least likeness at which a negation that came or went turns the claim round instead of making it another.
const TURNED: f64 = 0.7;

/// The figures of the later version that changed, by their indices, and all that happened to the pair.
pub(super) fn changes(pair: &Pair, before: &Reading, after: &Reading) -> (Vec<usize>, Vec<PairChange>) {
    let (from, to) = (&before.said[pair.from], &after.said[pair.to]);
    if from.is_told_alike(to) {
        return Default::default();
    }
    let (gone, come) = (clauses::without_pair(from, to), clauses::without_pair(to, from));
    let (rest, now) = (gone.as_ref().map_or(from, |clause| &clause.rest), come.as_ref().map_or(to, |clause| &clause.rest));
    let mut difference = compare(rest, now);
    let is_charge_now = || from.found != Act::Accuse && to.found == Act::Accuse && difference.force > 0;
    if pair.relation == Relation::OtherSource && !is_charge_now() {
        // Another speaker, another verb: with what force it is put tells nothing of what either says.
        difference = compare(&without_cue(rest), &without_cue(now));
    }
    // Of two quotations with hardly a word in common the verb says nothing of what either says.
    let says_another_thing = difference.quote && pair.likeness < ANOTHER;
    difference.force = match is_one_denial(from, to) || is_plain_denial(from, to) || says_another_thing {
        // With "denied" for "said" nothing is gained where both say no.
        true => difference.force - difference.verbs,
        false => sharper(from.found, to.found, difference.force),
    };
    let figures = figures(from, to, before, after);
    let counted = figures.iter().map(|(at, old, new)| (old, new, Some(after.figures[*at].what.as_str())));
    let tolls = other_tolls((from, before), (to, after));
    let others = other_figures((from, before), (to, after));
    let is_number = || {
        let is_told = tolls.is_some() || !figures.is_empty();
        let is_in_figures = || same_figures(from, to, before, after) || others.is_some();
        !(is_told || is_in_figures() && beside(rest, now, before, after).is_empty())
    };
    let number = difference.number.as_ref().filter(|_| is_number()).map(|(old, new)| (old, new, None));
    let beside = if figures.is_empty() { Vec::new() } else { beside(rest, now, before, after) };
    let beside = beside.iter().map(|(old, new)| (old, new, None));
    let mut out: Vec<PairChange> = counted.chain(number).chain(beside).map(|(old, new, of)| PairChange::figure(old, new, of)).collect();
    let told: Vec<usize> = figures.iter().map(|(at, ..)| *at).chain(tolls.iter().flat_map(|tolls| tolls.1.clone())).collect();
    out.extend(tolls.map(|tolls| tolls.0));
    let clauses = [(gone, ChangeKind::Dropped, "a clause is absent from this version"), (come, ChangeKind::Added, "a clause is new")];
    for (clause, kind, why) in clauses {
        out.extend(clause.map(|clause| PairChange { clause: Some(clause.place), ..PairChange::plain(kind, why.to_owned()) }));
    }
    let (sources_and_targets, is_slip) = mentioned::changes(from, to);
    out.extend(facts(&difference, is_slip));
    out.extend(sources_and_targets);
    let is_turned = difference.words.is_some() && is_turned(pair, (from, to), &difference);
    let unshown = unshown(from, to).map(|(kind, why)| PairChange::plain(kind, why));
    if let Some(told) = unshown.or_else(|| threat_done(from, to, &difference)).or_else(|| stood_by(from, to)).or_else(|| owned_up(from, to))
    {
        difference.force = 0;
        out.push(told);
    }
    out.extend(wordings((from, to), &difference, is_turned));
    if let Some((old, new)) = others.filter(|_| out.is_empty()) {
        difference.words = Some(Substance::Other(old, new));
    }
    // "Covered up nine deaths" that became "failed to report seven": another number hides no other words.
    let says_else = || match &difference.words {
        Some(Substance::Other(old, new)) if !difference.negation => {
            out.iter().all(|told| told.kind == ChangeKind::FigureChanged) && !counts(old) && !counts(new)
        }
        _ => false,
    };
    if out.is_empty() || says_else() {
        out.extend(reworded((from, to), &difference));
    }
    (told, out)
}

/// Tolls for tolls of another sort: of four hurt, two dead are no fewer. And the indices of those that came.
fn other_tolls((from, before): (&Said, &Reading), (to, after): (&Said, &Reading)) -> Option<(PairChange, Vec<usize>)> {
    let tolls = |figures, said| inside(figures, said).filter(|(_, figure): &(usize, &Counted)| casualties::is_harm(&figure.what)).unzip();
    let (_, gone): (Vec<usize>, Vec<&Counted>) = tolls(&before.figures, from);
    let (at, come): (Vec<usize>, Vec<&Counted>) = tolls(&after.figures, to);
    let is_kept = |old: &&Counted| come.iter().any(|new| new.what == old.what);
    if gone.is_empty() || come.is_empty() || gone.iter().any(is_kept) {
        return None;
    }
    Some((PairChange::figure(&named(&gone), &named(&come), Some(&counted(&come))), at))
}

fn without_cue(said: &Said) -> Said {
    let mut rest = said.clone();
    rest.words.retain(|word| !word.is_cue || word.is_content);
    rest
}

/// How much force was gained where what was told became a reproach, or the reverse: "noted", "complained", whatever else the verbs say.
fn sharper(before: Act, after: Act, force: i32) -> i32 {
    match (before, after) {
        (Act::Accuse, _) | (_, Act::Accuse) => force,
        (Act::Condemn, Act::Condemn) => force,
        (_, Act::Condemn) => force.abs(),
        (Act::Condemn, _) => -force.abs(),
        _ => force,
    }
}

/// Other words, where they say something else or nothing more is told of them.
fn reworded((from, to): (&Said, &Said), difference: &Difference) -> Option<PairChange> {
    let is_quoted = |said: &Said| said.words.iter().any(|word| word.is_quoted && !word.is_function);
    let plain = |why: String, extra| PairChange { extra, ..PairChange::plain(ChangeKind::Reworded, why) };
    let substance = difference.words.as_ref()?;
    if difference.negation && !is_one_denial(from, to) {
        return Some(plain("other words, among which a negation came or went".to_owned(), NEGATION));
    }
    match substance {
        _ if is_quoted(from) && !is_quoted(to) => Some(plain("other words; nothing of it is quoted now".to_owned(), UNQUOTED)),
        Substance::Nothing => None,
        Substance::Recast => Some(plain("the same, put anew".to_owned(), RECAST)),
        Substance::Detail => Some(plain("other words".to_owned(), 0.0)),
        // What is asked for, or somebody is charged with, is no fact.
        Substance::Other(old, new) if tells_fact(from) && tells_fact(to) && mended(&from.words, &to.words).is_some() => {
            let mended = Some((old.to_lowercase(), new.to_lowercase()));
            Some(PairChange { extra: MENDED, mended, ..PairChange::plain(ChangeKind::Corrected, replaced(old, new)) })
        }
        Substance::Other(old, new) => Some(PairChange { is_missed: true, ..plain(replaced(old, new), OTHER) }),
    }
}

fn tells_fact(said: &Said) -> bool {
    matches!(said.found, Act::State | Act::Confirm)
}

/// A number or a unit is among the words, so that a figure tells of them.
fn counts(words: &str) -> bool {
    let is_number = |word: &str| {
        numbers::is_number_word(word) || numbers::in_words(word).is_some() || word.starts_with(|first: char| first.is_ascii_digit())
    };
    words.to_lowercase().split(' ').any(|word| is_number(word) || quantities::unit(word).is_some())
}

/// Why words that went, and those that came for them, are told.
pub(super) fn replaced(old: &str, new: &str) -> String {
    if new.is_empty() { format!("“{old}” is left out") } else { format!("“{old}” became “{new}”") }
}

/// "Denied that any was signed", "said that none was".
fn is_one_denial(from: &Said, to: &Said) -> bool {
    from.voice != to.voice && from.says_no() && to.says_no()
}

/// "Denied that it had fired", "said it was untrue that it had fired": both turn it down, and one merely calls it so.
fn is_plain_denial(from: &Said, to: &Said) -> bool {
    let says = |word: &Word| word.is_cue && force::of(&word.form, word.stem()) == Some((Sort::Verb, PLAIN));
    let calls = |said: &Said| said.words.iter().any(says) && said.words.iter().any(|word| word.looked_up().is(Role::Verdict));
    from.voice == Voice::Refuses && to.voice == Voice::Refuses && calls(from) != calls(to)
}

/// The force of verbs that merely say.
const PLAIN: i32 = 2;

/// What was affirmed is denied, or the reverse. What is not "ruled out" is affirmed, and so "ruled out" itself is not. A word put for its
/// opposite ("open", "closed") does as much as a "not", and both together do nothing.
fn is_turned(pair: &Pair, (from, to): (&Said, &Said), difference: &Difference) -> bool {
    if is_one_denial(from, to) {
        return false;
    }
    let is_one_voice = from.voice == to.voice && from.voice != Voice::Refuses;
    // Who wonders whether it is so leaves it open.
    let leaves_open = |said: &Said| said.words.iter().any(|word| word.is_content && word.looked_up().is(Role::Wh));
    let is_doubted = || disbelieves(from) != disbelieves(to) && !leaves_open(from) && !leaves_open(to);
    let is_denied = || says_not(from) != says_not(to) || is_doubted();
    if is_one_voice && pair.likeness > TURNED && (is_denied() || is_taken_back(from) != is_taken_back(to)) {
        return true;
    }
    let is_denied = match from.is_negated == to.is_negated {
        false => difference.negation || difference.refusal,
        true if difference.negation => holds_refusal(from) && holds_refusal(to),
        true => [from, to].iter().all(|said| said.voice == Voice::Refuses) && (refuses_refusal(from, to) || refuses_refusal(to, from)),
    };
    let is_denied = is_denied && pair.likeness > TURNED;
    let is_opposite = difference.opposite.is_some();
    if is_denied { !is_opposite } else { is_opposite && !difference.negation }
}

/// "Doubts": what is said is not held to be so.
fn disbelieves(said: &Said) -> bool {
    let doubts = |cue: &Cue| cue.negative && cue.act == Act::State;
    let is_doubt = |word: &Word| word.is_cue && !word.is_content && word.looked_up().cues().any(doubts);
    said.found == Act::State && !says_not(said) && said.words.iter().any(is_doubt)
}

/// "no longer claims", "has not said": the saying itself is denied.
fn says_not(said: &Said) -> bool {
    let denies = |word: &Word| word.classes().has(Class::Negation) && !word.is_content && !word.is_mention;
    let verb = said.words.iter().position(|word| word.is_cue && !word.is_function);
    verb.is_some_and(|verb| said.words[verb.saturating_sub(NEGATED)..verb].iter().any(denies))
}

/// "Withdrew its demand", "dropped her offer": what the noun stands for is said no longer.
fn is_taken_back(said: &Said) -> bool {
    let takes_back = |word: &Word| word.looked_up().is(Role::TakesBack);
    let mut cue = said.words.iter().filter(|word| word.is_cue && !word.is_function);
    let Some(first) = cue.next() else { return false };
    // To drop a hint is to hint.
    let is_hint = |word: &Word| word.looked_up().is(Role::Hints);
    if cue.clone().any(is_hint) {
        return false;
    }
    let context = said.context();
    let at = context.iter().position(|word| word.span == first.span).unwrap_or(0);
    let is_said = |word: &Word| said.words.iter().any(|own| own.span == word.span && (own.is_content || own.is_mention));
    takes_back(first) && cue.next().is_some()
        || context[at.saturating_sub(NEGATED)..at].iter().any(|word| takes_back(word) && !is_said(word))
}

/// Words before a verb of saying among which the negation of it stands: "does not in fact say".
const NEGATED: usize = 3;

/// Numbers that changed beside a figure that did: "12 homes were destroyed and 30 damaged".
fn beside(from: &Said, to: &Said, before: &Reading, after: &Reading) -> Vec<(String, String)> {
    let places = |figures: &[Counted], said: &Said| inside(figures, said).map(|(_, figure)| figure.place).collect::<Vec<Span>>();
    numbers_beside(from, to, [&places(&before.figures, from), &places(&after.figures, to)])
}

/// Ages, names, dates and who did it to whom; a name that is a slip of the pen is told with whoever has it.
fn facts(difference: &Difference, is_slip: bool) -> Vec<PairChange> {
    let age =
        difference.age.as_ref().map(|(old, new)| PairChange { why: format!("the age {old} became {new}"), ..PairChange::shown(old, new) });
    let fact = difference.fact.as_ref().filter(|_| !is_slip).map(|(old, new)| PairChange::mended(old, new));
    let exchanged = difference.exchanged.as_ref().map(|(old, new)| {
        let values = Some((format!("{old} … {new}"), format!("{new} … {old}")));
        PairChange { values, ..PairChange::plain(ChangeKind::Corrected, format!("{old} and {new} changed places")) }
    });
    [age, fact, exchanged].into_iter().flatten().collect()
}

/// Quotation marks, force, and what was affirmed and is negated.
fn wordings((from, to): (&Said, &Said), difference: &Difference, is_turned: bool) -> Vec<PairChange> {
    let quote = || PairChange::plain(ChangeKind::QuoteChanged, "words inside the quotation marks differ".to_owned());
    let marks = || PairChange::plain(ChangeKind::QuoteChanged, "the same words, quotation marks put on or taken off".to_owned());
    let kind = if difference.force > 0 { ChangeKind::Strengthened } else { ChangeKind::Softened };
    let force = || PairChange::plain(kind, difference.force_words.clone());
    let turned = || {
        let opposite = difference.opposite.as_ref().map(|(old, new)| format!(": “{old}” became “{new}”")).unwrap_or_default();
        let is_state = from.status.is_some() && to.status.is_some();
        let kind = if is_state { ChangeKind::StatusChanged } else { ChangeKind::ActChanged };
        PairChange::plain(kind, format!("what was affirmed is negated, or the reverse{opposite}"))
    };
    let told = [
        difference.quote.then(quote),
        difference.marks.then(marks),
        (difference.force != 0 && !is_turned).then(force),
        is_turned.then(turned),
    ];
    told.into_iter().flatten().collect()
}

/// The figures of one claim that changed as one thing that happened to it: "12 dead and 40 missing", "60 lorries and 7 ferries" are one
/// account. Where a notice owns up to some of them only, they are told apart again.
pub(super) fn with_figures_joined(told: Vec<PairChange>) -> Vec<PairChange> {
    let mut out: Vec<PairChange> = Vec::with_capacity(told.len());
    for one in told {
        let is_figure = one.kind == ChangeKind::FigureChanged;
        let other = out.iter_mut().find(|other| is_figure && other.kind == ChangeKind::FigureChanged);
        match (other, &one.values) {
            (Some(PairChange { values: Some((old, new)), of, why, .. }), Some((was, is))) => {
                let (first, second) = (of.take(), one.of.clone());
                *of = match (first, second) {
                    (Some(first), Some(second)) if first != second => Some(format!("{first}; {second}")),
                    (first, second) => first.or(second),
                };
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

/// "Threatened to cut the grant", "announced a cut": what somebody threatened to do and says now that they do, or the reverse, where the
/// verbs are all that tells with how much force.
fn threat_done(from: &Said, to: &Said, difference: &Difference) -> Option<PairChange> {
    // Who threatens may say to do what or name it, and who warns of it may not.
    let is_threat = |cue: &Cue| cue.act == Act::Warn && cue.part == Part::Verb && cue.takes(Frame::To) && cue.takes(Frame::Object);
    let threatens = |said: &Said| {
        let is_threat = |word: &Word| word.is_cue && word.looked_up().cues().any(is_threat);
        said.found == Act::Warn && said.words.iter().any(is_threat)
    };
    let announces = |said: &Said| {
        let says = |word: &Word| word.is_cue && force::of(&word.form, word.stem()) == Some((Sort::Verb, PLAIN));
        said.found == Act::State && said.words.iter().any(says)
    };
    let is_other = threatens(from) && announces(to) || announces(from) && threatens(to);
    let why = || format!("the act was {}, it is {} now", from.act, to.act);
    (is_other && difference.force == difference.verbs).then(|| PairChange::plain(ChangeKind::ActChanged, why()))
}

/// "Apologised for the remark", "defended the remark": what somebody owned up to, or warned of, they praise, or the reverse.
fn stood_by(from: &Said, to: &Said) -> Option<PairChange> {
    let likes = |said: &Said| said.found == Act::Welcome;
    let owns = |said: &Said| matches!(said.found, Act::Confirm | Act::Warn);
    let is_other = likes(from) && owns(to) || owns(from) && likes(to);
    let why = || format!("the act was {}, it is {} now", from.act, to.act);
    is_other.then(|| PairChange::plain(ChangeKind::ActChanged, why()))
}

/// "Insisted he was right", "admitted he was right": who held to it against others owns up to it, or the reverse.
fn owned_up(from: &Said, to: &Said) -> Option<PairChange> {
    let has = |said: &Said, role: Role| said.words.iter().any(|word| word.is_cue && word.looked_up().is(role));
    let insists = |said: &Said| said.found == Act::State && has(said, Role::Insists);
    let admits = |said: &Said| said.found == Act::Confirm && has(said, Role::OwnsUp);
    let is_other = insists(from) && admits(to) || admits(from) && insists(to);
    let why = || format!("the act was {}, it is {} now", from.act, to.act);
    is_other.then(|| PairChange::plain(ChangeKind::ActChanged, why()))
}

/// "Ruled out arson", "found no evidence of arson": what is turned down in one version is only not shown to be so in the other.
pub(super) fn unshown(from: &Said, to: &Said) -> Option<(ChangeKind, String)> {
    let shows = |word: &Word| word.is_content && word.looked_up().is(Role::Shows);
    let lacks_proof = |said: &Said| said.found == Act::State && said.is_negated && said.words.iter().any(shows);
    let refuses = |said: &Said| said.voice == Voice::Refuses && !said.words.iter().any(shows);
    let kind = match () {
        () if refuses(from) && lacks_proof(to) => ChangeKind::Softened,
        () if lacks_proof(from) && refuses(to) => ChangeKind::Strengthened,
        () => return None,
    };
    let told = |said: &Said| joined(said.words.iter().filter(|word| word.is_cue || lacks_proof(said) && shows(word)));
    Some((kind, format!("“{}” → “{}”", told(from), told(to))))
}

/// The key by which a mended fact is known again.
pub(super) fn in_small(old: &str, new: &str) -> (String, String) {
    (old.to_lowercase(), new.to_lowercase())
}

/// The figures inside two wordings that changed: the index of each in the later version, and both values. Of several of one series those
/// that went answer those that came, in their order.
fn figures(from: &Said, to: &Said, before: &Reading, after: &Reading) -> Vec<(usize, String, String)> {
    let given: FxHashSet<_> = inside(&before.figures, from).map(|(_, old)| old.as_given()).collect();
    let kept: FxHashSet<_> = inside(&after.figures, to).map(|(_, new)| new.as_given()).collect();
    let mut gone: Vec<&Counted> = inside(&before.figures, from).map(|(_, old)| old).filter(|old| !kept.contains(&old.as_given())).collect();
    let mut changed = |(at, new): (usize, &Counted)| {
        let mut series = inside(&before.figures, from).map(|(_, old)| old).filter(|old| old.same_series(new));
        let first = series.next()?;
        if first.same_value(new) || series.any(|old| old.same_value(new)) {
            return None;
        }
        let answered = gone.iter().position(|old| old.same_series(new)).map(|at| gone.remove(at));
        Some((at, answered.unwrap_or(first).shown.clone(), new.shown.clone()))
    };
    let new = inside(&after.figures, to).filter(|(_, new)| !given.contains(&new.as_given()));
    let mut out: Vec<(usize, String, String)> = new.take(TOLD_ANEW).filter_map(&mut changed).collect();
    out.dedup_by(|right, left| (&right.1, &right.2) == (&left.1, &left.2));
    out
}

/// Both wordings give some figures, and the same ones, in whatever words: "$750,000" and "$750k".
fn same_figures(from: &Said, to: &Said, before: &Reading, after: &Reading) -> bool {
    let figures = |figures, said| inside(figures, said).map(|(_, figure)| figure).collect::<Vec<&Counted>>();
    let (old, new) = (figures(&before.figures, from), figures(&after.figures, to));
    let is_same = |(old, new): (&&Counted, &&Counted)| old.same_series(new) && old.same_value(new);
    !old.is_empty() && old.len() == new.len() && old.iter().zip(&new).all(is_same)
}

/// The figures of each, where the other has none of what they count and some are of what befell people: 400 who were led away are no count
/// of three who were hurt.
fn other_figures((from, before): (&Said, &Reading), (to, after): (&Said, &Reading)) -> Option<(String, String)> {
    let figures = |figures, said| inside(figures, said).map(|(_, figure)| figure).collect::<Vec<&Counted>>();
    let (old, new) = (figures(&before.figures, from), figures(&after.figures, to));
    let is_kept = |figure: &&Counted| new.iter().any(|other| other.what == figure.what);
    let are_tolls = || old.iter().chain(&new).any(|figure| casualties::is_toll(&figure.what));
    let are_others = !old.is_empty() && !new.is_empty() && !old.iter().any(is_kept) && are_tolls();
    are_others.then(|| (named(&old), named(&new)))
}

/// The figures of a version whose evidence shares words with a claim's.
fn inside<'f>(figures: &'f [Counted], said: &Said) -> impl Iterator<Item = (usize, &'f Counted)> {
    let evidence = said.evidence;
    // Figures stand in the order of their places.
    let first = figures.partition_point(|figure| figure.evidence.start() < evidence.start()).saturating_sub(BESIDE);
    let end = figures.partition_point(|figure| figure.evidence.start() < evidence.end());
    (first..end).map(|at| (at, &figures[at])).filter(move |(_, figure)| figure.evidence.overlaps(evidence))
}

/// New figures of one claim that are told: more than any has.
const TOLD_ANEW: usize = 128;

/// Figures that can begin before a claim and reach into it.
const BESIDE: usize = 16;
