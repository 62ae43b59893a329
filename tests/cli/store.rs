//! Stores that are not there, not ours, newer, damaged, locked or read-only; references that name nothing or too much.

use crate::run::{Room, Run};

#[test]
fn without_a_store_every_reader_says_how_to_make_one() {
    let room = Room::empty();
    insta::assert_snapshot!(room.run("log"), @r##"
    $ sayso log
    --- stderr
    error: no store is here: sayso.db
    hint: make one with `sayso import PATH…`, or name it with --db FILE
    --- exit 6
    "##);
    for verb in ["claims", "changes", "threads", "who", "status", "figures", "compare", "verify", "rebuild", "report", "review --list"] {
        let outcome = room.run(verb);
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(6), ""), "{outcome}");
        assert!(outcome.stderr.starts_with("error: no store is here: sayso.db\nhint: "), "{outcome}");
    }
    assert!(!room.path("sayso.db").exists());
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let room = Room::small();
    room.write("sayso.db", "Dear diary, this is a text and longer than a hundred bytes, since SQLite reads a header of that length first.");
    insta::assert_snapshot!(room.run("log"), @r##"
    $ sayso log
    --- stderr
    error: not a SQLite database: sayso.db
    hint: name the store with --db FILE
    --- exit 4
    "##);
    let outcome = room.run("import talks");
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(std::fs::read_to_string(room.path("sayso.db")).unwrap().starts_with("Dear diary"));
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let room = Room::small();
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.execute_batch("CREATE TABLE recipes (name TEXT)").unwrap();
    drop(db);
    insta::assert_snapshot!(room.run("log"), @r##"
    $ sayso log
    --- stderr
    error: a SQLite database, but no sayso store: sayso.db
    hint: name the store with --db FILE
    --- exit 4
    "##);
    assert_eq!(room.run("import talks").code, Some(4));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let room = Room::stored();
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.pragma_update(None, "user_version", 999).unwrap();
    drop(db);
    let outcome = room.run("log");
    assert_eq!(outcome.code, Some(8), "{outcome}");
    assert!(outcome.stderr.starts_with("error: made by a newer version of sayso (schema 999, this one knows "), "{outcome}");
    assert!(outcome.stderr.ends_with("hint: read it with a newer version of sayso\n"), "{outcome}");
    assert_eq!(room.run("import talks").code, Some(8));
}

#[test]
fn a_store_that_cannot_be_read_is_not_taken_for_one_without_the_story() {
    let room = Room::stored();
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.pragma_update(None, "user_version", 999).unwrap();
    drop(db);
    for given in ["talks", "gone", "talks/wire-1.txt talks", "frontier-wire@1"] {
        let outcome = room.run(&format!("changes {given}"));
        assert_eq!((outcome.code, outcome.stdout.as_str()), (Some(8), ""), "{outcome}");
    }
    let outcome = room.run("changes talks");
    assert!(outcome.stderr.ends_with("is written as a path: ./NAME\n"), "{outcome}");
    assert_eq!(room.run("changes ./talks").code, Some(0));
}

#[test]
fn a_store_that_is_cut_short_is_said_to_be_damaged() {
    let room = Room::stored();
    let whole = std::fs::read(room.path("sayso.db")).unwrap();
    room.write("sayso.db", &whole[..whole.len() / 2]);
    let outcome = room.run("verify");
    assert!(matches!(outcome.code, Some(1 | 4)), "{outcome}");
    let outcome = room.run("claims");
    assert_eq!(
        (outcome.code, outcome.stderr.lines().next().map(|line| line.starts_with("error: the store is damaged"))),
        (Some(4), Some(true)),
        "{outcome}"
    );
}

#[cfg(unix)]
#[test]
fn a_read_only_store_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::stored();
    std::fs::set_permissions(room.path("sayso.db"), std::fs::Permissions::from_mode(0o444)).unwrap();
    assert_eq!(room.run("log").code, Some(0));
    insta::assert_snapshot!(room.run("rebuild"), @r##"
    $ sayso rebuild
    --- stderr
    error: the store is read-only: sayso.db
    hint: copy the store to a place where you may write, and name the copy with --db FILE
    --- exit 6
    "##);
}

#[test]
fn a_second_writer_is_told_to_wait_and_readers_go_on() {
    let room = Room::stored();
    let other = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    insta::assert_snapshot!(Run::of("rebuild").env("SAYSO_BUSY_MS", "20").within(&room), @r##"
    $ SAYSO_BUSY_MS=20 sayso rebuild
    --- stderr
    error: another process is writing to the store: sayso.db
    hint: try again when the other command has ended
    --- exit 5
    "##);
    assert_eq!(Run::of("log").env("SAYSO_BUSY_MS", "20").within(&room).code, Some(0));
}

#[test]
fn a_folder_is_no_store() {
    insta::assert_snapshot!(Room::small().run("--db talks log"), @r##"
    $ sayso --db talks log
    --- stderr
    error: the store cannot be opened (it is a folder): talks
    hint: name a store in another place with --db FILE
    --- exit 6
    "##);
}

#[test]
fn an_unknown_reference_is_told_the_nearest_ones() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("show frontier-wier@1"), @r##"
    $ sayso show frontier-wier@1
    --- stderr
    error: no file and no snapshot is called "frontier-wier@1"
    hint: did you mean frontier-wire@1 or frontier-wire/talks@1?
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("show frontier-wire@9"), @r##"
    $ sayso show frontier-wire@9
    --- stderr
    error: no file and no snapshot is called "frontier-wire@9"
    hint: did you mean frontier-wire/talks@latest or frontier-wire/talks@2?
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("blame xyz"), @r##"
    $ sayso blame xyz
    --- stderr
    error: no snapshot is called "xyz"
    hint: `sayso log` lists the snapshots
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("diff frontier-wire@1 gone.txt"), @r##"
    $ sayso diff frontier-wire@1 gone.txt
    --- stderr
    error: no file and no snapshot is called "gone.txt"
    hint: `sayso log` lists the snapshots
    --- exit 2
    "##);
}

#[test]
fn an_ambiguous_reference_is_told_what_it_could_be() {
    insta::assert_snapshot!(Room::stored().run("show talks@1"), @r##"
    $ sayso show talks@1
    --- stderr
    error: "talks@1" names several snapshots
    hint: it could be frontier-wire/talks@1, morning-post/talks@1
    --- exit 2
    "##);
}

#[test]
fn an_unknown_story_is_told_the_nearest_one() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("changes talk"), @r##"
    $ sayso changes talk
    --- stderr
    error: no story is called "talk"
    hint: did you mean talks?
    --- exit 2
    "##);
    insta::assert_snapshot!(room.run("who zebra"), @r##"
    $ sayso who zebra
    --- stderr
    error: no story is called "zebra"
    hint: known: talks
    --- exit 2
    "##);
}

#[test]
fn where_there_are_several_stories_one_has_to_be_named() {
    let room = Room::stored();
    room.write("other.txt", "Kabul denied the charge.\n");
    assert_eq!(room.run("import --quiet --story flood other.txt").code, Some(0));
    insta::assert_snapshot!(room.run("who"), @r##"
    $ sayso who
    --- stderr
    error: the store holds 2 stories: name one
    hint: flood, talks
    --- exit 2
    "##);
    assert_eq!(room.run("who flood").code, Some(0));
}

#[test]
fn a_clock_that_is_set_wrongly_is_said() {
    insta::assert_snapshot!(Run::of("import talks").env("SAYSO_NOW", "tomorrow").within(&Room::small()), @r##"
    $ SAYSO_NOW=tomorrow sayso import talks
    --- stderr
    error: SAYSO_NOW is no RFC 3339 time (premature end of input): tomorrow
    hint: a time looks like 2025-11-06T07:40:00Z
    --- exit 2
    "##);
}

#[test]
fn a_file_above_the_limit_can_be_stored_and_then_named() {
    let room = Room::empty();
    room.write("long.txt", vec![b'x'; (16 << 20) + 1]);
    insta::assert_snapshot!(room.run("show long.txt"), @r##"
    $ sayso show long.txt
    --- stderr
    error: the file has 16777217 bytes, more than 16777216 bytes: long.txt
    hint: store it with `sayso import --max-bytes SIZE`, then name the snapshot
    --- exit 7
    "##);
}

#[test]
fn a_store_that_cannot_be_made_says_why() {
    let room = Room::small();
    insta::assert_snapshot!(room.run("import --db nowhere/new.db talks"), @r##"
    $ sayso import --db nowhere/new.db talks
    --- stderr
    error: the store cannot be opened (there is no folder nowhere): nowhere/new.db
    hint: name a store in another place with --db FILE
    --- exit 6
    "##);
}

#[test]
fn a_store_without_threads_is_read_again_before_anything_is_ruled_on() {
    let room = Room::stored();
    let threads = || room.run("threads").stdout.lines().last().map(str::to_owned);
    let (claim, before) = (room.field("claims", "id", |_| true), threads());
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.execute_batch(
        "DELETE FROM changes; DELETE FROM thread_members; DELETE FROM threads; DELETE FROM thread_headings; DELETE FROM thread_stems;
         DELETE FROM followed; DELETE FROM derivation;",
    )
    .unwrap();
    drop(db);
    let outcome = room.run(&format!("decide {claim} accept --by Ana"));
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stderr.contains("an older version of sayso made it"), "{outcome}");
    assert_eq!(threads(), before);
}

/// Root may look into every folder, so a path that leads nowhere stands for one that is forbidden.
#[cfg(unix)]
#[test]
fn a_store_that_cannot_be_looked_at_says_why_and_not_that_it_is_missing() {
    let room = Room::small();
    std::os::unix::fs::symlink(room.path("round.db"), room.path("round.db")).unwrap();
    for verb in ["log", "rebuild", "import talks"] {
        let outcome = room.run(&format!("--db round.db {verb}"));
        assert_eq!(outcome.code, Some(6), "{outcome}");
        let said = "error: the store cannot be opened (too many levels of symbolic links): round.db\nhint: ";
        assert!(outcome.stderr.starts_with(said), "{outcome}");
    }
}

#[test]
fn a_path_given_to_a_verb_that_takes_none_is_told_which_take_one() {
    let room = Room::stored();
    for verb in ["blame", "claims --at"] {
        let outcome = room.run(&format!("{verb} talks/wire-1.txt"));
        let told =
            "error: no snapshot is called \"talks/wire-1.txt\"\nhint: `sayso log` lists the snapshots; show and diff take a path as well\n";
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(2), told));
    }
}
