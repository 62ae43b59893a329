//! The words of a passage as tracking compares them: folded, stemmed, and labelled with what little is needed to tell one change
//! from another.

use rust_stemmers::{Algorithm, Stemmer};

use crate::lexicon::closed::{self, Class};
use crate::lexicon::spelling;
use crate::text::{Document, Span, TokenKind, fold};

/// One word of a passage.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its stem in lower case, possessive and spelling variants folded away: what two words are compared by.
    pub(super) stem: String,
    /// As written, possessive left out.
    pub(super) form: String,
    /// It begins with a digit or a currency mark.
    pub(super) is_number: bool,
    /// It has a capital and does not begin a sentence.
    pub(super) is_name: bool,
    /// A closed-class word: carries no content of its own.
    pub(super) is_function: bool,
    /// A determiner, pronoun, possessive or auxiliary: may come and go without a change of wording.
    pub(super) is_filler: bool,
    /// A day or a month.
    pub(super) is_calendar: bool,
    /// It stands inside quotation marks.
    pub(super) is_quoted: bool,
    /// It belongs to the words that name the source or the target.
    pub(super) is_mention: bool,
    /// It carries the act ("accused").
    pub(super) is_cue: bool,
}

/// Makes words; keeps the stemmer.
pub(super) struct Reader {
    stemmer: Stemmer,
}

impl Reader {
    pub(super) fn new() -> Self {
        Reader { stemmer: Stemmer::create(Algorithm::English) }
    }

    /// The words in `span`; those inside one of `mentions` or of `cue` are labelled.
    pub(super) fn words(&self, document: &Document<'_>, span: Span, mentions: &[Span], cue: &[Span]) -> Vec<Word> {
        document.tokens[document.tokens_in(span)]
            .iter()
            .filter(|token| token.is_wordlike())
            .map(|token| {
                let form = without_possessive(&fold(document.slice(token.span)));
                let begins = document.sentence_at(token.span.start()).is_some_and(|at| {
                    let sentence = document.sentences[at].span;
                    !document.text[sentence.start()..token.span.start()].contains(char::is_alphanumeric)
                });
                let classes = closed::classes(&form);
                Word {
                    stem: self.stem(&form),
                    is_number: token.kind == TokenKind::Number,
                    is_name: token.capital && (!begins || form.chars().skip(1).any(char::is_uppercase)),
                    is_function: !classes.is_open() && !classes.has(Class::Calendar) && !classes.has(Class::Speech),
                    is_filler: classes.has(Class::Determiner)
                        || classes.has(Class::Pronoun)
                        || classes.has(Class::Possessive)
                        || classes.has(Class::Auxiliary)
                        || classes.has(Class::Relative),
                    is_calendar: classes.has(Class::Calendar) && token.capital,
                    is_quoted: document.quotation_at(token.span.start()).is_some(),
                    is_mention: mentions.iter().any(|mention| mention.overlaps(token.span)),
                    is_cue: cue.iter().any(|cue| cue.overlaps(token.span)),
                    form,
                }
            })
            .collect()
    }

    /// What `form` is compared by.
    pub(super) fn stem(&self, form: &str) -> String {
        let lower = form.to_lowercase();
        let common = spelling::canonical(&lower);
        if common.is_ascii() { self.stemmer.stem(&common).into_owned() } else { common.into_owned() }
    }
}

fn without_possessive(form: &str) -> String {
    let bare = form.strip_suffix("'s").or_else(|| form.strip_suffix("'S")).unwrap_or(form);
    bare.trim_end_matches('\'').to_owned()
}
