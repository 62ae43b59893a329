//! What stands around and inside a name in the text, read off its tokens: runs of capitalised words, posts beside them, whether a
//! subject stands there.

use std::borrow::Cow;
use std::ops::Range;

use crate::lexicon::actors::{self, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::words;
use crate::text::{Token, TokenKind, lower_case, possessive};

/// A run of capitalised words: token indices.
pub(super) struct Run {
    pub begin: usize,
    pub end: usize,
}

/// All runs of capitalised words among `tokens`, which are those of one sentence.
pub(super) fn runs(text: &str, tokens: &[Token]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run = run_at(text, tokens, at);
        at = run.as_ref().map_or(at + 1, |run| run.end);
        runs.extend(run);
    }
    runs
}

/// The run of capitalised words that begins at `at`: particles inside it, initials with their stops.
fn run_at(text: &str, tokens: &[Token], at: usize) -> Option<Run> {
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.capital)?;
    let is_initial = token.span.len() == 1 && tokens.get(at + 1).is_some_and(|_| initial_stop(text, tokens, at + 1));
    if !is_initial && text_is_function(token.span.of(text)) {
        return None;
    }
    let mut end = at + 1;
    let mut cursor = end;
    if possessive::owns(token.span.of(text)) {
        return Some(Run { begin: at, end });
    }
    while let Some(next) = tokens.get(cursor) {
        let raw = next.span.of(text);
        let name_word = next.kind == TokenKind::Word && next.capital && next.spaced && !text_is_function(raw);
        if name_word {
            cursor += 1;
            end = cursor;
            if possessive::owns(raw) {
                break;
            }
        } else if is_ampersand(text, tokens, cursor)
            || initial_stop(text, tokens, cursor)
            || next.kind == TokenKind::Word && words::is_particle(raw)
        {
            cursor += 1;
        } else {
            break;
        }
    }
    Some(Run { begin: at, end })
}

/// "Lind & Sons": the mark at `at` stands between two words of a name.
fn is_ampersand(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].span.of(text) == "&" && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Word && next.capital)
}

/// Function words in capitals ("The", "In") are no names; "US" and "May" are.
pub(super) fn text_is_function(raw: &str) -> bool {
    let classes = closed::classes(raw);
    let all_capitals = || raw.len() > 1 && !raw.chars().any(char::is_lowercase);
    !classes.is_open() && !classes.has(Class::Calendar) && !all_capitals()
}

pub(super) fn initial_stop(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].span.of(text));
    let is_short = || before.chars().count() == 1 || actors::is_post(&before.to_lowercase(), Post::Title);
    tokens[at].kind == TokenKind::Stop && !tokens[at].spaced && is_short()
}

/// A word without its possessive ending, apostrophes made straight.
pub(in crate::actors) fn clean(raw: &str) -> Cow<'_, str> {
    let bare = possessive::bare(raw);
    if bare.is_ascii() { Cow::Borrowed(bare) } else { Cow::Owned(bare.replace('’', "'")) }
}

/// The words as a name: possessive endings and stops of initials dropped.
pub(super) fn written(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let mut out = String::new();
    write_name(text, &tokens[begin..end.min(tokens.len())], &mut out);
    out
}

/// Puts more words behind a name, as [`written`] writes them.
pub(super) fn write_name(text: &str, tokens: &[Token], name: &mut String) {
    for token in tokens.iter().filter(|token| token.kind == TokenKind::Word || token.span.of(text) == "&") {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&clean(token.span.of(text)));
    }
}

/// A word in lower case, without its possessive ending.
pub(super) fn lower<'t>(text: &'t str, tokens: &[Token], at: usize) -> Cow<'t, str> {
    tokens.get(at).map_or(Cow::Borrowed(""), |token| small(token.span.of(text)))
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

/// The words in lower case and one spelling.
pub(super) fn joined(text: &str, tokens: &[Token], begin: usize, end: usize) -> String {
    let words: Vec<_> = without_stops(text, &tokens[begin..end]).map(spelt).collect();
    words.join(" ")
}

