//! Who did what only one does: "Rebels shelled the school", "the school was shelled by soldiers". Two that tell one such deed and name two
//! doers contradict each other, where these surely are two: people of two surnames, two states, armed bodies of two sides.
//!
//! Most bodies go by several names ("the party", "Lind's team", "Washington"), and most deeds may be done by many ("criticised the plan"):
//! so whom no table tells apart may be one, and verbs are listed.
//!
//! Known failures: who has no common given name and says nothing, and a state that neither speaks nor is spoken to, are nobody known; a
//! deed that two did together, of whom each outlet names one, is a conflict.

use rustc_hash::{FxHashMap, FxHashSet};

use super::compare::{Agreement, Compared};
use super::conflict::{Group, by_outlet};
use super::finding::OutletFinding;
use super::series::is_toll;
use super::stance::stance;
use crate::lexicon::actors::{self, gender_of_name};
use crate::lexicon::casualties;
use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words::{Role, look_up};
use crate::model::ActorKind;
use crate::text::{Document, lower_case};
use crate::track::read::words::{Reader, Word, joined};

/// A deed that one alone does, and who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Done {
    doer: String,
    who: Who,
    /// The verb, with the small word behind it: "shot down".
    deed: Vec<String>,
    /// To whom or what, and where: roots, sorted.
    what: Vec<String>,
    /// The days that are told.
    days: Vec<String>,
    /// Who says so, where that is known to be one who can do such a deed.
    source: Option<Who>,
}

/// Who a doer surely is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Who {
    /// Somebody with this surname, and a given name if it is told.
    Person(Option<String>, String),
    State(String),
    /// Armed, and of one of these sides.
    Sides(Vec<&'static str>),
}

/// Words that say who did it at most.
const DOER: usize = 6;

/// Who speaks or is spoken to in the reports.
#[derive(Debug, Default)]
pub(super) struct People {
    surnames: FxHashSet<String>,
    /// States, by each of their names.
    states: FxHashMap<String, String>,
}

impl People {
    pub(super) fn of(findings: &[OutletFinding]) -> People {
        let claims = findings.iter().filter_map(|finding| Some(&finding.claim()?.claim));
        let mut out = People::default();
        for actor in claims.flat_map(|claim| claim.source.iter().chain(&claim.target)) {
            let surname = actor.name.rsplit(' ').next().filter(|last| last.starts_with(char::is_uppercase));
            match actor.kind {
                ActorKind::Person => out.surnames.extend(surname.map(str::to_lowercase)),
                ActorKind::State => {
                    out.states.insert(actor.name.clone(), actor.name.clone());
                    out.states.insert(actor.text.clone(), actor.name.clone());
                }
                _ => {}
            }
        }
        out
    }
}

impl Done {
    /// The deed of a finding whose words are given: of a toll those of its sentence.
    pub(super) fn of(finding: &OutletFinding, words: &[Word], (people, reader): (&People, &Reader)) -> Option<Done> {
        let is_told = finding.figure().is_some_and(|figure| is_toll(&figure.what)) || stance(finding) == Some(true);
        let done = if is_told { Done::read(words, people)? } else { return None };
        let source = Who::of(reader.page(&Document::new(finding.source_name())).all(), people);
        Some(Done { source, ..done })
    }

    fn read(words: &[Word], people: &People) -> Option<Done> {
        let at = (0..words.len()).find(|at| words[*at].wording().sole && !words[*at].is_name)?;
        let before = &words[..at];
        let is_bare = |word: &Word| !is_doubtful(word) && !word.classes().has_any(PARTS);
        if !before.iter().all(is_bare) {
            return None;
        }
        let has = |word: &Word, role| word.looked_up().is(role);
        let helpers = before.iter().rev().take_while(|word| word.is_function).count();
        let subject = subject(&before[..before.len() - helpers]);
        if before[before.len() - helpers..].iter().any(|word| has(word, Role::Be)) {
            let by = at + 1 + words[at + 1..].iter().take(DOER).position(|word| has(word, Role::By))?;
            let begin = by + 1;
            let end = begin + words[begin..].iter().position(ends).unwrap_or(words.len() - begin);
            let rest = words[at + 1..by].iter().chain(up_to_end(&words[end..])).chain(subject);
            Done::told((&words[begin..end], &words[at..=at]), rest, people).filter(|_| is_definite(subject))
        } else {
            let particle = words.get(at + 1).is_some_and(|next| next.classes().has_any(&[Class::Adverb, Class::Preposition]));
            let end = at + 1 + usize::from(particle);
            let rest = up_to_end(&words[end..]);
            Done::told((subject, &words[at..end]), rest.iter(), people).filter(|_| is_definite(&words[end..]))
        }
    }

