//! Part 3, by snapshot: claims, figures, statuses, notices and notes, written as a whole and read back equal.

use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use super::columns::{self, Cursor, MentionColumns};
use super::derived::{self, Of};
use super::error::StoreError;
use super::records::{ClaimFilter, InSnapshot, SnapshotId, StoredClaim, StoredFigure, StoredNotice, StoredStatus};
use super::search::plain_letters;
use super::slug::slug;
use crate::model::{Claim, Evidence, Figure, Findings, NARRATOR, Notice, Passage, Status};
use crate::text::CharSpan;

/// The first columns of every table of findings.
pub const KEYS: &str = "snapshot_id, position";

/// The other columns of a claim, in the order in which they are written and read.
pub const CLAIM: &str = "id, act, source_name, source_kind, source_text, source_span, target_name, target_kind, target_text, target_span, \
                         cue_text, cue_span, content, content_span, evidence_start, evidence_end, quote, certainty, distance, negated, \
                         topics, answers, via_name, via_kind, via_text, via_span, confidence, rule";

/// Those of a figure.
const FIGURE: &str = "id, what, low, high, qualifier, unit, source_name, source_kind, source_text, source_span, cumulative, \
                      evidence_start, evidence_end";

/// Those of a status.
const STATUS: &str = "id, topic, state, contrary, source_name, source_kind, source_text, source_span, evidence_start, evidence_end";

/// Those of a notice.
const NOTICE: &str = "text, span_start, span_end";

/// Joins a table of findings, called `f`, to what it is ordered by.
const FROM: &str = "AS f
JOIN versions AS v ON v.snapshot_id = f.snapshot_id
JOIN reports ON reports.id = v.report_id
JOIN outlets ON outlets.id = reports.outlet_id
JOIN stories ON stories.id = reports.story_id";

/// The one order of findings.
const ORDER: &str = "ORDER BY stories.slug, outlets.slug, reports.slug, v.ordinal, f.position";

/// Replaces the findings of `snapshot`.
pub fn put(db: &Connection, snapshot: SnapshotId, findings: &Findings) -> Result<(), StoreError> {
    for table in derived::tables(Of::Snapshot) {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE snapshot_id = ?1"))?.execute([snapshot.0])?;
    }
    put_claims(db, snapshot, &findings.claims)?;
    put_figures(db, snapshot, &findings.figures)?;
    put_statuses(db, snapshot, &findings.statuses)?;
    for (position, notice) in (0..).zip(&findings.notices) {
        let (start, end) = columns::ends(notice.span);
        db.prepare_cached(&columns::insert("notices", KEYS, NOTICE))?.execute(params![snapshot.0, position, notice.text, start, end])?;
    }
    for (position, note) in (0..).zip(&findings.notes) {
        db.prepare_cached("INSERT INTO extraction_notes (snapshot_id, position, note) VALUES (?1, ?2, ?3)")?
            .execute(params![snapshot.0, position, note])?;
    }
    Ok(())
}

fn put_claims(db: &Connection, snapshot: SnapshotId, claims: &[Claim]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(&columns::insert("claims", KEYS, CLAIM))?;
    for (position, claim) in (0_i64..).zip(claims) {
        let source = MentionColumns::of(claim.source.as_ref());
        let target = MentionColumns::of(claim.target.as_ref());
        let via = MentionColumns::of(claim.via.as_ref());
        let (start, end) = claim.evidence.span.into();
        insert.execute(params![
            snapshot.0,
            position,
            claim.id,
            claim.act.as_str(),
            source.name,
            source.kind,
            source.text,
            source.span,
            target.name,
            target.kind,
            target.text,
            target.span,
            claim.cue.as_ref().map(|cue| &cue.text),
            claim.cue.as_ref().map(|cue| columns::of_pieces(&cue.span)),
            claim.content.text,
            columns::of_pieces(&claim.content.span),
            start,
            end,
            claim.quote.as_str(),
            claim.certainty.as_str(),
            claim.distance.as_str(),
            claim.negated,
            columns::of_texts(&claim.topics),
            claim.answers,
            via.name,
            via.kind,
            via.text,
            via.span,
            columns::share(claim.confidence),
            claim.rule.as_str(),
        ])?;
    }
    // In one statement: the index is written out at the end of each.
    db.prepare_cached(
        "INSERT INTO claims_fts (rowid, content, source_name, source_text)
         SELECT row_id, content, source_name, source_text FROM claims WHERE snapshot_id = ?1 ORDER BY row_id",
    )?
    .execute([snapshot.0])?;
    Ok(())
}

