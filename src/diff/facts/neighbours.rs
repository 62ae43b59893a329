//! A figure or a date that went with its sentence and came back in the sentence that took its place.
//!
//! Such sentences share too few words to be one, so only what counts the same thing is compared: a number of the same noun or unit,
//! or a date where each side has just one. Known failure: of two numbers of one noun the first is taken.

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
pub(super) fn facts(documents: (&Document<'_>, &Document<'_>), links: &[Link], known: &Known, out: &mut Vec<Fact>) {
    let is_alone = |link: &Link| matches!(link.kind, LinkKind::Added | LinkKind::Removed) && !link.furniture;
    for run in links.chunk_by(|left, right| is_alone(left) && is_alone(right)).filter(|run| run.len() > 1) {
        let side = |document, kind, sentences: fn(&Link) -> &[usize]| -> Vec<Mention> {
            let sentences = run.iter().filter(|link| link.kind == kind).take(SENTENCES).flat_map(sentences);
            sentences.flat_map(|at| mentions(document, *at, known)).take(MENTIONS).collect()
        };
        let old = side(documents.0, LinkKind::Removed, |link| &link.from);
        let new = side(documents.1, LinkKind::Added, |link| &link.to);
        compare(&old, &new, out);
    }
}

fn mentions(document: &Document<'_>, sentence: usize, known: &Known) -> Vec<Mention> {
    let found = Passage::new(document, document.token_range(sentence), known).mentions();
    found.into_iter().filter(|mention| matches!(mention.sort, Sort::Number | Sort::Date)).collect()
}

fn compare(old: &[Mention], new: &[Mention], out: &mut Vec<Fact>) {
    let mut used = vec![false; new.len()];
    let dates = |side: &[Mention]| side.iter().filter(|mention| mention.sort == Sort::Date).count();
    let one_date = dates(old) == 1 && dates(new) == 1;
    for before in old {
        let fits = |after: &Mention| match before.sort {
            Sort::Number => after.sort == Sort::Number && counts_something(before) && before.counted == after.counted,
            _ => one_date && after.sort == before.sort,
        };
        let same = |at: &usize| !used[*at] && new[*at].key == before.key;
        let found = (0..new.len()).find(same).or_else(|| (0..new.len()).find(|at| !used[*at] && fits(&new[*at])));
        let Some(at) = found else { continue };
        used[at] = true;
        if new[at].key != before.key {
            let kind = if before.sort == Sort::Number { FactKind::Number } else { FactKind::Date };
            out.push(Fact { kind, old: Some(before.span), new: Some(new[at].span) });
        }
    }
}

/// A unit or a noun, and no function word, stands after the number.
fn counts_something(mention: &Mention) -> bool {
    mention.counted.starts_with(char::is_alphabetic) && closed::classes(&mention.counted).is_open()
}
