//! Writes drafts out as claims: words, quote kind, certainty and a first guess at what sort of actor is meant.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Part;
use crate::lexicon::quantities;
use crate::lexicon::topics::{self, Polarity};
use crate::lexicon::words::Role;
use crate::model::{Act, ActorKind, Certainty, Claim, Distance, Evidence, GAP, Mention, Passage, QuoteKind, Rule, UNSPECIFIED};
use crate::syntax::Tag;
use crate::text::{Document, Span, possessive};

use super::rules;
use super::scene::{Draft, Scene, Source};

/// The word denies the clause that it stands in. "To leave without a word" is to leave, "would not rule it out" leaves it open, "no more
/// than 12" are some, "no doubt" is none.
fn denies(scene: &Scene<'_, '_>, at: usize) -> bool {
    let classes = scene.tags[at].classes;
    let denies = classes.has(Class::Negation) && !classes.has(Class::Preposition);
    let affirms = || topics::polarity(&scene.lower[at..]).is_some_and(|(polarity, _)| polarity == Polarity::Affirms);
    denies && !affirms() && !is_refusal_denied(scene, at) && quantities::qualifier_before(&scene.lower[at..]).is_none()
}

/// The verb that follows the denying word turns something down itself.
fn is_refusal_denied(scene: &Scene<'_, '_>, at: usize) -> bool {
    let helps = |next: &usize| matches!(scene.tags[*next].tag, Tag::Auxiliary | Tag::Adverb);
    let verb = (at + 1..scene.tags.len()).take(HELPERS).find(|next| !helps(next)).filter(|verb| scene.tags[*verb].tag == Tag::Verb);
    verb.is_some_and(|verb| super::cues::refuses(scene, verb))
}

/// Words between a "not" and its verb, at most: "not yet been".
const HELPERS: usize = 4;

pub(super) fn claim(scene: &Scene<'_, '_>, draft: &Draft) -> Claim<Span> {
    let cue = draft.candidate.cue;
    // The month of May hedges nothing.
    let hedged = has(scene, &draft.content, |scene, at| scene.tags[at].is(Role::Hedge) && scene.tags[at].tag != Tag::Name);
    // "does not doubt that it works": it works.
    let doubts = cue.negative && draft.act == Act::State;
    let negative = if doubts { !draft.candidate.group.negated } else { cue.negative || draft.candidate.group.negated };
    let negative = negative || draft.act == Act::Deny || has(scene, &draft.content, denies);
    Claim {
        id: String::new(),
        act: draft.act,
        source: Some(source(scene, &draft.source)),
        target: draft.target.clone().and_then(|range| mention(scene, range)),
        cue: draft.cue.map(|span| passage(scene, vec![span])),
        content: passage(scene, draft.content.clone()),
        evidence: Evidence { span: evidence(scene, draft) },
        quote: quote(scene, &draft.content),
        certainty: if hedged || is_reported(scene, draft) { Certainty::Hedged } else { cue.certainty },
        distance: cue.distance,
        negated: negative,
        topics: Vec::new(),
        answers: None,
        via: draft.via.clone().and_then(|range| mention(scene, range)),
        confidence: draft.confidence,
        rule: draft.rule,
    }
}

/// "has reportedly refused": an adverb by which nobody vouches for what somebody is told to have said.
fn is_reported(scene: &Scene<'_, '_>, draft: &Draft) -> bool {
    let group = &draft.candidate.group;
    let words = if draft.candidate.cue.part == Part::Verb { group.start..group.head } else { 0..0 };
    scene.tags[words].iter().any(|here| here.word.cues().any(|cue| cue.part == Part::Adverb && cue.certainty == Certainty::Hedged))
}

/// What the outlet says itself.
pub(super) fn own_voice(document: &Document<'_>, act: Act, evidence: Span, content: Span, rule: Rule) -> Claim<Span> {
    Claim {
        id: String::new(),
        act,
        source: None,
        target: None,
        cue: None,
        content: Passage { text: document.slice(content).to_owned(), span: vec![content] },
        evidence: Evidence { span: evidence },
        quote: QuoteKind::None,
        certainty: Certainty::Asserted,
        distance: Distance::Neutral,
        negated: false,
        topics: Vec::new(),
        answers: None,
        via: None,
        confidence: rules::confidence(rule),
        rule,
    }
}

fn source(scene: &Scene<'_, '_>, source: &Source) -> Mention<Span> {
    let named = source.words().and_then(|who| mention(scene, who.clone()));
    named.unwrap_or(Mention { text: String::new(), span: Vec::new(), name: UNSPECIFIED.to_owned(), kind: ActorKind::Unnamed })
}

