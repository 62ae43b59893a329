//! In whose mouth a place of the text lies.

use super::Found;
use crate::lexicon::closed::{self, Class};
use crate::model::{Act, Claim, Mention, Status};
use crate::text::{Document, SegmentKind, Span};

/// Claims by the place of their content.
pub struct Holders<'c> {
    /// Content spans in order of their start, with the claim.
    contents: Vec<(Span, &'c Claim<Span>)>,
    longest: usize,
}

impl<'c> Holders<'c> {
    pub fn new(claims: &'c [Claim<Span>]) -> Self {
        let mut contents: Vec<(Span, &Claim<Span>)> = claims
            .iter()
            .filter(|claim| claim.source.is_some())
            .flat_map(|claim| claim.content.span.iter().map(move |span| (*span, claim)))
            .collect();
        contents.sort_by_key(|(span, _)| *span);
        let longest = contents.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Holders { contents, longest }
    }

    /// The status with its source. `None` if the speaker around it denies, demands or only promises it, or if the outlet tells what was so
    /// before.
    pub fn given(&self, document: &Document<'_>, found: Found) -> Option<Status<Span>> {
        let evidence = found.status.evidence.span;
        // A clause may begin before "said", and go on behind what somebody said: the words of the state themselves count.
        let holder = self.at(found.cue.end().saturating_sub(1)).or_else(|| self.at(found.cue.start()));
        let Some(holder) = holder else { return (!found.is_earlier).then_some(found.status) };
        let is_content = holder.content.span.iter().any(|piece| piece.contains(found.cue));
        let asserts = !matches!(holder.act, Act::Deny | Act::Reject | Act::Demand | Act::Propose | Act::Promise);
        let answers = !asserts || matches!(holder.act, Act::Agree | Act::Welcome | Act::Condemn);
        let is_beside = || (answers || is_in_headline(document, evidence)) && is_beside(document, evidence);
        let is_added = || [found.cue, evidence].iter().any(|told| is_added(document, told.start()));
        if is_content && (is_beside() || is_added()) {
            return Some(found.status);
        }
        if !asserts && is_content {
            return None;
        }
        Some(Status { source: holder.source.clone(), ..found.status })
    }

    /// Who says what stands at `evidence`: the claim of the shortest content that holds its middle, or its end.
    pub fn source(&self, evidence: Span) -> Option<Mention<Span>> {
        let middle = evidence.start() + evidence.len() / 2;
        self.at(middle).or_else(|| self.at(evidence.end().saturating_sub(1)))?.source.clone()
    }

    /// The claim of the shortest content that holds the place.
    fn at(&self, place: usize) -> Option<&'c Claim<Span>> {
        let end = self.contents.partition_point(|(span, _)| span.start() <= place);
        let near = self.contents[..end].iter().rev().take(HOLDERS).take_while(|(span, _)| span.start() + self.longest > place);
        // Who answers "the offer" takes up what another said in the sentence before, and has not said it.
        let is_taken_up = |span: &Span, claim: &Claim<Span>| !claim.evidence.span.overlaps(*span);
        near.filter(|(span, _)| place < span.end())
            .min_by_key(|(span, claim)| (is_taken_up(span, claim), span.len()))
            .map(|(_, claim)| *claim)
    }
}

/// "denies a raid as talks open": a clause of time or cause, which the outlet gives in its own voice.
fn is_beside(document: &Document<'_>, clause: Span) -> bool {
    let before = document.token_at(clause.start()).checked_sub(1).map(|before| document.slice(document.tokens[before].span));
    before.map(closed::classes).is_some_and(|before| before.has(Class::Subordinator) && !before.has(Class::Relative))
}

/// "Judge will not resign as inquiry opens": what a headline says somebody said ends before "as".
fn is_in_headline(document: &Document<'_>, place: Span) -> bool {
    document.sentence_at(place.start()).is_some_and(|at| document.segment_of(at).kind == SegmentKind::Headline)
}

/// "asks drivers to avoid the tunnel, which is closed": what the outlet tells besides, outside of quotation marks.
fn is_added(document: &Document<'_>, place: usize) -> bool {
    let word = |at: usize| document.slice(document.tokens[at].span);
    let is_relative = |at: &usize| closed::classes(word(*at)).has(Class::Relative);
    let first = document.token_at(place);
    let opener = [Some(first), first.checked_sub(1)].into_iter().flatten().find(is_relative);
    let is_set_off = opener.and_then(|opener| opener.checked_sub(1)).is_some_and(|before| word(before) == ",");
    is_set_off && document.quotation_at(place).is_none()
}

/// How many contents back one can begin that still holds a place; contents are hardly ever nested deeper.
const HOLDERS: usize = 12;
