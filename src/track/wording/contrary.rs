//! One thing of which the contrary is so now, whatever else the two sentences tell of it: "the pool is open to members", "the pool was
//! shut by noon".

use crate::lexicon::closed::Class;
use crate::lexicon::inflect::form;
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

    /// The two contrary words, where one of the subjects has every word of the other's.
    pub(in crate::track) fn contrary(&self, other: &Self) -> Option<[&'w Word; 2]> {
        let pairs = self.states.iter().flat_map(|was| other.states.iter().map(move |is| (*was, *is)));
        let (before, after) = (self.words, other.words);
        let is_contrary = |(was, is): &(usize, usize)| are_opposite(before[*was].lower(), after[*is].lower());
        let is_of_one = |(was, is): &(usize, usize)| {
            let (one, other) = (&before[..*was], &after[..*is]);
            is_subject_of(one, other) || is_subject_of(other, one)
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

/// Every word of the one that tells something stands in the other, and one that is no number does.
fn is_subject_of(one: &[Word], other: &[Word]) -> bool {
    let tells = |word: &&Word| !word.is_function && !word.is_calendar && !leads_to_state(word);
    let mut telling = one.iter().filter(tells).peekable();
    let names_it = one.iter().filter(tells).any(|word| !word.is_count);
    telling.peek().is_some() && names_it && telling.all(|word| other.iter().any(|own| own.root() == word.root()))
}

/// Words from the beginning of a sentence among which the first state stands that is told of its subject.
const REACH: usize = 24;
