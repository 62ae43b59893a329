//! Quantities of one sentence: number, qualifier, and the noun that they count.

use crate::lexicon::casualties::{self, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::quantities::{self, Measure, Unit};
use crate::syntax::Tag;
use crate::syntax::number::{self, Form, Number};
use crate::text::{TokenKind, possessive};

use super::Clause;

/// A number with its qualifier and noun; indices are tokens of the clause.
#[derive(Clone, Debug)]
pub(super) struct Quantity {
    /// First token, qualifier included.
    pub start: usize,
    /// One past the number and its unit.
    pub number_end: usize,
    /// One past the noun phrase that it counts.
    pub head_end: usize,
    /// The noun, if one is said.
    pub head: Option<usize>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub qualifier: Option<String>,
    pub form: Form,
    pub unit: Option<Unit>,
    /// "the two", "those three": known already, so no figure by itself.
    pub is_known: bool,
    /// "whose two sisters", "her three sons": some few of all whom it befell.
    pub is_kin: bool,
    /// An event has it for its number.
    pub taken: bool,
}

pub(super) fn find(clause: &Clause<'_>) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut at = 0;
    while at < clause.tokens.len() {
        match Some(at).filter(|at| can_begin(clause, *at)).and_then(|at| read(clause, at)) {
            Some(quantity) => {
                at = quantity.number_end.max(at + 1);
                if let Some(before) = found.last_mut().filter(|before| before.head_end > quantity.start) {
                    before.head_end = quantity.start.max(before.number_end);
                    before.head = before.head.filter(|head| *head < before.head_end);
                }
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a quantity can begin at the token at all: a cheap test that most words fail.
fn can_begin(clause: &Clause<'_>, at: usize) -> bool {
    let (word, tagged) = (&clause.lower[at], &clause.tags[at]);
    let is_plain = || !tagged.owns && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    match clause.tokens[at].kind {
        TokenKind::Word => tagged.word.counts || !is_plain(),
        TokenKind::Number => true,
        // The sign of a currency.
        TokenKind::Mark => tagged.tag != Tag::Comma,
        _ => false,
    }
}

/// Tokens that a qualifier can take.
const QUALIFIER: usize = 4;

fn read(clause: &Clause<'_>, at: usize) -> Option<Quantity> {
    let end = (at + QUALIFIER).min(clause.lower.len());
    let words = &clause.lower[at..end];
    let qualified = quantities::qualifier_before(words).filter(|found| !is_about(clause, at, at + found.words)).and_then(|outer| {
        let inner = quantities::qualifier_before(&words[outer.words..]);
        let name = inner.filter(|_| outer.name.is_empty()).map_or(outer.name, |inner| inner.name);
        let used = outer.words + inner.map_or(0, |inner| inner.words);
        number(clause, at + used).map(|number| (Some(name).filter(|name| !name.is_empty()), used, number))
    });
    let (qualifier, used, number) = match qualified {
        Some((_, _, number)) if number.form == Form::Article => return None,
        Some(found) => found,
        None => (None, 0, number(clause, at)?),
    };
    Some(complete(clause, at, used, qualifier, number))
}

/// "A row over £90m sale": a preposition between a noun and a sum that only tells which single thing, so that it qualifies no number.
fn is_about(clause: &Clause<'_>, at: usize, begin: usize) -> bool {
    let tag = |at: usize| clause.tags.get(at).map(|tagged| tagged.tag);
    let before = (0..at).rev().find(|before| clause.tokens[*before].kind != TokenKind::Close && tag(*before) != Some(Tag::Quote));
    let is_after_noun = before.and_then(tag).is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Name));
    if !is_after_noun || begin != at + 1 || !closed::classes(clause.word(at)).has(Class::Preposition) {
        return false;
    }
    let Some(number) = number::quantity(clause.text, clause.tokens, clause.lower, begin) else { return false };
    let is_sum = number.mark.as_deref().and_then(quantities::unit).is_some_and(|unit| unit.measure == Measure::Money);
    let next = begin + number.tokens;
    let is_single = tag(next) == Some(Tag::Noun) && closed::classes(clause.word(next)).is_open() && !inflect::is_plural(clause.word(next));
    is_sum && is_single
}

fn number(clause: &Clause<'_>, at: usize) -> Option<Number> {
    let first = number::quantity(clause.text, clause.tokens, clause.lower, at)?;
    let is_word = |at: usize| clause.tokens[at].kind == TokenKind::Word;
    let before = at.checked_sub(1).filter(|before| is_word(at) && is_word(*before));
    let denied = before.is_some_and(|before| closed::classes(clause.word(before)).has(Class::Negation)) || is_age(clause, at);
    (!denied).then(|| ratio(clause, at, &first).unwrap_or_else(|| part(clause, at, first)))
}

/// "a man of 29": how old somebody is, and no number of anybody.
fn is_age(clause: &Clause<'_>, at: usize) -> bool {
    let Some(of) = at.checked_sub(1).filter(|of| is_partitive(clause, *of)) else { return false };
    of.checked_sub(1).is_some_and(|person| clause.has(person, Role::Person))
}

/// "1,200 of 3,000 workers", "30 of the 90 miners": what is counted is the part.
fn part(clause: &Clause<'_>, at: usize, first: Number) -> Number {
    let of = at + first.tokens;
    if first.form != Form::Exact || first.mark.is_some() || !is_partitive(clause, of) {
        return first;
    }
    let is_definite = closed::classes(clause.word(of + 1)).has(Class::Determiner);
    let next = of + 1 + usize::from(is_definite);
    // "nine of the promised 22 posts"
    let is_told = is_definite && clause.tags.get(next).is_some_and(|tagged| matches!(tagged.tag, Tag::Noun | Tag::Verb));
    let whole = |next: usize| {
        let whole = number::quantity(clause.text, clause.tokens, clause.lower, next)?;
        (whole.form == Form::Exact && whole.low > first.low).then_some((next, whole))
    };
    let found = whole(next).or_else(|| is_told.then(|| whole(next + 1)).flatten());
    found.map_or(first.clone(), |(next, whole)| Number { tokens: next + whole.tokens - at, ..first })
}

/// "one in five", "two out of 10": a share, and no count of anybody.
fn ratio(clause: &Clause<'_>, at: usize, first: &Number) -> Option<Number> {
    let between = at + first.tokens;
    let part = first.low.filter(|_| first.form == Form::Exact && first.mark.is_none() && quantities::is_ratio(clause.word(between)))?;
    let whole = number::quantity(clause.text, clause.tokens, clause.lower, between + 1)?;
    let of = whole.low.filter(|of| whole.form == Form::Exact && whole.mark.is_none() && *of > part)?;
    let is_counted = whole.tokens == 1 && closed::classes(clause.word(between + 2)).is_open() && !clause.word(between + 2).is_empty();
    is_counted.then(|| Number { tokens: first.tokens + 2, low: Some(part / of), high: None, form: Form::Share, mark: None })
}

fn complete(clause: &Clause<'_>, start: usize, used: usize, qualifier: Option<&'static str>, number: Number) -> Quantity {
    let mut end = start + used + number.tokens;
    let mut qualifier = qualifier.map(str::to_owned);
    if matches!(number.form, Form::Vague | Form::Every) {
        qualifier = Some(clause.lower[start..end].join(" "));
    }
    let tail = &clause.lower[end..(end + 2).min(clause.lower.len())];
    if let Some(found) = quantities::qualifier_after(tail) {
        qualifier = qualifier.or(Some(found.name.to_owned()));
        end += found.words;
    }
    let unit = unit(clause, &mut end, number.mark.as_deref());
    let (head, head_end) = noun_phrase(clause, end, unit.is_some());
    let is_owned = start.checked_sub(1).is_some_and(|before| is_owner(clause, before));
    let is_kin = is_owned && head.is_some_and(|head| quantities::is_relative(clause.word(head).trim_end_matches('s')));
    let determined = start.checked_sub(1).is_some_and(|before| {
        let classes = closed::classes(clause.word(before));
        classes.has(Class::Determiner) || classes.has(Class::Possessive)
    }) || clause.lower[start..start + used].iter().any(|word| closed::classes(word).has(Class::Determiner));
    Quantity {
        start,
        number_end: end,
        head_end,
        head,
        low: number.low,
        high: number.high,
        qualifier,
        form: number.form,
        unit,
        is_known: determined && number.low.is_some_and(|low| low <= 3.0) || number.low == Some(1.0),
        is_kin,
        taken: false,
    }
}

/// "her", "whose", "the baker's"
fn is_owner(clause: &Clause<'_>, at: usize) -> bool {
    let classes = closed::classes(clause.word(at));
    classes.has(Class::Possessive) || possessive::owns(clause.word(at))
}

/// The unit by the number's own mark or by the words after it; moves `end` past it.
fn unit(clause: &Clause<'_>, end: &mut usize, mark: Option<&str>) -> Option<Unit> {
    if let Some(unit) = mark.and_then(quantities::unit) {
        return Some(unit);
    }
    let hyphen = usize::from(clause.tokens.get(*end).is_some_and(|token| token.kind == TokenKind::Dash && !token.spaced));
    let first = *end + hyphen;
    let two = format!("{} {}", clause.word(first), clause.word(first + 1));
    let (unit, taken) = match quantities::unit(&two) {
        Some(unit) => (unit, 2),
        None => match quantities::unit(clause.word(first)) {
            Some(unit) => (unit, 1),
            None => (foreign(clause, first)?, 2),
        },
    };
    *end = first + taken;
    Some(unit)
}

/// "Tavaran dollars": a currency of a country, which is not the one that the bare word stands for.
fn foreign(clause: &Clause<'_>, at: usize) -> Option<Unit> {
    let is_capital = clause.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital);
    let (name, unit) = quantities::unit_as_written(clause.word(at + 1))?;
    (is_capital && unit.measure == Measure::Money).then_some(Unit { name, sense: name, ..unit })
}

/// Words that the noun phrase after a number can have.
const PHRASE: usize = 6;

/// The noun that is counted and the end of its phrase: "construction workers", "of the assailants", "others".
fn noun_phrase(clause: &Clause<'_>, begin: usize, has_unit: bool) -> (Option<usize>, usize) {
    let mut at = begin;
    let partitive = closed::classes(clause.word(at)).has(Class::Preposition) && is_partitive(clause, at);
    if partitive && !(has_unit && clause.word(at + 1).is_empty()) {
        at += 1;
        while [Class::Determiner, Class::Possessive, Class::Pronoun].iter().any(|class| closed::classes(clause.word(at)).has(*class)) {
            at += 1;
        }
    }
    let first = at;
    let mut noun = None;
    while at < clause.tokens.len() && at < first + PHRASE {
        let token = clause.tokens[at];
        let word = clause.word(at);
        let is_phrase_word = token.kind == TokenKind::Word
            && (closed::classes(word).is_open() || clause.has(at, Role::People))
            && (at == first || casualties::events(&clause.lower[at..]).next().is_none() || clause.has(at, Role::People));
        if !is_phrase_word || at == first && casualties::events(&clause.lower[at..]).next().is_some() {
            break;
        }
        noun = Some(at);
        at += 1;
        if clause.has(at - 1, Role::People) && !clause.has(at, Role::People) {
            break;
        }
    }
    match noun {
        Some(last) => {
            let head = head(clause, first, last);
            (Some(head), head + 1)
        }
        None => (None, begin),
    }
}

/// The head among the words from `first` to `last`: the first plural (of several in a row the last), else the last that is no verb form.
fn head(clause: &Clause<'_>, first: usize, last: usize) -> usize {
    let is_plural = |at: usize| {
        let word = clause.word(at);
        clause.has(at, Role::People) || word.len() > 3 && inflect::is_plural(word) && !possessive::owns(word)
    };
    let Some(plural) = (first..=last).find(|at| is_plural(*at)) else {
        let is_form = |at: usize| ["ed", "ing", "ly"].iter().any(|ending| clause.word(at).ends_with(ending));
        return (first..=last).rev().find(|at| !is_form(*at)).unwrap_or(last);
    };
    (plural..=last).take_while(|at| is_plural(*at)).last().unwrap_or(plural)
}

/// "of" after a number: the data's one preposition of parts.
fn is_partitive(clause: &Clause<'_>, at: usize) -> bool {
    quantities::is_partitive(clause.word(at))
}
