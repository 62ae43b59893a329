//! What outlets are compared by, from what was found in a version of each: claims, each with the figures and the state that stand in it,
//! and every figure by itself. Left out are the publisher's own words on the report, and figures of another event.

use super::finding::{Given, GivenClaim, OutletFinding};
use super::past_events::PastEvents;
use crate::lexicon::closed::{self, Class};
use crate::model::{Claim, Figure, Findings, Mention, Notice, Status, UNSPECIFIED};
use crate::text::{CharIndex, CharSpan};

/// A version of an outlet that is compared with those of others.
#[derive(Clone, Debug)]
pub struct OutletVersion<'v> {
    /// Who publishes.
    pub outlet: &'v str,
    /// When the version was seen, in UTC seconds.
    pub seen: Option<i64>,
    /// Its text.
    pub text: &'v str,
    /// What was found in it, without what people rejected.
    pub found: Findings,
}

/// What the version gives: its claims, then its figures. `thread_of` tells the thread of a claim by the claim's id.
pub fn outlet_findings(version: OutletVersion<'_>, thread_of: impl Fn(&str) -> Option<String>) -> Vec<OutletFinding> {
    let OutletVersion { outlet, seen, text, found } = version;
    let finding = |evidence: &str, evidence_start: usize, given: Given| OutletFinding {
        outlet: outlet.to_owned(),
        seen,
        evidence: evidence.to_owned(),
        evidence_start,
        given,
    };
    let past = PastEvents::of(text, seen);
    let inside = Inside::of(text, &found.figures, &found.statuses);
    let claims = found.claims.into_iter().filter(|claim| claim.source.is_some() || !is_of_notice(&found.notices, claim.evidence.span));
    let claims = claims.map(|claim| {
        let span = claim.evidence.span;
        let (status, figures) = (inside.status(&claim).cloned(), inside.figures(&claim).cloned().collect());
        let given = GivenClaim { thread: thread_of(&claim.id), status, figures, claim };
        finding(inside.index.bytes(span).of(text), span.start(), Given::Claim(Box::new(given)))
    });
    let is_told = |figure: &&Figure| past.year_of(figure).is_none() && !is_of_notice(&found.notices, figure.evidence.span);
    let figures = found.figures.iter().filter(is_told).map(|figure| {
        let (sentence, start) = past.sentence_of(figure);
        finding(sentence, start, Given::Figure(Box::new(figure.clone())))
    });
    claims.chain(figures).collect()
}

/// What the publisher says of its own report is no part of the story.
fn is_of_notice(notices: &[Notice], span: CharSpan) -> bool {
    notices.iter().filter_map(|notice| notice.span).any(|notice| notice.overlaps(span))
}

/// The figures and states of a text, for the claims in which they stand.
struct Inside<'f> {
    text: &'f str,
    index: CharIndex<'f>,
    figures: Placed<'f, Figure>,
    statuses: Placed<'f, Status>,
}

impl<'f> Inside<'f> {
    fn of(text: &'f str, figures: &'f [Figure], statuses: &'f [Status]) -> Self {
        let figures = Placed::of(figures, |figure| figure.evidence.span);
        let statuses = Placed::of(statuses, |status| status.evidence.span);
        Inside { text, index: CharIndex::new(text), figures, statuses }
    }

    /// The first state in it that its source gives.
    fn status(&self, claim: &Claim) -> Option<&'f Status> {
        let is_own = |status: &&Status| name(status.source.as_ref()) == name(claim.source.as_ref());
        let span = claim.evidence.span;
        self.statuses.near(span).find(|status| is_own(status) && span.overlaps(status.evidence.span))
    }

    /// Those in it, and the one that is its subject.
    fn figures(&self, claim: &Claim) -> impl Iterator<Item = &'f Figure> {
        let span = claim.evidence.span;
        self.figures.near(span).filter(move |figure| span.overlaps(figure.evidence.span) || self.is_subject(figure, claim))
    }

    /// "About 40 drivers are" before what they are expected to do, by nobody who is named.
    fn is_subject(&self, figure: &Figure, claim: &Claim) -> bool {
        let (from, to) = (figure.evidence.span.end(), claim.evidence.span.start());
        let between = || self.index.bytes(CharSpan::new(from, to)).of(self.text);
        let is_aux = |word: &str| closed::classes(&word.to_lowercase()).has(Class::Auxiliary);
        from < to && to - from <= BEFORE && claim.source_name() == UNSPECIFIED && between().split_whitespace().all(is_aux)
    }
}

fn name(source: Option<&Mention>) -> Option<&str> {
    source.map(|source| source.name.as_str())
}

/// Letters of the auxiliaries between a figure and what is said of it.
const BEFORE: usize = 16;

/// What stands in a text, by where it begins: few of these are looked at for each claim.
struct Placed<'f, T> {
    items: Vec<(CharSpan, &'f T)>,
    longest: usize,
}

impl<'f, T> Placed<'f, T> {
    fn of(items: &'f [T], span: impl Fn(&T) -> CharSpan) -> Placed<'f, T> {
        let mut items: Vec<(CharSpan, &T)> = items.iter().map(|item| (span(item), item)).collect();
        items.sort_by_key(|(span, _)| span.start());
        let longest = items.iter().map(|(span, _)| span.end() - span.start()).max().unwrap_or(0);
        Placed { items, longest }
    }

    /// Those that may touch `span`, or end just before it.
    fn near(&self, span: CharSpan) -> impl Iterator<Item = &'f T> {
        let from = self.items.partition_point(|(own, _)| own.start() + self.longest + BEFORE < span.start());
        self.items[from..].iter().take_while(move |(own, _)| own.start() <= span.end()).map(|(_, item)| *item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline;

    /// 2026-05-04.
    const NOW: i64 = 1_777_852_800;

    /// A line for each finding: its source and words, the figures and the state in it.
    fn given(text: &str) -> Vec<String> {
        let version = OutletVersion { outlet: "Post", seen: Some(NOW), text, found: pipeline::findings("a", text) };
        let line = |found: &OutletFinding| {
            let figures: Vec<String> = found.figures().iter().map(Figure::quantity).collect();
            let state = found.status().map(|status| status.given().to_string()).unwrap_or_default();
            let is_claim = if found.claim().is_some() { "claim" } else { "figure" };
            format!("{is_claim} of {}: {} [{}] {state}", found.source_name(), found.content(), figures.join(", ")).trim_end().to_owned()
        };
        outlet_findings(version, |_| None).iter().map(line).collect()
    }

    #[test]
    fn a_claim_has_its_figures_and_its_sources_state_in_it_and_each_figure_is_given_again() {
        let text =
            "Ferries\n\nThe guild said the ceasefire had collapsed and 40 ferries lay idle.\n\nAbout 60 pilots are expected to walk out.\n";
        let expected = [
            "claim of guild: the ceasefire had collapsed and 40 ferries lay idle [40 ferries] ceasefire/collapsed",
            "claim of unspecified: to walk out [about 60 pilots]",
            "figure of guild: The guild said the ceasefire had collapsed and 40 ferries lay idle. [40 ferries]",
            "figure of narrator: About 60 pilots are expected to walk out. [about 60 pilots]",
        ];
        assert_eq!(given(text), expected);
    }

    #[test]
    fn a_correction_and_an_earlier_event_are_no_part_of_the_story() {
        let text = "Fire\n\nThe fire killed 12 people, police said. The 2009 fire killed 74 people.\n\n\
            Correction: An earlier version said the fire had killed 13 people.\n";
        assert_eq!(given(text), ["claim of police: The fire killed 12 people [12 people]", "figure of police: killed [12 people]"]);
    }
}
