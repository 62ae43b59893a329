//! The audit report of a story: what changed without a word first, then everything that shows it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::listings::{self, Announced, ChangeFilter, Scope};
use super::{Block, Cell, Column, Listing, Mark, Moment, Report, Rich, Run, Section, comparison};
use crate::lexicon::actors::World;
use crate::model::{NoticeState, in_words};
use crate::store::{SnapshotId, SnapshotInfo, StoreError};
use crate::text::Document;

/// The whole report of the scope's story, with these names of the world. `made_by` names the program, its version and its data.
///
/// # Errors
/// Whatever the store refuses.
pub fn audit(world: &World, scope: &Scope<'_>, made_by: &str) -> Result<Report, StoreError> {
    let listing = |heading: &str, listing| Section { heading: heading.to_owned(), blocks: vec![Block::Listing(listing)] };
    let counted = ChangeFilter { counted: true, ..ChangeFilter::default() };
    let silent = ChangeFilter { silent: true, ..counted.clone() };
    let altered = scope.altered()?;
    let mut at_a_glance = vec![Block::Items(glance(scope)?)];
    if !altered.is_empty() {
        at_a_glance.insert(0, Block::Paragraph(alarm(&altered)));
    }
    let mut sections = vec![
        Section { heading: "At a glance".to_owned(), blocks: at_a_glance },
        listing("Changed without notice", told(scope, &silent)?),
        Section { heading: "Timeline".to_owned(), blocks: vec![timeline(scope)?] },
        listing("Who does what", listings::who(scope)?),
        listing("States of tracked topics", listings::status(scope, None)?.by_row()),
        listing("Figures", listings::figures(scope)?.by_row()),
        listing("Claims through versions and outlets", linked(listings::threads(scope)?.by_row())),
        Section { heading: "Every wording".to_owned(), blocks: wordings(scope)? },
        listing("Outlets side by side", listings::compare(scope, listings::OnlyHere::Weightiest)?),
        listing("All changes", told(scope, &counted)?),
    ];
    sections.extend(word_diffs(world, scope)?);
    sections.push(listing("Decisions", listings::decisions(scope)?));
    sections.push(Section {
        heading: "Evidence".to_owned(),
        blocks: vec![
            Block::Items(reading_notes()),
            Block::Paragraph(seals(scope, altered.len())),
            Block::Listing(listings::versions(scope)?),
        ],
    });
    Ok(Report {
        title: format!("{}: what changed and on whose say-so", scope.story.unwrap_or("all stories")),
        subtitle: vec![
            format!("{} in {}", listings::count(scope.snapshots.len(), "snapshot"), span_of_time(scope)),
            format!("made by {made_by}"),
        ],
        sections,
    })
}

/// What must be read before all else: some of the texts below are not those that were stored.
fn alarm(altered: &[&SnapshotInfo]) -> Rich {
    let names: Vec<&str> = altered.iter().map(|info| info.reference.as_str()).collect();
    let said = format!("Not as stored: {}.", names.join(", "));
    Rich::new()
        .with(Mark::Strong, said)
        .with(Mark::Plain, " The bytes, text, title, times or names were altered since; sayso verify says which.")
}

/// "9 of 9 snapshots are as they were stored: …"
fn seals(scope: &Scope<'_>, altered: usize) -> Rich {
    let all = scope.snapshots.len();
    let sound = format!("{} of {}", all - altered, listings::count(all, "snapshot"));
    Rich::from(format!(
        "When this report was made, {sound} had the hash and the seal with which they were stored. sayso verify also reads the bytes again and \
         compares every derived row with a rebuild."
    ))
}

/// The story in numbers, each with what it counts.
fn glance(scope: &Scope<'_>) -> Result<Vec<Rich>, StoreError> {
    let changes = scope.counted_changes()?;
    let announced = Announced::of(&changes);
    let rejected = scope.rejected()?;
    let distinct = |names: BTreeSet<(&str, &str)>| names.len();
    let reports = distinct(scope.snapshots.iter().map(|info| (info.outlet.as_str(), info.report.as_str())).collect());
    let outlets = distinct(scope.snapshots.iter().map(|info| (info.outlet.as_str(), "")).collect());
    let numbers = [
        (scope.snapshots.len(), "version", "versions".to_owned()),
        (outlets, "outlet", format!("outlets, {}", listings::count(reports, "report"))),
        (announced.changes(), "change between versions", "changes between versions".to_owned()),
        (
            announced.expected(),
            "of a kind that a publisher is expected to announce",
            "of kinds that a publisher is expected to announce".to_owned(),
        ),
        (announced.silent, "of these made without notice", "of these made without notice".to_owned()),
        (announced.later, "of these silent until a later notice", "of these silent until a later notice".to_owned()),
        (
            announced.declared + announced.partial,
            "of these owned up to, in whole or in part",
            "of these owned up to, in whole or in part".to_owned(),
        ),
        (announced.others, "other edit, for which no notice is looked for", "other edits, for which no notice is looked for".to_owned()),
        (
            listings::lost_denials(scope, &changes)?,
            "accusation left standing without its denial",
            "accusations left standing without their denial".to_owned(),
        ),
    ];
    let said = |(number, one, many): (usize, &str, String)| {
        let what = if number == 1 { one.to_owned() } else { many };
        Rich::new().with(Mark::Strong, number.to_string()).with(Mark::Plain, format!(" {what}"))
    };
    let rejected = (rejected > 0).then_some((
        rejected,
        "change or claim rejected by a decision and not counted",
        "changes and claims rejected by decisions and not counted".to_owned(),
    ));
    Ok(numbers.into_iter().chain(rejected).map(said).collect())
}

