//! Ids of findings: the same finding of the same text has the same id in every run and in every store.

use std::fmt::{self, Write};

use base16ct::lower;
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use crate::model::Findings;
use crate::text::CharSpan;

/// Bytes of a hash in an id, each two digits after its letter: of a million claims in a store two share one with a chance of 1 in 500.
const BYTES: usize = 6;

/// Gives every finding an id made from `key`, its place and what it says, so that the same finding keeps its id when others come or go.
pub(super) fn identify(key: &str, found: &mut Findings) {
    let mut ids = Ids { key: Sha256::new_with_prefix(key), given: FxHashSet::default(), hashed: String::new() };
    let mut renamed: FxHashMap<String, String> = FxHashMap::default();
    for claim in &mut found.claims {
        let cue = claim.cue.as_ref().map_or(&[][..], |cue| &cue.span);
        let (evidence, cue, content) = (places(&[claim.evidence.span]), places(cue), places(&claim.content.span));
        let id = ids.unique('c', format_args!("{} {evidence} {cue} {content}", claim.act));
        renamed.insert(std::mem::replace(&mut claim.id, id.clone()), id);
    }
    for claim in &mut found.claims {
        claim.answers = claim.answers.take().and_then(|old| renamed.get(&old).cloned());
    }
    for figure in &mut found.figures {
        let low = figure.low.map(|low| low.to_bits().to_string()).unwrap_or_default();
        figure.id = ids.unique('f', format_args!("{} {low} {}", figure.what, places(&[figure.evidence.span])));
    }
    for status in &mut found.statuses {
        status.id = ids.unique('s', format_args!("{} {} {}", status.topic, status.state, places(&[status.evidence.span])));
    }
}

/// Places as they are hashed, which must stay the same since decisions name claims by id: "13-27,31-40", empty for none.
fn places(spans: &[CharSpan]) -> String {
    spans.iter().map(|span| format!("{}-{}", span.start(), span.end())).collect::<Vec<_>>().join(",")
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

#[cfg(test)]
mod tests {
    use crate::pipeline;

    /// Decisions name rows by these: a change of them is a change for everybody who ruled on something.
    #[test]
    fn an_id_is_made_of_numbers_and_names_alone() {
        let found = pipeline::findings("k", "Talks\n\nThe truce held, Oslo said. Twelve people were killed.\n");
        let ids = (found.claims[0].id.as_str(), found.figures[0].id.as_str(), found.statuses[0].id.as_str());
        assert_eq!(ids, ("c66f667ddf202", "f69a3847de12f", "s93b078723aae"));
    }
}
