//! As much syntax as attribution needs, in two ways: by rules for every sentence, and by a dependency parser for those who ask one.
//!
//! The rules say what each token is in its sentence, and find verb groups, and noun phrases to the left and right of a place. They build no
//! tree: everything is decided from closed classes, spelling and the neighbours, in one pass per sentence, and capitals are only believed
//! where the sentence also has words without them, so that headlines and texts in capitals are read too.
//!
//! Reading order: `tag` → `group` (verb groups) → `phrase` (noun phrases); `number` stands by itself. Then `parse`, what a parser says of a
//! sentence, and `spacy`, the parser; `parse_cache` and `parse_store` keep what it said, for a process and beyond it, the latter as
//! `parse_bytes` writes it.

pub(crate) mod group;
mod labels;
pub(crate) mod number;
pub(crate) mod parse;
mod parse_bytes;
mod parse_cache;
mod parse_store;
pub(crate) mod phrase;
pub(crate) mod spacy;
pub(crate) mod tag;

pub(crate) use group::Group;
pub use labels::{Penn, Relation};
pub(crate) use parse::Parser;
pub use parse::{Parse, Word};
pub(crate) use parse_cache::Kept;
pub(crate) use parse_store::{Key, Shelf, Shelved};
pub use spacy::Model;
pub(crate) use tag::{Tag, Tagged};
