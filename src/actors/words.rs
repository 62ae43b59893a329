//! The words of a mention: as written and in one spelling, with the cuts that its readers need.

use std::borrow::Cow;

use crate::lexicon::actors::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::{pronouns, words};
use crate::text::{Document, Span, Token, TokenKind, lower_case, possessive};

use super::Resolver;
use super::brand::Brands;
use super::register::{clean, spelt};

/// The words of a mention, as they were read.
#[derive(Debug, Default)]
pub(super) struct Mentioned<'t> {
    raw: Vec<Cow<'t, str>>,
    lower: Vec<Cow<'t, str>>,
}

/// The words of a mention, or a part of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    /// As written, possessive endings kept.
    pub raw: &'a [Cow<'a, str>],
    /// In lower case and one spelling, without possessive endings.
    pub lower: &'a [Cow<'a, str>],
}

/// Words of a person's name.
const NAME: usize = 4;
/// Longest mention read, in words.
const LONGEST: usize = 40;

impl<'t> Mentioned<'t> {
    /// The words of `span` up to an aside; marks are left out.
    fn read(document: &Document<'t>, brands: &Brands, span: Span) -> Self {
        let range = document.tokens_in(span);
        let begin = age_begin(document, range.start);
        Mentioned::of(document, brands, begin, range.end.min(begin + LONGEST))
    }

    /// The noun phrase that ends just before byte `at`, a comma left out.
    pub fn before(document: &Document<'t>, brands: &Brands, at: usize) -> Option<Self> {
        let mut end = document.token_at(at);
        if document.slice(document.tokens.get(end.checked_sub(1)?)?.span) == "," {
            end -= 1;
            // "Ana Torv, 33, who"
            let is_aged =
                end > 2 && document.tokens[end - 1].kind == TokenKind::Number && document.slice(document.tokens[end - 2].span) == ",";
            end -= 2 * usize::from(is_aged);
        }
        let sentence = document.token_range(document.sentence_at(at)?).start;
        let reach = sentence.max(end.saturating_sub(PHRASE));
        let mut begin = None;
        for at in (reach..end).rev().take_while(|at| !ends_before(document, *at)) {
            let classes = closed::classes(document.slice(document.tokens[at].span));
            if classes.has(Class::Preposition) && !is_of_noun(document, reach, at) {
                break;
            }
            begin = Some(at);
            if classes.has(Class::Determiner) && !(at > reach && is_of_noun(document, reach, at - 1)) {
                break;
            }
        }
        Some(Mentioned::of(document, brands, begin?, end))
    }

    fn of(document: &Document<'t>, brands: &Brands, begin: usize, end: usize) -> Self {
        let tokens = &document.tokens[begin..end.max(begin)];
        let mut words = Mentioned { raw: Vec::with_capacity(tokens.len()), lower: Vec::with_capacity(tokens.len()) };
        // "Ann Lee (Labour)", "the Ports Office (PO)": what stands in brackets is no part of a name.
        let mut open = 0;
        for (at, token) in tokens.iter().enumerate() {
            let raw = document.slice(token.span);
            match token.kind {
                TokenKind::Open if !words.raw.is_empty() => open += 1,
                TokenKind::Close if open > 0 => open -= 1,
                _ => {}
            }
            let is_dash = token.kind == TokenKind::Dash && token.spaced;
            let is_comma = (raw == "," || is_dash) && !words.raw.is_empty();
            let raw = if is_comma { "," } else { raw };
            if open == 0 && (is_comma || token.is_wordlike()) {
                let raw = match brands.kept(raw) {
                    Some(kept) => Cow::Owned(kept),
                    None if raw.contains('’') => Cow::Owned(raw.replace('’', "'")),
                    None => Cow::Borrowed(raw),
                };
                let lower = if is_comma { raw.clone() } else { spelt_of(&raw) };
                if joins_back(document, tokens, at) && !words.raw.is_empty() {
                    words.join(document.slice(Span::new(tokens[at - 1].span.start(), token.span.start())), &raw, &lower);
                } else {
                    words.lower.push(lower);
                    words.raw.push(raw);
                }
                if at + 2 < tokens.len() && document.is_plurals_mark(begin + at + 1) {
                    words.raw.last_mut().into_iter().for_each(|last| last.to_mut().push('\''));
                }
            }
        }
        words
    }

