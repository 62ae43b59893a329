//! Other words for what is said: silent, stronger, milder, quoted or not, another state.

use sayso::model::{Act, ChangeKind, NoticeState};

use crate::draft::{changes, draft, kinds};

#[test]
fn typography_and_spelling_are_silent() {
    let claim = |quote: &str| {
        let evidence = format!("The labour minister said that the harbour was {quote}.");
        draft(&format!("Port opens\n\n{evidence}\n")).claim(Act::State, "labour minister", "", &evidence)
    };
    assert!(kinds(&[claim("\"half-open\" -- at best"), claim("“half-open” — at  best")]).is_empty());
    let american = "The labor minister said that the harbor was \"half-open\" -- at best.";
    let american = draft(&format!("Port opens\n\n{american}\n")).claim(Act::State, "labor minister=labour minister", "", american);
    assert!(kinds(&[claim("\"half-open\" -- at best"), american]).is_empty());
}

#[test]
fn graver_and_milder_words_for_one_thing_are_told_by_their_force() {
    let version = |said: &str| {
        let evidence = format!("The bishop said that {said}.");
        draft(&format!("Valley\n\n{evidence}\n")).claim(Act::State, "bishop", "", &evidence).cue("said").saying(said)
    };
    let told = |was: &str, is: &str| kinds(&[version(was), version(is)]);
    assert_eq!(told("it was a massacre of farmers", "it was a killing of farmers"), [ChangeKind::Softened]);
    assert_eq!(told("some of the farmers had fled", "all of the farmers had fled"), [ChangeKind::Strengthened]);
    assert_eq!(told("the road was the most likely cause", "the road was a likely cause"), [ChangeKind::Softened]);
    assert_eq!(told("the massacre was planned", "the feast was planned"), [ChangeKind::Corrected]);
}

#[test]
fn two_words_that_changed_places_are_a_fact_put_right() {
    let version = |said: &str| {
        let evidence = format!("The guard said that {said}.");
        draft(&format!("Crash\n\n{evidence}\n")).claim(Act::State, "guard", "", &evidence).cue("said").saying(said)
    };
    let was = version("the lorry had struck the bus");
    assert_eq!(kinds(&[was.clone(), version("the bus had struck the lorry")]), [ChangeKind::Corrected]);
    assert_eq!(kinds(&[was, version("the lorry had struck the bus")]), []);
}

#[test]
fn force_is_told_by_verbs_hedges_and_boosters() {
    let version = |verb: &str, rest: &str| {
        let evidence = format!("Minister Okoro {verb} that the grain deal {rest} before the harvest.");
        draft(&format!("Grain\n\n{evidence}\n")).claim(Act::State, "Minister Okoro", "", &evidence)
    };
    let said = version("said", "would end");
    assert_eq!(kinds(&[said.clone(), version("warned", "would end")]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[said.clone(), version("suggested", "would end")]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[said.clone(), version("said", "might end")]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[said.clone(), version("said", "would certainly end")]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[said, version("said", "would collapse")]), [ChangeKind::Reworded]);
}

#[test]
fn a_topic_in_another_state_is_one_change() {
    let before = draft("Strike\n\nThe dock strike entered its third week on Monday.\n").status(
        "strike",
        "under_way",
        "The dock strike entered its third week",
    );
    let after = draft("Strike\n\nThe dock strike was called off on Monday.\n").status("strike", "ended", "The dock strike was called off");
    let told = changes(&[before, after]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].kind, told[0].before.as_str(), told[0].after.as_str()), (ChangeKind::StatusChanged, "under_way", "ended"));
}

#[test]
fn words_inside_quotation_marks_are_told_apart_from_others() {
    let version = |quote: &str| {
        let evidence = format!("“{quote},” Captain Iyer told the inquiry.");
        draft(&format!("Inquiry\n\n{evidence}\n")).claim(Act::State, "Captain Iyer", "", &evidence)
    };
    assert_eq!(kinds(&[version("We never saw the light"), version("We hardly saw the light")]), [ChangeKind::QuoteChanged]);
}

