//! Names by how they are spelt: endings, marks and capitals.

use super::*;

/// The names and kinds of the sources found in `text`.
pub(super) fn sources(text: &str) -> Vec<(String, ActorKind)> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    findings.claims.into_iter().filter_map(|claim| claim.source).map(|source| (source.name, source.kind)).collect()
}

#[test]
fn a_name_can_end_as_a_possessive_does() {
    let body = |name: &str| vec![(name.to_owned(), ActorKind::Organisation)];
    assert_eq!(sources("Brindle's said sales had fallen."), body("Brindle's"));
    assert_eq!(sources("Brindle’s has denied that sales had fallen."), body("Brindle's"));
    assert_eq!(sources("Brindle's of Lidsburg said sales had fallen."), body("Brindle's of Lidsburg"));
    assert_eq!(sources("Brindle's, which sells pies, said sales had fallen."), body("Brindle's"));
    let text = "Brindle's said sales had fallen. Shops would close, a Brindle's spokesman said.";
    assert_eq!(sources(text), [body("Brindle's"), body("Brindle's")].concat());
    assert_eq!(sources("Orb and Brindle's said sales had fallen."), body("Orb and Brindle's"));
}

#[test]
fn a_state_a_person_and_an_owner_keep_no_ending() {
    assert_eq!(names("Peru's foreign ministry said no.", &["Peru's foreign ministry"]), ["Peru foreign ministry"]);
    assert_eq!(names("Ann Lind, the mayor, left. Lind's said no.", &["Lind's"]), ["Ann Lind"]);
    let told = |text| sources(text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(told("Lind’s view is that it rained."), ["Lind"]);
    assert_eq!(told("Brasel’s version is that it rained."), ["Brasel"]);
}

#[test]
fn a_name_keeps_its_ampersand() {
    for name in ["Lind & Lind", "Orb & Tarn Co"] {
        assert_eq!(names(&format!("{name} said no."), &[name]), [name]);
    }
}

#[test]
fn acronyms_keep_their_capitals() {
    assert_eq!(names("WHO said it would wait.", &["WHO"]), ["World Health Organization"]);
    assert_eq!(names("MPs said no.", &["MPs"]), ["(MPs)"]);
    assert_eq!(names("4Q said no.", &["4Q"]), ["4Q"]);
    assert_eq!(names("oTarn said no.", &["oTarn"]), ["oTarn"]);
    assert_eq!(names("Ann Lee left. SHE SAID NO.", &["SHE"]), ["Ann Lee"], "a line in capitals has pronouns");
}

#[test]
fn an_age_is_one_word() {
    assert_eq!(names("The 52-year-old said no.", &["The 52-year-old"]), ["(52-year-old)"]);
}

#[test]
fn an_acronym_of_the_text_is_whom_the_text_introduces_it_for() {
    for told in [", or RSF,", " (RSF)", ", known as RSF,", ", known as the RSF,"] {
        let text = format!("The Rural Savings Fund{told} said no. The RSF left.");
        assert_eq!(names(&text, &["The RSF"]), ["Rural Savings Fund"], "{told}");
    }
    assert_eq!(names("The Rural Savings Fund met. The RSF left.", &["The RSF"]), ["Reporters Without Borders"], "it is not introduced");
}
