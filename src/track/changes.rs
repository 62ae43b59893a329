//! What happened between two consecutive versions of one report, one entry for each thing that an editor wants to be told.
//!
//! A thread in both versions is compared by its wordings; one in a single version was added, dropped or restored, unless it passed to
//! another thread (another source, another act, another state), which is then the only entry. A headline is no entry by itself.
//!
//! Always holds: an entry's places are places of its two versions, and no two entries are of one kind at the same places.

use rustc_hash::{FxHashMap, FxHashSet};

use super::features::{NARRATOR, Said};
use super::notices::{self, Fresh, Pending};
use super::pairing::{Pair, Relation};
use super::passages::Passages;
use super::statuses::Lead;
use super::words::Reader;
use super::{ReportKey, Reported, Version, ids, kept, loose, materiality, order, threads, wording};
use crate::model::{Change, ChangeKind, NoticeState, in_words};
use crate::text::CharSpan;

/// A change without its notice.
pub(super) struct Draft {
    pub(super) kind: ChangeKind,
    pub(super) from: Option<usize>,
    pub(super) to: Option<usize>,
    pub(super) thread: Option<usize>,
    pub(super) source_name: String,
    pub(super) evidence_from: Option<CharSpan>,
    pub(super) evidence_to: Option<CharSpan>,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) why: String,
    pub(super) extra: f64,
}

/// What the steps ask besides the two versions.
#[derive(Clone, Copy)]
pub(super) struct Tools<'a> {
    pub(super) threads: &'a threads::Index<'a>,
    pub(super) reader: &'a Reader,
}

/// What is told of a thread once: the kind and, of a figure, both values.
type Told = (usize, ChangeKind, Option<(String, String)>);

/// All that the steps below read and write.
struct Between<'a> {
    report: ReportKey,
    before: &'a Reported,
    after: &'a Reported,
    pairs: &'a [Pair],
    threads: &'a threads::Index<'a>,
    old: FxHashSet<usize>,
    new: FxHashSet<usize>,
    /// Threads that another entry accounts for.
    passed: FxHashSet<usize>,
    drafts: Vec<Draft>,
    /// Figures of the later version that an entry speaks of.
    told_figures: FxHashSet<usize>,
}

/// The changes from `before` to `after`, in the order of the later text, and the ids of earlier ones to which a notice owns up now;
/// hands on what a later notice may still speak of.
pub(super) fn between(
    mut before: Reported,
    after: &mut Reported,
    pairs: &[Pair],
    tools: Tools<'_>,
    version: &Version<'_>,
) -> (Vec<Change>, Vec<String>) {
    let fresh = notices::fresh(version, &before.notices, tools.reader);
    let mut owned = Vec::new();
    let mut out = match fresh.is_empty() {
        true => Vec::new(),
        false => corrections(&fresh, &mut before, tools, version, &mut owned),
    };
    let mut pending = FxHashMap::default();
    for draft in drafts(&before, after, pairs, tools.threads, version) {
        let (change, words) = finish(draft, &before, after, tools, &fresh);
        pending.extend(words.map(|words| (change.id.clone(), words)));
        out.push(change);
    }
    out.sort_by_key(|change| {
        let place = change.evidence_to.or(change.evidence_from);
        (change.evidence_to.is_none(), place.map(CharSpan::start), change.kind, change.id.clone())
    });
    out.dedup_by_key(|change| change.id.clone());
    before.pending.extend(out.iter().filter_map(|change| pending.remove(&change.id).map(|words| Pending::of(change, words))));
    (after.ever, after.pending, after.owned) = (before.ever, before.pending, before.owned);
    (out, owned)
}

/// Every change without its notice.
fn drafts(before: &Reported, after: &Reported, pairs: &[Pair], threads: &threads::Index<'_>, version: &Version<'_>) -> Vec<Draft> {
    let threads_of = |said: &[Said]| said.iter().map(|said| said.thread).collect::<FxHashSet<usize>>();
    let mut work = Between {
        report: version.report,
        before,
        after,
        pairs,
        threads,
        old: threads_of(&before.said),
        new: threads_of(&after.said),
        passed: FxHashSet::default(),
        drafts: Vec::new(),
        told_figures: FxHashSet::default(),
    };
    work.passes();
    work.statuses();
    work.kept();
    work.moved();
    work.come_and_gone(version);
    loose::figures(before, after, &work.told_figures, &mut work.drafts);
    if let Some(prior) = &version.prior {
        loose::facts(before, after, version, prior, &mut work.drafts);
    }
    innermost(work.drafts)
}

