use super::*;
use crate::model::{Act, Certainty, Distance, Evidence, Passage, QuoteKind, Rule};

/// A claim whose source is the `nth` (from 0) place of `source` in `text`, its content all that follows.
fn claim(text: &str, source: &str, nth: usize) -> Claim<Span> {
    let at = text.match_indices(source).nth(nth).expect("the source stands in the text").0;
    let span = Span::new(at, at + source.len());
    let mention = Mention { text: source.to_owned(), span: vec![span], name: String::new(), kind: ActorKind::Unnamed };
    Claim {
        id: String::new(),
        act: Act::State,
        source: Some(mention),
        target: None,
        cue: None,
        content: Passage { text: String::new(), span: Vec::new() },
        evidence: Evidence { span },
        quote: QuoteKind::Indirect,
        certainty: Certainty::Asserted,
        distance: Distance::Neutral,
        negated: false,
        topics: Vec::new(),
        answers: None,
        via: None,
        confidence: 1.0,
        rule: Rule::Subject,
    }
}

/// The names that the sources (each the first place of its words) resolve to.
fn names(text: &str, sources: &[&str]) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = Findings { claims: sources.iter().map(|source| claim(text, source, 0)).collect(), ..Findings::default() };
    resolve(&document, &mut findings);
    // In brackets who is not named, so that no description passes for a name.
    let shown = |mention: &Mention<Span>| {
        if mention.kind == ActorKind::Unnamed { format!("({})", mention.name) } else { mention.name.clone() }
    };
    findings.claims.iter().filter_map(|claim| claim.source.as_ref()).map(shown).collect()
}

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
fn organs_have_one_name_however_they_are_put() {
    for source in ["the Jordanian health ministry", "Jordan's health ministry", "the health ministry in Amman", "Jordan’s health ministry"]
    {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), ["Jordan health ministry"], "{source}");
    }
    assert_eq!(names("Jordan's health ministry met. The health ministry said so.", &["The health ministry"]), ["Jordan health ministry"]);
}

#[test]
fn a_spokesman_without_a_name_is_whom_he_speaks_for() {
    for (source, want) in [
        ("A spokesman for Norline", "Norline"),
        ("Norline's spokesman", "Norline"),
        ("A spokeswoman for the health ministry", "health ministry"),
    ] {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), [want], "{source}");
    }
    assert_eq!(names("It rained, a spokesman in Lidsburg said.", &["a spokesman in Lidsburg"]), ["(Lidsburg spokesman)"]);
}

#[test]
fn a_short_name_is_no_parent_of_the_body_it_stands_for() {
    let text = "Tarn Water said no. Shares in its parent, Tarn Group, fell. Tarn left.";
    assert_ne!(names(text, &["Tarn left"])[0], "Tarn Group");
    assert_eq!(names("Tarn Group is an airline. Tarn said no.", &["Tarn"])[0], "Tarn Group");
}

#[test]
fn unnamed_sources_are_described_and_not_dropped() {
    for (source, want) in [
        ("Two Turkish diplomats", "(Turkish diplomats)"),
        ("Two officials briefed on the deal", "(officials briefed on the deal)"),
        ("a security official in Amman", "(Jordanian security official)"),
        ("health officials in Basra", "(Basra health officials)"),
    ] {
        assert_eq!(names(&format!("It rained, {source} said."), &[source]), [want], "{source}");
    }
}

