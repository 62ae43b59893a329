//! The words of a version as tracking compares them: folded, stemmed, and labelled with what little is needed to tell one change
//! from another.
//!
//! A version's words are made once, as a [`Page`]; its claims, figures and passages look at stretches of it. A [`Reader`] keeps what it
//! knows of every word that it has met, since the next version mostly has the same.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::names;
use crate::lexicon::closed::{self, Class, Classes};
use crate::lexicon::cues::{Cue, Part};
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::wording::{contraction, wording};
use crate::lexicon::words::Role;
use crate::lexicon::{clock, numbers, quantities, same, spelling, words};
use crate::model::Act;
use crate::text::{Document, Span, Token, TokenKind, fold, lower_case, possessive, without_marks};

/// One word of a version.
#[derive(Clone, Debug)]
pub(in crate::track) struct Word {
    /// Where it stands.
    pub(in crate::track) span: Span,
    /// Its stem in lower case, possessive and spelling variants folded away: what two words are compared by.
    pub(in crate::track) stem: Rc<str>,
    /// What two claims are known again by: the stem of the verb for an irregular form ("took"), of the word that says the same
    /// ("begin" for "start", "decide" for "decision"), else its own stem. Another form ("has taken" for "took") is still a change of
    /// wording.
    pub(in crate::track) root: Rc<str>,
    /// As written, possessive left out.
    pub(in crate::track) form: Rc<str>,
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
    /// It stands for what somebody said or asked: "the allegations", "the offer".
    pub(in crate::track) fn names_words(&self) -> bool {
        let called = words::look_up(&self.form.to_lowercase());
        let names_words = |cue: &Cue| cue.part == Part::Noun && (cue.act != Act::State || called.is(Role::Charge));
        called.is(Role::Refusable) || called.cues().any(names_words)
    }

    /// The two are one word in one part, wherever they stand.
    fn is_same(&self, other: &Word) -> bool {
        let parts = |word: &Word| [word.is_mention, word.is_cue, word.is_content, word.is_quoted];
        let sorts = |word: &Word| [word.is_number, word.is_name, word.is_function, word.is_filler, word.is_calendar];
        parts(self) == parts(other) && sorts(self) == sorts(other) && self.stem == other.stem && self.form == other.form
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
    /// Where each form stands, as [`indexed`] writes it; made when first asked for.
    places: OnceCell<FxHashMap<String, Vec<usize>>>,
}

/// Places of a form that are kept.
const PLACES: usize = 64;

/// A form as its places are looked up: as names are compared, so that "Müller" is found where its key is "muller".
fn indexed(form: &str) -> String {
    spelling::canonical(&without_marks(&lower_case(form))).into_owned()
}

impl Page {
    /// Where the words stand that touch `span`.
    pub(in crate::track) fn range(&self, span: Span) -> Range<usize> {
        let first = self.words.partition_point(|word| word.span.end() <= span.start());
        let end = self.words.partition_point(|word| word.span.start() < span.end());
        first..end.max(first)
    }

    /// All words.
    pub(in crate::track) fn all(&self) -> &[Word] {
        &self.words
    }

    /// The first places at which a form stands, whether it has capitals and marks on its letters or not.
    pub(in crate::track) fn places(&self, form: &str) -> &[usize] {
        let places = self.places.get_or_init(|| {
            let mut places: FxHashMap<String, Vec<usize>> = FxHashMap::default();
            for (at, word) in self.words.iter().enumerate() {
                let here = places.entry(indexed(&word.form)).or_default();
                if here.len() < PLACES {
                    here.push(at);
                }
            }
            places
        });
        places.get(&indexed(form)).map_or(&[], Vec::as_slice)
    }

