//! At whom a claim is aimed.

use super::*;

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
        ("“Open the gate,” the union demanded.", Act::Demand, ""),
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
fn money_and_people_are_not_the_state_that_they_are_of() {
    assert_ne!(targets("The fund appealed for 12 million Swiss francs.", Act::Demand), ["Switzerland"]);
    assert_eq!(targets("The court charged four Chilean nationals with theft.", Act::Accuse), ["Chilean nationals"]);
}

#[test]
fn a_body_is_whole_with_the_name_after_its_noun() {
    assert_eq!(targets("Lee praised the University of Lund for its work.", Act::Welcome), ["University of Lund"]);
    assert_eq!(targets("Lee praised the Sultanate of Oman for its work.", Act::Welcome), ["Oman"]);
    assert_eq!(targets("Lee accused the Bank of England of bias.", Act::Accuse), ["Bank of England"]);
    assert_eq!(targets("Lee accused Peru of Chilean ways.", Act::Accuse), ["Peru"]);
}

#[test]
fn what_was_said_last_is_what_is_answered() {
    let text = "Drivers told the Argus that the pit was flooded. Moss said that was untrue.";
    assert_eq!(targets(text, Act::Deny), ["drivers"]);
    let text = "Ana Torv alleged that the camp was dirty. Moss rejected it at the time.";
    assert_eq!(targets(text, Act::Deny), ["Ana Torv"]);
    assert_eq!(targets("The union asked for a rise. The firm refused.", Act::Reject), ["union"]);
    assert_eq!(targets("The union met the firm. The firm refused.", Act::Reject), [""]);
    assert_eq!(targets("Peru offered to host talks, an offer that Chile has accepted.", Act::Agree), ["Peru"]);
    assert_eq!(targets("Ana Torv promised aid. Moss called it too little.", Act::Condemn), ["Ana Torv"]);
    assert_eq!(targets("Ana Torv sent aid. Moss called it too little.", Act::Condemn), [""]);
}

#[test]
fn whoever_only_stands_beside_the_other_is_asked_for_nothing() {
    assert_eq!(targets("Chile urged calm, while Peru called for sanctions.", Act::Demand), ["", ""]);
}

#[test]
fn what_is_to_be_done_to_somebody_is_asked_of_another() {
    for (text, want) in [
        ("The union demanded that the officer be named.", ""),
        ("The union demanded that the officer be named by the Lund ministry.", "Lund ministry"),
        ("The union demanded that the Lund ministry's accounts be opened.", "Lund ministry"),
        ("The union called for the plant to be shut.", ""),
        ("The union called for Ana Torv to be sacked.", ""),
        ("The union demanded that the council open the gate.", "council"),
    ] {
        assert_eq!(targets(text, Act::Demand), [want], "{text}");
    }
}

#[test]
fn nobody_is_the_deed_that_is_complained_of() {
    for (text, want) in [
        ("The union blamed the fire on cuts in staff.", ""),
        ("The colonel blamed the attack on “men who hate bread”.", "men"),
        ("The union blamed the fire on managers.", "managers"),
        ("The union blamed the fire on customers.", "customers"),
        ("Norland has long accused neighbouring Ostmark of arming the Andean Front.", "Ostmark"),
        ("Norland blamed Ostmark.", "Ostmark"),
        ("They met the senator, whom Lind accused of lying.", "senator"),
    ] {
        assert_eq!(targets(text, Act::Accuse), [want], "{text}");
    }
    assert_eq!(targets("Drivers have asked for 60,000 Chilean pesos each.", Act::Demand), [""]);
    assert_eq!(targets("Tarvik criticised the directors for silence.", Act::Condemn), ["directors"]);
    assert_eq!(targets("Tarvik criticised the killings.", Act::Condemn), [""]);
}

