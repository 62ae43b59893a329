//! `--syntax`: how sentences are read, and that a store keeps to one way.

use crate::run::Room;

/// A claim that no pattern fits.
const TEXT: &str = "Two in three said they would leave.\n";

fn room() -> Room {
    let room = Room::small();
    room.write("poll.txt", TEXT);
    room
}

#[test]
fn a_parse_finds_what_the_rules_do_not() {
    let room = room();
    let claims = |syntax: &str| room.run(&format!("extract --syntax {syntax} --format ndjson poll.txt")).data();
    assert_eq!(claims("rules"), "");
    assert_eq!(claims("parser"), room.run("extract --format ndjson poll.txt").data(), "a parse is what nobody asks for");
    assert!(claims("parser").contains("\"text\":\"Two in three\""), "{}", claims("parser"));
}

#[test]
fn a_store_is_verified_and_rebuilt_as_it_was_read() {
    let room = room();
    assert_eq!(room.run("import --quiet --syntax parser poll.txt").code, Some(0));
    assert_eq!(room.run("verify").code, Some(0));
    assert_eq!(room.run("verify --syntax rules").code, Some(1), "rules find nothing there");
    let outcome = room.run("rebuild");
    assert!(outcome.stderr.contains("syntax parser"), "{outcome}");
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn two_readings_are_not_mixed_in_a_store() {
    let room = room();
    assert_eq!(room.run("import --quiet --syntax rules poll.txt").code, Some(0));
    room.write("later.txt", "Three in four said they would stay.\n");
    insta::assert_snapshot!(room.run("import --syntax parser later.txt"), @r"
    $ sayso import --syntax parser later.txt
    --- stderr
    error: the store was read with --syntax rules, so that parser would mix two readings
    hint: sayso rebuild --syntax parser
    --- exit 2
    ");
    assert_eq!(room.run("rebuild --quiet --syntax parser").code, Some(0));
    assert_eq!(room.run("import --quiet later.txt").code, Some(0));
    let claims = room.run("claims --format ndjson").data();
    assert!(claims.contains("Two in three") && claims.contains("Three in four"), "{claims}");
    assert_eq!(room.run("verify").code, Some(0));
}