#[test]
fn whoever_adds_something_is_shown_with_what_was_added() {
    let (told, added) = ("A steward had told passengers to wait", "A steward had told passengers to wait, she added");
    let before = draft("Ferry\n\nThe pier is shut.\n");
    let after = draft(&format!("Ferry\n\nThe pier is shut.\n\n{added}.\n"))
        .claim(Act::Demand, "steward", "passengers", told)
        .claim(Act::State, "she", "", added)
        .cue("added");
    let shown: Vec<String> = changes(&[before, after]).into_iter().map(|change| change.after).collect();
    assert!(shown.contains(&added.to_owned()), "{shown:?}");
}

#[test]
fn a_claim_known_again_by_the_story_alone_is_compared() {
    let version = |denial: &str, other: &str| draft(&format!("Bridge\n\n{other}\n\n{denial}\n")).claim(Act::Deny, "mayor", "", denial);
    let long = "The mayor denied that any letter about the bridge had been ignored by his office in the spring of the year.";
    let told =
        kinds(&[version(long, "Snow fell."), version("The mayor denied that any letter had been ignored.", "Rain fell on the town.")]);
    assert_eq!(told, [ChangeKind::Reworded]);
}

#[test]
fn the_same_in_other_words_or_units_is_put_anew_and_needs_no_notice() {
    let version = |said: &str| {
        let evidence = format!("The pilot said that {said}.");
        draft(&format!("Gale\n\n{evidence}\n")).claim(Act::State, "pilot", "", &evidence).cue("said").saying(said)
    };
    let told = |was: &str, is: &str| -> Vec<(ChangeKind, bool)> {
        let silent = |found: &sayso::model::Change| (found.kind, found.notice == NoticeState::Silent);
        changes(&[version(was), version(is)]).iter().map(silent).collect()
    };
    for (was, is) in [
        ("the gale begins at noon", "the gale starts at noon"),
        ("the port made a decision to close", "the port decided to close"),
        ("the slick was 10 miles long", "the slick was 16 km long"),
        ("the gale blew at 148 km/h", "the gale blew at 92 mph"),
        ("it was 40C on the quay", "it was 104F on the quay"),
    ] {
        assert!(told(was, is).iter().all(|found| *found == (ChangeKind::Reworded, false)), "{was} / {is}: {:?}", told(was, is));
    }
    assert_eq!(told("the slick was 10 miles long", "the slick was 25 km long"), [(ChangeKind::FigureChanged, true)]);
}

#[test]
fn what_was_not_done_until_a_day_was_done_then() {
    let version = |said: &str| {
        let evidence = format!("The pilot said that {said}.");
        draft(&format!("Gale\n\n{evidence}\n")).claim(Act::State, "pilot", "", &evidence).cue("said").saying(said)
    };
    let was = version("the port told the crew of the leak on 2 May");
    assert_eq!(kinds(&[was, version("the port did not tell the crew of the leak until 2 May")]), [ChangeKind::Reworded]);
}

#[test]
fn to_deny_it_is_to_say_that_it_is_not_so() {
    let denied = "The envoy denied that any list had been signed.";
    let repeated = "The envoy repeated that no list had been signed.";
    let was = draft(&format!("Lists\n\n{denied}\n")).claim(Act::Deny, "envoy", "", denied).cue("denied").saying("any list had been signed");
    let mut is = draft(&format!("Lists\n\n{repeated}\n")).claim(Act::State, "envoy", "", repeated).cue("repeated");
    is = is.saying("no list had been signed");
    is.found.claims[0].negated = true;
    assert_eq!(kinds(&[was, is]), [ChangeKind::Reworded]);
}

