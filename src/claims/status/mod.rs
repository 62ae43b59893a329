//! The states that a text gives the tracked topics.
//!
//! A topic's cues are matched in each sentence that mentions it (or follows a mention in its paragraph); words before a cue that deny
//! it, only imagine it or put it in time to come turn the state into another or into none. Each status points at the smallest clause
//! that shows it. Who says so comes from the claims, and what somebody denies or demands is no state; what nobody says is the outlet's
//! own voice, and [`own_voice`] makes claims of it.
//!
//! Known failures: a state told by a pronoun in another paragraph ("it has collapsed") is not seen; irony is taken at its word;
//! "border on" the verb is a mention; a foot bridge that is called the Tal crossing is one of it; a condition that says no "if" ("would be
//! closed under the plan") is to come.

mod holders;
mod mentions;
mod piece;
#[cfg(test)]
mod tests;

use std::cell::LazyCell;
use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::topics::{Topic, Topics};
use crate::model::{Act, Claim, Findings, Rule, Status};
use crate::text::{Document, Span};

use holders::Holders;
use mentions::Mentions;
use piece::{Mentioned, PIECE, Piece};

/// A status with the words of its cue.
struct Found {
    /// The file of its topic, where that is called by a noun of the sentence.
    unnamed: Option<String>,
    status: Status<Span>,
    cue: Span,
    /// Told as what was so before; in somebody's mouth only the tense of reported speech.
    is_earlier: bool,
}

/// The topics as one text mentions them.
struct Sought<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    topics: &'s Topics,
    /// Those that it mentions, each with where.
    mentioned: Vec<(&'s Topic, Mentions)>,
}

impl<'s, 'd, 't> Sought<'s, 'd, 't> {
    fn new(scene: &'s Scene<'d, 't>, topics: &'s Topics) -> Self {
        Sought { scene, topics, mentioned: Mentions::find(scene, topics) }
    }

    /// Every status of the document, in text order; `source` is left empty.
    fn statuses(&self) -> Vec<Found> {
        let document = self.scene.document;
        let mut statuses = Vec::new();
        let mut last_mention: Vec<Option<u32>> = vec![None; self.mentioned.len()];
        for index in 0..document.sentences.len() {
            let segment = document.segment_of(index);
            if !segment.kind.is_reporting() {
                continue;
            }
            let paragraph = Some(segment.paragraph);
            let sentence = document.token_range(index);
            for begin in sentence.clone().step_by(PIECE) {
                let range = begin..sentence.end.min(begin + PIECE);
                let piece = LazyCell::new(|| Piece::read(self.scene, range.clone()));
                for ((topic, mentions), last) in self.mentioned.iter().zip(&mut last_mention) {
                    let inside = mentions.inside(&range);
                    // What is called by a noun of the sentence is mentioned by its state alone.
                    if !inside.is_empty() || *last == paragraph && !topic.is_unnamed {
                        *last = paragraph;
                        piece.statuses(topic, &Mentioned::new(inside, &range, self.scene.lower), &mut statuses);
                    }
                }
            }
        }
        statuses.sort_by_key(|found: &Found| (found.status.evidence.span, found.status.topic.clone()));
        statuses
    }

    /// The same with their sources. What is called by a noun of the sentence counts in the outlet's own voice, and where no other topic
    /// tells it.
    fn told(&self, holders: &Holders<'_>) -> Vec<Status<Span>> {
        let document = self.scene.document;
        let found = self.statuses();
        let named: Vec<Span> = found.iter().filter(|found| found.unnamed.is_none()).map(|found| found.cue).collect();
        let is_named = |cue: Span| named.iter().any(|told| told.overlaps(cue));
        let given = |mut found: Found| {
            let Some(file) = found.unnamed.take() else { return holders.given(document, found) };
            if is_named(found.cue) {
                return None;
            }
            // Another topic's name is that topic's.
            if self.topics.topics.iter().any(|topic| topic.name == found.status.topic) {
                found.status.topic = file;
            }
            holders.given(document, found).filter(|status| status.source.is_none())
        };
        found.into_iter().filter_map(given).collect()
    }

    /// The topics that `spans` mention, in their order.
    fn topics_of(&self, spans: &[Span]) -> Vec<String> {
        let ranges: Vec<Range<usize>> = spans.iter().map(|span| self.scene.document.tokens_in(*span)).collect();
        let is_mentioned = |mentions: &Mentions| ranges.iter().any(|range| !mentions.inside(range).is_empty());
        let topics = self.mentioned.iter().filter(|(topic, mentions)| !topic.is_unnamed && is_mentioned(mentions));
        topics.map(|(topic, _)| topic.name.clone()).collect()
    }
}

/// Completes `findings`, whose claims are found: figures, statuses and notices with their sources, topics of the claims, and a claim in
/// the outlet's own voice for each status without a source. Claims end up in the order of their evidence.
pub(super) fn complete(scene: &Scene<'_, '_>, topics: &Topics, findings: &mut Findings<Span>) {
    let document = scene.document;
    findings.figures = super::figures::find_in(scene);
    findings.notices = super::notices::find(document, scene.lower);
    let holders = Holders::new(&findings.claims);
    let sought = Sought::new(scene, topics);
    findings.statuses = sought.told(&holders);
    for figure in &mut findings.figures {
        figure.source = holders.source(figure.evidence.span);
    }
    for claim in findings.claims.iter_mut().filter(|claim| claim.topics.is_empty()) {
        claim.topics = sought.topics_of(&claim.content.span);
    }
    findings.claims.extend(own_voice(document, &findings.statuses));
    findings.claims.extend(super::notices::corrections(document, &findings.notices));
    findings.claims.sort_by_key(|claim| claim.evidence.span);
}

/// A claim in the outlet's own voice for each status without a source; words that give several topics a state are one claim of all.
pub fn own_voice(document: &Document<'_>, statuses: &[Status<Span>]) -> Vec<Claim<Span>> {
    let mut claims: Vec<Claim<Span>> = Vec::new();
    for status in statuses.iter().filter(|status| status.source.is_none()) {
        match claims.iter_mut().find(|claim| claim.evidence.span == status.evidence.span) {
            Some(claim) if !claim.topics.contains(&status.topic) => claim.topics.push(status.topic.clone()),
            Some(_) => {}
            None => claims.push(narrated(document, status)),
        }
    }
    claims
}

fn narrated(document: &Document<'_>, status: &Status<Span>) -> Claim<Span> {
    let span = status.evidence.span;
    Claim { topics: vec![status.topic.clone()], ..super::finish::own_voice(document, Act::State, span, span, Rule::Status) }
}
