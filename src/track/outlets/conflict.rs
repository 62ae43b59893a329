//! Whether outlets that carry one proposition contradict each other.
//!
//! A false conflict is worse than a missed one. So both versions must be from about the same time, and neither outlet may print the other's
//! value: the same quantity in the same unit with numbers that exclude each other, a tracked topic in another state, or the
//! same words affirmed in the one and denied in the other. What differs otherwise is said to differ.
//!
//! Known failure: a number under a qualifier ("more than 260") is held to allow all that it does not exclude ("312").

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::{Agreement, OutletFindings};
use crate::lexicon::cues::{self, Part};
use crate::lexicon::quantities::{self, Bound};
use crate::lexicon::topics::{self, Polarity};
use crate::model::{Act, Figure};
use crate::track::read::features::{Voice, likeness};
use crate::track::read::words::Reader;

/// Seconds between two versions up to which they are of one time: half a day.
const ONE_TIME: i64 = 12 * 60 * 60;
/// Words in common from which on two contents say the same, but for a "not" or a number.
const SAME_WORDS: f64 = 0.72;

/// How the outlets of `group` stand to each other, where they do not carry it alike.
pub(super) fn judge(
    findings: &[OutletFindings],
    stems: &[Vec<String>],
    printed: &Printed<'_>,
    group: &[usize],
) -> Option<(Agreement, String)> {
    let all = Group { findings, stems, printed, group };
    let found = [all.states(), all.figures(), all.stances()];
    let of = |wanted: Agreement| found.iter().flatten().find(|(agreement, _)| *agreement == wanted).cloned();
    of(Agreement::Conflict).or_else(|| of(Agreement::Differ))
}

/// Every figure that the outlets print, by what it counts in which unit.
pub(super) struct Printed<'f> {
    figures: FxHashMap<(String, String), Vec<(&'f str, &'f Figure)>>,
    /// What stands in a proposition of its own.
    listed: FxHashSet<(String, String)>,
}

impl<'f> Printed<'f> {
    pub(super) fn of(findings: &'f [OutletFindings]) -> Self {
        let mut out = Printed { figures: FxHashMap::default(), listed: FxHashSet::default() };
        for finding in findings {
            for figure in &finding.figures {
                out.figures.entry(sort(figure)).or_default().push((&finding.outlet, figure));
                if finding.quantity.is_some() {
                    out.listed.insert(sort(figure));
                }
            }
        }
        out
    }

    /// The outlet prints this value, or one that it does not exclude.
    fn has(&self, outlet: &str, value: &Figure) -> bool {
        let own = self.figures.get(&sort(value)).into_iter().flatten().filter(|(printer, _)| *printer == outlet);
        own.into_iter().any(|(_, figure)| !excludes(figure, value))
    }

    /// The outlets' figures of this sort stand in a proposition of their own.
    fn is_listed(&self, figure: &Figure) -> bool {
        self.listed.contains(&sort(figure))
    }
}

/// What a figure counts, in which unit.
fn sort(figure: &Figure) -> (String, String) {
    (figure.what.to_ascii_lowercase(), figure.unit.to_ascii_lowercase())
}

struct Group<'g> {
    findings: &'g [OutletFindings],
    stems: &'g [Vec<String>],
    printed: &'g Printed<'g>,
    group: &'g [usize],
}

impl<'g> Group<'g> {
    fn members(&self) -> impl Iterator<Item = &'g OutletFindings> + use<'g> {
        let findings = self.findings;
        self.group.iter().map(move |at| &findings[*at])
    }

