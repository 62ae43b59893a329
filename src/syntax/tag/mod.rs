//! What each token is in its sentence.
//!
//! Left to others: what a word means. Always holds: one [`Tagged`] for each token of the document, at the same index.
//! Known failure: a verb that is no cue, not in the list of common verbs and without an ending (`they wed`) is taken for a noun.

mod beside;
mod decide;
mod place;
mod verbs;

use std::borrow::Cow;

use crate::lexicon::closed::{Class, Classes};
use crate::lexicon::inflect::{self, form};
use crate::lexicon::words::{self, Role, Word};
use crate::text::{Document, TokenKind, possessive};

use decide::{capitals_tell, decide};
pub(crate) use place::Place;

/// The part a token plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Nouns, adjectives, and words that nothing is known of.
    Noun,
    /// A word with a capital where capitals tell something.
    Name,
    /// he, others
    Pronoun,
    /// the, some
    Determiner,
    /// his
    Possessive,
    /// 12, three
    Number,
    /// A verb in one of the forms of `Tagged::forms`.
    Verb,
    /// is, has, may
    Auxiliary,
    /// to, before an infinitive
    To,
    /// of, in
    Preposition,
    /// and, or
    Conjunction,
    /// because, after, while
    Subordinator,
    /// that, whether, how
    Complementiser,
    /// who, which
    Relative,
    /// not, also, sharply
    Adverb,
    /// ,
    Comma,
    /// A quotation mark.
    Quote,
    /// A dash.
    Dash,
    /// A bracket.
    Bracket,
    /// . ! ?
    Stop,
    /// ; : and the rest
    Mark,
}

impl Tag {
    /// Can be part of a noun phrase's core.
    pub fn is_nominal(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Number)
    }

    /// Begins a noun phrase or stands for one.
    pub fn opens_phrase(self) -> bool {
        self.is_nominal() || matches!(self, Tag::Pronoun | Tag::Determiner | Tag::Possessive)
    }
}

/// A token's tag with what led to it.
#[derive(Clone, Copy, Debug)]
pub struct Tagged {
    /// The part it plays.
    pub tag: Tag,
    /// The forms it can have here, where it is a verb.
    pub forms: u8,
    /// It ends in a possessive 's.
    pub owns: bool,
    /// What the lexicon knows of it.
    pub word: Word,
    /// Its closed classes.
    pub classes: Classes,
}

impl Tagged {
    /// The word can do this.
    pub fn is(&self, role: Role) -> bool {
        self.word.is(role)
    }

    /// It is a verb in this form.
    pub fn is_verb(&self, forms: u8) -> bool {
        self.tag == Tag::Verb && self.forms & forms != 0
    }

    /// It makes a clause finite: "has", "says". A past form that can be a participle counts ("accused").
    pub fn is_finite(&self) -> bool {
        self.tag == Tag::Auxiliary || self.is_verb(form::PAST | form::PRESENT)
    }

    /// The same without what can be a participle: "has", "says", "went".
    pub fn is_surely_finite(&self) -> bool {
        self.is_finite() && (self.tag == Tag::Auxiliary || self.forms & form::PARTICIPLE == 0)
    }

    /// It is finite, and brings no subject of its own: not "he'd".
    pub fn begins_predicate(&self) -> bool {
        self.is_finite() && !(self.tag == Tag::Auxiliary && self.is(Role::Contracted))
    }

    /// "it" or "you": a subject as well as an object.
    pub fn is_it_or_you(&self) -> bool {
        self.is(Role::Object) && self.is(Role::Subject)
    }

    /// "him", "them".
    pub fn is_never_subject(&self) -> bool {
        self.is(Role::Object) && !self.is(Role::Subject)
    }

    /// "and", "but", "while": what follows is joined to what stands before.
    pub fn joins(&self) -> bool {
        self.tag == Tag::Conjunction || self.is(Role::Contrast)
    }

    /// "because", "after", "that": a clause that depends can begin with it, whatever it is here.
    pub fn can_subordinate(&self) -> bool {
        self.tag == Tag::Subordinator || self.classes.has(Class::Subordinator)
    }
}

