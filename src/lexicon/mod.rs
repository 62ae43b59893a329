//! What the program knows of language and the world, read from `data/` (built into the program) and typed.
//!
//! Each table is parsed once, when it is first asked for, so that a command pays only for what it uses. A row carries an
//! example and a counter-example that run as tests. Nothing here looks at a text; that is for the layers above.
//!
//! Reading order: [`tsv`] (the file form) → [`word_map`] (what most tables are) → [`closed`] → [`abbreviations`] → [`layout`] → [`inflect`] → [`cues`]
//! → [`words`] → the tables of actors; [`model`] is read by `syntax`.

pub mod abbreviations;
pub mod actors;
pub mod aims;
pub mod casualties;
pub mod closed;
pub mod cues;
pub mod demonyms;
pub mod force;
pub mod grades;
pub mod inflect;
pub mod knowledge;
pub mod layout;
pub mod model;
pub mod notices;
pub mod numbers;
pub mod pronouns;
pub mod quantities;
pub mod relays;
mod roles;
pub mod spelling;
pub mod topics;
pub mod tsv;
pub mod word_map;
pub mod wording;
pub mod words;
pub mod wrongs;

/// Every text file of `data/` that is built in, by its path: what a store's derivations were made with. The model's weights are told by
/// their hash, which stands in `model.toml`.
pub fn data() -> impl Iterator<Item = (&'static str, &'static str)> {
    SINGLE.iter().chain(actors::FILES).chain(topics::FILES).copied()
}

/// The files whose readers have one each.
const SINGLE: &[(&str, &str)] = &[
    ("actors/aims.tsv", aims::FILE),
    ("actors/demonyms.tsv", demonyms::FILE),
    ("actors/given_names.tsv", actors::GIVEN),
    ("actors/offices.tsv", actors::OFFICES),
    ("actors/bodies.tsv", actors::BODIES),
    ("actors/people.tsv", actors::PEOPLE),
    ("actors/relays.tsv", relays::FILE),
    ("actors/roles.tsv", actors::ROLES),
    ("actors/states.tsv", actors::STATES),
    ("en/abbreviations.tsv", abbreviations::FILE),
    ("en/capitals.tsv", spelling::CAPITAL_FILE),
    ("en/casualties.tsv", casualties::FILE),
    ("en/closed.tsv", closed::FILE),
    ("en/cues.tsv", cues::FILE),
    ("en/force.tsv", force::FILE),
    ("en/grades.tsv", grades::FILE),
    ("en/irregular.tsv", words::IRREGULAR_FILE),
    ("en/layout.tsv", layout::FILE),
    ("en/notices.tsv", notices::FILE),
    ("en/numbers.tsv", numbers::FILE),
    ("en/polarity.tsv", topics::POLARITY),
    ("en/pronouns.tsv", pronouns::FILE),
    ("en/quantities.tsv", quantities::FILE),
    ("en/roles.tsv", words::ROLE_FILE),
    ("en/spelling.tsv", spelling::FILE),
    ("en/verbs.tsv", words::VERB_FILE),
    ("en/wording.tsv", wording::FILE),
    ("en/wrongs.tsv", wrongs::FILE),
    ("model/affixes.tsv", model::AFFIXES),
    ("model/exceptions.tsv", model::EXCEPTIONS),
    ("model/model.toml", model::HEADER),
    ("model/norms.tsv", model::NORMS),
    ("model/symbols.tsv", model::SYMBOLS),
];
