//! The audit report of a story: what changed without a word first, then everything that shows it.

use super::listings::{self, ChangeFilter, Scope};
use super::{Block, Mark, Moment, Report, Rich, Section, comparison};
use crate::model::NoticeState;
use crate::store::{SnapshotInfo, StoreError};
use crate::text::Document;

/// The whole report of the scope's story. `made_by` names the program, its version and its data.
///
/// # Errors
/// Whatever the store refuses.
pub fn audit(scope: &Scope<'_>, made_by: &str) -> Result<Report, StoreError> {
    let silent = listings::changes(scope, &ChangeFilter { silent: true, ..ChangeFilter::default() })?;
    let all = listings::changes(scope, &ChangeFilter::default())?;
    let listing = |heading: &str, listing| Section { heading: heading.to_owned(), blocks: vec![Block::Listing(listing)] };
    let mut sections = vec![
        listing("Changed without notice", silent),
        listing("All changes", all),
        Section { heading: "Timeline".to_owned(), blocks: vec![timeline(scope)?] },
        listing("Who does what", listings::who(scope)?),
        listing("States of tracked topics", listings::status(scope, None)?),
        listing("Figures", listings::figures(scope)?),
        listing("Claims through versions and outlets", listings::threads(scope)?.0),
        listing("Outlets side by side", listings::compare(scope)?),
    ];
    sections.extend(word_diffs(scope)?);
    sections.push(listing("Decisions", listings::decisions(scope)?));
    sections.push(Section {
        heading: "Evidence".to_owned(),
        blocks: vec![Block::Listing(listings::versions(scope)?), Block::Items(reading_notes())],
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

fn span_of_time(scope: &Scope<'_>) -> String {
    let times: Vec<i64> = scope.snapshots.iter().filter_map(SnapshotInfo::seen_at).collect();
    match (times.iter().min(), times.iter().max()) {
        (Some(first), Some(last)) => format!("{} to {} UTC", listings::time(Some(*first)), listings::time(Some(*last))),
        _ => "an unknown time".to_owned(),
    }
}

/// Versions in the order of their times, each with the changes it brought that weigh most.
fn timeline(scope: &Scope<'_>) -> Result<Block, StoreError> {
    let changes = scope.store.changes(scope.story)?;
    let mut snapshots: Vec<&SnapshotInfo> = scope.snapshots.iter().collect();
    snapshots.sort_by_key(|info| (info.seen_at(), info.reference.clone()));
    let mut moments = Vec::new();
    for info in snapshots {
        let mine: Vec<_> = changes.iter().filter(|stored| stored.to == info.id).collect();
        let silent = mine.iter().filter(|stored| stored.change.notice == NoticeState::Silent).count();
        let what = Rich::new().with(Mark::Strong, info.outlet.as_str()).with(Mark::Plain, format!(": {}", info.title));
        let words = match (info.ordinal, mine.len()) {
            (1, _) => "first version".to_owned(),
            (_, changes) => format!("{}, {silent} of them silent", listings::count(changes, "change")),
        };
        moments.push(Moment {
            when: format!("{} · {}", listings::time(info.seen_at()), info.reference),
            what,
            words: Rich::new().with(Mark::Faint, words),
            anchor: None,
        });
    }
    Ok(Block::Timeline(moments))
}

/// One section for each pair of consecutive versions: the words that changed.
fn word_diffs(scope: &Scope<'_>) -> Result<Vec<Section>, StoreError> {
    let mut sections = Vec::new();
    for pair in scope.snapshots.windows(2) {
        let [from, to] = pair else { continue };
        if from.outlet != to.outlet || from.report != to.report {
            continue;
        }
        let (before, after) = (scope.store.text(from.id)?, scope.store.text(to.id)?);
        let (before, after) = (Document::new(&before), Document::new(&after));
        let side = |info, document| comparison::Side { name: info, document };
        let view = comparison::View::default();
        let compared = comparison::comparison(side(&from.reference, &before), side(&to.reference, &after), view);
        let mut blocks: Vec<Block> = compared.subtitle.into_iter().map(|line| Block::Paragraph(line.into())).collect();
        blocks.extend(compared.sections.into_iter().flat_map(|section| section.blocks));
        sections.push(Section { heading: format!("Word by word: {} → {}", from.reference, to.reference), blocks });
    }
    Ok(sections)
}

/// How to read the report, and what it does not say.
fn reading_notes() -> Vec<Rich> {
    [
        "The report says what changed between captured versions; it does not say what is true.",
        "\"Silent\" means that no notice in the captured texts speaks of the change. A notice on another page is not seen.",
        "Present in one version and absent from the next is all that \"dropped\" means. A missing capture is no deletion.",
        "Capture time is when a copy was taken; publication time is what the publisher states.",
    ]
    .into_iter()
    .map(Rich::from)
    .collect()
}
