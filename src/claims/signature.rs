//! Names set beside what they say without a verb: "Minister: prices to fall", "“The pumps failed.” — Ann Lee".
//!
//! Known failure: "Correction: “nine”" in running text is a claim by "Correction" where the line is not labelled as a notice.

use std::ops::Range;

use crate::lexicon::actors::{self, Post, World};
use crate::lexicon::cues;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::words::Role;
use crate::model::Rule;
use crate::syntax::{Group, Tag, phrase};
use crate::text::{SegmentKind, Span};

use super::scene::{Candidate, Clause, Draft, Scene, Source};
use super::{content, hanging};

/// The mark at `at` as a cue, in a clause from `start` to `end` of sentence `index`.
fn mark(index: usize, start: usize, at: usize, end: usize) -> Option<Candidate> {
    let clause = Clause { sentence: index, start, end, quotation: None };
    Some(Candidate { cue: cues::mark()?, group: Group { start: at, head: at, ..Group::default() }, after: at + 1, parted: 0, clause })
}

/// What `speaker` says by `mark`, if that is anything.
fn marked(scene: &Scene<'_, '_>, mark: Candidate, speaker: Range<usize>, content: Vec<Span>, rule: Rule) -> Option<Draft> {
    let cue = Some(scene.document.tokens[mark.group.head].span);
    let said = Draft { cue, ..Draft::new(scene, mark, Source::Phrase(speaker), content, rule) };
    (!said.content.is_empty()).then_some(said)
}

/// What sentence `index` as a whole says by a mark.
pub(super) fn find(scene: &Scene<'_, '_>, world: &World, index: usize) -> Option<Draft> {
    turn(scene, world, index)
        .or_else(|| quoted(scene, index))
        .or_else(|| colon(scene, world, index))
        .or_else(|| signed(scene, index))
        .or_else(|| ascribed(scene, index))
}

/// "Minister: prices to fall", "Lee: “No.”": a short name, a colon, and what it says.
fn colon(scene: &Scene<'_, '_>, world: &World, index: usize) -> Option<Draft> {
    let range = scene.document.token_range(index);
    let reach = (range.start + LONGEST_SPEAKER).min(range.end);
    let at = (range.start + 1..reach).find(|at| scene.tags[*at].tag == Tag::Mark)?;
    let speaker = phrase::before(&scene.tags, range.start, at).filter(|found| found.start == range.start)?;
    let is_colon = scene.document.slice(scene.document.tokens[at].span) == ":";
    let named = scene.tags[speaker.clone()].iter().all(|tagged| tagged.tag.is_nominal() && tagged.forms == 0);
    let headline = index == 0 || scene.document.segment_of(index).kind == SegmentKind::Headline;
    let quoted = scene.tag(at + 1) == Some(Tag::Quote);
    let capitals = speaker.clone().all(|at| scene.document.tokens[at].capital || scene.tags[at].tag == Tag::Number);
    let speaker = unlabelled(scene, speaker)?;
    let known = headline && actors::names_somebody(&scene.lower[speaker.end - 1]);
    let fits = is_colon && named && (capitals || known) && (headline || quoted) && range.end > at + 2 && scene.quotation(at).is_none();
    let is_spoken = quoted || scene.tags.get(at + 1).is_some_and(|next| next.is(Role::First));
    if !fits || headline && !known && !is_spoken && is_kicker(scene, world, speaker.clone(), at + 1..range.end) {
        return None;
    }
    let content = content::pieces(scene, &[at + 1..range.end]);
    marked(scene, mark(index, range.start, at, range.end)?, speaker, content, Rule::Colon)
}

/// "COLD COMFORT: Shop goes bust": words in capitals, before others, that are no known actor and no person's name, and whose last word is
/// no name further down, as in "LEE: We were late" over a text on Ann Lee.
fn is_kicker(scene: &Scene<'_, '_>, world: &World, words: Range<usize>, rest: Range<usize>) -> bool {
    let word = |at: usize| scene.document.slice(scene.document.tokens[at].span);
    let is_loud = |at: usize| word(at).chars().any(char::is_uppercase) && !word(at).chars().any(char::is_lowercase);
    let has_small = |at: usize| word(at).chars().any(char::is_lowercase);
    let is_known = || world.get(&written(scene, &words)).is_some() || is_person(scene, &words);
    let last = &scene.lower[words.end - 1];
    let is_named = |at: usize| scene.lower[at] == *last && scene.document.tokens[at].capital;
    words.len() > 1
        && words.clone().all(is_loud)
        && rest.clone().any(has_small)
        && !is_known()
        && !(rest.end..scene.lower.len()).any(is_named)
}

