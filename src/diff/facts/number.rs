//! Numbers with qualifier, scale, range and unit; "a" and "all" are no facts, ages, labels ("No. 5"), scores ("3-1"), numbers of
//! telephones and words that hold digits ("under-18s") are.

use super::mention::{Mention, Passage, Sort};
use crate::lexicon::inflect;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::quantities;
use crate::syntax::number::{self, Form, Number};
use crate::text::{TokenKind, possessive};

/// Reads a number at `at`, the qualifier before it included, which begins at `at`.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize) -> Option<(Mention, usize)> {
    if let Some(end) = row_of_digits(passage, at).or_else(|| holds_digits(passage, at).then_some(at + 1)) {
        let key: Vec<&str> = (at..end).map(|at| passage.lower(at)).collect();
        return Some((passage.mention(Sort::Number, at..end, key.concat()), end));
    }
    let (qualified, sense) = qualifier(passage, at);
    let (start, sign) = before_digits(passage, qualified);
    let range = range_of(passage, at).filter(|_| qualified == at).map(|(number, end)| (Some(number), end));
    let Some((number, mut end)) = range.or_else(|| number_at(passage, start)) else {
        return hyphened(passage, at).map(|mention| (mention, at + 1));
    };
    if qualified > at && number.as_ref().is_none_or(|number| number.form == Form::Vague) {
        return None;
    }
    let mark = number.as_ref().and_then(|number| number.mark.as_deref());
    let mut unit =
        mark.map(|mark| quantities::unit(mark).map_or_else(|| mark.to_owned(), |unit| unit.sense.to_owned())).unwrap_or_default();
    let age = age_after(passage, end);
    if let Some((found, after)) = age.map(|after| (AGE, after)).or_else(|| unit_after(passage, end)) {
        unit = found.to_owned();
        end = after;
    }
    // "every one of whom": one of those that are spoken of is no number, unless another took its place.
    let is_part = number.as_ref().is_some_and(|number| number.low == Some(1.0) && number.high.is_none() && qualified == at);
    let leans = is_part && passage.word(end).is_some_and(|word| quantities::is_partitive(&word.lower));
    let value = number.map_or_else(|| passage.lower(start).to_owned(), |number| key(passage, start, &number));
    let noun = match age {
        Some(_) => is_stuff(passage, end).then_some(end),
        None if unit.is_empty() => noun_after(passage, end),
        None => stuff_after(passage, end),
    };
    // "a 7-year-old boy" is 7, and so is "the boy, 7".
    let counted = if age.is_some() { "" } else { unit.as_str() };
    end += usize::from(age.is_some() && noun.is_some());
    let mut mention = passage.mention(Sort::Number, at..end, format!("{sense}|{sign}{value}|{counted}"));
    mention.leans = leans;
    mention.has_unit = !unit.is_empty();
    mention.noun = noun.map(|at| passage.first + at);
    mention.counted = if unit.is_empty() { passage.lower(end).to_owned() } else { unit };
    Some((mention, end))
}

/// What is counted by an age.
const AGE: &str = "age";

/// Where the words end at `at` that make an age of a number: "years old", "-year-old".
fn age_after(passage: &Passage<'_, '_>, at: usize) -> Option<usize> {
    let begin = at + usize::from(is_hyphen(passage, at));
    [3, 2, 1].into_iter().filter(|length| begin + length <= passage.words.len()).find_map(|length| {
        let words: Vec<&str> = (begin..begin + length).map(|at| passage.lower(at)).collect();
        numbers::uses(&words.join(" ")).contains(&NumberWord::AgeAfter).then_some(begin + length)
    })
}

/// "between 5 and 10", from the word before the numbers on.
fn range_of(passage: &Passage<'_, '_>, at: usize) -> Option<(Number, usize)> {
    let words: [&str; QUALIFIER] = std::array::from_fn(|next| passage.lower(at + next));
    let before = quantities::qualifier_before(&words).filter(|found| found.sense.is_empty())?;
    let (number, end) = number_at(passage, at + before.words)?;
    number.filter(|number| number.high.is_some()).map(|number| (number, end))
}

