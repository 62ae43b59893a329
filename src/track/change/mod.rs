//! What happened between two consecutive versions of one report, one entry for each thing that an editor wants to be told.
//!
//! A thread in both versions is compared by its wordings; one in a single version was added, dropped or restored, unless it passed to
//! another thread (another source, another act, another state), which is then the only entry. A headline is no entry by itself.
//!
//! Always holds: an entry's places are places of its two versions, and no two entries are of one kind at the same places.

// An entry before it is weighed, and all of them so far.
mod draft;
mod entries;

// Claims in both versions: what became of them, of the sentences with which they go on, of their order; topics with another state.
mod kept;

mod clauses;
mod mentioned;

mod continued;
mod moved;
mod order;
mod statuses;

// Claims in one version only.
mod passages;

mod come_and_gone;
mod handed_on;

// What changed where no claim stands, and in the words that only tell who somebody is.
mod described;
mod facts;
mod fates;
mod figures;
mod voice;

mod otherwise;

// How much an entry weighs, and what notices say of it.
mod declared;
mod materiality;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::closed::Class;
use crate::lexicon::force::{self, Sort};
use crate::lexicon::words::Role;
use crate::model::{Act, Change, ChangeKind};
use crate::text::{CharSpan, Document, Span};
use crate::track::notice::{self, Pending};
use crate::track::pair::{Pair, Relation};
use crate::track::read::Reading;
use crate::track::read::features::{NARRATOR, Said, Voice};
use crate::track::read::words::{Word, joined};
use crate::track::thread;
use crate::track::version::{ReportKey, Version};
use crate::track::wording::is_weighed;
use declared::{corrections, finish};
use draft::Draft;
use entries::Entries;
use otherwise::is_person;

/// What is kept of a report from one of its versions to the next.
#[derive(Default)]
pub(super) struct Reported {
    /// Its last version.
    pub(super) last: Reading,
    /// The notices of that version.
    pub(super) notices: FxHashSet<String>,
    /// Threads present in any version of this run so far.
    pub(super) ever: FxHashSet<usize>,
    /// What a later notice may still speak of.
    pub(super) outstanding: notice::Outstanding,
}

/// What the steps ask besides the two versions.
#[derive(Clone, Copy)]
pub(super) struct Tools<'a> {
    pub(super) threads: &'a thread::Index<'a>,
    /// The later version's key.
    pub(super) key: &'a str,
}

/// All that the steps below read and write.
struct Between<'a> {
    report: ReportKey,
    before: &'a Reading,
    after: &'a Reading,
    /// Threads that some earlier version of the report had, as far as this run saw them.
    ever: &'a FxHashSet<usize>,
    pairs: &'a [Pair],
    threads: &'a thread::Index<'a>,
    old: FxHashSet<usize>,
    new: FxHashSet<usize>,
    /// Threads that another entry accounts for.
    passed: FxHashSet<usize>,
    /// Sentences that are gone, with those that came and tell the contrary.
    contraries: Vec<(usize, usize)>,
    entries: Entries,
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
    let fresh = notice::fresh(version, &before.notices);
    let mut owned = Vec::new();
    let mut out = match fresh.is_empty() {
        true => Vec::new(),
        false => corrections(&fresh, &mut before, tools, version, &mut owned),
    };
    let mut pending = FxHashMap::default();
    let drafts = drafts(&before, &after.last, pairs, tools.threads, version).into_iter();
    for draft in drafts.flat_map(|draft| declared::parted(draft, &before.last, &after.last, &fresh)) {
        let (change, words) = finish(draft, &before.last, &after.last, tools, &fresh);
        pending.extend(words.map(|words| (change.id.clone(), words)));
        out.push(change);
    }
    fn order(change: &Change) -> (bool, Option<usize>, ChangeKind, &str, &str, &str) {
        let place = change.evidence_to.or(change.evidence_from).map(CharSpan::start);
        (change.evidence_to.is_none(), place, change.kind, &change.before, &change.after, &change.id)
    }
    out.sort_by(|left, right| order(left).cmp(&order(right)));
    out.dedup_by_key(|change| change.id.clone());
    let undeclared = out.iter().filter_map(|change| pending.remove(&change.id).map(|words| Pending::of(change, words)));
    before.outstanding.pending.extend(undeclared);
    (after.ever, after.outstanding) = (before.ever, before.outstanding);
    (out, owned)
}

