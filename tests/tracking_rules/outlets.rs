//! Outlets side by side: agreement, difference, conflict.

use sayso::model::{Act, ActorKind};
use sayso::track::{Agreement, Given, GivenClaim, OutletFinding, compare_outlets};

use crate::draft::draft;

fn carried(outlet: &str, thread: &str, content: &str) -> OutletFinding {
    let claim = draft(content).claim(Act::State, "police", "", content).found.claims.remove(0);
    let thread = Some(thread.to_owned());
    finding(outlet, content, Given::Claim(Box::new(GivenClaim { claim, thread, status: None, figures: Vec::new() })))
}

fn finding(outlet: &str, evidence: &str, given: Given) -> OutletFinding {
    OutletFinding { outlet: outlet.to_owned(), seen: None, evidence: evidence.to_owned(), evidence_start: 0, given }
}

/// The finding with its claim or its claim's surroundings altered.
fn altered(mut found: OutletFinding, alter: impl FnOnce(&mut GivenClaim)) -> OutletFinding {
    let Given::Claim(given) = &mut found.given else { panic!("a claim: {found:#?}") };
    alter(given);
    found
}

fn acting(act: Act, found: OutletFinding) -> OutletFinding {
    altered(found, |given| given.claim.act = act)
}

fn not(found: OutletFinding) -> OutletFinding {
    altered(found, |given| given.claim.negated = true)
}

fn by(source: &str, found: OutletFinding) -> OutletFinding {
    altered(found, |given| given.claim.source = draft(source).mention(source, source))
}

/// The finding with a figure in it: what is counted, how many, under which qualifier.
fn with(found: OutletFinding, what: &str, number: f64, qualifier: Option<&str>) -> OutletFinding {
    altered(found, |given| given.figures = draft(what).figure(what, number, qualifier, what).found.figures)
}

/// So many people by themselves, as an outlet's sentence has them.
fn count(outlet: &str, what: &str, number: f64, (source, sentence): (&str, &str)) -> OutletFinding {
    let mut figure = draft(what).figure(what, number, None, what).found.figures.remove(0);
    figure.source = draft(source).mention(source, source);
    finding(outlet, sentence, Given::Figure(Box::new(figure)))
}

fn agreements(found: &[OutletFinding]) -> Vec<Agreement> {
    compare_outlets(found).into_iter().map(|proposition| proposition.agreement).collect()
}

#[test]
fn outlets_agree_differ_or_stand_alone() {
    let found = [
        with(carried("Post", "a", "seven sailors were rescued off the cape"), "rescued", 7.0, None),
        with(carried("Herald", "a", "nine sailors were rescued off the cape"), "rescued", 9.0, None),
        carried("Post", "b", "the ship had left Lisbon on Monday"),
        carried("Herald", "b", "the ship had left Lisbon on Monday"),
        carried("Post", "c", "the captain was drunk"),
    ];
    assert_eq!(agreements(&found), [Agreement::Conflict, Agreement::Agree, Agreement::OnlyHere]);
    let why = compare_outlets(&found).remove(0).why;
    assert_eq!(why, "figures differ: Post: 7 people / Herald: 9 people");
}

#[test]
fn claims_whose_threads_were_rejected_have_no_thread_in_common() {
    let found = [carried("Post", "a", "the lock was mined"), carried("Herald", "a", "it was calm")];
    assert_eq!(compare_outlets(&found).len(), 1);
    let rejected = found.map(|found| altered(found, |given| given.thread = None));
    assert_eq!(agreements(&rejected), [Agreement::OnlyHere, Agreement::OnlyHere]);
}

