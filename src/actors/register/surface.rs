//! What stands around and inside a name in the text, read off its tokens: runs of capitalised words, posts beside them, whether a
//! subject stands there.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::text::{Token, TokenKind};

/// A run of capitalised words: token indices.
pub(super) struct Run {
    pub begin: usize,
    pub end: usize,
}

/// The run of capitalised words that begins at `at`: particles inside it, initials with their stops.
pub(super) fn run_at(text: &str, tokens: &[Token], at: usize) -> Option<Run> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.capital)?;
    let classes = closed::classes(token.span.of(text));
    if !classes.is_open() && !classes.has(Class::Calendar) && token.span.len() > 1 && text_is_function(token.span.of(text)) {
        return None;
    }
    let mut end = at + 1;
    let mut cursor = end;
    if is_possessive(token.span.of(text)) {
        return Some(Run { begin: at, end });
    }
    while let Some(next) = tokens.get(cursor) {
        let raw = next.span.of(text);
        let name_word = next.kind == TokenKind::Word && next.capital && next.spaced && !text_is_function(raw);
        if name_word {
            cursor += 1;
            end = cursor;
            if is_possessive(raw) {
                break;
            }
        } else if initial_stop(text, tokens, cursor) || next.kind == TokenKind::Word && actors::has_role(raw, Role::Particle) {
            cursor += 1;
        } else {
            break;
        }
    }
    Some(Run { begin: at, end })
}

/// Function words in capitals ("The", "In") are no names; "US" and "May" are.
pub(super) fn text_is_function(raw: &str) -> bool {
    let all_capitals = raw.len() > 1 && !raw.chars().any(char::is_lowercase);
    let classes = closed::classes(raw);
    !classes.is_open() && !all_capitals && !classes.has(Class::Calendar)
}

pub(super) fn initial_stop(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].span.of(text));
    let is_short = || before.chars().count() == 1 || actors::is_post(&before.to_lowercase(), Post::Title);
    tokens[at].kind == TokenKind::Stop && !tokens[at].spaced && is_short()
}

pub(super) fn is_possessive(raw: &str) -> bool {
    raw.ends_with("'s") || raw.ends_with("’s")
}

/// A word without its possessive ending, apostrophes made straight.
pub(in crate::actors) fn clean(raw: &str) -> Cow<'_, str> {
    let bare = raw.strip_suffix("'s").or_else(|| raw.strip_suffix("’s")).unwrap_or(raw);
    if bare.is_ascii() { Cow::Borrowed(bare) } else { Cow::Owned(bare.replace('’', "'")) }
}

/// The words as a name: possessive endings and stops of initials dropped.
pub(super) fn written(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let mut out = String::new();
    for token in tokens[begin..end.min(tokens.len())].iter().filter(|token| token.kind == TokenKind::Word) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&clean(token.span.of(text)));
    }
    out
}

pub(super) fn lower(text: &str, tokens: &[Token], at: usize) -> String {
    tokens.get(at).map_or(String::new(), |token| clean(token.span.of(text)).to_lowercase())
}

/// The words in lower case and one spelling.
pub(super) fn joined(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let words: Vec<String> =
        (begin..end).map(|at| actors::spelling(&lower(text, tokens, at)).to_owned()).filter(|word| word != ".").collect();
    words.join(" ")
}

pub(super) fn is_post(words: &str) -> bool {
    actors::is_post(words, Post::Office) || actors::is_post(words, Post::Spokesperson)
}

/// The end of the post or title that begins at `at`, the longest first.
pub(super) fn post_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    (at + 1..=(at + 3).min(end)).rev().find(|to| {
        let words = joined(text, tokens, at, *to);
        is_post(&words) || actors::is_post(&words, Post::Title)
    })
}

/// "senator", "the council's leader," just before a name: the post and whose it is.
pub(super) fn post_before(text: &str, tokens: &[Token], begin: usize) -> Option<(String, Option<String>)> {
    let mut end = begin;
    if end >= 1 && tokens[end - 1].span.of(text) == "," {
        end -= 1;
    }
    (end.saturating_sub(3)..end).find_map(|from| {
        let words = joined(text, tokens, from, end);
        let owner = from.checked_sub(1).filter(|owner| is_possessive(tokens[*owner].span.of(text)));
        is_post(&words).then(|| (words, owner.map(|owner| lower(text, tokens, owner))))
    })
}

pub(super) fn follows_preposition(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && closed::classes(tokens[at - 1].span.of(text)).has(Class::Preposition)
}

pub(super) fn who_follows(text: &str, tokens: &[Token], end: usize) -> bool {
    let comma = usize::from(tokens.get(end).is_some_and(|token| token.span.of(text) == ","));
    tokens.get(end + comma).is_some_and(|token| {
        let classes = closed::classes(token.span.of(text));
        comma == 1 && classes.has(Class::Relative) && classes.has(Class::Pronoun) || classes.has(Class::Speech)
    })
}

/// Not an owner, and not after a preposition, a determiner's phrase or another word of a noun phrase.
pub(super) fn is_subject(text: &str, tokens: &[Token], name: Range<usize>) -> bool {
    if tokens[name.end - 1].span.of(text).ends_with(['\'', '’']) || is_possessive(tokens[name.end - 1].span.of(text)) {
        return false;
    }
    let Some(before) = name.start.checked_sub(1).map(|before| tokens[before]) else { return true };
    let classes = closed::classes(before.span.of(text));
    before.kind != TokenKind::Word
        || !classes.is_open() && !classes.has(Class::Preposition) && !classes.has(Class::Auxiliary)
        || classes.has(Class::Subordinator)
}

/// "KABUL" as "Kabul".
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}
