//! Nouns that assert: what hangs on the noun is what is asserted, and whoever owns the noun, makes it or brings it up asserts it.
//!
//! Known failure: "remarks that two channels carried" is a claim where the parse takes the relative for a conjunction.

use crate::lexicon::cues::Frame;
use crate::lexicon::words::Role;
use crate::model::Rule;
use crate::syntax::parse::Relation;
use crate::syntax::{Tag, Tagged};

use super::super::{content, noun as pattern, rules};
use super::more::is_same;
use super::tree::first;
use super::{Candidate, Draft, Reading, Source};

/// What a clause has for its subject.
pub(super) const SUBJECTS: &[Relation] = &[Relation::Nsubj, Relation::Nsubjpass, Relation::Csubj, Relation::Csubjpass, Relation::Expl];

impl Reading<'_, '_, '_> {
    /// A noun's content is what hangs on the noun; where nothing does, it asserts nothing.
    pub(super) fn noun(&self, mut draft: Draft) -> Option<Draft> {
        let Some(noun) = self.head(&draft.candidate).filter(|head| self.tree.tag(*head).is_noun()) else { return Some(draft) };
        let relations = [Relation::Acl, Relation::Ccomp, Relation::Prep, Relation::Relcl];
        let mut right = self.tree.below(noun).iter().copied().filter(|below| *below > noun);
        let hangs = |below: &usize| relations.contains(&self.tree.relation(*below));
        let begun = draft.content.first().and_then(|piece| self.tree.at(*piece).next());
        let equated = draft.content.first().and_then(|piece| self.scene.document.token_at(piece.start()).checked_sub(1));
        let mut between = draft.candidate.after..equated.unwrap_or(0) + 1;
        let swells = between.any(|at| self.scene.tags[at].is(Role::Grows));
        if swells || begun.is_some_and(|begun| begun <= noun) || equated.is_some_and(|be| pattern::is_equated(self.scene, be)) {
            return Some(draft);
        }
        let holds = |below: &usize| begun.is_some_and(|begun| self.tree.subtree(*below)[begun]);
        // "heard her vow to go on": what a parse hangs on the verb stands right behind a noun that is somebody's.
        let first_after = self.scene.before(draft.candidate.after, draft.candidate.clause.end);
        let adjoins = first_after.is_some_and(|next| next.tag == Tag::To) && begun == Some(noun + 1);
        let owned = draft.source.words().is_some_and(|who| who.end <= draft.candidate.group.start);
        let Some(top) = right.clone().find(|below| hangs(below) && holds(below)).or_else(|| right.find(hangs)) else {
            return (adjoins && owned).then_some(draft);
        };
        let end = self.tree.last_below(top) + 1;
        // "His refusal to go angered them": a finite verb at which the rules stop is the sentence's, unless the parse has a noun there.
        let taken = draft.content.last().map_or(end, |piece| self.tree.at(*piece).end);
        let at = taken.min(self.tree.len() - 1);
        let verb = self.scene.tags.get(self.tree.token(at)).filter(|_| !self.tree.tag(at).is_noun());
        let stops = taken < end && verb.is_some_and(Tagged::is_finite);
        let end = if stops { taken } else { end };
        // "a call by the union for a strike": the rules step over what does not belong to the words asked for.
        let begin = top.min(first(&self.tree.subtree(top))?).max(self.after(&draft.candidate)).max(begun.unwrap_or(0));
        if let Some(content) = self.tree.span(begin..end) {
            draft.content = vec![content];
        }
        Some(draft)
    }

    /// "amid fears that prices rise", "made the promise that nobody would go": a noun and its clause, where no pattern fits.
    pub(super) fn noun_clause(&self, candidate: &Candidate, earlier: &[Draft]) -> Option<Draft> {
        let tree = &self.tree;
        let noun = self.head(candidate).filter(|head| tree.tag(*head).is_noun() && tree.relation(*head) != Relation::Appos)?;
        let is_clause = |below: &usize| {
            matches!(tree.relation(*below), Relation::Acl | Relation::Ccomp)
                && tree.first(*below, SUBJECTS).is_some()
                && tree.first(*below, &[Relation::Mark]).is_some()
        };
        let mut right = tree.below(noun).iter().copied().filter(|below| *below > noun);
        let top = right.find(is_clause).filter(|_| candidate.cue.takes(Frame::That))?;
        let span = tree.span(first(&tree.subtree(top))?..tree.last_below(top) + 1)?;
        let content = content::pieces(self.scene, &[self.scene.document.tokens_in(span)]);
        // "The vote is a reminder that power is bought": nobody reminds.
        let is_said_of = || tree.head(noun).and_then(|be| tree.first(be, &[Relation::Nsubj])).is_some_and(|of| tree.tag(of).is_noun());
        let source = match self.noun_source(noun, top) {
            None if tree.relation(noun) == Relation::Attr && is_said_of() => return None,
            found => found.unwrap_or(Source::Unspecified),
        };
        if content.is_empty() || earlier.iter().any(|draft| is_same(&draft.content, &content)) {
            return None;
        }
        let sure = rules::confidence(Rule::Parsed);
        Some(Draft { confidence: sure, ..Draft::new(self.scene, *candidate, source, content, Rule::Noun) })
    }

    /// The noun's owner; who stands after "by" or "from"; else the subject of the verb whose object the noun is, or that it is said with. A
    /// verb that asserts something itself, or takes up what others said ("faced claims that"), gives none.
    fn noun_source(&self, noun: usize, clause: usize) -> Option<Source> {
        let tree = &self.tree;
        let is = |at: usize, role: Role| self.scene.tags.get(tree.token(at)).is_some_and(|tagged| tagged.is(role));
        let makes = |below: &usize| *below < clause && (is(*below, Role::By) || is(*below, Role::From));
        let maker = || tree.below(noun).iter().copied().find(makes).and_then(|by| tree.first(by, &[Relation::Pobj]));
        if let Some(owner) = tree.first(noun, &[Relation::Poss]).or_else(maker) {
            return self.source(owner, noun);
        }
        // "made no secret of the belief that", "is of the view that": what the noun stands with is hers.
        let with = tree.head(noun).filter(|of| tree.relation(noun) == Relation::Pobj && tree.relation(*of) == Relation::Prep);
        let of = with.and_then(|of| tree.head(of)).filter(|_| with.is_some_and(|of| is(of, Role::Of)));
        if let Some(be) = with.and_then(|of| tree.head(of)).filter(|be| is(*be, Role::Be)) {
            return self.source(tree.own_subject(be)?, be);
        }
        let noun = of.filter(|of| tree.tag(*of).is_noun() && tree.relation(*of) == Relation::Dobj).unwrap_or(noun);
        let head = tree.head(noun)?;
        let verb = match tree.relation(noun) {
            Relation::Dobj => Some(head),
            Relation::Pobj if is(head, Role::With) => tree.head(head),
            _ => None,
        };
        let takes_up = |verb: usize| is(verb, Role::TakesUp) || tree.first(verb, &[Relation::Nsubjpass]).is_some();
        let verb = verb.filter(|verb| tree.tag(*verb).is_verb() && !self.heads.contains(verb) && !takes_up(*verb))?;
        self.source(tree.subject(verb)?, verb)
    }
}
