//! What is known of a word wherever it stands: its classes, and what it is compared by.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::closed::{self, Classes};
use crate::lexicon::grades::{self, Grade};
use crate::lexicon::numbers::NumberWord;
use crate::lexicon::wording::{Wording, wording};
use crate::lexicon::{clock, numbers, same, spelling, words};
use crate::text::{fold, lower_case, possessive, without_marks};

/// What is known of a form; what only claims are compared by is found out when it is asked for.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) form: Rc<str>,
    pub(super) classes: Classes,
    pub(super) is_cardinal: bool,
    /// It can be one with the word behind it.
    pub(super) begins_pair: bool,
    /// It can be one with the word before it.
    pub(super) ends_pair: bool,
    lower: OnceCell<Rc<str>>,
    stem: OnceCell<Rc<str>>,
    root: OnceCell<Rc<str>>,
    key: OnceCell<Rc<str>>,
    looked_up: OnceCell<words::Word>,
    wording: OnceCell<&'static Wording>,
    grades: OnceCell<&'static [Grade]>,
}

impl Known {
    pub(super) fn of(written: &str) -> Known {
        let form = possessive::bare(&fold(written)).to_owned();
        let lower = lower_case(&form);
        Known {
            classes: closed::classes(&form),
            is_cardinal: numbers::is_cardinal(&lower),
            begins_pair: spelling::begins_pair(&lower),
            ends_pair: small_scale(&lower).is_some() || same::ends_phrase(&lower),
            lower: OnceCell::new(),
            stem: OnceCell::new(),
            root: OnceCell::new(),
            key: OnceCell::new(),
            looked_up: OnceCell::new(),
            wording: OnceCell::new(),
            grades: OnceCell::new(),
            form: form.as_str().into(),
        }
    }

    /// Two words that are one, which begins and ends no other.
    pub(super) fn of_two(form: String, stem: Rc<str>, root: Rc<str>) -> Rc<Known> {
        Rc::new(Known { begins_pair: false, ends_pair: false, stem: stem.into(), root: root.into(), ..Known::of(&form) })
    }

    pub(super) fn lower(&self) -> &Rc<str> {
        self.lower.get_or_init(|| match lower_case(&self.form) {
            Cow::Borrowed(_) => Rc::clone(&self.form),
            Cow::Owned(lower) => lower.into(),
        })
    }

    pub(super) fn looked_up(&self) -> words::Word {
        *self.looked_up.get_or_init(|| words::look_up(self.lower()))
    }

    pub(super) fn wording(&self) -> &'static Wording {
        self.wording.get_or_init(|| wording(self.lower()))
    }

    pub(super) fn grades(&self) -> &'static [Grade] {
        self.grades.get_or_init(|| grades::of(&self.form, self.root()))
    }

    pub(super) fn stem(&self) -> &Rc<str> {
        self.stem.get_or_init(|| {
            let value = || numbers::in_words(&lower_case(&self.form)).filter(|(_, is_ordinal)| !is_ordinal);
            let value = if self.is_cardinal { value() } else { None };
            value.map_or_else(|| stem_of(&self.form), |(value, _)| value.to_string()).into()
        })
    }

    pub(super) fn root(&self) -> &Rc<str> {
        self.root.get_or_init(|| {
            let verb = words::irregular(&lower_case(&self.form));
            let root = verb.map_or_else(|| Rc::clone(self.stem()), |verb| stem_of(verb).into());
            same::taken_for(&root).map_or(root, Rc::from)
        })
    }

    pub(super) fn key(&self) -> &Rc<str> {
        self.key.get_or_init(|| match key_of(&self.form) {
            key if *key == *self.form => Rc::clone(&self.form),
            key => key.into(),
        })
    }
}

/// A form as names are compared, so that "Müller" is found where its key is "muller".
pub(super) fn key_of(form: &str) -> Cow<'_, str> {
    match without_marks(&lower_case(form)) {
        lower if lower == form => spelling::canonical(form),
        lower => Cow::Owned(spelling::canonical(&lower).into_owned()),
    }
}

/// What `form` is compared by.
pub(in crate::track) fn stem_of(form: &str) -> String {
    let lower = lower_case(form);
    if lower.starts_with(|first: char| first.is_ascii_digit()) {
        return clock::of_word(&lower).unwrap_or_else(|| without_separators(&lower));
    }
    let plain = without_marks(&lower);
    let common = spelling::canonical(&plain);
    if common.is_ascii() { Stemmer::create(Algorithm::English).stem(&common).into_owned() } else { common.into_owned() }
}

/// What "hundred" and "thousand" stand for, behind which a number is one with them: digits are mostly written out up to a million.
pub(super) fn small_scale(word: &str) -> Option<f64> {
    numbers::uses(word).iter().find_map(|used| match used {
        NumberWord::Scale(value) => Some(*value).filter(|scale| (100.0..=1000.0).contains(scale)),
        _ => None,
    })
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
