//! Part 3, by story: threads, their members, changes, and what is kept so that the next version can be followed by itself.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::columns::{self, Cursor};
use super::derived::{self, Of};
use super::error::{StoreError, StoreErrorKind};
use super::records::{FollowedThread, NewMember, SnapshotId, StoredChange, Thread, ThreadMember, Tracking, TurnedAct, TurnedSource};
use crate::model::{Change, ChangeKind, NARRATOR};

/// The columns of a change behind its story and position, in the order in which they are written and read.
const CHANGE: &str = "id, from_snapshot, to_snapshot, kind, thread_id, act, source_name, from_start, from_end, to_start, to_end, before, \
                      after, of, notice, weight, why, owned_in";

/// The number of the story of this name.
pub fn story_id(db: &Connection, story: &str) -> Result<i64, StoreError> {
    let id: Option<i64> = db.prepare_cached("SELECT id FROM stories WHERE name = ?1")?.query_row([story], |row| row.get(0)).optional()?;
    Ok(id.ok_or_else(|| StoreErrorKind::UnknownStory { given: story.to_owned(), near: Vec::new() })?)
}

/// Drops what tracking gave for `story`.
pub fn clear(db: &Connection, story: &str) -> Result<(), StoreError> {
    let id = story_id(db, story)?;
    for table in derived::tables(Of::Story) {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE story_id = ?1"))?.execute([id])?;
    }
    Ok(())
}

/// Adds what following more versions of `story` gave.
pub fn add(db: &Connection, story: &str, tracking: &Tracking) -> Result<(), StoreError> {
    let id = story_id(db, story)?;
    for followed in &tracking.threads {
        put_thread(db, id, followed)?;
    }
    add_members(db, id, &tracking.members)?;
    for (position, change) in (next(db, "changes", id)?..).zip(&tracking.changes) {
        put_change(db, id, position, change)?;
    }
    for (change, snapshot) in &tracking.owned {
        db.prepare_cached("UPDATE changes SET owned_in = ?3 WHERE story_id = ?1 AND id = ?2")?.execute(params![id, change, snapshot.0])?;
    }
    let mut insert =
        db.prepare_cached("INSERT OR REPLACE INTO thread_headings (story_id, source, voice, stem, listed) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for heading in &tracking.headings {
        insert.execute(params![id, heading.source, heading.voice, heading.stem, columns::of_positions(&heading.listed)])?;
    }
    let mut insert = db.prepare_cached("INSERT OR REPLACE INTO thread_stems (story_id, stem, held_by) VALUES (?1, ?2, ?3)")?;
    for (stem, held_by) in &tracking.stems {
        insert.execute(params![id, stem, held_by])?;
    }
    if let Some(last) = tracking.last {
        db.prepare_cached("INSERT OR REPLACE INTO followed (story_id, snapshot_id) VALUES (?1, ?2)")?.execute([id, last.0])?;
    }
    Ok(())
}

