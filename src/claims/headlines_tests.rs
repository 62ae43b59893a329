//! Claims of headlines, plain deeds that are none, participles and passives beside a noun, and idioms: `source | cue | content | act`.

use super::news_tests::check;

/// The claims of a headline over a paragraph that has none.
#[track_caller]
fn check_headlines(cases: &[(&str, &[&str])]) {
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
