//! How many imports it took makes no difference: one import of many versions, many imports of one, and a rebuild store the same rows.

use std::fmt::Write as _;

use sayso::decisions::{self, Label, Ruler, Verdict};
use sayso::lexicon::World;
use sayso::model::{Act, Capture};
use sayso::pipeline::Pipeline;
use sayso::store::{ClaimFilter, Store, TableDigest};

use crate::import;

/// Versions of two outlets' reports in the order of their times: claims come, go, come back, pass to others, are denied and owned up to.
fn versions() -> Vec<Capture> {
    let sentences = [
        "The harbour union accused the port authority of hiding the inspection report.",
        "The port authority denied the accusation.",
        "At least 12 dockers were injured on Monday, the clinic said.",
        "At least 14 dockers were injured on Monday, the clinic said.",
        "“The crane was safe,” said Ruth Alder, who runs the quay.",
        "“The crane was quite safe,” said Ruth Alder, who runs the quay.",
        "Talks on the quay were suspended.",
        "Talks on the quay will resume on Friday.",
        "The mayor demanded an inquiry into the crane.",
        "The ministry rejected the demand for an inquiry into the crane.",
        "Two officials said the crane had been checked in March.",
        "Correction: An earlier version of this article gave the number of injured dockers as 12. It is 14.",
    ];
    let mut dice = 5_u64;
    let mut die = |sides: usize| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        (dice % sides as u64) as usize
    };
    let mut standing = [[false; 12]; 2];
    (0..36)
        .map(|number| {
            let outlet = number % 2;
            (0..3).for_each(|_| standing[outlet][die(sentences.len())] ^= true);
            let mut text = String::from("Crane on the quay stands still\n");
            sentences.iter().zip(standing[outlet]).filter(|(_, stands)| *stands).for_each(|(sentence, _)| {
                let _ = write!(text, "\n{sentence}\n");
            });
            Capture {
                origin: format!("v{number}.txt"),
                media_type: "text/plain".to_owned(),
                raw: format!("{number}\n{text}").into_bytes(),
                outlet: Some(["Quay Post", "Docks Daily"][outlet].to_owned()),
                captured_at: Some(60 * number as i64),
                text,
                ..Capture::default()
            }
        })
        .collect()
}

fn rows(store: &Store) -> Vec<TableDigest> {
    store.derivations_digest().expect("a sound store")
}

fn one_by_one(captures: &[Capture]) -> Store {
    let mut store = Store::in_memory().expect("a store");
    captures.iter().for_each(|capture| import(&mut store, std::slice::from_ref(capture)));
    store
}

#[test]
fn many_imports_of_one_version_give_the_rows_of_one_import_of_many_and_of_a_rebuild() {
    let captures = versions();
    let mut at_once = Store::in_memory().expect("a store");
    import(&mut at_once, &captures);
    let told = at_once.changes(None).expect("changes");
    let kinds: std::collections::BTreeSet<&str> = told.iter().map(|stored| stored.change.kind.as_str()).collect();
    assert!(["added", "dropped", "restored", "figure_changed", "corrected"].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
    let mut apart = one_by_one(&captures);
    assert_eq!(rows(&apart), rows(&at_once));
    Pipeline::default().rebuild(&mut apart).expect("a sound store");
    assert_eq!(rows(&apart), rows(&at_once));
    let halves = {
        let mut store = Store::in_memory().expect("a store");
        captures.chunks(7).for_each(|some| import(&mut store, some));
        store
    };
    assert_eq!(rows(&halves), rows(&at_once));
}

#[test]
fn a_notice_owns_up_to_the_same_changes_of_this_import_and_of_earlier_ones() {
    let texts = [
        "Lee suggested the ferry carried 40 lorries, 7 buses and 12 cars.",
        "Lee alleged the ferry carried 52 lorries, 9 buses and 15 cars.",
        "Lee alleged the ferry carried 52 lorries, 9 buses and 15 cars.\n\nCorrection: Lee alleged it. He was wrongly said to have suggested it.",
    ];
    let captures: Vec<Capture> =
        texts.iter().zip(1..).map(|(text, hour)| crate::version("Gull", hour, "", &format!("Ferry\n\n{text}\n"))).collect();
    let mut at_once = Store::in_memory().expect("a store");
    import(&mut at_once, &captures);
    assert!(at_once.changes(None).expect("changes").iter().any(|stored| stored.owned_in.is_some()));
    assert_eq!(rows(&one_by_one(&captures)), rows(&at_once));
}

#[test]
fn a_version_that_takes_its_place_before_others_makes_the_story_be_followed_again() {
    let mut captures = versions();
    captures.swap(9, 30);
    captures.swap(4, 20);
    let mut store = one_by_one(&captures);
    let stored = rows(&store);
    Pipeline::default().rebuild(&mut store).expect("a sound store");
    assert_eq!(rows(&store), stored);
}

#[test]
fn decisions_bear_on_versions_that_come_later() {
    let captures = versions();
    let mut store = one_by_one(&captures[..18]);
    let claims = store.claims(&ClaimFilter::default()).expect("claims");
    let with = |words: &str| claims.iter().find(|stored| stored.found.content.text.contains(words)).expect("such a claim").found.id.clone();
    let item = |store: &Store, id: &str| decisions::item(&decisions::items(store, None).expect("items"), id).expect("one item").clone();
    let rulings = [
        (with("hiding the inspection"), Verdict::Reject),
        (with("checked in March"), Verdict::Relabel(Label::Act(Act::Confirm))),
        (with("crane was safe"), Verdict::Merge(Box::new(item(&store, &with("an inquiry"))))),
    ];
    for (id, verdict) in rulings {
        let ruler = Ruler { who: "ed".to_owned(), why: None };
        let ruled = item(&store, &id);
        decisions::decide(World::builtin(), &mut store, &ruled, &verdict, &ruler, 0).expect("a decision");
    }
    captures[18..].iter().for_each(|capture| import(&mut store, std::slice::from_ref(capture)));
    let stored = rows(&store);
    Pipeline::default().rebuild(&mut store).expect("a sound store");
    assert_eq!(rows(&store), stored);
}
