//! The JSON of `sayso diff`: places in scalar values, names of kinds as the contract has them.
//!
//! Holds the form and nothing else; what changed is found by [`crate::diff`]. Lists are made while they are written, so that the
//! answer to two long texts is never in memory as a whole.

use serde::{Serialize, Serializer};

use crate::diff::{Compared, Fact, Link, WordChange};
use crate::text::{CharIndex, CharSpan, Sentence, Span};

/// The version of the contract.
const SCHEMA: &str = "sayso/1";

/// The comparison of two texts in the contract's form; serialised, it is the whole answer.
pub struct DiffJson<'a> {
    names: (&'a str, &'a str),
    found: &'a Compared<'a>,
    places: (CharIndex<'a>, CharIndex<'a>),
}

impl<'a> DiffJson<'a> {
    /// Puts `found`, whose texts the user calls `names`, into the contract's form.
    pub fn new(names: (&'a str, &'a str), found: &'a Compared<'a>) -> Self {
        DiffJson { names, found, places: (CharIndex::new(found.from.text), CharIndex::new(found.to.text)) }
    }
}

impl Serialize for DiffJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (old, new) = (&self.places.0, &self.places.1);
        let suppressed = self.found.comparison.suppressed;
        Answer {
            schema: SCHEMA,
            from: self.names.0,
            to: self.names.1,
            sentences: Sentences {
                from: Each(&self.found.from.sentences, |sentence: &Sentence| old.chars(sentence.span)),
                to: Each(&self.found.to.sentences, |sentence: &Sentence| new.chars(sentence.span)),
            },
            links: Each(&self.found.comparison.links, |link: &Link| LinkJson {
                kind: link.kind.as_str(),
                from: link.from.clone(),
                to: link.to.clone(),
                words: link.words.iter().map(|step| words_json(step, old, new)).collect(),
                furniture: link.furniture,
            }),
            facts: Each(&self.found.facts, |fact: &Fact| fact_json(fact, old, new)),
            suppressed: SuppressedJson { typographic: suppressed.typographic, whitespace: suppressed.whitespace },
            approximate: self.found.comparison.approximate,
        }
        .serialize(serializer)
    }
}

/// A list whose members are made one by one while it is written.
struct Each<'a, T, F>(&'a [T], F);

impl<T, J: Serialize, F: Fn(&T) -> J> Serialize for Each<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

#[derive(Serialize)]
struct Answer<'a, F, T, L, C> {
    /// The contract's version.
    schema: &'static str,
    /// The earlier snapshot, as the user named it.
    from: &'a str,
    /// The later one.
    to: &'a str,
    /// Every sentence of both.
    sentences: Sentences<F, T>,
    /// Which belong together.
    links: L,
    /// What changed in what they say.
    facts: C,
    /// How much is not shown as a change.
    suppressed: SuppressedJson,
    /// A budget was reached: there may be more in common than the links show.
    approximate: bool,
}

/// Places of the sentences, by which links name them.
#[derive(Serialize)]
struct Sentences<F, T> {
    /// Of the earlier text.
    from: F,
    /// Of the later text.
    to: T,
}

/// One link.
#[derive(Serialize)]
struct LinkJson {
    /// How the two belong together.
    kind: &'static str,
    /// Indices into the earlier sentences.
    from: Vec<usize>,
    /// Indices into the later sentences.
    to: Vec<usize>,
    /// Steps from the one to the other.
    words: Vec<WordsJson>,
    /// The passage is a plug, a related link, a credit or an update stamp.
    furniture: bool,
}

/// One step.
#[derive(Serialize)]
struct WordsJson {
    /// What it does.
    op: &'static str,
    /// Place in the earlier text.
    from: CharSpan,
    /// Place in the later text.
    to: CharSpan,
    /// Differs in nothing but typography, white space, spelling or a bare capital.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    noise: bool,
}

/// One fact.
#[derive(Serialize)]
struct FactJson {
    /// What it is about.
    kind: &'static str,
    /// The words before.
    old: Option<String>,
    /// The words after.
    new: Option<String>,
    /// Where they stood.
    from: Option<CharSpan>,
    /// Where they stand.
    to: Option<CharSpan>,
}

/// Differences that are no changes.
#[derive(Serialize)]
struct SuppressedJson {
    /// Typography, spelling, bare capitals.
    typographic: u32,
    /// White space.
    whitespace: u32,
}

fn words_json(step: &WordChange, old: &CharIndex<'_>, new: &CharIndex<'_>) -> WordsJson {
    WordsJson { op: step.op.as_str(), from: old.chars(step.from), to: new.chars(step.to), noise: step.noise }
}

fn fact_json(fact: &Fact, old: &CharIndex<'_>, new: &CharIndex<'_>) -> FactJson {
    let words = |span: Option<Span>, index: &CharIndex<'_>| span.map(|span| span.of(index.text()).to_owned());
    FactJson {
        kind: fact.kind.as_str(),
        old: words(fact.old, old),
        new: words(fact.new, new),
        from: fact.old.map(|span| old.chars(span)),
        to: fact.new.map(|span| new.chars(span)),
    }
}