const TOLD: &[Column] = &[
    Column::number("weight"),
    Column::text("what"),
    Column::text("before"),
    Column::text("after"),
    Column::name("notice"),
    Column::name("versions"),
];

/// The rows of `changes` laid out to be read on a page: both sides in columns of their own, and the reason.
fn told(scope: &Scope<'_>, filter: &ChangeFilter) -> Result<Listing, StoreError> {
    let (all, footer) = listings::told(scope, filter)?;
    let mut out = Listing::new("change", TOLD).with_fields(listings::CHANGE_FIELDS);
    out.footer = footer;
    for told in all {
        let change = &told.change;
        let [before, after] = change.sides();
        let runs = listings::marked_sides(&before, &after).0;
        let [beside, beside_now] = &told.around;
        let side = |other: Mark, around: &Option<listings::Around>| {
            let words = one_side(&runs, other);
            around.as_ref().map_or(words.clone(), |around| around.put(words))
        };
        let mut what = Rich::new().with(Mark::Strong, change.kind_in_words());
        for part in [told.who().plain(), told.act().unwrap_or_default(), change.of.clone().unwrap_or_default()] {
            what.push(Mark::Plain, if part.is_empty() { String::new() } else { format!(" · {part}") });
        }
        what.push(Mark::Plain, "\n");
        what.push(Mark::Faint, change.why.clone());
        what.push(Mark::Faint, format!(" · {}", change.id));
        if !told.reviewed.is_empty() {
            what.push(Mark::Strong, format!("\nreviewed: {}", told.reviewed));
        }
        let versions = Rich::new()
            .with(Mark::Faint, format!("{}\n", told.to.report_reference()))
            .with(Mark::Plain, format!("{} → {}", told.from.ordinal, told.to.ordinal));
        let cells: Vec<Cell> = vec![
            change.weight.into(),
            what.into(),
            side(Mark::Inserted, beside).into(),
            side(Mark::Deleted, beside_now).into(),
            told.notice().into(),
            versions.into(),
        ];
        out.push(cells, told.object());
    }
    Ok(out)
}

/// The words without those of the other side, and without the spaces that parted them.
fn one_side(runs: &[Run], other: Mark) -> Rich {
    let mut out = Rich::new();
    for run in runs.iter().filter(|run| run.mark != other) {
        let is_parted = out.0.last().is_none_or(|last: &Run| last.text.ends_with(' '));
        let text = if is_parted { run.text.trim_start_matches(' ') } else { &run.text };
        if !text.is_empty() {
            out.push(run.mark, text);
        }
    }
    while let Some(last) = out.0.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            break;
        }
        out.0.pop();
    }
    out
}

/// The rows of `threads`, each leading to its wordings.
fn linked(mut threads: Listing) -> Listing {
    for row in &mut threads.rows {
        if let Some(first) = row.cells.first_mut() {
            let id = first.plain();
            *first = Rich::new().with_link(id.clone(), format!("#{id}")).into();
        }
    }
    threads
}

/// For each thread its wordings, one for as long as it stood unchanged.
fn wordings(scope: &Scope<'_>) -> Result<Vec<Block>, StoreError> {
    let mut blocks = Vec::new();
    for life in listings::lives(scope)? {
        let mut moments: Vec<Moment> = Vec::new();
        for (info, claim, words) in life.wordings {
            let same = |moment: &&mut Moment| moment.words.plain() == words;
            if let Some(moment) = moments.iter_mut().rev().find(same) {
                let _ = write!(moment.when, ", {}", info.reference);
                continue;
            }
            let who = claim.source_name();
            moments.push(Moment {
                when: format!("{} · {}", listings::time(info.seen_at()), info.reference),
                what: Rich::new().with(Mark::Strong, who).with(Mark::Plain, format!(" · {}", claim.act_in_words())),
                words: words.into(),
                anchor: moments.is_empty().then(|| life.thread.id.clone()),
            });
        }
        let mut heading = Rich::new()
            .with(Mark::Strong, life.thread.source_name.as_str())
            .with(Mark::Plain, format!(" · {} · ", life.act))
            .with(Mark::Faint, life.thread.id.as_str());
        if let Some(answered) = &life.thread.answers {
            heading = heading.with(Mark::Plain, " · answers ").with_link(answered.clone(), format!("#{answered}"));
        }
        blocks.extend([Block::Paragraph(heading), Block::Timeline(moments)]);
    }
    Ok(blocks)
}

