//! What is kept of a claim when its text is gone: its words, whose it is, where it stood.

use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::aliases;
use super::names::{alike_names, ends_with_words, key};
use super::parts::{Parts, mention_spans};
use super::words::{Page, Word, are_same};
use crate::lexicon::casualties;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::cues;
pub(in crate::track) use crate::model::NARRATOR;
use crate::model::{Act, ActFamily, ActorKind, Certainty, Claim, Mention, QuoteKind};
use crate::text::{CharIndex, CharSpan, Document, SegmentKind, Span};
use crate::track::rulings::Placement;
use crate::track::version::Version;

/// Whose voice stays the same when the act changes: a thread may pass from one act to another inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::track) enum Voice {
    /// Says that something is so, with more or less blame or praise.
    Says,
    /// Turns something down.
    Refuses,
    /// Wants something of somebody.
    Asks,
    /// Binds itself.
    Commits,
}

impl Voice {
    pub(in crate::track) fn of(act: Act) -> Voice {
        match act.family() {
            ActFamily::Assert | ActFamily::Accuse | ActFamily::Condemn | ActFamily::Welcome => Voice::Says,
            ActFamily::Refuse => Voice::Refuses,
            ActFamily::Ask => Voice::Asks,
            ActFamily::Commit => Voice::Commits,
        }
    }

    /// The name under which threads are listed.
    pub(in crate::track) fn as_str(self) -> &'static str {
        match self {
            Voice::Says => "says",
            Voice::Refuses => "refuses",
            Voice::Asks => "asks",
            Voice::Commits => "commits",
        }
    }
}

/// Who says something.
#[derive(Clone, Debug)]
pub(in crate::track) struct Source {
    pub(in crate::track) name: String,
    /// The name as it is compared.
    pub(in crate::track) key: String,
    /// The words of the text as they are compared.
    pub(in crate::track) text: String,
    /// The words of the text; `None` for the outlet's own voice.
    pub(in crate::track) surface: Option<String>,
    /// It is known by a name, and not by what it is.
    pub(in crate::track) is_named: bool,
    pub(in crate::track) is_state: bool,
    /// Nobody in particular ("reportedly").
    pub(in crate::track) is_nobodys: bool,
    /// Somebody without a name; compared by the words of the description.
    pub(in crate::track) is_unnamed: bool,
    /// A pronoun that nobody resolved, so that it says nothing about who speaks.
    pub(in crate::track) is_vague: bool,
}

/// At whom something is aimed; all empty for nobody.
#[derive(Clone, Debug)]
pub(in crate::track) struct Target {
    pub(in crate::track) name: String,
    /// The name as it is compared.
    pub(in crate::track) key: String,
    /// The words of the text as they are compared.
    pub(in crate::track) text: String,
    /// A pronoun that nobody resolved, or nobody.
    pub(in crate::track) is_vague: bool,
    /// The claim's own words name it; else the text around them does ("the firm denied the charge").
    pub(in crate::track) is_own: bool,
}

/// One claim with all that tracking compares.
#[derive(Clone, Debug)]
pub(in crate::track) struct Said {
    pub(in crate::track) id: String,
    /// What it does; where a person ruled on its thread, what was ruled.
    pub(in crate::track) act: Act,
    /// What it was found to do.
    pub(in crate::track) found: Act,
    /// The voice of what it was found to do.
    pub(in crate::track) voice: Voice,
    /// Who says it.
    pub(in crate::track) source: Source,
    /// The publisher's own words on a change.
    pub(in crate::track) is_notice: bool,
    /// "declined to say", "would not discuss": the source says that it says nothing.
    pub(in crate::track) withholds: bool,
    /// At whom it is aimed.
    pub(in crate::track) target: Target,
    pub(in crate::track) content: String,
    pub(in crate::track) evidence_text: String,
    pub(in crate::track) evidence: CharSpan,
    /// First sentence of the evidence.
    pub(in crate::track) sentence: usize,
    /// Last sentence of the evidence.
    pub(in crate::track) last_sentence: usize,
    /// Sentences after its evidence in which its quotation goes on.
    pub(in crate::track) goes_on: Range<usize>,
    pub(in crate::track) in_headline: bool,
    /// 0 at the text's beginning, 1 at its end.
    pub(in crate::track) place: f64,
    pub(in crate::track) is_hedged: bool,
    pub(in crate::track) is_negated: bool,
    pub(in crate::track) quote: QuoteKind,
    /// "topic/state" of the outlet's own word on a tracked topic.
    pub(in crate::track) status: Option<String>,
    pub(in crate::track) topics: Vec<String>,
    /// Claim of the same text that it answers.
    pub(in crate::track) answers: Option<String>,
    /// Words of the evidence, in order.
    pub(in crate::track) words: Vec<Word>,
    pub(in crate::track) page: Rc<Page>,
    /// Where the words of the sentences that hold it stand on the page.
    around: Range<usize>,
    /// Stems that carry content, sorted, without those of the mentions.
    pub(in crate::track) stems: Vec<Rc<str>>,
    /// The same of the content alone.
    pub(in crate::track) gist: Vec<Rc<str>>,
    /// Which tolls its source gives in it: "killed", "missing".
    pub(in crate::track) tolls: Vec<String>,
    /// Its thread; `None` until one is assigned.
    pub(in crate::track) thread: Option<usize>,
    /// Where decisions put it.
    pub(in crate::track) placement: Placement,
}

