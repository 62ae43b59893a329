//! Figures of one report from version to version.
//!
//! An amount in brackets behind another is that one in other money or another measure ("8,000 dinars ($3,400)"), and no figure of its own.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::features::{NARRATOR, stems};
use super::measures::{self, Measured};
use super::words::{Page, Reader};
use crate::lexicon::quantities;
use crate::model::Figure;
use crate::text::{CharSpan, SegmentKind, Span};
use crate::track::version::Version;

/// A figure with what tracking compares.
#[derive(Clone, Debug)]
pub(in crate::track) struct Counted {
    pub(in crate::track) what: String,
    pub(in crate::track) unit: String,
    pub(in crate::track) low: Option<f64>,
    pub(in crate::track) high: Option<f64>,
    pub(in crate::track) qualifier: String,
    /// Qualifier, value and unit, as a table shows them.
    pub(in crate::track) shown: String,
    pub(in crate::track) source_name: String,
    pub(in crate::track) source_key: String,
    pub(in crate::track) evidence: CharSpan,
    /// The same in bytes.
    pub(in crate::track) place: Span,
    pub(in crate::track) in_headline: bool,
    /// Content stems of its sentence, one list for all figures of it.
    pub(in crate::track) stems: Rc<[Rc<str>]>,
    /// What others can be converted to.
    measured: Option<Measured>,
}

/// What an amount with a sign of money counts.
const MONEY: &str = "money";

/// The figures of a version, in its order.
pub(in crate::track) fn read(version: &Version<'_>, page: &Page, reader: &Reader) -> Vec<Counted> {
    let document = version.document;
    let index = document.places();
    let mut by_sentence: FxHashMap<Option<usize>, Rc<[Rc<str>]>> = FxHashMap::default();
    let counted = |figure: &Figure| {
        let sentence = document.sentence_at(index.bytes(figure.evidence.span).start());
        let words = || sentence.map(|at| page.within(document.sentences[at].span)).unwrap_or_default();
        let told = by_sentence.entry(sentence).or_insert_with(|| stems(words().iter().filter(|word| !word.is_number)).into());
        Counted {
            what: figure.what.to_lowercase(),
            unit: figure.unit.to_lowercase(),
            low: figure.low,
            high: figure.high,
            qualifier: figure.qualifier.clone().unwrap_or_default(),
            shown: figure.quantity(),
            source_name: figure.source.as_ref().map_or(NARRATOR.to_owned(), |source| source.name.clone()),
            source_key: figure.source.as_ref().map_or(NARRATOR.to_owned(), |source| reader.key(&source.name)),
            evidence: figure.evidence.span,
            place: index.bytes(figure.evidence.span),
            in_headline: sentence.is_some_and(|at| document.segment_of(at).kind == SegmentKind::Headline),
            stems: Rc::clone(told),
            measured: measures::measures(page.within(index.bytes(figure.evidence.span))).into_iter().next(),
        }
    };
    let figures = &version.findings.figures;
    let is_converted = |at: usize| {
        let (Some(before), figure) = (at.checked_sub(1).map(|before| &figures[before]), &figures[at]) else { return false };
        let end = index.bytes(before.evidence.span).end();
        let between = document.text.get(end..index.bytes(figure.evidence.span).start());
        [&before.what, MONEY].contains(&figure.what.as_str())
            && before.unit != figure.unit
            && between.is_some_and(|between| between.trim() == "(")
    };
    (0..figures.len()).filter(|at| !is_converted(*at)).map(|at| &figures[at]).map(counted).collect()
}

impl Counted {
    /// All that it says, as it is put.
    pub(in crate::track) fn as_given(&self) -> (&str, &str, [Option<u64>; 2], &str) {
        (&self.what, &self.unit, [self.low, self.high].map(|value| value.map(f64::to_bits)), &self.qualifier)
    }

    /// They count the same thing.
    pub(in crate::track) fn same_series(&self, other: &Counted) -> bool {
        self.what == other.what && (self.unit == other.unit || self.unit.is_empty() || other.unit.is_empty())
    }

    /// They say the same, in two units too.
    pub(in crate::track) fn same_value(&self, other: &Counted) -> bool {
        if self.measured.as_ref().zip(other.measured.as_ref()).is_some_and(|(one, two)| one.is_converted(two)) {
            return true;
        }
        let same = |left: Option<f64>, right: Option<f64>| match (left, right) {
            (Some(left), Some(right)) => left.total_cmp(&right).is_eq(),
            (None, None) => true,
            _ => false,
        };
        same(self.low, other.low) && same(self.high, other.high) && sense(&self.qualifier) == sense(&other.qualifier)
    }
}

/// What a qualifier says, in whatever words: "over" is "more than".
fn sense(qualifier: &str) -> String {
    let words: Vec<&str> = qualifier.split(' ').collect();
    let known = quantities::qualifier_before(&words).filter(|found| found.words == words.len() && !found.sense.is_empty());
    known.map_or_else(|| qualifier.to_lowercase(), |found| found.sense.to_owned())
}
