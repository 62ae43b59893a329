//! What the program knows of language and the world, read from `data/` (built into the program) and typed.
//!
//! Each table is parsed once, when it is first asked for, so that a command pays only for what it uses. A row carries an
//! example and a counter-example that run as tests, but in tables that `tests/house/lexicons.rs` lists with the reason. Nothing here looks
//! at a text; that is for the layers above.
//!
//! Reading order: `tsv` (the file form) → `word_map` (what most tables are) → `closed` → `abbreviations` → `layout` → `inflect` → `cues`
//! → `words` → the tables of actors; `weights` is read by `syntax`.

pub(crate) mod abbreviations;
pub(crate) mod actors;
pub(crate) mod aims;
pub(crate) mod amounts;
pub(crate) mod casualties;
pub(crate) mod clock;
pub(crate) mod closed;
pub(crate) mod cues;
pub(crate) mod demonyms;
pub(crate) mod force;
pub(crate) mod grades;
pub(crate) mod inflect;
pub(crate) mod knowledge;
pub(crate) mod layout;
pub(crate) mod notices;
pub(crate) mod numbers;
pub(crate) mod pronouns;
pub(crate) mod quantities;
pub(crate) mod relays;
mod roles;
pub(crate) mod same;
pub(crate) mod shapes;
pub(crate) mod spelling;
pub(crate) mod topics;
pub(crate) mod tsv;
pub(crate) mod weights;
pub(crate) mod word_map;
pub(crate) mod wording;
pub(crate) mod words;
pub(crate) mod wrongs;

pub use actors::World;
pub use knowledge::{Knowledge, KnowledgeError};
pub use topics::{TopicError, Topics};

/// Every text file of `data/` that is built in, by its path: what a store's derivations were made with. The model's weights are told by
/// their hash, which stands in `model.toml`.
pub fn data() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().map(|file| (file.path, file.text)).chain(topics::SHARED.iter().chain(topics::FILES).copied())
}

/// A file of `data/` that one reader has, and what is promised of it where it is a table.
#[derive(Clone, Copy, Debug)]
pub struct DataFile {
    /// Its path under `data/`.
    pub path: &'static str,
    /// What it holds.
    pub text: &'static str,
    /// The columns of a table; none for a file of another form.
    pub columns: &'static [&'static str],
    /// How many of the first cells make a row unique.
    pub key: usize,
    /// Rows stand in the order of their first cell.
    pub is_sorted: bool,
}

const fn file(path: &'static str, text: &'static str, columns: &'static [&'static str], key: usize, is_sorted: bool) -> DataFile {
    DataFile { path, text, columns, key, is_sorted }
}

/// Every file but the topics, in the order in which [`data`] gives them.
pub const FILES: &[DataFile] = &[
    file("actors/aims.tsv", aims::FILE, aims::COLUMNS, 3, false),
    file("actors/demonyms.tsv", demonyms::FILE, demonyms::COLUMNS, 2, false),
    file("actors/given_names.tsv", actors::GIVEN, actors::GIVEN_COLUMNS, 1, false),
    file("actors/offices.tsv", actors::OFFICES, actors::OFFICE_COLUMNS, 2, false),
    file("actors/bodies.tsv", actors::BODIES, actors::BODY_COLUMNS, 1, true),
    file("actors/people.tsv", actors::PEOPLE, actors::PEOPLE_COLUMNS, 1, true),
    file("actors/relays.tsv", relays::FILE, relays::COLUMNS, 1, false),
    file("actors/roles.tsv", actors::ROLES, actors::ROLE_COLUMNS, 2, false),
    file("actors/states.tsv", actors::STATES, actors::STATE_COLUMNS, 1, false),
    file("en/abbreviations.tsv", abbreviations::FILE, abbreviations::COLUMNS, 1, true),
    file("en/capitals.tsv", spelling::CAPITAL_FILE, spelling::CAPITAL_COLUMNS, 1, false),
    file("en/casualties.tsv", casualties::FILE, casualties::COLUMNS, 3, false),
    file("en/closed.tsv", closed::FILE, closed::COLUMNS, 1, true),
    file("en/cues.tsv", cues::FILE, cues::COLUMNS, 2, false),
    file("en/force.tsv", force::FILE, force::COLUMNS, 1, false),
    file("en/grades.tsv", grades::FILE, grades::COLUMNS, 2, false),
    file("en/irregular.tsv", words::IRREGULAR_FILE, words::IRREGULAR_COLUMNS, 1, true),
    file("en/layout.tsv", layout::FILE, layout::COLUMNS, 4, false),
    file("en/notices.tsv", notices::FILE, notices::COLUMNS, 2, false),
    file("en/numbers.tsv", numbers::FILE, numbers::COLUMNS, 2, false),
    file("en/polarity.tsv", topics::POLARITY, topics::POLARITY_COLUMNS, 1, false),
    file("en/pronouns.tsv", pronouns::FILE, pronouns::COLUMNS, 1, false),
    file("en/publishing.tsv", shapes::FILE, shapes::COLUMNS, 2, false),
    file("en/quantities.tsv", quantities::FILE, quantities::COLUMNS, 2, false),
    file("en/roles.tsv", words::ROLE_FILE, words::ROLE_COLUMNS, 1, true),
    file("en/same.tsv", same::FILE, same::COLUMNS, 1, true),
    file("en/spelling.tsv", spelling::FILE, spelling::COLUMNS, 2, false),
    file("en/verbs.tsv", words::VERB_FILE, words::VERB_COLUMNS, 1, true),
    file("en/wording.tsv", wording::FILE, wording::COLUMNS, 2, false),
    file("en/wrongs.tsv", wrongs::FILE, wrongs::COLUMNS, 1, false),
    file("model/affixes.tsv", weights::AFFIXES, weights::AFFIX_COLUMNS, 2, false),
    file("model/exceptions.tsv", weights::EXCEPTIONS, weights::EXCEPTION_COLUMNS, 1, false),
    file("model/model.toml", weights::HEADER, &[], 0, false),
    file("model/norms.tsv", weights::NORMS, weights::NORM_COLUMNS, 1, true),
    file("model/symbols.tsv", weights::SYMBOLS, weights::SYMBOL_COLUMNS, 1, true),
    file("actors/organisations.tsv", actors::ORGANISATIONS, actors::NAME_COLUMNS, 1, false),
    file("actors/media.tsv", actors::MEDIA, actors::NAME_COLUMNS, 1, false),
    file("actors/armed_groups.tsv", actors::ARMED_GROUPS, actors::NAME_COLUMNS, 1, false),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_has_the_columns_that_its_reader_declares() {
        for table in FILES.iter().filter(|file| !file.columns.is_empty()) {
            assert_eq!(tsv::check(table.text, table.columns), Ok(()), "{}", table.path);
        }
    }
}
