//! Names and the titles before them, by their capitals.

use super::mention::{Mention, Passage, Sort, Word};
use crate::lexicon::actors::gender_of_name;
use crate::lexicon::closed::Class;
use crate::lexicon::numbers;
use crate::lexicon::wording::{has_common_ending, wording};
use crate::lexicon::words::is_particle;
use crate::text::{TokenKind, possessive, possessive::bare};

/// Reads a title, a name, or both at `at`; gives where they end.
pub(super) fn read(passage: &Passage<'_, '_>, at: usize, out: &mut Vec<Mention>) -> Option<usize> {
    let after_title = title(passage, at);
    if let Some(end) = after_title {
        out.push(passage.mention(Sort::Title, at..end, key(passage, at, end)));
    }
    let start = after_title.unwrap_or(at);
    let Some(end) = name(passage, start) else { return after_title };
    if after_title.is_none()
        && let Some(split) = office_inside(passage, start, end)
    {
        out.push(passage.mention(Sort::Title, start..split, key(passage, start, split)));
        out.push(passage.mention(Sort::Name, split..end, key(passage, split, end)));
        return Some(end);
    }
    let mut mention = passage.mention(Sort::Name, start..end, key(passage, start, end));
    mention.is_place = after_title.is_none() && (follows_place_word(passage, start) || follows_place(passage, start, out));
    out.push(mention);
    Some(end)
}

/// Where the name begins in "Housing Minister Rashid Kane": behind an office that is not first.
fn office_inside(passage: &Passage<'_, '_>, start: usize, end: usize) -> Option<usize> {
    let is_given = gender_of_name(passage.form(start)).is_some();
    let office = (start + 1..end.saturating_sub(1)).rev().find(|at| passage.words[*at].wording.title)?;
    let split = skip_stop(passage, office + 1);
    (!is_given && split < end && passage.words[split].token.capital && passage.words[split].token.kind == TokenKind::Word).then_some(split)
}

/// "in Oslo", "to the North"
fn follows_place_word(passage: &Passage<'_, '_>, start: usize) -> bool {
    let before = |at: usize| at.checked_sub(1).map(|before| &passage.words[before]);
    let article = before(start).is_some_and(|word| word.classes.has(Class::Determiner));
    let at = if article { start - 1 } else { start };
    let of_site = || at > 1 && passage.words[at - 1].wording.joint && passage.words[at - 2].wording.site;
    before(at).is_some_and(|word| word.wording.place) || of_site()
}

/// "Perth, Scotland": stands behind a place and a comma.
fn follows_place(passage: &Passage<'_, '_>, start: usize, before: &[Mention]) -> bool {
    let is_comma = start > 1 && passage.form(start - 1) == ",";
    is_comma
        && before.last().is_some_and(|place| place.sort == Sort::Name && place.is_place && place.tokens.end + 1 == passage.first + start)
}

fn key(passage: &Passage<'_, '_>, start: usize, end: usize) -> String {
    let words = (start..end).filter(|at| passage.words[*at].token.is_wordlike()).map(|at| bare(passage.lower(at)));
    // `U.S.` is `US`.
    let in_full = |word: String| wording(&word).title_in_full.map_or(word, str::to_owned);
    words.map(|word| in_full(word.replace('.', ""))).collect::<Vec<_>>().join(" ")
}

/// Ranks and titles in a row: "Lt. Gen.", "Deputy Prime Minister", "defence minister".
fn title(passage: &Passage<'_, '_>, at: usize) -> Option<usize> {
    let mut next = at;
    let mut end = None;
    while let Some(word) = passage.word(next).filter(|word| word.token.kind == TokenKind::Word) {
        if word.wording.title {
            end = Some(skip_stop(passage, next + 1));
        } else if !word.wording.rank {
            break;
        }
        next = skip_stop(passage, next + 1);
    }
    // In lower case a title is one only before a name or behind a rank.
    end.filter(|end| {
        let capital = passage.words[at].token.capital;
        let ranked = passage.words[at].wording.rank && (!passage.words[at].wording.title || *end > at + 1);
        ranked || name(passage, *end).is_some() || (capital && !begins_sentence(passage, at))
    })
}

