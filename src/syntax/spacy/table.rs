//! The form of the model's tables. Unlike those of `lexicon`, a cell may be a dash.

/// Rows of a table as cells; comments and the header are left out, missing cells are empty.
pub fn rows<const N: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = file.lines().skip_while(|line| line.starts_with("# ")).skip(1);
    lines.map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// A cell without the quotation marks around it, which show its spaces.
pub fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}
