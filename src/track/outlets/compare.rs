//! Outlets side by side: a pure function over what was stored.

use rustc_hash::FxHashSet;

use crate::lexicon::closed::{self, Class};
use crate::text::Document;

use super::brought::Brought;
use super::conflict::{Group, are_opposed};
use super::doer::{Done, People, are_of_others};
use super::event::Event;
use super::finding::{GivenClaim, OutletFinding};
use super::group::groups;
use super::none::Nobody;
use super::printed::Printed;
use super::slots::{Kind, apart};
use super::things::Things;
use super::values::quantity;
use crate::track::read::features::{NARRATOR, Voice, likeness};
use crate::track::read::measures;
use crate::track::read::names::{ends_in, key};
use crate::track::read::words::{Reader, Word};

/// One outlet's way of carrying a proposition.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
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
#[non_exhaustive]
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
pub(super) const ONE_PROPOSITION: f64 = 0.72;
/// Words in common that claims of one thread have at least, unless one has hardly any of its own ("denied it").
const ONE_THREAD: f64 = 0.35;
/// Words in common that make a wording a repetition of another outlet's.
const REPEATED: f64 = 0.92;
/// Words that two wordings share at least, where they are not all that both have.
const SHARED: usize = 2;

/// The findings with their words as they are compared.
pub(super) struct Compared<'f> {
    pub(super) findings: &'f [OutletFinding],
    /// Roots that carry content, sorted, each once; what an amount measures stands for it where others are converted to it.
    pub(super) stems: Vec<Vec<String>>,
    /// The words of the content.
    pub(super) words: Vec<Vec<Word>>,
    /// Where a verb only brings the noun for a deed.
    brought: Vec<Option<Brought>>,
    /// What befell whom, where a finding has a toll.
    events: Vec<Option<Event>>,
    /// What one alone did, and who.
    pub(super) deeds: Vec<Option<Done>>,
    /// What befell nobody by the words of a claim.
    pub(super) nobody: Vec<Option<Nobody>>,
    /// Which figures are of one thing.
    pub(super) things: Things<'f>,
}

impl<'f> Compared<'f> {
    fn of(findings: &'f [OutletFinding]) -> Self {
        let reader = Reader::default();
        let words = |finding: &OutletFinding| reader.page(&Document::new(finding.content())).all().to_vec();
        let words: Vec<Vec<Word>> = findings.iter().map(words).collect();
        let stems: Vec<Vec<String>> = words.iter().map(|words| content_stems(&reader, words)).collect();
        let brought = words.iter().zip(&stems).map(|(words, stems)| Brought::of(words, stems)).collect();
        let event = |finding: &OutletFinding| finding.toll().is_some().then(|| Event::of(finding, &reader));
        let events = findings.iter().map(event).collect();
        let counts_nobody = |(finding, words): (&OutletFinding, &Vec<Word>)| {
            let may_count = finding.claim().is_some() && finding.figures().is_empty() && Voice::of(finding.act()) == Voice::Says;
            may_count.then(|| Nobody::of(words)).flatten()
        };
        let nobody = findings.iter().zip(&words).map(counts_nobody).collect();
        let things = Things::of(findings, &reader);
        let people = People::of(findings);
        let known = (&people, &reader);
        let deed = |(finding, words): (&OutletFinding, &Vec<Word>)| match finding.toll().and(finding.figure()) {
            Some(_) => Done::of(finding, reader.page(&Document::new(&finding.evidence)).all(), known),
            None => Done::of(finding, words, known),
        };
        let deeds = findings.iter().zip(&words).map(deed).collect();
        Compared { findings, stems, words, brought, events, deeds, nobody, things }
    }

    /// The stems of a finding as they are held against those of another: "received a warning" against "was warned".
    pub(super) fn stems(&self, at: usize, other: usize) -> &[String] {
        let brought = self.brought[at].as_ref().filter(|_| self.is_brought(at, other) == Some(true));
        brought.map_or(&self.stems[at], |brought| &brought.stems)
    }

