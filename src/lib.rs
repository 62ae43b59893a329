//! Follows every attributed claim of a news story through its versions and outlets: *on whose say-so?*

pub mod actors;
pub mod claims;
pub mod decisions;
pub mod diff;
mod follow;
pub mod ingest;
pub mod kinds;
pub mod lexicon;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod store;
pub mod syntax;
pub mod text;
pub mod track;
