//! Everyday senses that are no claims, and words that make another act of a cue: `source | cue | content | act`.

use super::news::{check, claims};
use crate::model::Act;

#[test]
fn adverbs_and_days_may_stand_inside_a_cue() {
    check(&[
        ("The week\n\nThe bishop has called again for a vote.", &["The bishop | has called again for | a vote | demand"]),
        ("The week\n\nParents appealed on Sunday for calm.", &["Parents | appealed on Sunday for | calm | demand"]),
        ("The week\n\nThe bank has since conceded that it erred.", &["The bank | has since conceded | that it erred | confirm"]),
        ("The week\n\nThe quay has since May been shut, Lee said.", &["Lee | said | The quay has since May been shut | state"]),
    ]);
}

#[test]
fn a_bare_verb_tells_what_is_asked_for() {
    check(&[
        ("The week\n\nThe union insisted that he resign.", &["The union | insisted | that he resign | demand"]),
        ("The week\n\nThe union insists that the ban be lifted.", &["The union | insists | that the ban be lifted | demand"]),
        ("The week\n\nA coach suggested that the cup be played again.", &["A coach | suggested | that the cup be played again | propose"]),
        ("The week\n\nThe union insisted that people share tools.", &["The union | insisted | that people share tools | state"]),
        ("The week\n\nThe union insisted that she cannot leave.", &["The union | insisted | that she cannot leave | state"]),
    ]);
}

#[test]
fn whoever_did_no_wrong_denies_it() {
    check(&[
        ("The week\n\nNo such order was given, the ministry said.", &["the ministry | said | No such order was given | deny"]),
        ("The week\n\nShe insists she is innocent.", &["She | insists | she is innocent | deny"]),
        ("The week\n\nThe club said it had done nothing wrong.", &["The club | said | it had done nothing wrong | deny"]),
        ("The week\n\nClaims of a rift were false, the club said.", &["the club | said | Claims of a rift were false | deny"]),
        ("The week\n\nThe agent denies doing so.", &["The agent | denies | doing so | deny"]),
        ("The week\n\nThe guide said nothing was wrong with the lift.", &["The guide | said | nothing was wrong with the lift | state"]),
        ("The week\n\nI shall do no such thing, the mayor said.", &["the mayor | said | I shall do no such thing | state"]),
    ]);
}

#[test]
fn who_is_to_blame_is_accused() {
    check(&[
        ("The week\n\nSpeed may have been to blame, the coroner said.", &["the coroner | said | Speed may have been to blame | accuse"]),
        ("The week\n\nNobody was to blame, the coroner said.", &["the coroner | said | Nobody was to blame | state"]),
    ]);
}

#[test]
fn what_something_is_called_condemns_or_praises_it() {
    check(&[
        ("The week\n\nThe mayor called the cuts reckless.", &["The mayor | called | the cuts reckless | condemn"]),
        ("The week\n\nThe plan was called a disgrace by unions.", &["unions | was called | The plan … a disgrace | condemn"]),
        ("The week\n\nHe described the nurses as heroes.", &["He | described | the nurses as heroes | welcome"]),
        ("The week\n\nShe called the brutal raid a success.", &["She | called | the brutal raid a success | state"]),
        ("The week\n\nThe bishop called it no disgrace.", &["The bishop | called | it no disgrace | state"]),
    ]);
}

#[test]
fn a_verb_by_itself_refuses_or_gives_in() {
    check(&[
        ("The week\n\nThe landlord refused.", &["The landlord | refused | refused | reject"]),
        ("The week\n\nThe airline caved in on Friday.", &["The airline | caved in | caved in | agree"]),
        ("The week\n\nThe horse refused.", &[]),
        ("The week\n\nThe roof caved in.", &[]),
    ]);
}

#[test]
fn what_is_won_found_shown_or_on_offer_is_no_claim() {
    check(&[
        ("The week\n\nTown claimed a fifth win in a row.", &[]),
        ("The week\n\nIndia claimed the last four wickets.", &[]),
        ("The week\n\nThe rebels claimed victory.", &["The rebels | claimed | victory | state"]),
        ("The week\n\nPolice found the car abandoned near the river.", &[]),
        ("The week\n\nThe judge found the search unlawful.", &["The judge | found | the search unlawful | state"]),
        ("The week\n\nThe channel has shown the film twice.", &[]),
        ("The week\n\nThe college offers courses in Greek.", &[]),
        ("The week\n\nPeru offers talks.", &["Peru | offers | talks | propose"]),
        ("The week\n\nShe offered her condolences to the families.", &[]),
        ("The week\n\nThe lender charges 9.9% on loans.", &[]),
        ("The week\n\nThe boy wants to be a vet.", &[]),
        ("The week\n\nThe widow testified for a third day on Tuesday.", &[]),
        ("The week\n\nThe widow agreed to be named.", &[]),
    ]);
}