#[test]
fn numbers_of_another_day_unit_or_act_are_no_conflict() {
    let said = |outlet, number, qualifier| with(carried(outlet, "a", "the yard has sold barges to the navy"), "barges", number, qualifier);
    let (post, herald) = (said("Post", 7.0, None), said("Herald", 9.0, None));
    assert_eq!(agreements(&[post.clone(), herald.clone()]), [Agreement::Conflict]);
    let at = |found: &OutletFinding, day: i64| OutletFinding { seen: Some(day * 86_400), ..found.clone() };
    assert_eq!(agreements(&[at(&post, 3), at(&herald, 6)]), [Agreement::Differ]);
    assert_eq!(agreements(&[said("Post", 7.0, Some("more than")), herald.clone()]), [Agreement::Differ]);
    let asked = acting(Act::Demand, herald.clone());
    assert_eq!(agreements(&[post.clone(), asked]), [Agreement::Differ]);
    // Both print both.
    assert_eq!(agreements(&[post.clone(), herald.clone(), said("Post", 9.0, None), said("Herald", 7.0, None)]), [Agreement::Agree]);
}

#[test]
fn a_denial_and_a_statement_that_it_is_not_so_are_one_position() {
    let deny = |found| acting(Act::Deny, found);
    let (said, refused) =
        (carried("Post", "a", "the mayor sold the harbour land"), not(carried("Post", "a", "he did not sell the harbour land")));
    let denied = deny(carried("Herald", "a", "that the mayor sold the harbour land"));
    assert_eq!(agreements(&[said.clone(), denied.clone()]), [Agreement::Conflict]);
    assert_eq!(agreements(&[refused, denied.clone()]), [Agreement::Agree]);
    // Herald has both sides, Post has one.
    assert_eq!(agreements(&[said.clone(), denied, carried("Herald", "a", "the mayor sold the harbour land")]), [Agreement::Differ]);
    // Words of one thread that have little in common neither contradict each other nor agree.
    assert_eq!(agreements(&[said, not(carried("Herald", "a", "“Mayors do not trade in water,”"))]), [Agreement::OnlyHere; 2]);
    // Who denies the one says the other.
    let denied = deny(carried("Post", "a", "that the guard was armed"));
    assert_eq!(agreements(&[denied, carried("Herald", "a", "the guard was unarmed")]), [Agreement::Agree]);
}

#[test]
fn one_source_that_did_a_thing_and_did_not_contradicts_itself_whatever_day_is_added() {
    let denied = not(carried("Post", "a", "the county had not asked for army divers"));
    assert_eq!(
        agreements(&[denied.clone(), carried("Herald", "a", "it had asked for army divers on Friday night")]),
        [Agreement::Conflict]
    );
    let another = carried("Herald", "a", "it had asked the navy for boats and army divers to search the lake");
    assert_eq!(agreements(&[denied, another]), [Agreement::Differ]);
    let months = ["it had sold the tug in March", "it had sold the tug in May"];
    let [march, may] = [carried("Post", "a", months[0]), carried("Herald", "a", months[1])];
    assert_eq!(agreements(&[march, may]), [Agreement::Conflict]);
}

#[test]
fn what_one_source_promised_and_ruled_out_is_set_side_by_side() {
    let promised = acting(Act::Promise, carried("Post", "a", "a full audit"));
    let refused = acting(Act::Reject, carried("Herald", "b", "an audit"));
    assert_eq!(agreements(&[promised.clone(), refused.clone()]), [Agreement::Conflict]);
    let by_another = by("harbour board", refused);
    assert_eq!(agreements(&[promised.clone(), by_another]), [Agreement::OnlyHere, Agreement::OnlyHere]);
    let other_thing = acting(Act::Reject, carried("Herald", "b", "a new ferry"));
    assert_eq!(agreements(&[promised, other_thing]), [Agreement::OnlyHere, Agreement::OnlyHere]);
}

#[test]
fn a_third_outlet_with_one_of_two_numbers_hides_no_conflict() {
    let found = [
        with(carried("Star", "a", "700 posts could go"), "posts", 700.0, None),
        with(carried("Post", "a", "the plan put 700 posts at risk"), "posts", 700.0, None),
        with(carried("Herald", "a", "the plan put 1,100 posts at risk"), "posts", 1100.0, None),
    ];
    assert!(agreements(&found).contains(&Agreement::Conflict));
}

