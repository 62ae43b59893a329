//! Under what threads are listed: source, voice and each stem, source and voice alone, a claim's very words.

use super::memory::{Heading, List};
use super::{Index, LISTED, elsewhere};
use crate::lexicon::closed::{self, Class};
use crate::track::ids;
use crate::track::read::features::Said;

impl Index<'_> {
    pub(super) fn list(&mut self, thread: usize, said: &Said) {
        for stem in &said.stems {
            let heading = Heading { stem: stem.to_string(), ..elsewhere::all_of(said) };
            if self.put(heading, thread) {
                *self.held_by.entry(stem.to_string()).or_insert_with_key(|stem| self.past.held_by(stem)) += 1;
                self.held_anew.insert(stem.to_string());
            }
        }
        let whole =
            [elsewhere::all_of(said)].into_iter().chain(verbatim(said)).chain(elsewhere::descriptions(said)).chain(elsewhere::tolls(said));
        for heading in whole {
            self.put(heading, thread);
        }
    }

    /// Makes the thread the newest under the heading; whether it was not listed there.
    fn put(&mut self, heading: Heading, thread: usize) -> bool {
        let list = self.listed.entry(heading.clone()).or_insert_with_key(|heading| self.past.listed(heading));
        if list.last() == Some(&thread) {
            return false;
        }
        let before = list.len();
        list.retain(|other| *other != thread);
        let is_new = list.len() == before;
        list.push(thread);
        let over = list.len().saturating_sub(LISTED);
        list.drain(..over);
        self.listed_anew.insert(heading);
        is_new
    }

    /// The threads listed under a heading, oldest first.
    pub(super) fn listed(&mut self, heading: &Heading) -> Vec<usize> {
        self.listed.entry(heading.clone()).or_insert_with_key(|heading| self.past.listed(heading)).clone()
    }

    /// The newest thread that was put in the very words of `said`, whoever they were taken to be by.
    pub(super) fn worded(&mut self, said: &Said) -> Option<usize> {
        let heading = verbatim(said)?;
        let list = self.listed.entry(heading).or_insert_with_key(|heading| self.past.listed(heading));
        list.last().copied()
    }
}

/// Words that a claim has at least to be known by them alone.
const KNOWN_BY_WORDS: usize = 4;

/// The heading of a claim's very words; a pronoun says as little of who speaks as no source.
fn verbatim(said: &Said) -> Option<Heading> {
    if said.words.len() < KNOWN_BY_WORDS || closed::classes(&said.source.text).has(Class::Pronoun) || said.status.is_some() {
        return None;
    }
    let mut parts: Vec<&str> = said.words.iter().map(|word| &**word.stem()).chain([said.voice.as_str()]).collect();
    if !said.words.iter().any(|word| word.is_mention) {
        parts.push(&said.source.key);
    }
    Some(Heading { list: List::Worded, source: String::new(), stem: ids::id('w', &parts) })
}
