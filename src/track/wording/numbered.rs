//! What differs between the numbers of two wordings: the numbers, how they are put ("at least", "by"), their units; ages and dates apart.
//!
//! Known failures: where both wordings have the number twice, the unit of the first is compared with that of the first; "a year" and "12
//! months" are two times.

use rustc_hash::FxHashSet;

use crate::lexicon::closed::Class;
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::quantities::{Measure, Unit};
use crate::lexicon::{inflect, numbers, quantities};
use crate::text::Span;
use crate::track::read::ages::is_age;
use crate::track::read::features::Said;
use crate::track::read::words::{Word, joined};

/// The numbers that changed, with what qualifies them, or one number with another unit or another preposition before it; `None` where
/// there are none or only dates changed. `gone` and `come` are the words of one wording that the other has not.
pub(super) fn number(gone: &[Word], come: &[Word], before: &Said, after: &Said) -> Option<(String, String)> {
    // "Half" and "50 per cent" may be one share, and "tripled" is "trebled".
    let shares = |words: &[Word], said: &Said| words.iter().filter_map(|word| share(word, &said.words)).collect::<Vec<f64>>();
    let (parts, others) = (shares(gone, before), shares(come, after));
    let are_shares = !parts.is_empty() && !others.is_empty() && parts != others;
    let is_count = |words: &[Word], said: &Said| words.iter().any(|word| counts(word, said) || are_shares && is_share(word, &said.words));
    let (old, new) = (is_count(gone, before), is_count(come, after));
    if old && new {
        return Some((figure_words(gone, &before.words), figure_words(come, &after.words)));
    }
    if old != new {
        return one_or_many(gone, come, before, after).or_else(|| given_once(gone, come, before, after));
    }
    let measured = || same_number(&measures(gone, before), &measures(come, after));
    let led_to = || same_number(&leads(gone, before), &leads(come, after));
    measured().or_else(led_to).or_else(|| ordinal(gone, before).zip(ordinal(come, after)))
}

fn counts(word: &Word, said: &Said) -> bool {
    (word.is_count || is_vague(word)) && !is_date(word, &said.words) && !is_age(word, &said.words)
}

/// "half", "trebled", "a third"; the word is one of `words`.
pub(super) fn is_share(word: &Word, words: &[Word]) -> bool {
    share(word, words).is_some()
}

/// The third of something is no share of it, and a third is.
fn share(word: &Word, words: &[Word]) -> Option<f64> {
    let lower = word.lower();
    let is_counted = || {
        let at = words.partition_point(|own| own.span.start() < word.span.start());
        let lead = at.checked_sub(1).map(|at| &words[at]);
        lead.is_some_and(|lead| lead.is_count || numbers::uses(lead.lower()).contains(&NumberWord::Article))
    };
    numbers::share(lower).or_else(|| numbers::fraction(lower).filter(|_| is_counted()))
}

/// "dozens", "hundreds"
pub(super) fn is_vague(word: &Word) -> bool {
    numbers::uses(word.lower()).contains(&NumberWord::Vague)
}

/// "Three hours" that became "one hour" or "an hour", "18 months" that became "a year", "two orders" that became "one order", or the
/// reverse: one of something is told by no number that counts.
fn one_or_many(gone: &[Word], come: &[Word], before: &Said, after: &Said) -> Option<(String, String)> {
    let measured = |many: &[Word], said: &Said, one: &[Word], other: &Said| {
        let at = said.words.iter().position(|word| counts(word, said) && holds(many, word))?;
        let single = |end: usize| {
            let (noun, unit) = (&said.words[end], quantities::unit(&said.words[end].form));
            let is_same = |held: &Word| match &unit {
                Some(unit) => quantities::unit(&held.form).is_some_and(|held| is_alike(&held, unit)),
                None => noun.is_content && !noun.is_function && held.stem() == noun.stem() && inflect::is_plural(noun.lower()),
            };
            let is_one = |pair: &[Word]| {
                let form = pair[0].lower();
                let says_one = numbers::in_words(form).is_some_and(|(value, is_ordinal)| value == 1.0 && !is_ordinal);
                (says_one || numbers::uses(form).contains(&NumberWord::Article)) && is_same(&pair[1])
            };
            let single = other.words.windows(2).find(|pair| is_one(pair) && (holds(one, &pair[0]) || holds(one, &pair[1])))?;
            Some((joined(&said.words[at..=end]), joined(single)))
        };
        // "Nine more days"
        (at + 1..said.words.len()).take(UNIT).find_map(single)
    };
    let many_first = measured(gone, before, come, after);
    many_first.or_else(|| measured(come, after, gone, before).map(|(many, one)| (one, many)))
}

