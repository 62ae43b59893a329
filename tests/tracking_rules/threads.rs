//! What is one thread in one text and in several outlets.

use sayso::model::{Act, ChangeKind};

use crate::draft::{Draft, PORT, draft, kinds, track};

#[test]
fn one_claim_in_two_outlets_is_one_thread_and_its_denial_answers_it() {
    let there = "The harbour union has accused the owners of cutting corners on safety.";
    let denial = "The owners deny that they were cutting corners on safety.";
    let other = draft(&format!("At the port\n\n{there}\n")).claim(Act::Accuse, "The harbour union=harbour union", "owners", there).of(1);
    let third = draft(&format!("Owners\n\n{denial}\n")).claim(Act::Deny, "owners", "harbour union", denial).of(2);
    let first = draft(&format!("Port\n\n{PORT}\n")).claim(Act::Accuse, "harbour union", "owners", PORT);
    let (deltas, threads) = track(&[first, other, third]);
    assert_eq!(threads.len(), 2);
    assert_eq!(deltas[0].links[0].thread, deltas[1].links[0].thread);
    assert_eq!(threads[1].answers.as_ref().map(|answered| &answered.id), Some(&threads[0].id));
    assert!(!deltas[1].links[0].reason.is_empty());
}

/// How many threads there are in two reports.
fn threads_of(first: Draft, second: Draft) -> usize {
    track(&[first, second.of(2)]).1.len()
}

#[test]
fn a_surname_in_another_outlet_is_the_same_source() {
    let first = || {
        draft("T\n\nIda Brun warned that the dam would break by June.").claim(
            Act::Warn,
            "Ida Brun",
            "",
            "Ida Brun warned that the dam would break by June",
        )
    };
    let second = |name: &str| {
        let text = format!("U\n\n{name} warned that the dam would break.");
        draft(&text).claim(Act::Warn, name, "", &format!("{name} warned that the dam would break"))
    };
    assert_eq!(threads_of(first(), second("Brun")), 1);
    assert_eq!(threads_of(first(), second("Ole Brun")), 2, "two people of one surname");
    assert_eq!(threads_of(first(), second("Ida")), 2, "a first word of a name is no name");
}

#[test]
fn the_only_charge_of_a_source_is_one_in_any_words() {
    let first = || {
        draft("T\n\nThe rebels blamed the army for the strike.").claim(
            Act::Accuse,
            "rebels",
            "army",
            "The rebels blamed the army for the strike",
        )
    };
    let charge = "The rebels accused the army of bombing a market";
    let other = "The rebels accused the army of burning a village";
    assert_eq!(
        threads_of(first(), draft("U\n\nThe rebels accused the army of bombing a market.").claim(Act::Accuse, "rebels", "army", charge)),
        1
    );
    let both = draft("U\n\nThe rebels accused the army of bombing a market. The rebels accused the army of burning a village.")
        .claim(Act::Accuse, "rebels", "army", charge)
        .claim(Act::Accuse, "rebels", "army", other);
    assert_eq!(threads_of(first(), both), 3, "of two charges none is the only one");
    let elsewhere = "The rebels accused the police of taking bribes";
    let police = draft("U\n\nThe rebels accused the police of taking bribes.").claim(Act::Accuse, "rebels", "police", elsewhere);
    assert_eq!(threads_of(first(), police), 2, "aimed at another, and no word in common");
}

#[test]
fn a_headline_belongs_to_the_thread_of_its_story() {
    let headline = "Union accuses owners of cutting corners on safety";
    let version = draft(&format!("{headline}\n\n{PORT}\n")).claim(Act::Accuse, "Union=harbour union", "owners", headline).claim(
        Act::Accuse,
        "harbour union",
        "owners",
        PORT,
    );
    assert_eq!(track(&[version]).1.len(), 1);
}