#[test]
fn her_is_whom_the_text_is_about_and_neither_who_speaks_nor_who_spoke() {
    for (text, want) in [
        ("Ana Torv left. A club source said that nothing was signed. Voters want her out.", "Ana Torv"),
        ("Ana Torv is mayor. Ms Torv stayed. Ms Torv left. Mira Sund called it small. The Greens urged her to resign.", "Ana Torv"),
        ("Ana Torv is mayor. Mira Sund called it small. The Greens urged her to resign.", "Mira Sund"),
        ("Ana Torv is mayor. Jim Orr met Mira Sund. The Greens urged him to resign.", "Jim Orr"),
        ("The case shook Jim Orr. Mira Sund demanded his resignation.", "Jim Orr"),
        ("The case shook Jim Orr. Mira Sund demanded Josil Tamo’s resignation.", "Josil Tamo"),
    ] {
        assert_eq!(targets(text, Act::Demand), [want], "{text}");
    }
}

#[test]
fn it_is_the_body_that_its_sentence_is_about() {
    let text = "Brasel, the chemist chain, turned down a proposal from Norline Partners, hours after a rival accused it of fraud.";
    assert_eq!(targets(text, Act::Accuse), ["Brasel"]);
}

#[test]
fn what_is_answered_where_it_is_told_was_aimed_at_whoever_answers() {
    assert_eq!(targets("The minister turned down a demand from the union that the gate be opened.", Act::Demand), ["minister"]);
    assert_eq!(targets("The union made a demand that the gate be opened. The minister turned it down.", Act::Demand), [""]);
    let text = "Brasel rejected allegations by Jim Orr that records had been changed.";
    assert_eq!(targets(text, Act::Accuse), ["Brasel"]);
}

#[test]
fn an_offer_is_turned_down_that_is_told_of_later() {
    assert_eq!(targets("Families rejected an offer of pay. Norline had offered 200 pounds.", Act::Reject), ["Norline"]);
    assert_eq!(targets("Families rejected the idea. Norline had offered 200 pounds.", Act::Reject), [""]);
    let text = "Families rejected an offer of pay. Norline had offered 200 pounds. Brasel had offered 100.";
    assert_eq!(targets(text, Act::Reject), [""]);
    let text = "Observers praised the day. The Weavers union met the Norline Bank. The Weavers union said the Norline Bank was shut.";
    assert_eq!(targets(text, Act::Welcome), [""]);
}

#[test]
fn who_made_the_charge_is_the_same_for_the_charge_and_for_its_denial() {
    let text = "The bank's spokesman, Jim Orr, met the press. “It was theft,” said Karl Lind. He added that two guards had been hit, an \
                allegation that the bank called a lie.";
    assert_eq!(targets(text, Act::Deny), ["Karl Lind"]);
    assert_eq!(targets("The bishop turned down an invitation from the mayor, Ruth Lee, to the talks.", Act::Reject), ["Ruth Lee"]);
    assert_eq!(targets("Ana Torv asked the bank to pay. The bank agreed to pay on Friday.", Act::Agree), ["Ana Torv"]);
    assert_eq!(targets("Ana Torv asked the mayor to pay. The bank agreed to pay on Friday.", Act::Agree), [""]);
}

#[test]
fn a_verb_before_the_end_of_its_clause_has_no_target() {
    assert_eq!(targets("said \n Lee accused on Tuesday", Act::Accuse), Vec::<String>::new());
}

#[test]
fn a_name_is_whole_that_has_two_in_it() {
    assert_eq!(targets("Lind & Moss has been accused of theft.", Act::Accuse), ["Lind & Moss"]);
    assert_eq!(targets("The union accused Lind & Moss of theft.", Act::Accuse), ["Lind & Moss"]);
    assert_eq!(targets("The bishop begged both sides to wait.", Act::Demand), ["both sides"]);
    assert_eq!(targets("Peru and the Norline Front accused each other of lying.", Act::Accuse), ["Peru and Norline Front"]);
}

