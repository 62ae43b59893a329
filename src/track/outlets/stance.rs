//! Whether a source says that something is so or that it is not, and of what of it.

use super::compare::Compared;
use super::finding::OutletFinding;
use crate::lexicon::closed::{self, Class};
use crate::lexicon::topics::{self, Polarity};
use crate::model::Act;
use crate::track::read::features::Voice;
use crate::track::read::words::Word;

/// Whether the source says that it is so; `None` where that is not plain: demands, offers, a "not" inside what is denied.
pub(super) fn stance(finding: &OutletFinding) -> Option<bool> {
    let lower = finding.content().to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split(|next: char| !next.is_alphanumeric() && next != '\'').filter(|word| !word.is_empty()).collect();
    // "No ferries run" denies where the claim was read as denied.
    let is_no = |word: &str| finding.is_negated() && closed::classes(word).has(Class::Negation);
    let denies = (0..words.len()).any(|at| match topics::polarity(&words[at..]) {
        Some((Polarity::Negation, _)) => true,
        Some((Polarity::Affirms, _)) => false,
        _ => is_no(words[at]),
    });
    match finding.act() {
        Act::Deny => (!denies).then_some(false),
        // "Refused to sell": what it turns down is a deed of its own, which it does not do.
        Act::Reject if words.first() == Some(&"to") => (!denies).then_some(false),
        act if Voice::of(act) != Voice::Says => None,
        _ => (denies == finding.is_negated()).then_some(!denies),
    }
}

/// The one denies a part of what it says ("deadlock and no plan for talks"), of which the other says nothing.
pub(super) fn denies_another(compared: &Compared<'_>, left: usize, right: usize) -> bool {
    let lacks = |at: usize, other: usize| {
        let told = compared.stems(other, at);
        let is_untold = |part: &&[Word]| {
            let roots = part.iter().filter(|word| tells(word)).map(|word| word.root().to_string());
            let (shared, alone): (Vec<String>, Vec<String>) = roots.partition(|root| told.contains(root));
            shared.len() <= alone.len()
        };
        compared.findings[at].is_negated() && denied_parts(&compared.words[at]).is_some_and(|parts| parts.iter().all(is_untold))
    };
    lacks(left, right) || lacks(right, left)
}

/// Of what is joined by "and" or "but" the parts that are denied, where another is not.
fn denied_parts(words: &[Word]) -> Option<Vec<&[Word]>> {
    let denies = |word: &Word| word.classes().has(Class::Negation);
    let parts = words.split(|word| word.classes().has(Class::Conjunction));
    let mut out = Vec::new();
    let (mut is_denied, mut is_in_part) = (false, false);
    for part in parts {
        let told = part.iter().filter(|word| tells(word)).count();
        // "No water or power".
        is_denied = part.iter().any(denies) || is_denied && told <= 1;
        match is_denied {
            true => out.push(part),
            false => is_in_part |= told > 0,
        }
    }
    (is_in_part && !out.is_empty()).then_some(out)
}

fn tells(word: &Word) -> bool {
    !word.is_function && !word.is_calendar
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;
    use crate::track::read::words::{Reader, joined};

    #[test]
    fn what_is_denied_beside_what_is_told_is_known() {
        let reader = Reader::default();
        let denied =
            |text: &str| denied_parts(reader.page(&Document::new(text)).all()).map(|parts| parts.into_iter().map(joined).collect());
        for (text, parts) in [
            ("the pier was shut and no boats ran", Some(vec!["no boats ran".to_owned()])),
            ("no boats ran but the pier was open", Some(vec!["no boats ran".to_owned()])),
            ("the pier was shut and there were no boats or buses", Some(vec!["there were no boats".to_owned(), "buses".to_owned()])),
            ("there were no boats or buses", None),
            ("no boats ran", None),
            ("the pier was shut and the boats lay idle", None),
        ] {
            assert_eq!(denied(text), parts, "{text}");
        }
    }
}
