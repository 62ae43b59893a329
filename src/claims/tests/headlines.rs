//! Claims of headlines, plain deeds that are none, participles and passives beside a noun, and idioms: `source | cue | content | act`.

use super::news::check;

/// The claims of a headline over a paragraph that has none.
#[track_caller]
pub(super) fn check_headlines(cases: &[(&str, &[&str])]) {
    for (line, want) in cases {
        check(&[(&format!("{line}\n\nSnow lay on the hills above the town for most of that week.\n"), want)]);
    }
}

#[test]
fn a_headlines_verb_may_be_a_noun_as_well() {
    check_headlines(&[
        ("Mayor slams cuts", &["Mayor | slams | cuts | condemn"]),
        ("Unions slam pay offer", &["Unions | slam | pay offer | condemn"]),
        ("Growers blame drought", &["Growers | blame | drought | accuse"]),
        ("Judge orders retrial", &["Judge | orders | retrial | demand"]),
        ("Farmers market opens in town", &[]),
        ("Storm damage report", &[]),
    ]);
}

#[test]
fn a_pronoun_in_capitals_is_a_name() {
    check(&[
        ("Peru rejected US plans.", &["Peru | rejected | US plans | reject"]),
        ("The WHO said the fever had spread.", &["The WHO | said | the fever had spread | state"]),
    ]);
}

#[test]
fn a_label_says_nothing_and_is_somebodys() {
    check_headlines(&[
        ("WIDOW’S AGONY: ‘They lied to all of us’", &["WIDOW | : | ‘They lied to all of us’ | state"]),
        ("Tory fury: ‘They lied to all of us’", &[]),
        ("COLD COMFORT: Shop shuts", &[]),
        ("TARN FOODS: ‘We were wrong all along’", &["TARN FOODS | : | ‘We were wrong all along’ | state"]),
        ("RUTH ORR: Rates will fall", &["RUTH ORR | : | Rates will fall | state"]),
        ("WHITE HOUSE: Rates will fall", &["WHITE HOUSE | : | Rates will fall | state"]),
        ("BANK BOSS: Rates will fall", &["BANK BOSS | : | Rates will fall | state"]),
    ]);
    check(&[("ANN LEE: Rates will fall\n\nThe rate rose when Ann Lee left.\n", &["ANN LEE | : | Rates will fall | state"])]);
}

#[test]
fn a_headline_names_who_says_it_first_or_last() {
    check_headlines(&[
        ("Nine hurt in fire - police", &["police | - | Nine hurt in fire | state"]),
        ("Keeper to be sold: reports", &["reports | : | Keeper to be sold | state"]),
        ("Bank chief: no plans for rate cut", &["Bank chief | : | no plans for rate cut | state"]),
        ("Exclusive: Ferry had no licence", &[]),
        ("Ferry fire: what we know", &[]),
        ("Senate rejects budget, vows new talks", &["Senate | rejects | budget | reject", "Senate | vows | new talks | promise"]),
        ("Prices to rise, says minister", &["minister | says | Prices to rise | state"]),
    ]);
}

#[test]
fn a_plain_deed_is_no_claim() {
    for text in [
        "The hospital admitted 40 patients.",
        "The firm recalled 900 kettles.",
        "The agency added 30 staff.",
        "The flood claimed 40 lives.",
        "The drought threatens the harvest.",
        "The new rules demand a second signature.",
        "The keeper denied Orsini with a fine save.",
        "The charity welcomed 900 visitors.",
        "Divers found the wreck on Monday.",
        "He called an ambulance.",
        "The court could order the firm to pay.",
        "The judge will decide whether the map is real.",
        "It is not clear who fired first.",
    ] {
        check(&[(text, &[])]);
    }
}

#[test]
fn words_are_admitted_found_and_claimed() {
    check(&[
        ("The board admitted mistakes.", &["The board | admitted | mistakes | confirm"]),
        ("The minister admitted 40 people had died.", &["The minister | admitted | 40 people had died | confirm"]),
        ("The inquiry found a pattern of neglect.", &["The inquiry | found | a pattern of neglect | state"]),
        ("Divers found no evidence of a leak.", &["Divers | found | no evidence of a leak | state"]),
        ("Orsini called the keeper a liar.", &["Orsini | called | the keeper a liar | state"]),
        ("The rebels threatened the mayor.", &["The rebels | threatened | the mayor | warn"]),
        ("Orsini called the offer “a joke”.", &["Orsini | called | the offer “a joke” | state"]),
        ("The firm offered 4 million euros.", &["The firm | offered | 4 million euros | propose"]),
    ]);
}

#[test]
fn a_participle_before_its_subject_tells_only_where_it_has_words() {
    check(&[
        ("Citing the cold, the school said it would shut.", &["the school | said | it would shut | state"]),
        ("Pressed on the cost, the treasurer conceded it had doubled.", &["the treasurer | conceded | it had doubled | confirm"]),
        ("Warning of floods, the mayor left.", &["the mayor | Warning | of floods | warn"]),
    ]);
}

