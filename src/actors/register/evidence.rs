//! What tells that two or three capitalised words are a person whom no table knows: an age, a surname that speaks by itself or stands after
//! "Mrs", a "she" that the next sentence begins with.
//!
//! Read over the whole text before names are learned. Nothing is guessed from capitals alone.
//!
//! Known failure: a club of two words before a sentence that begins with "he".

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::lexicon::actors::{self, Role};
use crate::text::{Token, TokenKind, possessive};

use super::surface::{Run, age_after, clean, is_subject, lower, post_at, who_follows};
use super::unknown::Unknown;

/// The surnames that one text uses as such.
#[derive(Default)]
pub(super) struct Evidence<'t> {
    surnames: FxHashSet<Cow<'t, str>>,
}

impl<'t> Evidence<'t> {
    /// Reads the sentences of `text`, each by its tokens and its runs of capitalised words.
    pub fn read<'s>(text: &'t str, sentences: impl Iterator<Item = (&'s [Token], &'s Vec<Run>)>) -> Self {
        let mut evidence = Evidence::default();
        for (tokens, run) in sentences.flat_map(|(tokens, runs)| runs.iter().map(move |run| (tokens, run))) {
            let speaks = || who_follows(text, tokens, run.end) && is_subject(text, tokens, run.begin..run.end);
            // "Lee said", and not "Minister said"; "Mrs Lee".
            let is_lone = run.begin + 1 == run.end;
            if is_lone && !speaks() {
                continue;
            }
            let begin = post_at(text, tokens, run.begin, run.end).unwrap_or(run.begin);
            if begin + 1 == run.end && (is_lone || begin > run.begin) {
                evidence.surnames.insert(clean(tokens[begin].span.of(text)));
            }
        }
        evidence
    }

    /// The run is a person's name; `is_taken_up`: the next sentence begins with "he" or "she".
    pub fn tells_person(&self, run: &Unknown<'_>, is_taken_up: bool) -> bool {
        let Unknown { text, tokens, begin, end, .. } = *run;
        let is_other = |at: usize| {
            let word = lower(text, tokens, at);
            let of_body = [Role::Body, Role::Organ, Role::BodyName, Role::CompanyName, Role::Media, Role::Region, Role::OtherPlace];
            actors::has_any_role(&word, &of_body) || actors::names_somebody(&word)
        };
        let begins = || tokens[..run.whole().start].iter().all(|token| token.kind != TokenKind::Word);
        let is_owner = || possessive::owns(tokens[end - 1].span.of(text));
        let is_told = || {
            age_after(text, tokens, end).is_some()
                || self.surnames.contains(&clean(tokens[end - 1].span.of(text)))
                || is_taken_up && begins() && !is_owner()
        };
        (2..=4).contains(&run.words()) && is_told() && !(begin..end).any(is_other)
    }
}