    /// Pairs of different outlets, each pair once.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let apart = |(left, right): &(usize, usize)| self.findings[*left].outlet != self.findings[*right].outlet;
        let pairs = self.group.iter().enumerate().flat_map(|(at, left)| self.group[at + 1..].iter().map(|right| (*left, *right)));
        pairs.filter(apart).take(PAIRS)
    }

    fn is_one_time(&self, left: usize, right: usize) -> bool {
        let times = self.findings[left].seen.zip(self.findings[right].seen);
        times.is_none_or(|(left, right)| (left - right).abs() <= ONE_TIME)
    }

    fn states(&self) -> Option<(Agreement, String)> {
        let told = by_outlet(self.members().filter_map(|finding| Some((finding, finding.status.as_deref()?.to_owned()))));
        let has = |outlet: &str, state: &str| told.iter().any(|(other, states)| *other == outlet && states.iter().any(|own| own == state));
        let is_conflict = |(left, right): (usize, usize)| {
            let (one, other) = (&self.findings[left], &self.findings[right]);
            let Some((was, is)) = one.status.as_deref().zip(other.status.as_deref()) else { return false };
            (is_contrary(one, is) || is_contrary(other, was))
                && self.is_one_time(left, right)
                && !has(&one.outlet, is)
                && !has(&other.outlet, was)
        };
        let differ = told.windows(2).any(|pair| are_other(&pair[0].1, &pair[1].1));
        self.verdict(differ, is_conflict, "states", &told)
    }

    fn figures(&self) -> Option<(Agreement, String)> {
        let shown = |finding: &'g OutletFindings| finding.figures.iter().map(move |figure| (finding, figure.quantity()));
        let told = by_outlet(self.members().flat_map(shown));
        let prints = |outlet: &str, value: &Figure| self.printed.has(outlet, value);
        let is_conflict = |(left, right): (usize, usize)| {
            let (one, other) = (&self.findings[left], &self.findings[right]);
            let is_said = |act| Voice::of(act) == Voice::Says;
            let is_one_act = (one.act == other.act || is_said(one.act) && is_said(other.act)) && self.is_one_time(left, right);
            // Where an outlet gives several, they are parts or other people's counts.
            let is_single = one.quantity.is_none()
                || [one, other].iter().all(|own| self.members().filter(|found| found.outlet == own.outlet).count() == 1);
            is_one_act
                && is_single
                && (one.quantity.is_some() || self.says_the_same(left, right))
                && one.figures.iter().filter(|was| one.quantity.is_some() || !self.printed.is_listed(was)).any(|was| {
                    let other = || other.figures.iter().filter(|is| is_one_sort(was, is));
                    other().next().is_some()
                        && other().all(|is| excludes(was, is) && !prints(&one.outlet, is))
                        && !prints(self.findings[right].outlet.as_str(), was)
                })
        };
        let sorts =
            |finding: &OutletFindings| finding.figures.iter().map(|figure| (figure.what.clone(), figure.unit.clone())).collect::<Vec<_>>();
        let mut seen = self.members().filter(|finding| !finding.figures.is_empty()).map(sorts);
        let first = seen.next();
        let is_one = first.is_some_and(|first| seen.all(|other| other.iter().any(|sort| first.contains(sort))));
        let differ = is_one && told.windows(2).any(|pair| are_other(&pair[0].1, &pair[1].1));
        self.verdict(differ, is_conflict, "figures", &told)
    }

    fn stances(&self) -> Option<(Agreement, String)> {
        let said = |finding: &OutletFindings| stance(finding).map(|affirms| if affirms { "affirmed" } else { "denied" });
        let told =
            by_outlet(self.members().filter_map(|finding| Some((finding, format!("{} by {}", said(finding)?, finding.source_name)))));
        let has = |outlet: &str, wanted: bool| self.members().any(|finding| finding.outlet == outlet && stance(finding) == Some(wanted));
        let is_opposed = |(left, right): &(usize, usize)| {
            let (one, other) = (stance(&self.findings[*left]), stance(&self.findings[*right]));
            one.is_some() && other.is_some() && one != other && self.says_the_same(*left, *right)
        };
        let is_conflict = |(left, right): (usize, usize)| {
            let [one, other] = [left, right].map(|at| &self.findings[at]);
            let own = stance(one) == Some(true);
            is_opposed(&(left, right)) && self.is_one_time(left, right) && !has(&one.outlet, !own) && !has(&other.outlet, own)
        };
        self.verdict(self.pairs().any(|pair| is_opposed(&pair)), is_conflict, "positions", &told)
    }

    fn says_the_same(&self, left: usize, right: usize) -> bool {
        let plain = |at: usize| {
            let is_number = |stem: &&String| stem.starts_with(|first: char| first.is_ascii_digit());
            self.stems[at].iter().filter(|stem| !is_number(stem) && !SAYING.contains(*stem)).map(String::as_str).collect::<Vec<_>>()
        };
        likeness(&plain(left), &plain(right), |_| 1.0) >= SAME_WORDS
    }

    fn verdict(
        &self,
        differ: bool,
        is_conflict: impl Fn((usize, usize)) -> bool,
        what: &str,
        told: &[(&str, Vec<String>)],
    ) -> Option<(Agreement, String)> {
        let agreement = if self.pairs().any(is_conflict) { Agreement::Conflict } else { Agreement::Differ };
        let sides: Vec<String> = told.iter().map(|(outlet, values)| format!("{outlet}: {}", values.join(", "))).collect();
        (differ || agreement == Agreement::Conflict).then(|| (agreement, format!("{what} differ: {}", sides.join(" / "))))
    }
}

