//! Which quantity an event takes: the one that follows ("killed at least 17 people"), or the one that leads up to it ("six people,
//! two of them children, have been killed").

use crate::lexicon::casualties::{self, Event, Frame, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::quantities::{self, Measure};
use crate::model::Figure;
use crate::syntax::Tag;
use crate::syntax::number::Form;
use crate::text::{Span, TokenKind};

use super::Clause;
use super::subject::{chain, singles_after, subject};

/// The figures of the clause's events; marks their quantities as taken.
pub(super) fn counted(clause: &mut Clause<'_>) -> Vec<Figure<Span>> {
    let begins = |at: &usize| casualties::events(&clause.lower[*at..]).next().is_some();
    let begins: Vec<usize> = (0..clause.lower.len()).filter(begins).collect();
    let mut figures = befallen(clause, &begins, false);
    figures.extend(befallen(clause, &begins, true));
    figures
}

/// The figures of the events that are places, or of the others; at each of `begins` the phrase of one begins.
fn befallen(clause: &mut Clause<'_>, begins: &[usize], places: bool) -> Vec<Figure<Span>> {
    let mut figures: Vec<Figure<Span>> = Vec::new();
    let mut shared: Option<Shared> = None;
    let mut next = 0;
    for at in begins.iter().copied() {
        let Some((event, found)) = first_event(clause, at, places).filter(|_| at >= next) else { continue };
        next = at + event.words.len();
        let found = found.or_else(|| shared.as_ref().filter(|before| before.reaches(clause, at)).map(|before| before.taken.clone()));
        if let Some(taken) = &found {
            for index in &taken.quantities {
                clause.quantities[*index].taken = true;
            }
            if !is_former(clause, taken.quantities.iter().map(|index| clause.quantities[*index].start).fold(at, usize::min)) {
                figures.extend(figure(clause, event, taken, at, next));
            }
        }
        shared = found.map(|taken| Shared { taken, end: next });
    }
    figures
}

/// What an event took, for the event that is joined to it ("killed and wounded").
struct Shared {
    taken: Taken,
    end: usize,
}

impl Shared {
    fn reaches(&self, clause: &Clause<'_>, at: usize) -> bool {
        self.taken.is_subject && at == self.end + 1 && closed::classes(clause.word(self.end)).has(Class::Conjunction)
    }
}

/// The quantities that an event counts: one, or several single persons.
#[derive(Clone)]
pub(super) struct Taken {
    pub(super) quantities: Vec<usize>,
    pub(super) is_subject: bool,
    pub(super) qualifier: Option<&'static str>,
}

/// The longest event phrase at `at` with its quantity; without one where the phrase stands and counts nothing.
fn first_event(clause: &Clause<'_>, at: usize, places: bool) -> Option<(&'static Event, Option<Taken>)> {
    let mut longest = None;
    for event in casualties::events(&clause.lower[at..]).filter(|event| (event.frame == Frame::Place) == places) {
        if let Some(taken) = take(clause, event, at) {
            return Some((event, Some(taken)));
        }
        longest = longest.or(Some(event));
    }
    longest.map(|event| (event, None))
}

fn take(clause: &Clause<'_>, event: &Event, at: usize) -> Option<Taken> {
    if event.frame != Frame::Toll && is_of_those(clause, at) {
        return None;
    }
    let end = at + event.words.len();
    let is_passive = || chain(clause, at).passive;
    match event.frame {
        Frame::Object => (!is_no_event(clause, at)).then(|| object(clause, event, end)).flatten(),
        Frame::Both if is_passive() => subject(clause, at),
        Frame::Both => object(clause, event, end)
            .or_else(|| joined_object(clause, event, end))
            .or_else(|| is_intransitive(clause, end).then(|| subject(clause, at)).flatten()),
        Frame::Subject => (!is_no_event(clause, at)).then(|| subject(clause, at)).flatten(),
        // "A man counted among the dead": these are others.
        Frame::State => subject(clause, at).filter(|taken| {
            let is_noun = at.checked_sub(1).is_some_and(|before| closed::classes(clause.word(before)).has(Class::Determiner));
            !is_noun || taken.quantities.iter().any(|index| clause.quantities[*index].form != Form::Article)
        }),
        Frame::Place => subject(clause, at),
        Frame::Head => just_before(clause, at),
        Frame::Toll => toll(clause, end),
    }
}

/// "Seven of the dead were children", "one of the nine injured has died": what begins at `at` tells of whom those are some, who were
/// counted before.
fn is_of_those(clause: &Clause<'_>, at: usize) -> bool {
    let points = |at: &usize| {
        let classes = closed::classes(clause.word(*at));
        let determines = (classes.has(Class::Determiner) || classes.has(Class::Pronoun)) && !classes.has(Class::Relative);
        determines || clause.tags[*at].tag == Tag::Number
    };
    let of = (at.saturating_sub(OF_THOSE)..at).rev().find(|of| quantities::is_partitive(clause.word(*of)));
    let of = of.filter(|of| of + 1 < at && (of + 1..at).all(|at| points(&at)));
    of.and_then(|of| of.checked_sub(1)).is_some_and(|part| clause.part_of[part].is_some_and(|part| clause.quantities[part].low.is_some()))
}

/// Words of "of all those", "of the nine".
const OF_THOSE: usize = 4;

/// Words within which a clause tells that what it counts was counted before.
const FORMER: usize = 6;

/// "its earlier toll of three", "had earlier put the dead at four": what begins at `at` is a number that no longer stands.
pub(super) fn is_former(clause: &Clause<'_>, at: usize) -> bool {
    let has = |at: Option<usize>, role: Role| at.is_some_and(|at| clause.has(at, role));
    let begins = (at.saturating_sub(FORMER)..at).rev().find(|before| clause.tokens[*before].kind != TokenKind::Word);
    let told = begins.map_or(at.saturating_sub(FORMER), |mark| mark + 1)..at;
    let had = |at: usize| has(at.checked_sub(1), Role::Pluperfect) || has(Some(at + 1), Role::Pluperfect);
    // "had originally killed 40": that is what happened, and no count of it.
    let happened = |from: usize| (from..at).any(|between| clause.part_of[between].is_some());
    has(at.checked_sub(1), Role::Former) || told.into_iter().any(|word| clause.has(word, Role::Formerly) && had(word) && !happened(word))
}

/// "to kill", "could die": it has not happened.
fn is_no_event(clause: &Clause<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| clause.has(before, Role::NoEvent))
}

