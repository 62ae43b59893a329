//! What somebody says.

use super::{Case, check};

const PRAISE: &[Case] = &[
    ("praised and criticised", "The guild praised the offer.", "The guild criticised the offer.", "act_changed:silent"),
    (
        "welcomed and condemned",
        "The bishop welcomed the law as a victory.",
        "The bishop condemned the law as a disgrace.",
        "act_changed:silent",
    ),
    ("thanked and blamed", "The mayor thanked the pilot.", "The mayor blamed the pilot.", "act_changed:silent"),
    ("criticised more sharply", "The guild criticised the offer.", "The guild condemned the offer.", "strengthened"),
    ("an adding that came", "Norline expects a loss.", "Norline was closed, adding that it expects a loss.", "reworded"),
    (
        "who was accused goes with the charge",
        "The guild accused Norline of locking the back door.",
        "The guild said the back door may have been locked by Norline.",
        "softened",
    ),
];

const GRADES: &[Case] = &[
    (
        "an inquiry that is no longer preliminary",
        "The coroner said he had opened a preliminary inquiry.",
        "The coroner said he had opened a formal inquiry into the fire.",
        "strengthened:silent",
    ),
    ("a ban for good", "The judge granted a temporary ban.", "The judge granted a permanent ban.", "strengthened:silent"),
    ("part of it", "The bank said a full refund was due.", "The bank said a partial refund was due.", "softened:silent"),
];

const NEGATIONS: &[Case] = &[
    (
        "of fewer it is denied",
        "The bank said it held no assets abroad.",
        "The bank said it held no undeclared assets abroad.",
        "softened:silent",
    ),
    ("the reverse, by a verb", "The firm denied criminal negligence.", "The firm denied negligence.", "strengthened:silent"),
    (
        "none of what somebody has",
        "None of its ships left port, the navy said.",
        "None of its armed ships left port, the navy said.",
        "softened:silent",
    ),
    (
        "who is known is no fewer for a word",
        "The firm said it had not met the minister.",
        "The firm said it had not met the new minister.",
        "reworded",
    ),
    ("what is affirmed is more with a degree", "The firm said it paid fines.", "The firm said it paid heavy fines.", "strengthened"),
    (
        "what there was none of is there now",
        "The vet said the farm had no sick animals.",
        "The vet said the farm had sick animals.",
        "act_changed",
    ),
    ("the reverse", "Divers said they had seen oil on the reef.", "Divers said they had seen no oil on the reef.", "act_changed"),
    (
        "nobody did it, somebody did",
        "The bank said nobody had opened the vault.",
        "The bank said somebody had opened the vault.",
        "act_changed",
    ),
    (
        "none of them, some of them",
        "The clerk said that none of the ballots had been opened.",
        "The clerk said that some of the ballots had been opened.",
        "act_changed",
    ),
    (
        "neither of them, either of them",
        "The referee said that neither team had complained.",
        "The referee said that either team had complained.",
        "act_changed",
    ),
    (
        "another word for no is other words",
        "The bank said it had no record of the loan.",
        "The bank said it did not have a record of the loan.",
        "reworded",
    ),
    (
        "a no that belongs to a number denies nothing",
        "The fair said no more than 12 stalls had opened.",
        "The fair said 12 stalls had opened.",
        "figure_changed",
    ),
    (
        "what is done without something is done",
        "Ms Adair asked the guards to leave the hall without their dogs.",
        "Ms Adair asked the guards to leave the hall.",
        "reworded",
    ),
];

