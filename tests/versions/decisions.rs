//! What people rule takes effect on threads and changes at once, survives a rebuild, and is gone when it is taken back.

use sayso::decisions::{self, Fate, Item, Label, Ruler, RulingError, Standing, Verdict};
use sayso::lexicon::World;
use sayso::model::{Act, ChangeKind, Ruling, SubjectKind};
use sayso::pipeline::Pipeline;
use sayso::store::{ClaimFilter, DecisionId, NewDecision, Store, Subject};

use crate::{import, version};

const FIRST: &str = "Harbour works to start in May

The port authority said on Monday that dredging would start in May. Fishermen demanded compensation for the lost season.
";
const SECOND: &str = "Harbour works to start in May

The port authority said on Monday that dredging would start in May. The mayor accused the contractor of hiding the cost.
";

fn stored() -> Store {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 1, FIRST);
    add(&mut store, "Gull", 2, SECOND);
    store
}

/// Stores a version of an outlet's report, seen at that hour.
fn add(store: &mut Store, outlet: &str, hour: usize, text: &str) {
    import(store, &[version(outlet, hour, "", text)]);
}

/// The thread of the claim whose content holds `words`, in the last snapshot that has one.
fn thread_with(store: &Store, words: &str) -> String {
    let claim = claim_with(store, words);
    store.members(None).expect("members").into_iter().find(|member| member.claim == claim).expect("a member").thread
}

/// The claim whose content holds `words`, in the last snapshot that has one.
fn claim_with(store: &Store, words: &str) -> String {
    let claims = store.claims(&ClaimFilter::default()).expect("claims");
    claims.into_iter().rev().map(|stored| stored.found).find(|claim| claim.content.text.contains(words)).expect("such a claim").id
}

fn rule(store: &mut Store, id: &str, ruling: Ruling, detail: Option<&str>) -> DecisionId {
    let items = decisions::items(store, None).expect("items");
    let item = decisions::item(&items, id).expect("one item");
    let detail = || detail.expect("what the ruling needs");
    let verdict = match ruling {
        Ruling::Accept => Verdict::Accept,
        Ruling::Reject => Verdict::Reject,
        Ruling::Split => Verdict::Split,
        Ruling::Relabel => Verdict::Relabel(Label::named(item.subject.kind, detail()).expect("a label")),
        Ruling::Merge => Verdict::Merge(Box::new(decisions::item(&items, detail()).expect("one item").clone())),
        Ruling::Undo => panic!("no verdict on a row"),
    };
    decisions::decide(World::builtin(), store, item, &verdict, &ed(), 0).expect("a decision").id
}

/// Who rules.
fn ed() -> Ruler {
    Ruler { who: "ed".to_owned(), why: None }
}

/// Kinds of the changes and how many threads there are.
fn followed(store: &Store) -> (Vec<ChangeKind>, usize) {
    let kinds = store.changes(None).expect("changes").iter().map(|stored| stored.change.kind).collect();
    (kinds, store.threads(None).expect("threads").len())
}

fn is_the_same_after_a_rebuild(store: &Store) {
    assert_eq!(Pipeline::default().verify(store).expect("a sound store"), []);
}

