//! Reads the claims of a version: where each stands, which words are its own, who says it and at whom it is aimed.

use std::ops::Range;
use std::rc::Rc;

use super::aliases;
use super::features::{NARRATOR, Said, Source, Target, Voice, stems};
use super::parts::{Parts, mention_spans};
use super::words::{Page, Reader, Word};
use crate::lexicon::casualties;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues;
use crate::lexicon::words::{Role, look_up};
use crate::model::{Act, ActorKind, Certainty, Claim, Mention};
use crate::text::{CharIndex, Document, SegmentKind, Span};
use crate::track::rulings::Placement;
use crate::track::version::Version;

/// The claims of a version, in its order, each with where decisions put it.
pub(super) fn read(version: &Version<'_>, placements: &[Placement], page: &Rc<Page>, reader: &Reader) -> Vec<Said> {
    let index = version.document.places();
    let mut parts: Vec<Parts> = version.findings.claims.iter().map(|claim| Parts::of(claim, &index)).collect();
    Parts::part(&mut parts);
    let claims = Claims { version, index, page, reader, parts };
    let mut out: Vec<Said> = placements.iter().enumerate().map(|(at, placement)| claims.said(at, *placement)).collect();
    aliases::join(&mut out);
    out
}

/// The claims of a version, and what reading one of them takes.
struct Claims<'v> {
    version: &'v Version<'v>,
    index: CharIndex<'v>,
    page: &'v Rc<Page>,
    reader: &'v Reader,
    /// Where the parts of each claim stand.
    parts: Vec<Parts>,
}

impl Claims<'_> {
    fn said(&self, at: usize, placement: Placement) -> Said {
        let (version, claim) = (self.version, &self.version.findings.claims[at]);
        let document = version.document;
        let place = Sentences::of(document, &self.parts[at]);
        let own = self.own_words(at);
        let declined = self.declined(at);
        Said {
            id: claim.id.clone(),
            act: claim.act,
            found: claim.act,
            voice: if declined == Some(Act::State) { Voice::Withholds } else { Voice::of(claim.act) },
            source: Source::of(claim.source.as_ref(), self.reader),
            is_notice: claim.source.is_none() && is_notice(claim, version),
            withholds: declined.is_some() || says_not(claim),
            target: Target::of(claim, self.reader),
            content: claim.content.text.clone(),
            evidence_text: document.slice(own.shown).to_owned(),
            evidence: self.index.chars(own.shown),
            sentence: place.first,
            last_sentence: place.last,
            goes_on: place.goes_on,
            in_headline: place.in_headline,
            place: self.parts[at].evidence.start() as f64 / document.text.len().max(1) as f64,
            is_hedged: claim.certainty == Certainty::Hedged,
            is_negated: claim.negated,
            quote: claim.quote,
            status: status_of(claim, version),
            topics: claim.topics.clone(),
            answers: claim.answers.clone(),
            stems: own.stems,
            gist: own.gist,
            words: own.words,
            around: self.page.range(place.around),
            page: Rc::clone(self.page),
            tolls: tolls(claim, version),
            thread: None,
            placement,
        }
    }

    /// What somebody did not do, where that only says something: "refused to discuss the claim" is no denial of it, whatever the claim is
    /// read to be.
    fn declined(&self, at: usize) -> Option<Act> {
        let (claim, cue) = (&self.version.findings.claims[at], &self.parts[at].cue);
        let end = cue.iter().map(|cue| cue.end()).max().filter(|_| matches!(claim.act, Act::Reject | Act::Deny))?;
        let mut refused = self.version.document.text.get(end..)?.split_whitespace();
        refused.next().filter(|word| look_up(word).is(Role::To))?;
        let verb = refused.next()?;
        cues::only_says(verb, refused.next().unwrap_or_default())
    }

    fn own_words(&self, at: usize) -> OwnWords {
        let (document, page, claim) = (self.version.document, self.page, &self.version.findings.claims[at]);
        let parts @ Parts { evidence, cue, content } = &self.parts[at];
        let mentions = mention_spans(claim, document, *evidence, &self.index);
        let others = Parts::others(&self.parts, at);
        let own = parts.without(&others, &mentions, &Parts::beside(&self.parts, at));
        let is_in = |spans: &[Span], word: &Word| spans.iter().any(|span| span.overlaps(word.span));
        // "She added" shows nothing of what she added.
        let speaker: Vec<Span> = claim.source.iter().flat_map(|source| &source.span).map(|span| self.index.bytes(*span)).collect();
        let names_only = page.within(own).iter().all(|word| is_in(&speaker, word) || is_in(cue, word));
        let is_own = |word: &Word| word.is_mention || !is_in(&others, word);
        let words: Vec<Word> = page.of_claim(*evidence, &mentions, cue, content).into_iter().filter(is_own).collect();
        let content = || content.iter().flat_map(|span| page.within(*span)).filter(|word| !is_in(cue, word));
        let gist = stems(content().filter(|word| !is_in(&mentions, word)));
        OwnWords {
            stems: telling(&words, &gist, content()),
            gist,
            words,
            shown: trimmed(document, if names_only { *evidence } else { own }),
        }
    }
}

