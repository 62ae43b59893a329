//! Claims, clauses and sentences that came, went, came back or moved, and those that did not.

use sayso::model::{Act, ActorKind, ChangeKind, NoticeState};

use crate::draft::{Draft, MAYOR, OWNERS, PORT, changes, draft, kinds, port};

#[test]
fn paragraphs_in_another_order_are_moved_and_nothing_else() {
    assert_eq!(kinds(&[port([0, 1, 2]), port([2, 0, 1])]), [ChangeKind::Moved]);
    assert_eq!(kinds(&[port([0, 1, 2]), port([0, 2, 1])]), [ChangeKind::Moved]);
    assert!(kinds(&[port([0, 1, 2]), port([0, 1, 2])]).is_empty());
}

#[test]
fn a_denial_that_goes_while_its_accusation_stays_is_told() {
    let both = draft(&format!("Port\n\n{PORT} {OWNERS}\n"))
        .claim(Act::Accuse, "harbour union", "owners", PORT)
        .claim(Act::Deny, "owners", "harbour union", OWNERS)
        .answering();
    let one = draft(&format!("Port\n\n{PORT}\n")).claim(Act::Accuse, "harbour union", "owners", PORT);
    let told = changes(&[both.clone(), one.clone()]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::Dropped]);
    assert!(told[0].why.contains("what it answers still stands"), "{}", told[0].why);
    assert!(told[0].weight > 0.8);
    assert_eq!(told[0].notice, NoticeState::Silent);
    let all_gone = changes(&[both, draft("Port\n\nThe terminal is shut.\n")]);
    assert!(all_gone.iter().all(|change| !change.why.contains("still stands")));
}

#[test]
fn what_was_dropped_and_comes_back_is_restored() {
    let without = draft("Quarrel at the port\n\nThe terminal is shut.\n");
    let versions = [port([0, 1, 2]), without, port([0, 1, 2])];
    assert_eq!(kinds(&versions[..2]), [ChangeKind::Dropped; 3]);
    assert_eq!(kinds(&versions), [ChangeKind::Restored; 3]);
}

#[test]
fn a_clause_of_what_is_said_comes_and_goes_like_a_claim() {
    let version = |said: &str| {
        let evidence = format!("The operator said {said}.");
        draft(&format!("Gas\n\n{evidence}\n")).claim(Act::State, "operator", "", &evidence)
    };
    let (one, both) = (version("repairs could take weeks"), version("repairs could take weeks but that hospitals were not at risk"));
    let told = changes(&[both.clone(), one.clone()]);
    let shown: Vec<_> = told.iter().map(|change| (change.kind, change.before.as_str(), change.after.as_str())).collect();
    assert_eq!(shown, [(ChangeKind::Dropped, "that hospitals were not at risk", "")]);
    assert_eq!(kinds(&[one, both.clone()]), [ChangeKind::Added]);
    let other = version("repairs could take weeks but that hospitals would be spared");
    assert_eq!(kinds(&[both, other]), [ChangeKind::Reworded], "other words stand in its place");
}

#[test]
fn a_refusal_that_says_nothing_of_what_is_refused_is_the_only_one_of_its_source() {
    let charge = "Minister Té accused Dakar of arming the guard.";
    let version = |denial: &str, bare: bool| {
        let text = draft(&format!("Coup\n\n{charge}\n\n{denial}\n")).claim(Act::Accuse, "Minister Té", "Dakar", charge);
        let denied = text.claim(Act::Deny, "Dakar", "", denial);
        if bare { denied.cue("denied").saying("it") } else { denied }
    };
    let told = kinds(&[version("Dakar rejected the claim as absurd.", false), version("Dakar denied it.", true)]);
    assert!(!told.contains(&ChangeKind::Dropped) && !told.contains(&ChangeKind::Added), "{told:?}");
}

