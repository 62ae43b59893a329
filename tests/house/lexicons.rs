//! Every table of `data/` is whole: columns as declared, no key twice, sorted where that is promised, an example and a counter in
//! every row that should have them, and built into the program. Whether the examples hold is for the tests of each reader.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sayso::lexicon::{
    abbreviations, actors, aims, casualties, closed, cues, data, demonyms, force, grades, layout, model, notices, numbers, pronouns,
    quantities, relays, spelling, topics, tsv, wording, words, wrongs,
};
use sha2::{Digest, Sha256};

/// What is promised of one table.
struct Table {
    path: &'static str,
    columns: &'static [&'static str],
    /// How many of the first cells make a row unique.
    key: usize,
    /// Rows stand in the order of their first cell.
    sorted: bool,
}

const fn table(path: &'static str, columns: &'static [&'static str], key: usize, sorted: bool) -> Table {
    Table { path, columns, key, sorted }
}

const TABLES: &[Table] = &[
    table("actors/armed_groups.tsv", actors::NAME_COLUMNS, 1, false),
    table("actors/given_names.tsv", actors::GIVEN_COLUMNS, 1, false),
    table("actors/aims.tsv", aims::COLUMNS, 3, false),
    table("actors/demonyms.tsv", demonyms::COLUMNS, 2, false),
    table("actors/media.tsv", actors::NAME_COLUMNS, 1, false),
    table("actors/offices.tsv", actors::OFFICE_COLUMNS, 2, false),
    table("actors/organisations.tsv", actors::NAME_COLUMNS, 1, false),
    table("actors/bodies.tsv", actors::BODY_COLUMNS, 1, true),
    table("actors/people.tsv", actors::PEOPLE_COLUMNS, 1, true),
    table("actors/relays.tsv", relays::COLUMNS, 1, false),
    table("actors/roles.tsv", actors::ROLE_COLUMNS, 2, false),
    table("actors/states.tsv", actors::STATE_COLUMNS, 1, false),
    table("en/abbreviations.tsv", abbreviations::COLUMNS, 1, true),
    table("en/capitals.tsv", spelling::CAPITAL_COLUMNS, 1, false),
    table("en/casualties.tsv", casualties::COLUMNS, 3, false),
    table("en/closed.tsv", closed::COLUMNS, 1, true),
    table("en/cues.tsv", cues::COLUMNS, 2, false),
    table("en/force.tsv", force::COLUMNS, 1, false),
    table("en/grades.tsv", grades::COLUMNS, 1, false),
    table("en/irregular.tsv", words::IRREGULAR_COLUMNS, 1, true),
    table("en/layout.tsv", layout::COLUMNS, 4, false),
    table("en/notices.tsv", notices::COLUMNS, 2, false),
    table("en/numbers.tsv", numbers::COLUMNS, 2, false),
    table("en/polarity.tsv", topics::POLARITY_COLUMNS, 1, false),
    table("en/pronouns.tsv", pronouns::COLUMNS, 1, false),
    table("en/quantities.tsv", quantities::COLUMNS, 2, false),
    table("en/roles.tsv", words::ROLE_COLUMNS, 1, true),
    table("en/spelling.tsv", spelling::COLUMNS, 2, false),
    table("en/verbs.tsv", words::VERB_COLUMNS, 1, true),
    table("en/wording.tsv", wording::COLUMNS, 2, false),
    table("en/wrongs.tsv", wrongs::COLUMNS, 1, false),
    table("model/affixes.tsv", model::AFFIX_COLUMNS, 2, false),
    table("model/exceptions.tsv", model::EXCEPTION_COLUMNS, 1, false),
    table("model/norms.tsv", model::NORM_COLUMNS, 1, true),
    table("model/symbols.tsv", model::SYMBOL_COLUMNS, 1, true),
];

/// Files that are no tables of ours: the model's weights and the terms that they came under.
const NOT_READ: &[&str] = &["model/LICENSE", "model/LICENSES_SOURCES", "model/weights.f24"];

/// Tables in which small words stand beside the events and need no sentence of their own.
const EXAMPLES_IN_PART: &[&str] = &["en/casualties.tsv"];

fn file(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(path);
    fs::read_to_string(&whole).unwrap_or_else(|err| panic!("{}: {err}", whole.display()))
}

/// Rows as cells, comments and header left out.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.skip(1).map(|line| line.split('\t').map(str::trim).collect()).collect()
}

