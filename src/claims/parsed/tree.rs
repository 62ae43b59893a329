//! A sentence's parse laid over the document's tokens: what depends on what, which words a phrase covers, who a verb's subject is.
//!
//! Places are words of the parse; what leaves this file is bytes of the document. A subtree is a set of words and not always a
//! stretch, since a clause can be parted by the attribution it belongs to.

use crate::lexicon::inflect::form;
use crate::lexicon::words;
use crate::syntax::parse::{Parse, Penn, Relation, Word};
use crate::text::{Document, Span, lower_case};

/// How far a subject is followed from verb to governing verb.
const STEPS: usize = 6;

/// A parse with its downward edges, in its place in a document.
pub(super) struct Tree<'d, 't> {
    document: &'d Document<'t>,
    /// First byte of the sentence.
    begin: usize,
    words: Vec<Word>,
    below: Vec<Vec<usize>>,
}

/// Some words of a tree, one flag for each.
pub(super) type Words = Vec<bool>;

impl<'d, 't> Tree<'d, 't> {
    pub fn new(document: &'d Document<'t>, begin: usize, parse: Parse) -> Self {
        let words = parse.into_words();
        let mut below = vec![Vec::new(); words.len()];
        for (at, word) in words.iter().enumerate().filter(|(at, word)| word.head != *at) {
            below[word.head].push(at);
        }
        let mut tree = Tree { document, begin, words, below };
        tree.rehang();
        tree.lower();
        tree
    }

    /// Hangs the speaker's next act, which parsers tend to put inside what is said, on the verb of the first: ", adding that it was shut",
    /// and "and vowed to go on" in the same past tense. `cues` are the words that head a cue.
    pub fn free(&mut self, cues: &[usize]) {
        for &at in cues {
            let mark = (0..at).rev().find(|before| !self.tag(*before).is_quote());
            let comma = mark.is_some_and(|mark| self.tag(mark) == Penn::Comma);
            let aside = comma && self.relation(at) == Relation::Advcl && self.tag(at) == Penn::Vbg;
            let joined = self.relation(at) == Relation::Conj && self.tag(at) == Penn::Vbd && self.is_bare(at);
            let joined = joined && !self.head(at).is_some_and(|clause| self.shares_modal(at, clause));
            let Some(governor) = self.governor(at, cues) else { continue };
            if aside || (joined && self.form(governor) == Penn::Vbd) {
                self.raise(at, self.words[at].head, governor);
            }
        }
    }

    /// Without a subject or a conjunction of its own.
    fn is_bare(&self, at: usize) -> bool {
        self.first(at, &[Relation::Nsubj, Relation::Nsubjpass, Relation::Mark]).is_none()
    }

    /// The cue whose complement clause holds `at`.
    fn governor(&self, at: usize, cues: &[usize]) -> Option<usize> {
        let mut up = self.head(at)?;
        for _ in 0..STEPS {
            let head = self.head(up)?;
            if self.relation(up) == Relation::Ccomp {
                return cues.contains(&head).then_some(head).filter(|head| *head < at);
            }
            up = head;
        }
        None
    }

    /// Hangs a coordinated verb on the verb that governs the clause, where it stands in that verb's form and not in the clause's own: it
    /// is the speaker's next act ("said the plan would fail and called it a gift", "asked drivers to wait and promised a road"), which
    /// parsers tend to put inside what is said.
    fn rehang(&mut self) {
        for at in 0..self.words.len() {
            if self.relation(at) != Relation::Conj || !self.is_bare(at) || !self.tag(at).is_verb() {
                continue;
            }
            let is_complement = |clause: &usize| matches!(self.relation(*clause), Relation::Ccomp | Relation::Xcomp);
            let Some(clause) = self.head(at).filter(is_complement) else { continue };
            let Some(governor) = self.head(clause).filter(|governor| *governor < clause) else { continue };
            if self.form(at) == self.form(clause) || self.form(at) != self.form(governor) || self.shares_modal(at, clause) {
                continue;
            }
            self.raise(at, clause, governor);
        }
    }

    /// The other way round: hangs on the clause a verb that parsers put beside its governor, since its past is its infinitive: "said it
    /// would close two shops and cut jobs".
    fn lower(&mut self) {
        for at in 0..self.words.len() {
            if self.relation(at) != Relation::Conj || !self.is_bare(at) {
                continue;
            }
            let Some(governor) = self.head(at) else { continue };
            let clause = self.below[governor]
                .iter()
                .copied()
                .rfind(|below| *below > governor && *below < at && matches!(self.relation(*below), Relation::Ccomp | Relation::Xcomp));
            if let Some(clause) = clause.filter(|clause| self.shares_modal(at, *clause)) {
                self.raise(at, governor, clause);
            }
        }
    }

    /// The verb `at` can be an infinitive as well as a past, as "cut" can, and that of `clause` is an infinitive.
    fn shares_modal(&self, at: usize, clause: usize) -> bool {
        let is_both = || {
            let word = words::look_up(&lower_case(self.bytes(at).of(self.document.text)));
            word.forms & form::BASE != 0 && word.forms & form::PAST != 0
        };
        self.tag(clause) == Penn::Vb && matches!(self.tag(at), Penn::Vbd | Penn::Vb) && is_both()
    }

    /// Takes `at` from `clause`, with what joins it there, and hangs it on `governor`.
    fn raise(&mut self, at: usize, clause: usize, governor: usize) {
        let joins = |below: usize| matches!(self.relation(below), Relation::Cc | Relation::Punct);
        let from = self.below[clause].iter().copied().filter(|below| *below < at && !joins(*below)).map(|below| self.last_below(below));
        let from = from.max().unwrap_or(clause).max(clause);
        let moved: Vec<usize> = self.below[clause].iter().copied().filter(|below| *below > from && *below <= at).collect();
        self.below[clause].retain(|below| !moved.contains(below));
        for one in moved {
            self.words[one].head = governor;
            self.below[governor].push(one);
        }
        self.below[governor].sort_unstable();
    }

