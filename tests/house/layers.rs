//! Imports point downwards only (`ARCHITECTURE.md`, "What may use what").

use std::fs;
use std::path::{Path, PathBuf};

/// A layer and the layers it may use, itself left out.
const MAY_USE: &[(&str, &[&str])] = &[
    ("kinds", &[]),
    ("lexicon", &["kinds"]),
    ("text", &["lexicon"]),
    ("model", &["kinds", "text"]),
    ("diff", &["kinds", "text", "lexicon", "syntax"]),
    ("syntax", &["text", "lexicon"]),
    ("claims", &["model", "text", "lexicon", "syntax"]),
    ("actors", &["model", "text", "lexicon", "syntax"]),
    ("track", &["model", "text", "lexicon", "diff", "syntax"]),
    ("ingest", &["model", "text"]),
    ("store", &["model", "text"]),
    ("follow", &["model", "text", "lexicon", "diff", "track", "store"]),
    ("pipeline", &["follow", "model", "text", "lexicon", "diff", "syntax", "claims", "actors", "track", "ingest", "store"]),
    ("decisions", &["model", "text", "lexicon", "store", "follow"]),
    ("report", &["model", "text", "lexicon", "diff", "track", "store", "decisions"]),
];

fn rust_files(under: &Path, out: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(under).unwrap_or_else(|err| panic!("{}: {err}", under.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            rust_files(&path, out);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            out.push(path);
        }
    }
}

/// The layer that a file of `src/` belongs to: its folder, or its own name.
fn layer_of(src: &Path, file: &Path) -> String {
    let inside = file.strip_prefix(src).expect("a file of src");
    let first = inside.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The layers named behind `crate::` in one file, the module of tests at its end left out.
fn used(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let names = lines.flat_map(|line| line.split("crate::").skip(1)).flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>(),
        None => vec![rest.to_owned()],
    });
    names.map(|name| name.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()).collect()
}

#[test]
fn imports_point_downwards_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    let mut imports = 0;
    for file in files {
        let layer = layer_of(&src, &file);
        if file.file_name().is_some_and(|name| name == "tests.rs") {
            continue;
        }
        if ["lib", "bin"].contains(&layer.as_str()) {
            continue;
        }
        let allowed = MAY_USE.iter().find(|(name, _)| *name == layer).map_or(&[][..], |(_, allowed)| allowed);
        let code = fs::read_to_string(&file).expect("source is UTF-8");
        for used in used(&code) {
            let is_layer = src.join(&used).is_dir() || src.join(format!("{used}.rs")).is_file();
            imports += usize::from(is_layer);
            if is_layer && used != layer && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{} uses {used}", file.strip_prefix(&src).expect("a file of src").display()));
            }
        }
    }
    assert!(imports > 20, "only {imports} imports were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Public doors that take no knowledge, each with that of the program once; all engines behind them are given theirs.
const DOORS: &[&str] = &["actors/mod.rs", "claims/mod.rs", "diff/facts/mod.rs", "diff/texts.rs"];

#[test]
fn engines_know_what_they_are_given_and_not_what_is_built_in() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let name = file.strip_prefix(&src).expect("a file of src").to_string_lossy().replace('\\', "/");
        if ["lexicon", "pipeline", "bin"].contains(&&*layer_of(&src, &file)) || name.ends_with("tests.rs") {
            continue;
        }
        let code = fs::read_to_string(&file).expect("source is UTF-8");
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let found = code.matches("::builtin()").count();
        if found > usize::from(DOORS.contains(&&*name)) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "built-in knowledge is asked for in {}", wrong.join(", "));
}

#[test]
fn only_the_store_speaks_to_the_database() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let users: Vec<String> = files
        .iter()
        .filter(|file| fs::read_to_string(file).expect("source is UTF-8").contains("rusqlite"))
        .map(|file| layer_of(&src, file))
        .filter(|layer| layer != "store")
        .collect();
    assert!(users.is_empty(), "{users:?}");
}
