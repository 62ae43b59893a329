//! What is derived, read back and remade.

use super::*;

#[test]
fn findings_and_tracking_read_back_equal() {
    let mut store = Store::in_memory().unwrap();
    let ids = import(&mut store, PLACE, &[("one", Some(1)), ("two", Some(2))]);
    derive(&mut store, &ids);
    assert_eq!(store.findings(ids[0]).unwrap(), findings());
    assert_eq!(store.claims(&ClaimFilter::default()).unwrap().len(), 4);
    assert_eq!(store.figures(Some(PLACE.story)).unwrap().len(), 4);
    assert_eq!(store.statuses(Some("none")).unwrap(), []);
    assert_eq!(store.topics().unwrap(), ["ceasefire"]);
    assert_eq!(store.notices(None).unwrap()[3].found.span, None);
    let expected = tracking(ids[0], ids[1]);
    let threads: Vec<Thread> = expected.threads.iter().map(|followed| followed.thread.clone()).collect();
    assert_eq!(store.threads(Some(PLACE.story)).unwrap(), threads);
    assert_eq!(store.memory(PLACE.story).unwrap().thread(0).unwrap().as_ref(), expected.threads.first());
    let members = expected.members.into_iter().map(|NewMember { thread, snapshot, claim, score, reason }| ThreadMember {
        thread,
        snapshot,
        claim,
        evidence: span(0, 41),
        score,
        reason,
    });
    assert_eq!(store.members(None).unwrap(), members.collect::<Vec<_>>());
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
    let named = references(&store);
    let copy = store.copy_to_memory().unwrap();
    assert!(copy.claims(&ClaimFilter::default()).unwrap().is_empty());
    for mut store in [store, copy] {
        let mut writer = store.writer().unwrap();
        writer.clear_derivations().unwrap();
        writer.commit().unwrap();
        assert_ne!(store.derivations_digest().unwrap(), before);
        assert!(store.search("mortar", None, 9).unwrap().is_empty());
        assert_eq!(store.search("one", None, 9).unwrap().len(), 1);
        assert_eq!(references(&store), named);
        derive(&mut store, &ids);
        assert_eq!(store.derivations_digest().unwrap(), before);
        assert!(store.verify(&reread).unwrap().is_empty());
    }
}