#[test]
fn forecasts_and_figures_without_that_are_claims() {
    check(&[
        ("The week\n\nPundits tipped the visitors to win the cup.", &["Pundits | tipped | the visitors to win the cup | expect"]),
        ("The week\n\nThe coroner is in no doubt that it leaked.", &["The coroner | is in no doubt | that it leaked | state"]),
        ("The week\n\nLosses were put at $9m by the ministry.", &["the ministry | were put | Losses … at $9m | state"]),
        ("The week\n\nShe counted 22 dead.", &["She | counted | 22 dead | state"]),
    ]);
}

#[test]
fn what_describes_a_speaker_may_quote() {
    check(&[(
        "The week\n\nNine left, said Ann Lee, who warned that the road “is open”.",
        &["Ann Lee | said | Nine left | state", "who | warned | that the road “is open” | warn"],
    )]);
    check(&[(
        "The week\n\nLee asked the council to act, a plea that, members say, will fail.",
        &["Lee | asked | the council to act, a plea that, members say, will fail | demand", "members | say | that … will fail | state"],
    )]);
}

#[test]
fn who_is_asked_or_told_of_something_does_not_say_it() {
    check(&[
        ("The week\n\nTwo aides, asked the same question, said it rained.", &["Two aides | said | it rained | state"]),
        (
            "The week\n\nThe firm cut its ads, according to two people briefed on the deal.",
            &["two people briefed on the deal | according to | The firm cut its ads | state"],
        ),
        ("The week\n\nThe bank has reportedly refused to pay.", &["The bank | has reportedly refused | to pay | reject"]),
    ]);
}

#[test]
fn whoever_made_a_charge_stands_behind_it() {
    check(&[(
        "The week\n\nThe charge that it leaked, made in May by her partner Bo Hill, is old.",
        &["her partner Bo Hill | charge | that it leaked | accuse"],
    )]);
}

#[test]
fn a_blow_is_told_from_criticism_by_who_strikes_and_what_is_struck() {
    for text in [
        "Rebels attacked the port.",
        "The rebels' attack on the port killed nine.",
        "The army blasted rebel positions.",
        "The storm blasted the coast.",
        "The dog attacked a child.",
        "Police charged the crowd.",
        "Troops challenged the rebels at the bridge.",
        "Two men attacked the guard with knives.",
        "The police attacked protesters, wounding three.",
        "He was attacked by a dog.",
        "Rebels attacked the port as the navy left.",
        "The prison was attacked by a mob.",
        "Chile attacked Peru.",
        "The United States attacked Iran.",
        "They attacked the port over two days.",
        "The rebels, who attacked the town, fled.",
        "Troops withdrew from the hills.",
        "The army defended the town.",
    ] {
        assert_eq!(claims(text), [], "{text}");
    }
    let acts = |text: &str| claims(text).iter().map(|claim| claim.act).collect::<Vec<_>>();
    for (text, act) in [
        ("The senator attacked the plan as a gift to banks.", Act::Condemn),
        ("Labour attacked the prime minister over the cuts.", Act::Condemn),
        ("The union blasted the offer.", Act::Condemn),
        ("Her attack on the plan drew cheers.", Act::Condemn),
        ("Rebels attacked the peace plan.", Act::Condemn),
        ("Chile attacked Peru over the fishing ban.", Act::Condemn),
        ("Police blasted the drivers who sped.", Act::Condemn),
        ("Critics attacked the bridge as a waste.", Act::Condemn),
        ("She was attacked by critics.", Act::Condemn),
        ("He attacked two ministers.", Act::Condemn),
        ("The army defended its decision.", Act::Welcome),
        ("The firm challenged the patent.", Act::Deny),
        ("He was charged with fraud.", Act::Accuse),
        ("It was shut, according to the ministry, which charged the firm with fraud.", Act::Accuse),
    ] {
        assert!(acts(text).contains(&act), "{text}");
    }
}

#[test]
fn on_what_terms_it_was_said_is_no_part_of_it() {
    check(&[("The firm, an aide said on condition of anonymity, will close.", &["an aide | said | The firm … will close | state"])]);
}
