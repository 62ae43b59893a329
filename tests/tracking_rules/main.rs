//! What a change of a text must and must not be told as, on the smallest texts that show it, a file a subject.

mod draft;

mod come_and_gone;
mod corrections;
mod figures;
mod notices;
mod outlets;
mod series;
mod sources;
mod threads;
mod wording;
