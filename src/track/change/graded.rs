//! Words for one thing put for one another: a "massacre" that became a "killing", "all the guards" that became "some of the guards".

use crate::lexicon::grades::{self, Grade};
use crate::track::read::words::Word;

/// How much graver the words that came are than those of their families that went (below 0: milder), and both, as they are shown.
pub(super) fn shift(gone: &[Word], come: &[Word]) -> (i32, Vec<String>, Vec<String>) {
    let (mut sum, mut old, mut new) = (0, Vec::new(), Vec::new());
    for (was, from) in graded(gone) {
        let to = graded(come).find(|(_, to)| to.family == from.family && to.grade != from.grade);
        if let Some((is, to)) = to {
            sum += (to.grade - from.grade).signum();
            old.push(was.form.to_string());
            new.push(is.form.to_string());
        }
    }
    (sum, old, new)
}

fn graded(words: &[Word]) -> impl Iterator<Item = (&Word, Grade)> {
    words.iter().filter(|word| !word.is_name).filter_map(|word| grades::of(&word.form, &word.root).map(|grade| (word, grade)))
}
