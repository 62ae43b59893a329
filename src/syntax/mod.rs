//! As much syntax as attribution needs: what each token is in its sentence, verb groups, and noun phrases to the left and right of a
//! place. No tree is built. Everything is decided from closed classes, spelling and the neighbours, in one pass per sentence, and
//! capitals are only believed where the sentence also has words without them, so that headlines and texts in capitals are read too.
//!
//! Reading order: [`tag`] → [`group`] (verb groups) → [`phrase`] (noun phrases); [`number`] stands by itself.
//! [`parse`] is what a full parser says of a sentence, for those who ask one; `kept` and `shelf` keep what it said, for a process and
//! beyond it, the latter as `packed` writes it.

pub mod group;
mod kept;
mod labels;
pub mod model;
pub mod number;
mod packed;
pub mod parse;
pub mod phrase;
mod shelf;
pub mod tag;

pub use group::Group;
pub use kept::Kept;
pub use model::Model;
pub use parse::{Parse, Parser};
pub use shelf::{Key, Shelf, Shelved};
pub use tag::{Tag, Tagged};