#[test]
fn a_spokesman_without_a_name_speaks_for_his_body() {
    let text = "The Desert Relief Group (DRG) met. A DRG spokesman said so.";
    assert_eq!(names(text, &["A DRG spokesman"]), ["Desert Relief Group"]);
    assert_eq!(names("A NATO spokeswoman said so.", &["A NATO spokeswoman"]), ["NATO"]);
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
fn a_name_before_a_speaker_is_no_name_for_it() {
    assert_eq!(names("The ship sank off Lidsburg, the company said.", &["the company"]), ["company"]);
    assert_eq!(names("The ship was built by Brasel, the airline has said.", &["the airline"]), ["airline"]);
    assert_eq!(names("The talks failed because of Ann Moss, the mayor said.", &["the mayor"]), ["mayor"]);
    assert_eq!(names("Ann Moss, the mayor, said so. The mayor said more.", &["The mayor"]), ["Ann Moss"]);
    assert_eq!(names("Brasel, the airline, said so. The airline said more.", &["The airline"]), ["Brasel"]);
}

#[test]
fn a_day_before_a_speaker_is_no_name_for_it() {
    assert_eq!(names("The strike began on Monday, the union said.", &["the union"]), ["union"]);
    assert_eq!(names("The yard closes in March, the company said.", &["the company"]), ["company"]);
}

#[test]
fn who_is_only_described_keeps_the_description() {
    assert_eq!(names("A waiter at the Hotel Regal told police.", &["A waiter at the Hotel Regal"]), ["(Hotel Regal waiter)"]);
    assert_eq!(names("Those close to the minister said so.", &["Those close to the minister"]), ["(those close to the minister)"]);
    assert_eq!(names("The leader of Lidsburg Council, Ann Moss, said so.", &["The leader of Lidsburg Council, Ann Moss"]), ["Ann Moss"]);
    assert_eq!(names("The senator, a Republican, said so.", &["The senator, a Republican"]), ["senator"]);
    assert_eq!(names("Ms Moss (Labour) said so.", &["Ms Moss (Labour)"]), ["Moss"]);
    assert_eq!(names("Ms Moss – who was away – said so.", &["Ms Moss – who was away"]), ["Moss"]);
    assert_eq!(names("Mr Hale's spokesman said so.", &["Mr Hale's spokesman"]), ["Hale"]);
}

#[test]
fn joint_sources_and_both_sides_are_joined() {
    let text = "Peru and Chile said so. Talks between Peru and Chile began. Both capitals agreed.";
    assert_eq!(names(text, &["Peru and Chile", "Both capitals"]), ["Peru and Chile", "Chile and Peru"]);
}

/// The targets of the claims of `act` that are found in `text`.
fn targets(text: &str, act: Act) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(&document, &mut findings);
    let of_act = findings.claims.into_iter().filter(|claim| claim.act == act);
    of_act.map(|claim| claim.target.map_or(String::new(), |target| target.name)).collect()
}

#[test]
fn every_row_of_aims_finds_its_target_and_only_there() {
    use crate::lexicon::{aims, tsv};
    for [act, place, _, example, counter] in tsv::rows::<5>(aims::FILE) {
        let act = act.parse().expect("an act");
        let is_chile = |name: &String| name.split(" and ").any(|one| one == "Chile");
        assert!(targets(example, act).iter().any(is_chile), "{place}: {example} gave {:?}", targets(example, act));
        let found = targets(counter, act);
        assert!(!found.is_empty() && !found.iter().any(is_chile), "{place}: {counter} gave {found:?}");
    }
}

#[test]
fn a_target_is_whoever_the_act_is_aimed_at() {
    for (text, act, want) in [
        ("Peru and Chile blamed each other for the raid.", Act::Accuse, "Peru and Chile"),
        ("Talks between Peru and Chile failed. The United Nations urged both to wait.", Act::Demand, "Chile and Peru"),
        ("Peru blamed the failure on the Chilean delegation.", Act::Accuse, "Chile delegation"),
        ("Peru said it would wait. Chile did not. Peru repeated the allegation that Chilean troops had fired first.", Act::Accuse, "Chile"),
        ("LIMA: Peru and Chile met. Opposition senator Ana Ruiz criticised the government for the delay.", Act::Condemn, "Peru"),
        ("The union accused the firm of delay.", Act::Accuse, "firm"),
        ("The mayor told reporters that the bridge was shut.", Act::State, ""),
        ("The mayor told residents that the bridge was shut.", Act::State, ""),
        ("The mayor told the council that it would rain.", Act::State, ""),
        ("Lee told the BBC that it would rain.", Act::State, ""),
        ("The council alleges that Lee knew of the leak.", Act::Accuse, "Lee"),
        ("“I deny it,” Lee told the court.", Act::Deny, ""),
        ("The union called for an inquiry.", Act::Demand, ""),
        ("The port slammed claims that it leaked.", Act::Deny, ""),
        ("Peru promised a “mirror response” to the order.", Act::Promise, ""),
        ("Peru warned that, should the talks fail, its army would wait.", Act::Warn, ""),
    ] {
        assert_eq!(targets(text, act).first().map(String::as_str), Some(want), "{text}");
    }
}

