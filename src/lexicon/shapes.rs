//! Shapes of a publisher's words on its own text: rows of words and classes of words (`data/en/publishing.tsv`) that a line is held
//! against, as in "this {text} {is} {mended}". How a row is written says the head of `data/en/layout.tsv`, where the rows stand.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::closed::{self, Class};
use super::tsv;
use super::word_map::WordMap;

/// Columns of the file.
pub const COLUMNS: &[&str] = &["word", "class", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/publishing.tsv");

/// The classes of the file in the order in which they first stand there; a class is a bit by its place.
static CLASSES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut classes = vec!["is", "when"];
    for [_, class] in tsv::rows::<2>(FILE) {
        if !classes.contains(&class) {
            classes.push(class);
        }
    }
    classes
});

/// An auxiliary.
const IS: u32 = 1;
/// A day, a month or a number.
const WHEN: u32 = 2;

static WORDS: LazyLock<WordMap<u32>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for [word, class] in tsv::rows::<2>(FILE) {
        *words.entry(word) |= bit(class);
    }
    words
});

fn bit(class: &str) -> u32 {
    CLASSES.iter().position(|known| *known == class).map_or(0, |place| 1 << place)
}

/// What stands before a word; each holds where those after it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Before {
    /// Another word of the clause.
    Word,
    /// A comma, a colon, a dash, a bracket.
    Clause,
    /// The end of a sentence.
    Sentence,
    /// Nothing but marks.
    Nothing,
}

/// A line, whose words are read when a shape asks for them: most lines have no word of the file.
pub struct Line<'l> {
    line: &'l str,
    /// The same in lower case.
    lower: &'l str,
    /// All classes that one of its words may be of.
    classes: u32,
    words: OnceCell<Vec<Word<'l>>>,
}

struct Word<'l> {
    text: &'l str,
    classes: u32,
    before: Before,
    is_quoted: bool,
}

impl<'l> Line<'l> {
    /// `lower` is `line` in lower case.
    pub fn new(line: &'l str, lower: &'l str) -> Line<'l> {
        let listed = |word: &str| WORDS.get(bare(word)).copied().unwrap_or(0);
        let classes = lower.split_ascii_whitespace().fold(IS | WHEN, |classes, word| classes | listed(word));
        Line { line, lower, classes, words: OnceCell::new() }
    }

    fn words(&self) -> &[Word<'l>] {
        self.words.get_or_init(|| read(self.line, self.lower))
    }

    /// It begins with a bracket.
    fn is_bracketed(&self) -> bool {
        self.lower.starts_with(['(', '['])
    }

    /// Some word is of the class.
    pub fn has(&self, class: &str) -> bool {
        self.classes & bit(class) != 0
    }
}

/// The words of a line, in lower case.
fn read<'l>(line: &str, lower: &'l str) -> Vec<Word<'l>> {
    let mut words = Vec::new();
    let mut before = Before::Nothing;
    let mut is_quoted = false;
    for (written, whole) in line.split_whitespace().zip(lower.split_whitespace()) {
        let text = bare(whole);
        let begins_sentence = before == Before::Sentence && !written.starts_with(char::is_lowercase);
        let before_word = if before == Before::Sentence && !begins_sentence { Before::Clause } else { before };
        let marks = whole.matches(['"', '“', '”']).count();
        let is_opened = whole.starts_with(['"', '“']);
        if !text.is_empty() {
            words.push(Word { text, classes: classes(text), before: before_word, is_quoted: is_quoted || is_opened });
            before = Before::Word;
        }
        is_quoted ^= marks % 2 == 1;
        before = before.max(after(whole, text));
    }
    words
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    // Most words have none.
    if is_plain(word.as_bytes().first()) && is_plain(word.as_bytes().last()) {
        return word;
    }
    word.trim_matches(|mark: char| !mark.is_alphanumeric())
}

fn classes(word: &str) -> u32 {
    let closed = closed::classes(word);
    let is = if closed.has(Class::Auxiliary) { IS } else { 0 };
    let is_when = closed.has(Class::Calendar) || word.starts_with(|first: char| first.is_ascii_digit());
    WORDS.get(word).copied().unwrap_or(0) | is | if is_when { WHEN } else { 0 }
}

/// What the marks of a word are to the next one.
fn after(word: &str, bare: &str) -> Before {
    let last = word.trim_end_matches(['"', '”', '’', '\'', ')', ']']).chars().next_back();
    match last {
        Some('.' | '!' | '?') if !bare.is_empty() => Before::Sentence,
        Some(',' | ';' | ':' | '–' | '—' | '-') => Before::Clause,
        _ if word.ends_with([')', ']']) => Before::Clause,
        _ => Before::Word,
    }
}

/// A row of words that a line may hold.
pub struct Shape {
    steps: Vec<Step>,
    /// Where its first word stands.
    before: Before,
    is_bracketed: bool,
    /// Classes that a line must have words of.
    needs: u32,
    /// Words of which a line must have one, of its steps the one of the longest words: rarer than most.
    rarest: Vec<&'static str>,
}

/// The words of the file in a class; `None` for a class that has others too.
fn listed(class: u32) -> Option<Vec<&'static str>> {
    let is_of = |word: &&&'static str| WORDS.get(word).is_some_and(|classes| classes & class != 0);
    (class & (IS | WHEN) == 0).then(|| WORDS.words().filter(is_of).copied().collect())
}

/// Bytes of the shortest of `words`.
fn shortest(words: &[&str]) -> usize {
    words.iter().map(|word| word.len()).min().unwrap_or(0)
}