/// Paths under `data/` of all files but the READMEs and [`NOT_READ`].
fn paths() -> BTreeSet<String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut found = BTreeSet::new();
    for folder in fs::read_dir(&data).expect("data/ is there") {
        let folder = folder.expect("a readable entry").path();
        if folder.ends_with("README.md") {
            continue;
        }
        for entry in fs::read_dir(&folder).expect("data/ holds folders and a README only") {
            let path = entry.expect("a readable entry").path();
            let inside = path.strip_prefix(&data).expect("a file of data/").to_string_lossy().replace('\\', "/");
            if !inside.ends_with("README.md") && !NOT_READ.contains(&inside.as_str()) {
                found.insert(inside);
            }
        }
    }
    found
}

/// The keys that stand in more than one row.
fn twice<'t>(rows: &[Vec<&'t str>], key: usize) -> Vec<Vec<&'t str>> {
    let mut seen = BTreeSet::new();
    rows.iter().map(|row| row[..key].to_vec()).filter(|cells| !seen.insert(cells.clone())).collect()
}

#[test]
fn every_table_has_the_columns_that_its_reader_declares() {
    for table in TABLES {
        assert_eq!(tsv::check(&file(table.path), table.columns), Ok(()), "{}", table.path);
    }
}

#[test]
fn no_key_stands_twice() {
    for table in TABLES {
        let text = file(table.path);
        assert!(twice(&rows(&text), table.key).is_empty(), "{}: {:?}", table.path, twice(&rows(&text), table.key));
    }
}

#[test]
fn a_key_that_stands_twice_is_seen() {
    assert_eq!(twice(&rows("a\tb\nx\t1\ny\t1\nx\t2\n"), 1), [["x"]]);
}

#[test]
fn tables_for_look_up_are_sorted() {
    for table in TABLES.iter().filter(|table| table.sorted) {
        let text = file(table.path);
        let rows = rows(&text);
        for pair in rows.windows(2) {
            assert!(pair[0][0] <= pair[1][0], "{}: {} stands after {}", table.path, pair[1][0], pair[0][0]);
        }
    }
}

#[test]
fn cues_are_sorted_within_their_part_of_speech() {
    let text = file("en/cues.tsv");
    for pair in rows(&text).windows(2).filter(|pair| pair[0][1] == pair[1][1]) {
        assert!(pair[0][0] < pair[1][0], "{} stands after {}", pair[1][0], pair[0][0]);
    }
}

#[test]
fn every_row_shows_its_use_and_another() {
    for table in TABLES.iter().filter(|table| !EXAMPLES_IN_PART.contains(&table.path)) {
        let cells: Vec<_> =
            ["example", "counter"].iter().filter_map(|name| table.columns.iter().position(|column| column == name)).collect();
        for row in rows(&file(table.path)) {
            assert!(cells.iter().all(|cell| !matches!(row[*cell], "" | "-")), "{}: {row:?}", table.path);
            assert!(cells.len() < 2 || row[cells[0]] != row[cells[1]], "{}: {row:?}", table.path);
        }
    }
}

#[test]
fn every_file_is_built_in_and_every_table_is_held_to_its_promise() {
    let built_in: BTreeSet<String> = data().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(built_in, paths(), "lexicon::data() and data/");
    let tables: BTreeSet<String> = TABLES.iter().map(|table| table.path.to_owned()).collect();
    assert_eq!(tables, paths().into_iter().filter(|path| path.ends_with(".tsv")).collect(), "TABLES and data/");
    for (path, content) in data() {
        assert_eq!(content, file(path), "{path} is built in under another name");
    }
}

#[test]
fn the_weights_are_those_that_the_header_names() {
    let header: toml::Table = toml::from_str(model::HEADER).expect("model.toml has its form");
    let hash: String = Sha256::digest(model::WEIGHTS).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(header["weights_sha256"].as_str(), Some(hash.as_str()));
}
