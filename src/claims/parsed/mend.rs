//! Drafts of the rules, held against the parse: whose they are.

use crate::lexicon::cues::Part;
use crate::lexicon::inflect::form;
use crate::model::Rule;
use crate::syntax::Tag;
use crate::syntax::parse::Relation;
use crate::text::{SegmentKind, Span};

use super::super::{content, fronted, hanging};
use super::tree::{Words, first, last};
use super::{Draft, Reading, Source};

impl Reading<'_, '_, '_> {
    /// The draft with the parse's source and content; `None` where the parse sees no claim.
    pub(super) fn mended(&self, draft: Draft) -> Option<Draft> {
        match draft.candidate.cue.part {
            _ if draft.rule == Rule::AccordingTo || fronted::is_cleft(self.scene, &draft) => Some(draft),
            Part::Noun if draft.rule == Rule::Brought => Some(self.noun(draft.clone()).unwrap_or(draft)),
            Part::Noun => self.noun(draft),
            Part::Verb if matches!(draft.rule, Rule::Raised | Rule::Passive) => Some(self.ended(draft)),
            Part::Verb if draft.via.is_some() => Some(draft),
            Part::Verb | Part::Adjective => self.predicate(draft),
            _ => Some(draft),
        }
    }

    fn predicate(&self, mut draft: Draft) -> Option<Draft> {
        let quoted = self.is_quoted(&draft);
        let Some(verb) = self.verb(&draft.candidate) else {
            let ahead = draft.content.first().zip(draft.cue).is_some_and(|(piece, cue)| piece.start() < cue.start());
            let kept = ahead || quoted || draft.candidate.cue.part != Part::Verb || self.is_surely_verb(&draft);
            return kept.then_some(draft);
        };
        let follows = draft.content.first().is_none_or(|piece| draft.cue.is_none_or(|cue| cue.start() <= piece.start()));
        if !quoted && follows && (self.is_idle(&draft, verb) || self.is_deed(&draft, verb)) {
            return None;
        }
        if let Some(source) = self.better_source(&draft, verb).filter(|source| !self.is_governed_in(source, &draft.source)) {
            draft.source = source;
        }
        if !quoted && let Some(content) = self.bounded(&draft, verb) {
            draft.content = content::pieces(self.scene, &[self.scene.document.tokens_in(content)]);
        }
        Some(draft)
    }

    /// "The charity that sent it": the pronoun is all that the parse has of it.
    fn is_governed_in(&self, found: &Source, whole: &Source) -> bool {
        let (Source::Phrase(found), Source::Phrase(whole)) = (found, whole) else { return false };
        let tags = &self.scene.tags;
        let ends_it = found.len() == 1 && whole.len() > 1 && found.end == whole.end && tags[found.start].tag == Tag::Pronoun;
        ends_it && whole.clone().any(|at| tags[at].tag == Tag::Relative)
    }

    /// The verb's own subject; a subject shared with another verb where the rule took somebody else.
    fn better_source(&self, draft: &Draft, verb: usize) -> Option<Source> {
        let tree = &self.tree;
        let subject = tree.subject(verb)?;
        let own = tree.own_subject(verb).is_some();
        let shared = match tree.relation(verb) {
            Relation::Conj | Relation::Advcl => true,
            Relation::Xcomp => tree.head(verb).is_some_and(|head| head < verb),
            _ => false,
        };
        let Source::Phrase(taken) = &draft.source else { return None };
        let taken = self.scene.span(taken.clone())?;
        // "rejected results that help Lee, alleging fraud": results allege nothing.
        let is_relative = |at: usize| self.scene.tags[at].tag == Tag::Relative;
        let hangs = draft.candidate.group.gerund && self.follows_comma(draft) && is_relative(tree.token(subject));
        let told = hanging::told_of(self.scene, draft.candidate.clause, draft.candidate.group.head).is_some();
        // "used social media to deny it": media deny nothing.
        let hangs = hangs || told || hanging::airing(self.scene, &draft.candidate).is_some();
        let hangs = hangs || hanging::held_against(self.scene, &draft.candidate).is_some();
        if hangs || self.is_parenthetic(draft, subject) || self.begins_clause(draft, verb) {
            return None;
        }
        let words = tree.subtree_without(subject, verb);
        let other = !tree.at(taken).any(|at| words[at]);
        let asserted = draft.content.iter().any(|piece| self.tree.at(*piece).any(|at| words[at])) || self.holds_verb(draft, &words);
        if !asserted && (own || (shared && other)) { self.source(subject, verb) } else { None }
    }

    /// "Senate rejects budget, vows new talks": a headline of which the parse takes all before the second verb for its subject.
    fn holds_verb(&self, draft: &Draft, words: &Words) -> bool {
        let headline = self.scene.document.segment_of(draft.candidate.clause.sentence).kind == SegmentKind::Headline;
        let is_verb = |at: usize| self.scene.tags[self.tree.token(at)].is_verb(form::PRESENT | form::BASE);
        headline && (0..words.len()).any(|at| words[at] && is_verb(at))
    }

    /// "rejected it and Poland condemned it": the subject stands between a conjunction and its verb, which the parse joins to another verb.
    fn begins_clause(&self, draft: &Draft, verb: usize) -> bool {
        let Source::Phrase(taken) = &draft.source else { return false };
        let joined = taken.start > 0 && self.scene.tags[taken.start - 1].tag == Tag::Conjunction;
        joined && taken.end == draft.candidate.group.start && self.tree.relation(verb) == Relation::Conj
    }

    /// "The aim, a diplomat said on Friday, is peace": between a comma and the cue stands who says it, before the comma what is said.
    fn is_parenthetic(&self, draft: &Draft, subject: usize) -> bool {
        let (tree, tags) = (&self.tree, &self.scene.tags);
        let Source::Phrase(taken) = &draft.source else { return false };
        let Some(comma) = taken.start.checked_sub(1).filter(|before| tags[*before].tag == Tag::Comma) else { return false };
        let reports = tags.get(draft.candidate.after).is_some_and(|next| next.tag == Tag::Complementiser);
        let listed = |at: usize| tree.relation(at) == Relation::Conj && tree.head(at).is_some_and(|head| tree.token(head) < comma);
        let lists = self.scene.span(taken.clone()).is_some_and(|span| tree.at(span).any(listed));
        taken.end == draft.candidate.group.start && !reports && !lists && tree.token(subject) < comma
    }

    /// What seems or is expected, ended with what hangs on the verb: "seemed to thaw, but froze again"; of a passive, the whole subject.
    fn ended(&self, mut draft: Draft) -> Draft {
        let tree = &self.tree;
        if let Some(patient) = self.patient(&draft) {
            draft.content[0] = patient;
        }
        self.find_agent(&mut draft);
        let Some((verb, piece)) = self.head(&draft.candidate).zip(draft.content.last_mut()) else { return draft };
        let taken = tree.at(*piece);
        let beside = [Relation::Conj, Relation::Cc, Relation::Parataxis, Relation::Punct];
        let hangs = |below: &usize| *below > verb && !beside.contains(&tree.relation(*below)) && tree.subtree(*below)[taken.start];
        if !taken.is_empty()
            && taken.start > verb
            && let Some(top) = tree.below(verb).iter().copied().find(hangs)
            && let Some(span) = tree.span(taken.start..taken.end.min(tree.last_below(top) + 1))
        {
            *piece = span;
        }
        draft
    }

    /// "Plans to close the library were condemned": all that stands before a passive for its subject, where the rules found a part of it.
    fn patient(&self, draft: &Draft) -> Option<Span> {
        let tree = &self.tree;
        let piece = *draft.content.first().filter(|_| draft.rule == Rule::Passive)?;
        let verb = self.head(&draft.candidate)?;
        let subject = tree.first(verb, &[Relation::Nsubjpass]).filter(|subject| *subject < verb)?;
        let words = tree.subtree_without(subject, verb);
        let span = tree.span(first(&words)?..last(&words)?.min(verb - 1) + 1)?;
        let held = tree.at(piece).all(|at| words[at]);
        (held && span.end() >= piece.end() && draft.cue.is_some_and(|cue| span.end() <= cue.start())).then_some(span)
    }

    /// "was accused of lying by a rival": whoever stands after "by" at the end, which the rules leave in the content.
    fn find_agent(&self, draft: &mut Draft) {
        let tree = &self.tree;
        let by = self.head(&draft.candidate).and_then(|verb| tree.first(verb, &[Relation::Agent]));
        let Some((by, agent)) = by.and_then(|by| Some((by, tree.first(by, &[Relation::Pobj])?))) else { return };
        self.cut_agent(draft, by, agent);
        let Some(last) = draft.content.last().copied().filter(|_| draft.rule == Rule::Passive && draft.source == Source::Unspecified)
        else {
            return;
        };
        let taken = tree.at(last);
        let words = (taken.start < by && taken.contains(&by)).then(|| tree.span(taken.start..by)).flatten();
        if let (Some(words), Some(source)) = (words, self.source(agent, by)) {
            draft.source = source;
            *draft.content.last_mut().expect("a draft has a content") = words;
        }
    }

    /// "was praised by the coroner for his courage": whoever stands after "by" ends where the parse ends them.
    fn cut_agent(&self, draft: &mut Draft, by: usize, agent: usize) {
        let Source::Phrase(taken) = &draft.source else { return };
        let Some(Source::Phrase(found)) = self.source(agent, by) else { return };
        // "by an official in Oslo": where somebody is says who it is, whatever a parse hangs it on.
        let is_place = self.scene.tag(found.end + 1) == Some(Tag::Name) && self.scene.tags[found.end].tag == Tag::Preposition;
        if found.start == taken.start && found.end < taken.end && !is_place {
            draft.source = Source::Phrase(found);
        }
    }
}
