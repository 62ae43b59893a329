//! A figure, a date or a name that went with its sentence and came back as another in the sentence that took its place.
//!
//! Such sentences share too few words to be one, so only what says the same sort of thing is compared: a number of the same noun or
//! unit; a date where each side has just one; names with a word in common, or the one name on each side that the other text does not
//! have at all. Known failure: of two numbers of one noun the first is taken.

use super::mention::{Known, Mention, Passage, Sort};
use super::{Fact, FactKind};
use crate::diff::{Link, LinkKind};
use crate::lexicon::closed;
use crate::text::Document;

/// Sentences of one place that are looked at on either side.
const SENTENCES: usize = 6;

/// Numbers and dates that are looked at on either side.
const MENTIONS: usize = 100;

/// Appends the facts of removed sentences that stand beside added ones.
pub(super) fn facts(documents: (&Document<'_>, &Document<'_>), links: &[Link], known: &Known<'_>, out: &mut Vec<Fact>) {
    let is_alone = |link: &Link| matches!(link.kind, LinkKind::Added | LinkKind::Removed) && !link.furniture;
    for run in links.chunk_by(|left, right| is_alone(left) && is_alone(right)).filter(|run| run.len() > 1) {
        let side = |document, kind, sentences: fn(&Link) -> &[usize]| -> Vec<Mention> {
            let sentences = run.iter().filter(|link| link.kind == kind).take(SENTENCES).flat_map(sentences);
            sentences.flat_map(|at| mentions(document, *at, known)).take(MENTIONS).collect()
        };
        let old = side(documents.0, LinkKind::Removed, |link| &link.from);
        let new = side(documents.1, LinkKind::Added, |link| &link.to);
        compare(&old, &new, known, out);
    }
}

fn mentions(document: &Document<'_>, sentence: usize, known: &Known<'_>) -> Vec<Mention> {
    let found = Passage::new(document, document.token_range(sentence), known).mentions();
    found.into_iter().filter(|mention| matches!(mention.sort, Sort::Number | Sort::Date | Sort::Name)).collect()
}

fn compare(old: &[Mention], new: &[Mention], known: &Known<'_>, out: &mut Vec<Fact>) {
    let mut used = vec![false; new.len()];
    let dates = |side: &[Mention]| side.iter().filter(|mention| mention.sort == Sort::Date).count();
    let one_date = dates(old) == 1 && dates(new) == 1;
    let foreign = |side: &[Mention]| side.iter().filter(|mention| mention.sort == Sort::Name && !known.is_in_both(&mention.key)).count();
    let one_name = foreign(old) == 1 && foreign(new) == 1;
    for before in old {
        let fits = |after: &Mention| match before.sort {
            _ if after.sort != before.sort => false,
            Sort::Number => counts_something(before) && before.counted == after.counted,
            Sort::Date => one_date,
            _ => is_respelt(before, after) || one_name && is_new(before, after, known),
        };
        let same = |at: &usize| !used[*at] && new[*at].sort == before.sort && new[*at].key == before.key;
        let found = (0..new.len()).find(same).or_else(|| (0..new.len()).find(|at| !used[*at] && fits(&new[*at])));
        let Some(at) = found else { continue };
        used[at] = true;
        if new[at].key != before.key {
            out.push(Fact { kind: kind(before, &new[at]), old: Some(before.span), new: Some(new[at].span) });
        }
    }
}

fn kind(old: &Mention, new: &Mention) -> FactKind {
    match old.sort {
        Sort::Number => FactKind::Number,
        Sort::Date => FactKind::Date,
        _ if old.is_place && new.is_place => FactKind::Place,
        _ => FactKind::Name,
    }
}

/// "Karim Olsen", "Karin Olsen": as many words, some of them the same.
fn is_respelt(old: &Mention, new: &Mention) -> bool {
    let words = |mention: &Mention| mention.key.split(' ').count();
    words(old) == words(new) && old.key.split(' ').zip(new.key.split(' ')).any(|(left, right)| left == right)
}

/// Neither name is in the other text, and both are places or both are not.
fn is_new(old: &Mention, new: &Mention, known: &Known<'_>) -> bool {
    old.is_place == new.is_place && !known.is_in_both(&old.key) && !known.is_in_both(&new.key)
}

/// A unit or a noun, and no function word, stands after the number.
fn counts_something(mention: &Mention) -> bool {
    mention.counted.starts_with(char::is_alphabetic) && closed::classes(&mention.counted).is_open()
}
