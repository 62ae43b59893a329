//! Wordings by which a publisher owns up to an error, calls it a small one or says that words were changed (`data/en/notices.tsv`).

use std::sync::LazyLock;

use super::tsv;

/// What a notice says of the change that it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Something was wrong.
    Error,
    /// It was a small thing.
    Minor,
    /// The words were changed; whether they were wrong is not said.
    Edit,
}

/// Columns of the file.
pub const COLUMNS: &[&str] = &["wording", "sort", "example", "counter"];

/// The file.
pub const FILE: &str = include_str!("../../data/en/notices.tsv");

static TABLE: LazyLock<Vec<(&'static str, Admission)>> = LazyLock::new(|| {
    let admission = |sort| match sort {
        "minor" => Admission::Minor,
        "edit" => Admission::Edit,
        _ => Admission::Error,
    };
    tsv::rows::<4>(FILE).map(|[wording, sort, ..]| (wording, admission(sort))).collect()
});

/// `notice` says that something of this sort was mended.
pub fn admits(notice: &str, admission: Admission) -> bool {
    let lower = notice.to_lowercase();
    TABLE.iter().any(|(wording, sort)| *sort == admission && begins_a_word(&lower, wording))
}

fn begins_a_word(text: &str, wording: &str) -> bool {
    text.match_indices(wording).any(|(at, _)| !text[..at].ends_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_fits_its_example_and_not_its_counter() {
        for [wording, sort, example, counter] in tsv::rows::<4>(FILE) {
            assert!(matches!(sort, "error" | "minor" | "edit"), "{wording}");
            assert!(begins_a_word(&example.to_lowercase(), wording), "{wording}: {example}");
            assert!(!begins_a_word(&counter.to_lowercase(), wording), "{wording}: {counter}");
        }
    }
}
