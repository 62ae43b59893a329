//! Figures through time.

use sayso::model::{ActorKind, Figure, Mention};
use sayso::track::{FigurePoint, Step, figure_series};

use crate::draft::draft;

#[test]
fn a_toll_goes_on_when_another_body_gives_it_and_an_earlier_one_stands_apart() {
    let text = "19 died; 31 died; 74 died; 31 families";
    let by = |evidence: &str, number: f64, source: &str| {
        let figure = draft(text).figure("killed", number, None, evidence).found.figures.remove(0);
        let name = Mention { text: source.to_owned(), span: Vec::new(), name: source.to_owned(), kind: ActorKind::State };
        Figure { source: Some(name), ..figure }
    };
    let found = [by("19 died", 19.0, "the coastguard"), by("74 died", 74.0, "the coastguard"), by("31 died", 31.0, "the ministry")];
    let point = |at: usize, version, year| FigurePoint { figure: &found[at], outlet: "Post", report: 1, version, year };
    let series = figure_series(&[point(0, 1, None), point(1, 1, Some(2009)), point(2, 2, None)]);
    let steps: Vec<Vec<Step>> = series.iter().map(|one| one.points.iter().map(|point| point.step).collect()).collect();
    assert_eq!(steps, [vec![Step::First, Step::Changed], vec![Step::First]]);
}

#[test]
fn a_running_total_that_falls_is_flagged() {
    let text = "at least 20 dead; 23 dead; 19 dead";
    let found = draft(text)
        .figure("killed", 20.0, Some("at least"), "at least 20 dead")
        .figure("killed", 23.0, None, "23 dead")
        .figure("killed", 19.0, None, "19 dead")
        .found
        .figures;
    assert_eq!(steps(&found, &[(1, 1), (1, 2), (1, 3)]), [Step::First, Step::Changed, Step::Fell]);
}

/// The steps of the first series of `found`, each figure in a report and version.
fn steps(found: &[Figure], places: &[(i64, u32)]) -> Vec<Step> {
    let point = |(figure, (report, version)): (_, &(i64, u32))| FigurePoint {
        figure,
        outlet: "Post",
        report: *report,
        version: *version,
        year: None,
    };
    let points: Vec<FigurePoint<'_>> = found.iter().zip(places).map(point).collect();
    figure_series(&points)[0].points.iter().map(|point| point.step).collect()
}

#[test]
fn a_figure_is_held_against_its_own_report() {
    let text = "11 raids; 14 raids; 11 raids; 16 raids";
    let mut draft = draft(text);
    for (number, words) in [(11.0, "11 raids"), (14.0, "14 raids"), (11.0, "11 raids"), (16.0, "16 raids")] {
        draft = draft.figure("raids", number, None, words);
    }
    let found = draft.found.figures;
    assert_eq!(steps(&found, &[(1, 1), (2, 1), (1, 2), (1, 3)]), [Step::First, Step::Differs, Step::Same, Step::Changed]);
}

#[test]
fn two_figures_that_stand_side_by_side_in_every_version_do_not_change() {
    let text = "2 officials; 3 officials; 4 officials";
    let mut draft = draft(text);
    for (number, words) in [(2.0, "2 officials"), (3.0, "3 officials"), (2.0, "2 officials"), (4.0, "4 officials")] {
        draft = draft.figure("officials", number, None, words);
    }
    let found = draft.found.figures;
    assert_eq!(steps(&found, &[(1, 1), (1, 1), (1, 2), (1, 2)]), [Step::First, Step::First, Step::Same, Step::Changed]);
}

/// `number` boats that somebody counts.
fn boats(what: &str, number: f64, source: &str, kind: ActorKind) -> Figure {
    let figure = draft("some boats").figure(what, number, None, "some boats").found.figures.remove(0);
    Figure { source: Some(Mention { text: source.to_owned(), span: Vec::new(), name: source.to_owned(), kind }), ..figure }
}

#[test]
fn unnamed_people_go_on_counting_under_a_like_name_and_others_do_not() {
    let said = |number, source, kind| boats("boats", number, source, kind);
    let (one, other) = ("coast guard officials of the north", "northern officials of the coast guard of the north");
    let unnamed = [said(4.0, one, ActorKind::Unnamed), said(6.0, other, ActorKind::Unnamed)];
    assert_eq!(steps(&unnamed, &[(1, 1), (1, 2)]), [Step::First, Step::Changed]);
    let named = [said(4.0, one, ActorKind::Organisation), said(6.0, other, ActorKind::Organisation)];
    assert_eq!(steps(&named, &[(1, 1), (1, 2)]), [Step::First]);
}

#[test]
fn a_person_whose_name_is_mended_goes_on_counting_and_two_of_one_version_are_two() {
    let said = |number, source, kind| boats("boats", number, source, kind);
    let mended = [said(4.0, "Tomas Rye", ActorKind::Person), said(6.0, "Thomas Rye", ActorKind::Person)];
    assert_eq!(steps(&mended, &[(1, 1), (1, 2)]), [Step::First, Step::Changed]);
    assert_eq!(steps(&mended, &[(1, 1), (1, 1)]), [Step::First]);
    let states = [said(4.0, "Iran", ActorKind::State), said(6.0, "Iraq", ActorKind::State)];
    assert_eq!(steps(&states, &[(1, 1), (1, 2)]), [Step::First]);
}

#[test]
fn what_another_report_has_is_held_against_the_count_of_the_same_body() {
    let told = |number, source| boats("killed", number, source, ActorKind::Organisation);
    let found = [told(4.0, "the navy"), told(9.0, "the ministry"), told(5.0, "the navy")];
    let point = |(figure, report)| FigurePoint { figure, outlet: "Post", report, version: 1, year: None };
    let points: Vec<FigurePoint<'_>> = found.iter().zip([1, 1, 2]).map(point).collect();
    let last = figure_series(&points)[0].points[2];
    assert_eq!((last.step, last.before), (Step::Differs, Some(0)));
}
