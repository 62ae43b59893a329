//! What is kept of a version once its text is gone: its words, what tracking compares of every claim, its figures, the states that
//! it gives topics.

// The words of a version, and what single ones are.
pub(super) mod known;
pub(super) mod words;

mod before;

pub(super) mod ages;
pub(super) mod measures;
pub(super) mod names;

// Its claims; whose they are, under all names of a source.
pub(super) mod features;

pub(super) mod aliases;
mod claims;
mod parts;

// What else stands in it.
pub(super) mod figures;
pub(super) mod statuses;

use std::rc::Rc;

use crate::track::rulings::Rulings;
use crate::track::version::Version;
use before::Before;
use features::Said;
use words::{Page, Reader};

/// All that is kept of a version.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) page: Rc<Page>,
    pub(super) said: Vec<Said>,
    pub(super) figures: Vec<figures::Counted>,
    pub(super) leads: Vec<statuses::Lead>,
}

impl Reading {
    /// Reads a version with what people ruled on it; `last` is the one before it. Its claims have no threads as yet.
    pub(super) fn of(version: &Version<'_>, last: Option<&Reading>, rulings: &Rulings, reader: &Reader) -> Reading {
        let (findings, placements) = rulings.on(version);
        let version = &Version { findings: &findings, ..*version };
        let before = last.zip(version.prior.as_ref()).map(|(last, prior)| Before::of(&last.page, prior, version.document));
        let page = Rc::new(reader.page_after(before.as_ref(), version.document));
        Reading {
            said: claims::read(version, &placements, &page, reader),
            figures: figures::read(version, &page, reader),
            leads: statuses::leads(version),
            page,
        }
    }

    /// The threads of its claims, as far as these have one.
    pub(super) fn threads(&self) -> impl Iterator<Item = usize> {
        self.said.iter().filter_map(|said| said.thread)
    }
}