impl Between<'_> {
    fn draft(&mut self, kind: ChangeKind, from: Option<usize>, to: Option<usize>, why: &str) -> &mut Draft {
        let (before, after) = (from.map(|at| &self.before.said[at]), to.map(|at| &self.after.said[at]));
        let main = after.or(before);
        self.drafts.push(Draft {
            kind,
            from,
            to,
            thread: main.map(|said| said.thread),
            source_name: main.map_or(String::new(), |said| said.source_name.clone()),
            evidence_from: before.map(|said| said.evidence),
            evidence_to: after.map(|said| said.evidence),
            before: before.map_or(String::new(), |said| said.evidence_text.clone()),
            after: after.map_or(String::new(), |said| said.evidence_text.clone()),
            why: why.to_owned(),
            extra: 0.0,
        });
        let last = self.drafts.len() - 1;
        &mut self.drafts[last]
    }

    /// Threads that went on in another mouth or with another act.
    fn passes(&mut self) {
        for pair in self.pairs.iter().filter(|pair| pair.relation != Relation::Same) {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            if self.new.contains(&from.thread) || self.old.contains(&to.thread) {
                continue;
            }
            if !self.passed.insert(from.thread) || !self.passed.insert(to.thread) {
                continue;
            }
            let (kind, why) = match pair.relation {
                Relation::OtherVoice => {
                    (ChangeKind::ActChanged, format!("{}: the act was {}, it is {} now", speaker(&to.source_name), from.act, to.act))
                }
                _ => (
                    ChangeKind::SourceChanged,
                    format!("{} said it before, {} says it now", speaker(&from.source_name), speaker(&to.source_name)),
                ),
            };
            self.draft(kind, Some(pair.from), Some(pair.to), &why);
        }
    }

    /// Topics whose lead gives another state.
    fn statuses(&mut self) {
        for old in &self.before.leads {
            let Some(new) = self.after.leads.iter().find(|lead| lead.topic == old.topic) else { continue };
            if new.state == old.state {
                continue;
            }
            let gone = Self::speaking(&self.before.said, &old.topic, &old.state, old.evidence, &self.new);
            let come = Self::speaking(&self.after.said, &new.topic, &new.state, new.evidence, &self.old);
            // Where the old state still stands somewhere in the text, what is new is new.
            if !gone.is_empty() {
                self.passed.extend(come.iter().map(|at| self.after.said[*at].thread));
            }
            self.passed.extend(gone.iter().map(|at| self.before.said[*at].thread));
            let thread = come.first().map(|at| self.after.said[*at].thread);
            self.drafts.push(Draft {
                kind: ChangeKind::StatusChanged,
                from: gone.first().copied(),
                to: come.first().copied(),
                thread,
                source_name: new.source_name.clone(),
                evidence_from: Some(old.evidence),
                evidence_to: Some(new.evidence),
                before: old.state.clone(),
                after: new.state.clone(),
                why: why_status(old, new),
                extra: 0.0,
            });
        }
    }

    /// Claims that give the topic this state and whose thread is not in `other`.
    fn speaking(said: &[Said], topic: &str, state: &str, evidence: CharSpan, other: &FxHashSet<usize>) -> Vec<usize> {
        let status = format!("{topic}/{state}");
        let speaks = |said: &Said| match &said.status {
            Some(own) => *own == status,
            None => said.evidence.overlaps(evidence) && said.topics.iter().any(|about| about == topic) && closely(said.evidence, evidence),
        };
        let found = said.iter().enumerate().filter(|(_, said)| speaks(said) && !other.contains(&said.thread));
        found.map(|(at, _)| at).collect()
    }

    /// Threads in both versions.
    fn kept(&mut self) {
        let mut told: FxHashSet<Told> = FxHashSet::default();
        let mut mended: FxHashSet<(String, String)> = FxHashSet::default();
        for pair in self.pairs.iter().filter(|pair| pair.relation == Relation::Same) {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            if from.in_headline != to.in_headline {
                continue;
            }
            let (figures, found) = kept::changes(pair, self.before, self.after);
            self.told_figures.extend(figures);
            for change in found {
                let minor = change.kind == ChangeKind::Reworded && to.in_headline;
                // A name mended wherever it stands is one thing to be told.
                let again =
                    change.kind == ChangeKind::Corrected && change.values.as_ref().is_some_and(|values| !mended.insert(values.clone()));
                // A claim can hold several figures, and each is one thing to be told.
                let figure = change.values.clone().filter(|_| change.kind == ChangeKind::FigureChanged);
                if minor || again || !told.insert((to.thread, change.kind, figure)) {
                    continue;
                }
                let draft = self.draft(change.kind, Some(pair.from), Some(pair.to), &change.why);
                if let Some(values) = change.values {
                    (draft.before, draft.after) = values;
                }
            }
        }
    }

    /// The smallest set of unchanged claims whose move explains the new order.
    fn moved(&mut self) {
        let body: Vec<&Pair> =
            self.pairs.iter().filter(|pair| !self.before.said[pair.from].in_headline && !self.after.said[pair.to].in_headline).collect();
        let order: Vec<usize> = body.iter().map(|pair| pair.from).collect();
        for at in order::moved(&order) {
            let pair = body[at];
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            if pair.relation != Relation::Same || wording::compare(from, to) != wording::Difference::default() || self.is_told(pair) {
                continue;
            }
            let (why, extra) = match (from.place, to.place) {
                (old, new) if new >= LAST_THIRD && old < LAST_THIRD => {
                    ("buried: the same words, now in the last third of the text", BURIED)
                }
                (old, new) if new > old => ("the same words, further down", 0.0),
                _ => ("the same words, further up", 0.0),
            };
            self.draft(ChangeKind::Moved, Some(pair.from), Some(pair.to), why).extra = extra;
        }
    }

    fn is_told(&self, pair: &Pair) -> bool {
        self.drafts.iter().any(|draft| draft.from == Some(pair.from) && draft.to == Some(pair.to))
    }

    /// Threads in one version only.
    fn come_and_gone(&mut self, version: &Version<'_>) {
        let in_notice =
            |said: &Said| version.findings.notices.iter().filter_map(|notice| notice.span).any(|span| span.overlaps(said.evidence));
        let passages = version.prior.map(|prior| Passages::new(version, prior, self.before, self.after));
        for (at, alone) in alone(&self.after.said, &self.old, &self.passed) {
            if passages.as_ref().is_some_and(|passages| passages.stood_before(&self.after.said[at])) {
                continue;
            }
            let said = &self.after.said[at];
            if said.source_key == NARRATOR && (said.in_headline || in_notice(said)) {
                continue;
            }
            if said.is_nobodys && self.is_paired_beside(at) {
                continue;
            }
            let came_back = self.was_before(alone);
            let why = if came_back { self.why_restored(alone) } else { "not in the version before".to_owned() };
            self.draft(if came_back { ChangeKind::Restored } else { ChangeKind::Added }, None, Some(at), &why);
        }
        for (at, alone) in alone(&self.before.said, &self.new, &self.passed) {
            if passages.as_ref().is_some_and(|passages| passages.stands_after(&self.before.said[at])) {
                continue;
            }
            let said = &self.before.said[at];
            if said.source_key == NARRATOR && said.in_headline {
                continue;
            }
            let accusation = self.threads.answered_by(alone).filter(|accusation| self.new.contains(accusation));
            let why = match accusation {
                Some(_) => "absent from this version, while what it answers still stands",
                None => "absent from this version",
            };
            self.draft(ChangeKind::Dropped, Some(at), None, why).extra = if accusation.is_some() { LOST_DENIAL } else { 0.0 };
        }
    }

    /// The words are in a claim that the version before had, too, so that they are told with it: "has reportedly admitted".
    fn is_paired_beside(&self, at: usize) -> bool {
        let said = &self.after.said;
        let holds = |other: &Said| !other.is_nobodys && other.evidence.overlaps(said[at].evidence) && self.old.contains(&other.thread);
        // Claims stand in the order of their evidence.
        said[at.saturating_sub(BESIDE)..said.len().min(at + BESIDE)].iter().any(holds)
    }

    /// Some earlier version of the report had the thread.
    fn was_before(&self, thread: usize) -> bool {
        self.before.ever.contains(&thread) || self.threads.was_in(self.report, thread)
    }

    fn why_restored(&self, thread: usize) -> String {
        let is_gone = |other: &usize| !self.new.contains(other) && self.was_before(*other);
        let unanswered = self.threads.answering(thread).iter().any(is_gone);
        let why = "was in an earlier version";
        if unanswered { format!("{why}; back without the denial that it had") } else { why.to_owned() }
    }
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

