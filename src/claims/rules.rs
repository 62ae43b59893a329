//! How sure a claim is that each rule finds, and what each is known to get wrong: the table of the tests below.
//!
//! What a rule is stands with [`Rule`]; how the patterns among them are tried is for `frame`.

use crate::model::Rule;

/// How sure a claim is that `rule` finds, 0 to 1.
pub(super) fn confidence(rule: Rule) -> f64 {
    match rule {
        Rule::AccordingTo
        | Rule::Brought
        | Rule::Noun
        | Rule::Relayed
        | Rule::Passive
        | Rule::Raised
        | Rule::Adverb
        | Rule::Asked
        | Rule::Subject
        | Rule::Leading
        | Rule::Inverted => 0.8,
        Rule::Colon | Rule::Turn | Rule::Signed | Rule::Correction | Rule::Status => 0.7,
        Rule::Ascribed | Rule::Introduced | Rule::Beside | Rule::CarriedOver | Rule::OwnedCharge | Rule::Parsed => 0.6,
    }
}

#[cfg(test)]
mod tests {
    use super::super::extract_parsed;
    use super::super::tests::line;
    use super::*;
    use crate::lexicon::knowledge::Knowledge;
    use crate::syntax::{Model, Parser};
    use crate::text::Document;

    /// What each rule is known to get wrong, in the order of [`Rule::ALL`]: a text, and what is made of it,
    /// `source | cue | content | act`.
    const FAILURES: &[(Rule, &str, &str)] = &[
        (Rule::AccordingTo, "The work was done according to plan.", "plan | according to | The work was done | state"),
        (Rule::Brought, "Lee repeated the claim that it leaked.", "Lee | repeated the claim | that it leaked | state"),
        (Rule::Noun, "China's demand for oil rose.", "China | demand for | oil | demand"),
        (Rule::Relayed, "Reuters quoted him as saying, by phone, that it rained.", "him | quoted | by phone, that it rained | state"),
        (Rule::Passive, "The delay was blamed on the weather.", " | was blamed | The delay … on the weather | accuse"),
        (Rule::Raised, "Lee appears to cheers.", " | appears | Lee … to cheers | state"),
        (Rule::Adverb, "Police found an allegedly stolen coat.", " | allegedly | an … stolen coat | accuse"),
        (Rule::Asked, "Asked to wait, he left.", " | Asked | to wait | demand"),
        (Rule::Subject, "Officials in towns hit hard said the road was shut.", "hard | said | the road was shut | state"),
        (Rule::Leading, "Having denied the charge, the trial of Lee began.", "the trial of Lee | Having denied | the charge | deny"),
        (Rule::Inverted, "“Go,” said Bo to Lee.", "Bo to Lee | said | “Go,” | state"),
        (Rule::Colon, "Tickets: “Free for all”", "Tickets | : | “Free for all” | state"),
        (Rule::Turn, "Title\n\nANN LEE: It rained.\n\nOMAR DAUD: It snowed.\n\nNEWS: Hail.", "NEWS | : | Hail | state"),
        (Rule::Signed, "Title\n\nThe answer was “We Will Rock You” – Queen", "Queen | – | “We Will Rock You” | state"),
        (Rule::Ascribed, "Storm shut roads – Monday\n\nIt rained.", "Monday | – | Storm shut roads | state"),
        (Rule::Introduced, "The box held one thing: “The Art of War and More”.", "The box | : | “The Art of War and More” | state"),
        // It stands on a sign.
        (Rule::Beside, "Al Wynn, 81, came. “Keep out of it at night.”", "Al Wynn, 81 | “ | “Keep out of it at night.” | state"),
        // Somebody else says it, and is not named.
        (Rule::CarriedOver, "Title\n\n“It fell,” Lee said.\n\n“No rain came.”", "Lee | “ | “No rain came.” | state"),
        // What they charge is not told, and so the charge stands for itself.
        (Rule::OwnedCharge, "The firm denied the union's charge.", "the union | charge | the union's charge | accuse"),
        (Rule::Parsed, "Her daughter likes to sing.", "Her daughter | likes | to sing | welcome"),
        // That it rose was never wrong.
        (
            Rule::Correction,
            "Title\n\nCorrection: It misstated it. It fell. It rose.",
            "narrator | Correction | It fell. It rose. | confirm",
        ),
        (Rule::Status, "Title\n\nThe play “The border is closed” opened.", "narrator | - | The border is closed | state"),
    ];

    #[test]
    fn every_rule_is_in_its_place_and_still_fails_as_its_row_says() {
        assert!(FAILURES.iter().map(|(rule, ..)| rule).eq(Rule::ALL));
        for (rule, text, wrong) in FAILURES {
            let parser = (*rule == Rule::Parsed).then(|| Model::builtin() as &dyn Parser);
            let claims = extract_parsed(&Knowledge::builtin(), parser, &Document::new(text)).claims;
            let found: Vec<String> = claims.iter().filter(|claim| claim.rule == *rule).map(line).collect();
            assert!(found.contains(&(*wrong).to_owned()), "{rule}: {text}\n{found:?}");
        }
    }
}
