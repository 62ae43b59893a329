//! What is kept of a followed story, piece by piece: what a new version needs and no more. Every question is one look into an index.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::error::StoreError;
use super::records::{FollowedThread, ReportId, SnapshotId, StoredChange, Thread};
use super::tracking;
use super::{Store, columns};

/// The memory of one story in an open store.
pub struct StoryMemory<'s> {
    store: &'s Store,
    story: i64,
}

impl<'s> StoryMemory<'s> {
    pub(super) fn of(store: &'s Store, story: &str) -> Result<Self, StoreError> {
        Ok(StoryMemory { store, story: store.run(|db| tracking::story_id(db, story))? })
    }

    /// The last snapshot up to which the story was followed; `None` where it has to be followed from its beginning.
    pub fn followed(&self) -> Result<Option<SnapshotId>, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached("SELECT snapshot_id FROM followed WHERE story_id = ?1")?;
            Ok(statement.query_row([self.story], |row| row.get(0).map(SnapshotId)).optional()?)
        })
    }

    /// How many threads there are, rejected ones too.
    pub fn threads(&self) -> Result<usize, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached("SELECT coalesce(max(position), -1) + 1 FROM threads WHERE story_id = ?1")?;
            Ok(statement.query_row([self.story], |row| columns::position(row, 0))?)
        })
    }

    /// The thread at a position.
    pub fn thread(&self, position: usize) -> Result<Option<FollowedThread>, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached(
                "SELECT t.position, t.id, t.act, t.source_name, t.target_name, t.wording, t.answers, a.position, t.status,
                   t.ever_accused, t.rejected, t.wordings
                 FROM threads AS t LEFT JOIN threads AS a ON a.story_id = t.story_id AND a.id = t.answers
                 WHERE t.story_id = ?1 AND t.position = ?2",
            )?;
            Ok(statement.query_row(params![self.story, columns::of_position(position)], followed_thread).optional()?)
        })
    }

    /// Positions of the threads listed under a heading, oldest first.
    pub fn listed(&self, source: &str, voice: &str, stem: &str) -> Result<Vec<usize>, StoreError> {
        self.store.run(|db| {
            let mut statement =
                db.prepare_cached("SELECT listed FROM thread_headings WHERE story_id = ?1 AND source = ?2 AND voice = ?3 AND stem = ?4")?;
            let row = statement.query_row(params![self.story, source, voice, stem], |row| columns::positions(row, 0)).optional()?;
            Ok(row.unwrap_or_default())
        })
    }

    /// How often a thread was listed under a stem.
    pub fn held_by(&self, stem: &str) -> Result<u32, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached("SELECT held_by FROM thread_stems WHERE story_id = ?1 AND stem = ?2")?;
            Ok(statement.query_row(params![self.story, stem], |row| row.get(0)).optional()?.unwrap_or(0))
        })
    }

    /// Position of the newest thread that began as this "topic/state".
    pub fn of_status(&self, status: &str) -> Result<Option<usize>, StoreError> {
        self.store.run(|db| {
            let mut statement =
                db.prepare_cached("SELECT position FROM threads WHERE story_id = ?1 AND status = ?2 ORDER BY position DESC LIMIT 1")?;
            Ok(statement.query_row(params![self.story, status], |row| columns::position(row, 0)).optional()?)
        })
    }

    /// Positions of the threads that answer the one at `position`.
    pub fn answering(&self, position: usize) -> Result<Vec<usize>, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached(
                "SELECT t.position FROM threads AS a JOIN threads AS t ON t.story_id = a.story_id AND t.answers = a.id
                 WHERE a.story_id = ?1 AND a.position = ?2 ORDER BY t.position",
            )?;
            let rows = statement.query_map(params![self.story, columns::of_position(position)], |row| columns::position(row, 0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Some snapshot of the report has a claim of the thread at `position`.
    pub fn was_in(&self, report: ReportId, position: usize) -> Result<bool, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached(
                "SELECT 1 FROM threads AS t
                 JOIN thread_members AS m INDEXED BY thread_members_by_thread ON m.story_id = t.story_id AND m.thread_id = t.id
                 JOIN versions AS v ON v.snapshot_id = m.snapshot_id
                 WHERE t.story_id = ?1 AND t.position = ?2 AND v.report_id = ?3 LIMIT 1",
            )?;
            Ok(statement.exists(params![self.story, columns::of_position(position), report.0])?)
        })
    }

    /// Of each claim of a snapshot that is in a thread, the thread's position.
    pub fn threads_of(&self, snapshot: SnapshotId) -> Result<Vec<(String, usize)>, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached(
                "SELECT m.claim_id, t.position FROM thread_members AS m INDEXED BY thread_members_by_claim
                 JOIN threads AS t ON t.story_id = m.story_id AND t.id = m.thread_id
                 WHERE m.snapshot_id = ?1 AND m.story_id = ?2 ORDER BY m.position",
            )?;
            let rows = statement.query_map(params![snapshot.0, self.story], |row| Ok((row.get(0)?, columns::position(row, 1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// The id of the thread in which a claim of a snapshot is.
    pub fn thread_of(&self, snapshot: SnapshotId, claim: &str) -> Result<Option<String>, StoreError> {
        self.store.run(|db| {
            let mut statement = db.prepare_cached(
                "SELECT thread_id FROM thread_members INDEXED BY thread_members_by_claim
                 WHERE snapshot_id = ?1 AND claim_id = ?2 AND story_id = ?3",
            )?;
            Ok(statement.query_row(params![snapshot.0, claim, self.story], |row| row.get(0)).optional()?)
        })
    }

    /// The newest `most` material changes of the report that no notice mentions, oldest first.
    pub fn undeclared(&self, report: ReportId, most: usize) -> Result<Vec<StoredChange>, StoreError> {
        self.store.run(|db| {
            // Versions backwards, each with its few changes, until there are enough of them.
            let mut statement = db.prepare_cached(&format!(
                "SELECT {} FROM versions AS v CROSS JOIN changes AS c INDEXED BY changes_by_snapshot ON c.to_snapshot = v.snapshot_id
                 WHERE v.report_id = ?1 AND c.story_id = ?2 AND c.notice IN ('partial', 'silent') AND c.owned_in IS NULL
                 ORDER BY v.ordinal DESC, c.position DESC LIMIT ?3",
                tracking::change_columns(),
            ))?;
            let rows = statement.query_map(params![report.0, self.story, columns::of_position(most)], tracking::change)?;
            let mut changes: Vec<StoredChange> = rows.collect::<Result<_, _>>()?;
            changes.reverse();
            Ok(changes)
        })
    }
}

fn followed_thread(row: &Row<'_>) -> rusqlite::Result<FollowedThread> {
    Ok(FollowedThread {
        position: columns::position(row, 0)?,
        thread: Thread {
            id: row.get(1)?,
            act: columns::named(row, 2)?,
            source_name: row.get(3)?,
            target_name: row.get(4)?,
            wording: row.get(5)?,
            answers: row.get(6)?,
        },
        answers: row.get::<_, Option<i64>>(7)?.and_then(|position| usize::try_from(position).ok()),
        status: row.get(8)?,
        ever_accused: row.get(9)?,
        rejected: row.get(10)?,
        wordings: columns::wordings(row, 11)?,
    })
}

/// Stories with snapshots that were never followed, or not since the schema changed, in the order of their numbers.
pub fn unfollowed(db: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = db.prepare_cached(
        "SELECT name FROM stories WHERE NOT EXISTS (SELECT 1 FROM followed WHERE story_id = stories.id)
           AND EXISTS (SELECT 1 FROM reports JOIN snapshots ON snapshots.report_id = reports.id WHERE reports.story_id = stories.id)
         ORDER BY id",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