/// The claims of a version, in its order, each with where decisions put it.
pub(in crate::track) fn read(version: &Version<'_>, placements: &[Placement], page: &Rc<Page>) -> Vec<Said> {
    let index = CharIndex::new(version.document.text);
    let places: Vec<Parts> = version.findings.claims.iter().map(|claim| Parts::of(claim, &index)).collect();
    let each = version.findings.claims.iter().zip(placements).enumerate();
    let mut out: Vec<Said> = each.map(|(at, (claim, placement))| said(claim, *placement, version, &index, page, (&places, at))).collect();
    aliases::join(&mut out);
    out
}

fn said(
    claim: &Claim,
    placement: Placement,
    version: &Version<'_>,
    index: &CharIndex<'_>,
    page: &Rc<Page>,
    (places, at): (&[Parts], usize),
) -> Said {
    let document = version.document;
    let Parts { evidence, cue, content } = &places[at];
    let evidence = *evidence;
    let mentions = mention_spans(claim, document, evidence, index);
    let others = Parts::others(places, at);
    let own = places[at].without(&others, &mentions, &Parts::beside(places, at));
    // "She added" shows nothing of what she added.
    let speaker: Vec<Span> = claim.source.iter().flat_map(|source| &source.span).map(|span| index.bytes(*span)).collect();
    let is_named = |word: &Word| speaker.iter().chain(cue).any(|part| part.overlaps(word.span));
    let shown = trimmed(document, if page.within(own).iter().all(is_named) { evidence } else { own });
    let is_own = |word: &Word| word.is_mention || !others.iter().any(|other| other.overlaps(word.span));
    let words: Vec<Word> = page.of_claim(evidence, &mentions, cue, content).into_iter().filter(is_own).collect();
    let content_words = || content.iter().flat_map(|span| page.within(*span));
    let of_mention = |word: &Word| mentions.iter().any(|mention| mention.overlaps(word.span));
    let of_cue = |word: &Word| cue.iter().any(|cue| cue.overlaps(word.span));
    let gist = stems(content_words().filter(|word| !of_mention(word) && !of_cue(word)));
    let sentence = document.sentence_at(evidence.start()).unwrap_or(0);
    let last_sentence = document.sentence_at(evidence.end().saturating_sub(1)).unwrap_or(sentence).max(sentence);
    // What a quotation goes on with may stand before its speaker in the other version.
    let goes_on = goes_on(document, content, last_sentence);
    let around = match (document.sentences.get(sentence), document.sentences.get(goes_on.end.max(1) - 1)) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => evidence,
    };
    let kind = document.sentences.get(sentence).map(|_| document.segment_of(sentence).kind);
    Said {
        id: claim.id.clone(),
        act: claim.act,
        found: claim.act,
        voice: Voice::of(claim.act),
        source: Source::of(claim.source.as_ref()),
        is_notice: claim.source.is_none() && is_notice(claim, version),
        withholds: withholds(claim),
        target: Target::of(claim),
        content: claim.content.text.clone(),
        evidence_text: document.slice(shown).to_owned(),
        evidence: index.chars(shown),
        sentence,
        last_sentence,
        goes_on,
        in_headline: kind == Some(SegmentKind::Headline),
        place: evidence.start() as f64 / document.text.len().max(1) as f64,
        is_hedged: claim.certainty == Certainty::Hedged,
        is_negated: claim.negated,
        quote: claim.quote,
        status: status_of(claim, version),
        topics: claim.topics.clone(),
        answers: claim.answers.clone(),
        stems: telling(&words, &gist, content_words().filter(|word| !of_cue(word))),
        gist,
        words,
        around: page.range(around),
        page: Rc::clone(page),
        tolls: tolls(claim, version),
        thread: None,
        placement,
    }
}

impl Said {
    /// Its thread is one of these.
    pub(in crate::track) fn is_in(&self, threads: &FxHashSet<usize>) -> bool {
        self.thread.is_some_and(|thread| threads.contains(&thread))
    }
}