fn mention(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Mention<Span>> {
    let span = without_genitive(scene, &range, scene.span(range.clone())?);
    let text = scene.document.slice(span).to_owned();
    Some(Mention { name: text.clone(), text, span: vec![span], kind: kind(scene, range) })
}

/// "the woman's": the woman.
fn without_genitive(scene: &Scene<'_, '_>, range: &Range<usize>, span: Span) -> Span {
    let owns = range.end.checked_sub(1).and_then(|last| scene.tags.get(last)).is_some_and(|last| last.owns);
    let bare = possessive::bare(scene.document.slice(span));
    if owns { Span::new(span.start(), span.start() + bare.len()) } else { span }
}

/// A guess from the words alone; actors are resolved elsewhere.
fn kind(scene: &Scene<'_, '_>, range: Range<usize>) -> ActorKind {
    let found = |role| scene.any(&range, role);
    let named = scene.tags[range.clone()].iter().any(|tagged| tagged.tag == Tag::Name && tagged.word.forms == 0);
    match () {
        () if found(Role::Unnamed) && !named => ActorKind::Unnamed,
        () if found(Role::Document) => ActorKind::Document,
        () if found(Role::Office) && !named => ActorKind::Office,
        () if found(Role::Media) => ActorKind::Media,
        () if found(Role::Organisation) => ActorKind::Organisation,
        () if found(Role::Crowd) => ActorKind::Crowd,
        () => ActorKind::Person,
    }
}

fn passage(scene: &Scene<'_, '_>, span: Vec<Span>) -> Passage<Span> {
    let text = span.iter().map(|piece| scene.document.slice(*piece)).collect::<Vec<_>>().join(GAP);
    Passage { text, span }
}

/// How many tokens of a content are read for hedges and negations: those of its main clause, mostly.
const READ: usize = 14;

fn has(scene: &Scene<'_, '_>, content: &[Span], test: impl Fn(&Scene<'_, '_>, usize) -> bool) -> bool {
    // "that repairs take weeks but that supplies are not at risk" denies nothing of the repairs.
    let is_another = |at: &usize| {
        let next = scene.tags.get(at + 1).filter(|_| scene.tags[*at].tag == Tag::Conjunction);
        next.is_some_and(|next| next.tag == Tag::Complementiser)
    };
    // "Lee, who has not spoken, is expected to" denies nothing of what is expected, nor does "the man who was not named left", nor "if it
    // is not paid".
    let mut aside: Option<Tag> = None;
    let mut is_main = |at: usize| {
        let here = &scene.tags[at];
        let before = at.checked_sub(1).map(|before| scene.tags[before].tag);
        aside = match here.tag {
            Tag::Comma => None,
            Tag::Verb if aside == Some(Tag::Verb) => None,
            Tag::Relative if before == Some(Tag::Comma) => Some(Tag::Comma),
            Tag::Relative if before.is_some_and(Tag::is_nominal) => Some(Tag::Verb),
            _ if here.is(Role::Condition) => Some(Tag::Comma),
            _ => aside,
        };
        aside.is_none()
    };
    content.first().is_some_and(|span| {
        scene.document.tokens_in(*span).take(READ).take_while(|at| !is_another(at)).any(|at| is_main(at) && test(scene, at))
    })
}

/// Direct if the content begins and ends inside quotation marks.
pub(super) fn quote(scene: &Scene<'_, '_>, content: &[Span]) -> QuoteKind {
    let (mut inside, mut words) = (0, 0);
    let (mut first, mut last) = (None, false);
    for span in content {
        for at in scene.document.tokens_in(*span).filter(|at| scene.document.tokens[*at].is_wordlike()) {
            if first.is_none() && scene.tags[at].tag == Tag::Complementiser && scene.quotation(at).is_none() {
                continue;
            }
            let quoted = scene.quotation(at).is_some();
            first.get_or_insert(quoted);
            last = quoted;
            words += 1;
            inside += usize::from(quoted);
        }
    }
    match inside {
        0 => QuoteKind::Indirect,
        _ if first == Some(true) && last && inside * 10 >= words * 8 => QuoteKind::Direct,
        _ => QuoteKind::Mixed,
    }
}

/// The clause around source, cue and the words that lie in the cue's own sentence: of a denial those that stand for what it denies.
fn evidence(scene: &Scene<'_, '_>, draft: &Draft) -> Span {
    let clause = draft.candidate.clause;
    let sentence = scene.document.sentences[clause.sentence].span;
    let words = if draft.pointer.is_empty() { &draft.content } else { &draft.pointer };
    let mut parts: Vec<Span> = words.iter().copied().filter(|span| span.overlaps(sentence)).collect();
    parts.extend(draft.cue);
    parts.extend(valued(scene, draft).filter(|span| sentence.contains(*span)));
    let who = draft.source.words().and_then(|who| scene.span(who.clone()));
    parts.extend(who.filter(|span| sentence.contains(*span)));
    let whole = parts.into_iter().reduce(Span::cover).unwrap_or(sentence);
    // The mark that closes a quotation goes with its last word.
    let last = scene.document.tokens_in(whole).next_back().and_then(|last| scene.quotation(last));
    let closed = last.map(|found| &scene.document.quotations[found]).filter(|found| found.inner.end() == whole.end());
    closed.map_or(whole, |found| whole.cover(Span::new(whole.start(), found.span.end())))
}

/// What a claim is called behind the cue: "a charge that Oslo calls “absurd”", "dismissed as a fairy tale".
fn valued(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Span> {
    let after = draft.candidate.after;
    let has_as = scene.tags.get(after)?.is(Role::As);
    if draft.pointer.is_empty() || !(draft.evaluates || has_as) {
        return None;
    }
    let opens = after + usize::from(has_as);
    if scene.tag(opens) == Some(Tag::Quote) {
        return Some(scene.document.quotations[scene.quotation(opens + 1)?].span);
    }
    let belongs = |at: &usize| scene.tag(*at).is_some_and(|tag| tag.opens_phrase() || tag == Tag::Adverb);
    scene.span(opens..(opens..).find(|at| !belongs(at))?)
}
