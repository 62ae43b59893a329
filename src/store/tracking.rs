//! Part 3, by story: threads, their members, changes. Written as a whole, since a new version can change any of them.

use rusqlite::{Connection, OptionalExtension, params};

use super::columns;
use super::error::{StoreError, StoreErrorKind};
use super::records::{SnapshotId, StoredChange, Thread, ThreadMember, Tracking};
use crate::model::Change;

/// Replaces what tracking gave for `story`.
pub fn put(db: &Connection, story: &str, tracking: &Tracking) -> Result<(), StoreError> {
    let id: Option<i64> = db.prepare_cached("SELECT id FROM stories WHERE name = ?1")?.query_row([story], |row| row.get(0)).optional()?;
    let id = id.ok_or_else(|| StoreErrorKind::UnknownStory { given: story.to_owned(), near: Vec::new() })?;
    for table in ["thread_members", "threads", "changes"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE story_id = ?1"))?.execute([id])?;
    }
    for (position, thread) in (0..).zip(&tracking.threads) {
        put_thread(db, id, position, thread)?;
    }
    for (position, member) in (0..).zip(&tracking.members) {
        db.prepare_cached("INSERT INTO thread_members (story_id, thread_id, position, snapshot_id, claim_id, score, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
            .execute(params![id, member.thread, position, member.snapshot.0, member.claim, columns::share(member.score), member.reason])?;
    }
    for (position, change) in (0..).zip(&tracking.changes) {
        put_change(db, id, position, change)?;
    }
    Ok(())
}

fn put_thread(db: &Connection, story: i64, position: i64, thread: &Thread) -> Result<(), StoreError> {
    db.prepare_cached(
        "INSERT INTO threads (story_id, id, position, family, act, source_name, target_name, wording, answers)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        story,
        thread.id,
        position,
        thread.family.as_str(),
        thread.act.as_str(),
        thread.source_name,
        thread.target_name,
        thread.wording,
        thread.answers,
    ])?;
    Ok(())
}

fn put_change(db: &Connection, story: i64, position: i64, stored: &StoredChange) -> Result<(), StoreError> {
    let change = &stored.change;
    let ((from_start, from_end), (to_start, to_end)) = (columns::ends(change.evidence_from), columns::ends(change.evidence_to));
    db.prepare_cached(
        "INSERT INTO changes (story_id, position, id, from_snapshot, to_snapshot, kind, thread_id, act, source_name, from_start, from_end,
           to_start, to_end, before, after, notice, weight, why)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        story,
        position,
        change.id,
        stored.from.0,
        stored.to.0,
        change.kind.as_str(),
        change.thread,
        change.act.map(|act| act.as_str()),
        change.source_name,
        from_start,
        from_end,
        to_start,
        to_end,
        change.before,
        change.after,
        change.notice.as_str(),
        columns::share(change.weight),
        change.why,
    ])?;
    Ok(())
}

/// The threads of a story, or all.
pub fn threads(db: &Connection, story: Option<&str>) -> Result<Vec<Thread>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT t.id, family, act, source_name, target_name, wording, answers FROM threads AS t JOIN stories ON stories.id = story_id
         WHERE ?1 IS NULL OR stories.name = ?1 ORDER BY stories.slug, position",
    )?;
    let rows = statement.query_map([story], |row| {
        Ok(Thread {
            id: row.get(0)?,
            family: columns::named(row, 1)?,
            act: columns::named(row, 2)?,
            source_name: row.get(3)?,
            target_name: row.get(4)?,
            wording: row.get(5)?,
            answers: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The members of a story's threads, or of all.
pub fn members(db: &Connection, story: Option<&str>) -> Result<Vec<ThreadMember>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT m.thread_id, m.snapshot_id, m.claim_id, c.evidence_start, c.evidence_end, m.score, m.reason
         FROM thread_members AS m JOIN stories ON stories.id = m.story_id
         JOIN claims AS c ON c.snapshot_id = m.snapshot_id AND c.id = m.claim_id
         WHERE ?1 IS NULL OR stories.name = ?1 ORDER BY stories.slug, m.position",
    )?;
    let rows = statement.query_map([story], |row| {
        Ok(ThreadMember {
            thread: row.get(0)?,
            snapshot: SnapshotId(row.get(1)?),
            claim: row.get(2)?,
            evidence: columns::span(row, 3)?,
            score: row.get(5)?,
            reason: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The changes of a story, or all.
pub fn changes(db: &Connection, story: Option<&str>) -> Result<Vec<StoredChange>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT from_snapshot, to_snapshot, c.id, kind, thread_id, act, source_name, from_start, from_end, to_start, to_end, before,
           after, notice, weight, why
         FROM changes AS c JOIN stories ON stories.id = story_id
         WHERE ?1 IS NULL OR stories.name = ?1 ORDER BY stories.slug, position",
    )?;
    let rows = statement.query_map([story], |row| {
        let change = Change {
            id: row.get(2)?,
            kind: columns::named(row, 3)?,
            thread: row.get(4)?,
            act: columns::maybe_named(row, 5)?,
            source_name: row.get(6)?,
            evidence_from: columns::maybe_span(row, 7)?,
            evidence_to: columns::maybe_span(row, 9)?,
            before: row.get(11)?,
            after: row.get(12)?,
            notice: columns::named(row, 13)?,
            weight: row.get(14)?,
            why: row.get(15)?,
        };
        Ok(StoredChange { from: SnapshotId(row.get(0)?), to: SnapshotId(row.get(1)?), change })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
