//! Organs, bodies and states under their names, their short ones and their nouns.

use super::*;

/// Names of the states among the sources of `text`.
fn states(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    let sources = findings.claims.into_iter().filter_map(|claim| claim.source);
    sources.filter(|source| source.kind == ActorKind::State).map(|source| source.name).collect()
}

#[test]
fn organs_have_one_name_however_they_are_put() {
    for source in ["the Jordanian health ministry", "Jordan's health ministry", "the health ministry in Amman", "Jordan’s health ministry"]
    {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), ["Jordan health ministry"], "{source}");
    }
    assert_eq!(names("Jordan's health ministry met. The health ministry said so.", &["The health ministry"]), ["Jordan health ministry"]);
}

#[test]
fn a_noun_with_a_capital_is_the_body_whose_name_ends_so() {
    for name in ["Tarn Lakes Trust", "Tarn Lakes Front", "Dockers' Union", "Farmers’ Party"] {
        let noun = name.rsplit(' ').next().expect("a noun");
        let text = format!("The {name} met on Monday. The {noun} said no.");
        let plain = name.replace(['\'', '’'], "");
        assert_eq!(names(&text, &[&format!("The {noun}")]), [plain], "{name}");
    }
    let text = "The Tarn Lakes Trust met the Harbour Trust. The Trust said no.";
    assert_eq!(names(text, &["The Trust"]), ["Trust"], "nobody knows which");
}

#[test]
fn who_speaks_behind_a_place_is_no_apposition_to_it() {
    let text = "Nine died in Osk, the charity that sent it said. Tarn Larder, the charity, left.";
    assert_eq!(names(text, &["the charity that sent it"]), ["Tarn Larder"]);
}

#[test]
fn a_short_name_is_no_parent_of_the_body_it_stands_for() {
    let text = "Tarn Water said no. Shares in its parent, Tarn Group, fell. Tarn left.";
    assert_ne!(names(text, &["Tarn left"])[0], "Tarn Group");
    assert_eq!(names("Tarn Group is an airline. Tarn said no.", &["Tarn"])[0], "Tarn Group");
}

#[test]
fn a_body_goes_by_its_full_name_its_short_one_and_its_noun() {
    let text = "The Department of Parks said it rained. The parks department said it froze. The department said more.";
    assert_eq!(names(text, &["The Department of Parks", "The parks department", "The department"]), ["Department of Parks"; 3]);
    let text = "The Data Commissioner's Office (DCO) said so. The DCO said more.";
    assert_eq!(names(text, &["The Data Commissioner's Office (DCO)", "The DCO"]), ["Data Commissioner's Office"; 2]);
    let text = "The Ethics in Public Life Commission said so.";
    assert_eq!(names(text, &["The Ethics in Public Life Commission"]), ["Ethics in Public Life Commission"]);
    let text = "Norbel said the ships were safe. The port of Lidsburg said two had sunk. The company denied it.";
    assert_eq!(names(text, &["Norbel", "The company"]), ["Norbel"; 2]);
    let text = "Norbel said the ships were safe. Tarvik said they were not. The company denied it.";
    assert_eq!(names(text, &["The company"]), ["company"]);
}

#[test]
fn a_law_firm_is_not_the_company_that_the_text_is_about() {
    let text = "Norbel said the ships were safe. Brody Holm, a law firm, said they were not. Norbel sank two. The company denied it.";
    assert_eq!(names(text, &["The company"]), ["Norbel"]);
    let text = "Brody Holm, a law firm, said the ships were not safe. The company denied it.";
    assert_eq!(names(text, &["The company"]), ["Brody Holm"]);
    let text =
        "Ilva Trell said the ships were safe. Brody Holm, a law firm, said they were not. Ilva Trell left. Trell ran. The company hid.";
    assert_eq!(names(text, &["The company"]), ["Brody Holm"], "who goes by the last word is a person");
}

#[test]
fn people_in_capitals_and_a_body_before_a_state_are_bodies() {
    let text = "The Harbour Workers of Peru said no. NHS Scotland said so. UNICEF Peru said more.";
    let found = names(text, &["The Harbour Workers of Peru", "NHS Scotland", "UNICEF Peru"]);
    assert_eq!(found, ["Harbour Workers of Peru", "NHS Scotland", "UNICEF Peru"]);
}

