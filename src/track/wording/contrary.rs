//! One thing of which the contrary is so now, where one of the two sentences tells nothing else of it but when: "the pool is open to
//! members", "the pool was shut by noon".

use crate::lexicon::closed::Class;
use crate::lexicon::inflect::{self, form};
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::wording::are_opposite;
use crate::lexicon::words::Role;
use crate::track::read::words::Word;

/// A sentence that says in what state something is.
pub(in crate::track) struct Stated<'w> {
    words: &'w [Word],
    states: Vec<usize>,
}

impl<'w> Stated<'w> {
    /// `None` where it says none.
    pub(in crate::track) fn of(words: &'w [Word]) -> Option<Self> {
        let states: Vec<usize> = states(words).collect();
        (!states.is_empty()).then_some(Stated { words, states })
    }

    /// The two contrary words, where the subjects are one and the later sentence tells of now. What is open to some may be shut to others,
    /// so only one of the two may tell more of its state than a time.
    pub(in crate::track) fn contrary(&self, other: &Self) -> Option<[&'w Word; 2]> {
        let pairs = self.states.iter().flat_map(|was| other.states.iter().map(move |is| (*was, *is)));
        let (before, after) = (self.words, other.words);
        let is_contrary = |(was, is): &(usize, usize)| are_opposite(before[*was].lower(), after[*is].lower());
        let is_of_one = |(was, is): &(usize, usize)| {
            let (one, other) = (&before[..*was], &after[..*is]);
            let (rest, now) = (&before[*was + 1..], &after[*is + 1..]);
            let is_one_subject = is_subject_of(one, other) && is_subject_of(other, one);
            is_one_subject && !is_of_another_time(other, now) && (is_time_alone(rest) || is_time_alone(now))
        };
        let (was, is) = pairs.filter(is_contrary).find(is_of_one)?;
        Some([&before[was], &after[is]])
    }
}

/// Words that say in what state something is, and are not denied.
fn states(words: &[Word]) -> impl Iterator<Item = usize> + '_ {
    (1..words.len()).take(REACH).filter(|at| {
        let word = &words[*at];
        let leads = || words[..*at].iter().rev().take_while(|word| word.is_function || leads_to_state(word));
        let has = |class: Class| leads().any(|word| word.classes().has(class));
        let is_led = || leads().any(|word| is_role(word, Role::Be)) && !has(Class::Negation) && !has(Class::Determiner);
        // "Is closing two mills" is a deed, "is missing since May" none.
        let ends = |next: &Word| next.classes().has_any(&[Class::Preposition, Class::Conjunction, Class::Adverb]);
        let takes_object = || words.get(*at + 1).is_some_and(|next| !ends(next) && !next.is_calendar);
        let is_done = || word.looked_up().forms & form::GERUND != 0 && takes_object();
        !word.is_function && !word.is_quoted && !word.is_name && is_led() && !is_done()
    })
}

fn is_role(word: &Word, role: Role) -> bool {
    word.looked_up().is(role)
}

/// "Remains", "still".
fn leads_to_state(word: &Word) -> bool {
    is_role(word, Role::Be) || is_role(word, Role::Now)
}

/// What was so in another year, at some hour of the past or on a day of every week, what may be so, and what did not last.
fn is_of_another_time(subject: &[Word], rest: &[Word]) -> bool {
    let is_turned = |word: &Word| word.looked_up().forms & form::PAST != 0 && word.looked_up().forms & form::BASE == 0;
    let is_other = |word: &Word| {
        let breaks = word.classes().has_any(&[Class::Modal, Class::Subordinator, Class::Relative, Class::Conjunction]);
        let is_habit = word.is_calendar && inflect::is_plural(word.lower());
        let limits = [Role::Until, Role::To].into_iter().any(|role| is_role(word, role));
        breaks || is_habit || limits || word.is_count || word.wording().period || is_turned(word)
    };
    rest.iter().any(is_other) || subject.iter().any(|word| word.classes().has_any(&[Class::Modal, Class::Subordinator]))
}

/// Nothing is told but when.
fn is_time_alone(rest: &[Word]) -> bool {
    rest.iter().all(|word| word.is_function || word.is_calendar || word.wording().moment)
}

/// Every word of the one that tells something stands in the other, and one that is no number does; it is neither another nor only some.
fn is_subject_of(one: &[Word], other: &[Word]) -> bool {
    let tells = |word: &&Word| !word.is_function && !word.is_calendar && !leads_to_state(word);
    let mut telling = one.iter().filter(tells).peekable();
    let names_it = one.iter().filter(tells).any(|word| !word.is_count);
    let is_part = |word: &Word| !word.grades().is_empty() || numbers::uses(word.lower()).contains(&NumberWord::Article);
    telling.peek().is_some()
        && names_it
        && !one.iter().any(is_part)
        && telling.all(|word| other.iter().any(|own| own.root() == word.root()))
}

/// Words from the beginning of a sentence among which the first state stands that is told of its subject.
const REACH: usize = 24;
