//! Part 3, by snapshot: claims, figures, statuses, notices and notes, written as a whole and read back equal.

use rusqlite::types::ToSql;
use rusqlite::{Connection, Row, params};

use super::columns::{self, MentionColumns};
use super::error::StoreError;
use super::records::{ClaimFilter, InSnapshot, SnapshotId, StoredClaim, StoredFigure, StoredNotice, StoredStatus};
use super::search::plain_letters;
use crate::model::{Claim, Evidence, Figure, Findings, NARRATOR, Notice, Passage, Status};
use crate::text::CharSpan;

/// Tables that hold findings.
const TABLES: [&str; 5] = ["claims", "figures", "statuses", "notices", "extraction_notes"];

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
    for table in TABLES {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE snapshot_id = ?1"))?.execute([snapshot.0])?;
    }
    put_claims(db, snapshot, &findings.claims)?;
    put_figures(db, snapshot, &findings.figures)?;
    put_statuses(db, snapshot, &findings.statuses)?;
    for (position, notice) in (0..).zip(&findings.notices) {
        let (start, end) = columns::ends(notice.span);
        db.prepare_cached("INSERT INTO notices (snapshot_id, position, text, span_start, span_end) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![snapshot.0, position, notice.text, start, end])?;
    }
    for (position, note) in (0..).zip(&findings.notes) {
        db.prepare_cached("INSERT INTO extraction_notes (snapshot_id, position, note) VALUES (?1, ?2, ?3)")?
            .execute(params![snapshot.0, position, note])?;
    }
    Ok(())
}

