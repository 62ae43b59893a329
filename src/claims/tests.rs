//! Claims of small texts, one line each: `source | cue | content | act`. Wrong answers of today are pinned in `known_failures`.

use super::extract;
use crate::lexicon::cues::{self, Part};
use crate::model::{Claim, QuoteKind};
use crate::text::{Document, Span};

fn claims(text: &str) -> Vec<Claim<Span>> {
    extract(&Document::new(text)).claims
}

fn lines(text: &str) -> Vec<String> {
    claims(text)
        .iter()
        .map(|claim| {
            let source = claim.source.as_ref().map_or("narrator", |source| source.text.as_str());
            let cue = claim.cue.as_ref().map_or("-", |cue| cue.text.as_str());
            format!("{source} | {cue} | {} | {}", claim.content.text, claim.act)
        })
        .collect()
}

#[track_caller]
fn check_claims(text: &str, expected: &[&str]) {
    assert_eq!(lines(text), expected, "{text}");
}

/// The cue's words stand in the claim's cue: the head in any form, the rest as written.
fn is_found(claims: &[Claim<Span>], cue: &cues::Cue) -> bool {
    claims.iter().any(|claim| {
        let words = claim.cue.as_ref().map_or(String::new(), |cue| cue.text.to_lowercase());
        let rest = cue.rest.join(" ");
        claim.act == cue.act && words.ends_with(&rest) && (!rest.is_empty() || shares_stem(&words, cue))
    })
}

fn shares_stem(words: &str, cue: &cues::Cue) -> bool {
    let last = words.split(' ').next_back().unwrap_or_default();
    let word = crate::lexicon::words::look_up(last);
    cue.part == Part::Mark || word.cues().iter().any(|row| cues::all()[usize::from(*row)].head == cue.head)
}

#[test]
fn every_cue_is_found_in_its_example_and_not_in_its_counter_example() {
    for cue in cues::all() {
        assert!(is_found(&claims(cue.example), cue), "{}: {} gives {:?}", cue.wording, cue.example, lines(cue.example));
        assert!(!is_found(&claims(cue.counter), cue), "{}: {} gives {:?}", cue.wording, cue.counter, lines(cue.counter));
    }
}
