//! He, she, it, we and who.

use super::*;

#[test]
fn a_relative_pronoun_means_the_phrase_before_it() {
    for (text, pronoun, want) in [
        ("The mayor, who denied it, left.", "who", "mayor"),
        ("She spoke to a nurse who denied it.", "who", "(nurse)"),
        ("The firm sold it to a club, which denied it.", "which", "club"),
        ("The head of the union, who denied it, left.", "who", "head of the union"),
        ("She thanked the two women who denied it.", "who", "(women)"),
        ("So said Morgan, 33, who denied it.", "who", "Morgan"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
}

#[test]
fn it_is_the_body_that_spoke_before() {
    assert_eq!(names("Lima said no. It wants more.", &["Lima", "It"]), ["Peru", "Peru"]);
}

#[test]
fn they_are_the_firm_that_spoke_just_before_and_not_those_before_it() {
    let text = "Two residents said no. Lang’s lawyers, Kemp Hall, said yes. They said he had paid.";
    assert_eq!(names(text, &["Two residents", "Lang’s lawyers, Kemp Hall", "They"]), ["residents", "Kemp Hall", "Kemp Hall"]);
    let text = "Two residents said no. Ann Lee said yes. They said he had paid.";
    assert_eq!(names(text, &["Two residents", "Ann Lee", "They"])[2], "residents");
}

#[test]
fn we_inside_a_quotation_is_the_speaker() {
    let text = "“We will wait,” Omar Daud, the minister, said.";
    let document = Document::new(text);
    let mut outer = claim(text, "Omar Daud", 0);
    outer.content.span = vec![Span::new(3, 15)];
    let mut findings = Findings { claims: vec![outer, claim(text, "We", 0)], ..Findings::default() };
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    assert_eq!(findings.claims[1].source.as_ref().map(|source| source.name.as_str()), Some("Omar Daud"));
}

#[test]
fn we_outside_every_quotation_is_the_paper() {
    assert_eq!(names("Ann Lee denied it. We asked her why.", &["Ann Lee", "We"]), ["Ann Lee", "(we)"]);
}

#[test]
fn a_pronoun_takes_up_who_spoke_and_not_who_was_spoken_of() {
    let text = "Ylva Stormo told the inquiry that Major Rurik Aske had given the order. She cited letters.";
    let document = Document::new(text);
    let mut said = claim(text, "Ylva Stormo", 0);
    let begin = text.find("Major").expect("the content stands in the text");
    said.content.span.push(Span::new(begin, text.find(". She").expect("the sentence ends")));
    let mut findings = Findings { claims: vec![said, claim(text, "She", 0)], ..Findings::default() };
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    assert_eq!(findings.claims[1].source.as_ref().map(|source| source.name.as_str()), Some("Ylva Stormo"));
}

#[test]
fn the_subject_of_a_relative_clause_is_not_that_of_the_sentence() {
    let text = "Ms Ylva Stormo, whom Ms Berit Aske appointed, began on Monday. She will quit.";
    assert_eq!(names(text, &["She"]), ["Ylva Stormo"]);
}

#[test]
fn a_text_tells_he_from_she_where_a_name_does_not() {
    let text = "Zyra Lund said no. She left.\n\nThe club waited. He blamed her.";
    assert_eq!(names(text, &["Zyra Lund", "He"]), ["Zyra Lund", "(he)"]);
    assert_eq!(names("The women accused the coach. He said no.", &["The women", "He"]), ["(women)", "(he)"]);
    assert_eq!(names("Zyra Lund said no.\n\nHe blamed her.", &["Zyra Lund", "He"]), ["Zyra Lund", "Zyra Lund"]);
}

#[test]
fn it_is_the_body_that_the_sentence_before_is_about_and_never_many() {
    let text = "Passengers said they had waited. The airline apologised. It said a part had failed.";
    assert_eq!(names(text, &["Passengers", "It"]), ["passengers", "airline"]);
    let text = "Passengers said they had waited. Brasel apologised. It said a part had failed. The airline left.";
    assert_ne!(names(text, &["Passengers", "It"])[1], "Passengers");
}

#[test]
fn it_is_no_state_that_is_only_where_something_happened() {
    for (text, want) in [
        ("Tarvik will close a plant in Peru. It said no.", "Tarvik"),
        ("Tarvik, which sells shoes in Peru, said so. It said no.", "Tarvik"),
        ("The airline flies to Peru. It said no.", "airline"),
        ("A plant in Peru burned. It said no.", "(it)"),
        ("Peru closed its border. It said no.", "Peru"),
    ] {
        assert_eq!(names(text, &["It"]), [want], "{text}");
    }
    for (text, want) in [
        ("Nurses marched through Lima. They said no.", "nurses"),
        ("Workers at a plant in Peru left. They said no.", "workers"),
        ("The airline flies to Peru. They said no.", "airline"),
    ] {
        assert_eq!(names(text, &["They"]), [want], "{text}");
    }
}

#[test]
fn he_and_she_are_never_one() {
    for (text, sources, want) in [
        ("She left. He stayed.", ["She", "He"], ["(she)", "(he)"]),
        ("They left. He stayed.", ["They", "He"], ["(they)", "(he)"]),
        ("The woman left. He stayed.", ["The woman", "He"], ["(woman)", "(he)"]),
        ("An examination showed it. She stayed.", ["An examination", "She"], ["(examination)", "(she)"]),
    ] {
        assert_eq!(names(text, &sources), want, "{text}");
    }
    assert_eq!(names("The dean left. He stayed. She laughed.", &["The dean", "He", "She"]), ["dean", "dean", "(she)"]);
    // A title tells, where nothing else does.
    assert_eq!(names("Mr Stott said that Cllr Lund had lied. She left.", &["Mr Stott", "She"]), ["Stott", "Lund"]);
    assert_eq!(names("Mrs Stott said no. He left.", &["Mrs Stott", "He"]), ["Stott", "(he)"]);
}

#[test]
fn it_is_the_subject_or_the_owner_that_its_own_sentence_begins_with() {
    for (text, pronoun, want) in [
        ("The bank's shares fell after it said so.", "it", "bank"),
        ("Tarvik's shares fell after it said so.", "it", "Tarvik"),
        ("The chain has debts, which it blames on rain.", "it", "chain"),
        ("The company plans to leave Lima, its chairman said.", "its chairman", "company chairman"),
        // Whose it is may itself be whom "it" means, or a person.
        ("Anna Lund's shares fell after it said so.", "it", "(it)"),
        ("The bank's owner left after it said so.", "it", "(it)"),
        ("Shares fell after it said so.", "it", "(it)"),
        ("The chain has left Lima. On Monday it said so.", "it", "(it)"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
    let text = "The airline said no. The bank should cut rates, its chairman said.";
    assert_eq!(names(text, &["The airline", "its chairman"]), ["airline", "airline chairman"]);
}

#[test]
fn its_and_their_are_the_subjects_of_the_verb_before_them() {
    for (text, pronoun, want) in [
        ("The firm dropped its demand for rent.", "its", "firm"),
        ("Brasel has dropped its demand for rent.", "its", "Brasel"),
        ("Drivers in the old port have ended their refusal to sail.", "their", "drivers"),
        ("The judge fined the drivers who dropped their demand for rent.", "their", "(their)"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
}

#[test]
fn whose_agent_tells_he_from_she() {
    for (text, want) in [
        ("Zyra Lund, 40, left. Zyra Lund and her agent Boris Orr fell out. He said no.", "Boris Orr"),
        ("Zyra Lund, 40, left. Zyra Lund and his agent fell out. He said no.", "Zyra Lund"),
        ("Zyra Lund, 40, left. Zyra Lund and her agent fell out. He said no.", "(he)"),
        // Hers who met them.
        ("Zyra Lund, 40, left. Anna Orr met Zyra Lund and her agent. He said no.", "Zyra Lund"),
    ] {
        assert_eq!(names(text, &["He"]), [want], "{text}");
    }
}

#[test]
fn they_are_the_many_that_the_sentence_before_counts() {
    for (text, want) in [
        ("Two divers were pulled out. They said no.", "divers"),
        ("At least 12 nurses left. They said no.", "nurses"),
        ("Two boats sank. They said no.", "(they)"),
        ("The two left. They said no.", "(they)"),
    ] {
        assert_eq!(names(text, &["They"]), [want], "{text}");
    }
}

#[test]
fn he_or_she_is_somebody_without_a_name_whom_the_sentence_before_begins_with() {
    for (text, pronoun, want) in [
        ("The health secretary arrived late. She said no.", "She", "health secretary"),
        ("The health secretary is on her feet. Lists have fallen, she says.", "she", "health secretary"),
        ("A spokesman left. She said no.", "She", "(she)"),
        ("The letter arrived late. She said no.", "She", "(she)"),
        ("Anna Lund met the health secretary. She said no.", "She", "Anna Lund"),
        ("The health secretary met Anna Lund. She said no.", "She", "Anna Lund"),
        ("The health secretaries arrived late. She said no.", "She", "(she)"),
        ("The health secretary's letter arrived. She said no.", "She", "(she)"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
}

#[test]
fn some_of_whom_are_those_before() {
    for (text, whom, want) in [
        ("She wrote to doctors, some of whom denied it.", "some of whom", "(doctors)"),
        ("She wrote to three nurses, one of whom denied it.", "one of whom", "nurses"),
        ("It was rejected by doctors' leaders, who denied it.", "who", "(doctors leaders)"),
    ] {
        assert_eq!(names(text, &[whom]), [want], "{text}");
    }
}

#[test]
fn our_correspondent_is_nobodys_but_the_papers() {
    let text = "Anna Lund said no. Our correspondent says yes.";
    assert_eq!(names(text, &["Anna Lund", "Our correspondent"]), ["Anna Lund", "(correspondent)"]);
}

#[test]
fn who_is_the_person_and_not_what_describes_them() {
    let text = "It rained, said Ann Lee, the harbour's new head, who thanked Peru.";
    assert_eq!(names(text, &["who"]), ["Ann Lee"]);
    assert_eq!(names("It rained, Peru said, whose ministers had threatened to quit.", &["whose ministers"]), ["(Peruvian ministers)"]);
}

/// The sources of the claims that are found in `text`.
fn sources(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(World::builtin(), &document, &document.lower_cased(), &mut findings);
    findings.claims.into_iter().map(|claim| claim.source.map_or(String::new(), |source| source.name)).collect()
}

#[test]
fn it_that_speaks_on_is_who_spoke_before_and_nobody_that_was_told_of() {
    for (text, want) in [
        ("Norway said that Sweden was fishing illegally. “We will not have it,” it said.", &["Norway", "Norway"][..]),
        ("Greenpeace alleged that Shell had polluted the bay. It said the leak began in May.", &["Greenpeace", "Greenpeace"]),
        ("The ministry said Peru had rejected the offer. “We are ready,” it added.", &["ministry", "Peru", "ministry"]),
        ("Peru accused Chile of theft. “This is a crime,” it said.", &["Peru", "Peru"]),
        ("Mr Lee said that the bank had failed. “We are sorry,” it said.", &["Lee", "it"]),
        ("Norway said that Sweden had fired. It denied the charge.", &["Norway", "Sweden"]),
    ] {
        assert_eq!(sources(text), want, "{text}");
    }
}

#[test]
fn a_pronoun_that_runs_into_its_verb_is_the_pronoun() {
    let text = "Ann Lee said no. She'd said so before. Two guards said yes. They're sure.";
    assert_eq!(names(text, &["Ann Lee", "She'd", "Two guards", "They're"]), ["Ann Lee", "Ann Lee", "guards", "guards"]);
}
