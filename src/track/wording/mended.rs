//! A noun, or what describes one, put for another in words that are else the same: "cocaine", "heroin"; "a linesman", "the fourth
//! official".
//!
//! Of one verb, or one word for how something is done, put for another nobody knows whether it says the same.
//!
//! Known failure: two words for one thing ("flat", "apartment") are taken for two things where `data/en/same.tsv` has neither.

use super::substance::are_one;
use super::{is_graded, is_weighed};
use crate::lexicon::closed::Class;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::quantities;
use crate::lexicon::words::{self, Role};
use crate::track::read::words::Word;

/// Words that what was put for another can have.
const PUT: usize = 4;

/// How many words both begin with, and how many of the others both end with.
pub(in crate::track) fn ends(before: &[Word], after: &[Word]) -> (usize, usize) {
    let alike = |(own, other): &(&Word, &Word)| own.root() == other.root();
    let begin = before.iter().zip(after).take_while(alike).count();
    (begin, before[begin..].iter().rev().zip(after[begin..].iter().rev()).take_while(alike).count())
}

/// What was put for what; both are called or described so, and neither is a name.
pub(in crate::track) fn mended<'w>(before: &'w [Word], after: &'w [Word]) -> Option<[&'w [Word]; 2]> {
    let (begin, end) = ends(before, after);
    let put = [before, after].map(|words| &words[begin..words.len() - end]);
    let calls = |word: &Word| {
        let is_other = word.is_function && !word.is_count || word.is_name || word.is_calendar || word.wording().title;
        !is_other && !is_weighed(word) && !is_graded(word) && !is_adverb(word) && !is_deed(&word.form)
    };
    let tells = |word: &Word| !word.is_function && !word.is_count;
    let leads = |word: &Word| word.classes().has_any(&[Class::Determiner, Class::Possessive]);
    // "Last year", "two years ago".
    let is_moment = |words: &[Word]| words.iter().any(|word| quantities::is_moment(&word.form));
    let are_moments = put.iter().all(|words| is_moment(words));
    let is_free = |word: &Word| leads(word) || are_moments && word.is_function || calls(word);
    let is_put = |words: &[Word]| words.len() <= PUT && words.iter().any(tells) && words.iter().all(is_free);
    let is_one = |word: &Word| put[1].iter().any(|other| may_be_one(word, other));
    // A measure is told as a figure, and how old somebody is says no other thing of them than what they are.
    let is_measure = |word: &Word| word.is_number || quantities::unit(&word.form).is_some();
    let says_the_same = || {
        put[0].iter().any(is_one) || put.iter().flat_map(|words| words.iter()).any(is_measure) || put.iter().any(|words| is_general(words))
    };
    (put.iter().all(|words| is_put(words)) && (are_moments || !says_the_same())).then_some(put)
}

/// "A vessel", "the victim": any such thing may be called so, whatever else it is called; "the fourth official" tells more.
fn is_general(words: &[Word]) -> bool {
    let mut telling = words.iter().filter(|word| !word.is_function || word.is_count);
    let only = telling.next().filter(|_| telling.next().is_none());
    only.is_some_and(|word| word.looked_up().is(Role::General))
}

/// The two say the same, or come of one word: "north", "northern".
pub(in crate::track) fn may_be_one(one: &Word, other: &Word) -> bool {
    let (stem, there) = (one.stem(), other.stem());
    let are_akin = || !one.is_function && !other.is_function && (stem.starts_with(&**there) || there.starts_with(&**stem));
    are_akin() || spelt(stem) == spelt(there) || are_one(one, other)
}

/// A word without doubled letters, and with the plain vowel for two written as one: "commitee" for "committee", "diarrhea".
fn spelt(word: &str) -> String {
    let mut letters: Vec<char> = word.replace("ae", "e").replace("oe", "e").chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// The words tell what was done.
pub(in crate::track) fn is_deed(words: &str) -> bool {
    let is_verb = |word: &str| {
        let small = word.to_lowercase();
        let known = words::look_up(&small);
        !known.noun && (known.forms != 0 || inflect::by_ending(&small) & form::PAST != 0)
    };
    words.split(' ').any(is_verb)
}

/// It tells how something is done.
pub(in crate::track) fn is_adverb(word: &Word) -> bool {
    word.classes().has(Class::Adverb) || inflect::is_adverb(&word.form)
}
