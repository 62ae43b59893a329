//! Words beside a cue that deny it, only imagine it or put it at another time (`data/en/polarity.tsv`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::tsv;

/// Columns of the file of denying and imagining words.
pub const POLARITY_COLUMNS: &[&str] = &["form", "kind", "example", "counter"];

/// The file of denying and imagining words.
pub const POLARITY: &str = include_str!("../../../data/en/polarity.tsv");

/// What a word before a cue does to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// It denies it.
    Negation,
    /// It denies it where a mention follows: "no inquiry was opened".
    Absence,
    /// It only imagines it: a condition, a wish, a plan.
    Unreal,
    /// It puts it after the time that is told of.
    Later,
    /// Somebody decided on it, which for some states is as good as done and for others is to come.
    Decided,
    /// It makes the verb that follows what somebody aims at or talks about: "to end the strike", "against ending it".
    Aim,
    /// It puts it before the time that is told of.
    Earlier,
    /// It dates it in the past: "two years ago".
    Past,
    /// It leaves open when something will be: "unclear when".
    Unsettled,
    /// It looks like a denial and is none: "no doubt", "not only".
    Affirms,
}

impl Polarity {
    fn named(name: &str) -> Option<Polarity> {
        match name {
            "negation" => Some(Polarity::Negation),
            "unreal" => Some(Polarity::Unreal),
            "absence" => Some(Polarity::Absence),
            "later" => Some(Polarity::Later),
            "decided" => Some(Polarity::Decided),
            "aim" => Some(Polarity::Aim),
            "earlier" => Some(Polarity::Earlier),
            "past" => Some(Polarity::Past),
            "unsettled" => Some(Polarity::Unsettled),
            "affirms" => Some(Polarity::Affirms),
            _ => None,
        }
    }
}

/// Denying and imagining forms by their first word.
type Polarities = FxHashMap<&'static str, Vec<(Vec<&'static str>, Polarity)>>;

static POLARITY_TABLE: LazyLock<Polarities> = LazyLock::new(|| {
    let mut table = Polarities::default();
    for [form, kind, ..] in tsv::rows::<4>(POLARITY) {
        let Some(polarity) = Polarity::named(kind) else { continue };
        let words: Vec<&str> = form.split(' ').collect();
        table.entry(words[0]).or_default().push((words, polarity));
    }
    for rows in table.values_mut() {
        rows.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table
});

/// What begins at the start of `words` (lower case), if a word of the table does, and how many words it takes.
pub fn polarity<W: AsRef<str>>(words: &[W]) -> Option<(Polarity, usize)> {
    let rows = POLARITY_TABLE.get(words.first()?.as_ref())?;
    rows.iter()
        .find(|(form, _)| form.len() <= words.len() && form.iter().zip(words).all(|(left, right)| *left == right.as_ref()))
        .map(|(form, polarity)| (*polarity, form.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_denying_word_stands_in_its_example_and_not_in_its_counter() {
        for [form, kind, example, counter] in tsv::rows::<4>(POLARITY) {
            let found = |text: &str| {
                let words: Vec<String> = text.trim_end_matches('.').split(' ').map(str::to_lowercase).collect();
                (0..words.len()).any(|at| polarity(&words[at..]).is_some_and(|(found, _)| Some(found) == Polarity::named(kind)))
            };
            assert!(found(example), "{form}: {example}");
            assert!(!found(counter), "{form}: {counter}");
        }
    }
}
