//! Quotations that go on. A quotation that stands by itself after an attributed one belongs to the same speaker, and is a claim by itself.
//! In the same paragraph it is one more piece of what the verb before it brings, too, and needs no cue ("“No,” Lee said. “Never.”"); in
//! the next one its cue is the mark that opens it.
//!
//! Known failure: a paragraph that quotes somebody else without saying whom is given to the last speaker.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Cue, Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::Tag;
use crate::text::Span;

use super::scene::{Draft, Scene, Source};
use super::{denial, signature};

/// Gives every sentence that is all quotation, and holds no claim, to the speaker before it.
pub(super) fn carry_over(scene: &Scene<'_, '_>, drafts: &mut Vec<Draft>) {
    let mut speaker: Option<usize> = None;
    // The sentence before has a claim.
    let mut has_draft = false;
    let mut next_draft = 0;
    let attributed = drafts.len();
    for index in 0..scene.document.sentences.len() {
        let segment = scene.document.sentences[index].segment;
        if !scene.document.segment_of(index).kind.is_reporting() {
            continue;
        }
        let begun = next_draft;
        while next_draft < attributed && drafts[next_draft].candidate.clause.sentence == index {
            next_draft += 1;
        }
        let told = std::mem::replace(&mut has_draft, begun < next_draft);
        let spoken = speaking(scene, drafts, begun..next_draft);
        if spoken.is_some() {
            speaker = spoken;
            continue;
        }
        // "Lee was blunt. “It leaked. It was old,” she said": the next sentence has its speaker.
        let alone = all_quoted(scene, index).filter(|quoted| !told && !covered(drafts, begun, attributed, *quoted));
        if let Some(draft) = alone.and_then(|words| signature::beside(scene, index, words)) {
            speaker = Some(drafts.len());
            drafts.push(draft);
            continue;
        }
        let here = speaker.is_some_and(|last| scene.document.sentences[drafts[last].candidate.clause.sentence].segment == segment);
        let goes_on = all_quoted(scene, index).or_else(|| mostly_quoted(scene, index).filter(|_| here && begun == next_draft));
        let Some((last, quoted)) = speaker.zip(goes_on) else {
            speaker = speaker.filter(|_| goes_on.is_some());
            continue;
        };
        if covered(drafts, begun, attributed, quoted) || covered(drafts, last, last + 1, quoted) {
            continue;
        }
        carried(scene, drafts, last, (index, quoted), here);
        if here {
            drafts[last].content.push(quoted);
        }
    }
}

/// Where words that end with a quotation before `limit` begin: "He had one wish: “No more rain,” he said" asserts no more than the
/// quotation.
pub(super) fn opening(scene: &Scene<'_, '_>, start: usize, limit: usize) -> usize {
    let Some(index) = limit.checked_sub(2).and_then(|last| scene.quotation(last)) else { return start };
    let open = scene.document.tokens_in(scene.document.quotations[index].span).start;
    let closes = scene.tags[limit - 1].tag == Tag::Quote;
    let apart = |before: &usize| matches!(scene.tags[*before].tag, Tag::Mark | Tag::Bracket | Tag::Dash);
    let before = open.checked_sub(1).filter(|before| closes && *before > start).filter(apart);
    before.map_or(start, |_| open)
}

/// The draft of a sentence whose source goes on speaking: the last one that quotes, else the first. "“No,” said Lee, noting that it
/// rained. “Never.”" goes on with what Lee said.
fn speaking(scene: &Scene<'_, '_>, drafts: &[Draft], here: Range<usize>) -> Option<usize> {
    let speaks = |at: &usize| drafts[*at].candidate.cue.takes(Frame::Quote) && matches!(drafts[*at].source, Source::Phrase(_));
    let quotes = |at: &usize| {
        let first = drafts[*at].content.first().map(|span| scene.document.token_at(span.start()) + 1);
        first.is_some_and(|first| scene.quotation(first).is_some())
    };
    here.clone().rev().find(|at| speaks(at) && quotes(at)).or_else(|| here.clone().find(speaks))
}

/// The act that the speaker names in a quotation's first words: "“We hope that it rains,” Lee said" expects.
pub(super) fn first_person(scene: &Scene<'_, '_>, draft: &Draft) -> Option<Act> {
    let words = scene.words(draft)?;
    let speaker = words.start + 1;
    let first = scene.tags.get(speaker).filter(|_| speaker + 1 < words.end && draft.act == Act::State)?;
    scene.quotation(speaker).filter(|_| first.is(Role::First) && first.is(Role::Subject))?;
    let verb = (speaker + 1..words.end.min(speaker + 4)).find(|at| scene.tags[*at].tag != Tag::Adverb)?;
    let here = scene.tags[verb];
    let present = here.is_verb(form::BASE) && scene.tags[speaker + 1..verb].iter().all(|between| !between.classes.has(Class::Negation));
    let names = |cue: &&Cue| cue.part == Part::Verb && cue.rest.is_empty() && matches!(cue.act, Act::Expect | Act::Deny);
    here.word.cues().find(names).filter(|_| present).map(|cue| cue.act)
}

/// The quotations of a sentence that holds nothing else.
fn all_quoted(scene: &Scene<'_, '_>, index: usize) -> Option<Span> {
    let range = scene.document.token_range(index);
    let mut words = range.clone().filter(|at| scene.document.tokens[*at].is_wordlike());
    let first = scene.quotation(words.clone().next()?)?;
    let last = scene.quotation(words.clone().next_back()?)?;
    words.all(|at| scene.quotation(at).is_some()).then(|| scene.document.quotations[first].span.cover(scene.document.quotations[last].span))
}

/// A sentence that begins or ends in a quotation, most of whose words are quoted: "“No one came” to the fair." The whole of it.
fn mostly_quoted(scene: &Scene<'_, '_>, index: usize) -> Option<Span> {
    let range = scene.document.token_range(index);
    let words = || range.clone().filter(|at| scene.document.tokens[*at].is_wordlike());
    let inside = words().filter(|at| scene.quotation(*at).is_some()).count();
    let opens = scene.quotation(words().next()?).is_some() || scene.quotation(words().next_back()?).is_some();
    (opens && inside * 2 > words().count()).then(|| scene.span(range.clone()))?
}

fn covered(drafts: &[Draft], from: usize, to: usize, quoted: Span) -> bool {
    drafts[from.min(to)..to].iter().take(NEAR).any(|draft| draft.content.iter().rev().take(NEAR).any(|piece| piece.overlaps(quoted)))
}

/// How many drafts ahead can hold a quotation that begins here.
const NEAR: usize = 8;

/// A claim of its own for a quotation after its speaker, in the same paragraph or a later one; grows with the sentences that follow in the
/// same quotation. A denial or a hope is told by its own words.
fn carried(scene: &Scene<'_, '_>, drafts: &mut Vec<Draft>, last: usize, (index, quoted): (usize, Span), here: bool) {
    if let Some(previous) = drafts.last().filter(|previous| previous.rule == Rule::CarriedOver)
        && previous.content.iter().any(|piece| piece.overlaps(quoted))
    {
        return;
    }
    let mut draft = drafts[last].clone();
    draft.content = vec![quoted];
    draft.cue = if here { None } else { Some(scene.document.tokens[scene.document.token_at(quoted.start())].span) };
    draft.target = None;
    draft.candidate.clause.sentence = index;
    draft.candidate.group.negated = false;
    draft.act = draft.candidate.cue.act;
    denial::relabel(scene, &mut draft);
    drafts.push(draft.found_by(Rule::CarriedOver));
}
