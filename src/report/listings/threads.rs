//! `threads` and `thread`: each claim through versions and outlets, and the life of one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::json;

use super::{Plainest, Scope, asserter, count, excerpt, reads_alone, rfc3339, time};
use crate::decisions::{self, NoItem};
use crate::model::{ChangeKind, Claim};
use crate::report::{Align, Block, Cell, Column, Listing, Mark, Moment, Report, Rich, Section};
use crate::store::{ReportId, SnapshotId, SnapshotInfo, StoreError, Texts, Thread, ThreadMember};
use crate::text::CharSpan;

const COLUMNS: &[Column] = &[
    Column::id("thread"),
    Column::text("who"),
    Column::text("act"),
    Column::words("last wording"),
    Column::name("first seen"),
    Column::spare("last seen", Align::Left),
    Column::number("versions"),
    Column::id("answered by"),
    Column::spare("said before in", Align::Left),
];

/// Characters of a wording in a title.
const SHOWN: usize = 200;

/// A claim of a thread at its place.
struct Worded<'w, 's> {
    info: &'s SnapshotInfo,
    member: &'w ThreadMember,
    claim: &'w Claim,
    /// The words of its evidence.
    words: String,
}

/// A story's threads with their claims.
struct Woven {
    threads: Vec<Thread>,
    members: BTreeMap<String, Vec<ThreadMember>>,
    claims: FxHashMap<String, Claim>,
    /// Thread → places in `threads` of those that answer it.
    answers: BTreeMap<String, Vec<usize>>,
    /// Thread → places in `threads` of those in whose claims another says what its own said, and the reverse.
    handed_on: BTreeMap<String, Vec<usize>>,
    taken_over: BTreeMap<String, Vec<usize>>,
}

impl Woven {
    fn read(scope: &Scope<'_>) -> Result<Woven, StoreError> {
        let mut members: BTreeMap<String, Vec<ThreadMember>> = BTreeMap::new();
        for member in scope.store.members(scope.story)? {
            members.entry(member.thread.clone()).or_default().push(member);
        }
        let claims = scope.counted_claims()?.into_iter().map(|stored| (stored.found.id.clone(), stored.found)).collect();
        let threads = scope.store.threads(scope.story)?;
        let mut answers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, thread) in threads.iter().enumerate() {
            if let Some(answered) = &thread.answers {
                answers.entry(answered.clone()).or_default().push(place);
            }
        }
        let mut woven = Woven { threads, members, claims, answers, handed_on: BTreeMap::new(), taken_over: BTreeMap::new() };
        woven.hand_on(scope)?;
        Ok(woven)
    }

    /// A thread has one source: links those of whose claims one was put for the other, in the words of another source.
    fn hand_on(&mut self, scope: &Scope<'_>) -> Result<(), StoreError> {
        let places: FxHashMap<&str, usize> = self.threads.iter().enumerate().map(|(at, thread)| (thread.id.as_str(), at)).collect();
        let holding: FxHashMap<(SnapshotId, CharSpan), &str> =
            self.members.values().flatten().map(|member| ((member.snapshot, member.evidence), member.thread.as_str())).collect();
        let mut links: Vec<(usize, usize)> = Vec::new();
        for stored in scope.counted_changes()? {
            let change = &stored.change;
            let thread = |snapshot, evidence: Option<CharSpan>| places.get(*holding.get(&(snapshot, evidence?))?).copied();
            let ends = thread(stored.from, change.evidence_from).zip(thread(stored.to, change.evidence_to));
            links.extend(ends.filter(|(from, to)| change.kind == ChangeKind::SourceChanged && from != to));
        }
        for (from, to) in links {
            self.handed_on.entry(self.threads[from].id.clone()).or_default().push(to);
            self.taken_over.entry(self.threads[to].id.clone()).or_default().push(from);
        }
        let lists = self.handed_on.values_mut().chain(self.taken_over.values_mut());
        lists.for_each(|places| {
            places.sort_unstable();
            places.dedup();
        });
        Ok(())
    }

    fn at<'w>(&'w self, places: &BTreeMap<String, Vec<usize>>, thread: &str) -> Vec<&'w Thread> {
        places.get(thread).into_iter().flatten().map(|place| &self.threads[*place]).collect()
    }

    /// Members with their snapshots, oldest first.
    fn of<'w, 's>(&'w self, scope: &'s Scope<'_>, thread: &str) -> Vec<(&'s SnapshotInfo, &'w ThreadMember)> {
        let members = self.members.get(thread).map_or(&[][..], Vec::as_slice);
        let mut placed: Vec<_> = members.iter().filter_map(|member| Some((scope.info(member.snapshot)?, member))).collect();
        placed.sort_by(|(left, one), (right, other)| left.in_story().cmp(&right.in_story()).then(one.evidence.cmp(&other.evidence)));
        placed
    }

    /// The claims of a thread that count, oldest first, each with where it stands and its words there.
    fn worded<'w, 's>(&'w self, scope: &'s Scope<'_>, texts: &mut Texts<'_>, thread: &str) -> Result<Vec<Worded<'w, 's>>, StoreError> {
        let mut out = Vec::new();
        for (info, member) in self.of(scope, thread) {
            if let Some(claim) = self.claims.get(&member.claim) {
                let words = texts.get(info.id)?.words(claim.evidence.span).to_owned();
                out.push(Worded { info, member, claim, words });
            }
        }
        Ok(out)
    }

    /// What a thread does, and whether it does so with a "not" in the last of its claims.
    fn act_of<'m>(&self, thread: &Thread, members: impl DoubleEndedIterator<Item = &'m ThreadMember>) -> String {
        let last = members.rev().find_map(|member| self.claims.get(&member.claim));
        thread.act.in_words(last.is_some_and(|claim| claim.negated))
    }

    fn answered_by(&self, thread: &str) -> Vec<&Thread> {
        self.at(&self.answers, thread)
    }
}

