//! Whom the words of a claim mean, on small texts.

use super::*;
use crate::model::{Act, Certainty, Distance, Evidence, Passage, QuoteKind, Rule};

mod bodies;
mod described;
mod names;
mod pronouns;
mod relays;
mod spelling;
mod taken_up;
mod targets;
mod unnamed;

/// A claim whose source is the `nth` (from 0) place of `source` in `text`, its content all that follows.
fn claim(text: &str, source: &str, nth: usize) -> Claim<Span> {
    let at = text.match_indices(source).nth(nth).expect("the source stands in the text").0;
    let span = Span::new(at, at + source.len());
    let mention = Mention { text: source.to_owned(), span: vec![span], name: String::new(), kind: ActorKind::Unnamed };
    Claim {
        id: String::new(),
        act: Act::State,
        source: Some(mention),
        target: None,
        cue: None,
        content: Passage { text: String::new(), span: Vec::new() },
        evidence: Evidence { span },
        quote: QuoteKind::Indirect,
        certainty: Certainty::Asserted,
        distance: Distance::Neutral,
        negated: false,
        topics: Vec::new(),
        answers: None,
        via: None,
        confidence: 1.0,
        rule: Rule::Subject,
    }
}

/// The names that the sources (each the first place of its words) resolve to.
fn names(text: &str, sources: &[&str]) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = Findings { claims: sources.iter().map(|source| claim(text, source, 0)).collect(), ..Findings::default() };
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    // In brackets who is not named, so that no description passes for a name.
    let shown = |mention: &Mention<Span>| {
        if mention.kind == ActorKind::Unnamed { format!("({})", mention.name) } else { mention.name.clone() }
    };
    findings.claims.iter().filter_map(|claim| claim.source.as_ref()).map(shown).collect()
}

/// The targets of the claims of `act` that are found in `text`.
fn targets(text: &str, act: Act) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    let of_act = findings.claims.into_iter().filter(|claim| claim.act == act);
    of_act.map(|claim| claim.target.map_or(String::new(), |target| target.name)).collect()
}
