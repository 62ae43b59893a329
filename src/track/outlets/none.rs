//! Claims that count nobody: "no arrests have been made", "nobody was hurt", "had not arrested anyone". Such a claim stands against every
//! number of those whom the same befell in the same event, where it is told as a fact: that no one should die counts nobody.
//!
//! Known failure: what is told in another clause ("no arrests have been made and the hunt goes on in Lima") tells nothing of the event.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::event::Event;
use crate::lexicon::casualties::{self, Frame, Role};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::topics::{self, Polarity};
use crate::lexicon::words::{self, look_up};
use crate::text::lower_case;
use crate::track::read::words::Word;

/// Words between the one that says how many and what befell them.
const REACH: usize = 5;

/// What befell nobody.
pub(super) struct Nobody {
    /// "killed", "detained".
    pub(super) what: &'static str,
    /// It befell nobody at all, and not only nobody else; and it is so, and not only should be or is hoped for.
    pub(super) is_count: bool,
    /// The roots of what its clause tells of the event besides.
    told: FxHashSet<String>,
}

impl Nobody {
    /// What befell nobody by these words.
    pub(super) fn of(words: &[Word]) -> Option<Nobody> {
        let lower: Vec<Cow<'_, str>> = words.iter().map(|word| lower_case(&word.form)).collect();
        let nobody = (0..words.len()).find(|at| says_nobody(&lower, *at))?;
        let near = nobody.saturating_sub(REACH)..(nobody + REACH).min(words.len());
        let event =
            |at: usize| casualties::events(&lower[at..]).find(|event| casualties::is_toll(event.what)).map(|event| (at, event.what));
        let (at, what) = near.clone().find_map(event)?;
        let between = nobody.min(at)..nobody.max(at) + 1;
        let has = |at: usize, role| lower.get(at).is_some_and(|word| casualties::has_role(word, role));
        let of_rest = |at: usize| {
            has(at, Role::Rest) && (between.contains(&at) || at.checked_sub(1).is_some_and(|before| has(before, Role::Anybody)))
        };
        let is_rest = near.clone().any(of_rest);
        let clause = clause(&lower, between.clone());
        let tells = |at: &usize| !words[*at].is_count && !words[*at].is_calendar && closed::classes(&lower[*at]).is_open();
        let is_event = |at: usize| {
            let word = &*lower[at];
            let is_person = || casualties::has_role(word, Role::People) || casualties::has_role(word, Role::Person);
            casualties::events(&[word]).next().is_some() || is_person() || look_up(word).is(words::Role::Makes)
        };
        let told = clause.filter(tells).filter(|at| !is_event(*at)).map(|at| words[at].root().to_string()).collect();
        Some(Nobody { what, is_count: !is_rest && is_fact(&lower, near), told })
    }

    /// It is told of that event: of nothing else, at least.
    pub(super) fn is_in(&self, event: &Event) -> bool {
        self.told.is_empty() || event.tells_any(&self.told)
    }
}

/// Nothing says that it only should, could or will be so.
fn is_fact(lower: &[Cow<'_, str>], near: Range<usize>) -> bool {
    let is_unreal = |at: usize| {
        let is_modal = closed::classes(&lower[at]).has(Class::Modal);
        is_modal || matches!(topics::polarity(&lower[at..]), Some((Polarity::Unreal | Polarity::Later, _)))
    };
    !(0..near.end).any(is_unreal)
}

/// The words around `range` up to the next conjunctions.
fn clause(lower: &[Cow<'_, str>], range: Range<usize>) -> Range<usize> {
    let joins = |at: &usize| closed::classes(&lower[*at]).has(Class::Conjunction);
    let begin = (0..range.start).rev().find(joins).map_or(0, |at| at + 1);
    begin..(range.end..lower.len()).find(joins).unwrap_or(lower.len())
}

/// The word at `at` says that there was nobody: "nobody", "no one", "no arrests", "no further arrests", "not … anyone".
fn says_nobody(lower: &[Cow<'_, str>], at: usize) -> bool {
    let word = &*lower[at];
    let classes = closed::classes(word);
    if casualties::has_role(word, Role::Nobody) {
        return true;
    }
    if !classes.has(Class::Negation) {
        return false;
    }
    let is_rest = |at: &usize| casualties::has_role(&lower[*at], Role::Rest);
    let next = (at + 1..lower.len()).find(|at| !is_rest(at)).unwrap_or(lower.len());
    let is_head = || casualties::events(&lower[next..]).any(|event| event.frame == Frame::Head);
    let counts = |word: &str| [Role::People, Role::Person, Role::Anybody].iter().any(|role| casualties::has_role(word, *role));
    let denies_anybody = || lower[at + 1..].iter().take(REACH).any(|word| casualties::has_role(word, Role::Anybody));
    if classes.has(Class::Determiner) {
        lower[at + 1..].iter().take(next - at).any(|word| counts(word)) || is_head()
    } else {
        denies_anybody()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::Reader;

    #[test]
    fn who_counts_nobody_says_whom_it_did_not_befall() {
        let reader = Reader::default();
        let befell =
            |text: &str| Nobody::of(reader.page(&Document::new(text)).all()).filter(|nobody| nobody.is_count).map(|nobody| nobody.what);
        for (text, what) in [
            ("no arrests had been made", Some("detained")),
            ("there have been no arrests", Some("detained")),
            ("no one had been arrested", Some("detained")),
            ("they had not arrested anyone", Some("detained")),
            ("nobody was hurt in the fire", Some("injured")),
            ("no people were killed", Some("killed")),
            ("no further arrests had been made", None),
            ("the mayor had not been arrested", None),
            ("two men had been arrested", None),
            ("nobody was at home", None),
            ("no one should die on the roads", None),
            ("nobody could have been hurt", None),
            ("it hoped that no one would be arrested", None),
            ("nobody else was hurt", None),
            ("no one else was arrested", None),
            ("no other people were killed", None),
            ("they had not arrested anyone else", None),
        ] {
            assert_eq!(befell(text), what, "{text}");
        }
    }
}
