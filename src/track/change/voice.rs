//! What the outlet says in its own voice, headlines included, with more or less force than before, or turned round: "the alleged attacker"
//! that became "the attacker", "may have fled" that became "has fled", "was not open" that became "was open".
//!
//! A sentence is compared with the one that it became by the words that no claim is compared by, and only where they are else nearly the
//! same. What claims say is told with them.
//!
//! Known failure: a sentence that says something else besides is no longer compared, whatever hedge it lost.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Between;
use super::draft::Draft;
use super::entries::OF_FORCE;
use crate::diff::{Fact, FactKind, Link};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::wording::{are_opposite, wording};
use crate::model::ChangeKind;
use crate::text::{CharIndex, Document, SegmentKind, Span};
use crate::track::read::Reading;
use crate::track::read::features::Said;
use crate::track::read::words::{Word, joined};
use crate::track::version::{Prior, Version};
use crate::track::wording::{self, Side, act_for_act};

/// Words that may differ besides: one of so many.
const BESIDES: usize = 4;
/// What a headline adds to the weight.
pub(super) const HEADLINE: f64 = 0.1;

impl Between<'_> {
    /// Sentences that say in the outlet's own voice the same as before, with other force or turned round.
    pub(super) fn own_words(&mut self, version: &Version<'_>, prior: &Prior<'_>) {
        let (old, new) = (self.pairs.iter().map(|pair| pair.from), self.pairs.iter().map(|pair| pair.to));
        let old = Voice::new(self.before, prior.document, old.collect());
        let new = Voice::new(self.after, version.document, new.collect());
        let denied = denied(prior, version.document);
        for link in prior.comparison.links.iter().filter(is_edited) {
            let Some((before, after)) = old.sentence(link.from[0]).zip(new.sentence(link.to[0])) else { continue };
            if before.in_headline != after.in_headline || !before.says_the_same(&after) {
                continue;
            }
            let told = match denied.get(&link.to[0]).map_or(&[][..], Vec::as_slice) {
                // What somebody does otherwise now they do with no more force.
                [] => {
                    acts_otherwise(&before, &after).or_else(|| forced(&before, &after).filter(|_| before.does_otherwise(&after).is_none()))
                }
                [fact] => turned(&before, &after, fact),
                _ => None,
            };
            let (from, to) = (old.index.chars(before.span), new.index.chars(after.span));
            let Some((kind, why)) = told.filter(|_| !self.entries.account_for(OF_FORCE, from, to)) else { continue };
            let words = [old.document.slice(before.span), new.document.slice(after.span)].map(str::to_owned);
            let mut draft = Draft::loose(kind, from, to, words.into(), why);
            draft.extra = if after.in_headline { HEADLINE } else { 0.0 };
            self.entries.push(draft);
        }
    }
}

/// One version, as the outlet tells it.
pub(super) struct Voice<'a> {
    reading: &'a Reading,
    pub(super) document: &'a Document<'a>,
    pub(super) index: CharIndex<'a>,
    /// Of each sentence, the claims that stand in both versions, by whose words they are compared.
    compared: FxHashMap<usize, Vec<&'a Said>>,
    /// Words that name somebody are compared as well.
    are_mentions_compared: bool,
}

impl<'a> Voice<'a> {
    pub(super) fn new(reading: &'a Reading, document: &'a Document<'a>, paired: Vec<usize>) -> Self {
        Voice { are_mentions_compared: false, ..Voice::beside(reading, document, paired.into_iter().map(|at| &reading.said[at])) }
    }

    /// The same, where the words of every claim below the headline are told with it, those that name somebody too.
    pub(super) fn of_nobody_else(reading: &'a Reading, document: &'a Document<'a>) -> Self {
        Voice::beside(reading, document, reading.said.iter().filter(|said| !said.in_headline))
    }

    fn beside(reading: &'a Reading, document: &'a Document<'a>, claims: impl Iterator<Item = &'a Said>) -> Self {
        let mut compared: FxHashMap<usize, Vec<&Said>> = FxHashMap::default();
        for said in claims {
            let Some((first, last)) = said.words.first().zip(said.words.last()) else { continue };
            let sentence = |at| document.sentence_at(at).unwrap_or(0);
            let sentences = sentence(first.span.start())..=sentence(last.span.end().saturating_sub(1));
            sentences.for_each(|at| compared.entry(at).or_default().push(said));
        }
        Voice { reading, document, index: document.places(), compared, are_mentions_compared: true }
    }

    /// Where the words of a sentence stand by which claims are compared.
    fn compared_in(&self, at: usize, sentence: Span) -> FxHashSet<Span> {
        let claims = self.compared.get(&at).into_iter().flatten();
        // A claim's words stand in their order.
        let words = claims.flat_map(|said| {
            let first = said.words.partition_point(|word| word.span.end() <= sentence.start());
            said.words[first..].iter().take_while(|word| word.span.start() < sentence.end())
        });
        words.filter(|word| self.are_mentions_compared || !word.is_mention).map(|word| word.span).collect()
    }

