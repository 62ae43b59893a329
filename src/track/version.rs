//! What goes into tracking: one version of a report at a time, as its parts and findings, beside the version before.

use crate::diff::{Comparison, Fact};
use crate::model::Findings;
use crate::text::Document;

/// Which report a version belongs to: any number that the caller keeps for it, the same in every run.
pub type ReportKey = i64;

/// One version of one report, as the tracker reads it.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// Which report.
    pub report: ReportKey,
    /// What makes the ids of rows that are about the version as a whole: different for every version of the story.
    pub key: &'a str,
    /// Its text and parts.
    pub document: &'a Document<'a>,
    /// What was found in it; claim ids are unique in the story.
    pub findings: &'a Findings,
    /// The version before of the same report; `None` for a first version. Without it claims are paired by their words alone.
    pub prior: Option<Prior<'a>>,
    /// The publisher's change note that came beside the text.
    pub note: Option<&'a str>,
}

/// The version before of a report, as far as it has to be read again.
#[derive(Clone, Copy)]
pub struct Prior<'a> {
    /// Its text and parts.
    pub document: &'a Document<'a>,
    /// How it and the version belong together.
    pub comparison: &'a Comparison,
    /// The facts that changed between them.
    pub facts: &'a [Fact],
}
