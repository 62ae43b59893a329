//! Numbers with qualifier, scale, range and unit.

use super::mention::{Mention, Passage, Sort};
use crate::lexicon::amounts::{self, NumberWord};
use crate::text::TokenKind;

/// A number's value, what it counts by its own marks, and where it ends.
struct Core {
    value: Option<f64>,
    unit: String,
    is_ordinal: bool,
    end: usize,
}

/// Reads a number at `at`, the qualifier before it included, which begins at `at`.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize) -> Option<(Mention, usize)> {
    let (start, name) = qualifier(passage, at);
    let first = core(passage, start)?;
    if start > at && first.value.is_none() {
        return None;
    }
    let second = range(passage, first.end);
    let mut end = second.as_ref().map_or(first.end, |core| core.end);
    let mut unit = second.as_ref().map_or(&first.unit, |core| if core.unit.is_empty() { &first.unit } else { &core.unit }).clone();
    if let Some((found, after)) = unit_after(passage, end) {
        unit = found.to_owned();
        end = after;
    }
    let value = |core: &Core| core.value.map_or_else(|| passage.lower(core.end - 1).to_owned(), |value| value.to_string());
    let mut key = format!("{name}|{}", value(&first));
    if let Some(second) = &second {
        key = format!("{key}–{}", value(second));
    }
    if first.is_ordinal {
        key.push_str("th");
    }
    let mut mention = passage.mention(Sort::Number, at..end, format!("{key}|{unit}"));
    mention.counted = if unit.is_empty() { passage.lower(end).to_owned() } else { unit };
    Some((mention, end))
}

/// Words that a qualifier can have.
const QUALIFIER: usize = 4;

/// Where the number behind the qualifier that begins at `at` begins, and the qualifier's name; `at` and "" for none.
fn qualifier(passage: &Passage<'_, '_>, at: usize) -> (usize, &'static str) {
    for length in (1..=QUALIFIER).rev() {
        let words: Vec<&str> = (at..at + length).map(|at| passage.lower(at)).collect();
        if let Some((found, name)) = amounts::qualifier(&words).filter(|(found, _)| *found == length) {
            let mut start = at + found;
            // "over about 50": the second qualifies no less, but one is enough to tell a change.
            if amounts::qualifier(&[passage.lower(start)]).is_some() {
                start += 1;
            }
            return (start, name);
        }
    }
    (at, "")
}

fn core(passage: &Passage<'_, '_>, at: usize) -> Option<Core> {
    let word = passage.word(at)?;
    match word.token.kind {
        TokenKind::Number => {
            let read = amounts::digits(passage.form(at));
            let (value, unit, is_ordinal) = match read {
                Some(read) => (Some(read.value), read.unit.to_owned(), read.is_ordinal),
                None => (None, String::new(), false),
            };
            Some(scaled(passage, Core { value, unit, is_ordinal, end: at + 1 }))
        }
        TokenKind::Word => in_words(passage, at),
        _ => None,
    }
}

/// Multiplies by the scales that follow.
fn scaled(passage: &Passage<'_, '_>, mut core: Core) -> Core {
    while let (Some(value), Some(NumberWord::Scale(scale))) = (core.value, amounts::word(passage.lower(core.end))) {
        core.value = Some(value * scale);
        core.end += 1;
    }
    core
}

/// "twenty-five", "two hundred and six", "a dozen", "third", "dozens".
fn in_words(passage: &Passage<'_, '_>, at: usize) -> Option<Core> {
    let (mut total, mut part) = (0.0, None::<f64>);
    let mut end = at;
    // "a dozen": the article is a one only before a scale.
    if let (true, Some(NumberWord::Scale(_))) =
        (matches!(passage.lower(at).len(), 1 | 2) && is_article(passage, at), amounts::word(passage.lower(at + 1)))
    {
        part = Some(1.0);
        end = at + 1;
    }
    loop {
        let joined = end > at && total + part.unwrap_or(0.0) >= HUNDRED && is_and(passage, end);
        let next = if joined { end + 1 } else { end };
        match value_of(passage.lower(next)) {
            Some(NumberWord::Cardinal(value)) => part = Some(part.unwrap_or(0.0) + value),
            Some(NumberWord::Scale(scale)) if part.is_some() && !joined => {
                let value = part.unwrap_or(1.0) * scale;
                (total, part) = if scale > HUNDRED { (total + value, Some(0.0)) } else { (total, Some(value)) };
            }
            Some(NumberWord::Ordinal(value)) if end == at => {
                return Some(Core { value: Some(value), unit: String::new(), is_ordinal: true, end: at + 1 });
            }
            Some(NumberWord::Vague) if end == at => return Some(Core { value: None, unit: String::new(), is_ordinal: false, end: at + 1 }),
            _ => break,
        }
        end = next + 1;
    }
    part.filter(|_| end > at).map(|part| Core { value: Some(total + part), unit: String::new(), is_ordinal: false, end })
}

const HUNDRED: f64 = 100.0;

fn is_article(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.classes.has(crate::lexicon::closed::Class::Determiner))
}

fn is_and(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.classes.has(crate::lexicon::closed::Class::Conjunction))
        && matches!(value_of(passage.lower(at + 1)), Some(NumberWord::Cardinal(_)))
}

fn value_of(word: &str) -> Option<NumberWord> {
    amounts::word(word).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        match (amounts::word(tens)?, amounts::word(ones)?) {
            (NumberWord::Cardinal(tens), NumberWord::Cardinal(ones)) => Some(NumberWord::Cardinal(tens + ones)),
            (NumberWord::Cardinal(tens), NumberWord::Ordinal(ones)) => Some(NumberWord::Ordinal(tens + ones)),
            _ => None,
        }
    })
}

/// The upper end of a range: a dash without spaces, or "to", and a number.
fn range(passage: &Passage<'_, '_>, at: usize) -> Option<Core> {
    let word = passage.word(at)?;
    let dash = word.token.kind == TokenKind::Dash && !word.token.spaced;
    let joins = dash || word.wording.range;
    let core = joins.then(|| core(passage, at + 1))??;
    core.value.is_some().then_some(core)
}

/// A unit at `at`, or behind a hyphen there, and where it ends.
fn unit_after(passage: &Passage<'_, '_>, at: usize) -> Option<(&'static str, usize)> {
    let hyphen = passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Dash && !word.token.spaced);
    let begin = if hyphen { at + 1 } else { at };
    for length in [2, 1] {
        let words: Vec<&str> = (begin..begin + length).map(|at| passage.lower(at)).collect();
        let joined = words.join(" ");
        let head = joined.split('-').next().unwrap_or_default();
        if let Some(name) = amounts::unit(&joined).or_else(|| amounts::unit(head)) {
            return Some((name, begin + length));
        }
    }
    None
}
