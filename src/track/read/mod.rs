//! What is kept of a version once its text is gone: its words, what tracking compares of every claim, its figures, the states that
//! it gives topics.

// The words of a version, and what single ones are.
pub(super) mod words;

pub(super) mod ages;
pub(super) mod names;

// Its claims; whose they are, under all names of a source.
pub(super) mod features;

pub(super) mod aliases;
mod parts;

// What else stands in it.
pub(super) mod figures;
pub(super) mod statuses;
