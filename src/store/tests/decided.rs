//! What people ruled.

use super::*;

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