/// Every change without its notice.
fn drafts(report: &Reported, after: &Reading, pairs: &[Pair], threads: &thread::Index<'_>, version: &Version<'_>) -> Vec<Draft> {
    let before = &report.last;
    let threads_of = |said: &[Said]| said.iter().filter_map(|said| said.thread).collect::<FxHashSet<usize>>();
    let mut work = Between {
        report: version.report,
        before,
        after,
        ever: &report.ever,
        pairs,
        threads,
        old: threads_of(&before.said),
        new: threads_of(&after.said),
        passed: FxHashSet::default(),
        contraries: otherwise::contraries(before, after, version),
        entries: Entries::default(),
    };
    work.passes();
    work.statuses();
    work.kept(version);
    work.continued(version);
    work.moved(version);
    work.statuses_in_place(version);
    let gone_on = figures::gone_on(before, after);
    work.come_and_gone(version, &gone_on);
    figures::figures(before, after, &gone_on, &mut work.entries);
    if let Some(prior) = &version.prior {
        work.own_words(version, prior);
        work.fates(version, prior);
        work.charges_told_no_more(version, prior);
        facts::facts(before, after, version, prior, &mut work.entries);
        work.own_words_put_for_others(version, prior);
    }
    figures::tolls(before, after, &mut work.entries);
    innermost(work.entries.into_drafts())
}

