//! An entry before it is weighed and held against the notices.

use crate::model::ChangeKind;
use crate::text::CharSpan;
use crate::track::read::Reading;
use crate::track::read::features::NARRATOR;

/// A change without its notice.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) kind: ChangeKind,
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) thread: Option<usize>,
    pub(super) source_name: String,
    pub(super) evidence_from: Option<CharSpan>,
    pub(super) evidence_to: Option<CharSpan>,
    pub(super) before: String,
    pub(super) after: String,
    /// What a figure counts, or the topic of a state.
    pub(super) of: Option<String>,
    pub(super) why: String,
    pub(super) extra: f64,
    /// A publisher would be expected to announce it, whatever its kind.
    pub(super) is_missed: bool,
}

impl Draft {
    /// Its evidence in the earlier version shares words with `place`.
    pub(super) fn is_from(&self, place: CharSpan) -> bool {
        self.evidence_from.is_some_and(|evidence| evidence.overlaps(place))
    }

    /// Its evidence in the later version shares words with `place`.
    pub(super) fn is_to(&self, place: CharSpan) -> bool {
        self.evidence_to.is_some_and(|evidence| evidence.overlaps(place))
    }

    /// It says that this figure became that one.
    pub(super) fn gives(&self, (from, was): (CharSpan, &str), (to, is): (CharSpan, &str)) -> bool {
        let is_here = self.kind == ChangeKind::FigureChanged && self.is_from(from) && self.is_to(to);
        is_here && self.before.contains(was) && self.after.contains(is)
    }

    /// Makes it an entry on a claim.
    pub(super) fn belongs_to(&mut self, (from, to): (usize, usize), before: &Reading, after: &Reading) {
        let (before, after) = (&before.said[from], &after.said[to]);
        (self.from, self.to, self.thread) = (Some(from), Some(to), after.thread);
        self.source_name.clone_from(&after.source.name);
        (self.evidence_from, self.evidence_to) = (Some(before.evidence), Some(after.evidence));
    }

    /// An entry on no claim.
    pub(super) fn loose(kind: ChangeKind, from: CharSpan, to: CharSpan, (before, after): (String, String), why: String) -> Draft {
        Draft {
            kind,
            from: None,
            to: None,
            thread: None,
            source_name: NARRATOR.to_owned(),
            evidence_from: Some(from),
            evidence_to: Some(to),
            before,
            after,
            of: None,
            why,
            extra: 0.0,
            is_missed: false,
        }
    }
}
