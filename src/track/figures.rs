//! Figures of one report from version to version.
//!
//! An amount in brackets behind another is that one in other money or another measure ("8,000 dinars ($3,400)"), and no figure of its own.

use std::rc::Rc;

use super::Version;
use super::features::{NARRATOR, stems};
use super::names::key;
use super::words::Page;
use crate::model::Figure;
use crate::text::{CharIndex, CharSpan, SegmentKind};

/// A figure with what tracking compares.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    pub(super) what: String,
    pub(super) unit: String,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) qualifier: String,
    /// Qualifier, value and unit, as a table shows them.
    pub(super) shown: String,
    pub(super) source_name: String,
    pub(super) source_key: String,
    pub(super) evidence: CharSpan,
    pub(super) in_headline: bool,
    /// Content stems of its sentence.
    pub(super) stems: Vec<Rc<str>>,
}

/// What an amount with a sign of money counts.
const MONEY: &str = "money";

/// The figures of a version, in its order.
pub(super) fn read(version: &Version<'_>, page: &Page) -> Vec<Counted> {
    let document = version.document;
    let index = CharIndex::new(document.text);
    let counted = |figure: &Figure| {
        let sentence = document.sentence_at(index.bytes(figure.evidence.span).start());
        let words = sentence.map(|at| page.within(document.sentences[at].span)).unwrap_or_default();
        Counted {
            what: figure.what.to_lowercase(),
            unit: figure.unit.to_lowercase(),
            low: figure.low,
            high: figure.high,
            qualifier: figure.qualifier.clone().unwrap_or_default(),
            shown: figure.quantity(),
            source_name: figure.source.as_ref().map_or(NARRATOR.to_owned(), |source| source.name.clone()),
            source_key: figure.source.as_ref().map_or(NARRATOR.to_owned(), |source| key(&source.name)),
            evidence: figure.evidence.span,
            in_headline: sentence.is_some_and(|at| document.segment_of(at).kind == SegmentKind::Headline),
            stems: stems(words.iter().filter(|word| !word.is_number)),
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
    (0..figures.len()).filter(|at| !is_converted(*at)).map(|at| counted(&figures[at])).collect()
}

impl Counted {
    /// They count the same thing.
    pub(super) fn same_series(&self, other: &Counted) -> bool {
        self.what == other.what && (self.unit == other.unit || self.unit.is_empty() || other.unit.is_empty())
    }

    /// They say the same.
    pub(super) fn same_value(&self, other: &Counted) -> bool {
        let same = |left: Option<f64>, right: Option<f64>| match (left, right) {
            (Some(left), Some(right)) => left.total_cmp(&right).is_eq(),
            (None, None) => true,
            _ => false,
        };
        same(self.low, other.low) && same(self.high, other.high) && self.qualifier.eq_ignore_ascii_case(&other.qualifier)
    }
}