/// How a reason names who speaks.
fn speaker(name: &str) -> &str {
    if name == NARRATOR { "the outlet" } else { name }
}

/// An entry accounts for what changed at these places.
pub(super) fn spoken_of(drafts: &[Draft], from: CharSpan, to: CharSpan) -> bool {
    let over = |evidence: Option<CharSpan>, span: CharSpan| evidence.is_some_and(|evidence| evidence.overlaps(span));
    drafts.iter().any(|draft| match draft.kind {
        ChangeKind::Added | ChangeKind::Restored => over(draft.evidence_to, to),
        ChangeKind::Dropped => over(draft.evidence_from, from),
        ChangeKind::FigureChanged | ChangeKind::SourceChanged | ChangeKind::Corrected => {
            over(draft.evidence_from, from) || over(draft.evidence_to, to)
        }
        _ => false,
    })
}

/// Where the last third begins.
const LAST_THIRD: f64 = 2.0 / 3.0;
/// Claims before and after one that can share its words.
const BESIDE: usize = 8;
/// What words that were put down into the last third weigh more.
const BURIED: f64 = 0.15;
/// What a denial that went while its accusation stayed weighs more.
const LOST_DENIAL: f64 = 0.3;

/// The spans are about the same place: the shorter lies mostly in the longer and is no small part of it.
fn closely(left: CharSpan, right: CharSpan) -> bool {
    let shared = left.end().min(right.end()).saturating_sub(left.start().max(right.start()));
    shared * 10 >= left.len().max(right.len()) * 3
}