/// Words behind a number among which its unit stands.
const UNIT: usize = 2;

/// One unit, or two by which times are measured.
fn is_alike(one: &Unit, other: &Unit) -> bool {
    one.sense == other.sense || one.measure == Measure::Time && other.measure == Measure::Time
}

fn holds(words: &[Word], word: &Word) -> bool {
    words.iter().any(|other| other.span == word.span)
}

/// The number of one wording that the other does not give, where both say the same else: "400 jobs would go", "jobs would go". Nothing
/// stands for it on the other side.
fn given_once(gone: &[Word], come: &[Word], before: &Said, after: &Said) -> Option<(String, String)> {
    let given = |one: &[Word], said: &Said, others: &[Word]| {
        let is_number = |word: &Word| word.is_count && counts(word, said) && word.is_content && !word.is_quoted;
        let measures = |word: &Word| {
            let form = word.lower();
            word.is_function || word.is_count || quantities::unit(form).is_some() || numbers::is_number_word(form)
        };
        let is_any = |word: &Word| {
            let form = word.lower();
            word.is_count || numbers::is_number_word(form) || numbers::in_words(form).is_some() || quantities::unit(form).is_some()
        };
        let is_without = !others.iter().any(is_any) && others.iter().filter(|word| !word.is_function).count() <= 1;
        let is_bare = is_without && one.iter().all(|word| measures(word) || is_number(word));
        let at = said.words.iter().position(|word| is_number(word) && holds(one, word)).filter(|_| is_bare)?;
        let end = (at + 1..said.words.len()).find(|next| !holds(one, &said.words[*next]) || said.words[*next].is_function);
        let end =
            end.map_or(said.words.len() - 1, |end| if said.words[end].is_content && !said.words[end].is_function { end } else { end - 1 });
        Some(joined(&said.words[at..=end]))
    };
    let was = given(gone, before, come).map(|shown| (shown, String::new()));
    was.or_else(|| given(come, after, gone).map(|shown| (String::new(), shown)))
}

/// A number, and the words that hold it and what of its surroundings is among some others.
struct Put<'s> {
    number: &'s str,
    shown: String,
}

/// The first number that is put in two ways.
fn same_number(old: &[Put<'_>], new: &[Put<'_>]) -> Option<(String, String)> {
    old.iter().find_map(|was| {
        let is = new.iter().find(|is| is.number == was.number)?;
        Some((was.shown.clone(), is.shown.clone()))
    })
}

/// Words after a number among which its unit stands: "12 tonnes a day".
const MEASURED: usize = 4;

/// The numbers of a wording with a unit after them that is one of `words`.
fn measures<'s>(words: &[Word], said: &'s Said) -> Vec<Put<'s>> {
    let all = &said.words;
    let is_one = |word: &Word| words.iter().any(|other| other.span == word.span);
    let unit_end = |at: usize| {
        let after = (at + 1..all.len().min(at + 1 + MEASURED)).take_while(|next| !all[*next].is_count);
        after.filter(|next| is_one(&all[*next])).find_map(|next| {
            let two = all.get(next + 1).map(|second| format!("{} {}", all[next].form, second.form).to_lowercase());
            let two = two.filter(|two| quantities::unit(two).is_some()).map(|_| next + 1);
            two.or_else(|| quantities::unit(all[next].lower()).map(|_| next))
        })
    };
    let numbered = (0..all.len()).filter(|at| counts(&all[*at], said));
    numbered.filter_map(|at| unit_end(at).map(|end| Put { number: all[at].stem(), shown: joined(&all[at..=end]) })).collect()
}

