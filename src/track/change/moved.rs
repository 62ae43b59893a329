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

/// Sentences in the outlet's own voice that a claim passes at least: one that was put before or behind its neighbour hardly moved.
const AWAY: usize = 3;

impl Between<'_> {
    /// The smallest set of unchanged claims whose move explains the new order. What changed besides is told as that, wherever it stands
    /// now: where two passages changed places, it is no reason to say that the other one moved.
    pub(super) fn moved(&mut self, version: &Version<'_>) {
        let body: Vec<&Pair> =
            self.pairs.iter().filter(|pair| !self.before.said[pair.from].in_headline && !self.after.said[pair.to].in_headline).collect();
        let sentences = version.prior.map(|prior| moved_sentences(prior.comparison)).unwrap_or_default();
        if body.is_sorted_by_key(|pair| pair.from) && sentences.is_empty() {
            return;
        }
        let told: FxHashSet<(Option<usize>, Option<usize>)> = self.entries.iter().map(|draft| (draft.from, draft.to)).collect();
        let is_unchanged = |pair: &&Pair| {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            pair.relation == Relation::Same
                && !told.contains(&(Some(pair.from), Some(pair.to)))
                && wording::compare(from, to) == wording::Difference::default()
        };
        let unchanged: Vec<&Pair> = body.iter().copied().filter(is_unchanged).collect();
        let reported: FxHashSet<usize> = unchanged.iter().map(|pair| pair.to).collect();
        let moved = |pairs: &[&Pair]| -> FxHashSet<usize> {
            let order: Vec<usize> = pairs.iter().map(|pair| pair.from).collect();
            let at = order::moved(&order, |at| sentences.contains(&self.before.said[order[at]].sentence));
            at.into_iter().map(|at| pairs[at].to).filter(|to| reported.contains(to)).collect()
        };
        let of_all = moved(&body);
        let among = moved(&unchanged);
        let fewer = if !among.is_empty() && among.len() < of_all.len() { among } else { of_all };
        let passed: FxHashSet<usize> =
            body.iter().filter(|pair| fewer.contains(&pair.to)).map(|pair| self.before.said[pair.from].sentence).collect();
        let beside = version.prior.map(|prior| moved_beside(prior.comparison, &passed)).unwrap_or_default();
        let has_moved = |pair: &&Pair| fewer.contains(&pair.to) || beside.contains(&self.before.said[pair.from].sentence);
        let moved: Vec<&Pair> = unchanged.into_iter().filter(has_moved).collect();
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

/// Sentences that stayed as they are, of the earlier version, and moved besides those that are known to have `passed`: where nobody says
/// anything in what a claim was put before or behind, the claims themselves stand in their old order.
fn moved_beside(comparison: &Comparison, passed: &FxHashSet<usize>) -> FxHashSet<usize> {
    let stays = |link: &Link| matches!(link.kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
    let mut stayed: Vec<(usize, usize, bool)> = comparison
        .links
        .iter()
        .filter(|link| !link.furniture)
        .filter_map(|link| match (&link.from[..], &link.to[..]) {
            ([from], [to]) if stays(link) && !passed.contains(from) => Some((*to, *from, link.kind == LinkKind::Moved)),
            _ => None,
        })
        .collect();
    stayed.sort_unstable();
    let order: Vec<usize> = stayed.iter().map(|(_, from, _)| *from).collect();
    let passes = |at: &usize| (0..order.len()).filter(|other| (other < at) != (order[*other] < order[*at])).count() >= AWAY;
    order::moved(&order, |at| stayed[at].2).into_iter().filter(passes).map(|at| order[at]).collect()
}

/// Sentences of the earlier version that stand elsewhere in the later.
fn moved_sentences(comparison: &Comparison) -> FxHashSet<usize> {
    comparison.links.iter().filter(|link| has_moved(link)).flat_map(|link| &link.from).copied().collect()
}

fn has_moved(link: &Link) -> bool {
    matches!(link.kind, LinkKind::Moved | LinkKind::MovedEdited)
}