const SCOPE: &[Case] = &[
    ("some only", "Nurses said that wards had been closed.", "Nurses said that some wards had been closed.", "softened"),
    ("many only", "Nurses said that many of the wards had been closed.", "Nurses said that the wards had been closed.", "strengthened"),
    ("all", "Nurses said that wards had been closed.", "Nurses said that all wards had been closed.", "strengthened"),
    ("mostly", "Ms Adair said the road was mostly dry.", "Ms Adair said the road was dry.", "strengthened"),
    ("fully", "Ms Adair said the road was repaired.", "Ms Adair said the road was fully repaired.", "strengthened"),
    ("not all is less", "Nurses said the wards were not closed.", "Nurses said the wards were not all closed.", "softened"),
    ("only", "The guide said that climbers had a map.", "The guide said that only climbers had a map.", "strengthened"),
    ("only so many", "The guide said that only four huts had burned.", "The guide said that four huts had burned.", "figure_changed"),
    (
        "some before a number is no share",
        "The guide said that 40 huts had burned.",
        "The guide said that some 40 huts had burned.",
        "figure_changed",
    ),
];

const QUOTATIONS: &[Case] = &[
    (
        "its second half goes",
        "“The ice will hold,” said Olga Marr, “and the fair will open.”",
        "“The ice will hold,” said Olga Marr.",
        "quote_changed",
    ),
    (
        "a second half comes",
        "“The ice will hold,” said Olga Marr.",
        "“The ice will hold,” said Olga Marr, “and the fair will open.”",
        "quote_changed",
    ),
    (
        "a second sentence is one of its own",
        "“The ice will hold,” said Olga Marr. “The fair will open.”",
        "“The ice will hold,” said Olga Marr.",
        "dropped",
    ),
    (
        "a day and a comma inside the marks end nothing",
        "Olga Marr, the head of the club, described the ice as “late, but thick enough”.",
        "Olga Marr, the head of the club, described the ice as “late”.",
        "quote_changed",
    ),
];

const MARKS: &[Case] = &[
    ("a word added to small ones", "“I did nothing,” Olga Marr said.", "“I did nothing wrong,” Olga Marr said.", "quote_changed:silent"),
    (
        "a word gone from small ones",
        "“I did not do it alone,” Olga Marr said.",
        "“I did not do it,” Olga Marr said.",
        "quote_changed:silent",
    ),
    ("they go", "Olga Marr said the ice was “rotten”.", "Olga Marr said the ice was rotten.", "quote_changed"),
    ("they come", "Olga Marr said the ice was rotten.", "Olga Marr said the ice was “rotten”.", "quote_changed"),
    ("others for the same", "Olga Marr said the ice was 'rotten'.", "Olga Marr said the ice was “rotten”.", ""),
];

const STYLE: &[Case] = &[
    ("millions", "The zoo said it owed $7 million.", "The zoo said it owed $7m.", ""),
    ("thousands", "The zoo said it owed €40,000.", "The zoo said it owed €40k.", ""),
    ("billions that changed", "The zoo said it owed $7bn.", "The zoo said it owed $9 billion.", "figure_changed"),
    ("did not", "The zoo said it did not owe the vet.", "The zoo said it didn't owe the vet.", ""),
    ("would not", "The zoo said it would not pay.", "The zoo said it won’t pay.", "reworded"),
    ("cannot", "The zoo said it cannot pay.", "The zoo said it can't pay.", ""),
    ("they will", "The zoo said they will pay.", "The zoo said they'll pay.", ""),
    ("in a quotation", "“It is over and we do not owe him,” said Olga Marr.", "“It's over and we don't owe him,” said Olga Marr.", ""),
    ("a not that is glued is one all the same", "The zoo said it owed the vet.", "The zoo said it didn't owe the vet.", "act_changed"),
    ("says", "The zoo said the vet was late.", "The zoo says the vet was late.", ""),
    ("first letters", "The Lake Skaters Union denied the claim.", "The LSU denied the claim.", ""),
    ("a stamp before the text", "Updated 11:40. The zoo is shut.", "Updated 12:15. The zoo is shut.", ""),
];

const DEED: &[Case] =
    &[("who says it goes", "Divers found a bell in the lake, the mayor said.", "Divers found a bell in the lake.", "source_changed")];

