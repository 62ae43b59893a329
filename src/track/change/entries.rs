//! The entries so far, and what they tell already: of everything that changed one entry is wanted, and each step asks here for those of the
//! steps before it.

use rustc_hash::FxHashSet;

use super::draft::Draft;
use crate::model::ChangeKind;
use crate::text::CharSpan;

/// Entries, and what of names, dates and figures they tell.
#[derive(Default)]
pub(super) struct Entries {
    drafts: Vec<Draft>,
    /// Names and dates that were put right, by their words.
    mended: FxHashSet<(String, String)>,
    /// Figures of the later version, as indices.
    figures: FxHashSet<usize>,
    /// The values of figures, before and after.
    values: FxHashSet<(String, String)>,
}

/// Kinds of entries that account for a name, a date or a number at one of their places.
pub(super) const OF_FACTS: &[ChangeKind] = &[ChangeKind::FigureChanged, ChangeKind::SourceChanged, ChangeKind::Corrected];
/// Kinds of entries that account for the force with which something is said.
pub(super) const OF_FORCE: &[ChangeKind] =
    &[ChangeKind::ActChanged, ChangeKind::Softened, ChangeKind::SourceChanged, ChangeKind::StatusChanged, ChangeKind::Strengthened];

impl Entries {
    pub(super) fn push(&mut self, draft: Draft) -> &mut Draft {
        self.drafts.push(draft);
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }

    pub(super) fn extend(&mut self, drafts: impl IntoIterator<Item = Draft>) {
        self.drafts.extend(drafts);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.iter()
    }

    pub(super) fn into_drafts(self) -> Vec<Draft> {
        self.drafts
    }

    /// Something at these places came or went, or an entry of one of `kinds` stands at either.
    pub(super) fn account_for(&self, kinds: &[ChangeKind], from: CharSpan, to: CharSpan) -> bool {
        self.drafts.iter().any(|draft| match draft.kind {
            ChangeKind::Added | ChangeKind::Restored => draft.is_to(to),
            ChangeKind::Dropped => draft.is_from(from),
            kind => kinds.contains(&kind) && (draft.is_from(from) || draft.is_to(to)),
        })
    }

    /// An entry, of whatever kind, stands at either place.
    pub(super) fn stand_at_either(&self, from: CharSpan, to: CharSpan) -> bool {
        self.drafts.iter().any(|draft| draft.is_from(from) || draft.is_to(to))
    }

    /// One stands at both.
    pub(super) fn stand_at_both(&self, from: CharSpan, to: CharSpan) -> bool {
        self.drafts.iter().any(|draft| draft.is_from(from) && draft.is_to(to))
    }

    /// One that tells of more than other words or another place stands at both.
    pub(super) fn tells_more_than_words(&self, from: CharSpan, to: CharSpan) -> bool {
        let tells = |draft: &Draft| !matches!(draft.kind, ChangeKind::Reworded | ChangeKind::Moved);
        self.drafts.iter().any(|draft| tells(draft) && draft.is_from(from) && draft.is_to(to))
    }

    /// Takes note of a name or a date that was put right; false where one entry says so already, wherever it stands.
    pub(super) fn is_new_mend(&mut self, words: (String, String)) -> bool {
        self.mended.insert(words)
    }

    /// Takes note of a figure with these values before and after; false where one entry gives them already.
    pub(super) fn are_new_values(&mut self, values: (String, String)) -> bool {
        self.values.insert(values)
    }

    /// Takes note of figures of the later version of which an entry speaks.
    pub(super) fn take_figures(&mut self, figures: impl IntoIterator<Item = usize>) {
        self.figures.extend(figures);
    }

    /// The figures of the later version of which entries speak.
    pub(super) fn figures(&self) -> &FxHashSet<usize> {
        &self.figures
    }
}
