//! Whether the words of a claim stand in the other version although no claim was found there.
//!
//! What an editor wants to be told is that words came or went. Where they did neither, a claim that was found in one version only is
//! a matter of how the text was read, and nothing happened to it.

use rustc_hash::FxHashMap;

use super::features::Said;
use super::words::Page;
use super::{Prior, Reported, Version};
use crate::text::Document;

/// Of every sentence of one version, the sentences of the other that it became or came from.
pub(super) struct Passages<'a> {
    earlier: &'a Document<'a>,
    later: &'a Document<'a>,
    earlier_words: &'a Page,
    later_words: &'a Page,
    of_earlier: FxHashMap<usize, &'a [usize]>,
    of_later: FxHashMap<usize, &'a [usize]>,
}

/// Share of a claim's words, names and cue apart, that must stand in the other version.
const STANDS: f64 = 0.9;

impl<'a> Passages<'a> {
    pub(super) fn new(version: &Version<'a>, prior: Prior<'a>, before: &'a Reported, after: &'a Reported) -> Self {
        let links = || prior.comparison.links.iter();
        Passages {
            earlier: prior.document,
            later: version.document,
            earlier_words: &before.page,
            later_words: &after.page,
            of_earlier: links().flat_map(|link| link.from.iter().map(|at| (*at, link.to.as_slice()))).collect(),
            of_later: links().flat_map(|link| link.to.iter().map(|at| (*at, link.from.as_slice()))).collect(),
        }
    }

    /// The words of a claim of the later version stand in the earlier.
    pub(super) fn stood_before(&self, said: &Said) -> bool {
        stands(said, &self.of_later, self.earlier, self.earlier_words)
    }

    /// The words of a claim of the earlier version stand in the later.
    pub(super) fn stands_after(&self, said: &Said) -> bool {
        stands(said, &self.of_earlier, self.later, self.later_words)
    }
}

/// Nearly all words of a claim stand in the sentences of the other version to which its own are linked.
fn stands(said: &Said, links: &FxHashMap<usize, &[usize]>, other: &Document<'_>, words: &Page) -> bool {
    let mut held: FxHashMap<&str, usize> = FxHashMap::default();
    let mut sentences: Vec<usize> =
        (said.sentence..=said.last_sentence).filter_map(|at| links.get(&at)).flat_map(|linked| linked.iter().copied()).collect();
    sentences.sort_unstable();
    sentences.dedup();
    for sentence in sentences.into_iter().filter_map(|at| other.sentences.get(at)) {
        for word in words.within(sentence.span) {
            *held.entry(&word.stem).or_default() += 1;
        }
    }
    let (mut present, mut absent) = (0usize, 0usize);
    for word in said.words.iter().filter(|word| !word.is_filler) {
        match held.get_mut(&*word.stem) {
            Some(left) if *left > 0 => {
                *left -= 1;
                present += 1;
            }
            // Another name, number or cue is another claim, however long the sentence.
            _ if word.is_mention || word.is_cue || word.is_number || word.is_name => return false,
            _ => absent += 1,
        }
    }
    present > 0 && present as f64 >= STANDS * (present + absent) as f64
}
