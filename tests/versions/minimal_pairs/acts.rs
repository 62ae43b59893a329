//! Who does another thing about the same: turns down what they asked for.

use super::{Case, check};

const ACTS: &[Case] = &[
    ("both read", "Villagers have demanded a ferry to the mainland.", "Villagers have welcomed a ferry to the mainland.", "act_changed"),
    (
        "one read",
        "Teachers called for shorter lessons in primary schools.",
        "Teachers rejected shorter lessons in primary schools.",
        "act_changed",
    ),
    (
        "one read, later",
        "The cabinet rejected a wider buffer along the river.",
        "The cabinet agreed to a wider buffer along the river.",
        "act_changed",
    ),
    (
        "neither read",
        "The nurses' union rejected a two-year pay freeze.",
        "The nurses' union accepted a two-year pay freeze.",
        "act_changed",
    ),
    (
        "by nobody in particular",
        "Some growers requested more rain barrels on the hill.",
        "Some growers refused more rain barrels on the hill.",
        "act_changed",
    ),
    ("a headline", "MPs slam plan for night trains // Ida Brun spoke.", "MPs back plan for night trains // Ida Brun spoke.", "act_changed"),
    ("another verb for it", "The vicar is in favour of a later curfew.", "The vicar supports a later curfew.", "reworded"),
    (
        "hoped for",
        "The union demanded longer breaks and shorter shifts.",
        "The union hoped for longer breaks and shorter shifts.",
        "softened",
    ),
    ("of another thing", "Bakers demanded cheaper flour on Friday.", "Bakers welcomed visitors on Friday.", "added dropped"),
];

#[test]
fn another_act_on_the_same_is_told_whether_or_not_a_claim_is_read() {
    check(ACTS);
}