/// Words that can stand between a verb and its number: an adverb or two, "the".
const OBJECT_REACH: usize = 3;

fn object(clause: &Clause<'_>, event: &Event, end: usize) -> Option<Taken> {
    let mut at = end;
    while at < (end + OBJECT_REACH).min(clause.lower.len()) && clause.part_of[at].is_none() {
        let classes = closed::classes(clause.word(at));
        if !(classes.has(Class::Adverb)
            || classes.has(Class::Determiner)
            || classes.has(Class::Possessive)
            || inflect::is_adverb(clause.word(at)))
        {
            return None;
        }
        at += 1;
    }
    let index = clause.part_of.get(at).copied().flatten()?;
    let quantity = &clause.quantities[index];
    let begins = quantity.start == at && !quantity.taken;
    let head_fits = event.head.is_empty() || quantity.head.is_some_and(|head| event.fits(clause.word(head)));
    if !begins || !head_fits || !event.head.is_empty() && quantity.form == Form::Article || !can_be_people(clause, index) {
        return None;
    }
    let mut quantities = vec![index];
    quantities.extend(singles_after(clause, index));
    Some(Taken { quantities, is_subject: false, qualifier: None })
}

/// "killed or wounded 12 men": the first verb has the object of the second.
fn joined_object(clause: &Clause<'_>, event: &Event, end: usize) -> Option<Taken> {
    if !closed::classes(clause.word(end)).has(Class::Conjunction) {
        return None;
    }
    let next = casualties::events(clause.lower.get(end + 1..)?).find(|next| next.frame == Frame::Both)?;
    object(clause, event, end + 1 + next.words.len())
}

/// What follows cannot be an object: nothing, a mark, a function word, a day.
fn is_intransitive(clause: &Clause<'_>, end: usize) -> bool {
    let Some(token) = clause.tokens.get(end) else { return true };
    let classes = closed::classes(clause.word(end));
    let begins_object = classes.has(Class::Determiner) || classes.has(Class::Possessive);
    token.kind != TokenKind::Word || inflect::is_adverb(clause.word(end)) || !classes.is_open() && (!begins_object || is_time(clause, end))
}

/// "this year", "last week": a time and no object.
fn is_time(clause: &Clause<'_>, at: usize) -> bool {
    quantities::unit(clause.word(at + 1)).is_some_and(|unit| unit.measure == Measure::Time)
}

