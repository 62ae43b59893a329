//! Pairs as decisions want them: claims that were split off have none, claims that were merged have one.

use super::{Pair, Relation};
use crate::track::read::features::Said;

/// Takes out pairs of a claim that was split off from what it would have gone on from.
pub(in crate::track) fn part(before: &[Said], after: &[Said], pairs: &mut Vec<Pair>) {
    pairs.retain(|pair| !after[pair.to].placement.is_apart || before[pair.from].placement.is_apart);
}

/// Adds the pairs of merged claims that have no other, so that they are compared as wordings of one claim. Whose claim it is stays told.
pub(in crate::track) fn join(before: &[Said], after: &[Said], pairs: &mut Vec<Pair>) {
    for (to, said) in after.iter().enumerate().filter(|(_, said)| said.placement.group.is_some()) {
        let is_paired = |pair: &Pair, from: usize| {
            let is_either = pair.from == from || pair.to == to;
            pair.relation == Relation::Same && is_either || pair.from == from && pair.to == to
        };
        let partner =
            before.iter().enumerate().find(|(from, old)| old.thread == said.thread && !pairs.iter().any(|pair| is_paired(pair, *from)));
        if let Some((from, old)) = partner {
            let is_of_another = old.voice == said.voice && !old.same_source(said);
            let relation = if is_of_another { Relation::OtherSource } else { Relation::Same };
            pairs.push(Pair { from, to, relation, likeness: 1.0, aligned: false });
        }
    }
}
