//! Topics that a story is tracked for: how each is mentioned, its states, and the cues of each (`data/topics/*.toml`).
//!
//! Those of [`FILES`] are built in; [`Topics::with`] adds a user's own. The form of a file is told in `data/topics/README.md`; matching its
//! cues against a text is left to `claims::status`.
//!
//! Reading order: this → `file` → `cue` → `polarity`.

mod cue;
mod file;
mod polarity;

use std::sync::{LazyLock, OnceLock};

use super::word_map::WordMap;

pub use cue::{Cue, Step, opening};
pub use file::TopicError;
pub use polarity::{POLARITY, POLARITY_COLUMNS, Polarity, polarity};

/// States that topics share by `extends`, each file by its path; what they are of is mentioned in the topics.
pub const SHARED: &[(&str, &str)] = &[
    ("topics/closure.toml", include_str!("../../../data/topics/closure.toml")),
    ("topics/measure.toml", include_str!("../../../data/topics/measure.toml")),
    ("topics/ballot.toml", include_str!("../../../data/topics/ballot.toml")),
];

/// The built-in topics, each file by its path.
pub const FILES: &[(&str, &str)] = &[
    ("topics/ceasefire.toml", include_str!("../../../data/topics/ceasefire.toml")),
    ("topics/talks.toml", include_str!("../../../data/topics/talks.toml")),
    ("topics/border.toml", include_str!("../../../data/topics/border.toml")),
    ("topics/inquiry.toml", include_str!("../../../data/topics/inquiry.toml")),
    ("topics/trial.toml", include_str!("../../../data/topics/trial.toml")),
    ("topics/strike.toml", include_str!("../../../data/topics/strike.toml")),
    ("topics/evacuation.toml", include_str!("../../../data/topics/evacuation.toml")),
    ("topics/recall.toml", include_str!("../../../data/topics/recall.toml")),
    ("topics/custody.toml", include_str!("../../../data/topics/custody.toml")),
    ("topics/suspension.toml", include_str!("../../../data/topics/suspension.toml")),
    ("topics/lawsuit.toml", include_str!("../../../data/topics/lawsuit.toml")),
    ("topics/vote.toml", include_str!("../../../data/topics/vote.toml")),
    ("topics/election.toml", include_str!("../../../data/topics/election.toml")),
    ("topics/curfew.toml", include_str!("../../../data/topics/curfew.toml")),
    ("topics/emergency.toml", include_str!("../../../data/topics/emergency.toml")),
    ("topics/sanctions.toml", include_str!("../../../data/topics/sanctions.toml")),
    ("topics/restriction.toml", include_str!("../../../data/topics/restriction.toml")),
    ("topics/search.toml", include_str!("../../../data/topics/search.toml")),
    ("topics/fire.toml", include_str!("../../../data/topics/fire.toml")),
    ("topics/exchange.toml", include_str!("../../../data/topics/exchange.toml")),
    ("topics/aid.toml", include_str!("../../../data/topics/aid.toml")),
    ("topics/takeover.toml", include_str!("../../../data/topics/takeover.toml")),
    ("topics/plant.toml", include_str!("../../../data/topics/plant.toml")),
    ("topics/road.toml", include_str!("../../../data/topics/road.toml")),
    ("topics/airport.toml", include_str!("../../../data/topics/airport.toml")),
    ("topics/school.toml", include_str!("../../../data/topics/school.toml")),
    ("topics/service.toml", include_str!("../../../data/topics/service.toml")),
    ("topics/matter.toml", include_str!("../../../data/topics/matter.toml")),
];

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
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// How it is called.
    pub name: String,
    /// Its states are of whatever a sentence is about: they count in the outlet's own voice alone, and the topic is called by the noun.
    pub is_unnamed: bool,
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
        let mention = || self.mentions.first().map_or_else(String::new, |row| row.join(" "));
        self.read.get_or_init(|| file::states(self.file, mention()).expect(TESTED))
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

/// Why a built-in file can be read.
const TESTED: &str = "the tests read every built-in file whole";