const TALKS: &[Case] = &[
    (
        "they go on again",
        "The talks on fishing have stalled, Mayor Lund said.",
        "The talks on fishing have resumed, Mayor Lund said.",
        "status_changed",
    ),
    ("they stall", "Negotiations over the lake are under way.", "Negotiations over the lake are deadlocked.", "status_changed"),
];

const FIGURES: &[Case] = &[
    (
        "a verb of its own",
        "The fair said 900 tents were pitched and 120 were lost.",
        "The fair said 950 tents were pitched and 140 were lost.",
        "figure_changed",
    ),
    (
        "of them",
        "The harbour said that 31 boats had sailed, six of them at night.",
        "The harbour said that 44 boats had sailed, nine of them at night.",
        "figure_changed",
    ),
    (
        "one number twice is told once",
        "The harbour said that 31 boats had sailed.",
        "The harbour said that 44 boats had sailed.",
        "figure_changed",
    ),
];

const CONDITIONS: &[Case] = &[
    ("it goes", "The crews promised a free ferry if the wind dropped.", "The crews promised a free ferry.", "strengthened"),
    ("it comes", "The crews promised a free ferry.", "The crews promised a free ferry if the wind dropped.", "softened"),
    ("unless", "The crews vowed to strike.", "The crews vowed to strike unless the wind dropped.", "softened"),
    ("no condition is set", "The crews said they would sail unconditionally.", "The crews said they would sail.", "softened"),
    (
        "what is asked is no condition",
        "The guide said it was not clear if the lift worked.",
        "The guide said it was not clear when the lift worked.",
        "reworded",
    ),
];

const DEADLINES: &[Case] = &[
    (
        "by the end of a period",
        "The council demanded an answer by the end of the week.",
        "The council demanded an answer by the end of the month.",
        "corrected",
    ),
    ("within a period", "The council demanded an answer within a week.", "The council demanded an answer within a year.", "corrected"),
    (
        "the day of what is new",
        "The weir was closed on Tuesday, the miller announced.",
        "The weir was reopened on Friday, the miller announced.",
        "act_changed",
    ),
    (
        "the day of another count",
        "The appeal had raised 900 marks by Tuesday, the vicar said.",
        "The appeal had raised 1,200 marks by Friday, the vicar said.",
        "figure_changed",
    ),
    (
        "a day alone",
        "The weir was closed on Tuesday, the miller announced.",
        "The weir was closed on Friday, the miller announced.",
        "corrected",
    ),
    (
        "a period alone is none",
        "The council demanded a monthly plan for the season.",
        "The council demanded a monthly plan for the year.",
        "reworded",
    ),
];

const DESCRIPTIONS: &[Case] = &[
    (
        "of which country",
        "Danish skipper Karin Olsen said the reef was dead.",
        "Finnish skipper Karin Olsen said the reef was dead.",
        "corrected",
    ),
    (
        "beside whom they lead",
        "The crew, led by Danish skipper Karin Olsen, called on the port to open.",
        "The crew, led by Finnish skipper Karin Olsen, called on the port to open.",
        "corrected",
    ),
    (
        "the rank of a post with a name in it",
        "The bank's Baltic director, Karin Olsen, said the loan was safe.",
        "The bank's deputy Baltic director, Karin Olsen, said the loan was safe.",
        "corrected",
    ),
    (
        "the rank of a post with capitals",
        "Health Minister Karin Olsen said the ward was safe.",
        "Deputy Health Minister Karin Olsen said the ward was safe.",
        "corrected",
    ),
    (
        "which post",
        "Transport minister Karin Olsen said the quay was safe.",
        "Fisheries minister Karin Olsen said the quay was safe.",
        "corrected",
    ),
    ("which town", "Olsen, of Bergen, said the quay was safe.", "Olsen, of Tromso, said the quay was safe.", "corrected"),
    ("a town more closely", "Olsen, of Bergen, said the quay was safe.", "Olsen, of Bergen, Norway, said the quay was safe.", ""),
    ("whose kin", "His sister, Karin, said the quay was safe.", "His wife, Karin, said the quay was safe.", "corrected"),
    (
        "a word for a woman in the post",
        "Spokeswoman Karin Olsen said the quay was safe.",
        "Spokesperson Karin Olsen said the quay was safe.",
        "",
    ),
    (
        "another name is another speaker",
        "Danish skippers said the reef was dead.",
        "Danish divers said the reef was dead.",
        "source_changed",
    ),
];

