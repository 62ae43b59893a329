//! Names, dates and ages put right.

use sayso::diff::{self, Fact, FactKind};
use sayso::model::{Act, ActorKind, ChangeKind, Findings, NoticeState};
use sayso::text::{Document, Span};
use sayso::track::{Prior, Tracker, Version};

use crate::draft::{changes, draft, kinds, led};

#[test]
fn a_name_mended_without_a_word_is_corrected_and_silent() {
    let told = changes(&[led("Pavel Horak"), led("Petr Novak")]);
    assert_eq!(told.iter().map(|change| (change.kind, change.notice)).collect::<Vec<_>>(), [(ChangeKind::Corrected, NoticeState::Silent)]);
}

#[test]
fn a_name_mended_in_a_sentence_without_a_speaker_is_corrected() {
    let (old, new) = ("Fire\n\nThe mill in Lidsburg burned down on Sunday.\n", "Fire\n\nThe mill in Ladsburg burned down on Sunday.\n");
    let (before, after) = (Document::new(old), Document::new(new));
    let comparison = diff::compare(&before, &after);
    let at = Span::new(old.find("Lidsburg").expect("a place"), old.find(" burned").expect("a verb"));
    let facts = [Fact { kind: FactKind::Place, old: Some(at), new: Some(at) }];
    let found = Findings::default();
    let mut tracker = Tracker::new();
    let version = |document, prior| Version { report: 0, key: "", document, findings: &found, prior, note: None };
    tracker.push(&version(&before, None));
    let prior = Prior { document: &before, comparison: &comparison, facts: &facts };
    let told = tracker.push(&version(&after, Some(prior))).changes;
    assert_eq!(told.iter().map(|change| (change.kind, change.after.as_str())).collect::<Vec<_>>(), [(ChangeKind::Corrected, "Ladsburg")]);
}

#[test]
fn a_date_mended_in_two_places_is_told_once() {
    let text = |day: &str| draft(&format!("Opening on {day} May\n\nThe gates open on {day} May at noon.\n"));
    assert_eq!(kinds(&[text("3"), text("4")]), [ChangeKind::Corrected]);
}

#[test]
fn a_name_put_right_in_several_claims_is_told_once() {
    let text = |name: &str| {
        format!(
            "Dam\n\nThe mayor said that {name} had opened the upper gate.\n\nThe council warned that {name} would close the lower lock.\n"
        )
    };
    let version = |name: &str| {
        let draft = draft(&text(name));
        let claims = [
            (Act::State, "The mayor", "said", "had opened the upper gate."),
            (Act::Warn, "The council", "warned", "would close the lower lock."),
        ];
        claims
            .into_iter()
            .fold(draft, |draft, (act, source, verb, rest)| draft.claim(act, source, "", &format!("{source} {verb} that {name} {rest}")))
    };
    assert_eq!(kinds(&[version("Ilse Brandt"), version("Ilse Vogel")]), [ChangeKind::Corrected]);
}

#[test]
fn another_age_is_a_slip_put_right() {
    let version = |age: &str| {
        let evidence = format!("Doctors said that a {age}-year-old boy had been treated for burns to his hands.");
        draft(&format!("Fire\n\n{evidence}\n")).claim(Act::State, "Doctors", "", &evidence)
    };
    let told = changes(&[version("11"), version("12")]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Corrected]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("11", "12"));
}

#[test]
fn another_time_of_day_is_a_fact_put_right_and_no_figure() {
    for (was, is) in [("1:42 a.m.", "2:14 a.m."), ("6 a.m.", "7 a.m."), ("18:05", "19:05")] {
        let version = |time: &str| {
            let evidence = format!("Warden Holt said that a message went to every phone in the valley at {time} on the day.");
            draft(&format!("Flood\n\n{evidence}\n")).claim(Act::State, "Warden Holt", "", &evidence).cue("said")
        };
        assert_eq!(kinds(&[version(was), version(is)]), [ChangeKind::Corrected], "{was}");
    }
}

#[test]
fn a_relative_put_for_another_is_a_fact_put_right() {
    let version = |relative: &str| {
        let evidence = format!("Counsel Ruiz said that the land had come from an {relative} of the mayor in the spring.");
        draft(&format!("Land\n\n{evidence}\n")).claim(Act::State, "Counsel Ruiz", "", &evidence).cue("said")
    };
    assert_eq!(kinds(&[version("aunt"), version("uncle")]), [ChangeKind::Corrected]);
    let nobodys = |relative: &str| draft(&format!("Land\n\nThe land had come from an {relative}.\n"));
    assert_eq!(kinds(&[nobodys("aunt"), nobodys("uncle")]), [ChangeKind::Corrected]);
}

#[test]
fn yesterday_in_a_text_of_another_day_is_no_other_date() {
    let version = |day: &str| draft(&format!("Trial\n\nThe jury heard the last of nine witnesses {day} and went home.\n"));
    assert_eq!(kinds(&[version("yesterday"), version("on Tuesday")]), []);
    assert_eq!(kinds(&[version("on Monday"), version("on Tuesday")]), [ChangeKind::Corrected]);
}

#[test]
fn another_post_before_the_same_name_is_a_fact_put_right() {
    let version = |post: &str| {
        let evidence = format!("{post} Ann Brook warned of heavy losses.");
        let draft = draft(&format!("Milk\n\n{evidence}\n")).claim(Act::Warn, &format!("{post} Ann Brook=Ann Brook"), "", &evidence);
        draft.by(ActorKind::Person).cue("warned").saying("of heavy losses")
    };
    let kinds = |was: &str, is: &str| kinds(&[version(was), version(is)]);
    assert_eq!(kinds("The dairy's chairman,", "The dairy's chief executive,"), [ChangeKind::Corrected]);
    assert_eq!(kinds("Commander", "Cmdr"), []);
    assert_eq!(kinds("The dairy's chairman,", "Ms"), []);
}

#[test]
fn a_name_in_what_is_told_of_the_speaker_is_a_fact() {
    let version = |told: &str| {
        let evidence = format!("Ann Brook, {told}, warned of heavy losses.");
        let draft = draft(&format!("Milk\n\n{evidence}\n")).claim(Act::Warn, "Ann Brook", "", &evidence);
        draft.by(ActorKind::Person).cue("warned").saying("of heavy losses")
    };
    let kinds = |was: &str, is: &str| kinds(&[version(was), version(is)]);
    assert_eq!(kinds("who leads the Dairy League", "who leads the Dairy Union"), [ChangeKind::Corrected]);
    assert_eq!(kinds("of Unison", "of Unite"), [ChangeKind::Corrected]);
    // Something else is told of her.
    assert_eq!(kinds("who leads the Dairy League", "a farmer from Kent"), []);
    assert_eq!(kinds("the head of the League", "the head of the Dairy League"), []);
}
