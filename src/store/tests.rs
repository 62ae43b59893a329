//! The store on real files: what it refuses, what it keeps, what it gives back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::ingest;
use crate::model::{
    Act, ActFamily, ActorKind, Certainty, Change, ChangeKind, Claim, Distance, Evidence, Figure, Mention, Notice, NoticeState, Passage,
    QuoteKind, Rule, Ruling, Status, SubjectKind,
};
use crate::text::CharSpan;

const AT_ONCE: Duration = Duration::from_millis(20);

struct House {
    folder: TempDir,
}

impl House {
    fn new() -> Self {
        House { folder: tempfile::tempdir().unwrap() }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("sayso.db")
    }

    fn open(&self, access: Access) -> Result<Store, StoreError> {
        Store::open_with(&self.path(), access, AT_ONCE)
    }

    fn create(&self) -> Store {
        self.open(Access::Create).unwrap()
    }

    /// The file as another program sees it, without our settings.
    fn foreign(&self) -> Connection {
        Connection::open(self.path()).unwrap()
    }
}

fn capture(text: &str, captured_at: Option<i64>) -> Capture {
    Capture {
        origin: format!("{}.txt", slug(text)),
        media_type: "text/plain".to_owned(),
        raw: text.as_bytes().to_vec(),
        captured_at,
        text: text.to_owned(),
        title: text.to_owned(),
        ..Capture::default()
    }
}

const PLACE: Place<'static> = Place { story: "Istanbul Talks", outlet: "Frontier Wire", report: "Main" };

fn import(store: &mut Store, place: Place<'_>, texts: &[(&str, Option<i64>)]) -> Vec<SnapshotId> {
    let mut writer = store.writer().unwrap();
    let ids = texts.iter().map(|(text, at)| writer.add(&capture(text, *at), place, 100).unwrap().id()).collect();
    writer.commit().unwrap();
    ids
}

fn references(store: &Store) -> Vec<(String, String)> {
    store.snapshots(None).unwrap().into_iter().map(|info| (info.reference, info.title)).collect()
}

fn reread(info: &SnapshotInfo, raw: &[u8]) -> Option<Capture> {
    ingest::reread(&info.origin, &info.media_type, raw)
}

fn span(start: u32, end: u32) -> CharSpan {
    CharSpan::from((start, end))
}

fn mention(text: &str) -> Mention {
    Mention { text: text.to_owned(), span: vec![span(0, 5), span(7, 9)], name: text.to_uppercase(), kind: ActorKind::ArmedGroup }
}

fn findings() -> Findings {
    let claim = Claim {
        id: "c1".to_owned(),
        act: Act::Accuse,
        source: Some(mention("Kabul")),
        target: Some(Mention { text: String::new(), span: Vec::new(), name: "unspecified".to_owned(), kind: ActorKind::Unnamed }),
        cue: Some(Passage { text: "accused".to_owned(), span: vec![span(6, 13)] }),
        content: Passage { text: "100% \"mortar\" fire_\n…".to_owned(), span: vec![span(14, 20), span(30, 41)] },
        evidence: Evidence { span: span(0, 41) },
        quote: QuoteKind::Mixed,
        certainty: Certainty::Hedged,
        distance: Distance::Distanced,
        negated: true,
        topics: vec!["ceasefire".to_owned(), "a \"b\"".to_owned()],
        answers: Some("c2".to_owned()),
        via: Some(mention("AFP")),
        confidence: 0.1 + 0.2,
        rule: Rule::Subject,
    };
    let own_voice = Claim {
        id: "c2".to_owned(),
        act: Act::State,
        source: None,
        target: None,
        cue: None,
        answers: None,
        via: None,
        topics: Vec::new(),
        quote: QuoteKind::None,
        negated: false,
        ..claim.clone()
    };
    let figure = Figure {
        id: "f1".to_owned(),
        what: "killed".to_owned(),
        low: Some(17.0),
        high: None,
        qualifier: Some("at least".to_owned()),
        unit: "people".to_owned(),
        source: Some(mention("Health officials")),
        cumulative: true,
        evidence: Evidence { span: span(3, 9) },
    };
    let status = Status {
        id: "s1".to_owned(),
        topic: "ceasefire".to_owned(),
        state: "in_effect".to_owned(),
        contrary: Some("violated".to_owned()),
        source: None,
        evidence: Evidence { span: span(1, 2) },
    };
    Findings {
        claims: vec![claim, own_voice],
        figures: vec![figure.clone(), Figure { id: "f2".to_owned(), low: None, high: Some(0.5), qualifier: None, source: None, ..figure }],
        statuses: vec![status],
        notices: vec![Notice { text: "Corrected".to_owned(), span: Some(span(4, 8)) }, Notice { text: "beside".to_owned(), span: None }],
        notes: vec!["not English".to_owned()],
    }
}

