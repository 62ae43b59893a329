//! Turns of phrase by which newsrooms tell who says or wants something: `source | cue | content | act`.

use super::headlines_tests::check_headlines;
use super::news_tests::check;

#[test]
fn whose_count_it_is_stands_behind_by() {
    check(&[
        ("Nine people died, by the health bureau's count.", &["the health bureau | count | Nine people died | state"]),
        ("By police estimates, 3,000 people came.", &["police | estimates | 3,000 people came | state"]),
        ("By her own account, she left at noon.", &["her | account | she left at noon | state"]),
        (
            "Thousands, by the organisers' count, marched on Friday, as the court met.",
            &["the organisers | count | Thousands … marched on Friday | state"],
        ),
        ("The toll was raised by a new count.", &[]),
        ("The commission puts Ann Lee on 50.6%.", &["The commission | puts | Ann Lee on 50.6% | state"]),
    ]);
}

#[test]
fn an_object_may_part_a_verb_from_its_particle() {
    check(&[
        ("Lee brushed the charge aside as an insult.", &["Lee | brushed the charge aside | the charge | deny"]),
        ("The union turned the offer down.", &["The union | turned the offer down | the offer | reject"]),
        ("They asked the police for help.", &["They | asked | for help | demand"]),
    ]);
}

#[test]
fn what_was_said_is_taken_up_by_any_noun() {
    check(&[(
        "He called them traitors, a label that Oslo rejected.",
        &["He | called | them traitors, a label that Oslo rejected | state", "Oslo | rejected | a label | reject"],
    )]);
}

#[test]
fn a_people_before_a_noun_is_no_subject() {
    check(&[
        (
            "Peru rejected a Chilean demand that nine drivers be freed.",
            &[
                "Peru | rejected | a Chilean demand that nine drivers be freed | reject",
                "Chilean | demand | that nine drivers be freed | demand",
            ],
        ),
        ("Peru has once more called for calm.", &["Peru | has once more called for | calm | demand"]),
    ]);
}

#[test]
fn who_marches_to_demand_demands() {
    check(&[
        ("Thousands marched through Oslo to demand a recount.", &["Thousands | to demand | a recount | demand"]),
        ("Farmers gathered in the square to protest against the dam.", &["Farmers | to protest against | the dam | condemn"]),
        ("Hundreds protested against the fees.", &["Hundreds | protested against | the fees | condemn"]),
        ("Farmers met to demand a recount.", &[]),
    ]);
}

#[test]
fn what_is_given_a_welcome_stands_between() {
    check(&[
        ("Unions gave the offer a cautious welcome.", &["Unions | gave the offer a cautious welcome | the offer | welcome"]),
        ("The inn gave the hikers a bed.", &[]),
    ]);
}

#[test]
fn whoever_offers_nothing_proposes_nothing() {
    check(&[
        ("Lee offered no evidence.", &[]),
        ("The ministry declined to comment.", &[]),
        ("The ministry refused to say who paid.", &[]),
        ("The ministry declined to pay.", &["The ministry | declined | to pay | reject"]),
    ]);
}

#[test]
fn a_name_may_look_like_an_auxiliary() {
    check(&[("It rained, Will Oster said.", &["Will Oster | said | It rained | state"])]);
}

#[test]
fn a_headlines_second_verb_has_its_subject() {
    check_headlines(&[("Lee concedes, demands recount", &["Lee | demands | recount | demand"])]);
}

#[test]
fn an_answer_is_not_the_askers() {
    check(&[(
        "When a clerk asked whether he knew, the minister shot back: “I wrote it.”",
        &["a clerk | asked | whether he knew | demand", "the minister | shot back | “I wrote it.” | state"],
    )]);
}

#[test]
fn an_order_stands_before_whoever_gives_it() {
    // A line by itself is a headline.
    check(&[
        ("The week\n\nStay indoors, police told residents.", &["police | told | Stay indoors | state"]),
        ("The week\n\nFerrari rubbished reports of a rift.", &["Ferrari | rubbished | reports of a rift | deny"]),
    ]);
}

#[test]
fn who_has_fears_stands_behind_among() {
    check(&[(
        "The week\n\nFears among traders that the tram will stop have grown.",
        &["traders | Fears | that the tram will stop | expect"],
    )]);
}
