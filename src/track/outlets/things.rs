//! Which figures of two outlets are of one thing, with whatever noun either tells it: "was fined £2m", "a penalty of £3m"; "is recalling
//! 16,000 packs", "the recall covers 60,000 packs". Tolls are told by their events and stand in `event`.
//!
//! Two figures in one unit are of one thing where what their sentences share outweighs the names that only one of them has, the noun is the
//! same, or what the sum is of, and neither outlet has another figure that would do as well. Where both tell what the sum is of, or do the
//! same with what they count, two values contradict each other; else they are told to differ.
//!
//! Known failures: a part and the whole of it ("300 jobs", "450 jobs" at one plant) where both have one verb; sums of two years.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::compare::{OutletFindings, are_one_source};
use super::slots::{Kind, apart};
use super::values::{PEOPLE, can_both_be};
use crate::lexicon::force::{self, Sort};
use crate::lexicon::quantities;
use crate::lexicon::words::look_up;
use crate::model::Figure;
use crate::text::{CharIndex, CharSpan, Document, lower_case};
use crate::track::read::features::NARRATOR;
use crate::track::read::names::key;
use crate::track::read::words::{Reader, Word};

/// What two sentences share beyond what only one of them names, at least.
const ENOUGH: usize = 2;
/// Names and words that count at the most: long sentences share more by chance.
const COUNTED: usize = 2;
/// Words to either side of a figure within which is told what it is of.
const REACH: usize = 10;
/// Figures of one unit that are held against each other.
const LOOKED_AT: usize = 48;

/// The kind of a sum that is paid, for whatever.
const PAYMENT: &str = "payment";

/// A figure with what its sentence tells of it.
struct Thing<'f> {
    finding: &'f OutletFindings,
    figure: &'f Figure,
    /// Names, each as the roots of its words.
    names: Vec<Vec<String>>,
    /// The roots of the words that name the source.
    source: Vec<String>,
    /// The roots of other words, and whether one can be a verb.
    words: BTreeMap<String, bool>,
    /// What is counted, where it is counted by its own noun.
    noun: Option<String>,
    /// What a sum of money or a length of time is of.
    kind: Option<&'static str>,
    /// The words of the sentence, as they stand.
    told: Vec<Word>,
}

/// How sure it is that two figures are of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// They are likely to be.
    Likely,
    /// They are: two values exclude each other.
    Certain,
}

/// Which figures are of one thing, by their ids.
#[derive(Default)]
pub(super) struct Things(FxHashMap<(String, String), Match>);

impl Things {
    pub(super) fn of(findings: &[OutletFindings], reader: &Reader) -> Things {
        let mut by_unit: BTreeMap<String, Vec<Thing<'_>>> = BTreeMap::new();
        for thing in findings.iter().filter_map(|finding| Thing::of(finding, reader)) {
            let alike = by_unit.entry(thing.figure.unit.to_lowercase()).or_default();
            if alike.iter().filter(|other: &&Thing<'_>| other.finding.outlet == thing.finding.outlet).count() < LOOKED_AT {
                alike.push(thing);
            }
        }
        let mut out = Things::default();
        by_unit.values().for_each(|alike| out.pair(alike));
        out
    }

    /// How sure it is that the two are of one thing.
    pub(super) fn of_one(&self, left: &Figure, right: &Figure) -> Option<Match> {
        let found = |one: &Figure, other: &Figure| self.0.get(&(one.id.clone(), other.id.clone())).copied();
        found(left, right).or_else(|| found(right, left))
    }

