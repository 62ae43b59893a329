//! The JSON of `sayso diff`: places in scalar values, names of kinds as the contract has them.
//!
//! Holds the form and nothing else; what changed is found by [`crate::diff`].

use serde::Serialize;

use crate::diff::{Comparison, Fact, Link, WordChange};
use crate::text::{CharIndex, CharSpan, Document, Span};

/// The version of the contract.
const SCHEMA: &str = "sayso/1";

/// A comparison as it is written out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffJson {
    /// The contract's version.
    pub schema: &'static str,
    /// The earlier snapshot, as the user named it.
    pub from: String,
    /// The later one.
    pub to: String,
    /// Every sentence of both.
    pub sentences: Sentences,
    /// Which belong together.
    pub links: Vec<LinkJson>,
    /// What changed in what they say.
    pub facts: Vec<FactJson>,
    /// How much is not shown as a change.
    pub suppressed: SuppressedJson,
    /// A budget was reached: there may be more in common than the links show.
    pub approximate: bool,
}

/// Places of the sentences, by which links name them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentences {
    /// Of the earlier text.
    pub from: Vec<CharSpan>,
    /// Of the later text.
    pub to: Vec<CharSpan>,
}

/// One link.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LinkJson {
    /// How the two belong together.
    pub kind: &'static str,
    /// Indices into the earlier sentences.
    pub from: Vec<usize>,
    /// Indices into the later sentences.
    pub to: Vec<usize>,
    /// Steps from the one to the other.
    pub words: Vec<WordsJson>,
    /// The passage is no reporting.
    pub furniture: bool,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordsJson {
    /// What it does.
    pub op: &'static str,
    /// Place in the earlier text.
    pub from: CharSpan,
    /// Place in the later text.
    pub to: CharSpan,
    /// Differs in nothing but typography, white space, spelling or a bare capital.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub noise: bool,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactJson {
    /// What it is about.
    pub kind: &'static str,
    /// The words before.
    pub old: Option<String>,
    /// The words after.
    pub new: Option<String>,
    /// Where they stood.
    pub from: Option<CharSpan>,
    /// Where they stand.
    pub to: Option<CharSpan>,
}

/// Differences that are no changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct SuppressedJson {
    /// Typography, spelling, bare capitals.
    pub typographic: u32,
    /// White space.
    pub whitespace: u32,
}

impl DiffJson {
    /// Puts the comparison of `documents`, which the user calls `names`, into the contract's form.
    pub fn new(names: (&str, &str), documents: (&Document<'_>, &Document<'_>), comparison: &Comparison, facts: &[Fact]) -> Self {
        let (old, new) = (CharIndex::new(documents.0.text), CharIndex::new(documents.1.text));
        let sentences =
            |document: &Document<'_>, index: &CharIndex<'_>| document.sentences.iter().map(|sentence| index.chars(sentence.span)).collect();
        DiffJson {
            schema: SCHEMA,
            from: names.0.to_owned(),
            to: names.1.to_owned(),
            sentences: Sentences { from: sentences(documents.0, &old), to: sentences(documents.1, &new) },
            links: comparison.links.iter().map(|link| link_json(link, &old, &new)).collect(),
            facts: facts.iter().map(|fact| fact_json(fact, &old, &new)).collect(),
            suppressed: SuppressedJson { typographic: comparison.suppressed.typographic, whitespace: comparison.suppressed.whitespace },
            approximate: comparison.approximate,
        }
    }
}

fn link_json(link: &Link, old: &CharIndex<'_>, new: &CharIndex<'_>) -> LinkJson {
    let words =
        |step: &WordChange| WordsJson { op: step.op.as_str(), from: old.chars(step.from), to: new.chars(step.to), noise: step.noise };
    LinkJson {
        kind: link.kind.as_str(),
        from: link.from.clone(),
        to: link.to.clone(),
        words: link.words.iter().map(words).collect(),
        furniture: link.furniture,
    }
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
