//! Whether the sentences in a topic of a user's show what they are there to show: the example of a state gives it, its counter does not.
//!
//! They are read by rules alone: the states of a text are the same with a parse. A test holds the topics that come with the program to
//! theirs.

use std::borrow::Cow;

use super::read;
use crate::lexicon::Knowledge;
use crate::lexicon::topics::{State, Topics};
use crate::model::{Syntax, in_words};
use crate::text::Document;

/// A sentence that does not, and what came out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("topic {topic:?}: the {which} of the state {state:?} gives {}: {sentence}", if found.is_empty() { "no state".to_owned() } else { found.join(", ") })]
pub struct WrongExample {
    /// The topic.
    pub topic: String,
    /// The state.
    pub state: String,
    /// "example" or "counter".
    pub which: &'static str,
    /// The sentence.
    pub sentence: String,
    /// The states of the topic that were found in it.
    pub found: Vec<String>,
}

/// Checks every example and counter that the topics have.
///
/// # Errors
/// The first that is wrong.
pub fn check_examples(topics: &Topics) -> Result<(), WrongExample> {
    let mut knowledge = Knowledge::builtin();
    let mut shown = topics.clone();
    // What is else called by a noun of the sentence goes by the name of its file.
    shown.topics.iter_mut().for_each(|topic| topic.is_unnamed = false);
    knowledge.topics = Cow::Owned(shown);
    knowledge.syntax = Syntax::Rules;
    for topic in &topics.topics {
        for State { name, example, counter, .. } in topic.states() {
            for (which, sentence, is_to_give) in [("example", example, true), ("counter", counter, false)] {
                if sentence.trim().is_empty() {
                    continue;
                }
                let statuses = read(&knowledge, "", &Document::new(sentence)).statuses;
                let found: Vec<&String> = statuses.iter().filter(|status| status.topic == topic.name).map(|status| &status.state).collect();
                if found.contains(&name) != is_to_give {
                    return Err(WrongExample {
                        topic: topic.name.clone(),
                        state: in_words(name),
                        which,
                        sentence: sentence.trim().to_owned(),
                        found: found.into_iter().map(|state| in_words(state)).collect(),
                    });
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_topics_that_come_with_the_program_hold() {
        assert_eq!(check_examples(Topics::builtin()), Ok(()));
    }

    #[test]
    fn a_topic_can_extend_every_one_that_comes_with_the_program() {
        for base in Topics::builtin().topics.iter().map(|topic| topic.name.as_str()).chain(["closure", "measure", "ballot"]) {
            let file = format!("name = \"ferry\"\nextends = \"{base}\"\nmentions = [\"ferry\"]");
            let topics = Topics::default().with(&file).expect("the file is right");
            assert_eq!(check_examples(&topics), Ok(()), "{base}");
        }
    }
}
