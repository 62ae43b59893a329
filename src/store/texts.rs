//! Texts of snapshots for whoever looks at many places in them.

use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::{SnapshotId, Store, StoreError};
use crate::text::IndexedText;

/// Texts, each read once, as long as this lives.
pub(crate) struct Texts<'s> {
    store: &'s Store,
    read: FxHashMap<SnapshotId, IndexedText>,
}

impl<'s> Texts<'s> {
    pub(crate) fn of(store: &'s Store) -> Self {
        Texts { store, read: FxHashMap::default() }
    }

    /// The text of a snapshot.
    pub(crate) fn get(&mut self, snapshot: SnapshotId) -> Result<&IndexedText, StoreError> {
        Ok(match self.read.entry(snapshot) {
            Entry::Occupied(read) => read.into_mut(),
            Entry::Vacant(place) => place.insert(IndexedText::new(self.store.text(snapshot)?)),
        })
    }
}
