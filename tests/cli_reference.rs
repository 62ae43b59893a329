//! `docs/cli.md` says what `--help` says: it is made from it, verb by verb, and this test fails when it is stale.
//!
//! `SAYSO_UPDATE=1 cargo test --test cli_reference` writes it anew.
#![allow(clippy::unwrap_used, reason = "a test ends where its surroundings fail")]

use std::path::Path;
use std::process::Command;

#[test]
fn the_reference_is_what_the_program_says_of_itself() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/cli.md");
    let made = reference();
    if std::env::var_os("SAYSO_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(stored == made, "docs/cli.md is stale; make it anew with SAYSO_UPDATE=1 cargo test --test cli_reference");
}

fn reference() -> String {
    let overview = help(&["--help"]);
    let mut text = String::from("# Command line\n\nMade from `sayso --help`; do not edit.\n");
    text.push_str(&format!("\n```text\n{overview}\n```\n"));
    for verb in verbs(&overview).into_iter().filter(|verb| *verb != "help") {
        text.push_str(&format!("\n## sayso {verb}\n\n```text\n{}\n```\n", without_globals(&help(&[verb, "--help"]))));
    }
    text
}

fn help(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sayso")).args(args).env_clear().env("COLUMNS", "100").output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().replace(".exe", "")
}

/// The first words of the lines under `Commands:`.
fn verbs(overview: &str) -> Vec<&str> {
    let lines = overview.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let verbs: Vec<&str> =
        lines.filter(|line| line.starts_with("  ") && !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(verbs.len() > 20, "the overview lists its verbs under Commands");
    verbs
}

/// A verb's help without the options that every verb understands; the overview has them.
fn without_globals(help: &str) -> String {
    let Some((before, after)) = help.split_once("\n\nGlobal options:\n") else {
        return help.to_owned();
    };
    match after.find("\n\nExample") {
        Some(at) => format!("{before}{}", &after[at..]),
        None => before.to_owned(),
    }
}
