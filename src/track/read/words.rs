//! The words of a version as tracking compares them: folded, stemmed, and labelled with what little is needed to tell one change
//! from another.
//!
//! A version's words are made once, as a [`Page`]; its claims, figures and passages look at stretches of it. A [`Reader`] keeps what it
//! knows of every word that it has met, since the next version mostly has the same.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::before::Before;
use super::known::{self, Known};
use super::names;
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::cues::{Cue, Part};
use crate::lexicon::grades::Grade;
use crate::lexicon::wording::{Wording, contraction, wording};
use crate::lexicon::words::Role;
use crate::lexicon::{numbers, quantities, same, spelling, words};
use crate::model::Act;
use crate::text::{Document, Span, Token, TokenKind, fold, lower_case};

/// One word of a version.
#[derive(Clone, Debug)]
pub(in crate::track) struct Word {
    /// Where it stands.
    pub(in crate::track) span: Span,
    /// As written, possessive left out.
    pub(in crate::track) form: Rc<str>,
    /// What is known of its form wherever it stands.
    known: Rc<Known>,
    /// It begins with a digit or a currency mark.
    pub(in crate::track) is_number: bool,
    /// It is a number, in digits or in a word ("three").
    pub(in crate::track) is_count: bool,
    /// It has a capital and does not begin a sentence.
    pub(in crate::track) is_name: bool,
    /// A closed-class word: carries no content of its own.
    pub(in crate::track) is_function: bool,
    /// A determiner, pronoun, possessive or auxiliary: may come and go without a change of wording.
    pub(in crate::track) is_filler: bool,
    /// A day or a month.
    pub(in crate::track) is_calendar: bool,
    /// It stands inside quotation marks.
    pub(in crate::track) is_quoted: bool,
    /// It belongs to the words that name the source or the target of a claim; never so on a page.
    pub(in crate::track) is_mention: bool,
    /// It carries the act ("accused") of a claim; never so on a page.
    pub(in crate::track) is_cue: bool,
    /// It belongs to what is said; never so on a page.
    pub(in crate::track) is_content: bool,
}

impl Word {
    /// Its stem in lower case, possessive and spelling variants folded away: what two words are compared by.
    pub(in crate::track) fn stem(&self) -> &Rc<str> {
        self.known.stem()
    }

    /// What two claims are known again by: the stem of the verb for an irregular form ("took"), of the word that says the same
    /// ("begin" for "start", "decide" for "decision"), else its own stem. Another form ("has taken" for "took") is still a change of
    /// wording.
    pub(in crate::track) fn root(&self) -> &Rc<str> {
        self.known.root()
    }

    /// In lower case.
    pub(in crate::track) fn lower(&self) -> &str {
        self.known.lower()
    }

    /// Its closed classes.
    pub(in crate::track) fn classes(&self) -> Classes {
        self.known.classes
    }

    /// What the tables know of it as a word of a sentence: its roles, its forms, the acts that it can carry.
    pub(in crate::track) fn looked_up(&self) -> words::Word {
        self.known.looked_up()
    }

    /// What it does to the words around it.
    pub(in crate::track) fn wording(&self) -> &'static Wording {
        self.known.wording()
    }

    /// How grave it makes what it is for.
    pub(in crate::track) fn grades(&self) -> &'static [Grade] {
        self.known.grades()
    }

    /// The same as a part of what a claim says.
    pub(in crate::track) fn as_content(&self) -> Word {
        Word { is_content: true, ..self.clone() }
    }

    /// It stands for what somebody said or asked: "the allegations", "the offer".
    pub(in crate::track) fn names_words(&self) -> bool {
        let called = self.looked_up();
        let names_words = |cue: &Cue| cue.part == Part::Noun && (cue.act != Act::State || called.is(Role::Charge));
        called.is(Role::Refusable) || called.cues().any(names_words)
    }

    /// The two are one word in one part, wherever they stand.
    fn is_same(&self, other: &Word) -> bool {
        let parts = |word: &Word| [word.is_mention, word.is_cue, word.is_content, word.is_quoted];
        let sorts = |word: &Word| [word.is_number, word.is_name, word.is_function, word.is_filler, word.is_calendar];
        let are_known_alike = || self.form == other.form && self.stem() == other.stem();
        parts(self) == parts(other) && sorts(self) == sorts(other) && (Rc::ptr_eq(&self.known, &other.known) || are_known_alike())
    }
}

