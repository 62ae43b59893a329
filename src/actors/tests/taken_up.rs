//! Descriptions that take up whom the text has named, and people whom only their surroundings tell to be some.

use super::spelling::sources;
use super::*;

#[test]
fn an_age_means_whoever_is_of_it_or_the_last_person() {
    for (text, want) in [
        ("Tarmo Wilk, 44, left. The 44-year-old said no. He laughed.", "Tarmo Wilk"),
        ("Tarmo Wilk, 44, met Ada Moss, 31. The 44-year-old said no. He laughed.", "Tarmo Wilk"),
        ("The mayor, Tarmo Wilk, left. The 44-year-old said no. He laughed.", "Tarmo Wilk"),
        ("Tarmo Wilk, 52, left. The 44-year-old said no. He laughed.", "(44-year-old)"),
        ("A man, 44, left. The 44-year-old said no. He laughed.", "(44-year-old)"),
    ] {
        assert_eq!(names(text, &["The 44-year-old", "He"])[0], want, "{text}");
    }
    let text = "Tarmo Wilk, 44, left. The 44-year-old lawyer said no. The 44-year-old left.";
    assert_eq!(names(text, &["The 44-year-old lawyer", "year-old left"])[0], "Tarmo Wilk");
}

#[test]
fn a_noun_that_anybody_can_be_called_takes_up_the_last_person() {
    for (text, source, want) in [
        ("Tarmo Wilk, 44, left. The man said no.", "The man", "Tarmo Wilk"),
        ("The mayor, Mary Moss, left. The man said no.", "The man", "(man)"),
        ("A man fell. Tarmo Wilk, 44, left. The man said no.", "The man", "(man)"),
        ("Tarmo Wilk, 44, won. The striker said no.", "The striker", "Tarmo Wilk"),
        ("Tarmo Wilk, 44, won. The Swede said no.", "The Swede", "Tarmo Wilk"),
        ("Tarmo Wilk, 44, won. The judge said no.", "The judge", "(judge)"),
        ("Tarmo Wilk, a former minister, left. The former minister said no.", "The former minister", "Tarmo Wilk"),
        ("Tarmo Wilk, the minister, left. The former minister said no.", "The former minister", "former minister"),
    ] {
        assert_eq!(names(text, &[source]), [want], "{text}");
    }
}

#[test]
fn the_only_company_is_meant_wherever_it_is() {
    for (text, source) in [
        ("Tarvik Water was fined. The firm said no.", "The firm"),
        ("Tarvik Water on Monday unveiled a pump. The Finnish firm said no.", "The Finnish firm"),
        ("Tarvik Water was fined. The Oslo-based company said no.", "The Oslo-based company"),
        ("Tarvik Water was fined. The San Jose start-up said no.", "The San Jose start-up"),
    ] {
        assert_eq!(names(text, &[source]), ["Tarvik Water"], "{text}");
    }
    assert_eq!(names("It rained. The Oslo-based company said no.", &["The Oslo-based company"]), ["Oslo-based company"]);
    // A capital at the start of a sentence makes no name.
    assert_eq!(names("Flights were late. The airline said no.", &["The airline"]), ["airline"]);
    assert_eq!(names("Pumps of Tarvik burst. Tarvik was fined. The firm said no.", &["The firm"]), ["Tarvik"]);
    assert_eq!(names("The retailer Tarvik said no. The retailer left.", &["The retailer Tarvik", "The retailer left"])[0], "Tarvik");
}

#[test]
fn whoever_is_only_told_of_is_known() {
    for (text, sources, want) in [
        ("Mirel Tibbs, 77, bought a gnome. She said no.", ["She"], "Mirel Tibbs"),
        ("Police held Orso Contel, 44, on Monday. He said no.", ["He"], "Orso Contel"),
        ("Wiri Parato fell off a roof. He said no.", ["He"], "Wiri Parato"),
        ("Helgi Cropper runs a shop. Cropper said no.", ["Cropper said"], "Helgi Cropper"),
        ("Helgi Cropper runs a shop. Mrs Cropper said no.", ["Mrs Cropper"], "Helgi Cropper"),
        ("Tarvik Airport was shut. He said no.", ["He"], "(he)"),
    ] {
        let sources = sources.map(|source| source.trim_end_matches(" said"));
        let last = if sources[0] == "Cropper" { 1 } else { 0 };
        let document = Document::new(text);
        let mut findings = Findings { claims: vec![claim(text, sources[0], last)], ..Findings::default() };
        resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
        let source = findings.claims[0].source.as_ref().expect("it has one");
        let name = if source.kind == ActorKind::Unnamed { format!("({})", source.name) } else { source.name.clone() };
        assert_eq!(name, want, "{text}");
    }
}

#[test]
fn whoever_speaks_is_not_the_man_that_they_speak_of() {
    let found: Vec<String> = sources("Ned Roper said the man had denied it.").into_iter().map(|(name, _)| name).collect();
    assert_eq!(found, ["Ned Roper", "man"]);
}
