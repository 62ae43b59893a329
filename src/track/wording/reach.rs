//! How far a demand, a promise, a charge or a denial goes by other words than those that have force of their own: by when it is to be done,
//! what else is charged, whether what is denied is called a lie, and of how much it is denied ("no troops", "no regular troops").
//!
//! Known failure: whom else a charge blames ("and his brother") counts like what else it charges, where that ends it.

use crate::lexicon::closed::Class;
use crate::lexicon::inflect;
use crate::lexicon::quantities;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::track::read::features::{Said, Voice};
use crate::track::read::words::{Word, joined};

/// Words between what leads to a date and the date: "by the end of next".
const LEAD: usize = 5;

/// How much further the later wording goes (below 0: less far), with the words that do it. Each comes with those that the other has not.
pub(super) fn gained((gone, before): (&[Word], &Said), (come, after): (&[Word], &Said)) -> Option<(i32, String)> {
    if before.voice != after.voice {
        return None;
    }
    match (narrowing(gone, before, come), narrowing(come, after, gone)) {
        (None, Some(word)) => return Some((-1, format!("no such word → “{word}”"))),
        (Some(word), None) => return Some((1, format!("“{word}” → no such word"))),
        _ => {}
    }
    let (lost, won) = match after.voice {
        Voice::Asks | Voice::Commits => (deadline(gone, before, after), deadline(come, after, before)),
        // Another's charge is another thing to deny.
        Voice::Refuses if before.target.key != after.target.key => (None, None),
        Voice::Refuses => (scorn(before, after), scorn(after, before)),
        Voice::Says if before.found == after.found && matches!(after.found, Act::Accuse | Act::Condemn) => {
            (addition(gone, before, come), addition(come, after, gone))
        }
        Voice::Says | Voice::Withholds => (None, None),
    };
    match (lost, won) {
        (None, Some(won)) => Some((1, format!("no such word → “{won}”"))),
        (Some(lost), None) => Some((-1, format!("“{lost}” → no such word"))),
        _ => None,
    }
}

/// "By Friday", "within 48 hours", "before the end of May": by when it is to be done, where the other wording says no such thing.
fn deadline(own: &[Word], said: &Said, other: &Said) -> Option<String> {
    let bound = |said: &Said, date: &Word| {
        let at = said.words.iter().position(|word| word.span == date.span)?;
        let leads = |word: &Word| word.looked_up().is(Role::By) || word.wording().bound;
        let lies_between = |word: &Word| word.is_function || word.is_count || word.is_calendar || leads(word);
        let first = (at.saturating_sub(LEAD)..at)
            .rev()
            .take_while(|at| lies_between(&said.words[*at]))
            .filter(|at| leads(&said.words[*at]))
            .last()?;
        Some(joined(&said.words[first..=at]))
    };
    let is_bound = |word: &&Word| is_time(word) && bound(other, word).is_some();
    if other.words.iter().any(|word| is_bound(&word)) {
        return None;
    }
    let at_once = |said: &[Word]| said.iter().find(|word| word.is_content && word.wording().urgent).map(|word| word.form.to_string());
    let dated = own.iter().filter(|word| is_time(word)).find_map(|date| bound(said, date));
    dated.or_else(|| at_once(own).filter(|_| at_once(&other.words).is_none()))
}

pub(super) fn is_time(word: &Word) -> bool {
    let parts = word.wording();
    word.is_calendar || parts.period || parts.moment || quantities::is_time(&word.form)
}

/// "Called it a lie": what is denied is false, which "denied" alone does not say.
fn scorn(said: &Said, other: &Said) -> Option<String> {
    // To deny having lied is to deny having told lies.
    let is_there = |word: &Word| other.words.iter().any(|there| there.root() == word.root());
    said.words.iter().find(|word| word.wording().scorn && !is_there(word)).map(|word| word.form.to_string())
}

/// "No regular troops", "any criminal wrongdoing", "had not paid illegal bribes": a word by which less is denied than without it, where
/// nothing else differs.
fn narrowing(own: &[Word], said: &Said, other: &[Word]) -> Option<String> {
    let tells = |word: &&Word| !word.is_function;
    let mut telling = own.iter().filter(tells);
    let only = telling.next().filter(|only| only.is_content && !only.is_count && !only.is_cue)?;
    if telling.next().is_some() || other.iter().any(|word| tells(&word)) {
        return None;
    }
    let at = said.words.iter().position(|word| word.span == only.span)?;
    let noun = said.words.get(at + 1).filter(|noun| tells(noun) && noun.is_content && !noun.is_count && !noun.is_cue)?;
    let before = &said.words[at.saturating_sub(DENIED)..at];
    let (lead, rest) = before.split_last()?;
    // What denies stands in the same clause, and "not only" denies nothing.
    let parts = |word: &Word| word.classes().has_any(&[Class::Conjunction, Class::Subordinator, Class::Relative]);
    let rest = &rest[rest.iter().rposition(parts).map_or(0, |at| at + 1)..];
    let denies = |word: &Word| word.classes().has(Class::Negation);
    let limits = |pair: &[Word]| denies(&pair[0]) && quantities::qualifier_before(&[&*pair[1].form]).is_some();
    // A call or a charge that is turned down may be any; what somebody is said to have done is less with a word more.
    if rest.windows(2).any(limits) || noun.names_words() {
        return None;
    }
    let is_any = |word: &Word| word.looked_up().is(Role::Any);
    let is_denied = said.voice == Voice::Refuses || rest.iter().any(denies);
    let classes = lead.classes();
    let fits = match () {
        () if denies(lead) => classes.has(Class::Determiner),
        () if is_any(lead) => is_denied,
        () if lead.is_cue => said.voice == Voice::Refuses,
        // "none of its aircraft"
        () if classes.has(Class::Determiner) || classes.has(Class::Possessive) => {
            let of = |word: &Word| word.looked_up().is(Role::Of);
            matches!(rest, [.., part, link] if of(link) && (denies(part) || is_any(part) && is_denied))
        }
        () => rest.iter().any(denies) && !lead.is_name && inflect::is_plural(noun.lower()),
    };
    fits.then(|| only.form.to_string())
}

/// Words before one within which the "not" stands that denies it.
const DENIED: usize = 6;

/// "And unlawful": what was added at the end of what is said, where nothing else differs.
fn addition(own: &[Word], said: &Said, other: &[Word]) -> Option<String> {
    let (first, last) = (own.first()?, said.words.iter().rposition(|word| word.is_content)?);
    let at = said.words.iter().position(|word| word.span == first.span)?;
    let is_end = at + own.len() == last + 1 && said.words[last].span == own[own.len() - 1].span;
    let is_addition = first.classes().has(Class::Conjunction) && own.iter().any(|word| !word.is_function);
    (other.is_empty() && is_end && is_addition).then(|| joined(own))
}