/// "five-year", "second-largest": a number in words before a hyphen. It tells something only where another number took its place, but
/// where it has a unit.
fn hyphened(passage: &Passage<'_, '_>, at: usize) -> Option<Mention> {
    let word = passage.word(at).filter(|word| word.token.kind == TokenKind::Word && word.lower.contains('-'))?;
    let parts = word.lower.match_indices('-').map(|(hyphen, _)| (&word.lower[..hyphen], &word.lower[hyphen + 1..]));
    let mut parts = parts.filter_map(|(head, tail)| Some((numbers::in_words(head)?, tail)));
    let ((value, is_ordinal), tail) = parts.next_back()?;
    let mention = |key: String| passage.mention(Sort::Number, at..at + 1, key);
    if is_ordinal {
        return Some(Mention { leans: true, ..mention(format!("|{value}th|")) });
    }
    if numbers::uses(tail).contains(&NumberWord::AgeAfter) {
        let noun = is_stuff(passage, at + 1).then_some(passage.first + at + 1);
        return Some(Mention { has_unit: true, counted: AGE.to_owned(), noun, ..mention(format!("|{value}|")) });
    }
    Some(match quantities::unit(tail) {
        Some(unit) => Mention { has_unit: true, counted: unit.sense.to_owned(), ..mention(format!("|{value}|{}", unit.sense)) },
        None => Mention { leans: true, ..mention(format!("|{value}|")) },
    })
}

/// A word in small letters that says what something is.
fn is_stuff(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Word && !word.token.capital && word.classes.is_open())
}

/// Where a row of digits that is no amount and begins at `at` ends: "3-1", "0300 123 4567".
fn row_of_digits(passage: &Passage<'_, '_>, at: usize) -> Option<usize> {
    let digits = |at: usize| passage.form(at).bytes().all(|byte| byte.is_ascii_digit());
    let is_number = |at: usize| passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Number) && digits(at);
    let is_dialled = is_number(at) && passage.form(at).len() > 2 && passage.form(at).starts_with('0');
    let joins = |at: usize| {
        let (Some(mark), Some(next)) = (passage.word(at), passage.word(at + 1)) else { return None };
        match mark.token.kind {
            TokenKind::Dash if !mark.token.spaced && !next.token.spaced && is_number(at + 1) => Some(at + 2),
            TokenKind::Number if is_dialled && is_number(at) => Some(at + 1),
            _ => None,
        }
    };
    let mut end = at + 1;
    while let Some(next) = is_number(at).then(|| joins(end)).flatten() {
        end = next;
    }
    // "10-15" is a range where its second is the greater; "3-1" and "555-01-23" are none.
    let is_range = end == at + 3 && number_at(passage, at).is_some_and(|(number, _)| number.is_some_and(|number| number.high.is_some()));
    (end > at + 1 && !is_range).then_some(end)
}

/// "under-18s", "mid-80s": digits behind a hyphen, in a word that is no name by its capital.
fn holds_digits(passage: &Passage<'_, '_>, at: usize) -> bool {
    let digits = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
    passage.word(at).is_some_and(|word| {
        let is_name = word.token.capital && at > 0;
        word.token.kind == TokenKind::Word && !is_name && word.lower.split_once('-').is_some_and(|(_, rest)| digits(rest))
    })
}

/// Where the digits begin behind "minus" or the letters of a currency (`A$5`) at `at`, and how these change the number.
fn before_digits(passage: &Passage<'_, '_>, at: usize) -> (usize, &'static str) {
    let (Some(word), Some(next)) = (passage.word(at), passage.word(at + 1)) else { return (at, "") };
    let is_number = next.token.kind == TokenKind::Number;
    let is_money = || word.token.capital && !next.token.spaced && !passage.form(at + 1).starts_with(|first: char| first.is_numeric());
    match word.wording.currency {
        _ if word.wording.sign && (is_number || numbers::is_number_word(&next.lower)) => (at + 1, "-"),
        Some(whose) if is_number && is_money() => (at + 1, whose),
        _ => (at, ""),
    }
}

/// What a unit measures: "tonnes of copper".
fn stuff_after(passage: &Passage<'_, '_>, end: usize) -> Option<usize> {
    let joined = passage.word(end).is_some_and(|word| word.wording.joint);
    (joined && is_stuff(passage, end + 1)).then_some(end + 1)
}

/// One of these words is what a number counts: "two young police officers".
const NOUN: usize = 4;