    /// The one brings by its noun the deed that the other has as a verb: whether the same was done to the same.
    fn is_brought(&self, at: usize, other: usize) -> Option<bool> {
        self.brought[at].as_ref().filter(|_| self.brought[other].is_none())?.is_done(&self.words[other])
    }

    /// "Had been warned", "had given a warning".
    pub(super) fn is_turned_about(&self, left: usize, right: usize) -> bool {
        [self.is_brought(left, right), self.is_brought(right, left)].contains(&Some(false))
    }

    /// The two give an amount in two units.
    pub(super) fn is_converted(&self, left: usize, right: usize) -> bool {
        !measures::converted(&self.words[left], &self.words[right]).is_empty()
    }

    /// The two say the same, whoever speaks: most of their words are the same, and more than one is.
    pub(super) fn is_one(&self, left: usize, right: usize) -> bool {
        let (one, other) = (&self.findings[left], &self.findings[right]);
        let (stems, others) = (self.stems(left, right), self.stems(right, left));
        let shared = stems.iter().filter(|stem| others.binary_search(stem).is_ok()).count();
        let is_within = shared == stems.len().min(others.len()) && shared > 0;
        let are_many = shared >= SHARED
            || stems == others && (one.act() == other.act() || are_one_source(one, other))
            || is_within && are_one_source(one, other) && are_opposed(one, other);
        let voices = [Voice::of(one.act()), Voice::of(other.act())];
        let is_one_voice = voices[0] == voices[1] || voices.contains(&Voice::Refuses) || are_one_source(one, other);
        let is_same = are_many && likeness(stems, others, |_| 1.0) >= ONE_PROPOSITION;
        is_one_voice
            && !self.is_turned_about(left, right)
            && !self.are_none_and_others(left, right)
            && (is_same
                || are_of_others(self, left, right)
                || shared > 0 && shared + 1 >= stems.len().min(others.len()) && self.are_contrary(left, right))
    }

    /// One source is said to have said the one, and the contrary with more words ("will play in the final", "will miss the final with a bad
    /// knee").
    fn are_contrary(&self, left: usize, right: usize) -> bool {
        let slot = || apart(&self.words[left], &self.words[right]).slot;
        are_one_source(&self.findings[left], &self.findings[right]) && slot().is_some_and(|slot| slot.kind == Kind::Contrary)
    }

    /// The one counts nobody whom something befell, the other some whom the same befell: whether in one event, and as a fact.
    fn none_of(&self, none: usize, some: usize) -> Option<bool> {
        let nobody = self.nobody[none].as_ref()?;
        let mut figures = self.findings[some].figures().iter();
        let counts = figures.any(|figure| figure.what == nobody.what && figure.low.is_some_and(|low| low > 0.0));
        let event = self.events[some].as_ref().filter(|_| counts)?;
        Some(nobody.is_count && nobody.is_in(event))
    }

    /// "Nobody was hurt in the fire", "two were hurt in the fire".
    pub(super) fn are_none_and_some(&self, left: usize, right: usize) -> bool {
        [self.none_of(left, right), self.none_of(right, left)].contains(&Some(true))
    }

    /// "Nobody should be hurt", "two were hurt in the fire".
    fn are_none_and_others(&self, left: usize, right: usize) -> bool {
        [self.none_of(left, right), self.none_of(right, left)].contains(&Some(false))
    }

    /// The two figures are those of two events.
    pub(super) fn are_two_events(&self, left: usize, right: usize) -> bool {
        self.events[left].as_ref().zip(self.events[right].as_ref()).is_some_and(|(one, other)| one.is_other(other))
    }

    /// Claims of one thread have words in common; those that were put into it for other reasons are no one proposition of two outlets.
    pub(super) fn is_one_of_thread(&self, left: usize, right: usize) -> bool {
        let (stems, others) = (&self.stems[left], &self.stems[right]);
        let is_bare = stems.len().min(others.len()) < SHARED;
        let is_alike = is_bare || likeness(stems, others, |_| 1.0) >= ONE_THREAD;
        self.findings[left].outlet == self.findings[right].outlet || is_alike && !self.are_none_and_others(left, right)
    }
}

