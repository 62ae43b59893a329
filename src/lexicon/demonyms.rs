//! How the adjectives of states are made from their names (`data/actors/demonyms.tsv`): Zembla, Zemblan.

use std::sync::LazyLock;

use super::tsv;

/// Columns of `demonyms.tsv`.
pub const COLUMNS: &[&str] = &["drops", "takes", "example", "counter"];
/// The file.
pub const FILE: &str = include_str!("../../data/actors/demonyms.tsv");

/// Letters that a name keeps at least.
const STEM: usize = 3;

static ENDINGS: LazyLock<Vec<(&'static str, &'static str)>> =
    LazyLock::new(|| tsv::rows::<4>(FILE).map(|[drops, takes, ..]| (drops, takes)).collect());

/// The names of which `word` can be the adjective: "Zembla" and "Zemblo" of "Zemblan".
pub fn names(word: &str) -> impl Iterator<Item = String> {
    ENDINGS.iter().filter_map(move |(drops, takes)| {
        let stem = word.strip_suffix(takes).filter(|stem| stem.len() >= STEM)?;
        Some(format!("{stem}{drops}"))
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn an_adjective_leads_back_to_its_name() {
        for (adjective, name) in [("Zemblan", "Zembla"), ("Karthian", "Karthy"), ("Jalistani", "Jalistan"), ("Lormean", "Lormeo")] {
            assert!(names(adjective).any(|found| found == name), "{adjective}");
        }
        assert_eq!(names("Ann").count(), 0);
    }
}