    /// Where these words stand one after the other in a quotation; looked for from the one of them that stands at the fewest places.
    pub(in crate::track) fn quoted(&self, words: &[Word]) -> Option<usize> {
        let places = words.iter().map(|word| self.places(&word.form)).enumerate().filter(|(_, places)| !places.is_empty());
        let (offset, places) = places.min_by_key(|(_, places)| places.len())?;
        let same = |there: &[Word]| there.iter().zip(words).all(|(there, own)| there.is_quoted && there.stem == own.stem);
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

/// What is known of a word wherever it stands.
#[derive(Clone)]
struct Known {
    form: Rc<str>,
    stem: Rc<str>,
    root: Rc<str>,
    classes: Classes,
    is_cardinal: bool,
}

/// Makes words; keeps the stemmer and the words that it met.
pub(in crate::track) struct Reader {
    stemmer: Stemmer,
    known: RefCell<FxHashMap<Box<str>, Known>>,
    /// Names as they are compared.
    keys: RefCell<FxHashMap<Box<str>, String>>,
}

/// Words and names that are kept: more than any story has, so that only texts made to fill memory meet the end of it.
const KEPT: usize = 1 << 18;

impl Default for Reader {
    fn default() -> Self {
        Reader { stemmer: Stemmer::create(Algorithm::English), known: RefCell::default(), keys: RefCell::default() }
    }
}

impl Reader {
    /// The words of a version.
    pub(in crate::track) fn page(&self, document: &Document<'_>) -> Page {
        let mut words = Vec::with_capacity(document.tokens.len());
        for at in 0..document.sentences.len() {
            let mut begins = true;
            for token in document.tokens_of(at) {
                let is_first = begins;
                begins &= !document.slice(token.span).contains(char::is_alphanumeric);
                if !token.is_wordlike() {
                    continue;
                }
                let (token, head, rest) = parted(document, token);
                let word = self.word(head.unwrap_or_else(|| document.slice(token.span)), document, &token, is_first);
                match words.last_mut().and_then(|last| self.as_one(last, &word)) {
                    Some(one) => *words.last_mut().expect("a word was read") = one,
                    None => words.push(word),
                }
                words.extend(rest.map(|(token, spelt)| self.word(spelt, document, &token, false)));
            }
        }
        Page { words, places: OnceCell::new() }
    }

    fn word(&self, written: &str, document: &Document<'_>, token: &Token, begins: bool) -> Word {
        let Known { form, stem, root, classes, is_cardinal } = self.known(written);
        Word {
            span: token.span,
            is_number: token.kind == TokenKind::Number,
            is_count: token.kind == TokenKind::Number || is_cardinal,
            is_name: token.capital && (!begins || form.chars().skip(1).any(char::is_uppercase)),
            is_function: !classes.is_open() && !classes.has(Class::Calendar) && !classes.has(Class::Speech),
            is_filler: [Class::Determiner, Class::Pronoun, Class::Possessive, Class::Auxiliary, Class::Relative]
                .into_iter()
                .any(|class| classes.has(class)),
            is_calendar: classes.has(Class::Calendar) && token.capital,
            is_quoted: document.quotation_at(token.span.start()).is_some(),
            is_mention: false,
            is_cue: false,
            is_content: false,
            form,
            stem,
            root,
        }
    }

    /// The word that two are in another spelling ("per cent"), the verb that they are ("step down"), or the number ("sixty thousand").
    fn as_one(&self, first: &Word, second: &Word) -> Option<Word> {
        if let Some(value) = thousands(first, second) {
            let (form, stem): (String, Rc<str>) = (format!("{} {}", first.form, second.form), value.to_string().into());
            return Some(Word {
                span: first.span.cover(second.span),
                form: form.into(),
                root: Rc::clone(&stem),
                stem,
                is_count: true,
                ..first.clone()
            });
        }
        if let Some(verb) = same::phrase(&first.root, &lower_case(&second.form)) {
            let written = |joined: String| Rc::<str>::from(joined);
            let (form, stem) = (format!("{} {}", first.form, second.form), format!("{} {}", first.stem, second.stem));
            let span = first.span.cover(second.span);
            return Some(Word { span, form: written(form), stem: written(stem), root: verb.into(), ..first.clone() });
        }
        let form = spelling::joined(&lower_case(&first.form), &lower_case(&second.form))?;
        let known = self.known(form);
        Some(Word {
            span: first.span.cover(second.span),
            stem: known.stem,
            root: known.root,
            form: known.form,
            is_function: second.is_function && first.is_function,
            is_filler: false,
            ..first.clone()
        })
    }

    fn known(&self, written: &str) -> Known {
        let mut known = self.known.borrow_mut();
        if let Some(found) = known.get(written) {
            return found.clone();
        }
        let form = possessive::bare(&fold(written)).to_owned();
        let is_cardinal = numbers::is_cardinal(&form.to_lowercase());
        let value = numbers::in_words(&form.to_lowercase()).filter(|(_, is_ordinal)| is_cardinal && !is_ordinal);
        let stem: Rc<str> = value.map_or_else(|| self.stem(&form), |(value, _)| value.to_string()).into();
        let root = self.root(&form, &stem);
        let found = Known { stem, root, classes: closed::classes(&form), form: form.into(), is_cardinal };
        if known.len() >= KEPT {
            known.clear();
        }
        known.insert(written.into(), found.clone());
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
        self.known(form).root.to_string()
    }

    /// What two claims are known again by that have `form`, whose stem is `stem`.
    fn root(&self, form: &str, stem: &Rc<str>) -> Rc<str> {
        let root = words::irregular(&form.to_lowercase()).map_or_else(|| Rc::clone(stem), |verb| self.stem(verb).into());
        same::taken_for(&root).map_or(root, Rc::from)
    }

    /// What `form` is compared by.
    pub(in crate::track) fn stem(&self, form: &str) -> String {
        let lower = form.to_lowercase();
        if lower.starts_with(|first: char| first.is_ascii_digit()) {
            return clock::of_word(&lower).unwrap_or_else(|| without_separators(&lower));
        }
        let plain = without_marks(&lower);
        let common = spelling::canonical(&plain);
        if common.is_ascii() { self.stemmer.stem(&common).into_owned() } else { common.into_owned() }
    }
}

/// What a number and "hundred" or "thousand" behind it come to; digits are mostly written out up to a million.
fn thousands(number: &Word, scale: &Word) -> Option<f64> {
    // What was joined is joined no further: "thousand thousand thousand".
    if !number.is_count || number.is_calendar || number.form.contains(' ') {
        return None;
    }
    let is_small = |scale: &f64| (100.0..=1000.0).contains(scale);
    let scale = numbers::uses(&scale.form.to_lowercase()).iter().find_map(|used| match used {
        NumberWord::Scale(value) => Some(*value).filter(is_small),
        _ => None,
    })?;
    number.stem.parse().ok().map(|value: f64| value * scale)
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

/// "12,000" as "12000": what parts the thousands is typography.
fn without_separators(number: &str) -> String {
    let mut groups = number.split(',');
    let mut out = groups.next().unwrap_or_default().to_owned();
    for group in groups {
        let digits = group.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 3 {
            out.push(',');
        }
        out.push_str(group);
    }
    out
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
