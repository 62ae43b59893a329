//! What a parse shows to be no claim after all: a word that is no verb here, what a noun is only said to be for, what would only be said
//! inside another's words, a deed.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::Frame;
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::Act;
use crate::syntax::parse::{Penn, Relation};
use crate::syntax::{Tag, Tagged};
use crate::text::SegmentKind;

use super::super::{content, hanging};
use super::noun::SUBJECTS;
use super::{Draft, Reading, Source};

/// What tells of a verb's object what it is called or found to be.
const PREDICATES: &[Relation] =
    &[Relation::Oprd, Relation::Ccomp, Relation::Xcomp, Relation::Acomp, Relation::Attr, Relation::Dative, Relation::Advcl];

impl Reading<'_, '_, '_> {
    /// "Police allege he fired", "Residents claim they were ill": no noun, or the parse hangs a clause with a subject of its own on it.
    pub(super) fn is_surely_verb(&self, draft: &Draft) -> bool {
        let here = self.scene.tags[draft.candidate.group.head];
        let clause = || self.head(&draft.candidate).and_then(|head| self.tree.first(head, &[Relation::Ccomp]));
        // A parser has read few headlines, and takes "Farmers blame drought" for a noun.
        let is_headline = self.scene.document.segment_of(draft.candidate.clause.sentence).kind == SegmentKind::Headline;
        let only_verb = (!here.word.noun || is_headline) && here.forms & form::PARTICIPLE == 0;
        // "Ferrari rubbished reports.": without it the sentence has no verb.
        let around = draft.candidate.clause;
        let others = (around.start..draft.candidate.group.start).chain(draft.candidate.after..around.end);
        let only_finite = || !others.clone().any(|at| self.scene.tags[at].is_finite());
        // "IMF forecasts that growth will slow.": without it the sentence is a noun with its clause.
        let after = draft.candidate.after;
        let only_before = || {
            let that = self.scene.before(after, around.end).is_some_and(|next| next.tag == Tag::Complementiser);
            let before = (around.start..draft.candidate.group.start).any(|at| self.scene.tags[at].is_finite());
            that && !before && content::predicate(self.scene, &draft.candidate, after) >= around.end
        };
        draft.candidate.group.finite
            && (only_verb
                || only_finite()
                || only_before()
                || draft.candidate.cue.takes(Frame::That) && clause().is_some_and(|clause| self.tree.first(clause, SUBJECTS).is_some()))
    }

    /// Nobody asserts it: what a noun is said to be for ("a plan to reject the offer"), what would only be said inside another's words.
    pub(super) fn is_idle(&self, draft: &Draft, verb: usize) -> bool {
        let tree = &self.tree;
        let complement = self.complement(draft, verb).map(|top| tree.relation(top));
        let leader = tree.leader(verb);
        if self.is_only_addressed(draft, verb) {
            return true;
        }
        // "ignored repeated warnings", but "those polled reported losses"
        let of_those = |at: usize| at >= 2 && self.scene.tags[at - 2].tag == Tag::Pronoun;
        let governed = verb.checked_sub(1).is_some_and(|before| tree.tag(before).is_verb());
        if tree.relation(verb) == Relation::Amod && governed && !of_those(draft.candidate.group.start) {
            return true;
        }
        // "vowed to fight and accused the firm": no finite verb is joined to an infinitive.
        if leader != verb && matches!(tree.tag(verb), Penn::Vbd | Penn::Vbz) && matches!(tree.tag(leader), Penn::Vb | Penn::Vbg) {
            return false;
        }
        match tree.relation(leader) {
            // "What officials told the families was wrong"
            Relation::Csubj | Relation::Csubjpass => !self.opens_with_that(leader),
            Relation::Xcomp => !self.is_done(draft) && !self.is_signed(draft),
            Relation::Acl => {
                let follows_comma = draft.candidate.group.finite && self.follows_comma(draft);
                let speaks = complement == Some(Relation::Ccomp) || follows_comma || self.follows_as(draft) || self.is_main(draft);
                let speaks = speaks || self.follows_relative(draft);
                let speaks = speaks || self.is_signed(draft);
                !speaks
            }
            Relation::Ccomp => {
                // "Germany welcomed the deal, France said it was weak": a verb that has a clause of its own after it does not report the
                // first.
                let has_own = |head: usize| tree.below(head).iter().any(|below| *below > head && tree.relation(*below) == Relation::Ccomp);
                let reported = tree.head(leader).is_some_and(|head| self.heads.contains(&head) && !(head > leader && has_own(head)));
                // "They say that it rained; Lee wants peace": no clause of his.
                let parts = |head: usize| (leader..head).any(|at| self.scene.lower[tree.token(at)] == ";");
                let reported = reported && !tree.head(leader).is_some_and(parts);
                let thing = matches!(complement, Some(Relation::Dobj | Relation::Prep | Relation::Xcomp));
                let pronoun = tree.subject(verb).is_some_and(|subject| tree.tag(subject) == Penn::Prp);
                let attitude = matches!(draft.act, Act::State | Act::Expect | Act::Welcome);
                self.is_modal(verb) || self.is_asked(draft, leader) || (reported && attitude && (thing || pronoun))
            }
            Relation::Relcl | Relation::Advcl => self.is_modal(verb) || self.is_asked(draft, leader),
            _ => false,
        }
    }

    /// "called an ambulance", "found the wreck": a deed done to a thing, and nothing that the thing is called or found to be. What is
    /// found without an article is more often told than seen ("found traces of lead").
    pub(super) fn is_deed(&self, draft: &Draft, verb: usize) -> bool {
        let (tree, scene, cue) = (&self.tree, self.scene, draft.candidate.cue);
        let does = cue.takes(Frame::Deed) && cue.act == Act::State && draft.act == Act::State && !cue.takes(Frame::Quote);
        let Some(words) = scene.words(draft).filter(|words| does && words.start >= draft.candidate.after) else { return false };
        let right = || tree.below(verb).iter().copied().filter(|below| *below > verb);
        let objects = || right().filter(|below| tree.relation(*below) == Relation::Dobj);
        // "called the terms unfair": a parse may hang on the object what it is called.
        let plain = |object: usize| {
            let after = |below: &usize| *below > object && tree.relation(*below) != Relation::Prep;
            tree.tag(object).is_noun() && !tree.below(object).iter().any(after)
        };
        let only = objects().count() == 1 && objects().all(plain) && !right().any(|below| PREDICATES.contains(&tree.relation(below)));
        let is_word = |at: usize| {
            let here = &scene.tags[at];
            [Role::Charge, Role::Refusable, Role::Document, Role::As].iter().any(|role| here.is(*role)) || here.classes.has(Class::Negation)
        };
        let is_quoted = |at: usize| scene.quotation(at).is_some() || scene.tags[at].tag == Tag::Quote;
        const LEARNT: [Role; 5] = [Role::Document, Role::Media, Role::Medium, Role::Court, Role::Bench];
        let learnt = |who: &Range<usize>| LEARNT.iter().any(|role| scene.any(who, *role));
        let told = || scene.tags[words.start].tag == Tag::Noun || draft.source.words().is_some_and(learnt);
        only && !words.clone().any(|at| is_word(at) || is_quoted(at)) && (draft.evaluates || !told())
    }

    fn opens_with_that(&self, clause: usize) -> bool {
        let mark = self.tree.first(clause, &[Relation::Mark]);
        mark.is_some_and(|mark| self.scene.tags[self.tree.token(mark)].is(Role::That))
    }

    /// "told the regulator on Monday": whoever is told is named, and nothing of what.
    fn is_only_addressed(&self, draft: &Draft, verb: usize) -> bool {
        let (tree, tags) = (&self.tree, &self.scene.tags);
        let cue = draft.candidate.cue;
        if !cue.takes(Frame::Addressee) || cue.takes(Frame::Object) || draft.act != Act::State || !cue.rest.is_empty() {
            return false;
        }
        let right = || tree.below(verb).iter().copied().filter(|below| *below > verb);
        let count = |relations: &[Relation]| right().filter(|below| relations.contains(&tree.relation(*below))).count();
        let is_day = |at: usize| tags[tree.token(at)].is(Role::Calendar);
        let dated = |top: usize| tree.subtree(top).iter().enumerate().any(|(at, under)| *under && is_day(at));
        let told = count(&[Relation::Ccomp, Relation::Xcomp, Relation::Oprd, Relation::Acomp, Relation::Attr]) > 0
            || right().any(|below| tree.relation(below) == Relation::Prep && !dated(below));
        let words = || draft.content.iter().flat_map(|piece| self.scene.document.tokens_in(*piece));
        let opens = |at: usize| tags[at].tag == Tag::Complementiser || self.scene.quotation(at).is_some();
        tree.relation(verb) != Relation::Advcl && !told && count(&[Relation::Dobj, Relation::Dative]) == 1 && !words().any(opens)
    }

    /// "signed a letter urging ministers to act", "wrote to the firm asking for a meeting": whoever agrees to a text, or writes, says what
    /// stands in it.
    fn is_signed(&self, draft: &Draft) -> bool {
        let (tags, start, clause) = (&self.scene.tags, draft.candidate.group.start, draft.candidate.clause);
        let within = |at: &usize| tags[*at].tag.is_nominal() || matches!(tags[*at].tag, Tag::Determiner | Tag::Possessive);
        let agrees = |verb: &Tagged| verb.word.cues().any(|cue| cue.act == Act::Agree && cue.takes(Frame::Words));
        let signs = || {
            let verb = (clause.start..start).rev().find(|at| !within(at))?;
            (tags[verb].tag == Tag::Verb && agrees(&tags[verb])).then_some(verb)
        };
        let is_text = |verb: usize| content::is_aired(self.scene, verb + 1, clause.end);
        draft.candidate.group.gerund && (hanging::is_written(self.scene, &draft.candidate) || signs().is_some_and(is_text))
    }

    /// "under pressure to explain when she learned of it": what is still to be told, in a clause of place or time.
    fn is_asked(&self, draft: &Draft, clause: usize) -> bool {
        let tree = &self.tree;
        let wh = tree.first(clause, &[Relation::Advmod]).is_some_and(|wh| tree.tag(wh) == Penn::Wrb);
        let still = tree.head(clause).is_some_and(|head| tree.form(head) == Penn::To);
        draft.act == Act::State && wh && still
    }

    /// "Ana Torv, who leads the party, called on …": behind a comma a finite verb is no participle of the noun before it.
    pub(super) fn follows_comma(&self, draft: &Draft) -> bool {
        draft.candidate.group.start.checked_sub(1).is_some_and(|before| self.scene.tags[before].tag == Tag::Comma)
    }

    /// "As the auditor noted in May, …": no participle either.
    fn follows_as(&self, draft: &Draft) -> bool {
        let Source::Phrase(source) = &draft.source else { return false };
        source.start.checked_sub(1).is_some_and(|before| self.scene.tags[before].is(Role::As))
    }

    /// "The firm, which the head of the bank accused of fraud, has closed": the verb of a relative clause.
    fn follows_relative(&self, draft: &Draft) -> bool {
        let Source::Phrase(source) = &draft.source else { return false };
        source.start.checked_sub(1).is_some_and(|before| self.scene.tags[before].tag == Tag::Relative)
    }

    /// "Residents who spent the night there asked to leave": the parse has no main verb; then this one, after a relative
    /// clause, is it.
    fn is_main(&self, draft: &Draft) -> bool {
        let tree = &self.tree;
        let Source::Phrase(source) = &draft.source else { return false };
        let relative = self.scene.tags[source.clone()].iter().any(|tagged| tagged.tag == Tag::Relative);
        // "The minister called on both sides": no participle, where the parse has a finite form and takes it for one.
        let is_finite = |at: usize| matches!(tree.tag(at), Penn::Vbd | Penn::Vbz | Penn::Vbp);
        let head = self.head(&draft.candidate);
        let finite = head.is_some_and(is_finite);
        let root = (0..tree.len()).find(|at| tree.relation(*at) == Relation::Root);
        // "A former employee called on the firm to pay.": a sentence with no verb but the one that the parse takes for a participle.
        let only = || {
            let below = head.map(|head| tree.subtree(head)).unwrap_or_default();
            // "A source close to the talks added on Monday that it had failed."
            let told = draft.content.first().map_or(0..0, |piece| tree.at(*piece));
            let that = draft.candidate.cue.takes(Frame::That)
                && self.scene.words(draft).is_some_and(|words| self.scene.tags[words.start].is(Role::That));
            let is_told = |at: usize| that && told.contains(&at);
            let others = || (0..tree.len()).any(|at| !below[at] && !is_told(at) && (is_finite(at) || tree.tag(at) == Penn::Md));
            let ends = || tree.len().checked_sub(1).is_some_and(|last| self.scene.tags[tree.token(last)].tag == Tag::Stop);
            let hangs = head.is_some_and(|head| tree.relation(head) == Relation::Acl);
            hangs && ends() && !others()
        };
        (relative || finite || only()) && draft.candidate.group.finite && root.is_some_and(|root| tree.tag(root).is_noun())
    }

    /// "continued to", "was quick to", "marched to": what follows was done.
    fn is_done(&self, draft: &Draft) -> bool {
        let before = draft.candidate.group.start.checked_sub(1);
        let (scene, candidate) = (self.scene, &draft.candidate);
        let in_public = || hanging::rallying(scene, candidate).or_else(|| hanging::airing(scene, candidate)).is_some();
        before.is_some_and(|before| hanging::is_done(scene, before)) || in_public()
    }

    fn is_modal(&self, verb: usize) -> bool {
        self.tree.below(verb).iter().any(|below| self.tree.tag(*below) == Penn::Md)
    }

    /// What hangs on `verb` and holds the content's first word.
    fn complement(&self, draft: &Draft, verb: usize) -> Option<usize> {
        let begin = self.tree.at(*draft.content.first()?).next()?;
        self.tree.below(verb).iter().copied().find(|below| self.tree.subtree(*below)[begin])
    }
}
