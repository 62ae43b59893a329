//! Who says what: attributed claims, figures and statuses of one text.

pub mod figures;
pub mod notices;
pub mod status;

use crate::model::Findings;
use crate::text::{Document, Span};

/// Everything that is attributed, counted or given a status in `document`, with surface names only; `actors` resolves them.
pub fn extract(document: &Document<'_>) -> Findings<Span> {
    let _ = document;
    Findings::default()
}