#[test]
fn a_rejected_claim_has_no_thread_and_no_change_until_the_decision_is_taken_back() {
    let mut store = stored();
    let before = followed(&store);
    assert!(before.0.contains(&ChangeKind::Added), "{before:?}");
    let id = claim_with(&store, "hiding the cost");
    let decision = rule(&mut store, &id, Ruling::Reject, None);
    let after = followed(&store);
    assert!(!after.0.contains(&ChangeKind::Added), "{after:?}");
    assert_eq!(after.1, before.1 - 1);
    is_the_same_after_a_rebuild(&store);
    decisions::undo(World::builtin(), &mut store, decision, &ed(), 0).expect("an undo");
    assert_eq!(followed(&store), before);
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn a_relabelled_claim_is_followed_under_its_new_act() {
    let mut store = stored();
    let id = claim_with(&store, "hiding the cost");
    rule(&mut store, &id, Ruling::Relabel, Some("warn"));
    let acts: Vec<_> = store.changes(None).expect("changes").into_iter().filter_map(|stored| stored.change.act).collect();
    assert!(acts.contains(&sayso::model::Act::Warn), "{acts:?}");
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn a_claim_that_is_split_off_begins_a_thread_and_a_merge_makes_two_threads_one() {
    let mut store = stored();
    let (_, threads) = followed(&store);
    let id = claim_with(&store, "dredging would start");
    let first = claim_with(&store, "hiding the cost");
    // Both versions have the same words, so both would be split off, together: that parts nothing.
    let items = decisions::items(&store, None).expect("items");
    let alone = decisions::item(&items, &id).expect("one item");
    let refused = decisions::decide(World::builtin(), &mut store, alone, &Verdict::Split, &ed(), 0).expect_err("no split");
    assert!(matches!(refused, RulingError::NoThreadChanges { ruling: Ruling::Split, .. }), "{refused}");
    assert!(store.decisions().expect("decisions").is_empty());
    let other = claim_with(&store, "compensation");
    rule(&mut store, &first, Ruling::Merge, Some(&other));
    let (kinds, merged) = followed(&store);
    assert_eq!(merged, threads - 1);
    assert!(!kinds.contains(&ChangeKind::Added) && !kinds.contains(&ChangeKind::Dropped), "{kinds:?}");
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn a_rejected_thread_goes_with_all_that_happened_to_it() {
    let mut store = stored();
    let dropped = store.changes(None).expect("changes").into_iter().find(|stored| stored.change.kind == ChangeKind::Dropped);
    let thread = dropped.and_then(|stored| stored.change.thread).expect("a dropped claim");
    rule(&mut store, &thread, Ruling::Reject, None);
    assert!(!followed(&store).0.contains(&ChangeKind::Dropped));
    assert!(store.threads(None).expect("threads").iter().all(|kept| kept.id != thread));
    is_the_same_after_a_rebuild(&store);
}

/// The mayor's accusation, reworded from day to day; the second outlet has the first day's words.
const REWORDED: [&str; 3] = [
    "Harbour works\n\nThe mayor accused the contractor of hiding the cost of the dredging.\n",
    "Harbour works\n\nThe mayor suggested that the contractor had been hiding the cost of the dredging.\n",
    "Harbour works\n\nThe mayor said that the contractor had hidden the full cost of the dredging.\n",
];

#[test]
fn a_relabelled_thread_keeps_its_act_however_its_claims_are_worded() {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 1, REWORDED[0]);
    add(&mut store, "Gull", 2, REWORDED[1]);
    let thread = thread_with(&store, "hiding the cost");
    rule(&mut store, &thread, Ruling::Relabel, Some("warn"));
    // A version that comes after the ruling is under it, too.
    add(&mut store, "Gull", 3, REWORDED[2]);
    assert_eq!(thread_with(&store, "hidden the full cost"), thread);
    let acts: Vec<_> = store.threads(None).expect("threads").into_iter().filter(|kept| kept.id == thread).map(|kept| kept.act).collect();
    assert_eq!(acts, [sayso::model::Act::Warn]);
    let told = store.changes(None).expect("changes");
    assert!(!told.is_empty() && told.iter().all(|stored| stored.change.act == Some(sayso::model::Act::Warn)), "{told:?}");
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn words_that_are_split_off_are_one_thread_wherever_they_stand() {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 1, REWORDED[1]);
    add(&mut store, "Gull", 2, REWORDED[0]);
    add(&mut store, "Tern", 3, REWORDED[0]);
    assert_eq!(followed(&store).1, 1);
    let claim = claim_with(&store, "hiding the cost");
    rule(&mut store, &claim, Ruling::Split, None);
    assert_eq!(followed(&store).1, 2);
    // What goes on from the words in either outlet goes on in their thread.
    add(&mut store, "Tern", 4, REWORDED[2]);
    assert_eq!((followed(&store).1, thread_with(&store, "hidden the full")), (2, thread_with(&store, "of hiding the cost")));
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn merged_threads_are_one_in_all_their_wordings() {
    let mut store = Store::in_memory().expect("a store");
    let residents = "Harbour works\n\nResidents complained that lorries kept them awake at night.\n";
    add(&mut store, "Gull", 1, REWORDED[0]);
    add(&mut store, "Tern", 2, residents);
    add(&mut store, "Gull", 3, REWORDED[1]);
    assert_eq!(followed(&store).1, 2);
    let (one, other) = (thread_with(&store, "hiding the cost"), thread_with(&store, "awake at night"));
    rule(&mut store, &one, Ruling::Merge, Some(&other));
    add(&mut store, "Gull", 4, REWORDED[2]);
    add(&mut store, "Tern", 5, &residents.replace("complained that lorries kept them", "said that lorries had kept them"));
    assert_eq!(followed(&store).1, 1);
    is_the_same_after_a_rebuild(&store);
}

fn items_on_changes(store: &Store) -> Vec<Item> {
    let items = decisions::items(store, None).expect("items");
    items.into_iter().filter(|item| item.subject.kind == SubjectKind::Change).collect()
}

fn decided(store: &Store, item: &Item) {
    let standing = Standing::read(store, None).expect("decisions");
    let on: Vec<bool> = items_on_changes(store).iter().map(|other| standing.is_decided(other)).collect();
    let expected: Vec<bool> = items_on_changes(store).iter().map(|other| other.subject == item.subject).collect();
    assert_eq!(on, expected);
}

#[test]
fn a_change_that_another_version_of_the_program_calls_otherwise_is_still_the_one_that_was_ruled_on() {
    let mut store = stored();
    let item = items_on_changes(&store).remove(0);
    let mut renamed = item.clone();
    renamed.subject.row = "x0000000000000000".to_owned();
    decisions::decide(World::builtin(), &mut store, &renamed, &Verdict::Reject, &ed(), 0).expect("a decision");
    decided(&store, &item);
}

#[test]
fn a_decision_whose_change_is_gone_is_on_none_and_says_so() {
    let mut store = stored();
    let mut item = items_on_changes(&store).remove(0);
    item.subject.row = "x0000000000000000".to_owned();
    let change = item.subject.change.as_mut().expect("a change");
    change.kind = ChangeKind::StatusChanged;
    decisions::decide(World::builtin(), &mut store, &item, &Verdict::Reject, &ed(), 0).expect("a decision");
    let standing = Standing::read(&store, None).expect("decisions");
    assert_eq!(standing.all().map(|(_, fate)| fate).collect::<Vec<_>>(), [Fate::Lost]);
    assert!(items_on_changes(&store).iter().all(|other| !standing.is_decided(other)));
}

/// What became of each decision.
fn fates(store: &Store) -> Vec<Fate> {
    Standing::read(store, None).expect("decisions").all().map(|(_, fate)| fate).collect()
}

#[test]
fn a_ruling_on_a_thread_holds_when_a_version_before_all_others_is_imported_later() {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 2, REWORDED[1]);
    add(&mut store, "Gull", 3, REWORDED[2]);
    let thread = thread_with(&store, "hidden the full cost");
    let rejected = rule(&mut store, &thread, Ruling::Reject, None);
    assert_eq!(followed(&store), (vec![], 0));
    add(&mut store, "Gull", 1, REWORDED[0]);
    assert_eq!((followed(&store), fates(&store)), ((vec![], 0), vec![Fate::Stands]));
    add(&mut store, "Gull", 4, REWORDED[0]);
    assert_eq!(followed(&store), (vec![], 0));
    is_the_same_after_a_rebuild(&store);

    decisions::undo(World::builtin(), &mut store, rejected, &ed(), 0).expect("an undo");
    let now = thread_with(&store, "hidden the full cost");
    assert_ne!(now, thread, "the thread begins with an earlier claim");
}

#[test]
fn a_relabelled_thread_keeps_its_act_from_a_first_version_on_that_is_imported_later() {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 2, REWORDED[1]);
    add(&mut store, "Gull", 3, REWORDED[2]);
    let thread = thread_with(&store, "hidden the full cost");
    rule(&mut store, &thread, Ruling::Relabel, Some("warn"));
    add(&mut store, "Gull", 1, REWORDED[0]);
    add(&mut store, "Tern", 4, REWORDED[0]);
    let warned = |act| act == sayso::model::Act::Warn;
    let threads = store.threads(None).expect("threads");
    assert!(threads.len() == 1 && threads.iter().all(|thread| warned(thread.act)), "{threads:?}");
    let changes = store.changes(None).expect("changes");
    assert!(!changes.is_empty() && changes.iter().all(|stored| stored.change.act.is_some_and(warned)), "{changes:?}");
    assert_eq!(fates(&store), [Fate::Stands]);
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn a_split_parts_what_was_merged_before_and_a_merge_joins_it_again() {
    let mut store = stored();
    let (_, threads) = followed(&store);
    let (one, other) = (claim_with(&store, "hiding the cost"), claim_with(&store, "compensation"));
    rule(&mut store, &one, Ruling::Merge, Some(&other));
    assert_eq!(followed(&store).1, threads - 1);
    let split = rule(&mut store, &one, Ruling::Split, None);
    assert_eq!((followed(&store).1, fates(&store)), (threads, vec![Fate::Superseded(split), Fate::Stands]));
    is_the_same_after_a_rebuild(&store);
    rule(&mut store, &other, Ruling::Merge, Some(&one));
    assert_eq!(followed(&store).1, threads - 1);
    assert_eq!(fates(&store), [Fate::Superseded(split), Fate::Stands, Fate::Stands]);
    is_the_same_after_a_rebuild(&store);
}

#[test]
fn a_decision_whose_claim_is_gone_is_on_the_only_one_at_its_place_and_on_none_of_several() {
    let mut store = Store::in_memory().expect("a store");
    let told = "The mayor rejected an offer. Islamabad, they said, had answered with a paper of its own, which a bazaar sold.";
    add(&mut store, "Gull", 1, &format!("Harbour works\n\n{told}\n"));
    let (_, threads) = followed(&store);
    let items = decisions::items(&store, None).expect("items");
    let reject = |store: &mut Store, id: &str| {
        let mut item = decisions::item(&items, id).expect("one item").clone();
        item.subject.row = "c0000000000000000".to_owned();
        decisions::decide(World::builtin(), store, &item, &Verdict::Reject, &ed(), 0).expect("a decision");
    };
    let (only, one_of_two) = (claim_with(&store, "an offer"), claim_with(&store, "bazaar"));
    let place = decisions::item(&items, &one_of_two).expect("one item").subject.span;
    let is_there = |item: &&Item| item.subject.kind == SubjectKind::Claim && item.subject.span == place;
    assert_eq!(items.iter().filter(is_there).count(), 2);
    reject(&mut store, &only);
    assert_eq!((followed(&store).1, fates(&store)), (threads - 1, vec![Fate::Stands]));
    reject(&mut store, &one_of_two);
    assert_eq!((followed(&store).1, fates(&store)), (threads - 1, vec![Fate::Stands, Fate::Lost]));
}

#[test]
fn a_merge_finds_its_other_claim_by_its_place_and_says_when_it_is_gone() {
    let mut store = stored();
    let (_, threads) = followed(&store);
    let items = decisions::items(&store, None).expect("items");
    let (one, other) = (claim_with(&store, "hiding the cost"), thread_with(&store, "compensation"));
    let other = decisions::item(&items, &other).expect("one item").clone();
    let merge = |store: &mut Store, with: Subject| {
        let verdict = Verdict::Merge(Box::new(Item { subject: with, ..other.clone() }));
        decisions::decide(World::builtin(), store, decisions::item(&items, &one).expect("one item"), &verdict, &ed(), 0)
            .expect("a decision")
            .id
    };
    let renamed = Subject { row: "t0000000000000000".to_owned(), ..other.subject.clone() };
    let made = merge(&mut store, renamed);
    assert_eq!((followed(&store).1, fates(&store)), (threads - 1, vec![Fate::Stands]));
    is_the_same_after_a_rebuild(&store);
    decisions::undo(World::builtin(), &mut store, made, &ed(), 0).expect("an undo");
    // Its other claim was there when it was made.
    let subject = decisions::item(&items, &one).expect("one item").subject.clone();
    let gone = Subject { span: (0, 1).into(), ..other.subject.clone() };
    let (detail, with) = (Some(gone.row.clone()), Some(gone));
    let made = NewDecision { ruling: Ruling::Merge, subject, detail, with, who: "ed".to_owned(), why: None, decided_at: 0 };
    let mut writer = store.writer().expect("a writer");
    writer.decide(&made).expect("a decision");
    writer.commit().expect("a commit");
    Pipeline::default().rebuild(&mut store).expect("a rebuild");
    assert_eq!(followed(&store).1, threads);
    assert_eq!(fates(&store), [Fate::TakenBack, Fate::Stands, Fate::Lost]);
}

#[test]
fn a_merge_of_an_old_store_holds_as_long_as_its_id_is_given() {
    let mut store = stored();
    let (_, threads) = followed(&store);
    let items = decisions::items(&store, None).expect("items");
    let subject = decisions::item(&items, &claim_with(&store, "hiding the cost")).expect("one item").subject.clone();
    let (other, claim) = (thread_with(&store, "compensation"), claim_with(&store, "compensation"));
    for (with, count, fate) in [(other, 1, Fate::Stands), (claim, 1, Fate::Stands), ("t0000000000000000".to_owned(), 0, Fate::Lost)] {
        let mut writer = store.writer().expect("a writer");
        let subject = subject.clone();
        let detail = Some(with);
        let made = NewDecision { ruling: Ruling::Merge, subject, detail, with: None, who: "ed".to_owned(), why: None, decided_at: 0 };
        let made = writer.decide(&made).expect("a decision");
        writer.commit().expect("a commit");
        Pipeline::default().rebuild(&mut store).expect("a rebuild");
        assert_eq!((followed(&store).1, fates(&store).pop()), (threads - count, Some(fate)));
        decisions::undo(World::builtin(), &mut store, made, &ed(), 0).expect("an undo");
    }
}

#[test]
fn a_ruling_on_words_is_on_no_claim_of_another_story() {
    let mut store = stored();
    for ((text, story), hour) in [(FIRST, "port"), (SECOND, "port"), (SECOND, "quay")].iter().zip(3..) {
        import(&mut store, &[version(story, hour, &format!("story = \"{story}\"\n"), text)]);
    }
    let standing = |store: &Store, story: Option<&str>| {
        let standing = Standing::read(store, story).expect("decisions");
        let items = decisions::items(store, story).expect("items");
        let decided = items.iter().filter(|item| standing.is_decided(item)).count();
        (standing.all().map(|(_, fate)| fate).collect::<Vec<_>>(), decided)
    };
    let claim = claim_with(&store, "hiding the cost");
    let story = decisions::item(&decisions::items(&store, None).expect("items"), &claim).expect("one item").story.clone();
    rule(&mut store, &claim, Ruling::Reject, None);
    assert_eq!(standing(&store, None), (vec![Fate::Stands], 1));
    for other in ["one", "port", "quay"] {
        let expected = if other == story { (vec![Fate::Stands], 1) } else { (vec![], 0) };
        assert_eq!(standing(&store, Some(other)), expected, "{other}");
    }
    is_the_same_after_a_rebuild(&store);
}

/// Known failure: nothing but its first claim tells which thread was meant, so it is back, and the log says that the decision is lost.
#[test]
fn a_rejected_thread_whose_first_claim_is_rejected_after_it_is_back() {
    let mut store = Store::in_memory().expect("a store");
    add(&mut store, "Gull", 1, REWORDED[0]);
    add(&mut store, "Gull", 2, REWORDED[1]);
    let (thread, claim) = (thread_with(&store, "hiding the cost"), claim_with(&store, "of hiding the cost"));
    rule(&mut store, &thread, Ruling::Reject, None);
    assert_eq!((followed(&store).1, fates(&store)), (0, vec![Fate::Stands]));
    rule(&mut store, &claim, Ruling::Reject, None);
    assert_eq!((followed(&store).1, fates(&store)), (1, vec![Fate::Lost, Fate::Stands]));
}

#[test]
fn a_ruling_that_does_not_fit_its_row_is_refused_and_nothing_is_appended() {
    let mut store = stored();
    let items = decisions::items(&store, None).expect("items");
    let first = |kind: SubjectKind| items.iter().find(|item| item.subject.kind == kind).expect("one item").clone();
    let (claim, change) = (first(SubjectKind::Claim), first(SubjectKind::Change));
    let merge = |with: &Item| Verdict::Merge(Box::new(with.clone()));
    let elsewhere = Item { story: "elsewhere".to_owned(), ..first(SubjectKind::Thread) };
    for (item, verdict, said) in [
        (&change, Verdict::Split, "a change cannot be split"),
        (&change, merge(&claim), "a change cannot be merged"),
        (&claim, merge(&claim), "is merged with another claim or thread"),
        (&claim, merge(&change), "is a change"),
        (&claim, merge(&elsewhere), "is in elsewhere"),
        (&claim, Verdict::Relabel(Label::Change(ChangeKind::Moved)), "no act is called \"moved\""),
        (&change, Verdict::Relabel(Label::Act(Act::Warn)), "no kind of change is called \"warn\""),
    ] {
        let refused = decisions::decide(World::builtin(), &mut store, item, &verdict, &ed(), 0).expect_err(said);
        assert!(refused.to_string().contains(said) && !matches!(refused, RulingError::Store(_)), "{refused}");
    }
    assert!(store.decisions().expect("decisions").is_empty());
}