/// Words as they are written, apart by blanks.
pub(in crate::track) fn joined<'w>(words: impl IntoIterator<Item = &'w Word>) -> String {
    words.into_iter().map(|word| &*word.form).collect::<Vec<&str>>().join(" ")
}

/// The same words in the same parts, one after the other.
pub(super) fn are_same(left: &[Word], right: &[Word]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| left.is_same(right))
}

/// All words of one version, in text order.
#[derive(Debug, Default)]
pub(in crate::track) struct Page {
    words: Vec<Word>,
    /// Where each form stands, as names are compared; made when first asked for.
    places: OnceCell<FxHashMap<Rc<str>, Vec<usize>>>,
}

/// Places of a form that are kept.
const PLACES: usize = 64;

impl Page {
    /// Where the words stand that touch `span`.
    pub(in crate::track) fn range(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.end() <= span.start());
        // No word is shorter than a byte, and one can lie around an empty span.
        let near = &self.words[first..self.words.len().min(first + span.len() + 1)];
        first..first + near.partition_point(|word| word.span.start() < span.end())
    }

    /// All words.
    pub(in crate::track) fn all(&self) -> &[Word] {
        &self.words
    }

    /// The first places at which a form stands, whether it has capitals and marks on its letters or not.
    pub(in crate::track) fn places(&self, form: &str) -> &[usize] {
        let places = self.places.get_or_init(|| {
            let mut places: FxHashMap<Rc<str>, Vec<usize>> = FxHashMap::default();
            for (at, word) in self.words.iter().enumerate() {
                let here = places.entry(Rc::clone(word.known.key())).or_default();
                if here.len() < PLACES {
                    here.push(at);
                }
            }
            places
        });
        places.get(&*known::key_of(form)).map_or(&[], Vec::as_slice)
    }

    /// Where these words stand one after the other in a quotation; looked for from the one of them that stands at the fewest places.
    pub(in crate::track) fn quoted(&self, words: &[Word]) -> Option<usize> {
        let places = words.iter().map(|word| self.places(&word.form)).enumerate().filter(|(_, places)| !places.is_empty());
        let (offset, places) = places.min_by_key(|(_, places)| places.len())?;
        let same = |there: &[Word]| there.iter().zip(words).all(|(there, own)| there.is_quoted && there.stem() == own.stem());
        let mut begins = places.iter().filter_map(|place| place.checked_sub(offset));
        begins.find(|begin| self.words.get(*begin..begin + words.len()).is_some_and(same))
    }

    /// The words of a range.
    pub(in crate::track) fn at(&self, range: &Range<usize>) -> &[Word] {
        &self.words[range.clone()]
    }

    /// The words that touch `span`.
    pub(in crate::track) fn within(&self, span: Span) -> &[Word] {
        self.at(&self.range(span))
    }

    /// The same for a claim: those inside one of `mentions`, of `cue` or of `content` are labelled.
    pub(super) fn of_claim(&self, span: Span, mentions: &[Span], cue: &[Span], content: &[Span]) -> Vec<Word> {
        let inside = |spans: &[Span], word: &Word| spans.iter().any(|span| span.overlaps(word.span));
        let label = |word: &Word| Word {
            is_mention: inside(mentions, word),
            is_cue: inside(cue, word),
            is_content: inside(content, word),
            ..word.clone()
        };
        self.within(span).iter().map(label).collect()
    }
}