fn tracking(from: SnapshotId, to: SnapshotId) -> Tracking {
    let thread = Thread {
        id: "t1".to_owned(),
        family: ActFamily::Accuse,
        act: Act::Accuse,
        source_name: "Afghanistan".to_owned(),
        target_name: None,
        wording: "fire".to_owned(),
        answers: None,
    };
    let change = Change {
        id: "x1".to_owned(),
        kind: ChangeKind::Softened,
        thread: Some("t1".to_owned()),
        act: Some(Act::Deny),
        source_name: String::new(),
        evidence_from: None,
        evidence_to: Some(span(2, 6)),
        before: String::new(),
        after: "said".to_owned(),
        of: Some("killed".to_owned()),
        notice: NoticeState::Silent,
        weight: 0.3,
        why: "weaker verb".to_owned(),
    };
    let member = |snapshot| ThreadMember {
        thread: "t1".to_owned(),
        snapshot,
        claim: "c1".to_owned(),
        score: 1.0,
        reason: "began it".to_owned(),
        evidence: span(0, 41),
    };
    Tracking {
        threads: vec![followed(thread)],
        members: vec![member(to), member(from)],
        changes: vec![
            StoredChange { from, to, change: change.clone(), owned_in: None },
            StoredChange { from: to, to: from, change: Change { id: "x0".to_owned(), act: None, thread: None, ..change }, owned_in: None },
        ],
        ..Tracking::default()
    }
}

fn followed(thread: Thread) -> FollowedThread {
    FollowedThread {
        position: 0,
        thread,
        answers: None,
        status: Some("talks/failed".to_owned()),
        ever_accused: true,
        rejected: false,
        wordings: vec![ComparedWording { stems: vec!["truce".to_owned()], numbers: vec!["7".to_owned()], ..ComparedWording::default() }],
    }
}

fn derive(store: &mut Store, ids: &[SnapshotId]) {
    let mut writer = store.writer().unwrap();
    for id in ids {
        writer.put_findings(*id, &findings()).unwrap();
    }
    writer.put_tracking(PLACE.story, &tracking(ids[0], ids[1])).unwrap();
    writer.set_derived_by("0.1.0 lexicon abc").unwrap();
    writer.commit().unwrap();
}

fn decision(ruling: Ruling) -> NewDecision {
    NewDecision {
        ruling,
        subject: Subject { kind: SubjectKind::Claim, row: "c1".to_owned(), sha256: "a".repeat(64), span: span(0, 4), change: None },
        detail: Some("deny".to_owned()),
        with: None,
        who: "editor".to_owned(),
        why: None,
        decided_at: 7,
    }
}

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
    assert_eq!(writer.touched_stories(), ["Istanbul Talks"]);
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

#[test]
fn findings_and_tracking_read_back_equal() {
    let mut store = Store::in_memory().unwrap();
    let ids = import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    derive(&mut store, &ids);
    assert_eq!(store.findings(ids[0]).unwrap(), findings());
    assert_eq!(store.claims(&ClaimFilter::default()).unwrap().len(), 4);
    assert_eq!(store.figures(Some(PLACE.story)).unwrap().len(), 4);
    assert_eq!(store.statuses(Some("none")).unwrap(), []);
    assert_eq!(store.notices(None).unwrap()[3].found.span, None);
    let expected = tracking(ids[0], ids[1]);
    let threads: Vec<Thread> = expected.threads.iter().map(|followed| followed.thread.clone()).collect();
    assert_eq!(store.threads(Some(PLACE.story)).unwrap(), threads);
    assert_eq!(store.memory(PLACE.story).unwrap().thread(0).unwrap().as_ref(), expected.threads.first());
    assert_eq!(store.members(None).unwrap(), expected.members);
    assert_eq!(store.changes(Some(PLACE.story)).unwrap(), expected.changes);
    assert_eq!(store.derived_by().unwrap().as_deref(), Some("0.1.0 lexicon abc"));
}

