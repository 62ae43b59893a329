//! Media that stand between a source and the reader: "police told Reuters", "AFP reported, citing police", "the army fled, state media
//! said, according to police". The source is whoever asserts it at first hand; the medium is its `via`.
//!
//! Which words before a name make it a relay is data (`relays.tsv`); who is a medium is told by the tables of actors and roles. Reporters
//! in general ("told reporters") are none.
//!
//! Always holds: a claim's relay is not its source. Known failure: what somebody goes on to say in the sentences after "in an interview
//! with Reuters, Lee said" has no relay.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Role};
use crate::lexicon::relays::{self, Relay};
use crate::lexicon::words;
use crate::model::{ActorKind, Claim, Mention};
use crate::text::{Span, TokenKind};

use super::aim::is_mere_telling;
use super::{Part, Resolver};

/// Claims of a sentence that are held against each other.
const NEAR: usize = 8;

impl Resolver<'_, '_> {
    /// Fills in through whom the sources of `claims` are known; a medium that cites somebody hands its claim over.
    pub(super) fn relay(&self, claims: &mut Vec<Claim<Span>>) {
        for claim in claims.iter_mut().filter(|claim| claim.via.is_none() && is_mere_telling(claim.act)) {
            claim.via = claim.target.as_ref().and_then(|target| self.medium(target));
        }
        let (mut begin, mut citing) = (0, Vec::new());
        while begin < claims.len() {
            let sentence = self.sentence_of(&claims[begin]);
            let end = (begin..claims.len()).find(|at| self.sentence_of(&claims[*at]) != sentence).unwrap_or(claims.len());
            let words = &self.lower[sentence.clone()];
            self.beside(&mut claims[begin..end], words, sentence.clone());
            citing.extend(self.cited(&mut claims[begin..end], words, sentence));
            self.inside(&mut claims[begin..end]);
            begin = end;
        }
        for claim in claims.iter_mut() {
            let is_source = |via: &Mention<Span>| claim.source.as_ref().is_some_and(|source| source.name == via.name);
            claim.via = claim.via.take().filter(|via| !is_source(via));
        }
        // The words that cite somebody make no claim of their own, and may stand before all others of the claim that they are in.
        if !citing.is_empty() {
            claims.retain(|claim| !has_cue_at(claim, &citing));
            claims.sort_by_key(|claim| claim.evidence.span);
        }
    }

    /// Where the claim is made.
    fn sentence_of(&self, claim: &Claim<Span>) -> Range<usize> {
        let at = claim.cue.as_ref().and_then(|cue| cue.span.first()).unwrap_or(&claim.evidence.span).start();
        self.document.sentence_at(at).map_or(0..0, |sentence| self.document.token_range(sentence))
    }

