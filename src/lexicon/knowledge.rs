//! What the core is given to know for one run: the actors of the world and the topics to track, built in or added to by a user.
//!
//! Reading a user's files is left to the edges; this takes their text.

use std::borrow::Cow;

use base16ct::lower;
use sha2::{Digest, Sha256};

use super::actors::World;
use super::topics::{TopicError, Topics};
use crate::kinds::Syntax;

/// The actors and topics of one run, and how it reads sentences.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// Proper names.
    pub world: Cow<'static, World>,
    /// What is tracked.
    pub topics: Cow<'static, Topics>,
    /// How sentences are read.
    pub syntax: Syntax,
    /// Hash of what a user added; `None` where nothing was.
    added: Option<String>,
}

/// Why a user's file cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum KnowledgeError {
    /// A row of the table of actors.
    #[error("line {line} of the actors: {why}")]
    Actors {
        /// Its line, from 1.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// A topic file.
    #[error(transparent)]
    Topic(#[from] TopicError),
}

/// Bytes of the hash of what was added that are shown.
const BYTES: usize = 8;

impl Knowledge {
    /// What comes with the program.
    pub fn builtin() -> Knowledge {
        Knowledge {
            world: Cow::Borrowed(World::builtin()),
            topics: Cow::Borrowed(Topics::builtin()),
            syntax: Syntax::default(),
            added: None,
        }
    }

    /// What comes with the program and what the user adds: a table of actors (`name`, `kind`, `aliases`) and topic files.
    ///
    /// # Errors
    /// Where a file does not have its form; the error says in which line or topic.
    pub fn read(actors: Option<&str>, topics: &[String]) -> Result<Knowledge, KnowledgeError> {
        let mut knowledge = Knowledge::builtin();
        let mut hash = Sha256::new();
        if let Some(table) = actors {
            knowledge.world = Cow::Owned(World::with_actors(table).map_err(|(line, why)| KnowledgeError::Actors { line, why })?);
            hash.update(table);
        }
        for file in topics {
            knowledge.topics = Cow::Owned(knowledge.topics.into_owned().with(file)?);
            hash.update([0]);
            hash.update(file);
        }
        knowledge.added = (actors.is_some() || !topics.is_empty()).then(|| lower::encode_string(&hash.finalize()[..BYTES]));
        Ok(knowledge)
    }

    /// The beginning of the hash of what the user added.
    pub fn added(&self) -> Option<&str> {
        self.added.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_user_adds_is_told_by_its_hash() {
        let actors = "name\tkind\taliases\nAcme\torganisation\tACM\n";
        let topic = "name = \"merger\"\nmentions = [\"merger\"]".to_owned();
        let both = Knowledge::read(Some(actors), std::slice::from_ref(&topic)).expect("the files are right");
        let one = Knowledge::read(None, &[topic]).expect("the file is right");
        assert!(both.world.get("ACM").is_some());
        assert_eq!(both.topics.topics.len(), Topics::builtin().topics.len() + 1);
        assert_ne!(both.added(), one.added());
        assert_eq!(Knowledge::read(None, &[]).expect("nothing is right").added(), None);
    }

    #[test]
    fn a_wrong_file_is_told_by_line_or_topic() {
        let error = Knowledge::read(Some("name\tkind\taliases\nAcme\tfirm\t-\n"), &[]).expect_err("no such kind");
        assert!(error.to_string().starts_with("line 2 of the actors"), "{error}");
        assert!(Knowledge::read(None, &["name = 3".to_owned()]).is_err());
    }
}