#[test]
fn the_police_and_the_force_are_the_only_one_of_the_text() {
    let text = "Lund Police said two men were held. Ana Torv accused the police of lying. The union criticised the force for its delay.";
    assert_eq!(targets(text, Act::Accuse), ["Lund Police"]);
    assert_eq!(targets(text, Act::Condemn), ["Lund Police"]);
    let text = "Lund Police said two men were held. Norvik Police said so. Ana Torv accused the police of lying.";
    assert_eq!(targets(text, Act::Accuse), ["police"]);
}

#[test]
fn her_is_of_whom_the_sentence_before_tells_whoever_else_is_named_often() {
    let often = "Ana Torv is mayor. Ms Torv stayed. Ms Torv left. Ms Torv slept.";
    for (text, want) in [
        ("The singer, Mira Sund, fell ill. The union accused her of theft.", "Mira Sund"),
        ("Singer Mira Sund was held on Friday. She denies it. The union accused her of theft.", "Mira Sund"),
        ("Mira Sund denied the theft. The union accused her of lying.", "Mira Sund"),
        ("Mira Sund called it small. The union accused her of theft.", "Ana Torv"),
        ("Mira Sund called it small. It rained. The union accused her of theft.", "Ana Torv"),
    ] {
        assert_eq!(targets(&format!("{often} {text}"), Act::Accuse), [want], "{text}");
    }
    let text = format!("{often} Singer Mira Sund was held on Friday. She denies it. The union accused her of theft.");
    assert_eq!(targets(&text, Act::Deny), ["union"]);
    let text = format!("{often} The singer, Mira Sund, was jailed. Her lawyer, Karla Lind, urged her to wait.");
    assert_eq!(targets(&text, Act::Demand), ["Mira Sund"]);
}

#[test]
fn a_preposition_names_a_target_only_for_what_was_said() {
    for (act, text, want) in [
        (Act::Reject, "The bishop refused to retreat from Chile.", ""),
        (Act::Reject, "The bishop rejected a plea from Chile.", "Chile"),
        (Act::Agree, "The bishop agreed to return from Chile.", ""),
        (Act::Agree, "The bishop agreed to cope with the delay.", ""),
        (Act::Agree, "The bishop agreed with the union.", "union"),
        (Act::Propose, "The bishop offered to send bread to Chile.", ""),
        (Act::Propose, "The bishop offered bread to Chile.", "Chile"),
        (Act::Propose, "The bishop has offered bread to stranded travellers.", "stranded travellers"),
        (Act::Propose, "The bishop proposed a limit to the law.", ""),
        (Act::Propose, "The bishop proposed changes to the Chile treaty.", ""),
    ] {
        assert_eq!(targets(text, act), [want], "{text}");
    }
    let text = "Norline accused the union of theft. The bishop denied the allegation of fraud made by Ana Torv.";
    assert_eq!(targets(text, Act::Deny), ["Ana Torv"]);
    let text = "Ana Torv warned of floods. Jim Orr condemned the warning from the union.";
    assert_eq!(targets(text, Act::Condemn), ["union"]);
}

#[test]
fn nouns_for_people_that_are_verbs_as_well_are_people() {
    for (text, want) in [
        ("The union blamed the ushers.", "ushers"),
        ("The union accused the bully of theft.", "bully"),
        ("The union accused the tender of theft.", "tender"),
        ("The union blamed the attack.", ""),
        ("The union blamed the cuts.", ""),
    ] {
        assert_eq!(targets(text, Act::Accuse), [want], "{text}");
    }
}

#[test]
fn whoever_is_to_act_or_to_answer_is_asked() {
    for (text, want) in [
        ("The union demanded that Norline Bank be held to account.", "Norline Bank"),
        ("The union demanded that Chile be forced to pay.", "Chile"),
        ("The union demanded that Mr Orr be prepared to leave.", "Orr"),
        ("The union demanded that Mr Orr be allowed to leave.", ""),
        ("The union demanded that Mr Orr be jailed.", ""),
    ] {
        assert_eq!(targets(text, Act::Demand), [want], "{text}");
    }
    assert_eq!(targets("The bishop warned that Ana Torv had been defrauded by Jim Orr.", Act::Warn), [""]);
}