/// The position after the last of a story's rows.
fn next(db: &Connection, table: &'static str, story: i64) -> Result<i64, StoreError> {
    let sql = format!("SELECT coalesce(max(position), -1) + 1 FROM {table} WHERE story_id = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([story], |row| row.get(0))?)
}

fn add_members(db: &Connection, story: i64, members: &[NewMember]) -> Result<(), StoreError> {
    let mut insert = db.prepare_cached(
        "INSERT INTO thread_members (story_id, thread_id, position, snapshot_id, claim_id, score, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (position, member) in (next(db, "thread_members", story)?..).zip(members) {
        let score = columns::share(member.score);
        insert.execute(params![story, member.thread, position, member.snapshot.0, member.claim, score, member.reason])?;
    }
    Ok(())
}

/// A thread that is there is changed in its place: to replace it would take its members along.
fn put_thread(db: &Connection, story: i64, followed: &FollowedThread) -> Result<(), StoreError> {
    let thread = &followed.thread;
    db.prepare_cached(
        "INSERT INTO threads (story_id, id, position, act, source_name, target_name, wording, answers, status, ever_accused, rejected, wordings)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (story_id, id) DO UPDATE SET act = excluded.act, source_name = excluded.source_name, target_name = excluded.target_name,
           wording = excluded.wording, answers = excluded.answers, status = excluded.status,
           ever_accused = excluded.ever_accused, rejected = excluded.rejected, wordings = excluded.wordings",
    )?
    .execute(params![
        story,
        thread.id,
        columns::of_position(followed.position),
        thread.act.as_str(),
        thread.source_name,
        thread.target_name,
        thread.wording,
        thread.answers,
        followed.status,
        followed.ever_accused,
        followed.rejected,
        columns::of_wordings(&followed.wordings),
    ])?;
    Ok(())
}

fn put_change(db: &Connection, story: i64, position: i64, stored: &StoredChange) -> Result<(), StoreError> {
    let change = &stored.change;
    let ((from_start, from_end), (to_start, to_end)) = (columns::ends(change.evidence_from), columns::ends(change.evidence_to));
    db.prepare_cached(&columns::insert("changes", "story_id, position", CHANGE))?.execute(params![
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
        change.of,
        change.notice.as_str(),
        columns::share(change.weight),
        change.why,
        stored.owned_in.map(|snapshot| snapshot.0),
    ])?;
    Ok(())
}

/// The threads of a story, or all, without those that a decision rejects.
pub fn threads(db: &Connection, story: Option<&str>) -> Result<Vec<Thread>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT t.id, t.act, t.source_name, t.target_name, t.wording,
           (SELECT a.id FROM threads AS a WHERE a.story_id = t.story_id AND a.id = t.answers AND NOT a.rejected)
         FROM threads AS t JOIN stories ON stories.id = t.story_id
         WHERE {} AND NOT t.rejected ORDER BY stories.slug, t.position",
        columns::of_story(story),
    ))?;
    let rows = statement.query_map([story], |row| {
        Ok(Thread {
            id: row.get(0)?,
            act: columns::named(row, 1)?,
            source_name: row.get(2)?,
            target_name: row.get(3)?,
            wording: row.get(4)?,
            answers: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The members of a story's threads, or of all, without those of rejected threads.
pub fn members(db: &Connection, story: Option<&str>) -> Result<Vec<ThreadMember>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT m.thread_id, m.snapshot_id, m.claim_id, c.evidence_start, c.evidence_end, m.score, m.reason
         FROM thread_members AS m JOIN stories ON stories.id = m.story_id
         JOIN threads AS t ON t.story_id = m.story_id AND t.id = m.thread_id
         JOIN claims AS c ON c.snapshot_id = m.snapshot_id AND c.id = m.claim_id
         WHERE {} AND NOT t.rejected ORDER BY stories.slug, m.position",
        columns::of_story(story),
    ))?;
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

/// What [`change`] reads, of a table of changes called `c`.
pub fn change_columns() -> String {
    columns::list("c", CHANGE)
}

/// The changes of a story, or all, without those of rejected threads.
pub fn changes(db: &Connection, story: Option<&str>) -> Result<Vec<StoredChange>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {} FROM changes AS c JOIN stories ON stories.id = c.story_id
         LEFT JOIN threads AS t ON t.story_id = c.story_id AND t.id = c.thread_id
         WHERE {} AND NOT coalesce(t.rejected, 0) ORDER BY stories.slug, c.position",
        change_columns(),
        columns::of_story(story),
    ))?;
    let rows = statement.query_map([story], change)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The changes that a snapshot brought, without those of rejected threads.
pub fn changes_of(db: &Connection, snapshot: SnapshotId) -> Result<Vec<StoredChange>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {} FROM changes AS c LEFT JOIN threads AS t ON t.story_id = c.story_id AND t.id = c.thread_id
         WHERE c.to_snapshot = ?1 AND NOT coalesce(t.rejected, 0) ORDER BY c.position",
        change_columns(),
    ))?;
    let rows = statement.query_map([snapshot.0], change)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The changes of a story, or all, in which one of the two claims has a "not" or another act than the other. The claims are those at the
