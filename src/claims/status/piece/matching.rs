//! A cue's steps against the words of a piece.

use rustc_hash::FxHashSet;

use super::clauses::LONGEST_ASIDE;
use super::dates::LONGEST_DATE;
use super::{Mentioned, Piece};
use crate::lexicon::closed::{self, Class};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::topics::Step;
use crate::lexicon::words;
use crate::text::TokenKind;

/// Asides that one gap steps over.
const ASIDES: usize = 2;

/// Verbs that tell that something is so still.
const REMAINS: [&str; 4] = ["remain", "remains", "stay", "stays"];

/// What a cue is sought with.
pub(super) struct Sought<'m> {
    mentioned: &'m Mentioned,
    /// A match ends behind this.
    beyond: usize,
    /// How many steps were left, and where, when a gap was in vain. What follows does not depend on how a gap was reached, so that none
    /// is tried twice at one place: a cue of many gaps would else take time exponential in their number.
    failed: FxHashSet<(usize, usize)>,
}

impl<'m> Sought<'m> {
    pub(super) fn new(mentioned: &'m Mentioned, beyond: usize) -> Self {
        Sought { mentioned, beyond, failed: FxHashSet::default() }
    }

    fn has_failed(&self, steps: &[Step], at: usize) -> bool {
        self.failed.contains(&(steps.len(), at))
    }

    fn fail(&mut self, steps: &[Step], at: usize) {
        self.failed.insert((steps.len(), at));
    }
}