/// "MUM'S FURY: “They lied”" is said by the mother; before "WATCH: the flood" and "Tory fury: “They lied”" stands nobody.
fn unlabelled(scene: &Scene<'_, '_>, speaker: Range<usize>) -> Option<Range<usize>> {
    let last = speaker.end - 1;
    let is_label = |at: usize| scene.tags[at].is(Role::Label);
    match is_label(last) && last > speaker.start && scene.tags[last - 1].owns {
        true => Some(speaker.start..last),
        false => (!is_label(speaker.start) && !is_label(last)).then_some(speaker),
    }
}

/// "“We had no warning”: villagers recount the flood": a headline that begins with a quotation and a colon, after which somebody does
/// something.
fn quoted(scene: &Scene<'_, '_>, index: usize) -> Option<Draft> {
    let range = scene.document.token_range(index);
    let headline = scene.document.segment_of(index).kind == SegmentKind::Headline;
    let opens = scene.tag(range.start) == Some(Tag::Quote) && headline;
    let quotation = scene.quotation(range.start + 1).filter(|_| opens)?;
    let words = scene.document.quotations[quotation].span;
    let at = scene.document.tokens_in(words).end;
    let colon = at < range.end && scene.document.slice(scene.document.tokens[at].span) == ":";
    let speaker = phrase::after(&scene.tags, at + 1, range.end);
    // "mother pays", "nurses vote": a headline's verb need not be in any list.
    let known = |at: usize| scene.tags[at].tag == Tag::Name || actors::names_somebody(&scene.lower[at]);
    let next_known = |at: usize| at + 1 < range.end && known(at + 1);
    let head = speaker.clone().take_while(|at| scene.tags[*at].tag != Tag::Preposition).find(|at| known(*at) && !next_known(*at))?;
    // "‘The Lord of the Rings’: critics are divided"
    let small = |at: usize| !scene.document.tokens[at].capital && scene.lower[at].len() > PARTICLE;
    let tokens = scene.document.tokens_in(words);
    let long = tokens.len() >= SHORTEST_SPEECH - 1 && tokens.clone().any(small);
    // "Hero mum's swim from the ferry"
    let goes_on = head + 1 < range.end && scene.tags[head + 1].tag != Tag::Comma && !scene.tags[head + 1].owns;
    if !colon || !long || !goes_on {
        return None;
    }
    marked(scene, mark(index, range.start, at, range.end)?, speaker.start..head + 1, vec![words], Rule::Colon)
}

/// Letters of the longest words that have no capital in a title.
const PARTICLE: usize = 4;

/// "ANN LEE: They lied to us.": a turn of a transcript, which is a paragraph that begins with a name in capitals and a colon. Places begin
/// one so too, so that it has another one near it and one of the two a given name.
fn turn(scene: &Scene<'_, '_>, world: &World, index: usize) -> Option<Draft> {
    let speaker = speaker_of(scene, world, index)?;
    let sentences = &scene.document.sentences;
    let near = index.saturating_sub(NEXT_TURN)..sentences.len().min(index + NEXT_TURN);
    let mut others = near.filter(|other| *other != index).filter_map(|other| speaker_of(scene, world, other)).peekable();
    others.peek()?;
    if !is_person(scene, &speaker) && !others.any(|other| is_person(scene, &other)) {
        return None;
    }
    let segment = sentences[index].segment;
    let last = (index..sentences.len()).take_while(|next| sentences[*next].segment == segment).last()?;
    let (at, end) = (speaker.end, scene.document.token_range(index).end);
    let content = content::pieces(scene, &[at + 1..scene.document.token_range(last).end]);
    marked(scene, mark(index, speaker.start, at, end)?, speaker, content, Rule::Turn)
}

/// How many sentences away the next turn begins at most.
const NEXT_TURN: usize = 12;

/// The name in capitals before a colon that stands before sentence `index`, as a place would in a dateline.
fn speaker_of(scene: &Scene<'_, '_>, world: &World, index: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let before = document.segment_of(index.checked_sub(1)?);
    let is_head = before.kind == SegmentKind::Dateline && document.segment_of(index).kind != SegmentKind::Dateline;
    let tokens = document.tokens_in(before.span);
    let is_colon = |at: &usize| is_head && *at > tokens.start && document.slice(document.tokens[*at].span) == ":";
    let colon = tokens.end.checked_sub(1).filter(is_colon)?;
    let name = tokens.start..colon;
    let capitals = name.clone().all(|at| document.tokens[at].capital);
    (capitals && world.get(&written(scene, &name)).is_none()).then_some(name)
}

