//! Inflection: the forms that a regular English verb or noun takes. Irregular forms are data (`data/en/irregular.tsv`).
//!
//! Known failure: doubling of the last consonant is read from the spelling alone, so `offer` and `refer` are told apart by the file
//! of irregular forms and not by stress.

/// The forms of a verb, as bits, since one spelling can be several ("put").
pub mod form {
    /// say
    pub const BASE: u8 = 1;
    /// says
    pub const PRESENT: u8 = 2;
    /// said, denied
    pub const PAST: u8 = 4;
    /// said, written
    pub const PARTICIPLE: u8 = 8;
    /// saying
    pub const GERUND: u8 = 16;
}

/// The regular third person, past and gerund of `lemma`.
pub fn regular(lemma: &str) -> [String; 3] {
    [present(lemma), past(lemma), gerund(lemma)]
}

/// The regular plural of a noun is spelt as the third person of a verb.
pub fn present(lemma: &str) -> String {
    if let Some(stem) = consonant_y(lemma) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| lemma.ends_with(end)) || matches!(lemma, "go" | "do" | "echo" | "veto");
    format!("{lemma}{}", if hisses { "es" } else { "s" })
}

/// The one of which `plural` are many, where it is a regular plural: "days", "cities"; else the word itself.
pub fn singular(plural: &str) -> String {
    let Some(stem) = plural.strip_suffix('s').filter(|_| is_plural(plural)) else { return plural.to_owned() };
    if let Some(stem) = stem.strip_suffix("ie").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let hisses = stem.strip_suffix('e').filter(|stem| ["ss", "x", "ch", "sh"].iter().any(|end| stem.ends_with(end)));
    hisses.unwrap_or(stem).to_owned()
}

/// It is spelt as a plural: "claims", and not "class". Known failure: so are "gas" and "bus".
pub fn is_plural(word: &str) -> bool {
    can_be_plural(word) && !word.ends_with("ss")
}

/// It ends in an s, as a plural does, and as "class" does: asked where a singular must be sure.
pub fn can_be_plural(word: &str) -> bool {
    word.ends_with('s')
}

/// It ends as a Latin or Greek plural does: "data", and "militia".
pub fn can_be_latin_plural(word: &str) -> bool {
    ["ta", "ia"].iter().any(|ending| word.ends_with(ending))
}

/// It names a people as it stands: "the British", "the Dutch", "the Portuguese".
pub fn can_be_people(word: &str) -> bool {
    ["sh", "ch", "ese"].iter().any(|ending| word.ends_with(ending))
}

/// The forms that the ending of a word in small letters tells, of a verb that no table knows: "sacked", "looting".
pub fn by_ending(word: &str) -> u8 {
    match word.len() {
        0..=4 => 0,
        _ if word.ends_with("ed") => form::PAST | form::PARTICIPLE,
        6.. if word.ends_with("ing") => form::GERUND,
        _ => 0,
    }
}

/// It is spelt as an adverb: "sharply". Known failure: so are "family" and "supply".
pub fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
}

fn past(lemma: &str) -> String {
    if let Some(stem) = consonant_y(lemma) {
        return format!("{stem}ied");
    }
    match doubled(lemma) {
        Some(last) => format!("{lemma}{last}ed"),
        None if lemma.ends_with('e') => format!("{lemma}d"),
        None => format!("{lemma}ed"),
    }
}

fn gerund(lemma: &str) -> String {
    if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    match (doubled(lemma), lemma.strip_suffix('e')) {
        (Some(last), _) => format!("{lemma}{last}ing"),
        (None, Some(stem)) if !stem.ends_with(['e', 'o']) => format!("{stem}ing"),
        _ => format!("{lemma}ing"),
    }
}

/// How Britain spells a form of `lemma` that is regular in America: "signalled" of "signal", "theorised" of "theorize".
pub fn british(lemma: &str, spelling: &str) -> Option<String> {
    if let Some(stem) = lemma.strip_suffix("ize") {
        return spelling.strip_prefix(stem)?.strip_prefix("iz").map(|ending| format!("{stem}is{ending}"));
    }
    let doubles = ["al", "el", "il", "ol", "ul"].iter().any(|end| lemma.ends_with(end)) && doubled(lemma).is_none();
    let ending = spelling.strip_prefix(lemma).filter(|ending| doubles && matches!(*ending, "ed" | "ing"))?;
    Some(format!("{lemma}l{ending}"))
}

fn consonant_y(lemma: &str) -> Option<&str> {
    lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// The last letter where a short word doubles it: one vowel between consonants, one syllable.
fn doubled(lemma: &str) -> Option<char> {
    let mut letters = lemma.chars().rev();
    let (last, vowel, before) = (letters.next()?, letters.next()?, letters.next()?);
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let syllables = lemma.chars().filter(|letter| is_vowel(*letter)).count();
    let doubles = syllables == 1 && is_vowel(vowel) && !is_vowel(before) && !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y' | 'h');
    doubles.then_some(last)
}

#[cfg(test)]
mod tests {
    use super::{british, regular};

    #[test]
    fn britain_doubles_an_l_and_writes_s_for_z() {
        assert_eq!(british("signal", "signaled").as_deref(), Some("signalled"));
        assert_eq!(british("label", "labeling").as_deref(), Some("labelling"));
        assert_eq!(british("theorize", "theorizing").as_deref(), Some("theorising"));
        assert_eq!(british("signal", "signals"), None);
        assert_eq!(british("warn", "warned"), None);
    }

    #[test]
    fn regular_verbs_take_their_endings() {
        for (lemma, forms) in [
            ("deny", ["denies", "denied", "denying"]),
            ("accuse", ["accuses", "accused", "accusing"]),
            ("slam", ["slams", "slammed", "slamming"]),
            ("warn", ["warns", "warned", "warning"]),
            ("stress", ["stresses", "stressed", "stressing"]),
            ("claim", ["claims", "claimed", "claiming"]),
            ("agree", ["agrees", "agreed", "agreeing"]),
            ("vow", ["vows", "vowed", "vowing"]),
        ] {
            assert_eq!(regular(lemma), forms, "{lemma}");
        }
    }
}
