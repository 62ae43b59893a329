//! What two wordings of one claim come to that differ in words alone: nothing, some detail, or another thing said.
//!
//! Only the words of what is said count that carry content. Who says it and how it is put, small words, another form of a word, another
//! spelling and a unit written out change nothing of it; where the same words stand in another order, or another verb leads to them, the
//! claim was put anew.
//!
//! Known failure: two words for one thing ("uprooted", "driven from their homes") count as two things.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::lexicon::closed::Class;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::{grades, inflect, numbers, quantities, same, words};
use crate::track::read::names::is_transposed;
use crate::track::read::words::{Word, joined};

/// What is left of the words that differ.
#[derive(Debug, PartialEq)]
pub(in crate::track) enum Substance {
    /// The same is said in the same words, but for some that carry nothing.
    Nothing,
    /// The same is said, put anew.
    Recast,
    /// Something came or went beside what is said, or so much is put otherwise that no word answers another.
    Detail,
    /// Words that say something else were put for others, or who did it was left out; both as they are shown.
    Other(String, String),
}

/// What the words come to that went and that came, of two wordings.
pub(in crate::track) fn substance(gone: &[Word], come: &[Word], [before, after]: [&[Word]; 2]) -> Substance {
    let (old, new) = (telling(gone, come, (before, after)), telling(come, gone, (after, before)));
    if old.is_empty() && new.is_empty() {
        let is_put_with = || is_put_with(gone, before) || is_put_with(come, after);
        let is_anew = is_recast([before, after]) || leads_otherwise(gone, come) || is_put_with() || have_other_words(gone, come);
        return if is_anew { Substance::Recast } else { Substance::Nothing };
    }
    let shown = |words: &[&Word]| joined(words.iter().copied());
    let (was, is) = put_for_others((&old, before), (&new, after));
    // One word for one, or for two, of which it loses something ("air strike", "blast"): more may say the same in other words
    // ("uprooted", "driven from their homes").
    match (1..=2).contains(&was.len()) && is.len() == 1 && old.len().max(new.len()) <= BESIDE {
        true => Substance::Other(shown(&was), shown(&is)),
        false if new.is_empty() && old.iter().any(|word| is_agent(word, before)) => Substance::Other(shown(&old), String::new()),
        false => Substance::Detail,
    }
}

/// "A guard was shot", "guards were shot": one that became more, or the reverse, in wordings that differ in nothing else. An article that
/// went or the verb tells it, since many a noun is also a verb.
pub(in crate::track) fn one_or_more(before: &[Word], after: &[Word]) -> Option<Substance> {
    let shown = |one: &Word, more: &Word| (one.form.to_string(), more.form.to_string());
    let became_more = || noun_that_is_more(before, after).map(|(one, more)| shown(one, more));
    let became_one = || noun_that_is_more(after, before).map(|(one, more)| shown(more, one));
    became_more().or_else(became_one).map(|(old, new)| Substance::Other(old, new))
}

/// A noun that stands once in either wording, as one and as more.
fn noun_that_is_more<'w>(one: &'w [Word], more: &'w [Word]) -> Option<(&'w Word, &'w Word)> {
    let is_noun = |word: &Word| word.is_content && !word.is_function && !word.is_name && !word.is_cue && !word.is_count;
    let places = |words: &[Word], stem: &str| (0..words.len()).filter(|at| **words[*at].stem() == *stem).collect::<Vec<usize>>();
    let form = |words: &'w [Word], at: usize| words.get(at).map_or("", Word::lower);
    let is_article = |words: &'w [Word], at: usize| numbers::uses(form(words, at)).contains(&NumberWord::Article);
    let agrees = |at: usize, other: usize| {
        let is_alone = at > 0 && is_article(one, at - 1) && !(other > 0 && is_article(more, other - 1));
        is_alone || AGREES.contains(&(form(one, at + 1), form(more, other + 1)))
    };
    (0..one.len()).filter(|at| is_noun(&one[*at]) && !inflect::can_be_plural(form(one, *at))).find_map(|at| {
        let ([_], [other]) = (&places(one, one[at].stem())[..], &places(more, one[at].stem())[..]) else { return None };
        let is_more = is_noun(&more[*other]) && inflect::is_plural(form(more, *other));
        (is_more && agrees(at, *other)).then_some((&one[at], &more[*other]))
    })
}

/// What stands behind one, and behind more of them.
const AGREES: &[(&str, &str)] = &[("was", "were"), ("is", "are"), ("has", "have")];

/// Words that may differ where one was put for one.
const BESIDE: usize = 2;

/// Words that may be put for others in one place; more are another sentence.
const PUT: usize = 6;

