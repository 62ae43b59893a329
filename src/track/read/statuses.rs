//! The state that each version's lead gives a topic, and the one that each asserter gives it first.
//!
//! The lead is the first status of the body; a headline's counts only where the body has none, since headlines shorten.

use crate::model::TopicState;
use crate::text::{CharSpan, SegmentKind};
use crate::track::version::Version;

/// The first status of one topic in one mouth.
#[derive(Clone, Debug)]
pub(in crate::track) struct Lead {
    pub(in crate::track) topic: String,
    pub(in crate::track) state: String,
    pub(in crate::track) source_name: String,
    pub(in crate::track) evidence: CharSpan,
    /// It is the topic's first, whoever gives it.
    pub(in crate::track) is_first: bool,
}

impl Lead {
    pub(in crate::track) fn given(&self) -> TopicState<'_> {
        TopicState { topic: &self.topic, state: &self.state }
    }

    /// The same asserter on the same topic.
    pub(in crate::track) fn is_by_one(&self, other: &Lead) -> bool {
        self.topic == other.topic && self.source_name == other.source_name
    }
}

/// Asserters that are kept: more than any story has.
const LEADS: usize = 64;

/// The first status of each asserter on each topic: topics in the order of the alphabet, and each in the order of the text.
pub(in crate::track) fn leads(version: &Version<'_>) -> Vec<Lead> {
    let index = version.document.places();
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
        let source_name = status.source_name();
        if out.len() < LEADS && !out.iter().any(|lead| lead.topic == status.topic && lead.source_name == source_name) {
            out.push(Lead {
                topic: status.topic.clone(),
                state: status.state.clone(),
                source_name: source_name.to_owned(),
                evidence: status.evidence.span,
                is_first: out.iter().all(|lead| lead.topic != status.topic),
            });
        }
    }
    out.sort_by(|left, right| left.topic.cmp(&right.topic));
    out
}
