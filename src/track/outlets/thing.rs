//! One figure with what its sentence tells of it, and how much of that is told of another.

use std::collections::BTreeMap;
use std::ops::Range;

use super::compare::are_one_source;
use super::deed::Deed;
use super::finding::OutletFinding;
use super::slots::{Kind, apart};
use super::values::{PEOPLE, meet, range};
use crate::lexicon::force::{self, Sort};
use crate::lexicon::quantities;
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

/// A figure with what its sentence tells of it.
pub(super) struct Thing<'f> {
    pub(super) finding: &'f OutletFinding,
    pub(super) figure: &'f Figure,
    /// What is counted, where it is counted by its own noun.
    pub(super) noun: Option<String>,
    /// What a sum of money or a length of time is of.
    pub(super) kind: Option<&'static str>,
    /// The numbers that the figure allows.
    range: Option<(f64, f64)>,
    /// Names, each as the roots of its words.
    names: Vec<Vec<String>>,
    /// The roots of the words that name the source.
    source: Vec<String>,
    /// The roots of other words, and whether one can be a verb.
    words: BTreeMap<String, bool>,
    /// The words of the sentence, as they stand.
    told: Vec<Word>,
    /// Where the figure stands among them.
    own: Range<usize>,
    /// The word by which the kind is told.
    sum: Option<usize>,
}

/// How much of what is told of one figure is told of another.
#[derive(Clone, Debug)]
pub(super) struct Likeness {
    pub(super) score: usize,
    /// The words by which the contrary is said of them.
    pub(super) contrary: Option<(String, String)>,
}

impl<'f> Thing<'f> {
    pub(super) fn of(finding: &'f OutletFinding, reader: &Reader) -> Option<Thing<'f>> {
        let figure = finding.figures().first().filter(|figure| finding.thing().is_some() && figure.low.is_some())?;
        let document = Document::new(&finding.evidence);
        let index = CharIndex::new(&finding.evidence);
        let from = figure.evidence.span.start().checked_sub(finding.evidence_start)?;
        let length = figure.evidence.span.end() - figure.evidence.span.start();
        let place = index.bytes(CharSpan::new(from, from + length));
        let page = reader.page(&document);
        let told = page.all().to_vec();
        let own = page.range(place);
        let source = key(finding.source_name());
        let is_whose = |word: &&Word| source.split(' ').any(|name| name == lower_case(&word.form));
        let tells = |word: &Word| !word.is_function && !word.is_count && !word.is_calendar && !is_said(word);
        let is_counted = figure.unit == figure.what || figure.unit == PEOPLE;
        let noun = is_counted.then(|| reader.root_of(&figure.what));
        let unit = reader.root_of(&figure.unit);
        let (mut names, mut words): (Vec<Vec<String>>, BTreeMap<String, bool>) = (Vec::new(), BTreeMap::new());
        let mut is_in_name = false;
        for word in told.iter().filter(|word| word.is_name || !word.is_function) {
            let is_name = word.is_name && tells(word);
            match names.last_mut().filter(|_| is_name && is_in_name) {
                Some(name) => name.push(word.root().to_string()),
                None if is_name => names.push(vec![word.root().to_string()]),
                None if tells(word) && Some(&**word.root()) != noun.as_deref() && **word.root() != *unit => {
                    let is_verb = word.looked_up().forms != 0;
                    *words.entry(word.root().to_string()).or_default() |= is_verb;
                }
                None => {}
            }
            is_in_name = is_name;
        }
        let source = told.iter().filter(is_whose).map(|word| word.root().to_string()).collect();
        let (sum, kind) = kind(&told, &own).unzip();
        Some(Thing { finding, figure, noun, kind, range: range(figure), names, source, words, told, own, sum })
    }

    /// The outlets can mean one number.
    pub(super) fn has_value_of(&self, other: &Thing<'_>) -> bool {
        self.range.zip(other.range).is_some_and(|(one, other)| meet(one, other))
    }

    /// The roots of all that is told, of which two things have one in common at least.
    pub(super) fn roots(&self) -> impl Iterator<Item = &str> {
        self.names.iter().flatten().chain(self.words.keys()).map(String::as_str)
    }

    fn has(&self, root: &String) -> bool {
        self.words.contains_key(root) || self.names.iter().any(|name| name.contains(root))
    }

    /// How much of what is told of the one is told of the other, but who speaks in both; `None` where they are of two things.
    pub(super) fn likeness(&self, other: &Thing<'_>) -> Option<Likeness> {
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
        if !is_enough || is_elsewhere() {
            return None;
        }
        let contrary = Deed::contrary(&self.deed(), &other.deed());
        // One number of two deeds is told of one, by contrary words; two numbers of two deeds are of two things, but where something went
        // up by the one and down by the other.
        let is_one = contrary.as_ref().is_none_or(|found| found.is_trend || self.has_value_of(other));
        is_one.then(|| Likeness { score, contrary: contrary.map(|found| found.words) })
    }

    /// What is done with what is counted.
    fn deed(&self) -> Deed<'_> {
        Deed::new(&self.told, self.own.start.saturating_sub(REACH)..(self.own.end + REACH).min(self.told.len()))
    }