/// Not a length, a sum or a time.
pub(super) fn can_be_people(clause: &Clause<'_>, index: usize) -> bool {
    let quantity = &clause.quantities[index];
    let names_thing =
        |head: usize| quantities::is_thing(clause.word(head)) || quantities::is_thing(clause.word(head).trim_end_matches('s'));
    let thing = !quantity.head.is_some_and(|head| clause.has(head, Role::People)) && quantity.head.is_some_and(names_thing);
    // "a dead heat", "a moral clarity missing": what is dead or missing is no person.
    let bare = quantity.form == Form::Article
        && match quantity.head {
            Some(head) => !names_person(clause, head) && !is_hurt(clause, quantity.start, head),
            None => casualties::events(&clause.lower[quantity.number_end..]).next().is_some(),
        };
    quantity.unit.is_none()
        && !thing
        && !bare
        && !quantity.is_kin
        && quantity.low.is_none_or(|low| low >= 1.0 || quantity.form == Form::Share)
}

/// "a nurse was killed", "hurt a nurse": things break, people are killed and hurt.
fn is_hurt(clause: &Clause<'_>, start: usize, head: usize) -> bool {
    let near = start.saturating_sub(BESIDE)..(head + BESIDE).min(clause.lower.len());
    near.into_iter().any(|at| casualties::events(&clause.lower[at..]).any(|event| casualties::is_harm(event.what)))
}

/// Tokens between a person and what befell them.
const BESIDE: usize = 4;

/// "a miner", "a sister", "a Peruvian": a single person.
fn names_person(clause: &Clause<'_>, head: usize) -> bool {
    let word = clause.word(head);
    clause.has(head, Role::Person) || quantities::is_relative(word) || clause.tokens[head].capital || casualties::is_agent(word)
}

pub(super) fn is_people(clause: &Clause<'_>, index: usize) -> bool {
    clause.quantities[index]
        .head
        .is_none_or(|head| clause.has(head, Role::People) || clause.has(head, Role::Person) || inflect::can_be_plural(clause.word(head)))
}

/// "12 deaths", "47 civilian deaths": the quantity's own phrase leads up to the noun.
fn just_before(clause: &Clause<'_>, at: usize) -> Option<Taken> {
    let index = at.checked_sub(1).and_then(|before| clause.part_of[before])?;
    let quantity = &clause.quantities[index];
    let fits = !quantity.taken && quantity.form != Form::Every && quantity.head_end == at;
    (fits && can_be_people(clause, index) && quantity.form != Form::Article).then(|| Taken {
        quantities: vec![index],
        is_subject: true,
        qualifier: None,
    })
}

/// Tokens that a toll's number can stand after it.
const TOLL_REACH: usize = 14;

/// "death toll (…) rose to at least 23"
fn toll(clause: &Clause<'_>, end: usize) -> Option<Taken> {
    let reach = (end + TOLL_REACH).min(clause.lower.len());
    for at in end..reach {
        if let Some(index) = clause.part_of[at] {
            let quantity = &clause.quantities[index];
            let before = clause.word(at - 1);
            let link = casualties::toll_link(before);
            let direct = at == end;
            if quantity.start == at
                && (direct || link.is_some())
                && !quantity.taken
                && can_be_people(clause, index)
                && quantity.form != Form::Article
            {
                return Some(Taken { quantities: vec![index], is_subject: false, qualifier: link.filter(|link| !link.is_empty()) });
            }
        }
        let classes = closed::classes(clause.word(at));
        let ends = matches!(clause.tokens[at].kind, TokenKind::Stop)
            || classes.has(Class::Subordinator) && casualties::toll_link(clause.word(at)).is_none() && !classes.has(Class::Preposition);
        if ends {
            return None;
        }
    }
    None
}

fn figure(clause: &Clause<'_>, event: &Event, taken: &Taken, at: usize, end: usize) -> Option<Figure<Span>> {
    let first = &clause.quantities[*taken.quantities.first()?];
    let last = &clause.quantities[*taken.quantities.last()?];
    let (from, to) = (first.start.min(at), last.head_end.max(end));
    let family = first.head.is_some_and(|head| clause.has(head, Role::Family));
    let unit = if family { clause.word(first.head?).to_owned() } else { "people".to_owned() };
    let mut figure = clause.figure(first, event.what.to_owned(), unit, clause.span(from, to));
    if taken.quantities.len() > 1 {
        figure.low = Some(taken.quantities.len() as f64);
    }
    figure.cumulative |= event.frame == Frame::Toll;
    figure.qualifier = figure.qualifier.or(taken.qualifier.map(str::to_owned));
    Some(figure)
}
