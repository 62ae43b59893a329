//! Media between the source and the reader.

use super::*;

/// Source and relay of every claim of `text` that came through a medium.
fn relays(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    let shown = |claim: Claim<Span>| Some(format!("{} via {}", claim.source?.name, claim.via?.name));
    findings.claims.into_iter().filter_map(shown).collect()
}

#[test]
fn every_row_of_relays_finds_its_medium_and_only_there() {
    use crate::lexicon::{relays as rows, tsv};
    let mut wrong = Vec::new();
    for [words, _, example, counter] in tsv::rows::<4>(rows::FILE) {
        let (found, none) = (relays(example), relays(counter));
        if found.len() != 1 || !found[0].starts_with("Lee via ") || !none.is_empty() {
            wrong.push(format!("{words}: {example} gives {found:?}; {counter} gives {none:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_medium_between_the_source_and_the_reader_is_told() {
    for (text, want) in [
        ("The dam had cracked in two places, AFP reported, citing police.", "police via AFP"),
        ("AFP reported that the dam had cracked, citing two officials.", "officials via AFP"),
        ("Citing police sources, Reuters said the ferry had sunk.", "police sources via Reuters"),
        ("The Times, citing two officials, said the talks had failed.", "officials via The Times"),
        ("Nine people died, state television said, quoting the interior ministry.", "interior ministry via state television"),
        ("Police told AFP that the dam had cracked.", "police via AFP"),
        ("“The road is open,” the mayor told Reuters by telephone.", "mayor via Reuters"),
        ("The mayor told a local radio station that the road was open.", "mayor via local radio station"),
        ("Lee told CNN’s Anna Bell that the plan was dead.", "Lee via CNN"),
        ("The army said the rebels had fled, state media reported.", "army via state media"),
        ("Reuters quoted a guard as saying that the bridge had fallen.", "guard via Reuters"),
        ("The guard was quoted by Reuters as saying the bridge had fallen.", "guard via Reuters"),
        ("The bishop was quoted as saying by state television that the fair would open.", "bishop via state television"),
        ("The shells came from across the river, Reuters quoted the defence ministry as saying.", "defence ministry via Reuters"),
        ("According to the interior ministry, state television reported, nine people died.", "interior ministry via state television"),
    ] {
        assert_eq!(relays(text), [want], "{text}");
    }
}

#[test]
fn a_figure_that_a_medium_gives_is_by_whom_it_cites() {
    let document = Document::new("At least 12 people died, AFP reported, citing police.");
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    assert_eq!(findings.figures[0].source.as_ref().map(|source| source.name.as_str()), Some("police"));
}

#[test]
fn reporters_in_general_and_media_that_are_spoken_of_are_no_relay() {
    for text in [
        "The mayor told reporters that the road was open.",
        "The mayor told the media that the road was open.",
        "The firm accused the BBC of lying.",
        "AFP reported that the dam had cracked, citing the cost.",
        "The minister said the dam was safe, citing engineers.",
        "The Guardian reported that the dam had cracked.",
    ] {
        assert_eq!(relays(text), [""; 0], "{text}");
    }
}

#[test]
fn a_claim_that_is_passed_on_is_told_once() {
    for text in ["Reuters quoted a guard as saying that the bridge had fallen.", "AFP reported that the dam had cracked, citing police."] {
        let document = Document::new(text);
        let mut findings = crate::claims::extract(&document);
        resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
        assert_eq!(findings.claims.len(), 1, "{text}");
    }
}