const REFUSALS: &[Case] = &[
    (
        "not rule out",
        "The mayor said the town would not buy the quay.",
        "The mayor said the town would not rule out buying the quay.",
        "act_changed",
    ),
    (
        "rule out",
        "The mayor said the town would rule out buying the quay.",
        "The mayor said the town would not rule out buying the quay.",
        "act_changed",
    ),
    ("two of something that are one", "The navy ignored two orders to stop.", "The navy ignored one order to stop.", "figure_changed"),
    ("a pledge that is a hint", "The mayor pledged two buses.", "The mayor suggested that two buses might be sent.", "softened"),
    (
        "a hint that is a demand",
        "Ann Lee hinted that the fare might be reviewed.",
        "Ann Lee demanded that the fare be reviewed.",
        "strengthened",
    ),
    ("a pledge that is a hope", "The mayor promised to build the quay.", "The mayor hoped to build the quay.", "act_changed"),
    (
        "what was noted is a grievance",
        "The guild noted that it was kept out.",
        "The guild complained that it was kept out.",
        "strengthened",
    ),
    ("a warning is more than caution", "The bank warned against haste.", "The bank cautioned against haste.", "softened"),
    (
        "to admit is more than to acknowledge",
        "The firm acknowledged that the pump failed.",
        "The firm admitted that the pump failed.",
        "strengthened",
    ),
    (
        "a denial that only knows nothing of it",
        "The firm denied having hired a spy.",
        "The firm said it had no record of having hired a spy.",
        "softened",
    ),
    (
        "what was insisted on is owned up to",
        "The mayor insisted the road was safe.",
        "The mayor admitted the road was safe.",
        "act_changed",
    ),
    (
        "a number that could be a year counts what stands behind it",
        "1900 jobs will go, Lee said.",
        "12000 jobs will go, Lee said.",
        "figure_changed",
    ),
    ("a year is none", "In 2019 the firm closed, Lee said.", "In 2021 the firm closed, Lee said.", "corrected"),
    ("refuse to rule out", "The mayor ruled out a toll on the quay.", "The mayor refused to rule out a toll on the quay.", "act_changed"),
];

const VERBS: &[Case] = &[
    (
        "graver",
        "The zoo said it was full and said that a bear might escape.",
        "The zoo said it was full and warned that a bear might escape.",
        "strengthened",
    ),
    (
        "milder",
        "The zoo said it was full and warned that a bear might escape.",
        "The zoo said it was full and said that a bear might escape.",
        "softened",
    ),
    (
        "what sort of inquiry",
        "The force confirmed it had begun an inquiry.",
        "The force confirmed it had begun a criminal inquiry.",
        "strengthened",
    ),
];

const DEEDS: &[Case] = &[
    (
        "who did it says so",
        "The council closed the baths on Monday.",
        "The council said it had closed the baths on Monday.",
        "source_changed",
    ),
    (
        "they say so no more",
        "The council said it had closed the baths on Monday.",
        "The council closed the baths on Monday.",
        "source_changed",
    ),
    (
        "who told all of it tells it no more, and who is told of in it still does",
        "The fair had been calm until guards accused a boy of theft, traders said.",
        "The fair had been calm until guards accused a boy of theft.",
        "source_changed",
    ),
    (
        "what they say that they confirmed is one thing said",
        "The weather was dry.",
        "The clinic said on Monday it had confirmed two cases. The weather was dry.",
        "added",
    ),
];