/// Makes words; keeps those that it met.
#[derive(Default)]
pub(in crate::track) struct Reader {
    known: RefCell<FxHashMap<Box<str>, Rc<Known>>>,
    /// Names as they are compared.
    keys: RefCell<FxHashMap<Box<str>, String>>,
}

/// Words and names that are kept: more than any story has, so that only texts made to fill memory meet the end of it.
const KEPT: usize = 1 << 18;

impl Reader {
    /// The words of a text.
    pub(in crate::track) fn page(&self, document: &Document<'_>) -> Page {
        self.page_after(None, document)
    }

    /// The words of a version; those of sentences that stand in the version before, too, are taken from there.
    pub(super) fn page_after(&self, before: Option<&Before<'_>>, document: &Document<'_>) -> Page {
        let mut words: Vec<Word> = Vec::with_capacity(document.tokens.len());
        let mut quoted = Quoted::default();
        for (at, sentence) in document.sentences.iter().enumerate() {
            let stands_apart =
                |first: Option<&Word>| words.last().zip(first).is_none_or(|(last, first)| self.as_one(last, first).is_none());
            match before.and_then(|before| before.sentence(at)).filter(|(there, _)| stands_apart(there.first())) {
                Some((there, place)) => words.extend(there.iter().map(|word| {
                    let span = word.span.moved(place, sentence.span);
                    Word { span, is_quoted: quoted.holds(span.start(), document), ..word.clone() }
                })),
                None => self.sentence(document, at, &mut quoted, &mut words),
            }
        }
        Page { words, places: OnceCell::new() }
    }

    /// Appends the words of a sentence.
    fn sentence(&self, document: &Document<'_>, at: usize, quoted: &mut Quoted, words: &mut Vec<Word>) {
        let mut begins = true;
        for token in document.tokens_of(at) {
            let is_first = begins;
            begins &= !document.slice(token.span).contains(char::is_alphanumeric);
            if !token.is_wordlike() {
                continue;
            }
            let is_quoted = quoted.holds(token.span.start(), document);
            let (token, head, rest) = parted(document, token);
            let word = self.word(head.unwrap_or_else(|| document.slice(token.span)), &token, is_first, is_quoted);
            match words.last_mut().and_then(|last| self.as_one(last, &word)) {
                Some(one) => *words.last_mut().expect("a word was read") = one,
                None => words.push(word),
            }
            words.extend(rest.map(|(token, spelt)| self.word(spelt, &token, false, is_quoted)));
        }
    }

    fn word(&self, written: &str, token: &Token, begins: bool, is_quoted: bool) -> Word {
        let known = self.known(written);
        let has = |class| known.classes.has(class);
        Word {
            span: token.span,
            is_number: token.kind == TokenKind::Number,
            is_count: token.kind == TokenKind::Number || known.is_cardinal,
            is_name: token.capital && (!begins || known.form.chars().skip(1).any(char::is_uppercase)),
            is_function: !known.classes.is_open() && !has(Class::Calendar) && !has(Class::Speech),
            is_filler: known.classes.has_any(&[Class::Determiner, Class::Pronoun, Class::Possessive, Class::Auxiliary, Class::Relative]),
            is_calendar: has(Class::Calendar) && token.capital,
            is_quoted,
            is_mention: false,
            is_cue: false,
            is_content: false,
            form: Rc::clone(&known.form),
            known,
        }
    }

    /// The word that two are in another spelling ("per cent"), the verb that they are ("step down"), or the number ("sixty thousand").
    fn as_one(&self, first: &Word, second: &Word) -> Option<Word> {
        if !second.known.ends_pair && !first.known.begins_pair {
            return None;
        }
        let span = first.span.cover(second.span);
        let both = |known: Rc<Known>| Word { span, form: Rc::clone(&known.form), known, ..first.clone() };
        let form = || format!("{} {}", first.form, second.form);
        if let Some(value) = thousands(first, second) {
            let value: Rc<str> = value.to_string().into();
            return Some(Word { is_count: true, ..both(Known::of_two(form(), Rc::clone(&value), value)) });
        }
        if let Some(verb) = same::phrase(first.root(), &lower_case(&second.form)) {
            let stem = format!("{} {}", first.stem(), second.stem());
            return Some(both(Known::of_two(form(), stem.into(), verb.into())));
        }
        let form = spelling::joined(&lower_case(&first.form), &lower_case(&second.form))?;
        Some(Word { is_function: second.is_function && first.is_function, is_filler: false, ..both(self.known(form)) })
    }

