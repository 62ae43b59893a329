//! Speakers who go by another name throughout the later version, as a source does whose name was taken out.

use rustc_hash::FxHashSet;

use super::{Chosen, Pair, Relation, SAME_ALIGNED};
use crate::track::read::features::{Said, likeness};

/// "Kit Orr said", "The man, who asked not to be named, said": where a speaker whom the later version does not have any more said there
/// what somebody says now whom the earlier had not, what both say in other sentences that belong together may be altered as one's own may.
pub(super) fn pairs((from, to): (&[Said], &[Said]), aligned: &FxHashSet<(usize, usize)>, chosen: &Chosen) -> Vec<Pair> {
    fn keys(said: &[Said]) -> FxHashSet<&str> {
        said.iter().map(|said| &*said.source.key).collect()
    }
    let mut passed = chosen.out.iter().filter(|pair| pair.relation == Relation::OtherSource).peekable();
    if passed.peek().is_none() {
        return Vec::new();
    }
    let (before, after) = (keys(from), keys(to));
    let names = |left: usize, right: usize| (&*from[left].source.key, &*to[right].source.key);
    let is_renamed = |(old, new): &(&str, &str)| !after.contains(old) && !before.contains(new);
    let renamed: FxHashSet<(&str, &str)> = passed.map(|pair| names(pair.from, pair.to)).filter(is_renamed).collect();
    let is_free = |(left, right): &&(usize, usize)| chosen.is_free(*left, *right) && renamed.contains(&names(*left, *right));
    let pair = |(left, right): &(usize, usize)| {
        let (left, right) = (*left, *right);
        let likeness = likeness(&from[left].stems, &to[right].stems, |_| 1.0);
        Pair { from: left, to: right, relation: Relation::OtherSource, likeness, aligned: true }
    };
    let is_one = |pair: &Pair| pair.likeness >= SAME_ALIGNED && from[pair.from].voice == to[pair.to].voice;
    let mut out: Vec<Pair> = aligned.iter().filter(is_free).map(pair).filter(is_one).collect();
    out.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.to.cmp(&b.to)).then(a.from.cmp(&b.from)));
    out
}
