//! Facts.

use super::Comparison;
use crate::text::{Document, Span};

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FactKind {
    /// A number with its qualifier and unit.
    Number,
    /// A day, month, year or time.
    Date,
    /// A person, an organisation, or who is meant by a pronoun.
    Name,
    /// A rank or office before a name.
    Title,
    /// A place.
    Place,
    /// Words in quotation marks.
    Quote,
    /// How sure, how necessary: may, will, has, alleged.
    Modality,
    /// Not, never, no.
    Negation,
    /// Who says it, and with which verb.
    Attribution,
}

impl FactKind {
    /// The name used in JSON and tables.
    pub fn as_str(self) -> &'static str {
        match self {
            FactKind::Number => "number",
            FactKind::Date => "date",
            FactKind::Name => "name",
            FactKind::Title => "title",
            FactKind::Place => "place",
            FactKind::Quote => "quote",
            FactKind::Modality => "modality",
            FactKind::Negation => "negation",
            FactKind::Attribution => "attribution",
        }
    }
}

/// One thing that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: FactKind,
    /// Where it stood.
    pub old: Option<Span>,
    /// Where it stands.
    pub new: Option<Span>,
}

/// The facts that changed.
pub fn facts(from: &Document<'_>, to: &Document<'_>, comparison: &Comparison) -> Vec<Fact> {
    let _ = (from, to, comparison);
    Vec::new()
}
