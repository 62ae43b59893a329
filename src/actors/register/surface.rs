//! What stands around and inside a name in the text, read off its tokens: runs of capitalised words, posts beside them, whether a
//! subject stands there.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{Class, Classes};
use crate::lexicon::numbers::{self, NumberWord};
use crate::text::{TokenKind, lower_case, possessive};

use super::line::Line;

/// A word without its possessive ending, apostrophes made straight.
pub(in crate::actors) fn clean(raw: &str) -> Cow<'_, str> {
    let bare = possessive::bare(raw);
    if bare.is_ascii() { Cow::Borrowed(bare) } else { Cow::Owned(bare.replace('’', "'")) }
}

/// The words as a name: possessive endings and stops of initials dropped.
pub(super) fn written(line: &Line<'_>, begin: usize, end: usize) -> String {
    let mut out = String::new();
    write_name(line, begin..end, &mut out);
    out
}

/// Puts the words of `range` behind a name, as [`written`] writes them.
pub(super) fn write_name(line: &Line<'_>, range: Range<usize>, name: &mut String) {
    for at in range.filter(|at| line.is_word(*at) || line.is_mark(*at, "&")) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&clean(line.raw(at)));
    }
}

fn small(raw: &str) -> Cow<'_, str> {
    match clean(raw) {
        Cow::Borrowed(bare) => lower_case(bare),
        Cow::Owned(bare) => Cow::Owned(bare.to_lowercase()),
    }
}

/// A word in lower case and one spelling, without its possessive ending.
pub(in crate::actors) fn spelt(raw: &str) -> Cow<'_, str> {
    let word = small(raw);
    actors::spelling(&word).map_or(word, Cow::Borrowed)
}

/// The words in lower case and one spelling, the stops of abbreviations left out.
pub(super) fn joined(line: &Line<'_>, begin: usize, end: usize) -> String {
    let mut out = String::new();
    for at in (begin..end).filter(|at| !line.is_stop(*at)) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(line.spelt(at));
    }
    out
}

/// Words that a post can have.
const POST: usize = 3;

/// The first of the words can be that of a post.
fn begins_post(line: &Line<'_>, mut words: Range<usize>) -> bool {
    words.find(|at| !line.is_stop(*at)).is_some_and(|first| actors::begins_post(line.spelt(first)))
}

/// Ends of what can be a post by its first word, with its words, the longest first.
fn posts_at(line: &Line<'_>, at: usize, end: usize) -> impl Iterator<Item = (usize, String)> {
    let end = end.min(at + POST);
    let ends = if begins_post(line, at..end) { at + 1..end + 1 } else { 0..0 };
    ends.rev().map(move |end| (end, joined(line, at, end)))
}

/// The end of the post that begins at `at`, the longest first; titles are left out.
pub(super) fn office_at(line: &Line<'_>, at: usize, end: usize) -> Option<usize> {
    posts_at(line, at, end).find(|(_, words)| actors::is_held_post(words)).map(|(end, _)| end)
}

/// The end of the post or title that begins at `at`, the longest first.
pub(super) fn post_at(line: &Line<'_>, at: usize, end: usize) -> Option<usize> {
    posts_at(line, at, end).find(|(_, words)| actors::is_post_or_title(words)).map(|(end, _)| end)
}

/// The end of what stands before a name in a run of capitals: a post or title, with words of which only it tells ("Managing Director"), and
/// no given name that is a noun as well ("Hunter Moss").
pub(super) fn title_at(line: &Line<'_>, at: usize, end: usize) -> Option<usize> {
    if let Some(next) = post_at(line, at, end) {
        return Some(next).filter(|next| !is_given_noun(line, at..*next, end));
    }
    let is_given = |at: usize| actors::gender_of_name(&clean(line.raw(at))).is_some();
    let mut before = (at + 1..end.min(at + 1 + TITLED)).take_while(|next| !is_given(*next - 1));
    before.find_map(|next| office_at(line, next, end).filter(|post| *post + 1 < end))
}

/// Words before the noun of a title that belong to it.
const TITLED: usize = 2;

