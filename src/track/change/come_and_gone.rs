//! Threads that stand in one version only: added, restored or dropped, unless their words stand in the other version all the same.

use rustc_hash::FxHashSet;

use super::draft::Draft;
use super::entries::Entries;
use super::passages::{Passages, Whereabouts};
use super::{Between, speaker};
use crate::diff::{Link, LinkKind};

use crate::lexicon::closed::{self, Class};
use crate::lexicon::force::{self, Sort};
use crate::lexicon::grades;
use crate::lexicon::wording::are_opposite;
use crate::model::{Act, ChangeKind};
use crate::text::{CharSpan, Document, SegmentKind};
use crate::track::pair::{Pair, Relation};
use crate::track::read::features::{NARRATOR, Said, Voice};
use crate::track::read::words::{Word, joined};
use crate::track::version::Version;

impl Between<'_> {
    /// Threads in one version only; `gone_on` are the figures that went on with another value, as indices.
    pub(super) fn come_and_gone(&mut self, version: &Version<'_>, gone_on: &[(usize, usize)]) {
        let passages = version.prior.map(|prior| Passages::new(version, prior, self.before, self.after));
        if let Some(passages) = &passages {
            self.in_another_mouth(passages);
            self.headlines(passages, version);
            self.headline_anew(passages, version);
        }
        self.counted(gone_on);
        self.come(version, passages.as_ref());
        self.gone(version, passages.as_ref());
    }

    fn come(&mut self, version: &Version<'_>, passages: Option<&Passages<'_>>) {
        for (at, alone) in alone(&self.after.said, &self.old, &self.passed) {
            let said = &self.after.said[at];
            if said.source.is_nobodys && self.is_doubted_by_somebody(at) {
                continue;
            }
            if let Some((passages, prior)) = passages.zip(version.prior.as_ref()).filter(|_| !said.in_headline)
                && let Some(from) = passages.unattributed_before(said, (&self.before.said, &self.new))
            {
                let earlier = self.before.page.within(prior.document.places().bytes(from));
                if !(said.source.is_nobodys && is_graver_word(said, earlier)) {
                    self.own_voice((None, Some(at)), (from, prior.document));
                }
                continue;
            }
            if passages.is_some_and(|passages| is_put_for_graded(said, &passages.words_before(said))) {
                continue;
            }
            let stood = passages.map_or(Whereabouts::Gone, |passages| passages.before(said));
            if stood == Whereabouts::Stands {
                continue;
            }
            if let (Whereabouts::Recued(from, force), Some(prior)) = (stood, version.prior) {
                self.put_otherwise((None, Some(at)), (from, prior.document), -force);
                continue;
            }
            if is_no_news(said) || is_part_of_another(at, &self.after.said, &self.old) {
                continue;
            }
            if let (Whereabouts::Denied(from) | Whereabouts::Otherwise(from, _), Some(prior)) = (stood, version.prior) {
                self.turned_round((None, Some(at)), (from, prior.document), stood);
                continue;
            }
            if said.source.is_nobodys && self.is_paired_beside(at) {
                continue;
            }
            let came_back = self.was_before(alone);
            let why = if came_back { self.why_restored(alone) } else { "not in the version before".to_owned() };
            self.draft(if came_back { ChangeKind::Restored } else { ChangeKind::Added }, None, Some(at), &why);
        }
    }

    fn gone(&mut self, version: &Version<'_>, passages: Option<&Passages<'_>>) {
        let withheld: Vec<&Said> = self.after.said.iter().filter(|said| said.voice == Voice::Withholds).collect();
        // "Rejected the claim", "refused to discuss the claim": its words stand, and it is denied no more.
        let is_left_open = |said: &Said, place: CharSpan| {
            said.voice == Voice::Refuses && withheld.iter().any(|other| other.same_source(said) && other.evidence.overlaps(place))
        };
        for (at, alone) in alone(&self.before.said, &self.new, &self.passed) {
            let said = &self.before.said[at];
            let spoken = passages.filter(|_| !said.in_headline);
            if let Some(to) = spoken.and_then(|passages| passages.unattributed_after(said, (&self.after.said, &self.old))) {
                self.own_voice((Some(at), None), (to, version.document));
                continue;
            }
            if passages.is_some_and(|passages| is_put_for_graded(said, &passages.words_after(said))) {
                continue;
            }
            let stands = match passages.map_or(Whereabouts::Gone, |passages| passages.after(said)) {
                Whereabouts::Reworded(to, _) | Whereabouts::Recued(to, _) | Whereabouts::Denied(to) | Whereabouts::Otherwise(to, _)
                    if is_left_open(said, to) =>
                {
                    Whereabouts::Gone
                }
                stands => stands,
            };
            if stands == Whereabouts::Stands || is_no_news(said) && !said.is_notice || is_part_of_another(at, &self.before.said, &self.new)
            {
                continue;
            }
            if let Whereabouts::Reworded(to, force) | Whereabouts::Recued(to, force) = stands {
                self.put_otherwise((Some(at), None), (to, version.document), force);
                continue;
            }
            if let Whereabouts::Denied(to) | Whereabouts::Otherwise(to, _) = stands {
                self.turned_round((Some(at), None), (to, version.document), stands);
                continue;
            }
            let accusation = self.threads.answered_by(alone).filter(|accusation| self.new.contains(accusation));
            let why = match accusation {
                Some(_) => "absent from this version, while what it answers still stands",
                None if said.is_notice => "the notice is absent from this version",
                None => "absent from this version",
            };
            self.draft(ChangeKind::Dropped, Some(at), None, why).extra = if accusation.is_some() { LOST_DENIAL } else { 0.0 };
        }
    }

    /// Headlines that went on without the speaker that they had, or with one that they had not, whatever the text below does.
    fn headlines(&mut self, passages: &Passages<'_>, version: &Version<'_>) {
        let Some(prior) = version.prior else { return };
        let spoken = |said: &Said| said.in_headline && said.source.key != NARRATOR && says(said);
        let lone = |end: &dyn Fn(&Pair) -> usize, other: &dyn Fn(&Pair) -> bool, at: usize| {
            !self.pairs.iter().any(|pair| end(pair) == at && pair.relation != Relation::OtherSource && other(pair))
        };
        let is_told = |entries: &Entries, said: &Said| {
            let tells = |draft: &Draft| draft.is_from(said.evidence) || draft.is_to(said.evidence);
            entries.iter().any(|draft| draft.kind == ChangeKind::SourceChanged && tells(draft))
        };
        let gone: Vec<usize> = (0..self.before.said.len())
            .filter(|at| spoken(&self.before.said[*at]) && lone(&|pair| pair.from, &|pair| self.after.said[pair.to].in_headline, *at))
            .collect();
        let come: Vec<usize> = (0..self.after.said.len())
            .filter(|at| spoken(&self.after.said[*at]) && lone(&|pair| pair.to, &|pair| self.before.said[pair.from].in_headline, *at))
            .collect();
        for at in gone {
            let said = &self.before.said[at];
            let place = passages.unattributed_after(said, (&self.after.said, &self.old));
            if let Some(to) = place.filter(|_| !is_told(&self.entries, said)) {
                self.own_voice((Some(at), None), (to, version.document));
            }
        }
        for at in come {
            let said = &self.after.said[at];
            let place = passages.unattributed_before(said, (&self.before.said, &self.new));
            if let Some(from) = place.filter(|_| !is_told(&self.entries, said)) {
                self.own_voice((None, Some(at)), (from, prior.document));
            }
        }
    }

    /// A headline over the same text that no longer says what it said, or says now what it did not: whoever reads no further reads
    /// something else. Over a text that went on to other news, another headline is nothing by itself.
    fn headline_anew(&mut self, passages: &Passages<'_>, version: &Version<'_>) {
        let Some(prior) = version.prior.as_ref() else { return };
        let Some((old, new)) = headline(prior.document).zip(headline(version.document)) else { return };
        let is_same = |link: &&Link| matches!(link.kind, LinkKind::Same | LinkKind::Typographic | LinkKind::Moved);
        let same: usize = prior.comparison.links.iter().filter(is_same).map(|link| link.to.len()).sum();
        if ((same + 1) as f64) < STAYED * version.document.sentences.len().max(prior.document.sentences.len()) as f64 {
            return;
        }
        let spoken = |said: &Said| said.in_headline && said.source.key != NARRATOR;
        let threads = |said: &[Said]| said.iter().filter(|said| said.in_headline).filter_map(|said| said.thread).collect::<FxHashSet<_>>();
        let (had, has) = (threads(&self.before.said), threads(&self.after.said));
        let is_one = |one: &Said, others: &[Said]| {
            others.iter().any(|other| other.in_headline && other.source.key == one.source.key && other.found == one.found)
        };
        let left = |said: &Said, own: &FxHashSet<usize>, other: &FxHashSet<usize>, others: &[Said]| {
            spoken(said) && said.is_in(other) && !said.is_in(own) && !is_one(said, others)
        };
        let words = |document: &Document<'_>, place: CharSpan| document.places().bytes(place).of(document.text).to_owned();
        let (was, is) = (words(prior.document, old), words(version.document, new));
        // "Minister misled MPs, says watchdog", "Minister lied to MPs": other words for it, and nobody's.
        let is_nobodys_there = |said: &Said, (others, headline): (&[Said], &str)| {
            spoken(said) && says(said) && !others.iter().any(spoken) && keeps_to(said, headline)
        };
        let gone = self.before.said.iter().position(|said| left(said, &has, &self.new, &self.after.said));
        let come = || self.after.said.iter().position(|said| left(said, &had, &self.old, &self.before.said));
        // "MPs slam plan", "MPs back plan": that is told as what they do.
        let does_otherwise = |stands: Whereabouts| matches!(stands, Whereabouts::Otherwise(..));
        let is_unsaid = |said: &Said| is_nobodys_there(said, (&self.after.said, &is)) && !does_otherwise(passages.after(said));
        let is_first_said = |said: &Said| is_nobodys_there(said, (&self.before.said, &was)) && !does_otherwise(passages.before(said));
        let unsaid = || self.before.said.iter().position(is_unsaid);
        let first_said = || self.after.said.iter().position(is_first_said);
        let stood_below = if gone.is_some() { (gone, None) } else { (None, come()) };
        let is_of_below = stood_below != (None, None);
        let (from, to) = match (is_of_below, unsaid()) {
            (true, _) => stood_below,
            (false, Some(at)) => (Some(at), None),
            (false, None) => (None, first_said()),
        };
        let is_told = if is_of_below { Entries::stand_at_both } else { Entries::stand_at_either };
        if from.or(to).is_none() || is_told(&self.entries, old, new) {
            return;
        }
        let why = match from {
            Some(_) if !is_of_below => "the headline says something else, and no longer who says it",
            None if !is_of_below => "the headline says something else, and who says it",
            Some(_) => "the headline says something else; what it said stands below it",
            None => "the headline says something else; what it says stood below it",
        };
        let draft = self.draft(ChangeKind::Reworded, from, to, why);
        (draft.evidence_from, draft.evidence_to) = (Some(old), Some(new));
        (draft.before, draft.after) = (was, is);
    }

    /// A claim that was found in one version only, while its sentence stands in the other in other words, at `place`, with so much more
    /// `force` in the later version; unless an entry speaks of the passage. (Where its cue stands in the earlier version too, a claim that
    /// is found in the later one only may well be what was added to its sentence.)
    fn put_otherwise(&mut self, (from, to): (Option<usize>, Option<usize>), (place, document): (CharSpan, &Document<'_>), force: i32) {
        let evidence_from = from.map_or(place, |at| self.before.said[at].evidence);
        let evidence_to = to.map_or(place, |at| self.after.said[at].evidence);
        if self.entries.stand_at_both(evidence_from, evidence_to) {
            return;
        }
        let kind = match force {
            0 => ChangeKind::Reworded,
            more if more > 0 => ChangeKind::Strengthened,
            _ => ChangeKind::Softened,
        };
        self.half_read(kind, (from, to), (place, document), "other words");
    }

    /// What somebody says in one version stands at `place` of the other with a word that denies it, or without the one that did; or they
    /// do another thing about it there.
    fn turned_round(
        &mut self,
        (from, to): (Option<usize>, Option<usize>),
        (place, document): (CharSpan, &Document<'_>),
        stands: Whereabouts,
    ) {
        let named = |act: Option<Act>| act.map_or("another", Act::as_str);
        let why = match (stands, from) {
            (Whereabouts::Otherwise(_, act), Some(at)) => format!("the act was {}, it is {} now", self.before.said[at].act, named(act)),
            (Whereabouts::Otherwise(_, act), None) => format!("the act was {} before", named(act)),
            _ => "what was affirmed is negated, or the reverse".to_owned(),
        };
        let evidence = |said: &[Said], at: Option<usize>| at.map_or(place, |at| said[at].evidence);
        let places = (evidence(&self.before.said, from), evidence(&self.after.said, to));
        // What became of a charge is a claim of the outlet's own, too.
        let is_told = |draft: &Draft| draft.kind == ChangeKind::ActChanged && draft.is_from(places.0) && draft.is_to(places.1);
        if !self.gives_status(places.0, places.1) && !self.entries.iter().any(is_told) {
            self.half_read(ChangeKind::ActChanged, (from, to), (place, document), &why);
        }
    }

    /// What somebody says in one version stands at `place` of the other in the outlet's own voice.
    fn own_voice(&mut self, (from, to): (Option<usize>, Option<usize>), there: (CharSpan, &Document<'_>)) {
        let said = from.map_or_else(|| to.map(|at| &self.after.said[at]), |at| Some(&self.before.said[at]));
        let source = said.map_or("", |said| &said.source.name).to_owned();
        let (was, is) = if from.is_some() { (source.as_str(), NARRATOR) } else { (NARRATOR, source.as_str()) };
        let (kind, why) = match said.filter(|said| said.source.is_nobodys) {
            Some(said) => doubt(said, to.is_some()),
            None => (ChangeKind::SourceChanged, format!("{} said it before, {} says it now", speaker(was), speaker(is))),
        };
        let draft = self.half_read(kind, (from, to), there, &why);
        if kind == ChangeKind::SourceChanged {
            is.clone_into(&mut draft.source_name);
        }
    }

    /// An entry on a claim of one version, at the `place` of the other where its words stand and no claim was found.
    fn half_read(
        &mut self,
        kind: ChangeKind,
        (from, to): (Option<usize>, Option<usize>),
        (place, document): (CharSpan, &Document<'_>),
        why: &str,
    ) -> &mut Draft {
        let words = document.places().bytes(place).of(document.text).to_owned();
        let draft = self.draft(kind, from, to, why);
        match from {
            Some(_) => (draft.evidence_to, draft.after) = (Some(place), words),
            None => (draft.evidence_from, draft.before) = (Some(place), words),
        }
        draft
    }

    /// The words are in a claim that the version before had, too, so that they are told with it: "has reportedly admitted".
    fn is_paired_beside(&self, at: usize) -> bool {
        let said = &self.after.said;
        let holds = |other: &Said| !other.source.is_nobodys && other.evidence.overlaps(said[at].evidence) && other.is_in(&self.old);
        // Claims stand in the order of their evidence.
        said[at.saturating_sub(BESIDE)..said.len().min(at + BESIDE)].iter().any(holds)
    }

    /// The word of doubt that makes it nobody's is said by somebody whom the version before had, too: "she allegedly stole it, the
    /// prosecutor said".
    fn is_doubted_by_somebody(&self, at: usize) -> bool {
        let said = &self.after.said;
        let says = |other: &Said, cue: &Word| other.words.iter().any(|word| word.span == cue.span && word.is_content && !word.is_cue);
        let mut cues = said[at].words.iter().filter(|word| word.is_cue).peekable();
        let near = || said[at.saturating_sub(BESIDE)..said.len().min(at + BESIDE)].iter();
        cues.peek().is_some() && cues.all(|cue| near().any(|other| other.is_somebody() && other.is_in(&self.old) && says(other, cue)))
    }

    /// Some earlier version of the report had the thread.
    fn was_before(&self, thread: usize) -> bool {
        self.ever.contains(&thread) || self.threads.was_in(self.report, thread)
    }

    fn why_restored(&self, thread: usize) -> String {
        let is_gone = |other: &usize| !self.new.contains(other) && self.was_before(*other);
        let unanswered = self.threads.answering(thread).iter().any(is_gone);
        let why = "was in an earlier version";
        if unanswered { format!("{why}; back without the denial that it had") } else { why.to_owned() }
    }
}

/// Share of its sentences that a text keeps, its headline not counted, where the headline alone was written anew.
const STAYED: f64 = 0.75;

/// Half of what somebody says, or more, is in the headline.
fn keeps_to(said: &Said, headline: &str) -> bool {
    let lower = headline.to_lowercase();
    let stands = |stem: &str| lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.starts_with(stem));
    let kept = said.gist.iter().filter(|stem| stands(stem)).count();
    kept > 0 && kept * 2 >= said.gist.len()
}

/// Where the headline stands.
fn headline(document: &Document<'_>) -> Option<CharSpan> {
    let at = (0..document.sentences.len()).find(|at| document.segment_of(*at).kind == SegmentKind::Headline)?;
    Some(document.places().chars(document.sentences[at].span))
}

/// "The ministry said it had confirmed two cases": what somebody says that they did came or went with their saying so; `other` are the
/// threads of the other version.
fn is_part_of_another(at: usize, said: &[Said], other: &FxHashSet<usize>) -> bool {
    let inner = &said[at];
    let is_pronoun = closed::classes(&inner.source.text).has(Class::Pronoun);
    if !is_pronoun || !matches!(inner.found, Act::Confirm | Act::State) {
        return false;
    }
    let is_told = |outer: &Said| {
        let holds = |cue: &Word| outer.words.iter().any(|word| word.span == cue.span && word.is_content && !word.is_cue);
        let mut cues = inner.words.iter().filter(|word| word.is_cue).peekable();
        outer.id != inner.id
            && outer.found == Act::State
            && outer.source.key == inner.source.key
            && cues.peek().is_some()
            && cues.all(holds)
    };
    let near = &said[at.saturating_sub(BESIDE)..said.len().min(at + BESIDE)];
    near.iter().any(|outer| !outer.thread.is_some_and(|thread| other.contains(&thread)) && !outer.source.is_nobodys && is_told(outer))
}

/// Claims before and after one that can share its words.
const BESIDE: usize = 8;
/// What a denial that went while its accusation stayed weighs more.
const LOST_DENIAL: f64 = 0.3;

/// What came or went with it is told by other entries, or is nothing: a headline that says something, a notice, a refusal to speak.
fn is_no_news(said: &Said) -> bool {
    says_in_headline(said) || said.is_notice || said.withholds
}

/// A headline that merely says something, in words of its own: what there is to tell stands below it.
fn says_in_headline(said: &Said) -> bool {
    said.in_headline && (said.source.key == NARRATOR || said.found == Act::State)
}

/// "Was charged" where "was arrested" stood: what nobody in particular does took the place of another word for it, and is told as that.
/// "Was acquitted" is no other word for it.
fn is_graver_word(said: &Said, earlier: &[Word]) -> bool {
    let grades = |word: &Word| word.grades();
    let is_graver = |own: &Word, other: &Word| {
        let is_other = |grade: &grades::Grade| grades(other).iter().any(|held| held.family == grade.family && held.grade != grade.grade);
        grades(own).iter().any(is_other) && !are_opposite(own.lower(), other.lower())
    };
    said.words.iter().filter(|word| is_put(said, word)).any(|own| earlier.iter().any(|other| is_graver(own, other)))
}

/// It carries the act, or the state that the outlet gives a topic.
fn is_put(said: &Said, word: &Word) -> bool {
    word.is_cue || said.status.is_some() && !word.grades().is_empty()
}

/// "Banned the march" where "delayed the march" stands, from which no claim is read: it neither came nor went.
fn is_put_for_graded(said: &Said, other: &[Word]) -> bool {
    let stands = |word: &Word| other.iter().any(|there| there.stem() == word.stem());
    let own = || said.words.iter().filter(|word| !word.is_function && !is_put(said, word));
    is_graver_word(said, other) && own().next().is_some() && own().all(stands)
}

/// What it is that the outlet says with the doubt of a claim that is nobody's ("is thought to have fled"), or no longer says with it: no
/// other source. A charge is no doubt: "has been charged with" that became "has been questioned over" is milder.
pub(super) fn doubt(said: &Said, is_new: bool) -> (ChangeKind, String) {
    let befalls = |word: &Word| word.grades().iter().any(|grade| grades::is_fate(grade.family));
    let is_charge = said.words.iter().any(|word| word.is_cue && befalls(word));
    let cues = joined(said.words.iter().filter(|word| word.is_cue && !word.is_function));
    let kind = if is_new == is_charge { ChangeKind::Strengthened } else { ChangeKind::Softened };
    (kind, if is_new { format!("no such word → “{cues}”") } else { format!("“{cues}” → no such word") })
}

/// Its cue is a word of saying, and no deed ("Guards find knife").
fn says(said: &Said) -> bool {
    let is_saying = |word: &Word| word.is_function || matches!(force::of(&word.form, word.stem()), Some((Sort::Verb, _)));
    said.words.iter().filter(|word| word.is_cue).all(is_saying)
}

/// The first claim, body before headline, of every thread that is in `said` and neither in `other` nor passed.
fn alone(said: &[Said], other: &FxHashSet<usize>, passed: &FxHashSet<usize>) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_key(|at| (said[*at].in_headline, *at));
    let mut seen: FxHashSet<usize> = FxHashSet::default();
    let fits = |thread: usize| !other.contains(&thread) && !passed.contains(&thread);
    order.into_iter().filter_map(|at| Some((at, said[at].thread?))).filter(|(_, thread)| fits(*thread) && seen.insert(*thread)).collect()
}
