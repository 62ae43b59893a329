//! Days, months, years and times of day.

use super::mention::{Mention, Passage, Sort, Word};
use crate::lexicon::clock;
use crate::lexicon::closed::{Class, classes};
use crate::lexicon::inflect;
use crate::lexicon::numbers;
use crate::lexicon::wording::wording;
use crate::text::{TokenKind, possessive::bare};

/// A piece of a date, as its key has it.
enum Piece {
    /// Weekday or month: its first three letters.
    Calendar(String),
    /// 1 to 31
    Day(u32),
    Year(u32),
    /// 14:05
    Time(String),
    /// today
    Moment(String),
}

/// Reads a date that begins at `at`.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize) -> Option<(Mention, usize)> {
    let mut pieces = Vec::new();
    // "late 1970s", "early Monday"
    let part = passage.words[at].wording.part && piece(passage, at + 1).is_some();
    let mut end = at + usize::from(part);
    let mut next = end;
    while let Some(piece) = piece(passage, next) {
        pieces.push(piece);
        end = next + 1;
        next = after_joiner(passage, end);
    }
    let tells = |piece: &Piece| match piece {
        Piece::Calendar(_) | Piece::Time(_) | Piece::Moment(_) => true,
        Piece::Year(_) => pieces.len() == 1,
        Piece::Day(_) => false,
    };
    if !pieces.iter().any(tells) {
        return spell(passage, at);
    }
    // "3:30 p.m.": the half of the day belongs to the time.
    if let Some(Piece::Time(time)) = pieces.last_mut().filter(|_| is_half_of_day(passage, end)) {
        *time = clock::time(time, passage.lower(end));
        end += 1;
    }
    let mut parts: Vec<String> = pieces.iter().map(Piece::key).collect();
    if part {
        parts.push(passage.lower(at).to_owned());
    }
    parts.sort();
    let is_clock = pieces.iter().any(|piece| matches!(piece, Piece::Time(_)));
    let counted = if is_clock { "hour" } else { "day" }.to_owned();
    Some((Mention { counted, ..passage.mention(Sort::Date, at..end, parts.join(" ")) }, end))
}

/// "spring", "evening": tells a time only where another took its place.
fn spell(passage: &Passage<'_, '_>, at: usize) -> Option<(Mention, usize)> {
    let word = passage.word(at).filter(|word| word.wording.spell && word.token.kind == TokenKind::Word)?;
    let mention = passage.mention(Sort::Date, at..at + 1, bare(&word.lower).to_owned());
    Some((Mention { leans: true, counted: "spell".to_owned(), ..mention }, at + 1))
}

impl Piece {
    fn key(&self) -> String {
        match self {
            Piece::Calendar(name) => format!("c{name}"),
            Piece::Day(day) => format!("d{day}"),
            Piece::Year(year) => format!("y{year}"),
            Piece::Time(time) => format!("t{time}"),
            Piece::Moment(word) => word.clone(),
        }
    }
}

fn piece(passage: &Passage<'_, '_>, at: usize) -> Option<Piece> {
    let word = passage.word(at)?;
    if word.classes.has(Class::Calendar) && word.token.capital && is_date_here(passage, at) {
        return Some(Piece::Calendar(word.lower.chars().take(3).collect()));
    }
    if word.wording.moment || is_deictic(passage, at) || word.wording.period && at > 0 && is_deictic(passage, at - 1) {
        return Some(Piece::Moment(bare(&word.lower).to_owned()));
    }
    if let Some(key) = hyphened(passage, at) {
        return Some(Piece::Moment(key));
    }
    if word.token.kind != TokenKind::Number {
        return None;
    }
    let form = bare(&word.lower);
    if is_decade(form) {
        return Some(Piece::Moment(form.to_owned()));
    }
    if let Some(time) = time(passage, at, form) {
        return Some(Piece::Time(time));
    }
    let digits = form.trim_end_matches(|letter: char| letter.is_alphabetic());
    let value: u32 = digits.parse().ok()?;
    let bare = digits.len() == form.len();
    match digits.len() {
        4 if bare && numbers::year(form).is_some() && !counts(passage, at) => Some(Piece::Year(value)),
        1 | 2 if (1..=31).contains(&value) && beside_month(passage, at) => Some(Piece::Day(value)),
        _ => None,
    }
}

/// 2:30, 6am, 9.30 p.m.
fn time(passage: &Passage<'_, '_>, at: usize, form: &str) -> Option<String> {
    let (digits, half) = form.split_at(form.find(char::is_alphabetic).unwrap_or(form.len()));
    let is_clocked = if half.is_empty() { is_half_of_day(passage, at + 1) } else { wording(half).clock };
    let is_clock = digits.split([':', '.']).all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    // "3:1" is a ratio.
    let has_minutes = digits.split_once(':').is_some_and(|(_, minutes)| minutes.len() == 2);
    let tells = is_clocked || half.is_empty() && has_minutes;
    (is_clock && tells).then(|| clock::time(digits, half))
}

