//! Part 2: what people ruled. Only ever appended; to take one back is to append an undo.

use rusqlite::{Connection, OptionalExtension, Row, params};
use rustc_hash::FxHashSet;

use super::columns;
use super::error::{StoreError, StoreErrorKind};
use super::packing::Seal;
use super::records::{ChangeSide, ChangeSubject, Decision, DecisionId, NewDecision, Subject};
use crate::model::{Ruling, SubjectKind};

const COLUMNS: &str = "id, ruling, subject_kind, subject_row, sha256, span_start, span_end, detail, undoes, who, why, decided_at, seal";

/// Decisions, each with the change that it is on or what it merges with.
const SELECT: &str =
    "SELECT d.id, d.ruling, d.subject_kind, d.subject_row, d.sha256, d.span_start, d.span_end, d.detail, d.undoes, d.who, d.why,
  d.decided_at, d.seal, c.kind, c.thread_id, c.from_sha256, c.from_start, c.from_end, c.to_sha256, c.to_start, c.to_end,
  p.kind, p.sha256, p.span_start, p.span_end
FROM decisions AS d LEFT JOIN decision_changes AS c ON c.decision_id = d.id LEFT JOIN decision_partners AS p ON p.decision_id = d.id";

/// Appends a decision.
pub fn append(db: &Connection, made: &NewDecision, undoes: Option<DecisionId>) -> Result<DecisionId, StoreError> {
    let last: Option<(i64, String)> =
        db.query_row("SELECT id, seal FROM decisions ORDER BY id DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (last_id, last_seal) = last.unwrap_or_default();
    let id = DecisionId(last_id + 1);
    let subject = &made.subject;
    let (start, end): (u32, u32) = subject.span.into();
    db.prepare_cached(&format!("INSERT INTO decisions ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"))?
        .execute(params![
            id.0,
            made.ruling.as_str(),
            subject.kind.as_str(),
            subject.row,
            subject.sha256,
            start,
            end,
            made.detail,
            undoes.map(|undone| undone.0),
            made.who,
            made.why,
            made.decided_at,
            seal(&last_seal, id, made, undoes),
        ])?;
    if let Some(change) = &subject.change {
        append_change(db, id, change)?;
    }
    if let Some(partner) = &made.with {
        let (start, end): (u32, u32) = partner.span.into();
        db.prepare_cached("INSERT INTO decision_partners (decision_id, kind, sha256, span_start, span_end) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![id.0, partner.kind.as_str(), partner.sha256, start, end])?;
    }
    Ok(id)
}

fn append_change(db: &Connection, id: DecisionId, change: &ChangeSubject) -> Result<(), StoreError> {
    let ((from_start, from_end), (to_start, to_end)) = (columns::ends(change.from.span), columns::ends(change.to.span));
    db.prepare_cached(
        "INSERT INTO decision_changes (decision_id, kind, thread_id, from_sha256, from_start, from_end, to_sha256, to_start, to_end)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        id.0,
        change.kind.as_str(),
        change.thread,
        change.from.sha256,
        from_start,
        from_end,
        change.to.sha256,
        to_start,
        to_end,
    ])?;
    Ok(())
}

/// Appends a decision that takes `undone` back.
pub fn undo(db: &Connection, undone: DecisionId, who: &str, why: Option<&str>, at: i64) -> Result<DecisionId, StoreError> {
    let made = NewDecision {
        ruling: Ruling::Undo,
        subject: made(db, undone)?.subject,
        detail: None,
        with: None,
        who: who.to_owned(),
        why: why.map(str::to_owned),
        decided_at: at,
    };
    append(db, &made, Some(undone))
}

/// What was ruled with this number.
pub fn made(db: &Connection, id: DecisionId) -> Result<NewDecision, StoreError> {
    let found = db.prepare_cached(&format!("{SELECT} WHERE d.id = ?1"))?.query_row([id.0], decision).optional()?;
    found.map(|decision| decision.made).ok_or_else(|| StoreErrorKind::UnknownDecision(id.0).into())
}

/// Something but an acceptance was ruled on rows of this kind once; it may have been taken back.
pub fn is_other_than_accepted(db: &Connection, kind: SubjectKind) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM decisions WHERE subject_kind = ?1 AND undoes IS NULL AND ruling <> ?2)";
    Ok(db.prepare_cached(sql)?.query_row([kind.as_str(), Ruling::Accept.as_str()], |row| row.get(0))?)
}