static BUILTIN: LazyLock<Topics> =
    LazyLock::new(|| Topics::of(FILES.iter().map(|(_, file)| file::built_in(file).expect(TESTED)).collect()));

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
        let new = file::topic(toml)?;
        self.topics.retain(|known| known.name != new.name);
        self.topics.push(new);
        Ok(Topics::of(self.topics))
    }

    fn of(topics: Vec<Topic>) -> Topics {
        let mut openers: WordMap<Vec<Opened>, String> = WordMap::default();
        for (topic, known) in topics.iter().enumerate() {
            for (row, role) in known.rows() {
                let Some((first, rest)) = row.split_first() else { continue };
                // The words of states are given in the forms that they have.
                let endings = if known.is_unnamed { &ENDINGS[..1] } else { &ENDINGS };
                for ending in endings {
                    openers.entry([first.as_str(), ending].concat()).push(Opened { topic, role, rest: rest.to_vec() });
                }
            }
        }
        Topics { topics, openers }
    }

    /// The rows of all topics that can begin with `word` (lower case).
    pub(crate) fn opened_by(&self, word: &str) -> &[Opened] {
        self.openers.get(word).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_file_is_read() {
        for (_, file) in FILES {
            let whole = file::topic(file).expect("a built-in topic file can be read");
            let later = file::built_in(file).expect("what stands before its states can be read");
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
            ("name = \"x\"\nmentions = [\"x\"]\nextends = \"clozure\"", "closure"),
        ] {
            let error = Topics::default().with(file).expect_err("the file is wrong").to_string();
            assert!(error.contains(part), "{error}");
        }
    }

    #[test]
    fn no_name_of_a_topic_or_a_state_has_a_slash_and_a_state_is_one_word() {
        let file = |topic: &str, state: &str, negated: &str| {
            format!("name = \"{topic}\"\nmentions = [\"x\"]\n[[state]]\nname = \"{state}\"\ncues = [\"x\"]\nnegated = \"{negated}\"")
        };
        assert!(Topics::default().with(&file("tram", "shut", "open")).is_ok());
        for (topic, state, negated) in [("a/b", "shut", ""), ("tram", "a/b", ""), ("tram", "shut", "a/b")] {
            let error = Topics::default().with(&file(topic, state, negated)).expect_err("a slash").to_string();
            assert!(error.contains("\"a/b\" has a slash"), "{error}");
        }
        let error = Topics::default().with(&file("night tram", "not running", "")).expect_err("a blank").to_string();
        assert!(error.contains("the state \"not running\" has a blank; write \"not_running\""), "{error}");
    }

    #[test]
    fn a_cue_of_endless_steps_is_refused() {
        let file = |steps: usize| {
            let cue = vec!["x"; steps].join(" ");
            format!("name = \"x\"\nmentions = [\"x\"]\n[[state]]\nname = \"s\"\ncues = [\"{cue}\"]")
        };
        assert!(Topics::default().with(&file(60)).is_ok());
        let error = Topics::default().with(&file(61)).expect_err("too many").to_string();
        assert!(error.contains("at most 60 steps, not 61"), "{error}");
    }

    #[test]
    fn a_topic_takes_over_the_states_and_the_words_of_what_it_extends() {
        let file = "name = \"tram\"\nextends = \"road\"\nmentions = [\"tram\"]\n[[state]]\nname = \"sold\"\ncues = [\"sold .. @\"]";
        let topics = Topics::default().with(file).expect("the file is right");
        let names: Vec<&str> = topics.topics[0].states().iter().map(|state| state.name.as_str()).collect();
        let road = Topics::builtin().topics.iter().find(|topic| topic.name == "road").expect("a built-in topic");
        assert_eq!(names[0], "sold");
        assert!(names[1..].iter().copied().eq(road.states().iter().map(|state| state.name.as_str())));
        assert_eq!(topics.topics[0].states()[1].example.replace("tram", "road"), road.states()[0].example);
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
}