/// The words as written, the stops of abbreviations left out.
fn without_stops<'t>(text: &'t str, tokens: &[Token]) -> impl Iterator<Item = &'t str> {
    tokens.iter().map(|token| token.span.of(text)).filter(|word| *word != ".")
}

/// Words that a post can have.
const POST: usize = 3;

/// The first of the words can be that of a post.
fn begins_post(text: &str, tokens: &[Token]) -> bool {
    without_stops(text, tokens).next().is_some_and(|first| actors::may_begin_post(&clean(first)) && actors::begins_post(&spelt(first)))
}

/// Ends of what can be a post by its first word, with its words, the longest first.
fn posts_at(text: &str, tokens: &[Token], at: usize, end: usize) -> impl Iterator<Item = (usize, String)> {
    let end = end.min(at + POST);
    let ends = if begins_post(text, &tokens[at..end]) { at + 1..end + 1 } else { 0..0 };
    ends.rev().map(move |end| (end, joined(text, tokens, at, end)))
}

fn is_post(words: &str) -> bool {
    [Post::Office, Post::Spokesperson, Post::Person].iter().any(|post| actors::is_post(words, *post))
}

/// The end of the post that begins at `at`, the longest first; titles are left out.
pub(super) fn office_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    posts_at(text, tokens, at, end).find(|(_, words)| is_post(words)).map(|(end, _)| end)
}

/// The end of the post or title that begins at `at`, the longest first.
pub(super) fn post_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    posts_at(text, tokens, at, end).find(|(_, words)| is_post(words) || actors::is_post(words, Post::Title)).map(|(end, _)| end)
}

/// The end of what stands before a name in a run of capitals: a post or title, with words of which only it tells ("Managing Director"), and
/// no given name that is a noun as well ("Hunter Moss").
pub(super) fn title_at(text: &str, tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    if let Some(next) = post_at(text, tokens, at, end) {
        return Some(next).filter(|next| !is_given_noun(text, tokens, at..*next, end));
    }
    let is_given = |at: usize| actors::gender_of_name(&clean(tokens[at].span.of(text))).is_some();
    let mut before = (at + 1..end.min(at + 1 + TITLED)).take_while(|next| !is_given(*next - 1));
    before.find_map(|next| office_at(text, tokens, next, end).filter(|post| *post + 1 < end))
}

/// Words before the noun of a title that belong to it.
const TITLED: usize = 2;

/// "Hunter Moss", before the last word of a run: a noun for people that nobody is addressed by, and no given name after it.
fn is_given_noun(text: &str, tokens: &[Token], noun: Range<usize>, end: usize) -> bool {
    let word = lower(text, tokens, noun.start);
    let is_title = [Post::Office, Post::Title, Post::Spokesperson].iter().any(|post| actors::is_post(&word, *post));
    let is_last = noun.len() == 1 && noun.end + 1 == end;
    is_last
        && !is_title
        && actors::gender_of_noun(&word).is_none()
        && actors::gender_of_name(&clean(tokens[noun.end].span.of(text))).is_none()
}

/// "senator", "the council's leader," just before a name: the post and whose it is.
pub(super) fn post_before(text: &str, tokens: &[Token], begin: usize) -> Option<(String, Option<String>)> {
    let mut end = begin;
    if end >= 1 && tokens[end - 1].span.of(text) == "," {
        end -= 1;
    }
    (end.saturating_sub(POST)..end).filter(|from| begins_post(text, &tokens[*from..end])).find_map(|from| {
        is_post(&joined(text, tokens, from, end)).then_some(())?;
        let owner = from.checked_sub(1).filter(|owner| possessive::owns(tokens[*owner].span.of(text)));
        Some((told_post(text, tokens, from, end), owner.map(|owner| lower(text, tokens, owner).into_owned())))
    })
}

