//! What became of claims that stand in one version only while what they say stands in the other: another says it now, or what they count
//! went on elsewhere. They neither came nor went.
//!
//! Known failure: of two sources that go on giving one count each, one figure that went and another that came are no pair.

use super::passages::Passages;
use super::{Between, speaker};
use crate::model::ChangeKind;
use crate::track::read::features::{NARRATOR, Said, Voice};
use crate::track::read::figures::Counted;

impl Between<'_> {
    /// Claims of the earlier version whose words are those of another source now, its own pair being another claim: "said A and said B"
    /// that became "said A and B" in another mouth, and what "is alleged" now.
    pub(super) fn in_another_mouth(&mut self, passages: &Passages<'_>) {
        for at in 0..self.before.said.len() {
            let said = &self.before.said[at];
            if !self.is_gone(said) || said.in_headline || said.source.key == NARRATOR {
                continue;
            }
            let Some(to) = passages.handed_on(said, &self.after.said) else { continue };
            let now = &self.after.said[to];
            let why = format!("{} said it before, {} says it now", speaker(&said.source.name), speaker(&now.source.name));
            self.passed.extend(said.thread);
            self.passed.extend(now.thread.filter(|thread| !self.old.contains(thread)));
            self.draft(ChangeKind::SourceChanged, Some(at), Some(to), &why);
        }
    }

    /// Claims that give a figure which went on with another value, where no claim was found on the other side, or one of the same source
    /// that has no pair either. `gone_on` are the figures that went on, as indices.
    pub(super) fn counted(&mut self, gone_on: &[(usize, usize)]) {
        for (old, new) in gone_on {
            let (was, is) = (&self.before.figures[*old], &self.after.figures[*new]);
            let (from, to) = (giving(&self.before.said, was), giving(&self.after.said, is));
            let is_gone = |at: usize| self.is_gone(&self.before.said[at]);
            let is_come = |at: usize| self.is_come(&self.after.said[at]);
            let is_lone = match (from, to) {
                (Some(from), Some(to)) => is_gone(from) && is_come(to) && self.before.said[from].same_source(&self.after.said[to]),
                (from, to) => from.is_some_and(is_gone) || to.is_some_and(is_come),
            };
            if !is_lone || is.in_headline {
                continue;
            }
            let values = (was.shown.clone(), is.shown.clone());
            self.passed.extend(from.and_then(|at| self.before.said[at].thread));
            self.passed.extend(to.and_then(|at| self.after.said[at].thread));
            self.entries.take_figures([*new]);
            let said = &self.after.said;
            if !self.entries.are_new_values(values.clone(), to, |one, other| said[one].is_of_others_than(&said[other])) {
                continue;
            }
            let why = format!("{}: {} became {}", is.what, values.0, values.1);
            let places = (was.evidence, is.evidence);
            let of = is.what.clone();
            let draft = self.draft(ChangeKind::FigureChanged, from, to, &why);
            draft.of = Some(of);
            (draft.before, draft.after) = values;
            draft.evidence_from.get_or_insert(places.0);
            draft.evidence_to.get_or_insert(places.1);
        }
    }

    fn is_gone(&self, said: &Said) -> bool {
        !said.is_in(&self.new) && !said.is_in(&self.passed)
    }

    fn is_come(&self, said: &Said) -> bool {
        !said.is_in(&self.old) && !said.is_in(&self.passed)
    }
}

/// Claims that can hold one figure.
const BESIDE: usize = 16;

/// The first claim below the headline in which somebody gives the figure.
fn giving(said: &[Said], figure: &Counted) -> Option<usize> {
    let gives = |said: &Said| {
        let is_anybody = said.voice == Voice::Says && said.source.key != NARRATOR && !said.in_headline;
        is_anybody && said.evidence.overlaps(figure.evidence)
    };
    // Claims stand in the order of their evidence.
    let end = said.partition_point(|said| said.evidence.start() < figure.evidence.end());
    (end.saturating_sub(BESIDE)..end).find(|at| gives(&said[*at]))
}
