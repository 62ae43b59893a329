//! Whether the words of a claim stand in the other version although no claim was found there.
//!
//! What an editor wants to be told is that words came or went. Where they did neither, a claim that was found in one version only is
//! a matter of how the text was read, and nothing happened to it.

use rustc_hash::FxHashMap;

use super::features::{NARRATOR, Said};
use super::words::{Page, Word};
use super::{Prior, Reported, Version};
use crate::text::{CharIndex, CharSpan, Document, Span};

/// One of the two versions.
struct Side<'a> {
    document: &'a Document<'a>,
    words: &'a Page,
    index: CharIndex<'a>,
}

/// Of every sentence of one version, the sentences of the other that it became or came from.
pub(super) struct Passages<'a> {
    earlier: Side<'a>,
    later: Side<'a>,
    of_earlier: FxHashMap<usize, &'a [usize]>,
    of_later: FxHashMap<usize, &'a [usize]>,
}

/// What became of a claim's words in the other version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// They stand there.
    Stands,
    /// Who said it, the cue, the numbers and most other words stand there, in these sentences: it was reworded.
    Reworded(CharSpan),
    /// They do not stand there.
    Gone,
}

/// Share of a claim's words, names and cue apart, that must stand in the other version.
const STANDS: f64 = 0.9;
/// The same where the claim was reworded.
const REWORDED: f64 = 0.5;

impl<'a> Passages<'a> {
    pub(super) fn new(version: &Version<'a>, prior: Prior<'a>, before: &'a Reported, after: &'a Reported) -> Self {
        let links = || prior.comparison.links.iter();
        Passages {
            earlier: Side { document: prior.document, words: &before.page, index: CharIndex::new(prior.document.text) },
            later: Side { document: version.document, words: &after.page, index: CharIndex::new(version.document.text) },
            of_earlier: links().flat_map(|link| link.from.iter().map(|at| (*at, link.to.as_slice()))).collect(),
            of_later: links().flat_map(|link| link.to.iter().map(|at| (*at, link.from.as_slice()))).collect(),
        }
    }

    /// The words of a claim of the later version in the earlier.
    pub(super) fn before(&self, said: &Said) -> Standing {
        standing(said, &self.of_later, &self.earlier)
    }

    /// The words of a claim of the earlier version in the later.
    pub(super) fn after(&self, said: &Said) -> Standing {
        standing(said, &self.of_earlier, &self.later)
    }
}

/// The words of a claim in the sentences of the other version to which its own are linked.
fn standing(said: &Said, links: &FxHashMap<usize, &[usize]>, other: &Side<'_>) -> Standing {
    let mut sentences: Vec<usize> =
        (said.sentence..=said.last_sentence).filter_map(|at| links.get(&at)).flat_map(|linked| linked.iter().copied()).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let spans = || sentences.iter().filter_map(|at| other.document.sentences.get(*at)).map(|sentence| sentence.span);
    let mut held: FxHashMap<&str, usize> = FxHashMap::default();
    spans().flat_map(|span| other.words.within(span)).for_each(|word| *held.entry(&word.stem).or_default() += 1);
    let (mut present, mut absent, mut described) = (0usize, 0usize, 0usize);
    let (mut own_present, mut own_absent) = (0usize, 0usize);
    for word in said.words.iter().filter(|word| !word.is_filler) {
        match held.get_mut(&*word.stem) {
            Some(left) if *left > 0 => {
                *left -= 1;
                present += 1;
                own_present += usize::from(!word.is_mention && !word.is_cue);
            }
            // Who somebody with a name is may be put in other words.
            _ if word.is_mention && !word.is_name && !said.is_unnamed => described += 1,
            // Another name, number or cue is another claim, however long the sentence.
            _ if word.is_mention || word.is_cue || word.is_number || word.is_name => return Standing::Gone,
            _ => {
                absent += 1;
                own_absent += 1;
            }
        }
    }
    // Where the evidence does not name the source, the sentence does.
    let is_named = said.words.iter().any(|word| word.is_mention) || names_source(said, spans().flat_map(|span| other.words.within(span)));
    let share = present as f64 / (present + absent).max(1) as f64;
    let own_share = if own_absent == 0 { 1.0 } else { own_present as f64 / (own_present + own_absent) as f64 };
    match spans().reduce(Span::cover) {
        Some(_) if share >= STANDS && described == 0 => Standing::Stands,
        Some(span) if is_named && own_share >= REWORDED => Standing::Reworded(other.index.chars(span)),
        _ => Standing::Gone,
    }
}

/// Some word of the source's name is among the words, or it has no name to look for.
fn names_source<'w>(said: &Said, mut words: impl Iterator<Item = &'w Word>) -> bool {
    let names =
        |word: &Word| said.source_key.split(' ').chain(said.source_text.split(' ')).any(|name| word.form.eq_ignore_ascii_case(name));
    said.is_vague || said.is_nobodys || said.source_key == NARRATOR || words.any(|word| !word.is_function && names(word))
}
