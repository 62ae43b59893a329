//! What differs between two wordings of one claim: numbers, names, quoted words, force, or just words.
//!
//! The two are compared as bags of stems, so a sentence turned round is no change and costs linear time; an order that differs is
//! seen last. A word counts as gone or come only where it left or entered the sentences around the claim, so that evidence cut a
//! little wider in one version changes nothing. Words that name source or target, articles, pronouns and auxiliaries may come and go.
//!
//! Known failure: two content words that change places ("A struck B", "B struck A") are told as reworded and no more.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::features::Said;
use super::words::Word;
use crate::lexicon::force::{self, Sort};

/// How two wordings differ.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Difference {
    /// Numbers, or the words that qualify one, other than dates.
    pub(super) number: Option<(String, String)>,
    /// A name or a date for another.
    pub(super) fact: Option<(String, String)>,
    /// Words inside quotation marks differ, and both have some.
    pub(super) quote: bool,
    /// Force gained (above 0) or lost, with the words that did it.
    pub(super) force: i32,
    /// The words behind `force`.
    pub(super) force_words: String,
    /// Anything else.
    pub(super) words: bool,
}

/// Compares two wordings of one claim.
pub(super) fn compare(before: &Said, after: &Said) -> Difference {
    let (gone, come) = (left_over(&before.words, after.context()), left_over(&after.words, before.context()));
    let mut out = Difference { quote: quotes_differ(before, after), ..Difference::default() };
    let plain = |words: &[&Word]| words.iter().copied().filter(|word| !word.is_mention).cloned().collect::<Vec<Word>>();
    let (gone, come) = (plain(&gone), plain(&come));
    out.number = number(&gone, &come, before, after);
    out.fact = fact(&gone, &come, before, after, out.quote);
    weigh(&gone, &come, before, after, &mut out);
    let is_told = |word: &&Word| {
        (out.number.is_some() && (word.is_number || qualifies(word)))
            || (out.fact.is_some() && (word.is_name || word.is_calendar))
            || (out.quote && word.is_quoted)
            || (word.is_filler && !word.is_calendar)
    };
    let rest = gone.iter().chain(&come).filter(|word| !is_told(word)).count();
    out.words = rest > 0 || (gone.is_empty() && come.is_empty() && out == Difference::default() && reordered(before, after));
    out
}

/// Words of `words` that `other` has not, each counted as often as it stands.
fn left_over<'w>(words: &'w [Word], other: &[Word]) -> Vec<&'w Word> {
    let mut held: FxHashMap<&str, usize> = FxHashMap::default();
    for word in other {
        *held.entry(&word.stem).or_default() += 1;
    }
    words
        .iter()
        .filter(|word| match held.get_mut(&*word.stem) {
            Some(left) if *left > 0 => {
                *left -= 1;
                false
            }
            _ => true,
        })
        .collect()
}

fn quotes_differ(before: &Said, after: &Said) -> bool {
    let quoted = |words: &[Word]| words.iter().filter(|word| word.is_quoted).cloned().collect::<Vec<Word>>();
    let (old, new) = (quoted(&before.words), quoted(&after.words));
    let differ = || !left_over(&old, &quoted(after.context())).is_empty() || !left_over(&new, &quoted(before.context())).is_empty();
    !old.is_empty() && !new.is_empty() && differ()
}

fn qualifies(word: &Word) -> bool {
    matches!(force::of(&word.form, &word.stem), Some((Sort::Qualifier, _))) || word.is_function
}

/// The numbers that changed, with what qualifies them; `None` where there are none or only dates changed.
fn number(gone: &[Word], come: &[Word], before: &Said, after: &Said) -> Option<(String, String)> {
    let is_count = |words: &[Word], said: &Said| words.iter().any(|word| word.is_number && !is_date(word, &said.words));
    let (old, new) = (is_count(gone, before), is_count(come, after));
    (old && new).then(|| (figure_words(gone), figure_words(come)))
}

/// A number beside a month or with an ordinal's ending is a date.
fn is_date(number: &Word, words: &[Word]) -> bool {
    let beside = words.windows(2).any(|pair| {
        (pair[0].is_calendar && pair[1].form == number.form && pair[1].is_number)
            || (pair[1].is_calendar && pair[0].form == number.form && pair[0].is_number)
    });
    beside || (number.form.len() == 4 && (number.form.starts_with("19") || number.form.starts_with("20")))
}

