//! Figures of another event: those of whose sentence a year says that it was not this one ("the 2009 sinking killed 74").
//!
//! Known failure: an earlier event without a year ("the sinking of her sister ship killed 74") stands among this one's.

use chrono::{DateTime, Datelike};

use crate::model::Figure;
use crate::store::SnapshotInfo;
use crate::text::{CharIndex, Document, TokenKind};

/// A snapshot's text, and the year of which it is.
pub(super) struct Past<'t> {
    document: Document<'t>,
    index: CharIndex<'t>,
    now: Option<i32>,
}

impl<'t> Past<'t> {
    pub(super) fn of(text: &'t str, info: &SnapshotInfo) -> Past<'t> {
        let now = info.seen_at().and_then(|at| DateTime::from_timestamp(at, 0)).map(|at| at.year());
        Past { document: Document::new(text), index: CharIndex::new(text), now }
    }

    /// The earlier year that stands in the figure's sentence, the nearest before it or else the first after it.
    pub(super) fn year_of(&self, figure: &Figure) -> Option<i32> {
        let span = self.index.bytes(figure.evidence.span);
        let sentence = self.document.sentence_at(span.start())?;
        let year = |token: &crate::text::Token| {
            let word = self.document.slice(token.span);
            let is_year = token.kind == TokenKind::Number && word.len() == 4;
            word.parse().ok().filter(|year| is_year && (1500..=2100).contains(year)).map(|year: i32| (token.span, year))
        };
        let years: Vec<_> =
            self.document.tokens_of(sentence).iter().filter_map(year).filter(|(_, year)| self.now.is_none_or(|now| *year < now)).collect();
        let before = years.iter().rev().find(|(at, _)| at.start() < span.end());
        before.or(years.first()).map(|(_, year)| *year)
    }
}
