//! The lines of `diff -u`, as `patch` and programs that colour patches read them.
//!
//! Works on bytes, so that what a patch puts in is what the later file has, whatever its encoding and line ends. Lines are compared
//! as numbers; on hostile pairs the search is bounded and may find a longer patch, never a wrong one.

use std::io::{self, Write};
use std::ops::Range;

use rustc_hash::FxHashMap;
use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices, group_diff_ops};

/// Writes the patch from `from` to `to`, which the user calls `names`, with `context` unchanged lines around each change; nothing
/// where they are the same.
///
/// # Errors
/// Whatever `out` refuses.
pub fn unified(names: (&str, &str), texts: (&[u8], &[u8]), context: usize, out: &mut dyn Write) -> io::Result<()> {
    let lines = (lines(texts.0), lines(texts.1));
    let mut numbers: FxHashMap<&[u8], u32> = FxHashMap::default();
    let old = number(&lines.0, &mut numbers);
    let new = number(&lines.1, &mut numbers);
    let hunks = group_diff_ops(capture_diff_slices(Algorithm::Myers, &old, &new), context);
    for (index, hunk) in hunks.iter().filter(|hunk| !hunk.is_empty()).enumerate() {
        if index == 0 {
            write!(out, "--- {}\n+++ {}\n", header(names.0), header(names.1))?;
        }
        write_hunk(hunk, &lines.0, &lines.1, out)?;
    }
    Ok(())
}

/// With their ends; the last may have none.
fn lines(text: &[u8]) -> Vec<&[u8]> {
    text.split_inclusive(|byte| *byte == b'\n').collect()
}

fn number<'t>(lines: &[&'t [u8]], numbers: &mut FxHashMap<&'t [u8], u32>) -> Vec<u32> {
    let number = |line: &&'t [u8]| {
        let next = numbers.len() as u32;
        *numbers.entry(line).or_insert(next)
    };
    lines.iter().map(number).collect()
}

/// A name with white space in it ends with a tab, so that `patch` reads it to its end.
fn header(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if name.contains(char::is_whitespace) { name + "\t" } else { name }
}

fn write_hunk(hunk: &[DiffOp], old: &[&[u8]], new: &[&[u8]], out: &mut dyn Write) -> io::Result<()> {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return Ok(()) };
    let (from, to) = (first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end);
    writeln!(out, "@@ -{} +{} @@", place(&from), place(&to))?;
    for op in hunk {
        if op.tag() == DiffTag::Equal {
            write_lines(b' ', &old[op.old_range()], out)?;
        } else {
            write_lines(b'-', &old[op.old_range()], out)?;
            write_lines(b'+', &new[op.new_range()], out)?;
        }
    }
    Ok(())
}

/// "3,2"; where there is no line, the one before.
fn place(lines: &Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

fn write_lines(sign: u8, lines: &[&[u8]], out: &mut dyn Write) -> io::Result<()> {
    for line in lines {
        out.write_all(&[sign])?;
        out.write_all(line)?;
        if !line.ends_with(b"\n") {
            out.write_all(b"\n\\ No newline at end of file\n")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(from: &str, to: &str, context: usize) -> String {
        let mut out = Vec::new();
        unified(("a b.txt", "c.txt"), (from.as_bytes(), to.as_bytes()), context, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_patch_has_places_context_and_the_missing_line_end() {
        assert_eq!(
            patch("1\n2\n3\n4\n", "1\n2\n3x\n4", 1),
            "--- a b.txt\t\n+++ c.txt\n@@ -2,3 +2,3 @@\n 2\n-3\n-4\n+3x\n+4\n\\ No newline at end of file\n"
        );
    }

    #[test]
    fn everything_added_or_removed_is_a_patch_and_nothing_changed_is_none() {
        assert_eq!(patch("", "1\n", 3), "--- a b.txt\t\n+++ c.txt\n@@ -0,0 +1 @@\n+1\n");
        assert_eq!(patch("1\n", "", 3), "--- a b.txt\t\n+++ c.txt\n@@ -1 +0,0 @@\n-1\n");
        assert_eq!(patch("1\n", "1\n", 3), "");
    }
}
