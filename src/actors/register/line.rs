//! One sentence as the register reads it: its tokens, the same in lower case, and its runs of capitalised words.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::words;
use crate::text::{Document, Token, TokenKind, possessive};

/// A run of capitalised words: token indices.
pub(super) struct Run {
    pub begin: usize,
    pub end: usize,
}

impl Run {
    pub fn words(&self) -> usize {
        self.end - self.begin
    }
}

/// A sentence. An index past its end is no word: empty, of no class and no role.
pub(super) struct Line<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
    /// The tokens in lower case with straight apostrophes.
    lower: &'t [Cow<'t, str>],
    pub runs: Vec<Run>,
}

impl<'t> Line<'t> {
    /// The tokens `range` of `document`, which are `lower` in lower case.
    pub fn read(document: &'t Document<'t>, lower: &'t [Cow<'t, str>], range: Range<usize>) -> Self {
        let mut line = Line::without_runs(document, lower, range);
        let mut at = 0;
        while at < line.tokens.len() {
            let run = line.run_at(at);
            at = run.as_ref().map_or(at + 1, |run| run.end);
            line.runs.extend(run);
        }
        line
    }

    /// The same where nobody asks for its names.
    pub fn without_runs(document: &'t Document<'t>, lower: &'t [Cow<'t, str>], range: Range<usize>) -> Self {
        Line { text: document.text, tokens: &document.tokens[range.clone()], lower: &lower[range], runs: Vec::new() }
    }

    /// The word as written.
    pub fn raw(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// The word in lower case with straight apostrophes, without its possessive ending.
    pub fn lower(&self, at: usize) -> &'t str {
        self.lower.get(at).map_or("", |word| possessive::bare(word))
    }

    /// The word in lower case and one spelling, without its possessive ending.
    pub fn spelt(&self, at: usize) -> &'t str {
        let word = self.lower(at);
        actors::spelling(word).unwrap_or(word)
    }

    /// The closed classes of the word as written.
    pub fn classes(&self, at: usize) -> Classes {
        self.tokens.get(at).map_or_else(Classes::default, |token| token.classes)
    }

    /// The word has one of those roles.
    pub fn has(&self, at: usize, roles: &[Role]) -> bool {
        actors::has_any_role(self.lower(at), roles)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// A word with a capital.
    pub fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    /// A word without a capital.
    pub fn is_small(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    }

    pub fn is_comma(&self, at: usize) -> bool {
        self.is_mark(at, ",")
    }

    pub fn is_stop(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Stop && token.span.of(self.text) == ".")
    }

    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark && token.span.of(self.text) == mark)
    }

    /// It ends as a possessive does.
    pub fn owns(&self, at: usize) -> bool {
        possessive::owns(self.raw(at))
    }

    /// All words of the run are those of a date.
    pub fn is_date(&self, mut run: Range<usize>) -> bool {
        run.all(|at| closed::classes(self.lower(at)).has(Class::Calendar))
    }

    /// The run of capitalised words that begins at `at`: particles inside it, initials with their stops.
    fn run_at(&self, at: usize) -> Option<Run> {
        if !self.is_name(at) {
            return None;
        }
        let is_initial = self.tokens[at].span.len() == 1 && self.ends_initial(at + 1);
        if !is_initial && self.is_function(at) {
            return None;
        }
        let mut end = at + 1;
        let mut cursor = end;
        if self.owns(at) || self.is_day_before_name(at) {
            return Some(Run { begin: at, end });
        }
        while let Some(next) = self.tokens.get(cursor) {
            if self.is_name(cursor) && next.spaced && !self.is_function(cursor) {
                cursor += 1;
                end = cursor;
                if self.owns(cursor - 1) {
                    break;
                }
            } else if self.is_ampersand(cursor)
                || self.is_plurals_mark(cursor)
                || self.ends_initial(cursor)
                || self.is_word(cursor) && words::is_particle(self.raw(cursor))
            {
                cursor += 1;
            } else {
                break;
            }
        }
        Some(Run { begin: at, end })
    }

    /// "On Monday Ann Lee left": the day at `at` and a name of two words.
    fn is_day_before_name(&self, at: usize) -> bool {
        let is_day = self.classes(at).has(Class::Calendar) && at > 0 && self.classes(at - 1).has(Class::Preposition);
        is_day && (at + 1..=at + 2).all(|next| self.is_name(next) && !self.is_function(next))
    }

    /// "Lind & Sons": the mark at `at` stands between two words of a name.
    fn is_ampersand(&self, at: usize) -> bool {
        self.is_mark(at, "&") && self.is_name(at + 1)
    }

    /// "The Dockers' Union": the apostrophe at `at` stands between those who own a body and the noun that it is.
    fn is_plurals_mark(&self, at: usize) -> bool {
        let is_mark = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Quote && !token.spaced);
        let owns = |before: usize| self.raw(before).ends_with('s') && self.is_name(before);
        is_mark && at.checked_sub(1).is_some_and(owns) && self.is_name(at + 1) && self.has(at + 1, &[Role::Body])
    }

    /// Function words in capitals ("The", "In") are no names; "US" and "May" are.
    fn is_function(&self, at: usize) -> bool {
        let classes = self.classes(at);
        let raw = self.raw(at);
        let all_capitals = || raw.len() > 1 && !raw.chars().any(char::is_lowercase);
        !classes.is_open() && !classes.has(Class::Calendar) && !all_capitals()
    }

    /// The stop of an initial or of a title that is cut short.
    fn ends_initial(&self, at: usize) -> bool {
        let is_stop = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Stop && !token.spaced);
        let before = || at.checked_sub(1).map_or("", |before| self.raw(before));
        is_stop && (before().chars().count() == 1 || actors::is_post(&before().to_lowercase(), Post::Title))
    }
}
