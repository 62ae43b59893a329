//! Numbers that really came or went: what left one sentence and stands in another has gone nowhere, and what came with a sentence that
//! was added has come.
//!
//! A number is known again by its value and the word behind it. Known failure: "12 miners" that became "12 of the miners" is another.

use rustc_hash::FxHashSet;

use super::mention::{Known, Passage, Sort};
use super::{Fact, FactKind};
use crate::diff::{Link, LinkKind};
use crate::lexicon::numbers;
use crate::text::{Document, Span, Token, TokenKind, lower_case};

/// What a number is known again by, if one stands at `at` of `tokens`.
pub(super) fn known_by(document: &Document<'_>, tokens: &[Token], at: usize) -> Option<(String, String)> {
    let token = tokens.get(at)?;
    let value = match token.kind {
        TokenKind::Number => document.slice(token.span).to_lowercase().replace([',', '\u{a0}', '\u{202f}', '\u{2009}'], ""),
        TokenKind::Word => {
            let lower = lower_case(document.slice(token.span));
            numbers::in_words(&lower).filter(|_| numbers::is_cardinal(&lower))?.0.to_string()
        }
        _ => return None,
    };
    let next = tokens.get(at + 1).filter(|next| next.is_wordlike()).map_or(String::new(), |next| document.slice(next.span).to_lowercase());
    Some((value, next))
}

/// Takes out of `out` what stands elsewhere in the other text, and adds the numbers of sentences that came or went.
pub(super) fn settle(documents: (&Document<'_>, &Document<'_>), links: &[Link], known: &Known<'_>, out: &mut Vec<Fact>) {
    let stands = |document: &Document<'_>, span: Span, in_new: bool| {
        // A sentence by itself, as `Known` reads it: its neighbours may have no tokens.
        let tokens = document.sentence_at(span.start()).map_or(&[][..], |at| document.tokens_of(at));
        let inside = (0..tokens.len()).filter(|at| span.contains(tokens[*at].span));
        let number = inside.into_iter().find_map(|at| known_by(document, tokens, at));
        number.is_some_and(|number| known.has_number(&number, in_new))
    };
    out.retain(|fact| match (fact.kind, fact.old, fact.new) {
        (FactKind::Number, Some(old), None) => !stands(documents.0, old, true),
        (FactKind::Number, None, Some(new)) => !stands(documents.1, new, false),
        _ => true,
    });
    // Only `neighbours` told of these sentences, with the mentions' own spans.
    let place = |span: Span| (span.start(), span.end());
    let told: [FxHashSet<(usize, usize)>; 2] =
        [out.iter().filter_map(|fact| fact.old).map(place).collect(), out.iter().filter_map(|fact| fact.new).map(place).collect()];
    let mut added: FxHashSet<String> = FxHashSet::default();
    for link in links.iter().filter(|link| !link.furniture) {
        let (document, sentences, told, is_new) = match link.kind {
            LinkKind::Removed => (documents.0, &link.from, &told[0], false),
            LinkKind::Added => (documents.1, &link.to, &told[1], true),
            _ => continue,
        };
        for mention in sentences.iter().flat_map(|at| Passage::new(document, document.token_range(*at), known).mentions()) {
            let counts = mention.sort == Sort::Number && !mention.leans && (mention.has_unit || mention.noun.is_some());
            let is_told = || told.contains(&place(mention.span));
            let mut again = || !added.insert(format!("{is_new} {} {}", mention.key, mention.counted));
            if counts && !is_told() && !stands(document, mention.span, !is_new) && !again() {
                let (old, new) = if is_new { (None, Some(mention.span)) } else { (Some(mention.span), None) };
                out.push(Fact { kind: FactKind::Number, old, new });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diff::{compare, facts};
    use crate::text::Document;

    /// The numbers that changed, as "old > new".
    fn numbers(from: &str, to: &str) -> Vec<String> {
        let (from, to) = (Document::new(from), Document::new(to));
        let found = facts(&from, &to, &compare(&from, &to));
        let side = |document: &Document<'_>, span: Option<crate::text::Span>| span.map_or("", |span| span.of(document.text)).to_owned();
        found.iter().map(|fact| format!("{} > {}", side(&from, fact.old), side(&to, fact.new))).collect()
    }

    #[test]
    fn a_number_that_left_its_sentence_and_stands_elsewhere_is_not_gone() {
        let from = "The kiln burned for 40 hours, killing 12 miners. It rained.";
        let to = "The kiln burned for 40 hours. It rained. A bishop wept for the 12 miners at the gate.";
        assert_eq!(numbers(from, to), Vec::<String>::new());
        assert_eq!(numbers(from, "The kiln burned for 40 hours. It rained."), ["12 > "]);
    }

    #[test]
    fn numbers_of_sentences_that_came_or_went_are_told() {
        let old = "It rained in Oslo.";
        assert_eq!(numbers(old, "It rained in Oslo. Wardens found 14 leaks in the lock."), [" > 14"]);
        assert_eq!(numbers("It rained in Oslo. Wardens found 14 leaks in the lock.", old), ["14 > "]);
    }

    #[test]
    fn a_number_at_the_end_of_a_sentence_is_known_without_the_next_one() {
        let (from, to) = ("The lock leaks. It rained.", "The lock leaks. Wardens paid $40\n\nIt rained.");
        assert_eq!(numbers(from, to), [" > $40"]);
        assert_eq!(crate::diff::compare_texts(from, to).facts.len(), 1);
        let (from, to) = ("Wardens paid $40\n\nIt rained. The lock leaks.", "The lock leaks. The fee is $40.\n\nIt rained.");
        assert_eq!(crate::diff::compare_texts(from, to).facts.len(), numbers(from, to).len());
    }

    #[test]
    fn a_unit_that_ends_its_sentence_ends_with_it() {
        assert_eq!(numbers("The truce held.", "The truce held. At least 62 p-e\n\nHe left."), [" > At least 62 p-e"]);
    }

    #[test]
    fn no_number_of_people_becomes_one_of_things() {
        let from = "Calder Dairy, a unit of Alder Foods, according to two people there.";
        let found = numbers(from, "Calder Dairy, a unit of Alder Foods, recalled 16,000 packs there.");
        assert!(!found.iter().any(|fact| fact.starts_with("two") && fact.contains("16,000")), "{found:?}");
        assert_eq!(numbers("The fire burned 12 homes there.", "The fire burned 14 homes there."), ["12 > 14"]);
    }

    #[test]
    fn one_of_several_is_no_number() {
        assert_eq!(numbers("The firm named 40 crew, every one of whom had a ticket.", "The firm named 40 crew."), Vec::<String>::new());
        assert_eq!(numbers("The bomb hurt one of the guards.", "The bomb hurt two of the guards."), ["one > two"]);
    }
}