/// Leaves out entries whose places hold those of another entry of their kind: the words that changed are the inner claim's.
fn innermost(drafts: Vec<Draft>) -> Vec<Draft> {
    let shares_words = |kind| {
        use ChangeKind::{Corrected, FigureChanged, QuoteChanged, Reworded, Softened, Strengthened};
        matches!(kind, Corrected | FigureChanged | QuoteChanged | Reworded | Softened | Strengthened)
    };
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|at| (drafts[*at].kind, drafts[*at].evidence_to.map_or(0, CharSpan::len), *at));
    // Innermost first, so that one pass finds for each entry whether it holds an earlier one; places are marked by their start.
    let mut kept: Vec<(ChangeKind, CharSpan, Option<usize>)> = Vec::new();
    let mut keep = vec![true; drafts.len()];
    for at in order {
        let (kind, Some(place)) = (drafts[at].kind, drafts[at].evidence_to) else { continue };
        if !shares_words(kind) {
            continue;
        }
        // What changed in one claim more than once is no claim inside another.
        let is_other = |inner: Option<usize>| inner.is_none() || inner != drafts[at].to;
        let holds = |inner: &(ChangeKind, CharSpan, Option<usize>)| {
            inner.0 == kind && is_other(inner.2) && place.start() <= inner.1.start() && inner.1.end() <= place.end()
        };
        if kept.iter().rev().take(NESTED).any(holds) {
            keep[at] = false;
        } else {
            kept.push((kind, place, drafts[at].to));
        }
    }
    drafts.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(draft, _)| draft).collect()
}

/// Entries of one kind that are looked through for one inside another.
const NESTED: usize = 200;

