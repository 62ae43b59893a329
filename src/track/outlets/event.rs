//! Whether two tolls are those of one event, by the sentences in which they stand: two soldiers shot at a post and two pupils whom a shell
//! killed are no four dead, and no two on which anybody agrees.
//!
//! Outlets tell one event in words of their own, and a toll may stand without any. So two are other events only where their sentences have
//! no word in common, and name other places or people of another sort, of whom both tell something besides.
//!
//! Known failure: "in Malta" and "in Valletta" are two events where nothing else is told of either.

use rustc_hash::FxHashSet;

use super::finding::OutletFinding;
use crate::lexicon::casualties::{self, Role};
use crate::lexicon::force::{self, Sort};
use crate::text::{Document, lower_case};
use crate::track::read::names::key;
use crate::track::read::words::{Reader, Word};

/// Words that are told of an event at least before their being others makes it another.
const TOLD: usize = 2;

/// What the sentence of a toll tells of it.
pub(super) struct Event {
    /// Names but that of who counts.
    names: FxHashSet<String>,
    /// What the people are called, where that says more than that they are.
    people: FxHashSet<String>,
    /// All words that tell something, those too.
    told: FxHashSet<String>,
}

impl Event {
    pub(super) fn of(finding: &OutletFinding, reader: &Reader) -> Event {
        let source = key(finding.source_name());
        let units: Vec<&str> = finding.figures().iter().map(|figure| figure.unit.as_str()).collect();
        let page = reader.page(&Document::new(&finding.evidence));
        let mut out = Event { names: FxHashSet::default(), people: FxHashSet::default(), told: FxHashSet::default() };
        let is_said = |word: &Word| matches!(force::of(&word.form, word.stem()), Some((Sort::Verb | Sort::Qualifier, _)));
        for word in page.all().iter().filter(|word| !word.is_function && !word.is_count && !word.is_calendar && !is_said(word)) {
            let lower = lower_case(&word.form);
            let is_event = casualties::events(&[&lower]).next().is_some();
            if is_event || units.contains(&&*lower) || source.split(' ').any(|own| own == lower) {
                continue;
            }
            let root = word.root().to_string();
            if word.is_name {
                out.names.insert(root.clone());
            } else if casualties::has_role(&lower, Role::People) || casualties::has_role(&lower, Role::Person) {
                out.people.insert(root.clone());
            }
            out.told.insert(root);
        }
        out
    }

    /// It tells one of those words, or nothing at all.
    pub(super) fn tells_any(&self, roots: &FxHashSet<String>) -> bool {
        self.told.is_empty() || !self.told.is_disjoint(roots)
    }

    pub(super) fn is_other(&self, other: &Event) -> bool {
        let are_others = |one: &FxHashSet<String>, two: &FxHashSet<String>| !one.is_empty() && !two.is_empty() && one.is_disjoint(two);
        let much_is_told = self.told.len().min(other.told.len()) >= TOLD;
        let of_others = are_others(&self.names, &other.names) || are_others(&self.people, &other.people) && much_is_told;
        of_others && self.told.is_disjoint(&other.told)
    }
}