fn span_of_time(scope: &Scope<'_>) -> String {
    let times: Vec<i64> = scope.snapshots.iter().filter_map(SnapshotInfo::seen_at).collect();
    match (times.iter().min(), times.iter().max()) {
        (Some(first), Some(last)) => format!("{} to {} UTC", listings::time(Some(*first)), listings::time(Some(*last))),
        _ => "an unknown time".to_owned(),
    }
}

/// Versions in the order of their times: what each changed, and the state that it gives each topic.
fn timeline(scope: &Scope<'_>) -> Result<Block, StoreError> {
    let mut changed: BTreeMap<SnapshotId, (usize, usize)> = BTreeMap::new();
    for stored in scope.counted_changes()?.into_iter().filter(|stored| !stored.change.is_notice()) {
        let (all, silent) = changed.entry(stored.to).or_default();
        *all += 1;
        *silent += usize::from(stored.change.notice == NoticeState::Silent && stored.owned_in.is_none());
    }
    let mut states: BTreeMap<SnapshotId, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for stored in scope.store.statuses(scope.story)? {
        let topic = states.entry(stored.snapshot).or_default().entry(stored.found.topic).or_default();
        let state = in_words(&stored.found.state);
        if !topic.contains(&state) {
            topic.push(state);
        }
    }
    let mut snapshots: Vec<&SnapshotInfo> = scope.snapshots.iter().collect();
    snapshots.sort_by(|left, right| left.in_story().cmp(&right.in_story()));
    let moment = |info: &SnapshotInfo| {
        let what = match (info.ordinal, changed.get(&info.id)) {
            (1, _) => "first version".to_owned(),
            (_, Some((1, 1))) => "1 change, silent".to_owned(),
            (_, Some((all, 0))) => format!("{}, none silent", listings::count(*all, "change")),
            (_, Some((all, silent))) => format!("{}, {silent} of them silent", listings::count(*all, "change")),
            (_, None) => "no claim changed".to_owned(),
        };
        let mut words = Rich::new().with(Mark::Faint, what);
        for (topic, states) in states.get(&info.id).into_iter().flatten() {
            words.push(Mark::Plain, format!("\n{topic}: "));
            words.push(Mark::Strong, states.join(", "));
        }
        Moment {
            when: format!("{} · {}", listings::time(info.seen_at()), info.reference),
            what: Rich::new().with(Mark::Strong, info.outlet.as_str()).with(Mark::Plain, format!(": {}", info.title)),
            words,
            anchor: None,
        }
    };
    Ok(Block::Timeline(snapshots.into_iter().map(moment).collect()))
}

/// One section for each pair of consecutive versions: the words that changed.
fn word_diffs(world: &World, scope: &Scope<'_>) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    for to in &scope.snapshots {
        let Some(from) = scope.before(to) else { continue };
        let (before, after) = (scope.store.text(from.id)?, scope.store.text(to.id)?);
        let (before, after) = (Document::new(&before), Document::new(&after));
        let side = |info, document| comparison::Side { name: info, document };
        let view = comparison::View::default();
        let compared = comparison::comparison(world, side(&from.reference, &before), side(&to.reference, &after), view);
        let mut blocks: Vec<Block> = compared.subtitle.into_iter().map(|line| Block::Paragraph(line.into())).collect();
        blocks.extend(compared.sections.into_iter().flat_map(|section| section.blocks));
        sections.push(Section { heading: format!("Word by word: {}", listings::span_of_versions(from, to)), blocks });
    }
    Ok(sections)
}

/// How to read the report, and what it does not say.
fn reading_notes() -> Vec<Rich> {
    let others = format!("\"–\" in its place means an edit of another kind: {}. No notice is looked for.", listings::OTHER_EDITS);
    [
        "The report says what changed between captured versions; it does not say what is true.",
        "\"Silent\" means that a publisher would be expected to announce the change and that no notice in the captured texts speaks of it. A notice on another page is not seen.",
        &others,
        "What a decision rejects is in no count and no section but \"Decisions\".",
        "Present in one version and absent from the next is all that \"dropped\" means. A missing capture is no deletion.",
        "Capture time is when a copy was taken; publication time is what the publisher states.",
    ]
    .map(Rich::from)
    .into()
}