/// The first claim, body before headline, of every thread that is in `said` and neither in `other` nor passed.
fn alone(said: &[Said], other: &FxHashSet<usize>, passed: &FxHashSet<usize>) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_key(|at| (said[*at].in_headline, *at));
    let mut seen: FxHashSet<usize> = FxHashSet::default();
    let fits = |thread: usize| !other.contains(&thread) && !passed.contains(&thread);
    order.into_iter().map(|at| (at, said[at].thread)).filter(|(_, thread)| fits(*thread) && seen.insert(*thread)).collect()
}

/// The entries for notices that own up to an error, and what they say of earlier changes, whose ids go to `owned`.
fn corrections(fresh: &[Fresh], before: &mut Reported, tools: Tools<'_>, version: &Version<'_>, owned: &mut Vec<String>) -> Vec<Change> {
    let mut pending = notices::pending(before, tools.threads, version.report, tools.reader);
    let mut out = Vec::new();
    for notice in fresh {
        let earlier = pending.iter().position(|change| change.is_declared_by(notice)).map(|at| pending.remove(at).change);
        if let Some(change) = &earlier {
            before.pending.retain(|other| other.change.id != change.id);
            before.owned.insert(change.id.clone());
            owned.push(change.id.clone());
        }
        let Some(span) = notice.span.filter(|_| earlier.is_some() || notices::is_correction(&notice.text)) else { continue };
        let why = match &earlier {
            Some(change) => format!("a notice owns up to an earlier change ({}): “{}” to “{}”", change.kind, change.before, change.after),
            None => "a notice owns up to an error".to_owned(),
        };
        let claim = version.findings.claims.iter().find(|claim| claim.source.is_none() && claim.evidence.span.overlaps(span));
        out.push(Change {
            id: ids::id('x', &["corrected", version.key, &notice.text]),
            kind: ChangeKind::Corrected,
            thread: None,
            act: claim.map(|claim| claim.act),
            source_name: NARRATOR.to_owned(),
            evidence_from: None,
            evidence_to: Some(span),
            before: earlier.map(|change| change.before).unwrap_or_default(),
            after: notice.text.clone(),
            notice: NoticeState::Declared,
            weight: 0.7,
            why,
        });
    }
    out
}

/// The change of a draft, and the words by which a later notice would name it, where a notice is wanted and none names it yet.
fn finish(draft: Draft, before: &Reported, after: &Reported, tools: Tools<'_>, fresh: &[Fresh]) -> (Change, Option<Vec<String>>) {
    let (from, to) = (draft.from.map(|at| &before.said[at]), draft.to.map(|at| &after.said[at]));
    let main = to.or(from);
    let mut why = draft.why;
    let weight = materiality::round((materiality::weigh(draft.kind, main, &mut why) + draft.extra).min(1.0));
    let mut notice = NoticeState::NotApplicable;
    let mut words = None;
    if materiality::wants_notice(draft.kind, main) {
        let telling = notices::telling(tools.reader, &draft.before, &draft.after);
        let counted = match draft.kind {
            ChangeKind::FigureChanged => notices::counted(tools.reader, &draft.before, &draft.after),
            _ => Vec::new(),
        };
        let known = notices::Known { telling: &telling, counted: &counted, sorts: notices::sorts(draft.kind) };
        let (state, reason) = notices::state(fresh, &known);
        notice = state;
        if let Some(reason) = reason {
            why.push_str("; ");
            why.push_str(reason);
        }
        words = (notice != NoticeState::Declared).then_some(telling);
    }
    let place = |span: Option<CharSpan>| span.map_or(String::new(), |span| format!("{}-{}", span.start(), span.end()));
    let name = |said: Option<&Said>| said.map_or("", |said| said.id.as_str()).to_owned();
    let (left, right) = (name(from), name(to));
    let change = Change {
        id: ids::id(
            'x',
            &[draft.kind.as_str(), &left, &right, &place(draft.evidence_from), &place(draft.evidence_to), &draft.before, &draft.after],
        ),
        kind: draft.kind,
        thread: draft.thread.map(|thread| tools.threads.id(thread).to_owned()),
        act: main.map(|said| said.act),
        source_name: draft.source_name,
        evidence_from: draft.evidence_from,
        evidence_to: draft.evidence_to,
        before: draft.before,
        after: draft.after,
        notice,
        weight,
        why,
    };
    (change, words)
}
