//! What the publisher's own words own up to.

use sayso::model::{Act, ChangeKind, NoticeState};

use crate::draft::{Draft, changes, draft, kinds, led};

#[test]
fn a_note_beside_the_text_owns_up_or_understates() {
    let state = |note| changes(&[led("Pavel Horak"), led("Petr Novak").note(note)])[0].notice;
    assert_eq!(state("An earlier version named Pavel Horak; the delegation is led by Petr Novak."), NoticeState::Declared);
    assert_eq!(state("A typo has been fixed."), NoticeState::Partial);
    assert_eq!(state("A picture was added."), NoticeState::Silent);
}

#[test]
fn a_notice_that_speaks_of_somebody_does_not_own_up_to_another_name() {
    let pilot = |name: &str| {
        let evidence = format!("Pilot Jon {name} said that the engine had failed over the bay.");
        draft(&format!("Crash\n\n{evidence}\n")).claim(Act::State, &format!("Jon {name}"), "", &evidence)
    };
    let state = |note| changes(&[pilot("Ekdahl"), pilot("Ekdal").note(note)])[0].notice;
    assert_eq!(state("Correction: An earlier version misstated Mr Ekdal's age."), NoticeState::Silent);
    assert_eq!(state("Updated to add a comment from Mr Ekdal's lawyer."), NoticeState::Silent);
    assert_eq!(state("Correction: An earlier version misspelled the pilot's name. He is Jon Ekdal."), NoticeState::Declared);
    assert_eq!(state("Correction: The pilot is Jon Ekdal, not Ekdahl."), NoticeState::Declared);
}

#[test]
fn a_notice_of_a_figure_does_not_own_up_to_another_speaker_whom_it_names() {
    let strike = |source: &str| {
        let evidence = format!("{source} said that the drivers would stay away on Thursday.");
        draft(&format!("Trams\n\n{evidence}\n")).claim(Act::State, source, "", &evidence)
    };
    let state = |note| {
        let told = changes(&[strike("Hobb Trams"), strike("Minister Reis").note(note)]);
        (told[0].kind, told[0].notice)
    };
    let silent = (ChangeKind::SourceChanged, NoticeState::Silent);
    assert_eq!(state("Correction: The cost is £1.2m a day by the estimate of Hobb Trams, not £2m."), silent);
    let named = (ChangeKind::SourceChanged, NoticeState::Declared);
    assert_eq!(state("Correction: It was Minister Reis who said so, not Hobb Trams."), named);
}

#[test]
fn a_notice_gives_numbers_in_any_form() {
    let text = |value: f64, shown: &str| {
        draft(&format!("Land\n\nThe city paid ${shown} million for the land.\n")).figure("price", value, None, &format!("${shown} million"))
    };
    let state = |note| changes(&[text(3_100_000.0, "3.1"), text(1_300_000.0, "1.3").note(note)])[0].notice;
    assert_eq!(state("An earlier version said that the city paid $3.1 million. It paid $1.3 million."), NoticeState::Declared);
    assert_eq!(state("The city paid $1,300,000, not $3,100,000."), NoticeState::Declared);
    assert_ne!(state("An earlier version gave the wrong price for the land."), NoticeState::Silent);
    assert_eq!(state("An earlier version misquoted the mayor."), NoticeState::Silent, "a quotation is no figure");
    assert_eq!(state("The sum was 9.2 million in the past, and is $1.3 million now."), NoticeState::Silent, "what was put right is 9.2");
}

#[test]
fn a_notice_that_says_only_that_something_was_wrong_is_too_vague_for_a_date() {
    let text = |month: &str| {
        let evidence = format!("Minister Reis said that the tunnel would open in {month}.");
        draft(&format!("Tunnel\n\n{evidence}\n")).claim(Act::State, "Minister Reis", "", &evidence)
    };
    let state = |note| changes(&[text("May"), text("June").note(note)])[0].notice;
    assert_eq!(state("A previous version of this story contained an error. It has been corrected."), NoticeState::Partial);
    assert_eq!(state("This story was corrected on 3 June."), NoticeState::Partial, "the date is that of the notice");
    assert_eq!(state("The tunnel opens in June, not in May."), NoticeState::Declared);
    assert_eq!(state("An earlier version misstated the date on which the tunnel would open."), NoticeState::Declared);
    assert_eq!(state("An earlier version misstated when the tunnel would open."), NoticeState::Declared);
}