    /// The sentence, where it is reporting.
    pub(super) fn sentence(&self, at: usize) -> Option<Sentence<'a>> {
        let span = self.document.sentences.get(at)?.span;
        let kind = self.document.segment_of(at).kind;
        let words = self.reading.page.within(span);
        let compared = self.compared_in(at, span);
        let free = words.iter().filter(|word| !word.is_quoted && !compared.contains(&word.span)).cloned().collect();
        kind.is_reporting().then_some(Sentence { span, in_headline: kind == SegmentKind::Headline, words, free, text: self.document.text })
    }
}

pub(super) struct Sentence<'a> {
    pub(super) span: Span,
    pub(super) in_headline: bool,
    pub(super) words: &'a [Word],
    /// Those that no claim is compared by, quotations apart: what changed inside one is told as that.
    pub(super) free: Vec<Word>,
    /// The text that it stands in.
    pub(super) text: &'a str,
}

impl Sentence<'_> {
    fn side(&self) -> Side<'_> {
        Side { words: &self.free, context: self.words, is_hedged: false }
    }

    /// The word is one that no claim is compared by.
    pub(super) fn has_free(&self, word: &Word) -> bool {
        self.free.binary_search_by_key(&word.span.start(), |own| own.span.start()).is_ok()
    }

    /// The roots of its words that tell something, in order.
    pub(super) fn telling(&self) -> Vec<&str> {
        self.words.iter().filter(|word| !word.is_function).map(|word| &**word.root()).collect()
    }

    /// But for one word, which may have the force, nearly all that tells something is in the other too.
    fn says_the_same(&self, other: &Self) -> bool {
        let (own, others) = (self.telling(), other.telling());
        let apart = |left: &[&str], right: &[&str]| {
            let right: FxHashSet<&str> = right.iter().copied().collect();
            left.iter().filter(|root| !right.contains(*root)).count()
        };
        let besides = apart(&own, &others).max(apart(&others, &own)).saturating_sub(1);
        !own.is_empty() && besides * BESIDES <= own.len().min(others.len())
    }

    /// The words at a place, in small letters, where no claim is compared by them; none for no place.
    fn free_at(&self, place: Option<Span>) -> Option<String> {
        let Some(place) = place else { return Some(String::new()) };
        let is_free = self.free.iter().any(|word| word.span.overlaps(place));
        is_free.then(|| place.of(self.text).to_lowercase())
    }
}

/// One sentence that became one other.
pub(super) fn is_edited(link: &&Link) -> bool {
    !link.furniture && link.from.len() == 1 && link.to.len() == 1 && !link.words.is_empty()
}

/// What came or went of words that deny, by the sentences of the later version.
fn denied(prior: &Prior<'_>, later: &Document<'_>) -> FxHashMap<usize, Vec<Fact>> {
    let mut became: FxHashMap<usize, usize> = FxHashMap::default();
    for link in prior.comparison.links.iter().filter(is_edited) {
        became.insert(link.from[0], link.to[0]);
    }
    let mut out: FxHashMap<usize, Vec<Fact>> = FxHashMap::default();
    for fact in prior.facts.iter().filter(|fact| fact.kind == FactKind::Negation) {
        let new = fact.new.and_then(|place| later.sentence_at(place.start()));
        let old = || fact.old.and_then(|place| prior.document.sentence_at(place.start())).and_then(|at| became.get(&at).copied());
        if let Some(at) = new.or_else(old) {
            out.entry(at).or_default().push(*fact);
        }
    }
    out
}

/// A verb with another act.
fn acts_otherwise(before: &Sentence<'_>, after: &Sentence<'_>) -> Option<(ChangeKind, String)> {
    let [(was, old), (is, new)] = act_for_act(before.words, after.words)?;
    let is_free = |sentence: &Sentence<'_>, verb: &[Word]| sentence.free.iter().any(|word| word.span == verb[0].span);
    let why = || format!("the act was {was} (“{}”), it is {is} (“{}”) now", joined(old), joined(new));
    (is_free(before, old) && is_free(after, new)).then(|| (ChangeKind::ActChanged, why()))
}

/// Words with more or less force.
fn forced(before: &Sentence<'_>, after: &Sentence<'_>) -> Option<(ChangeKind, String)> {
    let (gained, why) = wording::force(before.side(), after.side());
    match gained {
        0 => None,
        more if more > 0 => Some((ChangeKind::Strengthened, why)),
        _ => Some((ChangeKind::Softened, why)),
    }
}

/// What was denied is said now, or the reverse: a word that denies came or went, or one was put for its opposite.
fn turned(before: &Sentence<'_>, after: &Sentence<'_>, fact: &Fact) -> Option<(ChangeKind, String)> {
    let (old, new) = (before.free_at(fact.old)?, after.free_at(fact.new)?);
    let denies = |part: &str| closed::classes(part).has(Class::Negation) || wording(part).failure.is_some();
    let is_denied = |words: &str| words.split(' ').any(denies);
    // What is "unlikely" is "not likely": where another word came or went, the "not" may stand for it.
    let is_turned = || is_denied(&old) != is_denied(&new) && before.telling() == after.telling();
    (are_opposite(&old, &new) || is_turned()).then(|| {
        let shown = |word: &str| if word.is_empty() { "no such word".to_owned() } else { format!("“{word}”") };
        let why = format!("what was affirmed is negated, or the reverse: {} → {}", shown(&old), shown(&new));
        (ChangeKind::ActChanged, why)
    })
}
