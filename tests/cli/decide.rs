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
    no  when              who  ruling  on                   what it says                                                                 detail      why               stands
    ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     1  2025-11-09 10:00  Ada  reject  claim c000000000000  frontier-wire/talks@2: Pakistan · deny · Islamabad of shelling two villages              an old quotation  taken back
     2  2025-11-09 10:00  Ada  undo    claim c000000000000  frontier-wire/talks@2: Pakistan · deny · Islamabad of shelling two villages  decision 1                    yes

    2 decisions
    --- exit 0
    "##);
}

#[test]
fn a_ruling_with_other_actors_than_the_store_was_read_with_is_refused() {
    let room = Room::small();
    room.write("names.tsv", "name\tkind\taliases\nDoha\tstate\tDoha\n");
    assert_eq!(room.run("import --quiet --actors names.tsv talks").code, Some(0));
    let id = denial(&room);
    let outcome = run(&room, &format!("decide {id} reject"));
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("give the same --actors and --topics"), "{outcome}");
    assert_eq!(run(&room, &format!("--actors names.tsv decide {id} reject")).code, Some(0));
    assert_eq!(room.run("--actors names.tsv verify").code, Some(0));
}

#[test]
fn a_decision_survives_a_rebuild() {
    let room = Room::stored();
    let id = denial(&room);
    assert_eq!(run(&room, &format!("decide {id} relabel --as reject")).code, Some(0));
    assert_eq!(room.run("rebuild --quiet").code, Some(0));
    assert_eq!(room.field("claims --act reject", "reviewed", |row| row["id"] == *id), "relabelled: reject");
    assert_eq!(room.run("claims --act deny --format ndjson").data(), "");
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

#[test]
fn a_blank_name_rules_on_nothing() {
    let room = Room::stored();
    let id = denial(&room);
    for outcome in [
        room.run(&format!("decide {id} accept --by '  '")),
        Run::of(&format!("decide {id} accept")).env("SAYSO_BY", "").within(&room),
        Run::of(&format!("decide {id} accept")).env("USER", " ").within(&room),
    ] {
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.starts_with("error: nobody is named as the one who rules\n"), "{outcome}");
    }
    assert_eq!(room.run("log --decisions --format ndjson").data(), "");
}

#[test]
fn what_a_ruling_has_no_use_for_is_refused() {
    let room = Room::stored();
    let id = denial(&room);
    for (ruling, option) in [("accept --as deny", "--as"), ("relabel --as warn --with c1", "--with"), ("reject --with c1", "--with")] {
        let outcome = run(&room, &format!("decide {id} {ruling}"));
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.starts_with(&format!("error: {option} says nothing of ")), "{outcome}");
    }
}

#[test]
fn a_ruling_is_said_with_what_it_needs_and_what_gives_way_to_it() {
    let room = Room::stored();
    let id = denial(&room);
    let accusation = room.field("claims --act accuse", "id", |_| true);
    let merged = run(&room, &format!("decide {id} merge --with {accusation}"));
    assert!(merged.stderr.contains(&format!(", with claim {accusation} ")), "{merged}");
    let relabelled = run(&room, &format!("decide {id} relabel --as warn"));
    assert!(relabelled.stderr.ends_with(", as warn\n"), "{relabelled}");
    let accepted = run(&room, &format!("decide {id} accept"));
    assert!(
        accepted.stderr.ends_with("\ndecision 2 (relabel as warn, by Ada) counts no longer\nhint: `sayso decide 3 undo` brings it back\n"),
        "{accepted}"
    );
}

#[test]
fn a_rejected_thread_is_told_with_the_way_back() {
    let room = Room::stored();
    let thread = room.field("threads", "thread", |_| true);
    assert_eq!(run(&room, &format!("decide {thread} reject")).code, Some(0));
    for given in [thread.as_str(), &thread[1..]] {
        let outcome = room.run(&format!("thread {given}"));
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert_eq!(
            outcome.stderr,
            format!("error: a decision of Ada rejected the thread {thread}\nhint: `sayso decide 1 undo` takes it back\n")
        );
    }
}

/// The id of the trial's change of that kind.
fn change(room: &Room, kind: &str) -> String {
    room.field("changes", "id", |row| row["kind"] == kind)
}

#[test]
fn a_ruling_is_on_one_change_however_many_its_sentence_tells_of() {
    let room = Room::trial();
    let dropped = change(&room, "dropped");
    // The letter that an id begins with may be left out.
    assert_eq!(run(&room, &format!("decide {} reject", &dropped[1..])).code, Some(0));
    let reviewed = |room: &Room| {
        let lines = room.run("changes --format ndjson").data();
        let rows = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        rows.map(|row| (row["kind"].as_str().unwrap().to_owned(), row["reviewed"].as_str().map(str::to_owned))).collect::<Vec<_>>()
    };
    let expected = [("figure_changed", None), ("softened", None), ("dropped", Some("rejected"))];
    let expected = expected.map(|(kind, reviewed)| (kind.to_owned(), reviewed.map(str::to_owned)));
    assert_eq!(reviewed(&room), expected);
    assert_eq!(room.run("rebuild --quiet").code, Some(0));
    assert_eq!(reviewed(&room), expected);
    assert_eq!(room.run("verify").code, Some(0));
    let open = room.run("review --list --format ndjson").data();
    assert!(open.contains(&change(&room, "figure_changed")) && !open.contains(&dropped), "{open}");
}