    /// Puts a word behind the last one as a part of it, with what stands `between`.
    fn join(&mut self, between: &str, raw: &str, lower: &str) {
        let between = if between.contains('&') { " & " } else { "-" };
        for (list, word) in [(&mut self.raw, raw), (&mut self.lower, lower)] {
            if let Some(last) = list.last_mut() {
                *last = Cow::Owned(format!("{last}{between}{word}"));
            }
        }
    }

    pub fn words(&self) -> Words<'_> {
        Words { raw: &self.raw, lower: &self.lower }
    }
}

impl<'a> Words<'a> {
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    pub fn part(&self, begin: usize, end: usize) -> Words<'a> {
        Words { raw: &self.raw[begin..end], lower: &self.lower[begin..end] }
    }

    /// Up to the first comma.
    pub fn up_to_comma(&self) -> Words<'a> {
        self.part(0, self.raw.iter().position(|word| word == ",").unwrap_or(self.raw.len()))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        is_proper(&self.raw[at])
    }

    /// It stands in a name: with a capital, or a particle.
    pub fn is_of_name(&self, at: usize) -> bool {
        self.is_capital(at) || words::is_particle(&self.lower[at])
    }

    /// The words as a name: possessive endings off.
    pub fn name(&self) -> String {
        let mut name = String::new();
        for word in self.raw.iter().filter(|word| *word != ",") {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(&clean(word));
        }
        name
    }

    /// Without the words that count or determine ("the", "two", "at least a dozen").
    pub fn bare(&self) -> Words<'a> {
        let begin = (0..self.lower.len())
            .find(|at| {
                let is_number = self.raw[*at].starts_with(|first: char| first.is_ascii_digit())
                    && !is_proper(&self.raw[*at])
                    && !is_aged(&self.raw[*at]);
                !actors::has_role(&self.lower[*at], Role::Count) && !is_number
            })
            .unwrap_or(self.lower.len());
        let rest = self.part(begin, self.lower.len());
        // "One of the observers" is an observer.
        match rest.lower.first().is_some_and(|first| begin > 0 && actors::has_role(first, Role::Partitive)) {
            true => rest.part(1, rest.lower.len()).bare(),
            false => rest,
        }
    }
}

/// It has a capital where names have one: "Lee", "eBay", "3M", "al-Sayed", and not "pro-Russian".
pub(super) fn is_proper(word: &str) -> bool {
    let inner = || {
        let (before, last) = word.rsplit_once('-').unwrap_or(("", word));
        last.contains(char::is_uppercase) && (before.is_empty() || words::is_particle(before))
    };
    word.starts_with(char::is_uppercase) || inner()
}

/// "eBay", "iRobot": a capital after a small letter.
pub(super) fn is_inner_capital(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && !word.contains('-') && word.contains(char::is_uppercase)
}

/// Several letters, and no small one but a plural's: "WHO", "MPs", "3M".
pub(super) fn is_acronym(word: &str) -> bool {
    let stem = word.strip_suffix('s').unwrap_or(word);
    stem.len() > 1 && stem.contains(char::is_uppercase) && !stem.contains(char::is_lowercase)
}

/// "52-year-old": a number and words in one.
pub(super) fn is_aged(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
        && word.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_alphabetic))
}

/// The word at `at` goes on with the one before: "Lind & Sons", "52-year-old".
fn joins_back(document: &Document<'_>, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let mark = document.slice(tokens[before].span);
    let is_name = |at: usize| tokens[at].kind == TokenKind::Word && tokens[at].capital;
    let is_ampersand = before > 0 && mark == "&" && is_name(before - 1) && is_name(at);
    let is_number = before > 0 && mark == "-" && tokens[before - 1].kind == TokenKind::Number;
    let is_glued = || !tokens[before].spaced && !tokens[at].spaced;
    is_ampersand || is_number && is_glued() && tokens[at].kind == TokenKind::Word
}

/// Where the words begin of which the token at `begin` is cut off: "the 44-" before "year-old".
fn age_begin(document: &Document<'_>, begin: usize) -> usize {
    let Some(number) = begin.checked_sub(2).filter(|_| begin < document.tokens.len()) else { return begin };
    let word = document.slice(document.tokens[begin].span);
    let is_cut = numbers::uses(word).contains(&NumberWord::AgeAfter)
        && document.tokens[number].kind == TokenKind::Number
        && document.slice(document.tokens[number + 1].span) == "-";
    let determines = |at: usize| closed::classes(&lower_case(document.slice(document.tokens[at].span))).has(Class::Determiner);
    let before = number.checked_sub(1).filter(|before| determines(*before)).unwrap_or(number);
    if is_cut { before } else { begin }
}

