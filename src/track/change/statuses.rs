//! Topics to which the leads of the two versions give different states, or one asserter does who does not stand first.

use rustc_hash::FxHashSet;

use super::draft::Draft;
use super::fates::fates;
use super::{Between, speaker};
use crate::model::{ChangeKind, TopicState, in_words};
use crate::text::{CharIndex, CharSpan, Document, SegmentKind};
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Said};
use crate::track::read::statuses::Lead;
use crate::track::read::words::Word;
use crate::track::version::Version;
use crate::track::wording::Stated;

impl Between<'_> {
    /// Topics whose lead gives another state, and asserters who do.
    pub(super) fn statuses(&mut self) {
        for (old, new) in turned(&self.before.leads, &self.after.leads) {
            // Of several people or places each may be in the state that it was in, told in another order.
            let stands = |lead: &Lead, said: &[Said]| {
                let status = lead.given().to_string();
                said.iter().any(|said| said.status.as_ref() == Some(&status) && said.source.name == lead.source_name)
            };
            if stands(old, &self.after.said) && stands(new, &self.before.said) {
                continue;
            }
            let gone = Self::speaking(&self.before.said, old, &self.new);
            let come = Self::speaking(&self.after.said, new, &self.old);
            let told_by_none = || Self::speaking(&self.before.said, old, &FxHashSet::default()).is_empty();
            // Where the old state still stands somewhere in the text, what is new is new.
            if !gone.is_empty() || told_by_none() {
                self.passed.extend(come.iter().filter_map(|at| self.after.said[*at].thread));
            }
            self.passed.extend(gone.iter().filter_map(|at| self.before.said[*at].thread));
            let thread = come.first().and_then(|at| self.after.said[*at].thread);
            self.entries.push(Draft {
                kind: ChangeKind::StatusChanged,
                from: gone.first().copied(),
                to: come.first().copied(),
                thread,
                source_name: new.source_name.clone(),
                evidence_from: Some(old.evidence),
                evidence_to: Some(new.evidence),
                before: old.state.clone(),
                after: new.state.clone(),
                of: Some(new.topic.clone()),
                why: why_status(old, new),
                extra: 0.0,
                is_missed: false,
            });
        }
    }

    /// States in the outlet's own voice that stand in one version only, where the sentence went on with other words: those give another
    /// topic a state, or none that is known ("is suspended", "is back at her desk").
    pub(super) fn statuses_in_place(&mut self, version: &Version<'_>) {
        let Some(prior) = &version.prior else { return };
        let (before, after) = (self.before, self.after);
        let edited = prior.comparison.links.iter().filter(|link| !link.words.is_empty());
        let linked = edited.filter_map(|link| Some((*only(&link.from)?, *only(&link.to)?)));
        // A headline stands in the place of the one before it, however few its words are.
        let headlines = headline(prior.document).zip(headline(version.document));
        let (earlier, later) = (prior.document.places(), version.document.places());
        for (from, to) in linked.chain(headlines).chain(self.contraries.clone()) {
            let (old, new) = (Sentence::of(before, (prior.document, &earlier), from), Sentence::of(after, (version.document, &later), to));
            let gone = old.own_status(&before.said, |thread| self.new.contains(&thread) || self.passed.contains(&thread));
            let come = new.own_status(&after.said, |thread| self.old.contains(&thread) || self.passed.contains(&thread));
            if gone.is_none() && come.is_none() || !old.is_put_for(&new) {
                continue;
            }
            if gone.is_none() && old.is_told_of(&before.said) || come.is_none() && new.is_told_of(&after.said) {
                continue;
            }
            let state = |said: &'_ [Said], at: Option<usize>| at.and_then(|at| said[at].status.clone());
            let (was, is) = (state(&before.said, gone), state(&after.said, come));
            let (was, is) = (was.as_deref().and_then(TopicState::written), is.as_deref().and_then(TopicState::written));
            // The same state of what is called otherwise, or of another thing, which is told as that.
            if was.zip(is).is_some_and(|(was, is)| was.state == is.state) {
                let threads = [gone.and_then(|at| before.said[at].thread), come.and_then(|at| after.said[at].thread)];
                self.passed.extend(threads.into_iter().flatten());
                continue;
            }
            let topic = was.or(is).map(|given| given.topic.to_owned());
            // What a headline says of it is told below.
            let is_told = |draft: &Draft| draft.kind == ChangeKind::StatusChanged && draft.of == topic;
            if headlines == Some((from, to)) && self.entries.iter().any(is_told) {
                continue;
            }
            let threads = [gone.and_then(|at| before.said[at].thread), come.and_then(|at| after.said[at].thread)];
            self.passed.extend(threads.into_iter().flatten());
            let why = why_in_place(was, is);
            let shown = match (was, is) {
                (Some(was), Some(is)) => (was.state.to_owned(), is.state.to_owned()),
                _ => (old.text, new.text),
            };
            let draft = self.draft(ChangeKind::StatusChanged, gone, come, &why);
            (draft.of, draft.evidence_from, draft.evidence_to) = (topic, Some(old.place), Some(new.place));
            (draft.before, draft.after) = shown;
        }
    }

    /// Claims that give the lead's topic its state and whose thread is not in `other`.
    fn speaking(said: &[Said], lead: &Lead, other: &FxHashSet<usize>) -> Vec<usize> {
        let status = lead.given().to_string();
        let speaks = |said: &Said| match &said.status {
            Some(own) => *own == status,
            // A headline has words of several claims, and its thread is that of a claim below.
            None => {
                !said.in_headline
                    && said.source.name == lead.source_name
                    && said.evidence.overlaps(lead.evidence)
                    && said.topics.contains(&lead.topic)
                    && closely(said.evidence, lead.evidence)
            }
        };
        let found = said.iter().enumerate().filter(|(_, said)| speaks(said) && !said.is_in(other));
        found.map(|(at, _)| at).collect()
    }

    /// A status that moved is told of some of these words, and one is no other than it was by that alone.
    pub(super) fn turns_status(&self, from: CharSpan, to: CharSpan) -> bool {
        let is_here = |evidence: Option<CharSpan>, place: CharSpan| evidence.is_some_and(|evidence| evidence.overlaps(place));
        let turns = |draft: &Draft| is_here(draft.evidence_from, from) && is_here(draft.evidence_to, to);
        self.entries.iter().filter(|draft| draft.kind == ChangeKind::StatusChanged).any(turns)
    }

    /// A status that moved is told of these very words.
    pub(super) fn gives_status(&self, from: CharSpan, to: CharSpan) -> bool {
        let is_here = |evidence: Option<CharSpan>, place: CharSpan| evidence.is_some_and(|evidence| closely(evidence, place));
        let gives = |draft: &Draft| is_here(draft.evidence_from, from) && is_here(draft.evidence_to, to);
        self.entries.iter().filter(|draft| draft.kind == ChangeKind::StatusChanged).any(gives)
    }
}