#[test]
fn findings_put_again_replace_the_old_ones() {
    let mut store = Store::in_memory().unwrap();
    let ids = import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    derive(&mut store, &ids);
    let mut writer = store.writer().unwrap();
    writer.put_findings(ids[0], &Findings::default()).unwrap();
    writer.commit().unwrap();
    assert_eq!(store.findings(ids[0]).unwrap(), Findings::default());
    assert_eq!(store.members(None).unwrap().len(), 1);
    assert!(store.search("mortar", None, 9).unwrap().iter().all(|hit| hit.snapshot == ids[1]));
}

#[test]
fn spans_in_sql_give_the_words_with_substr() {
    let mut store = Store::in_memory().unwrap();
    let text = "😀 “Kabul” said.";
    let id = import(&mut store, PLACE, &[(text, None)])[0];
    let at = text.chars().position(|letter| letter == 'K').unwrap() as u32;
    let mut found = findings();
    found.claims.truncate(1);
    found.claims[0].evidence.span = span(at, at + 5);
    let mut writer = store.writer().unwrap();
    writer.put_findings(id, &found).unwrap();
    writer.commit().unwrap();
    let table = store
        .query("SELECT substr(text, evidence_start + 1, evidence_end - evidence_start) FROM claims JOIN snapshots ON snapshots.id = snapshot_id")
        .unwrap();
    assert_eq!(table.rows, [[Value::Text("Kabul".to_owned())]]);
}

