//! A count that goes on in other words: "killing at least 12 people" in one version, "19 bodies had been recovered" in the next.
//!
//! What a disaster has cost is one proposition through all versions of its story, whoever counts, and what one source counts is one,
//! too; their words are often those of a sentence about something else. So the only claim with such a figure that is left without a
//! pair is the one that is left in the other version.
//!
//! Known failure: two tolls of one sort by two sources, of which one goes and another comes.

use std::collections::BTreeMap;

use super::{Pair, Relation};
use crate::lexicon::casualties;
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Voice};
use crate::track::read::figures::Counted;

/// Claims that can hold one figure.
const BESIDE: usize = 16;

/// What is counted and, for all but tolls, who counts.
type Count<'r> = (&'r str, Option<&'r str>);

/// Adds the pairs that counts make.
pub(in crate::track) fn pair(before: &Reading, after: &Reading, pairs: &mut Vec<Pair>) {
    let (mut old, mut new) = (vec![false; before.said.len()], vec![false; after.said.len()]);
    for pair in pairs.iter() {
        (old[pair.from], new[pair.to]) = (true, true);
    }
    let (gone, come) = (only(before, &old), only(after, &new));
    for (count, from) in gone {
        let Some(to) = come.get(&count).copied().filter(|to| !new[*to] && !old[from]) else { continue };
        let (said, now) = (&before.said[from], &after.said[to]);
        if count.1.is_some() && said.stems.iter().all(|stem| now.stems.binary_search(stem).is_err()) {
            continue;
        }
        (old[from], new[to]) = (true, true);
        let relation = if said.same_source(now) { Relation::Same } else { Relation::OtherSource };
        pairs.push(Pair { from, to, relation, likeness: 0.0, aligned: false });
    }
    pairs.sort_by_key(|pair| pair.to);
}

/// Of everything that is counted by claims without a pair alone, the claim that counts it, where there is one.
fn only<'r>(version: &'r Reading, paired: &[bool]) -> BTreeMap<Count<'r>, usize> {
    let mut out: BTreeMap<Count<'_>, Option<usize>> = BTreeMap::new();
    let counts = |figure: &&Counted| figure.low.is_some() && !figure.in_headline && figure.source_key != NARRATOR;
    for figure in version.figures.iter().filter(counts) {
        // Claims stand in the order of their evidence.
        let end = version.said.partition_point(|said| said.evidence.start() < figure.evidence.end());
        let gives = |at: &usize| {
            let said = &version.said[*at];
            let is_about = !said.in_headline && said.evidence.overlaps(figure.evidence) && said.source.key == figure.source_key;
            is_about && said.voice == Voice::Says && said.status.is_none()
        };
        let Some(at) = (end.saturating_sub(BESIDE)..end).find(gives) else { continue };
        let found = (!paired[at]).then_some(at);
        let who = (!casualties::is_toll(&figure.what)).then_some(figure.source_key.as_str());
        out.entry((&figure.what, who)).and_modify(|known| *known = known.filter(|known| Some(*known) == found)).or_insert(found);
    }
    out.into_iter().filter_map(|(count, at)| Some((count, at?))).collect()
}