/// The first sentence of the headline.
fn headline(document: &Document<'_>) -> Option<usize> {
    (0..document.sentences.len()).find(|at| document.segment_of(*at).kind == SegmentKind::Headline)
}

fn only<T>(all: &[T]) -> Option<&T> {
    if let [only] = all { Some(only) } else { None }
}

/// A sentence of a version, as far as a state is looked for in it.
struct Sentence<'p> {
    at: usize,
    words: &'p [Word],
    place: CharSpan,
    text: String,
}

impl<'p> Sentence<'p> {
    fn of(version: &'p Reading, (document, index): (&Document<'_>, &CharIndex<'_>), at: usize) -> Sentence<'p> {
        let span = document.sentences[at].span;
        let place = index.chars(span);
        Sentence { at, words: version.page.within(span), place, text: document.slice(span).trim().to_owned() }
    }

    /// The claim in it that gives a topic its state in the outlet's own voice, if its thread is not told elsewhere.
    fn own_status(&self, said: &[Said], is_told: impl Fn(usize) -> bool) -> Option<usize> {
        let is_here = |said: &Said| said.last_sentence == self.at && said.status.is_some();
        // Claims stand in the order of their sentences.
        let first = said.partition_point(|said| said.sentence < self.at);
        let here = said[first..].iter().take_while(|said| said.sentence == self.at);
        let found = here.enumerate().find(|(_, said)| is_here(said) && said.thread.is_some_and(|thread| !is_told(thread)));
        found.map(|(at, _)| first + at)
    }

    /// Somebody says something in it, or it gives a state already.
    fn is_told_of(&self, said: &[Said]) -> bool {
        let first = said.partition_point(|said| said.sentence < self.at).saturating_sub(BESIDE);
        said[first..].iter().take_while(|said| said.sentence <= self.at).any(|said| said.last_sentence >= self.at)
    }

    /// Part of it stands in the other, and what it tells of that is put in other words there; or something of one sort is told in both,
    /// the contrary of one thing or what became of somebody.
    fn is_put_for(&self, other: &Sentence<'_>) -> bool {
        let tells = |word: &&Word| !word.is_function && !word.is_filler && !word.is_calendar && !word.is_count;
        let apart = |one: &[Word], other: &[Word]| {
            let there: FxHashSet<&str> = other.iter().map(|word| &**word.root()).collect();
            let (same, alone): (Vec<&Word>, Vec<&Word>) = one.iter().filter(tells).partition(|word| there.contains(&**word.root()));
            (same.len(), alone.iter().filter(|word| !word.is_name).count())
        };
        let is_contrary = || Stated::of(self.words).zip(Stated::of(other.words)).is_some_and(|(was, is)| was.contrary(&is).is_some());
        let ((same, gone), (_, come)) = (apart(self.words, other.words), apart(other.words, self.words));
        gone > 0 && come > 0 && (same >= ENOUGH || is_contrary() || tell_of_one_fate(self.words, other.words))
    }
}

/// "Nobody has been arrested", "a man is in custody".
fn tell_of_one_fate(before: &[Word], after: &[Word]) -> bool {
    let told = fates(before, before);
    let names =
        |words: &[Word], other: &[Word]| words.iter().any(|word| word.is_name && !other.iter().any(|own| own.stem() == word.stem()));
    !(told.is_empty() || names(before, after) && names(after, before)) && fates(after, after).keys().any(|family| told.contains_key(family))
}

/// Claims before the first of a sentence that can reach into it.
const BESIDE: usize = 8;
/// Words that a sentence has in common with the one that was put for it.
const ENOUGH: usize = 2;

/// Each topic's first statuses, then those of each other asserter, where they give another state. Where another mouth stands first and both
/// say what they said, nothing turned.
fn turned<'l>(before: &'l [Lead], after: &'l [Lead]) -> Vec<(&'l Lead, &'l Lead)> {
    let is_said = |lead: &Lead, leads: &[Lead]| leads.iter().any(|other| other.is_by_one(lead) && other.state == lead.state);
    let mut out: Vec<(&Lead, &Lead)> = Vec::new();
    for old in before.iter().filter(|lead| lead.is_first) {
        let first = after.iter().find(|lead| lead.is_first && lead.topic == old.topic);
        let has_turned = |new: &&Lead| new.state != old.state && !(is_said(old, after) && is_said(new, before));
        out.extend(first.filter(has_turned).map(|new| (old, new)));
    }
    for old in before {
        let Some(new) = after.iter().find(|lead| lead.is_by_one(old)).filter(|new| new.state != old.state) else { continue };
        let is_told = out.iter().any(|(was, is)| std::ptr::eq(*was, old) || std::ptr::eq(*is, new));
        if !is_told {
            out.push((old, new));
        }
    }
    out
}

