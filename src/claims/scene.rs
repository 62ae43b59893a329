//! What every file of `claims` looks at: one document, its tags, and for each token the quotation around it.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors;
use crate::lexicon::cues::{Cue, Frame};
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::{Group, Tag, Tagged, phrase, tag};
use crate::text::{Document, Span};

use super::rules;

/// No quotation.
const OUTSIDE: u32 = u32::MAX;

/// How many tokens around a cue are looked at: longer than any sentence in print, so that a text without stops costs no more.
const REACH: usize = 200;

/// A document with all that is worked out once for it.
pub(super) struct Scene<'d, 't> {
    pub document: &'d Document<'t>,
    /// The tokens in lower case with straight apostrophes, each at its index.
    pub lower: &'d [Cow<'t, str>],
    pub tags: Vec<Tagged>,
    /// The outermost quotation around each token, marks left out.
    inside: Vec<u32>,
}

/// A stretch of tokens within which a claim is looked for: a sentence, or the part of it in one quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub sentence: usize,
    pub start: usize,
    /// One past the last token, the closing stop left out.
    pub end: usize,
    pub quotation: Option<usize>,
}

/// A cue word in its place.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub cue: &'static Cue,
    pub group: Group,
    /// The first token after the cue's last word.
    pub after: usize,
    /// Words of an object between a verb and its particle.
    pub parted: usize,
    pub clause: Clause,
}

impl Candidate {
    /// The object between a verb and its particle: "turned it down", "brushed the claim aside".
    pub fn parting(&self) -> Option<Range<usize>> {
        let object = self.group.head + 1..self.group.head + 1 + self.parted;
        (!object.is_empty()).then_some(object)
    }
}

/// Who asserts.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// The words of a noun phrase.
    Phrase(Range<usize>),
    /// Nobody is mentioned.
    Unspecified,
}

/// A claim before it is written out: tokens and bytes, no names.
#[derive(Clone)]
pub(super) struct Draft {
    pub candidate: Candidate,
    pub source: Source,
    pub content: Vec<Span>,
    /// Its own words where `content` is what they point back at: "the charge “absurd”".
    pub pointer: Vec<Span>,
    pub target: Option<Range<usize>>,
    /// Who passes the source's words on.
    pub via: Option<Range<usize>>,
    /// Byte span of the cue: the opening mark of a quotation carried over.
    pub cue: Option<Span>,
    /// The cue's act, unless the content turns the cue into another ("called the charge baseless").
    pub act: Act,
    /// The cue says what its source takes something for ("called it a lie").
    pub evaluates: bool,
    pub rule: Rule,
    pub confidence: f64,
}

impl Source {
    /// Its words, if it is mentioned.
    pub fn words(&self) -> Option<&Range<usize>> {
        match self {
            Source::Phrase(words) => Some(words),
            Source::Unspecified => None,
        }
    }
}

impl Draft {
    /// What the words of a cue show by themselves: its act, and nobody at whom it is aimed.
    pub fn new(scene: &Scene<'_, '_>, candidate: Candidate, source: Source, content: Vec<Span>, rule: Rule) -> Self {
        let cue = scene.span(candidate.group.start..candidate.after);
        let (act, evaluates) = (candidate.cue.act, candidate.cue.takes(Frame::As));
        let confidence = rules::confidence(rule);
        Draft { candidate, source, content, pointer: Vec::new(), target: None, via: None, cue, act, evaluates, rule, confidence }
    }

    /// The same as `rule` found it, and as sure as that.
    pub fn found_by(self, rule: Rule) -> Self {
        Draft { rule, confidence: rules::confidence(rule), ..self }
    }
}