/// One source under one name.
pub(super) fn are_one_source(one: &OutletFinding, other: &OutletFinding) -> bool {
    if one.source_name() == other.source_name() {
        return true;
    }
    let (left, right) = (key(one.source_name()), key(other.source_name()));
    left == right || left != NARRATOR && right != NARRATOR && (ends_in(&left, &right) || ends_in(&right, &left))
}

/// Groups the claims of several outlets by proposition, conflicts first.
pub fn compare_outlets(findings: &[OutletFinding]) -> Vec<Proposition> {
    let compared = Compared::of(findings);
    let printed = Printed::of(findings);
    let mut out: Vec<Proposition> = groups(&compared, &printed).into_iter().map(|group| proposition(&compared, &printed, group)).collect();
    // A figure that one outlet prints is listed with its claim.
    let is_told = |found: &Proposition| {
        let is_figure = found.carried.first().is_some_and(|carried| findings[carried.finding].figure().is_some());
        !is_figure || found.agreement != Agreement::OnlyHere
    };
    out.retain(is_told);
    leave_out_told(findings, &mut out);
    leave_out_counts(findings, &mut out);
    out.sort_by_key(|proposition| (proposition.agreement, proposition.carried.first().map(|carried| carried.finding)));
    out
}

/// Leaves out rows of figures that claims of the same outlets tell in one row.
fn leave_out_told(findings: &[OutletFinding], propositions: &mut Vec<Proposition>) {
    let ids = |finding: &OutletFinding| finding.figures().iter().map(|figure| figure.id.clone()).collect::<Vec<_>>();
    let carried = |found: &Proposition| found.carried.iter().map(|carried| &findings[carried.finding]).collect::<Vec<_>>();
    let shared: Vec<FxHashSet<String>> = propositions
        .iter()
        .map(|found| match found.agreement {
            Agreement::OnlyHere => FxHashSet::default(),
            _ => carried(found).into_iter().filter(|finding| finding.claim().is_some()).flat_map(ids).collect(),
        })
        .collect();
    let is_of_things = |found: &Proposition| carried(found).first().is_some_and(|finding| finding.thing().is_some());
    propositions.retain(|found| {
        let outlets = distinct(carried(found).into_iter().map(|finding| finding.outlet.clone()));
        let tells = |ids_of: &FxHashSet<String>, outlet: &String| {
            carried(found).iter().any(|finding| finding.outlet == *outlet && ids(finding).iter().any(|id| ids_of.contains(id)))
        };
        !is_of_things(found) || !shared.iter().any(|ids_of| outlets.iter().all(|outlet| tells(ids_of, outlet)))
    });
}

/// Leaves out claims that give but a figure ("21 people were killed in the strike") which several outlets have, and which stands in a
/// proposition of its own.
fn leave_out_counts(findings: &[OutletFinding], propositions: &mut Vec<Proposition>) {
    let carried = |found: &Proposition| found.carried.iter().map(|carried| &findings[carried.finding]).collect::<Vec<_>>();
    let tolls = propositions.iter().flat_map(carried).filter(|finding| finding.thing().is_none());
    let told: FxHashSet<(&str, &str)> = tolls.filter_map(|finding| finding.figure()).map(quantity).collect();
    let is_count = |finding: &&OutletFinding| {
        let Some(GivenClaim { claim, figures, .. }) = finding.claim() else { return false };
        let content_start = claim.content.span.first().map_or(0, |span| span.start());
        let begins = figures.first().is_some_and(|figure| figure.evidence.span.start() <= content_start + OPENING);
        begins && figures.iter().all(|figure| told.contains(&quantity(figure)))
    };
    let listed: Vec<bool> = propositions.iter().map(|found| !carried(found).iter().any(is_count)).collect();
    let mut listed = listed.into_iter();
    propositions.retain(|_| listed.next().unwrap_or(true));
}

/// Letters before the figure with which a claim begins: an article, "at least".
const OPENING: usize = 12;