/// Tags every token of `document`, given them all in lower case with straight apostrophes.
pub fn tag(document: &Document<'_>, lower: &[Cow<'_, str>]) -> Vec<Tagged> {
    let mut out: Vec<Tagged> = Vec::with_capacity(document.tokens.len());
    for index in 0..document.sentences.len() {
        let range = document.token_range(index);
        for at in range.clone() {
            let mut read = read(document.tokens[at].kind, &lower[at]);
            if read.tag == Tag::Quote && document.is_plurals_mark(at) {
                read = Tagged { tag: Tag::Possessive, owns: true, ..read };
            }
            out.push(if is_acronym(document, &range, at, &read) { unknown() } else { read });
        }
        let capitals_tell = capitals_tell(document, range.clone());
        for at in range.clone() {
            let decided = decide(Place::new(document, &out, range.clone(), at), capitals_tell);
            out[at].tag = decided.0;
            out[at].forms = decided.1;
            // "Moody's said": whose verb it is owns nothing.
            if at > range.start && decided.0 == Tag::Verb && out[at - 1].owns {
                out[at - 1].owns = false;
            }
        }
    }
    out
}

/// Names longer than this are in no list.
const LONGEST: usize = 40;

/// "US", "WHO", "IT": a pronoun in capitals, with no word in capitals beside it, is a name.
fn is_acronym(document: &Document<'_>, range: &std::ops::Range<usize>, at: usize, read: &Tagged) -> bool {
    let shouted = |at: usize| {
        let word = document.slice(document.tokens[at].span);
        word.len() > 1 && word.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    let beside = |at: usize| range.contains(&at) && document.tokens[at].capital && shouted(at);
    let stands_for = document.tokens[at].capital && matches!(read.tag, Tag::Pronoun | Tag::Relative);
    stands_for && shouted(at) && !(at > 0 && beside(at - 1)) && !beside(at + 1)
}

/// A word that nothing is known of.
fn unknown() -> Tagged {
    Tagged { tag: Tag::Noun, forms: 0, owns: false, word: Word::default(), classes: Classes::default() }
}

fn read(kind: TokenKind, lower: &str) -> Tagged {
    let mut tagged = Tagged { tag: mark(kind, lower), ..unknown() };
    if kind != TokenKind::Word || lower.len() > LONGEST {
        return tagged;
    }
    tagged.word = words::look_up(lower);
    tagged.classes = tagged.word.classes;
    if tagged.classes.is_open() && possessive::owns(lower) {
        tagged.owns = true;
        tagged.word = words::look_up(possessive::bare(lower));
        return tagged;
    }
    tagged.forms = tagged.word.forms;
    if tagged.forms == 0 && tagged.classes.is_open() && !tagged.is(Role::Noun) {
        tagged.forms = inflect::by_ending(lower);
    }
    tagged.tag = by_class(&tagged, lower);
    tagged
}

fn mark(kind: TokenKind, text: &str) -> Tag {
    match kind {
        TokenKind::Word | TokenKind::Address => Tag::Noun,
        TokenKind::Number => Tag::Number,
        TokenKind::Quote => Tag::Quote,
        TokenKind::Stop => Tag::Stop,
        TokenKind::Open | TokenKind::Close => Tag::Bracket,
        TokenKind::Dash => Tag::Dash,
        TokenKind::Mark if text == "," => Tag::Comma,
        TokenKind::Mark => Tag::Mark,
    }
}

/// "recently": by its ending, unless it is a noun that looks like one ("family").
fn is_adverb(tagged: &Tagged, lower: &str) -> bool {
    tagged.classes.is_open() && tagged.forms == 0 && lower.len() > 4 && inflect::is_adverb(lower) && !tagged.is(Role::Noun)
}

/// The tag that the closed classes give, which the neighbours may still change.
fn by_class(tagged: &Tagged, lower: &str) -> Tag {
    let has = |class| tagged.classes.has(class);
    if has(Class::Auxiliary) || (has(Class::Modal)) {
        Tag::Auxiliary
    } else if tagged.is(Role::To) {
        Tag::To
    } else if tagged.is(Role::That) || tagged.is(Role::Wh) {
        Tag::Complementiser
    } else if has(Class::Relative) {
        if has(Class::Pronoun) || has(Class::Determiner) { Tag::Relative } else { Tag::Subordinator }
    } else if has(Class::Possessive) {
        Tag::Possessive
    } else if has(Class::Conjunction) {
        Tag::Conjunction
    } else if has(Class::Adverb) && !has(Class::Determiner) && !has(Class::Preposition) && !has(Class::Subordinator) {
        Tag::Adverb
    } else if has(Class::Determiner) {
        Tag::Determiner
    } else if has(Class::Pronoun) {
        Tag::Pronoun
    } else if has(Class::Preposition) {
        Tag::Preposition
    } else if has(Class::Subordinator) {
        Tag::Subordinator
    } else if has(Class::Negation) || is_adverb(tagged, lower) {
        Tag::Adverb
    } else {
        Tag::Noun
    }
}