/// The words of a post at `at`, with the one before that tells that it is no longer held: "former minister".
pub(super) fn told_post(text: &str, tokens: &[Token], at: usize, end: usize) -> String {
    let former = at.checked_sub(1).map(|before| lower(text, tokens, before)).filter(|before| actors::has_role(before, Role::Former));
    let words = joined(text, tokens, at, end);
    former.map_or_else(|| words.clone(), |former| format!("{former} {words}"))
}

/// A post without the word that tells that it is no longer held.
pub(super) fn plain_post(post: &str) -> &str {
    post.split_once(' ').filter(|(first, _)| actors::has_role(first, Role::Former)).map_or(post, |(_, plain)| plain)
}

/// "the transport minister", "Brasland's transport minister": a post at `at` beside which nobody is named, as the post alone and with
/// whose it is, the post last.
pub(super) fn nameless_post(text: &str, tokens: &[Token], at: usize) -> Option<Vec<String>> {
    let before = at.checked_sub(1)?;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    if !actors::may_begin_post(word(at)) {
        return None;
    }
    let is_name = |at: usize| tokens.get(at).is_some_and(|token| token.capital && token.kind == TokenKind::Word);
    let owner = Some(word(before)).filter(|owner| is_name(before) && possessive::owns(owner));
    let is_definite = || closed::classes(word(before)).has(Class::Determiner) && !actors::is_indefinite(&lower(text, tokens, before));
    let follows_name = before > 0 && word(before - 1) == ",";
    if follows_name || owner.is_none() && !is_definite() {
        return None;
    }
    let end = office_at(text, tokens, at, tokens.len())?;
    let is_named = is_name(end) || word(end) == "," && is_name(end + 1);
    if is_named || possessive::owns(word(end - 1)) {
        return None;
    }
    let post = joined(text, tokens, at, end);
    let owned = owner.map(|owner| format!("{} {post}", clean(owner)));
    Some(owned.into_iter().chain([post]).collect())
}

/// The words of a name are the name and no more: nobody is described before or after it.
pub(super) fn stands_bare(text: &str, tokens: &[Token], begin: usize, end: usize) -> bool {
    let is_comma = tokens.get(end).is_some_and(|token| token.span.of(text) == ",");
    let classes = |at: usize| closed::classes(tokens[at].span.of(text));
    let is_led = |before: usize| tokens[before].kind == TokenKind::Word && classes(before).is_open() && !classes(before).has(Class::Speech);
    !is_comma && !begin.checked_sub(1).is_some_and(is_led)
}

/// ", 44,", "(44)" at `at`: the age of whom the words before name.
pub(super) fn age_after<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let mark = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let age = tokens.get(at + 1).filter(|token| token.kind == TokenKind::Number)?.span.of(text);
    let is_set_off = matches!((mark(at), mark(at + 2)), (",", "," | "." | "") | ("(", ")"));
    (is_set_off && (1..=3).contains(&age.len()) && age.bytes().all(|digit| digit.is_ascii_digit())).then_some(age)
}

/// "44-year-old" among the few tokens before `at`: the age of whom the words after name.
pub(super) fn age_before<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let of_age = |at: usize| numbers::uses(tokens[at].span.of(text)).contains(&NumberWord::AgeAfter);
    let number = (at.saturating_sub(AGED)..at).rev().find(|at| tokens[*at].kind == TokenKind::Number)?;
    let words = number + 1..at;
    let is_small = words.clone().all(|at| !matches!(tokens[at].kind, TokenKind::Stop));
    (is_small && words.into_iter().any(of_age)).then(|| tokens[number].span.of(text))
}

/// Tokens before a name within which an age is told.
const AGED: usize = 6;

