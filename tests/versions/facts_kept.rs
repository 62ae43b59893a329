//! What a change must never be lost in: a number that looks like a year, a long text, marks on letters, one import or many.

use sayso::model::{ChangeKind, NoticeState};

use crate::{stored, version};

/// Kind, what was there and what is there now, of each change between two texts.
fn told(before: &str, after: &str) -> Vec<(ChangeKind, String, String)> {
    let text = |body: &str| format!("Row at the docks\n\n{body}\n");
    let store = stored(&[version("Gull", 1, "", &text(before)), version("Gull", 2, "", &text(after))]);
    let changes = store.changes(None).expect("changes");
    changes.into_iter().map(|stored| (stored.change.kind, stored.change.before, stored.change.after)).collect()
}

fn kinds(before: &str, after: &str) -> Vec<ChangeKind> {
    told(before, after).into_iter().map(|(kind, ..)| kind).collect()
}

#[test]
fn a_number_that_could_be_a_year_is_a_figure_where_something_is_counted() {
    for (before, after) in [
        ("The union said 1900 jobs would go.", "The union said 12000 jobs would go."),
        ("The storm damaged 2000 homes, the governor said.", "The storm damaged 20000 homes, the governor said."),
        ("The storm damaged 2000 homes, the governor said.", "The storm damaged 2050 homes, the governor said."),
        ("The army hid 2000 shells, the envoy said.", "The army hid 20000 shells, the envoy said."),
    ] {
        assert_eq!(kinds(before, after), [ChangeKind::FigureChanged], "{before} {after}");
    }
    assert_eq!(
        kinds("The firm was founded in 2019, the mayor said.", "The firm was founded in 2018, the mayor said."),
        [ChangeKind::Corrected]
    );
    assert_eq!(kinds("In 2019 prices rose, the bank said.", "In 2018 prices rose, the bank said."), [ChangeKind::Corrected]);
}

#[test]
fn a_quotation_that_stands_elsewhere_in_a_long_text_is_not_dropped() {
    let filler: String =
        (0..40).map(|at| format!("\n\nThe tide left the quay at the hour of the bell, and the {at} boats lay by the wall.")).collect();
    let quoted = "“The bridge was never safe and nobody listened to us,”";
    let before = format!("{quoted} said Ruth Alder, who runs the quay.{filler}");
    let after = format!("The quay was shut on Monday.{filler}\n\n{quoted} Ms Alder added.");
    assert!(!kinds(&before, &after).contains(&ChangeKind::Dropped));
}

#[test]
fn marks_on_letters_make_no_difference() {
    let named = |name: &str| {
        let text =
            |who: &str| format!("{who} said the pier was shut.\n\nOther guards, among them Ida {name}, the harbour master, left early.");
        kinds(&text("The harbour master"), &text(&format!("Ida {name}")))
    };
    assert_eq!(named("Müller"), named("Muller"));
}

#[test]
fn a_charge_in_the_outlets_own_voice_does_not_go_unseen() {
    let charge = "Pinnacle boss Dale Whitmore has been arrested for fraud.";
    let store = stored(&[
        version("Gull", 1, "", &format!("Row at the docks\n\n{charge}\n\nFans met on Monday.\n")),
        version("Gull", 2, "", "Row at the docks\n\nFans met on Monday.\n"),
    ]);
    let changes = store.changes(None).expect("changes");
    let found: Vec<_> = changes.iter().map(|stored| (stored.change.kind, stored.change.before.as_str(), stored.change.notice)).collect();
    assert_eq!(found, [(ChangeKind::Dropped, charge.trim_end_matches('.'), NoticeState::Silent)]);
    let moved = told(&format!("{charge} Fans met."), "Fans met. Mr Whitmore was arrested for fraud in May.");
    assert!(moved.iter().all(|(kind, ..)| *kind != ChangeKind::Dropped), "{moved:?}");
    assert!(kinds("Nobody has been charged with fraud. Fans met.", "Fans met.").is_empty());
    let verdict = told("Whitmore has been convicted of fraud. Fans met.", "Fans met.");
    assert_eq!(verdict.iter().map(|(kind, ..)| *kind).collect::<Vec<_>>(), [ChangeKind::Dropped], "{verdict:?}");
}

#[test]
fn one_step_made_twice_is_two_changes() {
    let text = |windows: u32| format!("Row at the docks\n\nThe blast broke {windows} windows of the hall.\n");
    let versions: Vec<_> = [12, 13, 12, 13].into_iter().zip(1..).map(|(windows, hour)| version("Gull", hour, "", &text(windows))).collect();
    let mut ids: Vec<String> = stored(&versions).changes(None).expect("changes").into_iter().map(|stored| stored.change.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((all, ids.len()), (3, 3));
}

#[test]
fn a_notice_owns_up_to_all_that_it_names_and_not_to_the_way_there() {
    let owned = |texts: [&str; 3]| {
        let versions: Vec<_> =
            texts.iter().zip(1..).map(|(text, hour)| version("Gull", hour, "", &format!("Row at the docks\n\n{text}\n"))).collect();
        let changes = stored(&versions).changes(None).expect("changes");
        let figures = changes.iter().filter(|stored| stored.change.kind == ChangeKind::FigureChanged);
        figures.map(|stored| (stored.change.notice, stored.owned_in.is_some())).collect::<Vec<_>>()
    };
    let both = "Police were called after about 40 fans gathered. Marne Police said four people were arrested.";
    let notice = "Correction: An earlier version stated that six people had been arrested. The correct figure is four. It also stated that \
                  about 400 fans gathered; police say the number was about 40.";
    let before = "Police were called after about 400 fans gathered. Marne Police said six people were arrested.";
    assert_eq!(owned([before, both, &format!("{both}\n\n{notice}")]), [(NoticeState::Silent, true); 2]);
    let toll = |count: &str| format!("The fire killed {count} people, the clinic said.");
    let revised = format!("{}\n\nCorrection: the number of people killed was revised from three to two.", toll("two"));
    assert_eq!(owned([&toll("two"), &toll("three"), &revised]), [(NoticeState::Silent, false), (NoticeState::Declared, false)]);
}

#[test]
fn a_charge_that_became_a_question_is_milder() {
    let became = |before: &str, after: &str| kinds(before, after);
    let (charged, questioned) = ("Mayor Ann Lee has been charged with bribery.", "Mayor Ann Lee has been questioned over bribery.");
    assert_eq!(became(charged, questioned), [ChangeKind::Softened]);
    assert_eq!(became(questioned, charged), [ChangeKind::Strengthened]);
    assert_eq!(became("Ann Lee broke the law.", "Ann Lee is alleged to have broken the law."), [ChangeKind::Softened]);
}
