//! Cues: rows of words, gaps and mentions by which a state is known, as they are written in a topic's file.

use std::collections::BTreeMap;

/// One step of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of these words.
    Word(Forms),
    /// None of these words stands here; takes no word itself.
    Not(Forms),
    /// The clause ends here; takes no word.
    End,
    /// A mention of the topic.
    Mention,
    /// Up to so many words; crosses commas where `far`.
    Gap {
        /// Most words that it takes.
        most: usize,
        /// Crosses commas.
        far: bool,
    },
}

/// What one step of a cue stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// Words and, with a star, what words begin with; in one string, since thousands are read before the first text is.
    forms: String,
    /// How all of them begin, see [`opening`].
    opening: u128,
}

impl Forms {
    /// Adds what `forms` has, which begin with `opening`.
    fn add(&mut self, forms: &str, opening: u128) {
        if !self.forms.is_empty() {
            self.forms.push('|');
        }
        self.forms.push_str(forms);
        self.opening |= opening;
    }

    /// `word` (lower case) is one of them; `opening` is how it begins, which most words fail.
    pub fn hold(&self, word: &str, opening: u128) -> bool {
        let is_word = |form: &[u8]| match form.strip_suffix(b"*") {
            Some(stem) => word.as_bytes().starts_with(stem),
            None => word.as_bytes() == form,
        };
        self.opening & opening != 0 && self.forms.as_bytes().split(|byte| *byte == b'|').any(is_word)
    }
}

/// A row of steps; begins with a word or a mention and ends with no gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its steps.
    pub steps: Vec<Step>,
    /// The place of the step that fewest words can be.
    rarest: Option<usize>,
}

impl Cue {
    fn new(steps: Vec<Step>) -> Cue {
        let bits = |at: &usize| if let Step::Word(forms) = &steps[*at] { Some(forms.opening.count_ones()) } else { None };
        let rarest = (0..steps.len()).filter(|at| bits(at).is_some()).min_by_key(bits);
        Cue { steps, rarest }
    }

    /// What its words can be, step by step.
    fn words(&self) -> impl Iterator<Item = &Forms> {
        self.steps.iter().filter_map(|step| if let Step::Word(forms) = step { Some(forms) } else { None })
    }

    /// How the words by which it can begin do; none where it begins with a mention.
    pub fn opening(&self) -> Option<u128> {
        if let Some(Step::Word(forms)) = self.steps.first() { Some(forms.opening) } else { None }
    }

    /// It holds a mention of the topic.
    pub fn has_mention(&self) -> bool {
        self.steps.contains(&Step::Mention)
    }

    /// One of its words is `word` (lower case), which begins with `opening`.
    pub fn holds(&self, word: &str, opening: u128) -> bool {
        self.words().any(|forms| forms.hold(word, opening))
    }

    /// A cheap test that most cues fail: `openings` are those of all words of a text, taken together.
    pub fn may_stand_among(&self, openings: u128) -> bool {
        self.words().all(|forms| forms.opening & openings != 0)
    }

    /// Another, of the cues that pass it: the rarest of its words is one of `words` (lower case), which begin with `openings`.
    pub fn has_its_rarest<W: AsRef<str>>(&self, words: &[W], openings: &[u128]) -> bool {
        let Some(Step::Word(forms)) = self.rarest.map(|at| &self.steps[at]) else { return true };
        let may_be = |at: &usize| forms.opening & openings[*at] != 0;
        (0..words.len()).filter(may_be).any(|at| forms.hold(words[at].as_ref(), openings[at]))
    }
}

/// The first two bytes of a word as one bit, which other beginnings may share.
pub fn opening(word: &str) -> u128 {
    let byte = |at| word.as_bytes().get(at).copied().map_or(0, usize::from);
    1 << ((byte(0) * 31 + byte(1)) % 128)
}

/// The same for the words that a form of a step stands for.
fn opening_of_form(form: &str) -> u128 {
    let is_short = form.strip_suffix('*').is_some_and(|stem| stem.len() < 2);
    if is_short { u128::MAX } else { opening(form) }
}

/// Lists of words that cues name together, by what they call them.
pub type Classes = BTreeMap<String, Forms>;

/// Words that `..` and `...` stand for at most.
const NEAR: usize = 6;
const FAR: usize = 20;

/// Steps of the longest cue.
const MOST_STEPS: usize = 60;

/// The cue that `row` writes; else what is wrong with it.
pub fn cue(row: &str, classes: &Classes) -> Result<Cue, String> {
    let row = row.to_lowercase();
    let steps = row.split_whitespace().map(|step| step_of(step, classes)).collect::<Result<Vec<_>, _>>()?;
    if steps.len() > MOST_STEPS {
        return Err(format!("a cue has at most {MOST_STEPS} steps, not {}", steps.len()));
    }
    let solid = |step: Option<&Step>| step.is_some_and(|step| !matches!(step, Step::Gap { .. }));
    let begins = solid(steps.first()) && !matches!(steps.first(), Some(Step::Not(_)));
    if begins && solid(steps.last()) { Ok(Cue::new(steps)) } else { Err("a cue must begin and end with a word or @".to_owned()) }
}

fn step_of(step: &str, classes: &Classes) -> Result<Step, String> {
    Ok(match step {
        "@" => Step::Mention,
        "." => Step::End,
        ".." => Step::Gap { most: NEAR, far: false },
        "..." => Step::Gap { most: FAR, far: true },
        forms => match forms.strip_prefix('!') {
            Some(others) => Step::Not(forms_of(others, classes)?),
            None => Step::Word(forms_of(forms, classes)?),
        },
    })
}

/// "truck|van", "$goods|van"
fn forms_of(step: &str, classes: &Classes) -> Result<Forms, String> {
    if !step.contains('$') {
        return Ok(Forms { forms: step.to_owned(), opening: step.split('|').fold(0, |all, form| all | opening_of_form(form)) });
    }
    let mut read = Forms::default();
    for form in step.split('|') {
        match form.strip_prefix('$') {
            Some(name) => {
                let class = classes.get(name).ok_or_else(|| format!("no words are called {name:?}"))?;
                read.add(&class.forms, class.opening);
            }
            None => read.add(form, opening_of_form(form)),
        }
    }
    Ok(read)
}

/// The words of a list.
pub fn class_of<'w>(words: impl IntoIterator<Item = &'w String>) -> Forms {
    let mut class = Forms::default();
    for word in words {
        let word = word.to_lowercase();
        class.add(&word, opening_of_form(&word));
    }
    class
}
