//! `show` and `blame`: a snapshot's text with its claims marked, and where each of its sentences comes from.

use serde_json::json;

use super::{Scope, asserter, count, object, rfc3339, ruled, time};
use crate::diff::{self, Origin};
use crate::report::{Block, Cell, Column, Listing, Mark, Report, Rich, Section};
use crate::store::{SnapshotInfo, StoreError};
use crate::text::{CharIndex, Span};

const COLUMNS: &[Column] =
    &[Column::text("who"), Column::name("act"), Column::all_words("what"), Column::name("reviewed"), Column::id("id")];

/// A snapshot's text, the evidence of its claims marked, and a list of who says what in it.
///
/// # Errors
/// Whatever the store refuses.
pub fn show(scope: &Scope<'_>, info: &SnapshotInfo) -> Result<Report, StoreError> {
    let text = scope.store.text(info.id)?;
    let found = scope.store.findings(info.id)?;
    let index = CharIndex::new(&text);
    let cues = found
        .claims
        .iter()
        .flat_map(|claim| claim.cue.iter().flat_map(|cue| cue.span.iter().map(|span| (index.bytes(*span), Mark::Strong))));
    let contents = found.claims.iter().flat_map(|claim| claim.content.span.iter().map(|span| (index.bytes(*span), Mark::Claim)));
    let marks: Vec<(Span, Mark)> = cues.chain(contents).collect();
    let mut listing = Listing::new("claim", COLUMNS).with_fields(super::claims::FIELDS);
    for claim in &found.claims {
        let reviewed = scope.ruled.on_claim(&claim.id).map(ruled).unwrap_or_default();
        let claim = scope.ruled.claim_as_ruled(claim.clone());
        let cells: Vec<Cell> = vec![
            asserter(&claim).into(),
            claim.act_in_words().into(),
            claim.content.text.as_str().into(),
            reviewed.as_str().into(),
            claim.id.as_str().into(),
        ];
        listing.push(cells, object("claim", info, &claim, &reviewed));
    }
    listing.footer.push(count(listing.rows.len(), "claim"));
    Ok(Report {
        title: info.title.clone(),
        subtitle: vec![
            format!("{} · {} · {} of {}", info.outlet, info.reference, info.ordinal, count(scope.versions_of(info)?, "version")),
            format!("published {} · captured {} · sha256 {}", or_unknown(info.published_at), or_unknown(info.captured_at), info.sha256),
        ],
        sections: vec![
            Section { heading: "Text".to_owned(), blocks: vec![Block::Passage(painted(&text, &marks))] },
            Section { heading: "Who says what".to_owned(), blocks: vec![Block::Listing(listing)] },
        ],
    })
}

fn or_unknown(seconds: Option<i64>) -> String {
    seconds.map_or("at an unknown time".to_owned(), |at| time(Some(at)))
}

/// `text` with `marks` on it; where two overlap, the one that comes first in the list wins.
fn painted(text: &str, marks: &[(Span, Mark)]) -> Rich {
    let mut edges: Vec<usize> = marks.iter().flat_map(|(span, _)| [span.start(), span.end()]).chain([0, text.len()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut between = vec![Mark::Plain; edges.len()];
    for (span, mark) in marks.iter().rev() {
        let place = |edge: usize| edges.partition_point(|other| *other < edge);
        between[place(span.start())..place(span.end())].fill(*mark);
    }
    let mut out = Rich::new();
    for (pair, mark) in edges.windows(2).zip(between) {
        let piece = Span::new(pair[0], pair[1]).of(text);
        match out.0.last_mut() {
            // One mark over what is the content of several claims.
            Some(last) if last.mark == mark => last.text.push_str(piece),
            _ => out.push(mark, piece),
        }
    }
    out
}

const BLAME: &[Column] = &[Column::name("first seen"), Column::name("changed"), Column::text("restored"), Column::all_words("sentence")];

/// Columns for programs.
const BLAME_FIELDS: &[&str] =
    &["snapshot", "first", "first_seen", "changed", "restored.last_before", "restored.back_in", "text", "span", "doc"];

/// Each sentence of a snapshot: the version that first had it, the one that last changed it, and whether it was absent between.
///
/// # Errors
/// Whatever the store refuses.
pub fn blame(scope: &Scope<'_>, info: &SnapshotInfo) -> Result<Listing, StoreError> {
    let versions: Vec<&SnapshotInfo> = scope
        .snapshots
        .iter()
        .filter(|other| other.outlet == info.outlet && other.report == info.report && other.ordinal <= info.ordinal)
        .collect();
    let texts = versions.iter().map(|version| scope.store.text(version.id)).collect::<Result<Vec<String>, StoreError>>()?;
    let found = diff::blame(texts);
    let index = CharIndex::new(&found.text);
    let mut listing = Listing::new("sentence", BLAME).with_fields(BLAME_FIELDS);
    for (span, origin) in &found.sentences {
        let words = span.of(&found.text);
        listing.push(blame_cells(&versions, origin, words), blame_object(info, &versions, origin, words, index.chars(*span)));
    }
    listing.footer.push(format!(
        "{} of {}, followed through {}",
        count(listing.rows.len(), "sentence"),
        info.reference,
        count(versions.len(), "version")
    ));
    Ok(listing)
}

fn blame_cells(versions: &[&SnapshotInfo], origin: &Origin, words: &str) -> Vec<Cell> {
    let ordinal = |version: usize| versions[version].ordinal;
    let changed = if origin.changed == origin.first { String::new() } else { format!("version {}", ordinal(origin.changed)) };
    let restored = origin.restored.map(|gone| format!("after version {}, back in {}", ordinal(gone.last_before), ordinal(gone.back_in)));
    vec![
        format!("version {} {}", ordinal(origin.first), time(versions[origin.first].seen_at())).trim_end().into(),
        changed.into(),
        restored.into(),
        words.into(),
    ]
}

fn blame_object(
    info: &SnapshotInfo,
    versions: &[&SnapshotInfo],
    origin: &Origin,
    words: &str,
    span: crate::text::CharSpan,
) -> serde_json::Value {
    let reference = |version: usize| versions[version].reference.as_str();
    json!({
        "type": "sentence", "doc": info.origin, "snapshot": info.reference, "span": span, "text": words, "first": reference(origin.first),
        "first_seen": rfc3339(versions[origin.first].seen_at()), "changed": reference(origin.changed),
        "restored": origin.restored.map(|gone| json!({"last_before": reference(gone.last_before), "back_in": reference(gone.back_in)})),
    })
}
