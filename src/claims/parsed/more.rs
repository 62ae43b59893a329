//! Claims that no pattern fits: a cue with a subject and a clause, wherever in the sentence they stand.

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::Tag;
use crate::syntax::parse::{Penn, Relation};
use crate::text::Span;

use super::super::frame::fits_court;
use super::super::{content, hanging};
use super::{Candidate, Draft, Reading};

impl Reading<'_, '_, '_> {
    /// The claim that the parse sees in `candidate`.
    pub(super) fn more(&self, candidate: &Candidate, earlier: &[Draft]) -> Option<Draft> {
        let tree = &self.tree;
        match candidate.cue.part {
            Part::Verb => {}
            Part::Noun => return self.noun_clause(candidate, earlier),
            _ => return None,
        }
        let verb = self.verb(candidate)?;
        let goes_on = content::goes_on_passive(self.scene, candidate.clause.start, candidate.group.head, candidate.clause.end);
        if goes_on || self.is_only_asked(candidate, verb) {
            return None;
        }
        let passive = tree.first(verb, &[Relation::Nsubjpass, Relation::Auxpass]).is_some();
        let top = if passive { self.undergoes(candidate, verb)? } else { self.asserted(candidate, verb)? };
        // "used a speech in Oslo to say that": whoever used it says so.
        let reports = candidate.cue.takes(Frame::That) && candidate.cue.takes(Frame::Quote);
        let speaker = match self.purpose(verb) {
            Some(_) => tree.head(verb).filter(|_| reports).and_then(|head| tree.subject(head)),
            None => tree.subject(verb),
        };
        let source = self.source(speaker?, verb)?;
        if !fits_court(self.scene, candidate, &source) {
            return None;
        }
        let mut words = tree.subtree_without(top, verb);
        let head = self.head(candidate)?;
        for at in head..self.after(candidate).min(words.len()) {
            words[at] = false;
        }
        let document = self.scene.document;
        let ranges: Vec<_> = tree.spans(&words).into_iter().map(|span| document.tokens_in(span)).collect();
        let content = content::pieces(self.scene, &ranges);
        if content.is_empty() || earlier.iter().any(|draft| is_same(&draft.content, &content)) {
            return None;
        }
        Some(Draft::new(self.scene, *candidate, source, content, Rule::Parsed))
    }

    /// "asked the firm to say that it was sorry", "criticised the firm for publishing it": what somebody else is to do, or is held to have
    /// done, and not said by whoever speaks of it.
    fn is_only_asked(&self, candidate: &Candidate, verb: usize) -> bool {
        let (tree, tags) = (&self.tree, &self.scene.tags);
        let somebody = |object: usize| {
            let object = tree.token(object);
            self.scene.names_somebody(&(object..object + 1)) || tags[object].tag == Tag::Pronoun
        };
        self.purpose(verb).is_some_and(somebody) || hanging::held_against(self.scene, candidate).is_some()
    }

    /// "used a speech to say that": the object of the verb of which the infinitive at `verb` tells what for. Who "forced the firm to say
    /// that" made it speak.
    fn purpose(&self, verb: usize) -> Option<usize> {
        let tree = &self.tree;
        let infinitive = tree.relation(verb) == Relation::Xcomp && tree.form(verb) == Penn::To && tree.own_subject(verb).is_none();
        let is_made = |head: usize| self.scene.tags[tree.token(head)].is(Role::Phase);
        let head = tree.head(verb).filter(|head| infinitive && !is_made(*head))?;
        tree.first(head, &[Relation::Dobj]).filter(|object| *object < verb)
    }

    /// "Rumours that he had left were denied by the club": what a passive with an agent is said of, where it is more than a noun.
    fn undergoes(&self, candidate: &Candidate, verb: usize) -> Option<usize> {
        let tree = &self.tree;
        let by = tree.first(verb, &[Relation::Agent]).and_then(|by| tree.first(by, &[Relation::Pobj]))?;
        let subject = tree.first(verb, &[Relation::Nsubjpass]).filter(|subject| *subject < verb && by > verb)?;
        let clause = [Relation::Acl, Relation::Ccomp, Relation::Relcl];
        (candidate.cue.takes(Frame::Object) && tree.first(subject, &clause).is_some()).then_some(subject)
    }

    /// The clause or infinitive that the verb governs, where the verb asserts and the cue can govern such a thing.
    fn asserted(&self, candidate: &Candidate, verb: usize) -> Option<usize> {
        let tree = &self.tree;
        let cue = candidate.cue;
        let shares = tree.own_subject(verb).is_some() || tree.relation(verb) == Relation::Conj;
        let finite = shares && tree.form(verb) != Penn::Md && tree.form(verb).is_finite();
        let loose = tree.tag(verb) == Penn::Vbg || tree.relation(verb) == Relation::Xcomp;
        let after = self.after(candidate);
        let of = |relation: Relation| tree.below(verb).iter().copied().filter(move |below| tree.relation(*below) == relation);
        let subjects = [Relation::Nsubj, Relation::Nsubjpass, Relation::Csubj, Relation::Csubjpass, Relation::Expl];
        let clauses = || of(Relation::Ccomp).filter(|below| tree.first(*below, &subjects).is_some());
        if (finite || loose) && (cue.takes(Frame::That) || cue.takes(Frame::Quote)) {
            let clause = clauses().find(|below| *below >= after).or_else(|| clauses().next());
            if clause.is_some() {
                return clause;
            }
        }
        let governs = cue.takes(Frame::To) || cue.takes(Frame::Target) || cue.takes(Frame::Addressee);
        let governed = if finite && governs { of(Relation::Xcomp).find(|below| *below >= after) } else { None };
        governed.or_else(|| self.object(candidate, verb).filter(|_| finite))
    }
}

impl Reading<'_, '_, '_> {
    /// The object of a verb that does more than state, or that a document has for its subject: "a poll of the town showed Lee ahead".
    fn object(&self, candidate: &Candidate, verb: usize) -> Option<usize> {
        let (tree, cue) = (&self.tree, candidate.cue);
        let subject = self.scene.tags[tree.token(tree.own_subject(verb)?)];
        let speaks = !subject.is(Role::Wh) && subject.tag != Tag::Relative && !subject.classes.has(Class::Relative);
        let takes = cue.takes(Frame::Target) && !cue.takes(Frame::Addressee)
            || cue.takes(Frame::Object) && (cue.act != Act::State || subject.is(Role::Document));
        let takes = takes && speaks && !content::is_aired(self.scene, candidate.after, candidate.clause.end);
        let after = self.after(candidate);
        tree.first(verb, &[Relation::Dobj]).filter(|object| takes && *object >= after)
    }
}

/// Two contents share more than half of what they cover.
pub(super) fn is_same(left: &[Span], right: &[Span]) -> bool {
    let length = |spans: &[Span]| spans.iter().map(|span| span.len()).sum::<usize>();
    let shared: usize = left
        .iter()
        .flat_map(|one| right.iter().map(|other| one.end().min(other.end()).saturating_sub(one.start().max(other.start()))))
        .sum();
    2 * shared >= length(left) + length(right) - shared
}