fn figure_words(words: &[Word]) -> String {
    let figures: Vec<&str> = words.iter().filter(|word| word.is_number || qualifies(word)).map(|word| &*word.form).collect();
    figures.join(" ")
}

/// Most words that may differ beside a mended name: a third of the shorter wording.
const MENDED: usize = 3;

/// A name or date that stands where another stood, in words that are otherwise nearly the same. What changed inside quotation marks is
/// told as that.
fn fact(gone: &[Word], come: &[Word], before: &Said, after: &Said, in_quote: bool) -> Option<(String, String)> {
    let length = before.words.len().min(after.words.len());
    let facts = |words: &[Word], others: &[Word], said: &Said, dates: bool| -> Vec<String> {
        let is_sort = |word: &Word| match dates {
            true => word.is_calendar || (word.is_number && is_date(word, &said.words)),
            false => word.is_name && !word.is_calendar,
        };
        let is_fact = |word: &&Word| {
            is_sort(word) && !(in_quote && word.is_quoted) && !others.iter().any(|other| !word.is_number && is_kin(word, other))
        };
        words.iter().filter(is_fact).map(|word| word.form.to_string()).collect()
    };
    let both = |dates| (facts(gone, come, before, dates), facts(come, gone, after, dates));
    // A name stands for a name and a date for a date.
    let (old, new) = [both(false), both(true)].into_iter().find(|(old, new)| !old.is_empty() && !new.is_empty())?;
    let others = |words: &[Word], names: &[String]| {
        words.iter().filter(|word| !word.is_filler && names.iter().all(|name| **name != *word.form)).count()
    };
    let rest = others(gone, &old).max(others(come, &new));
    (rest * MENDED <= length).then(|| (old.join(" "), new.join(" ")))
}

/// "Afghan" and "Afghanistan": one name in two forms.
fn is_kin(left: &Word, right: &Word) -> bool {
    let (left, right) = (&left.stem, &right.stem);
    let shorter = left.len().min(right.len());
    shorter >= 4 && left.is_char_boundary(shorter) && right.is_char_boundary(shorter) && left[..shorter] == right[..shorter]
}

fn weigh(gone: &[Word], come: &[Word], before: &Said, after: &Said, out: &mut Difference) {
    let told = |words: &[Word]| -> (i32, Vec<String>) {
        let known =
            words.iter().filter(|word| !word.is_quoted && !word.is_name).filter_map(|word| match force::of(&word.form, &word.stem) {
                Some((Sort::Qualifier, _)) | None => None,
                Some((_, force)) => Some((force, word.form.to_string())),
            });
        known.fold((0, Vec::new()), |(sum, mut forms), (force, form)| {
            forms.push(form);
            (sum + force, forms)
        })
    };
    let ((lost, old), (gained, new)) = (told(gone), told(come));
    let verb =
        |words: &[Word]| words.iter().any(|word| !word.is_quoted && matches!(force::of(&word.form, &word.stem), Some((Sort::Verb, _))));
    // A verb of saying on one side only is a wording (a cue moved or left out), unless the act changed with it.
    let verbs = if verb(gone) == verb(come) { 0 } else { verb_force(gone) - verb_force(come) };
    out.force = gained - lost + verbs;
    if out.force == 0 && before.is_hedged != after.is_hedged {
        out.force = if after.is_hedged { -1 } else { 1 };
    }
    if out.force == 0 {
        return;
    }
    out.force_words = format!("{} → {}", or_nothing(&old), or_nothing(&new));
}

fn verb_force(words: &[Word]) -> i32 {
    words
        .iter()
        .filter(|word| !word.is_quoted)
        .filter_map(|word| force::of(&word.form, &word.stem))
        .filter(|(sort, _)| *sort == Sort::Verb)
        .map(|(_, force)| force)
        .sum()
}

fn or_nothing(words: &[String]) -> String {
    if words.is_empty() { "no such word".to_owned() } else { format!("“{}”", words.join(" ")) }
}

/// The same names and numbers in another order.
fn reordered(before: &Said, after: &Said) -> bool {
    let names = |said: &Said| -> Vec<Rc<str>> {
        said.words.iter().filter(|word| (word.is_name || word.is_number) && !word.is_mention).map(|word| Rc::clone(&word.stem)).collect()
    };
    let (old, new) = (names(before), names(after));
    let sorted = |mut names: Vec<Rc<str>>| {
        names.sort_unstable();
        names
    };
    old != new && sorted(old) == sorted(new)
}
