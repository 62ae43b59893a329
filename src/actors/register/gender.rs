//! He from she by what a text goes on to say: "Katrin Lund said no. She left." A person whose name tells neither, and who alone is
//! named in a sentence, is who the next sentence of the paragraph begins with.
//!
//! Known failure: a paragraph that goes on with a person of an earlier one, by a pronoun, after a sentence about somebody else.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::Gender;
use crate::lexicon::closed::Class;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::model::ActorKind;
use crate::text::Document;

use super::line::Line;
use super::{Register, Seen};

impl Register<'_> {
    /// Gives a gender to each person without one whom the text's pronouns tell, where all of them agree.
    pub(super) fn tell_gender<'t>(&mut self, document: &'t Document<'t>, lower: &'t [Cow<'t, str>]) {
        let mut told: FxHashMap<String, Option<Gender>> = FxHashMap::default();
        let mut owners: FxHashMap<String, Option<Gender>> = FxHashMap::default();
        for index in 0..document.sentences.len() {
            let line = Line::without_runs(document, lower, document.token_range(index));
            self.owners_told(&line, &mut owners);
            let Some(gender) = opened(&line) else { continue };
            let before = index.checked_sub(1).filter(|before| document.sentences[*before].segment == document.sentences[index].segment);
            if let Some(person) = before.and_then(|before| self.only_person(document, before)) {
                let known = told.entry(person).or_insert(Some(gender));
                *known = known.filter(|known| *known == gender);
            }
        }
        // What an owner tells, no sentence after it takes back: "Zyra Lund and his wife left. She said".
        told.extend(owners);
        if told.is_empty() {
            return;
        }
        let find = |name: &str| told.get(name).copied().flatten();
        for (name, gender) in self.people.values_mut() {
            *gender = gender.or_else(|| find(name));
        }
        for seen in &mut self.seen {
            seen.gender = seen.gender.or_else(|| find(&seen.name));
        }
    }

    /// "Zyra Lund and her agent fell out": whose agent it is can only be hers.
    fn owners_told(&self, line: &Line<'_>, told: &mut FxHashMap<String, Option<Gender>>) {
        let owns = |at: &usize| line.classes(*at).has(Class::Possessive) && line.classes(*at - 1).has(Class::Conjunction);
        for at in (2..line.tokens.len()).filter(owns) {
            let Some(gender) = pronouns::owner(line.lower(at)).and_then(Pronoun::gender) else { continue };
            let before = self.seen[..self.seen.partition_point(|seen| seen.end <= line.tokens[at - 2].span.end())].iter().rev();
            let mut people = before.take_while(|seen| seen.at >= line.tokens[0].span.start()).filter(|seen| seen.kind == ActorKind::Person);
            // By the full name: one surname can be that of both.
            let is_whole = |owner: &&Seen| line.text[owner.at..owner.end] == owner.name;
            let owner = people.next().filter(is_whole).filter(|owner| owner.end == line.tokens[at - 2].span.end() && owner.is_subject);
            if let Some(owner) = owner.filter(|owner| owner.gender.is_none() && people.all(|other| other.name == owner.name)) {
                let known = told.entry(owner.name.clone()).or_insert(Some(gender));
                *known = known.filter(|known| *known == gender);
            }
        }
    }

    /// The only person named in a sentence, where nothing tells he from she.
    fn only_person(&self, document: &Document<'_>, index: usize) -> Option<String> {
        let span = document.sentences[index].span;
        let from = self.seen.partition_point(|seen| seen.at < span.start());
        let within = self.seen[from..].iter().take_while(|seen| seen.at < span.end());
        let mut people = within.filter(|seen| seen.kind == ActorKind::Person);
        let first = people.next()?;
        let only = people.all(|other| other.name == first.name) && first.gender.is_none() && first.is_subject;
        only.then(|| first.name.clone())
    }
}

/// The pronoun that a sentence begins with tells he from she.
pub(super) fn opened(line: &Line<'_>) -> Option<Gender> {
    pronouns::pronoun(line.lower(0))?.gender()
}