fn content_stems(reader: &Reader, words: &[Word]) -> Vec<String> {
    let amounts = measures::measures(words);
    let is_measured = |at: &usize| amounts.iter().any(|amount| amount.words.contains(at));
    let told = (0..words.len()).filter(|at| !is_measured(at)).map(|at| &words[at]);
    let parts = |word: &Word| {
        let is_whole = word.is_count || word.form.chars().all(char::is_alphanumeric);
        let carries = |form: &str| closed::classes(form).is_open() || closed::classes(form).has(Class::Speech);
        let parts = word.form.split(|next: char| !next.is_alphanumeric()).filter(|part| !part.is_empty() && carries(part));
        match is_whole {
            true => Vec::from_iter(carries(&word.form).then(|| word.root().to_string())),
            false => parts.map(|part| reader.root_of(part)).collect(),
        }
    };
    let mut stems: Vec<String> = told.flat_map(parts).chain(amounts.iter().map(|amount| amount.of.to_owned())).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn proposition(compared: &Compared<'_>, printed: &Printed<'_>, group: Vec<usize>) -> Proposition {
    let (findings, stems) = (compared.findings, &compared.stems);
    let mut carried: Vec<Carried> = Vec::new();
    for at in &group {
        let repeats = carried.iter().map(|earlier| earlier.finding).find(|earlier| {
            let other = &findings[*earlier];
            let may_repeat = stems[*at].len() > 4 && other.outlet != findings[*at].outlet;
            may_repeat && likeness(&stems[*earlier], &stems[*at], |_| 1.0) >= REPEATED
        });
        carried.push(Carried { finding: *at, repeats });
    }
    let members = || group.iter().map(|at| &findings[*at]);
    let outlets = distinct(members().map(|finding| finding.outlet.clone()));
    let all = Group { compared, printed, group: &group };
    let (agreement, why) = if outlets.len() < 2 {
        (Agreement::OnlyHere, format!("only in {}", outlets.join(", ")))
    } else if let Some(judged) = all.judge() {
        judged
    } else if carried.iter().filter(|carried| carried.repeats.is_none()).count() == 1 {
        (Agreement::Agree, format!("one text in {}, counted once", outlets.join(", ")))
    } else {
        let sources = distinct(members().map(|finding| finding.source_name().to_owned()));
        let alike = match () {
            () if all.is_converted() => "in other units",
            () if all.is_alike() => "alike",
            () => "in other words",
        };
        let why = if sources.len() > 1 { format!("in the mouths of {}", sources.join(", ")) } else { alike.to_owned() };
        (Agreement::Agree, why + &told_alone(compared, &group))
    };
    let label = group.first().map(|at| findings[*at].content().to_owned()).unwrap_or_default();
    Proposition { label, agreement, why, carried }
}

/// What each of two outlets alone says of what both say, where both say more: it may contradict the other and is not agreed on.
fn told_alone(compared: &Compared<'_>, group: &[usize]) -> String {
    let [one, other] = *group else { return String::new() };
    let alone = |at: usize, other: usize| {
        let (stems, others) = (compared.stems(at, other), compared.stems(other, at));
        let is_alone = |word: &&Word| stems.contains(&word.root().to_string()) && !others.contains(&word.root().to_string());
        let words: Vec<&str> = compared.words[at].iter().filter(is_alone).map(|word| &*word.form).take(SHOWN).collect();
        (!words.is_empty()).then(|| format!("; {} alone: {}", compared.findings[at].outlet, words.join(", ")))
    };
    let told = alone(one, other).zip(alone(other, one));
    told.map_or(String::new(), |(one, other)| one + &other)
}

/// Words of an outlet's own that are shown.
const SHOWN: usize = 4;

/// Each value once, in the order in which they come.
fn distinct(values: impl Iterator<Item = String>) -> Vec<String> {
    // "Police" that is "police" elsewhere only began a sentence.
    let mut known = FxHashSet::default();
    values.filter(|value| known.insert(value.to_ascii_lowercase())).collect()
}