/// Every thread, one row each: those that are answered first, then those that stand in most versions, else in the order in which they
/// begin; the objects are the claims in them.
///
/// # Errors
/// Whatever the store refuses.
pub fn threads(scope: &Scope<'_>) -> Result<Listing, StoreError> {
    let woven = Woven::read(scope)?;
    let mut listing = Listing::new("thread", COLUMNS);
    let mut objects = Vec::new();
    let mut followed: Vec<_> = woven.threads.iter().map(|thread| (thread, woven.of(scope, &thread.id))).collect();
    followed.sort_by_key(|(thread, members)| Reverse((!woven.answered_by(&thread.id).is_empty(), versions(members))));
    let names = Plainest::of(woven.threads.iter().map(|thread| thread.source_name.as_str()));
    for (thread, members) in followed {
        let object = json!({
            "type": "thread", "thread": thread.id, "act": thread.act, "source_name": thread.source_name, "wording": thread.wording,
            "answers": thread.answers, "claims": members.len(),
        });
        listing.push(cells(&woven, thread, &members, &names), object);
        objects.extend(members.iter().map(|(info, member)| {
            json!({
                "type": "member", "doc": info.origin, "snapshot": info.reference, "thread": thread.id, "claim": member.claim,
                "evidence_span": member.evidence, "answers": thread.answers, "score": member.score, "reason": member.reason,
            })
        }));
    }
    listing.footer.push(format!("{} with {}", count(woven.threads.len(), "thread"), count(objects.len(), "claim")));
    listing.objects = Some(objects);
    Ok(listing)
}

/// Snapshots in which a thread stands; its members come in their order.
fn versions(members: &[(&SnapshotInfo, &ThreadMember)]) -> usize {
    let mut snapshots: Vec<_> = members.iter().map(|(info, _)| info.id).collect();
    snapshots.dedup();
    snapshots.len()
}

fn cells(woven: &Woven, thread: &Thread, members: &[(&SnapshotInfo, &ThreadMember)], names: &Plainest<'_>) -> Vec<Cell> {
    let seen = |place: Option<&(&SnapshotInfo, &ThreadMember)>| place.map(|(info, _)| info.reference.as_str()).into();
    let ids = |threads: Vec<&Thread>| threads.iter().map(|other| other.id.clone()).collect::<Vec<_>>().join(" ");
    vec![
        thread.id.as_str().into(),
        Rich::new().with(Mark::Strong, names.shown(&thread.source_name)).into(),
        woven.act_of(thread, members.iter().map(|(_, member)| *member)).into(),
        thread.wording.as_str().into(),
        seen(members.first()),
        seen(members.last()),
        versions(members).into(),
        ids(woven.answered_by(&thread.id)).into(),
        ids(woven.at(&woven.taken_over, &thread.id)).into(),
    ]
}

/// One thread with every claim in it, oldest first.
pub(in crate::report) struct Life<'s> {
    /// The thread.
    pub(in crate::report) thread: Thread,
    /// What it does, in words.
    pub(in crate::report) act: String,
    /// Where each claim stands, the claim, and its words there.
    pub(in crate::report) wordings: Vec<(&'s SnapshotInfo, Claim, String)>,
}

