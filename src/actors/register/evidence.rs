//! What tells that two or three capitalised words are a person whom no table knows: an age, a surname that speaks by itself or stands after
//! "Mrs", a "she" that the next sentence begins with.
//!
//! Read over the whole text before names are learned. Nothing is guessed from capitals alone.
//!
//! Known failure: a club of two words before a sentence that begins with "he".

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::lexicon::actors::{self, Gender, Role};
use crate::lexicon::closed::{self, Class};

use super::line::Line;
use super::surface::{age_after, clean, is_subject, post_at, who_follows};
use super::unknown::Unknown;

/// The surnames that one text uses as such.
#[derive(Default)]
pub(super) struct Evidence<'t> {
    surnames: FxHashSet<Cow<'t, str>>,
}

impl<'t> Evidence<'t> {
    /// Reads the sentences of a text.
    pub fn read(lines: &[Line<'t>]) -> Self {
        let mut evidence = Evidence::default();
        for (line, run) in lines.iter().flat_map(|line| line.runs.iter().map(move |run| (line, run))) {
            let speaks = || who_follows(line, run.end) && is_subject(line, run.begin..run.end);
            // "Lee said", and not "Minister said"; "Mrs Lee".
            let is_lone = run.words() == 1;
            if is_lone && !speaks() {
                continue;
            }
            let begin = post_at(line, run.begin, run.end).unwrap_or(run.begin);
            if begin + 1 == run.end && (is_lone || begin > run.begin) {
                evidence.surnames.insert(clean(line.raw(begin)));
            }
        }
        evidence
    }

    /// The run is a person's name; `taken_up`: the next sentence begins with "he" or "she".
    pub fn tells_person(&self, run: &Unknown<'_, '_>, taken_up: Option<Gender>) -> bool {
        let Unknown { line, begin, end, .. } = *run;
        let is_other = |at: usize| {
            let word = line.lower(at);
            let of_body = [Role::Body, Role::Organ, Role::BodyName, Role::CompanyName, Role::Media, Role::Region, Role::OtherPlace];
            actors::has_any_role(word, &of_body) || actors::names_somebody(word) || at > begin && closed::classes(word).has(Class::Calendar)
        };
        let begins = || run.is_what_the_sentence_is_about();
        let is_owner = || line.owns(end - 1);
        let is_told = || {
            age_after(line, end).is_some()
                || self.surnames.contains(&clean(line.raw(end - 1)))
                || taken_up.is_some() && begins() && !is_owner()
        };
        (2..=4).contains(&run.words()) && is_told() && !(begin..end).any(is_other)
    }
}