/// "(TTP)" at `at`: the short name of what stands before it.
pub(super) fn acronym_after<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let is = |at: usize, kind| tokens.get(at).is_some_and(|token| token.kind == kind);
    let short = tokens.get(at + 1).filter(|_| is(at, TokenKind::Open) && is(at + 2, TokenKind::Close))?.span.of(text);
    let is_acronym = (2..=8).contains(&short.len()) && short.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    is_acronym.then_some(short)
}

/// ", or RSF,", ", known as the RSF": a word in capitals soon after `at`, small words between.
pub(super) fn acronym_told<'t>(text: &'t str, tokens: &[Token], at: usize) -> Option<&'t str> {
    let at = at + usize::from(tokens.get(at).is_some_and(|token| token.span.of(text) == ","));
    let mut words = tokens.iter().skip(at).take(TOLD).take_while(|token| token.kind == TokenKind::Word);
    let short = words.find(|token| token.capital)?.span.of(text);
    ((2..=8).contains(&short.len()) && short.chars().all(char::is_uppercase)).then_some(short)
}

/// Words after a name within which its short form is told.
const TOLD: usize = 6;

/// The words before `end` whose first letters `short` has, small words left out, as written.
pub(super) fn spelt_out(text: &str, tokens: &[Token], end: usize, short: &str) -> Option<String> {
    let mut letters = short.chars().filter(|letter| letter.is_uppercase()).rev().peekable();
    let mut begin = end;
    for at in (end.saturating_sub(SPELT)..end).rev() {
        let raw = tokens[at].span.of(text);
        let is_word = tokens[at].kind == TokenKind::Word;
        let fits = is_word && tokens[at].capital && raw.chars().next() == letters.peek().copied();
        if fits {
            letters.next();
            begin = at;
        } else if !is_word || tokens[at].capital {
            return None;
        }
        if letters.peek().is_none() {
            return Some(text[tokens[begin].span.start()..tokens[end - 1].span.end()].replace('’', "'"));
        }
    }
    None
}

/// Words back over which an acronym is spelt out.
const SPELT: usize = 10;

pub(super) fn follows_preposition(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && closed::classes(tokens[at - 1].span.of(text)).has(Class::Preposition)
}

/// "in Peru", "to the Netherlands": where something happens.
pub(super) fn follows_whither(text: &str, tokens: &[Token], at: usize) -> bool {
    let at = at - usize::from(is_determined(text, tokens, at));
    at > 0 && actors::has_role(&lower(text, tokens, at - 1), Role::Whither)
}

/// "the Libreville talks": a capital that only says which.
pub(super) fn is_determined(text: &str, tokens: &[Token], at: usize) -> bool {
    at > 0 && closed::classes(tokens[at - 1].span.of(text)).has(Class::Determiner)
}

pub(super) fn who_follows(text: &str, tokens: &[Token], end: usize) -> bool {
    let comma = usize::from(tokens.get(end).is_some_and(|token| token.span.of(text) == ","));
    tokens.get(end + comma).is_some_and(|token| {
        let classes = closed::classes(token.span.of(text));
        comma == 1 && classes.has(Class::Relative) && classes.has(Class::Pronoun) || classes.has(Class::Speech)
    })
}

/// Not an owner, and not after a preposition, a determiner's phrase or another word of a noun phrase; nor the subject of a relative
/// clause ("Ms Lunde, whom Ms Holm appointed,").
pub(super) fn is_subject(text: &str, tokens: &[Token], name: Range<usize>) -> bool {
    if possessive::owns(tokens[name.end - 1].span.of(text)) {
        return false;
    }
    let Some(before) = name.start.checked_sub(1).map(|before| tokens[before]) else { return true };
    let classes = closed::classes(before.span.of(text));
    before.kind != TokenKind::Word
        || ![Class::Preposition, Class::Auxiliary, Class::Relative].iter().any(|class| classes.has(*class)) && !classes.is_open()
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
pub(super) fn is_verb(word: &str) -> bool {
    let classes = closed::classes(word);
    [Class::Speech, Class::Auxiliary, Class::Modal].into_iter().any(|class| classes.has(class))
}