/// Every thread with its wordings.
///
/// # Errors
/// Whatever the store refuses.
pub(in crate::report) fn lives<'s>(scope: &'s Scope<'_>) -> Result<Vec<Life<'s>>, StoreError> {
    let woven = Woven::read(scope)?;
    let mut texts = Texts::of(scope.store);
    let mut out = Vec::new();
    for thread in &woven.threads {
        let worded = woven.worded(scope, &mut texts, &thread.id)?;
        let act = woven.act_of(thread, worded.iter().map(|one| one.member));
        let wordings = worded.into_iter().map(|Worded { info, claim, words, .. }| (info, claim.clone(), words)).collect();
        out.push(Life { thread: thread.clone(), act, wordings });
    }
    Ok(out)
}

const LIFE: &[Column] = &[
    Column::name("version"),
    Column::name("seen"),
    Column::text("who"),
    Column::name("act"),
    Column::all_words("words"),
    Column::spare("why in this thread", Align::Left),
];

/// Columns for programs.
const LIFE_FIELDS: &[&str] = &[
    "snapshot",
    "outlet",
    "seen",
    "claim.id",
    "claim.act",
    "claim.negated",
    "claim.source.name",
    "claim.target.name",
    "claim.content.text",
    "words",
    "claim.evidence.span",
    "score",
    "reason",
    "thread",
    "taken_over_from",
    "handed_on_to",
    "doc",
];

/// The life of one thread: every wording, source and place, and what answers it. `id` may be the beginning of its id.
///
/// # Errors
/// Whatever the store refuses.
pub fn thread(scope: &Scope<'_>, id: &str) -> Result<Result<Report, NoItem>, StoreError> {
    let woven = Woven::read(scope)?;
    let thread = match decisions::one(&woven.threads, |thread| &thread.id, id) {
        Ok(thread) => thread,
        Err(why) => return Ok(Err(why)),
    };
    let mut texts = Texts::of(scope.store);
    let worded = woven.worded(scope, &mut texts, &thread.id)?;
    let mut report = Report { title: title(&woven, thread, &worded), ..Report::default() };
    report.subtitle.push(format!("thread {}", thread.id));
    report
        .sections
        .push(Section { heading: "Every wording".to_owned(), blocks: vec![Block::Listing(life(scope, &woven, thread, &worded))] });
    for (heading, others) in [("Said before by another", &woven.taken_over), ("Said later by another", &woven.handed_on)] {
        let others = woven.at(others, &thread.id);
        if !others.is_empty() {
            report.sections.push(Section { heading: heading.to_owned(), blocks: vec![moments(scope, &woven, &mut texts, &others)?] });
        }
    }
    let answers = woven.answered_by(&thread.id);
    if !answers.is_empty() {
        report.sections.push(Section { heading: "Answered by".to_owned(), blocks: vec![moments(scope, &woven, &mut texts, &answers)?] });
    }
    if let Some(asked) = thread.answers.as_deref().and_then(|asked| woven.threads.iter().find(|other| other.id == asked)) {
        report.sections.push(Section { heading: "Answers".to_owned(), blocks: vec![moments(scope, &woven, &mut texts, &[asked])?] });
    }
    Ok(Ok(report))
}

/// Who says what; where that cannot be read alone ("denied it"), the words of the last claim.
fn title(woven: &Woven, thread: &Thread, worded: &[Worded<'_, '_>]) -> String {
    match worded.last().filter(|_| !reads_alone(thread.act, &thread.wording)) {
        Some(last) => excerpt(&last.words, SHOWN),
        None => {
            let act = woven.act_of(thread, worded.iter().map(|one| one.member));
            format!("{} {act}: {}", thread.source_name, excerpt(&thread.wording, SHOWN))
        }
    }
}

/// One wording for as long as it stands in a report.
struct Stand<'w> {
    first: &'w Worded<'w, 'w>,
    /// The last version in which it stands.
    last: u32,
    /// Which of the objects is that of its first version.
    object: usize,
}

