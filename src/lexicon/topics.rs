//! Topics that a story is tracked for: how each is mentioned, its states, and the cues of each (`data/topics/*.toml`).
//!
//! Those of [`FILES`] are built in; [`Topics::with`] adds a user's own. The pattern language is told in `data/topics/README.md`; matching
//! it against a text is left to `claims::status`.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::tsv;
use super::word_map::WordMap;

/// The built-in files, each by its path.
pub const FILES: &[(&str, &str)] = &[
    ("topics/ceasefire.toml", include_str!("../../data/topics/ceasefire.toml")),
    ("topics/talks.toml", include_str!("../../data/topics/talks.toml")),
    ("topics/border.toml", include_str!("../../data/topics/border.toml")),
    ("topics/inquiry.toml", include_str!("../../data/topics/inquiry.toml")),
    ("topics/trial.toml", include_str!("../../data/topics/trial.toml")),
    ("topics/strike.toml", include_str!("../../data/topics/strike.toml")),
    ("topics/evacuation.toml", include_str!("../../data/topics/evacuation.toml")),
    ("topics/recall.toml", include_str!("../../data/topics/recall.toml")),
    ("topics/suspension.toml", include_str!("../../data/topics/suspension.toml")),
    ("topics/lawsuit.toml", include_str!("../../data/topics/lawsuit.toml")),
    ("topics/vote.toml", include_str!("../../data/topics/vote.toml")),
    ("topics/search.toml", include_str!("../../data/topics/search.toml")),
    ("topics/fire.toml", include_str!("../../data/topics/fire.toml")),
    ("topics/exchange.toml", include_str!("../../data/topics/exchange.toml")),
    ("topics/aid.toml", include_str!("../../data/topics/aid.toml")),
    ("topics/takeover.toml", include_str!("../../data/topics/takeover.toml")),
    ("topics/plant.toml", include_str!("../../data/topics/plant.toml")),
    ("topics/road.toml", include_str!("../../data/topics/road.toml")),
    ("topics/airport.toml", include_str!("../../data/topics/airport.toml")),
    ("topics/school.toml", include_str!("../../data/topics/school.toml")),
    ("topics/service.toml", include_str!("../../data/topics/service.toml")),
];

/// Columns of the file of denying and imagining words.
pub const POLARITY_COLUMNS: &[&str] = &["form", "kind", "example", "counter"];

/// The file of denying and imagining words.
pub const POLARITY: &str = include_str!("../../data/en/polarity.tsv");

/// One step of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of these words.
    Word(Forms),
    /// None of these words stands here; takes no word itself.
    Not(Forms),
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
}

impl Cue {
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

/// What a word of a mention may end in besides: nothing, the plural, the possessives.
pub const ENDINGS: [&str; 4] = ["", "s", "'s", "s'"];

/// A state of a topic.
#[derive(Clone, Debug)]
pub struct State {
    /// How it is called.
    pub name: String,
    /// What says so.
    pub cues: Vec<Cue>,
    /// What a denied cue says instead.
    pub negated: Option<String>,
    /// What a merely imagined cue says instead.
    pub unreal: Option<String>,
    /// What a cue says instead of what is only to come.
    pub later: Option<String>,
    /// A text that gives the state.
    pub example: String,
    /// A text that does not.
    pub counter: String,
}

/// Something that is tracked.
#[derive(Clone, Debug)]
pub struct Topic {
    /// How it is called.
    pub name: String,
    /// Words by which a text mentions it, each a row of words in lower case.
    pub mentions: Vec<Vec<String>>,
    /// Words that mention it too, in a text that has one of the others or of `beside`; where that is empty, the name of a place with them
    /// does.
    pub nearby: Vec<Vec<String>>,
    /// Words that mention nothing, but make a text one in which `nearby` mention the topic.
    pub beside: Vec<Vec<String>>,
    /// Words in which a mention is none.
    pub except: Vec<Vec<String>>,
    /// Its states; of a built-in topic they are read from its file when a text first mentions it, since few texts mention most.
    read: OnceLock<Vec<State>>,
    /// The file of a built-in topic.
    file: &'static str,
}

impl Topic {
    /// Its states, the ones that win first.
    pub fn states(&self) -> &[State] {
        // The tests read every built-in file whole.
        self.read.get_or_init(|| topic(self.file).ok().and_then(|topic| topic.read.into_inner()).unwrap_or_default())
    }