/// Stems of the nouns that carry an act: "the allegation of bribery" is one of bribery.
static SAYING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let reader = Reader::default();
    cues::all().iter().filter(|cue| cue.part == Part::Noun).map(|cue| reader.stem(cue.head)).collect()
});

/// Pairs of claims of one proposition that are held against each other.
const PAIRS: usize = 512;

/// `state` ("topic/state") is what the finding gives when it is denied.
fn is_contrary(finding: &OutletFindings, state: &str) -> bool {
    let topic = finding.status.as_deref().and_then(|status| status.split_once('/')).map(|(topic, _)| topic);
    finding.contrary.is_some() && state.split_once('/') == topic.zip(finding.contrary.as_deref())
}

/// What each outlet says, each value once, in the order in which they come.
fn by_outlet<'f>(values: impl Iterator<Item = (&'f OutletFindings, String)>) -> Vec<(&'f str, Vec<String>)> {
    let mut out: Vec<(&str, Vec<String>)> = Vec::new();
    for (finding, value) in values {
        match out.iter_mut().find(|(outlet, _)| *outlet == finding.outlet) {
            Some((_, own)) if own.contains(&value) => {}
            Some((_, own)) => own.push(value),
            None => out.push((&finding.outlet, vec![value])),
        }
    }
    out
}

fn are_other(left: &[String], right: &[String]) -> bool {
    left.len() != right.len() || left.iter().any(|value| !right.contains(value))
}

/// Whether the source says that it is so; `None` where that is not plain: demands, offers, a "not" inside what is denied.
fn stance(finding: &OutletFindings) -> Option<bool> {
    let lower = finding.content.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split(|next: char| !next.is_alphanumeric() && next != '\'').filter(|word| !word.is_empty()).collect();
    let denies = (0..words.len()).any(|at| matches!(topics::polarity(&words[at..]), Some((Polarity::Negation, _))));
    match finding.act {
        Act::Deny => (!denies).then_some(false),
        act if Voice::of(act) != Voice::Says => None,
        _ => (denies == finding.negated).then_some(!denies),
    }
}

/// They count the same in the same unit.
fn is_one_sort(left: &Figure, right: &Figure) -> bool {
    left.what.eq_ignore_ascii_case(&right.what) && left.unit.eq_ignore_ascii_case(&right.unit)
}

/// Not both can be true.
fn excludes(left: &Figure, right: &Figure) -> bool {
    let (Some(one), Some(other)) = (range(left), range(right)) else { return false };
    let far = one.0.max(other.0) > FAR * one.1.min(other.1);
    (one.0 > other.1 || other.0 > one.1) && !far
}

/// How many times another a number is that counts something else: the hurt of one town and those of the country.
const FAR: f64 = 3.0;

/// The least and the most that a figure allows; `None` for a vague one.
fn range(figure: &Figure) -> Option<(f64, f64)> {
    let low = figure.low?;
    let high = figure.high.unwrap_or(low);
    let qualifier: Vec<&str> = figure.qualifier.as_deref().unwrap_or_default().split_whitespace().collect();
    let found = quantities::qualifier_before(&qualifier).or_else(|| quantities::qualifier_after(&qualifier));
    Some(match found.map(|found| found.bound) {
        None if qualifier.is_empty() => (low, high),
        Some(Bound::Floor) => (low, f64::INFINITY),
        Some(Bound::Ceiling) => (f64::NEG_INFINITY, high),
        Some(Bound::About) | None => (low * ABOUT.0, high * ABOUT.1),
    })
}

/// What "about" allows.
const ABOUT: (f64, f64) = (0.9, 1.1);
