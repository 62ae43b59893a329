//! One edit of a short text, and the kinds of change that an editor wants to be told of it, by the whole pipeline.
//!
//! A case says what it shows, gives words of the text, what is put in their place and the kinds expected, apart by spaces. All cases that
//! fail are listed.

use crate::{stored, version};

const QUARRY: &str = "Quarry plan splits Ellerby

The council's leader, Joan Marsh, said the town had no plans to sell the quarry. Marsh urged residents to stay calm and promised a vote in May.

Deputy leader Omar Belling accused Stonebrook of cutting corners and demanded a new survey of the north face. The inspectors could not see what lay below the ledge, their report said.

Stonebrook Minerals said that output had fallen by 12 percent. “We have kept every promise,” said Ruth Adeyemi, who runs the site. The foreman, Piet Vos, called the council's figures “a guess, not a count”.

Stonebrook proposed a wall along the lane. The mayor of Ellerby confirmed that the letter was genuine.
";

/// What it shows; the words and what is put in their place; the kinds expected.
type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const CASES: &[Case] = &[
    ("a name cut down to its beginning is the same name", &[("Stonebrook Minerals said", "Stonebrook said")], ""),
    ("what somebody is stands for the name", &[("Marsh urged residents", "The council's leader urged residents")], ""),
    ("two words that are one in the other spelling", &[("12 percent", "12 per cent")], ""),
    (
        "a claim is told by its own words, not by those of the claim beside it",
        &[("demanded a new survey", "demanded a second survey")],
        "reworded",
    ),
    (
        "who is said to speak last speaks first",
        &[(
            "“We have kept every promise,” said Ruth Adeyemi, who runs the site.",
            "Ruth Adeyemi, who runs the site, said: “We have kept every promise.”",
        )],
        "reworded",
    ),
    (
        "a plan that stands at this stage only is softer",
        &[("no plans to sell the quarry", "no plans at this stage to sell the quarry")],
        "softened",
    ),
    ("a plan that is floated is softer than one proposed", &[("Stonebrook proposed a wall", "Stonebrook floated a wall")], "softened"),
    ("who could not see has no doubt", &[("could not see what lay", "had no view of what lay")], "reworded"),
    ("to acknowledge is to confirm in other words", &[("confirmed that the letter", "acknowledged that the letter")], "reworded"),
    (
        "words set in quotation marks are no words altered inside them",
        &[("“a guess, not a count”", "“a guess, not a count” drawn up by “amateurs”")],
        "reworded",
    ),
    (
        "another verb for calling is other words",
        &[("called the council's figures “a guess, not a count”", "described the council's figures as “a guess, not a count”")],
        "reworded",
    ),
    ("half of a name put right wherever it stands is corrected", &[("Omar Belling", "Omar Bellamy")], "corrected"),
];

/// The kinds of change from `QUARRY` to the text with the edits.
fn kinds(edits: &[(&str, &str)]) -> Vec<String> {
    let mut edited = QUARRY.to_owned();
    for (old, new) in edits {
        assert!(edited.contains(old), "{old:?} is not in the text");
        edited = edited.replace(old, new);
    }
    stored(&[version("Gull", 1, "", QUARRY), version("Gull", 2, "", &edited)])
        .changes(None)
        .expect("changes")
        .into_iter()
        .map(|stored| format!("{} ({} → {})", stored.change.kind, stored.change.before, stored.change.after))
        .collect()
}

#[test]
fn one_edit_is_told_as_what_it_is() {
    let mut wrong = Vec::new();
    for (shows, edits, expected) in CASES {
        let told = kinds(edits);
        let kinds: Vec<&str> = told.iter().filter_map(|line| line.split(' ').next()).collect();
        if kinds != expected.split_whitespace().collect::<Vec<&str>>() {
            wrong.push(format!("{shows}: expected [{expected}], told {told:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