/// Wordings, each for as long as it stands unchanged: until a version of its report is without it.
fn stands<'w>(worded: &'w [Worded<'w, 'w>]) -> Vec<Stand<'w>> {
    let mut out: Vec<Stand<'_>> = Vec::new();
    let mut newest: FxHashMap<(ReportId, String, &str, &str), usize> = FxHashMap::default();
    for (object, one) in worded.iter().enumerate() {
        let Worded { info, claim, words, .. } = one;
        let key = (info.report_id, claim.act_in_words(), claim.source_name(), words.as_str());
        let goes_on = |last: u32| last == info.ordinal || last.saturating_add(1) == info.ordinal;
        match newest.get(&key).copied().filter(|at| goes_on(out[*at].last)) {
            Some(at) => out[at].last = info.ordinal,
            None => {
                newest.insert(key, out.len());
                out.push(Stand { first: one, last: info.ordinal, object });
            }
        }
    }
    out
}

/// The wordings of a thread: a row for each for as long as it stands unchanged in a report, an object for each claim.
fn life(scope: &Scope<'_>, woven: &Woven, thread: &Thread, worded: &[Worded<'_, '_>]) -> Listing {
    let mut listing = Listing::new("wording", LIFE).with_fields(LIFE_FIELDS);
    let ids = |places: &BTreeMap<String, Vec<usize>>| woven.at(places, &thread.id).iter().map(|other| other.id.clone()).collect::<Vec<_>>();
    let (before, later) = (ids(&woven.taken_over), ids(&woven.handed_on));
    let object = |Worded { info, member, claim, words }: &Worded<'_, '_>| {
        json!({
            "type": "wording", "thread": thread.id, "doc": info.origin, "snapshot": info.reference, "outlet": info.outlet,
            "seen": rfc3339(info.seen_at()), "claim": claim, "words": words, "score": member.score, "reason": member.reason,
            "taken_over_from": before, "handed_on_to": later,
        })
    };
    let objects: Vec<serde_json::Value> = worded.iter().map(object).collect();
    for Stand { first, last, object } in stands(worded) {
        let cells: Vec<Cell> = vec![
            first.info.up_to(last).into(),
            time(first.info.seen_at()).into(),
            asserter(first.claim).into(),
            first.claim.act_in_words().into(),
            first.words.as_str().into(),
            why(first.member).into(),
        ];
        listing.push(cells, objects[object].clone());
    }
    listing.footer.push(count(listing.rows.len(), "wording"));
    listing.footer.extend(absences(scope, woven.members.get(&thread.id).map_or(&[], Vec::as_slice)));
    listing.objects = Some(objects);
    listing
}

/// Why a claim is in its thread, and how sure that is where likeness was measured.
fn why(member: &ThreadMember) -> String {
    let score = format!("{:.2}", member.score);
    if score == "0.00" { member.reason.clone() } else { format!("{} ({score})", member.reason) }
}

/// The versions from which a thread is gone, in each report that once had it: "not in herald-main@3 any more, nor in 2 later versions".
fn absences(scope: &Scope<'_>, members: &[ThreadMember]) -> Vec<String> {
    let places: FxHashSet<SnapshotId> = members.iter().map(|member| member.snapshot).collect();
    let reports = scope.snapshots.chunk_by(|left, right| left.report_id == right.report_id);
    let gone = reports.filter_map(|versions| {
        let last = versions.iter().rposition(|info| places.contains(&info.id))?;
        let (first, more) = versions[last + 1..].split_first()?;
        let later = if more.is_empty() { String::new() } else { format!(", nor in {}", count(more.len(), "later version")) };
        Some(format!("not in {} any more{later}", first.reference))
    });
    gone.collect()
}

/// Other threads, each with when it was said and in which words.
fn moments(scope: &Scope<'_>, woven: &Woven, texts: &mut Texts<'_>, threads: &[&Thread]) -> Result<Block, StoreError> {
    let mut moments = Vec::new();
    for thread in threads {
        let moment = |Worded { info, claim, words, .. }: Worded<'_, '_>| Moment {
            when: info.reference.clone(),
            what: Rich::new()
                .with(Mark::Strong, claim.source_name())
                .with(Mark::Plain, format!(" {} ", claim.act_in_words()))
                .with(Mark::Faint, thread.id.as_str()),
            words: words.into(),
            anchor: None,
        };
        moments.extend(woven.worded(scope, texts, &thread.id)?.into_iter().map(moment));
    }
    Ok(Block::Timeline(moments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likeness_that_nobody_measured_is_not_shown_as_none() {
        let member = |score| ThreadMember {
            thread: String::new(),
            snapshot: SnapshotId(1),
            claim: String::new(),
            evidence: crate::text::CharSpan::new(0, 1),
            score,
            reason: "sentences aligned".to_owned(),
        };
        assert_eq!([member(0.0), member(0.5)].map(|member| why(&member)), ["sentences aligned", "sentences aligned (0.50)"]);
    }
}