/// The numbers of a wording that something rose or fell to, or by: the preposition is one of `words`.
fn leads<'s>(words: &[Word], said: &'s Said) -> Vec<Put<'s>> {
    let is_one = |word: &Word| words.iter().any(|other| other.span == word.span);
    let leads = |word: &Word| word.classes().has(Class::Preposition) && is_one(word);
    let is_trend = |word: &Word| word.wording().trend.is_some();
    let groups = said.words.windows(3).filter(|group| is_trend(&group[0]) && leads(&group[1]) && counts(&group[2], said));
    groups.map(|group| Put { number: group[2].stem(), shown: joined(group) }).collect()
}

/// The first ordinal among `words`: "the first time".
fn ordinal(words: &[Word], said: &Said) -> Option<String> {
    let is_ordinal = |word: &&Word| {
        let in_words = numbers::in_words(word.lower()).is_some_and(|(_, is_ordinal)| is_ordinal);
        in_words && !word.is_mention && !is_date(word, &said.words)
    };
    words.iter().find(is_ordinal).map(|word| word.form.to_string())
}

/// The first age among the words.
pub(super) fn age(words: &[Word], said: &Said) -> Option<String> {
    words.iter().find(|word| is_age(word, &said.words)).map(|word| word.form.to_string())
}

/// A number beside a month is a date, and so are a year and a time of day. The number is one of the words.
pub(in crate::track) fn is_date(number: &Word, words: &[Word]) -> bool {
    let at = words.partition_point(|word| word.span.start() < number.span.start());
    let is_counted = || quantities::is_counted(at.checked_sub(1).map(|at| &*words[at].form), beside_it(number, words.get(at + 1)));
    let is_year = || numbers::recent_year(&number.form).is_some() && !is_counted();
    let beside = |word: Option<&Word>| word.is_some_and(|word| word.is_calendar);
    let is_in_date = || number.is_number && (beside(at.checked_sub(1).and_then(|at| words.get(at))) || beside(words.get(at + 1)));
    is_year() || is_in_date() || is_clock(number, words.get(at + 1))
}

/// The word behind a number, where nothing but a space parts them.
fn beside_it<'w>(number: &Word, next: Option<&'w Word>) -> Option<&'w str> {
    next.filter(|next| next.span.start() == number.span.end() + 1 && !next.is_name).map(|next| &*next.form)
}

/// "1:42", "6 a.m.": a time of day.
fn is_clock(number: &Word, next: Option<&Word>) -> bool {
    let tells = |word: &Word| numbers::uses(word.lower()).contains(&NumberWord::ClockAfter);
    number.is_number && (number.stem().contains(':') || next.is_some_and(tells))
}

/// A period by whose end something is to be done: "within a week", "by the end of the month".
pub(super) fn is_deadline(period: &Word, words: &[Word]) -> bool {
    let before = words.iter().position(|word| word.span == period.span).map_or(&[][..], |at| &words[..at]);
    let bound = before.iter().rev().take(LEAD).find(|word| !word.is_filler && !word.classes().has(Class::Preposition));
    let leads = |word: &Word| word.wording().bound;
    let is_period = period.wording().period;
    is_period && (bound.is_some_and(leads) || before.iter().rev().take(LEAD).take_while(|word| word.is_function).any(leads))
}

/// Words between a deadline's period and what says that it is one: "of the".
const LEAD: usize = 3;