#[test]
fn what_is_rejected_is_in_no_count_and_no_section_of_the_report() {
    let room = Room::trial();
    assert_eq!(run(&room, &format!("decide {} reject", change(&room, "dropped"))).code, Some(0));
    let changes = room.run("changes --silent").data();
    assert!(
        changes.ends_with("\n2 changes: 2 that a publisher is expected to announce (2 silent); 1 rejected, not counted\n"),
        "{changes}"
    );
    let report = room.run("report").data();
    for said in ["- <b>2</b> changes between versions", "- <b>1</b> change or claim rejected by a decision and not counted"] {
        assert!(report.contains(said), "{said}\n{report}");
    }
    let (before, _) = report.split_once("## Word by word").unwrap();
    assert!(!before.contains("<b>dropped</b>"), "{before}");
    assert!(report.contains("| reject | change x"), "{report}");
}

#[test]
fn a_change_and_a_claim_are_found_under_what_they_were_relabelled() {
    let room = Room::trial();
    let softened = change(&room, "softened");
    assert_eq!(run(&room, &format!("decide {softened} relabel --as strengthened")).code, Some(0));
    assert_eq!(room.field("changes --kind strengthened", "id", |_| true), softened);
    assert_eq!(room.run("changes --kind softened --format ndjson").data(), "");
    let denial = denial(&room);
    assert_eq!(run(&room, &format!("decide {denial} relabel --as warn")).code, Some(0));
    assert_eq!(room.field("claims --act warn", "id", |_| true), denial);
    let who = room.run("who --format ndjson").data();
    assert!(who.contains(r#""acts":{"deny":1,"warn":1}"#), "{who}");
    assert_eq!(run(&room, &format!("decide {denial} reject")).code, Some(0));
    let who = room.run("who").data();
    assert!(who.ends_with("in 3 versions; 1 rejected, not counted\n") && !who.contains("warn"), "{who}");
}

#[test]
fn the_last_verdict_on_a_row_counts_and_the_log_says_so() {
    let room = Room::stored();
    let id = denial(&room);
    let threads = room.run("threads --format ndjson").data();
    assert_eq!(run(&room, &format!("decide {id} reject")).code, Some(0));
    assert_ne!(room.run("threads --format ndjson").data(), threads);
    assert_eq!(run(&room, &format!("decide {id} accept")).code, Some(0));
    assert_eq!(room.run("threads --format ndjson").data(), threads);
    assert_eq!(room.field("claims --act deny", "reviewed", |row| row["id"] == *id), "accepted");
    insta::assert_snapshot!(room.run("log --decisions"), @r##"
    $ sayso log --decisions
    --- stdout
    no  when              who  ruling  on                   what it says                                                                 detail  why  stands
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     1  2025-11-09 10:00  Ada  reject  claim c000000000000  frontier-wire/talks@2: Pakistan · deny · Islamabad of shelling two villages               no: 2 came later
     2  2025-11-09 10:00  Ada  accept  claim c000000000000  frontier-wire/talks@2: Pakistan · deny · Islamabad of shelling two villages               yes

    2 decisions
    --- exit 0
    "##);
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn decisions_are_listed_by_story() {
    let room = Room::trial();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story other other.txt").code, Some(0));
    assert_eq!(
        run(&room, &format!("decide {} accept", room.field("changes --quiet trial", "id", |row| row["kind"] == "dropped"))).code,
        Some(0)
    );
    assert_eq!(run(&room, &format!("decide {} reject", room.field("claims other", "id", |_| true))).code, Some(0));
    let listed = |args: &str| room.run(args).data().lines().last().unwrap().to_owned();
    assert_eq!(listed("log --decisions"), "2 decisions");
    assert_eq!(listed("log other --decisions"), "1 decision");
}

#[test]
fn a_merge_is_with_another_claim_or_thread() {
    let room = Room::stored();
    let id = denial(&room);
    let itself = run(&room, &format!("decide {id} merge --with {id}"));
    assert_eq!(itself.code, Some(2), "{itself}");
    assert!(itself.stderr.contains("is merged with another claim or thread"), "{itself}");
    let change = change(&room, "figure_changed");
    assert_eq!(run(&room, &format!("decide {id} merge --with {change}")).code, Some(2));
}

#[test]
fn a_merge_is_with_a_claim_of_the_same_story() {
    let room = Room::stored();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story other other.txt").code, Some(0));
    let (one, other) = (room.field("claims talks --act deny", "id", |_| true), room.field("claims other", "id", |_| true));
    let refused = run(&room, &format!("decide {one} merge --with {other}"));
    assert_eq!(refused.code, Some(2), "{refused}");
    let said =
        format!("error: a claim is merged with one of its own story, {other:?} is in other\nhint: each story is followed by itself\n");
    assert_eq!(refused.stderr, said);
    assert_eq!(room.run("log --decisions --format ndjson").data(), "");
}

/// The rules read the second demand without "a guarantee", so that it has another id than in the parser's reading.
const READ_TWICE: &str = "Guarantees wanted

The union called for an inquiry. Kabul, which says that it cannot answer for men who are not under its command, wants a guarantee that no \
Pakistani drone will enter its airspace again.
";

#[test]
fn a_merge_survives_another_reading_of_the_sentences() {
    let room = Room::empty();
    room.write("drones.txt", READ_TWICE);
    assert_eq!(room.run("import --quiet drones.txt").code, Some(0));
    let demand = |room: &Room| room.field("claims --by Kabul --act demand", "id", |_| true);
    let threads = |room: &Room| {
        let lines = room.run("threads --format ndjson").data();
        let thread = |line| serde_json::from_str::<serde_json::Value>(line).unwrap()["thread"].to_string();
        lines.lines().map(thread).collect::<std::collections::BTreeSet<_>>().len()
    };
    let (inquiry, guarantee, before) = (room.field("claims --by union", "id", |_| true), demand(&room), threads(&room));
    assert_eq!(run(&room, &format!("decide {inquiry} merge --with {guarantee}")).code, Some(0));
    assert_eq!(threads(&room), before - 1);
    assert_eq!(room.run("rebuild --quiet --syntax rules").code, Some(0));
    assert_ne!(demand(&room), guarantee);
    assert_eq!(threads(&room), before - 1);
    let log = room.run("log --decisions --format ndjson").data();
    assert!(log.contains(r#""on_no_row":false"#), "{log}");
}

#[test]
fn what_would_rule_nothing_is_refused_and_not_logged() {
    let room = Room::stored();
    let id = denial(&room);
    let accusation = room.field("claims --act accuse", "id", |_| true);
    let refused = |args: &str, said: &str, hint: &str| {
        let outcome = run(&room, args);
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert_eq!(outcome.stderr, format!("error: {said}\n{hint}"), "{outcome}");
    };
    let done = |args: &str| assert_eq!(run(&room, args).code, Some(0), "{args}");
    done(&format!("decide {id} reject"));
    let said = format!("decision 1, by Ada, says the same of claim {id:?} and stands: reject");
    refused(&format!("decide {id} reject --by Ben"), &said, "hint: `sayso decide 1 undo` takes it back\n");
    done("decide 1 undo");
    refused("decide 1 undo", "decision 1 is taken back already, by decision 2", "hint: `sayso decide 2 undo` makes it stand again\n");
    refused(&format!("decide {id} split"), &format!("nothing is there to split, claim {id:?} is in a thread of its own"), "");
    done(&format!("decide {id} merge --with {accusation}"));
    let said = format!("nothing is there to merge, claim {id:?} is in one thread with it already");
    refused(&format!("decide {id} merge --with {accusation}"), &said, "");
    done("decide 2 undo");
    assert!(room.run("log --decisions").data().ends_with("\n4 decisions\n"));
}

#[test]
fn the_log_says_what_was_ruled_on_after_it_is_gone() {
    let room = Room::trial();
    let threads = room.run("threads --format ndjson").data();
    let ids: Vec<String> = threads
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["thread"].as_str().unwrap().to_owned())
        .collect();
    let (one, other) = (&ids[0], ids.iter().find(|id| **id != ids[0]).unwrap());
    assert_eq!(run(&room, &format!("decide {} reject", change(&room, "dropped"))).code, Some(0));
    let row = |ruling: &str| {
        let report = room.run("report").data();
        let (_, decisions) = report.split_once("## Decisions").unwrap();
        decisions.lines().find(|line| line.contains(&format!("| {ruling} |"))).unwrap().replace('\\', "")
    };
    let rejected = row("reject");
    assert!(rejected.contains("| trial@3: dropped · Whitcombe · Whitcombe denies four counts of corruption"), "{rejected}");
    assert_eq!(run(&room, &format!("decide {other} merge --with {one}")).code, Some(0));
    let merged = row("merge");
    assert!(merged.contains("| trial@1: ") && merged.contains("; with trial@1: ") && merged.contains("Marsh · accuse · "), "{merged}");
    let rejected = row("reject");
    assert!(
        rejected.contains("| trial@2: dropped · Whitcombe denies four counts of corruption |"),
        "its row is gone, its words are not: {rejected}"
    );
}