    /// The words that touch `span` of the document.
    pub fn at(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.words.partition_point(|word| self.begin + word.span.end() <= span.start());
        let end = self.words.partition_point(|word| self.begin + word.span.start() < span.end());
        first..end.max(first)
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn relation(&self, at: usize) -> Relation {
        self.words[at].relation
    }

    pub fn tag(&self, at: usize) -> Penn {
        self.words[at].tag
    }

    /// What `at` depends on; `None` for a root.
    pub fn head(&self, at: usize) -> Option<usize> {
        Some(self.words[at].head).filter(|head| *head != at)
    }

    /// What depends on `at` directly, in order.
    pub fn below(&self, at: usize) -> &[usize] {
        &self.below[at]
    }

    /// The first of what depends on `at` as one of `relations`.
    pub fn first(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.below[at].iter().copied().find(|one| relations.contains(&self.relation(*one)))
    }

    /// `top` and all that hangs on it.
    pub fn subtree(&self, top: usize) -> Words {
        let mut out = vec![false; self.words.len()];
        let mut open = vec![top];
        while let Some(at) = open.pop() {
            if !std::mem::replace(&mut out[at], true) {
                open.extend(&self.below[at]);
            }
        }
        out
    }

    /// `top` and all that hangs on it, `without` and what hangs on that left out.
    pub fn subtree_without(&self, top: usize, without: usize) -> Words {
        let mut out = self.subtree(top);
        if out[without] && top != without {
            remove(&mut out, &self.subtree(without));
        }
        out
    }

    /// The last word under `top`.
    pub fn last_below(&self, top: usize) -> usize {
        last(&self.subtree(top)).unwrap_or(top)
    }

    /// The document's bytes of each stretch of `words`, punctuation at its ends left out, quotation marks kept.
    pub fn spans(&self, words: &Words) -> Vec<Span> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if !words[at] {
                at += 1;
                continue;
            }
            let end = (at..words.len()).find(|end| !words[*end]).unwrap_or(words.len());
            out.extend(self.span(at..end));
            at = end;
        }
        out
    }

    /// The document's bytes of a stretch of words, idle punctuation at its ends left out; `None` where nothing else is in it.
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let idle = |at: &usize| matches!(self.tag(*at), Penn::Comma | Penn::Stop | Penn::Colon | Penn::Nfp | Penn::Space | Penn::Hyph);
        let first = range.clone().find(|at| !idle(at))?;
        let last = range.rev().find(|at| !idle(at))?;
        let span = self.bytes(first).cover(self.bytes(last));
        self.document.tokens[self.document.tokens_in(span)].iter().any(|token| token.is_wordlike()).then_some(span)
    }

    /// The document's first token of a word.
    pub fn token(&self, at: usize) -> usize {
        self.document.token_at(self.bytes(at).start())
    }

    fn bytes(&self, at: usize) -> Span {
        let span = self.words[at].span;
        Span::new(self.begin + span.start(), self.begin + span.end())
    }

    /// The verb that `verb` is coordinated with, at the head of the chain.
    pub fn leader(&self, verb: usize) -> usize {
        let mut at = verb;
        for _ in 0..STEPS {
            match self.head(at) {
                Some(head) if self.relation(at) == Relation::Conj => at = head,
                _ => break,
            }
        }
        at
    }

    /// The verb's own subject.
    pub fn own_subject(&self, verb: usize) -> Option<usize> {
        self.first(verb, &[Relation::Nsubj, Relation::Csubj])
    }

    /// Who does what `verb` says: its own subject, the agent of a passive, or the subject of the verb that it shares one with.
    pub fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = verb;
        for step in 0..STEPS {
            if let Some(own) = self.own_subject(at) {
                return Some(own);
            }
            let passive = self.first(at, &[Relation::Nsubjpass]);
            if step > 0 && passive.is_some() {
                return passive;
            }
            let agent = self.first(at, &[Relation::Agent]).and_then(|by| self.first(by, &[Relation::Pobj, Relation::Pcomp]));
            if agent.is_some() {
                return agent;
            }
            let head = self.head(at)?;
            match self.relation(at) {
                Relation::Acl | Relation::Relcl => return Some(head),
                Relation::Xcomp | Relation::Ccomp => {
                    if let Some(object) = self.first(head, &[Relation::Dobj]).filter(|object| *object < at) {
                        return Some(object);
                    }
                }
                Relation::Conj | Relation::Advcl | Relation::Pcomp | Relation::Prep | Relation::Aux | Relation::Dep => {}
                _ => return None,
            }
            at = head;
        }
        None
    }

    /// The tag that says in which form the verb stands: its first auxiliary's, else its own.
    pub fn form(&self, verb: usize) -> Penn {
        let auxiliary = self.first(verb, &[Relation::Aux, Relation::Auxpass]);
        self.tag(auxiliary.unwrap_or(verb))
    }
}

/// Takes `less` out of `words`.
pub(super) fn remove(words: &mut Words, less: &Words) {
    for (word, out) in words.iter_mut().zip(less) {
        *word &= !out;
    }
}

/// The first of `words`.
pub(super) fn first(words: &Words) -> Option<usize> {
    words.iter().position(|word| *word)
}

/// The last of `words`.
pub(super) fn last(words: &Words) -> Option<usize> {
    words.iter().rposition(|word| *word)
}
