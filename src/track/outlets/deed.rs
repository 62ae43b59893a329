//! Contrary deeds of one doer: "Renn bought the mill", "Renn sold the mill"; "profits rose", "profits fell".
//!
//! Where one buys what another sells it is one deed, told from two sides: so only words behind one subject are read as contrary.
//!
//! Known failure: "the mill was sold", "the mill was bought" are read as two deeds, since both have one subject.

use std::ops::Range;

use crate::lexicon::wording::are_opposite;
use crate::track::read::words::Word;

/// The words of a sentence that stand near a figure.
pub(super) struct Deed<'w> {
    told: &'w [Word],
    near: Range<usize>,
}

/// Words by which the contrary is said.
pub(super) struct Contrary {
    pub(super) words: (String, String),
    /// They say which way something went.
    pub(super) is_trend: bool,
}

impl<'w> Deed<'w> {
    pub(super) fn new(told: &'w [Word], near: Range<usize>) -> Deed<'w> {
        Deed { told, near }
    }

    /// The contrary words behind one subject, neither of which both have.
    pub(super) fn contrary(one: &Deed<'_>, other: &Deed<'_>) -> Option<Contrary> {
        let has = |deed: &Deed<'_>, word: &Word| deed.told.iter().any(|there| there.root() == word.root());
        // Who has "climbed" beside "fell" lacks no "rose".
        let goes_that_way = |deed: &Deed<'_>, word: &Word, not: &Deed<'_>| {
            trend(word).is_some() && deed.told.iter().any(|there| trend(there) == trend(word) && !has(not, there))
        };
        let lacks = |deed: &Deed<'_>, word: &Word, not: &Deed<'_>| !has(deed, word) && !goes_that_way(deed, word, not);
        for was in one.words().filter(|was| lacks(other, &one.told[*was], one)) {
            for is in other.words().filter(|is| lacks(one, &other.told[*is], other)) {
                let is_trend = are_two_ways(&one.told[was], &other.told[is]);
                if (is_trend || are_contrary(&one.told[was], &other.told[is])) && have_one_subject(&one.told[..was], &other.told[..is]) {
                    let words = (one.told[was].form.to_string(), other.told[is].form.to_string());
                    return Some(Contrary { words, is_trend });
                }
            }
        }
        None
    }

    fn words(&self) -> impl Iterator<Item = usize> {
        let tells = |word: &Word| !word.is_name && !word.is_count && (!word.is_function || trend(word).is_some());
        self.near.clone().filter(move |at| tells(&self.told[*at]))
    }
}

/// Which way it says that something went.
fn trend(word: &Word) -> Option<&'static str> {
    word.wording().trend
}

/// The one went up, the other down.
pub(super) fn are_two_ways(was: &Word, is: &Word) -> bool {
    trend(was).zip(trend(is)).is_some_and(|(was, is)| was != is)
}

fn are_contrary(was: &Word, is: &Word) -> bool {
    are_opposite(was.lower(), is.lower()) || are_opposite(was.root(), is.root())
}

/// Something is told before both words that is the same; or nothing before one.
fn have_one_subject(left: &[Word], right: &[Word]) -> bool {
    let content = |words: &'_ [Word]| {
        words.iter().filter(|word| !word.is_function && !word.is_count).map(|word| word.root().clone()).collect::<Vec<_>>()
    };
    let (left, right) = (content(left), content(right));
    left.is_empty() || right.is_empty() || left.iter().any(|root| right.contains(root))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::Reader;

    /// The contrary words, and whether they say which way something went.
    fn contrary(left: &str, right: &str) -> Option<(String, String, bool)> {
        let reader = Reader::default();
        let [left, right] = [left, right].map(|text| reader.page(&Document::new(text)).all().to_vec());
        let found = Deed::contrary(&Deed::new(&left, 0..left.len()), &Deed::new(&right, 0..right.len()));
        found.map(|found| (found.words.0, found.words.1, found.is_trend))
    }

    #[test]
    fn deeds_of_one_doer_are_contrary_and_two_sides_of_one_deed_are_not() {
        let found = |was: &str, is: &str, is_trend| Some((was.to_owned(), is.to_owned(), is_trend));
        for (left, right, wanted) in [
            ("Renn bought the mill", "Renn sold the mill", found("bought", "sold", false)),
            ("profits climbed by 4%", "profits slid by 4%", found("climbed", "slid", true)),
            ("prices went up by 4%", "prices went down by 4%", found("up", "down", true)),
            ("Renn bought the mill", "Colby sold the mill", None),
            ("shares rose 4%", "shares climbed 4% as oil fell", None),
            ("shares rose as oil fell", "oil fell as shares rose", None),
        ] {
            assert_eq!(contrary(left, right), wanted, "{left} / {right}");
        }
    }
}