fn put_claims(db: &Connection, snapshot: SnapshotId, claims: &[Claim]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO claims (snapshot_id, position, id, act, source_name, source_kind, source_text, source_span,
           target_name, target_kind, target_text, target_span, cue_text, cue_span, content, content_span, evidence_start, evidence_end,
           quote, certainty, distance, negated, topics, answers, via_name, via_kind, via_text, via_span, confidence, rule)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25,
           ?26, ?27, ?28, ?29, ?30)",
    )?;
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
    let mut insert = db.prepare_cached(
        "INSERT INTO figures (snapshot_id, position, id, what, low, high, qualifier, unit, source_name, source_kind, source_text,
           source_span, cumulative, evidence_start, evidence_end)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?;
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
    let mut insert = db.prepare_cached(
        "INSERT INTO statuses (snapshot_id, position, id, topic, state, contrary, source_name, source_kind, source_text,
           source_span, evidence_start, evidence_end)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
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
    let only = "WHERE f.snapshot_id = ?1";
    Ok(Findings {
        claims: bare(select(db, CLAIM, "claims", only, &[&snapshot.0], claim)?),
        figures: bare(select(db, FIGURE, "figures", only, &[&snapshot.0], figure)?),
        statuses: bare(select(db, STATUS, "statuses", only, &[&snapshot.0], status)?),
        notices: bare(select(db, NOTICE, "notices", only, &[&snapshot.0], notice)?),
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
    const WHERE: &str = "WHERE (?1 IS NULL OR stories.name = ?1)
  AND (?2 IS NULL OR f.act = ?2)
  AND (?3 IS NULL OR EXISTS (SELECT 1 FROM json_each(f.topics) WHERE json_each.value = ?3))
  AND (?4 IS NULL OR outlets.name = ?4 COLLATE NOCASE OR outlets.slug = ?4 COLLATE NOCASE)
  AND (?5 IS NULL OR f.snapshot_id = ?5)";
    let act = filter.act.map(|act| act.as_str());
    let at = filter.at.map(|id| id.0);
    let mut found = select(db, CLAIM, "claims", WHERE, &[&filter.story, &act, &filter.topic, &filter.outlet, &at], claim)?;
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
    let ids = select(db, "f.snapshot_id, f.id", "claims", "WHERE stories.name = ?1", &[&story], |row| row.get::<_, String>(1))?;
    Ok(ids.into_iter().map(|row| (row.snapshot, row.found)).collect())
}

/// The figures of a story, or all.
pub fn figures(db: &Connection, story: Option<&str>) -> Result<Vec<StoredFigure>, StoreError> {
    select(db, FIGURE, "figures", OF_STORY, &[&story], figure)
}

/// The statuses of a story, or all.
pub fn statuses(db: &Connection, story: Option<&str>) -> Result<Vec<StoredStatus>, StoreError> {
    select(db, STATUS, "statuses", OF_STORY, &[&story], status)
}

/// The notices of a story, or all.
pub fn notices(db: &Connection, story: Option<&str>) -> Result<Vec<StoredNotice>, StoreError> {
    select(db, NOTICE, "notices", OF_STORY, &[&story], notice)
}

const OF_STORY: &str = "WHERE ?1 IS NULL OR stories.name = ?1";
const CLAIM: &str = "f.snapshot_id, f.id, f.act, f.source_name, f.source_kind, f.source_text, f.source_span, f.target_name, f.target_kind,
  f.target_text, f.target_span, f.cue_text, f.cue_span, f.content, f.content_span, f.evidence_start, f.evidence_end, f.quote, f.certainty,
  f.distance, f.negated, f.topics, f.answers, f.via_name, f.via_kind, f.via_text, f.via_span, f.confidence, f.rule";
const FIGURE: &str = "f.snapshot_id, f.id, f.what, f.low, f.high, f.qualifier, f.unit, f.source_name, f.source_kind, f.source_text,
  f.source_span, f.cumulative, f.evidence_start, f.evidence_end";
const STATUS: &str = "f.snapshot_id, f.id, f.topic, f.state, f.contrary, f.source_name, f.source_kind, f.source_text,
  f.source_span, f.evidence_start, f.evidence_end";
const NOTICE: &str = "f.snapshot_id, f.text, f.span_start, f.span_end";

fn select<T>(
    db: &Connection,
    what: &str,
    table: &str,
    condition: &str,
    values: &[&dyn ToSql],
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<InSnapshot<T>>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {what} FROM {table} {FROM} {condition} {ORDER}"))?;
    let rows = statement.query_map(values, |row| Ok(InSnapshot { snapshot: SnapshotId(row.get(0)?), found: read(row)? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn bare<T>(rows: Vec<InSnapshot<T>>) -> Vec<T> {
    rows.into_iter().map(|row| row.found).collect()
}

fn claim(row: &Row<'_>) -> rusqlite::Result<Claim> {
    let cue = match row.get(11)? {
        Some(text) => Some(Passage { text, span: columns::pieces(row, 12)? }),
        None => None,
    };
    Ok(Claim {
        id: row.get(1)?,
        act: columns::named(row, 2)?,
        source: columns::mention(row, 3)?,
        target: columns::mention(row, 7)?,
        cue,
        content: Passage { text: row.get(13)?, span: columns::pieces(row, 14)? },
        evidence: Evidence { span: columns::span(row, 15)? },
        quote: columns::named(row, 17)?,
        certainty: columns::named(row, 18)?,
        distance: columns::named(row, 19)?,
        negated: row.get(20)?,
        topics: columns::texts(row, 21)?,
        answers: row.get(22)?,
        via: columns::mention(row, 23)?,
        confidence: row.get(27)?,
        rule: columns::named(row, 28)?,
    })
}

fn figure(row: &Row<'_>) -> rusqlite::Result<Figure> {
    Ok(Figure {
        id: row.get(1)?,
        what: row.get(2)?,
        low: row.get(3)?,
        high: row.get(4)?,
        qualifier: row.get(5)?,
        unit: row.get(6)?,
        source: columns::mention(row, 7)?,
        cumulative: row.get(11)?,
        evidence: Evidence { span: columns::span(row, 12)? },
    })
}

fn status(row: &Row<'_>) -> rusqlite::Result<Status> {
    Ok(Status {
        id: row.get(1)?,
        topic: row.get(2)?,
        state: row.get(3)?,
        contrary: row.get(4)?,
        source: columns::mention(row, 5)?,
        evidence: Evidence { span: columns::span(row, 9)? },
    })
}

fn notice(row: &Row<'_>) -> rusqlite::Result<Notice> {
    Ok(Notice { text: row.get(1)?, span: columns::maybe_span(row, 2)? })
}
