//! What a passage states that can change: numbers, dates, names, titles, hedges, negations, verbs of saying.
//!
//! Reads shapes and small word lists; whether two mentions are one thing is for `pairing`.
//!
//! Known failures: a word that begins a sentence is a name unless an ending, the tables or a small letter elsewhere in the texts say
//! otherwise; "May" and "March" are months where a number or a preposition stands beside them.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::settle::known_by;
use super::{body, date, degree, name, number};
use crate::diff::Comparison;
use crate::lexicon::actors::World;
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::numbers;
use crate::lexicon::wording::{Wording, contraction, wording};
use crate::text::{Document, SegmentKind, Span, Token, TokenKind, fold, possessive};

/// What sort of thing a mention is; finer than the kind of fact it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Sort {
    Number,
    Date,
    Name,
    Pronoun,
    Title,
    Hedge,
    Modal,
    Auxiliary,
    Negation,
    Stance,
    Body,
    Trend,
    Compass,
}

/// One thing stated at one place.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub sort: Sort,
    pub tokens: Range<usize>,
    pub span: Span,
    /// The same for the same thing in other words ("a dozen", "12").
    pub key: String,
    /// The unit of a number or the noun after it, whether a date has an hour; empty for none.
    pub counted: String,
    /// `counted` is a unit.
    pub has_unit: bool,
    /// Where the noun stands that a number without a unit counts.
    pub noun: Option<usize>,
    /// A name after a preposition of place.
    pub is_place: bool,
    /// Tells something only where another of its sort took its place.
    pub leans: bool,
    /// "can" of "can't".
    pub negated: Option<&'static str>,
}

/// A token with what the lexicons know of it.
pub(super) struct Word {
    pub token: Token,
    /// Folded, in lower case.
    pub lower: String,
    pub classes: Classes,
    pub wording: &'static Wording,
}

/// The words of one passage.
pub(super) struct Passage<'p, 't> {
    pub document: &'p Document<'t>,
    /// Index of the first word among the document's tokens.
    pub first: usize,
    pub words: Vec<Word>,
    /// Capitals tell little here: a headline.
    pub is_headline: bool,
    pub known: &'p Known<'p>,
}

/// How the words of both texts are written.
pub(in crate::diff) struct Known<'k> {
    /// Names that no text needs to tell.
    pub world: &'k World,
    /// With a capital, and where.
    capitals: FxHashMap<String, Seen>,
    /// Without one, and whether they count something.
    small: FxHashMap<&'k str, bool>,
    /// What the numbers of the earlier and of the later text are known again by.
    numbers: [FxHashSet<(String, String)>; 2],
}

/// Where a word with a capital stands.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Where no sentence begins.
    inside: bool,
    old: bool,
    new: bool,
    counts: bool,
}

/// Which of the texts have something.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Texts {
    Old,
    New,
    Both,
}

impl<'k> Known<'k> {
    /// Nothing but the names of the world.
    pub fn of(world: &'k World) -> Self {
        Known { world, capitals: FxHashMap::default(), small: FxHashMap::default(), numbers: Default::default() }
    }

    /// Takes in the words of both texts. What stands in both, sentence for sentence, is read once.
    pub fn new(world: &'k World, old: &Document<'k>, new: &Document<'k>, comparison: &Comparison) -> Self {
        let mut known = Known::of(world);
        let mut places = [vec![Texts::Old; old.sentences.len()], vec![Texts::New; new.sentences.len()]];
        for (before, after) in comparison.same_sentences(old, new) {
            (places[0][before], places[1][after]) = (Texts::Both, Texts::Both);
        }
        (0..).zip(&places[0]).for_each(|(at, texts)| known.read(old, at, *texts));
        (0..).zip(&places[1]).filter(|(_, texts)| **texts == Texts::New).for_each(|(at, texts)| known.read(new, at, *texts));
        known
    }

    /// Takes in the words of the earlier text.
    pub fn read_old(&mut self, document: &Document<'k>) {
        (0..document.sentences.len()).for_each(|at| self.read(document, at, Texts::Old));
    }

    /// Takes in the words of the later text.
    pub fn read_new(&mut self, document: &Document<'k>) {
        (0..document.sentences.len()).for_each(|at| self.read(document, at, Texts::New));
    }

    /// The number stands in the later text, or else in the earlier one.
    pub fn has_number(&self, number: &(String, String), in_new: bool) -> bool {
        self.numbers[usize::from(in_new)].contains(number)
    }

