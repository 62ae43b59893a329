//! Comments are no wider than code, which `rustfmt` holds to its width and they are not.

use std::fs;
use std::path::Path;

use crate::layers::rust_files;

/// Columns, as in `rustfmt.toml`.
const WIDTH: usize = 140;

#[test]
fn comments_are_no_wider_than_code() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    ["src", "tests", "benches"].iter().for_each(|folder| rust_files(&here.join(folder), &mut files));
    let mut wide = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).expect("a readable file");
        let comments = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("//"));
        wide.extend(comments.filter(|(_, line)| line.chars().count() > WIDTH).map(|(at, _)| format!("{}:{}", file.display(), at + 1)));
    }
    assert!(wide.is_empty(), "wrap to {WIDTH} columns: {wide:#?}");
}