#[test]
fn a_pronoun_is_whom_the_same_side_accused() {
    let text = "The Weavers union accused the health ministry of delay and demanded that it pay. “They lost our letters,” said Ada Lind, its \
                general secretary.";
    assert_eq!(targets(text, Act::Demand), ["health ministry"]);
    assert_eq!(targets(text, Act::State), ["health ministry"]);
    let text = "The Weavers union praised the health ministry. “They met our nurses,” said Omar Daud, a grocer.";
    assert_eq!(targets(text, Act::State), [""]);
}

#[test]
fn a_statement_about_whom_its_source_accuses_is_aimed_at_them() {
    let text = "Omar Daud accused Ana Torv of theft. Torv had sold the boat, Daud said.";
    assert_eq!(targets(text, Act::State), ["Ana Torv"]);
    assert_eq!(targets("Omar Daud met Ana Torv. Torv had sold the boat, Daud said.", Act::State), [""]);
}

#[test]
fn a_minister_answers_whoever_accused_the_ministry() {
    let text = |accused: &str| {
        format!("The Weavers union accused {accused} of delay. Omar Daud, the health minister, denied that letters had been lost.")
    };
    assert_eq!(targets(&text("the health ministry"), Act::Deny), ["Weavers"]);
    assert_eq!(targets(&text("the finance ministry"), Act::Deny), [""]);
}

#[test]
fn every_wrong_is_the_subjects_and_only_as_the_row_says() {
    use crate::lexicon::{tsv, wrongs};
    for [word, _, example, counter] in tsv::rows::<4>(wrongs::FILE) {
        assert!(targets(example, Act::State).iter().any(|name| name == "Chile"), "{word}: {example}");
        let found = targets(counter, Act::State);
        assert!(!found.is_empty() && !found.iter().any(|name| name == "Chile"), "{word}: {counter} gave {found:?}");
    }
}

#[test]
fn a_statement_is_aimed_at_whoever_did_wrong_by_it() {
    for (text, want) in [
        ("Omar Daud said the Norline Bank had repeatedly ignored warnings.", "Norline Bank"),
        ("Omar Daud said the Norline Bank had not ignored warnings.", ""),
        ("Managers at Norline Bank ignored warnings, Omar Daud said.", "Norline Bank"),
        ("Shares in Norline Bank ignored warnings, Omar Daud said.", ""),
        ("Omar Daud said two drivers were threatened by strikers.", "strikers"),
        ("Omar Daud said two drivers were welcomed by strikers.", ""),
    ] {
        assert_eq!(targets(text, Act::State), [want], "{text}");
    }
}

/// Source and relay of every claim of `text` that came through a medium.
fn relays(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(&document, &mut findings);
    let shown = |claim: Claim<Span>| Some(format!("{} via {}", claim.source?.name, claim.via?.name));
    findings.claims.into_iter().filter_map(shown).collect()
}