enum Step {
    /// Words of which one stands here, or an open choice of none.
    Word { any: Vec<&'static str>, classes: u32, is_optional: bool },
    /// Other words of the sentence.
    Gap,
}

/// Words that a gap can have.
const GAP: usize = 12;

impl Shape {
    /// As a row has it.
    pub fn read(row: &'static str) -> Shape {
        let mut shape = Shape { steps: Vec::new(), before: Before::Word, is_bracketed: false, needs: 0, rarest: Vec::new() };
        for step in row.split(' ') {
            match step {
                "^" => shape.before = Before::Nothing,
                "*" => shape.before = Before::Sentence,
                "+" => shape.before = Before::Clause,
                "(" => (shape.before, shape.is_bracketed) = (Before::Nothing, true),
                ".." => shape.steps.push(Step::Gap),
                _ => {
                    let (step, is_optional) = step.strip_suffix('?').map_or((step, false), |step| (step, true));
                    let classes = step.strip_prefix('{').and_then(|step| step.strip_suffix('}')).map_or(0, bit);
                    if !is_optional {
                        shape.needs |= classes;
                    }
                    let any: Vec<&str> = if classes == 0 { step.split('|').collect() } else { Vec::new() };
                    if !is_optional && shortest(&any) > shortest(&shape.rarest) {
                        shape.rarest.clone_from(&any);
                    }
                    shape.steps.push(Step::Word { any, classes, is_optional });
                }
            }
        }
        shape
    }

    /// A cheap test that most lines fail.
    fn may_stand_in(&self, line: &Line<'_>) -> bool {
        let first = || line.lower.split_whitespace().map(bare).find(|word| !word.is_empty()).unwrap_or_default();
        match self.steps.first() {
            Some(Step::Word { any, is_optional: false, .. }) if self.before == Before::Nothing && !any.is_empty() => any.contains(&first()),
            _ => self.rarest.is_empty() || self.rarest.iter().any(|word| line.lower.contains(word)),
        }
    }

    /// Words of which every line has one that holds it: those of the step whose shortest word is the longest.
    pub fn needed(&self) -> Vec<&'static str> {
        let needed = self.steps.iter().filter_map(|step| match step {
            Step::Word { any, classes: 0, is_optional: false } => Some(any.clone()),
            Step::Word { classes, is_optional: false, .. } => listed(*classes),
            _ => None,
        });
        needed.max_by_key(|words| shortest(words)).unwrap_or_default()
    }

    /// The line holds it.
    pub fn stands_in(&self, line: &Line<'_>) -> bool {
        if line.classes & self.needs != self.needs || self.is_bracketed && !line.is_bracketed() || !self.may_stand_in(line) {
            return false;
        }
        let words = line.words();
        let begins = |at: usize| words[at].before >= self.before && !words[at].is_quoted;
        (0..words.len()).any(|at| begins(at) && fits(&self.steps, &words[at..], true))
    }
}

/// `steps` lead through the first of `words`; none but the very first begins a sentence.
fn fits(steps: &[Step], words: &[Word<'_>], is_first: bool) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let goes_on = |word: &Word<'_>| is_first || word.before < Before::Sentence;
    match step {
        Step::Word { any, classes, is_optional } => {
            let is_here = words.first().is_some_and(|word| goes_on(word) && (word.classes & classes != 0 || any.contains(&word.text)));
            is_here && fits(rest, &words[1..], false) || *is_optional && fits(rest, words, is_first)
        }
        Step::Gap => {
            let longest = words.iter().take(GAP).take_while(|word| goes_on(word)).count();
            (0..=longest).any(|passed| fits(rest, &words[passed..], is_first && passed == 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::layout::{self, Layout};

    fn holds(row: &'static str, line: &str) -> bool {
        Shape::read(row).stands_in(&Line::new(line, &line.to_lowercase()))
    }

    #[test]
    fn a_row_stands_where_its_head_says() {
        assert!(holds("* we {regret}", "It was dry. We regret it.") && !holds("* we {regret}", "If we regret it"));
        assert!(holds("+ we {regret}", "If so, we regret it") && !holds("+ we {regret}", "If we regret it"));
        assert!(holds("^ we {regret}", "• We regret it") && !holds("^ we {regret}", "It was dry. We regret it."));
        assert!(holds("( {mends}", "[Adds a word]") && !holds("( {mends}", "Adds a word"));
    }

    #[test]
    fn a_gap_ends_with_the_sentence_and_a_quotation_is_passed_over() {
        assert!(holds("we {regret} .. {error}", "we regret, Sir, the error"));
        assert!(!holds("we {regret} .. {error}", "We regret it. The error was small."));
        assert!(!holds("we {regret}", "“We regret it,” the bank said."));
        assert!(holds("we {regret}", "The “error” is one that we regret."));
    }

    #[test]
    fn there_are_bits_for_all_classes() {
        assert!(CLASSES.len() < 32);
        for row in tsv::rows::<4>(layout::FILE).filter(|[_, place, ..]| *place == "shape").map(|[.., wording]| wording) {
            let classes = row.split(' ').filter_map(|step| step.trim_end_matches('?').strip_prefix('{')?.strip_suffix('}'));
            classes.for_each(|class| assert!(bit(class) != 0, "{row}: {class}"));
        }
    }

    #[test]
    fn every_word_makes_its_example_a_notice_and_is_none_in_its_counter() {
        let is_notice = |line: &str| layout::layout(line) == Some(Layout::Notice);
        let mut wrong = Vec::new();
        for [word, class, example, counter] in tsv::rows::<4>(FILE) {
            let at = example.to_lowercase().find(word).unwrap_or_else(|| panic!("{word}: {example}"));
            let without = format!("{}quux{}", &example[..at], &example[at + word.len()..]);
            if !is_notice(example) || is_notice(&without) || is_notice(counter) {
                wrong.push(format!("{word} {class}: {} {} {}", is_notice(example), is_notice(&without), is_notice(counter)));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
