//! The form of the files in `data/`: one row a line, columns parted by tabs, `#` begins a comment line, the first other line names the
//! columns. Cells are trimmed; an empty cell or `-` means "none".
//!
//! The built-in files are held to this by `tests/house`, so reading them cannot fail; a user's own file is checked by [`check`].

/// Rows of a table as cells, header left out. Rows shorter than `N` are filled with empty cells.
pub fn rows<const N: usize>(file: &str) -> impl Iterator<Item = [&str; N]> {
    lines(file).skip(1).map(|(_, line)| {
        let mut cells = [""; N];
        for (cell, given) in cells.iter_mut().zip(line.split('\t')) {
            *cell = match trimmed(given) {
                "-" => "",
                other => other,
            };
        }
        cells
    })
}

/// `cell` without spaces around it, which hardly any has: thousands of cells are read before the first text is.
fn trimmed(cell: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_graphic());
    let bytes = cell.as_bytes();
    if is_plain(bytes.first()) && is_plain(bytes.last()) { cell } else { cell.trim() }
}

/// The first thing wrong with a table: its line number (from 1) and why.
pub fn check(file: &str, columns: &[&str]) -> Result<(), (usize, String)> {
    let mut lines = lines(file);
    let Some((number, header)) = lines.next() else {
        return Err((1, "the file is empty; its first line must name the columns".to_owned()));
    };
    let named: Vec<&str> = header.split('\t').map(str::trim).collect();
    if named != columns {
        return Err((number, format!("the columns must be {}", columns.join(", "))));
    }
    for (number, line) in lines {
        let cells = line.split('\t').count();
        if cells != columns.len() {
            return Err((number, format!("{cells} cells where {} are wanted, parted by tabs", columns.len())));
        }
    }
    Ok(())
}

fn lines(file: &str) -> impl Iterator<Item = (usize, &str)> {
    file.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !trimmed(line).is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_are_no_rows() {
        let file = "# what it is\nword\tclass\n\nthe\tdeterminer\nof\t-\n";
        let read: Vec<[&str; 2]> = rows(file).collect();
        assert_eq!(read, [["the", "determiner"], ["of", ""]]);
    }

    #[test]
    fn a_short_row_is_named_by_its_line() {
        assert_eq!(check("a\tb\nx\n", &["a", "b"]).unwrap_err().0, 2);
        assert!(check("a\tb\nx\ty\n", &["a", "b"]).is_ok());
    }
}
