//! Words for one thing put for one another: a "massacre" that became a "killing", "all the guards" that became "some of the guards", and
//! "some guards" that became "guards".

use super::Side;
use super::forces::is_in_denial;
use crate::lexicon::actors;
use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::grades::{self, Grade};
use crate::lexicon::inflect;
use crate::track::read::words::Word;

/// How much graver the words that came are than those of their families that went (below 0: milder), and both, as they are shown. Each
/// wording comes with its words that the other has not.
pub(super) fn shift((gone, before): (&[Word], Side<'_>), (come, after): (&[Word], Side<'_>)) -> (i32, Vec<String>, Vec<String>) {
    let (mut sum, mut old, mut new) = (0, Vec::new(), Vec::new());
    for (was, from) in graded(gone) {
        let to = graded(come).find(|(_, to)| to.family == from.family && to.grade != from.grade);
        if let Some((is, to)) = to {
            sum += (to.grade - from.grade).signum();
            old.push(was.form.to_string());
            new.push(is.form.to_string());
        }
    }
    // Where more was put for more, the words limit other things: "the cells were filling up", "few cells were free".
    let tells = |word: &&Word| word.is_content && !word.is_function && !word.is_cue && word.grades().is_empty();
    let telling = [gone, come].map(|words| words.iter().filter(tells).count());
    if telling.iter().all(|put| *put > 0) && telling.iter().any(|put| *put > PUT) {
        return (sum, old, new);
    }
    let of_family = |words: &[Word], family: &str| graded(words).any(|(_, grade)| grade.family == family);
    for (was, from) in graded(gone).filter(|(_, from)| !of_family(come, from.family)) {
        let lost = limited(was, from, before, after);
        sum += lost;
        old.extend((lost != 0).then(|| was.form.to_string()));
    }
    for (is, to) in graded(come).filter(|(_, to)| !of_family(gone, to.family)) {
        let gained = limited(is, to, after, before);
        sum -= gained;
        new.extend((gained != 0).then(|| is.form.to_string()));
    }
    (sum, old, new)
}

/// Words put for others in a wording that says the same else.
const PUT: usize = 1;

fn graded(words: &[Word]) -> impl Iterator<Item = (&Word, Grade)> {
    let words = words.iter().filter(|word| !word.is_name);
    words.flat_map(|word| word.grades().iter().map(move |grade| (word, *grade)))
}

/// How much graver a wording is without `word`, where the word after it stands by itself in the other: "some of the guards", "guards".
fn limited(word: &Word, own: Grade, one: Side<'_>, other: Side<'_>) -> i32 {
    // "Confirmed the list" says nothing of a confirmed list, and to be "warmly welcomed" is more than to be welcomed.
    let is_verb = word.is_cue && !inflect::is_adverb(word.lower());
    let bare = grades::bare(own.family).filter(|_| !is_verb);
    let (Some(bare), Some(at)) = (bare, one.context.iter().position(|held| held.span == word.span)) else { return 0 };
    let (words, others) = (one.context, other.context);
    let links = |word: &&Word| !(word.is_filler || word.classes().has_any(&[Class::Preposition, Class::Conjunction]));
    // "some 40" are about as many.
    let is_about = matches!(force::of(&word.form, word.stem()), Some((Sort::Qualifier, _)));
    let head = words[at + 1..].iter().find(links).filter(|head| if head.is_count { !is_about } else { !head.is_function });
    let is_measured = |word: &Word| word.is_count || word.grades().iter().any(|grade| grade.family == own.family);
    let stands_alone = |head: &Word| {
        let at = others.iter().position(|word| word.root() == head.root());
        at.is_some_and(|at| !others[at.saturating_sub(BEFORE)..at].iter().any(is_measured))
    };
    // "the most likely" is no share.
    let is_phrase = |at: usize| {
        let mut phrases = force::phrases_begun(std::iter::once(&*words[at].form));
        phrases.any(|phrase| phrase.words.len() == 2 && word.form.eq_ignore_ascii_case(phrase.words[1]))
    };
    // "a total of 640 barges" are 640.
    let governs = words.get(at + 1).is_some_and(|next| next.classes().has(Class::Preposition));
    let is_tally = governs && at > 0 && actors::is_indefinite(&words[at - 1].form) && head.is_some_and(|head| head.is_count);
    if is_tally || at.checked_sub(1).is_some_and(is_phrase) {
        return 0;
    }
    // "not all" is less than all, and to deny "serious delay" is less than to deny delay.
    let is_denied = at > 0 && words[at - 1].classes().has(Class::Negation) || is_in_denial(word, one);
    match head.is_some_and(stands_alone) {
        false => 0,
        true if is_denied => (own.grade - bare).signum(),
        true => (bare - own.grade).signum(),
    }
}

/// Words before one among which another of the family would limit it: "most of the guards".
const BEFORE: usize = 3;
