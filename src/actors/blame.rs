//! Whom a statement blames by what it says, and whom it says was wronged: "Lee said the firm had ignored the warning", "drivers were
//! threatened by pickets", "denied that Ruiz was punished". The verbs are data (`data/en/wrongs.tsv`).
//!
//! Known failure: who fails for good reason ("the crew failed to find survivors") is blamed too.

use crate::lexicon::closed::Class;
use crate::lexicon::inflect;
use crate::lexicon::words::{self, Role};
use crate::lexicon::wrongs::{self, Wrong};
use crate::model::{Act, ActorKind, Mention};
use crate::text::Span;

use super::Resolver;

/// Tokens of a content within which its verb stands.
const REACH: usize = 12;
/// Tokens of a verb group.
const GROUP: usize = 4;
/// Tokens after a verb within which "by" names who did it.
const DOER: usize = 3;

/// What a verb says of its subject.
#[derive(PartialEq, Eq)]
enum Part {
    Blamed,
    Wronged,
}

impl Resolver<'_, '_> {
    /// Whoever is said in `content` to have done wrong, to owe something or to face punishment; never the source's own side.
    pub(super) fn wrongdoer(&self, (source, act): (&Mention<Span>, Act), content: Span) -> Option<Mention<Span>> {
        // Whoever warns of what somebody did does not warn them.
        let doer = || self.doer(content).filter(|_| act != Act::Warn);
        let blamed = self.subject(source, content, Part::Blamed).or_else(doer)?;
        let is_somebody = !matches!(blamed.kind, ActorKind::Unnamed | ActorKind::Media | ActorKind::Document);
        (is_somebody && !self.are_one_side(&blamed.name, &source.name)).then_some(blamed)
    }

    /// Whoever is said in `content` to have been wronged or punished.
    pub(super) fn wronged(&self, source: &Mention<Span>, content: Span) -> Option<Mention<Span>> {
        self.subject(source, content, Part::Wronged)
    }

    /// The subject of `content`, where its verb gives it that part.
    fn subject(&self, source: &Mention<Span>, content: Span, part: Part) -> Option<Mention<Span>> {
        if !self.document.tokens_in(content).take(REACH).any(|at| wrongs::wrong(&self.lower[at]).is_some()) {
            return None;
        }
        let subject = self.agent(source, content)?;
        let begin = self.document.token_at(subject.span.last()?.end());
        let end = self.document.tokens_in(content).end.min(begin + GROUP);
        (self.part(begin, end)? == part).then_some(subject)
    }

    /// What the verb group at token `begin` says of its subject.
    fn part(&self, begin: usize, end: usize) -> Option<Part> {
        let (mut modal, mut passive, mut negated) = (false, false, false);
        for at in begin..end {
            let word = &self.lower[at];
            let (classes, known) = (self.classes(at), words::look_up(word));
            negated |= classes.has(Class::Negation);
            match wrongs::wrong(word) {
                Some(Wrong::Owes) => return Some(Part::Blamed),
                Some(_) if negated => return None,
                Some(Wrong::Does) => return Some(if passive { Part::Wronged } else { Part::Blamed }),
                Some(Wrong::Faces) if passive => return Some(if modal { Part::Blamed } else { Part::Wronged }),
                Some(Wrong::Faces) => return None,
                None => {}
            }
            modal |= classes.has(Class::Modal);
            passive |= known.is(Role::Be);
            let goes_on = classes.has_any(&[Class::Modal, Class::Auxiliary, Class::Adverb, Class::Negation]);
            if !(goes_on || known.is(Role::Be) || known.forms == 0 && inflect::is_adverb(word)) {
                return None;
            }
        }
        None
    }

    /// "were attacked by soldiers": who stands after "by".
    fn doer(&self, content: Span) -> Option<Mention<Span>> {
        let range = self.document.tokens_in(content);
        let verb = range.clone().rfind(|at| wrongs::wrong(&self.lower[*at]) == Some(Wrong::Does))?;
        let by = (verb + 1..range.end.min(verb + 1 + DOER)).find(|at| words::look_up(&self.lower[*at]).is(Role::By))?;
        self.governed(by + 1, range.end)
    }
}
