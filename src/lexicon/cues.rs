//! Cues: the words that carry an act (`data/en/cues.tsv`), with what they say of certainty, polarity and distance, and the
//! frames in which they do so.
//!
//! A cue is a head word, which is inflected, and the words that must follow it as they stand ("call on"). Where a head has several
//! rows ("call", "call on", "call for"), the longest that fits decides; `claims::cues` sees to that.

use std::sync::LazyLock;

use super::roles::roles;
use super::tsv;
use crate::kinds::{Act, Certainty, Distance};

roles! {
    /// What a cue's head is.
    pub Part {
    /// say, deny, call on
    Verb = "verb",
    /// claim, accusation
    Noun = "noun",
    /// confident, critical: after a form of "be"
    Adjective = "adjective",
    /// according to
    Preposition = "preposition",
    /// reportedly
    Adverb = "adverb",
    /// a colon after a name
    Mark = "mark",
    }
}

roles! {
    /// What can stand with a cue.
    pub Frame {
    /// A clause, with or without "that", before or after.
    That = "that",
    /// A quotation, before or after.
    Quote = "quote",
    /// An infinitive.
    To = "to",
    /// A noun phrase that is (or names) what is asserted.
    Object = "object",
    /// A noun phrase that is (also) whom the act is aimed at.
    Target = "target",
    /// A noun phrase that is only spoken to, before the content.
    Addressee = "addressee",
    /// A prepositional phrase ("of lying", "about the risks").
    Prepositional = "prep",
    /// "as" and what it is taken for.
    As = "as",
    /// Its object is laid on somebody or something, named after the preposition of `aims` ("blamed the fire on the owner").
    Onto = "onto",
    /// A passive that names nobody still is a claim ("was accused of").
    Agentless = "agentless",
    /// What is asserted is put as the verb's subject and an infinitive, and nobody asserts it ("X seems to Y").
    Raised = "raised",
    /// A noun phrase, "at", and a number ("put the loss at two million").
    At = "at",
    /// A number, or a noun phrase with one, of which somebody keeps count ("counted 9,000 marchers").
    Figure = "figure",
    /// A noun phrase whose words are passed on, "as" and a participle of saying ("quoted a guard as saying").
    Relay = "relay",
    /// Its object is taken only where it is words, or what words ask or offer: "rejected the bid", not "rejected the engine".
    Words = "words",
    /// Done to a person or to things that are counted it is a plain deed, and so it is where its subject cannot speak: "claimed victory",
    /// not "the flood claimed 40 lives".
    Deed = "deed",
    /// It is a blow, and no words, by what is hit or by who hits: "attacked the plan", not "attacked the port".
    Blow = "blow",
    /// So it is where those who bear arms or nobody who can speak does it; else it is words: "the storm blasted the coast".
    Gibe = "gibe",
    /// An infinitive right behind it may tell what its subject would like to be, and asks nobody ("wants to be a vet").
    Wish = "wish",
    /// Only a court, or those who sit in one, can be the subject ("the inquest heard that").
    Court = "court",
    /// Nothing: the verb by itself is the act ("apologised", "pleaded not guilty").
    Alone = "alone",
    /// What the noun is given to stands between the verb that brings it and the noun ("gave the plan a cautious welcome").
    Given = "given",
    /// What the verb before the noun has for its subject drew it from somebody ("the plan drew criticism from farmers").
    Drawn = "drawn",
    /// Somebody, a time limit, and what is to be done by then ("gave the rebels until Friday to leave").
    Deadline = "deadline",
    /// "in" before whoever owns the noun, and beside it what they think ("in the ministry's view, nine died").
    In = "in",
    /// "by" before whoever owns the noun, and beside it what they say ("by the ministry's count, nine died").
    By = "by",
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Cue {
    /// Head and following words, as in the file.
    pub wording: &'static str,
    /// The head's lemma.
    pub head: &'static str,
    /// The words that must follow the head.
    pub rest: Vec<&'static str>,
    /// What the head is.
    pub part: Part,
    /// What the source does.
    pub act: Act,
    /// How firmly the source puts it.
    pub certainty: Certainty,
    /// The content is said not to be so.
    pub negative: bool,
    /// How the writer stands to it.
    pub distance: Distance,
    frames: u32,
}

impl Cue {
    /// The cue can stand in `frame`.
    pub fn takes(&self, frame: Frame) -> bool {
        self.frames & 1 << frame as u32 != 0
    }

    /// The cue can stand in `frame` and in no other.
    pub fn takes_only(&self, frame: Frame) -> bool {
        self.frames == 1 << frame as u32
    }
}

/// The columns.
pub const COLUMNS: &[&str] = &["cue", "part", "act", "certainty", "polarity", "distance", "frames", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/cues.tsv");

static TABLE: LazyLock<Vec<Cue>> = LazyLock::new(|| tsv::rows::<9>(FILE).filter_map(read).collect());

/// All rows in file order.
pub fn all() -> &'static [Cue] {
    &TABLE
}

/// Each row with a sentence in which it is a cue of its act, and one that holds the word and no such claim.
#[cfg(test)]
pub fn examples() -> impl Iterator<Item = (&'static Cue, [&'static str; 2])> {
    all().iter().zip(tsv::rows::<9>(FILE).map(|[.., example, counter]| [example, counter]))
}

/// The row of the mark that can stand for a verb of saying ("Minister: prices to fall").
pub fn mark() -> Option<&'static Cue> {
    static MARK: LazyLock<Option<&'static Cue>> = LazyLock::new(|| all().iter().find(|cue| cue.part == Part::Mark));
    *MARK
}

/// Whoever does what this verb (its lemma) means only says something, or only confirms it: "comment", "discuss"; "confirm". With the word
/// that follows, it may be another verb: "rule", "rule out".
pub fn only_says(verb: &str, next: &str) -> Option<Act> {
    let rows = |wording: &str| all().iter().filter(|cue| cue.wording == wording && cue.part == Part::Verb).collect::<Vec<&Cue>>();
    let both = rows(&format!("{verb} {next}"));
    let verbs = if both.is_empty() { rows(verb) } else { both };
    verbs.iter().map(|cue| cue.act).find(|act| matches!(act, Act::State | Act::Confirm))
}

fn read([wording, part, act, certainty, polarity, distance, frames, ..]: [&'static str; 9]) -> Option<Cue> {
    let mut words = wording.split(' ');
    let bits = frames.split(',').filter_map(Frame::of).fold(0, |bits, frame| bits | 1 << frame as u32);
    Some(Cue {
        wording,
        head: words.next()?,
        rest: words.collect(),
        part: Part::of(part)?,
        act: act.parse().ok()?,
        certainty: certainty.parse().ok()?,
        negative: polarity == "negative",
        distance: distance.parse().ok()?,
        frames: bits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_read_and_is_unique() {
        assert_eq!(tsv::check(FILE, COLUMNS), Ok(()));
        for row in tsv::rows::<9>(FILE) {
            assert!(read(row).is_some(), "{row:?}");
            for frame in row[6].split(',').filter(|name| !name.is_empty()) {
                assert!(Frame::of(frame).is_some(), "{row:?}");
            }
        }
        let mut keys: Vec<_> = all().iter().map(|cue| (cue.wording, cue.part as u8)).collect();
        keys.sort_unstable();
        let rows = keys.len();
        keys.dedup();
        assert_eq!(rows, keys.len(), "a cue stands twice");
    }
}
