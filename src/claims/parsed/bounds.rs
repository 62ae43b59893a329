//! Where a content ends by the parse: no earlier than its complement, and no later than what hangs on the verb.

use std::ops::Range;

use crate::lexicon::cues::{Frame, Part};
use crate::lexicon::inflect::form;
use crate::lexicon::words::Role;
use crate::syntax::Tag;
use crate::syntax::parse::{Penn, Relation};
use crate::text::Span;

use super::super::content;
use super::noun::SUBJECTS;
use super::tree::{Words, first, last, remove};
use super::{Draft, Reading};

/// What a verb can govern that is (or names) what is asserted, apart from a clause.
const COMPLEMENTS: &[Relation] =
    &[Relation::Xcomp, Relation::Dobj, Relation::Prep, Relation::Acomp, Relation::Advcl, Relation::Attr, Relation::Oprd, Relation::Dative];

/// What hangs on a verb beside its complements.
const BESIDE: &[Relation] = &[Relation::Conj, Relation::Cc, Relation::Parataxis, Relation::Punct, Relation::Ccomp];

/// A content with the complement by which it is bounded; words are counted in the sentence of the parse.
struct Bounded<'d> {
    draft: &'d Draft,
    /// The content.
    piece: Span,
    taken: Range<usize>,
    /// The word before which none of it stands.
    after: usize,
    /// It stands before the verb and hangs on it.
    is_adjunct: bool,
    /// The head of the complement.
    top: usize,
    /// The complement is a clause.
    is_clause: bool,
    /// The first word of the complement.
    opens: usize,
    /// The last word that belongs to the complement, and that of what else may.
    least: usize,
    most: usize,
}