#[test]
fn a_quantity_is_compared_whatever_the_words_around_it() {
    let count = |outlet, number| count(outlet, "aboard", number, ("police", "aboard"));
    assert_eq!(agreements(&[count("Post", 181.0), count("Herald", 203.0)]), [Agreement::Conflict]);
    assert_eq!(
        agreements(&[count("Post", 181.0), count("Herald", 181.0), carried("Post", "c", "the captain was drunk")]),
        [Agreement::Agree, Agreement::OnlyHere]
    );
    assert!(agreements(&[count("Post", 181.0), count("Post", 203.0)]).is_empty());
}

#[test]
fn a_toll_that_headline_and_text_give_alike_is_one() {
    let twice = |outlet: &str, numbers: [f64; 2]| numbers.map(|number| count(outlet, "killed", number, ("police", "killed")));
    let judged = |post: [f64; 2], herald: [f64; 2]| agreements(&[twice("Post", post), twice("Herald", herald)].concat());
    assert_eq!(judged([12.0, 12.0], [9.0, 9.0]), [Agreement::Conflict]);
    assert_eq!(judged([12.0, 3.0], [9.0, 9.0]), [Agreement::Differ]);
}

/// What two outlets make of it in the mouth of one source: act, negation and words of each.
fn stand([one, other]: [(Act, bool, &str); 2]) -> (Agreement, String) {
    let of = |outlet: &str, (act, negated, content): (Act, bool, &str)| {
        let found = by("Ada Vale", acting(act, carried(outlet, "a", content)));
        if negated { not(found) } else { found }
    };
    let found = compare_outlets(&[of("Post", one), of("Herald", other)]).remove(0);
    (found.agreement, found.why)
}

fn said(content: &str) -> (Act, bool, &str) {
    (Act::State, false, content)
}

#[test]
fn a_contradiction_in_other_words_is_a_conflict() {
    for pair in [
        [said("she would play in the final"), said("she would miss the final with a torn muscle")],
        [said("all ferries would sail on Sunday"), (Act::State, true, "no ferries would sail on Sunday")],
        [(Act::Deny, false, "that the yard had been warned"), (Act::Confirm, false, "that the yard had received a warning")],
        [(Act::Deny, false, "receiving an order to sail"), (Act::Confirm, false, "that the yard had been ordered to sail")],
        [(Act::Deny, false, "that it knew of the crack"), (Act::Confirm, false, "that it had known of the crack")],
        [said("the wreck lies 40 metres down"), said("the wreck lies 300 feet down")],
    ] {
        assert_eq!(stand(pair).0, Agreement::Conflict, "{pair:?}");
    }
}

#[test]
fn some_and_none_in_one_mouth_are_a_conflict() {
    let some = with(carried("Post", "a", "two people had been arrested"), "detained", 2.0, None);
    let none = not(carried("Herald", "a", "no arrests have been made"));
    assert_eq!(agreements(&[some.clone(), none.clone()]), [Agreement::Conflict]);
    let by_another = by("harbour board", none);
    assert!(!agreements(&[some, by_another]).contains(&Agreement::Conflict));
}

#[test]
fn who_was_warned_and_who_gave_a_warning_do_not_contradict_each_other() {
    let pair = [(Act::Deny, false, "that the yard had given a warning"), (Act::Confirm, false, "that the yard had been warned")];
    assert_ne!(stand(pair).0, Agreement::Conflict);
}

#[test]
fn the_same_in_other_words_or_units_is_agreement() {
    for (one, other, why) in [
        ("the regatta starts at noon", "the regatta begins at noon", "alike"),
        ("the wreck lies 40 metres down", "the wreck lies 130 feet down", "in other units"),
        ("the gale blew at 148 km/h", "the gale blew at 92 mph", "in other units"),
        ("sixty thousand homes were dark", "60,000 homes were dark", "alike"),
        ("the offer was “full and fair”", "the price was “full and fair”", "in other words; Post alone: offer; Herald alone: price"),
        ("villagers should boil water", "people should boil water", "in other words; Post alone: villagers; Herald alone: people"),
        (
            "guards stopped the driver after he drew a knife",
            "the driver was unarmed when guards stopped him",
            "in other words; Post alone: drew, knife; Herald alone: unarmed",
        ),
    ] {
        assert_eq!(stand([said(one), said(other)]), (Agreement::Agree, why.to_owned()), "{one} / {other}");
    }
}