#[test]
fn another_form_of_a_word_in_quotation_marks_is_another_quotation() {
    let version = |quoted: &str| {
        let evidence = format!("The clerk blamed “{quoted}”.");
        draft(&format!("Ledger\n\n{evidence}\n")).claim(Act::Accuse, "The clerk=clerk", "", &evidence).cue("blamed")
    };
    assert_eq!(kinds(&[version("whoever signed the sheet"), version("whoever signed the sheets")]), [ChangeKind::QuoteChanged]);
    assert_eq!(kinds(&[version("whoever coloured the sheet"), version("whoever colored the sheet")]), []);
}

#[test]
fn a_pronoun_put_for_another_in_a_quotation_of_nobodys_is_told_with_the_quotation() {
    let version = |whom: &str| draft(&format!("Tape\n\n“They made it and they are laughing at {whom} today,” she stormed.\n"));
    let told = changes(&[version("us"), version("you")]);
    assert_eq!(told.iter().map(|change| change.kind).collect::<Vec<_>>(), [ChangeKind::QuoteChanged]);
    assert!(told[0].after.contains("laughing at you"), "{}", told[0].after);
}

#[test]
fn what_is_said_no_longer_is_another_act() {
    let version = |verb: &str| {
        let evidence = format!("The site {verb} that the voice on the tape is the mayor's.");
        draft(&format!("Tape\n\n{evidence}\n")).claim(Act::State, "The site=site", "", &evidence)
    };
    let told = [version("claims").cue("claims"), version("no longer claims").cue("claims")]
        .map(|version| version.saying("that the voice on the tape is the mayor's"));
    assert_eq!(kinds(&told), [ChangeKind::ActChanged]);
}

#[test]
fn a_denial_of_whoever_found_no_sign_is_milder() {
    let milder = "The firm said it had found no sign that its pipe was involved in the leak.";
    let plain = "The firm denied that its pipe was involved in the leak.";
    let milder = draft(&format!("Leak\n\n{milder}\n")).claim(Act::Deny, "The firm=firm", "", milder).cue("said");
    let plain = draft(&format!("Leak\n\n{plain}\n")).claim(Act::Deny, "The firm=firm", "", plain).cue("denied");
    assert_eq!(kinds(&[milder.clone(), plain.clone()]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[plain, milder]), [ChangeKind::Softened]);
}

#[test]
fn what_is_said_counts_before_the_verb_that_it_is_said_with() {
    let version = |verb: &str, said: &str| {
        let evidence = format!("Two families {verb} that the mill {said} a worn cable in service above the town.");
        draft(&format!("Mill\n\n{evidence}\n")).claim(Act::Accuse, "Two families=families", "", &evidence).cue(verb)
    };
    assert_eq!(kinds(&[version("charged", "left"), version("suggested", "left")]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[version("charged", "left"), version("suggested", "knowingly left")]), [ChangeKind::Strengthened]);
}

#[test]
fn what_is_taken_back_is_another_act() {
    let version = |act: Act, evidence: &str, cue: &str| {
        draft(&format!("Dam\n\n{evidence}\n")).claim(act, "Torvia", "", evidence).cue(cue).saying("the work on the dam")
    };
    let was = version(Act::Demand, "Torvia demands an end to the work on the dam.", "demands");
    let told = |evidence: &str, cue: &str| kinds(&[was.clone(), version(Act::Demand, evidence, cue)]);
    assert_eq!(told("Torvia no longer demands an end to the work on the dam.", "demands"), [ChangeKind::ActChanged]);
    assert_eq!(told("Torvia dropped its demand for an end to the work on the dam.", "demand"), [ChangeKind::ActChanged]);
    assert_eq!(told("Torvia withdrew its demand for an end to the work on the dam.", "withdrew its demand"), [ChangeKind::ActChanged]);
    assert_ne!(told("Torvia repeated its demand for an end to the work on the dam.", "demand"), [ChangeKind::ActChanged]);
}

