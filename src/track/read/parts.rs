//! Where the parts of a claim stand, and what of its evidence is its own.
//!
//! Two claims of one sentence mostly have the sentence for their evidence, cut a little wider or narrower from version to version. What
//! one of them does and says is no word of the other: an edit of the demand is no edit of the accusation beside it.

use crate::lexicon::closed::{self, Class};
use crate::model::Claim;
use crate::text::{CharIndex, CharSpan, Document, Span};

/// Where the parts of a claim stand.
pub(super) struct Parts {
    pub(super) evidence: Span,
    pub(super) cue: Vec<Span>,
    pub(super) content: Vec<Span>,
}

/// Bytes that may stand before a content that begins its evidence ("that").
const LEAD: usize = 8;

/// Claims before and after one that can share its sentence.
const BESIDE: usize = 8;

impl Parts {
    pub(super) fn of(claim: &Claim, index: &CharIndex<'_>) -> Parts {
        let bytes = |spans: &[CharSpan]| spans.iter().map(|span| index.bytes(*span)).collect::<Vec<Span>>();
        Parts {
            evidence: index.bytes(claim.evidence.span),
            cue: claim.cue.as_ref().map_or(Vec::new(), |cue| bytes(&cue.span)),
            content: bytes(&claim.content.span),
        }
    }

    /// "“No,” Lee said. “Never.”": what a claim goes on with and is a claim by itself, too, is compared as that and no more as a part of
    /// the first.
    pub(super) fn part(places: &mut [Parts]) {
        for at in 0..places.len() {
            let Parts { cue, content, .. } = &places[at];
            let ([], [resumed]) = (cue.as_slice(), content.as_slice()) else { continue };
            let resumed = *resumed;
            let near = at.saturating_sub(BESIDE)..places.len().min(at + BESIDE + 1);
            let goes_on = |other: &&mut Parts| other.content.len() > 1 && !other.cue.is_empty();
            places[near].iter_mut().filter(goes_on).for_each(|other| other.content.retain(|piece| *piece != resumed));
        }
    }

    fn holds(&self, span: Span) -> bool {
        self.cue.iter().chain(&self.content).any(|own| own.overlaps(span))
    }

    /// The evidence as far as it is the claim's own: what `others` say before and after it is theirs, and who says it goes with the first.
    pub(super) fn without(&self, others: &[Span], mentions: &[Span], near: &[&Parts]) -> Span {
        let own = || self.cue.iter().chain(&self.content).copied().filter(|part| part.overlaps(self.evidence));
        if let Some(clause) = self.clause_after(near) {
            return clause;
        }
        let Some(hull) = own().reduce(Span::cover) else { return self.evidence };
        let before = others.iter().map(|other| other.end()).filter(|end| *end <= hull.start()).max();
        let after = others.iter().any(|other| other.start() >= hull.end() && other.start() < self.evidence.end());
        let first =
            |end: usize| mentions.iter().map(|mention| mention.start()).filter(|start| *start >= end).fold(hull.start(), usize::min);
        let start = before.filter(|end| *end > self.evidence.start()).map_or(self.evidence.start(), first);
        Span::new(start, if after { hull.end() } else { self.evidence.end() })
    }

    /// "a charge that the firm denies": what is denied is said before, by another claim, and is no part of the clause that denies it.
    fn clause_after(&self, near: &[&Parts]) -> Option<Span> {
        let content = self.content.iter().copied().reduce(Span::cover)?;
        let cue = self.cue.iter().copied().reduce(Span::cover)?;
        let begins = self.evidence.start()..=self.evidence.start() + LEAD;
        if !begins.contains(&content.start()) || content.end() > cue.start() || cue.end() > self.evidence.end() {
            return None;
        }
        let says_it = |other: &&&Parts| other.content.iter().any(|part| part.overlaps(content));
        let said_before = near.iter().filter(says_it).filter_map(|other| other.cue.iter().map(|cue| cue.end()).max());
        let end = said_before.filter(|end| *end <= cue.start()).max()?.max(content.end());
        Some(Span::new(end, self.evidence.end()))
    }

    /// The claims before and after one.
    pub(super) fn beside(places: &[Parts], at: usize) -> Vec<&Parts> {
        let near = at.saturating_sub(BESIDE)..places.len().min(at + BESIDE + 1);
        near.filter(|other| *other != at).map(|other| &places[other]).collect()
    }

    /// What other claims in the same evidence do and say, unless one of the two is about the other: "He accused them of lying and demanded
    /// an apology" is two claims, and what is demanded is no word of the accusation.
    pub(super) fn others(places: &[Parts], at: usize) -> Vec<Span> {
        let own = &places[at];
        let near = places[at.saturating_sub(BESIDE)..places.len().min(at + BESIDE + 1)].iter();
        let is_apart = |other: &&Parts| {
            let parts = || other.cue.iter().chain(&other.content);
            other.evidence.overlaps(own.evidence)
                && !own.content.is_empty()
                && !other.content.is_empty()
                && parts().all(|part| !own.holds(*part))
        };
        near.filter(is_apart).flat_map(|other| other.cue.iter().chain(&other.content).copied()).collect()
    }
}

/// Longest apposition, in tokens, that is taken for part of the source's name.
const APPOSITION: usize = 14;

/// The places of source and target, each with the apposition between commas that follows it.
pub(super) fn mention_spans(claim: &Claim, document: &Document<'_>, evidence: Span, index: &CharIndex<'_>) -> Vec<Span> {
    let mentions = claim.source.iter().chain(&claim.target);
    let mut out: Vec<Span> = mentions.flat_map(|mention| mention.span.iter().map(|span| index.bytes(*span))).collect();
    let named = out.len();
    for at in 0..named {
        // What is done is no part of who does it: the comma may be one inside what is said.
        let is_done = |apposition: &Span| claim.cue.iter().flat_map(|cue| &cue.span).any(|cue| index.bytes(*cue).overlaps(*apposition));
        out.extend(apposition(document, out[at], evidence).filter(|apposition| !is_done(apposition)));
    }
    out
}

fn apposition(document: &Document<'_>, mention: Span, evidence: Span) -> Option<Span> {
    let comma = |at: usize| document.tokens.get(at).is_some_and(|token| document.slice(token.span) == ",");
    let first = document.token_at(mention.end());
    if !comma(first) || mention.is_empty() || !mention.overlaps(evidence) {
        return None;
    }
    let next = document.tokens.get(first + 1)?;
    let classes = closed::classes(document.slice(next.span));
    // "who heads the bureau" tells who it is; "which", mostly what it did.
    if (classes.has(Class::Relative) && !classes.has(Class::Pronoun)) || classes.has(Class::Conjunction) {
        return None;
    }
    let last = (first + 1..first + APPOSITION).find(|at| comma(*at))?;
    // A comma of the sentence that follows closes nothing.
    let span = Span::new(mention.end(), document.tokens[last].span.start());
    (span.end() <= evidence.end() || document.sentence_at(mention.end()) == document.sentence_at(span.end())).then_some(span)
}
