//! The only place where the layers meet: text → findings; versions → threads and changes.

use crate::model::{Findings, Located};
use crate::text::{CharIndex, Document};
use crate::{actors, claims};

/// Everything that sayso finds in one text, its places in scalar values.
pub fn findings(text: &str) -> Findings {
    let document = Document::new(text);
    let mut found = claims::extract(&document);
    if found.figures.is_empty() {
        found.figures = claims::figures::find(&document);
    }
    if found.statuses.is_empty() {
        found.statuses = claims::status::find(&document, crate::lexicon::topics::Topics::builtin());
    }
    actors::resolve(&document, &mut found);
    found.located(&CharIndex::new(text))
}
