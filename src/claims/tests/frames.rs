//! Claims by the construction in which cue, source and content stand: `source | cue | content | act`.

use super::headlines::check_headlines;
use super::news::check;

#[test]
fn what_somebody_wants_or_says_stands_behind_an_is() {
    check(&[
        ("What the union wants is a ban on fireworks.", &["the union | wants | a ban on fireworks | demand"]),
        ("What the mayor fears most is a rise in rents.", &["the mayor | fears | a rise in rents | expect"]),
        ("What the mayor said was that the talks had failed.", &["the mayor | said | that the talks had failed | state"]),
        ("All the mayor would say was that the talks had failed.", &["the mayor | would say | that the talks had failed | state"]),
        ("What the union demands is an inquiry.", &["the union | demands | an inquiry | demand"]),
        ("What the union wants is clear.", &[]),
        ("What officials told the families was wrong.", &[]),
    ]);
}

#[test]
fn a_word_of_time_may_only_describe_a_noun_or_be_still_to_come() {
    check(&[
        ("The union called for a ban on night work.", &["The union | called for | a ban on night work | demand"]),
        ("The bank predicts slower growth next year.", &["The bank | predicts | slower growth next year | expect"]),
        ("The union rejected the offer last month.", &["The union | rejected | the offer | reject"]),
    ]);
}

#[test]
fn a_number_that_is_not_exact_begins_what_is_said() {
    check(&[
        ("Lee said about half of them had left.", &["Lee | said | about half of them had left | state"]),
        ("Lee claimed over a third of the crew had left.", &["Lee | claimed | over a third of the crew had left | state"]),
    ]);
}

#[test]
fn a_relative_clause_may_part_the_subject_of_what_is_said_from_its_verb() {
    check(&[
        (
            "The mayor said rents, which had doubled, would fall and that the ban would end.",
            &["The mayor | said | rents, which had doubled, would fall and that the ban would end | state"],
        ),
        (
            "The mayor said that rents, which had doubled, “would fall”.",
            &["The mayor | said | that rents, which had doubled, “would fall” | state"],
        ),
    ]);
}

#[test]
fn whoever_is_blamed_for_words_said_them() {
    check(&[
        (
            "The mayor criticised Lee for saying that the road was safe.",
            &["The mayor | criticised | Lee for saying that the road was safe | condemn", "Lee | saying | that the road was safe | state"],
        ),
        ("The mayor thanked Lee for publishing the list.", &["The mayor | thanked | Lee for publishing the list | welcome"]),
    ]);
}

#[test]
fn an_infinitive_may_tell_what_was_said_and_by_whom() {
    check(&[
        ("Lee took to X to say that the road was safe.", &["Lee | to say | that the road was safe | state"]),
        ("The mayor used a speech in Oslo to say that the road was safe.", &["The mayor | to say | that the road was safe | state"]),
        ("Lee went so far as to claim that the road was safe.", &["Lee | to claim | that the road was safe | state"]),
        ("The mayor was among the first to say that the road was safe.", &["The mayor | to say | that the road was safe | state"]),
        ("Nobody asked the mayor to say that the road was safe.", &[]),
    ]);
}

#[test]
fn who_could_agree_and_does_not_denies() {
    check(&[
        ("Lee does not accept that the road is safe.", &["Lee | does not accept that | the road is safe | deny"]),
        ("Lee does not accept the claim that it leaked.", &["Lee | does not accept | the claim that it leaked | deny"]),
        ("Lee did not confirm the claim.", &[]),
    ]);
}

#[test]
fn a_view_and_words_are_their_owners() {
    check(&[
        ("In the union’s view, the plant is unsafe.", &["the union | view | the plant is unsafe | state"]),
        ("The match was, in the coach’s words, a farce.", &["the coach | words | The match was … a farce | state"]),
        ("The firm is of the view that two were hurt.", &["The firm | view | that two were hurt | state"]),
        ("In a word, it was a farce.", &[]),
    ]);
}

#[test]
fn a_noun_and_its_clause_end_before_the_verb_of_the_sentence() {
    check(&[
        (
            "Her call to save the school that stands by the quay annoyed the board.",
            &["Her | call | to save the school that stands by the quay | demand"],
        ),
        ("The farmers heard the minister’s vow to reopen the bridge.", &["the minister | vow | to reopen the bridge | promise"]),
    ]);
}