/// "talks: under way before, adjourned now, in the outlet's own voice"
fn why_status(old: &Lead, new: &Lead) -> String {
    let (was, is) = (in_words(&old.state), in_words(&new.state));
    match (old.source_name.as_str(), new.source_name.as_str()) {
        (NARRATOR, NARRATOR) => format!("{}: {was} before, {is} now, in the outlet's own voice", old.topic),
        (before, now) if before == now => format!("{}: {was} before, {is} now, by {now}", old.topic),
        (before, now) => format!("{}: {was} before, by {}; {is} now, by {}", old.topic, speaker(before), speaker(now)),
    }
}

/// The same where a sentence says it in one version only: "road closed before, told in other words now, in the outlet's own voice".
fn why_in_place(was: Option<TopicState<'_>>, is: Option<TopicState<'_>>) -> String {
    let told = |given: Option<TopicState<'_>>, when: &str| match given {
        Some(TopicState { topic, state }) => format!("{topic} {} {when}", in_words(state)),
        None => format!("told in other words {when}"),
    };
    format!("{}, {}, in the outlet's own voice", told(was, "before"), told(is, "now"))
}

/// The spans are about the same place: the shorter lies mostly in the longer and is no small part of it.
fn closely(left: CharSpan, right: CharSpan) -> bool {
    let shared = left.end().min(right.end()).saturating_sub(left.start().max(right.start()));
    shared * 10 >= left.len().max(right.len()) * 3
}
