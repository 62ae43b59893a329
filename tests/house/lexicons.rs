//! Every table of `data/` is whole: no key twice, sorted where that is promised, an example and a counter in
//! every row that should have them, and built into the program. Whether the examples hold is for the tests of each reader.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sayso::lexicon::{self, DataFile, data};
use sha2::{Digest, Sha256};

/// Files that are no tables of ours: the model's weights and the terms that they came under.
const NOT_READ: &[&str] = &["model/LICENSE", "model/LICENSES_SOURCES", "model/weights.f24"];

/// Tables in which small words stand beside the events and need no sentence of their own.
const EXAMPLES_IN_PART: &[&str] = &["en/casualties.tsv"];

/// Tables without examples, and why.
const WITHOUT_EXAMPLES: &[(&str, &str)] = &[
    ("actors/armed_groups.tsv", "names"),
    ("actors/bodies.tsv", "nouns of a kind"),
    ("actors/given_names.tsv", "names"),
    ("actors/media.tsv", "names"),
    ("actors/offices.tsv", "nouns of a kind"),
    ("actors/organisations.tsv", "names"),
    ("actors/people.tsv", "nouns of a kind"),
    ("actors/roles.tsv", "nouns of a kind"),
    ("actors/states.tsv", "names"),
    ("en/closed.tsv", "grammar: what a word can be in any sentence"),
    ("en/irregular.tsv", "grammar: forms of a verb"),
    ("en/pronouns.tsv", "grammar: what a word can be in any sentence"),
    ("en/roles.tsv", "grammar: what a word can be in any sentence"),
    ("en/verbs.tsv", "grammar: what a word can be in any sentence"),
    ("model/affixes.tsv", "of the model"),
    ("model/exceptions.tsv", "of the model"),
    ("model/norms.tsv", "of the model"),
    ("model/symbols.tsv", "of the model"),
];

/// The files that are tables.
fn tables() -> impl Iterator<Item = &'static DataFile> {
    lexicon::FILES.iter().filter(|file| !file.columns.is_empty())
}

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

/// The first line in which two texts differ, by its number, as it is in each.
fn first_difference<'t>(left: &'t str, right: &'t str) -> Option<(usize, Option<&'t str>, Option<&'t str>)> {
    let (mut left, mut right) = (left.split('\n'), right.split('\n'));
    (1..)
        .map(|number| (number, left.next(), right.next()))
        .take_while(|(_, one, other)| one.or(*other).is_some())
        .find(|(_, one, other)| one != other)
}

#[test]
fn texts_differ_where_their_first_lines_do() {
    assert_eq!(first_difference("a\nb\nc", "a\nx\nc"), Some((2, Some("b"), Some("x"))));
    assert_eq!(first_difference("a", "a\n"), Some((2, None, Some(""))));
    assert_eq!(first_difference("a\nb", "a\nb"), None);
}

#[test]
fn no_key_stands_twice() {
    for table in tables() {
        let twice = twice(&rows(table.text), table.key);
        assert!(twice.is_empty(), "{}: {twice:?}", table.path);
    }
}

#[test]
fn a_key_that_stands_twice_is_seen() {
    assert_eq!(twice(&rows("a\tb\nx\t1\ny\t1\nx\t2\n"), 1), [["x"]]);
}

#[test]
fn tables_for_look_up_are_sorted() {
    for table in tables().filter(|table| table.is_sorted) {
        let rows = rows(table.text);
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
    let (without, with): (Vec<_>, Vec<_>) = tables().partition(|table| WITHOUT_EXAMPLES.iter().any(|(path, _)| *path == table.path));
    assert_eq!(without.len(), WITHOUT_EXAMPLES.len(), "every table without examples is there");
    for table in with.into_iter().filter(|table: &&DataFile| !EXAMPLES_IN_PART.contains(&table.path)) {
        let cells = ["example", "counter"].map(|name| table.columns.iter().position(|column| *column == name));
        let [Some(example), Some(counter)] = cells else { panic!("{} has no column of examples, or of counters", table.path) };
        for row in rows(table.text) {
            assert!([example, counter].iter().all(|cell| !matches!(row[*cell], "" | "-")), "{}: {row:?}", table.path);
            assert!(row[example] != row[counter], "{}: {row:?}", table.path);
        }
    }
}

#[test]
fn every_file_is_built_in_and_every_table_is_held_to_its_promise() {
    let built_in: BTreeSet<String> = data().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(built_in, paths(), "lexicon::data() and data/");
    let read: BTreeSet<String> = tables().map(|table| table.path.to_owned()).collect();
    assert_eq!(read, paths().into_iter().filter(|path| path.ends_with(".tsv")).collect(), "lexicon::FILES and data/");
    for (path, content) in data() {
        let on_disk = file(path);
        let differs = first_difference(content, &on_disk);
        assert!(differs.is_none(), "{path} is built in under another name, or was changed after the program was: {differs:?}");
    }
}

#[test]
fn the_weights_are_those_that_the_header_names() {
    let header: toml::Table = toml::from_str(&file("model/model.toml")).expect("model.toml has its form");
    let weights = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/model/weights.f24")).expect("the weights are there");
    let hash: String = Sha256::digest(weights).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(header["weights_sha256"].as_str(), Some(hash.as_str()));
}