#[test]
fn who_refuses_what_they_promised_or_owns_up_to_what_they_blamed_others_for_does_another_thing() {
    let version = |act: Act, evidence: &str, cue: &str| {
        draft(&format!("Schools\n\nThe march ended at noon.\n\n{evidence}\n")).claim(act, "Irina Volkova", "", evidence).cue(cue)
    };
    let promised = version(Act::Promise, "Irina Volkova promised to meet the leaders this week.", "promised");
    let refused = version(Act::Reject, "In vain they stood there until dusk: Irina Volkova has refused to meet them.", "refused");
    assert_eq!(kinds(&[promised, refused]), [ChangeKind::ActChanged]);
    let blamed = version(Act::Accuse, "Irina Volkova blamed the council for the errors in the accounts.", "blamed");
    let sorry = version(Act::Confirm, "Irina Volkova apologised to the council for the errors in the accounts.", "apologised");
    assert_eq!(kinds(&[blamed, sorry]), [ChangeKind::ActChanged]);
}

#[test]
fn what_no_claim_is_read_from_may_be_another_act() {
    let evidence = "Irina Volkova ruled out a rescue of the lender with public money.";
    let ruled_out = draft(&format!("Bank\n\n{evidence}\n")).claim(Act::Reject, "Irina Volkova", "", evidence).cue("ruled out");
    let left_open = draft("Bank\n\nIrina Volkova left open a rescue of the lender with public money.\n");
    assert_eq!(kinds(&[ruled_out.clone(), left_open.clone()]), [ChangeKind::ActChanged]);
    assert_eq!(kinds(&[left_open, ruled_out]), [ChangeKind::ActChanged]);
}

/// The change of a claim by one act that says something else now, all by the bishop.
fn told_of(act: Act, cue: &str) -> impl Fn(&str, &str) -> Vec<ChangeKind> {
    let version = move |said: &str| {
        let evidence = format!("The bishop {cue} {said}.");
        draft(&format!("Valley\n\n{evidence}\n")).claim(act, "bishop", "", &evidence).cue(cue).saying(said)
    };
    move |was, is| kinds(&[version(was), version(is)])
}

#[test]
fn a_word_that_adds_force_takes_it_from_what_is_denied() {
    let denied = told_of(Act::Deny, "denied");
    assert_eq!(denied("knowingly misleading the parish", "misleading the parish"), [ChangeKind::Strengthened]);
    assert_eq!(denied("misleading the parish", "deliberately misleading the parish"), [ChangeKind::Softened]);
    let said = told_of(Act::State, "said");
    assert_eq!(said("the firm had never intentionally sold boats", "the firm had never sold boats"), [ChangeKind::Strengthened]);
    assert_eq!(said("the firm had intentionally sunk boats", "the firm had sunk boats"), [ChangeKind::Softened]);
}

#[test]
fn a_date_by_which_something_is_to_be_done_is_force() {
    let promised = told_of(Act::Promise, "promised");
    assert_eq!(promised("a new roof for the chapel", "a new roof for the chapel by June"), [ChangeKind::Strengthened]);
    assert_eq!(promised("a new roof before the end of the year", "a new roof for the chapel"), [ChangeKind::Softened]);
    assert_eq!(told_of(Act::Demand, "demanded")("an answer", "an answer within 48 hours"), [ChangeKind::Strengthened]);
    // Another date is another date, who does it is no date, and what was done was done.
    assert_eq!(promised("a new roof by June", "a new roof by July"), [ChangeKind::Corrected]);
    assert_eq!(promised("a new roof for the chapel", "a new roof for the chapel by slaters"), [ChangeKind::Reworded]);
    assert_eq!(told_of(Act::State, "said")("the roof was mended", "the roof was mended by June"), [ChangeKind::Reworded]);
}