fn put_figures(db: &Connection, snapshot: SnapshotId, figures: &[Figure]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(&columns::insert("figures", KEYS, FIGURE))?;
    for (position, figure) in (0_i64..).zip(figures) {
        let source = MentionColumns::of(figure.source.as_ref());
        let (start, end) = figure.evidence.span.into();
        insert.execute(params![
            snapshot.0,
            position,
            figure.id,
            figure.what,
            figure.low,
            figure.high,
            figure.qualifier,
            figure.unit,
            source.name,
            source.kind,
            source.text,
            source.span,
            figure.cumulative,
            start,
            end,
        ])?;
    }
    Ok(())
}

fn put_statuses(db: &Connection, snapshot: SnapshotId, statuses: &[Status]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(&columns::insert("statuses", KEYS, STATUS))?;
    for (position, status) in (0_i64..).zip(statuses) {
        let source = MentionColumns::of(status.source.as_ref());
        let (start, end) = status.evidence.span.into();
        insert.execute(params![
            snapshot.0,
            position,
            status.id,
            status.topic,
            status.state,
            status.contrary,
            source.name,
            source.kind,
            source.text,
            source.span,
            start,
            end,
        ])?;
    }
    Ok(())
}

/// The findings of `snapshot`.
pub fn of(db: &Connection, snapshot: SnapshotId) -> Result<Findings, StoreError> {
    Ok(Findings {
        claims: in_snapshot(db, CLAIM, "claims", snapshot, claim)?,
        figures: in_snapshot(db, FIGURE, "figures", snapshot, figure)?,
        statuses: in_snapshot(db, STATUS, "statuses", snapshot, status)?,
        notices: in_snapshot(db, NOTICE, "notices", snapshot, notice)?,
        notes: notes(db, snapshot)?,
    })
}