    /// Pairs those of two outlets, if neither outlet has another value that would do as well, and those of one that repeat each other.
    fn pair(&mut self, alike: &[Thing<'_>]) {
        let score = |left: usize, right: usize| alike[left].shared_with(&alike[right]);
        let scores: Vec<Vec<Option<usize>>> =
            (0..alike.len()).map(|left| (0..alike.len()).map(|right| score(left, right)).collect()).collect();
        for left in 0..alike.len() {
            for right in left + 1..alike.len() {
                let Some(own) = scores[left][right] else { continue };
                let is_rival = |here: usize, there: usize, other: usize| {
                    let is_there = alike[other].finding.outlet == alike[there].finding.outlet && !alike[other].has_value_of(&alike[there]);
                    let would_do = scores[here][other].is_some_and(|score| score >= own) || alike[other].has_value_of(&alike[here]);
                    is_there && would_do
                };
                let has_rival = |here: usize, there: usize| (0..alike.len()).any(|other| is_rival(here, there, other));
                let is_same = alike[left].has_value_of(&alike[right]);
                if alike[left].finding.outlet == alike[right].finding.outlet && !is_same {
                    continue;
                }
                if is_same || !has_rival(left, right) && !has_rival(right, left) {
                    let found = if alike[left].is_certainly(&alike[right]) { Match::Certain } else { Match::Likely };
                    self.0.insert((alike[left].figure.id.clone(), alike[right].figure.id.clone()), found);
                }
            }
        }
    }
}

impl<'f> Thing<'f> {
    fn of(finding: &'f OutletFindings, reader: &Reader) -> Option<Thing<'f>> {
        let figure = finding.figures.first().filter(|figure| finding.is_thing() && figure.low.is_some())?;
        let document = Document::new(&finding.evidence);
        let index = CharIndex::new(&finding.evidence);
        let from = figure.evidence.span.start().checked_sub(finding.evidence_start)?;
        let length = figure.evidence.span.end() - figure.evidence.span.start();
        let place = index.bytes(CharSpan::new(from, from + length));
        let page = reader.page(&document);
        let told = page.all().to_vec();
        let own = page.range(place);
        let source = key(&finding.source_name);
        let is_said = |word: &Word| matches!(force::of(&word.form, &word.stem), Some((Sort::Verb | Sort::Qualifier, _)));
        let is_whose = |word: &&Word| source.split(' ').any(|name| name == lower_case(&word.form));
        let tells = |word: &Word| !word.is_function && !word.is_count && !word.is_calendar && !is_said(word);
        let is_counted = figure.unit == figure.what || figure.unit == PEOPLE;
        let noun = is_counted.then(|| reader.root_of(&figure.what));
        let unit = reader.root_of(&figure.unit);
        let source = told.iter().filter(is_whose).map(|word| word.root.to_string()).collect();
        let mut out = Thing { finding, figure, names: Vec::new(), source, words: BTreeMap::new(), noun, kind: None, told: Vec::new() };
        let mut is_in_name = false;
        for word in told.iter().filter(|word| word.is_name || !word.is_function) {
            let is_name = word.is_name && tells(word);
            match out.names.last_mut().filter(|_| is_name && is_in_name) {
                Some(name) => name.push(word.root.to_string()),
                None if is_name => out.names.push(vec![word.root.to_string()]),
                None if tells(word) && Some(&*word.root) != out.noun.as_deref() && *word.root != *unit => {
                    let is_verb = look_up(&lower_case(&word.form)).forms != 0;
                    *out.words.entry(word.root.to_string()).or_default() |= is_verb;
                }
                None => {}
            }
            is_in_name = is_name;
        }
        out.kind = kind(&told, own);
        out.told = told;
        Some(out)
    }

    /// The outlets can mean one number.
    fn has_value_of(&self, other: &Thing<'_>) -> bool {
        can_both_be(self.figure, other.figure)
    }

    fn has(&self, root: &String) -> bool {
        self.words.contains_key(root) || self.names.iter().any(|name| name.contains(root))
    }

    /// How much of what is told of the one is told of the other, but who speaks in both; `None` where they are of two things.
    fn shared_with(&self, other: &Thing<'_>) -> Option<usize> {
        let is_other_noun = self.noun.is_some() && other.noun.is_some() && self.noun != other.noun;
        let is_other_kind = self.kind.is_some() && other.kind.is_some() && self.kind != other.kind;
        if is_other_noun || is_other_kind {
            return None;
        }
        let speaks_in_both = |root: &String| self.source.contains(root) && other.source.contains(root);
        let is_shared = |name: &&Vec<String>, two: &Thing<'_>| name.iter().any(|root| two.has(root) && !speaks_in_both(root));
        let is_own = |name: &&Vec<String>, one: &Thing<'_>, two: &Thing<'_>| {
            !is_shared(name, two) && !name.iter().any(|root| one.source.contains(root))
        };
        let shared = |one: &Thing<'_>, two: &Thing<'_>| one.names.iter().filter(|name| is_shared(name, two)).count();
        let own = |one: &Thing<'_>, two: &Thing<'_>| one.names.iter().filter(|name| is_own(name, one, two)).count();
        let only_here = own(self, other).min(own(other, self));
        let names = shared(self, other).max(shared(other, self)).min(COUNTED);
        let words = self.words_shared_with(other).filter(|root| !speaks_in_both(root)).count().min(COUNTED);
        let is_one_kind = self.noun.is_some() || self.kind.is_some() && self.kind == other.kind;
        let score = (names + words + usize::from(is_one_kind)).checked_sub(only_here)?;
        let is_enough = score >= ENOUGH && (names > 0 || words >= COUNTED);
        let is_elsewhere = || apart(&self.told, &other.told).slot.is_some_and(|slot| slot.kind == Kind::Name);
        (is_enough && !is_elsewhere()).then_some(score)
    }

    fn words_shared_with(&self, other: &Thing<'_>) -> impl Iterator<Item = &String> {
        self.words.keys().filter(|root| other.words.contains_key(*root))
    }

    /// Each has a name, a date or another word that the other has not: it may be another thing, however much else they share.
    fn is_told_otherwise(&self, other: &Thing<'_>) -> bool {
        let own = |one: &Thing<'_>, two: &Thing<'_>| {
            let tells = |word: &&Word| !word.is_function && !word.is_count && !one.source.iter().any(|root| **root == *word.root);
            let is_sum = |word: &Word| quantities::kind_of_sum(&lower_case(&word.form)).is_some() || quantities::unit(&word.form).is_some();
            let is_saying = |word: &Word| matches!(force::of(&word.form, &word.stem), Some((Sort::Verb | Sort::Qualifier, _)));
            let stands = |word: &Word| two.told.iter().any(|there| there.root == word.root);
            one.told.iter().filter(tells).any(|word| !is_sum(word) && !is_saying(word) && !stands(word))
        };
        own(self, other) && own(other, self)
    }

    /// Both tell what the sum is of, or say of what they count that one thing is done with it; and no two sources count.
    fn is_certainly(&self, other: &Thing<'_>) -> bool {
        let [one, two] = [self.finding, other.finding];
        let are_two_sources = !are_one_source(one, two) && [one, two].iter().all(|finding| finding.source_name != NARRATOR);
        let is_one_kind = self.kind.is_some() && self.kind == other.kind;
        let does_the_same = || self.words.iter().any(|(root, is_verb)| *is_verb && other.words.get(root) == Some(&true));
        let shares_words = || self.words_shared_with(other).count() >= COUNTED;
        let is_measured = quantities::is_money(&self.figure.unit) || quantities::is_time(&self.figure.unit);
        !are_two_sources
            && !self.is_told_otherwise(other)
            && (is_one_kind || !is_measured && (does_the_same() || self.noun.is_none() && shares_words()))
    }
}

/// What a sum of money or a length of time is of, by the nearest word that tells it.
fn kind(told: &[Word], own: Range<usize>) -> Option<&'static str> {
    let near = own.start.saturating_sub(REACH)..(own.end + REACH).min(told.len());
    let distance = |at: usize| if at < own.start { own.start - at } else { (at + 1).saturating_sub(own.end) };
    let found = near.filter_map(|at| quantities::kind_of_sum(&lower_case(&told[at].form)).map(|kind| (at, kind)));
    // Whatever is paid is paid for something.
    found.min_by_key(|(at, kind)| (*kind == PAYMENT, distance(*at))).map(|(_, kind)| kind)
}