#[test]
fn who_charges_more_says_more_and_so_does_who_calls_it_a_lie() {
    let charged = told_of(Act::Accuse, "accused");
    assert_eq!(charged("the firm of negligence", "the firm of negligence and fraud"), [ChangeKind::Strengthened]);
    assert_eq!(charged("the firm of negligence and fraud", "the firm of negligence"), [ChangeKind::Softened]);
    assert_eq!(charged("the firm of fraud and waste", "the firm of fraud and delay"), [ChangeKind::Reworded]);
    assert_eq!(told_of(Act::State, "said")("the firm sold boats", "the firm sold boats and ropes"), [ChangeKind::Reworded]);
    let denied =
        |act: Act, evidence: &str, cue: &str| draft(&format!("Valley\n\n{evidence}\n")).claim(act, "bishop", "", evidence).cue(cue);
    let rejected = denied(Act::Deny, "The bishop rejected the report.", "rejected");
    let a_lie = denied(Act::Deny, "The bishop called the report a lie.", "called");
    let nonsense = denied(Act::Deny, "The bishop called the report nonsense.", "called");
    assert_eq!(kinds(&[rejected.clone(), a_lie.clone()]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[a_lie.clone(), rejected]), [ChangeKind::Softened]);
    assert_eq!(kinds(&[a_lie, nonsense]), [ChangeKind::Reworded]);
}

#[test]
fn what_takes_back_what_stood_in_its_place_is_another_act_whatever_its_words() {
    let version = |act: Act, cue: &str, said: &str| {
        let evidence = format!("Irina Volkova, who chairs the board of the lender, {cue} {said}.");
        draft(&format!("Bank\n\n{evidence}\n")).claim(act, "Irina Volkova", "", &evidence).cue(cue).saying(said)
    };
    let told = |was, is| {
        let mut told = kinds(&[was, is]);
        told.sort_unstable();
        told
    };
    let rejected = version(Act::Reject, "rejected", "the first offer");
    assert_eq!(told(rejected.clone(), version(Act::Agree, "accepted", "new terms")), [ChangeKind::ActChanged]);
    let threatened = version(Act::Warn, "threatened", "to shut nine branches");
    assert_eq!(told(threatened, version(Act::Deny, "denied", "having threatened anybody")), [ChangeKind::ActChanged]);
    // What is praised may be anything.
    let both = [ChangeKind::Added, ChangeKind::Dropped];
    assert_eq!(told(rejected, version(Act::Welcome, "welcomed", "the new head")), both);
    assert_eq!(told(version(Act::Condemn, "condemned", "the raid"), version(Act::Welcome, "welcomed", "the new head")), both);
    assert_eq!(told(version(Act::State, "said", "profits fell"), version(Act::Deny, "denied", "taking bribes")), both);
}

#[test]
fn a_graver_word_that_is_all_of_a_charge_goes_on_with_the_milder_one() {
    let charged = told_of(Act::Accuse, "complained of");
    assert_eq!(charged("manslaughter", "murder"), [ChangeKind::Strengthened]);
    assert_eq!(charged("murder", "manslaughter"), [ChangeKind::Softened]);
    let mut told = charged("manslaughter", "noise");
    told.sort_unstable();
    assert_eq!(told, [ChangeKind::Added, ChangeKind::Dropped]);
    // Where no claim is read from the milder word, the graver one came with nothing.
    let delayed = draft("Town\n\nThe council delayed the summer festival in the park.\n");
    let evidence = "The council banned the summer festival in the park.";
    let banned = draft(&format!("Town\n\n{evidence}\n")).claim(Act::Reject, "The council=council", "", evidence);
    let banned = banned.cue("banned").saying("the summer festival in the park");
    assert_eq!(kinds(&[delayed.clone(), banned.clone()]), [ChangeKind::Strengthened]);
    assert_eq!(kinds(&[banned, delayed]), [ChangeKind::Softened]);
}