/// What a reader should know of `snapshot`.
pub fn notes(db: &Connection, snapshot: SnapshotId) -> Result<Vec<String>, StoreError> {
    let mut notes = db.prepare_cached("SELECT note FROM extraction_notes WHERE snapshot_id = ?1 ORDER BY position")?;
    Ok(notes.query_map([snapshot.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The claims that `filter` lets through.
pub fn claims(db: &Connection, filter: &ClaimFilter) -> Result<Vec<StoredClaim>, StoreError> {
    let only = format!(
        "WHERE {} AND {}
  AND (?2 IS NULL OR f.act = ?2)
  AND (?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(f.topics) WHERE json_each.value = ?3))
  AND (?4 IS NULL OR outlets.name = ?4 OR outlets.slug = ?5)",
        columns::of_story(filter.story.as_deref()),
        if filter.at.is_some() { "f.snapshot_id = ?6" } else { "?6 IS NULL" },
    );
    let act = filter.act.map(|act| act.as_str());
    let at = filter.at.map(|id| id.0);
    let slug = filter.outlet.as_deref().map(slug);
    let mut found = select(db, CLAIM, "claims", &only, &[&filter.story, &act, &filter.topic, &filter.outlet, &slug, &at], claim)?;
    // LIKE knows the case of English letters only.
    if let Some(by) = filter.by.as_deref().map(plain_letters) {
        found.retain(|claim| match &claim.found.source {
            Some(source) => holds(&source.name, &by) || holds(&source.text, &by),
            None => by == NARRATOR,
        });
    }
    if let Some(about) = filter.about.as_deref().map(plain_letters) {
        let is_aimed = |claim: &Claim| claim.target.as_ref().is_some_and(|at| holds(&at.name, &about) || holds(&at.text, &about));
        found.retain(|claim| is_aimed(&claim.found) || holds(&claim.found.content.text, &about));
    }
    Ok(found)
}

/// `text` contains `sought`, which is in plain letters.
fn holds(text: &str, sought: &str) -> bool {
    plain_letters(text).contains(sought)
}

/// The claims of a snapshot whose evidence is this span.
pub fn claims_at(db: &Connection, snapshot: SnapshotId, span: CharSpan) -> Result<Vec<StoredClaim>, StoreError> {
    let (start, end): (u32, u32) = span.into();
    let only = "WHERE f.snapshot_id = ?1 AND f.evidence_start = ?2 AND f.evidence_end = ?3";
    select(db, CLAIM, "claims", only, &[&snapshot.0, &start, &end], claim)
}

/// Ids of the claims of a story, ordered as claims.
pub fn claim_ids(db: &Connection, story: &str) -> Result<Vec<(SnapshotId, String)>, StoreError> {
    let ids = select(db, "id", "claims", "WHERE stories.name = ?1", &[&story], |mut row| row.get::<String>())?;
    Ok(ids.into_iter().map(|row| (row.snapshot, row.found)).collect())
}

/// The figures of a story, or all.
pub fn figures(db: &Connection, story: Option<&str>) -> Result<Vec<StoredFigure>, StoreError> {
    select(db, FIGURE, "figures", &only_of(story), &[&story], figure)
}

/// The statuses of a story, or all.
pub fn statuses(db: &Connection, story: Option<&str>) -> Result<Vec<StoredStatus>, StoreError> {
    select(db, STATUS, "statuses", &only_of(story), &[&story], status)
}

/// The topics of which there is a status.
pub fn topics(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut topics = db.prepare_cached("SELECT DISTINCT topic FROM statuses ORDER BY topic")?;
    Ok(topics.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The notices of a story, or all.
pub fn notices(db: &Connection, story: Option<&str>) -> Result<Vec<StoredNotice>, StoreError> {
    select(db, NOTICE, "notices", &only_of(story), &[&story], notice)
}

fn only_of(story: Option<&str>) -> String {
    format!("WHERE {}", columns::of_story(story))
}

fn select<T>(
    db: &Connection,
    names: &str,
    table: &str,
    condition: &str,
    values: &[&dyn ToSql],
    read: fn(Cursor<'_, '_>) -> rusqlite::Result<T>,
) -> Result<Vec<InSnapshot<T>>, StoreError> {
    let mut statement =
        db.prepare_cached(&format!("SELECT f.snapshot_id, {} FROM {table} {FROM} {condition} {ORDER}", columns::list("f", names)))?;
    let rows =
        statement.query_map(values, |row| Ok(InSnapshot { snapshot: SnapshotId(row.get(0)?), found: read(Cursor::new(row, 1))? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The rows of one snapshot. They are put in order here: SQLite would make a copy of each to sort them.
fn in_snapshot<T>(
    db: &Connection,
    names: &str,
    table: &str,
    snapshot: SnapshotId,
    read: fn(Cursor<'_, '_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT position, {names} FROM {table} WHERE snapshot_id = ?1"))?;
    let rows = statement.query_map([snapshot.0], |row| Ok((row.get::<_, i64>(0)?, read(Cursor::new(row, 1))?)))?;
    let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
    rows.sort_unstable_by_key(|(position, _)| *position);
    Ok(rows.into_iter().map(|(_, found)| found).collect())
}

fn claim(mut row: Cursor<'_, '_>) -> rusqlite::Result<Claim> {
    Ok(Claim {
        id: row.get()?,
        act: row.read(1, columns::named)?,
        source: row.read(4, columns::mention)?,
        target: row.read(4, columns::mention)?,
        cue: row.read(2, columns::passage)?,
        content: Passage { text: row.get()?, span: row.read(1, columns::pieces)? },
        evidence: Evidence { span: row.read(2, columns::span)? },
        quote: row.read(1, columns::named)?,
        certainty: row.read(1, columns::named)?,
        distance: row.read(1, columns::named)?,
        negated: row.get()?,
        topics: row.read(1, columns::texts)?,
        answers: row.get()?,
        via: row.read(4, columns::mention)?,
        confidence: row.get()?,
        rule: row.read(1, columns::named)?,
    })
}

fn figure(mut row: Cursor<'_, '_>) -> rusqlite::Result<Figure> {
    Ok(Figure {
        id: row.get()?,
        what: row.get()?,
        low: row.get()?,
        high: row.get()?,
        qualifier: row.get()?,
        unit: row.get()?,
        source: row.read(4, columns::mention)?,
        cumulative: row.get()?,
        evidence: Evidence { span: row.read(2, columns::span)? },
    })
}

fn status(mut row: Cursor<'_, '_>) -> rusqlite::Result<Status> {
    Ok(Status {
        id: row.get()?,
        topic: row.get()?,
        state: row.get()?,
        contrary: row.get()?,
        source: row.read(4, columns::mention)?,
        evidence: Evidence { span: row.read(2, columns::span)? },
    })
}

fn notice(mut row: Cursor<'_, '_>) -> rusqlite::Result<Notice> {
    Ok(Notice { text: row.get()?, span: row.read(2, columns::maybe_span)? })
}