/// "Hunter Moss", before the last word of a run: a noun for people that nobody is addressed by, and no given name after it.
fn is_given_noun(line: &Line<'_>, noun: Range<usize>, end: usize) -> bool {
    let word = line.lower(noun.start);
    let is_title = [Post::Office, Post::Title, Post::Spokesperson].iter().any(|post| actors::is_post(word, *post));
    let is_last = noun.len() == 1 && noun.end + 1 == end;
    is_last && !is_title && actors::gender_of_noun(word).is_none() && actors::gender_of_name(&clean(line.raw(noun.end))).is_none()
}

/// Where the post begins that ends at `end`, the longest first.
pub(super) fn post_ending(line: &Line<'_>, end: usize) -> Option<usize> {
    let mut begins = (end.saturating_sub(POST)..end).filter(|from| begins_post(line, *from..end));
    begins.find(|from| actors::is_held_post(&joined(line, *from, end)))
}

/// The words of a post at `at`, with the one before that tells that it is no longer held: "former minister".
pub(super) fn told_post(line: &Line<'_>, at: usize, end: usize) -> String {
    let former = at.checked_sub(1).map(|before| line.lower(before)).filter(|before| actors::has_role(before, Role::Former));
    let words = joined(line, at, end);
    former.map_or_else(|| words.clone(), |former| format!("{former} {words}"))
}

/// A post without the word that tells that it is no longer held.
pub(super) fn plain_post(post: &str) -> &str {
    post.split_once(' ').filter(|(first, _)| actors::has_role(first, Role::Former)).map_or(post, |(_, plain)| plain)
}

/// "the transport minister", "Brasland's transport minister": a post at `at` beside which nobody is named, as the post alone and with
/// whose it is, the post last.
pub(super) fn nameless_post(line: &Line<'_>, at: usize) -> Option<Vec<String>> {
    let before = at.checked_sub(1)?;
    let owner = Some(line.raw(before)).filter(|_| line.is_name(before) && line.owns(before));
    let is_definite = || line.classes(before).has(Class::Determiner) && !actors::is_indefinite(line.lower(before));
    let follows_name = before > 0 && line.is_comma(before - 1);
    if follows_name || owner.is_none() && !is_definite() {
        return None;
    }
    let end = office_at(line, at, line.tokens.len())?;
    let is_named = line.is_name(end) || line.is_comma(end) && line.is_name(end + 1);
    if is_named || line.owns(end - 1) {
        return None;
    }
    let post = joined(line, at, end);
    let owned = owner.map(|owner| format!("{} {post}", clean(owner)));
    Some(owned.into_iter().chain([post]).collect())
}

/// The words of a name are the name and no more: nobody is described before or after it.
pub(super) fn stands_bare(line: &Line<'_>, begin: usize, end: usize) -> bool {
    let is_led = |before: usize| line.is_word(before) && line.classes(before).is_open();
    !line.is_comma(end) && !begin.checked_sub(1).is_some_and(is_led)
}

/// ", 44,", "(44)" at `at`: the age of whom the words before name.
pub(super) fn age_after<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let age = line.tokens.get(at + 1).filter(|token| token.kind == TokenKind::Number)?.span.of(line.text);
    let is_set_off = matches!((line.raw(at), line.raw(at + 2)), (",", "," | "." | "") | ("(", ")"));
    (is_set_off && (1..=3).contains(&age.len()) && age.bytes().all(|digit| digit.is_ascii_digit())).then_some(age)
}

/// "44-year-old" among the few tokens before `at`: the age of whom the words after name.
pub(super) fn age_before<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let of_age = |at: usize| numbers::uses(line.raw(at)).contains(&NumberWord::AgeAfter);
    let number = (at.saturating_sub(AGED)..at).rev().find(|at| line.tokens[*at].kind == TokenKind::Number)?;
    let words = number + 1..at;
    let is_small = words.clone().all(|at| !matches!(line.tokens[at].kind, TokenKind::Stop));
    (is_small && words.into_iter().any(of_age)).then(|| line.raw(number))
}

/// Tokens before a name within which an age is told.
const AGED: usize = 6;