impl Piece<'_> {
    /// The end of the shortest match of `steps` that begins at `from` and tells nothing past. Behind one that does a longer one is sought
    /// whose verb has the same subject: "closed last year and remains closed".
    pub(super) fn matches_now(&self, steps: &[Step], from: usize, sought: &mut Sought<'_>) -> Option<usize> {
        let mentioned = sought.mentioned;
        let to = self.matches(steps, from, sought)?;
        if !self.is_dated(from, to, mentioned) {
            return Some(to);
        }
        let later = self.matches(steps, from, &mut Sought::new(mentioned, to))?;
        let is_joined = (to..later).any(|at| (self.lower[at] == "," || self.is_joint(at)) && self.goes_on(at + 1));
        (is_joined && !self.is_dated(from, later, mentioned)).then_some(later)
    }

    /// The end of the shortest match of `steps` that begins at `at` and ends where it is sought.
    fn matches(&self, steps: &[Step], at: usize, sought: &mut Sought<'_>) -> Option<usize> {
        let Some((first, rest)) = steps.split_first() else { return (at > sought.beyond).then_some(at) };
        match first {
            Step::Word(forms) if forms.hold(self.lower.get(at)?, self.openings[at]) => self.matches(rest, at + 1, sought),
            Step::Word(_) => None,
            Step::Not(forms) => {
                let is_one = self.lower.get(at).is_some_and(|word| forms.hold(word, self.openings[at]));
                if is_one { None } else { self.matches(rest, at, sought) }
            }
            Step::End if at >= self.tokens.len() || self.ends_clause(at) => self.matches(rest, at, sought),
            Step::End => None,
            Step::Mention => self.matches(rest, sought.mentioned.from(at)?, sought),
            Step::Gap { most, far } => {
                if sought.has_failed(rest, at) {
                    return None;
                }
                let found = self.matches_behind((*most, *far), rest, at, sought);
                if found.is_none() {
                    sought.fail(rest, at);
                }
                found
            }
        }
    }

    /// The same for the steps behind a gap that begins at `at` and takes so many words.
    fn matches_behind(&self, (most, far): (usize, bool), rest: &[Step], at: usize, sought: &mut Sought<'_>) -> Option<usize> {
        let mut from = at;
        for _ in 0..=ASIDES {
            let mut behind = None;
            for next in from..=from + most {
                if let Some(end) = self.matches(rest, next, sought) {
                    return Some(end);
                }
                behind = behind.or_else(|| self.aside(next)).or_else(|| self.modifiers(next, sought.mentioned)).or_else(|| self.past(next));
                if next >= self.tokens.len() || self.parts(next, far) {
                    break;
                }
            }
            from = behind?;
        }
        None
    }

    /// Whether the token ends a clause for a gap.
    fn parts(&self, at: usize, far: bool) -> bool {
        match self.tokens[at].kind {
            TokenKind::Stop => !self.is_abbreviated(at),
            TokenKind::Dash => self.tokens[at].spaced,
            TokenKind::Mark => !(far && self.lower[at] == ","),
            TokenKind::Word if !far => {
                let classes = closed::classes(&self.lower[at]);
                let subordinates = classes.has(Class::Subordinator) && !classes.has(Class::Preposition) && !classes.has(Class::Relative);
                subordinates || classes.has(Class::Speech) && self.begins_noun(at + 1)
            }
            _ => false,
        }
    }

    /// Behind what was so in a past that begins there, at the verb of what is so now: "opened last year and is still".
    fn past(&self, at: usize) -> Option<usize> {
        let is_one = at < self.tokens.len() && self.is_past(at);
        let joint = (at..self.tokens.len()).take(LONGEST_DATE + 1).find(|at| self.is_joint(*at)).filter(|_| is_one)?;
        self.goes_on(joint + 1).then_some(joint + 1)
    }

    /// Behind the phrases with prepositions of a mention ("talks on a truce in the south of the country were"), or its relative clause
    /// ("the truce that was signed in May is"): at the auxiliary of the verb of which it is the subject.
    fn modifiers(&self, at: usize, mentioned: &Mentioned) -> Option<usize> {
        let classes = |at: usize| closed::classes(&self.lower[at]);
        if at >= self.tokens.len() || !mentioned.ended[at] {
            return None;
        }
        let is_auxiliary = |at: &usize| classes(*at).has(Class::Auxiliary);
        let is_verb =
            |at: &usize| is_auxiliary(at) || (!self.tokens[*at].capital && words::look_up(&self.lower[*at]).forms & form::PAST != 0);
        let inside = || (at + 1..self.tokens.len()).take(LONGEST_ASIDE);
        if classes(at).has(Class::Relative) {
            // Its own auxiliaries stand first.
            return inside().take_while(|inner| !self.ends_clause(*inner)).skip_while(is_auxiliary).find(is_auxiliary);
        }
        // Before a verb was read a conjunction joins nouns ("between the army and the guard").
        let has_aside = |at: usize| self.aside(at).is_some();
        let mut phrases = inside().take_while(|inner| !self.ends_clause(*inner) || self.joins_clauses(*inner) || has_aside(*inner));
        match () {
            () if classes(at).has(Class::Preposition) || classes(at - 1).has(Class::Preposition) => {
                phrases.find(|at| is_verb(at) || has_aside(*at))
            }
            // "Sanctions imposed by the council", "an order covering the port".
            () if self.is_reduced(at) => phrases.find(|at| is_auxiliary(at) || has_aside(*at)),
            () => None,
        }
    }

    /// A participle that tells more of the noun before it: one that ends in -ing, or a past one before a preposition.
    fn is_reduced(&self, at: usize) -> bool {
        let is_before_preposition = || self.lower.get(at + 1).is_some_and(|next| closed::classes(next).has(Class::Preposition));
        let known = words::look_up(&self.lower[at]);
        let forms = if known.forms == 0 && !known.noun { inflect::by_ending(&self.lower[at]) } else { known.forms };
        !self.tokens[at].capital && (forms & form::GERUND != 0 || forms & form::PAST != 0 && is_before_preposition())
    }

    /// A verb without a subject of its own stands there: "is still", "remains".
    fn goes_on(&self, at: usize) -> bool {
        self.lower
            .get(at)
            .is_some_and(|word| closed::classes(word).has_any(&[Class::Auxiliary, Class::Adverb]) || REMAINS.contains(&&**word))
    }
}