impl Between<'_> {
    fn draft(&mut self, kind: ChangeKind, from: Option<usize>, to: Option<usize>, why: &str) -> &mut Draft {
        let (before, after) = (from.map(|at| &self.before.said[at]), to.map(|at| &self.after.said[at]));
        let main = after.or(before);
        self.entries.push(Draft {
            kind,
            from,
            to,
            thread: main.and_then(|said| said.thread),
            source_name: main.map_or(String::new(), |said| said.source.name.clone()),
            evidence_from: before.map(|said| said.evidence),
            evidence_to: after.map(|said| said.evidence),
            before: before.map_or(String::new(), |said| said.evidence_text.clone()),
            after: after.map_or(String::new(), |said| said.evidence_text.clone()),
            of: None,
            why: why.to_owned(),
            extra: 0.0,
            is_missed: false,
        })
    }

    /// Claims that went on in another mouth or with another act, in two threads or in one that a person made of them.
    fn passes(&mut self) {
        // A headline that was left as it was keeps no claim of the text below it.
        let below =
            |said: &[Said]| -> FxHashSet<usize> { said.iter().filter(|said| !said.in_headline).filter_map(|said| said.thread).collect() };
        let (old, new) = (below(&self.before.said), below(&self.after.said));
        for pair in self.pairs.iter().filter(|pair| pair.relation != Relation::Same) {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            // What a person merged.
            let is_one_thread = pair.relation == Relation::OtherSource && from.thread.is_some() && from.thread == to.thread;
            let is_bare = from.is_bare_refusal() || to.is_bare_refusal();
            let is_below = pair.aligned && !is_bare && !from.in_headline && !to.in_headline;
            let (old, new) = if is_below { (&old, &new) } else { (&self.old, &self.new) };
            if !is_one_thread && (from.is_in(new) || to.is_in(old)) {
                continue;
            }
            let mut is_new = |said: &Said| said.thread.is_none_or(|thread| self.passed.insert(thread));
            if !is_new(from) || !is_one_thread && !is_new(to) {
                continue;
            }
            let (was, is) = speakers(from, to);
            let (kind, why) = match pair.relation {
                Relation::OtherVoice => hinted(from, to).unwrap_or_else(|| {
                    let was = if from.is_negated && from.act == Act::State { " (that it is not so)" } else { "" };
                    (ChangeKind::ActChanged, format!("{}: the act was {}{was}, it is {} now", speaker(&to.source.name), from.act, to.act))
                }),
                _ if from.source.is_nobodys && is == NARRATOR => come_and_gone::doubt(from, false),
                _ if to.source.is_nobodys && was == NARRATOR => come_and_gone::doubt(to, true),
                _ => (ChangeKind::SourceChanged, format!("{} said it before, {} says it now", speaker(was), speaker(is))),
            };
            let is = is.to_owned();
            self.draft(kind, Some(pair.from), Some(pair.to), &why).source_name = is;
            if pair.relation == Relation::OtherSource && kind == ChangeKind::SourceChanged {
                self.passed_on(pair);
            }
        }
    }

    /// What changed besides in a claim that is in another mouth now: its figures, facts, quotations and force.
    fn passed_on(&mut self, pair: &Pair) {
        let by_itself = |kind| {
            use ChangeKind::{Corrected, FigureChanged, QuoteChanged, Softened, Strengthened};
            matches!(kind, Corrected | FigureChanged | QuoteChanged | Softened | Strengthened)
        };
        for change in self.told_anew(pair).into_iter().filter(|change| by_itself(change.kind)) {
            let draft = self.draft(change.kind, Some(pair.from), Some(pair.to), &change.why);
            draft.of = change.of;
            if let Some(values) = change.values {
                (draft.before, draft.after) = values;
            }
        }
    }

    /// What happened to a pair and no entry says as yet. A name mended is one thing to be told, wherever it stands, and so is a figure
    /// changed that claims of one thing give.
    fn told_anew(&mut self, pair: &Pair) -> Vec<kept::PairChange> {
        let (figures, mut found) = kept::changes(pair, self.before, self.after);
        self.entries.take_figures(figures);
        let (of, said) = (Some(pair.to), &self.after.said);
        let are_apart = |one: usize, other: usize| said[one].is_of_others_than(&said[other]);
        found.retain_mut(|change| {
            let is_new_value = match &change.values {
                Some(values) if change.kind == ChangeKind::FigureChanged => {
                    let are_new = self.entries.are_new_values(values.clone(), of, are_apart);
                    if !are_new && said[pair.to].is_somebody() {
                        self.entries.name_another_source(values, &said[pair.to].source.name);
                    }
                    are_new
                }
                _ => true,
            };
            is_new_value && change.mended.take().is_none_or(|mended| self.entries.is_new_mend(mended, of, are_apart))
        });
        kept::with_figures_joined(found)
    }

    /// Threads in both versions.
    fn kept(&mut self, version: &Version<'_>) {
        let mut told: FxHashSet<(Option<usize>, ChangeKind, String)> = FxHashSet::default();
        for pair in self.pairs.iter().filter(|pair| pair.relation == Relation::Same) {
            let (from, to) = (&self.before.said[pair.from], &self.after.said[pair.to]);
            if from.in_headline != to.in_headline {
                continue;
            }
            for change in self.told_anew(pair) {
                let is_words = change.kind == ChangeKind::Reworded;
                let turns = matches!(change.kind, ChangeKind::ActChanged | ChangeKind::StatusChanged);
                let is_of_status = is_words || turns || matches!(change.kind, ChangeKind::Strengthened | ChangeKind::Softened);
                let is_told = || is_of_status && self.gives_status(from.evidence, to.evidence);
                let is_turned = || turns && self.turns_status(from.evidence, to.evidence);
                let minor = is_words && to.in_headline || is_told() || is_turned();
                if minor || (change.kind != ChangeKind::FigureChanged && !told.insert((to.thread, change.kind, change.why.clone()))) {
                    continue;
                }
                if let Some(clause) = change.clause {
                    self.clause(&change, pair, clause, version);
                    continue;
                }
                let draft = self.draft(change.kind, Some(pair.from), Some(pair.to), &change.why);
                draft.of = change.of;
                (draft.extra, draft.is_missed) = (change.extra, change.is_missed);
                if let Some(values) = change.values {
                    (draft.before, draft.after) = values;
                }
            }
        }
    }

    /// A clause of what is said that stands in one of the two versions.
    fn clause(&mut self, change: &kept::PairChange, pair: &Pair, clause: Span, version: &Version<'_>) {
        let words = |document: &Document<'_>| (document.places().chars(clause), document.slice(clause).to_owned());
        match change.kind {
            ChangeKind::Dropped => {
                let Some(prior) = &version.prior else { return };
                let draft = self.draft(change.kind, Some(pair.from), None, &change.why);
                let (place, text) = words(prior.document);
                (draft.evidence_from, draft.before) = (Some(place), text);
            }
            _ => {
                let draft = self.draft(change.kind, None, Some(pair.to), &change.why);
                let (place, text) = words(version.document);
                (draft.evidence_to, draft.after) = (Some(place), text);
            }
        }
    }
}

