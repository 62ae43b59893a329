//! The publisher's own words on a change: corrections, clarifications, updates, editor's notes.
//!
//! A segment that is a notice is one from the first sentence with a notice's wording on; a sentence inside a paragraph is one where its
//! wording is a notice's (`data/en/layout.tsv`), with the sentences after it that belong to it left to the reader. What a notice owns up to
//! is for `track`. That it owns up to an error at all is a claim in the outlet's own voice: what it says is right, or else all that it
//! says.
//!
//! Known failure: a notice without any of the listed wordings ("We got this wrong.") is not seen.

use crate::lexicon::layout::{self, Layout};
use crate::lexicon::notices::{self, Admission};
use crate::model::{Act, Claim, Notice, Passage, Rule};
use crate::text::{Document, SegmentKind, Span};

use super::finish;

/// Every notice of `document`, in text order.
pub fn find(document: &Document<'_>) -> Vec<Notice<Span>> {
    let notice = |span: Span| Notice { text: document.slice(span).to_owned(), span: Some(span) };
    let mut notices = Vec::new();
    for segment in &document.segments {
        let sentences = &document.sentences[segment.sentences.start as usize..segment.sentences.end as usize];
        // Of a paragraph of one sentence its kind tells.
        let told_apart = if sentences.len() > 1 || segment.kind == SegmentKind::Notice { sentences } else { &[] };
        let mut worded =
            told_apart.iter().map(|sentence| sentence.span).filter(|span| layout::layout(document.slice(*span)) == Some(Layout::Notice));
        if segment.kind == SegmentKind::Notice {
            let begin = worded.next().map_or(segment.span.start(), Span::start);
            notices.push(notice(Span::new(begin, segment.span.end())));
        } else {
            notices.extend(worded.map(notice));
        }
    }
    notices
}

/// Characters of the longest label before a notice.
const LABEL: usize = 40;

/// A claim for each of `found` that owns up to an error.
pub(super) fn corrections(document: &Document<'_>, found: &[Notice<Span>]) -> Vec<Claim<Span>> {
    found
        .iter()
        .filter(|notice| notices::admits(&notice.text, Admission::Error))
        .filter_map(|notice| correction(document, notice.span?))
        .collect()
}

fn correction(document: &Document<'_>, notice: Span) -> Option<Claim<Span>> {
    let words = document.slice(notice);
    let label = words.find(':').filter(|colon| *colon < LABEL);
    let told = label.map_or(words, |colon| words[colon + 1..].trim_start());
    let told = Span::new(notice.end() - told.len(), notice.end());
    let first = document.sentence_at(told.start()).map_or(told, |first| document.sentences[first].span);
    let rest = document.slice(Span::new(first.end().clamp(told.start(), told.end()), told.end())).trim_start();
    let right = if rest.is_empty() { told } else { Span::new(told.end() - rest.len(), told.end()) };
    let named = label.map(|_| words.find(|next: char| !next.is_alphabetic()).unwrap_or(words.len())).filter(|end| *end > 0);
    let cue = named.map(|end| Passage { text: words[..end].to_owned(), span: vec![Span::new(notice.start(), notice.start() + end)] });
    (!told.is_empty()).then(|| Claim { cue, ..finish::own_voice(document, Act::Confirm, told, right, Rule::Correction) })
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

    #[test]
    fn an_error_owned_up_to_is_a_claim_of_the_outlets_own() {
        for (notice, want) in [
            ("Correction: An earlier version misstated the day. It was Monday.", &["Correction confirm It was Monday."][..]),
            (
                "An earlier version of this article misnamed the mayor.",
                &[" confirm An earlier version of this article misnamed the mayor."],
            ),
            ("Correction (Nov. 8): The toll was 14.", &["Correction confirm The toll was 14."]),
            ("This story has been updated with a map.", &[]),
        ] {
            let text = format!("Title\n\nIt rained.\n\n{notice}");
            let document = Document::new(&text);
            let shown = |claim: Claim<Span>| {
                let cue = claim.cue.map_or(String::new(), |cue| cue.text);
                format!("{cue} {} {}", claim.act, claim.content.text)
            };
            let claims: Vec<String> = corrections(&document, &find(&document)).into_iter().map(shown).collect();
            assert_eq!(claims, want, "{notice}");
        }
    }
}