impl<'d, 't> Scene<'d, 't> {
    pub fn new(document: &'d Document<'t>, lower: &'d [Cow<'t, str>]) -> Self {
        let mut inside = vec![OUTSIDE; document.tokens.len()];
        for (index, quotation) in document.quotations.iter().enumerate().filter(|(_, quotation)| quotation.depth == 0) {
            for at in document.tokens_in(quotation.inner) {
                inside[at] = index as u32;
            }
        }
        Scene { document, tags: tag::tag(document, lower), lower, inside }
    }

    /// The outermost quotation that the token stands in.
    pub fn quotation(&self, at: usize) -> Option<usize> {
        self.inside.get(at).filter(|found| **found != OUTSIDE).map(|found| *found as usize)
    }

    /// The part of sentence `index` in which a cue at `at` looks for its claim.
    pub fn clause(&self, index: usize, at: usize) -> Clause {
        let range = self.document.token_range(index);
        let quotation = self.quotation(at);
        let (mut start, mut end) = (range.start.max(at.saturating_sub(REACH)), range.end.min(at + REACH));
        if quotation.is_some() {
            while start < at && self.quotation(start) != quotation {
                start += 1;
            }
            while end > at + 1 && self.quotation(end - 1) != quotation {
                end -= 1;
            }
        }
        // "Nine die in crash; brakes had failed, colleague says": what stands before a semicolon is somebody else's.
        if let Some(parted) = (start..at).rev().find(|before| self.lower[*before] == ";" && self.quotation(*before) == quotation) {
            start = parted + 1;
        }
        while end > at + 1 && self.tags[end - 1].tag == Tag::Stop {
            end -= 1;
        }
        Clause { sentence: index, start, end, quotation }
    }

    /// The bytes from the first to the last of `range`, commas and stops at its ends left out.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let idle = |at: &usize| matches!(self.tags[*at].tag, Tag::Comma | Tag::Stop | Tag::Dash) || self.is_lone_mark(*at);
        let first = range.clone().find(|at| !idle(at))?;
        let last = range.rev().find(|at| !idle(at))?;
        (first <= last).then(|| self.document.tokens[first].span.cover(self.document.tokens[last].span))
    }

    /// Some word of `span` stands in quotation marks: the first or the last.
    pub fn quotes(&self, span: Span) -> bool {
        let words = self.document.tokens_in(span);
        let last = words.end.saturating_sub(2).max(words.start);
        self.quotation(words.start + 1).is_some() || self.quotation(last).is_some()
    }

    fn is_lone_mark(&self, at: usize) -> bool {
        self.tags[at].tag == Tag::Mark
    }

    pub fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).map(|tagged| tagged.tag)
    }

    /// The token at `at`, if it stands before `end`.
    pub fn before(&self, at: usize, end: usize) -> Option<&Tagged> {
        self.tags.get(at).filter(|_| at < end)
    }

    /// The token after the cue, in the clause of the cue.
    pub fn next(&self, candidate: &Candidate) -> Option<&Tagged> {
        self.before(candidate.after, candidate.clause.end)
    }

    /// The noun phrase of "by X" at `at`, before `end`.
    pub fn agent(&self, at: usize, end: usize) -> Option<Range<usize>> {
        self.before(at, end).filter(|by| by.is(Role::By))?;
        // "by 2030", "by Friday"
        let names = |here: &Tagged| here.tag != Tag::Number && !here.is(Role::Calendar);
        let found = phrase::after(&self.tags, at + 1, end);
        (self.tags[found.clone()].iter().any(names) && !self.is_part(&found)).then_some(found)
    }

    /// "(cut) by a third", "by three quarters": how much, and nobody.
    pub fn is_part(&self, phrase: &Range<usize>) -> bool {
        let is_fraction = |at: usize| numbers::uses(&self.lower[at]).iter().any(|used| matches!(used, NumberWord::Fraction(_)));
        let counts = |at: usize| matches!(self.tags[at].tag, Tag::Determiner | Tag::Number) || self.tags[at].word.counts || is_fraction(at);
        !phrase.is_empty() && phrase.clone().all(counts) && is_fraction(phrase.end - 1)
    }

    /// The phrase has a name or a noun for people or for a body.
    pub fn names_somebody(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|at| {
            let here = &self.tags[at];
            here.tag == Tag::Name && !here.is(Role::Calendar) || here.tag == Tag::Noun && actors::names_somebody(&self.lower[at])
        })
    }

    /// Some token of `range` can do this.
    pub fn any(&self, range: &Range<usize>, role: Role) -> bool {
        self.tags[range.clone()].iter().any(|tagged| tagged.is(role))
    }

    /// The tokens of the first piece of the content.
    pub fn words(&self, draft: &Draft) -> Option<Range<usize>> {
        draft.content.first().map(|piece| self.document.tokens_in(*piece))
    }
}