/// All decisions in the order in which they were made.
pub fn list(db: &Connection) -> Result<Vec<Decision>, StoreError> {
    let mut statement = db.prepare_cached(&format!("{SELECT} ORDER BY d.id"))?;
    let mut decisions: Vec<Decision> = statement.query_map([], decision)?.collect::<Result<_, _>>()?;
    // From the last to the first: whether an undo stands is known before what it takes back is looked at.
    let mut undone: FxHashSet<DecisionId> = FxHashSet::default();
    for decision in decisions.iter_mut().rev() {
        decision.stands = !undone.contains(&decision.id);
        undone.extend(decision.undoes.filter(|_| decision.stands));
    }
    Ok(decisions)
}

/// The threads of a story, or of all, that a decision rejects, each with a claim of it.
pub fn rejected_members(db: &Connection, story: Option<&str>) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT m.thread_id, m.claim_id FROM threads AS t JOIN stories ON stories.id = t.story_id
         JOIN thread_members AS m ON m.story_id = t.story_id AND m.thread_id = t.id
         WHERE {} AND t.rejected ORDER BY stories.slug, m.position",
        columns::of_story(story),
    ))?;
    Ok(statement.query_map([story], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?)
}

/// Decisions whose seal does not fit, so that a value of them or of one before them was altered.
pub fn altered(db: &Connection) -> Result<Vec<DecisionId>, StoreError> {
    let mut statement = db.prepare_cached(&format!("{SELECT} ORDER BY d.id"))?;
    let mut rows = statement.query([])?;
    let mut before = String::new();
    let mut altered = Vec::new();
    while let Some(row) = rows.next()? {
        let stored: String = row.get(12)?;
        let decision = decision(row)?;
        if seal(&before, decision.id, &decision.made, decision.undoes) != stored {
            altered.push(decision.id);
        }
        before = stored;
    }
    Ok(altered)
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        id: DecisionId(row.get(0)?),
        made: NewDecision {
            ruling: columns::named(row, 1)?,
            subject: Subject {
                kind: columns::named(row, 2)?,
                row: row.get(3)?,
                sha256: row.get(4)?,
                span: columns::span(row, 5)?,
                change: change(row)?,
            },
            detail: row.get(7)?,
            with: partner(row)?,
            who: row.get(9)?,
            why: row.get(10)?,
            decided_at: row.get(11)?,
        },
        undoes: row.get::<_, Option<i64>>(8)?.map(DecisionId),
        stands: true,
    })
}

/// The change that a decision is on; `None` for one on something else, or made before changes were told apart.
fn change(row: &Row<'_>) -> rusqlite::Result<Option<ChangeSubject>> {
    let Some(kind) = columns::maybe_named(row, 13)? else { return Ok(None) };
    let side = |at: usize| Ok::<_, rusqlite::Error>(ChangeSide { sha256: row.get(at)?, span: columns::maybe_span(row, at + 1)? });
    Ok(Some(ChangeSubject { kind, thread: row.get(14)?, from: side(15)?, to: side(18)? }))
}

/// What a merge is with, where it is told by evidence.
fn partner(row: &Row<'_>) -> rusqlite::Result<Option<Subject>> {
    let Some(kind) = columns::maybe_named(row, 21)? else { return Ok(None) };
    let id = row.get::<_, Option<String>>(7)?.unwrap_or_default();
    Ok(Some(Subject { kind, row: id, sha256: row.get(22)?, span: columns::span(row, 23)?, change: None }))
}

/// Each seal holds the one before it, so that no decision can be taken out of the row unseen, save the last.
fn seal(before: &str, id: DecisionId, made: &NewDecision, undoes: Option<DecisionId>) -> String {
    let (subject, span) = (&made.subject, made.subject.span);
    let mut seal = Seal::default();
    seal.text(before).number(id.0).text(made.ruling.as_str());
    seal.text(subject.kind.as_str()).text(&subject.row).text(&subject.sha256).number(span.start() as i64).number(span.end() as i64);
    seal.maybe_text(made.detail.as_deref()).maybe_number(undoes.map(|undone| undone.0));
    seal.text(&made.who).maybe_text(made.why.as_deref()).number(made.decided_at);
    if let Some(change) = &subject.change {
        seal.text(change.kind.as_str()).maybe_text(change.thread.as_deref());
        for side in [&change.from, &change.to] {
            let (start, end) = columns::ends(side.span);
            seal.text(&side.sha256).maybe_number(start.map(i64::from)).maybe_number(end.map(i64::from));
        }
    }
    if let Some(partner) = &made.with {
        seal.text(partner.kind.as_str()).text(&partner.sha256).number(partner.span.start() as i64).number(partner.span.end() as i64);
    }
    seal.finish()
}