/// The plural that the number before `end` counts.
fn noun_after(passage: &Passage<'_, '_>, end: usize) -> Option<usize> {
    let is_open = |at: &usize| is_stuff(passage, *at);
    let is_plural = |at: &usize| {
        let word = &passage.words[*at];
        word.wording.plural || inflect::is_plural(&word.lower) && !possessive::owns(&word.lower)
    };
    let first = (end..end + NOUN).take_while(is_open).find(is_plural)?;
    (first..end + NOUN).take_while(|at| is_open(at) && is_plural(at)).last()
}

/// The number at `at` and where it ends; `None` in its place for digits without a value (`2:30`).
fn number_at(passage: &Passage<'_, '_>, at: usize) -> Option<(Option<Number>, usize)> {
    let tokens = &passage.document.tokens[passage.first..passage.first + passage.words.len()];
    match number::read(passage.document.text, tokens, at) {
        Some(number) if number.form == Form::Article => share(passage, at).map(|number| (Some(number), at + 2)),
        Some(number) if number.form == Form::Every => None,
        Some(number) => {
            let end = at + number.tokens;
            Some((Some(number), end))
        }
        None => (passage.word(at)?.token.kind == TokenKind::Number).then_some((None, at + 1)),
    }
}

/// "a third", where no noun follows that would make it the third of several.
fn share(passage: &Passage<'_, '_>, at: usize) -> Option<Number> {
    let value = numbers::uses(passage.lower(at + 1))
        .iter()
        .find_map(|used| if let NumberWord::Fraction(value) = used { Some(*value) } else { None })?;
    let counts = passage.word(at + 2).is_some_and(|next| next.token.is_wordlike() && next.classes.is_open() && !next.wording.deictic);
    (!counts).then_some(Number { tokens: 2, low: Some(value), high: None, form: Form::Share, mark: None })
}

/// The same for the same value in other words ("a dozen", "12"); a vague number is its words.
fn key(passage: &Passage<'_, '_>, at: usize, number: &Number) -> String {
    match (number.low, number.high) {
        _ if is_misgrouped(passage.form(at)) => passage.lower(at).to_owned(),
        (Some(low), Some(high)) => format!("{low}–{high}"),
        (Some(low), None) if number.form == Form::Ordinal => format!("{low}th"),
        (Some(low), None) => low.to_string(),
        (None, _) => (at..at + number.tokens).map(|at| passage.lower(at)).collect::<Vec<_>>().join(" "),
    }
}

/// "100,00": the commas do not part thousands, so it is not known what is meant.
fn is_misgrouped(form: &str) -> bool {
    form.rsplit_once(',').is_some_and(|(_, last)| last.bytes().take_while(u8::is_ascii_digit).count() != 3)
}

/// Words that a qualifier can have.
const QUALIFIER: usize = 4;

/// Where the number behind the qualifier that begins at `at` begins, and the qualifier's sense; `at` and "" for none.
fn qualifier(passage: &Passage<'_, '_>, at: usize) -> (usize, &'static str) {
    let words: [&str; QUALIFIER] = std::array::from_fn(|next| passage.lower(at + next));
    let Some(outer) = quantities::qualifier_before(&words).filter(|found| !found.sense.is_empty()) else { return (at, "") };
    // "over about 50": the second qualifies no less, but one is enough to tell a change.
    let inner = quantities::qualifier_before(&words[outer.words..]).map_or(0, |inner| inner.words);
    (at + outer.words + inner, outer.sense)
}

fn is_hyphen(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Dash && !word.token.spaced)
}

/// A unit at `at`, or behind a hyphen there, and where it ends.
fn unit_after(passage: &Passage<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let begin = at + usize::from(is_hyphen(passage, at));
    for length in [2, 1].into_iter().filter(|length| begin + length <= passage.words.len()) {
        let words: Vec<&str> = (begin..begin + length).map(|at| passage.lower(at)).collect();
        let joined = words.join(" ");
        let head = joined.split('-').next().unwrap_or_default();
        let unit = quantities::unit(&joined).or_else(|| quantities::unit(head)).map(|unit| unit.sense);
        if let Some(name) = unit.or_else(|| quantities::counted(&joined)) {
            return Some((name, begin + length));
        }
    }
    None
}
