//! Numbers in words: cardinals, fractions, vague amounts and what an article before them makes of them.

use crate::lexicon::closed::{self, Class};
use crate::lexicon::numbers::{self, NumberWord as Use};

use super::{Form, Number, Words};

/// "forty-five", "two hundred and six", "half a million", "a dozen", "two thirds", "dozens".
pub(super) fn spelt(words: &Words<'_>, at: usize) -> Option<Number> {
    let exact = |tokens, value| Number { tokens, low: Some(value), high: None, form: Form::Exact, mark: None };
    let share = |tokens, value| Number { tokens, low: Some(value), high: None, form: Form::Share, mark: None };
    let fraction = |at| words.value(at, |used| if let Use::Fraction(value) = used { Some(value) } else { None });
    let uses = words.uses(at);
    let first = uses.iter().find_map(|used| if let Use::Fraction(value) = used { Some(*value) } else { None });
    if let Some(half) = first {
        let article = usize::from(words.is(at + 1, |used| used == Use::Article));
        if let Some(scale) = words.scale(at + 1 + article) {
            return Some(exact(2 + article, half * scale));
        }
        if half == 0.5 {
            return Some(share(1, half));
        }
    }
    let ordinal = |used| if let Use::Ordinal(value) = used { Some((value, Form::Ordinal)) } else { None };
    let both = |used| if let Use::Both(value) = used { Some((value, Form::Both)) } else { None };
    let known = uses.iter().find_map(|used| ordinal(*used).or_else(|| both(*used)));
    if let Some((value, form)) = known {
        return Some(Number { tokens: 1, low: Some(value), high: None, form, mark: None });
    }
    if uses.contains(&Use::Article) {
        return Some(after_article(words, at));
    }
    if uses.contains(&Use::Vague) {
        return Some(vague(words, at, at + 1));
    }
    if uses.contains(&Use::Every) {
        return Some(Number { tokens: 1, low: None, high: None, form: Form::Every, mark: None });
    }
    if let Some((top, bottom)) = words.lower(at).split_once('-').map(|(top, bottom)| (top.to_owned(), bottom.to_owned())) {
        return hyphened(words, at, &top, &bottom);
    }
    let (value, used) = cardinal(words, at)?;
    if let Some((last, form)) = words.value(at + used, ordinal).filter(|(last, _)| used == 1 && value >= 20.0 && *last < 10.0) {
        return Some(Number { tokens: 2, low: Some(value + last), high: None, form, mark: None });
    }
    if let Some(part) = fraction(at + used).filter(|_| value < 10.0) {
        let of = scale_after(words, at + used + 1);
        return Some(of.map_or(share(used + 1, value * part), |(more, scale)| exact(used + 1 + more, value * part * scale)));
    }
    Some(exact(used, value))
}

fn after_article(words: &Words<'_>, at: usize) -> Number {
    let number = |tokens, low, form| Number { tokens, low, high: None, form, mark: None };
    if words.uses(at + 1).is_empty() {
        return number(1, Some(1.0), Form::Article);
    }
    if let Some(scale) = words.scale(at + 1) {
        return number(2, Some(scale), Form::Exact);
    }
    if words.is(at + 1, |used| used == Use::Vague) {
        return vague(words, at, at + 2);
    }
    let of_follows = closed::classes(words.raw(at + 2)).has(Class::Preposition);
    let pair = words.value(at + 1, |used| if let Use::Pair(value) = used { Some(value) } else { None });
    if let Some(value) = pair.filter(|_| of_follows) {
        return number(3, Some(value), Form::Exact);
    }
    let part = words.value(at + 1, |used| if let Use::Fraction(value) = used { Some(value) } else { None });
    if let Some(value) = part.filter(|_| of_follows) {
        let of = scale_after(words, at + 2);
        return of.map_or(number(2, Some(value), Form::Share), |(more, scale)| number(2 + more, Some(value * scale), Form::Exact));
    }
    number(1, Some(1.0), Form::Article)
}

/// "of a million" after a fraction: how many tokens, and the scale.
fn scale_after(words: &Words<'_>, at: usize) -> Option<(usize, f64)> {
    let of = closed::classes(words.raw(at)).has(Class::Preposition) && words.is(at + 1, |used| used == Use::Article);
    words.scale(at + 2).filter(|_| of).map(|scale| (3, scale))
}

/// "dozens", "several hundred", "hundreds of thousands".
fn vague(words: &Words<'_>, at: usize, mut end: usize) -> Number {
    loop {
        let of = usize::from(closed::classes(words.raw(end)).has(Class::Preposition));
        let more = words.scale(end).is_some() || of == 1 && words.is(end + 1, |used| used == Use::Vague);
        if !more {
            break;
        }
        end += 1 + of;
    }
    Number { tokens: end - at, low: None, high: None, form: Form::Vague, mark: None }
}

fn hyphened(words: &Words<'_>, at: usize, top: &str, bottom: &str) -> Option<Number> {
    let of = |word: &str, pick: fn(Use) -> Option<f64>| numbers::uses(word).iter().find_map(|used| pick(*used));
    let cardinal = |used| if let Use::Cardinal(value) = used { Some(value) } else { None };
    let tens = |used| if let Use::Tens(value) = used { Some(value) } else { None };
    let fraction = |used| if let Use::Fraction(value) = used { Some(value) } else { None };
    let scale = |used| if let Use::Scale(value) = used { Some(value) } else { None };
    let ordinal = |used| if let Use::Ordinal(value) = used { Some(value) } else { None };
    let number = |low, form| Some(Number { tokens: 1, low: Some(low), high: None, form, mark: None });
    if let (Some(left), Some(right)) = (of(top, tens), of(bottom, cardinal)) {
        let scale = words.scale(at + 1);
        return Some(Number {
            tokens: 1 + usize::from(scale.is_some()),
            low: Some((left + right) * scale.unwrap_or(1.0)),
            high: None,
            form: Form::Exact,
            mark: None,
        });
    }
    if let (Some(left), Some(right)) = (of(top, tens), of(bottom, ordinal)) {
        return number(left + right, Form::Ordinal);
    }
    if let (Some(left), Some(right)) = (of(top, cardinal), of(bottom, fraction)) {
        return number(left * right, Form::Share);
    }
    let left = of(top, fraction).or_else(|| of(top, cardinal))?;
    number(left * of(bottom, scale)?, Form::Exact)
}

/// A number in words and how many tokens it takes: "six", "two hundred and six thousand".
fn cardinal(words: &Words<'_>, at: usize) -> Option<(f64, usize)> {
    let small = |at: usize| {
        words.value(at, |used| match used {
            Use::Cardinal(value) | Use::Tens(value) => Some(value),
            _ => None,
        })
    };
    let mut total = small(at)?;
    let mut end = at + 1;
    if let Some(more) = small(end).filter(|more| total >= 20.0 && *more < 10.0) {
        total += more;
        end += 1;
    }
    while let Some(scale) = words.scale(end) {
        total *= scale;
        end += 1;
        let and = usize::from(closed::classes(words.raw(end)).has(Class::Conjunction));
        if let Some(more) = small(end + and).filter(|more| *more < scale && (and == 0 || scale <= 1000.0)) {
            let unfinished = words.scale(end + and + 1).is_some();
            if !unfinished || and == 0 {
                total += more;
                end += and + 1;
            }
        }
    }
    Some((total, end - at))
}