#[test]
fn other_words_are_a_fact_put_right_where_a_notice_has_both() {
    let text = |done: &str| {
        let evidence = format!("The ministry said that the old well had been {done} in the spring.");
        draft(&format!("Well\n\n{evidence}\n")).claim(Act::State, "ministry", "", &evidence)
    };
    let told = |note| {
        let told = changes(&[text("drained"), text("poisoned").note(note)]);
        (told[0].kind, told[0].notice)
    };
    assert_eq!(told("Correction: The well was poisoned, not drained."), (ChangeKind::Corrected, NoticeState::Declared));
    assert_eq!(told("Clarification: The well was poisoned.").0, ChangeKind::Corrected, "one word stands for one");
    assert_eq!(told("Correction: The well is in the old town.").0, ChangeKind::Reworded);
}

#[test]
fn a_notice_that_mends_a_number_owns_up_to_no_other_words_beside_it() {
    let text = |said: &str| {
        let evidence = format!("The fund said that it had {said} loans.");
        draft(&format!("Fund\n\n{evidence}\n")).claim(Act::State, "fund", "", &evidence)
    };
    let told = changes(&[text("paused 4"), text("cancelled 7").note("Correction: The number of loans is 7, not 4.")]);
    let told: Vec<_> = told.iter().map(|change| (change.kind, change.notice)).collect();
    assert_eq!(told, [(ChangeKind::Strengthened, NoticeState::Partial), (ChangeKind::FigureChanged, NoticeState::Declared)]);
}

#[test]
fn a_later_notice_owns_up_to_an_earlier_change() {
    let notice = "Correction: An earlier version named the head of the customs service as Pavel Horak. He is Petr Novak.";
    let with_notice = |version: Draft| {
        let mut with = version;
        with.text.push_str(&format!("\n{notice}\n"));
        with.notice(notice)
    };
    let told = changes(&[led("Pavel Horak"), led("Petr Novak"), with_notice(led("Petr Novak"))]);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind, told[0].notice), (ChangeKind::Corrected, NoticeState::Declared));
    assert!(told[0].why.contains("earlier change"), "{}", told[0].why);
}

#[test]
fn a_note_that_names_what_is_counted_but_no_value_owns_up_in_part() {
    let text = |cases: f64| {
        let body = format!("Fever in the valley\n\nDoctors have seen {cases} people since May.\n");
        let evidence = format!("{cases} people");
        draft(&body).figure("ill", cases, None, &evidence)
    };
    let state = |note| changes(&[text(34.0), text(36.0).note(note)])[0].notice;
    assert_eq!(state("Updated to show how many people are ill"), NoticeState::Partial);
    assert_eq!(state("Cases corrected from 34 to 36"), NoticeState::Declared);
    assert_eq!(state("Second paragraph edited"), NoticeState::Partial);
    assert_eq!(state("Updated with a photograph of the valley at dawn"), NoticeState::Silent);
}

#[test]
fn dates_times_and_ordinals_of_a_notice_own_up_to_no_count() {
    let text = |people: f64| {
        let body = format!("Canal\n\nWardens have seen {people} people on the lock since May.\n");
        let evidence = format!("{people} people");
        draft(&body).figure("people", people, None, &evidence)
    };
    let state = |note| changes(&[text(4.0), text(2.0).note(note)])[0].notice;
    assert_eq!(state("This page was amended on 4 April 2031."), NoticeState::Partial);
    assert_eq!(state("This page was amended on 2 April 2031."), NoticeState::Partial);
    assert_eq!(state("This page was amended on 9 April 2031."), NoticeState::Partial);
    assert_eq!(state("Corrected: the tearoom is on the fourth floor."), NoticeState::Silent);
    assert_eq!(state("Updated at 4 pm with a picture."), NoticeState::Silent);
    assert_eq!(state("Corrected on 9 April 2031: two people, not four."), NoticeState::Declared);
    assert_eq!(state("This page was amended on 9 April 2031 to correct the number of people."), NoticeState::Declared);
}

