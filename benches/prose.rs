//! Generated prose: words by rank, the common ones more often, in sentences of 8 to 25 of them; seeded, so that no run differs from
//! another.

use std::fmt::Write as _;

/// A small generator of pseudo-random numbers (xorshift), so that the bench needs no crate for it.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// A word, the common ones more often.
    pub fn word(&mut self) -> String {
        let end = 1 << self.below(13);
        let mut rank = self.below(end);
        let mut word = String::new();
        for _ in 0..2 + rank % 3 {
            let _ = write!(word, "{}{}", b"bcdfghklmnprstv"[(rank % 15) as usize] as char, b"aeiou"[(rank % 5) as usize] as char);
            rank = rank / 5 + 7;
        }
        word
    }

    /// The words of a sentence.
    pub fn sentence(&mut self) -> Vec<String> {
        (0..8 + self.below(18)).map(|at| if at == 0 { "Then".to_owned() } else { self.word() }).collect()
    }
}

/// Sentences as paragraphs of three.
pub fn text(sentences: &[Vec<String>]) -> String {
    sentences.chunks(3).map(|paragraph| paragraph.iter().map(|words| words.join(" ") + ". ").collect::<String>() + "\n\n").collect()
}