    /// Takes in the words of a sentence that stands in `texts`.
    fn read(&mut self, document: &Document<'k>, sentence: usize, texts: Texts) {
        let is_headline = document.segment_of(sentence).kind == SegmentKind::Headline;
        let mut after_word = false;
        let tokens = document.tokens_of(sentence);
        for (at, token) in tokens.iter().enumerate() {
            let inside = std::mem::replace(&mut after_word, token.is_wordlike()) && !is_headline;
            let counts = match token.kind {
                TokenKind::Number => true,
                TokenKind::Word if token.capital => {
                    let word = lower(document, *token);
                    let word = possessive::bare(&word);
                    let seen = match self.capitals.get_mut(word) {
                        Some(seen) => seen,
                        None => self
                            .capitals
                            .entry(word.to_owned())
                            .insert_entry(Seen { counts: numbers::is_cardinal(word), ..Seen::default() })
                            .into_mut(),
                    };
                    seen.inside |= inside;
                    seen.old |= texts != Texts::New;
                    seen.new |= texts != Texts::Old;
                    seen.counts
                }
                TokenKind::Word => {
                    let word = document.slice(token.span);
                    *self.small.entry(word).or_insert_with(|| numbers::is_cardinal(word))
                }
                _ => false,
            };
            let Some(number) = counts.then(|| known_by(document, tokens, at)).flatten() else { continue };
            let [old, new] = &mut self.numbers;
            match texts {
                Texts::Old => _ = old.insert(number),
                Texts::New => _ = new.insert(number),
                Texts::Both => _ = (old.insert(number.clone()), new.insert(number)),
            }
        }
    }

    /// `word` is a name somewhere.
    pub fn is_name(&self, word: &str) -> bool {
        self.capitals.get(word).is_some_and(|seen| seen.inside)
    }

    /// A word of the later text's `name` stands in the earlier one, or the other way round.
    pub fn is_in_both(&self, name: &str) -> bool {
        name.split(' ').any(|word| self.capitals.get(word).is_some_and(|seen| seen.old && seen.new))
    }

    /// `word` is no name somewhere.
    pub fn is_common(&self, word: &str) -> bool {
        self.small.contains_key(word)
    }
}

impl<'p, 't> Passage<'p, 't> {
    pub fn new(document: &'p Document<'t>, tokens: Range<usize>, known: &'p Known<'p>) -> Self {
        let words = document.tokens[tokens.clone()].iter().map(|token| {
            let lower = lower(document, *token);
            let bare = possessive::bare(&lower);
            Word { token: *token, classes: closed::classes(bare), wording: wording(bare), lower }
        });
        let words: Vec<Word> = words.collect();
        let sentence = document.sentence_at(document.tokens.get(tokens.start).map_or(0, |token| token.span.start())).unwrap_or(0);
        let is_headline = document.sentences.get(sentence).is_some_and(|_| document.segment_of(sentence).kind == SegmentKind::Headline);
        Passage { document, first: tokens.start, words, is_headline, known }
    }

    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub fn lower(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// As it is written.
    pub fn form(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| word.token.span.of(self.document.text))
    }

    /// A mention of the words `range`.
    pub fn mention(&self, sort: Sort, range: Range<usize>, key: String) -> Mention {
        let span = self.words[range.start].token.span.cover(self.words[range.end - 1].token.span);
        let tokens = self.first + range.start..self.first + range.end;
        Mention {
            sort,
            tokens,
            span,
            key,
            counted: String::new(),
            has_unit: false,
            noun: None,
            is_place: false,
            leans: false,
            negated: None,
        }
    }

