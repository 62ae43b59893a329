//! References, searches and queries.

use super::*;

#[test]
fn references_name_reports_outlets_and_hashes() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    import(&mut store, Place { outlet: "Indus Ledger", report: "Indus 1", ..PLACE }, &[("three", None)]);
    for (reference, expected) in [
        ("main@1", "one"),
        (" Main@2 ", "two"),
        ("main@latest", "two"),
        ("frontier-wire@1", "one"),
        ("Frontier Wire@latest", "two"),
        ("frontier-wire/main@2", "two"),
        ("indus-1@1", "three"),
    ] {
        assert_eq!(store.resolve(reference).unwrap().title, expected, "{reference}");
    }
    let hash = store.resolve("main@1").unwrap().sha256;
    assert_eq!(store.resolve(&hash[..8].to_uppercase()).unwrap().title, "one");
    assert!(store.resolve(&hash[..3]).unwrap_err().kind.is_short_of_a_hash());
}

#[test]
fn an_unknown_reference_is_answered_with_the_nearest() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", Some(1))]);
    let near = |reference: &str| match store.resolve(reference).unwrap_err().kind {
        StoreErrorKind::UnknownReference { near, .. } => near,
        other => panic!("{other}"),
    };
    assert_eq!(near("mian@1"), ["main@1"]);
    assert_eq!(near("frontierwire@1"), ["frontier-wire@1"]);
    assert_eq!(near("main@7"), ["main@latest", "main@1"]);
    assert_eq!(near("main"), ["main@latest"]);
    assert_eq!(near("zzzzzzzz@1"), [""; 0]);
    for hostile in ["", "@", "@@@", "main@-1", "main@99999999999999999999", "main@0", "/@1", "'; --@1", &"x".repeat(100_000)] {
        assert!(store.resolve(hostile).is_err(), "{hostile}");
    }
}

#[test]
fn an_ambiguous_reference_lists_what_it_could_be() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", None)]);
    import(&mut store, Place { outlet: "Indus Ledger", ..PLACE }, &[("one", None)]);
    import(&mut store, Place { outlet: "Indus Ledger", report: "Other", ..PLACE }, &[("two", None)]);
    let candidates = |reference: &str| match store.resolve(reference).unwrap_err().kind {
        StoreErrorKind::AmbiguousReference { candidates, .. } => candidates,
        other => panic!("{other}"),
    };
    assert_eq!(candidates("main@1"), ["frontier-wire/main@1", "indus-ledger/main@1"]);
    assert_eq!(candidates("indus-ledger@1"), ["indus-ledger/main@1", "indus-ledger/other@1"]);
    assert_eq!(candidates(&packing::sha256(b"one")[..6]), ["frontier-wire/main@1", "indus-ledger/main@1"]);
    for info in store.snapshots(None).unwrap() {
        assert_eq!(store.resolve(&info.reference).unwrap().id, info.id);
    }
}

#[test]
fn a_story_is_found_by_name_or_slug() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", Some(5))]);
    assert_eq!(store.story("istanbul-talks").unwrap(), "Istanbul Talks");
    let near = StoreErrorKind::UnknownStory { given: "istanbul-talk".to_owned(), near: vec!["istanbul-talks".to_owned()] };
    assert_eq!(store.story("istanbul-talk").unwrap_err().kind, near);
    let story = StoryInfo { name: "Istanbul Talks".to_owned(), outlets: 1, reports: 1, snapshots: 1, first_at: Some(5), last_at: Some(5) };
    assert_eq!(store.stories().unwrap(), [story]);
}

#[test]
fn no_word_of_a_search_is_syntax() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("Oslo AND denied it", None)]);
    for hostile in ["\"", "a\"b", "NEAR(a, b)", "text:", "* ^ -", "(", "a OR", "\0", "'; DROP TABLE snapshots", "{title}: x"] {
        assert!(store.search(hostile, None, 5).is_ok(), "{hostile:?}");
    }
    let found = store.search("deny AND", None, 5).unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].snippet.contains("\u{e000}denied\u{e001}"), "{}", found[0].snippet);
    assert_eq!(store.search("\"denied Oslo\"", None, 5).unwrap(), []);
    assert_eq!(store.search("\"and denied\"", None, 5).unwrap().len(), 1);
}

#[test]
fn a_query_reads_and_does_nothing_else() {
    let house = House::new();
    let mut store = house.create();
    import(&mut store, PLACE, &[("one", None)]);
    let table = store.query("SELECT reference, 1.5 AS half, NULL, x'00' FROM named_snapshots").unwrap();
    assert_eq!(table.columns[1], "half");
    assert_eq!(table.rows, [[Value::Text("main@1".to_owned()), Value::Real(1.5), Value::Null, Value::Blob(vec![0])]]);
    for sql in [
        "DELETE FROM claims",
        "DELETE FROM versions RETURNING *",
        "SELECT 1; DELETE FROM claims",
        "BEGIN",
        "COMMIT",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA user_version = 3",
        "VACUUM INTO 'stolen.db'",
    ] {
        assert_eq!(store.query(sql).unwrap_err().kind, StoreErrorKind::NotAQuery, "{sql}");
    }
    assert!(store.query("ATTACH 'other.db' AS other").is_err());
    assert!(matches!(store.query("SELEKT").unwrap_err().kind, StoreErrorKind::BadQuery(_)));
    assert!(matches!(store.query("SELECT load_extension('x')").unwrap_err().kind, StoreErrorKind::BadQuery(_)));
}