/// Of the words that went those in whose place others stand now, and these: beside the same word.
fn put_for_others<'w>((old, before): (&[&'w Word], &[Word]), (new, after): (&[&'w Word], &[Word])) -> (Vec<&'w Word>, Vec<&'w Word>) {
    if old.len().max(new.len()) > PUT {
        return Default::default();
    }
    let (left, right) = (beside(old, before), beside(new, after));
    let meets = |one: &[Option<Rc<str>>; 2], other: &[Option<Rc<str>>; 2]| {
        one.iter().flatten().any(|root| other.iter().flatten().any(|held| held == root))
    };
    let is_answered = |own: &[Option<Rc<str>>; 2], others: &[[Option<Rc<str>>; 2]]| others.iter().any(|other| meets(own, other));
    let of = |words: &[&'w Word], own: &[[Option<Rc<str>>; 2]], others: &[[Option<Rc<str>>; 2]]| -> Vec<&'w Word> {
        words.iter().zip(own).filter(|(_, own)| is_answered(own, others)).map(|(word, _)| *word).collect()
    };
    (of(old, &left, &right), of(new, &right, &left))
}

/// The roots of the words before and behind each of `some` that tell something and are none of them.
fn beside(some: &[&Word], words: &[Word]) -> Vec<[Option<Rc<str>>; 2]> {
    let is_some = |word: &Word| some.iter().any(|one| one.span == word.span);
    let stays = |word: &&Word| !word.is_function && !is_some(word);
    let place = |one: &&Word| words.iter().position(|word| word.span == one.span).unwrap_or_default();
    let root = |word: &Word| Rc::clone(word.root());
    some.iter()
        .map(|one| [words[..place(one)].iter().rev().find(stays).map(root), words[place(one)..].iter().find(stays).map(root)])
        .collect()
}

/// The words that both have and that tell something stand in another order; who says it may stand before or behind its verb.
pub(in crate::track) fn is_recast([old, new]: [&[Word]; 2]) -> bool {
    let shared = |words: &[Word], others: &[Word]| -> Vec<Rc<str>> {
        let others: FxHashSet<&str> = others.iter().map(|word| &**word.root()).collect();
        let told: Vec<&Word> = words.iter().filter(|word| !word.is_function && others.contains(&**word.root())).collect();
        let leads = |word: &Word| word.is_mention || word.is_cue;
        let run = |run: &[&Word]| {
            let mut roots: Vec<Rc<str>> = run.iter().map(|word| Rc::clone(word.root())).collect();
            if leads(run[0]) {
                roots.sort_unstable();
            }
            roots
        };
        told.chunk_by(|left, right| leads(left) == leads(right)).flat_map(run).collect()
    };
    shared(old, new) != shared(new, old)
}

/// "still", "had", "and": a small word among `words` that is no article, nor the "that" of a clause, and does not say how exact a number
/// is.
fn is_put_with(words: &[Word], all: &[Word]) -> bool {
    let is_small = |word: &&Word| word.is_function && !word.classes().has(Class::Determiner);
    words.iter().filter(is_small).any(|word| !qualifies(word, all))
}

/// Another word leads to what is said: "called", "described as", "according to".
fn leads_otherwise(gone: &[Word], come: &[Word]) -> bool {
    gone.iter().chain(come).any(|word| word.is_cue)
}

/// A word was put for another that says the same: "starts", "begins".
fn have_other_words(gone: &[Word], come: &[Word]) -> bool {
    let is_other = |one: &Word, other: &Word| {
        one.root() == other.root() && [one, other].iter().any(|word| same::taken_for(word.stem()).is_some() || word.form.contains(' '))
    };
    gone.iter().filter(|word| carries(word)).any(|word| come.iter().any(|other| is_other(word, other)))
}

/// The words that carry content and of which the other wording has no other form, spelling or name; `own` and `all` are those of the two
/// wordings.
fn telling<'w>(words: &'w [Word], others: &[Word], (own, all): (&[Word], &[Word])) -> Vec<&'w Word> {
    let is_marked = |unit: &Word| all.iter().any(|number| is_mark_of(number, unit));
    let is_told = |word: &Word| others.iter().any(|other| are_one(word, other)) || is_marked(word) || qualifies(word, own);
    words.iter().filter(|word| carries(word) && !is_told(word)).collect()
}

/// "€500,000" has the unit of "500,000 euros".
fn is_mark_of(number: &Word, unit: &Word) -> bool {
    let mark = &number.form[..number.form.find(|next: char| next.is_ascii_digit()).unwrap_or_default()];
    number.is_count && quantities::unit(mark).is_some_and(|mark| quantities::unit(&unit.form).is_some_and(|unit| unit.sense == mark.sense))
}

/// It belongs to what stands before a number and says how exact it is: "a total of 640".
pub(super) fn qualifies(word: &Word, all: &[Word]) -> bool {
    let Some(at) = all.iter().position(|held| held.span == word.span) else { return false };
    let forms = |begin: usize| all[begin..].iter().take(QUALIFIER).map(|word| &*word.form).collect::<Vec<&str>>();
    let reaches = |begin: usize| {
        quantities::qualifier_before(&forms(begin)).is_some_and(|found| {
            let end = begin + found.words;
            end > at && all.get(end).is_some_and(|number| number.is_count)
        })
    };
    (at.saturating_sub(QUALIFIER - 1)..=at).any(reaches)
}

/// Words that a qualifier can have: "as many as".
const QUALIFIER: usize = 4;

fn carries(word: &Word) -> bool {
    let is_day = word.is_calendar || word.wording().moment;
    let is_small = word.is_function && word.wording().relation.is_none();
    word.is_content && !is_small && !word.is_mention && !word.is_cue && !word.is_count && !is_day
}

/// The same word in another form or spelling, the same unit in another, or another word for the same thing.
pub(super) fn are_one(one: &Word, other: &Word) -> bool {
    let unit = |word: &Word| quantities::unit(&word.form).map(|unit| unit.sense);
    let joined = |word: &Word| word.lower().replace('-', "");
    let sense = |word: &Word| word.wording().relation;
    let graded = |word: &Word| word.grades().iter();
    one.root() == other.root()
        || unit(one).is_some_and(|sense| unit(other) == Some(sense))
        || joined(one) == joined(other)
        || is_transposed(&joined(one), &joined(other))
        || sense(one).is_some() && sense(one) == sense(other)
        || graded(one).any(|grade| !grades::is_scale(grade.family) && graded(other).any(|held| held == grade))
}

/// It stands behind a "by", as who did it does; what stands between are words beside it.
fn is_agent(word: &Word, around: &[Word]) -> bool {
    let Some(at) = around.iter().position(|held| held.span == word.span) else { return false };
    let lead = around[..at].iter().rev().find(|before| before.classes().has(Class::Preposition));
    lead.is_some_and(|lead| lead.looked_up().is(words::Role::By))
}