#[test]
fn claims_are_filtered_by_who_what_and_where() {
    let mut store = Store::in_memory().unwrap();
    let ids = import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    derive(&mut store, &ids);
    let count = |filter: ClaimFilter| store.claims(&filter).unwrap().len();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(count(ClaimFilter { act: Some(Act::Accuse), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { by: some("kAbul"), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { by: some("Narrator"), ..Default::default() }), 2);
    assert_eq!(count(ClaimFilter { about: some("100%"), ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { about: some("1_0%"), ..Default::default() }), 0);
    assert_eq!(count(ClaimFilter { topic: some("ceasefire"), at: Some(ids[0]), ..Default::default() }), 1);
    assert_eq!(count(ClaimFilter { outlet: some("frontier-wire"), story: some(PLACE.story), ..Default::default() }), 4);
    assert_eq!(count(ClaimFilter { outlet: some("Other"), ..Default::default() }), 0);
}

#[test]
fn cleared_and_remade_derivations_have_the_same_digest() {
    let house = House::new();
    let mut store = house.create();
    let ids = import(&mut store, PLACE, &[("two", Some(2)), ("one", Some(1))]);
    derive(&mut store, &ids);
    let before = store.derivations_digest().unwrap();
    let mut copy = store.copy_to_memory().unwrap();
    assert_eq!(copy.derivations_digest().unwrap(), before);
    let mut writer = copy.writer().unwrap();
    writer.clear_derivations().unwrap();
    writer.commit().unwrap();
    assert_ne!(copy.derivations_digest().unwrap(), before);
    assert!(copy.search("mortar", None, 9).unwrap().is_empty());
    assert_eq!(copy.search("one", None, 9).unwrap().len(), 1);
    assert_eq!(references(&copy), references(&store));
    derive(&mut copy, &ids);
    assert_eq!(copy.derivations_digest().unwrap(), before);
    assert!(copy.verify(&reread).unwrap().is_empty());
}

#[test]
fn decisions_outlive_a_rebuild_and_an_undo_is_one_more() {
    let mut store = Store::in_memory().unwrap();
    let mut writer = store.writer().unwrap();
    let first = writer.decide(&decision(Ruling::Relabel)).unwrap();
    let undo = writer.undo(first, "editor", Some("was wrong"), 8).unwrap();
    assert_eq!(writer.undo(DecisionId(99), "x", None, 9).unwrap_err().kind, StoreErrorKind::UnknownDecision(99));
    writer.clear_derivations().unwrap();
    writer.commit().unwrap();
    let stand = |store: &Store| store.decisions().unwrap().iter().map(|found| found.stands).collect::<Vec<_>>();
    assert_eq!(stand(&store), [false, true]);
    assert_eq!(store.decisions().unwrap()[0].made, decision(Ruling::Relabel));
    let mut writer = store.writer().unwrap();
    writer.undo(undo, "editor", None, 9).unwrap();
    writer.commit().unwrap();
    assert_eq!(stand(&store), [true, false, true]);
}

#[test]
fn a_decision_says_which_change_it_is_on() {
    let mut store = Store::in_memory().unwrap();
    let side = |letter: &str, span| ChangeSide { sha256: letter.repeat(64), span };
    let change =
        ChangeSubject { kind: ChangeKind::Dropped, thread: Some("t1".to_owned()), from: side("b", Some(span(3, 9))), to: side("c", None) };
    let mut made = decision(Ruling::Reject);
    made.subject = Subject { kind: SubjectKind::Change, change: Some(change), ..made.subject };
    let mut writer = store.writer().unwrap();
    let first = writer.decide(&made).unwrap();
    writer.undo(first, "editor", None, 8).unwrap();
    writer.clear_derivations().unwrap();
    writer.commit().unwrap();
    let subjects: Vec<Subject> = store.decisions().unwrap().into_iter().map(|decision| decision.made.subject).collect();
    assert_eq!(subjects, [made.subject.clone(), made.subject]);
    assert_eq!(store.verify(&reread).unwrap(), []);
    store
        .db
        .execute_batch("DROP TRIGGER decision_changes_no_update; UPDATE decision_changes SET kind = 'added' WHERE decision_id = 1")
        .unwrap();
    let damage: Vec<_> = store.verify(&reread).unwrap().into_iter().map(|found| (found.kind, found.place)).collect();
    assert_eq!(damage, [("schema", "decision_changes_no_update".to_owned()), ("decision", "decision 1".to_owned())]);
}

#[test]
fn a_merge_says_by_evidence_with_what_it_joins() {
    let mut store = Store::in_memory().unwrap();
    let partner = Subject { kind: SubjectKind::Thread, row: "t2".to_owned(), sha256: "b".repeat(64), span: span(3, 9), change: None };
    let merge = NewDecision { detail: Some("t2".to_owned()), with: Some(partner), ..decision(Ruling::Merge) };
    // Old stores have the id alone.
    let old = NewDecision { with: None, ..merge.clone() };
    let mut writer = store.writer().unwrap();
    writer.decide(&merge).unwrap();
    writer.decide(&old).unwrap();
    writer.commit().unwrap();
    let made: Vec<NewDecision> = store.copy_to_memory().unwrap().decisions().unwrap().into_iter().map(|decision| decision.made).collect();
    assert_eq!(made, [merge, old]);
    assert_eq!(store.verify(&reread).unwrap(), []);
    assert!(store.db.execute("UPDATE decision_partners SET span_end = 10", []).is_err());
    store.db.execute_batch("DROP TRIGGER decision_partners_no_update; UPDATE decision_partners SET span_end = 10").unwrap();
    let damage: Vec<_> = store.verify(&reread).unwrap().into_iter().map(|found| (found.kind, found.place)).collect();
    assert_eq!(damage, [("schema", "decision_partners_no_update".to_owned()), ("decision", "decision 1".to_owned())]);
}

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
    house.foreign().execute_batch("PRAGMA user_version = 9").unwrap();
    for access in [Access::Read, Access::Write, Access::Create] {
        let error = house.open(access).unwrap_err();
        assert_eq!(error.kind, StoreErrorKind::Newer { found: 9, known: SCHEMA_VERSION });
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
    assert!(matches!(store.resolve(&hash[..3]).unwrap_err().kind, StoreErrorKind::UnknownReference { .. }));
}

#[test]
fn an_unknown_reference_is_answered_with_the_nearest() {
    let mut store = Store::in_memory().unwrap();
    import(&mut store, PLACE, &[("one", Some(1))]);
    let hint = |reference: &str| store.resolve(reference).unwrap_err().hint().unwrap();
    assert_eq!(hint("mian@1"), "did you mean main@1?");
    assert_eq!(hint("frontierwire@1"), "did you mean frontier-wire@1?");
    assert_eq!(hint("main@7"), "did you mean main@latest or main@1?");
    assert_eq!(hint("main"), "did you mean main@latest?");
    assert_eq!(hint("zzzzzzzz@1"), "`sayso log` lists the snapshots");
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
    assert_eq!(store.story("istanbul-talk").unwrap_err().hint().unwrap(), "did you mean istanbul-talks?");
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

#[test]
fn an_intact_store_verifies_clean() {
    let house = House::new();
    let mut store = house.create();
    let ids = import(&mut store, PLACE, &[("one", None), ("two", None)]);
    derive(&mut store, &ids);
    assert_eq!(house.open(Access::Read).unwrap().verify(&reread).unwrap(), []);
}

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