#[test]
fn a_sentence_with_which_a_quotation_goes_on_comes_goes_and_changes() {
    let first = "“The bridge was never safe,” Rolf Amund said.";
    let version = |rest: &str| {
        let text = draft(&format!("Bridge\n\n{first} {rest}\n\nThe bridge is shut.\n"));
        let said = text.claim(Act::State, "Rolf Amund", "", first).cue("said").saying("“The bridge was never safe,”");
        if rest.is_empty() { said } else { said.going_on(rest) }
    };
    let told = |versions: &[Draft]| -> Vec<(ChangeKind, String, String)> {
        changes(versions).into_iter().map(|change| (change.kind, change.before, change.after)).collect()
    };
    let (alone, both) = (version(""), version("“We wrote to the minister in May. He threw the letters away.”"));
    let rest = "“We wrote to the minister in May. He threw the letters away.”".to_owned();
    assert_eq!(told(&[both.clone(), alone.clone()]), [(ChangeKind::Dropped, rest.clone(), String::new())]);
    assert_eq!(told(&[alone, both.clone()]), [(ChangeKind::Added, String::new(), rest)]);
    let other = version("“We wrote to the minister in May. He burnt the letters.”");
    let (was, is) = ("He threw the letters away.".to_owned(), "He burnt the letters.".to_owned());
    assert_eq!(told(&[both.clone(), other]), [(ChangeKind::QuoteChanged, was, is)]);
    assert_eq!(told(&[both.clone(), both.clone()]), []);
    let turned = "“We wrote to the minister in May. He threw the letters away,” Rolf Amund said.";
    let text = draft(&format!("Bridge\n\n{turned} “The bridge was never safe.”\n\nThe bridge is shut.\n"));
    let said = text
        .claim(Act::State, "Rolf Amund", "", turned)
        .cue("said")
        .saying("“We wrote to the minister in May. He threw the letters away,”");
    assert_eq!(told(&[both, said.going_on("“The bridge was never safe.”")]), [], "all of it was said before");
}

const MEMO: &str = "A leaked plan of the quarry firm proposed closing the northern pit before the winter.";

#[test]
fn a_claim_read_in_one_version_only_is_told_by_the_verb_that_stands_for_its_cue() {
    let memo = |text: &str| format!("Quarry\n\n{text}\n");
    let read = draft(&memo(MEMO)).claim(Act::Propose, "A leaked plan of the quarry firm", "", MEMO).cue("proposed");
    let floated = draft(&memo(&MEMO.replace("proposed", "floated")));
    assert_eq!(kinds(&[read.clone(), floated.clone()]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[floated, read.clone()]), [ChangeKind::Strengthened]);
    // Another verb of which nothing is known makes it another claim.
    assert_eq!(kinds(&[read.clone(), draft(&memo(&MEMO.replace("proposed", "sank")))]), [ChangeKind::Dropped]);
    assert!(kinds(&[read, draft(&memo(MEMO))]).is_empty());
}

#[test]
fn a_claim_that_is_another_in_the_same_mouth_is_not_reworded_for_a_word_in_common() {
    let (door, session) =
        ("The mediator Ruth Amble said her door was open.", "A new session will open on Friday, the mediator Ruth Amble said.");
    let version =
        |said: &str| draft(&format!("Talks\n\n{said}\n")).claim(Act::State, "mediator Ruth Amble=Ruth Amble", "", said).cue("said");
    let mut told = kinds(&[version(door), version(session)]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::Added, ChangeKind::Dropped]);
}

#[test]
fn what_changed_besides_does_not_make_others_move() {
    let union = |verb: &str| format!("The harbour union {verb} the owners of cutting corners on safety at the oil terminal.");
    let version = |union: &str, turned: bool| {
        let paragraphs = match turned {
            true => [OWNERS, MAYOR, union],
            false => [union, OWNERS, MAYOR],
        };
        let version = draft(&format!("Quarrel at the port\n\n{}\n", paragraphs.join("\n\n")));
        let mut claims = [(Act::Accuse, "harbour union", union), (Act::Deny, "owners", OWNERS), (Act::State, "Mayor Lund", MAYOR)].to_vec();
        claims.rotate_left(usize::from(turned));
        claims.into_iter().fold(version, |version, (act, source, evidence)| version.claim(act, source, "", evidence))
    };
    let told = kinds(&[version(&union("accused"), false), version(&union("suspected"), true)]);
    assert_eq!(told, [ChangeKind::Softened]);
}

#[test]
fn a_headline_in_other_words_by_somebody_else_s_name_for_them_is_no_entry() {
    let (headline, body) = (
        "Families reject ferry compensation",
        "Relatives of those who drowned off the cape rejected the compensation that the ferry's owner had offered.",
    );
    let before = draft("Ferry sinks\n\nDivers will go down again on Monday.\n");
    let after = draft(&format!("{headline}\n\nDivers will go down again on Monday.\n\n{body}\n"))
        .claim(Act::Reject, "Families=families", "", headline)
        .by(ActorKind::Unnamed)
        .claim(Act::Reject, "Relatives=relatives", "", body)
        .by(ActorKind::Unnamed);
    let told = changes(&[before, after]);
    assert_eq!(told.iter().map(|change| (change.kind, change.after.as_str())).collect::<Vec<_>>(), [(ChangeKind::Added, body)]);
}