#[test]
fn about_so_many_are_so_many() {
    let homes = |outlet, qualifier| with(carried(outlet, "a", "homes were dark after the gale"), "homes", 60.0, qualifier);
    assert_eq!(agreements(&[homes("Post", Some("about")), homes("Herald", None)]), [Agreement::Agree]);
    assert_eq!(agreements(&[homes("Post", Some("at least")), homes("Herald", None)]), [Agreement::Differ]);
}

/// A toll of two, as an outlet's sentence has it.
fn toll(outlet: &str, source: &str, sentence: &str) -> OutletFinding {
    count(outlet, "killed", 2.0, (source, sentence))
}

#[test]
fn as_many_dead_in_two_events_are_no_agreement() {
    let shot = toll("Post", "army", "Two soldiers were killed by sniper fire on Sunday, the army said.");
    let shelled = toll("Herald", "rebels", "Two pupils were killed when shells hit a school, the rebels said.");
    assert!(agreements(&[shot.clone(), shelled]).is_empty());
    let drowned = [("Post", "Two people drowned in Malta."), ("Herald", "Two people died in Sicily.")];
    assert!(agreements(&drowned.map(|(outlet, sentence)| toll(outlet, "police", sentence))).is_empty());
    let again = toll("Herald", "army", "Two guards died under sniper fire.");
    assert_eq!(agreements(&[shot.clone(), again]), [Agreement::Agree]);
    let bare = toll("Herald", "army", "Two people were killed.");
    assert_eq!(agreements(&[shot, bare]), [Agreement::Agree], "of which nothing is told");
}

#[test]
fn the_same_two_sides_in_both_outlets_are_no_difference() {
    let both = |outlet: &str, guild: &str| {
        let denied = acting(Act::Deny, carried(outlet, "a", "that the mine had locked an exit"));
        [by(guild, carried(outlet, "a", "the mine had locked an exit")), by("mine", denied)]
    };
    assert_eq!(agreements(&[both("Post", "miners guild"), both("Herald", "guild")].concat()), [Agreement::Agree]);
    let [one, _] = both("Herald", "guild");
    assert_eq!(agreements(&[&both("Post", "guild")[..], &[one]].concat()), [Agreement::Differ]);
}

#[test]
fn what_a_source_counts_is_one_count_in_whatever_words() {
    let patients = |outlet: &str, number, qualifier, content: &str| with(carried(outlet, outlet, content), "patients", number, qualifier);
    let post = patients("Post", 1430.0, None, "1,430 patients were given wrong results");
    let herald = patients("Herald", 1300.0, Some("more than"), "more than 1,300 patients may be affected");
    assert_eq!(agreements(&[post.clone(), herald]), [Agreement::Differ]);
    let few = patients("Herald", 12.0, None, "12 patients lay in the hall");
    assert_eq!(agreements(&[post.clone(), few]), [Agreement::OnlyHere; 2], "so few are others");
    let of_another = by("nurse", patients("Herald", 1300.0, None, "about 1,300 patients may be affected"));
    assert_eq!(agreements(&[post, of_another]), [Agreement::OnlyHere; 2]);
}

#[test]
fn by_accident_and_on_purpose_exclude_each_other() {
    let pair = [said("the fire was started deliberately"), said("the fire was an accident")];
    assert_eq!(stand(pair).0, Agreement::Conflict);
}

