//! Figures of another event, which is told by its year ("the 2009 sinking killed 74").
//!
//! Known failure: an earlier event without a year ("the sinking of her sister ship killed 74") stands among this one's.

use chrono::{DateTime, Datelike};

use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::numbers;
use crate::lexicon::words::look_up;
use crate::model::Figure;
use crate::text::{CharIndex, Document, Span, Token, TokenKind};

/// A snapshot's text, and the year in which it was written.
#[derive(Debug)]
pub struct PastEvents<'t> {
    document: Document<'t>,
    index: CharIndex<'t>,
    now: Option<i32>,
}

impl<'t> PastEvents<'t> {
    /// The text and when it was seen, in UTC seconds.
    pub fn of(text: &'t str, seen_at: Option<i64>) -> PastEvents<'t> {
        let now = seen_at.and_then(|at| DateTime::from_timestamp(at, 0)).map(|at| at.year());
        PastEvents { document: Document::new(text), index: CharIndex::new(text), now }
    }

    /// The sentence in which the figure stands, or what stands near it in a very long one, and where that begins.
    pub fn sentence_of(&self, figure: &Figure) -> (&'t str, usize) {
        let span = self.index.bytes(figure.evidence.span);
        let sentence = self.document.sentence_at(span.start()).map_or(span, |at| self.document.sentences[at].span);
        let text = self.document.text;
        let is_cut = |at: &usize| text.is_char_boundary(*at) && text[*at..].starts_with(char::is_whitespace);
        let from = span.start().saturating_sub(NEAR);
        let begin = if from <= sentence.start() { sentence.start() } else { (from..span.start()).find(is_cut).unwrap_or(span.start()) };
        let to = span.end() + NEAR;
        let end = if to >= sentence.end() { sentence.end() } else { (span.end()..to).rev().find(is_cut).unwrap_or(span.end()) };
        let near = Span::new(begin, end.max(begin));
        (near.of(text), self.index.chars(near).start())
    }

    /// The earlier year that names the event of the figure's sentence ("the 2009 sinking"), or in which the figure is said to have been
    /// counted ("killed 74 people in 2009", "in 2009 floods killed 74", "floods in 2009 killed 74"). Without a time of the text no year is
    /// known to be an earlier one.
    pub fn year_of(&self, figure: &Figure) -> Option<i32> {
        let now = self.now?;
        let span = self.index.bytes(figure.evidence.span);
        let tokens = self.document.tokens_of(self.document.sentence_at(span.start())?);
        let year = |at: usize| {
            let token = &tokens[at];
            let word = self.document.slice(token.span);
            let is_other = token.kind == TokenKind::Number && !token.span.overlaps(span);
            numbers::year(word).filter(|year| is_other && *year < now)
        };
        let words = |at: usize| tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| self.document.slice(token.span));
        let names = |at: usize| {
            let determined = at.checked_sub(1).and_then(words).is_some_and(|word| closed::classes(word).has(Class::Determiner));
            determined && words(at + 1).is_some_and(|word| closed::classes(word).is_open())
        };
        let end = tokens.partition_point(|token| token.span.start() < span.end());
        let counted = |at: usize| {
            let follows = (end..=end + REACH).contains(&at) && tokens[end..at].iter().all(|token| token.kind == TokenKind::Word);
            follows && at.checked_sub(1).and_then(words).is_some_and(|word| word.eq_ignore_ascii_case("in"))
        };
        let first = tokens.partition_point(|token| token.span.end() <= span.start());
        let leads = |at: usize| is_lead(tokens, &words, at, first);
        let near = first.saturating_sub(FAR)..(end + FAR).min(tokens.len());
        near.into_iter().find_map(|at| year(at).filter(|_| names(at) || counted(at) || leads(at)))
    }
}

/// The year at `at` stands behind "in" and leads to the figure at `first`: it begins the sentence and only the figure's subject follows it,
/// or it ends the subject, and no verb stands before it.
fn is_lead<'t>(tokens: &[Token], words: &impl Fn(usize) -> Option<&'t str>, at: usize, first: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| words(*before).is_some_and(|word| word.eq_ignore_ascii_case("in"))) else {
        return false;
    };
    let begin = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Mark));
    let is_verb = |at: usize| words(at).is_some_and(|word| look_up(&word.to_lowercase()).forms & (form::PAST | form::PARTICIPLE) != 0);
    if before == 0 {
        let between = begin..first;
        return between.len() <= REACH && between.clone().all(|at| words(at).is_some()) && !between.into_iter().any(is_verb);
    }
    let subject = 0..before;
    at + 1 == first && subject.len() <= REACH && subject.clone().all(|at| words(at).is_some()) && !subject.into_iter().any(is_verb)
}

/// Words between a figure and the year in which it was counted.
const REACH: usize = 6;

/// Words between a figure and a year that are looked through: more than a sentence has that is worth reading.
const FAR: usize = 64;

/// Bytes to either side of a figure that are read: more than such a sentence has.
const NEAR: usize = 600;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;
    use crate::text::CharSpan;

    /// 2026-05-04.
    const NOW: i64 = 1_777_852_800;

    fn year(text: &str, words: &str, now: Option<i64>) -> Option<i32> {
        let start = text.find(words).unwrap();
        let figure = Figure {
            id: String::new(),
            what: "killed".into(),
            low: Some(74.0),
            high: None,
            qualifier: None,
            unit: "people".into(),
            source: None,
            evidence: Evidence { span: CharSpan::new(start, start + words.len()) },
            cumulative: false,
        };
        PastEvents::of(text, now).year_of(&figure)
    }

    #[test]
    fn a_year_that_names_or_dates_the_event_makes_it_another() {
        assert_eq!(year("The 2009 sinking killed 74 people.", "killed 74 people", Some(NOW)), Some(2009));
        assert_eq!(year("A fire there killed 74 people in 2011.", "killed 74 people", Some(NOW)), Some(2011));
        assert_eq!(year("In 2011 a fire there killed 74 people.", "killed 74 people", Some(NOW)), Some(2011));
        assert_eq!(year("In 2011, floods killed 74 people.", "killed 74 people", Some(NOW)), Some(2011));
        assert_eq!(year("Floods in 2011 killed 74 people.", "killed 74 people", Some(NOW)), Some(2011));
    }

    #[test]
    fn other_years_tell_nothing_of_it() {
        for text in [
            "The ferry, built in 1996, sank on Monday, which killed 74 people.",
            "Since the war began in 2022 it has killed 74 people.",
            "The raid killed 74 people on 3 May 2026.",
            "In 2011 he took over the mine, where a blast killed 74 people.",
            "A ferry built in 2011 killed 74 people.",
        ] {
            assert_eq!(year(text, "killed 74 people", Some(NOW)), None, "{text}");
        }
        assert_eq!(year("The flood killed 2000 people.", "killed 2000 people", Some(NOW)), None);
        assert_eq!(year("The 2009 sinking killed 74 people.", "killed 74 people", None), None, "nobody knows when that was written");
    }
}