    fn words_shared_with(&self, other: &Thing<'_>) -> impl Iterator<Item = &String> {
        self.words.keys().filter(|root| other.words.contains_key(*root))
    }

    /// Each has a name, a date or another word that the other has not: it may be another thing, however much else they share.
    fn is_told_otherwise(&self, other: &Thing<'_>) -> bool {
        let own = |one: &Thing<'_>, two: &Thing<'_>| {
            let tells = |word: &&Word| !word.is_function && !word.is_count && !one.source.iter().any(|root| **root == **word.root());
            let is_sum = |word: &Word| quantities::kind_of_sum(word.lower()).is_some() || quantities::unit(&word.form).is_some();
            let stands = |word: &Word| two.told.iter().any(|there| there.root() == word.root());
            one.told.iter().filter(tells).any(|word| !is_sum(word) && !is_said(word) && !stands(word))
        };
        own(self, other) && own(other, self)
    }

    /// Both tell by a verb what the sum is of, and by another: "valued at", "bought for".
    fn has_other_verb(&self, other: &Thing<'_>) -> bool {
        let verb = |thing: &'_ Thing<'_>| {
            let word = &thing.told[thing.sum?];
            (word.looked_up().forms != 0).then(|| word.root().clone())
        };
        verb(self).zip(verb(other)).is_some_and(|(one, other)| one != other)
    }

    /// Both tell what the sum is of, or say of what they count that one thing is done with it; and no two sources count.
    pub(super) fn is_certainly(&self, other: &Thing<'_>) -> bool {
        let [one, two] = [self.finding, other.finding];
        let are_two_sources = !are_one_source(one, two) && [one, two].iter().all(|finding| finding.source_name() != NARRATOR);
        let is_one_kind = self.kind.is_some() && self.kind == other.kind && !self.has_other_verb(other);
        let does_the_same = || self.words.iter().any(|(root, is_verb)| *is_verb && other.words.get(root) == Some(&true));
        let shares_words = || self.words_shared_with(other).count() >= COUNTED;
        let is_measured = quantities::is_money(&self.figure.unit) || quantities::is_time(&self.figure.unit);
        !are_two_sources
            && !self.is_told_otherwise(other)
            && (is_one_kind || !is_measured && (does_the_same() || self.noun.is_none() && shares_words()))
    }
}

/// A word of saying, or beside a number.
fn is_said(word: &Word) -> bool {
    matches!(force::of(&word.form, word.stem()), Some((Sort::Verb | Sort::Qualifier, _)))
}

/// What a sum of money or a length of time is of, by the nearest word that tells it, and where that stands.
fn kind(told: &[Word], own: &Range<usize>) -> Option<(usize, &'static str)> {
    let near = own.start.saturating_sub(REACH)..(own.end + REACH).min(told.len());
    let distance = |at: usize| if at < own.start { own.start - at } else { (at + 1).saturating_sub(own.end) };
    let found = near.filter_map(|at| quantities::kind_of_sum(told[at].lower()).map(|kind| (at, kind)));
    found.min_by_key(|(at, kind)| (quantities::is_vague_kind(kind), distance(*at)))
}