    /// Every mention in the passage, in order.
    pub fn mentions(&self) -> Vec<Mention> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.words.len() {
            let found = date::read(self, at).or_else(|| number::read(self, at));
            if let Some((mention, end)) = found {
                out.push(mention);
                at = end;
                continue;
            }
            let degree = degree::read(self, at);
            if let Some(mention) = degree {
                out.push(mention);
                at += 1;
                continue;
            }
            at = name::read(self, at, &mut out).or_else(|| body::read(self, at, &mut out)).unwrap_or_else(|| {
                self.word_mentions(at, &mut out);
                at + self.width(at)
            });
        }
        out
    }

    fn word_mentions(&self, at: usize, out: &mut Vec<Mention>) {
        let word = &self.words[at];
        if word.token.kind != TokenKind::Word {
            return;
        }
        let has = |class| word.classes.has(class);
        let mut push = |sort| out.push(self.mention(sort, at..at + 1, agreed(word).to_owned()));
        // "may have" is one modality; its auxiliaries are read with its first word.
        if at > 0 && is_verbal(word) && is_verbal(&self.words[at - 1]) {
            return;
        }
        if has(Class::Negation) {
            out.push(self.negation(at));
        } else if is_verbal(word) {
            let end = (at + 1..self.words.len()).find(|next| !is_verbal(&self.words[*next])).unwrap_or(self.words.len());
            let sort = if has(Class::Modal) { Sort::Modal } else { Sort::Auxiliary };
            let told = if sort == Sort::Modal { self.without_plain_verb(at, end) } else { end };
            let words: Vec<&str> = self.words[at..told].iter().map(agreed).collect();
            // "appears to be": a plain verb by itself tells no time.
            if end == at + 1 && word.wording.base {
                return;
            }
            out.push(self.mention(sort, at..end, words.join(" ")));
        } else if word.wording.hedge && (word.wording.stance.is_none() || self.opens_phrase(at)) {
            return push(Sort::Hedge);
        } else if is_personal(word) {
            return self.person(at, out);
        }
        if let Some(stance) = word.wording.stance {
            out.push(self.mention(Sort::Stance, at..at + 1, stance.to_owned()));
        } else if word.wording.title {
            out.push(Mention { leans: true, ..self.mention(Sort::Title, at..at + 1, possessive::bare(&word.lower).to_owned()) });
        }
    }

    /// "not", "can't", "no one".
    fn negation(&self, at: usize) -> Mention {
        let word = &self.words[at];
        let Some(verb) = word.wording.negated else {
            return self.mention(Sort::Negation, at..at + self.width(at), word.lower.clone());
        };
        Mention { negated: Some(verb), ..self.mention(Sort::Negation, at..at + 1, NOT.to_owned()) }
    }

    /// How many words `word_mentions` reads at `at`.
    fn width(&self, at: usize) -> usize {
        let word = &self.words[at];
        let is_no = word.classes.has(Class::Negation) && word.classes.has(Class::Determiner) && word.wording.negated.is_none();
        1 + usize::from(is_no && self.word(at + 1).is_some_and(|next| next.wording.after_no))
    }

    /// Where a chain of helping verbs ends that says how and when: "must be" and "must have a test" say no more than "must".
    fn without_plain_verb(&self, at: usize, end: usize) -> usize {
        let last = &self.words[end - 1];
        let is_main = || self.word(end).is_none_or(|next| !next.token.is_wordlike() || !next.classes.is_open() && !is_adverbial(next));
        if end > at + 1 && (last.wording.base || last.classes.has(Class::Auxiliary) && is_main()) { end - 1 } else { end }
    }

    /// A pronoun, and the verb that is glued to it.
    fn person(&self, at: usize, out: &mut Vec<Mention>) {
        let word = self.words[at].lower.as_str();
        let Some((head, mut verbs)) = contraction(word) else {
            return out.push(self.mention(Sort::Pronoun, at..at + 1, agreed(&self.words[at]).to_owned()));
        };
        out.push(self.mention(Sort::Pronoun, at..at + 1, head.to_owned()));
        let verb = verbs.next().unwrap_or_default();
        out.push(self.mention(
            if closed::classes(verb).has(Class::Modal) { Sort::Modal } else { Sort::Auxiliary },
            at..at + 1,
            word.to_owned(),
        ));
    }

    /// The word at `at` stands where an adjective does: "the alleged breach", not "police alleged a breach".
    fn opens_phrase(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| {
            let before = &self.words[before];
            let has = |class| before.classes.has(class);
            !before.token.is_wordlike()
                || before.token.kind == TokenKind::Number
                || has(Class::Determiner)
                || has(Class::Possessive)
                || has(Class::Preposition)
        })
    }
}

/// The key of "not", which the negation in "can't" shares.
pub(super) const NOT: &str = "not";

/// The word, or the form of it that goes with one.
fn agreed(word: &Word) -> &str {
    word.wording.agrees.unwrap_or(&word.lower)
}

/// Can stand between helping verbs and the verb.
fn is_adverbial(word: &Word) -> bool {
    word.classes.has(Class::Adverb) || word.classes.has(Class::Negation) || word.classes.has(Class::Auxiliary)
}

/// may, has: says how and when, and does not deny.
fn is_verbal(word: &Word) -> bool {
    let is_verb = word.classes.has(Class::Modal) || word.classes.has(Class::Auxiliary);
    word.token.kind == TokenKind::Word && is_verb && !word.classes.has(Class::Negation)
}

/// he, her, they: stands for somebody named elsewhere.
pub(super) fn is_personal(word: &Word) -> bool {
    let has = |class| word.classes.has(class);
    (has(Class::Pronoun) || has(Class::Possessive)) && !has(Class::Determiner) && !has(Class::Relative) && !has(Class::Subordinator)
}

fn lower(document: &Document<'_>, token: Token) -> String {
    let mut folded = fold(document.slice(token.span));
    if folded.is_ascii() {
        folded.make_ascii_lowercase();
        return folded;
    }
    folded.to_lowercase()
}