    fn known(&self, written: &str) -> Rc<Known> {
        let mut known = self.known.borrow_mut();
        if let Some(found) = known.get(written) {
            return Rc::clone(found);
        }
        let found = Rc::new(Known::of(written));
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(written.into(), Rc::clone(&found));
        found
    }

    /// A name as it is compared.
    pub(super) fn key(&self, name: &str) -> String {
        let mut keys = self.keys.borrow_mut();
        if let Some(key) = keys.get(name) {
            return key.clone();
        }
        let key = names::key(name);
        if keys.len() >= KEPT {
            keys.clear();
        }
        keys.insert(name.into(), key.clone());
        key
    }

    /// The root of a word.
    pub(in crate::track) fn root_of(&self, form: &str) -> String {
        self.known(form).root().to_string()
    }
}

/// The quotations of a text, asked in its order.
#[derive(Default)]
struct Quoted {
    begun: usize,
    /// Where the last one ends of those that have begun.
    end: usize,
}

impl Quoted {
    fn holds(&mut self, at: usize, document: &Document<'_>) -> bool {
        while let Some(next) = document.quotations.get(self.begun).filter(|next| next.span.start() <= at) {
            self.end = self.end.max(next.span.end());
            self.begun += 1;
        }
        at < self.end
    }
}

/// What a number and "hundred" or "thousand" behind it come to; digits are mostly written out up to a million.
fn thousands(number: &Word, scale: &Word) -> Option<f64> {
    // What was joined is joined no further: "thousand thousand thousand".
    if !number.is_count || number.is_calendar || number.form.contains(' ') {
        return None;
    }
    let scale = known::small_scale(&lower_case(&scale.form))?;
    number.stem().parse().ok().map(|value: f64| value * scale)
}

