//! Names, short names and descriptions: who is one.

use super::*;

#[test]
fn metonyms_and_aliases_lead_to_states() {
    for (source, want) in
        [("Kabul", "Afghanistan"), ("The Kremlin", "Russia"), ("the White House", "US"), ("Downing Street", "UK"), ("Britain", "UK")]
    {
        assert_eq!(names(&format!("{source} said it would wait."), &[source]), [want]);
    }
}

#[test]
fn a_person_is_one_under_name_surname_title_post_and_pronoun() {
    let text = "Omar Daud, the Jordanian finance minister, said no. Daud added more. The finance minister said so. He was firm. Minister Omar Daud left.";
    let found = names(text, &["Omar Daud", "Daud added", "The finance minister", "He"]);
    assert_eq!(found[0], "Omar Daud");
    assert_eq!(found[2..], ["Omar Daud", "Omar Daud"]);
}

#[test]
fn a_knight_goes_by_title_and_given_name() {
    let text = "Alan Brody, a judge, said no. Sir Alan added more. Dame Ruth said so.";
    assert_eq!(names(text, &["Alan Brody", "Sir Alan", "Dame Ruth"]), ["Alan Brody", "Alan Brody", "Ruth"]);
    let text = "Alan Brody and Alan Moss, two judges, met. Sir Alan said no.";
    assert_eq!(names(text, &["Sir Alan"]), ["Alan"], "two have the name");
}

#[test]
fn joint_sources_and_both_sides_are_joined() {
    let text = "Peru and Chile said so. Talks between Peru and Chile began. Both capitals agreed.";
    assert_eq!(names(text, &["Peru and Chile", "Both capitals"]), ["Peru and Chile", "Chile and Peru"]);
}

#[test]
fn any_mention_of_any_text_has_a_name() {
    for text in ["", "’s", "—", "the", "and and and", "İ’s ﬁ"] {
        let document = Document::new(text);
        let mut broken = claim("x", "x", 0);
        broken.source.as_mut().expect("it has one").span = vec![Span::new(0, text.len())];
        let mut findings = Findings { claims: vec![broken], ..Findings::default() };
        resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    }
}

#[test]
fn whoever_is_named_without_a_word_of_who_they_are_has_the_post_spoken_of_before() {
    let text = "The transport minister resigned on Monday. “I was not told,” Ada Lind said. The transport minister left.";
    assert_eq!(names(text, &["Ada Lind", "The transport minister"]), ["Ada Lind", "Ada Lind"]);
    let text = "Osland’s transport minister resigned on Monday. “I was not told,” Ada Lind said.";
    assert_eq!(names(text, &["Osland’s transport minister"]), ["Ada Lind"]);
    let text = "The transport minister said that Ada Lind had lied. The transport minister left.";
    assert_eq!(names(text, &["The transport minister"]), ["transport minister"], "one sentence has both");
    let text = "The transport minister resigned. The talks had failed because of Ada Lind. The transport minister left.";
    assert_eq!(names(text, &["The transport minister"]), ["transport minister"], "she is not who speaks");
    // Two posts are open, or the name comes with words of its own.
    let text = "The transport minister met the mayor. “I was not told,” Ada Lind said.";
    assert_ne!(names(text, &["The transport minister"]), ["Ada Lind"]);
    let text = "The transport minister resigned on Monday. “I was not told,” said Ada Lind, a baker.";
    assert_ne!(names(text, &["The transport minister"]), ["Ada Lind"]);
}

#[test]
fn the_name_after_a_description_is_the_actor() {
    for (source, want) in [
        ("The mediator, Dame Ruth Holloway", "Ruth Holloway"),
        ("The transport minister, Alan Brody", "Alan Brody"),
        ("A port spokeswoman, Ines Varga-Holt", "Ines Varga-Holt"),
        ("the island's operator, Brasel Ferries", "Brasel Ferries"),
        ("the Chamber of Shipping", "Chamber of Shipping"),
        ("Ana Torv of the Institute for Port Studies", "Ana Torv"),
    ] {
        let text = format!("It rained, {source} said. Ana Torv, a professor, agreed.");
        assert_eq!(names(&text, &[source]), [want], "{source}");
    }
}

#[test]
fn a_description_given_beside_a_name_is_that_person_later() {
    let text = "The council's leader, Joan Marsh, said no. The union's leader, Ana Torv, agreed. It rained, the council's leader said.";
    assert_eq!(names(text, &["Joan Marsh", "the council's leader"])[1..], ["Joan Marsh"]);
}