    /// The state that a denial of the state `name` gives.
    pub fn contrary(&self, name: &str) -> Option<&str> {
        self.states().iter().filter(|state| state.name == name).find_map(|state| state.negated.as_deref())
    }

    /// Its rows of words, with what each does.
    fn rows(&self) -> impl Iterator<Item = (&Vec<String>, Role)> {
        self.mentions
            .iter()
            .map(|row| (row, Role::Mention))
            .chain(self.nearby.iter().map(|row| (row, Role::Nearby)))
            .chain(self.beside.iter().map(|row| (row, Role::Beside)))
    }
}

/// What a row of words does for a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It mentions the topic.
    Mention,
    /// It mentions the topic in some texts, see [`Topic::nearby`].
    Nearby,
    /// It makes a text one of those, see [`Topic::beside`].
    Beside,
}

/// A row of words by its first.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The topic's place.
    pub topic: usize,
    /// What the row does.
    pub role: Role,
    /// Its other words.
    pub rest: Vec<String>,
}

/// The topics to look for.
#[derive(Clone, Debug, Default)]
pub struct Topics {
    /// In the order in which they were given.
    pub topics: Vec<Topic>,
    /// For each form of each first word of a row the rows that begin so: by it most words of a text are passed over.
    openers: WordMap<Vec<Opened>, String>,
}

/// Why a topic file cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TopicError {
    /// It is no TOML, or a key is missing or of another type; the message holds the line.
    #[error("cannot read the topic file: {0}")]
    Form(String),
    /// It can be read but says nothing useful.
    #[error("topic {name:?}: {why}")]
    Content {
        /// The topic's name.
        name: String,
        /// What is wrong.
        why: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    name: String,
    mentions: Vec<String>,
    #[serde(default)]
    nearby: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    state: Vec<StateFile>,
}

/// Words that cues name together, by what they call them.
type Classes = BTreeMap<String, Forms>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StateFile {
    name: String,
    cues: Vec<String>,
    negated: Option<String>,
    unreal: Option<String>,
    later: Option<String>,
    #[serde(default)]
    example: String,
    #[serde(default)]
    counter: String,
}

static BUILTIN: LazyLock<Topics> = LazyLock::new(|| {
    // The tests read every built-in file, so one that cannot be read never ships; it would only be left out.
    Topics::of(FILES.iter().filter_map(|(_, file)| built_in(file).ok()).collect())
});

impl Topics {
    /// The topics that come with the program.
    pub fn builtin() -> &'static Topics {
        &BUILTIN
    }

    /// These topics and the one that `toml` describes, which replaces one of the same name.
    ///
    /// # Errors
    /// Where it does not have the form of a topic; the error says of which state.
    pub fn with(mut self, toml: &str) -> Result<Topics, TopicError> {
        let new = topic(toml)?;
        self.topics.retain(|known| known.name != new.name);
        self.topics.push(new);
        Ok(Topics::of(self.topics))
    }

    fn of(topics: Vec<Topic>) -> Topics {
        let mut openers: WordMap<Vec<Opened>, String> = WordMap::default();
        for (topic, known) in topics.iter().enumerate() {
            for (row, role) in known.rows() {
                let Some((first, rest)) = row.split_first() else { continue };
                for ending in ENDINGS {
                    openers.entry([first, ending].concat()).push(Opened { topic, role, rest: rest.to_vec() });
                }
            }
        }
        Topics { topics, openers }
    }

    /// The rows of all topics that can begin with `word` (lower case).
    pub fn opened_by(&self, word: &str) -> &[Opened] {
        self.openers.get(word).map_or(&[], Vec::as_slice)
    }
}

/// A topic without its states, which stand behind the rest in tables of their own.
fn built_in(file: &'static str) -> Result<Topic, TopicError> {
    let head = file.split_once("\n[").map_or(file, |(head, _)| head);
    Ok(Topic { read: OnceLock::new(), file, ..topic(head)? })
}

fn topic(file: &str) -> Result<Topic, TopicError> {
    let read: TopicFile = toml::from_str(file).map_err(|error| TopicError::Form(error.to_string()))?;
    let wrong = |why: &str| TopicError::Content { name: read.name.clone(), why: why.to_owned() };
    if read.name.trim().is_empty() {
        return Err(wrong("it needs a name"));
    }
    let rows = |rows: &[String]| rows.iter().map(|row| words(row)).filter(|row| !row.is_empty()).collect::<Vec<_>>();
    let (mentions, nearby) = (rows(&read.mentions), rows(&read.nearby));
    let (beside, except) = (rows(&read.beside), rows(&read.except));
    if mentions.is_empty() {
        return Err(wrong("it needs words by which it is mentioned"));
    }
    let classes = read.words.iter().map(|(name, words)| (name.to_lowercase(), class_of(words))).collect();
    let states = read.state.into_iter().map(|state| state_of(&read.name, state, &classes)).collect::<Result<Vec<_>, _>>()?;
    Ok(Topic { name: read.name, mentions, nearby, beside, except, read: states.into(), file: "" })
}