    /// "in an interview with Reuters", "in a statement carried by Reuters".
    fn beside(&self, claims: &mut [Claim<Span>], words: &[Cow<'_, str>], sentence: Range<usize>) {
        for (at, first) in words.iter().enumerate() {
            let fits = |relay: &&Relay| {
                words[at..].len() > relay.words.len() && words[at..].iter().zip(&relay.words).all(|(word, want)| word == want)
            };
            let Some(relay) = relays::beginning(first).iter().find(fits) else { continue };
            let named = self.governed(sentence.start + at + relay.words.len(), sentence.end);
            let Some(medium) = named.and_then(|named| self.medium(&named)) else { continue };
            let place = self.document.tokens[sentence.start + at].span;
            let is_said = |claim: &Claim<Span>| claim.content.span.iter().any(|piece| piece.contains(place));
            let fits =
                |claim: &&mut Claim<Span>| claim.via.is_none() && self.reporting(claim).is_none() && (relay.anywhere || !is_said(claim));
            for claim in claims.iter_mut().take(NEAR).filter(fits) {
                claim.via = Some(medium.clone());
            }
        }
    }

    /// "AFP reported, citing police": makes police the source. Gives the place of "citing" if it did.
    fn cited(&self, claims: &mut [Claim<Span>], words: &[Cow<'_, str>], sentence: Range<usize>) -> Option<usize> {
        let cites = |word: &Cow<'_, str>| words::look_up(word).is(words::Role::Citing);
        let at = sentence.start + words.iter().position(cites)?;
        let place = self.document.tokens[at].span;
        let is_own = |claim: &Claim<Span>| has_cue_at(claim, &[place.start()]);
        let cue = |claim: &Claim<Span>| claim.cue.as_ref().and_then(|cue| cue.span.first()).map_or(0, |cue| cue.start());
        let speaks = |claim: &Claim<Span>| claim.via.is_none() && self.reporting(claim).is_some();
        let near = || (0..claims.len().min(NEAR)).filter(|at| speaks(&claims[*at]) && !is_own(&claims[*at]));
        let before = near().rfind(|at| cue(&claims[*at]) < place.start());
        let cited = self.cited_at(at + 1, sentence.end)?;
        let speaker = before.or_else(|| near().next())?;
        let claim = &mut claims[speaker];
        let via = self.reporting(claim);
        claim.evidence.span = cited.span.iter().fold(claim.evidence.span, |all, span| all.cover(*span));
        claim.source = Some(cited);
        claim.via = via;
        Some(place.start())
    }

    /// Whoever is named from token `at` up to a mark, where it is somebody.
    fn cited_at(&self, at: usize, end: usize) -> Option<Mention<Span>> {
        let tokens = &self.document.tokens;
        let stop = (at..end).find(|at| tokens[*at].kind != TokenKind::Word).unwrap_or(end);
        let span = Span::new(tokens[at].span.start(), tokens[stop.checked_sub(1).filter(|last| *last >= at)?].span.end());
        let actor = self.phrase(&self.read(span).words(), span.start(), Part::Source);
        (!actor.vague).then(|| self.mentioned(span, actor))
    }

    /// "The army fled, state media said": what a medium reports that somebody said came through it.
    fn inside(&self, claims: &mut [Claim<Span>]) {
        for at in 0..claims.len() {
            let outer = &claims[at];
            let Some(medium) = self.reporting(outer).filter(|_| outer.via.is_none()) else { continue };
            let content = outer.content.span.clone();
            let (from, to) = (at.saturating_sub(NEAR), claims.len().min(at + NEAR));
            for (_, inner) in claims[from..to].iter_mut().enumerate().filter(|(near, inner)| from + near != at && inner.via.is_none()) {
                let cue = inner.cue.as_ref().and_then(|cue| cue.span.first());
                if cue.is_some_and(|cue| content.iter().any(|piece| piece.contains(*cue))) {
                    inner.via = Some(medium.clone());
                }
            }
        }
    }

    /// The medium whose claim it is; whoever works for one speaks for himself.
    fn reporting(&self, claim: &Claim<Span>) -> Option<Mention<Span>> {
        let source = claim.source.as_ref()?;
        let is_body = matches!(source.kind, ActorKind::Media | ActorKind::Organisation | ActorKind::Document);
        self.medium(source).filter(|_| is_body)
    }

    /// The medium that a mention names: the outlet named in it ("a Reuters reporter"), or the medium that it describes ("state
    /// television").
    fn medium(&self, mention: &Mention<Span>) -> Option<Mention<Span>> {
        let span = *mention.span.first()?;
        if let Some(outlet) = self.named_in(span).find(|seen| seen.kind == ActorKind::Media) {
            return Some(self.pointed(outlet));
        }
        let is_press = || actors::has_role(&self.read(span).words().bare().lower.join(" "), Role::Press);
        (mention.kind == ActorKind::Media && !is_press()).then(|| mention.clone())
    }
}

/// One of the places, which stand in text order, is in the claim's cue.
fn has_cue_at(claim: &Claim<Span>, places: &[usize]) -> bool {
    let holds = |span: &Span| places.get(places.partition_point(|place| *place < span.start())).is_some_and(|place| *place < span.end());
    claim.cue.as_ref().is_some_and(|cue| cue.span.iter().any(holds))
}
