//! What an English word shares with its inflections: the Snowball English stemmer ("Porter 2", snowballstem.org, as of version 2.0), step
//! for step. Generated ones work on buffers that are cut and filled at every step, and take ten times as long.
//!
//! Known failure: "general" and "generous" have stems of their own, "news" and "new" too, "universe" and "university" have one.

/// The stem of a word in lower case.
pub fn stem(word: &str) -> String {
    if let Some(stem) = exception(word) {
        return stem.to_owned();
    }
    let mut letters = Letters::of(word);
    if letters.all.len() < SHORTEST {
        return word.to_owned();
    }
    letters.mark();
    letters.plural();
    if !EXCEPTIONS_OF_ONE.iter().any(|whole| whole.len() == letters.all.len() && letters.ends(whole)) {
        letters.past();
        letters.last_y();
        letters.replace(LONG);
        letters.replace(MIDDLE);
        letters.drop_short();
        letters.last_letter();
    }
    letters.all.iter().map(|letter| if *letter == CONSONANT_Y { 'y' } else { *letter }).collect()
}

/// Letters of the shortest word that is cut.
const SHORTEST: usize = 3;

/// Words whose stems are not those of the steps.
fn exception(word: &str) -> Option<&str> {
    Some(match word {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" | "news" | "howe" | "atlas" | "cosmos" | "bias" | "andes" => word,
        _ => return None,
    })
}

/// Words that are left as they are once they are singular.
const EXCEPTIONS_OF_ONE: [&str; 8] = ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"];

/// A "y" that is no vowel: at the beginning, or behind a vowel.
const CONSONANT_Y: char = 'Y';

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Where what an ending must stand in begins.
#[derive(Clone, Copy)]
enum Region {
    /// Behind the first consonant that follows a vowel.
    First,
    /// The same once more within that.
    Second,
}

/// An ending, where it must stand and what takes its place.
type Ending = (&'static str, Region, &'static str);

/// A longer ending stands before a shorter one that it ends in.
const LONG: &[Ending] = &[
    ("ational", Region::First, "ate"),
    ("tional", Region::First, "tion"),
    ("enci", Region::First, "ence"),
    ("anci", Region::First, "ance"),
    ("abli", Region::First, "able"),
    ("entli", Region::First, "ent"),
    ("ization", Region::First, "ize"),
    ("izer", Region::First, "ize"),
    ("ation", Region::First, "ate"),
    ("ator", Region::First, "ate"),
    ("alism", Region::First, "al"),
    ("aliti", Region::First, "al"),
    ("alli", Region::First, "al"),
    ("fulness", Region::First, "ful"),
    ("ousli", Region::First, "ous"),
    ("ousness", Region::First, "ous"),
    ("iveness", Region::First, "ive"),
    ("iviti", Region::First, "ive"),
    ("biliti", Region::First, "ble"),
    ("bli", Region::First, "ble"),
    ("fulli", Region::First, "ful"),
    ("lessli", Region::First, "less"),
    ("ogi", Region::First, "og"),
    ("li", Region::First, ""),
];

/// The same.
const MIDDLE: &[Ending] = &[
    ("ational", Region::First, "ate"),
    ("tional", Region::First, "tion"),
    ("alize", Region::First, "al"),
    ("icate", Region::First, "ic"),
    ("iciti", Region::First, "ic"),
    ("ical", Region::First, "ic"),
    ("ful", Region::First, ""),
    ("ness", Region::First, ""),
    ("ative", Region::Second, ""),
];

