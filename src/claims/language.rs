//! Whether a text is English, since cues and frames are. A text in another language gives no claims and a note that says so.
//!
//! Names tell nothing of a language, so only words without a capital are looked at. Two tests, the cheap one first: a text of which one
//! such word in [`SHARE`] is an English function word is English. Only the words of others are shown to `whatlang`, whose answer counts
//! where it calls it reliable. What is too short to tell is taken for English.
//!
//! Decided for the whole text. Known failures: a text half in English and half in another language is read as English, and the other
//! half gives no claims without a note; a foreign text all in capitals is not noticed.

use crate::text::Document;

/// One word in so many is a function word in English prose, and fewer in other languages ("a", "no", "me").
const SHARE: usize = 5;

/// How many words are looked at.
const WORDS: usize = 400;

/// Fewer words than these are too few to tell.
const FEWEST: usize = 8;

/// The name of the language that `document` is written in, where it is surely not English.
pub(super) fn foreign(document: &Document<'_>) -> Option<&'static str> {
    let words = || document.tokens.iter().filter(|token| token.is_wordlike() && !token.capital).take(WORDS);
    let (mut all, mut english) = (0, 0);
    for token in words() {
        all += 1;
        english += usize::from(!token.classes.is_open());
        // The rest cannot change it.
        if english * SHARE >= WORDS {
            return None;
        }
    }
    if all < FEWEST || english * SHARE >= all {
        return None;
    }
    let sample: Vec<&str> = words().map(|token| document.slice(token.span)).collect();
    let found = whatlang::detect(&sample.join(" ")).filter(whatlang::Info::is_reliable)?;
    (found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name())
}

/// What a reader is told of such a text.
pub(super) fn note(language: &str) -> String {
    format!("the text seems to be in {language}, not English: no claims were looked for")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOREIGN: &[(&str, &str)] = &[
        ("French", "Le maire a déclaré mardi que le pont resterait fermé jusqu’au printemps, car les travaux ont pris du retard."),
        ("Spanish", "La alcaldesa dijo el martes que el puente seguirá cerrado hasta la primavera porque las obras van con retraso."),
        (
            "Turkish",
            "Belediye başkanı salı günü köprünün ilkbahara kadar kapalı kalacağını, çünkü çalışmaların geciktiğini ve yeni bir takvim hazırlandığını söyledi.",
        ),
        ("German", "Die Bürgermeisterin sagte am Dienstag, die Brücke bleibe bis zum Frühjahr gesperrt, weil sich die Arbeiten verzögern."),
        ("Russian", "Мэр заявил во вторник, что мост останется закрытым до весны, потому что работы задерживаются."),
    ];

    const ENGLISH: &[&str] = &[
        "Mayor denies claim",
        "Oslo, Rome trade blame",
        "Minister: prices to fall",
        "Kabul says no.",
        "Ann Lee, Bo Larsen, Omar Daud, Gita Rao, Nils Berg and Kim Park voted no.",
        "TALKS STALL AS ENVOYS LEAVE ISTANBUL, BLAME TRADED, BORDER SHUT, TRUCKS STUCK",
        "The mayor said the bridge was unsafe. “Le pont est fermé,” he told reporters from Lyon, and went on in English.",
        "El Paso mayor Carlos Ruiz denied claims about San Juan de la Cruz hospital, Los Angeles Times reports",
    ];

    #[test]
    fn a_text_in_another_language_is_named() {
        for (language, text) in FOREIGN {
            assert_eq!(foreign(&Document::new(text)), Some(*language), "{text}");
        }
    }

    #[test]
    fn no_english_text_is_refused_however_short() {
        for text in ENGLISH {
            assert_eq!(foreign(&Document::new(text)), None, "{text}");
        }
    }
}
