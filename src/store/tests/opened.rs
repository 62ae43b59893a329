//! Which files are opened, by how many programs at once, and for what.

use super::*;

#[test]
fn what_is_no_store_of_ours_is_refused_before_anything_else() {
    let house = House::new();
    let kind = |access| house.open(access).map(|_| ()).unwrap_err().kind;
    assert_eq!(kind(Access::Write), StoreErrorKind::Missing);
    fs::write(house.path(), "no database, but long enough to look like one".repeat(99)).unwrap();
    assert_eq!(kind(Access::Read), StoreErrorKind::NotADatabase);
    assert_eq!(kind(Access::Create), StoreErrorKind::NotADatabase);
    fs::remove_file(house.path()).unwrap();
    house.foreign().execute_batch("CREATE TABLE recipes (name)").unwrap();
    assert_eq!(kind(Access::Create), StoreErrorKind::NotOurs);
    assert_eq!(Store::open(house.folder.path(), Access::Create).unwrap_err().kind, StoreErrorKind::CannotOpen("it is a folder".to_owned()));
}

#[test]
fn an_empty_file_becomes_a_store_only_where_one_is_to_be_made() {
    let house = House::new();
    fs::write(house.path(), "").unwrap();
    assert_eq!(house.open(Access::Read).unwrap_err().kind, StoreErrorKind::NotADatabase);
    house.create();
    assert!(house.open(Access::Read).is_ok());
}

#[test]
fn a_store_of_a_newer_version_is_named_as_such() {
    let house = House::new();
    house.create();
    house.foreign().execute_batch("PRAGMA user_version = 99").unwrap();
    for access in [Access::Read, Access::Write, Access::Create] {
        let error = house.open(access).unwrap_err();
        assert_eq!(error.kind, StoreErrorKind::Newer { found: 99, known: SCHEMA_VERSION });
        assert!(error.to_string().ends_with("sayso.db"), "{error}");
    }
}

#[test]
fn a_second_writer_waits_and_then_hears_that_the_store_is_busy() {
    let house = House::new();
    let mut first = house.create();
    let mut second = house.open(Access::Write).unwrap();
    let writer = first.writer().unwrap();
    let error = second.writer().map(|_| ()).unwrap_err();
    assert_eq!((error.kind.clone(), error.path.as_deref()), (StoreErrorKind::Busy, Some(house.path().as_path())));
    drop(writer);
    import(&mut second, PLACE, &[("one", None)]);
    assert_eq!(first.snapshots(None).unwrap().len(), 1);
}

#[test]
fn a_store_opened_for_reading_refuses_to_write() {
    let house = House::new();
    house.create();
    let mut store = house.open(Access::Read).unwrap();
    let refused = store.writer().and_then(|mut writer| writer.set_derived_by("x"));
    assert_eq!(refused.unwrap_err().kind, StoreErrorKind::ReadOnly);
}

#[test]
fn a_read_only_file_is_read_and_not_written() {
    let house = House::new();
    import(&mut house.create(), PLACE, &[("one", None)]);
    let mut permissions = fs::metadata(house.path()).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(house.path(), permissions).unwrap();
    assert_eq!(house.open(Access::Create).unwrap_err().kind, StoreErrorKind::ReadOnly);
    assert_eq!(house.open(Access::Read).unwrap().snapshots(None).unwrap().len(), 1);
}

#[test]
fn a_full_disk_is_named_and_nothing_is_stored() {
    let house = House::new();
    let mut store = house.create();
    store.db.execute_batch("PRAGMA max_page_count = 1").unwrap();
    let text: String = (0..200_000_u32).map(|index| char::from_u32(0x4e00 + index * 7_919 % 20_000).unwrap()).collect();
    let result = store.writer().and_then(|mut writer| writer.add(&capture(&text, None), PLACE, 1));
    assert_eq!(result.unwrap_err().kind, StoreErrorKind::DiskFull);
    assert!(store.stories().unwrap().is_empty());
}

#[test]
fn two_programs_can_make_the_same_store_at_once() {
    let open = |path: &Path| Store::open(path, Access::Create).map(|_| ());
    // Who comes first is chance, so it is tried more than once.
    for _ in 0..20 {
        let house = House::new();
        let path = house.path();
        let results: Vec<_> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| open(&path))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(results.iter().all(Result::is_ok), "{results:?}");
    }
}
