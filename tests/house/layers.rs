//! Imports point downwards only (`ARCHITECTURE.md`, "What may use what").

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every layer and the layers it may use, itself left out, as the tables of `ARCHITECTURE.md` have them.
fn may_use() -> Vec<(String, Vec<String>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(file).expect("ARCHITECTURE.md is there");
    let section = text.split("\n## ").find(|section| section.starts_with("What may use what")).expect("a section on imports");
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for row in section.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---") && !line.starts_with("| layer")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [layers, used] = cells[..] else { panic!("two cells: {row}") };
        let above: Vec<String> = out.iter().map(|(name, _)| name.clone()).collect();
        let used = match used {
            "nothing of ours" => Vec::new(),
            "all of the above" => above.clone(),
            _ => used.split(", ").map(str::to_owned).collect(),
        };
        assert!(used.iter().all(|name| above.contains(name)), "a layer uses those above it: {row}");
        out.extend(layers.split(", ").map(|layer| (layer.to_owned(), used.clone())));
    }
    out
}

pub fn rust_files(under: &Path, out: &mut Vec<PathBuf>) {
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

/// The file holds nothing but tests.
fn is_of_tests(file: &Path) -> bool {
    file.to_string_lossy().ends_with("tests.rs") || file.components().any(|part| part.as_os_str() == "tests")
}

/// The first names of a path or of a group of paths, each with what stands behind it.
fn heads(paths: &str) -> Vec<(&str, &str)> {
    let Some(group) = paths.strip_prefix('{') else {
        let end = paths.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(paths.len());
        return vec![(&paths[..end], paths[end..].strip_prefix("::").unwrap_or_default())];
    };
    let (mut depth, mut begin, mut out) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                out.extend(heads(group[begin..at].trim()));
                begin = at + 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if letter == '}' && depth == 0 && begin == at + 1 {
            break;
        }
    }
    out
}

/// A file without what is there for tests alone, however it is called and wherever it stands.
fn without_tests(code: &str) -> String {
    let mut out = String::new();
    let mut lines = code.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let inner = line.trim_start();
        if !inner.starts_with("#[cfg(test)]") {
            out.push_str(line);
            continue;
        }
        let end = format!("{}}}", &line[..line.len() - inner.len()]);
        let item = lines.by_ref().find(|line| !line.trim_start().starts_with("#["));
        if item.is_some_and(|item| item.trim_end().ends_with('{')) {
            lines.by_ref().find(|line| line.trim_end() == end);
        }
    }
    out
}

/// What is named in the code of the module `within` behind `crate::`, or behind one `super::` or more: a layer, and the next name.
fn used<'c>(within: &[&'c str], code: &'c str) -> Vec<(&'c str, &'c str)> {
    let is_comment = |at: usize| code[..at].rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with("//"));
    let absolute = code.match_indices("crate::").map(|(at, mark)| (at, at + mark.len(), 0));
    let relative = code.match_indices("super::").filter(|(at, _)| !code[..*at].ends_with("super::")).map(|(at, _)| {
        let rest = code[at..].trim_start_matches("super::");
        let steps = (code.len() - at - rest.len()) / "super::".len();
        (at, code.len() - rest.len(), within.len().saturating_sub(steps))
    });
    let mut out = Vec::new();
    for (_, after, kept) in absolute.chain(relative).filter(|(at, ..)| !is_comment(*at)) {
        let firsts = heads(&code[after..]);
        match within[..kept] {
            [] => out.extend(firsts.into_iter().flat_map(|(first, rest)| heads(rest).into_iter().map(move |(second, _)| (first, second)))),
            [layer] => out.extend(firsts.into_iter().map(|(second, _)| (layer, second))),
            [layer, inner, ..] => out.push((layer, inner)),
        }
    }
    out
}

/// The module that a file of `src` is, its name in parts.
fn module(name: &str) -> Vec<&str> {
    name.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect()
}

/// Layers behind which the public finds what is another's.
const FRONTS: [&str; 3] = ["lib", "model", "pipeline"];

