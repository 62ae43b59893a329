//! Outlets side by side: a pure function over what was stored.

use crate::model::{Act, Figure};
use crate::text::CharSpan;

use super::conflict::{Printed, judge};
use crate::track::read::features::likeness;
use crate::track::read::words::Reader;

/// A claim of an outlet's latest version, with its thread.
#[derive(Clone, Debug, PartialEq)]
pub struct OutletFindings {
    /// Who publishes.
    pub outlet: String,
    /// The claim's thread.
    pub thread: String,
    /// The claim's id.
    pub claim: String,
    /// What the source does.
    pub act: Act,
    /// Who asserts it; "narrator" for the outlet's own voice.
    pub source_name: String,
    /// What is asserted.
    pub content: String,
    /// The words of the evidence.
    pub evidence: String,
    /// The source asserts that it is not so.
    pub negated: bool,
    /// A tracked state that the claim gives, as "topic/state".
    pub status: Option<String>,
    /// The state of the same topic that contradicts it.
    pub contrary: Option<String>,
    /// Figures inside the evidence.
    pub figures: Vec<Figure>,
    /// What is counted, where it stands for one figure and no claim; such findings are compared with each other only.
    pub quantity: Option<String>,
    /// When its version was seen, in seconds.
    pub seen: Option<i64>,
    /// Where it stands.
    pub span: CharSpan,
}

/// One outlet's way of carrying a proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Index into the findings that were compared.
    pub finding: usize,
    /// It repeats another outlet's words and counts once with it: the index of the first.
    pub repeats: Option<usize>,
}

/// How the outlets stand to one proposition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// They contradict each other in figure, position or state.
    Conflict,
    /// They give it differently, which need be no contradiction: another day, a qualifier, a denial that one leaves out.
    Differ,
    /// They carry it alike.
    Agree,
    /// One outlet carries it.
    OnlyHere,
}

/// One proposition over the outlets.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposition {
    /// The content of its first claim.
    pub label: String,
    /// Whether the outlets agree.
    pub agreement: Agreement,
    /// Why.
    pub why: String,
    /// Who carries it, in the order of the findings.
    pub carried: Vec<Carried>,
}

/// Words in common that make two wordings one proposition, whoever speaks.
const ONE_PROPOSITION: f64 = 0.72;
/// Words in common that make a wording a repetition of another outlet's.
const REPEATED: f64 = 0.92;
/// Findings that share a stem and are still looked up by it.
const COMMON: usize = 40;

/// Groups the claims of several outlets by proposition, conflicts first.
pub fn compare_outlets(findings: &[OutletFindings]) -> Vec<Proposition> {
    let reader = Reader::default();
    let stems: Vec<Vec<String>> = findings.iter().map(|finding| content_stems(&reader, &finding.content)).collect();
    let groups = group(findings, &stems);
    let printed = Printed::of(findings);
    let mut out: Vec<Proposition> = groups.into_iter().map(|group| proposition(findings, &stems, &printed, group)).collect();
    // A figure that one outlet prints is listed with its claim.
    let is_told = |found: &Proposition| {
        let is_figure = found.carried.first().is_some_and(|carried| findings[carried.finding].quantity.is_some());
        !is_figure || found.agreement != Agreement::OnlyHere
    };
    out.retain(is_told);
    out.sort_by_key(|proposition| (proposition.agreement, proposition.carried.first().map(|carried| carried.finding)));
    out
}

fn content_stems(reader: &Reader, text: &str) -> Vec<String> {
    let mut stems: Vec<String> = text
        .split(|next: char| !next.is_alphanumeric())
        .filter(|word| !word.is_empty() && crate::lexicon::closed::classes(word).is_open())
        .map(|word| reader.stem(word))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Sets of findings with one thread, one topic's state, or nearly the same words.
fn group(findings: &[OutletFindings], stems: &[Vec<String>]) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..findings.len()).collect();
    let mut by_thread = rustc_hash::FxHashMap::default();
    let mut by_topic = rustc_hash::FxHashMap::default();
    let mut by_stem: rustc_hash::FxHashMap<&str, Vec<usize>> = rustc_hash::FxHashMap::default();
    let mut by_quantity = rustc_hash::FxHashMap::default();
    for at in 0..findings.len() {
        if let Some(quantity) = findings[at].quantity.as_deref() {
            group_of[at] = *by_quantity.entry(quantity).or_insert(at);
            continue;
        }
        let topic = findings[at].status.as_deref().and_then(|status| status.split_once('/')).map(|(topic, _)| topic);
        let first = *by_thread.entry(findings[at].thread.as_str()).or_insert(at);
        let first = topic.map_or(first, |topic| *by_topic.entry(topic).or_insert(first));
        let alike = stems[at].iter().filter_map(|stem| by_stem.get(stem.as_str())).flatten().copied();
        let alike = alike.filter(|other| topic.is_none() && findings[*other].status.is_none()).collect::<Vec<usize>>();
        let mut best = root(&group_of, first);
        for other in alike {
            if likeness(&stems[at], &stems[other], |_| 1.0) >= ONE_PROPOSITION {
                best = best.min(root(&group_of, other));
            }
        }
        let own = root(&group_of, first);
        group_of[own.max(best)] = own.min(best);
        group_of[at] = own.min(best);
        for stem in &stems[at] {
            let list = by_stem.entry(stem).or_default();
            if list.len() < COMMON {
                list.push(at);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); findings.len()];
    for at in 0..findings.len() {
        groups[root(&group_of, at)].push(at);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn root(group_of: &[usize], mut at: usize) -> usize {
    while group_of[at] != at {
        at = group_of[at];
    }
    at
}

fn proposition(findings: &[OutletFindings], stems: &[Vec<String>], printed: &Printed<'_>, group: Vec<usize>) -> Proposition {
    let mut carried: Vec<Carried> = Vec::new();
    for at in &group {
        let repeats = carried.iter().map(|earlier| earlier.finding).find(|earlier| {
            let other = &findings[*earlier];
            other.outlet != findings[*at].outlet && likeness(&stems[*earlier], &stems[*at], |_| 1.0) >= REPEATED && stems[*at].len() > 4
        });
        carried.push(Carried { finding: *at, repeats });
    }
    let members = || group.iter().map(|at| &findings[*at]);
    let outlets = distinct(members().map(|finding| finding.outlet.clone()));
    let (agreement, why) = if outlets.len() < 2 {
        (Agreement::OnlyHere, format!("only in {}", outlets.join(", ")))
    } else if let Some(judged) = judge(findings, stems, printed, &group) {
        judged
    } else if carried.iter().filter(|carried| carried.repeats.is_none()).count() == 1 {
        (Agreement::Agree, format!("one text in {}, counted once", outlets.join(", ")))
    } else {
        let sources = distinct(members().map(|finding| finding.source_name.clone()));
        (Agreement::Agree, if sources.len() > 1 { format!("in the mouths of {}", sources.join(", ")) } else { "alike".to_owned() })
    };
    let label = group.first().map(|at| findings[*at].content.clone()).unwrap_or_default();
    Proposition { label, agreement, why, carried }
}

/// Each value once, in the order in which they come.
fn distinct(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for value in values {
        if !out.contains(&value) {
            out.push(value);
        }
    }
    out
}
