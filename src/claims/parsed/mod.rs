//! What a parse adds to the rules: which words are the source, where the content ends, what is no claim after all, and claims that
//! no pattern fits.
//!
//! The rules find the claims by cue and neighbourhood; a parse knows what hangs on what. So a rule's draft is kept and mended: its
//! source becomes the verb's subject with all that describes it, its content ends where the complement does, and a word that is no
//! verb here, or a claim inside another's words that names a mere thing, is left out. A cue for which no rule fits, and which has
//! a subject and a clause, becomes a claim of its own. Quotations are left as the rules have them: their marks say more than a parse.
//!
//! Known failure: a parse that hangs an adjunct of the whole sentence on its last clause makes the content too long.

mod bounds;
mod correct;
mod idle;
mod mend;
mod more;
mod noun;
#[cfg(test)]
mod tests;
mod tree;

use crate::lexicon::actors;
use crate::lexicon::cues::Part;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::syntax::parse::Relation;
use crate::syntax::{Parse, Parser, Tag, Tagged};
use crate::text::{SegmentKind, Span};

use super::scene::{Candidate, Draft, Scene, Source};
use super::{cues, source};
pub(super) use correct::correct;
use tree::Tree;

/// Longer sentences are no prose, and are read by the rules alone so that the work stays linear.
const LONGEST: usize = 200;

/// Sentence `index` as `parser` reads it; `None` where no cue stands or may stand outside quotations, or the sentence is no prose, or all
/// in capitals, which a parser knows little of.
pub(super) fn parse(scene: &Scene<'_, '_>, index: usize, candidates: &[Candidate], parser: &dyn Parser) -> Option<Parse> {
    let document = scene.document;
    let cued = candidates.iter().any(|candidate| candidate.clause.quotation.is_none());
    let sentence = document.slice(document.sentences[index].span);
    let shouted = !sentence.chars().any(char::is_lowercase);
    let range = document.token_range(index);
    // A parser has read few headlines, whose verbs the rules know.
    let is_prose = document.segment_of(index).kind != SegmentKind::Headline;
    let cued = cued || is_prose && range.clone().any(|at| may_be_verb(scene, range.start, at));
    let is_read = cued && !shouted && range.len() <= LONGEST;
    is_read.then(|| parser.parse(sentence))
}

/// "The union supports raising the wage": a noun by its neighbours that can be the verb of a cue, between another noun and what a verb
/// takes. Only a parse can tell.
fn may_be_verb(scene: &Scene<'_, '_>, start: usize, at: usize) -> bool {
    let here = &scene.tags[at];
    let verb = here.tag == Tag::Noun && !here.owns && here.word.heads(Part::Verb) && here.word.forms & (form::PRESENT | form::BASE) != 0;
    let subject = || {
        let before = scene.tags[start..at].iter().rev().take(3).find(|before| before.tag != Tag::Adverb);
        before.is_some_and(|before| matches!(before.tag, Tag::Name | Tag::Noun) && !before.owns)
    };
    // "Lena Fox, who runs the port, signals that"
    let closes_aside = || {
        let leads = scene.tags.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Complementiser | Tag::To));
        leads && scene.tags[start..at].last().is_some_and(|before| before.tag == Tag::Comma)
    };
    let takes = |next: &Tagged| {
        matches!(next.tag, Tag::Pronoun)
            || next.tag.opens_phrase()
            || next.is_verb(form::GERUND)
            || matches!(next.tag, Tag::Complementiser | Tag::To | Tag::Quote)
    };
    // "What the union demands is a ban"
    let is_cleft = || scene.tags[start].is(Role::Wh) && scene.tags.get(at + 1).is_some_and(|next| next.is(Role::Be));
    let completed = || here.word.cues().any(|cue| cue.part == Part::Verb && !cue.rest.is_empty() && cues::rest_follows(scene, at, cue));
    let follows = || scene.tags.get(at + 1).is_some_and(takes) || completed() || is_cleft();
    verb && scene.quotation(at).is_none() && (subject() || closes_aside()) && follows()
}

/// A sentence with its parse and its cues.
pub(super) struct Reading<'s, 'd, 't> {
    scene: &'s Scene<'d, 't>,
    tree: Tree<'d, 't>,
    /// The words that head a cue.
    heads: Vec<usize>,
}

impl<'s, 'd, 't> Reading<'s, 'd, 't> {
    /// Sentence `index` with its parse and the cues that were found in it.
    pub fn new(scene: &'s Scene<'d, 't>, index: usize, candidates: &[Candidate], parse: Parse) -> Self {
        let document = scene.document;
        let mut tree = Tree::new(document, document.sentences[index].span.start(), parse);
        let head = |candidate: &Candidate| tree.at(document.tokens[candidate.group.head].span).next();
        let heads: Vec<usize> = candidates.iter().filter_map(head).collect();
        tree.free(&heads);
        Reading { scene, tree, heads }
    }