/// The word as [`spelt`] has it.
fn spelt_of<'t>(raw: &Cow<'t, str>) -> Cow<'t, str> {
    match raw {
        Cow::Borrowed(raw) => spelt(raw),
        Cow::Owned(raw) => Cow::Owned(spelt(raw).into_owned()),
    }
}

impl<'d> Resolver<'d, '_> {
    /// The words of `span`.
    pub(super) fn read(&self, span: Span) -> Mentioned<'d> {
        Mentioned::read(self.document, &self.brands, span)
    }

    /// The words of `span`, and those of a person's name that it breaks off before or inside: "Retired dentist" before "Pam Cropper".
    pub(super) fn read_whole(&self, span: Span) -> Mentioned<'d> {
        let end = self.document.tokens_in(span).end;
        if let Some(named) = self.apposed(end) {
            return self.read(Span::new(span.start(), self.document.tokens[named - 1].span.end()));
        }
        let is_name = |at: usize| self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital);
        if !is_name(end) {
            return self.read(span);
        }
        let after = (end..end + NAME).take_while(|at| is_name(*at)).count();
        let before = (end.saturating_sub(NAME)..end).rev().take_while(|at| is_name(*at)).count();
        let is_person = |begin: usize| {
            let name: Vec<_> = (begin..end + after).map(|at| clean(self.document.slice(self.document.tokens[at].span))).collect();
            name.len() > 1 && self.register.person(&name.join(" ")).is_some()
        };
        match (0..=before).any(|before| is_person(end - before)) {
            true => self.read(Span::new(span.start(), self.document.tokens[end + after - 1].span.end())),
            false => self.read(span),
        }
    }
}

impl Resolver<'_, '_> {
    /// One past the name that tells who the words before the token at `comma` describe: "backed by the mayor, Ann Lee."
    pub(super) fn apposed(&self, comma: usize) -> Option<usize> {
        let tokens = &self.document.tokens;
        let is_comma = |at: usize| tokens.get(at).is_some_and(|token| self.document.slice(token.span) == ",");
        let post = comma
            .checked_sub(1)
            .filter(|post| is_comma(comma) && !tokens[*post].capital && actors::is_post_or_title(&self.lower[*post]))?;
        let is_name = |at: &usize| tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word && token.capital);
        let end = (comma + 1..=comma + NAME).take_while(is_name).last().filter(|last| *last > comma + 1)? + 1;
        let name: Vec<_> = (comma + 1..end).map(|at| clean(self.raw(at))).collect();
        let is_closed = is_comma(end) || tokens.get(end).is_none_or(|token| token.kind == TokenKind::Stop);
        let is_owner = possessive::owns(self.raw(end - 1));
        (is_closed && !is_owner && post > 0 && self.register.person(&name.join(" ")).is_some()).then_some(end)
    }
}

/// Words back within which a noun phrase before "who" begins.
const PHRASE: usize = 8;

/// A mark, a verb, a clause's first word or "he": a noun phrase does not reach back over it.
fn ends_before(document: &Document<'_>, at: usize) -> bool {
    let token = document.tokens[at];
    let lower = lower_case(document.slice(token.span));
    let classes = closed::classes(&lower);
    let word = words::look_up(&lower);
    let is_verb = || !token.capital && word.forms & (form::PAST | form::PRESENT) != 0 && !word.noun;
    let ends = [Class::Auxiliary, Class::Modal, Class::Subordinator, Class::Speech].iter().any(|class| classes.has(*class));
    let is_word = token.kind == TokenKind::Word || document.is_plurals_mark(at);
    !is_word || ends || is_verb() || pronouns::pronoun(&lower).is_some() && !classes.has(Class::Determiner)
}

/// "the head of the union", "farmers in the north": the preposition at `at` belongs to the noun before it.
fn is_of_noun(document: &Document<'_>, reach: usize, at: usize) -> bool {
    let word = |at: usize| lower_case(document.slice(document.tokens[at].span));
    let governs = |word: &str| words::look_up(word).is(words::Role::Of) || actors::has_any_role(word, &[Role::Place, Role::Behalf]);
    at > reach && governs(&word(at)) && !ends_before(document, at - 1) && closed::classes(&word(at - 1)).is_open()
}