/// The numbers that changed and belong to no figure ("12 homes were destroyed and 30 damaged"), whose places `figures` gives. They answer
/// each other in their order, and are told only where as many are gone as came.
pub(super) fn beside(gone: &[Word], come: &[Word], (before, after): (&Said, &Said), figures: [&[Span]; 2]) -> Vec<(String, String)> {
    let bare = |words: &[Word], said: &Said, places: &[Span]| -> Vec<Word> {
        let is_bare = |word: &Word| word.is_count && counts(word, said) && !word.is_quoted && !measures_itself(word, said);
        let is_figure = |word: &Word| places.iter().any(|place| place.overlaps(word.span));
        words.iter().filter(|word| is_bare(word) && !is_figure(word)).cloned().collect()
    };
    // Of more numbers nobody knows which answers which.
    if [gone, come].iter().any(|words| words.iter().filter(|word| word.is_count).count() > ANSWERED) {
        return Vec::new();
    }
    let (old, new) = (bare(gone, before, figures[0]), bare(come, after, figures[1]));
    // A qualifier that changed is shown with its number.
    let with = |numbers: &[Word], words: &[Word], said: &Said| {
        let words: Vec<Word> = words.iter().filter(|word| !word.is_count).chain(numbers).cloned().collect();
        shown(&words, &said.words)
    };
    let pairs = with(&old, gone, before).into_iter().zip(with(&new, come, after));
    // "The second port" is no figure.
    let placed = || ordinal(gone, before).zip(ordinal(come, after));
    match old.len() == new.len() {
        true if old.is_empty() => placed().into_iter().collect(),
        true => pairs.collect(),
        false => Vec::new(),
    }
}

/// Numbers of one wording that differ and can answer those of the other.
const ANSWERED: usize = 128;

/// "$1,150", "19 km": an amount, which in brackets is another one over again.
fn measures_itself(number: &Word, said: &Said) -> bool {
    let next = said.words.iter().skip_while(|word| word.span != number.span).nth(1);
    !number.form.starts_with(char::is_alphanumeric) || next.is_some_and(|next| quantities::unit(next.lower()).is_some())
}

fn figure_words(words: &[Word], all: &[Word]) -> String {
    shown(words, all).join(" ")
}

/// The numbers among `words`, each with the qualifier that stands before it in `all` where a word of that is among them too.
fn shown(words: &[Word], all: &[Word]) -> Vec<String> {
    let spans: FxHashSet<Span> = words.iter().map(|word| word.span).collect();
    let is_one = |word: &Word| spans.contains(&word.span);
    let forms: Vec<&str> = all.iter().map(|word| &*word.form).collect();
    // "20,000-25,000"
    let is_range = |at: usize| {
        let is_end = |next: &Word| next.is_number && is_one(next) && next.span.start() == all[at].span.end() + 1;
        all[at].is_number && is_one(&all[at]) && all.get(at + 1).is_some_and(is_end)
    };
    // "Two thirds"
    let is_part = |at: usize| at > 0 && all.get(at).is_some_and(|word| is_share(word, all)) && all[at - 1].is_count;
    let figure = |at: usize| {
        let begin = (at.saturating_sub(QUALIFIER)..at).find(|begin| {
            let qualifier = quantities::qualifier_before(&forms[*begin..at]);
            qualifier.is_some_and(|found| begin + found.words == at) && all[*begin..at].iter().any(is_one)
        });
        // "$1.2m" is read as two words.
        let is_glued = all.get(at + 1).is_some_and(|next| next.span.start() == all[at].span.end()) || is_part(at + 1);
        let told = forms[begin.unwrap_or(at)..=at + usize::from(is_glued)].join(" ");
        if is_range(at) { format!("{told}–{}", forms[at + 1]) } else { told }
    };
    let is_number = |at: usize| (all[at].is_count || is_vague(&all[at]) || is_share(&all[at], all)) && !is_part(at);
    let counts = (0..all.len()).filter(|at| is_number(*at) && is_one(&all[*at]) && !at.checked_sub(1).is_some_and(is_range));
    counts.map(figure).collect()
}

/// Words that a qualifier can have: "as many as".
const QUALIFIER: usize = 4;
