//! The quantity that leads up to an event: from its verb back through verb chain, asides and relative clauses to the subject ("six
//! people, two of them children, have been killed"), and the single persons that are joined to a single one.

use crate::lexicon::casualties::{self, Frame, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::quantities;
use crate::syntax::number::Form;
use crate::text::TokenKind;

use super::Clause;
use super::event::{Taken, can_be_people, is_people};

/// The verb chain before a participle.
pub(super) struct Chain {
    begin: usize,
    pub(super) passive: bool,
    /// Holds an auxiliary, so that the subject is parted from a participle by more than an adverb.
    verbal: bool,
}

/// Longest verb chain, in tokens.
const CHAIN: usize = 8;

pub(super) fn chain(clause: &Clause<'_>, at: usize) -> Chain {
    let mut found = Chain { begin: at, passive: false, verbal: false };
    while let Some(before) = found.begin.checked_sub(1).filter(|before| at - before <= CHAIN && clause.part_of[*before].is_none()) {
        let classes = closed::classes(clause.word(before));
        let passive = clause.has(before, Role::Passive);
        let links = passive
            || clause.has(before, Role::Chain)
            || classes.has(Class::Adverb)
            || classes.has(Class::Auxiliary)
            || inflect::is_adverb(clause.word(before));
        if !links {
            break;
        }
        found.passive |= passive;
        found.verbal |= passive || classes.has(Class::Auxiliary);
        found.begin = before;
    }
    found
}

/// Tokens that a subject can stand before its verb.
const SUBJECT_REACH: usize = 40;

pub(super) fn subject(clause: &Clause<'_>, at: usize) -> Option<Taken> {
    let chain = chain(clause, at);
    let mut cursor = chain.begin;
    let mut singles: Vec<usize> = Vec::new();
    let mut crossed_and = false;
    while let Some(here) = cursor.checked_sub(1).filter(|here| at - here <= SUBJECT_REACH) {
        if let Some(index) = clause.part_of[here] {
            let quantity = &clause.quantities[index];
            let adverbial = (chain.verbal || cursor != chain.begin) && after_preposition(clause, quantity.start);
            if adverbial || quantity.taken || !can_be_people(clause, index) || crossed_and && !is_people(clause, index) {
                if quantity.taken || quantity.is_kin {
                    break;
                }
                cursor = quantity.start;
                continue;
            }
            singles.insert(0, index);
            let more = quantity.form == Form::Article && joined_before(clause, quantity.start);
            if !more {
                break;
            }
            crossed_and = true;
            cursor = quantity.start;
            continue;
        }
        match step(clause, here, chain.begin) {
            Step::To(next) => cursor = next,
            Step::Stop => break,
        }
        crossed_and |= closed::classes(clause.word(here)).has(Class::Conjunction);
    }
    let all_single = singles.iter().all(|index| clause.quantities[*index].form == Form::Article);
    if !all_single {
        singles = singles.pop().into_iter().collect();
    }
    if let [single] = singles[..] {
        singles.extend(singles_after(clause, single));
    }
    (!singles.is_empty()).then_some(Taken { quantities: singles, is_subject: true, qualifier: None })
}

enum Step {
    To(usize),
    Stop,
}

/// Where the walk towards the subject goes from token `here`.
fn step(clause: &Clause<'_>, here: usize, verb: usize) -> Step {
    let classes = closed::classes(clause.word(here));
    match clause.tokens[here].kind {
        TokenKind::Close => return back_to(clause, here, TokenKind::Open),
        TokenKind::Mark if clause.word(here) == "," => {
            let aside = here + 1 == verb || closed::classes(clause.word(here + 1)).has(Class::Conjunction);
            return if aside { over_aside(clause, here) } else { Step::Stop };
        }
        TokenKind::Word | TokenKind::Number | TokenKind::Address => {}
        TokenKind::Quote | TokenKind::Dash if !clause.tokens[here].spaced => {}
        _ => return Step::Stop,
    }
    let named = here.checked_sub(1).is_some_and(|before| quantities::is_naming(clause.word(before)));
    let begins_clause = !named && classes.has(Class::Subordinator) && !classes.has(Class::Relative) && !classes.has(Class::Preposition);
    let is_verb = (classes.has(Class::Auxiliary) || classes.has(Class::Modal))
        && !here.checked_sub(1).is_some_and(|before| closed::classes(clause.word(before)).has(Class::Relative));
    let is_event = casualties::events(&clause.lower[here..])
        .any(|event| !matches!(event.frame, Frame::Object | Frame::Place) || event.words.len() > 1 && event.frame != Frame::Place);
    if begins_clause
        || is_verb
        || quantities::is_singling(clause.word(here))
        || is_event
        || !named && quantities::begins_time_clause(clause.word(here))
    {
        Step::Stop
    } else {
        Step::To(here)
    }
}

/// Tokens that an aside in commas or brackets can have.
const ASIDE: usize = 25;

fn back_to(clause: &Clause<'_>, from: usize, kind: TokenKind) -> Step {
    let reach = from.saturating_sub(ASIDE);
    (reach..from).rev().find(|at| clause.tokens[*at].kind == kind).map_or(Step::Stop, Step::To)
}

fn over_aside(clause: &Clause<'_>, from: usize) -> Step {
    let reach = from.saturating_sub(ASIDE);
    (reach..from).rev().find(|at| clause.word(*at) == ",").map_or(Step::Stop, Step::To)
}

fn after_preposition(clause: &Clause<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| {
        let word = clause.word(before);
        closed::classes(word).has(Class::Preposition) && !quantities::is_partitive(word)
    })
}

/// "… and a boy": another single person is joined before.
fn joined_before(clause: &Clause<'_>, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| closed::classes(clause.word(before)).has(Class::Conjunction))
}

/// "a man … and his son": how many more single persons are joined after a single one, by their possessive.
pub(super) fn singles_after(clause: &Clause<'_>, index: usize) -> Option<usize> {
    let quantity = &clause.quantities[index];
    if quantity.form != Form::Article {
        return None;
    }
    let reach = (quantity.head_end + ASIDE).min(clause.lower.len());
    let and = (quantity.head_end..reach)
        .take_while(|at| casualties::events(&clause.lower[*at..]).next().is_none() && clause.tokens[*at].kind != TokenKind::Stop)
        .find(|at| closed::classes(clause.word(*at)).has(Class::Conjunction))?;
    let owned = closed::classes(clause.word(and + 1)).has(Class::Possessive) && quantities::is_relative(clause.word(and + 2));
    owned.then_some(index)
}