#[test]
fn every_row_of_demonyms_makes_a_state_and_only_beside_what_states_have() {
    use crate::lexicon::{demonyms, tsv};
    for [drops, takes, example, counter] in tsv::rows::<4>(demonyms::FILE) {
        let name = example.split(' ').next().unwrap_or_default();
        assert!(states(example).iter().any(|state| state == name), "-{drops} +{takes}: {example}");
        assert_eq!(states(counter), [""; 0], "-{drops} +{takes}: {counter}");
    }
}

#[test]
fn a_part_of_the_world_is_no_state() {
    assert_eq!(states("Africa said no. African ministers met on Monday."), [""; 0]);
}

#[test]
fn whose_minister_speaks_is_a_state_unless_it_is_a_person() {
    assert_eq!(states("Ostrov denied it. Ostrov's foreign minister spoke."), ["Ostrov"]);
    assert_eq!(states("Lind denied it. Lind's foreign minister spoke after Ada Lind had left."), [""; 0]);
    assert_eq!(states("Zembla denied it. A Zemblan diplomat left. Zembla said that he had to."), ["Zembla", "Zembla"]);
}

#[test]
fn a_state_that_no_table_knows_answers_the_other_one() {
    let text = "Zembla accused Ostrov of shelling a bridge. The Ostrovian army denied it. The Zemblan government said that it would wait.";
    assert_eq!(targets(text, Act::Deny), ["Zembla"]);
}

#[test]
fn a_body_that_no_table_names_is_no_person() {
    for (text, sources) in [
        ("Larkfield Hotel said so. The hotel said no.", ["Larkfield Hotel", "The hotel"]),
        ("Larkfield Academy said so. The academy said no.", ["Larkfield Academy", "The academy"]),
        ("Larkfield Automaker said so. The company said no.", ["Larkfield Automaker", "The company"]),
    ] {
        let name = sources[0].to_owned();
        assert_eq!(names(text, &sources), [name.clone(), name], "{text}");
    }
    assert_eq!(names("The bomb hit the Grand Hotel. The union said no.", &["The union"]), ["union"]);
}

#[test]
fn a_state_and_its_rebels_are_the_two_sides() {
    let text = "Chad and the rebels of the Lake Front (LF) met in Niger. The LF said it was late. Officials said the rebels had fired. \
                The army denied firing. Both sides were tired.";
    assert_eq!(names(text, &["Both sides", "the rebels had"])[0], "Chad and Lake Front");
    assert_eq!(names(text, &["The LF"]), ["Lake Front"]);
    assert_eq!(names(text, &["The army"]), ["Chad army"]);
    assert_eq!(targets(text, Act::State), ["", "Lake Front"]);
    assert_eq!(targets(text, Act::Deny), ["Lake Front"]);
}

#[test]
fn a_body_that_the_text_introduces_is_one_under_its_short_name_and_its_noun() {
    let text = "Brasel Ferries, the island's only operator, cut a route. Brasel said so. The operator added more. The company was silent.";
    assert_eq!(names(text, &["Brasel said", "The operator", "Brasel Ferries"])[1..], ["Brasel Ferries", "Brasel Ferries"]);
    assert_eq!(names(&text.replace("Brasel said", "Brasel"), &["Brasel"]), ["Brasel Ferries"]);
    let text = "The strike began when the United Weavers union walked out. The union wants more.";
    assert_eq!(names(text, &["The union", "the United Weavers union"]), ["United Weavers", "United Weavers"]);
    let text = "The Dockers Union and the Weavers Union met. The union left.";
    assert_ne!(names(text, &["The union"]), ["Dockers Union"], "the text has two unions");
}

#[test]
fn a_place_is_no_short_name_of_a_body() {
    let text = "The Lidsburg Port Authority met in Lidsburg. Lidsburg waited.";
    assert_ne!(names(text, &["Lidsburg waited"]), ["Lidsburg Port Authority"]);
}

#[test]
fn what_has_a_minister_is_a_state_and_no_short_name_of_a_body() {
    let text = "Osland's transport minister resigned. The Osland Weavers Union cheered. Osland waited.";
    assert_ne!(names(text, &["Osland waited"]), ["Osland Weavers Union"]);
}

