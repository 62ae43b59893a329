//! Words of a claim put for others: for the same, or for something else.

use super::{Case, check};

const SAME: &[Case] = &[
    ("who is told", "The lock leaked, Ann Lee said.", "The lock leaked, Ann Lee told reporters.", ""),
    ("another verb that says no more", "Ann Lee said the lock leaked.", "Ann Lee added that the lock leaked.", ""),
    ("the same as what somebody is a source of", "The lock leaked, the wardens said.", "The lock leaked, according to the wardens.", ""),
    ("a unit written out", "The canal is 34 km long, Ann Lee said.", "The canal is 34 kilometres long, Ann Lee said.", ""),
    ("a hyphen", "Ann Lee said they would cooperate.", "Ann Lee said they would co-operate.", ""),
    ("small words", "Ann Lee said 640 barges came.", "Ann Lee however said that 640 barges also came.", ""),
    ("letters that changed places", "Ann Lee said the wharf flodoed.", "Ann Lee said the wharf flooded.", ""),
    ("an accusation in the passive", "The wardens accused the master of fraud.", "The master was accused by the wardens of fraud.", ""),
    (
        "the same put anew",
        "The wardens said the council had approved the lock.",
        "The lock was approved by the council, the wardens said.",
        "reworded",
    ),
];

const OTHER: &[Case] = &[
    ("another verb", "The pilots had been freed, the ministry said.", "The pilots had been shot, the ministry said.", "reworded:silent"),
    ("another noun", "The clerk sold silver, Ann Lee said.", "The clerk sold copper, Ann Lee said.", "reworded:silent"),
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

#[test]
fn the_same_in_other_words_is_nothing_or_next_to_it() {
    check(SAME);
}

#[test]
fn words_that_say_something_else_are_told_and_held_against_the_notices() {
    check(OTHER);
}