/// Endings that are dropped; a longer one stands before a shorter one that it ends in.
const DROPPED: [&str; 18] =
    ["ement", "ment", "ent", "ance", "ence", "able", "ible", "ant", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

/// A word that is cut at its end.
struct Letters {
    all: Vec<char>,
    first: usize,
    second: usize,
}

impl Letters {
    fn of(word: &str) -> Letters {
        let mut all = Vec::with_capacity(word.len() + 1);
        all.extend(word.chars());
        Letters { all, first: 0, second: 0 }
    }

    /// Tells the regions and the "y"s that are no vowels.
    fn mark(&mut self) {
        if self.all[0] == '\'' {
            self.all.remove(0);
        }
        for at in 0..self.all.len() {
            if self.all[at] == 'y' && (at == 0 || is_vowel(self.all[at - 1])) {
                self.all[at] = CONSONANT_Y;
            }
        }
        let begun = ["gener", "commun", "arsen"].into_iter().find(|begun| begins(&self.all, begun));
        let first = begun.map_or_else(|| self.behind(0), |begun| Some(begun.len()));
        self.first = first.unwrap_or(self.all.len());
        self.second = first.and_then(|first| self.behind(first)).unwrap_or(self.all.len());
    }

    /// Behind the first consonant that follows a vowel from `from` on.
    fn behind(&self, from: usize) -> Option<usize> {
        let vowel = (from..self.all.len()).find(|at| is_vowel(self.all[*at]))?;
        (vowel..self.all.len()).find(|at| !is_vowel(self.all[*at])).map(|consonant| consonant + 1)
    }

    fn begin_of(&self, region: Region) -> usize {
        match region {
            Region::First => self.first,
            Region::Second => self.second,
        }
    }

    fn ends(&self, ending: &str) -> bool {
        // Most words and endings differ in their last letters.
        self.all.last().copied() == ending.as_bytes().last().copied().map(char::from)
            && self.all.len().checked_sub(ending.len()).is_some_and(|at| begins(&self.all[at..], ending))
    }

    /// Letters before an ending that it has.
    fn before(&self, ending: &str) -> usize {
        self.all.len() - ending.len()
    }

    fn put(&mut self, at: usize, ending: &str) {
        self.all.truncate(at);
        self.all.extend(ending.chars());
    }

    fn has_vowel_before(&self, end: usize) -> bool {
        self.all[..end].iter().any(|letter| is_vowel(*letter))
    }

    /// The first `end` letters end in a short syllable: "hop", "at".
    fn is_short(&self, end: usize) -> bool {
        match self.all[..end] {
            [vowel, consonant] => is_vowel(vowel) && !is_vowel(consonant),
            [.., before, vowel, last] => {
                !is_vowel(before) && is_vowel(vowel) && !is_vowel(last) && !matches!(last, 'w' | 'x' | CONSONANT_Y)
            }
            _ => false,
        }
    }

    /// "'s", "ties", "cats".
    fn plural(&mut self) {
        if let Some(owner) = ["'s'", "'s", "'"].into_iter().find(|owner| self.ends(owner)) {
            self.all.truncate(self.before(owner));
        }
        if self.ends("sses") {
            self.all.truncate(self.before("es"));
        } else if self.ends("ied") || self.ends("ies") {
            let at = self.before("ies");
            self.put(at, if at >= 2 { "i" } else { "ie" });
        } else if self.ends("s") && !self.ends("us") && !self.ends("ss") {
            let at = self.before("s");
            if at > 0 && self.has_vowel_before(at - 1) {
                self.all.truncate(at);
            }
        }
    }

    /// "agreed", "hopping", "hoped".
    fn past(&mut self) {
        let Some(ending) = ["eedly", "ingly", "edly", "eed", "ing", "ed"].into_iter().find(|ending| self.ends(ending)) else { return };
        let at = self.before(ending);
        if ending.starts_with("ee") {
            if self.first <= at {
                self.put(at, "ee");
            }
            return;
        }
        if !self.has_vowel_before(at) {
            return;
        }
        self.all.truncate(at);
        let is_double =
            matches!(self.all[..], [.., one, other] if one == other && matches!(one, 'b' | 'd' | 'f' | 'g' | 'm' | 'n' | 'p' | 'r' | 't'));
        if self.ends("at") || self.ends("bl") || self.ends("iz") || !is_double && at == self.first && self.is_short(at) {
            self.all.push('e');
        } else if is_double {
            self.all.pop();
        }
    }

    /// "cry", and not "by" or "say".
    fn last_y(&mut self) {
        if let [_, .., before, last @ ('y' | CONSONANT_Y)] = &mut self.all[..]
            && !is_vowel(*before)
        {
            *last = 'i';
        }
    }

    /// Puts the first of `endings` that the word has for what stands in its place.
    fn replace(&mut self, endings: &[Ending]) {
        let Some((ending, region, other)) = endings.iter().find(|(ending, ..)| self.ends(ending)) else { return };
        let at = self.before(ending);
        let follows = |letters: &str| at.checked_sub(1).is_some_and(|before| letters.contains(self.all[before]));
        let fits = match *ending {
            "ogi" => follows("l"),
            "li" => follows("cdeghkmnrt"),
            _ => true,
        };
        if fits && self.begin_of(*region) <= at {
            self.put(at, other);
        }
    }

    fn drop_short(&mut self) {
        let Some(ending) = DROPPED.into_iter().find(|ending| self.ends(ending)) else { return };
        let at = self.before(ending);
        let fits = ending != "ion" || at.checked_sub(1).is_some_and(|before| matches!(self.all[before], 's' | 't'));
        if fits && self.second <= at {
            self.all.truncate(at);
        }
    }

    /// "hope", "roll".
    fn last_letter(&mut self) {
        let Some(at) = self.all.len().checked_sub(1) else { return };
        let is_dropped = match self.all[at] {
            'e' => self.second <= at || self.first <= at && !self.is_short(at),
            'l' => self.second <= at && self.all[..at].ends_with(&['l']),
            _ => false,
        };
        if is_dropped {
            self.all.pop();
        }
    }
}

fn begins(letters: &[char], ascii: &str) -> bool {
    letters.len() >= ascii.len() && letters.iter().zip(ascii.bytes()).all(|(letter, byte)| *letter == char::from(byte))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_stemmers::{Algorithm, Stemmer};

    use super::{DROPPED, EXCEPTIONS_OF_ONE, LONG, MIDDLE, stem};
    use crate::lexicon::{cues, tsv};

    #[track_caller]
    fn check(word: &str) {
        assert_eq!(stem(word), Stemmer::create(Algorithm::English).stem(word), "{word}");
    }

    #[test]
    fn words_have_the_stems_that_snowball_gives_them() {
        let exceptions = "skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos bias andes";
        let odd = "'tis 's s' ''s yes syyyed by say cry hopping hoped hop agreed bleed feed feedly tied ties ied gas this misses us yy eed \
            generously communism arsenal owed bedly eing roll rolled controll free tee e ee cafés naïvely éed ées sayings 'yes";
        exceptions.split(' ').chain(odd.split_whitespace()).chain(EXCEPTIONS_OF_ONE).for_each(check);
        for [row] in tsv::rows::<1>(cues::FILE) {
            row.split(' ').for_each(check);
        }
    }

    #[test]
    fn endings_follow_one_another() {
        let endings: Vec<&str> = LONG.iter().chain(MIDDLE).map(|(ending, ..)| *ending).chain(DROPPED).collect();
        let more = ["", "s", "ed", "ing", "ly", "'s", "y", "edly", "eed", "e", "l", "ies", "sses"];
        for begun in ["", "b", "ba", "bab", "babab", "gener", "ay", "babl", "st", "bas", "bat", "boll", "ox"] {
            for ending in &endings {
                more.iter().for_each(|last| check(&format!("{begun}{ending}{last}")));
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

        #[test]
        fn any_word_has_the_stem_that_snowball_gives_it(word in "[abegilnorstuyé']{0,9}(|at|bl|ion|al|ing|ed|e|ly|li|iti|ive|ness|s|y|'s)") {
            check(&word);
        }
    }
}
