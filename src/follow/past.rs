//! What the store keeps of a story, as tracking asks for it.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::store::{FirstError, ReportId, SnapshotId, StoreError, StoryMemory};
use crate::track;

/// What the store keeps of a story, as the tracker asks for it. The tracker cannot fail, so the first error waits here.
pub(super) struct StoredPast<'s> {
    memory: StoryMemory<'s>,
    /// Of each group of merged claims, its claims.
    groups: Vec<(usize, SnapshotId, String)>,
    held_by: RefCell<FxHashMap<String, u32>>,
    pub(super) failed: FirstError,
}

impl<'s> StoredPast<'s> {
    pub(super) fn new(memory: StoryMemory<'s>, groups: Vec<(usize, SnapshotId, String)>) -> Self {
        StoredPast { memory, groups, held_by: RefCell::default(), failed: FirstError::default() }
    }

    fn or_nothing<T: Default>(&self, result: Result<T, StoreError>) -> T {
        self.failed.or_nothing(result)
    }
}

impl track::Past for StoredPast<'_> {
    fn threads(&self) -> usize {
        self.or_nothing(self.memory.threads())
    }

    fn thread(&self, number: usize) -> Option<track::ThreadState> {
        let kept = self.or_nothing(self.memory.thread(number))?;
        let answers = kept.answers.zip(kept.thread.answers);
        Some(track::ThreadState {
            number,
            id: kept.thread.id,
            act: kept.thread.act,
            source_name: kept.thread.source_name,
            target_name: kept.thread.target_name,
            label: kept.thread.wording,
            answers: answers.map(|(number, id)| track::Answered { number, id }),
            status: kept.status,
            ever_accused: kept.ever_accused,
            wordings: kept.wordings,
        })
    }

    fn listed(&self, under: &track::Heading) -> Vec<usize> {
        self.or_nothing(self.memory.listed(&under.source, under.list.as_str(), &under.stem))
    }

    fn held_by(&self, stem: &str) -> u32 {
        if let Some(held_by) = self.held_by.borrow().get(stem) {
            return *held_by;
        }
        let held_by = self.or_nothing(self.memory.held_by(stem));
        self.held_by.borrow_mut().insert(stem.to_owned(), held_by);
        held_by
    }

    fn of_status(&self, status: &str) -> Option<usize> {
        self.or_nothing(self.memory.of_status(status))
    }

    fn of_group(&self, group: usize) -> Option<usize> {
        let thread = |(_, snapshot, claim): &(usize, SnapshotId, String)| {
            let threads = self.or_nothing(self.memory.threads_of(*snapshot));
            threads.into_iter().find(|(member, _)| member == claim).map(|(_, thread)| thread)
        };
        self.groups.iter().filter(|(of, ..)| *of == group).find_map(thread)
    }

    fn answering(&self, thread: usize) -> Vec<usize> {
        self.or_nothing(self.memory.answering(thread))
    }

    fn was_in(&self, report: track::ReportKey, thread: usize) -> bool {
        self.or_nothing(self.memory.was_in(ReportId(report), thread))
    }

    fn undeclared(&self, report: track::ReportKey, most: usize) -> Vec<track::Undeclared> {
        let stored = self.or_nothing(self.memory.undeclared(ReportId(report), most));
        let undeclared = |change: crate::model::Change| track::Undeclared {
            id: change.id,
            kind: change.kind,
            before: change.before,
            after: change.after,
        };
        stored.into_iter().map(|stored| undeclared(stored.change)).collect()
    }
}
