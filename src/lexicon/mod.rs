//! What the program knows of language and the world, read from `data/` (built into the program) and typed.
//!
//! Each table is parsed once, when it is first asked for, so that a command pays only for what it uses. A row carries an
//! example and a counter-example that run as tests. Nothing here looks at a text; that is for the layers above.
//!
//! Reading order: [`tsv`] (the file form) → [`closed`] → [`abbreviations`] → [`layout`] → [`inflect`] → [`cues`]
//! → [`words`] → the tables of actors.

pub mod abbreviations;
pub mod actors;
pub mod casualties;
pub mod closed;
pub mod cues;
pub mod force;
pub mod inflect;
pub mod layout;
pub mod notices;
pub mod numbers;
pub mod pronouns;
pub mod quantities;
pub mod spelling;
pub mod topics;
pub mod tsv;
pub mod wording;
pub mod words;

/// Every file of `data/` that is built in, by its path: what a store's derivations were made with.
pub const DATA: &[(&str, &str)] = &[
    ("en/abbreviations.tsv", abbreviations::FILE),
    ("en/capitals.tsv", spelling::CAPITAL_FILE),
    ("en/casualties.tsv", casualties::FILE),
    ("en/closed.tsv", closed::FILE),
    ("en/cues.tsv", cues::FILE),
    ("en/force.tsv", force::FILE),
    ("en/irregular.tsv", words::IRREGULAR_FILE),
    ("en/layout.tsv", layout::FILE),
    ("en/notices.tsv", notices::FILE),
    ("en/numbers.tsv", numbers::FILE),
    ("en/quantities.tsv", quantities::FILE),
    ("en/roles.tsv", words::ROLE_FILE),
    ("en/spelling.tsv", spelling::FILE),
    ("en/verbs.tsv", words::VERB_FILE),
];