impl Source {
    fn of(source: Option<&Mention>) -> Source {
        Source {
            name: source.map_or(NARRATOR.to_owned(), |source| source.name.clone()),
            key: source.map_or(NARRATOR.to_owned(), |source| key(&source.name)),
            text: source.map_or(String::new(), |source| key(&source.text)),
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
    fn of(claim: &Claim) -> Target {
        let target = claim.target.as_ref();
        let is_own = |target: &Mention| target.span.is_empty() || target.span.iter().any(|span| span.overlaps(claim.evidence.span));
        Target {
            name: target.map_or(String::new(), |target| target.name.clone()),
            key: target.map_or(String::new(), |target| key(&target.name)),
            text: target.map_or(String::new(), |target| key(&target.text)),
            is_vague: target.is_none_or(is_pronoun),
            is_own: target.is_some_and(is_own),
        }
    }
}

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

fn withholds(claim: &Claim) -> bool {
    let refused = claim.content.text.strip_prefix("to ").filter(|_| matches!(claim.act, Act::Reject | Act::Deny));
    let declines = refused.and_then(|words| words.split_whitespace().next()).is_some_and(cues::only_says);
    let denies = |word: &str| closed::classes(word).has(Class::Negation);
    let says_not = || claim.act == Act::State && claim.cue.as_ref().is_some_and(|cue| cue.text.split_whitespace().any(denies));
    declines || says_not()
}

fn is_pronoun(mention: &Mention) -> bool {
    let name = closed::classes(mention.name.trim());
    name.has(Class::Pronoun) || name.has(Class::Relative)
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

/// Content stems in order of the alphabet, each once.
pub(in crate::track) fn stems<'w>(words: impl Iterator<Item = &'w Word>) -> Vec<Rc<str>> {
    let mut out: Vec<Rc<str>> =
        words.filter(|word| !word.is_function && !word.is_mention && !word.is_cue).map(|word| Rc::clone(&word.root)).collect();
    out.sort_unstable();
    out.dedup();
    out
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
    Some(format!("{}/{}", status.topic, status.state))
}

/// How alike two sorted lists of stems are, each stem weighed by `weight`: half what they share of both, half what the shorter one
/// shares, so that a headline is like its story.
pub(in crate::track) fn likeness<L: AsRef<str>, R: AsRef<str>>(left: &[L], right: &[R], weight: impl Fn(&str) -> f64) -> f64 {
    let (mut a, mut b) = (0, 0);
    let (mut shared, mut only_left, mut only_right) = (0.0, 0.0, 0.0);
    while a < left.len() || b < right.len() {
        match (left.get(a).map(AsRef::as_ref), right.get(b).map(AsRef::as_ref)) {
            (Some(l), Some(r)) if l == r => {
                shared += weight(l);
                a += 1;
                b += 1;
            }
            (Some(l), Some(r)) if l < r => {
                only_left += weight(l);
                a += 1;
            }
            (Some(l), None) => {
                only_left += weight(l);
                a += 1;
            }
            (_, Some(r)) => {
                only_right += weight(r);
                b += 1;
            }
            (None, None) => break,
        }
    }
    let smaller = shared + only_left.min(only_right);
    if shared <= 0.0 {
        return 0.0;
    }
    0.5 * (2.0 * shared / (2.0 * shared + only_left + only_right)) + 0.5 * (shared / smaller)
}

impl Said {
    /// Words of the sentences that hold it: what of another wording may be read off here.
    pub(in crate::track) fn context(&self) -> &[Word] {
        self.page.at(&self.around)
    }

    /// Word for word the same, in sentences that are word for word the same. Every word of either is then in the other's sentences, and
    /// nothing is to be told of what one says beside the other but its figures and whom it names.
    pub(in crate::track) fn is_unaltered(&self, after: &Said) -> bool {
        self.is_hedged == after.is_hedged && are_same(&self.words, &after.words) && are_same(self.context(), after.context())
    }

    /// "The company denies it": a refusal in whose own words nothing is said of what is refused.
    pub(in crate::track) fn is_bare_refusal(&self) -> bool {
        self.voice == Voice::Refuses && self.words.iter().all(|word| word.is_mention || word.is_cue || word.is_function)
    }

    /// Somebody in particular says it, by name or by what they are.
    pub(in crate::track) fn is_somebody(&self) -> bool {
        !self.source.is_unnamed && !self.source.is_vague && !self.source.is_nobodys && self.source.key != NARRATOR
    }

    /// The two have the same source, as far as the words tell.
    pub(in crate::track) fn same_source(&self, other: &Said) -> bool {
        if self.source.key == other.source.key {
            return true;
        }
        if self.source.key == NARRATOR || other.source.key == NARRATOR {
            return false;
        }
        let same_words = !self.source.text.is_empty() && self.source.text == other.source.text;
        if same_words && !closed::classes(&self.source.text).has(Class::Pronoun) {
            return true;
        }
        match (self.source.is_unnamed, other.source.is_unnamed) {
            (true, true) => alike_names(&self.source.key, &other.source.key),
            (false, false) => ends_with_words(&self.source.key, &other.source.key) || ends_with_words(&other.source.key, &self.source.key),
            _ => false,
        }
    }
}