/// The name begins with a given name, whatever its case.
fn is_person(scene: &Scene<'_, '_>, name: &Range<usize>) -> bool {
    name.len() > 1 && actors::gender_of_name(&written(scene, &(name.start..name.start + 1))).is_some()
}

/// "ANN LEE" as "Ann Lee".
fn written(scene: &Scene<'_, '_>, name: &Range<usize>) -> String {
    let words = name.clone().map(|at| {
        let mut letters = scene.document.slice(scene.document.tokens[at].span).chars();
        letters.next().map_or(String::new(), |first| first.to_string() + &letters.as_str().to_lowercase())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// "“The pumps failed.” — Ann Lee": a quotation, a dash, and a name that ends the line.
fn signed(scene: &Scene<'_, '_>, index: usize) -> Option<Draft> {
    let range = scene.document.token_range(index);
    let reach = range.end.saturating_sub(LONGEST_SPEAKER).max(range.start).max(1);
    let at = (reach..range.end).rev().find(|at| scene.tags[*at].tag == Tag::Dash)?;
    let mut end = range.end;
    while end > at + 1 && scene.tags[end - 1].tag == Tag::Stop {
        end -= 1;
    }
    let named = end > at + 1 && (at + 1..end).all(|at| scene.tags[at].tag.is_nominal() && scene.document.tokens[at].capital);
    let quoted = at.checked_sub(2).and_then(|quoted| scene.quotation(quoted))?;
    if !named || scene.tags[at - 1].tag != Tag::Quote || scene.quotation(at).is_some() {
        return None;
    }
    let content = content::pieces(scene, &[scene.document.tokens_in(scene.document.quotations[quoted].inner)]);
    marked(scene, mark(index, range.start, at, end)?, at + 1..end, content, Rule::Signed)
}

/// "Driver was drunk – coroner", "Coach to be sacked: reports": a headline, a dash between spaces or a colon, and a word or two for who
/// says it.
fn ascribed(scene: &Scene<'_, '_>, index: usize) -> Option<Draft> {
    let range = scene.document.token_range(index);
    let is_colon = |at: usize| scene.document.slice(scene.document.tokens[at].span) == ":";
    let parts = |at: &usize| scene.tags[*at].tag == Tag::Dash || is_colon(*at);
    let at = (range.start + 1..range.end).rev().take(SHORT_SPEAKER + 1).find(parts)?;
    let spaced = |at: usize| scene.document.tokens.get(at).is_some_and(|token| token.spaced);
    let speaker = at + 1..range.end;
    let last = &scene.tags[range.end - 1];
    let roles = [Role::Office, Role::Unnamed, Role::Document, Role::Court, Role::Crowd];
    let surely = roles.iter().any(|role| last.is(*role)) || last.tag == Tag::Noun && actors::names_somebody(&scene.lower[range.end - 1]);
    let named = last.is(Role::Organisation) || last.is(Role::Media) || speaker.len() == 1 && last.tag == Tag::Name && !is_colon(at);
    let headline = scene.document.segment_of(index).kind == SegmentKind::Headline;
    let nominal = speaker.clone().all(|at| scene.tags[at].tag.is_nominal());
    let told = scene.tags[range.start..at].iter().any(|here| matches!(here.tag, Tag::Verb | Tag::Auxiliary | Tag::To));
    // "Nine killed in blast - police", but "Storm news – the Herald"
    let speaks = surely && (told || at >= range.start + FEWEST_WORDS) || named && told;
    let set_off = spaced(at + 1) && (is_colon(at) || spaced(at));
    if !headline || !speaks || !nominal || !set_off || speaker.is_empty() {
        return None;
    }
    let content = content::pieces(scene, &[range.start..at]);
    marked(scene, mark(index, range.start, at, range.end)?, speaker, content, Rule::Ascribed)
}

/// Words of a headline that tell something without a verb.
const FEWEST_WORDS: usize = 3;

/// Words of a speaker after a headline's dash.
const SHORT_SPEAKER: usize = 3;

/// "She had one answer: “Never.”": a quotation after a colon, in a sentence that has no cue. The name before the colon speaks where
/// no verb stands with it, else the subject of the sentence.
pub(super) fn introduced(scene: &Scene<'_, '_>, index: usize, drafts: &[Draft]) -> Option<Draft> {
    let range = scene.document.token_range(index);
    let quoted = |at: usize| scene.tag(at + 1) == Some(Tag::Quote) && scene.quotation(at).is_none();
    let at = range.clone().find(|at| scene.tags[*at].tag == Tag::Mark && *at > range.start && quoted(*at))?;
    let quotation = scene.quotation(at + 2)?;
    let words = scene.document.quotations[quotation].span;
    let told = drafts.iter().any(|draft| draft.content.iter().any(|piece| piece.overlaps(words)));
    let long = scene.document.tokens_in(words).len() >= SHORTEST_SPEECH;
    if told || !long || scene.document.slice(scene.document.tokens[at].span) != ":" {
        return None;
    }
    let mark = mark(index, range.start, at, range.end.max(at + 1))?;
    let named = scene.tags[at - 1].tag == Tag::Name && !content::has_finite(scene, range.start..at);
    let before = phrase::before(&scene.tags, range.start, at).filter(|found| named && found.len() <= LONGEST_SPEAKER);
    let speaker = before.or_else(|| hanging::main_subject(scene, &mark)).and_then(|speaker| unlabelled(scene, speaker))?;
    marked(scene, mark, speaker, vec![words], Rule::Introduced)
}

/// "She has lived there for years. “I love it.”": a sentence that is all quotation after one that has no cue, in one paragraph, is said by
/// the person whom that one is about.
pub(super) fn beside(scene: &Scene<'_, '_>, index: usize, words: Span) -> Option<Draft> {
    let before = index.checked_sub(1)?;
    let sentences = &scene.document.sentences;
    let range = scene.document.token_range(before);
    let whole = mark(before, range.start, range.end, range.end)?;
    let speaker = hanging::main_subject(scene, &whole).filter(|speaker| is_somebody(scene, speaker))?;
    let is_unquoted = |at: usize| scene.quotation(at).is_none() && scene.tags[at].tag != Tag::Quote;
    if sentences[before].segment != sentences[index].segment || !range.into_iter().all(is_unquoted) {
        return None;
    }
    let at = scene.document.token_at(words.start());
    let mark = mark(index, at, at, scene.document.token_range(index).end)?;
    let long = scene.document.tokens_in(words).len() >= SHORTEST_SPEECH;
    if long { marked(scene, mark, speaker, vec![words], Rule::Beside) } else { None }
}

/// "he", "Ann Lee, 81,", "Mr Orr", "Mayor Orr", "the baker": one person.
fn is_somebody(scene: &Scene<'_, '_>, words: &Range<usize>) -> bool {
    let first = scene.document.slice(scene.document.tokens[words.start].span);
    let lower = |at: usize| &scene.lower[at];
    let is_he = matches!(pronouns::pronoun(lower(words.start)), Some(Pronoun::He | Pronoun::She)) && words.len() == 1;
    // "Mayor Ann Lee", "Mr Orr"
    let of_post = |post: &Post| actors::is_post(lower(words.start), *post);
    let is_named_last = || words.clone().all(|at| scene.document.tokens[at].capital);
    let is_titled = || {
        let post = [Post::Office, Post::Person].iter().any(of_post) && is_named_last();
        words.len() > 1 && (of_post(&Post::Title) || post)
    };
    let is_named = || actors::gender_of_name(first).is_some();
    let age =
        |at: usize| scene.tags[at].tag == Tag::Comma && scene.tag(at + 1) == Some(Tag::Number) && scene.tag(at + 2) == Some(Tag::Comma);
    let is_aged = || {
        (words.start + 1..words.end + 1).any(age)
            && scene.document.tokens[words.start].capital
            && scene.tags[words.start].tag != Tag::Determiner
    };
    let heads = || words.clone().take_while(|at| !matches!(scene.tags[*at].tag, Tag::Comma | Tag::Preposition | Tag::Relative)).last();
    let is_described = || heads().is_some_and(|head| [Post::Person, Post::Office].iter().any(|post| actors::is_post(lower(head), *post)));
    is_he || is_titled() || is_named() || is_aged() || is_described()
}

/// How many tokens a quotation after a colon has at least, marks included: fewer are a title or a word.
const SHORTEST_SPEECH: usize = 6;

/// How many tokens a name before a colon may have, the colon included.
const LONGEST_SPEAKER: usize = 7;
