//! What was altered behind the back of the store.

use super::*;

/// What verify says after `sql` was run with the guards taken away.
fn verified_after(sql: &str) -> Vec<(&'static str, String)> {
    let house = House::new();
    let mut store = house.create();
    import(&mut store, PLACE, &[("one", None)]);
    let mut writer = store.writer().unwrap();
    writer.decide(&decision(Ruling::Accept)).unwrap();
    writer.decide(&decision(Ruling::Reject)).unwrap();
    writer.commit().unwrap();
    drop(store);
    let db = house.foreign();
    db.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let guards = ["snapshots_no_update", "outlets_no_update", "decisions_no_update", "decisions_no_delete"];
    let kept: Vec<String> = guards
        .iter()
        .map(|name| db.query_row("SELECT sql FROM sqlite_schema WHERE name = ?1", [name], |row| row.get(0)).unwrap())
        .collect();
    db.execute_batch(&guards.map(|name| format!("DROP TRIGGER {name};")).concat()).unwrap();
    db.execute_batch(sql).unwrap();
    kept.iter().for_each(|sql| db.execute_batch(sql).unwrap());
    drop(db);
    let damage = house.open(Access::Read).unwrap().verify(&reread).unwrap();
    damage.into_iter().map(|found| (found.kind, found.place)).collect()
}

#[test]
fn an_intact_store_verifies_clean() {
    let house = House::new();
    let mut store = house.create();
    let ids = import(&mut store, PLACE, &[("one", None), ("two", None)]);
    derive(&mut store, &ids);
    assert_eq!(house.open(Access::Read).unwrap().verify(&reread).unwrap(), []);
}

#[test]
fn verify_finds_what_was_altered_behind_its_back() {
    let snapshot = |kind| (kind, "main@1".to_owned());
    assert_eq!(verified_after(""), []);
    assert_eq!(verified_after("UPDATE snapshots SET text = 'two'"), [snapshot("seal"), snapshot("text")]);
    assert_eq!(verified_after("UPDATE snapshots SET published_at = 1"), [snapshot("seal")]);
    assert_eq!(verified_after("UPDATE outlets SET name = 'Other'"), [snapshot("seal")]);
    assert_eq!(verified_after("UPDATE snapshots SET raw = x'00'"), [snapshot("hash")]);
    assert_eq!(verified_after("UPDATE decisions SET who = 'x' WHERE id = 1"), [("decision", "decision 1".to_owned())]);
    assert_eq!(verified_after("DELETE FROM decisions WHERE id = 1"), [("decision", "decision 2".to_owned())]);
    assert_eq!(verified_after("DROP TRIGGER stories_no_delete"), [("schema", "stories_no_delete".to_owned())]);
    assert_eq!(verified_after("CREATE TABLE extra (x)"), [("schema", "extra".to_owned())]);
    assert_eq!(verified_after("INSERT INTO versions VALUES (77, 1, 9)"), [("reference", "versions".to_owned())]);
}

#[test]
fn a_cut_off_file_is_an_error_and_no_panic() {
    let house = House::new();
    import(&mut house.create(), PLACE, &[("one", None)]);
    let whole = fs::read(house.path()).unwrap();
    for length in [50, 100, 4096, whole.len() / 2, whole.len() - 4096] {
        fs::write(house.path(), &whole[..length]).unwrap();
        let outcome = house.open(Access::Read).and_then(|store| store.verify(&reread));
        assert!(outcome.is_err() || outcome.is_ok_and(|damage| !damage.is_empty()), "{length}");
    }
}

#[test]
fn a_row_that_no_program_of_ours_wrote_is_damage() {
    let house = House::new();
    let mut store = house.create();
    let ids = import(&mut store, PLACE, &[("one", None), ("two", None)]);
    derive(&mut store, &ids);
    for (column, value) in [("act", "shrug"), ("content_span", "[[1]]"), ("topics", "[1]"), ("source_kind", "")] {
        let writer = store.writer().unwrap();
        writer.db.execute(&format!("UPDATE claims SET {column} = ?1"), [value]).unwrap();
        let error = writer.claims(&ClaimFilter::default()).unwrap_err();
        assert!(matches!(error.kind, StoreErrorKind::Damaged(_)), "{column}: {error}");
    }
}

#[test]
fn a_thread_whose_wordings_no_program_of_ours_wrote_is_damage() {
    let house = House::new();
    let mut store = house.create();
    let ids = import(&mut store, PLACE, &[("one", None), ("two", None)]);
    derive(&mut store, &ids);
    let writer = store.writer().unwrap();
    let thread = || writer.memory(PLACE.story).and_then(|memory| memory.thread(0));
    assert_eq!(thread().unwrap().map(|thread| thread.wordings.len()), Some(1));
    writer.db.execute("UPDATE threads SET wordings = '[{}]'", []).unwrap();
    let error = thread().unwrap_err();
    assert!(matches!(error.kind, StoreErrorKind::Damaged(_)), "{error}");
}
