//! Drafts of the rules, held against the parse.

use std::ops::Range;

use crate::lexicon::closed::Class;
use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::model::{Act, Rule};
use crate::syntax::Tag;
use crate::syntax::parse::{Penn, Relation};
use crate::text::{SegmentKind, Span};

use super::super::{content, hanging};
use super::noun::SUBJECTS;
use super::tree::{Words, first, last, remove};
use super::{Draft, Reading, Source};

/// What a verb can govern that is (or names) what is asserted, apart from a clause.
const COMPLEMENTS: &[Relation] =
    &[Relation::Xcomp, Relation::Dobj, Relation::Prep, Relation::Acomp, Relation::Advcl, Relation::Attr, Relation::Oprd, Relation::Dative];

/// What hangs on a verb beside its complements.
const BESIDE: &[Relation] = &[Relation::Conj, Relation::Cc, Relation::Parataxis, Relation::Punct, Relation::Ccomp];

/// What tells of a verb's object what it is called or found to be.
const PREDICATES: &[Relation] =
    &[Relation::Oprd, Relation::Ccomp, Relation::Xcomp, Relation::Acomp, Relation::Attr, Relation::Dative, Relation::Advcl];

impl Reading<'_, '_, '_> {
    /// The draft with the parse's source and content; `None` where the parse sees no claim.
    pub(super) fn mended(&self, draft: Draft) -> Option<Draft> {
        match draft.candidate.cue.part {
            Part::Noun if draft.rule == Rule::AccordingTo => Some(draft),
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
        if let Some(source) = self.better_source(&draft, verb) {
            draft.source = source;
        }
        if !quoted && let Some(content) = self.bounded(&draft, verb) {
            draft.content = content::pieces(self.scene, &[self.scene.document.tokens_in(content)]);
        }
        Some(draft)
    }

    /// "Police allege he fired", "Residents claim they were ill": no noun, or the parse hangs a clause with a subject of its own on it.
    fn is_surely_verb(&self, draft: &Draft) -> bool {
        let here = self.scene.tags[draft.candidate.group.head];
        let clause = || self.head(&draft.candidate).and_then(|head| self.tree.first(head, &[Relation::Ccomp]));
        // A parser has read few headlines, and takes "Farmers blame drought" for a noun.
        let is_headline = self.scene.document.segment_of(draft.candidate.clause.sentence).kind == SegmentKind::Headline;
        let only_verb = (!here.word.noun || is_headline) && here.forms & form::PARTICIPLE == 0;
        // "Ferrari rubbished reports.": without it the sentence has no verb.
        let around = draft.candidate.clause;
        let others = (around.start..draft.candidate.group.start).chain(draft.candidate.after..around.end);
        let only_finite = || !others.clone().any(|at| self.scene.tags[at].is_finite());
        draft.candidate.group.finite
            && (only_verb
                || only_finite()
                || draft.candidate.cue.takes(Frame::That) && clause().is_some_and(|clause| self.tree.first(clause, SUBJECTS).is_some()))
    }

    /// Nobody asserts it: what a noun is said to be for ("a plan to reject the offer"), what would only be said inside another's words.
    fn is_idle(&self, draft: &Draft, verb: usize) -> bool {
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
            Relation::Xcomp => !self.is_done(draft),
            Relation::Acl => {
                let follows_comma = draft.candidate.group.finite && self.follows_comma(draft);
                let speaks = complement == Some(Relation::Ccomp) || follows_comma || self.follows_as(draft) || self.is_main(draft);
                !speaks
            }
            Relation::Ccomp => {
                // "Germany welcomed the deal, France said it was weak": a verb that has a clause of its own after it does not report the
                // first.
                let has_own = |head: usize| tree.below(head).iter().any(|below| *below > head && tree.relation(*below) == Relation::Ccomp);
                let reported = tree.head(leader).is_some_and(|head| self.heads.contains(&head) && !(head > leader && has_own(head)));
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
    fn is_deed(&self, draft: &Draft, verb: usize) -> bool {
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

    /// "under pressure to explain when she learned of it": what is still to be told, in a clause of place or time.
    fn is_asked(&self, draft: &Draft, clause: usize) -> bool {
        let tree = &self.tree;
        let wh = tree.first(clause, &[Relation::Advmod]).is_some_and(|wh| tree.tag(wh) == Penn::Wrb);
        let still = tree.head(clause).is_some_and(|head| tree.form(head) == Penn::To);
        draft.act == Act::State && wh && still
    }

    /// "Ana Torv, who leads the party, called on …": behind a comma a finite verb is no participle of the noun before it.
    fn follows_comma(&self, draft: &Draft) -> bool {
        draft.candidate.group.start.checked_sub(1).is_some_and(|before| self.scene.tags[before].tag == Tag::Comma)
    }

    /// "As the auditor noted in May, …": no participle either.
    fn follows_as(&self, draft: &Draft) -> bool {
        let Source::Phrase(source) = &draft.source else { return false };
        source.start.checked_sub(1).is_some_and(|before| self.scene.tags[before].is(Role::As))
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
            let others = || (0..tree.len()).any(|at| !below[at] && (is_finite(at) || tree.tag(at) == Penn::Md));
            let ends = || tree.len().checked_sub(1).is_some_and(|last| self.scene.tags[tree.token(last)].tag == Tag::Stop);
            let hangs = head.is_some_and(|head| tree.relation(head) == Relation::Acl);
            hangs && ends() && !others()
        };
        (relative || finite || only()) && draft.candidate.group.finite && root.is_some_and(|root| tree.tag(root).is_noun())
    }

    /// "continued to", "was quick to", "marched to": what follows was done.
    fn is_done(&self, draft: &Draft) -> bool {
        let before = draft.candidate.group.start.checked_sub(1);
        before.is_some_and(|before| self.scene.tags[before].is(Role::Phase)) || hanging::rallying(self.scene, &draft.candidate).is_some()
    }

    fn is_modal(&self, verb: usize) -> bool {
        self.tree.below(verb).iter().any(|below| self.tree.tag(*below) == Penn::Md)
    }

    /// What hangs on `verb` and holds the content's first word.
    fn complement(&self, draft: &Draft, verb: usize) -> Option<usize> {
        let begin = self.tree.at(*draft.content.first()?).next()?;
        self.tree.below(verb).iter().copied().find(|below| self.tree.subtree(*below)[begin])
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

    /// A content after its cue, ended no earlier than its complement and no later than what hangs on the verb.
    fn bounded(&self, draft: &Draft, verb: usize) -> Option<Span> {
        let [piece] = draft.content.as_slice() else { return None };
        let tree = &self.tree;
        let taken = tree.at(*piece);
        let after = self.after(&draft.candidate);
        let begin = taken.start;
        // "Stay indoors, police told residents"
        let is_order = |at: usize| tree.tag(at) == Penn::Vb && self.scene.tags[tree.token(at)].tag != Tag::To;
        let adjunct = !taken.is_empty() && begin < verb && !is_order(begin) && self.is_adjunct(begin, verb);
        if taken.is_empty() || (begin < after && !adjunct) {
            return None;
        }
        let head = self.head(&draft.candidate).unwrap_or(verb);
        let adjective = if head == verb { &[] } else { tree.below(head) };
        let right = || tree.below(verb).iter().chain(adjective).copied().filter(|below| *below >= after);
        let clause = right().find(|below| tree.relation(*below) == Relation::Ccomp);
        let governs = |below: &usize| COMPLEMENTS.contains(&tree.relation(*below)) && (adjunct || tree.subtree(*below)[begin]);
        let top = clause.or_else(|| right().find(governs))?;
        // "said with a shrug, it works": how it was said is not what was said.
        let cue = draft.candidate.cue;
        if tree.relation(top) == Relation::Prep && !cue.takes(Frame::Prepositional) && cue.rest.is_empty() {
            return None;
        }
        let words = self.without_charge(top);
        let least = self.with_predicate(top, right().filter(|below| *below > top)).max(last(&words)?);
        if taken.end > least + 1 && clause.is_some_and(|top| self.is_inverted(top)) {
            return None;
        }
        let belongs = |below: &usize| if clause.is_some() { self.goes_on(*below) } else { !BESIDE.contains(&tree.relation(*below)) };
        let most = right().filter(belongs).map(|below| tree.last_below(below)).fold(least, usize::max);
        let opens = first(&words)?;
        // "told parents in a letter that …", "said on Monday it …": what stands before "that", and a day, is no part of the clause.
        let opens = if !adjunct && (self.is_aside(*piece, opens) || self.is_left_out(draft, begin..opens)) { begin } else { opens };
        // "reassured staff that": whoever is told is no part of what they are told.
        let whom = tree.token(opens)..tree.token(begin);
        let told = cue.takes(Frame::Addressee) && self.scene.tags[whom.end].tag == Tag::Complementiser && self.scene.names_somebody(&whom);
        let from = match () {
            () if clause.is_some() || adjunct => opens,
            () if told => begin,
            () => opens.min(begin),
        };
        let from = from.max(after);
        let last = taken.end - 1;
        let end = match () {
            () if adjunct => least,
            () if !self.closes(*piece) => last.max(least).min(most),
            () if self.joins_on(taken.end) => least.max(last),
            () => last,
        };
        if from > end {
            return None;
        }
        let end = match clause {
            None if self.participle_follows(taken.end) => last,
            None => self.before_finite(from, self.without_aside(top, from, end)),
            Some(_) if self.contrasts(from, taken.end, end, !cue.takes(Frame::That)) => last,
            Some(_) => end,
        };
        tree.span(from..end + 1)
    }

    /// "rejected results that help Lee, alleging fraud": from word `from` on stands a participle of speech, which a parse may hang on any
    /// verb.
    fn participle_follows(&self, from: usize) -> bool {
        let is_comma = |at: usize| at < self.tree.len() && self.tree.tag(at) == Penn::Comma;
        let at = from + usize::from(is_comma(from));
        at > 0 && is_comma(at - 1) && self.heads.contains(&at) && self.tree.tag(at) == Penn::Vbg
    }

    /// An object, infinitive or gerund from word `from` to `end` ends before a conjunction and another clause ("rejected it and Poland
    /// condemned it") or finite verb ("vowed to fight and accused the firm").
    fn before_finite(&self, from: usize, end: usize) -> usize {
        let tag = |word: usize| &self.scene.tags[self.tree.token(word)];
        let loose = tag(from).tag == Tag::To || tag(from).is_verb(form::GERUND);
        let joined = |at: &usize| {
            let verb = tag(at + 1);
            let shared = || loose && verb.is_verb(form::PAST | form::PRESENT) && verb.forms & form::BASE == 0;
            tag(*at).tag == Tag::Conjunction
                && (shared() || content::sentence_follows(self.scene, self.tree.token(at + 1), self.scene.tags.len()))
        };
        // "wanted to know who beside Lee and Moss had left": a clause needs a verb of its own.
        let opens = |at: &usize| tag(*at).is_finite() || matches!(tag(*at).tag, Tag::Complementiser | Tag::Relative);
        let finite = (from..end).find(opens).unwrap_or(end);
        (from + 1..end.min(finite)).find(joined).map_or(end, |at| at - 1)
    }

    /// What stands from word `opens` to the first of `content` only tells when, where or how it was said.
    fn is_aside(&self, content: Span, opens: usize) -> bool {
        let Some(begin) = self.scene.document.tokens_in(content).next() else { return false };
        let tags = &self.scene.tags;
        let that = tags[begin].is(Role::That) && matches!(self.tree.tag(opens), Penn::In | Penn::Vbg | Penn::Rb);
        that || begin.checked_sub(1).is_some_and(|last| content::tells_where(self.scene, last) && !tags[last].owns)
    }

    /// "says growth this year will fall": nouns right after the cue that a parse has in no clause, of a verb that is said to nobody.
    fn is_left_out(&self, draft: &Draft, words: std::ops::Range<usize>) -> bool {
        let noun = |word: usize| self.scene.tags[self.tree.token(word)].tag.is_nominal();
        words.start == self.after(&draft.candidate) && !draft.candidate.cue.takes(Frame::Addressee) && words.into_iter().all(noun)
    }

    /// The last word of an object's predicate: "called it a gift, a bribe and a lie".
    fn with_predicate(&self, top: usize, right: impl Iterator<Item = usize>) -> usize {
        let tree = &self.tree;
        let predicate = |below: &usize| matches!(tree.relation(*below), Relation::Oprd | Relation::Xcomp | Relation::Acomp);
        let after = right.filter(|_| tree.relation(top) == Relation::Dobj).filter(predicate);
        after.map(|below| tree.last_below(below)).fold(top, usize::max)
    }

    /// Where an object ends without the clause that only tells more of it: ", which …", "— who …". What is quoted is more than that.
    fn without_aside(&self, top: usize, from: usize, end: usize) -> usize {
        let tree = &self.tree;
        let words = tree.subtree(top);
        let mark = |mark: &usize| matches!(tree.tag(*mark), Penn::Comma | Penn::Colon | Penn::Hyph);
        let begins =
            |at: usize| first(&tree.subtree(at)).and_then(|begin| begin.checked_sub(1)).filter(|before| *before > from).filter(mark);
        let mut asides = (from + 1..=end).filter(|at| words[*at] && tree.relation(*at) == Relation::Relcl && tree.last_below(*at) >= end);
        let quotes = |mark: &usize| (*mark..=end).any(|at| self.scene.quotation(tree.token(at)).is_some());
        asides.find_map(begins).filter(|mark| !quotes(mark)).map_or(end, |mark| mark - 1)
    }

    /// "…, while the rector said it would not", "(welcomed) the raise and parents complained", "…, which the rector denied", "…, a charge
    /// he denies": from word `from` on another one says something else. `begin` is the first word of the content, which may be an object
    /// by itself.
    fn contrasts(&self, begin: usize, from: usize, end: usize, is_object: bool) -> bool {
        let (tree, tags) = (&self.tree, &self.scene.tags);
        let Some(next) = (from..=end).find(|at| !matches!(tree.tag(*at), Penn::Comma | Penn::Colon)) else { return false };
        let token = tree.token(next);
        if is_object && tags[token].tag == Tag::Conjunction && !(begin..next).any(|at| tags[tree.token(at)].is_finite()) {
            return content::sentence_follows(self.scene, token + 1, tags.len());
        }
        if content::apposes_charge(self.scene, token, tags.len()) {
            return true;
        }
        let says = |at: &usize| *at >= from && *at <= end && tree.own_subject(*at).is_some_and(|subject| subject >= from);
        (tags[token].is(Role::Contrast) || tags[token].tag == Tag::Relative) && self.heads.iter().any(says)
    }

    /// "“…” and that …": after a quotation the clause goes on with another one.
    fn joins_on(&self, end: usize) -> bool {
        let tree = &self.tree;
        let at = (end..tree.len()).find(|at| !(tree.tag(*at).is_quote() || tree.tag(*at) == Penn::Comma));
        at.is_some_and(|at| {
            let next = self.scene.tags.get(tree.token(at) + 1);
            tree.relation(at) == Relation::Cc && next.is_some_and(|next| next.tag == Tag::Complementiser)
        })
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

    /// "should it fail", "had they asked": a condition, which is never all that is said.
    fn is_inverted(&self, clause: usize) -> bool {
        let auxiliary = self.tree.first(clause, &[Relation::Aux]);
        auxiliary.zip(self.tree.own_subject(clause)).is_some_and(|(auxiliary, subject)| auxiliary < subject)
    }

    /// The words end with a quotation: its closing mark says more than a parse.
    fn closes(&self, words: Span) -> bool {
        let tokens = self.scene.document.tokens_in(words);
        let Some(last) = tokens.clone().rfind(|at| self.scene.document.tokens[*at].is_wordlike()) else { return false };
        let quoted = self.scene.quotation(last).is_some();
        quoted && (last + 1..).take(2).any(|after| self.scene.tags.get(after).is_some_and(|next| next.tag == Tag::Quote))
    }

    /// What hangs on the verb beside its clause and is said with it as long as the rules think so too: one more clause, or one of time,
    /// cause or condition.
    fn goes_on(&self, below: usize) -> bool {
        let tree = &self.tree;
        let acts = || self.heads.contains(&below) || tree.tag(below) == Penn::Vbg;
        match tree.relation(below) {
            Relation::Ccomp => true,
            Relation::Advcl => tree.first(below, &[Relation::Mark, Relation::Advmod]).is_some() || !acts(),
            _ => false,
        }
    }

    /// Before its verb, the word at `begin` stands in an adjunct: "In May, Oslo asked", "Although it froze, she denied".
    fn is_adjunct(&self, begin: usize, verb: usize) -> bool {
        let tree = &self.tree;
        let adjuncts = [Relation::Prep, Relation::Advcl, Relation::Npadvmod, Relation::Advmod];
        tree.below(verb).iter().any(|below| *below < verb && adjuncts.contains(&tree.relation(*below)) && tree.subtree(*below)[begin])
    }

    /// The words under `top` without ", a charge that …", which stands for the claim and is no part of it.
    fn without_charge(&self, top: usize) -> Words {
        let tree = &self.tree;
        let mut words = tree.subtree(top);
        for at in top..words.len() {
            let charge = || self.scene.tags.get(tree.token(at)).is_some_and(|tagged| tagged.is(Role::Charge));
            if words[at] && tree.relation(at) == Relation::Appos && charge() {
                remove(&mut words, &tree.subtree(at));
            }
        }
        words
    }
}