/// "Pledged two ships", "suggested that two ships might be sent", "said it would think about it": who hints at what they did before, or
/// says only what they will do, does it with less force. Who claims or suspects does another thing.
fn hinted(from: &Said, to: &Said) -> Option<(ChangeKind, String)> {
    let is_hint = |word: &Word| word.is_cue && word.looked_up().is(Role::Hints);
    let hints = |said: &Said| said.found == Act::State && said.words.iter().any(is_hint);
    let does = |said: &Said| matches!(said.found, Act::Demand | Act::Promise);
    let says_less = |of: &Said, said: &Said| does(of) && hints(said) || of.voice == Voice::Commits && says_what_they_will_do(said);
    let kind = match () {
        () if says_less(from, to) => ChangeKind::Softened,
        () if says_less(to, from) => ChangeKind::Strengthened,
        () => return kept::unshown(from, to),
    };
    let cue = |said: &Said| joined(said.words.iter().filter(|word| word.is_cue));
    Some((kind, format!("“{}” → “{}”", cue(from), cue(to))))
}

/// "Said she would consider it", "says it is considering it": what they say is that they will do it, or may.
fn says_what_they_will_do(said: &Said) -> bool {
    let is_of = |word: &Word, class: Class| word.classes().has(class);
    let mut content = said.words.iter().filter(|word| word.is_content && !word.is_cue && !is_of(word, Class::Subordinator));
    let (Some(doer), Some(lead), Some(verb)) = (content.next(), content.next(), content.next()) else { return false };
    let is_led = is_of(lead, Class::Modal) || lead.looked_up().is(Role::Be) && is_weighed(verb);
    said.found == Act::State && !said.is_negated && is_person(doer) && is_led
}

/// Who says it in two versions. "Guards found a knife, police said" that became "Guards found a knife": what the police said the guards did
/// is in the outlet's voice now, though the guards are read as its source where nobody else is.
fn speakers<'s>(from: &'s Said, to: &'s Said) -> (&'s str, &'s str) {
    let says = |word: &Word| word.is_cue && matches!(force::of(&word.form, word.stem()), Some((Sort::Verb, _)));
    let is_told_of =
        |doer: &Said, teller: &Said| is_told_of(doer, teller) && !doer.words.iter().any(|word| !word.is_function && says(word));
    match () {
        () if is_told_of(to, from) => (&from.source.name, NARRATOR),
        () if is_told_of(from, to) => (NARRATOR, &to.source.name),
        () => (&from.source.name, &to.source.name),
    }
}

/// Who does what in one claim is what is said in the other: "The clerk took bribes" in "The clerk took bribes, the police said".
fn is_told_of(doer: &Said, teller: &Said) -> bool {
    let mut own = doer.words.iter().filter(|word| (word.is_mention || word.is_cue) && !word.is_function).peekable();
    let tells = |word: &Word| teller.words.iter().any(|there| there.stem() == word.stem() && there.is_content && !there.is_cue);
    own.peek().is_some() && own.all(tells)
}

/// How a reason names who speaks.
fn speaker(name: &str) -> &str {
    if name == NARRATOR { "the outlet" } else { name }
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