#[test]
fn a_passive_beside_its_noun_is_a_claim() {
    check(&[
        ("The reforms, welcomed by investors, have failed.", &["investors | welcomed | The reforms | welcome"]),
        ("A doctor accused of fraud has fled.", &[" | accused | A doctor … of fraud | accuse"]),
        ("The guard, accused of theft, was held.", &[" | accused | The guard … of theft | accuse"]),
        ("Jurors were told he had bought a knife.", &[" | were told | he had bought a knife | state"]),
        ("Savers were told in June that the fund was safe.", &[" | were told | that the fund was safe | state"]),
        ("It is claimed the club knew.", &[" | is claimed | the club knew | state"]),
        ("It has emerged that the club knew.", &[" | has emerged that | the club knew | state"]),
    ]);
}

#[test]
fn idioms_carry_their_act() {
    check(&[
        ("Auditors laid the blame on the captain.", &["Auditors | laid the blame on | the captain | accuse"]),
        ("The party distanced itself from the speech.", &["The party | distanced itself from | the speech | reject"]),
        ("The king threw his weight behind the plan.", &["The king | threw his weight behind | the plan | welcome"]),
    ]);
}

#[test]
fn everyday_senses_of_a_verb_are_no_claims() {
    for text in [
        "The pool charges £4 for a swim.",
        "The phone was charged overnight.",
        "Guests are charged £12.",
        "The gym was charging members twice.",
        "The roof is backed by steel beams.",
        "The trial was supported by a grant from the Orsini Fund.",
        "She is expecting her third child.",
        "The stall accepts only cash.",
        "The scheme promises cheaper fares.",
        "The job demands long hours.",
    ] {
        check(&[(text, &[])]);
    }
    check(&[
        ("Police charged two men with arson.", &["Police | charged | two men with arson | accuse"]),
        ("A 35-year-old has been charged.", &[" | has been charged | A 35-year-old | accuse"]),
        ("The 35-year-old backed the ban.", &["The 35-year-old | backed | the ban | welcome"]),
        ("Three men were charged.", &[" | were charged | Three men | accuse"]),
        ("The plan was backed by two thirds of members.", &["two thirds of members | was backed | The plan | welcome"]),
        ("The manifesto promises cheaper fares.", &["The manifesto | promises | cheaper fares | promise"]),
        ("Ministers promised cheaper fares.", &["Ministers | promised | cheaper fares | promise"]),
        ("The bank expects the premier to resign.", &["The bank | expects | the premier to resign | expect"]),
        ("The charity expects 900 visitors.", &["The charity | expects | 900 visitors | expect"]),
        ("The club accepted only the first offer.", &["The club | accepted | only the first offer | agree"]),
    ]);
}

#[test]
fn silence_and_greetings_are_no_claims() {
    for text in [
        "Neither club said it had paid.",
        "The vicar said nothing about the theft.",
        "He said goodbye to his team.",
        "It goes without saying that the shops were full.",
        "She left without saying where she lived.",
    ] {
        check(&[(text, &[])]);
    }
    check(&[
        ("Neither side wants a war.", &["Neither side | wants | a war | demand"]),
        ("The vicar said nothing had been stolen.", &["The vicar | said | nothing had been stolen | state"]),
        ("“Goodbye,” she said.", &["she | said | “Goodbye,” | state"]),
    ]);
}

#[test]
fn a_participle_beside_what_is_said_only_tells_what_it_is_about() {
    check(&[
        ("Responding to the report, the rector said it was flawed.", &["the rector | said | it was flawed | state"]),
        ("Addressing a rally, Orsini promised jobs.", &["Orsini | promised | jobs | promise"]),
        ("The tower is safe, the firm says, pointing to two surveys.", &["the firm | says | The tower is safe | state"]),
        (
            "Denouncing the raid, Orsini said it was illegal.",
            &["Orsini | Denouncing | the raid | condemn", "Orsini | said | it was illegal | state"],
        ),
    ]);
}

#[test]
fn a_past_form_in_a_headline_is_a_passive() {
    check_headlines(&[
        ("Missing walker found alive", &[]),
        ("Woman found dead in canal", &[]),
        ("Jury told nurse 'lied for years'", &[" | told | nurse 'lied for years' | state"]),
        ("Court finds firm broke law", &["Court | finds | firm broke law | state"]),
    ]);
}

#[test]
fn the_next_deed_of_a_headline_is_no_part_of_what_was_said() {
    check_headlines(&[
        (
            "Peru admits firing at boat, closes border",
            &["Peru | admits | firing at boat | confirm", "narrator | - | closes border | state"],
        ),
        ("Airline concedes error, cuts fares", &["Airline | concedes | error | confirm"]),
        ("Peru admits losses, delays and fraud", &["Peru | admits | losses, delays and fraud | confirm"]),
    ]);
}
