//! Generated news for the benchmarks: a seeded story of attributed sentences, and versions of it. Wording is ours; nothing is drawn
//! from real reports.

use std::fmt::Write as _;

/// A small generator of pseudo-random numbers (xorshift), so that a bench needs no crate for it.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// One sentence: three of four are attributed.
    pub fn sentence(&mut self) -> String {
        let who =
            ["Oslo", "the mayor", "Ann Lee, who runs the port", "two officials", "the union", "The Harbour Board", "police", "a spokesman"];
        let says = ["said", "warned", "denied", "told reporters", "claimed", "confirmed", "insisted", "announced"];
        let what =
            ["the strike would end", "the ferry had been unsafe", "talks had failed", "the bridge would stay shut", "prices were rising"];
        let when = ["on Monday", "late on Friday", "in March", "a day earlier", "this week"];
        let number = 2 + self.below(900);
        let (who, says, what, when) = (self.one(&who), self.one(&says), self.one(&what), self.one(&when));
        let sentence = match self.below(8) {
            0 => format!("“{what},” {who} {says} {when}."),
            1 => format!("According to {who}, at least {number} people were injured {when}."),
            2 => format!(
                "{who} accused {} of hiding {number} reports {when}, a charge {} denies.",
                self.one(&["Bergen", "the firm"]),
                self.one(&["it", "Bergen"])
            ),
            3 => format!("The road along the coast was closed {when} and {number} houses lost power."),
            4 => format!("Rain fell {when} over the valley."),
            _ => format!("{who} {says} {when} that {what}."),
        };
        let first = sentence.find(char::is_alphabetic).unwrap_or(0);
        format!("{}{}{}", &sentence[..first], sentence[first..first + 1].to_uppercase(), &sentence[first + 1..])
    }

    /// A report of `sentences` sentences in paragraphs of two, under a headline.
    pub fn report(&mut self, sentences: usize) -> Vec<String> {
        (0..sentences).map(|_| self.sentence()).collect()
    }
}

/// Sentences as a text.
pub fn text(sentences: &[String]) -> String {
    let mut text = String::from("Ferry talks go on\n");
    for pair in sentences.chunks(2) {
        let _ = write!(text, "\n{}\n", pair.join(" "));
    }
    text
}