#[test]
fn whom_somebody_threatens_to_harm_is_warned() {
    for (text, want) in [
        ("The union threatened to take the Norline Bank to court over the closures.", "Norline Bank"),
        ("Two villagers have threatened to drag the council before a tribunal.", "council"),
        ("The union warned that it would take the council to court.", "council"),
        ("The minister threatened to expel the Chilean ambassador.", "Chilean ambassador"),
        ("Ana Torv has threatened to sue the Lund Gazette for libel.", "Lund Gazette"),
        ("Norland threatened to attack Chile.", "Chile"),
        ("The league threatened to suspend Brasel Rovers over the riot.", "Brasel Rovers"),
        ("The Greens threatened to leave the council.", ""),
        ("The union threatened to take the bus to town.", ""),
        ("The league threatened to back Jim Orr.", ""),
        ("The firm threatened to publish the files.", ""),
        ("The dockers threatened to block the road to Chile.", ""),
        ("The police warned that thieves would attack tourists.", ""),
    ] {
        assert_eq!(targets(text, Act::Warn), [want], "{text}");
    }
}

#[test]
fn whoever_called_for_what_is_turned_down_is_named_there() {
    let before = "Ana Torv demanded a new bridge.";
    for (text, want) in [
        ("The mayor rejected a call by Jim Orr, the opposition leader, that she resign.", "Jim Orr"),
        ("The mayor turned down a proposal by Norline Bank for a toll.", "Norline Bank"),
        ("The council rejected a petition by residents to shut the road.", "residents"),
        ("The council rejected an appeal from Jim Orr to wait.", "Jim Orr"),
        ("The council rejected the plan by ten votes to two.", "Ana Torv"),
    ] {
        assert_eq!(targets(&format!("{before} {text}"), Act::Reject), [want], "{text}");
    }
    assert_eq!(targets("The mayor accepted an offer by Chile to rebuild the school.", Act::Agree), ["Chile"]);
}

#[test]
fn what_a_court_is_asked_its_judge_refuses() {
    let text = "Jim Orr asked the court to free his client. Judge Ana Torv refused.";
    assert_eq!(targets(text, Act::Reject), ["Jim Orr"]);
    let text = "Jim Orr asked the council to free his client. Judge Ana Torv refused.";
    assert_eq!(targets(text, Act::Reject), [""]);
}

#[test]
fn what_a_head_of_state_asks_for_is_asked_of_the_other_side() {
    let text = |who: &str| {
        format!("Chile and Peru fought over the dam. Chile accused Peru of a raid. {who} demanded the return of the prisoners.")
    };
    for (who, want) in [
        ("Peruvian President Ana Ruiz", "Chile"),
        ("Peruvian Prime Minister Ana Ruiz", "Chile"),
        ("Peruvian Foreign Minister Ana Ruiz", "Chile"),
        ("Peruvian farmer Ana Ruiz", ""),
        ("The bishop", ""),
    ] {
        assert_eq!(targets(&text(who), Act::Demand), [want], "{who}");
    }
}

#[test]
fn a_name_ends_before_what_its_bearer_is_to_do() {
    assert_eq!(targets("Ana Torv demanded that the Prime Minister sack her.", Act::Demand), ["Prime minister"]);
    assert_eq!(targets("Ana Torv demanded that Jim Orr open the gate.", Act::Demand), ["Jim Orr"]);
}

#[test]
fn a_ministry_answers_the_ministry_that_accused_its_state() {
    let text = |denier: &str| {
        format!("Chile and Peru fought. Chile’s defence ministry accused Peru of a raid. {denier} denied having sent anybody.")
    };
    assert_eq!(targets(&text("Peru’s general staff"), Act::Deny), ["Chile defence ministry"]);
    assert_eq!(targets(&text("Peru"), Act::Deny), ["Chile"]);
}