#[test]
fn a_headline_in_other_words_belongs_to_the_only_claim_of_its_sort() {
    let (headline, body) =
        ("Operator blames pickets for threats", "The port operator blamed pickets for having surrounded drivers at dawn.");
    let version = draft(&format!("{headline}\n\n{body}\n")).claim(Act::Accuse, "Operator=port operator", "pickets", headline).claim(
        Act::Accuse,
        "port operator",
        "pickets",
        body,
    );
    assert_eq!(track(&[version]).1.len(), 1);
}

#[test]
fn another_thing_asked_of_one_person_is_another_demand() {
    let version = |asked: &str| {
        let evidence = format!("The guild called on the mayor {asked}.");
        draft(&format!("Mill\n\n{evidence}\n")).claim(Act::Demand, "guild", "the mayor=mayor", &evidence).cue("called on").saying(asked)
    };
    let was = version("to resign");
    assert_eq!(kinds(&[was.clone(), version("to step down")]), [ChangeKind::Reworded]);
    assert_eq!(kinds(&[was, version("to hand back her fee")]), [ChangeKind::Added, ChangeKind::Dropped]);
}

#[test]
fn who_owns_up_to_what_was_denied_says_another_thing() {
    let denied = || {
        let said = "Ida Brun insisted she had never seen the letter";
        let mut draft =
            draft(&format!("T\n\n{said}.")).claim(Act::State, "Ida Brun", "", said).cue("insisted").saying("she had never seen the letter");
        draft.found.claims[0].negated = true;
        draft
    };
    let second = |act, said: &str, cue: &str, content: &str| {
        draft(&format!("U\n\n{said}.")).claim(act, "Ida Brun", "", said).cue(cue).saying(content)
    };
    let admits = second(Act::Confirm, "Ida Brun admits having seen the letter", "admits", "having seen the letter");
    assert_eq!(threads_of(denied(), admits), 2);
    let says = second(Act::State, "Ida Brun said she had seen the letter", "said", "she had seen the letter");
    assert_eq!(threads_of(denied(), says), 2);
    let mut again = second(Act::State, "Ida Brun said she had not seen the letter", "said", "she had not seen the letter");
    again.found.claims[0].negated = true;
    assert_eq!(threads_of(denied(), again), 1);
}

#[test]
fn praise_and_blame_are_two_threads() {
    let said = |verb: &str, act| {
        let said = format!("The guild {verb} the new harbour wall");
        draft(&format!("T\n\n{said}.")).claim(act, "guild", "", &said).cue(verb)
    };
    assert_eq!(threads_of(said("praised", Act::Welcome), said("attacked", Act::Condemn)), 2);
    assert_eq!(threads_of(said("praised", Act::Welcome), said("lauded", Act::Welcome)), 1);
}

#[test]
fn an_act_that_says_all_goes_on_in_the_same_thread() {
    let version = |beside: &str| {
        let text = format!("T\n\nThe clinic apologised. {beside}");
        draft(&text).claim(Act::Confirm, "clinic", "", "The clinic apologised").cue("apologised").saying("apologised")
    };
    let (_, threads) = track(&[version("It has 40 beds."), version("It has 50 beds.")]);
    assert_eq!(threads.len(), 1);
}

#[test]
fn what_is_said_of_two_people_is_two_threads_and_one_vote_told_twice_is_one() {
    let says = |draft: Draft, said: &str| draft.claim(Act::State, "Ane Vik", "", &format!("Ane Vik said {said}")).cue("said").saying(said);
    let threads = |one: &str, other: &str| {
        let text = draft(&format!("Inquest\n\nAne Vik said {one}. Ane Vik said {other}."));
        track(&[says(says(text, one), other)]).1.len()
    };
    assert_eq!(threads("that Pole was drunk", "that Marr was drunk"), 2);
    assert_eq!(threads("that Pole was drunk", "that Pole was very drunk"), 1);
    assert_eq!(threads("that Pole had won the vote with 52 ballots", "that Marr had lost the vote to 52 ballots"), 1);
}
