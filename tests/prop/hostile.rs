//! Texts that are made to be slow to read. `claims` reads each of them whole; `benches/linear.rs` holds them to linear time.

/// Texts are these over and over; `#` is a number that no other repetition has.
const UNITS: &[&str] = &[
    "he said that she said ",
    "SAID LEE, ",
    "“",
    "“ said Lee ",
    "Lee, who said, ",
    "a charge which Lee denied, ",
    ": “a” ",
    "and who said and ",
    "agreed that he agreed that ",
    "the allegation that the charge that ",
    "asked about, asked whether ",
    "one: “a b c d e f” ",
    "le la les ",
    "a.",
    "$",
    "AFP reported that it rained, citing police in Lima. ",
    "The ministers’ aides’ ",
    "Killed 12 or more and up to 14. ",
    "X# Ferries sank. X# sank. ",
    "“A#,” said Ann Lee#. ",
    "Correction: It was #. ",
    "The firm paid £#m in fines. ",
    "£#m, # jobs and ",
    "Police said # people were held. ",
    "Lawyers for spokesmen for lawyers for spokesmen for lawyers for spokesmen for lawyers for spokesmen for lawyers for spokesmen for \
     lawyers for spokesmen for lawyers for spokesmen for lawyers for people said no. ",
];

/// Of these the first over and over, and then the second as often.
const HALVES: &[(&str, &str)] = &[("‘a ", "\" "), ("“ ", "a’ "), ("Brasel# said it. ", "The company grew. ")];

/// A text of any length.
#[derive(Debug)]
pub struct Hostile(&'static str, &'static str);

pub fn all() -> impl Iterator<Item = Hostile> {
    UNITS.iter().map(|unit| Hostile(unit, "")).chain(HALVES.iter().map(|(first, second)| Hostile(first, second)))
}

impl Hostile {
    pub fn text(&self, bytes: usize) -> String {
        let times = bytes / (self.0.len() + self.1.len());
        let repeated = |unit: &str| -> String { (0..times).map(|number| unit.replace('#', &number.to_string())).collect() };
        [repeated(self.0), repeated(self.1)].concat()
    }
}