#[test]
fn what_is_denied_in_few_words_is_denied_with_all_that_is_said_of_it() {
    let not = |content| (Act::State, true, content);
    for (one, other, wanted) in [
        (said("the board would hold a public hearing on the closure"), not("there would be no hearing"), Agreement::Conflict),
        (said("the board would hold a hearing on the closure"), not("there were no plans for a hearing"), Agreement::Conflict),
        // Of one thing, and not of one deed.
        (said("the road was closed"), not("the road was not safe"), Agreement::Differ),
        (said("she had trained on Monday"), not("she would not travel on Monday"), Agreement::Differ),
        (not("he had not met the lobbyist"), (Act::Deny, false, "that he had met the lobbyist"), Agreement::Agree),
        (not("there was no plan to close the baths"), not("the baths would not be closed"), Agreement::Agree),
    ] {
        assert_eq!(stand([one, other]).0, wanted, "{one:?} / {other:?}");
    }
}

#[test]
fn what_is_refused_is_neither_done_nor_agreed_to() {
    let refused = (Act::Reject, false, "to recall its kettles");
    assert_eq!(stand([said("the firm is recalling its kettles"), refused]).0, Agreement::Conflict);
    assert_eq!(stand([(Act::State, true, "it would not recall its kettles"), refused]).0, Agreement::Agree);
    let down = by("union", acting(Act::Reject, carried("Post", "a", "a new pay offer of the yard")));
    let made = |outlet| by("yard", carried(outlet, "a", "the yard made a new pay offer"));
    assert_eq!(agreements(&[down.clone(), made("Herald")]), [Agreement::Differ], "by another");
    let both = [down.clone(), made("Post"), OutletFinding { outlet: "Herald".to_owned(), ..down }, made("Herald")];
    assert_eq!(agreements(&both), [Agreement::Agree], "both have both");
}

#[test]
fn one_deed_that_two_are_said_to_have_done_alone_is_a_conflict() {
    let told = |source, outlet, content| {
        let armed = |given: &mut GivenClaim| given.claim.source.iter_mut().for_each(|source| source.kind = ActorKind::ArmedGroup);
        altered(by(source, carried(outlet, content, content)), armed)
    };
    let [post, herald] = ["rebels shelled the dairy in Colm", "government forces shelled the dairy in Colm"];
    assert_eq!(agreements(&[told("mayor", "Post", post), told("mayor", "Herald", herald)]), [Agreement::Conflict]);
    assert_eq!(agreements(&[told("mayor", "Post", post), told("bishop", "Herald", herald)]), [Agreement::Conflict]);
    let why = compare_outlets(&[told("mayor", "Post", post), told("bishop", "Herald", herald)]).remove(0).why;
    assert_eq!(why, "doers differ: Post: rebels / Herald: government forces");
    // Two parties that accuse each other.
    assert_eq!(agreements(&[told("army", "Post", post), told("rebels", "Herald", herald)]), [Agreement::Differ]);
    // Herald has both.
    let both = [told("mayor", "Post", post), told("mayor", "Herald", post), told("bishop", "Herald", herald)];
    assert_eq!(agreements(&both), [Agreement::Differ]);
    // One may go by both names.
    assert_eq!(
        agreements(&[told("mayor", "Post", post), told("mayor", "Herald", "militants shelled the dairy in Colm")]),
        [Agreement::Differ]
    );
}

#[test]
fn the_dead_of_one_shelling_by_two_doers_are_no_agreement() {
    let post = toll("Post", "narrator", "Rebels shelled the dairy in Colm, killing two people.");
    let herald = toll("Herald", "narrator", "The dairy in Colm was shelled by soldiers, killing two people.");
    assert_eq!(agreements(&[post.clone(), herald]), [Agreement::Conflict]);
    assert_eq!(agreements(&[post, toll("Herald", "narrator", "Two people died when shells hit the dairy in Colm.")]), [Agreement::Agree]);
}

#[test]
fn what_is_denied_beside_what_both_tell_contradicts_nothing() {
    let [both, one] = ["there was frost on the line and no plan for buses", "there was frost on the line"];
    assert_eq!(agreements(&[not(carried("Post", "a", both)), carried("Herald", "a", one)]), [Agreement::Agree]);
    let other = "there was a plan for buses";
    assert_eq!(agreements(&[not(carried("Post", "a", both)), carried("Herald", "a", other)]), [Agreement::Conflict]);
}