#[test]
fn a_headline_written_anew_over_the_same_text_is_told() {
    let below = "The guild blamed the mill for the fire that killed two men.";
    let rest = "The road to the quay was closed. It opened again at noon. Trams were late.";
    let version = |headline: &str, rest: &str| draft(&format!("{headline}\n\n{below}\n\n{rest}\n"));
    let told = |headline: &str, rest: &str| {
        let spoken = version(headline, rest);
        let spoken = if headline.starts_with("Guild") { spoken.claim(Act::Accuse, "Guild=guild", "mill", headline) } else { spoken };
        spoken.claim(Act::Accuse, "guild", "mill", below)
    };
    let was = told("Guild blames mill for fire", rest);
    assert_eq!(kinds(&[was.clone(), told("Fire at mill kills two", rest)]), [ChangeKind::Reworded]);
    let other = "Two ferries ran aground. Divers were called from Renn. The bishop prayed for them.";
    assert_eq!(kinds(&[was, told("Fire at mill kills two", other)]), [], "other news have another headline");
}

#[test]
fn a_headline_in_other_words_and_nobodys_now_is_told() {
    let version = |headline: &str, content: &str| {
        let said = draft(&format!("{headline}\n\nThe flat was a lobbyist's.\n\nIt stood empty. The rent was low.\n"));
        if content.is_empty() { said } else { said.claim(Act::State, "watchdog", "", headline).cue("says").saying(content) }
    };
    let was = version("Minister misled MPs over flat, says watchdog", "Minister misled MPs over flat");
    assert_eq!(kinds(&[was.clone(), version("Minister lied to MPs over flat", "")]), [ChangeKind::Reworded]);
    assert_eq!(kinds(&[was, version("Minister misled MPs over flat", "")]), [ChangeKind::SourceChanged]);
}

#[test]
fn what_was_put_behind_sentences_in_which_nobody_speaks_has_moved() {
    let rest = ["The quay was closed.", "Trams were late all day.", "Divers came from Renn.", "The church stood open."];
    let version = |at: usize| {
        let mut paragraphs = rest.to_vec();
        paragraphs.insert(at, MAYOR);
        draft(&format!("Port\n\n{}\n", paragraphs.join("\n\n"))).claim(Act::State, "Mayor Lund", "", MAYOR)
    };
    assert_eq!(kinds(&[version(0), version(4)]), [ChangeKind::Moved]);
    assert_eq!(kinds(&[version(4), version(1)]), [ChangeKind::Moved]);
    assert_eq!(kinds(&[version(1), version(2)]), [], "its neighbour may as well have moved");
}

#[test]
fn of_speakers_who_share_what_they_are_and_not_what_they_say_one_goes_and_one_comes() {
    let version = |source: &str, said: &str| {
        let evidence = format!("The shipowner {source} said that {said}.");
        draft(&format!("Port\n\n{evidence}\n")).claim(Act::State, source, "", &evidence).by(ActorKind::Person).cue("said").saying(said)
    };
    let was = version("Leo Brandt", "the strike would cost millions");
    let mut told = kinds(&[was.clone(), version("Eva Stern", "the strike would end soon")]);
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::Added, ChangeKind::Dropped]);
    assert_eq!(kinds(&[was, version("Eva Stern", "the strike would cost millions")]), [ChangeKind::SourceChanged]);
}

#[test]
fn one_word_that_stands_in_the_other_version_by_chance_is_not_what_was_done() {
    let was = draft("Port\n\nTransport minister Broome kept silent and had no plans to use troops to move cargo.\n");
    let evidence = "Transport minister Broome welcomed the move";
    let is = draft(&format!("Port\n\n{evidence} and had no plans to use troops at the docks.\n"));
    let is = is.claim(Act::Welcome, "Broome", "", evidence).cue("welcomed").saying("the move");
    assert_eq!(kinds(&[was.clone(), is.clone()]), [ChangeKind::Added]);
    assert_eq!(kinds(&[is, was]), [ChangeKind::Dropped]);
}
