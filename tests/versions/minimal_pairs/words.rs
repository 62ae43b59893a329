//! Words put for others, for the same or for something else; numbers that are one, and a number that came or went.

use super::{Case, check};

const SAME: &[Case] = &[
    ("who is told", "The lock was wet, Ann Lee said.", "The lock was wet, Ann Lee told reporters.", "reworded"),
    ("another verb that says no more", "Ann Lee said the lock was wet.", "Ann Lee added that the lock was wet.", "reworded"),
    (
        "the same as what somebody is a source of",
        "The lock was wet, the wardens said.",
        "The lock was wet, according to the wardens.",
        "reworded",
    ),
    ("a unit written out", "The canal is 34 km long, Ann Lee said.", "The canal is 34 kilometres long, Ann Lee said.", ""),
    ("a hyphen", "Ann Lee said they would cooperate.", "Ann Lee said they would co-operate.", ""),
    ("small words", "Ann Lee said 640 barges came.", "Ann Lee said that 640 barges came.", ""),
    ("letters that changed places", "Ann Lee said the wharf flodoed.", "Ann Lee said the wharf flooded.", ""),
    (
        "an accusation in the passive",
        "The fishermen accused the master of overcharging.",
        "The master was accused by the fishermen of overcharging.",
        "reworded",
    ),
    (
        "the same put anew",
        "The wardens said the council had approved the lock.",
        "The lock was approved by the council, the wardens said.",
        "reworded",
    ),
];

const OTHER: &[Case] = &[
    (
        "with and without",
        "Ann Lee said the barge sailed with lights.",
        "Ann Lee said the barge sailed without lights.",
        "act_changed:silent",
    ),
    ("a particle for another", "Ann Lee said he filled in the form.", "Ann Lee said he filled out the form.", "reworded:not_applicable"),
    ("another verb", "The pilots had been freed, the ministry said.", "The pilots had been shot, the ministry said.", "reworded:silent"),
    ("another noun", "The clerk sold silver, Ann Lee said.", "The clerk sold copper, Ann Lee said.", "corrected:silent"),
    ("another charge", "The wardens accused the firm of murder.", "The wardens accused the firm of neglect.", "reworded:silent"),
    ("who did it left out", "Monks were beaten by guards, Ann Lee said.", "Monks were beaten, Ann Lee said.", "reworded:silent"),
    (
        "the cause left out",
        "A drone strike killed 21 monks, Ann Lee said.",
        "21 monks were killed in a blaze, Ann Lee said.",
        "reworded:silent",
    ),
    (
        "how two things stand in time",
        "Ann Lee said the pass shut before the slide.",
        "Ann Lee said the pass shut after the slide.",
        "reworded:silent",
    ),
    ("some detail", "Ann Lee promised a report.", "Ann Lee promised a report on the lock by the bridge.", "reworded:not_applicable"),
];

const ONE_NUMBER: &[Case] = &[
    ("another word for how many at most", "More than 900 people fled, the mayor said.", "Over 900 people fled, the mayor said.", ""),
    ("about", "About 900 people fled, the mayor said.", "Around 900 people fled, the mayor said.", ""),
    ("at least", "At least 900 people fled, the mayor said.", "No fewer than 900 people fled, the mayor said.", ""),
    ("in all", "The mayor said 640 barges came.", "The mayor said a total of 640 barges came.", ""),
    ("the clock of half a day", "The lock shuts at 10.40pm, the mayor said.", "The lock shuts at 22:40, the mayor said.", ""),
    ("a sign for a word", "The mayor paid 500,000 euros, he said.", "The mayor paid €500,000, he said.", ""),
    ("a month cut short", "It snowed on 3 November, the mayor said.", "It snowed on Nov 3, the mayor said.", ""),
];

const NUMBERS: &[Case] = &[
    ("a number that went", "The firm said 400 jobs would go.", "The firm said jobs would go.", "figure_changed:silent"),
    ("a sum that went", "The king promised 4 million dollars in aid.", "The king promised aid.", "figure_changed:silent"),
    (
        "a share for a share",
        "The firm said half the crop was lost.",
        "The firm said two thirds of the crop was lost.",
        "figure_changed:silent",
    ),
    (
        "the body that somebody is of, in a name of several parts",
        "Ida Brun, of the League of Salt Weighers, said rain was due.",
        "Ida Brun, of the Chamber of Bell Weighers, said rain was due.",
        "corrected:silent",
    ),
    ("a direction", "The barge sank north of Osk, the pilot said.", "The barge sank south of Osk, the pilot said.", "corrected:silent"),
    ("the same direction", "It is in northern Osk, the pilot said.", "It is in north Osk, the pilot said.", "reworded:silent"),
    ("the same share", "The firm said half the crop was lost.", "The firm said 50% of the crop was lost.", "reworded"),
    ("the same number of times", "The firm said its debts had tripled.", "The firm said its debts had trebled.", "reworded:silent"),
    ("so many times as much", "The firm said its debts had doubled.", "The firm said its debts had trebled.", "figure_changed:silent"),
    (
        "one vague number for another",
        "Dozens of sheep were stolen, farmers said.",
        "Hundreds of sheep were stolen, farmers said.",
        "figure_changed",
    ),
    (
        "one hour for three",
        "The mayor said she was told three hours earlier.",
        "The mayor said she was told one hour earlier.",
        "figure_changed",
    ),
    (
        "two hours for an hour",
        "The mayor said she was told an hour later.",
        "The mayor said she was told two hours later.",
        "figure_changed",
    ),
    (
        "a share for another",
        "Rill said it cost her a third of her flock.",
        "Rill said it cost her a quarter of her flock.",
        "figure_changed",
    ),
];