fn state_of(topic: &str, state: StateFile, classes: &Classes) -> Result<State, TopicError> {
    let cues = state
        .cues
        .iter()
        .map(|row| {
            cue(row, classes)
                .map_err(|why| TopicError::Content { name: topic.to_owned(), why: format!("state {:?}: {why}: {row:?}", state.name) })
        })
        .collect::<Result<_, _>>()?;
    let said = |other: Option<String>| other.filter(|name| !name.is_empty());
    Ok(State {
        name: state.name,
        cues,
        negated: said(state.negated),
        unreal: said(state.unreal),
        later: said(state.later),
        example: state.example,
        counter: state.counter,
    })
}

fn words(row: &str) -> Vec<String> {
    row.split_whitespace().map(str::to_lowercase).collect()
}

/// Words that `..` and `...` stand for at most.
const NEAR: usize = 6;
const FAR: usize = 20;

fn cue(row: &str, classes: &Classes) -> Result<Cue, String> {
    let row = row.to_lowercase();
    let steps = row.split_whitespace().map(|step| step_of(step, classes)).collect::<Result<Vec<_>, _>>()?;
    let solid = |step: Option<&Step>| step.is_some_and(|step| !matches!(step, Step::Gap { .. }));
    let begins = solid(steps.first()) && !matches!(steps.first(), Some(Step::Not(_)));
    if begins && solid(steps.last()) { Ok(Cue { steps }) } else { Err("a cue must begin and end with a word or @".to_owned()) }
}

fn step_of(step: &str, classes: &Classes) -> Result<Step, String> {
    Ok(match step {
        "@" => Step::Mention,
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

fn class_of(words: &[String]) -> Forms {
    let mut class = Forms::default();
    for word in words {
        let word = word.to_lowercase();
        class.add(&word, opening_of_form(&word));
    }
    class
}

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
    /// It makes the verb that follows what somebody aims at: "to end the strike".
    Aim,
    /// It puts it before the time that is told of.
    Earlier,
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
            "aim" => Some(Polarity::Aim),
            "earlier" => Some(Polarity::Earlier),
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
    fn every_built_in_file_is_read() {
        for (_, file) in FILES {
            let whole = topic(file).expect("a built-in topic file can be read");
            let later = built_in(file).expect("what stands before its states can be read");
            assert_eq!(later.rows().collect::<Vec<_>>(), whole.rows().collect::<Vec<_>>());
            assert_eq!((later.name.as_str(), &later.except), (whole.name.as_str(), &whole.except));
            assert_eq!(later.states().len(), whole.states().len());
            assert!(!whole.states().is_empty());
        }
    }

    #[test]
    fn a_wrong_file_is_told_what_is_wrong() {
        for (file, part) in [
            ("name = 3", "cannot read"),
            ("name = \"x\"\nmentions = []", "mentioned"),
            ("name = \"x\"\nmentions = [\"x\"]\n[[state]]\nname = \"s\"\ncues = [\".. x\"]", "begin and end"),
            ("name = \"x\"\nmentions = [\"x\"]\n[[state]]\nname = \"s\"\ncues = [\"$goods .. x\"]", "\"goods\""),
        ] {
            let error = Topics::default().with(file).expect_err("the file is wrong").to_string();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn a_mention_can_begin_with_every_form_of_its_first_word() {
        let topics = Topics::default().with("name = \"talks\"\nmentions = [\"peace parley\"]").expect("the file is right");
        assert!(["peace", "peaces", "peace's", "peaces'"].iter().all(|form| topics.opened_by(form).len() == 1));
        assert!(topics.opened_by("parley").is_empty());
    }

    #[test]
    fn a_users_topic_replaces_one_of_its_name() {
        let topics = Topics::builtin().clone().with("name = \"talks\"\nmentions = [\"parley\"]").expect("the file is right");
        assert_eq!(topics.topics.iter().filter(|topic| topic.name == "talks").count(), 1);
    }

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
