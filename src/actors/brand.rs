//! Names that end as a possessive does: "McDonald's said", "Moody's warned". Where a claim's source or medium is nothing but such a word,
//! and no noun follows that it could own, the ending is part of the name throughout the text ("a McDonald's spokesman").
//!
//! While a mention is read, the apostrophe of such a name is another letter, so that nothing takes its ending off.
//!
//! Known failure: a person's surname before a verb that "has" stands before ("Lind's said no"), where the text has no other name of theirs.

use rustc_hash::FxHashSet;

use crate::lexicon::actors::{self, World};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::form;
use crate::lexicon::words;
use crate::model::{Claim, Mention, Rule};
use crate::text::{Document, Span, TokenKind, lower_case, possessive};

use super::register::Register;

/// The apostrophe inside a name.
const KEPT: char = 'ʼ';

/// The names of one text that end as a possessive does, the apostrophe straight.
#[derive(Debug, Default)]
pub(super) struct Brands(FxHashSet<String>);

impl Brands {
    pub fn learn(document: &Document<'_>, claims: &[Claim<Span>], register: &Register<'_>, world: &World) -> Self {
        let mut brands = FxHashSet::default();
        // "Lee's view is": a noun behind the ending is owned.
        for claim in claims.iter().filter(|claim| !matches!(claim.rule, Rule::Noun | Rule::OwnedCharge)) {
            let is_cue = |at: usize| claim.cue.as_ref().is_some_and(|cue| cue.span.iter().any(|cue| cue.start() == at));
            for mention in [&claim.source, &claim.via].into_iter().flatten() {
                brands.extend(name(document, mention, is_cue).filter(|name| {
                    let owner = possessive::bare(name);
                    world.get(owner).is_none() && register.person(owner).is_none()
                }));
            }
        }
        Brands(brands)
    }

    /// `word` as it is read: where it is one of the names, its ending belongs to it.
    pub fn kept(&self, word: &str) -> Option<String> {
        if self.0.is_empty() || !possessive::owns(word) {
            return None;
        }
        let straight = word.replace('’', "'");
        self.0.contains(&straight).then(|| straight.replace('\'', &KEPT.to_string()))
    }
}

/// The word is a name whose ending was kept.
pub(super) fn is_kept(word: &str) -> bool {
    word.contains(KEPT)
}

/// A name as it is shown.
pub(super) fn shown(name: String) -> String {
    if is_kept(&name) { name.replace(KEPT, "'") } else { name }
}

/// The last word of `mention`, where it has the ending and what follows is nothing that it owns.
fn name(document: &Document<'_>, mention: &Mention<Span>, is_cue: impl Fn(usize) -> bool) -> Option<String> {
    let span = mention.span.first()?;
    let last = document
        .tokens_in(*span)
        .rfind(|at| document.tokens[*at].capital && possessive::owns(document.slice(document.tokens[*at].span)))?;
    let word = document.slice(document.tokens[last].span);
    let bare = lower_case(possessive::bare(word));
    // "Lind & Poor's"
    let is_joined = last.checked_sub(1).is_some_and(|before| document.slice(document.tokens[before].span) == "&");
    let is_common = !is_joined && (!closed::classes(&bare).is_open() || actors::names_somebody(&bare));
    if is_common || !word.ends_with(['s', 'S']) || word.len() == bare.len() + 1 {
        return None;
    }
    let next = document.tokens.get(last + 1);
    let ends = next.is_none_or(|next| {
        let small = lower_case(document.slice(next.span));
        next.kind != TokenKind::Word && next.kind != TokenKind::Number
            || is_cue(next.span.start())
            || is_finite(&small)
            || of_place(document, last + 1)
    });
    ends.then(|| word.replace('’', "'"))
}

/// "has", "will", "who", and not "been", before which the ending would be a verb.
fn is_finite(word: &str) -> bool {
    let classes = closed::classes(word);
    let forms = words::look_up(word).forms;
    let is_participle = forms & form::PARTICIPLE != 0 && forms & form::PAST == 0 || forms & form::GERUND != 0;
    let joins = [Class::Auxiliary, Class::Modal, Class::Relative].iter().any(|class| classes.has(*class));
    joins && !is_participle
}

/// "Lloyd's of London": the preposition at `at` and a name after it.
fn of_place(document: &Document<'_>, at: usize) -> bool {
    let of = document.tokens.get(at).is_some_and(|of| words::look_up(document.slice(of.span)).is(words::Role::Of));
    of && document.tokens.get(at + 1).is_some_and(|place| place.capital)
}
