//! The publisher's own words on a change: corrections, clarifications, updates, editor's notes.
//!
//! A segment that is a notice is one from the first sentence with a notice's wording on; a sentence inside a paragraph is one where its wording is a notice's
//! (`data/en/layout.tsv`), with the sentences after it that belong to it left to the reader. What a notice owns up to is for `track`.
//!
//! Known failure: a notice without any of the listed wordings ("We got this wrong.") is not seen.

use crate::lexicon::layout::{self, Layout};
use crate::model::Notice;
use crate::text::{Document, SegmentKind, Span};

/// Every notice of `document`, in text order.
pub fn find(document: &Document<'_>) -> Vec<Notice<Span>> {
    let notice = |span: Span| Notice { text: document.slice(span).to_owned(), span: Some(span) };
    let mut notices = Vec::new();
    for segment in &document.segments {
        let sentences = &document.sentences[segment.sentences.start as usize..segment.sentences.end as usize];
        let mut worded =
            sentences.iter().map(|sentence| sentence.span).filter(|span| layout::layout(document.slice(*span)) == Some(Layout::Notice));
        if segment.kind == SegmentKind::Notice {
            let begin = worded.next().map_or(segment.span.start(), Span::start);
            notices.push(notice(Span::new(begin, segment.span.end())));
        } else {
            notices.extend(worded.map(notice));
        }
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notices(text: &str) -> Vec<String> {
        find(&Document::new(text)).into_iter().map(|notice| notice.text).collect()
    }

    #[test]
    fn a_notice_is_found_on_its_own_line_and_inside_a_paragraph() {
        assert_eq!(notices("Title\n\nIt rained.\n\nCorrection: It snowed. Not rain."), ["Correction: It snowed. Not rain."]);
        assert_eq!(
            notices("Title\n\nIt rained. An earlier version of this article said it snowed."),
            ["An earlier version of this article said it snowed."]
        );
        assert!(notices("Title\n\nThe ministry issued a correction.").is_empty());
    }
}