/// places of the change, by its source.
pub fn turned_acts(db: &Connection, story: Option<&str>) -> Result<Vec<TurnedAct>, StoreError> {
    let claim = |side: &str| {
        format!(
            "(SELECT json_array(k.act, k.negated) FROM claims AS k WHERE k.snapshot_id = c.{side}_snapshot AND k.evidence_start = c.{side}_start
               AND k.evidence_end = c.{side}_end AND coalesce(k.source_name, ?2) = c.source_name ORDER BY k.position LIMIT 1)"
        )
    };
    let mut statement = db.prepare_cached(&format!(
        "SELECT to_snapshot, id, old ->> 0, old ->> 1, new ->> 0, new ->> 1
         FROM (SELECT c.to_snapshot, c.id, {} AS old, {} AS new FROM changes AS c JOIN stories ON stories.id = c.story_id
           WHERE {} AND c.act IS NOT NULL)
         WHERE old <> new OR old ->> 1 OR new ->> 1",
        claim("from"),
        claim("to"),
        columns::of_story(story),
    ))?;
    let rows = statement.query_map(params![story, NARRATOR], |row| {
        let act = |at: usize| Ok::<_, rusqlite::Error>(columns::maybe_named(row, at)?.zip(row.get::<_, Option<bool>>(at + 1)?));
        Ok(TurnedAct { to: SnapshotId(row.get(0)?), change: row.get(1)?, before: act(2)?, after: act(4)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Of the changes of a story, or all, by which another says a claim than before: who said it at their place in the earlier snapshot, the
/// outlet where nobody else did. Where several did, it cannot be told which is meant.
pub fn turned_sources(db: &Connection, story: Option<&str>) -> Result<Vec<TurnedSource>, StoreError> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT c.to_snapshot, c.id, min(coalesce(k.source_name, ?3))
         FROM changes AS c JOIN stories ON stories.id = c.story_id
         LEFT JOIN claims AS k ON k.snapshot_id = c.from_snapshot AND k.evidence_start = c.from_start AND k.evidence_end = c.from_end
         WHERE {} AND c.kind = ?2 AND coalesce(k.source_name, ?3) <> c.source_name
         GROUP BY c.to_snapshot, c.story_id, c.id HAVING count(DISTINCT coalesce(k.source_name, ?3)) = 1",
        columns::of_story(story),
    ))?;
    let rows = statement.query_map(params![story, ChangeKind::SourceChanged.as_str(), NARRATOR], |row| {
        Ok(TurnedSource { to: SnapshotId(row.get(0)?), change: row.get(1)?, before: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Whether what `thread` answers has a claim in `snapshot`.
pub fn stands_unanswered(db: &Connection, story: &str, thread: &str, snapshot: SnapshotId) -> Result<bool, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT 1 FROM stories JOIN threads AS t ON t.story_id = stories.id
         JOIN thread_members AS m ON m.story_id = t.story_id AND m.thread_id = t.answers
         WHERE stories.name = ?1 AND t.id = ?2 AND m.snapshot_id = ?3",
    )?;
    Ok(statement.exists(params![story, thread, snapshot.0])?)
}

/// A row of [`change_columns`].
pub fn change(row: &Row<'_>) -> rusqlite::Result<StoredChange> {
    let mut row = Cursor::new(row, 0);
    let id = row.get()?;
    let (from, to) = (SnapshotId(row.get()?), SnapshotId(row.get()?));
    let change = Change {
        id,
        kind: row.read(1, columns::named)?,
        thread: row.get()?,
        act: row.read(1, columns::maybe_named)?,
        source_name: row.get()?,
        evidence_from: row.read(2, columns::maybe_span)?,
        evidence_to: row.read(2, columns::maybe_span)?,
        before: row.get()?,
        after: row.get()?,
        of: row.get()?,
        notice: row.read(1, columns::named)?,
        weight: row.get()?,
        why: row.get()?,
    };
    Ok(StoredChange { from, to, change, owned_in: row.get::<Option<i64>>()?.map(SnapshotId) })
}
