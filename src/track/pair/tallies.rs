//! A count that goes on in other words: "killing at least 12 people" in one version, "19 bodies had been recovered" in the next.
//!
//! What a disaster has cost is one proposition through all versions of its story, whoever counts, and what one source counts is one,
//! too; their words are often those of a sentence about something else. So the only claim with such a figure that is left without a
//! pair is the one that is left in the other version; of several, the one whose words are most like its own.
//!
//! Known failure: two tolls of one sort by two sources, of which one goes and another comes in words that are like neither's.

use std::collections::BTreeMap;

use super::{Pair, Relation};
use crate::lexicon::casualties;
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Voice, likeness};
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
    for (count, gone) in gone {
        let Some((from, to)) = come.get(&count).and_then(|come| sole((before, &gone), (after, come))) else { continue };
        if new[to] || old[from] {
            continue;
        }
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

/// Claims that count one thing in one version, of which the one is sought that another goes on with.
const LOOKED_AT: usize = 4;

/// The two that can only be each other: where one stands against several, the one whose words are most like its own.
fn sole((before, gone): (&Reading, &[usize]), (after, come): (&Reading, &[usize])) -> Option<(usize, usize)> {
    let alike = |from: usize, to: usize| likeness(&before.said[from].stems, &after.said[to].stems, |_| 1.0);
    let most = |likenesses: &[f64]| {
        let best = (0..likenesses.len()).max_by(|left, right| likenesses[*left].total_cmp(&likenesses[*right]))?;
        let is_alone = likenesses.iter().filter(|other| **other >= likenesses[best]).count() == 1;
        (likenesses[best] > 0.0 && is_alone && likenesses.len() <= LOOKED_AT).then_some(best)
    };
    match (gone, come) {
        ([from], [to]) => Some((*from, *to)),
        (_, [to]) => most(&gone.iter().map(|from| alike(*from, *to)).collect::<Vec<f64>>()).map(|best| (gone[best], *to)),
        ([from], _) => most(&come.iter().map(|to| alike(*from, *to)).collect::<Vec<f64>>()).map(|best| (*from, come[best])),
        _ => None,
    }
}

/// Of everything that is counted by claims without a pair alone, the claims that count it.
fn only<'r>(version: &'r Reading, paired: &[bool]) -> BTreeMap<Count<'r>, Vec<usize>> {
    let mut out: BTreeMap<Count<'_>, Option<Vec<usize>>> = BTreeMap::new();
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
        let free = !paired[at];
        let who = (!casualties::is_toll(&figure.what)).then_some(figure.source_key.as_str());
        let known = out.entry((&figure.what, who)).or_insert_with(|| Some(Vec::new()));
        match known {
            Some(claims) if free && !claims.contains(&at) && claims.len() <= LOOKED_AT => claims.push(at),
            Some(_) if free => {}
            _ => *known = None,
        }
    }
    out.into_iter().filter_map(|(count, at)| Some((count, at?))).collect()
}