/// A token without what is glued to it, another spelling of that rest of it, and the word that is glued on: "3" and "percent" of "3%", "$5"
/// and "million" of "$5m", "did" and "not" of "didn't".
fn parted(document: &Document<'_>, token: &Token) -> (Token, Option<&'static str>, Option<(Token, &'static str)>) {
    let text = document.slice(token.span);
    let parts = |at: usize, spelt| {
        let at = token.span.start() + at;
        let part = |span: Span| Token { span, classes: closed::classes(document.slice(span)), ..*token };
        let glued = Token { kind: TokenKind::Word, capital: false, ..part(Span::new(at, token.span.end())) };
        (part(Span::new(token.span.start(), at)), Some((glued, spelt)))
    };
    let whole = (*token, None, None);
    match token.kind {
        TokenKind::Number => match share(text).or_else(|| scale(text).filter(|_| !is_length(document, token))) {
            Some((at, spelt)) => {
                let (number, glued) = parts(at, spelt);
                (number, None, glued)
            }
            None => whole,
        },
        TokenKind::Word => match negation(text).map(|(at, verb)| (at, verb, NOT)).or_else(|| clitic(text)) {
            Some((at, verb, glued)) => {
                let (head, glued) = parts(at, glued);
                (head, verb, glued)
            }
            None => whole,
        },
        _ => whole,
    }
}

/// "The river peaked at 5.8m": letters that stand for a unit of length as well, after no sign of money and before nothing that is counted.
fn is_length(document: &Document<'_>, token: &Token) -> bool {
    let number = document.slice(token.span);
    let letters = number.trim_start_matches(|next: char| !next.is_alphabetic());
    let is_sum = !number.starts_with(|first: char| first.is_ascii_digit());
    let next = document.tokens.get(document.token_at(token.span.end())).filter(|next| next.span.start() == token.span.end() + 1);
    let counts = || next.is_some_and(|next| next.kind == TokenKind::Word && closed::classes(document.slice(next.span)).is_open());
    !is_sum && quantities::is_distance(letters) && !counts()
}

/// Where the mark of "3%" stands, and the word that it stands for.
fn share(number: &str) -> Option<(usize, &'static str)> {
    let at = number.trim_end_matches(|last: char| !last.is_alphanumeric()).len();
    let unit = Some(&number[at..]).filter(|mark| at > 0 && !mark.is_empty()).and_then(quantities::unit);
    let spelt = unit.and_then(|unit| unit.name.split_once(' ')).and_then(|(first, second)| spelling::joined(first, second));
    spelt.map(|spelt| (at, spelt))
}

/// Where the letters of "$5m" stand, and the word that they stand for.
fn scale(number: &str) -> Option<(usize, &'static str)> {
    let at = number.trim_end_matches(|last: char| last.is_ascii_alphabetic()).len();
    match numbers::suffix(&number[at..].to_ascii_lowercase()).filter(|_| at > 0 && at < number.len())? {
        numbers::Suffix::Scale(value) => numbers::scale(value).map(|spelt| (at, spelt)),
        _ => None,
    }
}

/// Where the "'ll" of "they'll" begins, and the verb that it mostly is.
fn clitic(word: &str) -> Option<(usize, Option<&'static str>, &'static str)> {
    let at = word.find(['\'', '’']).filter(|at| *at > 0)?;
    let folded = fold(word).to_lowercase();
    let (head, mut verbs) = contraction(&folded)?;
    let classes = closed::classes(head);
    let is_person = classes.has(Class::Pronoun) && !classes.has(Class::Determiner) && !classes.has(Class::Relative);
    is_person.then(|| verbs.next()).flatten().map(|verb| (at, None, verb))
}

/// What is glued to a verb that is denied.
const NOT: &str = "not";

/// Where the "n't" of "didn't" begins, and the verb where its letters are not its own ("won't").
fn negation(word: &str) -> Option<(usize, Option<&'static str>)> {
    if !word.ends_with(['t', 'T']) {
        return None;
    }
    let verb = wording(&fold(word).to_lowercase()).negated?;
    let at = word.rfind(['n', 'N']).filter(|at| *at > 0)?;
    let head = closed::classes(&word[..at]);
    let is_verb = head.has(Class::Auxiliary) || head.has(Class::Modal);
    Some((at, (!is_verb).then_some(verb)))
}

#[cfg(test)]
mod tests {
    use super::{Reader, clitic, negation, scale, share};
    use crate::text::Document;

    #[test]
    fn letters_that_can_be_metres_are_millions_of_what_is_counted() {
        let reader = Reader::default();
        let words = |text: &str| {
            let page = reader.page(&Document::new(text));
            page.all().iter().map(|word| word.form.to_string()).collect::<Vec<String>>().join(" ")
        };
        assert_eq!(words("The river peaked at 5.8m."), "The river peaked at 5.8m");
        assert_eq!(words("The site has 5.8m users and cost $5.8m."), "The site has 5.8 million users and cost $5.8 million");
    }

    #[test]
    fn what_is_glued_to_a_word_is_another() {
        assert_eq!(negation("didn't"), Some((3, None)));
        assert_eq!(negation("won’t"), Some((2, Some("will"))));
        assert_eq!(negation("cannot"), Some((3, None)));
        assert_eq!(negation("tent"), None);
        assert_eq!(clitic("they'll"), Some((4, None, "will")));
        assert_eq!(clitic("bank's"), None);
        assert_eq!((scale("$5m"), scale("5th"), share("3%")), (Some((2, "million")), None, Some((1, "percent"))));
    }
}