#[test]
fn no_layer_hands_on_what_is_anothers() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let layer = layer_of(&src, &file);
        let code = fs::read_to_string(&file).expect("source is UTF-8");
        for (at, mark) in code.match_indices("pub(crate) use crate::").filter(|_| !FRONTS.contains(&&*layer)) {
            let others = heads(&code[at + mark.len()..]).into_iter().filter(|(first, _)| *first != layer);
            wrong.extend(others.map(|(first, _)| format!("{} hands on from {first}", file.display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn imports_point_downwards_only() {
    let may_use = may_use();
    let allowed = |layer: &str| may_use.iter().find(|(name, _)| name == layer).map(|(_, used)| used);
    let has_inner = |layer: &str| may_use.iter().any(|(name, _)| name.starts_with(&format!("{layer}::")));
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    let mut found: BTreeSet<(String, String)> = BTreeSet::new();
    let mut imports = 0;
    for file in files {
        let layer = layer_of(&src, &file);
        if is_of_tests(file.strip_prefix(&src).expect("a file of src")) || ["lib", "bin"].contains(&layer.as_str()) {
            continue;
        }
        let name = file.strip_prefix(&src).expect("a file of src").to_string_lossy().replace('\\', "/");
        let inner = format!("{layer}::{}", name.split(['/', '.']).nth(1).unwrap_or_default());
        let mut wrong_if = |is_wrong: bool, used: &str| {
            imports += 1;
            wrong.extend(is_wrong.then(|| format!("{name} uses {used}")));
        };
        let layers_below = allowed(&layer).unwrap_or_else(|| panic!("{layer} has a row in ARCHITECTURE.md"));
        let code = fs::read_to_string(&file).expect("source is UTF-8");
        for (first, second) in used(&module(&name), &without_tests(&code)) {
            if first != layer {
                let is_layer = allowed(first).is_some();
                wrong_if(is_layer && !layers_below.iter().any(|below| below == first), first);
                found.insert((layer.clone(), first.to_owned()));
            } else if has_inner(&layer) && !inner.ends_with("::mod") && second.starts_with(char::is_lowercase) {
                let used = format!("{first}::{second}");
                let file = src.join(first).join(second);
                let is_item = !file.exists() && !file.with_extension("rs").exists();
                let is_below = is_item || allowed(&inner).is_some_and(|below| below.contains(&used));
                wrong_if(used != inner && !is_below, &used);
                found.insert((inner.clone(), used));
            }
        }
    }
    assert!(imports > 200, "only {imports} imports were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let rows = may_use.iter().filter(|(name, _)| name != "pipeline");
    let unused =
        rows.flat_map(|(name, used)| used.iter().map(move |used| (name.clone(), used.clone()))).filter(|edge| !found.contains(edge));
    assert_eq!(unused.collect::<Vec<_>>(), [], "what nothing uses need not be allowed");
}

#[test]
fn paths_are_read_through_groups() {
    let code = "use crate::{text, model::{Act, Claim}};\n// use crate::store;\nuse crate::track::{read::words, pair};\n";
    let found = [("text", ""), ("model", "Act"), ("model", "Claim"), ("track", "read"), ("track", "pair")];
    assert_eq!(used(&["report"], code), found);
    let code = "use super::read;\nuse super::super::{pair, thread::Index};\nuse super::super::super::diff::compare;\n";
    let found = [("track", "change"), ("track", "pair"), ("track", "thread"), ("diff", "compare")];
    assert_eq!(used(&["track", "change", "moved"], code), found);
}

#[test]
fn tests_of_any_name_at_any_place_are_left_out() {
    let code = "use a;\n#[cfg(test)]\nmod tests;\n#[cfg(test)]\n#[allow(x)]\nmod checks {\n    fn f() {\n    }\n}\nfn g() {\n    #[cfg(test)]\n    {\n    }\n}\n";
    assert_eq!(without_tests(code), "use a;\nfn g() {\n}\n");
}

/// Public doors that take no knowledge, each with that of the program once; all engines behind them are given theirs.
const DOORS: &[&str] = &["claims/mod.rs", "diff/facts/mod.rs", "diff/texts.rs"];

#[test]
fn engines_know_what_they_are_given_and_not_what_is_built_in() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let name = file.strip_prefix(&src).expect("a file of src").to_string_lossy().replace('\\', "/");
        if ["lexicon", "pipeline", "bin"].contains(&&*layer_of(&src, &file)) || is_of_tests(Path::new(&name)) {
            continue;
        }
        let code = fs::read_to_string(&file).expect("source is UTF-8");
        let code = without_tests(&code);
        let found = code.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| line.matches("::builtin()").count());
        if found.sum::<usize>() > usize::from(DOORS.contains(&&*name)) {
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
