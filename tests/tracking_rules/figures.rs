//! Figures and tolls from one version to the next.

use sayso::model::{Act, ChangeKind};

use crate::draft::{changes, draft, kinds};

#[test]
fn a_share_is_one_however_it_is_written() {
    let version = |share: &str| {
        let evidence = format!("The bank said that rates had fallen to {share} in May.");
        draft(&format!("Bank\n\n{evidence}\n")).claim(Act::State, "bank", "", &evidence)
    };
    assert!(kinds(&[version("3 percent"), version("3%")]).is_empty());
    assert!(kinds(&[version("3 per cent"), version("3%")]).is_empty());
    assert_eq!(kinds(&[version("3%"), version("4%")]), [ChangeKind::FigureChanged]);
    assert_eq!(kinds(&[version("3%"), version("3 kilometres")]), [ChangeKind::FigureChanged]);
}

#[test]
fn a_number_with_another_unit_or_after_another_preposition_is_another_figure() {
    let version = |said: &str| {
        let evidence = format!("The bank said that {said}.");
        draft(&format!("Bank\n\n{evidence}\n")).claim(Act::State, "bank", "", &evidence).cue("said").saying(said)
    };
    let told = |was: &str, is: &str| {
        let told = changes(&[version(was), version(is)]);
        told.into_iter().map(|change| (change.kind, change.before, change.after)).collect::<Vec<_>>()
    };
    let figure = |was: &str, is: &str| [(ChangeKind::FigureChanged, was.to_owned(), is.to_owned())];
    assert_eq!(told("40 tonnes had leaked", "40 litres had leaked"), figure("40 tonnes", "40 litres"));
    assert_eq!(told("it dug 12 tonnes a day", "it dug 12 tonnes a week"), figure("12 tonnes a day", "12 tonnes a week"));
    assert_eq!(told("rates had risen by 2 percent", "rates had risen by 2 percentage points"), figure("2 percent", "2 percentage points"));
    assert_eq!(told("sales had fallen to 12 percent", "sales had fallen by 12 percent"), figure("fallen to 12", "fallen by 12"));
    assert_eq!(told("it was the first loss", "it was the second loss"), figure("first", "second"));
    assert_eq!(told("it put the number at 12", "it stood by a number of 12")[0].0, ChangeKind::Reworded);
}

#[test]
fn a_number_in_a_claim_is_told_with_both_values() {
    let version = |number: &str| {
        let evidence = format!("The coast guard said that {number} sailors were still missing off the cape.");
        draft(&format!("Wreck\n\n{evidence}\n")).claim(Act::State, "coast guard", "", &evidence)
    };
    let told = changes(&[version("12"), version("at least 120")]);
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].kind, told[0].before.as_str(), told[0].after.as_str()), (ChangeKind::FigureChanged, "12", "at least 120"));
}

#[test]
fn a_figure_that_no_claim_holds_is_told_too() {
    let version = |number: f64| {
        let evidence = format!("{number} people died");
        draft(&format!("Quake\n\nThe quake shook the valley at dawn and {evidence} in the old town.\n"))
            .figure("killed", number, None, &evidence)
    };
    let told = changes(&[version(14.0), version(17.0)]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::FigureChanged]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("14 people", "17 people"));
}

#[test]
fn what_parts_thousands_is_typography() {
    let text = |number: &str| {
        let evidence = format!("The mayor said that {number} crates had been moved.");
        draft(&format!("Docks\n\n{evidence}\n")).claim(Act::State, "mayor", "", &evidence)
    };
    assert!(changes(&[text("14\u{202f}000"), text("14,000")]).is_empty());
    assert_eq!(kinds(&[text("14,000"), text("14,500")]), [ChangeKind::FigureChanged]);
}

#[test]
fn a_number_is_shown_with_its_qualifier_and_no_other_words() {
    let text = |said: &str| {
        let evidence = format!("The mayor {said} crates.");
        draft(&format!("Docks\n\n{evidence}\n")).claim(Act::State, "mayor", "", &evidence)
    };
    let told = changes(&[text("said that by noon it had moved more than 40"), text("said that it has moved at least 57")]);
    let shown: Vec<_> = told.iter().filter(|change| change.kind == ChangeKind::FigureChanged).collect();
    assert_eq!(
        shown.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect::<Vec<_>>(),
        [("more than 40", "at least 57")]
    );
}

#[test]
fn a_toll_that_another_body_gives_in_other_words_has_changed() {
    let first =
        draft("Quake\n\nThe coastguard pulled 19 people dead from the water by noon.\n").figure("killed", 19.0, None, "19 people dead");
    let second = draft("Quake\n\nA minister told parliament of grief, and 31 people lie in the chapel of Renn.\n");
    let second = second.figure("killed", 31.0, None, "31 people");
    let told = changes(&[first.clone(), second]);
    let figures: Vec<_> = told.iter().filter(|change| change.kind == ChangeKind::FigureChanged).collect();
    assert_eq!(
        figures.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect::<Vec<_>>(),
        [("19 people", "31 people")]
    );
}

