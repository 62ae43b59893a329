//! The program as a user meets it: standard output, standard error and exit status of a command as one snapshot, a file a verb.
#![allow(clippy::unwrap_used, reason = "a test ends where its surroundings fail")]

mod run;

mod blame;
mod completions;
mod decide;
mod diff;
mod extract;
mod forged;
mod import;
mod json;
mod listings;
mod man;
mod passages;
mod readme;
mod report;
mod review;
mod shell;
mod store;
mod syntax;
#[cfg(unix)]
mod terminal;
mod verify;
