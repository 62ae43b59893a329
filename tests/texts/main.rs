//! One text and its parts, or two texts and what differs between them: lists of cases, a file a subject.

mod corrections;
mod parser;
mod press_releases;
mod segments;
mod sentences;
mod tiny_changes;
