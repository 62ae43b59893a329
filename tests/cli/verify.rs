//! `sayso verify`, `rebuild` and `query`: the store as it was stored, remade, and asked in SQL.

use crate::run::Room;

fn altered(room: &Room, sql: &str) {
    let db = rusqlite::Connection::open(room.path("sayso.db")).unwrap();
    db.execute_batch(sql).unwrap();
}

#[test]
fn an_untouched_store_is_said_to_be() {
    insta::assert_snapshot!(Room::stored().run("verify"), @r##"
    $ sayso verify
    --- stdout
    3 of 3 snapshots as they were stored; every derived row as a rebuild gives it
    --- exit 0
    "##);
}

#[test]
fn a_store_without_a_version_is_as_a_rebuild_gives_it() {
    let room = Room::empty();
    drop(sayso::store::Store::open(&room.path("sayso.db"), sayso::store::Access::Create).unwrap());
    for _ in 0..2 {
        assert!(room.run("verify").data().starts_with("0 of 0 snapshots as they were stored"));
        assert_eq!(room.run("rebuild --quiet").code, Some(0));
    }
}

#[test]
fn where_only_derived_rows_differ_the_way_out_is_said() {
    let room = Room::stored();
    altered(&room, "UPDATE changes SET weight = 0.123");
    let outcome = room.run("verify");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert_eq!(outcome.stderr, "hint: evidence and decisions are as they were stored; `sayso rebuild` makes the rest anew\n");
    let outcome = room.run("verify --syntax rules");
    assert!(outcome.stderr.contains("another --syntax"), "{outcome}");
}

#[test]
fn one_flipped_byte_of_a_text_is_found() {
    let room = Room::stored();
    let mut bytes = std::fs::read(room.path("sayso.db")).unwrap();
    let words = b"shelling three villages";
    let at: Vec<usize> = bytes.windows(words.len()).enumerate().filter(|(_, window)| window == words).map(|(at, _)| at).collect();
    assert!(!at.is_empty());
    for at in at {
        bytes[at + 9] = b'T';
    }
    room.write("sayso.db", bytes);
    let outcome = room.run("verify --format ndjson");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stdout.contains("\"type\":\"finding\",\"what\":\"seal\""), "{outcome}");
}

#[test]
fn what_was_looked_at_is_said_to_programs() {
    let room = Room::stored();
    let sound = "{\"type\":\"checked\",\"snapshots\":3,\"as_stored\":3,\"derived_as_rebuilt\":true}";
    assert_eq!(room.run("verify --format json").data(), format!("[\n{sound}\n]\n"));
    altered(&room, "DROP TRIGGER snapshots_no_update; UPDATE snapshots SET text = replace(text, 'three', 'eight')");
    let damaged = room.run("verify --format ndjson");
    assert!(damaged.stdout.ends_with("\"snapshots\":3,\"as_stored\":2,\"derived_as_rebuilt\":null}\n"), "{damaged}");
    assert!(room.run("verify").stdout.ends_with("\n2 of 3 snapshots as they were stored; derived rows not compared\n"));
}

#[test]
fn whoever_is_shown_a_text_that_was_altered_is_told() {
    let room = Room::stored();
    for verb in ["show frontier-wire/talks@1", "diff frontier-wire/talks@1 frontier-wire/talks@2", "report"] {
        assert_eq!(room.run(verb).stderr, "", "{verb}");
    }
    assert!(room.run("report").data().contains("made, 3 of 3 snapshots had the hash and the seal with which they were stored"));
    altered(&room, "DROP TRIGGER snapshots_no_update; UPDATE snapshots SET text = replace(text, 'three', 'eight')");
    let warning = "warning: not as stored, altered since: frontier-wire/talks@1\nhint: `sayso verify` says what was altered\n";
    for verb in ["show frontier-wire/talks@1", "diff frontier-wire/talks@1 frontier-wire/talks@2", "report"] {
        let outcome = room.run(verb);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), warning), "{outcome}");
    }
    assert_eq!(room.run("show frontier-wire/talks@2").stderr, "");
    let report = room.run("report").stdout;
    assert!(report.contains("Not as stored: frontier-wire/talks@1.") && report.contains("made, 2 of 3 snapshots had"), "{report}");
}

