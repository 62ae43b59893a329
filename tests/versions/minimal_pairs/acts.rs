//! Who does another thing about the same: turns down what they asked for, does what they threatened, only finds no proof of what they
//! denied.

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

const THREATS: &[Case] = &[
    (
        "announced",
        "The pit's owner threatened to close the northern shaft.",
        "The pit's owner announced the closure of the northern shaft.",
        "act_changed",
    ),
    ("threatened now", "The bank announced higher fees.", "The bank threatened higher fees.", "act_changed"),
    ("with doubt", "The bank threatened to sue the auditors.", "The bank said it might sue the auditors.", "softened"),
    ("a warning", "The bank warned that fees would rise.", "The bank said that fees would rise.", "softened"),
];

const STANCES: &[Case] = &[
    ("stood by", "The prince apologised for the remark.", "The prince defended the remark.", "act_changed"),
    ("doubted", "The envoy hopes that the rain will stop.", "The envoy doubts that the rain will stop.", "act_changed"),
    ("doubted in both", "The envoy doubts that the rain will stop.", "The envoy questioned whether the rain will stop.", "reworded"),
];

const PROMISES: &[Case] = &[
    ("only considered", "The abbot promised a new roof.", "The abbot said he would consider a new roof.", "softened"),
    ("only said", "The brewery pledged to refund its guests.", "The brewery said that it would refund its guests.", "softened"),
    ("promised at last", "The guild said it was considering a new dyke.", "The guild promised a new dyke.", "strengthened"),
    ("not done", "The guild vowed to keep the mill.", "The guild said it would not keep the mill.", "act_changed"),
    ("done", "The guild vowed to rebuild the mill.", "The guild said it had rebuilt the mill.", "act_changed"),
];

const UNSHOWN: &[Case] = &[
    ("no sign", "Investigators ruled out arson at the mill.", "Investigators found no sign of arson at the mill.", "softened"),
    ("ruled out now", "The coastguard found no trace of a second boat.", "The coastguard ruled out a second boat.", "strengthened"),
    ("said so", "The army denied a massacre at Okeri.", "The army said there was no proof of a massacre at Okeri.", "softened"),
];

#[test]
fn another_act_on_the_same_is_told_whether_or_not_a_claim_is_read() {
    check(ACTS);
}

#[test]
fn who_announces_what_they_threatened_does_another_thing() {
    check(THREATS);
}

#[test]
fn who_only_says_what_they_will_do_promises_less() {
    check(PROMISES);
}

#[test]
fn what_nothing_shows_is_turned_down_with_less_force() {
    check(UNSHOWN);
}

#[test]
fn who_stands_by_what_they_owned_up_to_or_doubts_what_they_hoped_does_another_thing() {
    check(STANCES);
}
