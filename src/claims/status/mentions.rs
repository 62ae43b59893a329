//! Where a text mentions the topics.

use std::borrow::Cow;
use std::ops::Range;

use crate::claims::scene::Scene;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::topics::{ENDINGS, Role, Topic, Topics};
use crate::lexicon::wording::wording;
use crate::text::{Token, TokenKind};

/// Tokens from the name of a place to what is there: "At Tal, where the crossing".
const BEHIND: usize = 10;

/// The mentions of one topic in a text, each the range of its tokens, in text order. No two begin at the same token, and none goes on
/// in another sentence.
pub struct Mentions(Vec<Range<usize>>);

impl Mentions {
    /// Those of each of `topics` that the text mentions, in their order: most are in few texts.
    pub fn find<'t>(scene: &Scene<'_, '_>, topics: &'t Topics) -> Vec<(&'t Topic, Mentions)> {
        let mut found: Vec<Vec<Row<'_>>> = topics.topics.iter().map(|_| Vec::new()).collect();
        for index in 0..scene.document.sentences.len() {
            let range = scene.document.token_range(index);
            let sentence = Sentence {
                tokens: &scene.document.tokens[range.clone()],
                lower: &scene.lower[range.clone()],
                first: range.start,
                is_reporting: scene.document.segment_of(index).kind.is_reporting(),
            };
            for (at, word) in sentence.lower.iter().enumerate() {
                for opened in topics.opened_by(word).iter().filter(|opened| sentence.goes_on(at + 1, &opened.rest)) {
                    let row = Row { role: opened.role, range: at..at + 1 + opened.rest.len(), sentence };
                    if !row.is_other(&topics.topics[opened.topic]) {
                        found[opened.topic].push(row);
                    }
                }
            }
        }
        let rows = topics.topics.iter().zip(&found).filter(|(_, rows)| !rows.is_empty());
        rows.map(|(topic, rows)| (topic, Mentions::of(topic, rows))).filter(|(_, mentions)| !mentions.0.is_empty()).collect()
    }

    /// What may only be a mention in a text that has others counts where the topic is named in the reporting.
    fn of(topic: &Topic, rows: &[Row<'_>]) -> Mentions {
        let is_named = topic.nearby.is_empty() || rows.iter().any(|row| row.names(topic));
        let mut mentions: Vec<Range<usize>> = Vec::new();
        for row in rows.iter().filter(|row| row.role == Role::Mention || row.role == Role::Nearby && is_named) {
            let range = row.sentence.first + row.range.start..row.sentence.first + row.range.end;
            match mentions.last_mut().filter(|last| last.start == range.start) {
                Some(last) => last.end = last.end.max(range.end),
                None => mentions.push(range),
            }
        }
        Mentions(mentions)
    }

    /// Those inside `tokens`.
    pub fn inside(&self, tokens: &Range<usize>) -> &[Range<usize>] {
        let from = self.0.partition_point(|mention| mention.start < tokens.start);
        let behind = &self.0[from..];
        &behind[..behind.partition_point(|mention| mention.start < tokens.end && mention.end <= tokens.end)]
    }
}

#[derive(Clone, Copy)]
struct Sentence<'s> {
    tokens: &'s [Token],
    lower: &'s [Cow<'s, str>],
    /// Its place in the text.
    first: usize,
    is_reporting: bool,
}

impl Sentence<'_> {
    /// The words from `at` on are those of `row`.
    fn goes_on(&self, at: usize, row: &[String]) -> bool {
        self.lower.get(at..at + row.len()).is_some_and(|words| row.iter().zip(words).all(|(form, word)| is_form_of(form, word)))
    }
}

/// Where a row of a topic's words stands.
struct Row<'s> {
    role: Role,
    /// Its tokens, counted in the sentence.
    range: Range<usize>,
    sentence: Sentence<'s>,
}

impl Row<'_> {
    /// It makes the text one in which the words that mean something else too mention the topic: it means nothing else, stands beside it,
    /// or has the name of a place, as in "the crossing at Tal".
    fn names(&self, topic: &Topic) -> bool {
        self.sentence.is_reporting && (self.role != Role::Nearby || topic.beside.is_empty() && self.has_place())
    }

    fn has_place(&self) -> bool {
        let Sentence { tokens, lower, .. } = self.sentence;
        let Range { start, end } = self.range;
        let is_name = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital);
        let is_day = |at: usize| closed::classes(&lower[at]).has(Class::Calendar);
        let leads = |at: usize| lower.get(at).is_some_and(|word| wording(word).place);
        // "At Tal on Sunday, where the crossing"
        let is_behind = |at: usize| (1..at).rev().take(BEHIND).any(|name| leads(name - 1) && is_name(name) && !is_day(name));
        start > 1 && is_name(start - 1) || is_behind(start) || leads(end) && is_name(end + 1)
    }

    /// The words around its first mean something else: "level crossing", "border collie".
    fn is_other(&self, topic: &Topic) -> bool {
        let at = self.range.start;
        let is_inside = |row: &Vec<String>| (at.saturating_sub(row.len() - 1)..=at).any(|from| self.sentence.goes_on(from, row));
        topic.except.iter().any(is_inside)
    }
}

/// `word` is `form`, its plural or its possessive.
fn is_form_of(form: &str, word: &str) -> bool {
    word.strip_prefix(form).is_some_and(|rest| ENDINGS.contains(&rest))
}
