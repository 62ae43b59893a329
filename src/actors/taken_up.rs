//! Descriptions that take up somebody whom the text has named: "the 44-year-old", "the Swede", "the striker", "the former minister", "the
//! Finnish firm". None of them is an actor of its own, or "he" would go on to mean it.
//!
//! It needs a determiner and nobody whom the text introduced by the same noun ("a man … the man").
//!
//! Known failure: of two people of one sex in one sentence, "the striker" is the one who spoke or was the subject last.

use crate::lexicon::actors::{self, Gender, NameUse, Post, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::numbers::{self, NumberWord};
use crate::model::ActorKind;

use super::described::Described;
use super::words::Words;
use super::{Actor, Past, Resolver};

impl Resolver<'_, '_> {
    /// The person or the company that a description at `at` takes up.
    pub(super) fn taken_up_by(&self, it: &Described, words: &Words<'_>, at: usize) -> Option<Actor> {
        let is_determined = words.lower.first().is_some_and(|first| {
            let classes = closed::classes(first);
            classes.has(Class::Determiner) && !classes.has(Class::Possessive)
        });
        if !it.definite || !is_determined || it.plural || it.place.is_some() || it.body.is_some() || !it.rest.is_empty() {
            return None;
        }
        self.of_age(it, at).or_else(|| self.former(it)).or_else(|| self.somebody(it, words, at)).or_else(|| self.company_of_state(it))
    }

    /// "The 44-year-old", "the 61-year-old lawyer": whoever is of that age, else the last person whose age is not another one.
    fn of_age(&self, it: &Described, at: usize) -> Option<Actor> {
        let age = it.core.iter().find_map(|word| age(word))?;
        if let Some(person) = self.register.aged(age) {
            return self.named(person);
        }
        let fits = |name: &str| !self.register.has_other_age(name, age);
        let found =
            || self.latest(at, |actor| is_named(actor) && fits(&actor.name), |seen| seen.kind == ActorKind::Person && fits(&seen.name));
        if it.core.len() == 1 { found() } else { None }
    }

    /// "the former minister": whoever the text calls so, and never who is minister now.
    fn former(&self, it: &Described) -> Option<Actor> {
        let [first, post @ ..] = it.core.as_slice() else { return None };
        if post.is_empty() || !actors::has_role(first, Role::Former) {
            return None;
        }
        self.register.holder(&it.core.join(" ")).and_then(|person| self.named(person))
    }

    /// "the striker", "the man", "the Swede": the last person whom it can mean.
    fn somebody(&self, it: &Described, words: &Words<'_>, at: usize) -> Option<Actor> {
        let is_anybody = actors::has_role(&it.head, Role::Anybody) && it.core.len() == 1 && it.state.is_none();
        let is_of_age = || it.core.iter().any(|word| age(word).is_some());
        if !(is_anybody || self.is_one_of_a_people(words)) || self.register.introduces(&it.head, at) || is_of_age() {
            return None;
        }
        let gender = actors::gender_of_noun(&it.head);
        let fits = |name: &str, known: Option<Gender>| {
            let agrees = gender.is_none_or(|gender| known.or_else(|| self.told(name)).is_none_or(|known| known == gender));
            agrees && !self.is_speaking(name, at)
        };
        self.latest(
            at,
            |actor| is_named(actor) && fits(&actor.name, actor.gender),
            |seen| seen.kind == ActorKind::Person && fits(&seen.name, seen.gender),
        )
    }

    /// "Roper said the man had fled": what stands at `at` is told by `name`, who calls nobody "the man" that is Roper.
    fn is_speaking(&self, name: &str, at: usize) -> bool {
        let tells = |past: &Past| past.actor.name == name && past.said.is_some_and(|said| said.start() <= at && at < said.end());
        self.past.iter().rev().take(AROUND).any(tells)
    }

    /// "The Swede", "the Ghanaian", where "Swedes" and "Ghanaians" are the people.
    fn is_one_of_a_people(&self, words: &Words<'_>) -> bool {
        let [only] = words.bare().up_to_comma().raw else { return false };
        let people = self.register.world.get(&format!("{only}s"));
        people.is_some_and(|people| people.used == NameUse::People && people.kind == ActorKind::State)
    }

    /// "The Finnish firm", "the Oslo-based airline": the only company of the text, and where it is.
    fn company_of_state(&self, it: &Described) -> Option<Actor> {
        let places = &it.core[..it.core.len().saturating_sub(1)];
        let is_where = (it.state.is_some() || !places.is_empty()) && places.iter().all(|word| word.starts_with(char::is_uppercase));
        let is_company = is_where && actors::sort(&it.head).is_some() && !actors::is_post(&it.head, Post::Office);
        let name = self.register.body(&it.head).filter(|_| is_company)?;
        Some(Actor::new(name, ActorKind::Organisation))
    }
}

/// Claims back within which one stands around a place.
const AROUND: usize = 6;

fn is_named(actor: &Actor) -> bool {
    actor.kind == ActorKind::Person && !actor.plural
}

/// The years of "44-year-old".
fn age(word: &str) -> Option<&str> {
    let (years, words) = word.split_once('-')?;
    let is_age = numbers::uses(words).contains(&NumberWord::AgeAfter) && years.bytes().all(|digit| digit.is_ascii_digit());
    is_age.then_some(years)
}