#[test]
fn a_company_is_known_by_the_last_word_of_its_name() {
    let text = "Brasel Lines, which runs the ferry, cut a route. The company said so. The firm added more.";
    assert_eq!(names(text, &["The company", "The firm"]), ["Brasel Lines", "Brasel Lines"]);
}

#[test]
fn both_sides_of_a_dispute_between_bodies_are_the_two_that_are_named() {
    let text = "Brasel Ferries, the operator, met the United Weavers union. The union left. The operator stayed. Both sides were tired.";
    assert_eq!(names(text, &["Both sides"]), ["Brasel Ferries and United Weavers"]);
}

#[test]
fn whoever_holds_a_post_in_a_body_is_not_the_body() {
    let text = "The deputy governor of the central bank, Chanda Rask, resigned. The bank said nothing. The port's operator, Brasel Ports, said so.";
    assert_eq!(names(text, &["The bank", "Brasel Ports"]), ["bank", "Brasel Ports"]);
}

#[test]
fn clubs_houses_and_wires_are_no_people() {
    let text = "FC Nordheim said no. Linden House said no. Atlantic Wire said no. Councilman Hector Lind said no. Lind spoke.";
    let document = Document::new(text);
    let sources = ["FC Nordheim", "Linden House", "Atlantic Wire", "Councilman Hector Lind"];
    let mut findings = Findings { claims: sources.iter().map(|source| claim(text, source, 0)).collect(), ..Findings::default() };
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    let kinds: Vec<_> = findings.claims.iter().filter_map(|claim| claim.source.as_ref()).map(|source| source.kind).collect();
    assert_eq!(kinds, [ActorKind::Organisation, ActorKind::Organisation, ActorKind::Media, ActorKind::Person]);
}

#[test]
fn the_club_is_the_one_that_is_named_as_clubs_are_and_acts() {
    for (text, want) in [
        ("Brasel Town sacked their manager. The club said no.", "Brasel Town"),
        ("Brasel City's manager left. The club said no.", "Brasel City"),
        ("A man fell in Brasel Town. The club said no.", "club"),
        ("Brasel Town beat Lind United. Lind United's manager left. The club said no.", "club"),
    ] {
        assert_eq!(names(text, &["The club"]), [want], "{text}");
    }
}

/// The kinds of the sources, each the first place of its words.
fn kinds(text: &str, sources: &[&str]) -> Vec<ActorKind> {
    let document = Document::new(text);
    let mut findings = Findings { claims: sources.iter().map(|source| claim(text, source, 0)).collect(), ..Findings::default() };
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    findings.claims.iter().filter_map(|claim| Some(claim.source.as_ref()?.kind)).collect()
}

#[test]
fn what_has_a_spokesman_and_is_nobody_else_is_a_body() {
    for text in ["NorTrail said no. A spokesman for NorTrail left.", "NorTrail said no. A NorTrail spokeswoman left."] {
        assert_eq!(kinds(text, &["NorTrail"]), [ActorKind::Organisation], "{text}");
    }
    let text = "Starling said no. A spokesman for Starling left. He said he was ill.";
    assert_eq!(kinds(text, &["Starling"]), [ActorKind::Person]);
    let text = "Lind said no. A spokesman for Lind left. Anna Lind was ill.";
    assert_eq!(kinds(text, &["Lind"]), [ActorKind::Person]);
}

#[test]
fn first_letters_are_the_body_that_they_are_of() {
    let text = "The Rail Safety Board met. RSB said no.";
    assert_eq!(names(text, &["RSB"]), ["Rail Safety Board"]);
    assert_eq!(kinds(text, &["The Rail Safety Board"]), [ActorKind::Organisation]);
    let text = "The Rail Safety Board met the River Steam Board. RSB said no.";
    assert_eq!(names(text, &["RSB"]), ["RSB"], "nobody knows which");
}

#[test]
fn a_share_and_a_part_of_a_body_are_called_as_the_text_calls_them() {
    assert_eq!(names("Half of them left. A third said no.", &["A third"]), ["(a third)"]);
    assert_eq!(
        names("The organisation's refugee agency said no.", &["The organisation's refugee agency"]),
        ["organisation's refugee agency"]
    );
}