const SPEAKERS: &[Case] = &[
    ("another word for a company", "The company said the lock was safe.", "The firm said the lock was safe.", ""),
    ("an accent", "The Zurich bank said the lock was safe.", "The Zürich bank said the lock was safe.", ""),
    ("a slip of the pen", "The oeprator said the lock was safe.", "The operator said the lock was safe.", ""),
    ("somebody beside them", "Residents said the lock was wet.", "Residents and engineers said the lock was wet.", "source_changed"),
    (
        "a deed that nobody vouches for now",
        "The clerk accepted bribes, prosecutors said.",
        "The clerk accepted bribes.",
        "source_changed:silent",
    ),
    (
        "an order that nobody vouches for now",
        "The clerk ordered the sale, two aides said.",
        "The clerk ordered the sale.",
        "source_changed:silent",
    ),
];

const OWN: &[Case] = &[
    ("a charge left out", "The firm illegally shipped 40 barges.", "The firm shipped 40 barges.", "reworded:silent"),
    ("who did it left out", "Monks were beaten by soldiers.", "Monks were beaten.", "reworded:silent"),
    ("another deed", "The minister resigned on Monday.", "The minister was sacked on Monday.", "reworded:silent"),
    ("in a headline", "Minister lied // It rained.", "Minister misspoke // It rained.", "reworded:silent"),
    (
        "the cause in a headline",
        "Air strike ruins grain silo in Osk // It rained.",
        "Blast ruins grain silo in Osk // It rained.",
        "reworded:silent",
    ),
    ("another sentence", "The minister resigned on Monday.", "It rained hard on all the hills.", ""),
];

const DENIED: &[Case] = &[(
    "what somebody was blamed for is denied",
    "Flood kills at least 40 in Nigeria after dam overflows // Governor Abel Nwosu blamed the dam's operator, Hydrolec.\n\nThe company \
     said the rains were \"beyond anything in our records\".\n\nFloods killed 363 people in Nigeria in 2012.",
    "Flood kills at least 40 in Nigeria after dam overflows // Governor Abel Nwosu said the dam's operator, Hydrolec, was not to \
     blame.\n\nThe company said the rains were \"beyond anything in our records\".\n\nFloods killed 363 people in Nigeria in 2012.",
    "added act_changed",
)];

#[test]
fn a_number_is_the_same_in_whatever_words() {
    check(ONE_NUMBER);
}

#[test]
fn a_number_that_came_or_went_is_told_and_so_is_a_vague_one() {
    check(NUMBERS);
}

#[test]
fn a_speaker_in_another_word_is_the_same_and_one_more_is_another() {
    check(SPEAKERS);
}

#[test]
fn words_of_the_outlets_own_that_say_something_else_are_told() {
    check(OWN);
}

#[test]
fn a_claim_whose_words_stand_denied_has_not_gone_in_silence() {
    check(DENIED);
}

#[test]
fn the_same_in_other_words_is_nothing_or_next_to_it() {
    check(SAME);
}

#[test]
fn words_that_say_something_else_are_told_and_held_against_the_notices() {
    check(OTHER);
}

const ALIKE: &[Case] = &[
    ("whom it asks", "Police urged motorists to avoid the pass.", "Police called on drivers to avoid the pass.", "reworded"),
    (
        "whom it asks, near a name",
        "Rangers in the Marches asked hikers to stay away.",
        "Rangers in the Marches asked walkers to stay away.",
        "",
    ),
    ("who says it", "Motorists said that the bridge was unsafe.", "Drivers said that the bridge was unsafe.", ""),
    ("somebody else", "Police urged motorists to avoid the pass.", "Police urged farmers to avoid the pass.", "target_changed"),
    ("against", "Fishermen are against the new marine park.", "Fishermen oppose the new marine park.", "reworded"),
    ("testified", "The guard told the jury that the gate was open.", "The guard testified that the gate was open.", "reworded"),
    ("few", "The abbot said villages had lost touch with the valley.", "The abbot said few villages reached the valley.", "reworded"),
    ("few of them", "The abbot said monks had fled.", "The abbot said few monks had fled.", "softened"),
];

const BESIDE_NUMBERS: &[Case] = &[
    (
        "a rank",
        "Six men drowned in Orrin, the county's second port, a nurse said.",
        "Six men drowned in Orrin, the county's third port, a nurse said.",
        "figure_changed",
    ),
    (
        "how exact it is",
        "The raid cost a little under $7 million, guards told her.",
        "The raid cost upwards of $9 million, guards told her.",
        "figure_changed",
    ),
    (
        "a range",
        "Police put the crowd at 20,000-25,000 and made no arrests.",
        "Police put the crowd at 30,000-35,000 and made no arrests.",
        "figure_changed",
    ),
];

#[test]
fn words_for_the_same_people_or_the_same_state_are_no_other_claim() {
    check(ALIKE);
}

#[test]
fn what_stands_beside_a_number_is_told_with_it_or_by_itself() {
    check(BESIDE_NUMBERS);
}