#[test]
fn a_derived_row_that_a_rebuild_would_not_give_is_found_and_remade() {
    let room = Room::stored();
    altered(&room, "UPDATE changes SET weight = 0.123 WHERE id = (SELECT min(id) FROM changes)");
    let outcome = room.run("verify --format csv");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stdout.contains("\nderivation,changes,"), "{outcome}");
    let id = room.field("changes", "id", |row| row["weight"] == 0.123);
    let first = format!("not the same; first, row 1 ({id}): weight is 0.123, not 0.");
    assert!(outcome.stdout.contains(&first) || outcome.stdout.contains(&first.replace("row 1", "row 2")), "{outcome}");
    insta::assert_snapshot!(room.run("rebuild"), @r##"
    $ sayso rebuild
    --- stderr
    remade the derived rows of 3 snapshots with $DERIVED_BY syntax parser
    --- exit 0
    "##);
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn a_full_text_index_that_no_longer_fits_its_texts_is_found_and_remade() {
    for (index, alter) in [
        ("snapshots_fts", "INSERT INTO snapshots_fts (rowid, title, text) VALUES (1, 'planted', 'words')"),
        ("claims_fts", "INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')"),
    ] {
        let room = Room::stored();
        altered(&room, alter);
        let outcome = room.run("verify --format csv");
        assert_eq!(outcome.code, Some(1), "{outcome}");
        assert!(outcome.stdout.contains(&format!("\nderivation,{index},")), "{outcome}");
        assert_eq!(room.run("rebuild").code, Some(0));
        assert_eq!(room.run("verify").code, Some(0), "{index}");
    }
}

#[test]
fn a_rebuild_changes_no_listing() {
    let room = Room::stored();
    let all =
        || ["log", "claims", "changes", "threads", "figures", "status"].map(|verb| room.run(&format!("{verb} --format ndjson")).data());
    let before = all();
    assert_eq!(room.run("rebuild --quiet").code, Some(0));
    assert_eq!(all(), before);
}

#[test]
fn a_select_is_answered() {
    insta::assert_snapshot!(Room::stored().run("query 'SELECT name, NULL AS missing, 1.5 AS half FROM outlets ORDER BY name'"), @r##"
    $ sayso query 'SELECT name, NULL AS missing, 1.5 AS half FROM outlets ORDER BY name'
    --- stdout
    name           missing  half
    ────────────────────────────
    Frontier Wire           1.5
    Morning Post            1.5

    2 rows
    --- exit 0
    "##);
    insta::assert_snapshot!(Room::stored().run("query 'SELECT name FROM outlets ORDER BY name' --format json"), @r##"
    $ sayso query 'SELECT name FROM outlets ORDER BY name' --format json
    --- stdout
    [
    {"name":"Frontier Wire"},
    {"name":"Morning Post"}
    ]
    --- exit 0
    "##);
}

#[test]
fn whatever_would_write_is_refused() {
    let room = Room::stored();
    insta::assert_snapshot!(room.run("query 'INSERT INTO outlets (name) VALUES (1)'"), @r##"
    $ sayso query 'INSERT INTO outlets (name) VALUES (1)'
    --- stderr
    error: only a single SELECT is answered
    hint: `sayso query "SELECT name, sql FROM sqlite_schema"` shows the tables
    --- exit 2
    "##);
    for sql in [
        "DELETE FROM claims",
        "DROP TABLE claims",
        "SELECT 1; DELETE FROM claims",
        "PRAGMA user_version = 9",
        "ATTACH 'x.db' AS x",
        "VACUUM",
    ] {
        let outcome = room.run(&format!("query '{sql}'").replace("'x.db'", "x"));
        assert_eq!(outcome.code, Some(2), "{outcome}");
    }
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn sql_that_is_none_is_told_so() {
    insta::assert_snapshot!(Room::stored().run("query 'SELEC name'"), @r##"
    $ sayso query 'SELEC name'
    --- stderr
    error: near "SELEC": syntax error in SELEC name at offset 0
    hint: `sayso query "SELECT name, sql FROM sqlite_schema"` shows the tables
    --- exit 2
    "##);
    insta::assert_snapshot!(Room::stored().run("query 'SELECT name FROM nowhere'"), @r##"
    $ sayso query 'SELECT name FROM nowhere'
    --- stderr
    error: no such table: nowhere
    hint: `sayso query "SELECT name, sql FROM sqlite_schema"` shows the tables
    --- exit 2
    "##);
}

#[test]
fn a_snapshot_that_was_taken_out_is_missed() {
    let room = Room::stored();
    altered(
        &room,
        "PRAGMA foreign_keys = OFF; DROP TRIGGER snapshots_no_delete; DELETE FROM snapshots WHERE id = 2;
         CREATE TRIGGER snapshots_no_delete BEFORE DELETE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are never deleted'); END;",
    );
    let outcome = room.run("verify --format csv");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stdout.contains("\nsnapshot,snapshot 2,\"not there, though a later one is\""), "{outcome}");
}

#[test]
fn a_parse_that_is_not_what_the_parser_gives_is_found() {
    let room = Room::stored();
    altered(&room, "UPDATE parses SET words = x'00'");
    let outcome = room.run("verify --format csv");
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stdout.contains("\nderivation,parses,"), "{outcome}");
}

#[test]
fn a_store_that_others_derived_is_read_again_as_a_whole() {
    let room = Room::small();
    assert_eq!(room.run("import --quiet talks/wire-1.txt").code, Some(0));
    altered(&room, "UPDATE derivation SET value = 'sayso 0.0.1 data 0123456789abcdef syntax parser'; DELETE FROM figures");
    let outcome = room.run("import talks");
    assert!(outcome.stderr.contains("all that the store holds was read again, since it had been read by sayso"), "{outcome}");
    let outcome = room.run("verify");
    assert_eq!(outcome.code, Some(0), "{outcome}");
}

#[test]
fn an_import_with_other_actors_is_refused_until_all_is_read_with_them() {
    let room = Room::small();
    room.write("names.tsv", "name\tkind\taliases\nDoha\tstate\tDoha\n");
    assert_eq!(room.run("import --quiet --actors names.tsv talks/wire-1.txt").code, Some(0));
    let outcome = room.run("import talks");
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("give the same --actors and --topics"), "{outcome}");
    assert_eq!(room.run("rebuild").code, Some(0));
    assert_eq!(room.run("import --quiet talks").code, Some(0));
    assert_eq!(room.run("verify").code, Some(0));
}

#[test]
fn columns_of_one_name_are_kept_apart() {
    let outcome = Room::stored().run("query 'SELECT 1 AS id, 2 AS id, 3 AS id' --format ndjson");
    assert_eq!(outcome.stdout, "{\"id\":1,\"id_2\":2,\"id_3\":3}\n");
}
