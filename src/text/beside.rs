//! The parts of a text that another text has too, line for line: they are taken from there and not read again. Versions of a report differ
//! in a few lines, and what a line falls into depends on its own words alone.

use rustc_hash::FxHashMap;

use super::{Document, Segment, SegmentKind, Sentence, Token};

/// The lines of a text that was read, by their words; those of none where nothing is known.
#[derive(Default)]
pub(super) struct Lines<'d, 't> {
    by_words: FxHashMap<&'t str, (&'d Document<'t>, &'d Segment)>,
}

impl<'d, 't> Lines<'d, 't> {
    /// Those of a document that has all its tokens.
    pub(super) fn of(document: &'d Document<'t>) -> Self {
        let mut by_words = FxHashMap::default();
        let mut is_rest = false;
        for segment in &document.segments {
            // What stands behind a dateline is part of a line, and a headline is one by its place.
            let is_line = !is_rest && !matches!(segment.kind, SegmentKind::Dateline | SegmentKind::Headline);
            is_rest = segment.kind == SegmentKind::Dateline;
            if is_line {
                by_words.insert(document.slice(segment.span), (document, segment));
            }
        }
        Lines { by_words }
    }

    /// What the line is where it is no headline.
    pub(super) fn kind(&self, line: &str) -> Option<SegmentKind> {
        self.by_words.get(line).map(|(_, segment)| segment.kind)
    }

    /// Appends the tokens and sentences of the segment `index`; says whether they were known.
    pub(super) fn copy(
        &self,
        text: &str,
        (index, segment): (usize, &Segment),
        tokens: &mut Vec<Token>,
        sentences: &mut Vec<Sentence>,
    ) -> bool {
        let Some((document, known)) = self.by_words.get(segment.span.of(text)).filter(|(_, known)| known.kind == segment.kind) else {
            return false;
        };
        for sentence in &document.sentences[known.sentences.start as usize..known.sentences.end as usize] {
            let first = tokens.len() as u32;
            let its_tokens = &document.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            tokens.extend(its_tokens.iter().map(|token| token.moved(known.span, segment.span)));
            let span = sentence.span.moved(known.span, segment.span);
            sentences.push(Sentence { span, segment: index as u32, tokens: first..tokens.len() as u32 });
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Document;

    /// Both ways of reading give one document.
    #[track_caller]
    fn check(text: &str, other: &str) {
        let (read, copied) = (Document::new(text), Document::beside(text, &Document::new(other)));
        assert_eq!((read.segments, read.sentences, read.tokens), (copied.segments, copied.sentences, copied.tokens), "{text}");
        assert_eq!((read.quotations, read.landmarks), (copied.quotations, copied.landmarks), "{text}");
    }

    #[test]
    fn lines_of_another_text_are_what_they_would_be_by_themselves() {
        let line = "The mill burned. “It was dry,” Dr. Orr said. She left.";
        check(&format!("Fire at mill\n\nIt rained.\n\n{line}\n"), &format!("{line}\n\n{line}\n\nFire at mill\n"));
        check(&format!("{line}\n\nFire at mill\n"), &format!("Fire at mill\n\n{line}\n"));
        check("Fire at mill", "It rained.\n\nFire at mill\n");
    }

    #[test]
    fn what_stands_behind_a_dateline_is_no_line() {
        let rest = "Updated at 14:05 GMT";
        check(&format!("Fire\n\n{rest}\n"), &format!("Fire\n\nOSLO, Nov 6 (Reuters) — {rest}\n"));
        check(&format!("Fire\n\nOSLO, Nov 6 (Reuters) — {rest}\n"), &format!("Fire\n\n{rest}\n"));
    }

    #[test]
    fn a_quotation_left_open_goes_on_from_the_paragraph_before_it() {
        let (open, closed) = ("“We paid. Nobody came.", "“We paid. Nobody came.”");
        let next = "“They never will,” he said. “No.";
        check(&format!("{open}\n\n{next}\n"), &format!("{closed}\n\n{next}\n"));
        check(&format!("{closed}\n\n{next}\n"), &format!("{open}\n\n{next}\n"));
    }

    #[test]
    fn lines_wrapped_by_hand_are_no_lines_of_a_paragraph() {
        let (first, second) =
            ("The ministry said on Thursday that the road would stay closed", "to trade until the talks in the city end.");
        check(&format!("{first}\n{second}\n"), &format!("{first}\n\n{second}\n"));
        check(&format!("{first}\n\n{second}\n"), &format!("{first}\n{second}\n"));
    }
}