#[test]
fn who_speaks_may_have_an_adjective_behind_or_a_relative_before() {
    check(&[
        ("A source close to the talks backs the proposal.", &["A source close to the talks | backs | the proposal | welcome"]),
        ("The firm, which residents accused of fraud, has closed.", &["residents | accused | of fraud | accuse"]),
        ("The film, called by critics “a farce”, opened.", &["critics | called | The film … “a farce” | condemn"]),
        ("The bank may yet demand an inquiry.", &[]),
        ("The fleet was backed by a barge close to the pier.", &[]),
    ]);
}

#[test]
fn a_participle_behind_a_preposition_or_a_letter_tells_what_was_said() {
    check(&[
        ("Lee began by warning that the road was old.", &["Lee | warning | that the road was old | warn"]),
        ("The union wrote to the board, warning that it leaked.", &["The union | warning | that it leaked | warn"]),
    ]);
}

#[test]
fn a_headlines_verb_may_look_like_a_plural() {
    check_headlines(&[
        ("Minister pledges to reopen bridge", &["Minister | pledges | to reopen bridge | promise"]),
        ("Minister claims talks have stalled", &["Minister | claims | talks have stalled | state"]),
        ("Residents warn talks have stalled", &["Residents | warn | talks have stalled | warn"]),
    ]);
}

#[test]
fn a_quoted_question_asks_nobody_to_do_anything() {
    check(&[
        ("“How am I to feed them?” asked Rosa Menges.", &["Rosa Menges | asked | “How am I to feed them?” | state"]),
        ("“Could you feed them?” asked Rosa Menges.", &["Rosa Menges | asked | “Could you feed them?” | demand"]),
        ("The envoy asked who would pay.", &["The envoy | asked | who would pay | demand"]),
        ("The envoy asked Peru whether it was safe.", &["The envoy | asked | whether it was safe | demand"]),
        ("The envoy asked Peru to pay.", &["The envoy | asked | Peru to pay | demand"]),
        ("The envoy asked that Peru be heard.", &["The envoy | asked | that Peru be heard | demand"]),
    ]);
}

#[test]
fn who_stands_by_words_confirms_them_and_who_stands_by_somebody_supports_them() {
    check(&[
        ("The laboratory stood by its findings.", &["The laboratory | stood by | its findings | confirm"]),
        ("The chemist stands by it.", &["The chemist | stands by | it | confirm"]),
        ("The firm stands by its staff.", &["The firm | stands by | its staff | welcome"]),
        ("The premier stood by her finance minister.", &["The premier | stood by | her finance minister | welcome"]),
        ("The boy owned up that he had lied.", &["The boy | owned up | that he had lied | confirm"]),
        ("The two ports agreed in principle.", &["The two ports | agreed in principle | agreed in principle | agree"]),
        ("The board expressed confidence that it would last.", &["The board | expressed confidence | that it would last | expect"]),
    ]);
}

#[test]
fn what_is_described_or_ruled_out_may_stand_before_or_inside_the_verb() {
    check(&[
        ("They paid, a sum that Moss described as paltry.", &["Moss | described | paltry | state"]),
        ("It rained, a thing the owner described as minor.", &["the owner | described | minor | state"]),
        ("The man described as a loner was held.", &[]),
        ("The treasury ruled that out.", &["The treasury | ruled that out | that | reject"]),
        ("Lee said that out of work men would go.", &["Lee | said | that out of work men would go | state"]),
        ("Lee apologised for not calling sooner.", &["Lee | apologised for | not calling sooner | confirm"]),
        ("The ministry, it is understood, may raise fares.", &[" | is understood | The ministry … may raise fares | state"]),
        ("The envoy, it is understood.", &[]),
    ]);
}

#[test]
fn a_name_set_off_has_the_demand_behind_it() {
    check(&[(
        "The growers welcomed the subsidy, but its secretary, Ann Moor, called for a full inquiry.",
        &["The growers | welcomed | the subsidy | welcome", "its secretary, Ann Moor | called for | a full inquiry | demand"],
    )]);
    // What may be done is said by nobody that stands behind it.
    check(&[("The ministry, by all accounts, may guarantee small savers.", &[])]);
}