    fn told<'w>((doer, deed): (&[Word], &[Word]), rest: impl Iterator<Item = &'w Word>, people: &People) -> Option<Done> {
        let (days, what): (Vec<&Word>, Vec<&Word>) = rest.filter(|word| !word.is_function).partition(|word| word.is_calendar);
        let roots = |words: &[&Word]| {
            let mut roots: Vec<String> = words.iter().map(|word| word.root().to_string()).collect();
            roots.sort_unstable();
            roots.dedup();
            roots
        };
        if what.is_empty() || doer.len() > DOER {
            return None;
        }
        let deed = deed.iter().map(|word| word.root().to_string()).collect();
        Some(Done { doer: joined(doer), who: Who::of(doer, people)?, deed, what: roots(&what), days: roots(&days), source: None })
    }

    /// They tell one deed, whoever did it.
    pub(super) fn is_one(&self, other: &Done) -> bool {
        let are_of_one_day = self.days.is_empty() || other.days.is_empty() || self.days == other.days;
        self.deed == other.deed && self.what == other.what && are_of_one_day
    }

    /// One deed of two doers.
    pub(super) fn is_of_another(&self, other: &Done) -> bool {
        self.is_one(other) && self.who.is_another(&other.who)
    }

    /// Who tells the one is who did it by the other, or of that side.
    fn is_by_party(&self, other: &Done) -> bool {
        let is_of = |source: &Who| std::mem::discriminant(source) == std::mem::discriminant(&other.who) && !source.is_another(&other.who);
        self.source.as_ref().is_some_and(is_of)
    }
}

impl Who {
    fn of(doer: &[Word], people: &People) -> Option<Who> {
        let doer = &doer[doer.iter().position(|word| !word.is_function)?..];
        // "Rebels and soldiers", "supporters of the army".
        if doer.iter().any(|word| word.is_function || word.is_count) {
            return None;
        }
        let is_capital = |word: &Word| word.form.starts_with(char::is_uppercase);
        let named: Vec<&Word> = doer.iter().filter(|word| is_capital(word)).collect();
        let given =
            named.windows(2).find(|pair| gender_of_name(&pair[0].form).is_some()).map(|pair| lower_case(&pair[0].form).into_owned());
        let surname = named.last().filter(|last| doer.last().is_some_and(|end| end.span == last.span));
        let surname = surname.map(|last| lower_case(&last.form).into_owned());
        if let Some(surname) = surname.filter(|surname| given.is_some() || people.surnames.contains(surname)) {
            return Some(Who::Person(given, surname));
        }
        if let Some(state) = people.states.get(&joined(doer)) {
            return Some(Who::State(state.clone()));
        }
        let side = |word: &Word| word.wording().side;
        let sides: Vec<&str> = doer.iter().filter_map(side).flat_map(|sides| sides.split('|')).collect();
        let is_armed = |word: &Word| side(word).is_some() || word.looked_up().is(Role::Armed);
        // "The Arakan Army" may be of any side.
        let is_plain = !doer.iter().any(|word| word.is_name);
        (!sides.is_empty() && is_plain && doer.last().is_some_and(is_armed)).then_some(Who::Sides(sides))
    }

    fn is_another(&self, other: &Who) -> bool {
        match (self, other) {
            (Who::Person(given, surname), Who::Person(other_given, other_surname)) => {
                surname != other_surname && (given.is_none() || given != other_given)
            }
            (Who::State(one), Who::State(other)) => one != other,
            (Who::Sides(one), Who::Sides(other)) => !one.iter().any(|side| other.contains(side)),
            _ => false,
        }
    }
}

impl Group<'_> {
    /// One deed that only one does, and two that surely are not one as its doers. Who accuse each other need not contradict each other's
    /// outlet.
    pub(super) fn doers(&self) -> Option<(Agreement, String)> {
        let deed = |at: usize| self.compared.deeds[at].as_ref();
        let outlet = |at: usize| self.compared.findings[at].outlet.as_str();
        let tells = |of: usize, not: &Done| {
            let mut own = self.group.iter().filter(|at| outlet(**at) == outlet(of)).filter_map(|at| deed(*at));
            own.any(|own| own.is_one(not) && !own.is_of_another(not))
        };
        let others = |(left, right)| deed(left).zip(deed(right)).filter(|(one, other): &(&Done, &Done)| one.is_of_another(other));
        let is_other = |(left, right): &(usize, usize)| {
            others((*left, *right)).is_some_and(|(one, other)| !tells(*left, other) || !tells(*right, one))
        };
        let is_conflict = |(left, right): (usize, usize)| {
            let is_of_parties =
                |(one, other): (&Done, &Done)| !self.is_of_one_source((left, right)) && (one.is_by_party(other) || other.is_by_party(one));
            let is_plain = |(one, other)| !is_of_parties((one, other)) && !tells(left, other) && !tells(right, one);
            self.is_one_time(left, right) && others((left, right)).is_some_and(is_plain)
        };
        let first = self.pairs().find(|pair| is_conflict(*pair)).or_else(|| self.pairs().find(is_other))?;
        let of_deed = |at: &usize| Some(deed(*at)?).filter(|own| deed(first.0).is_some_and(|first| own.is_one(first)));
        let told = by_outlet(self.group.iter().filter_map(|at| Some((&self.compared.findings[*at], of_deed(at)?.doer.as_str()))));
        self.verdict(true, |pair| pair == first && is_conflict(pair), "doers", &told)
    }
}

