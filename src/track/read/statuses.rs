//! The state that each version's lead gives a topic.
//!
//! The lead is the first status of the body; a headline's counts only where the body has none, since headlines shorten.

use super::features::NARRATOR;
use crate::text::{CharIndex, CharSpan, SegmentKind};
use crate::track::version::Version;

/// The lead status of one topic.
#[derive(Clone, Debug)]
pub(in crate::track) struct Lead {
    pub(in crate::track) topic: String,
    pub(in crate::track) state: String,
    pub(in crate::track) source_name: String,
    pub(in crate::track) evidence: CharSpan,
}

/// One lead for each topic, in the order of the alphabet.
pub(in crate::track) fn leads(version: &Version<'_>) -> Vec<Lead> {
    let index = CharIndex::new(version.document.text);
    let in_headline = |span: CharSpan| {
        let sentence = version.document.sentence_at(index.bytes(span).start());
        sentence.is_some_and(|at| version.document.segment_of(at).kind == SegmentKind::Headline)
    };
    let mut ranked: Vec<(bool, usize)> =
        version.findings.statuses.iter().enumerate().map(|(at, status)| (in_headline(status.evidence.span), at)).collect();
    ranked.sort_unstable();
    let mut out: Vec<Lead> = Vec::new();
    for (_, at) in ranked {
        let status = &version.findings.statuses[at];
        if out.iter().all(|lead| lead.topic != status.topic) {
            out.push(Lead {
                topic: status.topic.clone(),
                state: status.state.clone(),
                source_name: status.source.as_ref().map_or(NARRATOR.to_owned(), |source| source.name.clone()),
                evidence: status.evidence.span,
            });
        }
    }
    out.sort_by(|left, right| left.topic.cmp(&right.topic));
    out
}