/// The sentences of a claim.
struct Sentences {
    first: usize,
    last: usize,
    /// Those after the last in which its quotation goes on.
    goes_on: Range<usize>,
    /// All of them.
    around: Span,
    in_headline: bool,
}

impl Sentences {
    fn of(document: &Document<'_>, Parts { evidence, content, .. }: &Parts) -> Sentences {
        let first = document.sentence_at(evidence.start()).unwrap_or(0);
        let last = document.sentence_at(evidence.end().saturating_sub(1)).unwrap_or(first).max(first);
        // What a quotation goes on with may stand before its speaker in the other version.
        let goes_on = goes_on(document, content, last);
        let around = match (document.sentences.get(first), document.sentences.get(goes_on.end.max(1) - 1)) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => *evidence,
        };
        let in_headline = document.sentences.get(first).is_some() && document.segment_of(first).kind == SegmentKind::Headline;
        Sentences { first, last, goes_on, around, in_headline }
    }
}

/// The words of a claim without those of the claims beside it.
struct OwnWords {
    words: Vec<Word>,
    stems: Vec<Rc<str>>,
    gist: Vec<Rc<str>>,
    /// What is shown as its evidence.
    shown: Span,
}

impl Source {
    fn of(source: Option<&Mention>, reader: &Reader) -> Source {
        Source {
            name: source.map_or(NARRATOR.to_owned(), |source| source.name.clone()),
            key: source.map_or(NARRATOR.to_owned(), |source| reader.key(&source.name)),
            text: source.map_or(String::new(), |source| reader.key(&source.text)),
            surface: source.map(|source| source.text.clone()),
            is_named: source.is_some_and(|source| source.kind != ActorKind::Unnamed && aliases::is_name(&source.name)),
            is_state: source.is_some_and(|source| source.kind == ActorKind::State),
            is_nobodys: source.is_some_and(|source| source.span.is_empty()),
            is_unnamed: source.is_some_and(|source| source.kind == ActorKind::Unnamed),
            is_vague: source.is_some_and(is_pronoun),
        }
    }
}

impl Target {
    fn of(claim: &Claim, reader: &Reader) -> Target {
        let target = claim.target.as_ref();
        let is_own = |target: &Mention| target.span.is_empty() || target.span.iter().any(|span| span.overlaps(claim.evidence.span));
        Target {
            name: target.map_or(String::new(), |target| target.name.clone()),
            key: target.map_or(String::new(), |target| reader.key(&target.name)),
            text: target.map_or(String::new(), |target| reader.key(&target.text)),
            is_vague: target.is_none_or(is_pronoun),
            is_own: target.is_some_and(is_own),
        }
    }
}

