//! Files of the source and its tests that schema, data, code and documentation speak of are there.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders whose texts are looked at with all that is in them; of the others the files alone.
const DEEP: &[&str] = &["data", "docs", "src"];
const FLAT: &[&str] = &["", "benches", "fuzz", "tests", "tools"];

/// Endings of texts; the weights of the model are none.
const TEXTS: &[&str] = &["md", "rs", "sql", "toml", "tsv", "py"];

fn texts(folder: &Path, is_deep: bool, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            if is_deep {
                texts(&path, is_deep, found);
            }
        } else if path.extension().is_some_and(|ending| TEXTS.iter().any(|text| ending == *text)) {
            found.push(path);
        }
    }
}

/// Folders whose files are looked for.
const ROOTS: &[&str] = &["src/", "tests/"];

/// The paths below [`ROOTS`] that a text names.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let is_inside = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.' | '/');
    let starts =
        ROOTS.iter().flat_map(|root| text.match_indices(root)).map(|(at, _)| at).filter(move |at| !text[..*at].ends_with(is_inside));
    starts.map(move |at| {
        let rest = &text[at..];
        let end = rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len());
        // A path that ends in a placeholder (`src/report/<fmt>.rs`) names its folder.
        rest[..end].trim_end_matches('.')
    })
}

#[test]
fn files_of_the_source_that_are_named_are_there() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    DEEP.iter().for_each(|folder| texts(&here.join(folder), true, &mut files));
    FLAT.iter().for_each(|folder| texts(&here.join(folder), false, &mut files));
    let mut gone = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        gone.extend(named(&text).filter(|path| !here.join(path).exists()).map(|path| format!("{path}, named in {}", file.display())));
    }
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn a_path_ends_where_its_words_do() {
    let text = "(src/syntax/packed.rs), `src/report/<fmt>.rs`, ../../src/x.rs and mysrc/y.rs; see src/model.rs, tests/a.rs.";
    assert_eq!(named(text).collect::<Vec<_>>(), ["src/syntax/packed.rs", "src/report/", "src/model.rs", "tests/a.rs"]);
}