#[test]
fn every_row_of_relays_finds_its_medium_and_only_there() {
    use crate::lexicon::{relays as rows, tsv};
    let mut wrong = Vec::new();
    for [words, _, example, counter] in tsv::rows::<4>(rows::FILE) {
        let (found, none) = (relays(example), relays(counter));
        if found.len() != 1 || !found[0].starts_with("Lee via ") || !none.is_empty() {
            wrong.push(format!("{words}: {example} gives {found:?}; {counter} gives {none:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names of the states among the sources of `text`.
fn states(text: &str) -> Vec<String> {
    let document = Document::new(text);
    let mut findings = crate::claims::extract(&document);
    resolve(&document, &mut findings);
    let sources = findings.claims.into_iter().filter_map(|claim| claim.source);
    sources.filter(|source| source.kind == ActorKind::State).map(|source| source.name).collect()
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
fn a_medium_between_the_source_and_the_reader_is_told() {
    for (text, want) in [
        ("The dam had cracked in two places, AFP reported, citing police.", "police via AFP"),
        ("AFP reported that the dam had cracked, citing two officials.", "officials via AFP"),
        ("Citing police sources, Reuters said the ferry had sunk.", "police sources via Reuters"),
        ("The Times, citing two officials, said the talks had failed.", "officials via The Times"),
        ("Nine people died, state television said, quoting the interior ministry.", "interior ministry via state television"),
        ("Police told AFP that the dam had cracked.", "Police via AFP"),
        ("“The road is open,” the mayor told Reuters by telephone.", "mayor via Reuters"),
        ("The mayor told a local radio station that the road was open.", "mayor via local radio station"),
        ("Lee told CNN’s Anna Bell that the plan was dead.", "Lee via CNN"),
        ("The army said the rebels had fled, state media reported.", "army via state media"),
        ("Reuters quoted a guard as saying that the bridge had fallen.", "guard via Reuters"),
        ("The guard was quoted by Reuters as saying the bridge had fallen.", "guard via Reuters"),
        ("The bishop was quoted as saying by state television that the fair would open.", "bishop via state television"),
        ("The shells came from across the river, Reuters quoted the defence ministry as saying.", "defence ministry via Reuters"),
        ("According to the interior ministry, state television reported, nine people died.", "interior ministry via state television"),
    ] {
        assert_eq!(relays(text), [want], "{text}");
    }
}

#[test]
fn a_figure_that_a_medium_gives_is_by_whom_it_cites() {
    let document = Document::new("At least 12 people died, AFP reported, citing police.");
    let mut findings = crate::claims::extract(&document);
    resolve(&document, &mut findings);
    assert_eq!(findings.figures[0].source.as_ref().map(|source| source.name.as_str()), Some("police"));
}

#[test]
fn reporters_in_general_and_media_that_are_spoken_of_are_no_relay() {
    for text in [
        "The mayor told reporters that the road was open.",
        "The mayor told the media that the road was open.",
        "The firm accused the BBC of lying.",
        "AFP reported that the dam had cracked, citing the cost.",
        "The minister said the dam was safe, citing engineers.",
        "The Guardian reported that the dam had cracked.",
    ] {
        assert_eq!(relays(text), [""; 0], "{text}");
    }
}

#[test]
fn a_claim_that_is_passed_on_is_told_once() {
    for text in ["Reuters quoted a guard as saying that the bridge had fallen.", "AFP reported that the dam had cracked, citing police."] {
        let document = Document::new(text);
        let mut findings = crate::claims::extract(&document);
        resolve(&document, &mut findings);
        assert_eq!(findings.claims.len(), 1, "{text}");
    }
}

#[test]
fn people_without_a_name_are_no_bodies() {
    for (text, sources, want) in [
        ("The priest said that it had rained. He said no.", ["The priest", "He"], ["(priest)", "(priest)"]),
        ("The widow said that it had rained. She said no.", ["The widow", "She"], ["(widow)", "(widow)"]),
        ("The nun said that it had rained. He said no.", ["The nun", "He"], ["(nun)", "(he)"]),
        ("Ann Lee, 34, a chaplain, said so. The chaplain said no.", ["Ann Lee, 34, a chaplain", "The chaplain"], ["Ann Lee", "Ann Lee"]),
        ("Chaplain Ann Lee said so. The chaplain said no.", ["Ann Lee", "The chaplain"], ["Ann Lee", "Ann Lee"]),
    ] {
        assert_eq!(names(text, &sources), want, "{text}");
    }
}

#[test]
fn a_relative_pronoun_means_the_phrase_before_it() {
    for (text, pronoun, want) in [
        ("The mayor, who denied it, left.", "who", "mayor"),
        ("She spoke to a nurse who denied it.", "who", "(nurse)"),
        ("The firm sold it to a club, which denied it.", "which", "club"),
        ("The head of the union, who denied it, left.", "who", "head of the union"),
        ("She thanked the two women who denied it.", "who", "(women)"),
    ] {
        assert_eq!(names(text, &[pronoun]), [want], "{text}");
    }
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
fn an_act_is_aimed_at_whoever_its_words_mean() {
    for (text, act, want) in [
        ("Ana Torv left. The clerk repeated the allegation that she had taken the file.", Act::Accuse, "Ana Torv"),
        ("Ana Torv left. The clerk repeated the allegation that her office had the file.", Act::Accuse, "Ana Torv"),
        ("The bishop called on the transport minister, Ana Torv, to step in.", Act::Demand, "Ana Torv"),
        ("The union demanded that the council publish the report.", Act::Demand, "council"),
        ("The paper alleged that the government had lied.", Act::Accuse, "government"),
        ("The charity condemned the government’s decision.", Act::Condemn, "government"),
        ("The charity welcomed ministers' plans.", Act::Welcome, "ministers"),
        ("Ann Lee criticised the plumber over the leak.", Act::Condemn, "plumber"),
        ("Talks between Peru and Chile failed. The bishop demanded that both sides let the boats through.", Act::Demand, "Chile and Peru"),
        (
            "Peru and Chile met. The Oslo talks were long. The Oslo talks failed. The bishop urged both sides to wait.",
            Act::Demand,
            "Chile and Peru",
        ),
        ("The bishop welcomed the deal.", Act::Welcome, ""),
        ("The mayor told a rally that the bridge was shut.", Act::State, ""),
        ("Brasel Ferries, the operator, met the United Weavers union. The union said the company had lied.", Act::State, "Brasel Ferries"),
    ] {
        assert_eq!(targets(text, act).first().map(String::as_str), Some(want), "{text}");
    }
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
fn it_is_the_body_that_spoke_before() {
    assert_eq!(names("Lima said no. It wants more.", &["Lima", "It"]), ["Peru", "Peru"]);
}

#[test]
fn we_inside_a_quotation_is_the_speaker() {
    let text = "“We will wait,” Omar Daud, the minister, said.";
    let document = Document::new(text);
    let mut outer = claim(text, "Omar Daud", 0);
    outer.content.span = vec![Span::new(3, 15)];
    let mut findings = Findings { claims: vec![outer, claim(text, "We", 0)], ..Findings::default() };
    resolve(&document, &mut findings);
    assert_eq!(findings.claims[1].source.as_ref().map(|source| source.name.as_str()), Some("Omar Daud"));
}

#[test]
fn any_mention_of_any_text_has_a_name() {
    for text in ["", "’s", "—", "the", "and and and", "İ’s ﬁ"] {
        let document = Document::new(text);
        let mut broken = claim("x", "x", 0);
        broken.source.as_mut().expect("it has one").span = vec![Span::new(0, text.len())];
        let mut findings = Findings { claims: vec![broken], ..Findings::default() };
        resolve(&document, &mut findings);
    }
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
fn both_sides_of_a_dispute_between_bodies_are_the_two_that_are_named() {
    let text = "Brasel Ferries, the operator, met the United Weavers union. The union left. The operator stayed. Both sides were tired.";
    assert_eq!(names(text, &["Both sides"]), ["Brasel Ferries and United Weavers"]);
}

#[test]
fn lawyers_are_one_source_by_whom_they_speak_for() {
    let text = "Ivo Brandt, the mayor, left. Lawyers for Mr Brandt said no. A lawyer for Brandt, Ida Holm, spoke. Brandt’s lawyers met. \
                His lawyers said so. Lawyers in Oslo met. His lawyer, Ida Holm, left.";
    let sources = ["Lawyers for Mr Brandt", "A lawyer for Brandt, Ida Holm", "Brandt’s lawyers", "His lawyers"];
    assert_eq!(names(text, &sources), ["Ivo Brandt's lawyers"; 4]);
    assert_eq!(names(text, &["His lawyer, Ida Holm"]), ["Ida Holm"]);
    assert_ne!(names(text, &["Lawyers in Oslo"]), ["Norway's lawyers"]);
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
fn a_pronoun_takes_up_who_spoke_and_not_who_was_spoken_of() {
    let text = "Ylva Stormo told the inquiry that Major Rurik Aske had given the order. She cited letters.";
    let document = Document::new(text);
    let mut said = claim(text, "Ylva Stormo", 0);
    let begin = text.find("Major").expect("the content stands in the text");
    said.content.span.push(Span::new(begin, text.find(". She").expect("the sentence ends")));
    let mut findings = Findings { claims: vec![said, claim(text, "She", 0)], ..Findings::default() };
    resolve(&document, &mut findings);
    assert_eq!(findings.claims[1].source.as_ref().map(|source| source.name.as_str()), Some("Ylva Stormo"));
}

#[test]
fn the_subject_of_a_relative_clause_is_not_that_of_the_sentence() {
    let text = "Ms Ylva Stormo, whom Ms Berit Aske appointed, began on Monday. She will quit.";
    assert_eq!(names(text, &["She"]), ["Ylva Stormo"]);
}

#[test]
fn associates_are_told_by_their_words_and_never_the_one_whose_they_are() {
    let names = |text: &str, source| names(&format!("President Mamadu Lind left. {text}"), &[source]).remove(0);
    assert_eq!(names("Aides to President Mamadu Lind said no.", "Aides to President Mamadu Lind"), "(aides to President Mamadu Lind)");
    assert_eq!(names("A friend of Lind said no.", "A friend of Lind"), "(friend of Lind)");
    assert_eq!(names("Lind's mother said no.", "Lind's mother"), "(Mamadu Lind's mother)");
    let mother = "The mother of a man shot dead on Linden Avenue";
    assert_eq!(names(&format!("{mother} said no."), mother), "(mother of a man shot dead on Linden Avenue)");
    assert_eq!(names("The widow of Ole Berg, Kari Berg, said no.", "The widow of Ole Berg, Kari Berg"), "Kari Berg");
    assert_eq!(names("The aides' friends' parents' said no.", "The aides' friends' parents'"), "(aides' friends' parents)");
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
    resolve(&document, &mut findings);
    let kinds: Vec<_> = findings.claims.iter().filter_map(|claim| claim.source.as_ref()).map(|source| source.kind).collect();
    assert_eq!(kinds, [ActorKind::Organisation, ActorKind::Organisation, ActorKind::Media, ActorKind::Person]);
}

#[test]
fn a_text_tells_he_from_she_where_a_name_does_not() {
    let text = "Zyra Lund said no. She left.\n\nThe club waited. He blamed her.";
    assert_eq!(names(text, &["Zyra Lund", "He"]), ["Zyra Lund", "(he)"]);
    assert_eq!(names("The women accused the coach. He said no.", &["The women", "He"]), ["(women)", "(he)"]);
    assert_eq!(names("Zyra Lund said no.\n\nHe blamed her.", &["Zyra Lund", "He"]), ["Zyra Lund", "Zyra Lund"]);
}

#[test]
fn two_people_who_are_each_introduced_speak_together() {
    let source = "The mayor, Ann Moss, and the head of its port, Jim Orr,";
    assert_eq!(names(&format!("{source} said no."), &[source]), ["Ann Moss and Jim Orr"]);
}
