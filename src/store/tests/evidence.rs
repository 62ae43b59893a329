//! What is stored of a version, and that it stays.

use super::*;

#[test]
fn evidence_and_decisions_can_be_neither_changed_deleted_nor_replaced() {
    let house = House::new();
    let mut store = house.create();
    import(&mut store, PLACE, &[("one", None)]);
    let mut writer = store.writer().unwrap();
    writer.decide(&decision(Ruling::Accept)).unwrap();
    writer.commit().unwrap();
    let db = house.foreign();
    for table in ["stories", "outlets", "reports", "snapshots", "decisions"] {
        for sql in [
            format!("UPDATE {table} SET id = id + 1"),
            format!("DELETE FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            let refused = db.execute(&sql, []).unwrap_err().to_string();
            assert!(refused.contains("never"), "{sql}: {refused}");
        }
    }
}

#[test]
fn bytes_that_come_back_are_a_version_where_others_stood_between() {
    let mut store = Store::in_memory().unwrap();
    let (first, second) = (("one", Some(10)), ("two", Some(20)));
    import(&mut store, PLACE, &[first, second, ("one", Some(30)), first, ("one", Some(15)), ("two", Some(25)), ("one", Some(5))]);
    let seen: Vec<_> = store.snapshots(None).unwrap().iter().map(SnapshotInfo::seen_at).collect();
    assert_eq!(seen, [Some(10), Some(20), Some(30)]);
}

#[test]
fn a_reader_sees_one_moment() {
    let house = House::new();
    let mut store = house.create();
    import(&mut store, PLACE, &[("one", None)]);
    let reader = house.open(Access::Read).unwrap();
    {
        let _at_once = reader.at_once().unwrap();
        let inside = reader.at_once().unwrap();
        assert_eq!(reader.snapshots(None).unwrap().len(), 1);
        drop(inside);
        import(&mut store, PLACE, &[("two", None)]);
        assert_eq!(reader.snapshots(None).unwrap().len(), 1);
    }
    assert_eq!(reader.snapshots(None).unwrap().len(), 2);
}

#[test]
fn the_same_bytes_are_stored_once_for_a_report_and_again_for_another() {
    let house = House::new();
    let mut store = house.create();
    let other = Place { report: "Other", ..PLACE };
    let mut writer = store.writer().unwrap();
    let first = writer.add(&capture("one", None), PLACE, 1).unwrap();
    assert_eq!(writer.add(&capture("one", None), PLACE, 2).unwrap(), Added::Known(first.id()));
    assert!(matches!(writer.add(&capture("one", None), other, 3).unwrap(), Added::New(_)));
    writer.commit().unwrap();
    assert_eq!(references(&store).len(), 2);
}

#[test]
fn nothing_is_stored_without_commit() {
    let house = House::new();
    let mut store = house.create();
    {
        let mut writer = store.writer().unwrap();
        let _ = writer.add(&capture("one", None), PLACE, 1).unwrap();
        assert_eq!(writer.snapshots(None).unwrap().len(), 1);
    }
    assert!(store.stories().unwrap().is_empty());
    import(&mut store, PLACE, &[("two", None)]);
    assert_eq!(house.open(Access::Read).unwrap().snapshots(None).unwrap().len(), 1);
}

#[test]
fn versions_are_numbered_by_capture_time_and_not_by_import() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("third", Some(30)), ("last", None), ("first", Some(10)), ("second", Some(20)), ("also last", None)]);
    let expected = [("main@1", "first"), ("main@2", "second"), ("main@3", "third"), ("main@4", "last"), ("main@5", "also last")];
    assert_eq!(references(&store), expected.map(|(reference, title)| (reference.to_owned(), title.to_owned())));
}

#[test]
fn many_versions_in_the_wrong_order_are_numbered_as_if_each_came_by_itself() {
    let given = [("third", Some(30)), ("last", None), ("first", Some(10)), ("third", Some(30)), ("last", None), ("second", Some(20))];
    let captures = given.map(|(text, at)| capture(text, at));
    let (mut store, mut one_by_one) = (Store::in_memory().unwrap(), Store::in_memory().unwrap());
    let mut writer = store.writer().unwrap();
    let added = writer.add_all(captures.iter().map(|capture| (capture, PLACE)), 1).unwrap();
    writer.commit().unwrap();
    let is_new: Vec<bool> = added.iter().map(|appended| matches!(appended.added, Added::New(_))).collect();
    assert_eq!(is_new, [true, true, true, false, false, true]);
    import(&mut one_by_one, PLACE, &given);
    assert_eq!(references(&store), references(&one_by_one));
    assert_eq!(references(&store).len(), 4);
}

#[test]
fn a_snapshot_reads_back_as_it_was_given() {
    let house = House::new();
    let given = Capture {
        origin: "in/v1.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        raw: b"\xff\0raw".to_vec(),
        url: Some("https://example.org".to_owned()),
        published_at: Some(-5),
        captured_at: Some(9),
        title: "Títle".to_owned(),
        byline: Some("By".to_owned()),
        note: Some("Note".to_owned()),
        text: "“Wörds”".to_owned(),
        notes: vec!["2 bytes \"mended\"".to_owned()],
        ..Capture::default()
    };
    let mut store = house.create();
    let mut writer = store.writer().unwrap();
    let id = writer.add(&given, PLACE, 77).unwrap().id();
    writer.commit().unwrap();
    let store = house.open(Access::Read).unwrap();
    let info = store.snapshot(id).unwrap();
    assert_eq!(store.raw(id).unwrap(), given.raw);
    assert_eq!(store.text(id).unwrap(), given.text);
    let expected = SnapshotInfo {
        id,
        story: "Istanbul Talks".to_owned(),
        outlet: "Frontier Wire".to_owned(),
        report: "Main".to_owned(),
        ordinal: 1,
        reference: "main@1".to_owned(),
        origin: given.origin,
        published_at: given.published_at,
        captured_at: given.captured_at,
        imported_at: 77,
        title: given.title,
        byline: given.byline,
        url: given.url,
        note: given.note,
        notes: given.notes,
        media_type: given.media_type,
        sha256: info.sha256.clone(),
        raw_bytes: 5,
        text_chars: 7,
        report_id: ReportId(1),
        repeats: 0,
    };
    assert_eq!(info, expected);
    assert_eq!(store.snapshot(SnapshotId(99)).unwrap_err().kind, StoreErrorKind::UnknownSnapshot(99));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_capture_reads_back_and_verifies(raw in proptest::collection::vec(any::<u8>(), 0..200), words in "\\PC{0,30}", at: Option<i64>) {
        let mut store = Store::in_memory().unwrap();
        let text = String::from_utf8_lossy(&raw).replace('\0', "\u{fffd}");
        let given = Capture { raw, text, title: words.clone(), note: Some(words.clone()), published_at: at, ..capture("x", None) };
        let place = Place { story: &words, outlet: &words, report: &words };
        let mut writer = store.writer().unwrap();
        let id = writer.add(&given, place, 0).unwrap().id();
        writer.commit().unwrap();
        prop_assert_eq!(store.raw(id).unwrap(), given.raw);
        prop_assert_eq!(store.text(id).unwrap(), given.text);
        let info = store.snapshot(id).unwrap();
        prop_assert_eq!(&info.report, &words);
        prop_assert_eq!(store.resolve(&info.reference).unwrap().id, id);
        prop_assert!(store.search(&words, None, 3).is_ok());
    }

    #[test]
    fn any_search_is_answered(words in ".{0,40}") {
        prop_assert!(Store::in_memory().unwrap().search(&words, None, 3).is_ok());
    }
}
