//! He from she by what a text goes on to say: "Katrin Lund said no. She left." A person whose name tells neither, and who alone is named
//! in a
//! sentence, is who the next sentence of the paragraph begins with.
//!
//! Known failure: a paragraph that goes on with a person of an earlier one, by a pronoun, after a sentence about somebody else.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::lexicon::actors::Gender;
use crate::lexicon::pronouns::{self, Pronoun};
use crate::model::ActorKind;
use crate::text::Document;

use super::Register;
use super::line::Line;

impl Register<'_> {
    /// Gives a gender to each person without one whom the text's pronouns tell, where all of them agree.
    pub(super) fn tell_gender<'t>(&mut self, document: &'t Document<'t>, lower: &'t [Cow<'t, str>]) {
        let mut told: FxHashMap<String, Option<Gender>> = FxHashMap::default();
        for index in 1..document.sentences.len() {
            let line = Line::without_runs(document, lower, document.token_range(index));
            let Some(gender) = opened(&line) else { continue };
            if document.sentences[index - 1].segment != document.sentences[index].segment {
                continue;
            }
            if let Some(person) = self.only_person(document, index - 1) {
                let known = told.entry(person).or_insert(Some(gender));
                *known = known.filter(|known| *known == gender);
            }
        }
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
    match pronouns::pronoun(line.lower(0))? {
        Pronoun::He => Some(Gender::He),
        Pronoun::She => Some(Gender::She),
        _ => None,
    }
}
