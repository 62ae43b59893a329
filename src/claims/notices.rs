//! The publisher's own words on a change: corrections, clarifications, updates, editor's notes.
//!
//! A segment that is a notice is one from the first sentence with a notice's wording on; a sentence inside a paragraph is one where its
//! wording is a notice's (`data/en/layout.tsv`), with the sentences after it that belong to it left to the reader. What a notice owns up to
//! is for `track`. That it owns up to an error at all is a claim in the outlet's own voice: what it says is right, or else all that it
//! says.
//!
//! Known failures: a notice without any of the listed wordings ("We got this wrong.") is not seen; "An earlier version said that it was
//! dry." is one only under a label, since laws and plans have earlier versions too.

use std::borrow::Cow;

use crate::lexicon::layout::{self, Layout};
use crate::lexicon::notices::{self, Admission};
use crate::model::{Act, Claim, Notice, Passage, Rule};
use crate::text::{Document, SegmentKind, Span};

use super::finish;

/// Every notice of `document`, in text order; `lower` are its tokens in lower case.
pub fn find(document: &Document<'_>, lower: &[Cow<'_, str>]) -> Vec<Notice<Span>> {
    let notice = |span: Span| Notice { text: document.slice(span).to_owned(), span: Some(span) };
    let may_be_worded = |sentence: &usize| lower[document.token_range(*sentence)].iter().any(|word| layout::is_notice_word(word));
    let mut notices = Vec::new();
    for segment in &document.segments {
        let sentences = segment.sentences.start as usize..segment.sentences.end as usize;
        // Of a paragraph of one sentence its kind tells.
        let told_apart = if segment.kind == SegmentKind::Notice || sentences.len() > 1 { sentences } else { 0..0 };
        let mut worded = told_apart
            .filter(may_be_worded)
            .map(|sentence| document.sentences[sentence].span)
            .filter(|span| layout::layout(document.slice(*span)) == Some(Layout::Notice));
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
        .filter(|notice| notices::admissions(&notice.text).has(Admission::Error))
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
    use crate::lexicon::tsv;

    fn notices(text: &str) -> Vec<String> {
        let document = Document::new(text);
        find(&document, &document.lower_cased()).into_iter().map(|notice| notice.text).collect()
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
    fn publishers_have_many_forms_and_reporting_on_corrections_has_none_of_them() {
        for notice in [
            "Correction, 9 May: The dam holds 40 million litres, not 14 million.",
            "CORRECTION (May 9, 2025): The dam holds 40 million litres.",
            "Clarification — The mayor did not attend.",
            "• Correction: It was Ms Oduya who sang.",
            "19.35 Clarification: an earlier post is no longer here.",
            "Update: This story was amended on 9 May to correct the price.",
            "Update, 10.15am: the age of the diver has been corrected to 51.",
            "(Corrects depth of the shaft to 90 metres from 19)",
            "(This May 9 story corrects the name of the shaft)",
            "(Adds comment from the owner in paragraph 4)",
            "CORRECTS spelling of the owner's name in second paragraph",
            "This story was corrected on 9 May. The shaft is 90 metres deep.",
            "Due to an editing error, an earlier version gave the wrong depth.",
            "We originally reported that the shaft was 19 metres deep. The correct depth is 90 metres.",
            "We have corrected the depth of the shaft in this article.",
            "For the record: The shaft is 90 metres deep.",
            "The headline has since been changed to say that the shaft is deep.",
        ] {
            assert_eq!(notices(&format!("Title\n\nIt rained.\n\n{notice}")), [notice]);
        }
        for line in [
            "The ministry issued a correction on Friday: the dam holds 40 million litres.",
            "Update: three more divers were found alive.",
            "Amendment 4: what voters should know",
            "An earlier version of the bill gave the wrong year, the senator said.",
            "“We originally said the shaft was safe,” the owner admitted.",
            "The owner said that it had corrected the depth of the shaft in its report.",
            "Because of a typing error, the fine was ten times what it should have been.",
            "The union has clarified that 90 miners, not 19, are on strike.",
            "We regret nothing, the owner said.",
            "Corrections officers walked out on Monday.",
            "The article of the charter was amended in 1971.",
        ] {
            assert!(notices(&format!("Title\n\nIt rained.\n\n{line}")).is_empty(), "{line}");
        }
    }

    #[test]
    fn no_wording_of_a_notice_is_passed_over_inside_a_paragraph() {
        let is_asked = |text: &str| Document::new(text).lower_cased().iter().any(|word| layout::is_notice_word(word));
        for [kind, _, _, wording, example, _] in tsv::rows::<6>(layout::FILE) {
            assert!(kind != "notice" || is_asked(example), "{wording}: {example}");
        }
    }

    #[test]
    fn nobody_in_the_text_is_taken_for_the_we_of_a_notice() {
        let text = "Title\n\nThe shaft is safe, Ana Reyes said.\n\nWe originally reported that the shaft was flooded. We regret the error.";
        let sources: Vec<String> = crate::claims::extract(&Document::new(text))
            .claims
            .into_iter()
            .map(|claim| claim.source.map_or(String::new(), |source| source.name))
            .collect();
        assert_eq!(sources, ["Ana Reyes", ""]);
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
            let claims: Vec<String> = corrections(&document, &find(&document, &document.lower_cased())).into_iter().map(shown).collect();
            assert_eq!(claims, want, "{notice}");
        }
    }
}