/// "mid-April", "mid-1990s"
fn hyphened(passage: &Passage<'_, '_>, at: usize) -> Option<String> {
    let (part, rest) = passage.lower(at).split_once('-')?;
    let is_month =
        || classes(rest).has(Class::Calendar) && passage.form(at)[part.len()..].trim_start_matches('-').starts_with(char::is_uppercase);
    let key = if is_decade(rest) { rest.to_owned() } else { format!("c{}", rest.chars().take(3).collect::<String>()) };
    (wording(part).part && (is_decade(rest) || is_month())).then(|| format!("{key} {part}"))
}

/// "last" in "last week", "next" in "next Monday".
fn is_deictic(passage: &Passage<'_, '_>, at: usize) -> bool {
    let is_time = |word: &Word| word.wording.period || word.classes.has(Class::Calendar) && word.token.capital;
    passage.words[at].wording.deictic && passage.word(at + 1).is_some_and(is_time)
}

/// 1990s, '90s
fn is_decade(form: &str) -> bool {
    let digits = form.strip_suffix('s').map_or("", |digits| digits.trim_start_matches('\''));
    match digits.parse::<u32>() {
        Ok(year) if digits.len() == 4 => numbers::year(digits).is_some() && year % 10 == 0,
        Ok(year) => digits.len() == 2 && form.starts_with('\'') && year % 10 == 0,
        Err(_) => false,
    }
}

/// A lower-case word that is no function word follows: "2,000 people", "1984 boxes".
fn counts(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at + 1).is_some_and(|next| {
        next.token.kind == TokenKind::Word && !next.token.capital && next.classes.is_open() && inflect::can_be_plural(&next.lower)
    })
}

fn is_half_of_day(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.wording.clock)
}

/// A month stands next to it, perhaps with "of" between.
fn beside_month(passage: &Passage<'_, '_>, at: usize) -> bool {
    let is_month = |at: usize| passage.word(at).is_some_and(|word| word.classes.has(Class::Calendar) && word.token.capital);
    let before = (1..=2).filter_map(|back| at.checked_sub(back)).take_while(|before| *before + 1 == at || is_stop(passage, *before + 1));
    before.into_iter().any(is_month) || is_month(after_joiner(passage, at + 1))
}

fn is_stop(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Stop && !word.token.spaced)
}

/// What else the word means ("may", "march", "sat") is ruled out by a number or a preposition beside it.
fn is_date_here(passage: &Passage<'_, '_>, at: usize) -> bool {
    let word = &passage.words[at];
    let is_number = |at: Option<usize>| at.and_then(|at| passage.word(at)).is_some_and(|word| word.token.kind == TokenKind::Number);
    let preposition = || {
        at.checked_sub(1)
            .is_some_and(|before| passage.words[before].classes.has(Class::Preposition) || passage.words[before].classes.has(Class::Adverb))
    };
    let ambiguous = word.classes.has(Class::Modal) || at == 0 && word.lower.len() <= AMBIGUOUS;
    !ambiguous || is_number(Some(after_joiner(passage, at + 1))) || is_number(at.checked_sub(1)) || preposition()
}

/// Letters of the longest word that is also something else at the head of a sentence (March).
const AMBIGUOUS: usize = 5;

/// Skips a comma, the stop of an abbreviation, "of" and "the" between two pieces.
fn after_joiner(passage: &Passage<'_, '_>, at: usize) -> usize {
    let mut at = at;
    for _ in 0..2 {
        let Some(word) = passage.word(at) else { break };
        let joins = match word.token.kind {
            TokenKind::Stop | TokenKind::Mark => !word.token.spaced && word.token.span.len() == 1,
            TokenKind::Word => (wording(&word.lower).joint || word.classes.has(Class::Determiner)) && word.lower.len() <= 3,
            _ => false,
        };
        if !joins {
            break;
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::diff::{compare, facts};
    use crate::text::Document;

    #[test]
    fn an_hour_in_another_place_is_not_what_a_day_became() {
        let found = |old: &str, new: &str| -> Vec<(Option<String>, Option<String>)> {
            let (from, to) = (Document::new(old), Document::new(new));
            let facts = facts(&from, &to, &compare(&from, &to));
            facts
                .iter()
                .map(|fact| (fact.old.map(|span| from.slice(span).to_owned()), fact.new.map(|span| to.slice(span).to_owned())))
                .collect()
        };
        let (gone, come) = ((Some("last month".to_owned()), None), (None, Some("2 a.m.".to_owned())));
        let told =
            found("The truce of last month held along the river in the hills.", "The truce held along the river in the hills until 2 a.m.");
        assert_eq!(told, [gone, come]);
        let told = found("The truce of last month held along the river.", "The truce held along the river until last year.");
        assert_eq!(told, [(Some("last month".to_owned()), Some("last year".to_owned()))]);
    }
}
