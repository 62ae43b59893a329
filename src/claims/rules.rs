//! The table of rules: how sure a claim is that each finds, and what each is known to get wrong.
//!
//! What a rule is stands with [`Rule`]; how the patterns among them are tried is for `frame`.

use crate::model::Rule;

/// A row of the table.
#[cfg_attr(not(test), allow(dead_code, reason = "the tests below hold each row to its place and its failure"))]
struct Row {
    /// The rule.
    rule: Rule,
    /// How sure a claim that it finds is, 0 to 1.
    confidence: f64,
    /// A text that it gets wrong, and what it makes of it: `source | cue | content | act`.
    failure: [&'static str; 2],
}

const fn row(rule: Rule, confidence: f64, text: &'static str, wrong: &'static str) -> Row {
    Row { rule, confidence, failure: [text, wrong] }
}

/// Every rule, in the order of [`Rule::ALL`].
const RULES: &[Row] = &[
    row(Rule::AccordingTo, 0.8, "The work was done according to plan.", "plan | according to | The work was done | state"),
    row(Rule::Brought, 0.8, "Lee repeated the claim that it leaked.", "Lee | repeated the claim | that it leaked | state"),
    row(Rule::Noun, 0.8, "China's demand for oil rose.", "China | demand for | oil | demand"),
    row(Rule::Relayed, 0.8, "Reuters quoted him as saying, by phone, that it rained.", "him | quoted | by phone, that it rained | state"),
    row(Rule::Passive, 0.8, "The delay was blamed on the weather.", " | was blamed | The delay … on the weather | accuse"),
    row(Rule::Raised, 0.8, "Lee appears to cheers.", " | appears | Lee … to cheers | state"),
    row(Rule::Adverb, 0.8, "Police found an allegedly stolen car.", " | allegedly | an … stolen car | accuse"),
    row(Rule::Asked, 0.8, "Asked to wait, he left.", " | Asked | to wait | demand"),
    row(Rule::Subject, 0.8, "Officials in towns hit hard said the road was shut.", "hard | said | the road was shut | state"),
    row(Rule::Leading, 0.8, "Having denied the charge, the trial of Lee began.", "the trial of Lee | Having denied | the charge | deny"),
    row(Rule::Inverted, 0.8, "“Go,” said Bo to Lee.", "Bo to Lee | said | “Go,” | state"),
    row(Rule::Colon, 0.7, "Tickets: “Free for all”", "Tickets | : | “Free for all” | state"),
    row(Rule::Turn, 0.7, "Title\n\nANN LEE: It rained.\n\nOMAR DAUD: It snowed.\n\nNEWS: Hail.", "NEWS | : | Hail | state"),
    row(Rule::Signed, 0.7, "Title\n\nThe answer was “We Will Rock You” – Queen", "Queen | – | “We Will Rock You” | state"),
    row(Rule::Ascribed, 0.6, "Storm shut roads – Monday\n\nIt rained.", "Monday | – | Storm shut roads | state"),
    row(Rule::Introduced, 0.6, "The box held one thing: “The Art of War and More”.", "The box | : | “The Art of War and More” | state"),
    // It stands on a sign.
    row(Rule::Beside, 0.6, "Al Wynn, 81, came. “Keep out of it at night.”", "Al Wynn, 81 | “ | “Keep out of it at night.” | state"),
    // Somebody else says it, and is not named.
    row(Rule::CarriedOver, 0.6, "Title\n\n“It fell,” Lee said.\n\n“No rain came.”", "Lee | “ | “No rain came.” | state"),
    // What they charge is not told, and so the charge stands for itself.
    row(Rule::OwnedCharge, 0.6, "The firm denied the union's charge.", "the union | charge | the union's charge | accuse"),
    row(Rule::Parsed, 0.6, "Her daughter likes to sing.", "Her daughter | likes | to sing | welcome"),
    // That it rose was never wrong.
    row(
        Rule::Correction,
        0.7,
        "Title\n\nCorrection: It misstated it. It fell. It rose.",
        "narrator | Correction | It fell. It rose. | confirm",
    ),
    row(Rule::Status, 0.7, "Title\n\nThe play “The border is closed” opened.", "narrator | - | The border is closed | state"),
];

/// How sure a claim is that `rule` finds, 0 to 1.
pub(super) fn confidence(rule: Rule) -> f64 {
    RULES[rule as usize].confidence
}

#[cfg(test)]
mod tests {
    use super::super::extract_parsed;
    use super::super::tests::line;
    use super::*;
    use crate::lexicon::knowledge::Knowledge;
    use crate::syntax::{Model, Parser};
    use crate::text::Document;

    #[test]
    fn every_rule_is_in_its_place_and_still_fails_as_its_row_says() {
        assert!(RULES.iter().map(|row| &row.rule).eq(Rule::ALL));
        for Row { rule, failure: [text, wrong], .. } in RULES {
            let parser = (*rule == Rule::Parsed).then(|| Model::builtin() as &dyn Parser);
            let claims = extract_parsed(&Knowledge::builtin(), parser, &Document::new(text)).claims;
            let found: Vec<String> = claims.iter().filter(|claim| claim.rule == *rule).map(line).collect();
            assert!(found.contains(&(*wrong).to_owned()), "{rule}: {text}\n{found:?}");
        }
    }
}