#[test]
fn a_notice_that_gives_the_new_date_owns_up_to_it() {
    let text = |day: &str| draft(&format!("Canal\n\nThe gates of the old lock open on {day} May at noon.\n"));
    let state = |note| changes(&[text("3"), text("4").note(note)])[0].notice;
    assert_eq!(state("An earlier version gave 3 May. The gates open on 4 May."), NoticeState::Declared);
    assert_eq!(state("This page was amended on 3 May."), NoticeState::Partial);
}

#[test]
fn a_statement_of_the_outlets_own_that_went_wants_a_notice_and_reported_speech_none() {
    let (own, reported) = ("The talks were adjourned at noon.", "Mayor Lund said that the hall would stay open all night.");
    let text = |sentences: &[&str]| draft(&format!("Talks\n\n{}\n", sentences.join("\n\n")));
    let both = || text(&[own, reported]).status("talks", "adjourned", own).claim(Act::State, "Mayor Lund", "", reported);
    let notice = |after| changes(&[both(), after]).into_iter().map(|change| (change.kind, change.notice)).collect::<Vec<_>>();
    assert_eq!(notice(text(&[reported]).claim(Act::State, "Mayor Lund", "", reported)), [(ChangeKind::Dropped, NoticeState::Silent)]);
    assert_eq!(notice(text(&[own]).status("talks", "adjourned", own)), [(ChangeKind::Dropped, NoticeState::NotApplicable)]);
}

#[test]
fn a_notice_with_one_word_of_a_passage_that_went_does_not_speak_of_it() {
    let went = "The talks were adjourned after the envoys quarrelled over a bridge.";
    let text = |body: &str| draft(&format!("Talks\n\n{body}\n"));
    let before = text(went).status("talks", "adjourned", went);
    let notice = |note| changes(&[before.clone(), text("Rain fell.").note(note)])[0].notice;
    assert_eq!(
        notice("Corrected: the name of the envoy from the northern province is Ida Holm, and she is a lawyer."),
        NoticeState::Silent
    );
    assert_eq!(notice("Corrected: the envoys did not quarrel."), NoticeState::Partial);
}

#[test]
fn a_mended_spelling_of_something_else_is_no_word_on_a_figure() {
    let text = |ewes: &str| {
        let evidence = format!("Farmers said that the lynx had killed {ewes} ewes in May.");
        draft(&format!("Lynx\n\n{evidence}\n\nIt was caught near Zennor.\n")).claim(Act::State, "Farmers", "", &evidence)
    };
    let state = |note| changes(&[text("16"), text("61").note(note)])[0].notice;
    assert_eq!(state("This story has been corrected to fix the spelling of Zennor."), NoticeState::Silent);
    assert_eq!(state("A typo has been fixed."), NoticeState::Partial);
}

#[test]
fn a_notice_that_is_gone_is_told() {
    let notice = "Correction: An earlier version of this report misstated the sum. It is 4.8 million crowns.";
    let with = draft(&format!("Port\n\nThe port is shut for good.\n\n{notice}\n")).claim(Act::Confirm, "", "", notice).notice(notice);
    let without = draft("Port\n\nThe port is shut for good.\n");
    assert_eq!(kinds(&[with, without]), [ChangeKind::Dropped]);
}

#[test]
fn a_notice_about_one_person_does_not_own_up_to_what_another_said() {
    let text = |rest: &str| format!("Town hall\n\nDr Marsh said that the unit was unsafe.{rest}\n");
    let denial = "Dr Flint denied the claim that the unit was “unsafe”.";
    let first = draft(&text(&format!("\n\n{denial}"))).claim(Act::Deny, "Flint", "", denial);
    let state = |note| changes(&[first.clone(), draft(&text("")).note(note)])[0].notice;
    assert_eq!(state("Correction: an earlier version of this story misquoted Dr Marsh."), NoticeState::Silent);
    assert_eq!(state("Correction: an earlier version of this story misquoted Dr Flint."), NoticeState::Declared);
}