    /// What is left of the draft that a rule made for `candidate`, or the claim that no rule found.
    pub fn settle(&self, candidate: &Candidate, found: Option<Draft>, earlier: &[Draft]) -> Option<Draft> {
        match found {
            Some(draft) => self.mended(draft),
            None => self.more(candidate, earlier),
        }
    }

    /// The word that heads the cue.
    fn head(&self, candidate: &Candidate) -> Option<usize> {
        self.tree.at(self.scene.document.tokens[candidate.group.head].span).next_back()
    }

    /// The verb that the cue's subject belongs to: the cue itself, or the "is" before an adjective.
    fn verb(&self, candidate: &Candidate) -> Option<usize> {
        let head = self.head(candidate)?;
        let copula = || self.tree.head(head).filter(|_| self.tree.relation(head) == Relation::Acomp);
        match candidate.cue.part {
            Part::Adjective => copula(),
            _ => Some(head),
        }
        .filter(|verb| self.tree.tag(*verb).is_verb())
    }

    /// The first word after the cue.
    fn after(&self, candidate: &Candidate) -> usize {
        let last = self.scene.document.tokens[candidate.after - 1].span;
        self.tree.at(last).end
    }

    /// The subject at `top` with all that describes it, days at its ends, "itself" and "both" left out, as a source.
    fn source(&self, top: usize, verb: usize) -> Option<Source> {
        let mut words = self.tree.subtree_without(top, verb);
        if top < verb {
            words[verb..].fill(false);
        }
        let spans = self.tree.spans(&words);
        let whole = spans.into_iter().reduce(Span::cover)?;
        let mut tokens = self.scene.document.tokens_in(whole);
        let is_day = |at: usize| self.scene.tags[at].is(Role::Calendar) && !self.scene.tags[at].owns;
        // "Ana do Carmo": no parse cuts a name.
        let is_name = |at: usize| self.scene.tag(at) == Some(Tag::Name) && !is_day(at) && !self.scene.tags[at].owns;
        let begins = |at: usize| is_name(at) || self.scene.tag(at) == Some(Tag::Noun) && self.scene.document.tokens[at].capital;
        while !tokens.is_empty() && begins(tokens.end - 1) && is_name(tokens.end) {
            tokens.end += 1;
        }
        // "In Lidsburg Ana Lee said"
        let word = |at: usize| self.scene.document.slice(self.scene.document.tokens[at].span);
        let is_governed = |at: usize| at > 0 && self.scene.tag(at - 1) == Some(Tag::Preposition);
        let is_whole = |first: usize| is_governed(first - 1) && actors::gender_of_name(word(first)).is_some();
        let extends = |first: usize| first > 0 && begins(first - 1) && is_name(first) && !is_whole(first);
        while !tokens.is_empty() && extends(tokens.start) {
            tokens.start -= 1;
        }
        let idle = |last: &crate::syntax::Tagged| last.is(Role::Reflexive) || last.is(Role::Floats);
        while tokens.len() > 1 && idle(&self.scene.tags[tokens.end - 1]) && self.scene.tags[tokens.end - 2].tag.is_nominal() {
            tokens.end -= 1;
        }
        // "The report, to be published on Monday, said"
        let is_aside = |at: &usize| self.scene.tags[*at].tag == Tag::Comma && self.scene.tags[at + 1].tag == Tag::To;
        if let Some(comma) = (tokens.start + 1..tokens.end.saturating_sub(1)).find(is_aside) {
            tokens.end = comma;
        }
        while tokens.len() > 1 && is_day(tokens.start) {
            tokens.start += 1;
        }
        while tokens.len() > 1 && is_day(tokens.end - 1) {
            tokens.end -= 1;
            let governed = tokens.len() > 1 && self.scene.tags[tokens.end - 1].tag == Tag::Preposition;
            tokens.end -= usize::from(governed);
        }
        // "a letter of 1 July": of the day the number is left.
        let tag = |at: usize| self.scene.tag(at);
        let is_dated = tokens.end < self.scene.tags.len() && is_day(tokens.end) && tag(tokens.end - 1) == Some(Tag::Number);
        if is_dated && tokens.len() > 2 && tag(tokens.end - 2) == Some(Tag::Preposition) {
            tokens.end -= 2;
        }
        // "The cooks' and …": a mark that misled the parse.
        let is_cut = tokens.clone().next_back().is_some_and(|last| self.scene.tags[last].joins());
        (!tokens.is_empty() && !is_cut).then(|| Source::Phrase(source::without_quotation(self.scene, tokens)))
    }

    /// The content begins in quotation marks.
    fn is_quoted(&self, draft: &Draft) -> bool {
        let document = self.scene.document;
        let mut tokens = draft.content.iter().flat_map(|piece| document.tokens_in(*piece));
        tokens.find(|at| document.tokens[*at].is_wordlike()).is_some_and(|at| self.scene.quotation(at).is_some())
    }
}
