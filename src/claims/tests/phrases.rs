//! Turns of phrase by which newsrooms tell who says or wants something: `source | cue | content | act`.

use super::headlines::check_headlines;
use super::news::check;

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

#[test]
fn what_a_passive_takes_stands_behind_whoever_does_it() {
    check(&[
        ("The fire was blamed by guests on a heater.", &["guests | was blamed | The fire … on a heater | accuse"]),
        ("He was blamed by fans on the terraces for the loss.", &["fans on the terraces | was blamed | He … for the loss | accuse"]),
        (
            "The cracks were said by two guides to date from the war.",
            &["two guides | were said | The cracks … to date from the war | state"],
        ),
    ]);
}

#[test]
fn who_is_said_to_have_spoken_goes_on() {
    check(&[
        (
            "Police said the man had admitted the theft but denied touching the safe.",
            &[
                "Police | said | the man had admitted the theft but denied touching the safe | state",
                "the man | had admitted | the theft | confirm",
                "the man | denied | touching the safe | deny",
            ],
        ),
        (
            "The minister said Iran had agreed to talks and rejected claims of a delay.",
            &["The minister | said | Iran had agreed to talks | state", "The minister | rejected | claims of a delay | deny"],
        ),
        (
            "The army said the rebels had fled and denied hitting the school.",
            &["The army | said | the rebels had fled | state", "The army | denied | hitting the school | deny"],
        ),
    ]);
}

#[test]
fn what_draws_criticism_is_what_it_is_about() {
    check(&[
        ("The plan has drawn sharp criticism from farmers.", &["farmers | has drawn sharp criticism | The plan | condemn"]),
        ("The deal was met with praise from the unions.", &["the unions | was met with praise | The deal | welcome"]),
        ("The plan has not drawn criticism from farmers.", &[]),
        ("The house drew support from two beams.", &["two beams | drew support | The house | welcome"]),
    ]);
}

#[test]
fn calls_that_are_made_or_grow_are_nobodys_that_is_named() {
    check(&[
        ("There were renewed calls on Monday for the mayor to go.", &[" | calls | the mayor to go | demand"]),
        ("Calls are growing for a recount.", &[" | Calls | a recount | demand"]),
        ("Fears grew on Friday that the dam would burst.", &[" | Fears | that the dam would burst | expect"]),
        ("There were no calls for help.", &[]),
    ]);
}

#[test]
fn an_account_may_be_of_whoever_stands_after_it() {
    check(&[
        ("By one estimate, from the union, the levy would cost £9.", &["the union | estimate | the levy would cost £9 | state"]),
        ("By some estimates, 400 people have died.", &[" | estimates | 400 people have died | state"]),
        ("It is the Crown's case that Moss lied.", &["the Crown | case | that Moss lied | state"]),
        ("By one door, the guard waited.", &[]),
    ]);
}

#[test]
fn what_is_won_driven_or_eaten_is_no_words() {
    check(&[
        ("Spain claimed bronze after extra time.", &[]),
        ("Moss backed his van through the gate.", &[]),
        ("She defended her title in Rome.", &[]),
        ("The recipe calls for two eggs.", &[]),
        ("The channel aired the play on Monday.", &[]),
        ("She reports to the finance director.", &[]),
        ("The bill calls for a ban on flares.", &["The bill | calls for | a ban on flares | demand"]),
        ("She defended her decision in Rome.", &["She | defended | her decision in Rome | welcome"]),
    ]);
}

#[test]
fn a_quotation_may_be_what_was_said_to_be() {
    check(&[
        ("“Rash” was how the coroner described the plan.", &["the coroner | described | “Rash” | state"]),
        ("“Chaos” was the verdict of Ann Lee.", &["Ann Lee | verdict | “Chaos” | state"]),
        ("“A shameful day,” Lee called it.", &["Lee | called | “A shameful day,” | condemn"]),
        ("“Hamlet” was the play of the year.", &[]),
    ]);
}

#[test]
fn a_doubting_tag_tells_who_says_so() {
    check(&[
        ("The ferry will sail on Friday – or so the firm claims.", &["the firm | claims | The ferry will sail on Friday | state"]),
        ("If Lee is to be believed, it rained.", &["Lee | to be believed | it rained | state"]),
        ("If Lee is to be told, it will rain.", &[]),
    ]);
}

#[test]
fn a_count_is_told() {
    check(&[
        ("Police counted 9,000 marchers.", &["Police | counted | 9,000 marchers | state"]),
        ("He counted 9 birds.", &[]),
        ("Debt fell in May, figures from the bank show.", &["figures from the bank | show | Debt fell in May | state"]),
    ]);
}

#[test]
fn a_number_or_a_plural_speaks_where_a_noun_would_be_another() {
    check(&[
        ("Two admit that it rained.", &["Two | admit | that it rained | confirm"]),
        ("One in five say it rained.", &["One in five | say | it rained | state"]),
        ("Officials often blame Oslo for the loss of jobs.", &["Officials | often blame | Oslo for the loss of jobs | accuse"]),
        ("Census data show that wages rose.", &["Census data | show | that wages rose | state"]),
        ("She's said that it rained.", &["She's | said | that it rained | state"]),
    ]);
}

