//! What the version before one has of its words: sentences that stand in both are read once.

use super::words::{Page, Word};
use crate::text::{Document, Span, TokenKind};
use crate::track::version::Prior;

/// The version before one, whose words are known.
pub(super) struct Before<'v> {
    page: &'v Page,
    document: &'v Document<'v>,
    /// Of each sentence of the later version, the one that is the same here.
    same: Vec<Option<usize>>,
}

impl<'v> Before<'v> {
    /// `prior` is the version before `document`, `page` has its words.
    pub(super) fn of(page: &'v Page, prior: &Prior<'v>, document: &Document<'_>) -> Self {
        let mut same = vec![None; document.sentences.len()];
        prior.comparison.same_sentences(prior.document, document).for_each(|(before, after)| same[after] = Some(before));
        Before { page, document: prior.document, same }
    }

    /// The words of sentence `at` of the later version as they stand here, and where the sentence does. Words that are one with those of
    /// another sentence depend on that, and so may a number at the end.
    pub(super) fn sentence(&self, at: usize) -> Option<(&'v [Word], Span)> {
        let here = self.same[at]?;
        let place = self.document.sentences[here].span;
        let words = self.page.within(place);
        let ends_in_number = self.document.tokens_of(here).last().is_some_and(|token| token.kind == TokenKind::Number);
        let is_whole = words.iter().take(1).chain(words.last()).all(|word| place.contains(word.span));
        (is_whole && !ends_in_number).then_some((words, place))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Reader;
    use super::{Before, Page, Prior};
    use crate::diff::compare;
    use crate::text::Document;

    /// The page of a version is the same whether words are taken from the version before or not.
    #[track_caller]
    fn check(from: &str, to: &str) {
        let (reader, documents) = (Reader::default(), [Document::new(from), Document::new(to)]);
        let comparison = compare(&documents[0], &documents[1]);
        let prior = Prior { document: &documents[0], comparison: &comparison, facts: &[] };
        let last = reader.page(&documents[0]);
        let taken = reader.page_after(Some(&Before::of(&last, &prior, &documents[1])), &documents[1]);
        let read = reader.page(&documents[1]);
        let told = |page: &Page| page.all().iter().map(|word| format!("{:?} {} {word:?}", word.span, word.stem())).collect::<Vec<String>>();
        assert_eq!(told(&taken), told(&read), "{to}");
    }

    #[test]
    fn a_sentence_of_both_versions_has_the_words_that_it_has_by_itself() {
        let kept = "He didn't pay 3% of $5m on Monday. The crew stepped down in May.";
        check(&format!("It rained. {kept}"), &format!("{kept} It rained hard. {kept}"));
        // A quotation that another sentence begins or ends.
        check(&format!("“It rained. {kept} It’s over,” she said."), &format!("It rained. {kept} It’s over, she said."));
        check(&format!("“It rained.”\n\n“{kept}\n\n“It’s over,” she said."), &format!("“It rained.\n\n“{kept}\n\n“It’s over,” she said."));
    }

    #[test]
    fn words_that_are_one_over_the_end_of_a_sentence_are_read_again() {
        for [from, to] in [
            ["He paid 5.8m\n\nusers left.", "It rained.\n\nHe paid 5.8m\n\nShe left."],
            ["She will step\n\nDown here it rained.", "She will step\n\nIt rained.\n\nDown here it rained."],
            ["It counts sixty\n\nThousand left.", "It counts sixty\n\nIt rained.\n\nThousand left."],
        ] {
            check(from, to);
            check(to, from);
        }
    }
}
