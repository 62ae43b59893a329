//! What people ruled on claims, as far as following them goes.
//!
//! A ruling on a claim holds for its words: wherever in the story the same source is given the same words, the same is ruled, so that a
//! sentence that stands unchanged in ten versions is ruled on once. A claim that is rejected is not followed at all; one that is
//! relabelled is followed under its new act; one that is split off begins a thread, in which the same words are from then on; two that
//! are merged are one thread, in which the later one goes on, until one of them is split off. A ruling on a thread holds for all its
//! claims, however they are worded.
//!
//! Known failure: a claim that is rejected and then reworded is a new claim and has to be ruled on again.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Act, Claim, Findings};
use crate::text::CharIndex;
use crate::track::version::Version;

/// Rulings on the claims of one story.
#[derive(Clone, Debug, Default)]
pub struct Rulings {
    rejected: FxHashSet<ClaimWords>,
    acts: FxHashMap<ClaimWords, Act>,
    apart: FxHashSet<ClaimWords>,
    groups: FxHashMap<ClaimWords, usize>,
    /// Acts of whole threads, by the thread's id.
    thread_acts: FxHashMap<String, Act>,
}

/// What a ruling on a claim holds for: source, act as it was found, evidence and content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClaimWords {
    source: String,
    act: Act,
    evidence: String,
    content: String,
}

impl ClaimWords {
    /// The words of a claim that was found in `text`.
    pub fn of(claim: &Claim, text: &str) -> ClaimWords {
        ClaimWords::in_text(claim, &CharIndex::new(text), text)
    }

    fn in_text(claim: &Claim, index: &CharIndex<'_>, text: &str) -> ClaimWords {
        ClaimWords {
            source: source(claim).to_owned(),
            act: claim.act,
            evidence: index.bytes(claim.evidence.span).of(text).to_owned(),
            content: claim.content.text.clone(),
        }
    }

    /// Nothing but the evidence, which takes the text to read, can tell the claim from one of these words.
    pub fn may_be_of(&self, claim: &Claim) -> bool {
        self.act == claim.act && self.source == source(claim) && self.content == claim.content.text
    }
}

fn source(claim: &Claim) -> &str {
    claim.source.as_ref().map_or("", |source| &source.name)
}

impl Rulings {
    /// Claims of these words are none.
    pub fn reject(&mut self, words: ClaimWords) {
        self.rejected.insert(words);
    }

    /// The act of claims of these words is another.
    pub fn relabel(&mut self, words: ClaimWords, act: Act) {
        self.acts.insert(words, act);
    }

    /// The act of every claim of the thread is another.
    pub fn relabel_thread(&mut self, thread: String, act: Act) {
        self.thread_acts.insert(thread, act);
    }

    /// The act that was ruled for the thread.
    pub(super) fn act_of(&self, thread: &str) -> Option<Act> {
        self.thread_acts.get(thread).copied()
    }

    /// Claims of these words leave their thread, whatever they were merged with, and begin one.
    pub fn split(&mut self, words: ClaimWords) {
        let fresh = self.fresh_group();
        self.groups.insert(words.clone(), fresh);
        self.apart.insert(words);
    }

    fn fresh_group(&self) -> usize {
        self.groups.values().max().map_or(0, |last| last + 1)
    }

    /// Claims of these words and of those are one thread.
    pub fn merge(&mut self, one: ClaimWords, other: ClaimWords) {
        let fresh = self.fresh_group();
        let group = self.groups.get(&one).copied().unwrap_or(fresh);
        let joined = self.groups.insert(other, group);
        self.groups.insert(one, group);
        // What the other was merged with before comes along.
        self.groups.values_mut().filter(|member| Some(**member) == joined).for_each(|member| *member = group);
    }

    /// The group of merged claims to which claims of these words belong.
    pub fn group_of(&self, words: &ClaimWords) -> Option<usize> {
        self.groups.get(words).copied()
    }

    fn is_empty(&self) -> bool {
        self.rejected.is_empty() && self.acts.is_empty() && self.apart.is_empty() && self.groups.is_empty()
    }

    /// The findings of a version without what was rejected, acts as they were ruled; and where decisions put its claims.
    pub(super) fn on<'v>(&self, version: &Version<'v>) -> (Cow<'v, Findings>, Vec<Placement>) {
        if self.is_empty() {
            return (Cow::Borrowed(version.findings), vec![Placement::default(); version.findings.claims.len()]);
        }
        let text = version.document.text;
        let index = CharIndex::new(text);
        let mut found = version.findings.clone();
        let mut placements = Vec::new();
        found.claims.retain_mut(|claim| {
            let words = ClaimWords::in_text(claim, &index, text);
            if self.rejected.contains(&words) {
                return false;
            }
            claim.act = self.acts.get(&words).copied().unwrap_or(claim.act);
            placements.push(Placement { is_apart: self.apart.contains(&words), group: self.groups.get(&words).copied() });
            true
        });
        (Cow::Owned(found), placements)
    }
}

/// Where decisions put one claim.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Placement {
    /// It begins a thread of its own, unless the claim that it goes on from is apart, too.
    pub(super) is_apart: bool,
    /// It is in one thread with the others of this group.
    pub(super) group: Option<usize>,
}

impl Placement {
    /// Why a claim is in the thread of its group.
    pub(super) fn reason(self) -> &'static str {
        if self.is_apart { "split off by a decision" } else { "merged by a decision" }
    }
}
