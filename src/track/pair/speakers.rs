//! Whether the speakers of two claims in one passage are one, though they are called otherwise: by a description for a name, a shorter
//! name, another word for their sort of body, a pronoun, another form of the name.

use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect;
use crate::lexicon::numbers::{self, NumberWord};
use crate::lexicon::pronouns::{self, Pronoun};
use crate::lexicon::wording::wording;
use crate::text::wordwise;
use crate::track::read::features::Said;
use crate::track::read::words::Word;
use crate::track::read::{aliases, names};

/// In one passage a name or a description cut down to its beginning is the same ("the group" for "a group calling itself Grey Tide"), and
/// what somebody is stands for the name that it has beside it in either version.
pub(super) fn is_known_as(before: &Said, after: &Said) -> bool {
    let (old, new) = (&before.source.key, &after.source.key);
    if before.source.is_unnamed || after.source.is_unnamed || before.source.is_state || after.source.is_state {
        return false;
    }
    // Whom the one aims at is not who speaks in it.
    if before.target.key == *new || after.target.key == *old {
        return false;
    }
    let described = |name: &str, other: &str| [before, after].iter().any(|said| aliases::is_described(&said.page, name, other));
    match (before.source.is_named, after.source.is_named) {
        (true, false) => described(old, new),
        (false, true) => described(new, old),
        _ => is_cut_down(old, new) || is_cut_down(new, old),
    }
}

/// "The group" for "a group calling itself Grey Tide", and not for "the group and its friends".
fn is_cut_down(long: &str, short: &str) -> bool {
    let joins = |word: &str| closed::classes(word).has(Class::Conjunction);
    wordwise::begins(long, short) && !long[short.len()..].split_whitespace().next().is_some_and(joins)
}

/// "The company" and "the firm": nobody by name, and one sort of body.
pub(super) fn is_one_body(before: &Said, after: &Said) -> bool {
    fn parted(said: &Said) -> Option<(&str, &'static str)> {
        let (rest, head) = said.source.key.rsplit_once(' ').unwrap_or(("", &said.source.key));
        Some((rest, wording(head).body?))
    }
    !before.source.is_named && !after.source.is_named && parted(before).is_some() && parted(before) == parted(after)
}

/// "Motorists" and "drivers": nobody by name, and other words for the same; each claim with how its text calls them.
pub(in crate::track) fn is_called_alike((before, old): (&Said, &str), (after, new): (&Said, &str)) -> bool {
    let named = |said: &Said, text: &str| -> Vec<Word> {
        let names = |word: &&Word| word.is_mention && text.split(' ').any(|own| word.form.eq_ignore_ascii_case(own));
        said.words.iter().filter(names).filter(|word| !word.is_function).cloned().collect()
    };
    if old == new || old.is_empty() || new.is_empty() {
        return false;
    }
    let (was, is) = (named(before, old), named(after, new));
    let many = |words: &[Word]| words.last().is_some_and(|last| inflect::is_plural(last.lower()));
    let is_plain = |words: &[Word]| !words.is_empty() && !words.iter().any(|word| word.is_name);
    is_plain(&was) && is_plain(&is) && many(&was) == many(&is) && was.iter().map(|word| word.root()).eq(is.iter().map(|word| word.root()))
}

/// "She" of whoever was named before and "the 23-year-old", whose name nobody knows: one takes the other's place.
pub(super) fn is_taken_up(short: &Said, described: &Said) -> bool {
    let head = described.source.name.rsplit(' ').next().unwrap_or_default();
    let (is_many, is_body) = (inflect::is_plural(head), wording(head).body.is_some());
    let fits = match pronouns::pronoun(&short.source.text) {
        Some(Pronoun::He | Pronoun::She) => !is_many && !is_body,
        Some(Pronoun::They) => is_many,
        Some(Pronoun::It) => is_body,
        _ => false,
    };
    let mut words = described.source.surface.iter().flat_map(|surface| surface.split(' '));
    let is_definite = words.next().is_some_and(|first| {
        let (lower, class) = (first.to_lowercase(), closed::classes(first));
        class.has(Class::Determiner) && !class.has(Class::Possessive) && !numbers::uses(&lower).contains(&NumberWord::Article)
    });
    // Who is named in one version alone was named there, or the name was withheld.
    let is_known = || !described.page.places(names::handle(&short.source.key)).is_empty();
    fits && is_definite && !head.starts_with(char::is_uppercase) && is_known()
}

/// One name was put for another wherever it stood, and part of it stayed: "Ida Brun" for "Ida Braun-Holm".
pub(in crate::track) fn is_renamed(before: &Said, after: &Said) -> bool {
    let is_gone = |word: &str, said: &Said| said.page.places(word).is_empty();
    before.source.is_named
        && after.source.is_named
        && names::is_other_form(&before.source.key, &after.source.key, |old, new| is_gone(old, after) && is_gone(new, before))
}

/// A speaker has a name in one version, which stands nowhere in the other, and is nobody by name there: named or made anonymous in between.
pub(super) fn names_only_one(before: &Said, after: &Said) -> bool {
    let withheld = |named: &Said, other: &Said| {
        let is_gone = |key: &str| key.split(' ').all(|word| other.page.places(word).is_empty());
        named.source.is_named && other.source.is_unnamed && is_gone(&named.source.key)
    };
    withheld(before, after) || withheld(after, before)
}
