//! Ids of findings: the same finding of the same text has the same id in every run and in every store.

use std::fmt::{self, Write};

use base16ct::lower;
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use crate::model::Findings;

/// Bytes of a hash in an id, each two digits after its letter: of a million claims in a store two share one with a chance of 1 in 500.
const BYTES: usize = 6;

/// Gives every finding an id made from `key`, its place and what it says, so that the same finding keeps its id when others come or go.
pub(super) fn identify(key: &str, found: &mut Findings) {
    let mut ids = Ids { key: Sha256::new_with_prefix(key), given: FxHashSet::default(), hashed: String::new() };
    let mut renamed: FxHashMap<String, String> = FxHashMap::default();
    for claim in &mut found.claims {
        let cue = claim.cue.as_ref().map(|cue| &cue.span);
        let id = ids.unique('c', format_args!("{} {:?} {cue:?} {:?}", claim.act, claim.evidence.span, claim.content.span));
        renamed.insert(std::mem::replace(&mut claim.id, id.clone()), id);
    }
    for claim in &mut found.claims {
        claim.answers = claim.answers.take().and_then(|old| renamed.get(&old).cloned());
    }
    for figure in &mut found.figures {
        figure.id = ids.unique('f', format_args!("{} {:?} {:?}", figure.what, figure.low, figure.evidence.span));
    }
    for status in &mut found.statuses {
        status.id = ids.unique('s', format_args!("{} {} {:?}", status.topic, status.state, status.evidence.span));
    }
}

/// The ids given so far in one text.
struct Ids {
    /// A hash of the text's key, from which every id goes on.
    key: Sha256,
    given: FxHashSet<String>,
    /// What is hashed besides the key; kept for its room.
    hashed: String,
}

impl Ids {
    fn unique(&mut self, letter: char, what: fmt::Arguments<'_>) -> String {
        let mut again = 0;
        loop {
            self.hashed.clear();
            // A string takes whatever is written to it.
            _ = write!(self.hashed, "\n{what}\n{again}");
            let hash = self.key.clone().chain_update(&self.hashed).finalize();
            let id = format!("{letter}{}", lower::encode_string(&hash[..BYTES]));
            if self.given.insert(id.clone()) {
                return id;
            }
            again += 1;
        }
    }
}
