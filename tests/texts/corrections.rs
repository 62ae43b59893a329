//! Corrections as editors make them, each with all the facts that it changes and none besides.

use sayso::diff::{FactKind, compare, facts};
use sayso::text::Document;

use FactKind::{Attribution, Date, Modality, Name, Negation, Number, Place, Quote, Title};

/// A fact: kind, before, after; empty for nothing.
type Told = (FactKind, &'static str, &'static str);

const CORRECTIONS: &[(&str, &str, &[Told])] = &[
    ("Rain fell in Oslo on Monday.", "Snow fell in Oslo on Monday.", &[]),
    ("It's over, the mayor said.", "It is over, the mayor said.", &[]),
    ("It's a cold spring in the valley.", "It was a cold spring in the valley.", &[(Modality, "It's", "was")]),
    ("Fire broke out at the mill on Sunday night.", "Flames broke out at the mill on Sunday night.", &[]),
    ("The ferry carried 214 passengers and 12 crew.", "The ferry carried 241 passengers and 12 crew.", &[(Number, "214", "241")]),
    (
        "The finance ministry rejected the offer on Friday.",
        "The interior ministry rejected the offer on Friday.",
        &[(Name, "finance ministry", "interior ministry")],
    ),
    ("Deputy Mayor Lena Ruiz opened the bridge.", "Mayor Lena Ruiz opened the bridge.", &[(Title, "Deputy Mayor", "Mayor")]),
    (
        "The driver, Tomasz Kowal, was taken to hospital.",
        "The driver, Tomasz Kowall, was taken to hospital.",
        &[(Name, "Tomasz Kowal", "Tomasz Kowall")],
    ),
    (
        "The vote will be held on Tuesday in the capital.",
        "The vote will be held on Wednesday in the capital.",
        &[(Date, "Tuesday", "Wednesday")],
    ),
    ("Olsen, 34, was found in the harbour.", "Olsen, 43, was found in the harbour.", &[(Number, "34", "43")]),
    (
        "“The plan is dead,” Ruiz said on Monday.",
        "“The plan is not dead,” Ruiz said on Monday.",
        &[(Negation, "", "not"), (Quote, "The plan is dead,", "The plan is not dead,")],
    ),
    ("Police said the driver had fled the scene.", "The driver had fled the scene.", &[(Attribution, "Police said", "")]),
    ("The clerk was charged with fraud in March.", "The clerk was convicted of fraud in March.", &[(Attribution, "charged", "convicted")]),
    (
        "Hakan Demir, the club's chairman, resigned on Monday.",
        "Hakan Demir, the club's president, resigned on Monday.",
        &[(Title, "chairman", "president")],
    ),
    (
        "The flood damaged about 300 homes in Drammen.",
        "The flood damaged more than 300 homes in Drammen.",
        &[(Number, "about 300", "more than 300")],
    ),
    ("Shares in the firm fell 4.5% to 212p.", "Shares in the firm rose 4.5% to 212p.", &[(Number, "fell 4.5%", "rose 4.5%")]),
    (
        "The court heard that he shot his sister in 2019.",
        "The court heard that she shot her sister in 2019.",
        &[(Name, "he", "she"), (Name, "his", "her")],
    ),
    (
        "Two soldiers died when the truck overturned near Bodo.",
        "Two police officers died when the truck overturned near Bodo.",
        &[(Number, "Two soldiers", "Two police officers")],
    ),
    (
        "The bill passed by 52 votes to 48 in the Senate.",
        "The bill passed by 51 votes to 49 in the Senate.",
        &[(Number, "52", "51"), (Number, "48", "49")],
    ),
    ("The army said it had shot down 3 drones.", "The navy said it had shot down 3 drones.", &[(Name, "army", "navy")]),
    ("The union called off its strike after talks.", "The union did not call off its strike after talks.", &[(Negation, "", "not")]),
    (
        "The company expects to cut 1,500 jobs by 2027.",
        "The company expects to cut up to 1,500 jobs by 2027.",
        &[(Number, "1,500", "up to 1,500")],
    ),
    ("The plane left Bergen at 6:40 a.m. for Paris.", "The plane left Bergen at 6:40 p.m. for Paris.", &[(Date, "6:40 a.m.", "6:40 p.m.")]),
    (
        "Talks between the two sides were held in Geneva.",
        "Talks between the two sides were held in Vienna.",
        &[(Place, "Geneva", "Vienna")],
    ),
    (
        "The suspect has been arrested, prosecutors said.",
        "The suspect has been arrested, prosecutors alleged.",
        &[(Attribution, "said", "alleged")],
    ),
    (
        "An earlier ruling by the Supreme Court was upheld.",
        "An earlier ruling by the Court of Appeal was upheld.",
        &[(Name, "Supreme Court", "Court of Appeal")],
    ),
    (
        "Dr. Amal Haddad leads the World Health Fund.",
        "Dr. Amal Haddad leads the World Food Fund.",
        &[(Name, "World Health Fund", "World Food Fund")],
    ),
    ("Prices rose by a third last year.", "Prices rose by a quarter last year.", &[(Number, "a third", "a quarter")]),
    (
        "The minister apologised for the delay.",
        "The minister refused to apologise for the delay.",
        &[(Attribution, "", "refused to apologise")],
    ),
    (
        "The mayor denied that she had been warned.",
        "The mayor confirmed that she had been warned.",
        &[(Attribution, "denied", "confirmed")],
    ),
    ("The raid allegedly targeted a school in Homs.", "The raid targeted a school in Homs.", &[(Modality, "allegedly", "")]),
    ("The museum was built in the 1920s by Otto Lang.", "The museum was built in the 1930s by Otto Lang.", &[(Date, "1920s", "1930s")]),
    ("The strike could end this week.", "The strike will end next week.", &[(Modality, "could", "will"), (Date, "this week", "next week")]),
    ("The group says it did not take part.", "The group says it took part.", &[(Negation, "not", "")]),
    (
        "He spoke to President Amina Diallo by phone.",
        "He spoke to Prime Minister Amina Diallo by phone.",
        &[(Title, "President", "Prime Minister")],
    ),
    (
        "The girls were found alive in Perth, Scotland.",
        "The girls were found alive in Perth, Australia.",
        &[(Place, "Scotland", "Australia")],
    ),
    (
        "The border at Torkham stayed closed for a fifth day.",
        "The border at Torkham stayed closed for a sixth day.",
        &[(Number, "fifth day", "sixth day")],
    ),
    (
        "Some 40,000 litres of oil leaked into the bay.",
        "Some 40,000 gallons of oil leaked into the bay.",
        &[(Number, "Some 40,000 litres", "Some 40,000 gallons")],
    ),
    ("Voters in Ghana go to the polls on 7 December.", "Voters in Guyana go to the polls on 7 December.", &[(Place, "Ghana", "Guyana")]),
    ("The shipyard, owned by Marlow Group, employs 600 people.", "The shipyard, formerly owned by Marlow Group, employs 600 people.", &[]),
    ("The health department issued the warning.", "The police issued the warning.", &[(Name, "health department", "police")]),
    ("Workers at the plant had walked out in June.", "Workers at the plant had walked out in July.", &[(Date, "June", "July")]),
    (
        "Storm Elsa killed four people in Portugal.",
        "Storm Elsa killed five people in Spain.",
        &[(Number, "four people", "five people"), (Place, "Portugal", "Spain")],
    ),
    ("It was the first such attack since May 2019.", "It was the first such attack since May 2009.", &[(Date, "May 2019", "May 2009")]),
    ("The judge ordered him to pay €2,000.", "The judge ordered him to pay €20,000.", &[(Number, "€2,000", "€20,000")]),
    ("Experts say the drug is safe.", "Experts say the drug may be safe.", &[(Modality, "is", "may be")]),
    ("Smoke was seen over the airport at dawn.", "Flames were seen over the airport at dawn.", &[]),
    ("Heavy rain hit the coast on Friday.", "Light rain hit the coast on Friday.", &[]),
    ("Residents said the water rose in minutes.", "Witnesses said the water rose in minutes.", &[(Attribution, "Residents", "Witnesses")]),
    ("Brussels rejected the offer.", "London rejected the offer.", &[(Name, "Brussels", "London")]),
    (
        "Prime Minister Ola Berg will resign on Friday.",
        "Prime Minister Ola Berg has resigned.",
        &[(Modality, "will", "has"), (Date, "Friday", "")],
    ),
    ("The bridge, which opened in 1964, is closed.", "The bridge, which opened in 1946, is closed.", &[(Date, "1964", "1946")]),
    (
        "The paper said Haddad was born in Beirut; she was born in Tyre.",
        "The paper said Haddad was born in Sidon; she was born in Tyre.",
        &[(Place, "Beirut", "Sidon")],
    ),
    ("He is charged with murder.", "He is charged with manslaughter.", &[]),
    ("The airline cancelled 40 flights on Sunday.", "The airline cancelled 14 flights on Sunday.", &[(Number, "40", "14")]),
    ("They'll meet again in Cairo next month.", "They may meet again in Cairo next month.", &[(Modality, "They'll", "may")]),
    ("She's the first woman to lead the bank.", "She is the first woman to lead the bank.", &[]),
    ("Three men and two women were detained.", "Three men and three women were detained.", &[(Number, "two", "three")]),
    ("The defendant pleaded guilty to fraud.", "The defendant pleaded not guilty to fraud.", &[(Negation, "", "not")]),
    ("The talks lasted from 9 a.m. to noon.", "The talks lasted from 10 a.m. to noon.", &[(Date, "9 a.m.", "10 a.m.")]),
    (
        "A spokeswoman for the Red Cross confirmed the deaths.",
        "A spokeswoman for the Red Crescent confirmed the deaths.",
        &[(Name, "Red Cross", "Red Crescent")],
    ),
    ("The king's brother, Prince Faris, signed the deal.", "The king's cousin, Prince Faris, signed the deal.", &[]),
    ("The rebels control half of the city.", "The rebels control most of the city.", &[(Number, "half", "most")]),
    (
        "Rescuers pulled a 7-year-old boy from the rubble.",
        "Rescuers pulled a 9-year-old boy from the rubble.",
        &[(Number, "7-year-old boy", "9-year-old boy")],
    ),
    ("The court has suspended the law.", "The court has not suspended the law.", &[(Negation, "", "not")]),
    ("The pilot, Captain Rui Alves, survived.", "The pilot, Captain Rui Alvez, survived.", &[(Name, "Rui Alves", "Rui Alvez")]),
    (
        "Fewer than 100 people attended the march.",
        "More than 100 people attended the march.",
        &[(Number, "Fewer than 100 people", "More than 100 people")],
    ),
    ("The fire began on the second floor of the hotel.", "The fire began on the third floor of the hotel.", &[(Number, "second", "third")]),
    (
        "The senator said the bill was “dead on arrival”.",
        "The senator said the bill was dead on arrival.",
        &[(Quote, "“dead on arrival”", "dead on arrival")],
    ),
    (
        "Unemployment fell to 4.1% in September, the bank said.",
        "Unemployment fell to 4.1% in October, the bank said.",
        &[(Date, "September", "October")],
    ),
    ("The mayor of Lyon opened the fair.", "The mayor of Lille opened the fair.", &[(Name, "Lyon", "Lille")]),
    ("Israel said it would respond.", "Iran said it would respond.", &[(Name, "Israel", "Iran")]),
    (
        "The treaty was signed by Norway, Sweden and Denmark.",
        "The treaty was signed by Norway, Finland and Denmark.",
        &[(Name, "Sweden", "Finland")],
    ),
    ("Hospital officials put the toll at nine.", "Hospital officials put the toll at 19.", &[(Number, "nine", "19")]),
    ("The storm is expected to reach Cuba by Thursday.", "The storm is expected to reach Haiti by Thursday.", &[(Name, "Cuba", "Haiti")]),
    ("Gen. Paulo Reis commanded the unit until June.", "Col. Paulo Reis commanded the unit until June.", &[(Title, "Gen.", "Col.")]),
    ("The firm denied wrongdoing.", "The company denied wrongdoing.", &[]),
    ("The ministry published the names on Monday.", "The health ministry published the names on Monday.", &[]),
    ("Nobody was hurt in the blast.", "One person was hurt in the blast.", &[(Negation, "Nobody", ""), (Number, "", "One person")]),
    ("The president welcomed the ruling.", "The prime minister welcomed the ruling.", &[(Title, "president", "prime minister")]),
    (
        "Aides said Karim Olsen would speak for the party at the hearing.",
        "It was Karin Olsen who took the floor when judges met, her lawyer wrote.",
        &[(Name, "Karim Olsen", "Karin Olsen")],
    ),
];

