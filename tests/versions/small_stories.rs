//! Stories of five sentences in six versions, of kinds that the sample story is not: what an editor would want to be told of each edit,
//! and how much of it the whole pipeline tells.
//!
//! An edit puts words in the place of others and names the kinds of change that it should give; a step's changes are compared with
//! them as sets with repetition. A failure lists what was missed and what was told beside.

use crate::{stored, version};

/// Words, what stands in their place from this version on, and the kinds expected, apart by spaces.
type Edit = (&'static str, &'static str, &'static str);

struct Story {
    first: &'static str,
    steps: [&'static [Edit]; 5],
}

const COMPANY: Story = Story {
    first: "Brasel posts record profit

Brasel said on Tuesday that profit rose to 40 million euros in the first quarter. Analysts at Nordhaven Bank warned that the growth would not last. A former manager accused the company of hiding losses in its Lisbon unit. Brasel denied the accusation. The chief executive, Ana Torv, said: “We have nothing to hide.”
",
    steps: [
        &[("40 million euros", "38 million euros", "figure_changed")],
        &[("warned that the growth would not last", "said that the growth might not last", "softened")],
        &[(" Brasel denied the accusation.", "", "dropped")],
        &[("“We have nothing to hide.”", "“We have nothing to fear.”", "quote_changed"), ("Tuesday", "Wednesday", "corrected")],
        &[("Lisbon unit.", "Lisbon unit. Brasel denied the accusation.", "restored")],
    ],
};

const STORM: Story = Story {
    first: "Storm hits the coast

At least 12 people were killed when a storm hit the coast on Monday, police said. The mayor said that the harbour wall had broken. Residents blamed the port authority for the flood. The port authority rejected the criticism. The weather office expects more rain.
",
    steps: [
        &[("At least 12 people", "At least 19 people", "figure_changed")],
        &[("The mayor said", "The fire brigade said", "source_changed")],
        &[("Residents blamed the port authority for the flood.", "Residents blamed the government for the flood.", "target_changed")],
        &[
            ("The port authority rejected the criticism. ", "", "dropped"),
            ("more rain.", "more rain. Volunteers demanded boats from the army.", "added"),
        ],
        &[("At least 19 people", "Some 17 people", "figure_changed")],
    ],
};

const COURT: Story = Story {
    first: "Court hears bribery case

The prosecutor accused Leon Marsk of taking bribes from a builder. Marsk denied the charges. His lawyer said that the case was political. The judge said on Thursday that a verdict would come in June. A witness claimed that he had carried the money in a bag.
",
    steps: [
        &[("denied the charges", "firmly denied the charges", "strengthened")],
        &[("Leon Marsk", "Leon Marks", "corrected"), ("Marsk firmly", "Marks firmly", "")],
        &[("accused Leon Marks of taking", "suggested that Leon Marks had been taking", "softened")],
        &[(" A witness claimed that he had carried the money in a bag.", "", "dropped")],
        &[("come in June.", "come in June. A witness claimed that he had carried the money in a bag.", "restored")],
    ],
};

const ELECTION: Story = Story {
    first: "Votes are counted

The election commission said that turnout reached 61 per cent. The opposition alleged fraud in the northern districts. The government dismissed the allegations as baseless. Observers from the union welcomed the calm. The president promised to accept the result.
",
    steps: [
        &[("61 per cent", "64 per cent", "figure_changed")],
        &[("The president promised", "The president refused", "act_changed")],
        &[("Observers from the union welcomed the calm. ", "", "dropped")],
        &[("the result.", "the result. The opposition demanded a new count.", "added")],
        &[("The government dismissed the allegations as baseless. ", "", "dropped")],
    ],
};

const INJURY: Story = Story {
    first: "Striker leaves the field

The club said that Ivo Renn had hurt his knee. The coach said that Renn would be out for six weeks. Renn's agent denied that he had wanted to leave. Doctors said that an operation was not needed. Supporters demanded an answer from the board.
",
    steps: [
        &[("six weeks", "eight weeks", "figure_changed")],
        &[("Doctors said that an operation was not needed.", "Doctors said that an operation may be needed.", "act_changed")],
        &[("The coach said", "A person close to the club said", "source_changed")],
        &[("hurt his knee", "injured his knee", "reworded")],
        &[
            (" Supporters demanded an answer from the board.", "", "moved"),
            ("The club said", "Supporters demanded an answer from the board. The club said", ""),
        ],
    ],
};

/// The kinds that each step gave.
fn told(story: &Story) -> Vec<Vec<String>> {
    let mut text = story.first.to_owned();
    let mut captures = Vec::new();
    for number in 0..=story.steps.len() {
        if let Some(step) = number.checked_sub(1).map(|at| story.steps[at]) {
            for (old, new, _) in step {
                text = text.replacen(old, new, 1);
            }
        }
        captures.push(version("Gull", number, "", &text));
    }
    let store = stored(&captures);
    let mut steps = vec![Vec::new(); story.steps.len()];
    for stored in store.changes(None).expect("changes") {
        let step = store.snapshot(stored.to).expect("a snapshot").ordinal as usize - 2;
        steps[step].push(stored.change.kind.to_string());
    }
    steps
}

/// Steps that are told wrongly today, with what is missed and what is told beside.
const WRONG: &[(&str, usize, &[&str], &[&str])] = &[
    // A name that is mended is mended in whom the charge is aimed at, too, and that is told again.
    ("court", 2, &[], &["target_changed"]),
    // "hurt" and "injured" count as one wording.
    ("injury", 4, &["reworded"], &[]),
];

#[test]
fn what_an_editor_wants_to_be_told_is_told_and_nothing_else() {
    let mut wrong: Vec<(&str, usize, Vec<&str>, Vec<String>)> = Vec::new();
    for (name, story) in [("company", COMPANY), ("storm", STORM), ("court", COURT), ("election", ELECTION), ("injury", INJURY)] {
        for (step, (mut told, edits)) in (1..).zip(told(&story).into_iter().zip(story.steps)) {
            let mut missed: Vec<&str> = edits.iter().flat_map(|edit| edit.2.split_whitespace()).collect();
            missed.retain(|kind| match told.iter().position(|told| told == kind) {
                Some(at) => {
                    told.remove(at);
                    false
                }
                None => true,
            });
            if !missed.is_empty() || !told.is_empty() {
                wrong.push((name, step, missed, told));
            }
        }
    }
    let known = WRONG.iter().map(|(name, step, missed, beside)| {
        (*name, *step, missed.to_vec(), beside.iter().map(|kind| (*kind).to_owned()).collect::<Vec<_>>())
    });
    assert_eq!(wrong, known.collect::<Vec<_>>(), "story, step, missed, told beside; take out of WRONG what is right now");
}
