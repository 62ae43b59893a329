//! Names that stand among words which describe their actor.

use super::*;

#[test]
fn nobody_is_named_by_what_befell_them() {
    for (source, want) in [
        ("A memo sent to staff", "memo"),
        ("Papers filed in Lidsburg", "papers"),
        ("A woman shot in the leg", "(woman)"),
        ("A man arrested at the port", "(man)"),
        ("A group backed by Peru", "(group)"),
        ("People briefed on the talks", "(people briefed on the talks)"),
    ] {
        let found = names(&format!("{source} said no."), &[source]);
        assert_eq!(found[0].replace(['(', ')'], ""), want.replace(['(', ')'], ""), "{source}");
    }
}

#[test]
fn a_body_is_not_the_state_whose_it_is() {
    assert_eq!(
        names("Chile's paramilitary Tarn Strike Forces (TSF) left.", &["Chile's paramilitary Tarn Strike Forces"]),
        ["Tarn Strike Forces"]
    );
    assert_eq!(names("Chile's armed forces left.", &["Chile's armed forces"]), ["Chile"]);
}

#[test]
fn a_state_inside_the_name_of_a_place_or_a_body_is_none() {
    assert_eq!(names("New Mexico lawmakers said no.", &["New Mexico lawmakers"]), ["(New Mexico lawmakers)"]);
    assert_eq!(names("Victoria Police said no.", &["Victoria Police"]), ["Victoria Police"]);
    assert_eq!(names("The Mexico government said no.", &["The Mexico government"]), ["Mexico"]);
}

#[test]
fn one_of_a_people_is_not_the_state() {
    assert_eq!(names("The Italian said no.", &["The Italian"]), ["(Italian)"]);
    assert_eq!(names("The French said no.", &["The French"]), ["France"]);
}

#[test]
fn a_name_after_a_long_title_is_the_actor() {
    for (source, want) in [
        ("Director of Rural Roads for Lidsburg Ann Moss", "Ann Moss"),
        ("Chief Constable of Upper Tarn Police Jim Orr", "Jim Orr"),
        ("The head of the agency, retired general Ivo Orr", "Ivo Orr"),
        ("The Bishop of Tarn, the Rt Rev Paul Moss", "Paul Moss"),
        ("The maker of the pump, Tarn Pharma", "Tarn Pharma"),
        ("A tearful Moss", "Moss"),
        ("The Tarn Committee on Health, Roads and Ports", "Tarn Committee on Health, Roads and Ports"),
        ("The Agency for the Repair of Tarn Roads", "Agency for the Repair of Tarn Roads"),
        ("Orb, the Vaccine Alliance", "Orb"),
    ] {
        assert_eq!(names(&format!("{source}, said no."), &[source]), [want], "{source}");
    }
    let text = "Director of Rural Roads for Lidsburg Ann Moss said no. Ms Moss left.";
    assert_eq!(names(text, &["Ms Moss"]), ["Ann Moss"]);
}
