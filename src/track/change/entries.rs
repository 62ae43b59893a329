//! The entries so far, and what they tell already: of everything that changed one entry is wanted, and each step asks here for those of the
//! steps before it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::draft::Draft;
use crate::model::ChangeKind;
use crate::text::CharSpan;

/// Entries, and what of names, dates and figures they tell.
#[derive(Default)]
pub(super) struct Entries {
    drafts: Vec<Draft>,
    /// Names and dates that were put right, by their words; with the claims of the later version that have them, as indices.
    mended: FxHashMap<(String, String), Vec<Option<usize>>>,
    /// Figures of the later version, as indices.
    figures: FxHashSet<usize>,
    /// The values of figures, before and after, likewise.
    values: FxHashMap<(String, String), Vec<Option<usize>>>,
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

    /// Takes note of a name or a date that was put right, in claim `of` of the later version or in none; false where one entry says so
    /// already. A name is put right wherever it stands, a date or a number in each claim that is apart from those before.
    pub(super) fn is_new_mend(&mut self, words: (String, String), of: Option<usize>, are_apart: impl Fn(usize, usize) -> bool) -> bool {
        let is_dated = words.1.starts_with(|first: char| first.is_ascii_digit());
        is_new_of(self.mended.entry(words).or_default(), of, |one, other| is_dated && are_apart(one, other))
    }

    /// Takes note of a figure with these values before and after, in claim `of` of the later version or in none; false where an entry of a
    /// claim that is not apart gives them already.
    pub(super) fn are_new_values(&mut self, values: (String, String), of: Option<usize>, are_apart: impl Fn(usize, usize) -> bool) -> bool {
        is_new_of(self.values.entry(values).or_default(), of, are_apart)
    }

    /// Adds to the entry of a figure with these values that another source gives it, too; of many sources the first few are named.
    pub(super) fn name_another_source(&mut self, (before, after): &(String, String), source: &str) {
        let gives = |draft: &&mut Draft| draft.kind == ChangeKind::FigureChanged && draft.before == *before && draft.after == *after;
        let Some(draft) = self.drafts.iter_mut().find(gives).filter(|draft| draft.source_name != source) else { return };
        let note = format!("; {source}{TOO}");
        if !draft.why.contains(&note) && draft.why.matches(TOO).count() < NAMED {
            draft.why.push_str(&note);
        }
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

/// Behind a source that gives a figure beside the one whose entry it is.
const TOO: &str = " too";
/// Such sources that an entry names.
const NAMED: usize = 3;

/// Claims with one value that are compared with another.
const WITH_VALUE: usize = 32;

/// Takes note that `of` has what is told of `others`; false where it is not apart from all of them.
fn is_new_of(others: &mut Vec<Option<usize>>, of: Option<usize>, are_apart: impl Fn(usize, usize) -> bool) -> bool {
    let is_new = others.len() < WITH_VALUE && others.iter().all(|other| of.zip(*other).is_some_and(|(one, other)| are_apart(one, other)));
    if is_new {
        others.push(of);
    }
    is_new
}