#[test]
fn what_is_talked_about_may_be_a_question() {
    check(&[
        ("Lee talked about how the ice melted.", &["Lee | talked about | how the ice melted | state"]),
        (
            "Lee proposed a “bridge warden” who reports to the mayor, and called for calm.",
            &["Lee | proposed | a “bridge warden” who reports to the mayor | propose", "Lee | called for | calm | demand"],
        ),
    ]);
}

#[test]
fn what_something_is_taken_for_or_blamed_for_needs_nobody() {
    check(&[
        ("Nine divers are feared dead.", &[" | are feared | Nine divers … dead | expect"]),
        ("Dozens were feared trapped.", &[" | were feared | Dozens … trapped | expect"]),
        ("She is feared.", &[]),
        ("Nobody is feared dead.", &[]),
        ("The bridge is considered a failure.", &[" | is considered | The bridge … a failure | state"]),
        ("The bridge was considered on Monday.", &[]),
        ("The bank was criticised for its fees.", &[" | was criticised | The bank … for its fees | condemn"]),
        ("The bank was criticised on Monday.", &[]),
    ]);
}

#[test]
fn what_is_thought_or_talked_of_inside_a_claim_is_part_of_it() {
    check(&[
        ("Lee said the firm had discussed the sale.", &["Lee | said | the firm had discussed the sale | state"]),
        ("Lee said the king had promised a vote.", &["Lee | said | the king had promised a vote | state"]),
        // But whoever promises it in the sentence's own verb does.
        (
            "The king has promised a vote, officials said.",
            &["The king | has promised | a vote | promise", "officials | said | The king has promised a vote | state"],
        ),
        ("The weather promises to be fine, Lee said.", &["Lee | said | The weather promises to be fine | state"]),
        ("No grower expects a crop, Lee said.", &["Lee | said | No grower expects a crop | state"]),
        ("He wanted to kill her, Lee said.", &["Lee | said | He wanted to kill her | state"]),
        ("Officials there said the road was shut.", &["Officials | said | the road was shut | state"]),
        ("Lee said the firm believed that it would rain.", &["Lee | said | the firm believed that it would rain | state"]),
        (
            "Lee said the firm had told staff that it would close.",
            &["Lee | said | the firm had told staff that it would close | state", "the firm | had told | that it would close | state"],
        ),
    ]);
}

#[test]
fn what_is_said_of_a_prospect_or_of_ones_own_mind_has_its_act() {
    check(&[
        ("Lee said the truce was unlikely to last.", &["Lee | said | the truce was unlikely to last | expect"]),
        ("The port is likely to shut, according to Lee.", &["Lee | according to | The port is likely to shut | expect"]),
        ("Lee said the minister should resign.", &["Lee | said | the minister should resign | demand"]),
        ("Lee said that Oslo should help.", &["Lee | said | that Oslo should help | demand"]),
        ("Lee said she should have known.", &["Lee | said | she should have known | state"]),
        ("Lee said the cut should help.", &["Lee | said | the cut should help | state"]),
        ("The ministry said it expected rain.", &["The ministry | said | it expected rain | expect"]),
        ("Lee said she welcomed the inquiry.", &["Lee | said | she welcomed the inquiry | welcome"]),
        ("The club said it had accepted the offer.", &["The club | said | it had accepted the offer | agree"]),
        ("Lee said it had passed every test.", &["Lee | said | it had passed every test | state"]),
        ("Records show he agreed to sell it.", &["Records | show | he agreed to sell it | state"]),
        ("He said that a Danish launch had sunk.", &["He | said | that a Danish launch had sunk | state"]),
        ("He suggested that Oslo join the bloc.", &["He | suggested | that Oslo join the bloc | propose"]),
    ]);
}

#[test]
fn what_somebody_writes_in_order_to_demand_is_demanded_and_an_aside_ends_before_its_nouns_verb() {
    check(&[
        ("Lee wrote to the bank on Monday to demand a refund.", &["Lee | to demand | a refund | demand"]),
        ("Lee, whom Moss asked to go, has left “in full”.", &["Moss | asked | to go | demand"]),
        ("Lee, who promised to go, never left.", &["who | promised | to go | promise"]),
    ]);
}

#[test]
fn what_is_asked_for_is_nobodys_yet() {
    check(&[
        (
            "The widow demanded an apology from the bank over the leaked file.",
            &["The widow | demanded | an apology from the bank over the leaked file | demand"],
        ),
        ("The bank's apology for the leaked file came late.", &["The bank | apology | for the leaked file | confirm"]),
        ("Police put the crowd at 20,000-25,000.", &["Police | put | the crowd at 20,000-25,000 | state"]),
    ]);
}