fn told(from: &str, to: &str) -> Vec<(FactKind, String, String)> {
    let lead = "They met at noon.\n\n";
    let (from, to) = (format!("{lead}{from}\n"), format!("{lead}{to}\n"));
    let (old, new) = (Document::new(&from), Document::new(&to));
    let words = |span: Option<_>, document: &Document<'_>| span.map_or(String::new(), |span| document.slice(span).to_owned());
    let found = facts(&old, &new, &compare(&old, &new));
    let mut told: Vec<_> = found.iter().map(|fact| (fact.kind, words(fact.old, &old), words(fact.new, &new))).collect();
    told.sort();
    told
}

#[test]
fn a_correction_is_told_by_its_facts_and_no_others() {
    let wrong = CORRECTIONS.iter().filter_map(|(from, to, want)| {
        let mut want: Vec<_> = want.iter().map(|(kind, old, new)| (*kind, (*old).to_owned(), (*new).to_owned())).collect();
        want.sort();
        let told = told(from, to);
        (told != want).then(|| format!("{from} → {to}\n    want {want:?}\n    told {told:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), CORRECTIONS.len(), wrong.join("\n"));
}

#[test]
fn a_word_that_is_written_small_elsewhere_is_no_name() {
    let text = |head: &str| format!("They met at noon.\n\n{head} stopped the trains.\n\nMore sludge and brine will come, they said.\n");
    let (from, to) = (text("Sludge"), text("Brine"));
    let (old, new) = (Document::new(&from), Document::new(&to));
    assert!(facts(&old, &new, &compare(&old, &new)).is_empty());
    let (from, to) = (from.replace("sludge and brine", "of it"), to.replace("sludge and brine", "of it"));
    let (old, new) = (Document::new(&from), Document::new(&to));
    assert_eq!(facts(&old, &new, &compare(&old, &new)).len(), 1);
}

#[test]
fn of_two_names_in_other_sentences_only_the_one_that_is_new_took_the_place_of_the_one_that_is_gone() {
    let from = "They met.\n\nThe fleet was led by Amaro Silva for most of that war.\n\nLater Ana Ruiz wept.\n";
    let to = "They met.\n\nIn those years Benno Kraft commanded every ship, a historian wrote.\n\nLater Ana Ruiz wept.\n";
    let (old, new) = (Document::new(from), Document::new(to));
    let found: Vec<_> = facts(&old, &new, &compare(&old, &new))
        .iter()
        .map(|fact| (fact.kind, fact.old.map(|span| old.slice(span)), fact.new.map(|span| new.slice(span))))
        .collect();
    assert_eq!(found, [(Name, Some("Amaro Silva"), Some("Benno Kraft"))]);
}