#[test]
fn whose_minister_somebody_is_stands_before_the_name_as_well() {
    for who in [
        "Chile's defence minister, Juan Rey,",
        "Chilean defence minister Juan Rey",
        "Chilean Defence Minister Juan Rey",
        "The president of Chile, Juan Rey,",
        "Juan Rey, the president of Chile,",
    ] {
        let text = format!("Chile met Peru. {who} said that a boat had sunk. He rejected the call. Peru said that three men were dead.");
        assert_eq!(targets(&text, Act::Reject), ["Peru"], "{who}");
    }
    let text = "Chile met Peru. The painter Juan Rey said that a boat had sunk. He rejected the call. Peru said that three men were dead.";
    assert_eq!(targets(text, Act::Reject), [""]);
}

#[test]
fn amends_are_asked_of_whom_the_last_charge_stands_against() {
    for (text, want) in [
        ("Ada Lind accused the bank of theft and demanded compensation.", "bank"),
        ("Ada Lind accused the bank of theft. It had lost her deeds, she said. She wants a full apology.", "bank"),
        ("The bank accused Ada Lind of theft. Lind demanded a retraction.", "bank"),
        ("Ada Lind condemned the bank's explanation as an insult and demanded an apology to every customer.", "bank"),
        ("Ada Lind accused the bank of theft and demanded a recount.", ""),
        ("Ada Lind met the bank and demanded compensation.", ""),
        ("Ada Lind accused the bank of theft. Omar Daud demanded compensation for noise.", ""),
    ] {
        assert_eq!(targets(text, Act::Demand), [want], "{text}");
    }
}

#[test]
fn whose_words_are_turned_down_stands_before_the_noun_for_them() {
    for (text, act, want) in [
        ("The mayor turned down government plans for a camp.", Act::Reject, "government"),
        ("The firm dismissed union claims of a cover-up.", Act::Deny, "union"),
        ("The firm denied the union's claim that it had lied.", Act::Deny, "union"),
        ("Growers welcomed government proposals on hedges.", Act::Welcome, "government"),
        ("The mayor turned down garden plans for a camp.", Act::Reject, ""),
        ("The firm denied the union's members a vote.", Act::Deny, ""),
        ("The firm denied the union's involvement in the raid.", Act::Deny, ""),
    ] {
        assert_eq!(targets(text, act), [want], "{text}");
    }
}

#[test]
fn whoever_asked_just_before_is_refused_by_whom_they_did_not_name() {
    let text = |between: &str| format!("Omar Daud urged the town council to cancel the fair. {between}The mayor, Ada Lind, refused.");
    assert_eq!(targets(&text(""), Act::Reject), ["Omar Daud"]);
    assert_eq!(targets(&text("It rained. "), Act::Reject), [""]);
}

#[test]
fn a_promise_is_aimed_at_whom_something_is_promised_to() {
    for (text, want) in [
        ("The bank pledged flights to Peru.", ""),
        ("The minister promised Peru 200 lorries.", "Peru"),
        ("The minister promised a swift end to the war.", ""),
        ("The firm promised access to its files.", ""),
        ("The minister promised to stand by the army.", ""),
    ] {
        assert_eq!(targets(text, Act::Promise), [want], "{text}");
    }
}

#[test]
fn it_before_is_stands_for_nobody() {
    let text = "Ada Lind accused the bank of theft. “It is always the driver who pays,” Lind said.";
    assert_eq!(targets(text, Act::State), [""]);
    let text = "Peru and Chile met. It was Chilean boats that had crossed the line, Peru said.";
    assert_eq!(targets(text, Act::State), ["Chile"]);
}

#[test]
fn some_of_many_are_a_target_as_all_are() {
    for (text, act, want) in [
        ("The head accused some of the nurses of theft.", Act::Accuse, "nurses"),
        ("Ada Lind thanked all of the volunteers.", Act::Welcome, "volunteers"),
        ("The agency cautioned pregnant women against eating the cheese.", Act::Warn, "pregnant women"),
        ("The agency cautioned drivers against speeding.", Act::Warn, "drivers"),
    ] {
        assert_eq!(targets(text, act), [want], "{text}");
    }
}