#[test]
fn who_takes_up_a_person_over_the_place_they_come_from() {
    let text = "Ana Torv, of the institute in Oslo, who studies ports, said no.";
    assert_eq!(names(text, &["who"]), ["Ana Torv"]);
    assert_eq!(names("Officials in Oslo, who left, said no.", &["who"]), ["(Norwegian officials)"]);
}

#[test]
fn ranks_of_two_words_and_where_somebody_serves_are_no_part_of_a_name() {
    let text = "Lieutenant Commander Ana Torv of the coast guard said no. Torv left.";
    assert_eq!(names(text, &["Lieutenant Commander Ana Torv of the coast guard", "Torv left"])[0], "Ana Torv");
    assert_eq!(names("Women who met Bo Lee of Oslo left.", &["Women who met Bo Lee of Oslo"]), ["(women)"]);
}

#[test]
fn a_surname_that_is_a_post_too_is_a_surname_after_ms() {
    assert_eq!(names("Anna Dean, the minister, left. Ms Dean spoke.", &["Ms Dean"]), ["Anna Dean"]);
    assert_eq!(names("It rained. Mr Bishop spoke.", &["Mr Bishop"]), ["Bishop"]);
}

#[test]
fn words_beside_a_name_tell_who_is_meant() {
    let text = "Weeping mum Sunniva Brekke left. Pit boss Torvald Eike stayed.";
    assert_eq!(names(text, &["Weeping mum Sunniva Brekke", "Pit boss Torvald Eike"]), ["Sunniva Brekke", "Torvald Eike"]);
    let text = "Retired dad Odd Brekke left with mum Sunniva Brekke-Lie. Young dad Torvald Eike stayed. She blamed the mayor.";
    assert_eq!(names(text, &["She"]), ["Sunniva Brekke-Lie"]);
}

#[test]
fn two_people_who_are_each_introduced_speak_together() {
    let source = "The mayor, Ann Moss, and the head of its port, Jim Orr,";
    assert_eq!(names(&format!("{source} said no."), &[source]), ["Ann Moss and Jim Orr"]);
}

#[test]
fn particles_stand_in_names_of_people_and_count_for_none() {
    for name in ["Dario di Mauro", "Juan Elio Ara da Mota", "Ana do Carmo", "Kees van der Lee"] {
        let found = super::spelling::sources(&format!("The law was condemned by {name}."));
        assert_eq!(found, [(name.to_owned(), ActorKind::Person)]);
    }
}

#[test]
fn a_post_that_nobody_is_named_for_is_one_and_a_verb_gives_none() {
    let text = "Peru's interior minister accused the union of theft. The deputy leader, Bea Kos, rejected the minister's allegation.";
    assert_eq!(
        names(text, &["Peru's interior minister", "Bea Kos", "the minister"]),
        ["Peruvian interior minister", "Bea Kos", "Peruvian interior minister"]
    );
}

#[test]
fn a_title_is_no_part_of_a_name() {
    for title in
        ["Chief Executive", "Chief Whip", "Managing Director", "CFO", "Det Ch Insp", "DCI", "Insp", "PC", "Rear Admiral", "MSP", "Ex-wife"]
    {
        let text = format!("{title} Helgi Dean said no. Dean left.");
        assert_eq!(names(&text, &[&format!("{title} Helgi Dean")]), ["Helgi Dean"], "{title}");
    }
    let text = "DCI Helgi Strand said no. DCI Strand left. She laughed.";
    assert_eq!(names(text, &["DCI Helgi Strand", "DCI Strand", "She"]), ["Helgi Strand"; 3]);
    assert_eq!(names("Hunter Moss said no.", &["Hunter Moss"]), ["Hunter Moss"]);
    assert_eq!(names("Hubby Geoff said no.", &["Hubby Geoff"]), ["Geoff"]);
    assert_eq!(names("Prime Minister said no.", &["Prime Minister"]), ["Prime minister"]);
}