/// Both tell one deed of two doers.
pub(super) fn are_of_others(compared: &Compared<'_>, left: usize, right: usize) -> bool {
    let deeds = [left, right].map(|at| compared.deeds[at].as_ref());
    matches!(deeds, [Some(one), Some(other)] if one.is_of_another(other))
}

/// Where another clause begins.
const PARTS: &[Class] = &[Class::Conjunction, Class::Subordinator, Class::Relative, Class::Negation, Class::Modal, Class::Speech];

/// It says that it may not be so, is yet to come, or is somebody's word.
fn is_doubtful(word: &Word) -> bool {
    let of_force = force::of(&word.form, word.stem()).is_some_and(|(sort, _)| matches!(sort, Sort::Hedge | Sort::Verb));
    of_force || word.wording().hedge || word.looked_up().is(Role::ToCome)
}

/// The words of a subject without the day before it.
fn subject(words: &[Word]) -> &[Word] {
    let day = words.iter().rposition(|word| word.is_calendar).map_or(0, |at| at + 1);
    &words[day..]
}

/// "The school", "its depot", "Tarven": no other such thing is meant.
fn is_definite(words: &[Word]) -> bool {
    let Some(first) = words.first() else { return false };
    let classes = first.classes();
    let is_led = classes.has_any(&[Class::Determiner, Class::Possessive]) && !actors::is_indefinite(first.lower());
    is_led && first.grades().is_empty() || first.is_name
}

fn ends(word: &Word) -> bool {
    let lower = lower_case(&word.form);
    let begins_deed = || look_up(&lower).forms & form::GERUND != 0 || inflect::by_ending(&lower) & form::GERUND != 0;
    let classes = word.classes();
    word.is_calendar || classes.has_any(PARTS) || classes.has(Class::Preposition) || begins_deed()
}

/// What is told of the deed up to where another begins.
fn up_to_end(words: &[Word]) -> &[Word] {
    let is_other = |word: &Word| {
        let is_event = casualties::events(&[&*lower_case(&word.form)]).next().is_some();
        is_event || ends(word) && !word.is_calendar && !word.classes().has(Class::Preposition)
    };
    &words[..words.iter().position(is_other).unwrap_or(words.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_of_others(left: &str, right: &str) -> bool {
        let reader = Reader::default();
        let surnames = ["ruhl", "tamm"].map(str::to_owned).into_iter().collect();
        let states = [("Chile", "Chile"), ("Peru", "Peru"), ("Lima", "Peru")].map(|(text, name)| (text.to_owned(), name.to_owned()));
        let people = People { surnames, states: states.into_iter().collect() };
        let [one, other] = [left, right].map(|text| Done::read(reader.page(&Document::new(text)).all(), &people));
        one.zip(other).is_some_and(|(one, other)| one.is_of_another(&other))
    }

    #[test]
    fn one_deed_has_one_doer() {
        for (left, right) in [
            ("Rebels shelled the mill", "Government forces shelled the mill"),
            ("rebels shelled the mill in Renn on Monday", "the mill in Renn was shelled by soldiers"),
            ("Laura Moss won the race", "the race was won by Peter Dahl"),
            ("On Friday rebels shelled the mill, killing 9 people", "The army shelled the mill and left"),
            ("Chile fired the rocket", "Peru fired the rocket"),
            ("police shot the boy", "soldiers shot the boy"),
            ("Ruhl won the race", "Orla Tamm won the race"),
        ] {
            assert!(are_of_others(left, right), "{left} / {right}");
        }
    }

    #[test]
    fn who_may_be_one_is_no_other_doer() {
        for (left, right) in [
            ("Rebels shelled the mill", "Fighters shelled the mill"),
            ("Rebels shelled the mill", "The Colby Liberation Army shelled the mill"),
            ("Police shot the boy", "Government forces shot the boy"),
            ("Laura Moss won the race", "Red Arrow won the race"),
            ("Laura Moss won the race", "Moss won the race"),
            ("Laura Moss won the race in Renn", "Peter Dahl won the race in Colby"),
            ("Laura Moss won the race on Monday", "Peter Dahl won the race on Tuesday"),
            ("Laura Moss won a prize", "Peter Dahl won a prize"),
            ("Laura Moss praised the plan", "Peter Dahl praised the plan"),
            ("Rebels may have shelled the mill", "Soldiers shelled the mill"),
            ("Rebels shelled the mill", "Soldiers did not shell the mill"),
            ("Rebels and soldiers shelled the mill", "Soldiers shelled the mill"),
            ("Opponents of the army shelled the mill", "Rebels shelled the mill"),
            ("Army deserters shelled the mill", "Rebels shelled the mill"),
            ("Supporters of Laura Moss won the race", "Peter Dahl won the race"),
            ("The United States fired the rocket", "America fired the rocket"),
            ("Peru fired the rocket", "Lima fired the rocket"),
        ] {
            assert!(!are_of_others(left, right), "{left} / {right}");
        }
    }
}