const NOTHING_SAID: &[Case] = &[
    ("a refusal to speak of it is no denial of it", "Brasel denies the claim.", "Brasel refused to discuss the claim.", "dropped"),
    (
        "nor is it one beside the charge",
        "The guild accused Brasel of hiding the leak. Brasel denies the claim.",
        "The guild accused Brasel of hiding the leak. Brasel refused to discuss the claim.",
        "dropped:silent",
    ),
    (
        "a charge rejected, then not spoken of",
        "The mayor rejected the allegation that she took gifts.",
        "The mayor refused to discuss the allegation that she took gifts.",
        "dropped",
    ),
    ("a denial where nothing was said", "Brasel refused to discuss the claim.", "Brasel denied the claim.", "added"),
    ("who refuses to own up does something", "The clerk denied the theft.", "The clerk refused to admit the theft.", "reworded"),
    ("the same silence in a milder word", "Brasel refused to discuss the claim.", "Brasel declined to discuss the claim.", "softened"),
];

const VERDICTS: &[Case] = &[
    (
        "guilty and acquitted",
        "A nurse was found guilty of theft, the clerk said.",
        "A nurse was acquitted of theft, the clerk said.",
        "status_changed",
    ),
    (
        "convicted and cleared",
        "Police said three men had been convicted of the raid.",
        "Police said three men had been cleared of the raid.",
        "act_changed",
    ),
    (
        "of which a claim is read in one version",
        "The tribunal cleared the nurse of misconduct.",
        "The tribunal found the nurse guilty of misconduct.",
        "act_changed",
    ),
    ("in the outlet's voice", "A nurse was found guilty of theft on Monday.", "A nurse was cleared of theft on Monday.", "status_changed"),
    ("a not", "A nurse was found guilty of fraud.", "A nurse was found not guilty of fraud.", "act_changed"),
    ("told by the jury's status", "The jury found the nurse guilty of fraud.", "The jury acquitted the nurse of fraud.", "status_changed"),
    (
        "a road is cleared otherwise",
        "The road was cleared of snow, the council said.",
        "The road was closed by snow, the council said.",
        "reworded",
    ),
];

const CHARGES: &[Case] = &[
    (
        "the headline's charge goes with the text's",
        "Mayor charged with fraud // Mayor Ana Kos has been charged with fraud.",
        "Mayor cleared of fraud // Mayor Ana Kos has been cleared of fraud.",
        "act_changed",
    ),
    (
        "cleared by whoever accused",
        "The regulator accused the lender of fraud.",
        "The regulator cleared the lender of fraud.",
        "act_changed:silent",
    ),
    ("cleared of what nobody said who said", "The clerk was accused of lying.", "The clerk was cleared of lying.", "act_changed:silent"),
    ("charged and convicted", "The clerk was charged with theft in May.", "The clerk was convicted of theft in May.", "strengthened"),
    ("charged and acquitted", "The clerk was charged with theft in May.", "The clerk was acquitted of theft in May.", "act_changed"),
    ("what was a charge is said", "The clerk was accused of taking bribes.", "The clerk took bribes.", "strengthened"),
];

/// What changed in one place and in another is two things, where they tell of two people or things.
const EACH: &[Case] = &[
    (
        "three towns",
        "Ane Vik denied that Ormby was shelled. Ane Vik denied that Tarnby was shelled. Ane Vik denied that Melby was shelled.",
        "Ane Vik confirmed that Ormby was shelled. Ane Vik confirmed that Tarnby was shelled. Ane Vik confirmed that Melby was shelled.",
        "act_changed act_changed act_changed",
    ),
    (
        "one figure by two councils is one thing, of whoever gives it",
        "Ormby council said 20 barns were flooded. Tarnby council said 20 barns were flooded.",
        "Ormby council said 30 barns were flooded. Tarnby council said 30 barns were flooded.",
        "figure_changed",
    ),
    (
        "one figure of two towns",
        "The council said 20 barns were flooded in Ormby. The council said 20 barns were flooded in Tarnby.",
        "The council said 30 barns were flooded in Ormby. The council said 30 barns were flooded in Tarnby.",
        "figure_changed figure_changed",
    ),
    (
        "one day of two inspections",
        "The guild said the brakes at Ormby were tested on 2 March. The board said the doors at Tarnby were tested on 2 March.",
        "The guild said the brakes at Ormby were tested on 12 February. The board said the doors at Tarnby were tested on 12 February.",
        "corrected corrected",
    ),
    (
        "one figure of one thing, told twice",
        "Ane Vik said 20 barns were flooded. Ane Vik added that 20 barns were flooded in all.",
        "Ane Vik said 30 barns were flooded. Ane Vik added that 30 barns were flooded in all.",
        "figure_changed",
    ),
];

