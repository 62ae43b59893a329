//! Claims that stand elsewhere with the same words.

use rustc_hash::FxHashSet;

use super::{Between, order};
use crate::diff::{Comparison, Link, LinkKind};
use crate::model::ChangeKind;
use crate::track::pair::{Pair, Relation};
use crate::track::version::Version;
use crate::track::wording;

/// Where the last third begins.
const LAST_THIRD: f64 = 2.0 / 3.0;

/// What words that were put down into the last third weigh more.
const BURIED: f64 = 0.15;

impl Between<'_> {
    /// The smallest set of unchanged claims whose move explains the new order. What changed besides is told as that, wherever it stands
    /// now: where two passages changed places, it is no reason to say that the other one moved.
    pub(super) fn moved(&mut self, version: &Version<'_>) {
        let body: Vec<&Pair> =
            self.pairs.iter().filter(|pair| !self.before.said[pair.from].in_headline && !self.after.said[pair.to].in_headline).collect();
        if body.is_sorted_by_key(|pair| pair.from) {
            return;
        }
        let told: FxHashSet<(Option<usize>, Option<usize>)> = self.drafts.iter().map(|draft| (draft.from, draft.to)).collect();
        let is_unchanged = |pair: &&Pair| {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            pair.relation == Relation::Same
                && !told.contains(&(Some(pair.from), Some(pair.to)))
                && wording::compare(from, to) == wording::Difference::default()
        };
        let unchanged: Vec<&Pair> = body.iter().copied().filter(is_unchanged).collect();
        let reported: FxHashSet<usize> = unchanged.iter().map(|pair| pair.to).collect();
        let sentences = version.prior.map(|prior| moved_sentences(prior.comparison)).unwrap_or_default();
        let moved = |pairs: &[&Pair]| -> FxHashSet<usize> {
            let order: Vec<usize> = pairs.iter().map(|pair| pair.from).collect();
            let at = order::moved(&order, |at| sentences.contains(&self.before.said[order[at]].sentence));
            at.into_iter().map(|at| pairs[at].to).filter(|to| reported.contains(to)).collect()
        };
        let of_all = moved(&body);
        let among = moved(&unchanged);
        let fewer = if !among.is_empty() && among.len() < of_all.len() { among } else { of_all };
        let moved: Vec<&Pair> = unchanged.into_iter().filter(|pair| fewer.contains(&pair.to)).collect();
        for pair in moved {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            let (why, extra) = match (from.place, to.place) {
                (old, new) if new >= LAST_THIRD && old < LAST_THIRD => {
                    ("buried: the same words, now in the last third of the text", BURIED)
                }
                (old, new) if new > old => ("the same words, further down", 0.0),
                _ => ("the same words, further up", 0.0),
            };
            self.draft(ChangeKind::Moved, Some(pair.from), Some(pair.to), why).extra = extra;
        }
    }
}

/// Sentences of the earlier version that stand elsewhere in the later.
fn moved_sentences(comparison: &Comparison) -> FxHashSet<usize> {
    let has_moved = |link: &&Link| matches!(link.kind, LinkKind::Moved | LinkKind::MovedEdited);
    comparison.links.iter().filter(has_moved).flat_map(|link| &link.from).copied().collect()
}