/// The stop of an abbreviation belongs to it.
fn skip_stop(passage: &Passage<'_, '_>, at: usize) -> usize {
    let stops = passage.word(at).is_some_and(|word| word.token.kind == TokenKind::Stop && !word.token.spaced && word.token.span.len() == 1);
    if stops && passage.word(at + 1).is_some() { at + 1 } else { at }
}

fn name(passage: &Passage<'_, '_>, at: usize) -> Option<usize> {
    let mut end = at;
    let mut next = at;
    while is_part(passage, next) || (next == at && can_begin(passage, next)) {
        end = next + 1;
        let initial = passage.form(next).chars().count() == 1;
        next = if initial { skip_stop(passage, end) } else { end };
        let possessive = possessive::owns(passage.lower(end - 1));
        if possessive || next == at {
            break;
        }
        let mut ahead = next;
        while passage.word(ahead).is_some_and(|word| (is_particle(&word.lower) || word.wording.joint) && word.token.spaced)
            && ahead < next + 2
        {
            ahead += 1;
        }
        if ahead > next && is_part(passage, ahead) {
            next = ahead;
        }
    }
    (end > at).then_some(end)
}

/// A capitalised word that is no function word and no part of a date.
fn is_part(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| {
        let capital = word.token.kind == TokenKind::Word && has_capital(passage, at) && (word.token.spaced || at == 0);
        capital
            && !word.classes.has(Class::Calendar)
            && (word.classes.is_open() || is_shouted(passage.form(at)))
            && !begins_sentence(passage, at)
    })
}

/// Oslo, al-Shifa
fn has_capital(passage: &Passage<'_, '_>, at: usize) -> bool {
    let behind_particle = || {
        let (first, rest) = passage.form(at).split_once(['-', '‑', '‐'])?;
        Some(is_particle(first) && rest.starts_with(char::is_uppercase))
    };
    passage.words[at].token.capital || behind_particle() == Some(true)
}

/// `US`, `UN`, `IT`: in capitals throughout, so no function word.
fn is_shouted(form: &str) -> bool {
    form.len() > 1 && form.chars().all(|letter| !letter.is_lowercase())
}

/// At the head of a sentence a word is a name if it is one elsewhere, or if it is not alone.
fn can_begin(passage: &Passage<'_, '_>, at: usize) -> bool {
    passage.word(at).is_some_and(|word| {
        let capital = word.token.kind == TokenKind::Word && word.token.capital && word.classes.is_open();
        let stands = || {
            is_shouted(passage.form(at))
                || (!passage.is_headline && (looks_proper(word) || is_known(passage, at)) && !passage.known.is_common(bare(&word.lower)))
                || passage.known.is_name(bare(&word.lower))
                || (!passage.is_headline && is_part(passage, at + 1))
        };
        capital && begins_sentence(passage, at) && stands()
    })
}

/// Brussels, Algiers: a state, a capital or another name that the tables have.
fn is_known(passage: &Passage<'_, '_>, at: usize) -> bool {
    let form = passage.form(at);
    has_common_ending(bare(passage.lower(at))) && passage.known.world.get(bare(form)).is_some()
}

/// A common noun seldom stands at the head of a sentence without an article but in the plural or with an ending of its own.
fn looks_proper(word: &Word) -> bool {
    let bare = bare(&word.lower);
    let other = wording(bare);
    let says_more = other.hedge || other.title || other.rank || other.moment || other.stance.is_some() || other.body.is_some();
    let is_common = other.common || other.plural || other.period;
    !says_more && !is_common && !numbers::is_number_word(bare) && !has_common_ending(bare)
}

/// The capital may be owed to its place alone.
fn begins_sentence(passage: &Passage<'_, '_>, at: usize) -> bool {
    if passage.is_headline {
        return !passage.known.is_name(bare(passage.lower(at)));
    }
    at == 0
        || matches!(passage.words[at - 1].token.kind, TokenKind::Stop | TokenKind::Quote | TokenKind::Open)
            && !after_initial(passage, at - 1)
        || {
            let before = passage.words[at - 1].token;
            !before.is_wordlike() && passage.form(at - 1) == ":"
        }
}

/// The stop before belongs to a title or an initial.
fn after_initial(passage: &Passage<'_, '_>, stop: usize) -> bool {
    stop.checked_sub(1).is_some_and(|before| passage.words[before].wording.title || passage.form(before).chars().count() == 1)
}