const OTHER_FIGURES: &[Case] = &[
    (
        "who was led away and who was hurt",
        "Some 400 people were evacuated after a fire on Tuesday, police said.",
        "Three people were injured in a fire on Tuesday, police said.",
        "reworded:silent",
    ),
    (
        "how many were led away",
        "Some 400 people were evacuated, police said.",
        "Some 300 people were evacuated, police said.",
        "figure_changed",
    ),
];

#[test]
fn praise_that_is_blame_now_is_another_act() {
    check(PRAISE);
}

#[test]
fn a_negation_turns_a_claim_round_whatever_word_carries_it() {
    check(NEGATIONS);
}

#[test]
fn words_that_say_how_much_is_meant_give_and_take_force() {
    check(SCOPE);
}

#[test]
fn a_quotation_that_its_speaker_interrupts_is_one() {
    check(QUOTATIONS);
}

#[test]
fn quotation_marks_put_on_or_taken_off_are_told() {
    check(MARKS);
}

#[test]
fn what_a_desk_writes_in_its_own_style_is_nothing() {
    check(STYLE);
}

#[test]
fn what_somebody_is_said_to_have_done_is_the_outlets_word_without_the_speaker() {
    check(DEED);
}

#[test]
fn talks_can_be_stalled() {
    check(TALKS);
}

#[test]
fn a_number_without_a_noun_is_told_beside_one_that_has_it() {
    check(FIGURES);
}

#[test]
fn a_word_of_another_grade_has_other_force() {
    check(GRADES);
}

#[test]
fn a_condition_takes_force_away() {
    check(CONDITIONS);
}

#[test]
fn a_deadline_is_a_date() {
    check(DEADLINES);
}

#[test]
fn who_somebody_is_can_be_put_right() {
    check(DESCRIPTIONS);
}

#[test]
fn what_is_not_ruled_out_is_left_open() {
    check(REFUSALS);
}

#[test]
fn the_verb_of_a_second_statement_is_compared_too() {
    check(VERBS);
}

#[test]
fn what_the_outlet_told_of_somebody_they_say_of_themselves() {
    check(DEEDS);
}

#[test]
fn who_denied_it_and_says_nothing_of_it_now_denies_it_no_more() {
    check(NOTHING_SAID);
}

#[test]
fn a_verdict_is_no_milder_word_for_its_contrary() {
    check(VERDICTS);
}

#[test]
fn figures_of_other_things_are_no_other_value() {
    check(OTHER_FIGURES);
}

#[test]
fn what_became_of_a_charge_is_no_milder_charge() {
    check(CHARGES);
}

#[test]
fn an_edit_made_in_claims_of_two_things_is_told_of_each() {
    check(EACH);
}

#[test]
fn who_else_gives_a_figure_that_changed_is_named_with_it() {
    let report = |barns: usize| {
        format!("Floods\n\nOrmby council said {barns} barns were flooded. Tarnby council said {barns} barns were flooded.\n")
    };
    let store = crate::stored(&[crate::version("Gull", 1, "", &report(20)), crate::version("Gull", 2, "", &report(30))]);
    let told: Vec<String> = store.changes(None).expect("changes").into_iter().map(|stored| stored.change.why).collect();
    assert_eq!(told, ["20 barns became 30 barns; Tarnby council too"]);
}