impl Reading<'_, '_, '_> {
    /// A content after its cue, ended no earlier than its complement and no later than what hangs on the verb.
    pub(super) fn bounded(&self, draft: &Draft, verb: usize) -> Option<Span> {
        let content = self.complement_of(draft, verb)?;
        let from = self.bounded_begin(&content).max(content.after);
        let end = self.reach(&content);
        if from > end {
            return None;
        }
        let end = self.without_more(&content, from, end);
        // "issued a warning and a rival accused it": the conjunction joins what comes next.
        let goes_on = |token: usize| self.scene.tag(token + 1).is_some_and(|next| !matches!(next, Tag::Stop | Tag::Comma | Tag::Quote));
        let joins = |at: usize| self.scene.tags[self.tree.token(at)].tag == Tag::Conjunction && goes_on(self.tree.token(at));
        let end = if end > from && joins(end) { end - 1 } else { end };
        self.tree.span(from..end + 1)
    }

    /// The content, and the complement of the verb that bounds it.
    fn complement_of<'d>(&self, draft: &'d Draft, verb: usize) -> Option<Bounded<'d>> {
        let [piece] = draft.content.as_slice() else { return None };
        let tree = &self.tree;
        let taken = tree.at(*piece);
        let after = self.after(&draft.candidate);
        let begin = taken.start;
        // "Stay indoors, police told residents"
        let is_order = |at: usize| tree.tag(at) == Penn::Vb && self.scene.tags[tree.token(at)].tag != Tag::To;
        let is_adjunct = !taken.is_empty() && begin < verb && !is_order(begin) && self.is_adjunct(begin, verb);
        if taken.is_empty() || (begin < after && !is_adjunct) {
            return None;
        }
        let head = self.head(&draft.candidate).unwrap_or(verb);
        let adjective = if head == verb { &[] } else { tree.below(head) };
        let right = || tree.below(verb).iter().chain(adjective).copied().filter(|below| *below >= after);
        let clause = right().find(|below| tree.relation(*below) == Relation::Ccomp);
        if clause.is_some_and(|clause| self.is_of_noun(begin, clause)) {
            return None;
        }
        let governs = |below: &usize| COMPLEMENTS.contains(&tree.relation(*below)) && (is_adjunct || tree.subtree(*below)[begin]);
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
        let is_clause = clause.is_some();
        let belongs = |below: &usize| if is_clause { self.goes_on(*below) } else { !BESIDE.contains(&tree.relation(*below)) };
        let most = right().filter(belongs).map(|below| tree.last_below(below)).fold(least, usize::max);
        let opens = first(&words)?;
        Some(Bounded { draft, piece: *piece, taken, after, is_adjunct, top, is_clause, opens, least, most })
    }

    /// The word with which the content begins.
    fn bounded_begin(&self, content: &Bounded<'_>) -> usize {
        let (tree, cue, begin) = (&self.tree, content.draft.candidate.cue, content.taken.start);
        // "told parents in a letter that …", "said on Monday it …": what stands before "that", and a day, is no part of the clause.
        let is_outside = || self.is_aside(content.piece, content.opens) || self.is_left_out(content.draft, begin..content.opens);
        let opens = if !content.is_adjunct && is_outside() { begin } else { content.opens };
        // "reassured staff that": whoever is told is no part of what they are told.
        let whom = tree.token(opens)..tree.token(begin);
        let told = cue.takes(Frame::Addressee) && self.scene.tags[whom.end].tag == Tag::Complementiser && !whom.is_empty();
        // "told a news site that", but "demanded a promise that"
        let hears = told && !cue.takes(Frame::Object) && self.scene.tags[whom.end].is(Role::That);
        let is_spoken_to =
            || cue.takes(Frame::Addressee) && (content.draft.target.is_some() || self.scene.tags[whom.start].tag == Tag::Complementiser);
        let lacks_subject = || content.is_clause && tree.first(content.top, SUBJECTS).is_none();
        match () {
            () if hears && !content.is_adjunct => begin,
            // "promised prices, which had doubled, would fall": a parse may take the subject for the verb's object.
            () if lacks_subject() && !is_spoken_to() => opens.min(begin),
            () if content.is_clause || content.is_adjunct => opens,
            () if told && self.scene.names_somebody(&whom) => begin,
            () => opens.min(begin),
        }
    }

    /// How far the content reaches, by the rules' last word and the complement's.
    fn reach(&self, content: &Bounded<'_>) -> usize {
        let (candidate, taken, last) = (&content.draft.candidate, &content.taken, content.taken.end - 1);
        let told = |at: usize| {
            content::goes_on_with(self.scene, candidate, at)
                || content::goes_on_passive(self.scene, candidate.after, at, candidate.clause.end)
        };
        match () {
            () if self.scene.document.tokens_in(content.piece).any(told) => last,
            () if content.is_adjunct => content.least,
            () if self.is_turned_down(taken.end, candidate.clause.end) => last,
            () if !self.closes(content.piece) => last.max(content.least).min(content.most),
            () if self.joins_on(taken.end) => content.least.max(last),
            () => last,
        }
    }

    /// The end without what only stands behind the complement.
    fn without_more(&self, content: &Bounded<'_>, from: usize, end: usize) -> usize {
        let (taken, last) = (&content.taken, content.taken.end - 1);
        if content.is_clause {
            let is_object = !content.draft.candidate.cue.takes(Frame::That);
            return if self.contrasts(from, taken.end, end, is_object) { last } else { end };
        }
        if self.participle_follows(taken.end) { last } else { self.before_finite(from, self.without_aside(content.top, from, end)) }
    }

    /// "denied claims by a broker that it lied": a parse may take what the claims say for what the verb does.
    fn is_of_noun(&self, begin: usize, clause: usize) -> bool {
        let Some(opens) = first(&self.tree.subtree(clause)) else { return false };
        let leads = |at: usize| {
            let here = &self.scene.tags[self.tree.token(at)];
            here.tag == Tag::Noun && here.word.cues().any(|cue| cue.part == Part::Noun && cue.takes(Frame::That))
        };
        self.scene.tags[self.tree.token(opens)].tag == Tag::Complementiser && (begin..opens).any(|at| self.heads.contains(&at) && leads(at))
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
    fn is_left_out(&self, draft: &Draft, words: Range<usize>) -> bool {
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

    /// "(urged Lee to go), which he refused to do": from word `from` on a relative clause tells that it was not done.
    fn is_turned_down(&self, from: usize, end: usize) -> bool {
        let comma = (from < self.tree.len()).then(|| self.tree.token(from)).filter(|comma| self.scene.tags[*comma].tag == Tag::Comma);
        let relative = comma.map(|comma| comma + 1).filter(|at| self.scene.tag(*at) == Some(Tag::Relative));
        relative.is_some_and(|at| content::attribution_begins(self.scene, at, end) && self.is_put_off(at, end))
    }

    /// "to do" ends what begins at the token `at`.
    fn is_put_off(&self, at: usize, end: usize) -> bool {
        (at..end).any(|at| content::past_doing(self.scene, at, end) > at)
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