/// The sentences after the last one of its evidence in which its quotation goes on.
fn goes_on(document: &Document<'_>, content: &[Span], last_sentence: usize) -> Range<usize> {
    let next = last_sentence + 1;
    let end = content.iter().map(|part| part.end()).max().and_then(|end| document.sentence_at(end.saturating_sub(1)));
    let is_quoted = |at: &usize| document.sentences.get(*at).is_some_and(|sentence| document.quotation_at(sentence.span.start()).is_some());
    next..end.filter(|_| is_quoted(&next)).map_or(next, |end| end + 1).max(next)
}

/// What the figures count that a claim gives of people killed, hurt or missing, where they are its source's.
fn tolls(claim: &Claim, version: &Version<'_>) -> Vec<String> {
    // Figures stand in the order of their places.
    let (figures, evidence) = (&version.findings.figures, claim.evidence.span);
    let first = figures.partition_point(|figure| figure.evidence.span.start() < evidence.start());
    let name = |source: &Option<Mention>| source.as_ref().map(|source| source.name.clone());
    let inside = figures[first..].iter().take_while(|figure| figure.evidence.span.start() < evidence.end());
    let given =
        inside.filter(|figure| figure.low.is_some() && casualties::is_toll(&figure.what) && name(&figure.source) == name(&claim.source));
    given.map(|figure| figure.what.to_lowercase()).collect()
}

/// Without the space and the mark that end what stands before it.
fn trimmed(document: &Document<'_>, span: Span) -> Span {
    let text = document.slice(span);
    let rest = text.trim_start_matches(|next: char| next.is_whitespace() || matches!(next, ',' | ';' | ':' | '—' | '–'));
    Span::new(span.end() - rest.len(), span.end())
}

fn is_notice(claim: &Claim, version: &Version<'_>) -> bool {
    version.findings.notices.iter().filter_map(|notice| notice.span).any(|span| span.overlaps(claim.evidence.span))
}

/// "Did not say who paid".
fn says_not(claim: &Claim) -> bool {
    let denies = |word: &str| closed::classes(word).has(Class::Negation);
    claim.act == Act::State && claim.cue.as_ref().is_some_and(|cue| cue.text.split_whitespace().any(denies))
}

fn is_pronoun(mention: &Mention) -> bool {
    // "US" is no "us".
    let is_initials = mention.name.len() > 1 && mention.name.chars().all(char::is_uppercase);
    let name = closed::classes(mention.name.trim());
    !is_initials && (name.has(Class::Pronoun) || name.has(Class::Relative))
}

/// What a claim is compared by: the stems of its words, the content's `gist` among them, and where these are no more than its target
/// ("welcomed the trial"), the target's.
fn telling<'w>(words: &[Word], gist: &[Rc<str>], content: impl Iterator<Item = &'w Word>) -> Vec<Rc<str>> {
    let mut own = stems(words.iter());
    own.extend(gist.iter().cloned());
    own.sort_unstable();
    own.dedup();
    if own.is_empty() { stems(content) } else { own }
}

/// Topic and state of a claim in the outlet's own voice: the status that covers its words, else the only state that the text's
/// own voice gives the topic.
fn status_of(claim: &Claim, version: &Version<'_>) -> Option<String> {
    if claim.source.is_some() {
        return None;
    }
    let statuses = || version.findings.statuses.iter().filter(|status| claim.topics.contains(&status.topic));
    let own = || statuses().filter(|status| status.source.is_none());
    let closest = own().filter(|status| status.evidence.span.overlaps(claim.evidence.span)).min_by_key(|status| {
        status.evidence.span.start().abs_diff(claim.evidence.span.start()) + status.evidence.span.len().abs_diff(claim.evidence.span.len())
    });
    let status = closest.or_else(|| {
        let first = own().next()?;
        own().all(|other| (&other.topic, &other.state) == (&first.topic, &first.state)).then_some(first)
    })?;
    Some(status.given().to_string())
}
