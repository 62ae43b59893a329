//! `sayso decide` and `log --decisions`: rulings without a terminal, and taking them back.

use crate::run::{Outcome, Room, Run};

fn run(room: &Room, args: &str) -> Outcome {
    Run::of(args).env("SAYSO_NOW", "2025-11-09T10:00:00Z").env("SAYSO_BY", "Ada").within(room)
}

fn denial(room: &Room) -> String {
    room.field("claims --act deny", "id", |_| true)
}

#[test]
fn a_ruling_is_logged_shown_and_can_be_taken_back() {
    let room = Room::stored();
    let id = denial(&room);
    let outcome = run(&room, &format!("decide {id} reject --why 'an old quotation'"));
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stderr.starts_with("decision 1: reject claim "), "{outcome}");
    assert_eq!(room.field("claims --act deny", "reviewed", |row| row["id"] == *id), "rejected");

    let outcome = run(&room, "decide 1 undo");
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), "decision 2: decision 1 is taken back\n"));
    insta::assert_snapshot!(room.run("log --decisions"), @r##"
    $ sayso log --decisions
    --- stdout
    no  when              who  ruling  on                 detail      why               stands
    ──────────────────────────────────────────────────────────────────────────────────────────────
     1  2025-11-09 10:00  Ada  reject  claim c0000000000              an old quotation  taken back
     2  2025-11-09 10:00  Ada  undo    claim c0000000000  decision 1                    yes

    2 decisions
    --- exit 0
    "##);
}

#[test]
fn a_decision_survives_a_rebuild() {
    let room = Room::stored();
    let id = denial(&room);
    assert_eq!(run(&room, &format!("decide {id} relabel --as reject")).code, Some(0));
    assert_eq!(room.run("rebuild --quiet").code, Some(0));
    assert_eq!(room.field("claims --act deny", "reviewed", |_| true), "relabelled: reject");
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn what_cannot_be_ruled_is_said_with_the_way_out() {
    let room = Room::stored();
    let id = denial(&room);
    insta::assert_snapshot!(run(&room, "decide zzz accept"), @r##"
    $ SAYSO_BY=Ada SAYSO_NOW=2025-11-09T10:00:00Z sayso decide zzz accept
    --- stderr
    error: no claim, change or thread has an id that begins with "zzz"
    hint: `sayso claims`, `sayso changes` and `sayso threads` show the ids
    --- exit 2
    "##);
    insta::assert_snapshot!(run(&room, "decide 99 undo"), @r##"
    $ SAYSO_BY=Ada SAYSO_NOW=2025-11-09T10:00:00Z sayso decide 99 undo
    --- stderr
    error: no decision has the number 99: sayso.db
    hint: `sayso log --decisions` lists them
    --- exit 2
    "##);
    insta::assert_snapshot!(run(&room, "decide one undo"), @r##"
    $ SAYSO_BY=Ada SAYSO_NOW=2025-11-09T10:00:00Z sayso decide one undo
    --- stderr
    error: undo takes the number of a decision, not "one"
    hint: `sayso log --decisions` lists them
    --- exit 2
    "##);
    let unknown = run(&room, &format!("decide {id} relabel --as dance"));
    assert_eq!(unknown.code, Some(2), "{unknown}");
    assert!(unknown.stderr.starts_with("error: no act is called \"dance\"\nhint: known: state, accuse, deny, "), "{unknown}");
    assert_eq!(run(&room, &format!("decide {id} relabel")).code, Some(2));
    let ambiguous = run(&room, "decide c accept");
    assert_eq!(ambiguous.code, Some(2), "{ambiguous}");
    assert!(ambiguous.stderr.contains("names ") && ambiguous.stderr.contains("hint: c"), "{ambiguous}");
}

#[test]
fn somebody_has_to_rule() {
    let room = Room::stored();
    let id = denial(&room);
    let outcome = room.run(&format!("decide {id} accept"));
    assert_eq!(outcome.code, Some(2));
    assert_eq!(outcome.stderr, "error: nobody is named as the one who rules\nhint: name yourself with --by NAME or $SAYSO_BY\n");
}
