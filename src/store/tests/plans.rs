//! How SQLite goes about what it is asked: a listing of one story looks at that story.

use std::sync::{Arc, Mutex};

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::*;

/// The statements that `ask` runs on `store`.
fn statements(store: &mut Store, ask: impl FnOnce(&Store)) -> Vec<String> {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let sink = Arc::clone(&seen);
    let note = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(_, sql) = event {
            sink.lock().unwrap().push(sql.to_owned());
        }
    };
    store.db.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note)).unwrap();
    ask(store);
    store.db.trace_v2(TraceEventCodes::empty(), None::<fn(TraceEvent<'_>)>).unwrap();
    let seen = seen.lock().unwrap();
    seen.clone()
}

/// The tables that a statement reads from end to end.
fn scanned(store: &Store, sql: &str) -> Vec<String> {
    let mut plan = store.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let rows: Vec<String> = plan.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>().unwrap();
    let scans = rows.iter().filter_map(|row| row.strip_prefix("SCAN "));
    scans.filter(|table| !table.starts_with('(') && !table.contains("json_each")).map(str::to_owned).collect()
}

#[test]
fn a_reference_is_looked_up_and_not_searched_for() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    let asked = statements(&mut store, |store| {
        for reference in ["main@1", "frontier-wire@2", "frontier-wire/main@latest"] {
            assert!(store.resolve(reference).is_ok(), "{reference}");
        }
    });
    for sql in &asked {
        assert_eq!(scanned(&store, sql), [""; 0], "{sql}");
    }
    let suggested = statements(&mut store, |store| assert!(store.resolve("mein@1").is_err()));
    assert!(suggested.iter().any(|sql| !scanned(&store, sql).is_empty()), "suggestions are of all");
}

#[test]
fn a_listing_of_one_story_or_one_snapshot_reads_no_table_from_end_to_end() {
    let mut store = Store::in_memory().unwrap();
    let ids = import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    derive(&mut store, &ids);
    let of = |story: Option<&str>, at: Option<SnapshotId>| ClaimFilter { story: story.map(str::to_owned), at, ..Default::default() };
    let at = ids[0];
    let asked = statements(&mut store, |store| {
        let story = Some(PLACE.story);
        assert_eq!(store.snapshots(story).unwrap().len(), 2);
        assert_eq!(store.reports(story).unwrap().len(), 1);
        assert_eq!(store.claims(&of(story, None)).unwrap().len(), 4);
        assert_eq!(store.claims(&of(None, Some(at))).unwrap().len(), 2);
        assert_eq!(store.claims(&of(story, Some(at))).unwrap().len(), 2);
        assert_eq!(store.claim_ids(PLACE.story).unwrap().len(), 4);
        assert_eq!(store.figures(story).unwrap().len(), 4);
        assert_eq!(store.statuses(story).unwrap().len(), 2);
        assert_eq!(store.notices(story).unwrap().len(), 4);
        assert_eq!(store.threads(story).unwrap(), store.threads(None).unwrap());
        assert_eq!(store.members(story).unwrap(), store.members(None).unwrap());
        assert_eq!(store.changes(story).unwrap(), store.changes(None).unwrap());
        assert_eq!(store.turned_acts(story).unwrap().len(), store.turned_acts(None).unwrap().len());
        assert_eq!(store.turned_sources(story).unwrap().len(), store.turned_sources(None).unwrap().len());
        store.rejected_members(story).unwrap();
    });
    let of_all = |sql: &&String| sql.contains("?1 IS NULL") && !sql.contains("f.snapshot_id = ?6");
    let (all, one): (Vec<&String>, Vec<&String>) = asked.iter().partition(of_all);
    assert!(!all.is_empty() && one.len() > all.len(), "{asked:#?}");
    for sql in one {
        assert_eq!(scanned(&store, sql), [""; 0], "{sql}");
    }
    assert!(all.iter().all(|sql| !scanned(&store, sql).is_empty()), "the test sees a scan where there is one");
}