/// "(TTP)" at `at`: the short name of what stands before it.
pub(super) fn acronym_after<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let is = |at: usize, kind| line.tokens.get(at).is_some_and(|token| token.kind == kind);
    let short = line.tokens.get(at + 1).filter(|_| is(at, TokenKind::Open) && is(at + 2, TokenKind::Close))?.span.of(line.text);
    let is_acronym = (2..=8).contains(&short.len()) && short.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    is_acronym.then_some(short)
}

/// ", or RSF,", ", known as the RSF": a word in capitals soon after `at`, small words between.
pub(super) fn acronym_told<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let at = at + usize::from(line.is_comma(at));
    let mut words = line.tokens.iter().skip(at).take(TOLD).take_while(|token| token.kind == TokenKind::Word);
    let short = words.find(|token| token.capital)?.span.of(line.text);
    ((2..=8).contains(&short.len()) && short.chars().all(char::is_uppercase)).then_some(short)
}

/// Words after a name within which its short form is told.
const TOLD: usize = 6;

/// The words before `end` whose first letters `short` has, small words left out, as written.
pub(super) fn spelt_out(line: &Line<'_>, end: usize, short: &str) -> Option<String> {
    let mut letters = short.chars().filter(|letter| letter.is_uppercase()).rev().peekable();
    let mut begin = end;
    for at in (end.saturating_sub(SPELT)..end).rev() {
        let raw = line.raw(at);
        let is_word = line.tokens[at].kind == TokenKind::Word;
        let fits = is_word && line.tokens[at].capital && raw.chars().next() == letters.peek().copied();
        if fits {
            letters.next();
            begin = at;
        } else if !is_word || line.tokens[at].capital {
            return None;
        }
        if letters.peek().is_none() {
            return Some(line.text[line.tokens[begin].span.start()..line.tokens[end - 1].span.end()].replace('’', "'"));
        }
    }
    None
}

/// Words back over which an acronym is spelt out.
const SPELT: usize = 10;

pub(super) fn follows_preposition(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.classes(at - 1).has(Class::Preposition)
}

/// "in Peru", "to the Netherlands": where something happens.
pub(super) fn follows_whither(line: &Line<'_>, at: usize) -> bool {
    let at = at - usize::from(is_determined(line, at));
    at > 0 && line.has(at - 1, &[Role::Whither])
}

/// "the Libreville talks": a capital that only says which.
pub(super) fn is_determined(line: &Line<'_>, at: usize) -> bool {
    at > 0 && line.classes(at - 1).has(Class::Determiner)
}

pub(super) fn who_follows(line: &Line<'_>, end: usize) -> bool {
    let comma = usize::from(line.is_comma(end));
    let classes = line.classes(end + comma);
    comma == 1 && classes.has(Class::Relative) && classes.has(Class::Pronoun) || classes.has(Class::Speech)
}

/// Not an owner, and not after a preposition, a determiner's phrase or another word of a noun phrase; nor the subject of a relative
/// clause ("Ms Lunde, whom Ms Holm appointed,").
pub(super) fn is_subject(line: &Line<'_>, name: Range<usize>) -> bool {
    if line.owns(name.end - 1) {
        return false;
    }
    let Some(before) = name.start.checked_sub(1) else { return true };
    let classes = line.classes(before);
    !line.is_word(before)
        || !classes.has_any(&[Class::Preposition, Class::Auxiliary, Class::Relative]) && !classes.is_open()
        || classes.has(Class::Subordinator)
}

/// "ANN LEE" as "Ann Lee", where a name in capitals throughout is no acronym by its length.
pub(in crate::actors) fn unshouted(name: &str) -> Option<String> {
    let is_shouted = name.len() >= SHOUTED && name.chars().all(|letter| !letter.is_lowercase());
    is_shouted.then(|| name.split(' ').map(capitalised).collect::<Vec<_>>().join(" "))
}

/// Letters of the shortest name that can be one in capitals.
const SHOUTED: usize = 4;

/// "KABUL" as "Kabul".
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
}

/// A verb that tells what the noun before it does, so that this is no apposition: "It sank off Lidsburg, the company said".
pub(super) fn is_verb(classes: Classes) -> bool {
    classes.has_any(&[Class::Speech, Class::Auxiliary, Class::Modal])
}
