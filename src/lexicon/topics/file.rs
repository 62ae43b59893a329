//! A topic's file, read (`data/topics/README.md` tells its form).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::cue::{Classes, class_of, cue};
use super::{FILES, SHARED, State, TESTED, Topic};

/// Why a topic file cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
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

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicFile {
    name: String,
    extends: Option<String>,
    #[serde(default)]
    unnamed: bool,
    #[serde(default)]
    mentions: Vec<String>,
    #[serde(default)]
    nearby: Vec<String>,
    #[serde(default)]
    beside: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    words: Words,
    #[serde(default)]
    state: Vec<StateFile>,
}

#[derive(Clone, Deserialize)]
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

impl StateFile {
    /// Without the sentences that name what its own topic is of, which show nothing of another's.
    fn without_its_things(mut self) -> StateFile {
        for sentence in [&mut self.example, &mut self.counter] {
            if !sentence.contains('@') {
                sentence.clear();
            }
        }
        self
    }
}

/// The lists of words of a file.
type Words = BTreeMap<String, Vec<String>>;

impl TopicFile {
    fn read(file: &str) -> Result<TopicFile, TopicError> {
        toml::from_str(file).map_err(|error| TopicError::Form(error.to_string()))
    }

    fn wrong(&self, why: impl Into<String>) -> TopicError {
        TopicError::Content { name: self.name.clone(), why: why.into() }
    }

    /// A name with a slash could not be told from a topic and its state, which are written with one between them.
    fn hold_together(&self, name: &str) -> Result<(), TopicError> {
        if name.contains('/') { Err(self.wrong(format!("the name {name:?} has a slash, which parts topic and state"))) } else { Ok(()) }
    }

    /// Values of one word are shown as values, and not word by word.
    fn is_one_word(&self, state: &str) -> Result<(), TopicError> {
        match state.contains(char::is_whitespace) {
            true => {
                Err(self
                    .wrong(format!("the state {state:?} has a blank; write {:?}", state.split_whitespace().collect::<Vec<_>>().join("_"))))
            }
            false => Ok(()),
        }
    }

    /// What it says of mentions.
    fn topic(&self) -> Result<Topic, TopicError> {
        if self.name.trim().is_empty() {
            return Err(self.wrong("it needs a name"));
        }
        self.hold_together(&self.name)?;
        let rows = |rows: &[String]| rows.iter().map(|row| words(row)).filter(|row| !row.is_empty()).collect::<Vec<_>>();
        let mentions = rows(&self.mentions);
        if mentions.is_empty() {
            return Err(self.wrong("it needs words by which it is mentioned"));
        }
        let (nearby, beside, except) = (rows(&self.nearby), rows(&self.beside), rows(&self.except));
        let is_unnamed = self.unnamed;
        Ok(Topic { name: self.name.clone(), is_unnamed, mentions, nearby, beside, except, ..Topic::default() })
    }

    /// Its states and those of the file that it extends, whose states and lists of words it can lengthen.
    fn states(mut self) -> Result<Vec<State>, TopicError> {
        let mut extended = self.extends.take();
        while let Some(name) = extended {
            let base = base(&name).ok_or_else(|| self.wrong(unknown(&name)))?;
            for (list, words) in base.words {
                self.words.entry(list).or_default().extend(words);
            }
            let own = std::mem::replace(&mut self.state, base.state.into_iter().map(StateFile::without_its_things).collect());
            self.lengthen(own);
            extended = base.extends;
        }
        let classes = self.words.iter().map(|(name, words)| (name.to_lowercase(), class_of(words))).collect();
        let states = std::mem::take(&mut self.state);
        states.into_iter().map(|state| self.state_of(state, &classes)).collect()
    }

    /// Adds `own` to the states: the cues of one that is there already to its cues, the others before them all.
    fn lengthen(&mut self, own: Vec<StateFile>) {
        let mut first = Vec::new();
        for state in own {
            let Some(known) = self.state.iter_mut().find(|known| known.name == state.name) else {
                first.push(state);
                continue;
            };
            known.cues.extend(state.cues);
            if !state.example.is_empty() {
                (known.example, known.counter) = (state.example, state.counter);
            }
        }
        self.state.splice(0..0, first);
    }

    fn state_of(&self, state: StateFile, classes: &Classes) -> Result<State, TopicError> {
        let names = [Some(&state.name), state.negated.as_ref(), state.unreal.as_ref(), state.later.as_ref()];
        names.into_iter().flatten().try_for_each(|name| self.hold_together(name).and_then(|()| self.is_one_word(name)))?;
        let read = |row: &String| cue(row, classes).map_err(|why| self.wrong(format!("state {:?}: {why}: {row:?}", state.name)));
        let cues = state.cues.iter().map(read).collect::<Result<_, _>>()?;
        let said = |other: Option<String>| other.filter(|name| !name.is_empty());
        // Shared states know no mention, and show what they give with an @ for it.
        let shown = |sentence: String| sentence.replace('@', self.mentions.first().map_or("@", String::as_str));
        Ok(State {
            name: state.name,
            cues,
            negated: said(state.negated),
            unreal: said(state.unreal),
            later: said(state.later),
            example: shown(state.example),
            counter: shown(state.counter),
        })
    }
}

/// The topic that a file describes, with its states.
pub fn topic(file: &str) -> Result<Topic, TopicError> {
    let read = TopicFile::read(file)?;
    let topic = read.topic()?;
    Ok(Topic { read: read.states()?.into(), ..topic })
}

/// A built-in topic without its states, which stand behind the rest in tables of their own.
pub fn built_in(file: &'static str) -> Result<Topic, TopicError> {
    let head = file.split_once("\n[").map_or(file, |(head, _)| head);
    Ok(Topic { file, ..TopicFile::read(head)?.topic()? })
}

/// The states of a built-in file whose topic is read, the first of whose mentions is `mention`. The lists before its tables, which are
/// long, are not read again.
pub fn states(file: &str, mention: String) -> Result<Vec<State>, TopicError> {
    let (head, tables) = file.split_at(file.find("\n[").unwrap_or(file.len()));
    let needed = head.lines().filter(|line| line.starts_with("name") || line.starts_with("extends"));
    let short = needed.flat_map(|line| [line, "\n"]).chain([tables]).collect::<String>();
    TopicFile { mentions: vec![mention], ..TopicFile::read(&short)? }.states()
}

fn words(row: &str) -> Vec<String> {
    row.split_whitespace().map(str::to_lowercase).collect()
}

/// The files of [`SHARED`], by their names: several topics are read with each.
static SHARED_FILES: LazyLock<Vec<TopicFile>> =
    LazyLock::new(|| SHARED.iter().map(|(_, file)| TopicFile::read(file).expect(TESTED)).collect());

/// What a topic extends by that name.
fn base(name: &str) -> Option<TopicFile> {
    let shared = SHARED_FILES.iter().find(|shared| shared.name == name).cloned();
    let topic = || FILES.iter().find(|(path, _)| stem(path) == name).map(|(_, file)| TopicFile::read(file).expect(TESTED));
    shared.or_else(topic)
}

/// "road" of "topics/road.toml"
fn stem(path: &str) -> &str {
    path.trim_start_matches("topics/").trim_end_matches(".toml")
}

fn unknown(name: &str) -> String {
    let names: Vec<&str> = SHARED.iter().chain(FILES).map(|(path, _)| stem(path)).collect();
    format!("it extends {name:?}, and there are only {}", names.join(", "))
}