#[test]
fn a_word_of_degree_that_came_or_went_is_force_and_less_of_it_in_a_denial() {
    let said = told_of(Act::State, "said");
    assert_eq!(said("the chapel was deeply in debt", "the chapel was in debt"), [ChangeKind::Softened]);
    assert_eq!(said("the risk to the chapel was very low", "the risk to the chapel was low"), [ChangeKind::Softened]);
    assert_eq!(said("the risk to the chapel was very low", "the risk to the chapel was extremely low"), [ChangeKind::Strengthened]);
    assert_eq!(said("it was a cowardly raid on the chapel", "it was a brutal and cowardly raid on the chapel"), [ChangeKind::Strengthened]);
    assert_eq!(said("he saw evidence of theft", "he saw conclusive evidence of theft"), [ChangeKind::Strengthened]);
    assert_eq!(
        told_of(Act::Confirm, "accepted")("responsibility for the fire", "full responsibility for the fire"),
        [ChangeKind::Strengthened]
    );
    let denied = told_of(Act::Deny, "denied");
    assert_eq!(denied("any delay to the repairs", "any serious delay to the repairs"), [ChangeKind::Softened]);
    // Where the word after it is another one, too, something else is said.
    assert_eq!(said("it was a brutal raid", "it was a muddle"), [ChangeKind::Corrected]);
}

#[test]
fn little_for_no_is_milder_and_no_other_act() {
    let said = told_of(Act::State, "said");
    assert_eq!(said("there was no danger to the valley", "there was little danger to the valley"), [ChangeKind::Softened]);
    assert_eq!(said("there was little danger to the valley", "there was no danger to the valley"), [ChangeKind::Strengthened]);
}

#[test]
fn what_somebody_only_believes_is_said_with_less_force() {
    let said = told_of(Act::State, "said");
    assert_eq!(said("the guard had left the valley", "he thought the guard had left the valley"), [ChangeKind::Softened]);
    assert_eq!(said("she hoped the road would open in May", "the road would open in May"), [ChangeKind::Strengthened]);
}

#[test]
fn at_once_is_how_soon_something_is_to_be_done() {
    let demanded = told_of(Act::Demand, "demanded");
    assert_eq!(demanded("a talk with the council", "an immediate talk with the council"), [ChangeKind::Strengthened]);
    assert_eq!(told_of(Act::State, "said")("the road was closed", "the road was closed immediately"), [ChangeKind::Reworded]);
}

#[test]
fn to_say_that_it_is_untrue_is_to_deny_it() {
    let version = |evidence: &str, cue: &str| draft(&format!("Valley\n\n{evidence}\n")).claim(Act::Deny, "bishop", "", evidence).cue(cue);
    let denied = version("The bishop denied that its guards had fired on the town.", "denied");
    let untrue = version("The bishop said it was untrue that its guards had fired on the town.", "said");
    assert_eq!(kinds(&[denied.clone(), untrue.clone()]), [ChangeKind::Reworded]);
    assert_eq!(kinds(&[untrue, denied]), [ChangeKind::Reworded]);
    // Who denies having lied denies having told lies.
    assert_eq!(told_of(Act::Reject, "rejected")("claims that guards had lied", "claims that guards had told lies"), [ChangeKind::Reworded]);
}

#[test]
fn what_was_done_by_somebody_and_what_somebody_did_is_the_same_put_anew() {
    let said = told_of(Act::State, "said");
    assert_eq!(said("nurses raised the alarm in May", "the alarm was raised by nurses in May"), [ChangeKind::Reworded]);
    assert_eq!(said("nurses raised the alarm in May", "in May nurses raised the alarm"), []);
}

#[test]
fn what_the_headline_still_says_may_have_turned_in_the_text() {
    let version = |act: Act, cue: &str| {
        let evidence = format!("Irina Volkova {cue} that she had taken money from the lender.");
        let draft = draft(&format!("Volkova denies taking money from lender\n\nThe march ended at noon.\n\n{evidence}\n"));
        let headline = "Volkova denies taking money from lender";
        draft.claim(Act::Deny, "Volkova=Irina Volkova", "", headline).claim(act, "Irina Volkova", "", &evidence).cue(cue)
    };
    assert_eq!(kinds(&[version(Act::Deny, "denied"), version(Act::Confirm, "admitted")]), [ChangeKind::ActChanged]);
}