#[test]
fn the_figures_of_one_claim_are_told_together() {
    let version = |dead: f64, missing: f64| {
        let (killed, lost) = (format!("killed {dead} people"), format!("left {missing} missing"));
        let evidence = format!("The coast guard said that the squall had {killed} and {lost}.");
        let version = draft(&format!("Squall\n\n{evidence}\n")).claim(Act::State, "coast guard", "", &evidence);
        version.figure("killed", dead, None, &killed).figure("missing", missing, None, &lost)
    };
    let told = changes(&[version(12.0, 40.0), version(19.0, 57.0)]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::FigureChanged]);
    assert_eq!((told[0].before.as_str(), told[0].after.as_str()), ("12 people; 40 people", "19 people; 57 people"));
    assert_eq!(kinds(&[version(12.0, 40.0), version(19.0, 40.0)]), [ChangeKind::FigureChanged]);
}

#[test]
fn a_toll_goes_on_in_other_words_and_another_mouth() {
    let first = "A ferry sank off the northern cape overnight, killing 12 people, the coast guard said.";
    let second = "Nineteen bodies had been recovered by Tuesday noon, the disaster office said.";
    let version = |source: &str, evidence: &str, dead: f64, words: &str| {
        let mut version =
            draft(&format!("Ferry\n\n{evidence}\n")).claim(Act::State, source, "", evidence).figure("killed", dead, None, words);
        version.found.figures[0].source = version.found.claims[0].source.clone();
        version
    };
    let before = version("coast guard", first, 12.0, "killing 12 people");
    let after = version("disaster office", second, 19.0, "Nineteen bodies had been recovered");
    let mut told = kinds(&[before, after]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::SourceChanged, ChangeKind::FigureChanged]);
}

#[test]
fn of_a_sentence_full_of_amounts_the_one_that_changed_is_told() {
    let version = |changed: usize| {
        let amounts = (1000..3000).map(|at| format!("{} people", if at == 2000 { changed } else { at }));
        let amounts: Vec<String> = amounts.collect();
        let evidence = format!("Police counted {}.", amounts.join(" and "));
        let said = draft(&format!("Count\n\n{evidence}\n")).claim(Act::State, "Police=police", "", &evidence).cue("counted");
        amounts.iter().fold(said, |said, amount| said.figure("people", amount[..4].parse().unwrap_or_default(), None, amount))
    };
    let told = changes(&[version(2000), version(7000)]);
    let told: Vec<_> = told.iter().map(|change| (change.kind, &*change.before, &*change.after)).collect();
    assert_eq!(told, [(ChangeKind::FigureChanged, "2,000 people", "7,000 people")]);
}

#[test]
fn a_time_in_other_units_is_another_figure() {
    let version = |time: &str| {
        let evidence = format!("The chamber said that work on the port would stop for {time}.");
        draft(&format!("Port\n\n{evidence}\n")).claim(Act::State, "The chamber=chamber", "", &evidence).cue("said")
    };
    let told = changes(&[version("a year"), version("18 months")]);
    let told: Vec<_> = told.iter().map(|change| (change.kind, &*change.before, &*change.after)).collect();
    assert_eq!(told, [(ChangeKind::FigureChanged, "a year", "18 months")]);
}

#[test]
fn of_two_tolls_that_went_the_one_in_like_words_goes_on() {
    let army = "Fourteen people were killed by rockets in the town, the army said.";
    let doctor = "A doctor put the dead at 11.";
    let bureau = "Seventeen people were killed when rockets hit the town at dawn, the health bureau said.";
    let mut before = draft(&format!("Rockets\n\n{army}\n\n{doctor}\n")).claim(Act::State, "the army=army", "", army);
    before = before.figure("killed", 14.0, None, "Fourteen people were killed").claim(Act::State, "A doctor=doctor", "", doctor);
    before = before.figure("killed", 11.0, None, "the dead at 11");
    let mut after = draft(&format!("Rockets\n\n{bureau}\n")).claim(Act::State, "the health bureau=health bureau", "", bureau);
    after = after.figure("killed", 17.0, None, "Seventeen people were killed");
    for (version, figures) in [(&mut before, 2), (&mut after, 1)] {
        for at in 0..figures {
            version.found.figures[at].source = version.found.claims[at].source.clone();
        }
    }
    let mut told = kinds(&[before, after]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::Dropped, ChangeKind::SourceChanged, ChangeKind::FigureChanged]);
}

#[test]
fn a_number_of_more_days_is_a_number_of_days() {
    let version = |said: &str| {
        let evidence = format!("The nurse said that the flour would last {said}.");
        draft(&format!("Siege\n\n{evidence}\n")).claim(Act::State, "nurse", "", &evidence).cue("said").saying(said)
    };
    assert_eq!(kinds(&[version("nine more days"), version("a week")]), [ChangeKind::FigureChanged]);
    assert_eq!(kinds(&[version("two further years"), version("a year")]), [ChangeKind::FigureChanged]);
    assert_eq!(kinds(&[version("two years"), version("two long years")]), [ChangeKind::Reworded]);
}