#[test]
fn a_name_that_goes_on_is_not_cut() {
    for (source, want) in [
        ("British Airways", "British Airways"),
        ("The Welsh Rugby Union", "Welsh Rugby Union"),
        ("The Israel Museum", "Israel Museum"),
        ("The Jordanian Health Ministry", "Jordan health ministry"),
        ("data from the Office for Tarn Statistics", "Office for Tarn Statistics data"),
        ("officials at the Bank of England", "(Bank of England officials)"),
        ("The Health and Safety Executive", "Health and Safety Executive"),
        ("The consumer group's Bethi Rhys", "Bethi Rhys"),
        ("Tarvik's Bethi Rhys", "Bethi Rhys"),
        ("Cereal maker Aldus", "Aldus"),
    ] {
        assert_eq!(names(&format!("{source} said no."), &[source]), [want], "{source}");
    }
    assert_eq!(names("Retired dentist Pam Cropp said no.", &["Retired dentist"]), ["Pam Cropp"]);
    assert_eq!(names("The minister left in March. He laughed.", &["The minister", "March", "He"])[1..], ["(March)", "minister"]);
}

#[test]
fn a_person_is_whom_the_next_sentence_calls_he_or_she_after_a_day_or_a_place_too() {
    for (text, pronoun, want) in [
        ("On Monday Zyra Lund opened a shop. She said no.", "She", "Zyra Lund"),
        ("Every Friday at six, Zyra Lund sings. She said no.", "She", "Zyra Lund"),
        ("Tom Hill has one cap. He said no.", "He", "Tom Hill"),
        // What a preposition governs, a place and a hall of another gender are nobody.
        ("She sang at Zyra Lund. She said no.", "She", "(she)"),
        ("In Zyra Friday, the shop opened. She said no.", "She", "(she)"),
        ("Tom Hill has one tower. She said no.", "She", "(she)"),
        ("Jim Orr came. Albert Hill has one mill. He said no.", "He", "Jim Orr"),
        ("After the fire in Zyra Lund, shops shut. She said no.", "She", "(she)"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
}

#[test]
fn the_name_behind_a_post_is_part_of_its_mention() {
    for (text, want) in [
        ("It was backed by the nurses' solicitor, Zyra Lund.", "Zyra Lund"),
        ("It was backed by the nurses' solicitor, Zyra Lund, on Monday.", "Zyra Lund"),
        ("It was backed by the nurses' solicitor, Anna Lund said.", "(nurses' solicitors)"),
        ("It was backed by the nurses' solicitor, Anna Lund's brother.", "(nurses' solicitors)"),
    ] {
        assert_eq!(names(text, &["the nurses' solicitor"]), [want], "{text}");
    }
}

#[test]
fn a_trade_with_a_capital_and_no_determiner_is_a_surname() {
    for (text, source, want) in [
        ("“It was a penalty,” said Potter.", "Potter", "Potter"),
        ("Anna Cook bakes. “It is hard,” says Cook.", "Cook", "Anna Cook"),
        ("“It was a penalty,” said the potter.", "the potter", "(potter)"),
        ("The Potter said no.", "The Potter", "(potter)"),
        ("Potters said no.", "Potters", "potters"),
        ("Potter denies theft\n\nA man said no.", "Potter", "(potter)"),
    ] {
        assert_eq!(names(text, &[source]), [want], "{text}");
    }
    assert_eq!(names("Sarah Lund, Chief Executive of Brasel, said no.", &["Sarah Lund, Chief Executive of Brasel"]), ["Sarah Lund"]);
}

#[test]
fn the_office_of_a_place_is_whoever_the_text_has_in_it() {
    for (text, source) in [
        (
            "The dam had leaked, the Lind County sheriff said.\n\nSheriff Ann Orr told reporters that it was shut.",
            "the Lind County sheriff",
        ),
        ("The toll was lowered, Lind County's coroner said.\n\nThe coroner, Ann Orr, said it could fall.", "Lind County's coroner"),
        ("The bridge was safe, the Hollow Bay mayor said.\n\nMayor Ann Orr said it would open.", "the Hollow Bay mayor"),
    ] {
        assert_eq!(names(&format!("The bridge is shut.\n\n{text}"), &[source]), ["Ann Orr"], "{text}");
    }
    let two = "The Lind County sheriff said no.\n\nSheriff Ann Orr said yes. Sheriff Ivo Holt said yes, too.";
    assert_eq!(names(two, &["The Lind County sheriff"]), ["Lind County sheriff"]);
}

#[test]
fn a_post_of_several_words_is_no_part_of_the_name() {
    for source in ["Chief Executive Marit Thorn", "Brasel Chief Executive Marit Thorn", "Interim Chief Executive Marit Thorn"] {
        assert_eq!(names(&format!("{source} said no."), &[source]), ["Marit Thorn"], "{source}");
    }
    assert_eq!(names("Chief Marit Thorn said no.", &["Chief Marit Thorn"]), ["Marit Thorn"]);
}
